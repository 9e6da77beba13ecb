/* SPDX-License-Identifier: MIT */
/* What it is for: the answer on half a screen: whose law, what it is called, what is open, which
 * limit runs, how far each law is made out, what to ask first.
 * What it must not know: how statuses come about; the reasons, which stand in the other sections.
 * Invariant: nothing is said here that is not said below at length; what is left out is counted. */
#include "report/write_text.h"

enum { MOST = 3 };      /* names in a list */

typedef int chooser(const struct ogbv_finding *finding);

static int is_named(const struct ogbv_finding *finding)
{
    return finding->status == OGBV_MET;
}

static int is_close(const struct ogbv_finding *finding)
{
    return ogbv__text_is_close(finding) && ogbv__text_is_begun(finding);
}

/* ---- lists of names ---------------------------------------------------------------------- */

/* Adds a name to a list, as long as there is room. Gives how many there are. */
static size_t add_name(struct ogbv__text_report *report, const struct ogbv__texts *label, size_t n)
{
    if (n < MOST)
        ogbv__page_texts(&report->page, n ? "; " : "", ogbv__texts_in(label, report->lang), NULL);
    return n + 1;
}

static void end_names(struct ogbv__text_report *report, size_t n)
{
    if (n > MOST) {
        ogbv__page_text(&report->page, "; and ");
        ogbv__page_int(&report->page, (int64_t)(n - MOST));
        ogbv__page_text(&report->page, " more");
    }
    ogbv__page_text(&report->page, ".");
}

/* ---- whose law --------------------------------------------------------------------------- */

static void write_not_held(struct ogbv__text_report *report)
{
    const struct ogbv_result *result = report->result;
    for (size_t i = 0; i < result->n_jurisdictions; i++) {
        if (result->jurisdictions[i].held)
            continue;
        ogbv__page_begin(&report->page, 0, "-");
        ogbv__page_texts(&report->page, "The law of \"", result->jurisdictions[i].id,
                         "\" is not held here: nothing can be said of it. That does not mean that "
                         "there is none.", NULL);
        ogbv__page_end(&report->page);
    }
    if (result->n_jurisdictions == 0)
        ogbv__page_line(&report->page, 0, "-",
                        "No law was asked for. Name a place to read its law.");
}

/* So that "if" need not stand with every name. */
static void write_asserted(struct ogbv__text_report *report)
{
    const struct ogbv_result *result = report->result;
    size_t n = 0;
    for (size_t i = 0; i < result->n_jurisdictions; i++) {
        const struct ogbv__result_jurisdiction *listed = &result->jurisdictions[i];
        if (!listed->held || !listed->asked || listed->connection == OGBV_CONNECTED)
            continue;
        if (n++ == 0) {
            ogbv__page_begin(&report->page, 0, "-");
            ogbv__page_text(&report->page, "Said for the case that its law applies, which no fact "
                                           "shows yet: ");
        }
        ogbv__page_texts(&report->page, n > 1 ? "; " : "",
                         ogbv__texts_in(&listed->held->label, report->lang), NULL);
    }
    if (n == 0)
        return;
    ogbv__page_text(&report->page, ".");
    ogbv__page_end(&report->page);
}

/* ---- what it is called, what is open ----------------------------------------------------- */

static void write_concepts(struct ogbv__text_report *report)
{
    const struct ogbv_result *result = report->result;
    size_t n = 0;
    for (size_t i = 0; i < result->n_findings[OGBV_FINDING_CONCEPT]; i++) {
        const struct ogbv_finding *finding = &result->findings[OGBV_FINDING_CONCEPT][i];
        if (!is_named(finding))
            continue;
        if (n == 0) {
            ogbv__page_begin(&report->page, 0, "-");
            ogbv__page_text(&report->page, "What it is called: ");
        }
        n = add_name(report, &finding->concept_->label, n);
    }
    if (n == 0)
        return;
    end_names(report, n);
    ogbv__page_end(&report->page);
}

