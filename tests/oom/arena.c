/* SPDX-License-Identifier: MIT */
/* Stands in for lib/base/arena.c: each piece is a request of its own, so that each can be made to
 * fail, and tools that watch memory see where each one ends. */
#include "base/arena.h"

#include <stdint.h>
#include <string.h>

struct ogbv__arena_block {
    struct ogbv__arena_block *next;
    size_t size;                /* of bytes */
    max_align_t bytes[];
};

void ogbv__arena_init(struct ogbv__arena *arena, const struct ogbv__alloc *alloc, int wiped)
{
    *arena = (struct ogbv__arena){ .alloc = *alloc, .wiped = wiped };
}

void ogbv__arena_free(struct ogbv__arena *arena)
{
    struct ogbv__alloc alloc = arena->alloc;
    int wiped = arena->wiped;
    struct ogbv__arena_block *next, *block = arena->blocks;
    arena->blocks = NULL;       /* the arena may lie in one of them */
    arena->bytes = 0;
    for (; block; block = next) {
        next = block->next;
        (wiped ? ogbv__alloc_free_wiped : ogbv__alloc_free)(&alloc, block,
                                                            sizeof *block + block->size);
    }
}

void *ogbv__arena_take(struct ogbv__arena *arena, size_t size)
{
    struct ogbv__arena_block *block = NULL;
    if (!arena->failed && size <= SIZE_MAX - sizeof *block)
        block = ogbv__alloc_new(&arena->alloc, sizeof *block + size);
    if (!block) {
        arena->failed = 1;
        return NULL;
    }
    block->size = size;
    block->next = arena->blocks;
    arena->blocks = block;
    arena->bytes += size;
    return block->bytes;
}

void *ogbv__arena_array(struct ogbv__arena *arena, size_t n, size_t size)
{
    return ogbv__arena_take(arena, ogbv__array_size(n, size));
}

char *ogbv__arena_text(struct ogbv__arena *arena, const char *bytes, size_t n)
{
    char *text = ogbv__arena_take(arena, n < SIZE_MAX ? n + 1 : n);
    if (text && n > 0)
        memcpy(text, bytes, n);
    return text;
}

char *ogbv__arena_string(struct ogbv__arena *arena, const char *text)
{
    return ogbv__arena_text(arena, text, strlen(text));
}
