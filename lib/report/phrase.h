/* SPDX-License-Identifier: MIT */
/* What comparisons and reports say alike, in whatever form: as pieces of text. */
#ifndef OGBV_REPORT_PHRASE_H
#define OGBV_REPORT_PHRASE_H

#include "base/buf.h"
#include "engine/report.h"

/* "the first is narrower: all its cases are cases of the second"; what is said of a definition that
 * is none; "the harmonized definition", "Ireland", "zz". */
const char *ogbv__phrase_relation(int32_t relation);
const char *ogbv__phrase_status(int32_t status);
/* Whether a definition covers the typical case: OGBV_NO ... */
const char *ogbv__phrase_typical(int32_t typical);
const char *ogbv__phrase_name(const struct ogbv__definition *definition, const char *lang);

/* Appends a fact of a case as a statement: "it is not so that ...", "the age: 15", "nothing is
 * known of this: ...". */
void ogbv__phrase_fact(struct ogbv__buf *text, const ogbv_case *c, const struct ogbv_fact *fact,
                       const char *lang);

/* The same of a value. */
void ogbv__phrase_value(struct ogbv__buf *text, const struct ogbv_fact *fact,
                        const struct ogbv__value *value, const char *lang);

/* Appends a remark as a sentence. */
void ogbv__phrase_remark(struct ogbv__buf *text, const struct ogbv_remark *remark,
                         const char *lang);

#endif
