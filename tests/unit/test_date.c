/* SPDX-License-Identifier: MIT */
/* Protects: dates, and so deadlines, are right to the day. */
#include "unit.h"

#include "base/date.h"

#include <string.h>

/* Counts days as a child does: one more, until the month is over. */
static void step(struct ogbv__civil *civil)
{
    static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    int leap = civil->year % 400 == 0 || (civil->year % 4 == 0 && civil->year % 100 != 0);
    int length = civil->month == 2 && leap ? 29 : lengths[civil->month - 1];
    if (++civil->day <= length)
        return;
    civil->day = 1;
    if (++civil->month <= 12)
        return;
    civil->month = 1;
    civil->year++;
}

START_TEST(every_day_has_its_number)
{
    struct ogbv__civil civil = { 1583, 1, 1 };
    int64_t days = ogbv__date_days(civil);
    int weekday = OGBV__SATURDAY;       /* of 1 January 1583 */
    for (; civil.year <= 2400; step(&civil), days++, weekday = (weekday + 1) % 7) {
        struct ogbv__civil back = ogbv__date_civil(days);
        int same = back.year == civil.year && back.month == civil.month && back.day == civil.day;
        if (!same || ogbv__date_days(civil) != days || ogbv__date_weekday(days) != weekday)
            ck_abort_msg("%04d-%02d-%02d", civil.year, civil.month, civil.day);
    }
    ck_assert_int_eq(days, 157420);     /* 2401-01-01 */
}
END_TEST

static const struct {
    const char *text;
    int64_t days;
    int weekday;
} anchors[] = {
    { "1970-01-01", 0, OGBV__THURSDAY }, { "1969-12-31", -1, OGBV__WEDNESDAY },
    { "2000-02-29", 11016, OGBV__TUESDAY }, { "2000-03-01", 11017, OGBV__WEDNESDAY },
    { "2026-11-21", 20778, OGBV__SATURDAY }, { "1583-01-01", -141349, OGBV__SATURDAY },
    { "9999-12-31", 2932896, OGBV__FRIDAY },
};

START_TEST(known_days_stand_where_they_should)
{
    int64_t days = 0;
    char text[11];
    ck_assert(ogbv__date_parse_day(anchors[_i].text, &days));
    ck_assert_int_eq(days, anchors[_i].days);
    ck_assert_int_eq(ogbv__date_weekday(days), anchors[_i].weekday);
    ogbv__date_text(days, text);
    ck_assert_str_eq(text, anchors[_i].text);
}
END_TEST

static const struct {
    const char *from;
    int64_t months;
    const char *down, *up;
} sums[] = {
    { "2026-01-31", 1, "2026-02-28", "2026-03-01" },
    { "2024-01-31", 1, "2024-02-29", "2024-03-01" },
    { "2024-01-29", 1, "2024-02-29", "2024-02-29" },
    { "2026-01-29", 1, "2026-02-28", "2026-03-01" },
    { "2026-03-31", -1, "2026-02-28", "2026-03-01" },
    { "2026-05-31", 1, "2026-06-30", "2026-07-01" },
    { "2024-02-29", 12, "2025-02-28", "2025-03-01" },
    { "2024-02-29", 48, "2028-02-29", "2028-02-29" },
    { "2025-12-15", 1, "2026-01-15", "2026-01-15" },
    { "2026-01-15", -1, "2025-12-15", "2025-12-15" },
    { "2026-01-15", -13, "2024-12-15", "2024-12-15" },
    { "2026-08-31", 0, "2026-08-31", "2026-08-31" },
    { "2026-10-31", 13, "2027-11-30", "2027-12-01" },
    { "2024-02-29", -48, "2020-02-29", "2020-02-29" },
    { "1900-01-31", 1, "1900-02-28", "1900-03-01" },
    { "9999-12-01", 1, "9999-12-31", "9999-12-31" },
    { "1583-01-15", -1, "1583-01-01", "1583-01-01" },
    { "2026-01-01", INT64_MAX, "9999-12-31", "9999-12-31" },
    { "2026-01-01", INT64_MIN, "1583-01-01", "1583-01-01" },
};

