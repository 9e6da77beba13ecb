/* SPDX-License-Identifier: MIT */
/* The value of a fact: an interval of numbers, so that partial knowledge needs no second form.
 * Booleans are 0..1, choices and levels the index of the value, dates day numbers, datetimes
 * seconds, places codes. Unknown is the whole domain. */
#ifndef OGBV_MODEL_VALUE_H
#define OGBV_MODEL_VALUE_H

#include "base/trit.h"

#include <stdint.h>

struct ogbv_fact;
struct ogbv__atom;

enum {
    OGBV__UNSET,        /* not asked */
    OGBV__ASKED,        /* asked, not known */
    OGBV__GIVEN,
    OGBV__DERIVED       /* follows from others by a constraint */
};

struct ogbv__value {
    int64_t lo, hi;
    int16_t offset;     /* minutes, of a datetime */
    uint8_t state;
};

/* Everything possible. */
struct ogbv__value ogbv__value_unknown(const struct ogbv_fact *fact);

int ogbv__value_known(const struct ogbv__value *value);     /* exactly known */

/* Reads a text as a value of the fact: 0 when it is none. */
int ogbv__value_parse(const struct ogbv_fact *fact, const char *text, struct ogbv__value *out);

/* Reads a range; either bound may be NULL. 0 when it is none, or the type has no ranges. */
int ogbv__value_parse_range(const struct ogbv_fact *fact, const char *min, const char *max,
                            struct ogbv__value *out);

/* Whether all, some or none of a value lies between two bounds. */
static inline ogbv__trit ogbv__value_within(int64_t lo, int64_t hi, const struct ogbv__value *value)
{
    int yes = value->lo >= lo && value->hi <= hi;
    int no = value->hi < lo || value->lo > hi;
    return (ogbv__trit)(OGBV__UNKNOWN + yes - no);
}

/* Tests an atom against the values of its facts (b is used by differences only). */
ogbv__trit ogbv__atom_test(const struct ogbv__atom *atom, const struct ogbv__value *a,
                           const struct ogbv__value *b);

/* Narrows a value so that the atom holds (or, negated, does not). Returns 1 when it changed, 0 when
 * not, -1 when nothing is left. What cannot be expressed as an interval is left as it is. */
int ogbv__value_assert(const struct ogbv__atom *atom, int negated, struct ogbv__value *value);

#endif
