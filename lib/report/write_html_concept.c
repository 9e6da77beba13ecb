/* SPDX-License-Identifier: MIT */
/* What it is for: one concept on the page: who defines it, the matrix of pairs, the cases that show
 * the differences, the elements.
 * What it must not know: the rest of the page.
 * Invariant: every pair of the matrix has its cases, at an address of its own. */
#include "report/write_html.h"

#include "report/phrase.h"
#include "report/write_compare.h"

/* ---- who defines it ---------------------------------------------------------------------- */

static void write_rules(struct ogbv__html *html, const struct ogbv__definition *definition)
{
    for (size_t v = 0; v < definition->n_versions; v++) {
        const struct ogbv_rule *rule = definition->versions[v]->rule;
        ogbv__markup(&html->sink, "<li>", ogbv__texts_in(&rule->label, html->lang),
                     "<br><span class=\"fine\">", rule->cite.text ? rule->cite.text : "",
                     "</span></li>", NULL);
    }
}

static void write_definition(struct ogbv__html *html, const struct ogbv__definition *definition)
{
    if (definition->is_core)
        return;
    ogbv__markup(&html->sink, "<tr><th scope=\"row\">",
                 ogbv__phrase_name(definition, html->lang), "</th><td>", NULL);
    if (definition->n_versions == 0)
        ogbv__markup_text(&html->sink, ogbv__phrase_status(definition->status));
    else
        ogbv__markup_tag(&html->sink, "<ul>");
    write_rules(html, definition);
    ogbv__markup_tag(&html->sink, definition->n_versions ? "</ul></td></tr>\n" : "</td></tr>\n");
}

static void write_definitions(struct ogbv__html *html, const ogbv_comparison *comparison)
{
    ogbv__markup_tag(&html->sink, "<details><summary>Rules that make up the definitions</summary>"
                     "\n<div class=\"scroll\" tabindex=\"0\">\n<table><caption>Rules by "
                     "jurisdiction</caption><thead><tr><th scope=\"col\">Jurisdiction</th>"
                     "<th scope=\"col\">Rules</th></tr></thead><tbody>\n");
    for (size_t d = 0; d < comparison->n_definitions; d++)
        write_definition(html, &comparison->definitions[d]);
    ogbv__markup_tag(&html->sink, "</tbody></table>\n</div></details>\n");
}

/* ---- the typical case -------------------------------------------------------------------- */

static int is_no(const struct ogbv_fact *fact, const struct ogbv__value *value)
{
    return fact->type == OGBV_BOOLEAN && value->lo == 0;
}

/* What holds in it; or what does not. */
static void write_facts_of_core(struct ogbv__html *html, const struct ogbv_concept *concept_,
                                int no)
{
    const struct ogbv__test *test = concept_->core_case;
    ogbv__markup_tag(&html->sink, no ? "<p>In it, this is not so:</p>\n<ul class=\"columns\">\n"
                                     : "<ul class=\"columns\">\n");
    for (size_t i = 0; i < test->n_given; i++) {
        const struct ogbv__given *given = &test->given[i];
        if (is_no(given->fact, &given->value) != no || !ogbv__value_known(&given->value))
            continue;
        ogbv__markup_tag(&html->sink, "<li>");
        if (no)
            ogbv__buf_text(&html->words, ogbv__texts_in(&given->fact->label, html->lang));
        else
            ogbv__phrase_value(&html->words, given->fact, &given->value, html->lang);
        ogbv__html_words(html);
        ogbv__markup_tag(&html->sink, "</li>\n");
    }
    ogbv__markup_tag(&html->sink, "</ul>\n");
}

static void write_typical(struct ogbv__html *html, const struct ogbv_concept *concept_)
{
    ogbv__markup_tag(&html->sink, "<details><summary>The typical case</summary>\n");
    write_facts_of_core(html, concept_, 0);
    write_facts_of_core(html, concept_, 1);
    ogbv__markup_tag(&html->sink, "</details>\n");
}

/* ---- the matrix -------------------------------------------------------------------------- */

static int is_defined(const ogbv_comparison *comparison, size_t d)
{
    return comparison->definitions[d].status == OGBV_DEFINED;
}

/* The rest of a head: a column for each definition. */
static void write_column_names(struct ogbv__html *html, const ogbv_comparison *comparison)
{
    for (size_t d = 0; d < comparison->n_definitions; d++)
        if (is_defined(comparison, d))
            ogbv__markup(&html->sink, "<th scope=\"col\">",
                         ogbv__phrase_name(&comparison->definitions[d], html->lang), "</th>",
                         NULL);
    ogbv__markup_tag(&html->sink, "</tr></thead><tbody>\n");
}

