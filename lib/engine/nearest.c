/* SPDX-License-Identifier: MIT */
/* What it is for: among the cases that meet a goal, one near a given case: fewest facts that
 * differ, earlier facts of the dictionary first.
 * What it must not know: what the goal stands for.
 * Invariant: minimal is said only when every smaller number of differing facts was searched
 * through.
 * How: as long as some tests come out as they do, the goal cannot hold; so a nearer case differs in
 * a fact that they read, or in one that constraints tie to such a fact. Only these are tried. */
#include "engine/search.h"

#include <string.h>

struct nearest {
    struct ogbv__search *search;
    const struct ogbv__value *core;
    struct ogbv__value *base;   /* by fact index: before anything is given */
    uint32_t *group;            /* by domain: domains that constraints tie together share one */
    uint8_t *changed;           /* by fact index: given another value on this branch */
    uint8_t *left;              /* by fact index: stays as it is on this branch */
    uint32_t *weight;           /* by reference that does not hold: tests that keep it so */
    uint8_t *blamed;            /* by reference: keeps the goal from holding */
    uint8_t *reached;           /* by group: worth changing */
    uint32_t *tried;            /* domains to try, a row of n_domains for each change */
};

static int is_core(const struct nearest *n, const struct ogbv_fact *fact)
{
    return n->core[fact->index].state == OGBV__GIVEN;
}

