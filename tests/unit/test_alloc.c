/* SPDX-License-Identifier: MIT */
/* Protects: sizes that overflow are refused, and nothing stays behind in memory given back. */
#include "unit.h"

#include "base/alloc.h"
#include "failing.h"

#include <stdint.h>
#include <string.h>

static const struct {
    size_t n, size, expected;
} products[] = {
    { 0, 8, 0 }, { 8, 0, 0 }, { 3, 7, 21 }, { SIZE_MAX, 1, SIZE_MAX },
    { SIZE_MAX / 2, 2, SIZE_MAX - 1 },
    { SIZE_MAX / 2 + 1, 2, SIZE_MAX }, { SIZE_MAX, SIZE_MAX, SIZE_MAX },
};

START_TEST(array_size_never_wraps)
{
    ck_assert_uint_eq(ogbv__array_size(products[_i].n, products[_i].size), products[_i].expected);
}
END_TEST

START_TEST(impossible_sizes_never_reach_the_allocator)
{
    struct failing failing = { 0 };
    struct ogbv__alloc alloc = { failing_resize, &failing };
    ck_assert_ptr_null(ogbv__alloc_new(&alloc, SIZE_MAX));
    ck_assert_ptr_null(ogbv__alloc_new(&alloc, (size_t)PTRDIFF_MAX + 1));
    ck_assert_uint_eq(failing.requests, 0);
}
END_TEST

START_TEST(memory_is_zeroed)
{
    struct failing failing = { 0 };
    struct ogbv__alloc alloc = { failing_resize, &failing };
    static const char zeroes[64];
    char *p = ogbv__alloc_new(&alloc, sizeof zeroes);
    ck_assert_mem_eq(p, zeroes, sizeof zeroes);
    ogbv__alloc_free(&alloc, p, sizeof zeroes);
    ck_assert(failing_is_clean(&failing));
}
END_TEST

START_TEST(an_empty_block_is_a_block)
{
    struct failing failing = { 0 };
    struct ogbv__alloc alloc = { failing_resize, &failing };
    void *p = ogbv__alloc_new(&alloc, 0);
    ck_assert_ptr_nonnull(p);
    ogbv__alloc_free(&alloc, p, 0);
    ogbv__alloc_free(&alloc, NULL, 0);
    ogbv__alloc_free_wiped(&alloc, NULL, 7);
    ck_assert(failing_is_clean(&failing));
}
END_TEST

START_TEST(a_secret_is_wiped)
{
    struct failing failing = { .secret = "nobody knows" };
    struct ogbv__alloc alloc = { failing_resize, &failing };
    for (int wiped = 1; wiped >= 0; wiped--) {
        char *p = ogbv__alloc_new(&alloc, 100);
        strcpy(p + 50, failing.secret);
        if (wiped)
            ogbv__alloc_free_wiped(&alloc, p, 100);
        else
            ogbv__alloc_free(&alloc, p, 100);
        ck_assert_uint_eq(failing.secrets, wiped ? 0 : 1);
    }
}
END_TEST

START_TEST(the_default_allocates)
{
    struct ogbv__alloc alloc = ogbv__alloc_default();
    char *p = ogbv__alloc_new(&alloc, 10);
    ck_assert_ptr_nonnull(p);
    p = alloc.resize(alloc.payload, p, 10, 1000);
    ck_assert_ptr_nonnull(p);
    ogbv__alloc_free(&alloc, p, 1000);
    ogbv__wipe_stack();
}
END_TEST

Suite *suite_alloc(void)
{
    Suite *suite = suite_create("alloc");
    TCase *tcase = tcase_create("alloc");
    tcase_add_loop_test(tcase, array_size_never_wraps, 0, ROWS(products));
    tcase_add_test(tcase, impossible_sizes_never_reach_the_allocator);
    tcase_add_test(tcase, memory_is_zeroed);
    tcase_add_test(tcase, an_empty_block_is_a_block);
    tcase_add_test(tcase, a_secret_is_wiped);
    tcase_add_test(tcase, the_default_allocates);
    suite_add_tcase(suite, tcase);
    return suite;
}