static void write_matrix_cell(struct ogbv__html *html, const ogbv_comparison *comparison,
                              size_t a, size_t b)
{
    const struct ogbv_pair *pair = ogbv__pair_of(comparison, a, b);
    int32_t relation = ogbv__relation_of(comparison, a, b);
    if (!pair) {
        ogbv__markup_tag(&html->sink, "<td class=\"r-self\">itself</td>");
        return;
    }
    ogbv__markup(&html->sink, "<td class=\"r-", ogbv_name(OGBV_NAMES_RELATION, relation),
                 "\"><a href=\"#", NULL);
    ogbv__html_pair_id(html, comparison, pair);
    ogbv__markup(&html->sink, "\">", ogbv_name(OGBV_NAMES_RELATION, relation), "</a></td>", NULL);
}

static void write_matrix(struct ogbv__html *html, const ogbv_comparison *comparison)
{
    ogbv__markup(&html->sink, "<div class=\"scroll\" tabindex=\"0\">\n<table class=\"grid\">"
                 "<caption>How the definition in each row relates to that in each column. Choose "
                 "a cell to see the cases.</caption>\n<thead><tr><th scope=\"col\"><span "
                 "class=\"hidden-text\">Definition</span></th>", NULL);
    write_column_names(html, comparison);
    for (size_t a = 0; a < comparison->n_definitions; a++) {
        if (!is_defined(comparison, a))
            continue;
        ogbv__markup(&html->sink, "<tr><th scope=\"row\">",
                     ogbv__phrase_name(&comparison->definitions[a], html->lang), "</th>", NULL);
        for (size_t b = 0; b < comparison->n_definitions; b++)
            if (is_defined(comparison, b))
                write_matrix_cell(html, comparison, a, b);
        ogbv__markup_tag(&html->sink, "</tr>\n");
    }
    ogbv__markup_tag(&html->sink, "</tbody></table>\n</div>\n");
}

/* ---- cases ------------------------------------------------------------------------------- */

static void write_story(struct ogbv__html *html, const ogbv_comparison *comparison,
                        const struct ogbv_pair *pair, int which)
{
    const struct ogbv__side *side = &pair->sides[which];
    const struct ogbv__definition *defs = comparison->definitions;
    const char *in = ogbv__phrase_name(&defs[which ? pair->b : pair->a], html->lang);
    const char *out = ogbv__phrase_name(&defs[which ? pair->a : pair->b], html->lang);
    const char *says = side->search == OGBV_SEARCH_NONE    ? "No case is covered by "
                     : side->search == OGBV_SEARCH_UNDECIDED ? "Not decided: a case covered by "
                                                             : "Covered by ";
    ogbv__markup(&html->sink, "<div class=\"story\">", says, "<strong>", in,
                 "</strong> and not by ", out, ". ", NULL);
    if (side->witness)
        ogbv__html_case(html, side);
    if (side->witness && !side->minimal)
        ogbv__markup_tag(&html->sink, "<span class=\"fine\">A nearer case may exist.</span>");
    ogbv__markup_tag(&html->sink, "</div>\n");
}

static void write_unsettled(struct ogbv__html *html, const struct ogbv_pair *pair)
{
    if (pair->n_unsettled)
        ogbv__markup_tag(&html->sink, "<p class=\"fine\">The law is unsettled on: ");
    for (size_t i = 0; i < pair->n_unsettled; i++)
        ogbv__markup(&html->sink, i ? ", " : "", pair->unsettled[i], NULL);
    ogbv__markup_tag(&html->sink, pair->n_unsettled ? ".</p>\n" : "");
}

static void write_pair(struct ogbv__html *html, const ogbv_comparison *comparison,
                       const struct ogbv_pair *pair)
{
    ogbv__markup_tag(&html->sink, "<div class=\"pair\" id=\"");
    ogbv__html_pair_id(html, comparison, pair);
    ogbv__markup(&html->sink, "\"><h4>",
                 ogbv__phrase_name(&comparison->definitions[pair->a], html->lang), " and ",
                 ogbv__phrase_name(&comparison->definitions[pair->b], html->lang), ": ",
                 ogbv__phrase_relation(pair->relation), "</h4>\n", NULL);
    write_story(html, comparison, pair, 0);
    write_story(html, comparison, pair, 1);
    write_unsettled(html, pair);
    ogbv__markup_tag(&html->sink, "</div>\n");
}

