/* SPDX-License-Identifier: MIT */
/* Protects: a list keeps order, and loses nothing silently. */
#include "unit.h"

#include "base/vec.h"
#include "failing.h"

START_TEST(order_is_kept)
{
    static char marks[1000];
    struct failing failing = { 0 };
    struct ogbv__arena arena;
    struct ogbv__vec vec;
    ogbv__arena_init(&arena, &(struct ogbv__alloc){ failing_resize, &failing }, 0);
    ogbv__vec_init(&vec, &arena);
    for (size_t i = 0; i < sizeof marks; i++)
        ogbv__vec_push(&vec, &marks[i]);
    ck_assert_uint_eq(vec.n, sizeof marks);
    for (size_t i = 0; i < sizeof marks; i++)
        ck_assert_ptr_eq(vec.at[i], &marks[i]);
    ogbv__arena_free(&arena);
    ck_assert(failing_is_clean(&failing));
}
END_TEST

/* Pushes until the arena would fail; what was pushed before must still stand. */
static int push_many(struct failing *failing, void *payload)
{
    struct ogbv__arena arena;
    struct ogbv__vec vec;
    ogbv__arena_init(&arena, &(struct ogbv__alloc){ failing_resize, failing }, 0);
    ogbv__vec_init(&vec, &arena);
    for (int i = 0; i < 10000; i++)
        ogbv__vec_push(&vec, payload);
    for (size_t i = 0; i < vec.n; i++)
        ck_assert_ptr_eq(vec.at[i], payload);
    int succeeded = !arena.failed;
    ck_assert_int_eq(succeeded, vec.n == 10000);
    ogbv__arena_free(&arena);
    return succeeded;
}

START_TEST(without_memory_the_arena_says_so)
{
    struct failing failing = { 0 };
    int mark;
    ck_assert_int_gt(failing_each(&failing, push_many, &mark), 3);
}
END_TEST

Suite *suite_vec(void)
{
    Suite *suite = suite_create("vec");
    TCase *tcase = tcase_create("vec");
    tcase_add_test(tcase, order_is_kept);
    tcase_add_test(tcase, without_memory_the_arena_says_so);
    suite_add_tcase(suite, tcase);
    return suite;
}
