/* SPDX-License-Identifier: MIT */
/* A picture was shared: what can be done in Ireland? */
#include <ogbv/ogbv.h>
#include <stdio.h>

int main(void)
{
    ogbv_context *context = NULL;
    ogbv_loader *loader = NULL;
    ogbv_db *db = NULL;
    ogbv_case *c = NULL;
    ogbv_result *result = NULL;
    ogbv_error *error = NULL;
    int failed = ogbv_context_new(NULL, NULL, &context, &error)
        || ogbv_loader_new(context, &loader, &error)
        || ogbv_loader_add_default(loader, &error)
        || ogbv_loader_finish(loader, &db, &error)
        || ogbv_case_new(db, &c, &error)
        || ogbv_case_set_on(c, "2026-11-21", OGBV_ON_FROM_CASE, &error)
        || ogbv_case_add_jurisdiction(c, "ie", &error)
        || ogbv_case_set(c, OGBV_CASE, "act.date", "2026-10-03", &error)
        || ogbv_case_set_boolean(c, OGBV_CASE, "share.done", 1, &error)
        || ogbv_case_set_boolean(c, OGBV_CASE, "consent.to-sharing", 0, &error)
        || ogbv_assess(c, &result, &error);
    if (failed)
        fprintf(stderr, "%s\n", ogbv_error_message(error));
    for (size_t i = 0; i < ogbv_finding_count(result, OGBV_FINDING_REMEDY); i++) {
        const ogbv_finding *finding = ogbv_finding_at(result, OGBV_FINDING_REMEDY, i);
        const ogbv_rule *remedy = ogbv_finding_rule(finding);
        if (ogbv_finding_status(finding) == OGBV_AVAILABLE)
            printf("%s (%s)\n", ogbv_rule_label(remedy, "en"), ogbv_rule_citation(remedy));
    }
    ogbv_error_free(error);
    ogbv_result_unref(result);
    ogbv_case_free(c);
    ogbv_db_unref(db);
    ogbv_loader_free(loader);
    ogbv_context_unref(context);
    return failed;
}
