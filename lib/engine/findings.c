/* SPDX-License-Identifier: MIT */
/* What it is for: findings of rules and concepts over all acts: status, sources, missing facts, and
 * for remedies what they rest on and whether their time has run out.
 * What it must not know: which jurisdictions were chosen, and in which order results stand.
 * Invariant: met (a remedy: available) if one act makes it so, else undetermined if one act may,
 * else the strongest of the rest. */
#include "engine/findings.h"

#include "base/bits.h"
#include "base/date.h"

/* ---- over acts --------------------------------------------------------------------------- */

static void list_acts(struct ogbv__build *b, struct ogbv_finding *finding)
{
    const struct ogbv__work *work = b->work;
    finding->acts = ogbv__arena_array(b->arena, work->n_runs, sizeof *finding->acts);
    for (size_t i = 0; finding->acts && i < work->n_runs; i++) {
        finding->acts[i].act = ogbv__arena_string(b->arena, work->runs[i].act);
        finding->acts[i].status = work->runs[i].verdicts[finding->rule->number].status;
        finding->n_acts++;
    }
}

static void list_dues(struct ogbv__build *b, struct ogbv_finding *finding)
{
    size_t n = finding->rule->n_deadlines * b->work->n_runs;
    if (n == 0 || !finding->acts)
        return;
    finding->dues = ogbv__arena_array(b->arena, n, sizeof *finding->dues);
    for (size_t r = 0; r < b->work->n_runs; r++)
        if (finding->acts[r].status != OGBV_NOT_IN_FORCE)
            ogbv__build_dues(b, finding, &b->work->runs[r]);
}

/* What one act makes of a finding: for a remedy, whether its time has run out counts. */
struct outcome {
    const struct ogbv__run *run;
    const struct ogbv__verdict *verdict;
    int32_t status, arguable;
    uint32_t why;
};

enum { IN_TIME, TIME_UNKNOWN, TOO_LATE };

/* Only a deadline of the applicant that bars closes a remedy. */
static int time_of(const struct ogbv_finding *finding, const char *act)
{
    int unknown = 0;
    for (size_t i = 0; i < finding->n_dues; i++) {
        const struct ogbv_due *due = &finding->dues[i];
        if (due->act != act || due->deadline->effect != OGBV_BARS
            || due->deadline->whose != OGBV_FOR_APPLICANT)
            continue;
        if (due->status == OGBV_DUE_EXPIRED)
            return TOO_LATE;
        unknown |= due->status == OGBV_DUE_UNDETERMINED && !due->in_time;
    }
    return unknown ? TIME_UNKNOWN : IN_TIME;
}

static void apply_time(struct outcome *outcome, int time)
{
    if (time == TOO_LATE) {
        outcome->status = OGBV_EXPIRED;
    } else if (time == TIME_UNKNOWN) {
        outcome->status = OGBV_UNDETERMINED;
        outcome->why |= 1u << OGBV_WHY_DATE;
        outcome->arguable = 0;
    }
}

static struct outcome outcome_of(const struct ogbv__build *b, const struct ogbv_finding *finding,
                                 size_t r)
{
    static const int32_t of_remedy[] = {
        [OGBV_MET] = OGBV_AVAILABLE, [OGBV_NOT_MET] = OGBV_UNAVAILABLE,
        [OGBV_UNDETERMINED] = OGBV_UNDETERMINED, [OGBV_DEFEATED] = OGBV_UNAVAILABLE,
        [OGBV_INAPPLICABLE] = OGBV_UNAVAILABLE, [OGBV_NOT_IN_FORCE] = OGBV_NOT_IN_FORCE,
    };
    const struct ogbv__run *run = &b->work->runs[r];
    const struct ogbv__verdict *verdict = &run->verdicts[finding->rule->number];
    struct outcome outcome = { .run = run, .verdict = verdict, .status = verdict->status,
                               .arguable = verdict->arguable, .why = verdict->why };
    if (finding->rule->kind != OGBV_REMEDY)
        return outcome;
    outcome.status = of_remedy[verdict->status];
    if (outcome.status == OGBV_AVAILABLE || outcome.status == OGBV_UNDETERMINED)
        apply_time(&outcome, time_of(finding, finding->acts[r].act));
    return outcome;
}

