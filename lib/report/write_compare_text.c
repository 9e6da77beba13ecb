/* SPDX-License-Identifier: MIT */
/* What it is for: a comparison in plain words: who covers what, and the case that shows it.
 * What it must not know: how definitions are compared.
 * Invariant: nothing is claimed beyond the comparison: what is undecided is called so. */
#include "core/error.h"
#include "base/text.h"
#include "report/phrase.h"
#include "report/words.h"
#include "report/write_compare.h"

struct text {
    struct ogbv__page page;
    const ogbv_comparison *comparison;
    const char *lang;
    int failed;             /* no memory */
};

/* ---- definitions ------------------------------------------------------------------------- */

/* The name, and the day where the key gives one of its own. */
static void put_name(struct text *text, size_t i)
{
    const struct ogbv__definition *definition = &text->comparison->definitions[i];
    ogbv__page_text(&text->page, ogbv__phrase_name(definition, text->lang));
    if (!ogbv__text_equal(definition->on, text->comparison->on)) {
        ogbv__page_text(&text->page, " on ");
        ogbv__words_day(&text->page, definition->on);
    }
}

static void put_definition(struct text *text, size_t i)
{
    const struct ogbv__definition *definition = &text->comparison->definitions[i];
    ogbv__page_begin(&text->page, 2, "-");
    put_name(text, i);
    ogbv__page_text(&text->page, ": ");
    ogbv__page_text(&text->page, ogbv__phrase_status(definition->status));
    for (size_t v = 0; v < definition->n_versions; v++)
        ogbv__page_texts(&text->page, v ? "; " : "", definition->is_core
                         ? "the taxonomy's own" : definition->versions[v]->rule->cite.text, NULL);
    if (definition->n_versions)
        ogbv__page_texts(&text->page, "; ", ogbv__phrase_typical(definition->typical), NULL);
    ogbv__page_end(&text->page);
}

/* ---- cases ------------------------------------------------------------------------------- */

static void put_fact(struct text *text, const ogbv_case *c, const struct ogbv_fact *fact)
{
    struct ogbv__buf words;
    ogbv__buf_init(&words, &text->comparison->arena.alloc);
    ogbv__phrase_fact(&words, c, fact, text->lang);
    ogbv__page_line(&text->page, 6, "-", ogbv__buf_string(&words));
    text->failed |= words.failed;
    ogbv__buf_free(&words);
}

static void put_side(struct text *text, const struct ogbv_pair *pair, int which)
{
    const struct ogbv__side *side = &pair->sides[which];
    size_t in = which ? pair->b : pair->a, out = which ? pair->a : pair->b;
    if (side->search == OGBV_SEARCH_NONE)
        return;
    ogbv__page_begin(&text->page, 4, "");
    ogbv__page_text(&text->page, side->search == OGBV_SEARCH_UNDECIDED
                    ? "Not decided: whether some case is covered by " : "Covered by ");
    put_name(text, in);
    ogbv__page_text(&text->page, " and not by ");
    put_name(text, out);
    if (!side->witness) {
        ogbv__page_text(&text->page, ".");
        ogbv__page_end(&text->page);
        return;
    }
    ogbv__page_text(&text->page, ": the typical case");
    ogbv__page_text(&text->page, side->differs.n ? ", but" : ".");
    ogbv__page_end(&text->page);
    for (size_t i = 0; i < side->differs.n; i++)
        put_fact(text, side->witness, side->differs.at[i]);
    if (!side->minimal && side->differs.n)
        ogbv__page_line(&text->page, 4, "", "(A nearer case may exist; the search was cut short.)");
}

/* ---- pairs ------------------------------------------------------------------------------- */

static void put_names(struct text *text, const struct ogbv_pair *pair)
{
    if (pair->open_norms.n) {
        ogbv__page_begin(&text->page, 4, "");
        ogbv__page_text(&text->page, "Only a court can say, and taken to mean the same in both: ");
        for (size_t i = 0; i < pair->open_norms.n; i++)
            ogbv__page_texts(&text->page, i ? "; " : "",
                             ogbv__texts_in(&pair->open_norms.at[i]->label, text->lang), NULL);
        ogbv__page_text(&text->page, ".");
        ogbv__page_end(&text->page);
    }
    if (!pair->n_unsettled)
        return;
    ogbv__page_begin(&text->page, 4, "");
    ogbv__page_text(&text->page, "The law is unsettled on: ");
    for (size_t i = 0; i < pair->n_unsettled; i++)
        ogbv__page_texts(&text->page, i ? ", " : "", pair->unsettled[i], NULL);
    ogbv__page_text(&text->page, ".");
    ogbv__page_end(&text->page);
}

