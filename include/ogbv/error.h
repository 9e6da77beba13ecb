/* SPDX-License-Identifier: MIT */
/**
 * @file error.h
 * @brief Statuses and the error object.
 *
 * A call that can fail returns a status and takes an `ogbv_error **` last; NULL is allowed there.
 * On failure it stores a new error (the caller's to free), sets its outputs to NULL or 0, and has
 * changed nothing else. "Unknown", "not met" and "not held" are answers, never errors. No error
 * text ever holds the value of a fact.
 */
#ifndef OGBV_ERROR_H
#define OGBV_ERROR_H

#include <ogbv/api.h>

OGBV_BEGIN_DECLS

/** Outcome of a call: 0 or one of the negative constants below, which are never renumbered. */
typedef int32_t ogbv_status;

enum {
    OGBV_OK = 0,
    OGBV_ERR_NOMEM = -1,      /**< no memory; everything is as before */
    OGBV_ERR_INVALID = -2,    /**< misuse: NULL or out of range where the call does not allow it */
    OGBV_ERR_NOT_FOUND = -3,  /**< no such id, directory or file */
    OGBV_ERR_IO = -4,         /**< reading failed, or a write function asked to stop */
    OGBV_ERR_DATA = -5,       /**< rule data refused: the loader's diagnostics say all */
    OGBV_ERR_FACT = -6,       /**< a fact of the wrong type or outside its values */
    OGBV_ERR_CONFLICT = -7,   /**< facts that contradict each other */
    OGBV_ERR_LIMIT = -8       /**< larger than a limit stated in the documentation */
};

/** Details of a failure. Owned by the caller who received it; one thread at a time. */
typedef struct ogbv_error ogbv_error;

/** The status that the failed call returned. OGBV_OK for NULL. @since 1.0 */
OGBV_API ogbv_status ogbv_error_status(const ogbv_error *error);

/** The number of the diagnostic (1203 stands for OGBV-1203), which never changes meaning; 0 when
 *  there is none. @since 1.0 */
OGBV_API int32_t ogbv_error_code(const ogbv_error *error);

/** A plain English sentence, borrowed from the error. "" for NULL. @since 1.0 */
OGBV_API const char *ogbv_error_message(const ogbv_error *error);

/** The data file concerned, borrowed, or NULL. @since 1.0 */
OGBV_API const char *ogbv_error_file(const ogbv_error *error);

/** The line in that file, from 1, or 0. @since 1.0 */
OGBV_API int32_t ogbv_error_line(const ogbv_error *error);

/** The id of the fact concerned, borrowed, or NULL; set for OGBV_ERR_FACT and OGBV_ERR_CONFLICT and
 *  for a known id only. @since 1.0 */
OGBV_API const char *ogbv_error_fact(const ogbv_error *error);

/** The known id nearest to one that was not found, borrowed, or NULL. @since 1.0 */
OGBV_API const char *ogbv_error_nearest(const ogbv_error *error);

/** Frees the error; NULL is allowed. @since 1.0 */
OGBV_API void ogbv_error_free(ogbv_error *error);

/** The stable name of a status, such as "no-memory"; "unknown" for others. Static. @since 1.0 */
OGBV_API const char *ogbv_status_name(ogbv_status status);

OGBV_END_DECLS

#endif
