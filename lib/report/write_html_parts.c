/* SPDX-License-Identifier: MIT */
/* What it is for: the sections on minimum definitions, verification and remarks.
 * What it must not know: the rest of the page.
 * Invariant: a shortfall is shown by a case, or by the status of what is missing. */
#include "report/phrase.h"
#include "report/write_compare.h"
#include "report/write_html.h"

#include <string.h>

/* ---- minimum definitions ----------------------------------------------------------------- */

static void write_stand(struct ogbv__html *html, const ogbv_comparison *comparison, size_t minimum,
                        size_t d)
{
    static const char *const classes[] = { "", "reaches", "short", "may", "without" };
    static const char *const words[] = { "", "reaches it", "falls short", "undecided",
                                         "nothing defined" };
    const struct ogbv__definition *definition = &comparison->definitions[d];
    const struct ogbv__side *side;
    int stands = ogbv__stands(comparison, minimum, d, &side);
    if (stands == OGBV__NOT_BOUND)
        return;
    ogbv__markup(&html->sink, "<tr><th scope=\"row\"><a href=\"#c-", comparison->concept_->id,
                 "\">", ogbv__texts_in(&comparison->concept_->label, html->lang), "</a></th><td>",
                 ogbv__phrase_name(definition, html->lang), "</td><td class=\"m-",
                 classes[stands], "\">", words[stands], "</td><td>", NULL);
    if (side)
        ogbv__html_case(html, side);
    else if (stands == OGBV__WITHOUT)
        ogbv__markup_text(&html->sink, ogbv__phrase_status(definition->status));
    ogbv__markup_tag(&html->sink, "</td></tr>\n");
}

/* The day by which most of its rules have to be carried out is the day of each concept's. */
static void write_due(struct ogbv__html *html, size_t minimum)
{
    const ogbv_report *report = html->report;
    const char *last = NULL;
    for (size_t i = 0; i < report->n_comparisons; i++) {
        const char *due = ogbv__latest_day(&report->comparisons[i]->definitions[minimum],
                                           ogbv_rule_due);
        if (due && (!last || strcmp(due, last) > 0))
            last = due;
    }
    if (last)
        ogbv__markup(&html->sink, "<p>It binds states. The latest day by which a part of it has to "
                     "be carried out is <time>", last, "</time>; before its day, a shortfall is "
                     "no breach.</p>\n", NULL);
}

static void write_minimum(struct ogbv__html *html, size_t minimum)
{
    const ogbv_report *report = html->report;
    const char *name = ogbv__phrase_name(&report->comparisons[0]->definitions[minimum],
                                         html->lang);
    ogbv__markup(&html->sink, "<h3>Held against: ", name, "</h3>\n", NULL);
    write_due(html, minimum);
    ogbv__markup_tag(&html->sink, "<details><summary>Show the list</summary>\n"
                     "<div class=\"scroll\" tabindex=\"0\">\n<table>");
    ogbv__markup(&html->sink, "<caption>Cases covered by: ", name, ", and not by the "
                 "jurisdiction</caption>\n<thead><tr><th scope=\"col\">Concept</th>"
                 "<th scope=\"col\">"
                 "Jurisdiction</th><th scope=\"col\">Stands</th><th scope=\"col\">Case</th></tr>"
                 "</thead><tbody>\n", NULL);
    for (size_t i = 0; i < report->n_comparisons; i++)
        for (size_t d = 0; d < report->comparisons[i]->n_definitions; d++)
            write_stand(html, report->comparisons[i], minimum, d);
    ogbv__markup_tag(&html->sink, "</tbody></table>\n</div></details>\n");
}

void ogbv__html_shortfalls(struct ogbv__html *html)
{
    const ogbv_comparison *first = html->report->comparisons[0];
    ogbv__markup_tag(&html->sink, "<section id=\"shortfalls\" aria-labelledby=\"short-title\">\n"
                     "<h2 id=\"short-title\">Minimum definitions</h2>\n");
    for (size_t d = 0; d < first->n_definitions; d++)
        if (ogbv__is_minimum(&first->definitions[d]))
            write_minimum(html, d);
    ogbv__markup_tag(&html->sink, "</section>\n");
}

/* ---- verification ------------------------------------------------------------------------ */

static void write_bar(struct ogbv__html *html, const struct ogbv__tally *tally)
{
    ogbv__markup_tag(&html->sink, "<td><div class=\"bar\" aria-hidden=\"true\">");
    for (int32_t seen = 0; seen < OGBV__N_SEEN; seen++) {
        ogbv__markup(&html->sink, "<span class=\"", ogbv_name(OGBV_NAMES_SEEN, seen),
                     "\" style=\"flex:", NULL);
        ogbv__markup_int(&html->sink, tally->seen[seen]);
        ogbv__markup_tag(&html->sink, "\"></span>");
    }
    ogbv__markup_tag(&html->sink, "</div></td></tr>\n");
}