static void put_pair(struct text *text, const struct ogbv_pair *pair)
{
    ogbv__page_gap(&text->page);
    ogbv__page_begin(&text->page, 2, "*");
    put_name(text, pair->a);
    ogbv__page_text(&text->page, " and ");
    put_name(text, pair->b);
    ogbv__page_texts(&text->page, ": ", ogbv__phrase_relation(pair->relation), ".", NULL);
    ogbv__page_end(&text->page);
    put_side(text, pair, 0);
    put_side(text, pair, 1);
    put_names(text, pair);
}

/* ---- elements ---------------------------------------------------------------------------- */

static void put_state(struct text *text, const struct ogbv_atom *atom, int32_t state,
                      int32_t first)
{
    static const char *const words[] = { "required in ", "excluded in ", "matters in ",
                                         "plays no part in " };
    size_t n = 0;
    for (size_t d = 0; d < atom->n_definitions; d++) {
        if (atom->states[d] != state)
            continue;
        if (n++ == 0)
            ogbv__page_texts(&text->page, state == first ? ": " : "; ", words[state], NULL);
        else
            ogbv__page_text(&text->page, ", ");
        put_name(text, d);
    }
}

static int has_state(const struct ogbv_atom *atom, int32_t state)
{
    for (size_t d = 0; d < atom->n_definitions; d++)
        if (atom->states[d] == state)
            return 1;
    return 0;
}

static void put_atom(struct text *text, const struct ogbv_atom *atom)
{
    int32_t first = OGBV_ATOM_REQUIRED;
    while (first < OGBV_ATOM_IRRELEVANT && !has_state(atom, first))
        first++;
    if (first == OGBV_ATOM_IRRELEVANT || ogbv__is_mirror(text->comparison, atom))
        return;
    ogbv__page_begin(&text->page, 2, "-");
    ogbv__page_text(&text->page, ogbv_atom_label(atom, text->lang));
    for (int32_t state = first; state <= OGBV_ATOM_IRRELEVANT; state++)
        put_state(text, atom, state, first);
    ogbv__page_end(&text->page);
}

/* ---- the baseline ------------------------------------------------------------------------ */

static void put_day(struct text *text, const char *what, const char *day)
{
    if (!day)
        return;
    ogbv__page_begin(&text->page, 2, "");
    ogbv__page_text(&text->page, what);
    ogbv__words_day(&text->page, day);
    ogbv__page_text(&text->page, ".");
    ogbv__page_end(&text->page);
}

static void put_baseline(struct text *text)
{
    const ogbv_comparison *comparison = text->comparison;
    const struct ogbv__definition *last = &comparison->definitions[comparison->n_definitions - 1];
    ogbv__page_gap(&text->page);
    ogbv__page_begin(&text->page, 2, "");
    ogbv__page_text(&text->page, "The baseline, with which the others are compared, is ");
    put_name(text, comparison->n_definitions - 1);
    ogbv__page_text(&text->page, ". A case that only the baseline covers is a shortfall.");
    ogbv__page_end(&text->page);
    put_day(text, "Adopted on ", ogbv__latest_day(last, ogbv_rule_adopted));
    put_day(text, "States have to carry it out by ", ogbv__latest_day(last, ogbv_rule_due));
}

/* ---- the whole --------------------------------------------------------------------------- */

static void put_all(struct text *text)
{
    const ogbv_comparison *comparison = text->comparison;
    ogbv__page_heading(&text->page, ogbv__texts_in(&comparison->concept_->label, text->lang));
    ogbv__page_begin(&text->page, 0, "");
    ogbv__page_texts(&text->page, "Definitions of class ",
                     ogbv_name(OGBV_NAMES_CLASS, comparison->class_), " compared on ", NULL);
    ogbv__words_day(&text->page, comparison->on);
    ogbv__page_text(&text->page, ", as they are encoded:");
    ogbv__page_end(&text->page);
    for (size_t i = 0; i < comparison->n_definitions; i++)
        put_definition(text, i);
    if (comparison->baseline)
        put_baseline(text);
    for (size_t i = 0; i < comparison->n_pairs; i++)
        put_pair(text, &comparison->pairs[i]);
    if (comparison->n_atoms)
        ogbv__page_heading(&text->page, "What the definitions turn on");
    for (size_t i = 0; i < comparison->n_atoms; i++)
        put_atom(text, &comparison->atoms[i]);
}

ogbv_status ogbv_comparison_write_text(const ogbv_comparison *comparison, const char *lang,
                                       ogbv_write_fn write, void *payload, ogbv_error **error)
{
    struct text text = { .comparison = comparison, .lang = lang };
    if (!comparison || !write || !comparison->done)
        return ogbv__fail_invalid(error);
    ogbv__page_init(&text.page, write, payload);
    put_all(&text);
    int complete = ogbv__page_finish(&text.page);
    if (text.failed)
        return ogbv__fail_nomem(error);
    if (complete)
        return OGBV_OK;
    return ogbv__fail(&comparison->arena.alloc, error, OGBV_ERR_IO, "writing was stopped");
}
