/* SPDX-License-Identifier: MIT */
/* A growing byte buffer, always NUL-terminated, with a sticky failure flag. Always wiped on free:
 * it may hold text made from facts, so growing copies and wipes instead of resizing in place. */
#ifndef OGBV_BASE_BUF_H
#define OGBV_BASE_BUF_H

#include "base/alloc.h"

#include <stdint.h>

struct ogbv__buf {
    struct ogbv__alloc alloc;
    char *bytes;                /* never NULL after a successful append */
    size_t n, size;
    int failed;
};

void ogbv__buf_init(struct ogbv__buf *buf, const struct ogbv__alloc *alloc);
void ogbv__buf_free(struct ogbv__buf *buf);
void ogbv__buf_clear(struct ogbv__buf *buf);

void ogbv__buf_bytes(struct ogbv__buf *buf, const char *bytes, size_t n);
void ogbv__buf_text(struct ogbv__buf *buf, const char *text);          /* NULL appends nothing */
void ogbv__buf_char(struct ogbv__buf *buf, char c);
void ogbv__buf_int(struct ogbv__buf *buf, int64_t value);
/* Zero-padded to that many digits; value >= 0. */
void ogbv__buf_padded(struct ogbv__buf *buf, int64_t value, int digits);

/* Appends several strings; the list ends with NULL. */
void ogbv__buf_texts(struct ogbv__buf *buf, ...) __attribute__((sentinel));

/* The text so far ("" when empty or failed). */
const char *ogbv__buf_string(const struct ogbv__buf *buf);

#endif
