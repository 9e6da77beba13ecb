/* SPDX-License-Identifier: MIT */
/* The vocabularies: the one place where constants and their names meet. */
#ifndef OGBV_MODEL_NAMES_H
#define OGBV_MODEL_NAMES_H

#include <stddef.h>
#include <stdint.h>

/* Vocabularies that stand in the data only. */
enum {
    OGBV__NAMES_ROLE = 100, OGBV__NAMES_BY, OGBV__NAMES_UNIT, OGBV__NAMES_END_UNIT,
    OGBV__NAMES_YES_NO, OGBV__NAMES_SCOPE, OGBV__NAMES_JURISDICTION_KIND, OGBV__NAMES_SOURCE_KIND,
    OGBV__NAMES_INSTRUMENT_KIND, OGBV__NAMES_PARTY_STATE, OGBV__NAMES_RELATION,
    OGBV__NAMES_APPLICANT, OGBV__NAMES_RESPONDENT, OGBV__NAMES_FIRST_DAY, OGBV__NAMES_ROUNDING,
    OGBV__NAMES_ROLL, OGBV__NAMES_PICK, OGBV__NAMES_NEEDS, OGBV__NAMES_CONTEST,
    OGBV__NAMES_SHOW, OGBV__NAMES_WEEKDAY, OGBV__NAMES_VERSION_WRITTEN
};

/* The name of a value, or NULL. */
const char *ogbv__name(int32_t vocabulary, int32_t value);

/* The value of a name (n bytes), or -1. */
int32_t ogbv__name_value(int32_t vocabulary, const char *name, size_t n);

#endif
