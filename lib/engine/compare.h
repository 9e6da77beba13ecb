/* SPDX-License-Identifier: MIT */
/* The structs of a comparison. */
#ifndef OGBV_ENGINE_COMPARE_H
#define OGBV_ENGINE_COMPARE_H

#include "base/vec.h"
#include "engine/result.h"
#include "engine/search.h"

#include <ogbv/compare.h>

enum { OGBV__SKIP_CASES = 1, OGBV__SKIP_ELEMENTS = 2 };

struct ogbv__definition {
    const char *key, *on, *id;  /* id: of the place in the key; NULL for the core */
    int64_t day;
    const struct ogbv_jurisdiction *jurisdiction;
    int is_core;
    int32_t status;
    int32_t typical;            /* whether it covers the typical case: OGBV_NO, _UNKNOWN, _YES */
    const struct ogbv__version **versions;  /* texts in force on the day */
    size_t n_versions;
};

struct ogbv__side {
    int32_t search, minimal;
    ogbv_case *witness;
    struct ogbv__fact_list differs;
};

struct ogbv_pair {
    size_t a, b;
    int32_t relation;
    struct ogbv__side sides[2];
    struct ogbv__fact_list open_norms;
    const char **unsettled;
    size_t n_unsettled;
};

struct ogbv_atom {
    const struct ogbv__atom *atom;
    const char *op, *value;
    int8_t *states;             /* by definition */
    const char **citations;     /* by definition */
    size_t n_definitions;
};

struct ogbv_comparison {
    ogbv_db *db;
    atomic_int refs;
    struct ogbv__arena arena;
    const struct ogbv_concept *concept_;
    int32_t class_, skip, done;
    const char *on;
    int64_t day;
    uint64_t budget, nearest;
    struct ogbv__vec keys;
    const char *baseline;       /* key; NULL: each with each */
    struct ogbv__definition *definitions;
    size_t n_definitions;
    struct ogbv_pair *pairs;
    size_t n_pairs;
    struct ogbv_atom *atoms;
    size_t n_atoms;
    struct ogbv__value *core;   /* the core case by fact index; state GIVEN where it gives */
};

/* The gates of a definition (its reference), in a compiler for it alone or shared. */
uint32_t ogbv__define(struct ogbv__compiler *c, const struct ogbv_comparison *comparison,
                      const struct ogbv__definition *definition);
/* The same without the texts that another definition has too. */
uint32_t ogbv__define_without(struct ogbv__compiler *c, const struct ogbv_comparison *comparison,
                              const struct ogbv__definition *definition,
                              const struct ogbv__definition *other);

/* Whether a rule is of a concept. */
int ogbv__has_concept(const struct ogbv_rule *rule, const struct ogbv_concept *concept_);
/* Whether a rule is law there: the rules of a country apply to its parts, as far as their extent
 * goes. */
int ogbv__applies_in(const struct ogbv_rule *rule, const struct ogbv_jurisdiction *j);

/* Finds out what each key stands for. */
void ogbv__resolve(struct ogbv_comparison *comparison);

/* Whether a definition covers the typical case: OGBV_NO, OGBV_UNKNOWN or OGBV_YES. */
int32_t ogbv__typical(struct ogbv_comparison *comparison,
                      const struct ogbv__definition *definition);

/* Compares two definitions. */
void ogbv__compare_pair(struct ogbv_comparison *comparison, struct ogbv_pair *pair);

/* Makes a witness from what a search found, and has the engine confirm it. 0 when it does not. */
int ogbv__make_witness(struct ogbv_comparison *comparison, const struct ogbv_pair *pair,
                       const struct ogbv__search *search, struct ogbv__side *side);

/* Facts whose days are those of a definition, not searched for. */
int ogbv__is_day_role(const struct ogbv_fact *fact);

/* The element view. */
void ogbv__view_elements(struct ogbv_comparison *comparison);

#endif
