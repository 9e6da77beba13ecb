/* SPDX-License-Identifier: MIT */
/* What it is for: depth-first search for facts under which a goal holds.
 * What it must not know: jurisdictions, concepts, what the goal stands for.
 * Invariant: NONE is said only when every class of values was tried or pruned by a sound answer;
 * what the memo says is about an equal residual: the same open gates and atoms, the same open
 * constraints, the same ranges of what is still unknown. */
#include "engine/search.h"

#include <string.h>

struct ogbv__trail {
    uint32_t fact;
    struct ogbv__value value;
};

/* ---- what the goal speaks of ------------------------------------------------------------- */

static void mark_gates(struct ogbv__search *s, uint8_t *used)
{
    used[s->goal >> 1] = 1;
    for (uint32_t g = s->gates->n_gates; g-- > 0;) {
        if (!used[s->gates->first_gate + g])
            continue;
        used[s->gates->gates[g].a >> 1] = 1;
        used[s->gates->gates[g].b >> 1] = 1;
    }
}

static int touches(const struct ogbv_db *db, const struct ogbv__clause *clause,
                   const uint8_t *facts)
{
    for (size_t i = 0; i < clause->n_literals; i++) {
        const struct ogbv__atom *atom = &db->atoms[clause->literals[i].atom];
        if (facts[atom->fact->index] || (atom->fact2 && facts[atom->fact2->index]))
            return 1;
    }
    return 0;
}

static void add_atom(const struct ogbv_db *db, uint32_t atom, uint8_t *atoms, uint8_t *facts)
{
    atoms[atom] = 1;
    facts[db->atoms[atom].fact->index] = 1;
    if (db->atoms[atom].fact2)
        facts[db->atoms[atom].fact2->index] = 1;
}

/* Constraints around the facts of the goal matter too, and those around them. */
static void spread(const struct ogbv_db *db, uint8_t *atoms, uint8_t *facts, uint8_t *clauses)
{
    for (int changed = 1; changed;) {
        changed = 0;
        for (size_t c = 0; c < db->n_clauses; c++) {
            if (clauses[c] || !touches(db, &db->clauses[c], facts))
                continue;
            clauses[c] = 1;
            changed = 1;
            for (size_t i = 0; i < db->clauses[c].n_literals; i++)
                add_atom(db, db->clauses[c].literals[i].atom, atoms, facts);
        }
    }
}

static uint32_t *indexes(struct ogbv__arena *arena, const uint8_t *flags, size_t size, size_t *n)
{
    uint32_t *list = ogbv__arena_array(arena, size, sizeof *list);
    *n = 0;
    for (size_t i = 0; list && i < size; i++)
        if (flags[i])
            list[(*n)++] = (uint32_t)i;
    return list;
}

static int has_fact(const struct ogbv_db *db, const struct ogbv__clause *clause,
                    const struct ogbv_fact *fact)
{
    for (size_t i = 0; fact && i < clause->n_literals; i++)
        if (db->atoms[clause->literals[i].atom].fact == fact)
            return 1;
    return 0;
}

/* A constraint on the fixed fact has to hold on both sides. */
static void take_clauses(struct ogbv__search *s, const uint8_t *flags,
                         const struct ogbv__value *sides)
{
    s->clauses = ogbv__arena_array(s->arena, 2 * s->db->n_clauses, sizeof *s->clauses);
    for (size_t c = 0; s->clauses && c < s->db->n_clauses; c++) {
        const struct ogbv__clause *clause = &s->db->clauses[c];
        int both = has_fact(s->db, clause, s->fixed_fact);
        for (int side = 0; flags[c] && side <= both; side++) {
            struct ogbv__side_clause *taken = &s->clauses[s->n_clauses++];
            taken->clause = clause;
            taken->fixed = both ? &sides[side] : NULL;
        }
    }
}

/* ---- what speaks of a fact --------------------------------------------------------------- */

static void count_link(struct ogbv__links *links, const struct ogbv_fact *fact)
{
    if (fact)
        links->first[fact->index + 1]++;
}

static void put_link(struct ogbv__links *links, uint32_t *next, const struct ogbv_fact *fact,
                     uint32_t what)
{
    if (fact)
        links->at[next[fact->index]++] = what;
}

