/* SPDX-License-Identifier: MIT */
/* Three-valued logic (strong Kleene): no < unknown < yes; and is the least, or the greatest. */
#ifndef OGBV_BASE_TRIT_H
#define OGBV_BASE_TRIT_H

#include <stdint.h>

enum { OGBV__NO = 0, OGBV__UNKNOWN = 1, OGBV__YES = 2 };

typedef uint8_t ogbv__trit;

static inline ogbv__trit ogbv__trit_and(ogbv__trit a, ogbv__trit b) { return a < b ? a : b; }
static inline ogbv__trit ogbv__trit_or(ogbv__trit a, ogbv__trit b) { return a > b ? a : b; }
static inline ogbv__trit ogbv__trit_not(ogbv__trit a) { return (ogbv__trit)(OGBV__YES - a); }

/* From and to the two planes "is true" and "is false". */
static inline ogbv__trit ogbv__trit_of(uint8_t is_true, uint8_t is_false)
{
    return (ogbv__trit)(OGBV__UNKNOWN + (is_true != 0) - (is_false != 0));
}

#endif
