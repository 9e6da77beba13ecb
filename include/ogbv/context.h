/* SPDX-License-Identifier: MIT */
/**
 * @file context.h
 * @brief The context: where memory comes from. Nothing in the library is global.
 */
#ifndef OGBV_CONTEXT_H
#define OGBV_CONTEXT_H

#include <ogbv/error.h>

OGBV_BEGIN_DECLS

/**
 * Policy shared by everything made from it. Reference counted; references may be taken and dropped
 * from any thread. Immutable after it is made.
 */
typedef struct ogbv_context ogbv_context;

/**
 * The caller's allocator: resizes a block, allocates one (old is NULL), or frees one (new_size 0).
 * Called from every thread that uses objects of the context. The memory that libxml2 needs while a
 * file is parsed is outside of it: bounded by the size limit of files, gone when loading returns.
 * @return the block, or NULL when there is no memory (old then stays valid)
 * @since 1.0
 */
typedef void *(*ogbv_resize_fn)(void *payload, void *old, size_t old_size, size_t new_size);

/**
 * Makes a context.
 * @param resize   [in] allocator; NULL for the C library's
 * @param payload  [in] handed to it; may be NULL
 * @param out      [out] the context, one reference, the caller's to drop
 * @return OGBV_OK, OGBV_ERR_NOMEM, or OGBV_ERR_INVALID (out is NULL)
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_context_new(ogbv_resize_fn resize, void *payload,
                                                      ogbv_context **out, ogbv_error **error);

/** Takes a reference; returns its argument. NULL is allowed. @since 1.0 */
OGBV_API ogbv_context *ogbv_context_ref(ogbv_context *context);

/** Drops a reference. NULL is allowed. @since 1.0 */
OGBV_API void ogbv_context_unref(ogbv_context *context);

OGBV_END_DECLS

#endif
