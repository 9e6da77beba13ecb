/* SPDX-License-Identifier: MIT */
/* What it is for: a report in plain words: what is covered, how definitions relate, what falls
 * short of a minimum, how well the rules are known, what to look at.
 * What it must not know: how the data were compared.
 * Invariant: what is not encoded or not decided is counted as such, never as none. */
#include "report/phrase.h"
#include "report/words.h"
#include "report/write_compare.h"
#include "report/write_report.h"

#include "core/error.h"

#include <string.h>

struct text {
    struct ogbv__page page;
    const ogbv_report *report;
    const char *lang;
    struct ogbv__buf words;
    int failed;             /* no memory */
};

/* The words collected so far as a paragraph. */
static void put_words(struct text *text, int indent, const char *mark)
{
    text->failed |= text->words.failed;
    ogbv__page_line(&text->page, indent, mark, ogbv__buf_string(&text->words));
    ogbv__buf_clear(&text->words);
}

static void put_count(struct text *text, const char *what, int64_t n)
{
    ogbv__page_text(&text->page, what);
    ogbv__page_int(&text->page, n);
}

/* ---- coverage ---------------------------------------------------------------------------- */

static void put_coverage(struct text *text, const struct ogbv_jurisdiction *j)
{
    const struct ogbv_db *db = text->report->db;
    int64_t counts[OGBV_ENCODED + 1] = { 0 };
    for (size_t i = 0; i < db->n_concepts; i++)
        counts[ogbv_jurisdiction_coverage(j, db->concepts[i], NULL)]++;
    ogbv__page_begin(&text->page, 2, "-");
    ogbv__page_texts(&text->page, ogbv__texts_in(&j->label, text->lang), ": ", NULL);
    put_count(text, "concepts encoded: ", counts[OGBV_ENCODED]);
    put_count(text, "; looked for, no rule found: ", counts[OGBV_NONE_FOUND]);
    put_count(text, "; not encoded: ", counts[OGBV_NOT_ENCODED]);
    ogbv__page_end(&text->page);
}

/* NULL: of all together. */
static void put_verification(struct text *text, const struct ogbv_jurisdiction *j)
{
    struct ogbv__tally tally = ogbv__tally_of(text->report->db, j);
    ogbv__page_begin(&text->page, 2, "-");
    ogbv__page_texts(&text->page, j ? ogbv__texts_in(&j->label, text->lang) : "All together", ": ",
                     NULL);
    put_count(text, "rules: ", tally.rules);
    for (int32_t seen = 0; seen < OGBV__N_SEEN; seen++) {
        ogbv__page_texts(&text->page, "; ", ogbv__words_seen(seen), NULL);
        put_count(text, ": ", tally.seen[seen]);
    }
    ogbv__page_end(&text->page);
}

static void each_jurisdiction(struct text *text, const char *heading,
                              void (*put)(struct text *, const struct ogbv_jurisdiction *))
{
    const struct ogbv_db *db = text->report->db;
    ogbv__page_heading(&text->page, heading);
    for (size_t i = 0; i < db->n_jurisdictions; i++)
        if (!db->jurisdictions[i]->within)
            put(text, db->jurisdictions[i]);
}

/* ---- relations --------------------------------------------------------------------------- */

static void put_relation(struct text *text, const ogbv_comparison *comparison, int32_t relation)
{
    size_t n = 0;
    for (size_t i = 0; i < comparison->n_pairs; i++) {
        const struct ogbv_pair *pair = &comparison->pairs[i];
        if (pair->relation != relation)
            continue;
        if (n++ == 0)
            ogbv__buf_texts(&text->words, ogbv_name(OGBV_NAMES_RELATION, relation), ": ", NULL);
        ogbv__buf_texts(&text->words, n > 1 ? ", " : "", comparison->definitions[pair->a].key, "/",
                        comparison->definitions[pair->b].key, NULL);
    }
    if (n)
        put_words(text, 4, "");
}

static void put_relations(struct text *text, const ogbv_comparison *comparison)
{
    if (comparison->n_pairs == 0)
        return;
    ogbv__page_line(&text->page, 2, "-",
                    ogbv__texts_in(&comparison->concept_->label, text->lang));
    for (int32_t relation = OGBV_EQUAL; relation <= OGBV_UNDECIDED; relation++)
        put_relation(text, comparison, relation);
}

/* ---- shortfalls -------------------------------------------------------------------------- */

