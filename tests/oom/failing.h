/* SPDX-License-Identifier: MIT */
/* An allocator for tests: it fails the n-th request, counts what is alive, and looks at every block
 * that comes back for a secret that should have been wiped. */
#ifndef OGBV_TESTS_FAILING_H
#define OGBV_TESTS_FAILING_H

#include <stddef.h>

struct failing {
    size_t fail_at;             /* the request that fails, from 1; 0: none does */
    int fail_on;                /* and all that follow it */
    const char *secret;         /* what may not be in a block given back; NULL: anything may */

    size_t requests;            /* so far */
    size_t alive, alive_bytes;  /* blocks given out and not yet back */
    size_t peak_bytes;
    size_t wrong_sizes;         /* blocks that came back with another size than they had */
    size_t moves;               /* blocks resized in place of being freed */
    size_t secrets;             /* blocks given back with the secret in them */
};

/* An ogbv_resize_fn; the payload is a struct failing. One thread at a time. */
void *failing_resize(void *payload, void *old, size_t old_size, size_t new_size);

/* Whether nothing is alive and nothing was done wrong. */
int failing_is_clean(const struct failing *failing);

/* Calls attempt with the first request failing, then the second, and so on, until it returns 1
 * (success); it returns 0 for a clean failure. The template says fail_on and secret. Returns the
 * number of requests that were made to fail, or -1 when an attempt left something behind or did not
 * notice the failure, which then stands in *failing. */
int failing_each(struct failing *failing, int (*attempt)(struct failing *failing, void *payload),
                 void *payload);

#endif
