/* SPDX-License-Identifier: MIT */
/* What a report writes of a comparison: the same as the comparison's own writers. */
#ifndef OGBV_REPORT_WRITE_COMPARE_H
#define OGBV_REPORT_WRITE_COMPARE_H

#include "engine/compare.h"
#include "report/json.h"
#include "report/long.h"

/* The rows of a comparison: its definitions, pairs and elements. */
void ogbv__long_comparison(struct ogbv__long *table, const ogbv_comparison *comparison,
                           const char *lang);

/* The same as an object of an array. */
void ogbv__json_comparison(struct ogbv__json *json, const ogbv_comparison *comparison,
                           const char *lang);

/* Whether an atom says the contrary of one that stands in the comparison too: for people, one of
 * both is enough. */
int ogbv__is_mirror(const ogbv_comparison *comparison, const struct ogbv_atom *atom);

/* Of the minimum rules that make up a baseline, the latest of their days; NULL when none is
 * stated. */
const char *ogbv__latest_day(const struct ogbv__definition *baseline,
                             const char *(*day_of)(const ogbv_rule *rule));

#endif
