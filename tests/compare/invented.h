/* SPDX-License-Identifier: MIT */
/* An invented law of random definitions: eight lands that each define one concept, loaded as rules,
 * and known without the library case by case. */
#ifndef OGBV_TESTS_COMPARE_INVENTED_H
#define OGBV_TESTS_COMPARE_INVENTED_H

#include "formula.h"

#include <ogbv/ogbv.h>

enum { LANDS = 8 };

struct world {
    int constrained;
    struct definition definitions[LANDS];
    uint8_t allowed[N_CASES], in_scope[N_CASES], covers[LANDS][N_CASES];
    ogbv_db *db;
};

extern struct world world;

/* What the typical case says; the rest of it is unknown. */
extern const struct facts core;

/* Ends the program unless a call went well. */
void need(ogbv_status status, ogbv_error *const *error);

/* Makes the world, with the constraints of add_query() or without; and takes it down again. */
void make_world(uint32_t *state, int constrained);
void free_world(void);

#endif
