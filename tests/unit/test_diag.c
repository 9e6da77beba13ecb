/* SPDX-License-Identifier: MIT */
/* Protects: a code has one meaning, for ever, and a finding says where it was made. */
#include "unit.h"

#include "core/diag.h"
#include "failing.h"

#include <string.h>

static struct failing failing;
static struct ogbv__arena arena;
static struct ogbv__vec list;

static void set_up(void)
{
    failing = (struct failing){ 0 };
    ogbv__arena_init(&arena, &(struct ogbv__alloc){ failing_resize, &failing }, 0);
    ogbv__vec_init(&list, &arena);
}

static void tear_down(void)
{
    ogbv__arena_free(&arena);
    ck_assert(failing_is_clean(&failing));
}

START_TEST(codes_are_in_order_and_have_a_meaning)
{
    int32_t before = 1000;
    size_t n = 0;
    for (int32_t code; (code = ogbv__diag_code_at(n)) != 0; n++, before = code) {
        ck_assert_int_gt(code, before);
        ck_assert_int_lt(code, 1800);
        ck_assert_uint_gt(strlen(ogbv__diag_meaning(code)), 10);
    }
    ck_assert_uint_ge(n, 47);
    ck_assert_int_eq(ogbv__diag_code_at(n + 1), 0);
    ck_assert_ptr_null(ogbv__diag_meaning(0));
    ck_assert_ptr_null(ogbv__diag_meaning(1000));
}
END_TEST

static const struct {
    int32_t code;
    const char *detail, *expected;
} rows[] = {
    { OGBV__D_FACT_UNKNOWN, "share.dine", "there is no such fact: share.dine" },
    { OGBV__D_XML_DOCTYPE, NULL, "a document type declaration is not allowed" },
    { 1999, "a code of tomorrow", "a code of tomorrow" },
    { 1999, NULL, "" },
};

START_TEST(a_finding_says_what_and_where)
{
    char file[] = "ie.xml";
    ogbv__diag_add(&list, &arena,
                   &(struct ogbv_diagnostic){ .code = rows[_i].code, .line = 7, .file = file },
                   rows[_i].detail);
    file[0] = '?';
    ck_assert_uint_eq(list.n, 1);
    const struct ogbv_diagnostic *diag = list.at[0];
    ck_assert_int_eq(diag->code, rows[_i].code);
    ck_assert_int_eq(diag->line, 7);
    ck_assert_str_eq(diag->file, "ie.xml");
    ck_assert_str_eq(diag->text, rows[_i].expected);
}
END_TEST

START_TEST(without_memory_the_arena_says_so)
{
    static const char detail[300] = { [0] = 'x' };
    for (size_t n = 1; n <= 2; n++) {
        tear_down();
        set_up();
        failing.fail_at = n;
        ogbv__diag_add(&list, &arena, &(struct ogbv_diagnostic){ .code = 1001 }, detail);
        ck_assert_uint_eq(list.n, 0);
        ck_assert(arena.failed);
    }
}
END_TEST

Suite *suite_diag(void)
{
    Suite *suite = suite_create("diag");
    TCase *tcase = tcase_create("diag");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, codes_are_in_order_and_have_a_meaning);
    tcase_add_loop_test(tcase, a_finding_says_what_and_where, 0, ROWS(rows));
    tcase_add_test(tcase, without_memory_the_arena_says_so);
    suite_add_tcase(suite, tcase);
    return suite;
}
