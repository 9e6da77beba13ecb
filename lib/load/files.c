/* SPDX-License-Identifier: MIT */
/* What it is for: reading files and directories, and the one look at the environment.
 * What it must not know: what the files hold.
 * Invariant: only regular files are read, within the size limit, and never half. */
#include "load/files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef OGBV_DATA_DIR_DEFAULT
#define OGBV_DATA_DIR_DEFAULT "/usr/local/share/ogbv"
#endif

static int read_all(int fd, char *bytes, size_t n)
{
    size_t done = 0;
    while (done < n) {
        ssize_t got = read(fd, bytes + done, n - done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return 0;
        done += (size_t)got;
    }
    return 1;
}

static int read_fd(const struct ogbv__alloc *alloc, int fd, char **bytes, size_t *n)
{
    struct stat info;
    if (fstat(fd, &info) != 0 || !S_ISREG(info.st_mode))
        return OGBV__FILE_BAD;
    if (info.st_size > OGBV__MAX_FILE)
        return OGBV__FILE_LARGE;
    size_t size = (size_t)info.st_size;
    char *read = ogbv__alloc_new(alloc, size + 1);
    if (!read)
        return OGBV__FILE_NOMEM;
    if (!read_all(fd, read, size)) {
        ogbv__alloc_free(alloc, read, size + 1);
        return OGBV__FILE_BAD;
    }
    *bytes = read;
    *n = size;
    return OGBV__FILE_OK;
}

int ogbv__file_read(const struct ogbv__alloc *alloc, const char *path, char **bytes, size_t *n)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (fd < 0)
        return errno == ENOENT || errno == ENOTDIR ? OGBV__FILE_MISSING : OGBV__FILE_BAD;
    int outcome = read_fd(alloc, fd, bytes, n);
    close(fd);
    return outcome;
}

int ogbv__is_directory(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

int ogbv__is_file(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISREG(info.st_mode);
}

static int is_xml_name(const char *name)
{
    size_t n = strlen(name);
    return n > 4 && name[0] != '.' && strcmp(name + n - 4, ".xml") == 0;
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

void ogbv__list_xml(struct ogbv__arena *arena, const char *path, struct ogbv__vec *names)
{
    DIR *dir = opendir(path);
    if (!dir)
        return;
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;)
        if (is_xml_name(entry->d_name))
            ogbv__vec_push(names, ogbv__arena_string(arena, entry->d_name));
    closedir(dir);
    if (!arena->failed && names->n > 1)
        qsort(names->at, names->n, sizeof *names->at, by_bytes);
}

const char *ogbv__default_data(void)
{
    const char *named = secure_getenv("OGBV_DATA_DIR");
    return named && named[0] ? named : OGBV_DATA_DIR_DEFAULT;
}
