/* SPDX-License-Identifier: MIT */
/* Protects: what an arena hands out is zeroed, aligned, disjoint and stays in place; one failure is
 * remembered. */
#include "unit.h"

#include "base/arena.h"
#include "failing.h"

#include <stdint.h>
#include <string.h>

static struct failing failing;
static struct ogbv__arena arena;

static void set_up(void)
{
    failing = (struct failing){ 0 };
    ogbv__arena_init(&arena, &(struct ogbv__alloc){ failing_resize, &failing }, 0);
}

static void tear_down(void)
{
    ogbv__arena_free(&arena);
    ck_assert(failing_is_clean(&failing));
}

static const size_t sizes[] = { 0, 1, 15, 16, 17, 4095, 4096, 4097, 300000, 3 };

START_TEST(memory_is_zeroed_and_aligned)
{
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        unsigned char *p = ogbv__arena_take(&arena, sizes[i]);
        ck_assert_ptr_nonnull(p);
        ck_assert_uint_eq((uintptr_t)p % _Alignof(max_align_t), 0);
        for (size_t k = 0; k < sizes[i]; k++)
            ck_assert_uint_eq(p[k], 0);
        memset(p, 0xff, sizes[i]);      /* the next one may not see this */
    }
}
END_TEST

START_TEST(blocks_do_not_overlap_or_move)
{
    enum { MANY = 2000 };
    static uint32_t *at[MANY];
    for (uint32_t i = 0; i < MANY; i++) {
        size_t n = i % 50 + 1;
        at[i] = ogbv__arena_array(&arena, n, sizeof **at);
        for (size_t k = 0; k < n; k++)
            at[i][k] = i;
    }
    for (uint32_t i = 0; i < MANY; i++) {
        for (size_t k = 0; k < i % 50 + 1; k++)
            ck_assert_uint_eq(at[i][k], i);
    }
}
END_TEST

START_TEST(a_large_request_leaves_the_rest_of_the_block_in_use)
{
    ogbv__arena_take(&arena, 16);
    ogbv__arena_take(&arena, 1000000);
    size_t requests = failing.requests;
    ogbv__arena_take(&arena, 16);
    ck_assert_uint_eq(failing.requests, requests);
}
END_TEST

START_TEST(texts_are_copied_and_end)
{
    char from[] = "abcdef";
    char *part = ogbv__arena_text(&arena, from, 3);
    char *whole = ogbv__arena_string(&arena, from);
    char *none = ogbv__arena_text(&arena, NULL, 0);
    memset(from, 'x', sizeof from - 1);
    ck_assert_str_eq(part, "abc");
    ck_assert_str_eq(whole, "abcdef");
    ck_assert_str_eq(none, "");
    ck_assert_uint_eq(arena.bytes, 4 + 7 + 1);
}
END_TEST

START_TEST(impossible_sizes_fail)
{
    ck_assert_ptr_null(ogbv__arena_array(&arena, SIZE_MAX / 2, 8));
    ck_assert(arena.failed);
}
END_TEST

START_TEST(a_failure_is_remembered)
{
    failing.fail_at = 2;
    ck_assert_ptr_nonnull(ogbv__arena_take(&arena, 16));
    ck_assert_ptr_null(ogbv__arena_take(&arena, 100000));
    ck_assert(arena.failed);
    ck_assert_ptr_null(ogbv__arena_take(&arena, 16));
    ck_assert_ptr_null(ogbv__arena_string(&arena, "x"));
}
END_TEST

START_TEST(a_wiped_arena_leaves_nothing)
{
    struct ogbv__arena wiped;
    failing.secret = "nobody knows";
    ogbv__arena_init(&wiped, &arena.alloc, 1);
    for (int i = 0; i < 1000; i++)
        ogbv__arena_string(&wiped, failing.secret);
    ogbv__arena_take(&wiped, 1000000);
    ogbv__arena_string(&wiped, failing.secret);
    ogbv__arena_free(&wiped);
    ck_assert_uint_eq(failing.secrets, 0);
}
END_TEST

Suite *suite_arena(void)
{
    Suite *suite = suite_create("arena");
    TCase *tcase = tcase_create("arena");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, memory_is_zeroed_and_aligned);
    tcase_add_test(tcase, blocks_do_not_overlap_or_move);
    tcase_add_test(tcase, a_large_request_leaves_the_rest_of_the_block_in_use);
    tcase_add_test(tcase, texts_are_copied_and_end);
    tcase_add_test(tcase, impossible_sizes_fail);
    tcase_add_test(tcase, a_failure_is_remembered);
    tcase_add_test(tcase, a_wiped_arena_leaves_nothing);
    suite_add_tcase(suite, tcase);
    return suite;
}
