/* SPDX-License-Identifier: MIT */
/* What it is for: `ogbv assess`: from a case in JSON to an answer.
 * What it must not know: law; the form of answers.
 * Invariant: nothing is assessed of a case in which anything is wrong. */
#include "case_json.h"

/* ---- whose law --------------------------------------------------------------------------- */

/* The command line replaces what the case asks for. */
static size_t asked_count(const struct options *options, const struct case_json *file)
{
    return options->jurisdictions.n ? options->jurisdictions.n
                                    : case_json_jurisdiction_count(file);
}

static const char *asked(const struct options *options, const struct case_json *file, size_t i)
{
    return options->jurisdictions.n ? options->jurisdictions.at[i]
                                    : case_json_jurisdiction(file, i);
}

/* What is wrong stands on the command line, or at a place in the case. */
static int refuse(const struct options *options, const struct case_json *file, size_t i,
                  ogbv_error *error)
{
    char place[48];
    snprintf(place, sizeof place, "/jurisdictions/%zu", i);
    if (!options->jurisdictions.n)
        return case_json_refuse(file, place, error);
    say_error("--jurisdiction", error);
    return EXIT_USAGE;
}

static int select_asked(const struct options *options, const struct case_json *file,
                        ogbv_loader *loader)
{
    for (size_t i = 0; i < asked_count(options, file); i++) {
        ogbv_error *error = NULL;
        if (ogbv_loader_select(loader, asked(options, file, i), &error) != OGBV_OK)
            return refuse(options, file, i, error);
    }
    return EXIT_DONE;
}

static int load(const struct options *options, const struct case_json *file, ogbv_db **db)
{
    ogbv_loader *loader;
    int code = data_open(options, &loader);
    if (code != EXIT_DONE)
        return code;
    code = select_asked(options, file, loader);
    if (code == EXIT_DONE)
        code = data_finish(loader, db);
    if (code == EXIT_FAULTS) {
        data_print_faults(loader, stderr);
        code = EXIT_UNREADABLE;
    }
    ogbv_loader_free(loader);
    return code;
}

/* ---- the case ---------------------------------------------------------------------------- */

/* All that is wrong is told at once. */
static int fill(const struct options *options, const struct case_json *file, ogbv_db *db,
                ogbv_case *c)
{
    int code = case_json_set_on(file, options, c);
    for (size_t i = 0; code == EXIT_DONE && i < asked_count(options, file); i++) {
        ogbv_error *error = NULL;
        if (ogbv_case_add_jurisdiction(c, asked(options, file, i), &error) != OGBV_OK)
            code = refuse(options, file, i, error);
    }
    int filled = case_json_fill(file, db, c);
    return code == EXIT_DONE ? filled : code;
}

/* ---- the answer -------------------------------------------------------------------------- */

static int answer(const struct options *options, const struct case_json *file, const ogbv_case *c)
{
    ogbv_result *result;
    ogbv_error *error = NULL;
    if (ogbv_assess(c, &result, &error) != OGBV_OK)
        return case_json_refuse(file, "/", error);
    ogbv_status status;
    if (options->format == FORMAT_JSON)
        status = ogbv_result_write_json(result, options->lang, write_output, NULL, &error);
    else
        status = ogbv_result_write_text(result, options->lang, write_output, NULL, &error);
    ogbv_result_unref(result);
    return status == OGBV_OK ? EXIT_DONE : say_error(NULL, error);
}

static int assess(const struct options *options, const struct case_json *file, ogbv_db *db)
{
    ogbv_case *c;
    ogbv_error *error = NULL;
    if (ogbv_case_new(db, &c, &error) != OGBV_OK)
        return say_error(NULL, error);
    int code = fill(options, file, db, c);
    if (code == EXIT_DONE)
        code = answer(options, file, c);
    ogbv_case_free(c);
    return code;
}

int run_assess(const struct options *options)
{
    struct case_json *file;
    ogbv_db *db = NULL;
    int code = case_json_read(options->args.at[0], &file);
    if (code == EXIT_DONE)
        code = load(options, file, &db);
    if (code == EXIT_DONE)
        code = assess(options, file, db);
    ogbv_db_unref(db);
    case_json_free(file);
    return code;
}