/* Makes room: after counting, first[f] is where the list of f begins. */
static uint32_t *lay_out(struct ogbv__search *s, struct ogbv__links *links)
{
    size_t n = s->db->n_facts;
    uint32_t *next = ogbv__arena_array(s->arena, n + 1, sizeof *next);
    for (size_t f = 0; f < n; f++)
        links->first[f + 1] += links->first[f];
    links->at = ogbv__arena_array(s->arena, links->first[n], sizeof *links->at);
    for (size_t f = 0; next && f < n; f++)
        next[f] = links->first[f];
    return links->at ? next : NULL;
}

static void link_atoms(struct ogbv__search *s)
{
    const struct ogbv__atom *atoms = s->db->atoms;
    for (size_t i = 0; i < s->n_atoms; i++) {
        count_link(&s->atoms_of, atoms[s->atoms[i]].fact);
        count_link(&s->atoms_of, atoms[s->atoms[i]].fact2);
    }
    uint32_t *next = lay_out(s, &s->atoms_of);
    for (size_t i = 0; next && i < s->n_atoms; i++) {
        put_link(&s->atoms_of, next, atoms[s->atoms[i]].fact, s->atoms[i]);
        put_link(&s->atoms_of, next, atoms[s->atoms[i]].fact2, s->atoms[i]);
    }
}

static void link_clauses(struct ogbv__search *s)
{
    const struct ogbv__atom *atoms = s->db->atoms;
    for (size_t c = 0; c < s->n_clauses; c++)
        for (size_t i = 0; i < s->clauses[c].clause->n_literals; i++) {
            count_link(&s->clauses_of, atoms[s->clauses[c].clause->literals[i].atom].fact);
            count_link(&s->clauses_of, atoms[s->clauses[c].clause->literals[i].atom].fact2);
        }
    uint32_t *next = lay_out(s, &s->clauses_of);
    for (uint32_t c = 0; next && c < s->n_clauses; c++)
        for (size_t i = 0; i < s->clauses[c].clause->n_literals; i++) {
            const struct ogbv__atom *atom = &atoms[s->clauses[c].clause->literals[i].atom];
            put_link(&s->clauses_of, next, atom->fact, c);
            put_link(&s->clauses_of, next, atom->fact2, c);
        }
}

static void take_links(struct ogbv__search *s)
{
    size_t n = s->db->n_facts;
    s->atoms_of.first = ogbv__arena_array(s->arena, n + 1, sizeof *s->atoms_of.first);
    s->clauses_of.first = ogbv__arena_array(s->arena, n + 1, sizeof *s->clauses_of.first);
    s->stale = ogbv__arena_array(s->arena, n, sizeof *s->stale);
    s->is_stale = ogbv__arena_array(s->arena, n, 1);
    if (s->arena->failed)
        return;
    link_atoms(s);
    link_clauses(s);
}

static void take_domains(struct ogbv__search *s, const uint8_t *facts)
{
    s->domains = ogbv__arena_array(s->arena, s->db->n_facts, sizeof *s->domains);
    s->domain_of = ogbv__arena_array(s->arena, s->db->n_facts, sizeof *s->domain_of);
    for (size_t f = 0; s->domains && s->domain_of && f < s->db->n_facts; f++) {
        if (!facts[f] || s->db->facts[f] == s->fixed_fact)
            continue;
        struct ogbv__domain *domain = &s->domains[s->n_domains++];
        domain->fact = s->db->facts[f];
        s->domain_of[f] = (uint32_t)s->n_domains;
        ogbv__domain_init(s, s->atoms, s->n_atoms, domain);
    }
}

int ogbv__search_init(struct ogbv__search *s, struct ogbv__arena *arena, const struct ogbv_db *db,
                      const struct ogbv__gates *gates, uint32_t goal)
{
    size_t nodes = ogbv__gates_nodes(gates);
    memset(s, 0, sizeof *s);
    s->db = db;
    s->arena = arena;
    s->gates = gates;
    s->goal = goal;
    s->planes = ogbv__arena_array(arena, nodes, 2);
    s->open = ogbv__arena_array(arena, nodes, 1);
    s->may = ogbv__arena_array(arena, nodes, 2);
    s->values = ogbv__arena_array(arena, db->n_facts, sizeof *s->values);
    s->memo = ogbv__memo_new(arena);
    for (size_t i = 0; s->values && i < db->n_facts; i++)
        s->values[i] = ogbv__value_unknown(db->facts[i]);
    return !arena->failed;
}

