/* SPDX-License-Identifier: MIT */
/**
 * @file test.h
 * @brief Running the tests that stand beside the rules, and asking whether they notice a change.
 */
#ifndef OGBV_TEST_H
#define OGBV_TEST_H

#include <ogbv/assess.h>

OGBV_BEGIN_DECLS

/**
 * Receives one failure.
 * @param file  the file of the test, or of the rule whose change nobody noticed
 * @param line  its line
 * @param id    the test, or the rule
 * @param text  what was expected and what was found
 * @since 1.0
 */
typedef void (*ogbv_test_fn)(void *payload, const char *file, int32_t line, const char *id,
                             const char *text);

/**
 * Runs the tests of a db that was loaded with ogbv_loader_want_tests().
 * @param mutate  0 runs each test; 1 also drops each leaf of an element or exception in turn and
 *                reports those whose absence no test notices
 * @param passed  [out] tests that passed, plus drops that were noticed
 * @param failed  [out] the others
 * @return OGBV_OK (also when tests fail), OGBV_ERR_NOMEM, OGBV_ERR_INVALID
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_run_tests(ogbv_db *db, int32_t mutate,
                                                    ogbv_test_fn report, void *payload,
                                                    int32_t *passed, int32_t *failed,
                                                    ogbv_error **error);

OGBV_END_DECLS

#endif
