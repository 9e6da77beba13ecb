/* SPDX-License-Identifier: MIT */
/* What it is for: one entry of the db in sentences.
 * What it must not know: any case.
 * Invariant: what is said stands in the data. */
#include "model/model.h"
#include "report/page.h"

#include "core/error.h"

ogbv_status ogbv_db_write_entry(const ogbv_db *db, const char *id, const char *lang,
                                ogbv_write_fn write, void *payload, ogbv_error **error)
{
    if (!db || !id || !write)
        return ogbv__fail_invalid(error);
    const ogbv_rule *rule = ogbv_rule_find(db, id);
    if (!rule)
        return ogbv__fail(&db->context->alloc, error, OGBV_ERR_NOT_FOUND, "there is no such id");
    struct ogbv__page page;
    ogbv__page_init(&page, write, payload);
    ogbv__page_line(&page, 0, "", ogbv_rule_label(rule, lang));
    return ogbv__page_finish(&page)
        ? OGBV_OK : ogbv__fail(&db->context->alloc, error, OGBV_ERR_IO,
                               "the output could not be written");
}