int ogbv__search_prepare(struct ogbv__search *s, const struct ogbv_fact *fixed_fact,
                         const struct ogbv__value *sides)
{
    const struct ogbv_db *db = s->db;
    uint8_t *used = ogbv__arena_array(s->arena, ogbv__gates_nodes(s->gates), 1);
    uint8_t *atoms = ogbv__arena_array(s->arena, db->n_atoms, 1);
    uint8_t *facts = ogbv__arena_array(s->arena, db->n_facts, 1);
    uint8_t *clauses = ogbv__arena_array(s->arena, db->n_clauses, 1);
    if (s->arena->failed)
        return 0;
    s->fixed_fact = fixed_fact;
    mark_gates(s, used);
    s->has_unsettled = used[s->gates->first_gate - 1];
    for (uint32_t i = 0; i < db->n_atoms; i++)
        if (used[1 + i])
            add_atom(db, i, atoms, facts);
    if (fixed_fact)
        facts[fixed_fact->index] = 1;
    spread(db, atoms, facts, clauses);
    s->atoms = indexes(s->arena, atoms, db->n_atoms, &s->n_atoms);
    take_clauses(s, clauses, sides);
    take_domains(s, facts);
    take_links(s);
    s->size_trail = 4 * s->n_domains + 16;
    s->trail = ogbv__arena_array(s->arena, s->size_trail, sizeof *s->trail);
    return !s->arena->failed;
}

/* ---- the state --------------------------------------------------------------------------- */

size_t ogbv__search_mark(const struct ogbv__search *s)
{
    return s->n_trail;
}

static void make_stale(struct ogbv__search *s, uint32_t fact)
{
    if (s->is_stale[fact])
        return;
    s->is_stale[fact] = 1;
    s->stale[s->n_stale++] = fact;
}

void ogbv__search_undo(struct ogbv__search *s, size_t mark)
{
    while (s->n_trail > mark) {
        const struct ogbv__trail *last = &s->trail[--s->n_trail];
        s->values[last->fact] = last->value;
        make_stale(s, last->fact);
    }
    if (s->propagated > mark)
        s->propagated = mark;
}

static void remember(struct ogbv__search *s, uint32_t fact)
{
    make_stale(s, fact);
    if (s->n_trail == s->size_trail) {
        struct ogbv__trail *more = ogbv__arena_array(s->arena, 2 * s->size_trail, sizeof *more);
        if (!more)
            return;
        memcpy(more, s->trail, s->n_trail * sizeof *more);
        s->trail = more;
        s->size_trail *= 2;
    }
    s->trail[s->n_trail].fact = fact;
    s->trail[s->n_trail++].value = s->values[fact];
}

void ogbv__search_assign(struct ogbv__search *s, const struct ogbv_fact *fact, int64_t value)
{
    remember(s, fact->index);
    s->values[fact->index].lo = s->values[fact->index].hi = value;
    s->values[fact->index].state = OGBV__GIVEN;
}

void ogbv__search_set(struct ogbv__search *s, const struct ogbv_fact *fact, int64_t value)
{
    if (!fact)
        return;
    s->values[fact->index].lo = s->values[fact->index].hi = value;
    s->values[fact->index].state = OGBV__GIVEN;
}

static ogbv__trit test_atom(const struct ogbv__search *s, uint32_t index,
                            const struct ogbv__value *fixed)
{
    const struct ogbv__atom *atom = &s->db->atoms[index];
    const struct ogbv__value *a = &s->values[atom->fact->index];
    const struct ogbv__value *b = atom->fact2 ? &s->values[atom->fact2->index] : NULL;
    if (fixed && atom->fact == s->fixed_fact)
        a = fixed;
    if (fixed && atom->fact2 && atom->fact2 == s->fixed_fact)
        b = fixed;
    return ogbv__atom_test(atom, a, b);
}

