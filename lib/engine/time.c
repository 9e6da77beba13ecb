/* SPDX-License-Identifier: MIT */
/* What it is for: which text of a rule a day, or an uncertain or long span of days, chooses.
 * What it must not know: conditions.
 * Invariant: no silent fallback: a day without a text in force has none. */
#include "engine/work.h"

static struct ogbv__span exact(int64_t day)
{
    struct ogbv__span span = { .lo = day, .hi = day, .why = OGBV_WHY_DATE };
    return span;
}

static const struct ogbv__value *role_value(const struct ogbv__work *work,
                                            const struct ogbv__run *run, int32_t role)
{
    const struct ogbv_fact *fact = work->db->roles[role];
    return fact ? ogbv__fact_in(run, fact) : NULL;
}

/* Not yet filed, or decided, means: on the day of assessment. */
static struct ogbv__span span_or_today(const struct ogbv__work *work, const struct ogbv__run *run,
                                       int32_t role)
{
    const struct ogbv__value *value = role_value(work, run, role);
    if (!value || value->state == OGBV__UNSET || value->state == OGBV__ASKED)
        return exact(work->on);
    struct ogbv__span span = { .lo = value->lo, .hi = value->hi, .why = OGBV_WHY_DATE,
                               .roles = ogbv__value_known(value) ? 0 : 1u << role };
    return span;
}

static struct ogbv__span span_of_conduct(const struct ogbv__work *work,
                                         const struct ogbv__run *run)
{
    const struct ogbv__value *value = role_value(work, run, OGBV__ROLE_CONDUCT);
    if (!value)
        return exact(work->on);
    struct ogbv__span span = { .lo = value->lo, .hi = value->hi, .why = OGBV_WHY_DATE,
                               .roles = ogbv__value_known(value) ? 0
                                                                 : 1u << OGBV__ROLE_CONDUCT };
    return span;
}

/* From the earliest first day to the latest last day. When the certain part of it crosses a change,
 * no better date would help. */
static struct ogbv__span span_of_pattern(const struct ogbv__work *work,
                                         const struct ogbv__run *run)
{
    const struct ogbv__value *first = role_value(work, run, OGBV__ROLE_PATTERN_FIRST);
    const struct ogbv__value *last = role_value(work, run, OGBV__ROLE_PATTERN_LAST);
    if (!first || !last)
        return exact(work->on);
    struct ogbv__span span = { .lo = first->lo, .hi = last->hi, .why = OGBV_WHY_DATE };
    if (!ogbv__value_known(first))
        span.roles |= 1u << OGBV__ROLE_PATTERN_FIRST;
    if (!ogbv__value_known(last))
        span.roles |= 1u << OGBV__ROLE_PATTERN_LAST;
    if (!span.roles)
        span.why = OGBV_WHY_SPANS_CHANGE;
    return span;
}

void ogbv__set_spans(const struct ogbv__work *work, struct ogbv__run *run)
{
    run->spans[OGBV__BY_CONDUCT] = span_of_conduct(work, run);
    run->spans[OGBV__BY_PATTERN] = span_of_pattern(work, run);
    run->spans[OGBV__BY_FILING] = span_or_today(work, run, OGBV__ROLE_FILING);
    run->spans[OGBV__BY_DECISION] = span_or_today(work, run, OGBV__ROLE_DECISION);
}

int ogbv__later_span(const struct ogbv__work *work, const struct ogbv_rule *rule,
                     const struct ogbv__span *span, struct ogbv__span *later)
{
    if (rule->kind != OGBV_OFFENCE || rule->class_ != OGBV_CRIMINAL
        || !rule->jurisdiction->milder_law)
        return 0;
    int64_t next = span->hi == OGBV__DAY_MAX ? span->hi : span->hi + 1;
    *later = (struct ogbv__span){ .lo = next, .hi = work->on, .why = OGBV_WHY_DATE };
    return later->lo <= later->hi;
}

int ogbv__is_candidate(const struct ogbv__version *version, const struct ogbv__span *span)
{
    int law = version->state == OGBV_IN_FORCE || version->state == OGBV_START_UNKNOWN;
    return law && version->from <= span->hi && version->to >= span->lo;
}

static int covers(const struct ogbv__version *version, int64_t day, int start_unknown_too)
{
    int law = version->state == OGBV_IN_FORCE
        || (start_unknown_too && version->state == OGBV_START_UNKNOWN);
    return law && version->from <= day && day <= version->to;
}

/* Walks along the span from text to text; where none covers a day, there is a hole. */
static int has_hole(const struct ogbv_rule *rule, const struct ogbv__span *span, int start_unknown)
{
    int64_t day = span->lo;
    for (size_t v = 0; v < rule->n_versions; v++) {
        const struct ogbv__version *version = &rule->versions[v];
        if (!covers(version, day, start_unknown))
            continue;
        if (version->to >= span->hi)
            return 0;
        day = version->to + 1;
        v = (size_t)-1;     /* from the first text again: they need not stand in order */
    }
    return 1;
}

int ogbv__has_gap(const struct ogbv_rule *rule, const struct ogbv__span *span)
{
    return has_hole(rule, span, 0);
}

int ogbv__has_hole(const struct ogbv_rule *rule, const struct ogbv__span *span)
{
    return has_hole(rule, span, 1);
}

const struct ogbv__version *ogbv__nearest_version(const struct ogbv_rule *rule,
                                                  const struct ogbv__span *span, int8_t *state)
{
    const struct ogbv__version *before = NULL;
    *state = -1;
    for (size_t v = 0; v < rule->n_versions; v++) {
        const struct ogbv__version *version = &rule->versions[v];
        int within = version->from <= span->lo && version->to >= span->hi;
        if (version->state != OGBV_IN_FORCE && version->state != OGBV_START_UNKNOWN && within) {
            *state = (int8_t)version->state;
            return version;
        }
        if (version->from > span->hi) {
            *state = OGBV_FUTURE;
            return version;
        }
        before = version;
    }
    *state = before ? OGBV_ENDED : -1;
    return before;
}
