/* SPDX-License-Identifier: MIT */
/* A picture was shared, and Irish law may apply: what is best asked next? */
#include <ogbv/ogbv.h>
#include <stdio.h>

int main(void)
{
    ogbv_context *context;
    ogbv_loader *loader;
    ogbv_db *db;
    ogbv_case *c;
    ogbv_result *result;
    if (ogbv_context_new(NULL, NULL, &context, NULL) || ogbv_loader_new(context, &loader, NULL)
        || ogbv_loader_add_default(loader, NULL) || ogbv_loader_finish(loader, &db, NULL)
        || ogbv_case_new(db, &c, NULL) || ogbv_case_add_jurisdiction(c, "ie", NULL)
        || ogbv_case_set_on(c, "2026-11-21", OGBV_ON_FROM_CASE, NULL)
        || ogbv_case_set_boolean(c, OGBV_CASE, "share.done", 1, NULL)
        || ogbv_assess(c, &result, NULL))
        return 1;   /* with an ogbv_error ** instead of NULL: why */
    puts(ogbv_fact_question(ogbv_need_fact(ogbv_need_at(result, 0)), "en"));
    ogbv_result_unref(result);
    ogbv_case_free(c);
    ogbv_db_unref(db);
    ogbv_loader_free(loader);
    ogbv_context_unref(context);
}
