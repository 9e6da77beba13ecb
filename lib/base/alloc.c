/* SPDX-License-Identifier: MIT */
/* The one door to memory. Knows nothing of what is stored. Keeps: only this file calls the C
 * library's allocator, and no request above PTRDIFF_MAX ever reaches an allocator. */
#include "base/alloc.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { STACK_BYTES = 32 * 1024 };

static void *libc_resize(void *payload, void *old, size_t old_size, size_t new_size)
{
    (void)payload;
    (void)old_size;
    if (new_size == 0) {
        free(old);
        return NULL;
    }
    return realloc(old, new_size);
}

struct ogbv__alloc ogbv__alloc_default(void)
{
    return (struct ogbv__alloc){ .resize = libc_resize, .payload = NULL };
}

/* Size 0 means "free" to a resize function, so an empty block is one byte. */
static size_t at_least_one(size_t size)
{
    return size == 0 ? 1 : size;
}

void *ogbv__alloc_new(const struct ogbv__alloc *alloc, size_t size)
{
    size_t asked = at_least_one(size);
    if (asked > PTRDIFF_MAX)
        return NULL;
    void *p = alloc->resize(alloc->payload, NULL, 0, asked);
    if (p)
        memset(p, 0, asked);
    return p;
}

void ogbv__alloc_free(const struct ogbv__alloc *alloc, void *p, size_t size)
{
    if (p)
        alloc->resize(alloc->payload, p, at_least_one(size), 0);
}

void ogbv__alloc_free_wiped(const struct ogbv__alloc *alloc, void *p, size_t size)
{
    if (p)
        ogbv__wipe(p, size);
    ogbv__alloc_free(alloc, p, size);
}

void ogbv__wipe(void *p, size_t size)
{
    explicit_bzero(p, size);
}

__attribute__((noinline)) void ogbv__wipe_stack(void)
{
    char below[STACK_BYTES];
    ogbv__wipe(below, sizeof below);
}

size_t ogbv__array_size(size_t n, size_t size)
{
    if (size != 0 && n > SIZE_MAX / size)
        return SIZE_MAX;
    return n * size;
}
