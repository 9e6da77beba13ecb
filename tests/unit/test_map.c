/* SPDX-License-Identifier: MIT */
/* Protects: every key that was put is found, none that was not, and the first value stays. */
#include "unit.h"

#include "base/buf.h"
#include "base/map.h"
#include "failing.h"

enum { KEYS = 5000 };

static struct failing failing;
static struct ogbv__arena arena;
static struct ogbv__map map;

static void set_up(void)
{
    failing = (struct failing){ 0 };
    ogbv__arena_init(&arena, &(struct ogbv__alloc){ failing_resize, &failing }, 0);
    ogbv__map_init(&map, &arena);
}

static void tear_down(void)
{
    ogbv__arena_free(&arena);
    ck_assert(failing_is_clean(&failing));
}

/* A key of its own: two calls with one number give equal texts in different places. */
static const char *key(int i)
{
    struct ogbv__buf buf;
    ogbv__buf_init(&buf, &arena.alloc);
    ogbv__buf_texts(&buf, "fact.number-", (char *)NULL);
    ogbv__buf_int(&buf, i);
    const char *text = ogbv__arena_string(&arena, ogbv__buf_string(&buf));
    ogbv__buf_free(&buf);
    return text;
}

START_TEST(an_empty_map_holds_nothing)
{
    ck_assert_ptr_null(ogbv__map_get(&map, ""));
    ck_assert_ptr_null(ogbv__map_get(&map, "a"));
}
END_TEST

START_TEST(many_keys_are_found_again)
{
    static char values[KEYS];
    for (int i = 0; i < KEYS; i++)
        ck_assert_ptr_null(ogbv__map_put(&map, key(i), &values[i]));
    ck_assert_uint_eq(map.n, KEYS);
    for (int i = 0; i < KEYS; i++)
        ck_assert_ptr_eq(ogbv__map_get(&map, key(i)), &values[i]);
    for (int i = KEYS; i < 2 * KEYS; i++)
        ck_assert_ptr_null(ogbv__map_get(&map, key(i)));
}
END_TEST

START_TEST(put_keeps_the_first_and_set_the_last)
{
    int first, second;
    ck_assert_ptr_null(ogbv__map_put(&map, "a", &first));
    ck_assert_ptr_eq(ogbv__map_put(&map, "a", &second), &first);
    ck_assert_ptr_eq(ogbv__map_get(&map, "a"), &first);
    ogbv__map_set(&map, "a", &second);
    ck_assert_ptr_eq(ogbv__map_get(&map, "a"), &second);
    ogbv__map_set(&map, "b", &first);
    ck_assert_ptr_eq(ogbv__map_get(&map, "b"), &first);
    ck_assert_uint_eq(map.n, 2);
}
END_TEST

START_TEST(without_memory_the_arena_says_so)
{
    int value;
    failing.fail_at = 1;
    ck_assert_ptr_null(ogbv__map_put(&map, "a", &value));
    ogbv__map_set(&map, "a", &value);
    ck_assert(arena.failed);
    ck_assert_ptr_null(ogbv__map_get(&map, "a"));
}
END_TEST

Suite *suite_map(void)
{
    Suite *suite = suite_create("map");
    TCase *tcase = tcase_create("map");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, an_empty_map_holds_nothing);
    tcase_add_test(tcase, many_keys_are_found_again);
    tcase_add_test(tcase, put_keeps_the_first_and_set_the_last);
    tcase_add_test(tcase, without_memory_the_arena_says_so);
    suite_add_tcase(suite, tcase);
    return suite;
}