/* What the case of a side differs in from the typical one. */
static void put_case(struct text *text, const struct ogbv__side *side)
{
    ogbv__buf_text(&text->words, side ? ": the typical case" : "");
    for (size_t i = 0; side && i < side->differs.n; i++) {
        ogbv__buf_text(&text->words, i ? "; " : ", but ");
        ogbv__phrase_fact(&text->words, side->witness, side->differs.at[i], text->lang);
    }
}

static void put_shortfall(struct text *text, const ogbv_comparison *comparison, size_t minimum,
                          size_t d)
{
    const struct ogbv__definition *definition = &comparison->definitions[d];
    const struct ogbv__side *side;
    int stands = ogbv__stands(comparison, minimum, d, &side);
    if (stands == OGBV__NOT_BOUND || stands == OGBV__REACHES)
        return;
    ogbv__buf_texts(&text->words, ogbv__phrase_name(definition, text->lang), ", ",
                    ogbv__texts_in(&comparison->concept_->label, text->lang), NULL);
    put_case(text, side);
    if (stands == OGBV__WITHOUT)
        ogbv__buf_texts(&text->words, ": ", ogbv__phrase_status(definition->status), NULL);
    ogbv__buf_text(&text->words, stands == OGBV__MAY_FALL_SHORT ? ": not decided." : ".");
    put_words(text, 2, "-");
}

/* The index of a definition is the same in all comparisons of a report. */
static void put_minimum(struct text *text, const struct ogbv__definition *definition, size_t m)
{
    const ogbv_report *report = text->report;
    ogbv__page_gap(&text->page);
    ogbv__page_begin(&text->page, 0, "");
    ogbv__page_texts(&text->page, "What falls short of ",
                     ogbv__phrase_name(definition, text->lang), NULL);
    ogbv__page_end(&text->page);
    ogbv__page_gap(&text->page);
    for (size_t i = 0; i < report->n_comparisons; i++)
        for (size_t d = 0; d < report->comparisons[i]->n_definitions; d++)
            put_shortfall(text, report->comparisons[i], m, d);
}

static void put_shortfalls(struct text *text)
{
    const ogbv_report *report = text->report;
    const ogbv_comparison *first = report->n_comparisons ? report->comparisons[0] : NULL;
    for (size_t d = 0; first && d < first->n_definitions; d++)
        if (ogbv__is_minimum(&first->definitions[d]))
            put_minimum(text, &first->definitions[d], d);
}

/* ---- the whole --------------------------------------------------------------------------- */

static void put_head(struct text *text)
{
    const ogbv_report *report = text->report;
    ogbv__page_heading(&text->page, "What the data hold, compared");
    ogbv__page_begin(&text->page, 0, "");
    ogbv__page_texts(&text->page, "Rules of class ",
                     ogbv_name(OGBV_NAMES_CLASS, report->class_), " on ", NULL);
    ogbv__words_day(&text->page, report->on);
    ogbv__page_texts(&text->page, ", data ", report->db->release,
                     ". Definitions are compared as they are encoded.", NULL);
    ogbv__page_end(&text->page);
}

static void put_remarks(struct text *text)
{
    const ogbv_report *report = text->report;
    if (report->remarks.n)
        ogbv__page_heading(&text->page, "What should be looked at");
    for (size_t i = 0; i < report->remarks.n; i++) {
        ogbv__phrase_remark(&text->words, report->remarks.at[i], text->lang);
        put_words(text, 2, "-");
    }
}

ogbv_status ogbv_report_write_text(const ogbv_report *report, const char *lang,
                                   ogbv_write_fn write, void *payload, ogbv_error **error)
{
    struct text text = { .report = report, .lang = lang };
    if (!report || !write)
        return ogbv__fail_invalid(error);
    ogbv__page_init(&text.page, write, payload);
    ogbv__buf_init(&text.words, &report->arena.alloc);
    put_head(&text);
    each_jurisdiction(&text, "Coverage", put_coverage);
    ogbv__page_heading(&text.page, "How definitions relate (the first to the second)");
    for (size_t i = 0; i < report->n_comparisons; i++)
        put_relations(&text, report->comparisons[i]);
    put_shortfalls(&text);
    each_jurisdiction(&text, "How well the rules are known", put_verification);
    put_verification(&text, NULL);
    put_remarks(&text);
    ogbv__buf_free(&text.words);
    int complete = ogbv__page_finish(&text.page);
    return ogbv__report_status(report, text.failed ? OGBV_ERR_NOMEM
                                       : complete  ? OGBV_OK : OGBV_ERR_IO, error);
}
