/* SPDX-License-Identifier: MIT */
/* A growing list of pointers. Keeps: at[0..n-1] are what was pushed, in order; a push that finds no
 * memory is dropped, and the arena remembers it. */
#include "base/vec.h"

#include <string.h>

enum { FIRST_SIZE = 8 };

void ogbv__vec_init(struct ogbv__vec *vec, struct ogbv__arena *arena)
{
    *vec = (struct ogbv__vec){ .arena = arena };
}

void ogbv__vec_push(struct ogbv__vec *vec, void *p)
{
    if (vec->n == vec->size) {
        size_t size = vec->size ? vec->size * 2 : FIRST_SIZE;
        void **at = ogbv__arena_array(vec->arena, size, sizeof *at);
        if (!at)
            return;
        if (vec->n > 0)
            memcpy(at, vec->at, vec->n * sizeof *at);
        vec->at = at;
        vec->size = size;
    }
    vec->at[vec->n++] = p;
}