static ogbv__trit test_literal(const struct ogbv__search *s, const struct ogbv__side_clause *c,
                               size_t i)
{
    const struct ogbv__literal *literal = &c->clause->literals[i];
    ogbv__trit value = test_atom(s, literal->atom, c->fixed);
    return literal->negated ? ogbv__trit_not(value) : value;
}

static int propagate_one(struct ogbv__search *s, const struct ogbv__side_clause *c)
{
    const struct ogbv__literal *last = NULL;
    for (size_t i = 0; i < c->clause->n_literals; i++) {
        ogbv__trit value = test_literal(s, c, i);
        if (value == OGBV__YES || (value == OGBV__UNKNOWN && last))
            return 0;
        if (value == OGBV__UNKNOWN)
            last = &c->clause->literals[i];
    }
    if (!last)
        return -1;
    const struct ogbv__atom *atom = &s->db->atoms[last->atom];
    struct ogbv__value next = s->values[atom->fact->index];
    int outcome = ogbv__value_assert(atom, last->negated, &next);
    if (outcome > 0) {
        remember(s, atom->fact->index);
        s->values[atom->fact->index] = next;
    }
    return outcome;
}

static int propagate_all(struct ogbv__search *s)
{
    for (size_t i = 0; i < s->n_clauses; i++)
        if (propagate_one(s, &s->clauses[i]) < 0)
            return 0;
    return 1;
}

/* Only the constraints on facts that changed can say something new; what they narrow is changed
 * too. */
static int propagate(struct ogbv__search *s)
{
    if (!s->started && !propagate_all(s))
        return 0;
    for (; s->propagated < s->n_trail; s->propagated++) {
        uint32_t fact = s->trail[s->propagated].fact;
        for (uint32_t i = s->clauses_of.first[fact]; i < s->clauses_of.first[fact + 1]; i++)
            if (propagate_one(s, &s->clauses[s->clauses_of.at[i]]) < 0)
                return 0;
    }
    return 1;
}

static void set_atom(struct ogbv__search *s, uint32_t atom)
{
    ogbv__trit value = test_atom(s, atom, NULL);
    s->planes[2 * (1 + atom)] = value == OGBV__YES;
    s->planes[2 * (1 + atom) + 1] = value == OGBV__NO;
}

static void set_atoms(struct ogbv__search *s)
{
    for (size_t i = 0; !s->started && i < s->n_atoms; i++)
        set_atom(s, s->atoms[i]);
    for (; s->n_stale > 0; s->n_stale--) {
        uint32_t fact = s->stale[s->n_stale - 1];
        for (uint32_t i = s->atoms_of.first[fact]; i < s->atoms_of.first[fact + 1]; i++)
            set_atom(s, s->atoms_of.at[i]);
        s->is_stale[fact] = 0;
    }
    s->started = 1;
}

static void evaluate(struct ogbv__search *s)
{
    const struct ogbv__gates *gates = s->gates;
    uint8_t *planes = s->planes, *out = planes + 2 * gates->first_gate;
    planes[0] = 1;
    set_atoms(s);
    for (uint32_t g = 0; g < gates->n_gates; g++, out += 2) {
        uint32_t a = gates->gates[g].a, b = gates->gates[g].b;
        out[0] = planes[a] & planes[b];
        out[1] = planes[a ^ 1] | planes[b ^ 1];
    }
}

/* Whether the goal may still come to hold whatever the unsettled points are: facts that are unknown
 * may become either, unsettled points neither. */
static int may_hold(struct ogbv__search *s)
{
    const struct ogbv__gates *gates = s->gates;
    uint8_t *may = s->may, *out = may + 2 * gates->first_gate;
    may[0] = 1;
    for (size_t i = 0; i < s->n_atoms; i++) {
        uint32_t ref = 2 * (1 + s->atoms[i]);
        may[ref] = !s->planes[ref ^ 1];
        may[ref ^ 1] = !s->planes[ref];
    }
    for (uint32_t g = 0; g < gates->n_gates; g++, out += 2) {
        uint32_t a = gates->gates[g].a, b = gates->gates[g].b;
        out[0] = may[a] & may[b];
        out[1] = may[a ^ 1] | may[b ^ 1];
    }
    return may[s->goal];
}

