/* SPDX-License-Identifier: MIT */
/* What it is for: a result as plain text for people.
 * What it must not know: why a status is what it is.
 * Invariant: safety comes first; no value of a fact. */
#include "engine/result.h"
#include "report/page.h"

#include "core/error.h"

ogbv_status ogbv_result_write_text(const ogbv_result *result, const char *lang, ogbv_write_fn write,
                                   void *payload, ogbv_error **error)
{
    if (!result || !write)
        return ogbv__fail_invalid(error);
    struct ogbv__page page;
    ogbv__page_init(&page, write, payload);
    ogbv__page_heading(&page, "SAFETY FIRST");
    for (size_t i = 0; i < result->n_safety; i++) {
        ogbv__page_line(&page, 0, "-", ogbv__texts_in(&result->safety[i]->text, lang));
    }
    return ogbv__page_finish(&page)
        ? OGBV_OK : ogbv__fail(&result->db->context->alloc, error, OGBV_ERR_IO,
                               "the output could not be written");
}
