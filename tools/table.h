/* SPDX-License-Identifier: MIT */
/* Rows of the lists: objects with the same keys, written as text, JSON or CSV. */
#ifndef OGBV_TOOLS_TABLE_H
#define OGBV_TOOLS_TABLE_H

#include "tool.h"

#include <jansson.h>

/* ---- rows (rows.c): NULL without memory; the caller's to drop ---- */

json_t *row_of_jurisdiction(const ogbv_db *db, const ogbv_jurisdiction *j, const char *lang);
json_t *row_of_rule(const ogbv_rule *rule, const char *lang);
json_t *row_of_concept(const ogbv_concept *concept_, const char *lang);
json_t *row_of_fact(const ogbv_fact *fact, const char *lang);
json_t *row_of_instrument(const ogbv_db *db, const ogbv_instrument *instrument, const char *lang);
json_t *row_of_coverage(const ogbv_jurisdiction *j, const ogbv_concept *concept_,
                        const char *lang);

/* ---- printing (table.c) ---- */

/* Prints an array of rows. The keys stand in `columns`, those of the text form in `shown`; both are
 * written "one two" and order the cells. 0 without memory. */
int table_print(const json_t *rows, const char *columns, const char *shown, int format);

#endif
