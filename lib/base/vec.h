/* SPDX-License-Identifier: MIT */
/* A growing list of pointers inside an arena: needs no freeing, fails with its arena. */
#ifndef OGBV_BASE_VEC_H
#define OGBV_BASE_VEC_H

#include "base/arena.h"

struct ogbv__vec {
    struct ogbv__arena *arena;
    void **at;
    size_t n, size;
};

void ogbv__vec_init(struct ogbv__vec *vec, struct ogbv__arena *arena);
void ogbv__vec_push(struct ogbv__vec *vec, void *p);

#endif
