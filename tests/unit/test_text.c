/* SPDX-License-Identifier: MIT */
/* Protects: text means the same under every locale, and nothing but valid ids, places, numbers and
 * UTF-8 gets in. */
#include "unit.h"

#include "base/text.h"

#include <string.h>

#define BYTES(text) text, sizeof(text) - 1
#define TWENTY "aaaaaaaaaaaaaaaaaaaa"
#define NINETY_FIVE TWENTY TWENTY TWENTY TWENTY "aaaaaaaaaaaaaaa"

static const struct {
    const char *bytes;
    size_t n;
    int valid;
} utf8[] = {
    { BYTES(""), 1 },
    { BYTES("plain \t\r\n text ~"), 1 },
    { BYTES("\xc2\xa0"), 1 },                   /* U+00A0, the first that is no control */
    { BYTES("\xdf\xbf\xe0\xa0\x80"), 1 },       /* U+07FF, U+0800 */
    { BYTES("\xed\x9f\xbf\xee\x80\x80"), 1 },   /* around the surrogates */
    { BYTES("\xf0\x90\x80\x80\xf4\x8f\xbf\xbf"), 1 },
    { BYTES("\0"), 0 },
    { BYTES("\x1b"), 0 },
    { BYTES("\x7f"), 0 },
    { BYTES("\xc2\x9f"), 0 },                   /* U+009F, a control */
    { BYTES("\x80"), 0 },
    { BYTES("\xc2"), 0 },
    { BYTES("\xc2\x41"), 0 },
    { BYTES("\xc0\xaf"), 0 },                   /* overlong */
    { BYTES("\xc1\xbf"), 0 },
    { BYTES("\xe0\x9f\xbf"), 0 },
    { BYTES("\xf0\x8f\xbf\xbf"), 0 },
    { BYTES("\xe2\x82"), 0 },                   /* cut short */
    { BYTES("\xf0\x9f\x92"), 0 },
    { BYTES("\xed\xa0\x80"), 0 },               /* surrogates */
    { BYTES("\xed\xbf\xbf"), 0 },
    { BYTES("\xf4\x90\x80\x80"), 0 },           /* above U+10FFFF */
    { BYTES("\xf8\x88\x80\x80\x80"), 0 },
    { BYTES("\xff"), 0 },
};

START_TEST(utf8_is_strict)
{
    ck_assert_int_eq(ogbv__text_is_utf8(utf8[_i].bytes, utf8[_i].n), utf8[_i].valid);
}
END_TEST

static const struct {
    const char *text;
    int valid;
} ids[] = {
    { "a", 1 }, { "share.done", 1 }, { "gb-eaw.soa2003-66b-1", 1 }, { "1-", 1 },
    { NINETY_FIVE "b", 1 }, { NINETY_FIVE "bc", 0 },
    { "", 0 }, { ".", 0 }, { ".a", 0 }, { "a.", 0 }, { "a..b", 0 }, { "A", 0 }, { "a b", 0 },
    { "a_b", 0 },
    { "\xc3\xa9", 0 }, { "a/b", 0 },
};

START_TEST(ids_are_ascii_parts_joined_by_dots)
{
    ck_assert_int_eq(ogbv__text_is_id(ids[_i].text), ids[_i].valid);
}
END_TEST

static const struct {
    const char *text;
    int valid;
} places[] = {
    { "ie", 1 }, { "us-ca", 1 }, { "gb-eaw", 1 }, { "au-2", 1 }, { "eu", 1 },
    { "", 0 }, { "i", 0 }, { "irl", 0 }, { "IE", 0 }, { "us-", 0 }, { "us-cali", 0 },
    { "us_ca", 0 },
    { "us-CA", 0 }, { "u1", 0 }, { "us-c ", 0 }, { "us-c-", 0 },
};

START_TEST(places_are_iso_3166)
{
    ck_assert_int_eq(ogbv__text_is_place(places[_i].text), places[_i].valid);
    ck_assert_int_eq(ogbv__place_code(places[_i].text) != 0, places[_i].valid);
}
END_TEST

START_TEST(places_come_back)
{
    char out[8];
    if (!places[_i].valid)
        return;
    ogbv__place_text(ogbv__place_code(places[_i].text), out);
    ck_assert_str_eq(out, places[_i].text);
}
END_TEST

static const struct {
    const char *part, *whole;
    int within;
} nested[] = {
    { "us-ca", "us", 1 }, { "us", "us", 1 }, { "us-ca", "us-ca", 1 }, { "us", "us-ca", 0 },
    { "us-ca", "us-ny", 0 }, { "ca", "us", 0 }, { "us-c", "us-ca", 0 }, { "us-ca", "us-c", 0 },
    { "us-ca", NULL, 0 }, { NULL, "us", 0 }, { NULL, NULL, 0 },
};

START_TEST(a_part_lies_within_its_country)
{
    ck_assert_int_eq(ogbv__place_within(ogbv__place_code(nested[_i].part),
                                        ogbv__place_code(nested[_i].whole)), nested[_i].within);
}
END_TEST

