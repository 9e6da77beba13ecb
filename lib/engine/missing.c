/* SPDX-License-Identifier: MIT */
/* What it is for: missing facts: one pass backwards over the gates, 64 rules at a time.
 * What it must not know: statuses beyond "undetermined" and "met".
 * Invariant: exactly the unknown facts in leaves all of whose ancestors are undecided, through
 * cited rules, terms and findings (semantics section 8). */
#include "base/bits.h"
#include "engine/work.h"

#include <string.h>

static uint64_t unknown_mask(const struct ogbv__run *run, uint32_t ref)
{
    return (uint64_t)0 - (uint64_t)!(run->planes[ref] | run->planes[ref ^ 1]);
}

static void seed(struct ogbv__work *work, const struct ogbv__run *run, uint32_t ref, uint64_t mask)
{
    uint32_t node = ref >> 1, first = work->gates->first_gate;
    mask &= unknown_mask(run, ref);
    if (!mask)
        return;
    if (node < first && !work->reach[node])
        work->touched[work->n_touched++] = node;
    work->reach[node] |= mask;
    if (node < first)
        return;
    work->lowest = node - first < work->lowest ? node - first : work->lowest;
    work->highest = node - first > work->highest ? node - first : work->highest;
}

/* Forgets the pass before. A batch reaches few of the atoms; and few of the gates, which lie
 * together. */
static void begin(struct ogbv__work *work)
{
    const uint32_t first = work->gates->first_gate;
    while (work->n_touched > 0)
        work->reach[work->touched[--work->n_touched]] = 0;
    if (work->lowest <= work->highest)
        memset(work->reach + first + work->lowest, 0,
               (work->highest - work->lowest + 1) * sizeof *work->reach);
    work->lowest = UINT32_MAX;
    work->highest = 0;
    memset(work->roles, 0, sizeof work->roles);
}

/* ---- seeds ------------------------------------------------------------------------------- */

static void seed_unless(struct ogbv__work *work, const struct ogbv__run *run,
                        const struct ogbv__version *version, uint64_t mask, int all)
{
    for (size_t p = 0; p < version->n_parts; p++) {
        const struct ogbv__part *part = &version->parts[p];
        if (part->kind == OGBV__UNLESS && (all || ogbv__unless_blocks(run, part)))
            seed(work, run, work->gates->conds[part->cond->index], mask);
    }
}

static void seed_open(struct ogbv__work *work, const struct ogbv__run *run,
                      const struct ogbv__version *version, uint64_t mask)
{
    seed_unless(work, run, version, mask, 1);
}

static void seed_text(struct ogbv__work *work, const struct ogbv__run *run,
                      const struct ogbv__version *version, uint64_t mask)
{
    const struct ogbv__version_refs *refs = &work->gates->versions[version->index];
    if (ogbv__ref_value(run, refs->strict) == OGBV__NO)
        return;
    seed(work, run, refs->elements, mask);
    seed(work, run, refs->inapplicable ^ 1, mask);
    seed_unless(work, run, version, mask, 0);
}

static void seed_roles(struct ogbv__work *work, uint32_t roles, uint64_t mask)
{
    for (; mask; mask &= mask - 1)
        work->roles[ogbv__lowest_bit(mask)] |= roles;
}

/* Seeds every text that the status of a rule rests on: those that may be the law of the day, and
 * where the milder later law applies those after it. */
static void seed_texts(struct ogbv__work *work, const struct ogbv__run *run,
                       const struct ogbv_rule *rule, uint64_t mask,
                       void (*seed_one)(struct ogbv__work *, const struct ogbv__run *,
                                        const struct ogbv__version *, uint64_t))
{
    const struct ogbv__span *span = ogbv__span_of(run, rule->by);
    struct ogbv__span later;
    int has_later = ogbv__later_span(work, rule, span, &later);
    for (size_t v = 0; v < rule->n_versions; v++) {
        const struct ogbv__version *version = &rule->versions[v];
        if (ogbv__is_candidate(version, span)
            || (has_later && ogbv__is_candidate(version, &later)))
            seed_one(work, run, version, mask);
    }
}

/* All that an undetermined rule waits for. */
static void seed_rule(struct ogbv__work *work, const struct ogbv__run *run,
                      const struct ogbv_rule *rule, uint64_t mask)
{
    seed_texts(work, run, rule, mask, seed_text);
    if (run->verdicts[rule->number].unclear_version)
        seed_roles(work, ogbv__span_of(run, rule->by)->roles, mask);
}

/* All open exceptions of a rule that is met. */
static void seed_exceptions(struct ogbv__work *work, const struct ogbv__run *run,
                            const struct ogbv_rule *rule, uint64_t mask)
{
    seed_texts(work, run, rule, mask, seed_open);
}

/* ---- the pass ---------------------------------------------------------------------------- */

/* From the highest gate that was reached down to the lowest, which moves on the way. */
static void flow(struct ogbv__work *work, const struct ogbv__run *run, uint32_t from, uint32_t to)
{
    const struct ogbv__gates *gates = work->gates;
    for (uint32_t g = work->highest < to ? work->highest + 1 : to;
         g > from && g > work->lowest; g--) {
        uint64_t mask = work->reach[gates->first_gate + g - 1];
        if (!mask)
            continue;
        seed(work, run, gates->gates[g - 1].a, mask);
        seed(work, run, gates->gates[g - 1].b, mask);
    }
}

