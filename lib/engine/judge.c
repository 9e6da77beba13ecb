/* SPDX-License-Identifier: MIT */
/* What it is for: the status table (semantics section 5): from truth to status, over one text and
 * over all texts that may be the law of the day; and what remedies see of it.
 * What it must not know: where facts come from, how reasons are told.
 * Invariant: met is said only when every text that may apply says met and one surely applies. */
#include "engine/work.h"

#include <string.h>

/* ---- one text ---------------------------------------------------------------------------- */

int ogbv__unless_blocks(const struct ogbv__run *run, const struct ogbv__part *part)
{
    if (part->burden == OGBV_BURDEN_PROSECUTION)
        return 1;
    if (part->burden != OGBV_BURDEN_RAISED || !part->raised)
        return 0;
    const struct ogbv__value *raised = ogbv__fact_in(run, part->raised);
    return raised->lo == 1;
}

/* Whether an exception that is unknown has to be excluded before the text is met. */
static int some_unless_blocks(const struct ogbv__work *work, const struct ogbv__run *run,
                              const struct ogbv__version *version)
{
    for (size_t p = 0; p < version->n_parts; p++) {
        const struct ogbv__part *part = &version->parts[p];
        if (part->kind == OGBV__UNLESS
            && ogbv__ref_value(run, work->gates->conds[part->cond->index]) == OGBV__UNKNOWN
            && ogbv__unless_blocks(run, part))
            return 1;
    }
    return 0;
}

enum {
    N = OGBV_NOT_MET, I = OGBV_INAPPLICABLE, D = OGBV_DEFEATED, U = OGBV_UNDETERMINED, M = OGBV_MET
};

/* By the elements, what makes the rule inapplicable, and the exceptions: each no, unknown, yes. */
static const uint8_t statuses[3][3][3] = {
    { { N, N, N }, { N, N, N }, { N, N, N } },
    { { U, U, D }, { U, U, D }, { I, I, I } },
    { { M, M, D }, { U, U, D }, { I, I, I } },
};

/* The table, and where exceptions are open who has to prove them. */
static int32_t status_of(const struct ogbv__work *work, const struct ogbv__run *run,
                         const struct ogbv__version *version, struct ogbv__verdict *verdict)
{
    const struct ogbv__version_refs *refs = &work->gates->versions[version->index];
    ogbv__trit unless = ogbv__ref_value(run, refs->unless);
    int32_t status = statuses[ogbv__ref_value(run, refs->elements)]
                             [ogbv__ref_value(run, refs->inapplicable)][unless];
    if (status != OGBV_MET || unless != OGBV__UNKNOWN)
        return status;
    if (some_unless_blocks(work, run, version)) {
        verdict->why |= 1u << OGBV_WHY_BURDEN;
        return OGBV_UNDETERMINED;
    }
    verdict->contestable = 1;
    return OGBV_MET;
}

/* A text that may not have commenced can rule itself out, but never be met. */
static void judge_text(const struct ogbv__work *work, const struct ogbv__run *run,
                       const struct ogbv__version *version, struct ogbv__verdict *verdict)
{
    memset(verdict, 0, sizeof *verdict);
    verdict->version = version;
    verdict->state = (int8_t)version->state;
    verdict->strict = ogbv__ref_value(run, work->gates->versions[version->index].strict);
    verdict->status = (uint8_t)status_of(work, run, version, verdict);
    if (version->state != OGBV_START_UNKNOWN || verdict->strict == OGBV__NO)
        return;
    verdict->strict = OGBV__UNKNOWN;
    verdict->status = OGBV_UNDETERMINED;
    verdict->contestable = 0;
    verdict->why |= 1u << OGBV_WHY_START_UNKNOWN;
}

/* ---- several texts ----------------------------------------------------------------------- */

static int is_negative(int32_t status)
{
    return status == OGBV_NOT_MET || status == OGBV_INAPPLICABLE || status == OGBV_DEFEATED;
}

/* Two texts of which either may apply. */
static void merge(struct ogbv__verdict *into, const struct ogbv__verdict *other)
{
    if (into->strict != other->strict)
        into->strict = OGBV__UNKNOWN;
    if (is_negative(into->status) && is_negative(other->status))
        into->status = other->status;   /* no by either text: the later one says how */
    else if (into->status != other->status)
        into->status = OGBV_UNDETERMINED;
    into->contestable |= other->contestable;
    into->why |= other->why;
    into->version = other->version;     /* the later text is the one explained */
    into->state = -1;
}

static void judge_candidates(const struct ogbv__work *work, const struct ogbv__run *run,
                             const struct ogbv_rule *rule, const struct ogbv__span *span,
                             struct ogbv__verdict *verdict)
{
    size_t n = 0;
    int start_unknown = 0;
    struct ogbv__verdict one;
    for (size_t v = 0; v < rule->n_versions; v++) {
        if (!ogbv__is_candidate(&rule->versions[v], span))
            continue;
        judge_text(work, run, &rule->versions[v], &one);
        start_unknown |= one.state == OGBV_START_UNKNOWN;
        if (n++ == 0)
            *verdict = one;
        else
            merge(verdict, &one);
    }
    int gap = ogbv__has_gap(rule, span);
    if (n == 0) {
        memset(verdict, 0, sizeof *verdict);
        verdict->version = ogbv__nearest_version(rule, span, &verdict->state);
        verdict->status = OGBV_NOT_IN_FORCE;
        return;
    }
    int only_start_unknown = n == 1 && verdict->state == OGBV_START_UNKNOWN;
    verdict->unclear_version = (uint8_t)(n > 1 || (gap && !only_start_unknown));
    if (gap && verdict->strict == OGBV__YES)
        verdict->strict = OGBV__UNKNOWN;
    if (gap && !is_negative(verdict->status))
        verdict->status = OGBV_UNDETERMINED;
    if (verdict->status == OGBV_UNDETERMINED && verdict->unclear_version && span->lo != span->hi)
        verdict->why |= (uint8_t)(1u << span->why);
    if (verdict->status == OGBV_UNDETERMINED && n > 1 && start_unknown)
        verdict->why |= 1u << OGBV_WHY_START_UNKNOWN;
    if (verdict->status != OGBV_MET)
        verdict->contestable = 0;
}

