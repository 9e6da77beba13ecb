/* SPDX-License-Identifier: MIT */
/* What it is for: what several sections of the text say alike: whose law, missing facts, deadlines,
 * sources.
 * What it must not know: in which order the sections stand.
 * Invariant: where no fact shows that a law applies, it is said with "if". */
#include "report/write_text.h"

#include "report/words.h"

#include <string.h>

/* ---- whose law --------------------------------------------------------------------------- */

/* Whether the law of one listed jurisdiction applies with that of another. */
static int comes_with(const struct ogbv_jurisdiction *law, const struct ogbv_jurisdiction *j)
{
    if (j->parent == law || j->within == law)
        return 1;
    for (size_t i = 0; i < j->n_members; i++)
        if (j->members[i].union_ == law)
            return 1;
    return 0;
}

static int is_connected(const struct ogbv_result *result, const struct ogbv_jurisdiction *law)
{
    for (size_t i = 0; i < result->n_jurisdictions; i++) {
        const struct ogbv__result_jurisdiction *listed = &result->jurisdictions[i];
        if (listed->held && listed->connection == OGBV_CONNECTED
            && (listed->held == law || comes_with(law, listed->held)))
            return 1;
    }
    return 0;
}

void ogbv__text_whose(struct ogbv__text_report *report, const struct ogbv_jurisdiction *law)
{
    ogbv__page_texts(&report->page, ogbv__texts_in(&law->label, report->lang),
                     is_connected(report->result, law) ? "" : ", if its law applies", NULL);
}

void ogbv__text_law(struct ogbv__text_report *report, const struct ogbv_jurisdiction *law)
{
    ogbv__page_gap(&report->page);
    ogbv__page_begin(&report->page, 0, "");
    ogbv__text_whose(report, law);
    ogbv__page_text(&report->page, ":");
    ogbv__page_end(&report->page);
}

void ogbv__text_name(struct ogbv__text_report *report, const struct ogbv_finding *finding)
{
    ogbv__page_texts(&report->page, ogbv__texts_in(&finding->rule->label, report->lang), " (",
                     NULL);
    ogbv__text_whose(report, finding->rule->jurisdiction);
    ogbv__page_text(&report->page, ")");
}

void ogbv__text_title(struct ogbv__text_report *report, const char *mark,
                      const struct ogbv_finding *finding)
{
    ogbv__page_begin(&report->page, 0, mark);
    ogbv__text_name(report, finding);
    ogbv__page_end(&report->page);
}

void ogbv__text_labelled(struct ogbv__text_report *report, int indent, const char *what,
                         const char *text)
{
    if (!text[0])
        return;
    ogbv__page_begin(&report->page, indent, "");
    ogbv__page_texts(&report->page, what, text, NULL);
    ogbv__page_end(&report->page);
}

/* ---- how far it is made out -------------------------------------------------------------- */

int ogbv__text_is_begun(const struct ogbv_finding *finding)
{
    size_t met = 0;
    for (size_t i = 0; i < finding->n_elements; i++)
        met += finding->elements[i].status == OGBV_MET;
    return finding->arguable || (met > 0 && 2 * met >= finding->n_elements);
}

int ogbv__text_is_close(const struct ogbv_finding *finding)
{
    enum { FEW = 2 };
    return finding->status == OGBV_UNDETERMINED && finding->missing.n <= FEW;
}

/* ---- missing facts ----------------------------------------------------------------------- */

int ogbv__text_holds(const struct ogbv__fact_list *list, const struct ogbv_fact *fact)
{
    for (size_t i = 0; i < list->n; i++)
        if (list->at[i] == fact)
            return 1;
    return 0;
}

static int is_ranked(const struct ogbv_result *result, const struct ogbv_fact *fact)
{
    for (size_t i = 0; i < result->n_needs; i++)
        if (result->needs[i].fact == fact)
            return 1;
    return 0;
}

static void write_fact(struct ogbv__text_report *report, const struct ogbv_fact *fact, size_t n)
{
    ogbv__page_text(&report->page, n ? "; " : "");
    ogbv__words_fact(&report->page, fact, report->lang);
}

void ogbv__text_facts(struct ogbv__text_report *report, const struct ogbv__fact_list *list,
                      size_t most)
{
    const struct ogbv_result *result = report->result;
    size_t n = 0;
    for (size_t i = 0; i < result->n_needs && n < most; i++)
        if (ogbv__text_holds(list, result->needs[i].fact))
            write_fact(report, result->needs[i].fact, n++);
    for (size_t i = 0; i < list->n && n < most; i++)    /* asked before, and not known */
        if (!is_ranked(result, list->at[i]))
            write_fact(report, list->at[i], n++);
    if (n < list->n) {
        ogbv__page_text(&report->page, "; and ");
        ogbv__page_int(&report->page, (int64_t)(list->n - n));
        ogbv__page_text(&report->page, " more");
    }
}

void ogbv__text_why(struct ogbv__text_report *report, int indent,
                    const struct ogbv_finding *finding)
{
    static const char *const table[] = {
        [OGBV_WHY_FACT] = NULL,
        [OGBV_WHY_OPEN_NORM] = NULL,
        [OGBV_WHY_UNSETTLED] = "The law is open on a point here; courts have not settled it.",
        [OGBV_WHY_START_UNKNOWN] = "It is not known whether this law has come into force yet.",
        [OGBV_WHY_SPANS_CHANGE] = "The law changed while it happened; both texts matter.",
        [OGBV_WHY_DATE] = "A date is missing, or not exact enough.",
        [OGBV_WHY_BURDEN] = "An exception is open that would have to be disproved.",
    };
    if (finding->arguable)
        ogbv__page_line(&report->page, indent, "",
                        "There is a case to be argued: only a court can decide what is open.");
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
        if (finding->why >> i & 1 && table[i])
            ogbv__page_line(&report->page, indent, "", table[i]);
}

