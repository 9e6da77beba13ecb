/* SPDX-License-Identifier: MIT */
/* The context: where memory comes from. Knows nothing of law. Keeps: what it holds never changes
 * after it is made, except for the number of references. */
#include "core/context.h"

#include "core/error.h"

static struct ogbv__alloc alloc_of(ogbv_resize_fn resize, void *payload)
{
    if (!resize)
        return ogbv__alloc_default();
    return (struct ogbv__alloc){ .resize = resize, .payload = payload };
}

ogbv_status ogbv_context_new(ogbv_resize_fn resize, void *payload, ogbv_context **out,
                             ogbv_error **error)
{
    if (!out)
        return ogbv__fail_invalid(error);
    struct ogbv__alloc alloc = alloc_of(resize, payload);
    ogbv_context *context = ogbv__alloc_new(&alloc, sizeof *context);
    *out = context;
    if (!context)
        return ogbv__fail_nomem(error);
    context->alloc = alloc;
    atomic_init(&context->refs, 1);
    return OGBV_OK;
}

ogbv_context *ogbv_context_ref(ogbv_context *context)
{
    if (context)
        atomic_fetch_add_explicit(&context->refs, 1, memory_order_relaxed);
    return context;
}

void ogbv_context_unref(ogbv_context *context)
{
    if (!context || atomic_fetch_sub_explicit(&context->refs, 1, memory_order_acq_rel) > 1)
        return;
    struct ogbv__alloc alloc = context->alloc;
    ogbv__alloc_free(&alloc, context, sizeof *context);
}