/* Where the milder later law applies, every later text up to the day of assessment has to be met
 * too. */
static void judge_later(const struct ogbv__work *work, const struct ogbv__run *run,
                        const struct ogbv_rule *rule, const struct ogbv__span *span,
                        struct ogbv__verdict *verdict)
{
    struct ogbv__span later;
    struct ogbv__verdict one;
    if (!ogbv__later_span(work, rule, span, &later) || verdict->status == OGBV_NOT_IN_FORCE)
        return;
    for (size_t v = 0; v < rule->n_versions; v++) {
        if (!ogbv__is_candidate(&rule->versions[v], &later)
            || ogbv__is_candidate(&rule->versions[v], span))
            continue;
        judge_text(work, run, &rule->versions[v], &one);
        verdict->strict = ogbv__trit_and(verdict->strict, one.strict);
        if (is_negative(one.status) && !is_negative(verdict->status))
            *verdict = one;
        else if (one.status == OGBV_UNDETERMINED && verdict->status == OGBV_MET)
            verdict->status = OGBV_UNDETERMINED;
        verdict->contestable |= one.contestable;
        verdict->why |= one.why;
    }
    if (ogbv__has_hole(rule, &later) && !is_negative(verdict->status)) {
        verdict->status = OGBV_NOT_IN_FORCE;    /* abolished since */
        verdict->strict = OGBV__NO;
    } else if (ogbv__has_gap(rule, &later) && !is_negative(verdict->status)) {
        verdict->status = OGBV_UNDETERMINED;    /* perhaps abolished, perhaps replaced */
        verdict->strict = ogbv__trit_and(verdict->strict, OGBV__UNKNOWN);
        verdict->why |= 1u << OGBV_WHY_START_UNKNOWN;
    }
    if (verdict->status != OGBV_MET)
        verdict->contestable = 0;
}

/* Most rules have one text, which was in force all the time: nothing else can be the law. */
static int is_sole(const struct ogbv_rule *rule, const struct ogbv__span *span)
{
    const struct ogbv__version *version = &rule->versions[0];
    return rule->n_versions == 1 && version->state == OGBV_IN_FORCE && version->from <= span->lo
        && version->to >= span->hi;
}

void ogbv__judge(const struct ogbv__work *work, struct ogbv__run *run,
                 const struct ogbv_rule *rule)
{
    struct ogbv__verdict *verdict = &run->verdicts[rule->number];
    const struct ogbv__span *span = ogbv__span_of(run, rule->by);
    if (is_sole(rule, span))
        judge_text(work, run, &rule->versions[0], verdict);
    else
        judge_candidates(work, run, rule, span, verdict);
    judge_later(work, run, rule, span, verdict);
}

/* ---- what remedies see ------------------------------------------------------------------- */

/* The list of the finding was made for any day. */
int ogbv__finding_matches(const struct ogbv__work *work, const struct ogbv__finding_ref *finding,
                          const struct ogbv_rule *rule)
{
    if (work->included && !work->included[rule->number])
        return 0;
    return finding->rule
        || ogbv__jurisdictions_related(rule->jurisdiction, finding->jurisdiction, work->on);
}

static ogbv__trit finding_of(const struct ogbv__finding_ref *finding,
                             const struct ogbv__verdict *verdict)
{
    if (verdict->status == OGBV_MET)
        return verdict->contestable && !finding->contest_ok ? OGBV__UNKNOWN : OGBV__YES;
    if (verdict->status != OGBV_UNDETERMINED)
        return OGBV__NO;
    return !finding->needs_met && verdict->arguable ? OGBV__YES : OGBV__UNKNOWN;
}

/* Where no rule was judged: no, unless nobody ever looked whether there is one. */
static ogbv__trit silence(const struct ogbv__finding_ref *finding)
{
    const struct ogbv_jurisdiction *j = finding->jurisdiction;
    if (!finding->concept_ || !finding->concept_->family)
        return OGBV__NO;
    int32_t coverage = ogbv_jurisdiction_coverage(j, finding->concept_, NULL);
    return coverage == OGBV_NOT_ENCODED ? OGBV__UNKNOWN : OGBV__NO;
}

void ogbv__set_findings(const struct ogbv__work *work, struct ogbv__run *run)
{
    const struct ogbv_db *db = work->db;
    for (uint32_t f = 0; f < db->n_findings; f++) {
        const struct ogbv__finding_ref *finding = &db->findings[f];
        ogbv__trit best = OGBV__NO;
        size_t judged = 0;
        for (size_t i = 0; i < finding->n_rules; i++) {
            const struct ogbv_rule *rule = finding->rules[i];
            if (!ogbv__finding_matches(work, finding, rule))
                continue;
            best = ogbv__trit_or(best, finding_of(finding, &run->verdicts[rule->number]));
            judged++;
        }
        if (!judged)
            best = silence(finding);
        ogbv__set_node(run, (uint32_t)(1 + db->n_atoms) + f, best);
    }
}
