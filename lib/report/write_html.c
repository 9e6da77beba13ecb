/* SPDX-License-Identifier: MIT */
/* What it is for: a report as one page: frame, overview, heat map.
 * What it must not know: how the page looks and behaves (lib/report/page).
 * Invariant: the page needs nothing beside itself, says everything without script, and nothing by
 * colour or symbol alone: a cell holds a word, to which its class adds the rest. */
#include "report/write_html.h"

#include "base/text.h"
#include "core/error.h"
#include "report/phrase.h"

#include <ogbv/version.h>

/* ---- pieces ------------------------------------------------------------------------------ */

void ogbv__html_words(struct ogbv__html *html)
{
    html->failed |= html->words.failed;
    ogbv__markup_text(&html->sink, ogbv__buf_string(&html->words));
    ogbv__buf_clear(&html->words);
}

void ogbv__html_pair_id(struct ogbv__html *html, const ogbv_comparison *comparison,
                        const struct ogbv_pair *pair)
{
    ogbv__markup(&html->sink, "p-", comparison->concept_->id, "-",
                 comparison->definitions[pair->a].key, "-",
                 comparison->definitions[pair->b].key, NULL);
}

void ogbv__html_case(struct ogbv__html *html, const struct ogbv__side *side)
{
    ogbv__markup_tag(&html->sink, side->differs.n ? "The typical case, but:<ul>"
                                                  : "The typical case itself.");
    for (size_t i = 0; i < side->differs.n; i++) {
        ogbv__phrase_fact(&html->words, side->witness, side->differs.at[i], html->lang);
        ogbv__markup_tag(&html->sink, "<li>");
        ogbv__html_words(html);
        ogbv__markup_tag(&html->sink, "</li>");
    }
    ogbv__markup_tag(&html->sink, side->differs.n ? "</ul>" : "");
}

