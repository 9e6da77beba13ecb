/* SPDX-License-Identifier: MIT */
/* String to pointer, open addressing with linear probing. Knows nothing of what is stored. Keeps:
 * at least half of the slots are empty, so that every search ends; a put that finds no memory is
 * dropped, and the arena remembers. */
#include "base/map.h"

#include <stdint.h>
#include <string.h>

enum { FIRST_SIZE = 16 };

void ogbv__map_init(struct ogbv__map *map, struct ogbv__arena *arena)
{
    *map = (struct ogbv__map){ .arena = arena };
}

/* FNV-1a. */
static size_t hash(const char *key)
{
    uint64_t h = 14695981039346656037u;
    for (; *key; key++)
        h = (h ^ (unsigned char)*key) * 1099511628211u;
    return (size_t)(h ^ h >> 32);
}

/* The slot of the key, or the empty one where it belongs. Needs slots. */
static struct ogbv__map_slot *slot_of(const struct ogbv__map *map, const char *key)
{
    size_t at = hash(key) & (map->size - 1);
    while (map->slots[at].key && strcmp(map->slots[at].key, key) != 0)
        at = (at + 1) & (map->size - 1);
    return &map->slots[at];
}

/* Makes room for one more; 0 without memory. */
static int grow(struct ogbv__map *map)
{
    if (map->n < map->size / 2)
        return 1;
    struct ogbv__map larger = *map;
    larger.size = map->size ? map->size * 2 : FIRST_SIZE;
    larger.slots = ogbv__arena_array(map->arena, larger.size, sizeof *larger.slots);
    if (!larger.slots)
        return 0;
    for (size_t i = 0; i < map->size; i++) {
        if (map->slots[i].key)
            *slot_of(&larger, map->slots[i].key) = map->slots[i];
    }
    *map = larger;
    return 1;
}

/* The slot of a key, made when new; NULL without memory. */
static struct ogbv__map_slot *claim(struct ogbv__map *map, const char *key)
{
    if (!grow(map))
        return NULL;
    struct ogbv__map_slot *slot = slot_of(map, key);
    if (!slot->key) {
        slot->key = key;
        map->n++;
    }
    return slot;
}

void *ogbv__map_put(struct ogbv__map *map, const char *key, void *value)
{
    struct ogbv__map_slot *slot = claim(map, key);
    if (!slot)
        return NULL;
    void *before = slot->value;
    if (!before)
        slot->value = value;
    return before;
}

void ogbv__map_set(struct ogbv__map *map, const char *key, void *value)
{
    struct ogbv__map_slot *slot = claim(map, key);
    if (slot)
        slot->value = value;
}

void *ogbv__map_get(const struct ogbv__map *map, const char *key)
{
    return map->n > 0 ? slot_of(map, key)->value : NULL;
}
