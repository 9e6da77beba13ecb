/* SPDX-License-Identifier: MIT */
/* String to pointer, inside an arena. Keys are borrowed and must outlive the map. Nothing ever
 * depends on the order of its slots: it cannot be walked. */
#ifndef OGBV_BASE_MAP_H
#define OGBV_BASE_MAP_H

#include "base/arena.h"

struct ogbv__map_slot {
    const char *key;
    void *value;
};

struct ogbv__map {
    struct ogbv__arena *arena;
    struct ogbv__map_slot *slots;
    size_t n, size;             /* size is a power of two */
};

void ogbv__map_init(struct ogbv__map *map, struct ogbv__arena *arena);

/* Puts a value (not NULL); returns the one that stood there before (and stays), or NULL when the
 * key is new. */
void *ogbv__map_put(struct ogbv__map *map, const char *key, void *value);

/* Puts a value, replacing an earlier one. */
void ogbv__map_set(struct ogbv__map *map, const char *key, void *value);

void *ogbv__map_get(const struct ogbv__map *map, const char *key);

#endif
