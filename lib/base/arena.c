/* SPDX-License-Identifier: MIT */
/* A bump allocator. Knows nothing of what is stored. Keeps: memory handed out is zeroed and never
 * moves; after one failure every further request fails, so that a builder checks once. */
#include "base/arena.h"

#include <stdint.h>
#include <string.h>

enum { FIRST_BLOCK = 4096, LARGEST_BLOCK = 64 * 1024 };

struct ogbv__arena_block {
    struct ogbv__arena_block *next;
    size_t size, used;          /* of bytes */
    max_align_t bytes[];
};

void ogbv__arena_init(struct ogbv__arena *arena, const struct ogbv__alloc *alloc, int wiped)
{
    *arena = (struct ogbv__arena){ .alloc = *alloc, .wiped = wiped };
}

void ogbv__arena_free(struct ogbv__arena *arena)
{
    struct ogbv__arena_block *block = arena->blocks;
    while (block) {
        struct ogbv__arena_block *next = block->next;
        size_t size = sizeof *block + block->size;
        if (arena->wiped)
            ogbv__alloc_free_wiped(&arena->alloc, block, size);
        else
            ogbv__alloc_free(&arena->alloc, block, size);
        block = next;
    }
    arena->blocks = NULL;
    arena->bytes = 0;
}

static struct ogbv__arena_block *new_block(struct ogbv__arena *arena, size_t size)
{
    struct ogbv__arena_block *block = NULL;
    if (size <= SIZE_MAX - sizeof *block)
        block = ogbv__alloc_new(&arena->alloc, sizeof *block + size);
    if (block)
        block->size = size;
    else
        arena->failed = 1;
    return block;
}

/* Where the next bytes of that alignment start in a block; its size when it is full. */
static size_t start_in(const struct ogbv__arena_block *block, size_t align)
{
    size_t start = (block->used + align - 1) / align * align;
    return start < block->size ? start : block->size;
}

/* A block with room for size bytes. What is larger than a block gets one of its own, behind the
 * newest, whose rest stays in use. */
static struct ogbv__arena_block *block_for(struct ogbv__arena *arena, size_t size, size_t align)
{
    struct ogbv__arena_block *newest = arena->blocks;
    if (newest && size <= newest->size - start_in(newest, align))
        return newest;
    size_t usual = newest ? newest->size * 2 : FIRST_BLOCK;
    if (usual > LARGEST_BLOCK)
        usual = LARGEST_BLOCK;
    struct ogbv__arena_block *block = new_block(arena, size > usual ? size : usual);
    if (!block)
        return NULL;
    if (newest && size > usual) {
        block->next = newest->next;
        newest->next = block;
    } else {
        block->next = newest;
        arena->blocks = block;
    }
    return block;
}

static void *take(struct ogbv__arena *arena, size_t size, size_t align)
{
    if (arena->failed)
        return NULL;
    if (size == 0)
        size = 1;
    struct ogbv__arena_block *block = block_for(arena, size, align);
    if (!block)
        return NULL;
    size_t start = start_in(block, align);
    block->used = start + size;
    arena->bytes += size;
    return (char *)block->bytes + start;
}

void *ogbv__arena_take(struct ogbv__arena *arena, size_t size)
{
    return take(arena, size, _Alignof(max_align_t));
}

void *ogbv__arena_array(struct ogbv__arena *arena, size_t n, size_t size)
{
    return ogbv__arena_take(arena, ogbv__array_size(n, size));
}

char *ogbv__arena_text(struct ogbv__arena *arena, const char *bytes, size_t n)
{
    char *text = take(arena, n < SIZE_MAX ? n + 1 : n, 1);
    if (text && n > 0)
        memcpy(text, bytes, n);
    return text;
}

char *ogbv__arena_string(struct ogbv__arena *arena, const char *text)
{
    return ogbv__arena_text(arena, text, strlen(text));
}
