/* SPDX-License-Identifier: MIT */
/* What it is for: the section on what the law says of the facts, element by element.
 * What it must not know: how statuses come about.
 * Invariant: what is not known is said to be not known, never "no". */
#include "report/write_text.h"

#include "report/words.h"

enum { INSIDE = 2, DEEPER = 4, NAMED = 6 };     /* indents; conditions named under an element */

static size_t count(const struct ogbv__text_report *report, int32_t kind)
{
    return report->result->n_findings[kind];
}

static const struct ogbv_finding *at(const struct ogbv__text_report *report, int32_t kind,
                                     size_t i)
{
    return &report->result->findings[kind][i];
}

static void write_title(struct ogbv__text_report *report, const struct ogbv_finding *finding)
{
    ogbv__page_begin(&report->page, 0, "*");
    ogbv__page_texts(&report->page, ogbv__texts_in(&finding->rule->label, report->lang), " (",
                     finding->rule->cite.at, ")", NULL);
    ogbv__page_end(&report->page);
}

/* ---- elements ---------------------------------------------------------------------------- */

/* All as wide as each other. */
static const char *mark_of(int32_t status)
{
    return status == OGBV_MET ? "[yes]" : status == OGBV_NOT_MET ? "[no ]" : "[ ? ]";
}

static void write_reason_label(struct ogbv__text_report *report, const struct ogbv_reason *reason)
{
    ogbv__page_text(&report->page, reason->label ? ogbv__texts_in(reason->label, report->lang)
                                                 : reason->id);
}

/* Whether a condition is best put as the question of its fact: "whether ...". */
static int is_plain(const struct ogbv_reason *reason)
{
    return reason->n_facts == 1 && reason->facts[0]->type == OGBV_BOOLEAN;
}

/* A condition that is open: what it tests, in words of its own or those of its facts. */
static void write_leaf(struct ogbv__text_report *report, const struct ogbv_reason *reason)
{
    int worded = reason->kind == OGBV_REASON_CONDITION && !is_plain(reason);
    if (reason->op == OGBV_OP_UNSETTLED)
        ogbv__page_text(&report->page, "the law is not settled on: ");
    if (worded || reason->n_facts == 0) {
        write_reason_label(report, reason);
        return;
    }
    for (size_t i = 0; i < reason->n_facts; i++) {
        ogbv__page_text(&report->page, i ? "; " : "");
        ogbv__words_fact(&report->page, reason->facts[i], report->lang);
    }
}

/* The conditions inside that are open. Gives the number written so far. */
static size_t write_open(struct ogbv__text_report *report, const struct ogbv_reason *reason,
                         size_t n)
{
    int open = reason->status == OGBV_UNDETERMINED || reason->status == OGBV_EXCEPTION_OPEN;
    if (!open || n >= NAMED)
        return n;
    for (size_t i = 0; i < reason->n_kids; i++)
        n = write_open(report, &reason->kids[i], n);
    if (reason->n_kids > 0)
        return n;
    ogbv__page_text(&report->page, n ? "; " : "open: ");
    write_leaf(report, reason);
    return n + 1;
}

static void write_element(struct ogbv__text_report *report, const struct ogbv_reason *reason)
{
    struct ogbv__page *page = &report->page;
    ogbv__page_begin(page, INSIDE, mark_of(reason->status));
    write_reason_label(report, reason);
    if (reason->cite && reason->cite->at[0])
        ogbv__page_texts(page, " (", reason->cite->at, ")", NULL);
    ogbv__page_end(page);
    if (reason->status != OGBV_UNDETERMINED)
        return;
    ogbv__page_begin(page, DEEPER, "");
    write_open(report, reason, 0);
    ogbv__page_end(page);
}

static void write_exception(struct ogbv__text_report *report, const struct ogbv_reason *reason,
                            int criminal)
{
    struct ogbv__page *page = &report->page;
    if (reason->status == OGBV_EXCLUDED)
        return;
    ogbv__page_begin(page, INSIDE, "");
    ogbv__page_text(page, reason->status == OGBV_ESTABLISHED ? "Exception that applies: "
                                                             : "Exception that could apply: ");
    write_reason_label(report, reason);
    if (reason->cite && reason->cite->at[0])
        ogbv__page_texts(page, " (", reason->cite->at, ")", NULL);
    if (reason->burden >= 0)
        ogbv__page_texts(page, "; ", ogbv__words_burden(reason->burden, criminal), NULL);
    if (reason->replaced_by)
        ogbv__page_texts(page, "; then another rule takes its place: ",
                         ogbv__texts_in(&reason->replaced_by->label, report->lang), NULL);
    ogbv__page_text(page, ".");
    ogbv__page_end(page);
}

/* ---- one finding ------------------------------------------------------------------------- */

static void write_penalty(struct ogbv__text_report *report, const struct ogbv_finding *finding)
{
    const struct ogbv__version *version = finding->version;
    if (version && version->has_penalty)
        ogbv__text_labelled(report, INSIDE, "Penalty: ",
                            ogbv__texts_in(&version->penalty.text, report->lang));
    for (size_t i = 0; i < finding->n_aggravations; i++) {
        const struct ogbv_reason *reason = &finding->aggravations[i];
        if (reason->status == OGBV_MET && reason->label)
            ogbv__text_labelled(report, INSIDE, "More serious because: ",
                                ogbv__texts_in(reason->label, report->lang));
    }
}

