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

static int runs(const struct ogbv_finding *finding, const struct ogbv_due *due)
{
    int may = finding->status == OGBV_AVAILABLE || finding->status == OGBV_UNDETERMINED;
    return may && is_of_applicant(due) && due->date && due->status != OGBV_DUE_EXPIRED;
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

/* The first of the entries that come after one (NULL: the first of all); 0 when there is none. */
static int next_entry(const struct ogbv__text_report *report, const struct entry *after,
                      struct entry *found)
{
    const struct ogbv_result *result = report->result;
    size_t at = 0;
    found->due = NULL;
    for (size_t i = 0; i < result->n_findings[OGBV_FINDING_REMEDY]; i++) {
        const struct ogbv_finding *finding = &result->findings[OGBV_FINDING_REMEDY][i];
        for (size_t d = 0; d < finding->n_dues; d++) {
            struct entry entry = { finding, &finding->dues[d], at++ };
            if (runs(finding, entry.due) && (!after->due || is_later(&entry, after))
                && (!found->due || is_later(found, &entry)))
                *found = entry;
        }
    }
    return found->due != NULL;
}

static void write_entry(struct ogbv__text_report *report, const struct entry *entry)
{
    enum { INSIDE = 2 };
    ogbv__text_title(report, "*", entry->finding);
    ogbv__text_due(report, INSIDE, entry->due);
    if (entry->finding->status == OGBV_UNDETERMINED)
        ogbv__page_line(&report->page, INSIDE, "", "Whether this step is open is not known yet.");
}

static void write_running(struct ogbv__text_report *report)
{
    struct entry entry = { 0 }, next;
    int titled = 0;
    while (next_entry(report, &entry, &next)) {
        if (!titled)
            ogbv__page_heading(&report->page, "TIME LIMITS, THE NEAREST FIRST");
        titled = 1;
        entry = next;
        write_entry(report, &entry);
    }
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
            ogbv__text_due(report, INSIDE, &finding->dues[d]);
            ogbv__page_line(&report->page, INSIDE, "", finding->dues[d].computation);
        }
    }
    if (titled)
        ogbv__page_line(&report->page, 0, "", "A lawyer can say whether there is still a way.");
}

void ogbv__text_time(struct ogbv__text_report *report)
{
    write_running(report);
    write_passed(report);
}