START_TEST(months_are_rounded_as_told)
{
    int64_t from = 0;
    char text[11];
    ck_assert(ogbv__date_parse_day(sums[_i].from, &from));
    ogbv__date_text(ogbv__date_add_months(from, sums[_i].months, OGBV__ROUND_DOWN), text);
    ck_assert_str_eq(text, sums[_i].down);
    ogbv__date_text(ogbv__date_add_months(from, sums[_i].months, OGBV__ROUND_UP), text);
    ck_assert_str_eq(text, sums[_i].up);
}
END_TEST

START_TEST(rounding_differs_only_where_the_day_is_missing)
{
    for (int64_t day = ogbv__date_days((struct ogbv__civil){ 2023, 1, 1 }), n = 0; n < 800; n++) {
        for (int64_t months = -30; months <= 30; months++) {
            int64_t down = ogbv__date_add_months(day + n, months, OGBV__ROUND_DOWN);
            int64_t up = ogbv__date_add_months(day + n, months, OGBV__ROUND_UP);
            int same = ogbv__date_civil(down).day == ogbv__date_civil(day + n).day;
            ck_assert_int_eq(up - down, same ? 0 : 1);
        }
    }
}
END_TEST

static const struct {
    const char *a, *b;
    int64_t months, years;
} spans[] = {
    { "2026-01-15", "2026-01-15", 0, 0 }, { "2026-01-15", "2026-02-14", 0, 0 },
    { "2026-01-15", "2026-02-15", 1, 0 }, { "2026-01-31", "2026-02-28", 0, 0 },
    { "2026-01-31", "2026-03-01", 1, 0 }, { "2008-11-22", "2026-11-21", 215, 17 },
    { "2008-11-21", "2026-11-21", 216, 18 }, { "2004-02-29", "2022-02-28", 215, 17 },
    { "2004-02-29", "2022-03-01", 216, 18 }, { "2025-12-31", "2026-01-01", 0, 0 },
};

START_TEST(spans_count_whole_months_both_ways)
{
    int64_t a = 0, b = 0;
    ck_assert(ogbv__date_parse_day(spans[_i].a, &a) && ogbv__date_parse_day(spans[_i].b, &b));
    ck_assert_int_eq(ogbv__date_months_between(a, b), spans[_i].months);
    ck_assert_int_eq(ogbv__date_months_between(b, a), -spans[_i].months);
    ck_assert_int_eq(ogbv__date_years_between(a, b), spans[_i].years);
    ck_assert_int_eq(ogbv__date_years_between(b, a), -spans[_i].years);
}
END_TEST

START_TEST(a_span_is_the_most_months_that_fit)
{
    int64_t start = ogbv__date_days((struct ogbv__civil){ 2023, 12, 1 });
    for (int64_t a = start; a < start + 120; a++) {
        for (int64_t b = a; b < a + 500; b++) {
            int64_t months = ogbv__date_months_between(a, b);
            ck_assert_int_le(ogbv__date_add_months(a, months, OGBV__ROUND_UP), b);
            ck_assert_int_gt(ogbv__date_add_months(a, months + 1, OGBV__ROUND_UP), b);
        }
    }
}
END_TEST

static const struct {
    const char *text, *first, *last;
} dates[] = {
    { "2024", "2024-01-01", "2024-12-31" }, { "2024-02", "2024-02-01", "2024-02-29" },
    { "2023-02", "2023-02-01", "2023-02-28" }, { "2024-02-29", "2024-02-29", "2024-02-29" },
    { "1583", "1583-01-01", "1583-12-31" }, { "9999-12", "9999-12-01", "9999-12-31" },
};

START_TEST(parts_of_dates_are_read)
{
    int64_t first = 0, last = 0;
    char text[11];
    ck_assert(ogbv__date_parse(dates[_i].text, &first, &last));
    ogbv__date_text(first, text);
    ck_assert_str_eq(text, dates[_i].first);
    ogbv__date_text(last, text);
    ck_assert_str_eq(text, dates[_i].last);
    ck_assert_int_eq(ogbv__date_parse_day(dates[_i].text, &first), strlen(dates[_i].text) == 10);
}
END_TEST

static const char *const not_dates[] = {
    "", "202", "20245", "1582", "2024-", "2024-0", "2024-00", "2024-13", "2024-1-1", "2024-02-30",
    "2023-02-29", "1900-02-29", "2024-02-00", "2024-02-1", "2024-02-290", " 2024", "2024 ",
    "2024/02", "-2024", "2024-02-29T", "2024-04-31",
};

