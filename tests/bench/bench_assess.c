/* SPDX-License-Identifier: MIT */
/* How long an assessment with reasons takes: every test of a data directory, and every core case
 * under all the law that is held.
 * usage: bench_assess FOLDER */
#include "bench.h"

#include "engine/tests.h"

enum { ROUNDS = 3, MOST = 100000 };

static double times[MOST];
static size_t n_times;

static void assess(const ogbv_case *c)
{
    double best = 1e9;
    for (int i = 0; i < ROUNDS; i++) {
        ogbv_result *result = NULL;
        double start = now();
        ogbv_status status = ogbv_assess(c, &result, NULL);
        double took = now() - start;
        ogbv_result_unref(result);
        if (status != OGBV_OK)
            return;     /* a test that expects a contradiction */
        best = took < best ? took : best;
    }
    if (n_times < MOST)
        times[n_times++] = best;
}

static void assess_test(ogbv_db *db, const struct ogbv__test *test, int everywhere)
{
    ogbv_case *c;
    if (ogbv__test_case(db, test, &c, NULL) != OGBV_OK)
        return;
    for (size_t i = 0; everywhere && i < ogbv_jurisdiction_count(db); i++) {
        const char *id = ogbv_jurisdiction_id(ogbv_jurisdiction_at(db, i));
        must(ogbv_case_add_jurisdiction(c, id, NULL));
    }
    assess(c);
    ogbv_case_free(c);
}

static int by_size(const void *a, const void *b)
{
    const double *one = a, *two = b;
    return (*one > *two) - (*one < *two);
}

static void print(const char *what, size_t rules)
{
    double sum = 0;
    qsort(times, n_times, sizeof *times, by_size);
    for (size_t i = 0; i < n_times; i++)
        sum += times[i];
    if (n_times > 0)
        printf("{\"bench\": \"assess\", \"what\": \"%s\", \"rules\": %zu, \"cases\": %zu, "
               "\"mean_us\": %.1f, \"median_us\": %.1f, \"p99_us\": %.1f, \"max_us\": %.1f}\n",
               what, rules, n_times, sum / (double)n_times * 1e6, times[n_times / 2] * 1e6,
               times[n_times * 99 / 100] * 1e6, times[n_times - 1] * 1e6);
    n_times = 0;
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return 2;
    ogbv_db *db = load(argv[1], 1, NULL, NULL);
    size_t rules = 0;
    for (int32_t kind = OGBV_OFFENCE; kind <= OGBV_TERM; kind++)
        rules += ogbv_rule_count(db, kind);
    for (size_t i = 0; i < db->n_tests; i++)
        assess_test(db, db->tests[i], 0);
    print("tests, their jurisdictions", rules);
    for (size_t i = 0; i < db->n_concepts; i++)
        assess_test(db, db->concepts[i]->core_case, 1);
    print("core cases, all jurisdictions", rules);
    ogbv_db_unref(db);
    return 0;
}