static void flow_finding(struct ogbv__work *work, const struct ogbv__run *run,
                         const struct ogbv__finding_ref *finding, uint64_t mask)
{
    for (size_t i = 0; i < finding->n_rules; i++) {
        const struct ogbv_rule *rule = finding->rules[i];
        if (!ogbv__finding_matches(work, finding, rule))
            continue;
        const struct ogbv__verdict *verdict = &run->verdicts[rule->number];
        if (verdict->status == OGBV_UNDETERMINED)
            seed_rule(work, run, rule, mask);
        else if (verdict->status == OGBV_MET && verdict->contestable && !finding->contest_ok)
            seed_exceptions(work, run, rule, mask);
    }
}

static void flow_all(struct ogbv__work *work, const struct ogbv__run *run)
{
    const struct ogbv_db *db = work->db;
    flow(work, run, work->gates->split, work->gates->n_gates);
    size_t n = work->n_touched;     /* findings lead to rules that ask for none */
    for (size_t i = 0; i < n; i++) {
        uint32_t node = work->touched[i];
        if (node > db->n_atoms && node < work->gates->first_gate - 1)
            flow_finding(work, run, &db->findings[node - 1 - db->n_atoms], work->reach[node]);
    }
    flow(work, run, 0, work->gates->split);
}

/* ---- the harvest ------------------------------------------------------------------------- */

static void add_fact(const struct ogbv__work *work, const struct ogbv__run *run,
                     const struct ogbv_fact *fact, uint64_t mask, uint64_t *sets)
{
    if (!fact || ogbv__value_known(ogbv__fact_in(run, fact)))
        return;
    uint64_t *word = sets + fact->index / 64, bit = (uint64_t)1 << (fact->index % 64);
    for (; mask; mask &= mask - 1)
        word[ogbv__lowest_bit(mask) * work->n_words] |= bit;
}

static void harvest(const struct ogbv__work *work, const struct ogbv__run *run, size_t n,
                    uint64_t *sets)
{
    const struct ogbv_db *db = work->db;
    for (size_t i = 0; i < work->n_touched; i++) {
        uint32_t node = work->touched[i];
        if (node > db->n_atoms)
            continue;
        add_fact(work, run, db->atoms[node - 1].fact, work->reach[node], sets);
        add_fact(work, run, db->atoms[node - 1].fact2, work->reach[node], sets);
    }
    for (size_t lane = 0; lane < n; lane++)
        for (int32_t role = 0; role < OGBV__N_ROLES; role++)
            if (work->roles[lane] >> role & 1)
                add_fact(work, run, db->roles[role], (uint64_t)1 << lane, sets);
}

/* The rules of the batch that wait for facts of each kind. */
struct waits {
    uint64_t fact, norm, unsettled;
};

static struct waits sort_waits(const struct ogbv__work *work)
{
    const struct ogbv_db *db = work->db;
    struct waits waits = { .unsettled = work->reach[work->gates->first_gate - 1] };
    for (size_t i = 0; i < work->n_touched; i++) {
        uint32_t node = work->touched[i];
        if (node > db->n_atoms)
            continue;
        const struct ogbv__atom *atom = &db->atoms[node - 1];
        int norm = atom->fact->open_norm && (!atom->fact2 || atom->fact2->open_norm);
        *(norm ? &waits.norm : &waits.fact) |= work->reach[node];
    }
    return waits;
}

/* Arguable: nothing but open norms and unsettled points is left. */
static void explain(const struct ogbv__work *work, const struct waits *waits, size_t lane,
                    struct ogbv__verdict *verdict)
{
    const uint8_t arguable = 1u << OGBV_WHY_OPEN_NORM | 1u << OGBV_WHY_UNSETTLED;
    uint8_t why = (uint8_t)((waits->fact >> lane & 1) << OGBV_WHY_FACT
                            | (waits->norm >> lane & 1) << OGBV_WHY_OPEN_NORM
                            | (waits->unsettled >> lane & 1) << OGBV_WHY_UNSETTLED);
    if (work->roles[lane])
        why |= 1u << OGBV_WHY_DATE;
    verdict->why |= why;
    verdict->arguable = (verdict->why & ~(arguable | 1u << OGBV_WHY_BURDEN)) == 0 && why != 0;
}

void ogbv__missing(struct ogbv__work *work, struct ogbv__run *run,
                   const struct ogbv_rule *const *rules, size_t n, uint64_t *sets)
{
    begin(work);
    for (size_t i = 0; i < n; i++)
        if (run->verdicts[rules[i]->number].status == OGBV_UNDETERMINED)
            seed_rule(work, run, rules[i], (uint64_t)1 << i);
    flow_all(work, run);
    if (sets)
        harvest(work, run, n, sets);
    struct waits waits = sort_waits(work);
    for (size_t i = 0; i < n; i++)
        if (run->verdicts[rules[i]->number].status == OGBV_UNDETERMINED)
            explain(work, &waits, i, &run->verdicts[rules[i]->number]);
}

void ogbv__contest(struct ogbv__work *work, struct ogbv__run *run,
                   const struct ogbv_rule *const *rules, size_t n, uint64_t *sets)
{
    begin(work);
    for (size_t i = 0; i < n; i++)
        if (run->verdicts[rules[i]->number].contestable)
            seed_exceptions(work, run, rules[i], (uint64_t)1 << i);
    flow_all(work, run);
    harvest(work, run, n, sets);
}

void ogbv__missing_of_ref(struct ogbv__work *work, struct ogbv__run *run, uint32_t ref,
                          uint64_t *set)
{
    begin(work);
    seed(work, run, ref, 1);
    flow_all(work, run);
    harvest(work, run, 1, set);
}
