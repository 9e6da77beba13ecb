/* SPDX-License-Identifier: MIT */
/* What it is for: the section on time: what runs, by day, and what has passed.
 * What it must not know: how a day is computed; the computation stands in the result in words.
 * Invariant: only time limits of whoever applies stand here; a day that is not certain is said to
 * be the earliest that it can be. */
#include "report/write_text.h"

#include "report/words.h"

#include <string.h>

/* A deadline and the remedy that it belongs to. */
struct entry {
    const struct ogbv_finding *finding;
    const struct ogbv_due *due;
    size_t at;              /* its place in the result, which orders equal days */
};

static int is_of_applicant(const struct ogbv_due *due)
{
    return due->deadline->whose == OGBV_FOR_APPLICANT && due->deadline->effect != OGBV_TARGET;
}

/* Whether another act brings the same limit of the same step no later. */
static int is_repeated(const struct ogbv_finding *finding, size_t d)
{
    const struct ogbv_due *due = &finding->dues[d];
    for (size_t i = 0; i < finding->n_dues; i++) {
        const struct ogbv_due *other = &finding->dues[i];
        int order = i == d || other->deadline != due->deadline || !other->date
            ? 1 : strcmp(other->date, due->date);
        if ((order < 0 && finding->status == OGBV_UNDETERMINED) || (order == 0 && i < d))
            return 1;
    }
    return 0;
}

static int runs(const struct ogbv_finding *finding, size_t d)
{
    const struct ogbv_due *due = &finding->dues[d];
    return is_of_applicant(due) && due->date && due->status != OGBV_DUE_EXPIRED
        && !is_repeated(finding, d);
}

static int has_passed(const struct ogbv_finding *finding, const struct ogbv_due *due)
{
    int may = finding->status == OGBV_AVAILABLE || finding->status == OGBV_UNDETERMINED
        || finding->status == OGBV_EXPIRED;
    return may && is_of_applicant(due) && due->status == OGBV_DUE_EXPIRED;
}

static int is_later(const struct entry *a, const struct entry *b)
{
    int order = strcmp(a->due->date, b->due->date);     /* YYYY-MM-DD orders as days do */
    return order > 0 || (order == 0 && a->at > b->at);
}

typedef int chooser(const struct ogbv_finding *finding);

static int is_open(const struct ogbv_finding *finding)
{
    return finding->status == OGBV_AVAILABLE;
}

static int may_be_open(const struct ogbv_finding *finding)
{
    return finding->status == OGBV_UNDETERMINED;
}

static int is_near(const struct ogbv_finding *finding)
{
    return is_open(finding) || (may_be_open(finding) && ogbv__text_is_begun(finding));
}

/* The first of the entries of the chosen steps that come after one (due NULL: the first of all);
 * 0 when there is none. */
static int next_entry(const struct ogbv__text_report *report, chooser *chosen,
                      const struct entry *after, struct entry *found)
{
    const struct ogbv_result *result = report->result;
    size_t at = 0;
    *found = (struct entry){ 0 };
    for (size_t i = 0; i < result->n_findings[OGBV_FINDING_REMEDY]; i++) {
        const struct ogbv_finding *finding = &result->findings[OGBV_FINDING_REMEDY][i];
        for (size_t d = 0; d < finding->n_dues; d++) {
            struct entry entry = { finding, &finding->dues[d], at++ };
            if (chosen(finding) && runs(finding, d)
                && (!after->due || is_later(&entry, after))
                && (!found->due || is_later(found, &entry)))
                *found = entry;
        }
    }
    return found->due != NULL;
}

static int write_open(struct ogbv__text_report *report)
{
    enum { INSIDE = 2 };
    struct entry entry = { 0 }, next;
    int titled = 0;
    for (; next_entry(report, is_open, &entry, &next); entry = next) {
        if (!titled)
            ogbv__page_heading(&report->page, "TIME LIMITS, THE NEAREST FIRST");
        titled = 1;
        ogbv__text_title(report, "*", next.finding);
        ogbv__text_due(report, INSIDE, next.finding, next.due);
    }
    return titled;
}

/* A line each: by when, and for which step. */
static void write_perhaps(struct ogbv__text_report *report, int titled)
{
    struct entry entry = { 0 }, next;
    for (; next_entry(report, may_be_open, &entry, &next); entry = next) {
        if (!titled)
            ogbv__page_heading(&report->page, "TIME LIMITS, THE NEAREST FIRST");
        if (!entry.due) {
            ogbv__page_gap(&report->page);
            ogbv__page_line(&report->page, 0, "", "Steps of which it is not known yet whether "
                            "they are open; their time runs all the same:");
        }
        titled = 1;
        ogbv__page_begin(&report->page, 0, "-");
        ogbv__text_when(report, next.due);
        ogbv__text_name(report, next.finding);
        ogbv__page_end(&report->page);
    }
}

void ogbv__text_nearest(struct ogbv__text_report *report)
{
    struct entry none = { 0 }, entry;
    if (!next_entry(report, is_near, &none, &entry))
        return;
    const struct ogbv_rule *rule = entry.finding->rule;
    ogbv__page_begin(&report->page, 0, "-");
    ogbv__page_text(&report->page, "The nearest time limit: ");
    ogbv__text_when(report, entry.due);
    ogbv__page_texts(&report->page, ogbv__texts_in(&rule->label, report->lang), " (",
                     ogbv__texts_in(&rule->jurisdiction->label, report->lang), ")",
                     is_open(entry.finding) ? "." : ", if this step is open.", NULL);
    ogbv__page_end(&report->page);
}

static void write_passed(struct ogbv__text_report *report)
{
    enum { INSIDE = 2 };
    const struct ogbv_result *result = report->result;
    int titled = 0;
    for (size_t i = 0; i < result->n_findings[OGBV_FINDING_REMEDY]; i++) {
        const struct ogbv_finding *finding = &result->findings[OGBV_FINDING_REMEDY][i];
        for (size_t d = 0; d < finding->n_dues; d++) {
            if (!has_passed(finding, &finding->dues[d]))
                continue;
            if (!titled)
                ogbv__page_heading(&report->page, "TIME LIMITS THAT HAVE PASSED");
            titled = 1;
            ogbv__text_title(report, "*", finding);
            ogbv__text_due(report, INSIDE, finding, &finding->dues[d]);
            ogbv__page_line(&report->page, INSIDE, "", finding->dues[d].computation);
        }
    }
    if (titled)
        ogbv__page_line(&report->page, 0, "", "A lawyer can say whether there is still a way.");
}

void ogbv__text_time(struct ogbv__text_report *report)
{
    write_perhaps(report, write_open(report));
    write_passed(report);
}
