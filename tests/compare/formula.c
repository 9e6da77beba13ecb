/* SPDX-License-Identifier: MIT */
#include "formula.h"

#include <stdlib.h>
#include <string.h>

const int sizes[N_FACTS] = { 2, 2, 2, 2, 2, 2, 4, 3, 10 };
const char *const fact_ids[N_FACTS] = { "b0", "b1", "b2", "b3", "b4", "b5", "lv", "ch", "n" };

const char *value_name(int fact, int value)
{
    static const char *const names[][10] = {
        { "no", "yes" }, { "v0", "v1", "v2", "v3" }, { "c0", "c1", "c2" },
        { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9" },
    };
    return names[fact < N_BOOLEANS ? 0 : fact - LEVEL + 1][value];
}

struct facts case_at(int n)
{
    struct facts facts;
    for (int f = 0; f < N_FACTS; f++) {
        facts.at[f] = n % sizes[f];
        n /= sizes[f];
    }
    return facts;
}

static void *need(void *p)
{
    if (!p)
        abort();
    return p;
}

/* ---- random trees --------------------------------------------------------------------------- */

uint32_t random_below(uint32_t *state, uint32_t n)
{
    *state = *state * 1664525u + 1013904223u;
    return (uint32_t)(((uint64_t)(*state >> 8) * n) >> 24);
}

/* A level or number by a range, a choice by a list, a boolean by a value. */
static uint32_t random_set(uint32_t *state, int fact)
{
    uint32_t size = (uint32_t)sizes[fact];
    uint32_t lo = random_below(state, size), hi = lo + random_below(state, size - lo);
    if (fact == CHOICE || fact < N_BOOLEANS)
        return 1u << lo | (fact == CHOICE ? 1u << random_below(state, size) : 0);
    if (lo == 0 && hi == size - 1)
        hi--;
    return ((2u << hi) - 1) & ~((1u << lo) - 1);
}

struct node *random_node(uint32_t *state, int depth)
{
    struct node *node = need(calloc(1, sizeof *node));
    if (depth == 0 || random_below(state, 4) == 0) {
        node->op = LEAF;
        node->fact = (int)random_below(state, N_FACTS);
        node->set = random_set(state, node->fact);
        return node;
    }
    node->op = (int)random_below(state, LEAF);
    node->n_kids = node->op == NOT_OF ? 1 : 2 + (int)random_below(state, MOST_KIDS - 1);
    node->least = 1 + (int)random_below(state, (uint32_t)node->n_kids);
    for (int i = 0; i < node->n_kids; i++)
        node->kids[i] = random_node(state, depth - 1);
    return node;
}

void free_node(struct node *node)
{
    for (int i = 0; node && i < node->n_kids; i++)
        free_node(node->kids[i]);
    free(node);
}

/* ---- truth ---------------------------------------------------------------------------------- */

static int of_counts(int yes, int unknown, int needed)
{
    return yes >= needed ? 1 : yes + unknown < needed ? 0 : UNKNOWN;
}

int value_of(const struct node *node, const struct facts *facts)
{
    int yes = 0, unknown = 0;
    if (node->op == LEAF) {
        int at = facts->at[node->fact];
        return at == UNKNOWN ? UNKNOWN : (int)(node->set >> at & 1);
    }
    for (int i = 0; i < node->n_kids; i++) {
        int value = value_of(node->kids[i], facts);
        yes += value == 1;
        unknown += value == UNKNOWN;
    }
    if (node->op == NOT_OF)
        return unknown ? UNKNOWN : !yes;
    return of_counts(yes, unknown, node->op == ALL_OF   ? node->n_kids
                                   : node->op == ANY_OF ? 1 : node->least);
}

/* ---- as rules ------------------------------------------------------------------------------- */

static void write_leaf(FILE *out, const struct node *node)
{
    int lo = 0, hi = sizes[node->fact] - 1, ranged = node->fact == LEVEL || node->fact == NUMBER;
    while (!(node->set >> lo & 1))
        lo++;
    while (!(node->set >> hi & 1))
        hi--;
    fprintf(out, "<is fact='%s'", fact_ids[node->fact]);
    if (ranged && lo > 0)
        fprintf(out, " min='%s'", value_name(node->fact, lo));
    if (ranged && (hi < sizes[node->fact] - 1 || lo == 0))
        fprintf(out, " max='%s'", value_name(node->fact, hi));
    if (!ranged)
        fprintf(out, " value='%s", value_name(node->fact, lo));
    if (!ranged && hi > lo)
        fprintf(out, " %s", value_name(node->fact, hi));
    fputs(ranged ? "/>" : "'/>", out);
}

void write_node(FILE *out, const struct node *node)
{
    static const char *const names[] = { "all", "any", "not", "at-least" };
    if (node->op == LEAF) {
        write_leaf(out, node);
        return;
    }
    fprintf(out, "<%s", names[node->op]);
    if (node->op == AT_LEAST_OF)
        fprintf(out, " n='%d'", node->least);
    fputc('>', out);
    for (int i = 0; i < node->n_kids; i++)
        write_node(out, node->kids[i]);
    fprintf(out, "</%s>", names[node->op]);
}

/* ---- definitions ---------------------------------------------------------------------------- */

void random_definition(struct definition *definition, uint32_t *state)
{
    definition->n_rules = 1 + (int)random_below(state, MOST_RULES);
    for (int r = 0; r < definition->n_rules; r++) {
        struct rule *rule = &definition->rules[r];
        rule->elements[0] = random_node(state, 2);
        rule->elements[1] = random_node(state, 1);
        rule->unless = random_below(state, 2) ? random_node(state, 1) : NULL;
        rule->inapplicable = random_below(state, 3) ? NULL : random_node(state, 1);
    }
}

void free_definition(struct definition *definition)
{
    for (int r = 0; r < definition->n_rules; r++) {
        free_node(definition->rules[r].elements[0]);
        free_node(definition->rules[r].elements[1]);
        free_node(definition->rules[r].unless);
        free_node(definition->rules[r].inapplicable);
    }
}

static int not_of(int value)
{
    return value == UNKNOWN ? UNKNOWN : !value;
}

static int rule_value(const struct rule *rule, const struct facts *facts)
{
    const int parts[] = {
        value_of(rule->elements[0], facts), value_of(rule->elements[1], facts),
        rule->unless ? not_of(value_of(rule->unless, facts)) : 1,
        rule->inapplicable ? not_of(value_of(rule->inapplicable, facts)) : 1,
    };
    int yes = 0, unknown = 0;
    for (int i = 0; i < 4; i++) {
        yes += parts[i] == 1;
        unknown += parts[i] == UNKNOWN;
    }
    return of_counts(yes, unknown, 4);
}

int strict_of(const struct definition *definition, const struct facts *facts)
{
    int yes = 0, unknown = 0;
    for (int r = 0; r < definition->n_rules; r++) {
        int value = rule_value(&definition->rules[r], facts);
        yes += value == 1;
        unknown += value == UNKNOWN;
    }
    return of_counts(yes, unknown, 1);
}

int scope_of(const struct facts *facts)
{
    int yes = (facts->at[0] == 1) + (facts->at[1] == 1);
    int unknown = (facts->at[0] == UNKNOWN) + (facts->at[1] == UNKNOWN);
    return of_counts(yes, unknown, 1);
}

/* ---- clauses -------------------------------------------------------------------------------- */

static void put(struct clauses *clauses, int literal)
{
    if (clauses->n == clauses->size) {
        clauses->size = clauses->size ? 2 * clauses->size : 1 << 16;
        clauses->at = need(realloc(clauses->at, clauses->size * sizeof *clauses->at));
    }
    clauses->at[clauses->n++] = literal;
}

void add_clause(struct clauses *clauses, const int *literals, int n)
{
    for (int i = 0; i < n; i++)
        put(clauses, literals[i]);
    if (clauses->guard)
        put(clauses, clauses->guard);
    put(clauses, 0);
    clauses->n_clauses++;
}

/* A variable that is true exactly when all literals are; those are overwritten. */
static int all_of(struct clauses *clauses, int *literals, int n)
{
    int all = ++clauses->n_vars;
    for (int i = 0; i < n; i++)
        add_clause(clauses, (int[]){ -all, literals[i] }, 2);
    for (int i = 0; i < n; i++)
        literals[i] = -literals[i];
    literals[n] = all;
    add_clause(clauses, literals, n + 1);
    return all;
}

static int any_of(struct clauses *clauses, int *literals, int n)
{
    for (int i = 0; i < n; i++)
        literals[i] = -literals[i];
    return -all_of(clauses, literals, n);
}

/* At least `least` of the literals: some subset of that size. */
static int at_least(struct clauses *clauses, const int *literals, int n, int least)
{
    int some[1 << MOST_KIDS], n_some = 0;
    for (int set = 0; set < 1 << n; set++) {
        int chosen[MOST_KIDS + 1], k = 0;
        for (int i = 0; i < n; i++)
            if (set >> i & 1)
                chosen[k++] = literals[i];
        if (k == least)
            some[n_some++] = all_of(clauses, chosen, k);
    }
    return any_of(clauses, some, n_some);
}

/* The literal of a tree; vars[fact] is the variable of the fact's value 0, the others follow. */
static int literal_of(struct clauses *clauses, const struct node *node, const int *vars)
{
    int kids[16], n = 0;
    if (node->op == LEAF) {
        for (int v = 0; v < sizes[node->fact]; v++)
            if (node->set >> v & 1)
                kids[n++] = vars[node->fact] + v;
        return any_of(clauses, kids, n);
    }
    for (int i = 0; i < node->n_kids; i++)
        kids[n++] = literal_of(clauses, node->kids[i], vars);
    switch (node->op) {
    case ALL_OF: return all_of(clauses, kids, n);
    case ANY_OF: return any_of(clauses, kids, n);
    case NOT_OF: return -kids[0];
    default: return at_least(clauses, kids, n, node->least);
    }
}

static int literal_of_definition(struct clauses *clauses, const struct definition *definition,
                                 const int *vars)
{
    int rules[MOST_RULES + 1];
    for (int r = 0; r < definition->n_rules; r++) {
        const struct rule *rule = &definition->rules[r];
        int parts[5], n = 0;
        parts[n++] = literal_of(clauses, rule->elements[0], vars);
        parts[n++] = literal_of(clauses, rule->elements[1], vars);
        if (rule->unless)
            parts[n++] = -literal_of(clauses, rule->unless, vars);
        if (rule->inapplicable)
            parts[n++] = -literal_of(clauses, rule->inapplicable, vars);
        rules[r] = all_of(clauses, parts, n);
    }
    return any_of(clauses, rules, definition->n_rules);
}

/* A fact has exactly one of its values. */
static void add_fact(struct clauses *clauses, int fact, int first)
{
    int some[10];
    for (int v = 0; v < sizes[fact]; v++) {
        some[v] = first + v;
        for (int w = 0; w < v; w++)
            add_clause(clauses, (int[]){ -(first + v), -(first + w) }, 2);
    }
    add_clause(clauses, some, sizes[fact]);
}

void add_query(struct clauses *clauses, const struct definition *in, const struct definition *out,
               int constrained)
{
    int vars[N_FACTS];
    for (int f = 0; f < N_FACTS; f++) {
        vars[f] = clauses->n_vars + 1;
        clauses->n_vars += sizes[f];
        add_fact(clauses, f, vars[f]);
    }
    add_clause(clauses, (int[]){ vars[0] + 1, vars[1] + 1 }, 2);
    int is_in = literal_of_definition(clauses, in, vars);
    int is_out = literal_of_definition(clauses, out, vars);
    add_clause(clauses, &is_in, 1);
    add_clause(clauses, (int[]){ -is_out }, 1);
    if (constrained)
        add_clause(clauses, (int[]){ vars[2], vars[3] + 1 }, 2);
    for (int v = 0; constrained && v < 3; v++)
        add_clause(clauses, (int[]){ -(vars[NUMBER] + v), vars[LEVEL] }, 2);
}

void write_dimacs(FILE *out, const struct clauses *clauses)
{
    fprintf(out, "p cnf %d %d\n", clauses->n_vars, clauses->n_clauses);
    for (size_t i = 0; i < clauses->n; i++)
        fprintf(out, clauses->at[i] ? "%d " : "%d\n", clauses->at[i]);
}
