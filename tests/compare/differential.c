/* SPDX-License-Identifier: MIT */
/* Protects: exactness. Thousands of pairs of random definitions are compared by the library and by
 * trying all cases: relations, every case that is shown, whether it is the nearest, what each
 * definition does with each element. All questions are written as clauses too, for solvers that
 * know neither: differential.sh asks those.
 *
 * differential DIRECTORY [ROUNDS [SEED]] writes found-*.cnf, which some assignment meets when every
 * difference that was found is one, and none.cnf, which none meets when every search that found
 * nothing was right. */
#include "invented.h"

#include <stdlib.h>
#include <string.h>

enum { ROUNDS = 120, SEED = 20261121 };
static const char ON[] = "2026-06-01";

static int passed, failed;
static struct clauses found_clauses, none_clauses;
static int *none_guards;
static size_t n_guards;
static int n_found_files;
static const char *directory;       /* where clauses are written; NULL: nowhere */

static void check(int ok, const char *what, const char *a, const char *b)
{
    passed += ok;
    failed += !ok;
    if (!ok)
        printf("FAILED: %s: %s %s\n", what, a, b);
}

/* ---- relations ------------------------------------------------------------------------------- */

static int32_t relation_by_trial(int a, int b)
{
    int only_a = 0, only_b = 0, both = 0;
    for (int n = 0; n < N_CASES; n++) {
        only_a |= world.covers[a][n] && !world.covers[b][n];
        only_b |= world.covers[b][n] && !world.covers[a][n];
        both |= world.covers[a][n] && world.covers[b][n];
    }
    if (!only_a)
        return only_b ? OGBV_NARROWER : OGBV_EQUAL;
    return !only_b ? OGBV_BROADER : both ? OGBV_OVERLAPPING : OGBV_DISJOINT;
}

/* Reads the facts of a shown case back from its JSON, by looking for each id. */
static int32_t collect(void *payload, const char *bytes, size_t n)
{
    return fwrite(bytes, 1, n, payload) != n;
}

static struct facts facts_of(const ogbv_case *c)
{
    char *json = NULL, key[16], word[16];
    size_t size;
    ogbv_error *error = NULL;
    struct facts facts;
    FILE *out = open_memstream(&json, &size);
    need(ogbv_case_write_json(c, collect, out, &error), &error);
    fclose(out);
    for (int f = 0; f < N_FACTS; f++) {
        snprintf(key, sizeof key, "\"%s\": ", fact_ids[f]);
        const char *at = strstr(json, key);
        facts.at[f] = UNKNOWN;
        if (!at || sscanf(at + strlen(key), "%*[\"]%15[a-z0-9]", word) != 1)
            if (!at || sscanf(at + strlen(key), "%15[a-z0-9]", word) != 1)
                continue;
        for (int v = 0; v < sizes[f]; v++)
            if (strcmp(word, value_name(f, v)) == 0
                || strcmp(word, (const char *[]){ "false", "true" }[v & 1]) == 0)
                facts.at[f] = v;
    }
    free(json);
    return facts;
}

static int agrees(const struct facts *whole, const struct facts *part)
{
    for (int f = 0; f < N_FACTS; f++)
        if (part->at[f] != UNKNOWN && part->at[f] != whole->at[f])
            return 0;
    return 1;
}

/* However the unknown facts turn out, the case is one of `in` and none of `out`. */
static int shows(const struct facts *facts, int in, int out)
{
    int some = 0;
    for (int n = 0; n < N_CASES; n++) {
        struct facts whole = case_at(n);
        if (!world.allowed[n] || !agrees(&whole, facts))
            continue;
        some = 1;
        if (!world.covers[in][n] || world.covers[out][n])
            return 0;
    }
    return some;
}

/* ---- the nearest case ------------------------------------------------------------------------ */

static int n_changes(const struct facts *facts)
{
    int n = 0;
    for (int f = 0; f < N_FACTS; f++)
        n += facts->at[f] != core.at[f];
    return n;
}

static int is_strict(const struct facts *facts, int in, int out)
{
    return scope_of(facts) == 1 && strict_of(&world.definitions[in], facts) == 1
        && strict_of(&world.definitions[out], facts) == 0;
}

