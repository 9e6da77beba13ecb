/* SPDX-License-Identifier: MIT */
/* What it is for: conditions and deadlines as lists in words.
 * What it must not know: what they belong to.
 * Invariant: the order and the grouping are those of the data; nothing is summed up. */
#include "report/write_entry.h"

#include "base/date.h"
#include "model/names.h"
#include "report/words.h"

enum { STEP = 2 };

/* ---- conditions -------------------------------------------------------------------------- */

static void write_kids(struct ogbv__entry *entry, int indent, const struct ogbv__cond *cond)
{
    for (size_t i = 0; i < cond->n_kids; i++)
        ogbv__entry_cond(entry, indent, cond->kids[i]);
}

static void write_several(struct ogbv__entry *entry, int indent, const struct ogbv__cond *cond)
{
    struct ogbv__page *page = &entry->page;
    ogbv__page_begin(page, indent, "-");
    if (cond->op == OGBV__AT_LEAST) {
        ogbv__page_text(page, "at least ");
        ogbv__page_int(page, cond->n);
        ogbv__page_text(page, " of these:");
    } else {
        ogbv__page_text(page, cond->op == OGBV__ANY ? "one of these:"
                              : cond->op == OGBV__NOT ? "not this:"
                                                      : "all of these:");
    }
    ogbv__page_end(page);
    write_kids(entry, indent + STEP, cond);
}

static void write_ref(struct ogbv__entry *entry, int indent, const struct ogbv__cond *cond)
{
    ogbv__page_begin(&entry->page, indent, "-");
    ogbv__page_texts(&entry->page, cond->n ? "what the law means by: " : "what makes out: ",
                     cond->rule ? ogbv__texts_in(&cond->rule->label, entry->lang) : "", " (",
                     cond->ref, ")", NULL);
    ogbv__page_end(&entry->page);
}

static void write_finding(struct ogbv__entry *entry, int indent, const struct ogbv__cond *cond)
{
    const struct ogbv_rule *rule = ogbv_rule_find(entry->db, cond->ref);
    const struct ogbv_concept *concept_ = ogbv_concept_find(entry->db, cond->ref);
    ogbv__page_begin(&entry->page, indent, "-");
    ogbv__page_texts(&entry->page, rule ? ogbv_rule_label(rule, entry->lang)
                                        : ogbv_concept_label(concept_, entry->lang),
                     " (", cond->ref, ")",
                     cond->needs_met ? " is made out" : " is made out, or can at least be argued",
                     cond->contest_ok ? ", also while an exception is open"
                                      : ", and no exception is open", NULL);
    ogbv__page_end(&entry->page);
}

/* The readings of a point on which the law is open, or was. */
static void write_readings(struct ogbv__entry *entry, int indent, const struct ogbv__cond *cond)
{
    struct ogbv__page *page = &entry->page;
    ogbv__page_begin(page, indent, "-");
    ogbv__page_text(page, cond->op == OGBV__OPEN ? "not settled: " : "settled: ");
    ogbv__entry_cited(entry, &cond->label, &cond->cite);
    ogbv__page_end(page);
    for (size_t i = 0; i < cond->n_readings; i++) {
        const struct ogbv__reading *reading = &cond->readings[i];
        ogbv__page_begin(page, indent + STEP, "-");
        ogbv__page_texts(page, reading->prevailing ? "prevailing: " : "one reading: ",
                         ogbv__texts_in(&reading->label, entry->lang), " (", reading->authority,
                         ")", NULL);
        ogbv__page_end(page);
    }
    write_kids(entry, indent + STEP, cond);
}

void ogbv__entry_cond(struct ogbv__entry *entry, int indent, const struct ogbv__cond *cond)
{
    if (cond->n_readings > 0)
        write_readings(entry, indent, cond);
    else if (cond->op == OGBV__TEST)
        ogbv__page_line(&entry->page, indent, "-", ogbv__texts_in(&cond->label, entry->lang));
    else if (cond->op == OGBV__REF)
        write_ref(entry, indent, cond);
    else if (cond->op == OGBV__FINDING)
        write_finding(entry, indent, cond);
    else if (cond->n_kids == 1 && cond->op != OGBV__NOT)
        ogbv__entry_cond(entry, indent, cond->kids[0]);
    else
        write_several(entry, indent, cond);
}

