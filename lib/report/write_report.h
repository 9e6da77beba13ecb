/* SPDX-License-Identifier: MIT */
/* What the forms of a report share. */
#ifndef OGBV_REPORT_WRITE_REPORT_H
#define OGBV_REPORT_WRITE_REPORT_H

#include "engine/report.h"

enum { OGBV__N_SEEN = OGBV_REMEMBERED + 1 };

/* The rules of a jurisdiction, by how well they are known. */
struct ogbv__tally {
    int64_t rules, seen[OGBV__N_SEEN];
};

/* Of a jurisdiction, or of all (NULL). */
struct ogbv__tally ogbv__tally_of(const ogbv_db *db, const ogbv_jurisdiction *j);

/* The relation of definition a to definition b; -1 where not both are defined. */
int32_t ogbv__relation_of(const ogbv_comparison *comparison, size_t a, size_t b);
/* The pair of two definitions in either order; NULL where there is none. */
const struct ogbv_pair *ogbv__pair_of(const ogbv_comparison *comparison, size_t a, size_t b);

/* Whether a definition is one that others are held against: the core, or that of a union. */
int ogbv__is_minimum(const struct ogbv__definition *definition);

/* How a definition stands to a minimum. */
enum {
    OGBV__NOT_BOUND,        /* the minimum is not held against it, or there is none */
    OGBV__REACHES,
    OGBV__FALLS_SHORT,      /* a case shows it */
    OGBV__MAY_FALL_SHORT,   /* not decided */
    OGBV__WITHOUT           /* nothing is defined there: the status says why */
};

/* The core is held against all definitions, a union's minimum against the members that some of its
 * rules bind. `side`, where not NULL, receives the case that shows a shortfall, or NULL. */
int ogbv__stands(const ogbv_comparison *comparison, size_t minimum, size_t definition,
                 const struct ogbv__side **side);

/* Ends the work of a writer: the status that it returns. */
ogbv_status ogbv__report_status(const ogbv_report *report, int32_t status, ogbv_error **error);

#endif
