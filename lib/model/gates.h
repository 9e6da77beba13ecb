/* SPDX-License-Identifier: MIT */
/* The compiled form of all conditions: a flat list of AND gates over two planes.
 *
 * A node has two planes, "is true" and "is false"; a reference 2 * node names the first and
 * 2 * node + 1 the second, so that NOT costs nothing: it is the reference with the last bit
 * flipped. planes[r] says that r holds, planes[r ^ 1] that it does not; neither: unknown. One gate
 * does
 *
 *     planes[2g] = planes[a] & planes[b];  planes[2g + 1] = planes[a ^ 1] | planes[b ^ 1];
 *
 * which is strong Kleene AND; OR is AND of the negations, negated. The planes may be bytes (one
 * case) or words (as many cases as they have bits): the list is the same.
 *
 * Nodes in order: the constant (true), the atoms, the findings, the gates. */
#ifndef OGBV_MODEL_GATES_H
#define OGBV_MODEL_GATES_H

#include "model/model.h"

struct ogbv__gate {
    uint32_t a, b;
};

/* What a version of a rule comes to. */
struct ogbv__version_refs {
    uint32_t elements, inapplicable, unless, strict;
};

struct ogbv__gates {
    struct ogbv__gate *gates;
    uint32_t n_gates, size;
    uint32_t first_gate;                /* node of gates[0] */
    uint32_t split;                     /* gates before it need no findings */
    uint32_t *conds;                    /* reference of each condition, by its index */
    struct ogbv__version_refs *versions;    /* by the version's index */
};

enum { OGBV__REF_TRUE = 0, OGBV__REF_FALSE = 1 };

static inline uint32_t ogbv__gates_nodes(const struct ogbv__gates *gates)
{
    return gates->first_gate + gates->n_gates;
}

/* Compiling pieces: for the whole db below, and for comparisons, which have gates of their own. */
struct ogbv__compiler {
    struct ogbv__arena *arena;
    const struct ogbv_db *db;
    struct ogbv__gates *gates;
    const struct ogbv__cond *drop;
    int no_jurisdictional;      /* leave out elements that only found a court's power */
    const uint32_t *fixed;      /* by atom: what to read instead of it; NULL: the atoms */
    uint8_t *done;              /* by version index: its references are set */
};

/* 0 without memory (arena->failed is set). */
int ogbv__compiler_init(struct ogbv__compiler *c, struct ogbv__arena *arena,
                        const struct ogbv_db *db);
uint32_t ogbv__compile_cond(struct ogbv__compiler *c, const struct ogbv__cond *cond);
uint32_t ogbv__compile_version(struct ogbv__compiler *c, const struct ogbv__version *version);
uint32_t ogbv__gate_both(struct ogbv__compiler *c, uint32_t a, uint32_t b);
uint32_t ogbv__gate_either(struct ogbv__compiler *c, uint32_t a, uint32_t b);

/* Compiles a db whose ids are resolved. `drop`, when not NULL, is a leaf to leave out: true inside
 * an all, false inside an any. NULL without memory (arena->failed is set). */
struct ogbv__gates *ogbv__gates_build(struct ogbv__arena *arena, const struct ogbv_db *db,
                                      const struct ogbv__cond *drop);

/* The same without the elements that only found a court's power: for dual criminality. */
struct ogbv__gates *ogbv__gates_of_conduct(struct ogbv__arena *arena, const struct ogbv_db *db);

#endif