int ogbv__search_look(struct ogbv__search *s)
{
    if (!propagate(s))
        return -1;
    evaluate(s);
    int goal = ogbv__trit_of(s->planes[s->goal], s->planes[s->goal ^ 1]);
    if (goal == OGBV__UNKNOWN && s->has_unsettled && !may_hold(s)) {
        s->depends_on_unsettled = 1;
        return OGBV__NO;
    }
    return goal;
}

/* ---- what is open ------------------------------------------------------------------------ */

static int is_unknown(const struct ogbv__search *s, uint32_t ref)
{
    return !(s->planes[ref] | s->planes[ref ^ 1]);
}

static void mark_open(struct ogbv__search *s)
{
    const struct ogbv__gates *gates = s->gates;
    memset(s->open, 0, ogbv__gates_nodes(gates));
    s->open[s->goal >> 1] = (uint8_t)is_unknown(s, s->goal);
    for (uint32_t g = gates->n_gates; g-- > 0;) {
        if (!s->open[gates->first_gate + g])
            continue;
        uint32_t a = gates->gates[g].a, b = gates->gates[g].b;
        s->open[a >> 1] |= (uint8_t)is_unknown(s, a);
        s->open[b >> 1] |= (uint8_t)is_unknown(s, b);
    }
}

static const struct ogbv__domain *domain_for(const struct ogbv__search *s,
                                             const struct ogbv_fact *fact)
{
    if (!fact || ogbv__value_known(&s->values[fact->index]) || !s->domain_of[fact->index])
        return NULL;
    return &s->domains[s->domain_of[fact->index] - 1];
}

/* The first fact on the way down from the goal: it keeps to one part of the goal at a time. */
static const struct ogbv__domain *first_below(const struct ogbv__search *s)
{
    uint32_t ref = s->goal, first = s->gates->first_gate;
    while (ref >> 1 >= first) {
        const struct ogbv__gate *gate = &s->gates->gates[(ref >> 1) - first];
        ref = is_unknown(s, gate->a) ? gate->a : gate->b;
    }
    if ((ref >> 1) - 1 >= s->db->n_atoms)
        return NULL;    /* an unsettled point */
    const struct ogbv__atom *atom = &s->db->atoms[(ref >> 1) - 1];
    const struct ogbv__domain *domain = domain_for(s, atom->fact);
    return domain ? domain : domain_for(s, atom->fact2);
}

const struct ogbv__domain *ogbv__search_next(struct ogbv__search *s)
{
    mark_open(s);
    /* measured: keeping to one part decides more where one fact is fixed, less elsewhere */
    const struct ogbv__domain *first = s->fixed_fact ? first_below(s) : NULL;
    if (first)
        return first;
    for (size_t i = 0; i < s->n_atoms; i++) {
        const struct ogbv__atom *atom = &s->db->atoms[s->atoms[i]];
        if (!s->open[1 + s->atoms[i]])
            continue;
        const struct ogbv__domain *domain = domain_for(s, atom->fact);
        if (!domain)
            domain = domain_for(s, atom->fact2);
        if (domain)
            return domain;
    }
    return NULL;
}

/* ---- the key of a residual --------------------------------------------------------------- */

struct key {
    uint8_t bytes[4096];
    size_t n;
    int whole;
};

static void put(struct key *key, const void *bytes, size_t n)
{
    if (key->n + n > sizeof key->bytes) {
        key->whole = 0;
        return;
    }
    memcpy(key->bytes + key->n, bytes, n);
    key->n += n;
}

static void put_bits(struct key *key, const uint8_t *flags, size_t n)
{
    for (size_t i = 0; i < n; i += 8) {
        uint8_t byte = 0;
        for (size_t k = 0; k < 8 && i + k < n; k++)
            byte |= (uint8_t)((flags[i + k] & 1) << k);
        put(key, &byte, 1);
    }
}

