/* SPDX-License-Identifier: MIT */
/* Random definitions for tests, known without the library: as trees that can be written as rules,
 * evaluated under whole and partial knowledge, and written as clauses for a solver.
 *
 * Nine facts: booleans b0 to b5, a level lv of four values, a choice ch of three, an integer n from
 * 0 to 9. A definition is a scope and some offence of up to three. */
#ifndef OGBV_TESTS_COMPARE_FORMULA_H
#define OGBV_TESTS_COMPARE_FORMULA_H

#include <stdint.h>
#include <stdio.h>

enum { N_BOOLEANS = 6, LEVEL = 6, CHOICE = 7, NUMBER = 8, N_FACTS = 9 };
enum { N_CASES = 64 * 4 * 3 * 10 };
enum { MOST_RULES = 3, MOST_KIDS = 4, UNKNOWN = -1 };

extern const int sizes[N_FACTS];            /* how many values a fact has */
extern const char *const fact_ids[N_FACTS];

/* What value i of a fact is called. */
const char *value_name(int fact, int value);

/* A case: a value for each fact, or UNKNOWN. */
struct facts {
    int at[N_FACTS];
};

/* The n-th of all whole cases. */
struct facts case_at(int n);

/* ---- trees ---- */

enum { ALL_OF, ANY_OF, NOT_OF, AT_LEAST_OF, LEAF };

struct node {
    int op, n_kids, least;
    int fact;
    uint32_t set;                           /* of a leaf: the values for which it holds */
    struct node *kids[MOST_KIDS];
};

/* A stream of numbers that is the same everywhere. */
uint32_t random_below(uint32_t *state, uint32_t n);
struct node *random_node(uint32_t *state, int depth);
void free_node(struct node *node);

/* 1, 0, or UNKNOWN by three-valued logic. */
int value_of(const struct node *node, const struct facts *facts);
void write_node(FILE *out, const struct node *node);

/* ---- definitions ---- */

struct rule {
    struct node *elements[2], *inapplicable, *unless;   /* the last two may be NULL */
};

struct definition {
    struct rule rules[MOST_RULES];
    int n_rules;
};

void random_definition(struct definition *definition, uint32_t *state);
void free_definition(struct definition *definition);
/* Without the scope; 1, 0 or UNKNOWN. */
int strict_of(const struct definition *definition, const struct facts *facts);
/* The scope: b0 or b1. */
int scope_of(const struct facts *facts);

/* ---- clauses ---- */

struct clauses {
    int *at;                                /* literals; 0 ends a clause */
    size_t n, size;
    int n_vars, n_clauses;
    int guard;                              /* a literal added to each clause; 0: none */
};

/* Adds "some case within the scope, of one definition and not of the other"; with constraints, b2
 * implies b3, and n below 3 implies lv at its lowest. */
void add_query(struct clauses *clauses, const struct definition *in, const struct definition *out,
               int constrained);
void add_clause(struct clauses *clauses, const int *literals, int n);
void write_dimacs(FILE *out, const struct clauses *clauses);

#endif