/* Whether some case with so many facts changed, from fact f on, would do. */
static int nearer(struct facts *facts, int f, int changes, int in, int out)
{
    if (is_strict(facts, in, out))
        return 1;
    for (; changes > 0 && f < N_FACTS; f++) {
        int kept = facts->at[f];
        for (int v = UNKNOWN; v < sizes[f]; v++) {
            facts->at[f] = v;
            if (v != kept && nearer(facts, f + 1, changes - 1, in, out))
                return 1;
        }
        facts->at[f] = kept;
    }
    return 0;
}

enum { FEW = 4 };       /* more changes take too long to try */

static void check_side(const ogbv_pair *pair, int32_t side, int in, int out)
{
    char a[] = { 'x', (char)('a' + in), '\0' }, b[] = { 'x', (char)('a' + out), '\0' };
    const ogbv_case *c = ogbv_pair_case(pair, side);
    if (ogbv_pair_search(pair, side) != OGBV_SEARCH_FOUND)
        return;
    check(c != NULL, "no case for", a, b);
    if (!c)
        return;
    struct facts facts = facts_of(c), start = core;
    check(shows(&facts, in, out), "a case that does not show it", a, b);
    int changes = n_changes(&facts), tried = !world.constrained && changes > 0 && changes <= FEW;
    check((int)ogbv_pair_differs_count(pair, side) == changes, "changes miscounted", a, b);
    if (ogbv_pair_minimal(pair, side) && tried)
        check(!nearer(&start, 0, changes - 1, in, out), "not the nearest", a, b);
}

/* ---- for the solvers ------------------------------------------------------------------------- */

static void write_clauses(const char *name, const struct clauses *clauses)
{
    char path[4096];
    FILE *out = NULL;
    if (!directory)
        return;
    snprintf(path, sizeof path, "%s/%s", directory, name);
    out = fopen(path, "w");
    if (!out)
        exit(1);
    write_dimacs(out, clauses);
    fclose(out);
}

static void flush_found(void)
{
    char name[32];
    snprintf(name, sizeof name, "found-%d.cnf", n_found_files++);
    write_clauses(name, &found_clauses);
    found_clauses.n = 0;
    found_clauses.n_vars = found_clauses.n_clauses = 0;
}

/* What was found, many at once; what was not, one or the other. */
static void add_clauses(int32_t search, int in, int out)
{
    enum { ENOUGH = 20000 };
    const struct definition *d = world.definitions;
    if (search == OGBV_SEARCH_FOUND) {
        add_query(&found_clauses, &d[in], &d[out], world.constrained);
        if (found_clauses.n_clauses > ENOUGH)
            flush_found();
        return;
    }
    int chosen = ++none_clauses.n_vars;
    none_guards = realloc(none_guards, (n_guards + 1) * sizeof *none_guards);
    none_guards[n_guards++] = chosen;
    none_clauses.guard = -chosen;
    add_query(&none_clauses, &d[in], &d[out], world.constrained);
    none_clauses.guard = 0;
}

/* ---- pairs ----------------------------------------------------------------------------------- */

static void check_pair(const ogbv_pair *pair)
{
    int a = (int)ogbv_pair_definition(pair, 0), b = (int)ogbv_pair_definition(pair, 1);
    char one[] = { 'x', (char)('a' + a), '\0' }, two[] = { 'x', (char)('a' + b), '\0' };
    check(ogbv_pair_relation(pair) == relation_by_trial(a, b), "another relation", one, two);
    check_side(pair, 0, a, b);
    check_side(pair, 1, b, a);
    add_clauses(ogbv_pair_search(pair, 0), a, b);
    add_clauses(ogbv_pair_search(pair, 1), b, a);
}

/* ---- elements -------------------------------------------------------------------------------- */

static int fact_index(const char *id)
{
    for (int f = 0; f < N_FACTS; f++)
        if (strcmp(fact_ids[f], id) == 0)
            return f;
    return -1;
}

