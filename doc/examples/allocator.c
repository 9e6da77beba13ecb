/* SPDX-License-Identifier: MIT */
/* The caller's own memory: an allocator that counts, and refuses beyond a limit. At the end every
 * byte has come back. */
#include <ogbv/ogbv.h>
#include <stdio.h>
#include <stdlib.h>

struct meter {
    size_t now, most, limit;
};

/* Resizes a block, allocates one (old is NULL) or frees one (new_size is 0). */
static void *metered(void *payload, void *old, size_t old_size, size_t new_size)
{
    struct meter *meter = payload;
    size_t now = meter->now - old_size + new_size;
    if (new_size > old_size && now > meter->limit)
        return NULL;
    void *block = NULL;
    if (new_size == 0)
        free(old);
    else if ((block = realloc(old, new_size)) == NULL)
        return NULL;
    meter->now = now;
    if (now > meter->most)
        meter->most = now;
    return block;
}

/* Loads the default data and lets go of it again. */
static ogbv_status load(struct meter *meter, ogbv_error **error)
{
    ogbv_context *context = NULL;
    ogbv_loader *loader = NULL;
    ogbv_db *db = NULL;
    ogbv_status status = ogbv_context_new(metered, meter, &context, error);
    if (status == OGBV_OK)
        status = ogbv_loader_new(context, &loader, error);
    if (status == OGBV_OK)
        status = ogbv_loader_add_default(loader, error);
    if (status == OGBV_OK)
        status = ogbv_loader_finish(loader, &db, error);
    if (status == OGBV_OK)
        printf("%u offences are held\n", (unsigned)ogbv_rule_count(db, OGBV_OFFENCE));
    ogbv_db_unref(db);
    ogbv_loader_free(loader);
    ogbv_context_unref(context);
    return status;
}

int main(void)
{
    struct meter meter = { 0, 0, (size_t)1 << 30 };
    ogbv_error *error = NULL;
    ogbv_status status = load(&meter, &error);
    if (status != OGBV_OK)
        fprintf(stderr, "%s\n", ogbv_error_message(error));
    ogbv_error_free(error);
    printf("%u kB at most, %u bytes still held\n", (unsigned)(meter.most / 1024),
           (unsigned)meter.now);

    /* Without enough memory a call says so, and nothing is lost. */
    meter.limit = meter.most / 2;
    error = NULL;
    ogbv_status again = load(&meter, &error);
    printf("with half of it: %s\n", ogbv_status_name(again));
    ogbv_error_free(error);
    return status != OGBV_OK || again != OGBV_ERR_NOMEM || meter.now != 0;
}
