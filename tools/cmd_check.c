/* SPDX-License-Identifier: MIT */
/* What it is for: `ogbv check`: validates rule data, tests included.
 * What it must not know: what is right or wrong; the loader does.
 * Invariant: every fault is printed, each once, on one line. */
#include "tool.h"

#include <jansson.h>

static json_t *fault_object(const ogbv_diagnostic *fault)
{
    return json_pack("{s:s, s:i, s:i, s:s}", "file", ogbv_diagnostic_file(fault),
                     "line", (int)ogbv_diagnostic_line(fault),
                     "code", (int)ogbv_diagnostic_code(fault),
                     "text", ogbv_diagnostic_text(fault));
}

static int print_json(const ogbv_loader *loader)
{
    json_t *list = json_array();
    int failed = !list;
    for (size_t i = 0; !failed && i < ogbv_loader_diagnostic_count(loader); i++)
        failed = json_array_append_new(list, fault_object(ogbv_loader_diagnostic_at(loader, i)));
    failed = failed || json_dumpf(list, stdout, JSON_INDENT(2)) != 0;
    json_decref(list);
    putchar('\n');
    return failed;
}

int run_check(const struct options *options)
{
    ogbv_loader *loader;
    ogbv_db *db = NULL;
    int code = data_open_paths(options, &loader);
    if (code != EXIT_DONE)
        return code;
    ogbv_loader_want_tests(loader);
    code = data_finish(loader, &db);
    if (code == EXIT_UNREADABLE) {
        ogbv_loader_free(loader);
        return code;
    }
    if (options->format == FORMAT_TEXT) {
        data_print_faults(loader, stdout);
    } else if (print_json(loader)) {
        say("no memory", NULL);
        code = EXIT_UNREADABLE;
    }
    ogbv_db_unref(db);
    ogbv_loader_free(loader);
    return code;
}
