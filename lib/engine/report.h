/* SPDX-License-Identifier: MIT */
/* The structs of a report, and questions about single rules that the search answers. */
#ifndef OGBV_ENGINE_REPORT_H
#define OGBV_ENGINE_REPORT_H

#include "engine/compare.h"

#include <ogbv/report.h>

struct ogbv_remark {
    int32_t kind, relation;
    const struct ogbv_rule *rule, *other;
    const struct ogbv_concept *concept_;
    const struct ogbv_fact *fact;
    ogbv_case *cases[2];
};

struct ogbv_report {
    ogbv_db *db;
    atomic_int refs;
    struct ogbv__arena arena;
    const char *on;
    int64_t day;
    int32_t class_, skip;
    ogbv_comparison **comparisons;      /* by concept index */
    size_t n_comparisons;
    struct ogbv__vec remarks;
};

/* ---- questions ---------------------------------------------------------------------------- */

/* Is there a case of `in` that is also one of `also`, none of `out`, and within `scope`? Each may
 * be NULL. Elements that only found a court's power count like any other. */
struct ogbv__question {
    const struct ogbv__version *in, *also, *out;
    const struct ogbv__cond *scope;
};

/* OGBV_SEARCH_FOUND ...; -1 without memory. With `shown`, where not NULL, the facts that make it
 * so; the caller's to free. */
int32_t ogbv__ask(ogbv_db *db, int64_t day, const struct ogbv__question *question,
                  ogbv_case **shown);

/* The text in force on a day; NULL when there is none. */
const struct ogbv__version *ogbv__version_on(const struct ogbv_rule *rule, int64_t day);

/* ---- remarks ------------------------------------------------------------------------------ */

/* Adds the remarks of all kinds. */
void ogbv__remark_all(struct ogbv_report *report);

#endif