START_TEST(places_order_as_their_texts)
{
    static const char *const sorted[] = { "gb", "gb-eaw", "gb-eng", "ie", "us", "us-ca", "us-n",
                                          "us-ny" };
    for (int i = 1; i < ROWS(sorted); i++)
        ck_assert_int_lt(ogbv__place_code(sorted[i - 1]), ogbv__place_code(sorted[i]));
}
END_TEST

static const struct {
    const char *text;
    int valid;
    int64_t value;
} ints[] = {
    { "0", 1, 0 }, { "-0", 1, 0 }, { "17", 1, 17 }, { "-17", 1, -17 }, { "007", 1, 7 },
    { "9223372036854775807", 1, INT64_MAX }, { "9223372036854775808", 0, 0 },
    { "-9223372036854775808", 1, INT64_MIN }, { "-9223372036854775809", 0, 0 },
    { "99999999999999999999999", 0, 0 }, { "", 0, 0 }, { "-", 0, 0 }, { "+1", 0, 0 },
    { "1 ", 0, 0 },
    { " 1", 0, 0 }, { "1.0", 0, 0 }, { "0x10", 0, 0 }, { "--1", 0, 0 },
};

START_TEST(numbers_are_read_exactly)
{
    int64_t value = 0;
    ck_assert_int_eq(ogbv__text_int(ints[_i].text, &value), ints[_i].valid);
    ck_assert_int_eq(value, ints[_i].value);
}
END_TEST

START_TEST(words_are_walked)
{
    static const char *const expected[] = { "one", "two", "three" };
    const char *list = "  one two\n\tthree ";
    size_t n;
    for (int i = 0; i < 3; i++) {
        const char *word = ogbv__text_word(&list, &n);
        ck_assert_uint_eq(n, strlen(expected[i]));
        ck_assert_mem_eq(word, expected[i], n);
    }
    ck_assert_ptr_null(ogbv__text_word(&list, &n));
    ck_assert_uint_eq(n, 0);
    ck_assert_ptr_null(ogbv__text_word(&list, &n));
}
END_TEST

static const struct {
    const char *a, *b;
    int limit, expected;
} edits[] = {
    { "", "", 3, 0 }, { "abc", "abc", 3, 0 }, { "abc", "", 3, 3 }, { "", "abc", 3, 3 },
    { "share.done", "share.dine", 3, 1 }, { "share.done", "shared.one", 3, 2 },
    { "kitten", "sitting", 3, 3 }, { "kitten", "sitting", 2, 3 }, { "abcdef", "uvwxyz", 3, 4 },
    { NINETY_FIVE "b", NINETY_FIVE "c", 3, 1 }, { NINETY_FIVE "bc", NINETY_FIVE "bc", 3, 4 },
};

START_TEST(nearness_counts_edits)
{
    ck_assert_int_eq(ogbv__text_distance(edits[_i].a, edits[_i].b, edits[_i].limit),
                     edits[_i].expected);
    ck_assert_int_eq(ogbv__text_distance(edits[_i].b, edits[_i].a, edits[_i].limit),
                     edits[_i].expected);
}
END_TEST

START_TEST(comparing_takes_null)
{
    ck_assert(ogbv__text_equal(NULL, NULL));
    ck_assert(!ogbv__text_equal(NULL, ""));
    ck_assert(!ogbv__text_equal("", NULL));
    ck_assert(ogbv__text_equal("a", "a"));
    ck_assert(!ogbv__text_equal("a", "A"));
    ck_assert(ogbv__text_starts("abc", "ab"));
    ck_assert(ogbv__text_starts("abc", ""));
    ck_assert(!ogbv__text_starts("ab", "abc"));
}
END_TEST

START_TEST(classes_are_ascii)
{
    char c = (char)_i;
    ck_assert_int_eq(ogbv__is_digit(c), _i < 128 && strchr("0123456789", c) && c);
    ck_assert_int_eq(ogbv__is_space(c), _i < 128 && strchr(" \t\r\n", c) && c);
    ck_assert_int_eq(ogbv__is_lower(c), _i < 128 && strchr("abcdefghijklmnopqrstuvwxyz", c) && c);
}
END_TEST

Suite *suite_text(void)
{
    Suite *suite = suite_create("text");
    TCase *tcase = tcase_create("text");
    tcase_add_loop_test(tcase, utf8_is_strict, 0, ROWS(utf8));
    tcase_add_loop_test(tcase, ids_are_ascii_parts_joined_by_dots, 0, ROWS(ids));
    tcase_add_loop_test(tcase, places_are_iso_3166, 0, ROWS(places));
    tcase_add_loop_test(tcase, places_come_back, 0, ROWS(places));
    tcase_add_loop_test(tcase, a_part_lies_within_its_country, 0, ROWS(nested));
    tcase_add_test(tcase, places_order_as_their_texts);
    tcase_add_loop_test(tcase, numbers_are_read_exactly, 0, ROWS(ints));
    tcase_add_test(tcase, words_are_walked);
    tcase_add_loop_test(tcase, nearness_counts_edits, 0, ROWS(edits));
    tcase_add_test(tcase, comparing_takes_null);
    tcase_add_loop_test(tcase, classes_are_ascii, 0, 256);
    suite_add_tcase(suite, tcase);
    return suite;
}
