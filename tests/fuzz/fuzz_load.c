/* SPDX-License-Identifier: MIT */
/* Any bytes as a file of data. The first byte chooses the file's name, the rest is its content.
 * Whatever they are: a db or faults, never both; what is loaded can be assessed and written. */
#include "fuzz.h"
#include "world.h"

#include <stdlib.h>

static const char *const names[] = {
    "jurisdictions/xa.xml", "facts.xml", "taxonomy.xml", "safety.xml", "calendars/xa.xml",
    "instruments/treaty.xml", "tests/xa.xml", "RELEASE",
};

static int32_t swallow(void *payload, const char *bytes, size_t n)
{
    (void)bytes;
    *(size_t *)payload += n;
    return 0;
}

static void use(ogbv_db *db)
{
    size_t written = 0;
    int32_t passed, failed;
    ogbv_case *c;
    ogbv_result *result = NULL;
    must(ogbv_case_new(db, &c, NULL) == OGBV_OK);
    must(ogbv_case_set_on(c, "2026-06-01", OGBV_ON_FROM_CASE, NULL) == OGBV_OK);
    must(ogbv_case_add_jurisdiction(c, "xa", NULL) == OGBV_OK);
    must(ogbv_assess(c, &result, NULL) == OGBV_OK);
    must(ogbv_result_write_json(result, NULL, swallow, &written, NULL) == OGBV_OK);
    must(ogbv_result_write_text(result, "fr", swallow, &written, NULL) == OGBV_OK);
    must(ogbv_run_tests(db, 0, NULL, NULL, &passed, &failed, NULL) == OGBV_OK);
    for (int32_t kind = OGBV_OFFENCE; kind <= OGBV_TERM; kind++)
        for (size_t i = 0; i < ogbv_rule_count(db, kind); i++)
            must(ogbv_db_write_entry(db, ogbv_rule_id(ogbv_rule_at(db, kind, i)), NULL, swallow,
                                     &written, NULL) == OGBV_OK);
    ogbv_result_unref(result);
    ogbv_case_free(c);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    ogbv_context *context;
    ogbv_loader *loader;
    ogbv_db *db = NULL;
    if (n == 0)
        return 0;
    const char *name = names[data[0] % (sizeof names / sizeof *names)];
    must(ogbv_context_new(NULL, NULL, &context, NULL) == OGBV_OK);
    must(ogbv_loader_new(context, &loader, NULL) == OGBV_OK);
    ogbv_loader_want_tests(loader);
    must(world_add(loader, world_base, WORLD_BASE, NULL) == OGBV_OK);
    must(ogbv_loader_add_memory(loader, name, (const char *)data + 1, n - 1, NULL) == OGBV_OK);
    ogbv_status status = ogbv_loader_finish(loader, &db, NULL);
    size_t faults = ogbv_loader_diagnostic_count(loader);
    must(status == (faults ? OGBV_ERR_DATA : OGBV_OK) && (db != NULL) == (faults == 0));
    for (size_t i = 0; i < faults; i++)
        must(ogbv_diagnostic_code(ogbv_loader_diagnostic_at(loader, i)) > 1000);
    if (db)
        use(db);
    ogbv_loader_free(loader);
    ogbv_db_unref(db);
    ogbv_context_unref(context);
    return 0;
}