/* The order in which the statuses of several acts win. */
static int strength(int32_t status)
{
    static const int order[] = {
        [OGBV_MET] = 6, [OGBV_UNDETERMINED] = 5, [OGBV_DEFEATED] = 4, [OGBV_INAPPLICABLE] = 3,
        [OGBV_NOT_MET] = 2, [OGBV_NOT_IN_FORCE] = 1,
        [OGBV_AVAILABLE] = 6, [OGBV_EXPIRED] = 4, [OGBV_UNAVAILABLE] = 2,
    };
    return order[status];
}

static int beats(const struct outcome *a, const struct outcome *b)
{
    if (a->status != b->status)
        return strength(a->status) > strength(b->status);
    if (a->verdict->status != b->verdict->status)
        return strength(a->verdict->status) > strength(b->verdict->status);
    if (a->verdict->contestable != b->verdict->contestable)
        return b->verdict->contestable;
    return a->arguable > b->arguable;
}

static struct outcome best_outcome(const struct ogbv__build *b, const struct ogbv_finding *finding)
{
    struct outcome best = outcome_of(b, finding, 0);
    for (size_t r = 1; r < finding->n_acts; r++) {
        struct outcome outcome = outcome_of(b, finding, r);
        if (beats(&outcome, &best))
            best = outcome;
    }
    return best;
}

/* ---- sources ----------------------------------------------------------------------------- */

static int rests_on_part(const struct ogbv_finding *finding, const struct ogbv__part *part,
                         ogbv__trit value)
{
    switch (finding->status) {
    case OGBV_NOT_MET:
    case OGBV_UNAVAILABLE:
        return part->kind == OGBV__ELEMENT ? value == OGBV__NO
                                           : part->kind != OGBV__AGGRAVATION && value == OGBV__YES;
    case OGBV_INAPPLICABLE: return part->kind == OGBV__INAPPLICABLE && value == OGBV__YES;
    case OGBV_DEFEATED: return part->kind == OGBV__ELEMENT || value == OGBV__YES;
    case OGBV_NOT_IN_FORCE: return 0;
    default: return part->kind != OGBV__AGGRAVATION;
    }
}