/* Whether a value is among the words, or between the first and the last. */
static int meets(const ogbv_atom *atom, int fact, int value)
{
    int named[2] = { 0, sizes[fact] - 1 }, n = 0, listed = 0;
    const char *op = ogbv_atom_op(atom), *words = ogbv_atom_value(atom);
    char word[16];
    for (int used; sscanf(words, "%15s%n", word, &used) == 1; words += used)
        for (int v = 0; v < sizes[fact]; v++) {
            if (strcmp(word, value_name(fact, v)) != 0)
                continue;
            listed |= v == value;
            named[n++ & 1] = v;
        }
    if (strcmp(op, "is") == 0 || strcmp(op, "in") == 0)
        return listed;
    if (strcmp(op, "min") == 0)
        return value >= named[0];
    return strcmp(op, "max") == 0 ? value <= named[0] : value >= named[0] && value <= named[1];
}

/* The case with another value of one fact, which stands in case_at()'s order. */
static int with_value(int n, int fact, int value)
{
    int step = 1;
    for (int f = 0; f < fact; f++)
        step *= sizes[f];
    return n + (value - n / step % sizes[fact]) * step;
}

static int matters(int land, int fact)
{
    for (int n = 0; n < N_CASES; n++)
        for (int v = 0; world.allowed[n] && v < sizes[fact]; v++) {
            int other = with_value(n, fact, v);
            if (world.allowed[other] && world.covers[land][n] != world.covers[land][other])
                return 1;
        }
    return 0;
}

static int32_t state_by_trial(const ogbv_atom *atom, int fact, int land)
{
    int with = 0, without = 0;
    for (int n = 0; n < N_CASES; n++) {
        if (!world.covers[land][n])
            continue;
        if (meets(atom, fact, case_at(n).at[fact]))
            with = 1;
        else
            without = 1;
    }
    if (!without)
        return OGBV_ATOM_REQUIRED;
    if (!with)
        return OGBV_ATOM_EXCLUDED;
    return matters(land, fact) ? OGBV_ATOM_OPEN : OGBV_ATOM_IRRELEVANT;
}

/* Of a definition that nothing meets, anything may be said. */
static int is_empty(int land)
{
    for (int n = 0; n < N_CASES; n++)
        if (world.covers[land][n])
            return 0;
    return 1;
}

static void check_elements(const ogbv_comparison *comparison)
{
    for (size_t i = 0; i < ogbv_atom_count(comparison); i++) {
        const ogbv_atom *atom = ogbv_atom_at(comparison, i);
        const char *id = ogbv_fact_id(ogbv_atom_fact(atom));
        for (int land = 0; land < LANDS; land++) {
            if (is_empty(land))
                continue;
            int32_t expected = state_by_trial(atom, fact_index(id), land);
            check(ogbv_atom_state(atom, (size_t)land) == expected, "an element in another state",
                  id, ogbv_name(OGBV_NAMES_ATOM_STATE, expected));
        }
    }
}

/* ---- all ------------------------------------------------------------------------------------- */

static void run_round(uint32_t *state, int round)
{
    ogbv_comparison *comparison;
    ogbv_error *error = NULL;
    make_world(state, round % 2);
    need(ogbv_comparison_new(world.db, "f.x", ON, &comparison, &error), &error);
    for (int land = 0; land < LANDS; land++)
        need(ogbv_comparison_add(comparison, (char[]){ 'x', (char)('a' + land), '\0' }, &error),
             &error);
    need(ogbv_comparison_run(comparison, &error), &error);
    for (size_t i = 0; i < ogbv_pair_count(comparison); i++)
        check_pair(ogbv_pair_at(comparison, i));
    if (round % 4 < 2)
        check_elements(comparison);
    ogbv_comparison_unref(comparison);
    free_world();
}

int main(int argc, char **argv)
{
    int rounds = argc > 2 ? atoi(argv[2]) : ROUNDS;
    uint32_t state = argc > 3 ? (uint32_t)atoi(argv[3]) : SEED;
    directory = argc > 1 ? argv[1] : NULL;
    for (int round = 0; round < rounds; round++)
        run_round(&state, round);
    flush_found();
    add_clause(&none_clauses, none_guards, (int)n_guards);      /* one of them is chosen */
    write_clauses("none.cnf", &none_clauses);
    free(found_clauses.at);
    free(none_clauses.at);
    free(none_guards);
    printf("%d passed, %d failed\n", passed, failed);
    return failed != 0;
}