void ogbv__entry_inside(struct ogbv__entry *entry, int indent, const struct ogbv__cond *cond)
{
    if (cond && cond->op == OGBV__ALL && cond->n_readings == 0)
        write_kids(entry, indent, cond);
    else if (cond)
        ogbv__entry_cond(entry, indent, cond);
}

/* ---- deadlines --------------------------------------------------------------------------- */

static void write_starts(struct ogbv__entry *entry, const struct ogbv__end *end)
{
    struct ogbv__page *page = &entry->page;
    ogbv__page_text(page, " from ");
    if (end->n_starts > 1)
        ogbv__page_text(page, end->latest ? "the latest of: " : "the earliest of: ");
    for (size_t i = 0; i < end->n_starts; i++)
        ogbv__page_texts(page, i ? "; " : "",
                         ogbv__texts_in(&end->starts[i]->label, entry->lang), NULL);
    if (end->majority >= 0) {
        ogbv__page_text(page, ", from the birthday number ");
        ogbv__page_int(page, end->majority);
    }
    if (end->year_end)
        ogbv__page_text(page, ", from the end of that year");
}

static void write_end(struct ogbv__entry *entry, int indent, const struct ogbv__end *end)
{
    struct ogbv__page *page = &entry->page;
    ogbv__page_begin(page, indent, "-");
    ogbv__page_int(page, end->amount);
    ogbv__page_texts(page, " ", ogbv__name(OGBV__NAMES_END_UNIT, end->unit),
                     end->amount == 1 ? "" : "s", NULL);
    write_starts(entry, end);
    ogbv__page_text(page, end->first_counts ? "; the first day counts"
                                            : "; the first day does not count");
    if (end->roll)
        ogbv__page_texts(page, "; a last day that is no working day moves to the ",
                         end->roll > 0 ? "next" : "previous", " one", NULL);
    ogbv__page_text(page, end->long_stop ? "; a stop that nothing lengthens" : "");
    ogbv__page_end(page);
}

/* The days between which the text of a deadline counts, where they are stated. */
static void write_period(struct ogbv__entry *entry, const struct ogbv__deadline *deadline)
{
    const struct { const char *word; int64_t day; int stated; } ends[] = {
        { " For what falls on or after ", deadline->from, deadline->from != OGBV__DAY_MIN },
        { " For what falls on or before ", deadline->to, deadline->to != OGBV__DAY_MAX },
    };
    char date[11];
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        if (!ends[i].stated)
            continue;
        ogbv__date_text(ends[i].day, date);
        ogbv__page_text(&entry->page, ends[i].word);
        ogbv__words_day(&entry->page, date);
        ogbv__page_text(&entry->page, ".");
    }
}

void ogbv__entry_deadline(struct ogbv__entry *entry, int indent,
                          const struct ogbv__deadline *deadline)
{
    struct ogbv__page *page = &entry->page;
    ogbv__page_begin(page, indent, "*");
    ogbv__page_text(page, ogbv__words_due(deadline->whose));
    ogbv__entry_cited(entry, &deadline->label, &deadline->cite);
    ogbv__page_texts(page, ". ", ogbv__words_effect(deadline->effect), NULL);
    write_period(entry, deadline);
    ogbv__page_end(page);
    if (deadline->when) {
        ogbv__page_line(page, indent + STEP, "", "Only where:");
        ogbv__entry_inside(entry, indent + STEP, deadline->when);
    }
    if (deadline->n_ends > 1)
        ogbv__page_line(page, indent + STEP, "", "The earliest of:");
    for (size_t i = 0; i < deadline->n_ends; i++)
        write_end(entry, indent + STEP, &deadline->ends[i]);
    for (size_t i = 0; i < deadline->n_suspensions; i++) {
        ogbv__page_begin(page, indent + STEP, "-");
        ogbv__page_texts(page, "not counted: the time from ",
                         ogbv__texts_in(&deadline->suspensions[i].from->label, entry->lang),
                         " to ",
                         ogbv__texts_in(&deadline->suspensions[i].to->label, entry->lang), NULL);
        ogbv__page_end(page);
    }
}
