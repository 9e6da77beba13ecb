/* SPDX-License-Identifier: MIT */
#ifndef OGBV_CORE_CONTEXT_H
#define OGBV_CORE_CONTEXT_H

#include "base/alloc.h"

#include <ogbv/context.h>
#include <stdatomic.h>

struct ogbv_context {
    struct ogbv__alloc alloc;
    atomic_int refs;
};

#endif
