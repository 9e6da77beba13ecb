/* SPDX-License-Identifier: MIT */
/* How many cases a second the fast path does, with and without missing facts, on the workload of
 * gen.py; and how much memory the compiled rules and one evaluator take.
 * usage: bench_evaluate FOLDER */
#include "bench.h"

#include "failing.h"
#include "model/gates.h"
#include "world.h"

#include <string.h>

enum { ROUNDS = 7, MOST_CASES = 10000, MOST_RULES = 1024 };

static ogbv_case *cases[MOST_CASES];
static size_t n_cases, n_rules;
static uint8_t statuses[MOST_RULES];
static uint64_t bits[MOST_RULES * 8];

static void read_cases(const char *folder, ogbv_db *db)
{
    char path[4096], line[4096];
    snprintf(path, sizeof path, "%s/cases.txt", folder);
    FILE *file = fopen(path, "r");
    while (file && n_cases < MOST_CASES && fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = '\0';
        cases[n_cases++] = world_case(db, "", "2026-01-01", line);
    }
    if (file)
        fclose(file);
}

static double run(ogbv_evaluator *evaluator, size_t words, size_t counts[4])
{
    double start = now();
    memset(counts, 0, 4 * sizeof *counts);
    for (size_t i = 0; i < n_cases; i++) {
        must(ogbv_evaluate(evaluator, cases[i], statuses, MOST_RULES, NULL));
        counts[statuses[i % 64] & 3]++;
        if (words)
            must(ogbv_evaluate_missing(evaluator, bits, words, n_rules * words, NULL));
    }
    return now() - start;
}

static size_t gates_bytes(const ogbv_db *db)
{
    const struct ogbv__gates *gates = db->gates;
    return gates->n_gates * sizeof *gates->gates + db->n_conds * sizeof *gates->conds
        + db->n_versions * sizeof *gates->versions + db->n_atoms * sizeof *db->atoms;
}

int main(int argc, char **argv)
{
    static struct failing counted;
    double plain = 1e9, missing = 1e9;
    size_t counts[4];
    ogbv_evaluator *evaluator;
    if (argc < 2)
        return 2;
    ogbv_db *db = load(argv[1], 0, failing_resize, &counted);
    n_rules = ogbv_rule_count(db, OGBV_OFFENCE);
    size_t words = (ogbv_fact_count(db) + 63) / 64, before = counted.alive_bytes;
    must(ogbv_evaluator_new(db, &evaluator, NULL));
    size_t evaluator_bytes = counted.alive_bytes - before;
    read_cases(argv[1], db);
    for (int i = 0; i < ROUNDS; i++) {
        double one = run(evaluator, 0, counts), two = run(evaluator, words, counts);
        plain = one < plain ? one : plain;
        missing = two < missing ? two : missing;
    }
    printf("{\"bench\": \"evaluate\", \"rules\": %zu, \"facts\": %zu, \"gates\": %u, "
           "\"cases\": %zu, \"cases_per_s\": %.0f, \"with_missing_per_s\": %.0f, "
           "\"compiled_bytes\": %zu, \"evaluator_bytes\": %zu}\n",
           n_rules, ogbv_fact_count(db), db->gates->n_gates, n_cases,
           (double)n_cases / plain, (double)n_cases / missing, gates_bytes(db), evaluator_bytes);
    for (size_t i = 0; i < n_cases; i++)
        ogbv_case_free(cases[i]);
    ogbv_evaluator_free(evaluator);
    ogbv_db_unref(db);
    return 0;
}