static void write_pairs(struct ogbv__html *html, const ogbv_comparison *comparison)
{
    const char *id = comparison->concept_->id;
    ogbv__markup(&html->sink, "<div class=\"controls\" hidden><button type=\"button\" "
                 "class=\"pairs\" aria-pressed=\"false\" aria-controls=\"s-", id,
                 "\">Show all cases</button></div>\n<div id=\"s-", id, "\">\n", NULL);
    for (size_t i = 0; i < comparison->n_pairs; i++)
        write_pair(html, comparison, &comparison->pairs[i]);
    ogbv__markup_tag(&html->sink, "</div>\n");
}

/* ---- elements ---------------------------------------------------------------------------- */

static int is_relevant(const struct ogbv_atom *atom)
{
    for (size_t d = 0; d < atom->n_definitions; d++)
        if (atom->states[d] >= 0 && atom->states[d] != OGBV_ATOM_IRRELEVANT)
            return 1;
    return 0;
}

static int is_same_everywhere(const struct ogbv_atom *atom)
{
    int8_t first = -1;
    for (size_t d = 0; d < atom->n_definitions; d++) {
        if (atom->states[d] < 0)
            continue;
        if (first >= 0 && atom->states[d] != first)
            return 0;
        first = atom->states[d];
    }
    return 1;
}

static void write_state(struct ogbv__html *html, const struct ogbv_atom *atom, size_t d)
{
    const char *name = ogbv_name(OGBV_NAMES_ATOM_STATE, atom->states[d]);
    ogbv__markup(&html->sink, "<td class=\"s-", name, "\">", ogbv__html_word(name), NULL);
    if (atom->citations[d][0])
        ogbv__markup(&html->sink, "<small>", atom->citations[d], "</small>", NULL);
    ogbv__markup_tag(&html->sink, "</td>");
}

static void write_atom(struct ogbv__html *html, const ogbv_comparison *comparison,
                       const struct ogbv_atom *atom)
{
    if (!is_relevant(atom) || ogbv__is_mirror(comparison, atom))
        return;
    ogbv__markup(&html->sink, is_same_everywhere(atom) ? "<tr data-same><th scope=\"row\">"
                                                       : "<tr><th scope=\"row\">",
                 ogbv_atom_label(atom, html->lang),
                 atom->atom->fact->open_norm ? " <small>(only a court can say)</small></th>"
                                             : "</th>", NULL);
    for (size_t d = 0; d < atom->n_definitions; d++)
        if (atom->states[d] >= 0)
            write_state(html, atom, d);
    ogbv__markup_tag(&html->sink, "</tr>\n");
}

static void write_elements(struct ogbv__html *html, const ogbv_comparison *comparison)
{
    const char *id = comparison->concept_->id;
    if (comparison->n_atoms == 0)
        return;
    ogbv__markup(&html->sink, "<details><summary>Elements: what the definitions turn on</summary>\n"
                 "<div class=\"controls\" hidden><button type=\"button\" class=\"differences\" "
                 "aria-pressed=\"false\" aria-controls=\"e-", id, "\">Only where they differ"
                 "</button> <button type=\"button\" class=\"citations\" aria-pressed=\"false\">"
                 "Show citations</button></div>\n<div class=\"scroll\" tabindex=\"0\">\n"
                 "<table class=\"grid\" id=\"e-", id, "\"><caption>What each definition does with "
                 "each element. Required: every covered case has it. Excluded: none has it. "
                 "Matters: it decides in some cases.</caption>\n<thead><tr><th scope=\"col\">"
                 "Element</th>", NULL);
    write_column_names(html, comparison);
    for (size_t i = 0; i < comparison->n_atoms; i++)
        write_atom(html, comparison, &comparison->atoms[i]);
    ogbv__markup_tag(&html->sink, "</tbody></table>\n</div></details>\n");
}

/* ---- the concept ------------------------------------------------------------------------- */

void ogbv__html_concept(struct ogbv__html *html, const ogbv_comparison *comparison)
{
    const struct ogbv_concept *concept_ = comparison->concept_;
    ogbv__markup(&html->sink, "<article class=\"concept\" id=\"c-", concept_->id,
                 "\" aria-labelledby=\"t-", concept_->id, "\">\n<h3 id=\"t-", concept_->id, "\">",
                 ogbv__texts_in(&concept_->label, html->lang), "</h3>\n<p>",
                 ogbv__texts_in(&concept_->definition, html->lang), "</p>\n<p class=\"fine\">",
                 concept_->id, "</p>\n", NULL);
    write_definitions(html, comparison);
    write_typical(html, concept_);
    if (comparison->n_pairs) {
        write_matrix(html, comparison);
        write_pairs(html, comparison);
    }
    write_elements(html, comparison);
    ogbv__markup_tag(&html->sink, "</article>\n");
}
