/* SPDX-License-Identifier: MIT */
/* Protects: what is written is JSON, byte for byte; and a caller who stops the writing is heard. */
#include "unit.h"

#include "report/json.h"

#include <string.h>

static char written[1 << 16];
static size_t n_written, stop_after;

static int32_t take(void *payload, const char *bytes, size_t n)
{
    ck_assert_ptr_eq(payload, written);
    ck_assert_uint_lt(n_written + n, sizeof written);
    memcpy(written + n_written, bytes, n);
    n_written += n;
    written[n_written] = '\0';
    return stop_after > 0 && n_written >= stop_after;
}

static struct ogbv__json json;

static void set_up(void)
{
    n_written = stop_after = 0;
    ogbv__json_init(&json, take, written);
}

static const struct {
    const char *text, *expected;
} texts[] = {
    { "", "\"\"\n" },
    { "plain", "\"plain\"\n" },
    { "\"quoted\" and \\", "\"\\\"quoted\\\" and \\\\\"\n" },
    { "a\nb\tc\rd\be\ff", "\"a\\nb\\tc\\rd\\be\\ff\"\n" },
    { "\x01\x1f\x7f", "\"\\u0001\\u001f\\u007f\"\n" },
    { "S\u00edoch\u00e1na \u2019 \U0001F600", "\"S\u00edoch\u00e1na \u2019 \U0001F600\"\n" },
    { NULL, "null\n" },
};

START_TEST(texts_are_escaped)
{
    ogbv__json_text(&json, NULL, texts[_i].text);
    ck_assert(ogbv__json_finish(&json));
    ck_assert_str_eq(written, texts[_i].expected);
}
END_TEST

static const struct {
    int64_t value;
    const char *expected;
} numbers[] = {
    { 0, "0\n" }, { -1, "-1\n" }, { 120, "120\n" },
    { INT64_MAX, "9223372036854775807\n" }, { INT64_MIN, "-9223372036854775808\n" },
};

START_TEST(numbers_are_exact)
{
    ogbv__json_int(&json, NULL, numbers[_i].value);
    ck_assert(ogbv__json_finish(&json));
    ck_assert_str_eq(written, numbers[_i].expected);
}
END_TEST

START_TEST(members_stand_a_line_each)
{
    ogbv__json_object(&json, NULL);
    ogbv__json_text(&json, "a", "x");
    ogbv__json_object(&json, "b");
    ogbv__json_bool(&json, "c", 1);
    ogbv__json_bool(&json, "d", 0);
    ogbv__json_object_end(&json);
    ogbv__json_array(&json, "e");
    ogbv__json_null(&json, NULL);
    ogbv__json_int(&json, NULL, 2);
    ogbv__json_array_end(&json);
    ogbv__json_text_or_null(&json, "f", "");
    ogbv__json_object_end(&json);
    ck_assert(ogbv__json_finish(&json));
    ck_assert_str_eq(written, "{\n  \"a\": \"x\",\n  \"b\": {\n    \"c\": true,\n    \"d\": false\n"
                              "  },\n  \"e\": [\n    null,\n    2\n  ],\n  \"f\": null\n}\n");
}
END_TEST

START_TEST(what_is_opened_on_a_line_stays_on_it)
{
    ogbv__json_array(&json, NULL);
    ogbv__json_object_line(&json, NULL);
    ogbv__json_int(&json, "a", 1);
    ogbv__json_array(&json, "b");
    ogbv__json_int(&json, NULL, 2);
    ogbv__json_int(&json, NULL, 3);
    ogbv__json_array_end(&json);
    ogbv__json_object_end(&json);
    ogbv__json_array_line(&json, NULL);
    ogbv__json_array_end(&json);
    ogbv__json_int(&json, NULL, 4);
    ogbv__json_array_end(&json);
    ck_assert(ogbv__json_finish(&json));
    ck_assert_str_eq(written, "[\n  {\"a\": 1, \"b\": [2, 3]},\n  [],\n  4\n]\n");
}
END_TEST

START_TEST(what_is_empty_is_written_short)
{
    ogbv__json_array(&json, NULL);
    ogbv__json_object(&json, NULL);
    ogbv__json_object_end(&json);
    ogbv__json_array_end(&json);
    ck_assert(ogbv__json_finish(&json));
    ck_assert_str_eq(written, "[\n  {}\n]\n");
}
END_TEST

START_TEST(a_caller_who_stops_is_asked_no_more)
{
    stop_after = 1;
    ogbv__json_array(&json, NULL);
    for (int i = 0; i < 5000; i++)
        ogbv__json_text(&json, NULL, "text");
    ogbv__json_array_end(&json);
    ck_assert(!ogbv__json_finish(&json));
    ck_assert_uint_eq(n_written, OGBV__SINK_SIZE);
}
END_TEST

START_TEST(nothing_stays_in_the_buffer)
{
    ogbv__json_text(&json, NULL, "nobody knows");
    ck_assert(ogbv__json_finish(&json));
    for (size_t i = 0; i < 20; i++)
        ck_assert_int_eq(json.sink.bytes[i], 0);
}
END_TEST

Suite *suite_json(void)
{
    Suite *suite = suite_create("json");
    TCase *tcase = tcase_create("json");
    tcase_add_checked_fixture(tcase, set_up, NULL);
    tcase_add_loop_test(tcase, texts_are_escaped, 0, ROWS(texts));
    tcase_add_loop_test(tcase, numbers_are_exact, 0, ROWS(numbers));
    tcase_add_test(tcase, members_stand_a_line_each);
    tcase_add_test(tcase, what_is_opened_on_a_line_stays_on_it);
    tcase_add_test(tcase, what_is_empty_is_written_short);
    tcase_add_test(tcase, a_caller_who_stops_is_asked_no_more);
    tcase_add_test(tcase, nothing_stays_in_the_buffer);
    suite_add_tcase(suite, tcase);
    return suite;
}
