/* SPDX-License-Identifier: MIT */
/* Exact search for a case: depth first over facts, pruned by the same three-valued gates that
 * assess cases, with constraints propagated and a memo of failed residuals, stored whole. */
#ifndef OGBV_ENGINE_SEARCH_H
#define OGBV_ENGINE_SEARCH_H

#include "model/gates.h"

enum { OGBV__NONE, OGBV__FOUND, OGBV__UNDECIDED };

/* The values of a fact that some atom tells apart: one for each class. */
struct ogbv__domain {
    const struct ogbv_fact *fact;
    int64_t *values;
    size_t n;
};

/* A constraint, as it stands on one side: where a fact is fixed, sides differ in its value. */
struct ogbv__side_clause {
    const struct ogbv__clause *clause;
    const struct ogbv__value *fixed;    /* value of the fixed fact; NULL: none is fixed */
};

/* What a fact was before it changed. */
struct ogbv__trail {
    uint32_t fact;
    struct ogbv__value value;
};

/* Lists of small numbers, by fact index: those of fact f are at[first[f]] to at[first[f + 1] - 1].
 * */
struct ogbv__links {
    uint32_t *first, *at;
};

struct ogbv__search {
    const struct ogbv_db *db;
    struct ogbv__arena *arena;
    const struct ogbv__gates *gates;
    const struct ogbv_fact *fixed_fact; /* NULL: none */
    const struct ogbv__value *prefer;   /* values to try first, by fact index; may be NULL */
    uint32_t goal;
    uint64_t nodes, budget;
    int incomplete;                     /* not every class of values is tried */
    int depends_on_unsettled;           /* some branch ended with nothing but unsettled points */
    /* what the goal and the constraints around it speak of */
    uint32_t *atoms;
    size_t n_atoms;
    struct ogbv__side_clause *clauses;
    size_t n_clauses;
    struct ogbv__domain *domains;
    size_t n_domains;
    uint32_t *domain_of;                /* by fact index: domain + 1, or 0 */
    struct ogbv__links atoms_of, clauses_of;    /* by fact index: what speaks of it */
    /* the state of the search */
    struct ogbv__value *values;         /* by fact index */
    uint8_t *planes, *open;             /* by reference; by node */
    uint8_t *may;                       /* by reference: what may still come to hold */
    int has_unsettled;
    struct ogbv__trail *trail;
    size_t n_trail, size_trail;
    size_t propagated;                  /* trail entries whose constraints were seen to */
    uint32_t *stale;                    /* facts whose atoms are to be tested again */
    size_t n_stale;
    uint8_t *is_stale;
    int started;
    struct ogbv__memo *memo;
};

/* Prepares a search for `goal`, a reference of the gates. `sides` (two values, or NULL) fixes a
 * fact that the gates no longer read. 0 without memory. */
int ogbv__search_init(struct ogbv__search *search, struct ogbv__arena *arena,
                      const struct ogbv_db *db, const struct ogbv__gates *gates, uint32_t goal);
int ogbv__search_prepare(struct ogbv__search *search, const struct ogbv_fact *fixed_fact,
                         const struct ogbv__value *sides);

/* Sets a fact before the search (a date that is not searched for). */
void ogbv__search_set(struct ogbv__search *search, const struct ogbv_fact *fact, int64_t value);

/* Searches. When found, `values` hold the case. */
int ogbv__search_run(struct ogbv__search *search);

/* ---- shared with the nearest search -------------------------------------------------------- */

/* Propagates the constraints and evaluates. Returns the goal's value, or -1 for a contradiction. */
int ogbv__search_look(struct ogbv__search *search);
/* The constraints alone: 0 when they contradict what was assigned. */
int ogbv__search_propagate(struct ogbv__search *search);
/* The next fact to branch on: one that the goal still waits for; NULL when there is none. */
const struct ogbv__domain *ogbv__search_next(struct ogbv__search *search);
size_t ogbv__search_mark(const struct ogbv__search *search);
void ogbv__search_undo(struct ogbv__search *search, size_t mark);
void ogbv__search_assign(struct ogbv__search *search, const struct ogbv_fact *fact, int64_t value);
/* Sets a fact back to what it was. */
void ogbv__search_restore(struct ogbv__search *search, const struct ogbv_fact *fact,
                          const struct ogbv__value *value);

/* Fills in what a core case gives (values by fact index), as far as nothing contradicts. Returns
 * how many of its facts could not stay. */
size_t ogbv__search_keep(struct ogbv__search *search, const struct ogbv__value *core);

/* The nearest case to `core` (values by fact index; unset facts are not given), within a cost of
 * `most` differing facts. Sets *minimal when no smaller number does. */
int ogbv__search_nearest(struct ogbv__search *search, const struct ogbv__value *core, size_t most,
                         int *minimal);

/* ---- residuals ---------------------------------------------------------------------------- */

struct ogbv__key {
    uint8_t bytes[4096];
    size_t n;
    int whole;                          /* it fitted: only whole keys may be compared */
};

/* What is left to decide, after the open nodes were marked. */
void ogbv__residual(const struct ogbv__search *search, struct ogbv__key *key);
/* The value of a literal as it stands. */
ogbv__trit ogbv__literal_in(const struct ogbv__search *search, const struct ogbv__side_clause *c,
                            size_t i);

/* ---- domains ----------------------------------------------------------------------------- */

/* The values of a fact that the atoms of the search tell apart, the preferred one first. */
int ogbv__domain_init(struct ogbv__search *search, const uint32_t *atoms, size_t n,
                      struct ogbv__domain *domain);

/* ---- the memo ---------------------------------------------------------------------------- */

struct ogbv__memo *ogbv__memo_new(struct ogbv__arena *arena);
int ogbv__memo_has(const struct ogbv__memo *memo, const uint8_t *key, size_t n);
void ogbv__memo_add(struct ogbv__memo *memo, const uint8_t *key, size_t n);

#endif
