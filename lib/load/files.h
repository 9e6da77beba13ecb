/* SPDX-License-Identifier: MIT */
/* Files and directories, and the one look at the environment. */
#ifndef OGBV_LOAD_FILES_H
#define OGBV_LOAD_FILES_H

#include "base/arena.h"
#include "base/vec.h"

enum { OGBV__MAX_FILE = 8 * 1024 * 1024 };

enum { OGBV__FILE_OK, OGBV__FILE_MISSING, OGBV__FILE_BAD, OGBV__FILE_LARGE, OGBV__FILE_NOMEM };

/* Reads a regular file whole into fresh memory (n + 1 bytes, the caller's to free). */
int ogbv__file_read(const struct ogbv__alloc *alloc, const char *path, char **bytes, size_t *n);

int ogbv__is_directory(const char *path);
int ogbv__is_file(const char *path);

/* The names ending in .xml of a directory, sorted by bytes, as strings of the arena. */
void ogbv__list_xml(struct ogbv__arena *arena, const char *path, struct ogbv__vec *names);

/* The default data directory; never NULL. */
const char *ogbv__default_data(void);

#endif
