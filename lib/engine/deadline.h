/* SPDX-License-Identifier: MIT */
#ifndef OGBV_ENGINE_DEADLINE_H
#define OGBV_ENGINE_DEADLINE_H

#include "base/buf.h"
#include "engine/result.h"

/* Days, or seconds for clocks in hours. OGBV__DAY_MIN and _MAX: not known. */
struct ogbv__range {
    int64_t lo, hi;
    int32_t offset;
    int certain;
};

/* Appends how one end was computed. */
void ogbv__end_words(struct ogbv__buf *text, const struct ogbv__end *end,
                     const struct ogbv__range *start, const struct ogbv__range *range);

#endif
