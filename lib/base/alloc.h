/* SPDX-License-Identifier: MIT */
/* The one door to memory: the caller's resize function, and wiping. */
#ifndef OGBV_BASE_ALLOC_H
#define OGBV_BASE_ALLOC_H

#include <stddef.h>

/* new_size 0 frees; old NULL allocates. Returns NULL on failure, old staying as it was. */
typedef void *(*ogbv__resize)(void *payload, void *old, size_t old_size, size_t new_size);

struct ogbv__alloc {
    ogbv__resize resize;
    void *payload;
};

/* The C library's allocator, used where the caller gives none. */
struct ogbv__alloc ogbv__alloc_default(void);

/* Zeroed memory, or NULL. */
void *ogbv__alloc_new(const struct ogbv__alloc *alloc, size_t size);

/* Releases; NULL is allowed. The wiped form overwrites first, so that no fact stays behind. */
void ogbv__alloc_free(const struct ogbv__alloc *alloc, void *p, size_t size);
void ogbv__alloc_free_wiped(const struct ogbv__alloc *alloc, void *p, size_t size);

/* Overwrites memory in a way that the compiler may not remove. */
void ogbv__wipe(void *p, size_t size);

/* Overwrites what earlier calls left on the stack below the caller. */
void ogbv__wipe_stack(void);

/* n * size, or SIZE_MAX when that would overflow (which no allocator grants). */
size_t ogbv__array_size(size_t n, size_t size);

#endif
