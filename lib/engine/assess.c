/* SPDX-License-Identifier: MIT */
/* What it is for: the order of work of an assessment: jurisdictions, rules, evaluation, findings,
 * missing facts.
 * What it must not know: how any of these steps is done.
 * Invariant: all that held facts is wiped on every way out. */
#include "engine/findings.h"

#include "base/date.h"
#include "base/text.h"
#include "core/error.h"

#include <stdlib.h>
#include <string.h>

/* ---- jurisdictions ----------------------------------------------------------------------- */

static struct ogbv__result_jurisdiction *find_listed(const struct ogbv_result *result,
                                                     const char *id)
{
    for (size_t i = 0; i < result->n_jurisdictions; i++)
        if (ogbv__text_equal(result->jurisdictions[i].id, id))
            return &result->jurisdictions[i];
    return NULL;
}

static void list_jurisdiction(struct ogbv__build *b, const char *id, int asked)
{
    struct ogbv_result *result = b->result;
    if (find_listed(result, id))
        return;
    struct ogbv__result_jurisdiction *listed = &result->jurisdictions[result->n_jurisdictions++];
    listed->id = id;
    listed->held = ogbv__map_get(&b->work->db->jurisdiction_ids, id);
    listed->asked = asked;
}

static int is_member(const struct ogbv__membership *member, int64_t on)
{
    return member->from <= on && on <= member->to;
}

/* Adds what applies beside a jurisdiction: the whole it lies in, its parent, its unions. The list
 * grows while it is walked, so that the parents of parents are added too. */
static void add_around(struct ogbv__build *b, const struct ogbv_jurisdiction *j)
{
    if (!j)
        return;
    if (j->within)
        list_jurisdiction(b, j->within->id, 0);
    if (j->parent)
        list_jurisdiction(b, j->parent->id, 0);
    for (size_t i = 0; i < j->n_members; i++)
        if (is_member(&j->members[i], b->work->on))
            list_jurisdiction(b, j->members[i].org, 0);
}

static void list_jurisdictions(struct ogbv__build *b)
{
    const struct ogbv_case *c = b->work->c;
    struct ogbv_result *result = b->result;
    size_t room = c->n_jurisdictions + b->work->db->n_jurisdictions;
    char id[8];
    for (size_t i = 0; i < b->work->db->n_jurisdictions; i++)
        room += b->work->db->jurisdictions[i]->n_members;
    result->jurisdictions = ogbv__arena_array(b->arena, room, sizeof *result->jurisdictions);
    for (size_t i = 0; result->jurisdictions && i < c->n_jurisdictions; i++) {
        ogbv__place_text(c->jurisdictions[i], id);
        const char *copy = ogbv__arena_string(b->arena, id);
        if (copy)
            list_jurisdiction(b, copy, 1);
    }
    for (size_t i = 0; i < result->n_jurisdictions; i++)
        add_around(b, result->jurisdictions[i].held);
}

static void connect(struct ogbv__build *b)
{
    const struct ogbv__work *work = b->work;
    for (size_t i = 0; i < b->result->n_jurisdictions; i++) {
        struct ogbv__result_jurisdiction *listed = &b->result->jurisdictions[i];
        const struct ogbv__cond *cond = listed->held ? listed->held->connection : NULL;
        listed->connection = OGBV_ASSERTED;
        for (size_t r = 0; cond && r < work->n_runs; r++)
            if (ogbv__ref_value(&work->runs[r], work->gates->conds[cond->index]) == OGBV__YES)
                listed->connection = OGBV_CONNECTED;
        if (listed->held && listed->held->as_of_day < work->on)
            b->result->beyond_data = 1;
    }
}

/* ---- which rules ------------------------------------------------------------------------- */

