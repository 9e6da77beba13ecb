/* SPDX-License-Identifier: MIT */
/* Protects: unknown is never no. */
#include "unit.h"

#include "base/trit.h"

enum { N = OGBV__NO, U = OGBV__UNKNOWN, Y = OGBV__YES };

static const struct {
    ogbv__trit a, b, and, or;
} pairs[] = {
    { N, N, N, N }, { N, U, N, U }, { N, Y, N, Y },
    { U, N, N, U }, { U, U, U, U }, { U, Y, U, Y },
    { Y, N, N, Y }, { Y, U, U, Y }, { Y, Y, Y, Y },
};

START_TEST(follows_kleene)
{
    ck_assert_int_eq(ogbv__trit_and(pairs[_i].a, pairs[_i].b), pairs[_i].and);
    ck_assert_int_eq(ogbv__trit_or(pairs[_i].a, pairs[_i].b), pairs[_i].or);
}
END_TEST

START_TEST(not_swaps_and_keeps_unknown)
{
    ck_assert_int_eq(ogbv__trit_not(N), Y);
    ck_assert_int_eq(ogbv__trit_not(U), U);
    ck_assert_int_eq(ogbv__trit_not(Y), N);
}
END_TEST

START_TEST(planes_give_the_same_three_values)
{
    ck_assert_int_eq(ogbv__trit_of(0, 0), U);
    ck_assert_int_eq(ogbv__trit_of(1, 0), Y);
    ck_assert_int_eq(ogbv__trit_of(0, 1), N);
    ck_assert_int_eq(ogbv__trit_of(0x80, 0), Y);
}
END_TEST

START_TEST(de_morgan_holds)
{
    ogbv__trit a = pairs[_i].a, b = pairs[_i].b;
    ck_assert_int_eq(ogbv__trit_not(ogbv__trit_and(a, b)),
                     ogbv__trit_or(ogbv__trit_not(a), ogbv__trit_not(b)));
}
END_TEST

Suite *suite_trit(void)
{
    Suite *suite = suite_create("trit");
    TCase *tcase = tcase_create("trit");
    tcase_add_loop_test(tcase, follows_kleene, 0, ROWS(pairs));
    tcase_add_loop_test(tcase, de_morgan_holds, 0, ROWS(pairs));
    tcase_add_test(tcase, not_swaps_and_keeps_unknown);
    tcase_add_test(tcase, planes_give_the_same_three_values);
    suite_add_tcase(suite, tcase);
    return suite;
}
