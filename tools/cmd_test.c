/* SPDX-License-Identifier: MIT */
/* What it is for: `ogbv test`: runs the tests beside the rules.
 * What it must not know: what a test expects.
 * Invariant: a line a failure; the last line says "N passed, N failed". */
#include "tool.h"

#include <jansson.h>
#include <string.h>

struct failures {
    int json, broken;
    json_t *list;
};

static void report(void *payload, const char *file, int32_t line, const char *id, const char *text)
{
    struct failures *failures = payload;
    if (!failures->json)
        printf("%s:%d: %s: %s\n", file, (int)line, id, text);
    else if (json_array_append_new(failures->list,
                                   json_pack("{s:s, s:i, s:s, s:s}", "file", file, "line",
                                             (int)line, "id", id, "text", text)) != 0)
        failures->broken = 1;
}

/* ---- which tests ------------------------------------------------------------------------- */

/* Whether the root element of a file is `tests`. */
static int is_tests_file(const char *path)
{
    enum { ENOUGH = 8192 };
    char start[ENOUGH + 1];
    FILE *file = fopen(path, "rb");
    if (!file)
        return 0;
    size_t n = fread(start, 1, ENOUGH, file);
    fclose(file);
    start[n] = '\0';
    const char *at = strchr(start, '<');
    while (at && (at[1] == '!' || at[1] == '?')) {
        at = strstr(at, at[1] == '!' ? "-->" : "?>");
        at = at ? strchr(at, '<') : NULL;
    }
    return at && strncmp(at, "<tests", 6) == 0;
}

/* Files of tests are run by themselves; anything else brings the tests beside it. */
static int only_tests_files(const struct words *paths)
{
    for (size_t i = 0; i < paths->n; i++)
        if (!is_tests_file(paths->at[i]))
            return 0;
    return paths->n > 0;
}

/* ---- running ----------------------------------------------------------------------------- */

static int print_json(const struct failures *failures, int32_t passed, int32_t failed)
{
    json_t *all = json_pack("{s:i, s:i, s:O}", "passed", (int)passed, "failed", (int)failed,
                            "failures", failures->list);
    int broken = failures->broken || !all || json_dumpf(all, stdout, JSON_INDENT(2)) != 0;
    json_decref(all);
    putchar('\n');
    return broken;
}

static int run(const struct options *options, ogbv_db *db)
{
    struct failures failures = { .json = options->format == FORMAT_JSON };
    ogbv_error *error = NULL;
    int32_t passed, failed;
    int broken = 0;
    failures.list = failures.json ? json_array() : NULL;
    if (ogbv_run_tests(db, options->mutate, report, &failures, &passed, &failed, &error)
        != OGBV_OK) {
        json_decref(failures.list);
        return say_error(NULL, error);
    }
    if (failures.json)
        broken = print_json(&failures, passed, failed);
    else
        printf("%d passed, %d failed\n", (int)passed, (int)failed);
    json_decref(failures.list);
    if (broken)
        say("no memory", NULL);
    return broken ? EXIT_UNREADABLE : failed ? EXIT_FAULTS : EXIT_DONE;
}

int run_test(const struct options *options)
{
    ogbv_loader *loader;
    ogbv_db *db = NULL;
    int code = data_open_paths(options, &loader);
    if (code != EXIT_DONE)
        return code;
    if (!only_tests_files(&options->args))
        ogbv_loader_want_tests(loader);
    code = data_select(options, loader);
    if (code == EXIT_DONE)
        code = data_finish(loader, &db);
    if (code == EXIT_FAULTS) {
        data_print_faults(loader, stderr);
        code = EXIT_UNREADABLE;
    }
    ogbv_loader_free(loader);
    if (code == EXIT_DONE)
        code = run(options, db);
    ogbv_db_unref(db);
    return code;
}