/* A rule of narrower extent applies where one of those parts was asked for, or only the whole. */
static int in_extent(const struct ogbv__build *b, const struct ogbv_rule *rule)
{
    const struct ogbv_case *c = b->work->c;
    if (rule->n_extent == 0)
        return 1;
    for (size_t i = 0; i < c->n_jurisdictions; i++) {
        if (c->jurisdictions[i] == rule->jurisdiction->place)
            return 1;
        for (size_t e = 0; e < rule->n_extent; e++)
            if (ogbv__place_within(c->jurisdictions[i], rule->extent[e]))
                return 1;
    }
    for (size_t i = 0; i < b->result->n_jurisdictions; i++) {
        const struct ogbv_jurisdiction *held = b->result->jurisdictions[i].held;
        for (size_t e = 0; held && e < rule->n_extent; e++)
            if (held->place == rule->extent[e])
                return 1;
    }
    return 0;
}

/* Restorative ways give no output and no question until the person harmed has asked for them. */
static int is_gated(const struct ogbv__build *b, const struct ogbv_rule *rule)
{
    const struct ogbv_fact *asked = b->work->db->roles[OGBV__ROLE_RESTORATIVE];
    if (rule->kind != OGBV_REMEDY || rule->remedy_kind != OGBV_REMEDY_RESTORATIVE)
        return 0;
    return !asked || ogbv__fact_in(&b->work->runs[0], asked)->lo != 1;
}

static int is_included(const struct ogbv__build *b, const struct ogbv_rule *rule)
{
    return rule->jurisdiction && find_listed(b->result, rule->jurisdiction->id)
        && in_extent(b, rule) && !is_gated(b, rule);
}

static void include_rules(struct ogbv__build *b)
{
    const struct ogbv_db *db = b->work->db;
    for (int32_t kind = OGBV_OFFENCE; kind <= OGBV_REMEDY; kind++)
        for (size_t i = 0; i < db->n_rules[kind]; i++)
            b->included[db->rules[kind][i]->number] = (uint8_t)is_included(b, db->rules[kind][i]);
}

/* ---- evaluation -------------------------------------------------------------------------- */

/* Why the rules of a batch are undetermined, and what they wait for. */
static void explain_batch(struct ogbv__build *b, struct ogbv__run *run,
                          const struct ogbv_rule *const *batch, size_t n)
{
    size_t words = b->work->n_words;
    memset(b->sets, 0, n * words * sizeof *b->sets);
    ogbv__missing(b->work, run, batch, n, b->sets);
    for (size_t i = 0; i < n; i++)
        for (size_t w = 0; w < words; w++)
            b->waiting[batch[i]->number * words + w] |= b->sets[i * words + w];
}

static void judge_kind(struct ogbv__build *b, struct ogbv__run *run, int32_t kind)
{
    const struct ogbv_db *db = b->work->db;
    const struct ogbv_rule *batch[OGBV__BATCH];
    size_t n = 0;
    for (size_t i = 0; i < db->n_rules[kind]; i++) {
        const struct ogbv_rule *rule = db->rules[kind][i];
        if (kind == OGBV__CORE || b->included[rule->number]) {
            ogbv__judge(b->work, run, rule);
            batch[n++] = rule;
        }
        if (n == OGBV__BATCH || (n && i + 1 == db->n_rules[kind])) {
            explain_batch(b, run, batch, n);
            n = 0;
        }
    }
}

static void evaluate(struct ogbv__build *b)
{
    for (size_t r = 0; r < b->work->n_runs; r++) {
        struct ogbv__run *run = &b->work->runs[r];
        ogbv__run_facts(b->work, run);
    }
    connect(b);
    include_rules(b);
    b->work->included = b->included;
    for (size_t r = 0; r < b->work->n_runs; r++) {
        struct ogbv__run *run = &b->work->runs[r];
        judge_kind(b, run, OGBV_OFFENCE);
        judge_kind(b, run, OGBV_BASELINE);
        judge_kind(b, run, OGBV__CORE);
        ogbv__set_findings(b->work, run);
        ogbv__run_findings(b->work, run);
        judge_kind(b, run, OGBV_REMEDY);
    }
}

/* ---- findings ---------------------------------------------------------------------------- */

static int is_wanted(const struct ogbv__build *b, const struct ogbv_rule *rule)
{
    return !b->wanted || b->wanted[rule->number];
}

