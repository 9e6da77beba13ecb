/* SPDX-License-Identifier: MIT */
/* What it is for: `ogbv show`: one rule, concept, term or fact in sentences.
 * What it must not know: the sentences; the library writes them.
 * Invariant: as JSON, the same row that the lists show, with the sentences as its last member. */
#include "table.h"

#include <stdlib.h>
#include <string.h>

static int32_t write_stream(void *stream, const char *bytes, size_t n)
{
    return fwrite(bytes, 1, n, stream) != n;
}

static json_t *row_of_id(const ogbv_db *db, const char *id, const char *lang)
{
    const ogbv_rule *rule = ogbv_rule_find(db, id);
    const ogbv_concept *concept_ = ogbv_concept_find(db, id);
    const ogbv_fact *fact = ogbv_fact_find(db, id);
    const ogbv_instrument *instrument = ogbv_instrument_find(db, id);
    if (rule)
        return row_of_rule(rule, lang);
    if (concept_)
        return row_of_concept(concept_, lang);
    if (fact)
        return row_of_fact(fact, lang);
    return instrument ? row_of_instrument(db, instrument, lang)
                      : row_of_concept(ogbv_concept_called(db, id), lang);
}

static int print_json(const ogbv_db *db, const char *id, const char *lang, const char *text)
{
    json_t *row = row_of_id(db, id, lang);
    int printed = json_object_set_new(row, "text", json_string(text)) == 0
        && json_dumpf(row, stdout, JSON_INDENT(2)) == 0;
    json_decref(row);
    putchar('\n');
    if (!printed)
        say("no memory", NULL);
    return printed ? EXIT_DONE : EXIT_UNREADABLE;
}

static int show_json(const struct options *options, const ogbv_db *db, const char *id)
{
    char *text = NULL;
    size_t n = 0;
    ogbv_error *error = NULL;
    FILE *stream = open_memstream(&text, &n);
    if (!stream) {
        say("no memory", NULL);
        return EXIT_UNREADABLE;
    }
    ogbv_status status = ogbv_db_write_entry(db, id, options->lang, write_stream, stream, &error);
    int lost = fclose(stream) != 0;
    int code = status != OGBV_OK || lost ? say_error(id, error)
                                         : print_json(db, id, options->lang, text);
    free(text);
    return code;
}

static int show_text(const struct options *options, const ogbv_db *db, const char *id)
{
    ogbv_error *error = NULL;
    if (ogbv_db_write_entry(db, id, options->lang, write_output, NULL, &error) == OGBV_OK)
        return EXIT_DONE;
    return say_error(id, error);
}

int run_show(const struct options *options)
{
    ogbv_db *db;
    const char *id = options->args.at[0];
    int code = data_load(options, &db);
    if (code == EXIT_DONE)
        code = options->format == FORMAT_JSON ? show_json(options, db, id)
                                              : show_text(options, db, id);
    ogbv_db_unref(db);
    return code;
}
