/* SPDX-License-Identifier: MIT */
/* What the benchmarks share. Each prints one line of JSON; none is a test. */
#ifndef OGBV_TESTS_BENCH_H
#define OGBV_TESTS_BENCH_H

#include <ogbv/ogbv.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* Of the processor: what else runs on the machine does not count. */
static inline double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static inline void must(ogbv_status status)
{
    if (status == OGBV_OK)
        return;
    fprintf(stderr, "%s\n", ogbv_status_name(status));
    exit(1);
}

/* A db of one data directory. */
static inline ogbv_db *load(const char *folder, int want_tests, ogbv_resize_fn resize,
                            void *payload)
{
    ogbv_context *context;
    ogbv_loader *loader;
    ogbv_db *db;
    must(ogbv_context_new(resize, payload, &context, NULL));
    must(ogbv_loader_new(context, &loader, NULL));
    if (want_tests)
        ogbv_loader_want_tests(loader);
    must(ogbv_loader_add_directory(loader, folder, NULL));
    must(ogbv_loader_finish(loader, &db, NULL));
    ogbv_loader_free(loader);
    ogbv_context_unref(context);
    return db;
}

#endif
