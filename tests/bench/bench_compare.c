/* SPDX-License-Identifier: MIT */
/* How long comparing takes: the relation of a pair, in the mean and at the worst; all pairs of all
 * concepts; the same with the cases that show the differences, and with the element view.
 * usage: bench_compare FOLDER */
#include "bench.h"

enum { NO_CASES = 1, NO_ELEMENTS = 2 };
static const char ON[] = "2026-11-21";

static ogbv_comparison *begin(ogbv_db *db, size_t i, int32_t skip)
{
    ogbv_comparison *comparison;
    must(ogbv_comparison_new(db, ogbv_concept_id(ogbv_concept_at(db, i)), ON, &comparison, NULL));
    must(ogbv_comparison_skip(comparison, skip, NULL));
    return comparison;
}

/* All pairs of all concepts; seconds. */
static double compare_all(ogbv_db *db, int32_t skip, size_t *pairs, size_t *undecided)
{
    double start = now();
    *pairs = *undecided = 0;
    for (size_t i = 0; i < ogbv_concept_count(db); i++) {
        ogbv_comparison *comparison = begin(db, i, skip);
        must(ogbv_comparison_run(comparison, NULL));
        *pairs += ogbv_pair_count(comparison);
        for (size_t p = 0; p < ogbv_pair_count(comparison); p++)
            *undecided += ogbv_pair_relation(ogbv_pair_at(comparison, p)) == OGBV_UNDECIDED;
        ogbv_comparison_unref(comparison);
    }
    return now() - start;
}

/* The slowest single comparison of two definitions. */
static double worst_pair(ogbv_db *db)
{
    double worst = 0;
    for (size_t i = 0; i < ogbv_concept_count(db); i++)
        for (size_t a = 0; a < ogbv_jurisdiction_count(db); a++)
            for (size_t b = a + 1; b < ogbv_jurisdiction_count(db); b++) {
                ogbv_comparison *comparison = begin(db, i, NO_CASES | NO_ELEMENTS);
                must(ogbv_comparison_add(comparison,
                                         ogbv_jurisdiction_id(ogbv_jurisdiction_at(db, a)), NULL));
                must(ogbv_comparison_add(comparison,
                                         ogbv_jurisdiction_id(ogbv_jurisdiction_at(db, b)), NULL));
                double start = now();
                must(ogbv_comparison_run(comparison, NULL));
                double took = now() - start;
                worst = took > worst ? took : worst;
                ogbv_comparison_unref(comparison);
            }
    return worst;
}

int main(int argc, char **argv)
{
    size_t pairs, undecided;
    if (argc < 2)
        return 2;
    ogbv_db *db = load(argv[1], 0, NULL, NULL);
    double relations = compare_all(db, NO_CASES | NO_ELEMENTS, &pairs, &undecided);
    double worst = worst_pair(db);
    double cases = compare_all(db, NO_ELEMENTS, &pairs, &undecided);
    double elements = compare_all(db, NO_CASES, &pairs, &undecided);
    printf("{\"bench\": \"compare\", \"pairs\": %zu, \"undecided\": %zu, \"relations_ms\": %.1f, "
           "\"us_per_pair\": %.1f, \"worst_pair_ms\": %.2f, \"with_cases_ms\": %.1f, "
           "\"with_elements_ms\": %.1f}\n", pairs, undecided, relations * 1e3,
           relations * 1e6 / (double)(pairs ? pairs : 1), worst * 1e3, cases * 1e3,
           elements * 1e3);
    ogbv_db_unref(db);
    return 0;
}
