/* SPDX-License-Identifier: MIT */
/* Protects: numbers are written exactly, text made from facts is wiped when it moves, and a failure
 * is remembered. */
#include "unit.h"

#include "base/buf.h"
#include "failing.h"

#include <string.h>

static struct failing failing;
static struct ogbv__buf buf;

static void set_up(void)
{
    failing = (struct failing){ 0 };
    ogbv__buf_init(&buf, &(struct ogbv__alloc){ failing_resize, &failing });
}

static void tear_down(void)
{
    ogbv__buf_free(&buf);
    ck_assert(failing_is_clean(&failing));
    ck_assert_uint_eq(failing.moves, 0);
}

static const struct {
    int64_t value;
    int digits;                 /* 0: plain */
    const char *expected;
} numbers[] = {
    { 0, 0, "0" }, { 7, 0, "7" }, { -7, 0, "-7" }, { 1000000, 0, "1000000" },
    { INT64_MAX, 0, "9223372036854775807" }, { INT64_MIN, 0, "-9223372036854775808" },
    { 0, 2, "00" }, { 5, 2, "05" }, { 123, 2, "123" }, { 2026, 4, "2026" },
    { 1, 30, "00000000000000000001" },
};

START_TEST(numbers_are_exact)
{
    if (numbers[_i].digits == 0)
        ogbv__buf_int(&buf, numbers[_i].value);
    else
        ogbv__buf_padded(&buf, numbers[_i].value, numbers[_i].digits);
    ck_assert_str_eq(ogbv__buf_string(&buf), numbers[_i].expected);
}
END_TEST

START_TEST(pieces_are_joined)
{
    ck_assert_str_eq(ogbv__buf_string(&buf), "");
    ogbv__buf_text(&buf, "a");
    ogbv__buf_text(&buf, NULL);
    ogbv__buf_char(&buf, 'b');
    ogbv__buf_bytes(&buf, "cdx", 2);
    ogbv__buf_bytes(&buf, NULL, 0);
    ogbv__buf_texts(&buf, "e", "", "fg", (char *)NULL);
    ck_assert_str_eq(ogbv__buf_string(&buf), "abcdefg");
    ck_assert_uint_eq(buf.n, 7);
    ogbv__buf_clear(&buf);
    ck_assert_str_eq(ogbv__buf_string(&buf), "");
}
END_TEST

START_TEST(growing_keeps_the_text_and_wipes_the_old_place)
{
    failing.secret = "nobody knows";
    size_t length = strlen(failing.secret);
    for (size_t i = 0; i < 5000; i++)
        ogbv__buf_text(&buf, failing.secret);
    ck_assert_uint_eq(buf.n, 5000 * length);
    for (size_t i = 0; i < 5000; i++)
        ck_assert_mem_eq(buf.bytes + i * length, failing.secret, length);
    ck_assert_uint_eq(strlen(buf.bytes), buf.n);
}
END_TEST

START_TEST(clearing_wipes)
{
    ogbv__buf_text(&buf, "nobody knows");
    ogbv__buf_clear(&buf);
    for (size_t i = 0; i < 12; i++)
        ck_assert_int_eq(buf.bytes[i], 0);
}
END_TEST

START_TEST(every_length_leaves_room_for_the_end)
{
    static const char many[600];
    ogbv__buf_bytes(&buf, many, (size_t)_i);
    ck_assert_uint_eq(buf.n, (size_t)_i);
    ck_assert_uint_gt(buf.size, buf.n);
}
END_TEST

START_TEST(a_failure_is_remembered)
{
    static const char many[1000];
    failing.fail_at = 2;
    ogbv__buf_text(&buf, "a");
    ogbv__buf_bytes(&buf, many, sizeof many);
    ck_assert(buf.failed);
    ogbv__buf_char(&buf, 'b');
    ck_assert_str_eq(ogbv__buf_string(&buf), "");
    ogbv__buf_clear(&buf);
    ck_assert(buf.failed);
}
END_TEST

Suite *suite_buf(void)
{
    Suite *suite = suite_create("buf");
    TCase *tcase = tcase_create("buf");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_loop_test(tcase, numbers_are_exact, 0, ROWS(numbers));
    tcase_add_test(tcase, pieces_are_joined);
    tcase_add_test(tcase, growing_keeps_the_text_and_wipes_the_old_place);
    tcase_add_test(tcase, clearing_wipes);
    tcase_add_loop_test(tcase, every_length_leaves_room_for_the_end, 254, 258);
    tcase_add_test(tcase, a_failure_is_remembered);
    suite_add_tcase(suite, tcase);
    return suite;
}
