/* SPDX-License-Identifier: MIT */
/* What it is for: what a search has to look at: the atoms, facts and constraints around its goal.
 * What it must not know: how the search goes on.
 * Invariant: a fact left out can change neither the goal nor a constraint that touches it. */
#include "engine/search.h"

#include <string.h>

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