/* ---- deadlines --------------------------------------------------------------------------- */

static void write_point(struct ogbv__text_report *report, const struct ogbv_due *due)
{
    if (due->at)
        ogbv__words_instant(&report->page, due->at);
    else
        ogbv__words_day(&report->page, due->date);
}

void ogbv__text_when(struct ogbv__text_report *report, const struct ogbv_due *due)
{
    struct ogbv__page *page = &report->page;
    if (due->status == OGBV_DUE_EXPIRED)
        ogbv__page_text(page, due->certain ? "Passed on " : "Passed; the last day was ");
    else if (due->status == OGBV_DUE_TODAY)
        ogbv__page_text(page, "TODAY, ");
    else
        ogbv__page_text(page, due->certain ? "By " : "To be safe, by ");
    write_point(report, due);
    if (!due->certain)
        ogbv__page_text(page, due->status == OGBV_DUE_EXPIRED ? " or later"
                                                              : " (the earliest that it can be)");
    ogbv__page_text(page, ": ");
}

/* Whether two deadlines are the same one, computed alike for two acts. */
static int is_same_due(const struct ogbv_due *a, const struct ogbv_due *b)
{
    return a->deadline == b->deadline && a->status == b->status
        && strcmp(a->computation, b->computation) == 0;
}

/* An act is named where the deadline is not the same for all. */
static int names_act(const struct ogbv_finding *finding, const struct ogbv_due *due)
{
    int same = 0;
    for (size_t i = 0; i < finding->n_dues; i++)
        same += is_same_due(&finding->dues[i], due);
    return due->act && due->act[0] && finding->n_acts > 1 && same == 1;
}

void ogbv__text_due(struct ogbv__text_report *report, int indent,
                    const struct ogbv_finding *finding, const struct ogbv_due *due)
{
    const struct ogbv__deadline *deadline = due->deadline;
    struct ogbv__page *page = &report->page;
    ogbv__page_begin(page, indent, "");
    ogbv__page_text(page, ogbv__words_due(deadline->whose));
    if (due->date)
        ogbv__text_when(report, due);
    ogbv__page_text(page, ogbv__texts_in(&deadline->label, report->lang));
    if (names_act(finding, due))
        ogbv__page_texts(page, " (act \"", due->act, "\")", NULL);
    if (!due->date)
        ogbv__page_text(page, ": the day is not known yet");
    ogbv__page_text(page, ".");
    if (deadline->whose == OGBV_FOR_APPLICANT || deadline->effect != OGBV_TARGET)
        ogbv__page_texts(page, " ", ogbv__words_effect(deadline->effect), NULL);
    if (due->missing.n > 0) {
        ogbv__page_text(page, " It depends on: ");
        ogbv__text_facts(report, &due->missing, 3);
        ogbv__page_text(page, ".");
    }
    ogbv__page_end(page);
}

void ogbv__text_dues(struct ogbv__text_report *report, int indent,
                     const struct ogbv_finding *finding)
{
    for (size_t i = 0; i < finding->n_dues; i++) {
        size_t first = 0;
        while (!is_same_due(&finding->dues[first], &finding->dues[i]))
            first++;
        if (first == i)
            ogbv__text_due(report, indent, finding, &finding->dues[i]);
    }
}

/* ---- names only -------------------------------------------------------------------------- */

static void begin_names(struct ogbv__text_report *report, const char *title,
                        const struct ogbv_jurisdiction *law)
{
    ogbv__page_gap(&report->page);
    ogbv__page_begin(&report->page, 0, "");
    ogbv__page_texts(&report->page, title, " (", NULL);
    ogbv__text_whose(report, law);
    ogbv__page_text(&report->page, "): ");
}

static void end_names(struct ogbv__page *page, int begun)
{
    if (!begun)
        return;
    ogbv__page_text(page, ".");
    ogbv__page_end(page);
}

void ogbv__text_names(struct ogbv__text_report *report, int32_t kind, const char *title,
                      int (*chosen)(const struct ogbv_finding *finding))
{
    const struct ogbv_result *result = report->result;
    struct ogbv__page *page = &report->page;
    const struct ogbv_jurisdiction *law = NULL;
    for (size_t i = 0; i < result->n_findings[kind]; i++) {
        const struct ogbv_finding *finding = &result->findings[kind][i];
        if (!chosen(finding))
            continue;
        if (finding->rule->jurisdiction == law) {
            ogbv__page_text(page, "; ");
        } else {
            end_names(page, law != NULL);
            law = finding->rule->jurisdiction;
            begin_names(report, title, law);
        }
        ogbv__page_text(page, ogbv__texts_in(&finding->rule->label, report->lang));
    }
    end_names(page, law != NULL);
}

/* ---- sources ----------------------------------------------------------------------------- */

void ogbv__text_source(struct ogbv__text_report *report, int indent,
                       const struct ogbv_finding *finding)
{
    const struct ogbv__cite *cite = &finding->rule->cite;
    struct ogbv__page *page = &report->page;
    ogbv__page_begin(page, indent, "");
    ogbv__page_texts(page, "Law: ", cite->text, " [", ogbv__words_seen(finding->verified), "]",
                     NULL);
    if (cite->source && cite->source->url[0])
        ogbv__page_texts(page, " ", cite->source->url, NULL);
    ogbv__page_end(page);
}
