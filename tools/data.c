/* SPDX-License-Identifier: MIT */
/* What it is for: finding and loading the rule data that a command needs.
 * What it must not know: cases and facts.
 * Invariant: data that have faults are never used. */
#include "tool.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LONGEST_PATH = 4096 };

static int is_directory(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

/* "directory/name", or 0 when it does not fit or is not there. */
static int find_in(const char *directory, const char *name, char path[LONGEST_PATH])
{
    struct stat info;
    int n = snprintf(path, LONGEST_PATH, "%s/%s", directory, name);
    return n > 0 && n < LONGEST_PATH && stat(path, &info) == 0;
}

/* ---- the default data -------------------------------------------------------------------- */

/* The data of a build tree, as seen from a tool that is not installed. */
static int build_tree(char directory[LONGEST_PATH])
{
    static const char *const places[] = { "../data", "../../data" };
    char self[LONGEST_PATH], release[LONGEST_PATH];
    ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
    if (n <= 0)
        return 0;
    self[n] = '\0';
    char *slash = strrchr(self, '/');
    if (slash)
        *slash = '\0';
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++)
        if (find_in(self, places[i], directory) && find_in(directory, "RELEASE", release))
            return 1;
    return 0;
}

/* What the environment names, else what is installed, else the build tree. */
static ogbv_status add_default(ogbv_loader *loader, ogbv_error **error)
{
    char directory[LONGEST_PATH];
    ogbv_status status = ogbv_loader_add_default(loader, error);
    if (status != OGBV_ERR_NOT_FOUND || secure_getenv("OGBV_DATA_DIR") || !build_tree(directory))
        return status;
    ogbv_error_free(*error);
    *error = NULL;
    return ogbv_loader_add_directory(loader, directory, error);
}

/* ---- a loader ---------------------------------------------------------------------------- */

static int open_loader(ogbv_loader **loader)
{
    ogbv_context *context;
    ogbv_error *error = NULL;
    *loader = NULL;
    if (ogbv_context_new(NULL, NULL, &context, &error) != OGBV_OK)
        return say_error(NULL, error);
    ogbv_status status = ogbv_loader_new(context, loader, &error);
    ogbv_context_unref(context);
    return status == OGBV_OK ? EXIT_DONE : say_error(NULL, error);
}

/* A directory that holds nothing of the layout is more likely a slip than an empty set of rules. */
static int is_foreign(const char *directory)
{
    static const char *const names[] = { "facts.xml", "taxonomy.xml", "safety.xml", "jurisdictions",
                                         "instruments", "calendars", "tests" };
    char path[LONGEST_PATH];
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (find_in(directory, names[i], path))
            return 0;
    return is_directory(directory);
}

static int add_directory(ogbv_loader *loader, const char *path)
{
    ogbv_error *error = NULL;
    if (is_foreign(path)) {
        say(path, ": no rule data in this directory (facts.xml, jurisdictions/, tests/ ...)", NULL);
        return EXIT_UNREADABLE;
    }
    return ogbv_loader_add_directory(loader, path, &error) == OGBV_OK ? EXIT_DONE
                                                                      : say_error(path, error);
}

static int add_one(ogbv_loader *loader, const char *path)
{
    ogbv_error *error = NULL;
    if (strcmp(path, "default") != 0)
        return add_directory(loader, path);
    return add_default(loader, &error) == OGBV_OK ? EXIT_DONE : say_error(path, error);
}

static int add_data(ogbv_loader *loader, const struct words *data)
{
    int code = data->n ? EXIT_DONE : add_one(loader, "default");
    for (size_t i = 0; code == EXIT_DONE && i < data->n; i++)
        code = add_one(loader, data->at[i]);
    return code;
}

static int add_path(ogbv_loader *loader, const char *path)
{
    ogbv_error *error = NULL;
    if (is_directory(path))
        return add_directory(loader, path);
    return ogbv_loader_add_file(loader, path, &error) == OGBV_OK ? EXIT_DONE
                                                                 : say_error(path, error);
}

static int discard_unless(int code, ogbv_loader **loader)
{
    if (code == EXIT_DONE)
        return code;
    ogbv_loader_free(*loader);
    *loader = NULL;
    return code;
}

int data_open(const struct options *options, ogbv_loader **loader)
{
    int code = open_loader(loader);
    if (code == EXIT_DONE)
        code = add_data(*loader, &options->data);
    return discard_unless(code, loader);
}

int data_open_paths(const struct options *options, ogbv_loader **loader)
{
    const struct words *paths = &options->args;
    char facts[LONGEST_PATH];
    int alone = paths->n > 0 && options->data.n == 0 && find_in(paths->at[0], "facts.xml", facts);
    int code = open_loader(loader);
    if (code == EXIT_DONE && !alone)
        code = add_data(*loader, &options->data);
    for (size_t i = 0; code == EXIT_DONE && i < paths->n; i++)
        code = add_path(*loader, paths->at[i]);
    return discard_unless(code, loader);
}

/* ---- reading ----------------------------------------------------------------------------- */

int data_finish(ogbv_loader *loader, ogbv_db **db)
{
    ogbv_error *error = NULL;
    ogbv_status status = ogbv_loader_finish(loader, db, &error);
    if (status != OGBV_OK && status != OGBV_ERR_DATA)
        return say_error(NULL, error);
    ogbv_error_free(error);
    return status == OGBV_OK ? EXIT_DONE : EXIT_FAULTS;
}

void data_print_faults(const ogbv_loader *loader, FILE *to)
{
    for (size_t i = 0; i < ogbv_loader_diagnostic_count(loader); i++) {
        const ogbv_diagnostic *fault = ogbv_loader_diagnostic_at(loader, i);
        fprintf(to, "%s:%d: error OGBV-%04d: %s\n", ogbv_diagnostic_file(fault),
                (int)ogbv_diagnostic_line(fault), (int)ogbv_diagnostic_code(fault),
                ogbv_diagnostic_text(fault));
    }
}

int data_select(const struct options *options, ogbv_loader *loader)
{
    ogbv_error *error = NULL;
    for (size_t i = 0; i < options->jurisdictions.n; i++)
        if (ogbv_loader_select(loader, options->jurisdictions.at[i], &error) != OGBV_OK)
            return say_error("--jurisdiction", error);
    return EXIT_DONE;
}

int data_load_selected(const struct options *options, data_select_fn *select, ogbv_db **db)
{
    ogbv_loader *loader;
    *db = NULL;
    int code = data_open(options, &loader);
    if (code != EXIT_DONE)
        return code;
    code = select(options, loader);
    if (code == EXIT_DONE)
        code = data_finish(loader, db);
    if (code == EXIT_FAULTS) {
        data_print_faults(loader, stderr);
        code = EXIT_UNREADABLE;
    }
    ogbv_loader_free(loader);
    return code;
}

int data_load(const struct options *options, ogbv_db **db)
{
    return data_load_selected(options, data_select, db);
}
