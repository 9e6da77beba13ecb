/* SPDX-License-Identifier: MIT */
/* What it is for: remembering residuals that have no case.
 * What it must not know: what the bytes of a key mean.
 * Invariant: a hit is an equal key, byte by byte; the hash only says where to look. */
#include "engine/search.h"

#include <string.h>

enum { SLOTS = 1 << 14, MOST = SLOTS / 2 };

struct entry {
    const uint8_t *key;
    size_t n;
};

struct ogbv__memo {
    struct ogbv__arena *arena;
    struct entry *slots;
    size_t n;
};

struct ogbv__memo *ogbv__memo_new(struct ogbv__arena *arena)
{
    struct ogbv__memo *memo = ogbv__arena_take(arena, sizeof *memo);
    if (memo)
        memo->arena = arena;
    return memo;
}

/* Eight bytes at a time. */
static uint64_t hash_of(const uint8_t *key, size_t n)
{
    uint64_t hash = 1469598103934665603u, word;
    for (; n >= sizeof word; key += sizeof word, n -= sizeof word) {
        memcpy(&word, key, sizeof word);
        hash = (hash ^ word) * 0x9e3779b97f4a7c15u;
        hash ^= hash >> 32;
    }
    for (; n > 0; n--)
        hash = (hash ^ *key++) * 1099511628211u;
    return hash;
}

static struct entry *slot_of(const struct ogbv__memo *memo, const uint8_t *key, size_t n)
{
    size_t at = (size_t)(hash_of(key, n) >> 20) % SLOTS;
    while (memo->slots[at].key
           && (memo->slots[at].n != n || memcmp(memo->slots[at].key, key, n) != 0))
        at = (at + 1) % SLOTS;
    return &memo->slots[at];
}

int ogbv__memo_has(const struct ogbv__memo *memo, const uint8_t *key, size_t n)
{
    return memo->slots && slot_of(memo, key, n)->key != NULL;
}

/* Most searches end before they fail once: the table is made with the first failure. Forgetting is
 * safe: it costs time only. */
void ogbv__memo_add(struct ogbv__memo *memo, const uint8_t *key, size_t n)
{
    if (!memo->slots)
        memo->slots = ogbv__arena_array(memo->arena, SLOTS, sizeof *memo->slots);
    uint8_t *copy = memo->slots && memo->n < MOST ? ogbv__arena_take(memo->arena, n) : NULL;
    if (!copy)
        return;
    memcpy(copy, key, n);
    struct entry *entry = slot_of(memo, key, n);
    entry->key = copy;
    entry->n = n;
    memo->n++;
}
