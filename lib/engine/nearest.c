/* SPDX-License-Identifier: MIT */
/* What it is for: among the cases that meet a goal, one near a given case: fewest facts that
 * differ, earlier facts of the dictionary first.
 * What it must not know: what the goal stands for.
 * Invariant: minimal is said only when every smaller number of differing facts was searched
 * through.
 */
#include "engine/search.h"

#include <string.h>

struct nearest {
    struct ogbv__search *search;
    const struct ogbv__value *core;
    uint8_t *skipped;           /* by fact index: left unknown on this branch */
};

static int is_core(const struct nearest *n, const struct ogbv_fact *fact)
{
    return n->core[fact->index].state == OGBV__GIVEN;
}

static int allows(const struct nearest *n, const struct ogbv_fact *fact, int64_t value)
{
    const struct ogbv__value *now = &n->search->values[fact->index];
    return value >= now->lo && value <= now->hi;
}

static int keep_one(struct ogbv__search *s, const struct ogbv_fact *fact, int64_t value)
{
    const struct ogbv__value *now = &s->values[fact->index];
    if (ogbv__value_known(now))
        return now->lo == value;
    size_t mark = ogbv__search_mark(s);
    int ok = value >= now->lo && value <= now->hi;
    if (ok) {
        ogbv__search_assign(s, fact, value);
        ok = ogbv__search_propagate(s);
    }
    if (!ok)
        ogbv__search_undo(s, mark);
    return ok;
}

size_t ogbv__search_keep(struct ogbv__search *s, const struct ogbv__value *core)
{
    size_t lost = 0;
    for (size_t i = 0; i < s->n_domains; i++) {
        const struct ogbv_fact *fact = s->domains[i].fact;
        if (core[fact->index].state == OGBV__GIVEN)
            lost += !keep_one(s, fact, core[fact->index].lo);
    }
    return lost;
}

/* Facts given beyond or against the core, counted from the values themselves. */
static size_t count_changes(const struct nearest *n)
{
    const struct ogbv__search *s = n->search;
    size_t changes = 0;
    for (size_t i = 0; i < s->n_domains; i++) {
        const struct ogbv_fact *fact = s->domains[i].fact;
        const struct ogbv__value *value = &s->values[fact->index];
        int known = ogbv__value_known(value);
        if (is_core(n, fact))
            changes += !known || value->lo != n->core[fact->index].lo;
        else
            changes += known && value->state == OGBV__GIVEN;
    }
    return changes;
}

/* The goal holds, or only facts of the core are left to say: complete, and see what it costs. */
static int complete(const struct nearest *n, size_t most)
{
    size_t mark = ogbv__search_mark(n->search);
    (void)ogbv__search_keep(n->search, n->core);
    if (ogbv__search_look(n->search) == OGBV__YES && count_changes(n) <= most)
        return OGBV__FOUND;
    ogbv__search_undo(n->search, mark);
    return OGBV__NONE;
}

/* The next fact that the goal waits for and that was not left out; in the dictionary's order. */
static const struct ogbv__domain *next_open(struct nearest *n)
{
    struct ogbv__search *s = n->search;
    if (!ogbv__search_next(s))
        return NULL;
    const struct ogbv__domain *best = NULL;
    for (size_t i = 0; i < s->n_atoms; i++) {
        const struct ogbv__atom *atom = &s->db->atoms[s->atoms[i]];
        const struct ogbv_fact *fact = atom->fact;
        if (!s->open[1 + s->atoms[i]] || n->skipped[fact->index] || !s->domain_of[fact->index]
            || ogbv__value_known(&s->values[fact->index]))
            continue;
        const struct ogbv__domain *domain = &s->domains[s->domain_of[fact->index] - 1];
        if (!best || fact->index < best->fact->index)
            best = domain;
    }
    return best;
}

static int descend(struct nearest *n, size_t spent, size_t most);

static int try_value(struct nearest *n, const struct ogbv_fact *fact, int64_t value, size_t spent,
                     size_t most)
{
    size_t mark = ogbv__search_mark(n->search);
    ogbv__search_assign(n->search, fact, value);
    int outcome = descend(n, spent, most);
    if (outcome != OGBV__FOUND)
        ogbv__search_undo(n->search, mark);
    return outcome;
}

static int try_others(struct nearest *n, const struct ogbv__domain *domain, size_t spent,
                      size_t most)
{
    int core = is_core(n, domain->fact), outcome = OGBV__NONE;
    int64_t kept = n->core[domain->fact->index].lo;
    for (size_t i = 0; i < domain->n && spent < most; i++) {
        int64_t value = domain->values[i];
        if ((core && value == kept) || !allows(n, domain->fact, value))
            continue;
        outcome = try_value(n, domain->fact, value, spent + 1, most);
        if (outcome != OGBV__NONE)
            return outcome;
    }
    return outcome;
}

static int try_domain(struct nearest *n, const struct ogbv__domain *domain, size_t spent,
                      size_t most)
{
    const struct ogbv_fact *fact = domain->fact;
    int outcome = OGBV__NONE;
    if (is_core(n, fact)) {
        if (allows(n, fact, n->core[fact->index].lo))
            outcome = try_value(n, fact, n->core[fact->index].lo, spent, most);
    } else {
        n->skipped[fact->index] = 1;
        outcome = descend(n, spent, most);
        n->skipped[fact->index] = 0;
    }
    return outcome == OGBV__NONE ? try_others(n, domain, spent, most) : outcome;
}

static int descend(struct nearest *n, size_t spent, size_t most)
{
    struct ogbv__search *s = n->search;
    if (++s->nodes > s->budget || s->arena->failed)
        return OGBV__UNDECIDED;
    int goal = ogbv__search_look(s);
    if (goal == OGBV__YES || (goal == OGBV__UNKNOWN && spent == most))
        return complete(n, most);
    if (goal != OGBV__UNKNOWN)
        return OGBV__NONE;
    const struct ogbv__domain *domain = next_open(n);
    return domain ? try_domain(n, domain, spent, most) : OGBV__NONE;
}

int ogbv__search_nearest(struct ogbv__search *s, const struct ogbv__value *core, size_t most,
                         int *minimal)
{
    struct nearest n = { .search = s, .core = core };
    n.skipped = ogbv__arena_array(s->arena, s->db->n_facts, 1);
    *minimal = 0;
    s->nodes = 0;
    for (size_t k = 0; n.skipped && k <= most; k++) {
        ogbv__search_undo(s, 0);
        memset(n.skipped, 0, s->db->n_facts);
        int outcome = descend(&n, 0, k);
        if (outcome == OGBV__FOUND) {
            *minimal = 1;
            return OGBV__FOUND;
        }
        if (outcome == OGBV__UNDECIDED)
            return OGBV__UNDECIDED;
    }
    return OGBV__NONE;
}