START_TEST(what_is_no_date_is_refused)
{
    int64_t first = 7, last = 7;
    ck_assert(!ogbv__date_parse(not_dates[_i], &first, &last));
    ck_assert(!ogbv__date_parse_day(not_dates[_i], &first));
    ck_assert(first == 7 && last == 7);
}
END_TEST

static const struct {
    const char *text;
    int64_t seconds;
    int32_t offset;
    const char *back, *day;
} instants[] = {
    { "1970-01-01T00:00:00Z", 0, 0, "1970-01-01T00:00:00Z", "1970-01-01" },
    { "1970-01-01T00:00:00+00:00", 0, 0, "1970-01-01T00:00:00Z", "1970-01-01" },
    { "2026-05-20T10:00:00+02:00", 1779264000, 120, "2026-05-20T10:00:00+02:00", "2026-05-20" },
    { "2026-05-20T23:30:00-07:30", 1779346800, -450, "2026-05-20T23:30:00-07:30", "2026-05-20" },
    { "1969-12-31T23:59:59Z", -1, 0, "1969-12-31T23:59:59Z", "1969-12-31" },
    { "1970-01-01T00:30:00+01:00", -1800, 60, "1970-01-01T00:30:00+01:00", "1970-01-01" },
};

START_TEST(instants_carry_their_offset)
{
    int64_t seconds = 0;
    int32_t offset = 0;
    char text[26];
    ck_assert(ogbv__instant_parse(instants[_i].text, &seconds, &offset));
    ck_assert_int_eq(seconds, instants[_i].seconds);
    ck_assert_int_eq(offset, instants[_i].offset);
    ogbv__instant_text(seconds, offset, text);
    ck_assert_str_eq(text, instants[_i].back);
    ogbv__date_text(ogbv__instant_day(seconds, offset), text);
    ck_assert_str_eq(text, instants[_i].day);
}
END_TEST

static const char *const not_instants[] = {
    "2026-05-20T10:00:00", "2026-05-20T10:00Z", "2026-05-20T10:00:00.5Z", "2026-05-20 10:00:00Z",
    "2026-05-20t10:00:00Z", "2026-05-20T10:00:00z", "2026-05-20T24:00:00Z",
    "2026-05-20T10:60:00Z", "2026-05-20T10:00:60Z", "2026-05-32T10:00:00Z",
    "2026-05-20T10:00:00+24:00", "2026-05-20T10:00:00+0200", "2026-05-20T10:00:00+02:60",
    "2026-05-20T10:00:00Zx", "2026-05-20T10:00:00", "2026-05", "",
};

START_TEST(what_is_no_instant_is_refused)
{
    int64_t seconds = 7;
    int32_t offset = 7;
    ck_assert(!ogbv__instant_parse(not_instants[_i], &seconds, &offset));
    ck_assert(seconds == 7 && offset == 7);
}
END_TEST

START_TEST(text_stays_within_its_bounds)
{
    char date[11];
    ogbv__date_text(INT64_MAX, date);
    ck_assert_str_eq(date, "9999-12-31");
    ogbv__date_text(INT64_MIN, date);
    ck_assert_str_eq(date, "1583-01-01");
}
END_TEST

Suite *suite_date(void)
{
    Suite *suite = suite_create("date");
    TCase *tcase = tcase_create("date");
    tcase_add_test(tcase, every_day_has_its_number);
    tcase_add_loop_test(tcase, known_days_stand_where_they_should, 0, ROWS(anchors));
    tcase_add_loop_test(tcase, months_are_rounded_as_told, 0, ROWS(sums));
    tcase_add_test(tcase, rounding_differs_only_where_the_day_is_missing);
    tcase_add_loop_test(tcase, spans_count_whole_months_both_ways, 0, ROWS(spans));
    tcase_add_test(tcase, a_span_is_the_most_months_that_fit);
    tcase_add_loop_test(tcase, parts_of_dates_are_read, 0, ROWS(dates));
    tcase_add_loop_test(tcase, what_is_no_date_is_refused, 0, ROWS(not_dates));
    tcase_add_loop_test(tcase, instants_carry_their_offset, 0, ROWS(instants));
    tcase_add_loop_test(tcase, what_is_no_instant_is_refused, 0, ROWS(not_instants));
    tcase_add_test(tcase, text_stays_within_its_bounds);
    suite_add_tcase(suite, tcase);
    return suite;
}