static void build_kind(struct ogbv__build *b, int32_t finding_kind, int32_t kind)
{
    const struct ogbv_db *db = b->work->db;
    struct ogbv_result *result = b->result;
    size_t *n = &result->n_findings[finding_kind];
    struct ogbv_finding *list = ogbv__arena_array(b->arena, db->n_rules[kind], sizeof *list);
    result->findings[finding_kind] = list;
    for (size_t j = 0; list && j < result->n_jurisdictions; j++)
        for (size_t i = 0; result->jurisdictions[j].held && i < db->n_rules[kind]; i++) {
            const struct ogbv_rule *rule = db->rules[kind][i];
            if (rule->jurisdiction == result->jurisdictions[j].held && b->included[rule->number]
                && is_wanted(b, rule))
                ogbv__build_finding(b, rule, &list[(*n)++]);
        }
    if (!b->arena->failed)
        ogbv__build_missing(b, list, *n);
}

static void build_concepts(struct ogbv__build *b)
{
    const struct ogbv_db *db = b->work->db;
    struct ogbv_finding *list = ogbv__arena_array(b->arena, db->n_concepts, sizeof *list);
    b->result->findings[OGBV_FINDING_CONCEPT] = list;
    size_t *n = &b->result->n_findings[OGBV_FINDING_CONCEPT];
    for (size_t i = 0; list && i < db->n_concepts; i++) {
        if (!is_wanted(b, db->concepts[i]->core))
            continue;
        list[*n].concept_ = db->concepts[i];
        ogbv__build_finding(b, db->concepts[i]->core, &list[(*n)++]);
    }
    if (!b->arena->failed)
        ogbv__build_missing(b, list, *n);
}

static void build_safety(struct ogbv__build *b)
{
    const struct ogbv__work *work = b->work;
    const struct ogbv_db *db = work->db;
    b->result->safety = ogbv__arena_array(b->arena, db->n_messages, sizeof *b->result->safety);
    for (size_t i = 0; b->result->safety && i < db->n_messages; i++) {
        const struct ogbv__message *message = &db->messages[i];
        ogbv__trit best = message->when ? OGBV__NO : OGBV__YES;
        for (size_t r = 0; message->when && r < work->n_runs; r++)
            best = ogbv__trit_or(best, ogbv__ref_value(&work->runs[r],
                                                       work->gates->conds[message->when->index]));
        if (best == OGBV__YES || (best == OGBV__UNKNOWN && message->when_unknown))
            b->result->safety[b->result->n_safety++] = message;
    }
}

static void list_derived(struct ogbv__build *b)
{
    uint64_t *set = ogbv__arena_array(b->arena, b->work->n_words, sizeof *set);
    for (size_t i = 0; set && i < b->work->db->n_facts; i++)
        for (size_t r = 0; r < b->work->n_runs; r++)
            if (ogbv__fact_in(&b->work->runs[r], b->work->db->facts[i])->state == OGBV__DERIVED)
                set[i / 64] |= (uint64_t)1 << (i % 64);
    if (set)
        b->result->derived = ogbv__facts_of(b->arena, b->work->db, set);
}

/* ---- ranking ----------------------------------------------------------------------------- */

static int by_rank(const void *a, const void *b)
{
    const struct ogbv_need *one = a, *two = b;
    if (one->fact->safety != two->fact->safety)
        return two->fact->safety - one->fact->safety;
    if (one->decides != two->decides)
        return two->decides - one->decides;
    if (one->fact->sensitivity != two->fact->sensitivity)
        return one->fact->sensitivity - two->fact->sensitivity;
    for (const char *p = one->fact->id, *q = two->fact->id;; p++, q++)
        if (*p != *q || !*p)
            return (*p > *q) - (*p < *q);
}

