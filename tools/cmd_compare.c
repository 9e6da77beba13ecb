/* SPDX-License-Identifier: MIT */
/* What it is for: `ogbv compare`: definitions of a concept side by side, or one case under the law
 * of every jurisdiction.
 * What it must not know: how definitions are compared; the form of answers.
 * Invariant: only the law that is named is loaded; where none is named, all of it. */
#include "case_json.h"

#include <string.h>

/* ---- loading ----------------------------------------------------------------------------- */

/* The jurisdiction of a key such as "ie@2020-01-01"; a key too long is left to the library. */
static int select_key(ogbv_loader *loader, const char *key)
{
    char id[16];
    size_t n = strcspn(key, "@");
    ogbv_error *error = NULL;
    if (n >= sizeof id || (n == 4 && memcmp(key, "core", n) == 0))
        return EXIT_DONE;
    memcpy(id, key, n);
    id[n] = '\0';
    if (ogbv_loader_select(loader, id, &error) == OGBV_OK)
        return EXIT_DONE;
    say_error(key, error);
    return EXIT_USAGE;
}

static int select_keys(const struct options *options, ogbv_loader *loader)
{
    int code = EXIT_DONE;
    for (size_t i = 1; code == EXIT_DONE && i < options->args.n; i++)
        code = select_key(loader, options->args.at[i]);
    if (code == EXIT_DONE && options->args.n > 1 && options->baseline)
        code = select_key(loader, options->baseline);
    return code;
}

/* ---- definitions ------------------------------------------------------------------------- */

/* What is wrong stands on the command line. */
static int misused(const char *about, ogbv_status status, ogbv_error *error)
{
    if (status == OGBV_OK)
        return EXIT_DONE;
    int code = say_error(about, error);
    return status == OGBV_ERR_INVALID ? EXIT_USAGE : code;
}

static int begin(const struct options *options, ogbv_db *db, ogbv_comparison **comparison)
{
    char day[DAY_SIZE];
    const char *on = options->on ? options->on : today(day), *concept_ = options->args.at[0];
    ogbv_error *error = NULL;
    ogbv_status status = ogbv_comparison_new(db, concept_, on, comparison, &error);
    return misused(status == OGBV_ERR_INVALID ? "--on" : concept_, status, error);
}

static int add_keys(const struct options *options, ogbv_comparison *comparison)
{
    ogbv_error *error = NULL;
    ogbv_status status = ogbv_comparison_set_class(comparison, options->class_, &error);
    int code = misused("--class", status, error);
    for (size_t i = 1; code == EXIT_DONE && i < options->args.n; i++) {
        status = ogbv_comparison_add(comparison, options->args.at[i], &error);
        code = misused(options->args.at[i], status, error);
    }
    if (code != EXIT_DONE || !options->baseline)
        return code;
    status = ogbv_comparison_set_baseline(comparison, options->baseline, &error);
    return misused("--baseline", status, error);
}

static ogbv_status write_comparison(const struct options *options,
                                    const ogbv_comparison *comparison, ogbv_error **error)
{
    const char *lang = options->lang;
    if (options->format == FORMAT_JSON)
        return ogbv_comparison_write_json(comparison, lang, write_output, NULL, error);
    if (options->format == FORMAT_CSV)
        return ogbv_comparison_write_csv(comparison, lang, write_output, NULL, error);
    return ogbv_comparison_write_text(comparison, lang, write_output, NULL, error);
}

static int compare(const struct options *options, ogbv_db *db)
{
    ogbv_comparison *comparison = NULL;
    ogbv_error *error = NULL;
    int code = begin(options, db, &comparison);
    if (code == EXIT_DONE)
        code = add_keys(options, comparison);
    if (code == EXIT_DONE && ogbv_comparison_run(comparison, &error) != OGBV_OK)
        code = say_error(NULL, error);
    else if (code == EXIT_DONE && write_comparison(options, comparison, &error) != OGBV_OK)
        code = say_error(NULL, error);
    ogbv_comparison_unref(comparison);
    return code;
}

static int run_definitions(const struct options *options)
{
    ogbv_db *db;
    int code = data_load_selected(options, select_keys, &db);
    if (code == EXIT_DONE)
        code = compare(options, db);
    ogbv_db_unref(db);
    return code;
}

/* ---- one case ---------------------------------------------------------------------------- */

static int fill(const struct options *options, const struct case_json *file, ogbv_db *db,
                ogbv_case *c)
{
    int code = case_json_set_on(file, options, c);
    int filled = case_json_fill(file, db, c);
    return code == EXIT_DONE ? filled : code;
}

static int answer(const struct options *options, const ogbv_case *c)
{
    ogbv_result *result;
    ogbv_error *error = NULL;
    ogbv_status status;
    const char *concept_ = options->args.at[0], *lang = options->lang;
    if (ogbv_dual_criminality(c, concept_, &result, &error) != OGBV_OK)
        return say_error(concept_, error);
    if (options->format == FORMAT_JSON)
        status = ogbv_dual_criminality_write_json(result, concept_, lang, write_output, NULL,
                                                  &error);
    else
        status = ogbv_dual_criminality_write_text(result, concept_, lang, write_output, NULL,
                                                  &error);
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
        code = answer(options, c);
    ogbv_case_free(c);
    return code;
}

static int run_case(const struct options *options)
{
    struct case_json *file;
    ogbv_db *db = NULL;
    if (options->args.n > 1 || options->baseline || options->class_ != OGBV_CRIMINAL
        || options->format == FORMAT_CSV) {
        say("compare --case takes a case and a concept; it reads the criminal law of every "
            "jurisdiction held, and writes text or json", NULL);
        return EXIT_USAGE;
    }
    int code = case_json_read(options->case_file, &file);
    if (code == EXIT_DONE)
        code = data_load_selected(options, select_keys, &db);
    if (code == EXIT_DONE)
        code = assess(options, file, db);
    ogbv_db_unref(db);
    case_json_free(file);
    return code;
}

int run_compare(const struct options *options)
{
    return options->case_file ? run_case(options) : run_definitions(options);
}