/* Of an open constraint: which of its literals are still unknown. */
static void put_clause(const struct ogbv__search *s, const struct ogbv__side_clause *c,
                       struct key *key)
{
    uint32_t unknown = 0;
    if (c->clause->n_literals > 32)
        key->whole = 0;
    for (size_t i = 0; key->whole && i < c->clause->n_literals; i++) {
        ogbv__trit value = test_literal(s, c, i);
        if (value == OGBV__YES) {
            unknown = 0;
            break;
        }
        unknown |= (uint32_t)(value == OGBV__UNKNOWN) << i;
    }
    put(key, &unknown, sizeof unknown);
}

static void put_range(const struct ogbv__search *s, const struct ogbv_fact *fact, struct key *key)
{
    const struct ogbv__value *value = &s->values[fact->index];
    put(key, &fact->index, sizeof fact->index);
    put(key, &value->lo, sizeof value->lo);
    put(key, &value->hi, sizeof value->hi);
}

static void make_key(struct ogbv__search *s, struct key *key)
{
    key->n = 0;
    key->whole = 1;
    put_bits(key, s->open + s->gates->first_gate, s->gates->n_gates);
    for (size_t i = 0; i < s->n_atoms; i++) {
        const struct ogbv__atom *atom = &s->db->atoms[s->atoms[i]];
        uint8_t open = s->open[1 + s->atoms[i]];
        put(key, &open, 1);
        if (open && atom->fact2) {
            put_range(s, atom->fact, key);
            put_range(s, atom->fact2, key);
        }
    }
    for (size_t i = 0; i < s->n_clauses; i++)
        put_clause(s, &s->clauses[i], key);
    for (size_t i = 0; i < s->n_domains; i++) {
        const struct ogbv_fact *fact = s->domains[i].fact;
        const struct ogbv__value *value = &s->values[fact->index];
        if (!ogbv__value_known(value) && (value->lo != fact->min || value->hi != fact->max))
            put_range(s, fact, key);
    }
}

/* ---- the search -------------------------------------------------------------------------- */

static int in_range(const struct ogbv__search *s, const struct ogbv_fact *fact, int64_t value)
{
    return value >= s->values[fact->index].lo && value <= s->values[fact->index].hi;
}

static int descend(struct ogbv__search *s);

static int branch(struct ogbv__search *s, const struct ogbv__domain *domain)
{
    int outcome = OGBV__NONE;
    for (size_t i = 0; i < domain->n && outcome != OGBV__FOUND; i++) {
        size_t mark = ogbv__search_mark(s);
        if (!in_range(s, domain->fact, domain->values[i]))
            continue;
        ogbv__search_assign(s, domain->fact, domain->values[i]);
        int below = descend(s);
        if (below == OGBV__FOUND)
            return OGBV__FOUND;
        if (below == OGBV__UNDECIDED)
            outcome = OGBV__UNDECIDED;
        ogbv__search_undo(s, mark);
        if (s->nodes > s->budget)
            return OGBV__UNDECIDED;
    }
    return outcome;
}

static int descend(struct ogbv__search *s)
{
    struct key key;
    if (++s->nodes > s->budget || s->arena->failed)
        return OGBV__UNDECIDED;
    int goal = ogbv__search_look(s);
    if (goal != OGBV__UNKNOWN)
        return goal == OGBV__YES ? OGBV__FOUND : OGBV__NONE;
    const struct ogbv__domain *domain = ogbv__search_next(s);
    if (!domain) {
        s->depends_on_unsettled = 1;
        return OGBV__NONE;
    }
    make_key(s, &key);
    if (key.whole && ogbv__memo_has(s->memo, key.bytes, key.n))
        return OGBV__NONE;
    int outcome = branch(s, domain);
    if (outcome == OGBV__NONE && key.whole)
        ogbv__memo_add(s->memo, key.bytes, key.n);
    return outcome;
}

int ogbv__search_run(struct ogbv__search *s)
{
    s->nodes = 0;
    s->depends_on_unsettled = 0;
    s->n_trail = 0;
    int outcome = descend(s);
    if (outcome == OGBV__NONE && s->depends_on_unsettled)
        return OGBV__UNDECIDED;
    return outcome;
}