static struct ogbv_need *rank(struct ogbv__build *b, const uint32_t *counts,
                              const uint32_t *except, size_t *n)
{
    const struct ogbv_db *db = b->work->db;
    struct ogbv_need *needs = ogbv__arena_array(b->arena, db->n_facts, sizeof *needs);
    *n = 0;
    for (size_t i = 0; needs && i < db->n_facts; i++) {
        if (!counts[i] || (except && except[i]))
            continue;
        needs[*n].fact = db->facts[i];
        needs[(*n)++].decides = (int32_t)counts[i];
    }
    if (needs)
        qsort(needs, *n, sizeof *needs, by_rank);
    return needs;
}

/* ---- the whole --------------------------------------------------------------------------- */

static void build_all(struct ogbv__build *b)
{
    struct ogbv_result *result = b->result;
    char on[11];
    ogbv__date_text(b->work->on, on);
    result->on = ogbv__arena_string(b->arena, on);
    result->on_from = b->work->c->on_from;
    list_jurisdictions(b);
    if (b->arena->failed)
        return;
    evaluate(b);
    build_safety(b);
    build_kind(b, OGBV_FINDING_OFFENCE, OGBV_OFFENCE);
    build_kind(b, OGBV_FINDING_BASELINE, OGBV_BASELINE);
    build_kind(b, OGBV_FINDING_REMEDY, OGBV_REMEDY);
    build_concepts(b);
    list_derived(b);
    result->needs = rank(b, b->decides, NULL, &result->n_needs);
    result->contests = rank(b, b->contests, b->decides, &result->n_contests);
}

static struct ogbv_result *new_result(const struct ogbv_case *c)
{
    struct ogbv_result *result = ogbv__alloc_new(&c->alloc, sizeof *result);
    if (!result)
        return NULL;
    result->db = ogbv_db_ref(c->db);
    atomic_init(&result->refs, 1);
    ogbv__arena_init(&result->arena, &c->alloc, 1);
    return result;
}

static ogbv_status build(struct ogbv__work *work, const uint8_t *wanted, ogbv_result **out,
                         ogbv_error **error)
{
    struct ogbv_result *result = new_result(work->c);
    if (!result)
        return ogbv__fail_nomem(error);
    struct ogbv__build b = { .work = work, .result = result, .arena = &result->arena,
                             .wanted = wanted };
    struct ogbv__arena *scratch = &work->arena;
    b.included = ogbv__arena_array(scratch, work->db->n_all_rules, 1);
    b.decides = ogbv__arena_array(scratch, work->db->n_facts, sizeof *b.decides);
    b.contests = ogbv__arena_array(scratch, work->db->n_facts, sizeof *b.contests);
    b.sets = ogbv__arena_array(scratch, OGBV__BATCH * work->n_words, sizeof *b.sets);
    b.waiting = ogbv__arena_array(scratch, work->db->n_all_rules * work->n_words,
                                  sizeof *b.waiting);
    if (!scratch->failed)
        build_all(&b);
    if (scratch->failed || result->arena.failed) {
        ogbv_result_unref(result);
        return ogbv__fail_nomem(error);
    }
    *out = result;
    return OGBV_OK;
}

ogbv_status ogbv__assess_with(const struct ogbv_case *c, const struct ogbv__gates *gates,
                              const uint8_t *wanted, ogbv_result **out, ogbv_error **error)
{
    struct ogbv__work work;
    *out = NULL;
    if (!ogbv__work_init(&work, c->db, gates, c->n_acts ? c->n_acts : 1))
        return ogbv__fail_nomem(error);
    ogbv_status status = ogbv__work_take(&work, c, error);
    if (status == OGBV_OK)
        status = build(&work, wanted, out, error);
    ogbv__work_free(&work);
    ogbv__wipe_stack();
    return status;
}

ogbv_status ogbv_assess(const ogbv_case *c, ogbv_result **out, ogbv_error **error)
{
    if (out)
        *out = NULL;
    if (!c || !out)
        return ogbv__fail_invalid(error);
    if (!c->has_on)
        return ogbv__fail(&c->alloc, error, OGBV_ERR_INVALID, "the day of assessment is not set");
    return ogbv__assess_with(c, c->db->gates, NULL, out, error);
}