static int32_t weaker(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

static int may_be_about(const struct ogbv__finding_ref *ref, const struct ogbv_rule *rule)
{
    for (size_t i = 0; i < ref->n_rules; i++)
        if (ref->rules[i] == rule)
            return 1;
    return 0;
}

/* Of the offences that make a finding so, the best sourced: one is enough. */
static int32_t seen_of_finding(const struct ogbv__build *b, const struct ogbv__finding_ref *ref)
{
    const struct ogbv_result *result = b->result;
    int32_t best = OGBV_REMEMBERED;
    for (size_t i = 0; i < result->n_findings[OGBV_FINDING_OFFENCE]; i++) {
        const struct ogbv_finding *found = &result->findings[OGBV_FINDING_OFFENCE][i];
        int holds = found->status == OGBV_MET || (!ref->needs_met && found->arguable);
        if (holds && found->verified < best && may_be_about(ref, found->rule)
            && ogbv__finding_matches(b->work, ref, found->rule))
            best = found->verified;
    }
    return best;
}

static int32_t seen_of_cond(const struct ogbv__build *b, const struct ogbv__run *run,
                            const struct ogbv__cond *cond)
{
    int32_t seen = OGBV_PRIMARY;
    if (ogbv__ref_value(run, b->work->gates->conds[cond->index]) != OGBV__YES)
        return seen;
    if (cond->op == OGBV__FINDING)
        return seen_of_finding(b, &b->work->db->findings[cond->finding]);
    for (size_t i = 0; i < cond->n_kids; i++)
        seen = weaker(seen, seen_of_cond(b, run, cond->kids[i]));
    return seen;
}

static int32_t seen_of_dues(const struct ogbv_finding *finding)
{
    int32_t seen = OGBV_PRIMARY;
    for (size_t i = 0; finding->status == OGBV_EXPIRED && i < finding->n_dues; i++)
        if (finding->dues[i].status == OGBV_DUE_EXPIRED)
            seen = weaker(seen, finding->dues[i].deadline->cite.seen);
    return seen;
}

static int32_t verified(const struct ogbv__build *b, const struct ogbv_finding *finding,
                        const struct ogbv__run *run)
{
    const struct ogbv__version *version = finding->version;
    int32_t seen = weaker(finding->rule->cite.seen, seen_of_dues(finding));
    if (!version)
        return seen;
    seen = weaker(seen, version->cite.seen);
    for (size_t p = 0; p < version->n_parts; p++) {
        const struct ogbv__part *part = &version->parts[p];
        ogbv__trit value = ogbv__ref_value(run, b->work->gates->conds[part->cond->index]);
        if (!rests_on_part(finding, part, value))
            continue;
        seen = weaker(seen, part->cite.seen);
        seen = weaker(seen, seen_of_cond(b, run, part->cond));
    }
    return seen;
}

/* ---- remedies ---------------------------------------------------------------------------- */

static const char *finding_name(const struct ogbv__finding_ref *ref)
{
    return ref->rule ? ref->rule->id : ref->concept_->id;
}

static void collect_rests(struct ogbv__build *b, struct ogbv_finding *finding,
                          const struct ogbv__run *run, const struct ogbv__cond *cond)
{
    if (cond->op == OGBV__FINDING
        && ogbv__ref_value(run, b->work->gates->conds[cond->index]) == OGBV__YES)
        finding->rests_on[finding->n_rests_on++] =
            finding_name(&b->work->db->findings[cond->finding]);
    for (size_t i = 0; i < cond->n_kids; i++)
        collect_rests(b, finding, run, cond->kids[i]);
}

static size_t count_findings(const struct ogbv__cond *cond)
{
    size_t n = cond->op == OGBV__FINDING;
    for (size_t i = 0; i < cond->n_kids; i++)
        n += count_findings(cond->kids[i]);
    return n;
}

static void list_rests(struct ogbv__build *b, struct ogbv_finding *finding,
                       const struct ogbv__run *run)
{
    const struct ogbv__version *version = finding->version;
    size_t n = 0;
    for (size_t p = 0; version && p < version->n_parts; p++)
        n += count_findings(version->parts[p].cond);
    finding->rests_on = ogbv__arena_array(b->arena, n, sizeof *finding->rests_on);
    for (size_t p = 0; finding->rests_on && version && p < version->n_parts; p++)
        if (version->parts[p].kind == OGBV__ELEMENT)
            collect_rests(b, finding, run, version->parts[p].cond);
}

/* The day that chose the text, and whether anything was filed at all. */
static void set_filed(struct ogbv__build *b, struct ogbv_finding *finding,
                      const struct ogbv__run *run)
{
    const struct ogbv_fact *filing = b->work->db->roles[OGBV__ROLE_FILING];
    const struct ogbv__span *span = ogbv__span_of(run, finding->rule->by);
    char date[11];
    finding->filed = span->lo;
    if (finding->rule->by != OGBV__BY_FILING || span->lo != span->hi)
        return;
    finding->filed_assumed = ogbv__fact_in(run, filing)->state < OGBV__GIVEN;
    ogbv__date_text(span->lo, date);
    finding->filed_on = ogbv__arena_string(b->arena, date);
    ogbv__wipe(date, sizeof date);
}

static void finish_remedy(struct ogbv__build *b, struct ogbv_finding *finding,
                          const struct ogbv__run *run)
{
    set_filed(b, finding, run);
    list_rests(b, finding, run);
}

/* ---- one finding ------------------------------------------------------------------------- */

static void take_outcome(struct ogbv_finding *finding, const struct outcome *outcome)
{
    int32_t status = outcome->status;
    finding->status = status;
    finding->contestable = outcome->verdict->contestable
        && (status == OGBV_MET || status == OGBV_AVAILABLE);
    finding->arguable = status == OGBV_UNDETERMINED && outcome->arguable;
    finding->why = status == OGBV_UNDETERMINED ? outcome->why : 0;
    finding->version = outcome->verdict->version;
    finding->state = outcome->verdict->state;
}

void ogbv__build_finding(struct ogbv__build *b, const struct ogbv_rule *rule,
                         struct ogbv_finding *finding)
{
    finding->rule = rule;
    list_acts(b, finding);
    list_dues(b, finding);
    if (b->arena->failed)
        return;
    const struct outcome best = best_outcome(b, finding);
    take_outcome(finding, &best);
    finding->strict = OGBV__NO;
    for (size_t r = 0; r < b->work->n_runs; r++)
        finding->strict = ogbv__trit_or((ogbv__trit)finding->strict,
                                        b->work->runs[r].verdicts[rule->number].strict);
    ogbv__build_reasons(b, finding, best.run);
    if (rule->kind == OGBV_REMEDY)
        finish_remedy(b, finding, best.run);
    finding->verified = verified(b, finding, best.run);
}

/* ---- missing facts ----------------------------------------------------------------------- */

struct ogbv__fact_list ogbv__facts_of(struct ogbv__arena *arena, const struct ogbv_db *db,
                                      const uint64_t *set)
{
    struct ogbv__fact_list list = { 0 };
    size_t n = 0, words = (db->n_facts + 63) / 64;
    for (size_t w = 0; w < words; w++)
        n += ogbv__count_bits(set[w]);
    list.at = ogbv__arena_array(arena, n, sizeof *list.at);
    for (size_t w = 0; list.at && w < words; w++)
        for (uint64_t left = set[w]; left; left &= left - 1)
            list.at[list.n++] = db->facts[64 * w + ogbv__lowest_bit(left)];
    return list;
}

/* The case as it was told knows: a constraint may narrow what nobody was asked, and what somebody
 * answered. */
static int was_asked_of(const struct ogbv_case *c, size_t act, const struct ogbv_fact *fact)
{
    if (fact->act && act < c->n_acts && c->acts[act].values[fact->index].state != OGBV__UNSET)
        return 1;
    return c->values[fact->index].state != OGBV__UNSET;
}

static int was_asked(const struct ogbv__work *work, const struct ogbv_fact *fact)
{
    for (size_t r = 0; r < work->n_runs; r++)
        if (!was_asked_of(work->c, r, fact))
            return 0;
    return 1;
}

static void count(const struct ogbv__build *b, const struct ogbv__fact_list *list,
                  uint32_t *counts)
{
    for (size_t i = 0; i < list->n; i++)
        if (!was_asked(b->work, list->at[i]))
            counts[list->at[i]->index]++;
}

/* Facts that a deadline of an undetermined remedy waits for decide it too. */
static void add_due_facts(const struct ogbv_finding *finding, uint64_t *set)
{
    for (size_t d = 0; d < finding->n_dues; d++) {
        const struct ogbv_due *due = &finding->dues[d];
        if (due->status != OGBV_DUE_UNDETERMINED || due->deadline->effect != OGBV_BARS
            || due->deadline->whose != OGBV_FOR_APPLICANT)
            continue;
        for (size_t i = 0; i < due->missing.n; i++)
            set[due->missing.at[i]->index / 64] |= (uint64_t)1 << (due->missing.at[i]->index % 64);
    }
}

static void clear_sets(struct ogbv__build *b)
{
    for (size_t i = 0; i < OGBV__BATCH * b->work->n_words; i++)
        b->sets[i] = 0;
}

static size_t fill_batch(struct ogbv_finding *findings, size_t n, const struct ogbv_rule **batch)
{
    size_t in = n < OGBV__BATCH ? n : OGBV__BATCH;
    for (size_t i = 0; i < in; i++)
        batch[i] = findings[i].rule;
    return in;
}

/* What the acts wait for was noted when they were judged. */
static void take_missing(struct ogbv__build *b, struct ogbv_finding *finding)
{
    uint64_t *set = b->waiting + finding->rule->number * b->work->n_words;
    if (finding->status != OGBV_UNDETERMINED)
        return;
    if (finding->rule->kind == OGBV_REMEDY)
        add_due_facts(finding, set);
    finding->missing = ogbv__facts_of(b->arena, b->work->db, set);
    count(b, &finding->missing, b->decides);
}

static int any_contestable(const struct ogbv_finding *findings, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (findings[i].contestable)
            return 1;
    return 0;
}

static void batch_contest(struct ogbv__build *b, struct ogbv_finding *findings, size_t n)
{
    const struct ogbv_rule *batch[OGBV__BATCH];
    size_t in = fill_batch(findings, n, batch);
    if (!any_contestable(findings, in))
        return;
    clear_sets(b);
    for (size_t r = 0; r < b->work->n_runs; r++)
        ogbv__contest(b->work, &b->work->runs[r], batch, in, b->sets);
    for (size_t i = 0; i < in; i++) {
        if (!findings[i].contestable)
            continue;
        findings[i].contest = ogbv__facts_of(b->arena, b->work->db,
                                             b->sets + i * b->work->n_words);
        count(b, &findings[i].contest, b->contests);
    }
}

void ogbv__build_missing(struct ogbv__build *b, struct ogbv_finding *findings, size_t n)
{
    for (size_t i = 0; i < n; i++)
        take_missing(b, &findings[i]);
    for (size_t i = 0; i < n; i += OGBV__BATCH)
        batch_contest(b, findings + i, n - i);
}
