/* SPDX-License-Identifier: MIT */
/* Protects: no line is wider than the page, in characters; words are kept whole, none is lost. */
#include "unit.h"

#include "report/page.h"

#include <string.h>

static char written[1 << 16];
static size_t n_written;

static int32_t take(void *payload, const char *bytes, size_t n)
{
    (void)payload;
    ck_assert_uint_lt(n_written + n, sizeof written);
    memcpy(written + n_written, bytes, n);
    n_written += n;
    written[n_written] = '\0';
    return 0;
}

static struct ogbv__page page;

static void set_up(void)
{
    n_written = 0;
    written[0] = '\0';
    ogbv__page_init(&page, take, NULL);
}

#define NINE(x) x x x x x x x x x
#define TEN(x) NINE(x) x
#define NINE_AND_END(x) x " " x " " x " " x " " x " " x " " x " " x " " x "\n"

static const struct {
    int indent;
    const char *mark, *text, *expected;
} lines[] = {
    { 0, "", "a b", "a b\n" },
    { 0, "", "  a \n  b  ", "a b\n" },
    { 0, "", "", "\n" },
    { 2, "", "a", "  a\n" },
    { 2, "-", "a", "  - a\n" },
    { 0, "", NINE("12345678 ") "123456789", NINE("12345678 ") "123456789\n" },
    { 0, "", NINE("12345678 ") "1234567890", NINE_AND_END("12345678") "1234567890\n" },
    { 0, "", TEN("1234567890") "more", TEN("1234567890") "more\n" },
    { 0, "", "a " TEN("1234567890"), "a\n" TEN("1234567890") "\n" },
    { 2, "-", TEN("12345678 ") "x", "  - " NINE_AND_END("12345678") "    12345678 x\n" },
};

START_TEST(a_paragraph_is_wrapped)
{
    ogbv__page_line(&page, lines[_i].indent, lines[_i].mark, lines[_i].text);
    ck_assert(ogbv__page_finish(&page));
    ck_assert_str_eq(written, lines[_i].expected);
}
END_TEST

/* The widest line, in characters. */
static int widest(void)
{
    int widest_ = 0, width = 0;
    for (const char *p = written; *p; p++) {
        width = *p == '\n' ? 0 : width + (((unsigned char)*p & 0xc0) != 0x80);
        widest_ = width > widest_ ? width : widest_;
    }
    return widest_;
}

START_TEST(the_width_is_kept_and_used)
{
    ogbv__page_begin(&page, _i, "*");
    for (int i = 0; i < 300; i++)
        ogbv__page_text(&page, i % 3 ? "\u00e9\u00e9 " : "\u2019a ");
    ogbv__page_end(&page);
    ck_assert(ogbv__page_finish(&page));
    ck_assert_int_le(widest(), OGBV__PAGE_WIDTH);
    ck_assert_int_gt(widest(), OGBV__PAGE_WIDTH - 3);
    ck_assert_ptr_null(strstr(written, " \n"));
}
END_TEST

START_TEST(pieces_join_unless_a_space_parts_them)
{
    ogbv__page_begin(&page, 0, "");
    ogbv__page_texts(&page, "one", "(", NULL);
    ogbv__page_int(&page, -12);
    ogbv__page_texts(&page, ")", " two", " ", "three", ".", NULL);
    ogbv__page_bytes(&page, "xyz", 1);
    ogbv__page_end(&page);
    ck_assert(ogbv__page_finish(&page));
    ck_assert_str_eq(written, "one(-12) two three.x\n");
}
END_TEST

START_TEST(gaps_are_single)
{
    ogbv__page_heading(&page, "HEAD");
    ogbv__page_gap(&page);
    ogbv__page_line(&page, 0, "", "text");
    ogbv__page_gap(&page);
    ogbv__page_heading(&page, "NEXT");
    ck_assert(ogbv__page_finish(&page));
    ck_assert_str_eq(written, "HEAD\n\ntext\n\nNEXT\n\n");
}
END_TEST

START_TEST(a_word_longer_than_its_buffer_is_not_lost)
{
    char word[1000];
    memset(word, 'x', sizeof word - 1);
    word[sizeof word - 1] = '\0';
    ogbv__page_line(&page, 0, "", word);
    ck_assert(ogbv__page_finish(&page));
    size_t kept = 0;
    for (const char *p = written; *p; p++)
        kept += *p == 'x';
    ck_assert_uint_eq(kept, sizeof word - 1);
}
END_TEST

Suite *suite_page(void)
{
    Suite *suite = suite_create("page");
    TCase *tcase = tcase_create("page");
    tcase_add_checked_fixture(tcase, set_up, NULL);
    tcase_add_loop_test(tcase, a_paragraph_is_wrapped, 0, ROWS(lines));
    tcase_add_loop_test(tcase, the_width_is_kept_and_used, 0, 20);
    tcase_add_test(tcase, pieces_join_unless_a_space_parts_them);
    tcase_add_test(tcase, gaps_are_single);
    tcase_add_test(tcase, a_word_longer_than_its_buffer_is_not_lost);
    suite_add_tcase(suite, tcase);
    return suite;
}