static void write_steps(struct ogbv__text_report *report)
{
    const struct ogbv_finding *first[MOST];
    size_t n = ogbv__text_open_steps(report, first, MOST);
    struct ogbv__page *page = &report->page;
    ogbv__page_begin(page, 0, "-");
    if (n == 0)
        ogbv__page_text(page, "No step is certain to be open yet. More facts can change that");
    else if (n > 1)
        ogbv__page_int(page, (int64_t)n);
    ogbv__page_text(page, n > 1 ? " steps are open now: " : n ? "A step is open now: " : "");
    for (size_t i = 0; i < n && i < MOST; i++) {
        const struct ogbv_rule *rule = first[i]->rule;
        ogbv__page_texts(page, i ? "; " : "", ogbv__texts_in(&rule->label, report->lang), " (",
                         ogbv__texts_in(&rule->jurisdiction->label, report->lang), ")", NULL);
    }
    end_names(report, n);
    ogbv__page_end(page);
}

/* ---- how far each law is made out -------------------------------------------------------- */

/* The names of one law's offences that are chosen. Gives how many there are. */
static size_t write_chosen(struct ogbv__text_report *report, const struct ogbv_jurisdiction *law,
                           const char *what, chooser *chosen)
{
    const struct ogbv_result *result = report->result;
    size_t n = 0;
    for (size_t i = 0; i < result->n_findings[OGBV_FINDING_OFFENCE]; i++) {
        const struct ogbv_finding *finding = &result->findings[OGBV_FINDING_OFFENCE][i];
        if (finding->rule->jurisdiction != law || !chosen(finding))
            continue;
        if (n == 0)
            ogbv__page_text(&report->page, what);
        n = add_name(report, &finding->rule->label, n);
    }
    if (n > 0)
        end_names(report, n);
    return n;
}

static int has(const struct ogbv_result *result, const struct ogbv_jurisdiction *law,
               chooser *chosen)
{
    for (size_t i = 0; i < result->n_findings[OGBV_FINDING_OFFENCE]; i++) {
        const struct ogbv_finding *finding = &result->findings[OGBV_FINDING_OFFENCE][i];
        if (finding->rule->jurisdiction == law && chosen(finding))
            return 1;
    }
    return 0;
}

static void write_law(struct ogbv__text_report *report, const struct ogbv_jurisdiction *law)
{
    if (!has(report->result, law, is_named) && !has(report->result, law, is_close))
        return;
    ogbv__page_begin(&report->page, 0, "-");
    ogbv__page_texts(&report->page, ogbv__texts_in(&law->label, report->lang), ".", NULL);
    write_chosen(report, law, " Made out on these facts: ", is_named);
    write_chosen(report, law, " One or two points open: ", is_close);
    ogbv__page_end(&report->page);
}

/* The laws of which nothing stands above: in one line. */
static void write_rest(struct ogbv__text_report *report)
{
    const struct ogbv_result *result = report->result;
    const char *between = "Nothing made out yet, on what is known: ";
    for (size_t i = 0; i < result->n_jurisdictions; i++) {
        const struct ogbv_jurisdiction *law = result->jurisdictions[i].held;
        if (!law || has(result, law, is_named) || has(result, law, is_close))
            continue;
        if (between[0] == 'N')
            ogbv__page_begin(&report->page, 0, "-");
        ogbv__page_texts(&report->page, between, ogbv__texts_in(&law->label, report->lang), NULL);
        between = "; ";
    }
    if (between[0] == 'N')
        return;
    ogbv__page_text(&report->page, ".");
    ogbv__page_end(&report->page);
}

static void write_laws(struct ogbv__text_report *report)
{
    for (size_t i = 0; i < report->result->n_jurisdictions; i++)
        if (report->result->jurisdictions[i].held)
            write_law(report, report->result->jurisdictions[i].held);
    write_rest(report);
}

static void write_question(struct ogbv__text_report *report)
{
    const struct ogbv_need *first;
    if (ogbv__text_questions(report, &first, 1) == 0)
        return;
    ogbv__page_begin(&report->page, 0, "-");
    ogbv__page_texts(&report->page, "To ask first: ",
                     ogbv__texts_in(&first->fact->question, report->lang), NULL);
    ogbv__page_end(&report->page);
}

void ogbv__text_short(struct ogbv__text_report *report)
{
    ogbv__page_heading(&report->page, "IN SHORT");
    write_not_held(report);
    write_asserted(report);
    write_concepts(report);
    write_steps(report);
    ogbv__text_nearest(report);
    write_laws(report);
    write_question(report);
}
