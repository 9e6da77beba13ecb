/* SPDX-License-Identifier: MIT */
/* A bump allocator: everything that lives as long as its owner, freed in one go. A failure is
 * sticky, so a builder checks once at its end. */
#ifndef OGBV_BASE_ARENA_H
#define OGBV_BASE_ARENA_H

#include "base/alloc.h"

struct ogbv__arena_block;

struct ogbv__arena {
    struct ogbv__alloc alloc;
    struct ogbv__arena_block *blocks;   /* newest first */
    size_t bytes;                       /* handed out */
    int wiped;                          /* wipe blocks before they are freed */
    int failed;                         /* an allocation failed: what was built is unusable */
};

void ogbv__arena_init(struct ogbv__arena *arena, const struct ogbv__alloc *alloc, int wiped);
void ogbv__arena_free(struct ogbv__arena *arena);

/* Zeroed, aligned for any type; NULL (and failed set) without memory. Size 0 gives a valid
 * pointer. */
void *ogbv__arena_take(struct ogbv__arena *arena, size_t size);
void *ogbv__arena_array(struct ogbv__arena *arena, size_t n, size_t size);

/* NUL-terminated copies. */
char *ogbv__arena_text(struct ogbv__arena *arena, const char *bytes, size_t n);
char *ogbv__arena_string(struct ogbv__arena *arena, const char *text);

#endif