/* The words of a name such as "not-encoded". */
const char *ogbv__html_word(const char *name)
{
    static const char *const words[][2] = {
        { "none-found", "none found" }, { "not-encoded", "not encoded" },
        { "not-in-force", "not in force" }, { "start-unknown", "start unknown" },
        { "open", "matters" }, { "irrelevant", "no part" },
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (ogbv__text_equal(name, words[i][0]))
            return words[i][1];
    return name;
}

/* ---- the head ---------------------------------------------------------------------------- */

static void write_head(struct ogbv__html *html)
{
    ogbv__markup(&html->sink,
                 "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                 "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                 "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                 "style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n"
                 "<title>Definitions compared, ", html->report->on, "</title>\n<style>\n", NULL);
    ogbv__markup_tag(&html->sink, ogbv__page_css);
    ogbv__markup_tag(&html->sink, "</style>\n</head>\n<body>\n"
                     "<a class=\"skip\" href=\"#overview\">Skip to the overview</a>\n"
                     "<p id=\"said\" class=\"hidden-text\" role=\"status\"></p>\n");
}

static void write_figure(struct ogbv__html *html, size_t n, const char *what)
{
    ogbv__markup_tag(&html->sink, "<li><b>");
    ogbv__markup_int(&html->sink, (int64_t)n);
    ogbv__markup(&html->sink, "</b>", what, "</li>\n", NULL);
}

static void write_figures(struct ogbv__html *html)
{
    const ogbv_report *report = html->report;
    size_t jurisdictions = 0, pairs = 0, undecided = 0, rules = 0;
    for (size_t i = 0; i < report->db->n_jurisdictions; i++)
        jurisdictions += !report->db->jurisdictions[i]->within;
    for (int32_t kind = OGBV_OFFENCE; kind <= OGBV_REMEDY; kind++)
        rules += report->db->n_rules[kind];
    for (size_t i = 0; i < report->n_comparisons; i++)
        for (size_t p = 0; p < report->comparisons[i]->n_pairs; p++, pairs++)
            undecided += report->comparisons[i]->pairs[p].relation == OGBV_UNDECIDED;
    ogbv__markup_tag(&html->sink, "<ul class=\"figures\">\n");
    write_figure(html, jurisdictions, "jurisdictions");
    write_figure(html, report->n_comparisons, "concepts");
    write_figure(html, rules, "rules");
    write_figure(html, pairs, "pairs compared");
    write_figure(html, undecided, "of them undecided");
    ogbv__markup_tag(&html->sink, "</ul>\n");
}

static void write_top(struct ogbv__html *html)
{
    const ogbv_report *report = html->report;
    ogbv__markup(&html->sink,
                 "<header class=\"top\">\n<h1>Online gender-based violence: what the law of "
                 "jurisdictions defines, compared</h1>\n<p class=\"lede\">Rules of class ",
                 ogbv_name(OGBV_NAMES_CLASS, report->class_), " in force on <time>", report->on,
                 "</time>, as they are encoded in the data of ", report->db->release,
                 ". Each difference is shown by a case.</p>\n<p class=\"soft\">",
                 ogbv__texts_in(&report->db->notice, html->lang), "</p>\n", NULL);
    write_figures(html);
    ogbv__markup_tag(&html->sink,
                     "<nav aria-label=\"Sections\"><ul>\n"
                     "<li><a href=\"#overview\">Overview</a></li>\n"
                     "<li><a href=\"#shortfalls\">Minimum definitions</a></li>\n"
                     "<li><a href=\"#concepts\">Concepts</a></li>\n"
                     "<li><a href=\"#verification\">Verification</a></li>\n"
                     "<li><a href=\"#remarks\">What to look at</a></li>\n"
                     "<li><a href=\"#method\">How to read this page</a></li>\n"
                     "</ul></nav>\n</header>\n<main>\n");
}

/* ---- the heat map ------------------------------------------------------------------------ */

static size_t last_definition(const struct ogbv__html *html)
{
    const ogbv_report *report = html->report;
    return report->n_comparisons ? report->comparisons[0]->n_definitions - 1 : 0;
}

/* How this definition relates to each: a letter for each definition, for the script. */
static void write_relations(struct ogbv__html *html, const ogbv_comparison *comparison, size_t d)
{
    static const char letters[] = "=nbodu";
    for (size_t k = 0; k < comparison->n_definitions; k++) {
        int32_t relation = ogbv__relation_of(comparison, d, k);
        ogbv__sink_char(&html->sink, k == d ? '.' : relation < 0 ? '-' : letters[relation]);
    }
}

static void write_cell(struct ogbv__html *html, const ogbv_comparison *comparison, size_t d)
{
    static const char *const classes[] = { "short", "may", "reaches" };
    static const char *const words[] = { "not covered", "depends", "covered" };
    const struct ogbv__definition *definition = &comparison->definitions[d];
    const char *status = ogbv_name(OGBV_NAMES_DEFINITION, definition->status);
    if (definition->status != OGBV_DEFINED) {
        ogbv__markup(&html->sink, "<td class=\"r-", status, "\">", ogbv__html_word(status),
                     "</td>", NULL);
        return;
    }
    ogbv__markup(&html->sink, "<td class=\"m-", classes[definition->typical], "\" data-t=\"",
                 words[definition->typical], "\" data-r=\"", NULL);
    write_relations(html, comparison, d);
    ogbv__markup(&html->sink, "\">", words[definition->typical], "</td>", NULL);
}

static void write_row(struct ogbv__html *html, const ogbv_comparison *comparison)
{
    const struct ogbv_concept *concept_ = comparison->concept_;
    ogbv__markup(&html->sink, "<tr><th scope=\"row\"><a href=\"#c-", concept_->id, "\">",
                 ogbv__texts_in(&concept_->label, html->lang), "</a></th>", NULL);
    for (size_t d = 0; d < last_definition(html); d++)
        write_cell(html, comparison, d);
    ogbv__markup_tag(&html->sink, "</tr>\n");
}

static void write_family(struct ogbv__html *html, const struct ogbv_concept *family)
{
    ogbv__markup_tag(&html->sink,
                     "<tbody>\n<tr class=\"family\"><th scope=\"rowgroup\" colspan=\"");
    ogbv__markup_int(&html->sink, (int64_t)last_definition(html) + 1);
    ogbv__markup(&html->sink, "\">", ogbv__texts_in(&family->label, html->lang), "</th></tr>\n",
                 NULL);
    for (size_t i = 0; i < html->report->n_comparisons; i++)
        if (html->report->comparisons[i]->concept_->family == family)
            write_row(html, html->report->comparisons[i]);
    ogbv__markup_tag(&html->sink, "</tbody>\n");
}

static void write_baselines(struct ogbv__html *html)
{
    const ogbv_comparison *first = html->report->comparisons[0];
    ogbv__markup_tag(&html->sink,
                     "<div class=\"controls\" hidden><label for=\"baseline\">Hold against</label>\n"
                     "<select id=\"baseline\">\n<option value=\"\" selected>the typical case"
                     "</option>\n");
    for (size_t d = 0; d < first->n_definitions; d++) {
        ogbv__markup_tag(&html->sink, "<option value=\"");
        ogbv__markup_int(&html->sink, (int64_t)d);
        ogbv__markup(&html->sink, "\">", ogbv__phrase_name(&first->definitions[d], html->lang),
                     "</option>\n", NULL);
    }
    ogbv__markup_tag(&html->sink, "</select></div>\n");
}

static void write_legend(struct ogbv__html *html)
{
    static const char *const typical[] = {
        "<li><span class=\"m-reaches\"></span>covers the typical case, exceptions that it "
        "leaves open aside</li>\n",
        "<li><span class=\"m-short\"></span>does not</li>\n",
        "<li><span class=\"m-may\"></span>depends on an element that it leaves open</li>\n",
    };
    static const char *const meanings[] = {
        [OGBV_EQUAL] = "covers the same cases",
        [OGBV_NARROWER] = "narrower: covers part of the baseline",
        [OGBV_BROADER] = "broader: covers the baseline, and more",
        [OGBV_OVERLAPPING] = "overlapping: each covers cases of its own",
        [OGBV_DISJOINT] = "disjoint: no case in common",
        [OGBV_UNDECIDED] = "undecided",
    };
    ogbv__markup_tag(&html->sink, "<ul class=\"legend\" aria-label=\"Symbols\">\n");
    for (size_t i = 0; i < sizeof typical / sizeof typical[0]; i++)
        ogbv__markup_tag(&html->sink, typical[i]);
    for (int32_t r = OGBV_EQUAL; r <= OGBV_UNDECIDED; r++)
        ogbv__markup(&html->sink, "<li><span class=\"r-", ogbv_name(OGBV_NAMES_RELATION, r),
                     "\"></span>", meanings[r], "</li>\n", NULL);
    ogbv__markup_tag(&html->sink,
                     "<li><span class=\"r-none-found\"></span>looked for, none found</li>\n"
                     "<li><span class=\"r-not-encoded\"></span>not encoded: nobody looked</li>\n"
                     "</ul>\n");
}

static void write_overview(struct ogbv__html *html)
{
    const ogbv_report *report = html->report;
    const ogbv_comparison *first = report->comparisons[0];
    ogbv__markup_tag(&html->sink, "<section id=\"overview\" aria-labelledby=\"overview-title\">\n"
                     "<h2 id=\"overview-title\">Overview</h2>\n");
    write_baselines(html);
    write_legend(html);
    ogbv__markup(&html->sink,
                 "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
                 "aria-labelledby=\"heat-caption\">\n<table class=\"grid\" id=\"heat\">\n"
                 "<caption id=\"heat-caption\">Concepts by jurisdiction: whether the concept is "
                 "defined, and how the definition stands to <strong id=\"against\">",
                 "the typical case", "</strong></caption>\n<thead><tr>"
                 "<th scope=\"col\">Concept</th>", NULL);
    for (size_t d = 0; d < last_definition(html); d++)
        ogbv__markup(&html->sink, "<th scope=\"col\">",
                     ogbv__phrase_name(&first->definitions[d], html->lang), "</th>", NULL);
    ogbv__markup_tag(&html->sink, "</tr></thead>\n");
    for (size_t i = 0; i < ogbv_family_count(report->db); i++)
        write_family(html, ogbv_family_at(report->db, i));
    ogbv__markup_tag(&html->sink, "</table>\n</div>\n</section>\n");
}

/* ---- concepts ---------------------------------------------------------------------------- */

static void write_concepts(struct ogbv__html *html)
{
    const ogbv_report *report = html->report;
    ogbv__markup_tag(&html->sink, "<section id=\"concepts\" aria-labelledby=\"concepts-title\">\n"
                     "<h2 id=\"concepts-title\">Concepts</h2>\n"
                     "<div class=\"controls\" hidden><label for=\"concept\">Show</label>\n"
                     "<select id=\"concept\">\n<option value=\"\">all concepts</option>\n");
    for (size_t i = 0; i < report->n_comparisons; i++)
        ogbv__markup(&html->sink, "<option value=\"c-", report->comparisons[i]->concept_->id,
                     "\">", ogbv__texts_in(&report->comparisons[i]->concept_->label, html->lang),
                     "</option>\n", NULL);
    ogbv__markup_tag(&html->sink, "</select></div>\n");
    for (size_t i = 0; i < report->n_comparisons; i++)
        ogbv__html_concept(html, report->comparisons[i]);
    ogbv__markup_tag(&html->sink, "</section>\n");
}

/* ---- the whole --------------------------------------------------------------------------- */

static void write_page(struct ogbv__html *html)
{
    write_head(html);
    write_top(html);
    if (html->report->n_comparisons) {
        write_overview(html);
        ogbv__html_shortfalls(html);
        write_concepts(html);
    }
    ogbv__html_verification(html);
    ogbv__html_remarks(html);
    ogbv__markup_tag(&html->sink, ogbv__page_method);
    ogbv__markup(&html->sink, "</main>\n<footer><p>Made by libogbv ", ogbv_version(),
                 " from the data of ", html->report->db->release,
                 ".</p></footer>\n<script>\n", NULL);
    ogbv__markup_tag(&html->sink, ogbv__page_js);
    ogbv__markup_tag(&html->sink, "</script>\n</body>\n</html>\n");
}

ogbv_status ogbv_report_write_html(const ogbv_report *report, const char *lang,
                                   ogbv_write_fn write, void *payload, ogbv_error **error)
{
    struct ogbv__html html = { .report = report, .lang = lang };
    if (!report || !write)
        return ogbv__fail_invalid(error);
    ogbv__sink_init(&html.sink, write, payload);
    ogbv__buf_init(&html.words, &report->arena.alloc);
    write_page(&html);
    ogbv__buf_free(&html.words);
    int complete = ogbv__sink_finish(&html.sink);
    return ogbv__report_status(report, html.failed ? OGBV_ERR_NOMEM
                                       : complete  ? OGBV_OK : OGBV_ERR_IO, error);
}
