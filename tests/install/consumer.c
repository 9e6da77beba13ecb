/* SPDX-License-Identifier: MIT */
/* A program that knows nothing but what is installed: it loads the default data and counts. */
#include <ogbv/ogbv.h>
#include <stdio.h>

int main(void)
{
    ogbv_context *context = NULL;
    ogbv_loader *loader = NULL;
    ogbv_db *db = NULL;
    ogbv_error *error = NULL;
    if (ogbv_version_number() != OGBV_VERSION_NUMBER)
        return 2;
    int failed = ogbv_context_new(NULL, NULL, &context, &error) != OGBV_OK ||
                 ogbv_loader_new(context, &loader, &error) != OGBV_OK ||
                 ogbv_loader_add_default(loader, &error) != OGBV_OK ||
                 ogbv_loader_finish(loader, &db, &error) != OGBV_OK;
    if (failed)
        fprintf(stderr, "%s\n", ogbv_error_message(error));
    else
        printf("%s %s: %zu jurisdictions\n", ogbv_version(), ogbv_db_release(db),
               ogbv_jurisdiction_count(db));
    failed |= ogbv_jurisdiction_count(db) == 0;
    ogbv_error_free(error);
    ogbv_db_unref(db);
    ogbv_loader_free(loader);
    ogbv_context_unref(context);
    return failed;
}