/* NULL: of all together. */
static void write_tally(struct ogbv__html *html, const struct ogbv_jurisdiction *j)
{
    struct ogbv__tally tally = ogbv__tally_of(html->report->db, j);
    ogbv__markup(&html->sink, "<tr><th scope=\"row\">",
                 j ? ogbv__texts_in(&j->label, html->lang) : "All together", "</th><td>", NULL);
    if (j)
        ogbv__markup(&html->sink, "<time>", j->as_of, "</time>", NULL);
    ogbv__markup_tag(&html->sink, "</td><td class=\"number\">");
    ogbv__markup_int(&html->sink, tally.rules);
    for (int32_t seen = 0; seen < OGBV__N_SEEN; seen++) {
        ogbv__markup_tag(&html->sink, "</td><td class=\"number\">");
        ogbv__markup_int(&html->sink, tally.seen[seen]);
    }
    ogbv__markup_tag(&html->sink, "</td>");
    write_bar(html, &tally);
}

void ogbv__html_verification(struct ogbv__html *html)
{
    const struct ogbv_db *db = html->report->db;
    ogbv__markup_tag(&html->sink,
                     "<section id=\"verification\" aria-labelledby=\"verification-title\">\n"
                     "<h2 id=\"verification-title\">Verification</h2>\n"
                     "<div class=\"scroll\" tabindex=\"0\">\n<table><caption>Offences, remedies, "
                     "minimum rules and terms by the weakest of their citations: read in the law "
                     "itself (primary), read about (secondary), from memory (remembered)"
                     "</caption>\n<thead><tr><th scope=\"col\">Jurisdiction</th>"
                     "<th scope=\"col\">Looked at up to</th><th scope=\"col\">Rules</th>"
                     "<th scope=\"col\">Primary</th><th scope=\"col\">Secondary</th>"
                     "<th scope=\"col\">Remembered</th><th scope=\"col\"><span "
                     "class=\"hidden-text\">Shares</span></th></tr></thead><tbody>\n");
    for (size_t i = 0; i < db->n_jurisdictions; i++)
        if (!db->jurisdictions[i]->within)
            write_tally(html, db->jurisdictions[i]);
    write_tally(html, NULL);
    ogbv__markup_tag(&html->sink, "</tbody></table>\n</div>\n</section>\n");
}

/* ---- remarks ----------------------------------------------------------------------------- */

static size_t count_remarks(const ogbv_report *report, int32_t kind)
{
    size_t n = 0;
    for (size_t i = 0; i < report->remarks.n; i++)
        n += ogbv_remark_kind(report->remarks.at[i]) == kind;
    return n;
}

static void write_kind(struct ogbv__html *html, int32_t kind)
{
    static const char *const titles[] = {
        [OGBV_REMARK_NEVER_MET] = "Rules that no case meets",
        [OGBV_REMARK_NEVER_IN_SCOPE] = "Rules outside the scope of their concept",
        [OGBV_REMARK_SUBSUMED] = "Rules that another covers",
        [OGBV_REMARK_UNUSED_FACT] = "Facts that no rule asks for",
        [OGBV_REMARK_TERM_DIFFERS] = "Terms of one name that mean different things",
    };
    const ogbv_report *report = html->report;
    ogbv__markup(&html->sink, "<h3>", titles[kind], " (", NULL);
    ogbv__markup_int(&html->sink, (int64_t)count_remarks(report, kind));
    ogbv__markup_tag(&html->sink, ")</h3>\n<ul class=\"columns\">\n");
    for (size_t i = 0; i < report->remarks.n; i++) {
        const struct ogbv_remark *remark = report->remarks.at[i];
        if (remark->kind != kind)
            continue;
        ogbv__phrase_remark(&html->words, remark, html->lang);
        ogbv__markup_tag(&html->sink, "<li>");
        ogbv__html_words(html);
        ogbv__markup_tag(&html->sink, "</li>\n");
    }
    ogbv__markup_tag(&html->sink, "</ul>\n");
}

void ogbv__html_remarks(struct ogbv__html *html)
{
    ogbv__markup_tag(&html->sink, "<section id=\"remarks\" aria-labelledby=\"remarks-title\">\n"
                     "<h2 id=\"remarks-title\">What to look at</h2>\n"
                     "<p>None of this need be a fault: laws overlap, and facts may wait for law "
                     "that is not encoded yet.</p>\n");
    for (int32_t kind = OGBV_REMARK_NEVER_MET; kind <= OGBV_REMARK_TERM_DIFFERS; kind++)
        if (count_remarks(html->report, kind))
            write_kind(html, kind);
    ogbv__markup_tag(&html->sink, "</section>\n");
}
