/* SPDX-License-Identifier: MIT */
#ifndef OGBV_ENGINE_TESTS_H
#define OGBV_ENGINE_TESTS_H

#include "engine/result.h"

struct ogbv__testing {
    ogbv_db *db;
    ogbv_test_fn report;        /* NULL: quiet */
    void *payload;
    int32_t *passed, *failed;
    uint8_t *wanted;    /* by rule->number: scratch of a run that only asks who notices; NULL */
};

/* A case with the facts of a test; on failure *out is NULL. */
ogbv_status ogbv__test_case(ogbv_db *db, const struct ogbv__test *test, ogbv_case **out,
                            ogbv_error **error);

/* Compares a result with what a test expects; reports each difference. Returns whether all hold. */
int ogbv__check_expects(const struct ogbv__testing *t, const struct ogbv__test *test,
                        const ogbv_result *result);

/* Reports a failure of a test (expect may be NULL). */
void ogbv__report_test(const struct ogbv__testing *t, const struct ogbv__test *test,
                       const struct ogbv__expect *expect, const char *text);

#endif
