/* SPDX-License-Identifier: MIT */
/**
 * @file case.h
 * @brief A case: jurisdictions, facts, acts. The only mutable object; one thread at a time.
 *
 * Facts are kept as numbers in memory that is wiped before it is freed. A fact that is not set is
 * unknown, never "no". Facts of an act (ogbv_fact_of_act()) may be set with act OGBV_CASE while the
 * case has at most one act.
 *
 * Each setter returns OGBV_OK; OGBV_ERR_NOT_FOUND (no such fact: ogbv_error_nearest() names the
 * nearest); OGBV_ERR_FACT (the fact is of another type or has no such value); OGBV_ERR_INVALID
 * (NULL, or no such act); OGBV_ERR_NOMEM. Setting again replaces. No error text holds a value.
 */
#ifndef OGBV_CASE_H
#define OGBV_CASE_H

#include <ogbv/law.h>

OGBV_BEGIN_DECLS

/** A case. */
typedef struct ogbv_case ogbv_case;

/** The act argument for facts of the case itself. Acts count from 1. */
enum { OGBV_CASE = 0, OGBV_MAX_ACTS = 256 };

/** Where the day of assessment came from. */
enum { OGBV_ON_FROM_CASE, OGBV_ON_FROM_OPTION, OGBV_ON_FROM_TODAY };

/**
 * Makes an empty case. It holds a reference on the db.
 * @param out [out] the caller's to free
 * @return OGBV_OK, OGBV_ERR_NOMEM, OGBV_ERR_INVALID
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_case_new(ogbv_db *db, ogbv_case **out,
                                                   ogbv_error **error);

/** Wipes and frees; NULL is allowed. @since 1.0 */
OGBV_API void ogbv_case_free(ogbv_case *c);

/**
 * Sets the day of assessment ("2026-11-21"). The library reads no clock.
 * @param from OGBV_ON_FROM_CASE ..., repeated in the receipt
 * @return OGBV_OK, OGBV_ERR_INVALID (not a day)
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_case_set_on(ogbv_case *c, const char *on, int32_t from,
                                                      ogbv_error **error);

/**
 * Asks for the law of a jurisdiction. That says whose law to read, not that it applies.
 * @return OGBV_OK (also when its law is not held: the result's coverage says so, and when it was
 *         added before), OGBV_ERR_INVALID (not an id of a place), OGBV_ERR_NOMEM
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_case_add_jurisdiction(ogbv_case *c, const char *id,
                                                                ogbv_error **error);

/**
 * Adds an act: a recording, a threat, a sharing, each with its own facts.
 * @param id   [in] the caller's name for it: 1 to 64 bytes of [A-Za-z0-9._-], not used before
 * @param act  [out] its number for the setters; may be NULL
 * @return OGBV_OK, OGBV_ERR_INVALID, OGBV_ERR_LIMIT (more than OGBV_MAX_ACTS), OGBV_ERR_NOMEM
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_case_add_act(ogbv_case *c, const char *id, int32_t *act,
                                                       ogbv_error **error);

/**
 * Sets a boolean: value 0 is no, anything else yes.
 * @return OGBV_OK, OGBV_ERR_NOT_FOUND, OGBV_ERR_FACT, OGBV_ERR_INVALID, OGBV_ERR_NOMEM: see above
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_case_set_boolean(ogbv_case *c, int32_t act,
                                                           const char *fact, int32_t value,
                                                           ogbv_error **error);

/**
 * Sets an integer.
 * @return OGBV_OK, OGBV_ERR_NOT_FOUND, OGBV_ERR_FACT, OGBV_ERR_INVALID, OGBV_ERR_NOMEM: see above
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_case_set_integer(ogbv_case *c, int32_t act,
                                                           const char *fact, int64_t value,
                                                           ogbv_error **error);

/**
 * Sets a fact of any other type from its text: the id of a value (choice, level), a day or part of
 * one (date: "2024-02-29", "2024-02", "2024"), an instant with offset (datetime:
 * "2026-05-20T10:00:00+02:00"), a code (place: "ie", "us-ca"); a boolean from "yes" or "no"; an
 * integer from its digits.
 * @return OGBV_OK, OGBV_ERR_NOT_FOUND, OGBV_ERR_FACT, OGBV_ERR_INVALID, OGBV_ERR_NOMEM: see above
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_case_set(ogbv_case *c, int32_t act, const char *fact,
                                                   const char *value, ogbv_error **error);

/**
 * Sets a range of a level, integer, date or datetime, in the texts of ogbv_case_set().
 * @param min [in] may be NULL: no lower bound
 * @param max [in] may be NULL: no upper bound
 * @return OGBV_OK, OGBV_ERR_NOT_FOUND, OGBV_ERR_FACT, OGBV_ERR_INVALID, OGBV_ERR_NOMEM: see above
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_case_set_range(ogbv_case *c, int32_t act,
                                                         const char *fact, const char *min,
                                                         const char *max, ogbv_error **error);

/**
 * Marks a fact as asked and not known: still unknown, but not asked again.
 * @return OGBV_OK, OGBV_ERR_NOT_FOUND, OGBV_ERR_FACT, OGBV_ERR_INVALID, OGBV_ERR_NOMEM: see above
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_case_set_unknown(ogbv_case *c, int32_t act,
                                                           const char *fact, ogbv_error **error);

/**
 * Forgets (and wipes) what was set.
 * @return OGBV_OK, OGBV_ERR_NOT_FOUND, OGBV_ERR_FACT, OGBV_ERR_INVALID, OGBV_ERR_NOMEM: see above
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_case_unset(ogbv_case *c, int32_t act, const char *fact,
                                                     ogbv_error **error);

/**
 * Writes the case as the JSON document that the command line reads: format, on, jurisdictions,
 * facts, acts. It holds every fact that was set: write it only where the caller wants them.
 * @return OGBV_OK, OGBV_ERR_IO (write stopped it), OGBV_ERR_INVALID
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_case_write_json(const ogbv_case *c, ogbv_write_fn write,
                                                          void *payload, ogbv_error **error);

OGBV_END_DECLS

#endif