static void write_status(struct ogbv__text_report *report, const struct ogbv_finding *finding)
{
    if (finding->contestable)
        ogbv__page_line(&report->page, INSIDE, "",
                        "The facts make it out; an exception is still open (below).");
    if (finding->status == OGBV_DEFEATED)
        ogbv__page_line(&report->page, INSIDE, "", "An exception applies on these facts.");
    if (finding->status == OGBV_INAPPLICABLE)
        ogbv__page_line(&report->page, INSIDE, "", "This rule does not apply on these facts.");
    ogbv__text_why(report, INSIDE, finding);
}

static void write_finding(struct ogbv__text_report *report, const struct ogbv_finding *finding)
{
    const struct ogbv_rule *rule = finding->rule;
    write_title(report, finding);
    write_status(report, finding);
    for (size_t i = 0; i < finding->n_elements; i++)
        write_element(report, &finding->elements[i]);
    for (size_t i = 0; i < finding->n_exceptions; i++)
        write_exception(report, &finding->exceptions[i], rule->class_ == OGBV_CRIMINAL);
    write_penalty(report, finding);
    ogbv__text_labelled(report, INSIDE, "Proceedings: ",
                        ogbv__texts_in(&rule->proceedings, report->lang));
    ogbv__text_dues(report, INSIDE, finding);
    ogbv__text_source(report, INSIDE, finding);
    ogbv__page_gap(&report->page);
}

/* ---- groups ------------------------------------------------------------------------------ */

static int is_met(const struct ogbv_finding *finding)
{
    return finding->status == OGBV_MET;
}

static int is_partly_met(const struct ogbv_finding *finding)
{
    return finding->status == OGBV_UNDETERMINED && ogbv__text_is_begun(finding);
}

static int is_excused(const struct ogbv_finding *finding)
{
    return finding->status == OGBV_DEFEATED || finding->status == OGBV_INAPPLICABLE;
}

static int is_far(const struct ogbv_finding *finding)
{
    return finding->status == OGBV_UNDETERMINED && !ogbv__text_is_begun(finding);
}

static int is_not_met(const struct ogbv_finding *finding)
{
    return finding->status == OGBV_NOT_MET;
}

static int is_not_in_force(const struct ogbv_finding *finding)
{
    return finding->status == OGBV_NOT_IN_FORCE;
}

/* Element by element, under the name of each law. */
static void write_group(struct ogbv__text_report *report, const char *title,
                        int (*chosen)(const struct ogbv_finding *finding))
{
    const struct ogbv_jurisdiction *law = NULL;
    for (size_t i = 0; i < count(report, OGBV_FINDING_OFFENCE); i++) {
        const struct ogbv_finding *finding = at(report, OGBV_FINDING_OFFENCE, i);
        if (!chosen(finding))
            continue;
        if (finding->rule->jurisdiction != law) {
            law = finding->rule->jurisdiction;
            ogbv__page_gap(&report->page);
            ogbv__page_begin(&report->page, 0, "");
            ogbv__page_texts(&report->page, title, " (", NULL);
            ogbv__text_whose(report, law);
            ogbv__page_text(&report->page, "):");
            ogbv__page_end(&report->page);
            ogbv__page_gap(&report->page);
        }
        write_finding(report, finding);
    }
}

/* The kinds of conduct, by the yardstick that all laws share. */
static void write_concepts(struct ogbv__text_report *report)
{
    int titled = 0;
    for (size_t i = 0; i < count(report, OGBV_FINDING_CONCEPT); i++) {
        const struct ogbv_finding *finding = at(report, OGBV_FINDING_CONCEPT, i);
        if (finding->status != OGBV_MET)
            continue;
        if (!titled)
            ogbv__page_line(&report->page, 0, "", "What it is called, whatever the law:");
        titled = 1;
        ogbv__page_line(&report->page, 0, "-",
                        ogbv__texts_in(&finding->concept_->label, report->lang));
    }
}

void ogbv__text_findings(struct ogbv__text_report *report)
{
    ogbv__page_heading(&report->page, "WHY: WHAT THE LAW SAYS OF THESE FACTS");
    write_concepts(report);
    ogbv__page_gap(&report->page);
    ogbv__page_line(&report->page, 0, "", count(report, OGBV_FINDING_OFFENCE) > 0
                    ? "[yes] is so; [no ] is not so; [ ? ] is not known yet."
                    : "No law was read.");
    write_group(report, "Made out on these facts", is_met);
    write_group(report, "Made out in part, the rest not known", is_partly_met);
    write_group(report, "Excused or taken out on these facts", is_excused);
    ogbv__text_names(report, OGBV_FINDING_OFFENCE, "Too little is known yet to say more of",
                     is_far);
    ogbv__text_names(report, OGBV_FINDING_OFFENCE, "Looked at and not made out on these facts",
                     is_not_met);
    ogbv__text_names(report, OGBV_FINDING_OFFENCE, "Not in force at that time", is_not_in_force);
    ogbv__text_names(report, OGBV_FINDING_BASELINE,
                     "What states have to make punishable; a duty of states, not an offence",
                     is_met);
}
