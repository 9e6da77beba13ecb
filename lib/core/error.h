/* SPDX-License-Identifier: MIT */
/* Making errors. Each call stores an error (when the caller wants one) and returns its status, so
 * that a failure is one line: return ogbv__fail(...). Without memory for the error itself, a
 * static "no memory" error is stored and that status returned. */
#ifndef OGBV_CORE_ERROR_H
#define OGBV_CORE_ERROR_H

#include "base/alloc.h"
#include "base/buf.h"

#include <ogbv/error.h>

struct ogbv__error_info {
    ogbv_status status;
    int32_t code;
    const char *file;       /* the rest may be NULL; all strings are copied */
    int32_t line;
    const char *fact;
    const char *nearest;
    const char *message;
};

ogbv_status ogbv__fail_with(const struct ogbv__alloc *alloc, ogbv_error **out,
                            const struct ogbv__error_info *info);
/* With the text of a buffer as the message; frees the buffer, whose allocator the error uses. */
ogbv_status ogbv__fail_text(ogbv_error **out, struct ogbv__error_info *info,
                            struct ogbv__buf *message);
/* OGBV_ERR_FACT: "the fact F" and what is wrong with it. */
ogbv_status ogbv__fail_fact(const struct ogbv__alloc *alloc, ogbv_error **out, const char *fact,
                            const char *what);
/* Status and message only. */
ogbv_status ogbv__fail(const struct ogbv__alloc *alloc, ogbv_error **out, ogbv_status status,
                       const char *message);
ogbv_status ogbv__fail_nomem(ogbv_error **out);
/* A NULL or out-of-range argument; needs no allocator. */
ogbv_status ogbv__fail_invalid(ogbv_error **out);

#endif
