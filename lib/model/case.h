/* SPDX-License-Identifier: MIT */
#ifndef OGBV_MODEL_CASE_H
#define OGBV_MODEL_CASE_H

#include "model/model.h"

enum { OGBV__ACT_ID = 65, OGBV__MAX_JURISDICTIONS = 64 };

struct ogbv__act {
    char id[OGBV__ACT_ID];
    struct ogbv__value *values;     /* by fact index; facts of the case stay unset here */
};

struct ogbv_case {
    ogbv_db *db;
    struct ogbv__alloc alloc;
    int64_t on;
    int32_t has_on, on_from;
    int64_t jurisdictions[OGBV__MAX_JURISDICTIONS];     /* place codes, as asked */
    size_t n_jurisdictions;
    struct ogbv__value *values;     /* by fact index; facts of the one act may stand here too */
    struct ogbv__act *acts;
    size_t n_acts, size_acts;
};

/* Sets a value that was made for the fact elsewhere (tests beside the rules, witnesses). */
void ogbv__case_put(struct ogbv_case *c, int32_t act, const struct ogbv_fact *fact,
                    const struct ogbv__value *value);

#endif