/* What follows from the other facts anyway is given too: a case says all that its core says. */
static int keep_one(struct ogbv__search *s, const struct ogbv_fact *fact, int64_t value)
{
    const struct ogbv__value *now = &s->values[fact->index];
    if (now->state == OGBV__GIVEN)
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

/* Whether a fact is given beyond or against the core, judged from the value itself. */
static int is_change(const struct nearest *n, const struct ogbv_fact *fact)
{
    const struct ogbv__value *value = &n->search->values[fact->index];
    int known = ogbv__value_known(value);
    if (is_core(n, fact))
        return !known || value->lo != n->core[fact->index].lo;
    return known && value->state == OGBV__GIVEN;
}

static size_t count_changes(const struct nearest *n)
{
    size_t changes = 0;
    for (size_t i = 0; i < n->search->n_domains; i++)
        changes += (size_t)is_change(n, n->search->domains[i].fact);
    return changes;
}

/* ---- what keeps the goal from holding ------------------------------------------------------ */

static int holds(const struct nearest *n, uint32_t ref)
{
    return n->search->planes[ref];
}

/* Of two parts of which one has to change, the one behind which fewer tests stand. */
static uint32_t lighter(const struct nearest *n, uint32_t a, uint32_t b)
{
    if (holds(n, a) || holds(n, b))
        return holds(n, a) ? b : a;
    return n->weight[a] <= n->weight[b] ? a : b;
}

/* Constants and unsettled points weigh nothing: nothing can change them. */
static void weigh(const struct nearest *n)
{
    enum { MOST = 1 << 20 };
    const struct ogbv__search *s = n->search;
    for (size_t i = 0; i < s->n_atoms; i++)
        n->weight[2 * (1 + s->atoms[i])] = n->weight[2 * (1 + s->atoms[i]) + 1] = 1;
    for (uint32_t g = 0; g < s->gates->n_gates; g++) {
        uint32_t a = s->gates->gates[g].a, b = s->gates->gates[g].b;
        uint32_t out = 2 * (s->gates->first_gate + g);
        n->weight[out] = n->weight[lighter(n, a, b)];
        uint32_t both = n->weight[a ^ 1] + n->weight[b ^ 1];
        n->weight[out ^ 1] = both < MOST ? both : MOST;
    }
}

/* "All" does not hold because of one part; "any" (the contrary of an "all") because of both. */
static void blame(const struct nearest *n)
{
    const struct ogbv__search *s = n->search;
    memset(n->blamed, 0, 2 * ogbv__gates_nodes(s->gates));
    n->blamed[s->goal] = 1;
    for (uint32_t g = s->gates->n_gates; g-- > 0;) {
        uint32_t a = s->gates->gates[g].a, b = s->gates->gates[g].b;
        uint32_t out = 2 * (s->gates->first_gate + g);
        if (n->blamed[out])
            n->blamed[lighter(n, a, b)] = 1;
        if (n->blamed[out ^ 1])
            n->blamed[a ^ 1] = n->blamed[b ^ 1] = 1;
    }
}

/* A fact may change because another does that constraints tie to it, so its whole group is worth
 * trying. */
static void reach(struct nearest *n, const struct ogbv_fact *fact)
{
    uint32_t domain = fact ? n->search->domain_of[fact->index] : 0;
    if (domain)
        n->reached[n->group[domain - 1]] = 1;
}

static void reach_blamed(struct nearest *n)
{
    const struct ogbv__search *s = n->search;
    weigh(n);
    blame(n);
    for (size_t i = 0; i < s->n_atoms; i++) {
        const struct ogbv__atom *atom = &s->db->atoms[s->atoms[i]];
        uint32_t ref = 2 * (1 + s->atoms[i]);
        if (n->blamed[ref] || n->blamed[ref ^ 1]) {
            reach(n, atom->fact);
            reach(n, atom->fact2);
        }
    }
}

static void reach_changed(struct nearest *n)
{
    for (size_t i = 0; i < n->search->n_domains; i++)
        if (is_change(n, n->search->domains[i].fact))
            reach(n, n->search->domains[i].fact);
}

/* The domains worth trying from the case as it stands, complete, in the dictionary's order. */
static size_t list_tried(struct nearest *n, uint32_t *tried)
{
    const struct ogbv__search *s = n->search;
    size_t count = 0;
    memset(n->reached, 0, s->n_domains);
    if (holds(n, s->goal))
        reach_changed(n);       /* it holds, at too high a cost */
    else
        reach_blamed(n);
    for (uint32_t d = 0; d < s->n_domains; d++) {
        uint32_t fact = s->domains[d].fact->index;
        if (n->reached[n->group[d]] && !n->left[fact] && !n->changed[fact])
            tried[count++] = d;
    }
    return count;
}

/* ---- groups ------------------------------------------------------------------------------ */

static void join(struct nearest *n, const struct ogbv_fact *one, const struct ogbv_fact *two)
{
    const struct ogbv__search *s = n->search;
    if (!two || !s->domain_of[one->index] || !s->domain_of[two->index])
        return;
    uint32_t into = n->group[s->domain_of[one->index] - 1];
    uint32_t from = n->group[s->domain_of[two->index] - 1];
    for (size_t d = 0; d < s->n_domains && into != from; d++)
        if (n->group[d] == from)
            n->group[d] = into;
}

static void make_groups(struct nearest *n)
{
    const struct ogbv__search *s = n->search;
    for (uint32_t d = 0; d < s->n_domains; d++)
        n->group[d] = d;
    for (size_t c = 0; c < s->n_clauses; c++) {
        const struct ogbv__clause *clause = s->clauses[c].clause;
        const struct ogbv_fact *first = s->db->atoms[clause->literals[0].atom].fact;
        for (size_t i = 0; i < clause->n_literals; i++) {
            join(n, first, s->db->atoms[clause->literals[i].atom].fact);
            join(n, first, s->db->atoms[clause->literals[i].atom].fact2);
        }
    }
}

/* Takes back what the core says of a group, and what follows; 0 for a contradiction. */
static int clear_group(struct nearest *n, uint32_t group)
{
    struct ogbv__search *s = n->search;
    for (size_t d = 0; d < s->n_domains; d++) {
        const struct ogbv_fact *fact = s->domains[d].fact;
        if (n->group[d] == group && !n->changed[fact->index])
            ogbv__search_restore(s, fact, &n->base[fact->index]);
    }
    return ogbv__search_propagate(s);
}

static void complete_group(struct nearest *n, uint32_t group)
{
    struct ogbv__search *s = n->search;
    for (size_t d = 0; d < s->n_domains; d++) {
        const struct ogbv_fact *fact = s->domains[d].fact;
        if (n->group[d] == group && is_core(n, fact) && !n->changed[fact->index])
            (void)keep_one(s, fact, n->core[fact->index].lo);
    }
}

/* ---- the search -------------------------------------------------------------------------- */

static int descend(struct nearest *n, size_t spent, size_t most);

static int try_value(struct nearest *n, const struct ogbv__domain *domain, int64_t value,
                     size_t spent, size_t most)
{
    struct ogbv__search *s = n->search;
    uint32_t group = n->group[domain - s->domains];
    size_t mark = ogbv__search_mark(s);
    int outcome = OGBV__NONE;
    ogbv__search_assign(s, domain->fact, value);
    if (ogbv__search_propagate(s)) {
        complete_group(n, group);
        outcome = descend(n, spent + 1, most);
    }
    if (outcome != OGBV__FOUND)
        ogbv__search_undo(s, mark);
    return outcome;
}

/* All values of a fact but that of the core, each with what its group keeps of the core. */
static int try_domain(struct nearest *n, const struct ogbv__domain *domain, size_t spent,
                      size_t most)
{
    struct ogbv__search *s = n->search;
    const struct ogbv__value *now = &s->values[domain->fact->index];
    const struct ogbv__value *core = &n->core[domain->fact->index];
    size_t mark = ogbv__search_mark(s);
    int outcome = OGBV__NONE;
    int open = clear_group(n, n->group[domain - s->domains]) && !ogbv__value_known(now);
    n->changed[domain->fact->index] = 1;
    for (size_t i = 0; open && i < domain->n && outcome == OGBV__NONE; i++) {
        int64_t value = domain->values[i];
        if ((core->state != OGBV__GIVEN || value != core->lo) && value >= now->lo
            && value <= now->hi)
            outcome = try_value(n, domain, value, spent, most);
    }
    n->changed[domain->fact->index] = 0;
    if (outcome != OGBV__FOUND)
        ogbv__search_undo(s, mark);
    return outcome;
}

static int try_each(struct nearest *n, const uint32_t *tried, size_t count, size_t spent,
                    size_t most)
{
    int outcome = OGBV__NONE;
    size_t i = 0;
    for (; i < count && outcome == OGBV__NONE; i++) {
        const struct ogbv__domain *domain = &n->search->domains[tried[i]];
        outcome = try_domain(n, domain, spent, most);
        n->left[domain->fact->index] = 1;
    }
    while (i-- > 0)
        n->left[n->search->domains[tried[i]].fact->index] = 0;
    return outcome;
}

/* The case is complete. Where it is not the case wanted, tries one change more. */
static int descend(struct nearest *n, size_t spent, size_t most)
{
    struct ogbv__search *s = n->search;
    uint32_t *tried = n->tried + spent * s->n_domains;
    if (++s->nodes > s->budget || s->arena->failed)
        return OGBV__UNDECIDED;
    (void)ogbv__search_look(s);
    if (holds(n, s->goal) && count_changes(n) <= most)
        return OGBV__FOUND;
    return spent < most ? try_each(n, tried, list_tried(n, tried), spent, most) : OGBV__NONE;
}

static int begin(struct nearest *n, size_t most)
{
    struct ogbv__search *s = n->search;
    size_t facts = s->db->n_facts, refs = 2 * ogbv__gates_nodes(s->gates);
    n->base = ogbv__arena_array(s->arena, facts, sizeof *n->base);
    n->group = ogbv__arena_array(s->arena, s->n_domains, sizeof *n->group);
    n->changed = ogbv__arena_array(s->arena, facts, 1);
    n->left = ogbv__arena_array(s->arena, facts, 1);
    n->reached = ogbv__arena_array(s->arena, s->n_domains, 1);
    n->weight = ogbv__arena_array(s->arena, refs, sizeof *n->weight);
    n->blamed = ogbv__arena_array(s->arena, refs, 1);
    n->tried = ogbv__arena_array(s->arena, (most + 1) * (s->n_domains + 1), sizeof *n->tried);
    if (s->arena->failed)
        return 0;
    make_groups(n);
    ogbv__search_undo(s, 0);
    if (ogbv__search_look(s) < 0)
        return 0;
    memcpy(n->base, s->values, facts * sizeof *n->base);
    (void)ogbv__search_keep(s, n->core);
    return 1;
}

int ogbv__search_nearest(struct ogbv__search *s, const struct ogbv__value *core, size_t most,
                         int *minimal)
{
    struct nearest n = { .search = s, .core = core };
    *minimal = 0;
    s->nodes = 0;
    int outcome = begin(&n, most) ? OGBV__NONE : OGBV__UNDECIDED;
    for (size_t k = 0; outcome == OGBV__NONE && k <= most; k++)
        outcome = descend(&n, 0, k);
    *minimal = outcome == OGBV__FOUND;
    return outcome;
}
