/* SPDX-License-Identifier: MIT */
/* What it is for: `ogbv report`: the data as a whole, and what can be taken from them.
 * What it must not know: what a report says, and its forms.
 * Invariant: nothing is computed that the form asked for does not show. */
#include "tool.h"

/* What the text does not show: see ogbv_comparison_skip(). */
enum { SKIP_ELEMENTS = 2 };

typedef ogbv_status (*write_report)(const ogbv_report *report, const char *lang,
                                    ogbv_write_fn write, void *payload, ogbv_error **error);
typedef ogbv_status (*write_data)(const ogbv_db *db, ogbv_write_fn write, void *payload,
                                  ogbv_error **error);

/* A form is written of a report, or of the data themselves. */
static const struct form {
    write_report of_report;
    write_data of_data;
    int32_t skip;
} forms[] = {
    [FORMAT_TEXT] = { .of_report = ogbv_report_write_text, .skip = SKIP_ELEMENTS },
    [FORMAT_JSON] = { .of_report = ogbv_report_write_json },
    [FORMAT_CSV] = { .of_report = ogbv_report_write_csv },
    [FORMAT_HTML] = { .of_report = ogbv_report_write_html },
    [FORMAT_SKOS] = { .of_data = ogbv_db_write_skos },
    [FORMAT_CODEBOOK] = { .of_data = ogbv_db_write_codebook },
};

static int write_of_report(const struct options *options, const struct form *form, ogbv_db *db)
{
    char day[DAY_SIZE];
    ogbv_report *report;
    ogbv_error *error = NULL;
    const char *on = options->on ? options->on : today(day);
    ogbv_status status = ogbv_report_new(db, on, options->class_, form->skip, &report, &error);
    if (status == OGBV_ERR_INVALID) {
        say_error("--on", error);
        return EXIT_USAGE;
    }
    if (status == OGBV_OK)
        status = form->of_report(report, options->lang, write_output, NULL, &error);
    ogbv_report_unref(report);
    return status == OGBV_OK ? EXIT_DONE : say_error(NULL, error);
}

static int write_of_data(const struct form *form, const ogbv_db *db)
{
    ogbv_error *error = NULL;
    if (form->of_data(db, write_output, NULL, &error) == OGBV_OK)
        return EXIT_DONE;
    return say_error(NULL, error);
}

int run_report(const struct options *options)
{
    const struct form *form = &forms[options->format];
    ogbv_db *db;
    int code = data_load(options, &db);
    if (code == EXIT_DONE)
        code = form->of_data ? write_of_data(form, db) : write_of_report(options, form, db);
    ogbv_db_unref(db);
    return code;
}
