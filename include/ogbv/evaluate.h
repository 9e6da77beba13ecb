/* SPDX-License-Identifier: MIT */
/**
 * @file evaluate.h
 * @brief The fast path: statuses of all rules into the caller's bytes, without allocating.
 *
 * An evaluator belongs to one thread at a time and is sized once. It gives the statuses that
 * ogbv_assess() gives, for every rule of the db, whatever jurisdictions the case asks for, without
 * reasons, deadlines or remedies' expiry. It wipes its memory when freed.
 */
#ifndef OGBV_EVALUATE_H
#define OGBV_EVALUATE_H

#include <ogbv/assess.h>

OGBV_BEGIN_DECLS

/** Working memory for evaluating cases of one db. */
typedef struct ogbv_evaluator ogbv_evaluator;

/**
 * Makes an evaluator. It holds a reference on the db.
 * @param out [out] the caller's to free
 * @return OGBV_OK, OGBV_ERR_NOMEM, OGBV_ERR_INVALID
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_evaluator_new(ogbv_db *db, ogbv_evaluator **out,
                                                        ogbv_error **error);

/** Wipes and frees; NULL is allowed. @since 1.0 */
OGBV_API void ogbv_evaluator_free(ogbv_evaluator *evaluator);

/**
 * Evaluates a case of the same db.
 * @param c         [in] at most one act; its day of assessment must be set
 * @param statuses  [out] one byte for each offence, then each baseline, of the db in the order of
 *                  ogbv_rule_at(): OGBV_MET ...
 * @param n         size of statuses; what does not fit is left out
 * @return OGBV_OK, OGBV_ERR_CONFLICT, OGBV_ERR_INVALID (also for more than one act or another db).
 *         Allocates nothing except for the error.
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_evaluate(ogbv_evaluator *evaluator, const ogbv_case *c,
                                                   uint8_t *statuses, size_t n,
                                                   ogbv_error **error);

/**
 * The missing facts of the case evaluated last: for rule r (as in statuses), bit f % 64 of word
 * r * words + f / 64 is set when fact f (as in ogbv_fact_at()) is missing.
 * @param bits   [out] rules * words words, or as many as n allows
 * @param words  words for each rule: (ogbv_fact_count() + 63) / 64
 * @return OGBV_OK, OGBV_ERR_INVALID (nothing evaluated, or another number of words). Allocates
 * nothing.
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_evaluate_missing(ogbv_evaluator *evaluator,
                                                           uint64_t *bits, size_t words, size_t n,
                                                           ogbv_error **error);

OGBV_END_DECLS

#endif
