/* SPDX-License-Identifier: MIT */
/* Protects: the last day of every start of a year, compared with a count that knows nothing but how
 * long months are and which days are holidays (semantics 10.2, 10.3, 10.6). */
#include "unit.h"

#include "world.h"

#include <stdio.h>
#include <string.h>

#define LAW(end) \
    LAND(REMEDY("r", TEXT("") DEADLINE("t", "for='applicant' effect='bars'", end)))

struct day {
    int year, month, day, weekday;      /* weekday 0 is Monday */
};

static int length_of(int year, int month)
{
    static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    int leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return lengths[month - 1] + (month == 2 && leap);
}

static void step(struct day *day)
{
    day->weekday = (day->weekday + 1) % 7;
    if (++day->day <= length_of(day->year, day->month))
        return;
    day->day = 1;
    if (++day->month > 12) {
        day->month = 1;
        day->year++;
    }
}

static void step_back(struct day *day)
{
    day->weekday = (day->weekday + 6) % 7;
    if (--day->day >= 1)
        return;
    if (--day->month < 1) {
        day->month = 12;
        day->year--;
    }
    day->day = length_of(day->year, day->month);
}

static int is_working(const struct day *day)
{
    int spring = day->year == 2026 && day->month == 5 && day->day == 4;
    int new_year = day->year == 2027 && day->month == 1 && day->day == 1;
    return day->weekday < 5 && !spring && !new_year;
}

static const struct {
    int days, months, working, up, counts, roll;
} sweeps[] = {
    { .days = 1 }, { .days = 40, .counts = 1 }, { .days = 14, .roll = 1 },
    { .days = 31, .roll = -1 }, { .months = 1 }, { .months = 1, .up = 1 },
    { .months = 1, .up = 1, .counts = 1 }, { .months = 3, .roll = 1 },
    { .months = 5, .up = 1, .roll = -1 }, { .working = 1 }, { .working = 7 },
    { .working = 10, .counts = 1 }, { .months = 12 }, { .months = 12, .up = 1, .counts = 1 },
};

/* Walks to the day so many months later by the days between. */
static void walk_months(struct day *day, int months, int up)
{
    int month = day->month - 1 + months, number = day->day;
    int year = day->year + month / 12;
    month = month % 12 + 1;
    int exists = number <= length_of(year, month);
    while (day->year != year || day->month != month)
        step(day);
    while (day->day != (exists ? number : length_of(year, month)))
        step(day);
    if (!exists && up)
        step(day);
}

static struct day walk(struct day day, size_t i)
{
    int left = sweeps[i].working;
    left -= left > 0 && sweeps[i].counts && is_working(&day);
    for (int n = 0; n < sweeps[i].days; n++)
        step(&day);
    walk_months(&day, sweeps[i].months, sweeps[i].up);
    while (left > 0) {
        step(&day);
        left -= is_working(&day);
    }
    if (sweeps[i].counts && !sweeps[i].working)
        step_back(&day);
    while (sweeps[i].roll && !is_working(&day))
        (sweeps[i].roll > 0 ? step : step_back)(&day);
    return day;
}

static void write_law(char *law, size_t size, size_t i)
{
    int months = sweeps[i].months;
    const char *unit = months == 12 ? "year" : months ? "month"
        : sweeps[i].working ? "working-day" : "day";
    const char *roll = sweeps[i].roll > 0 ? "roll='next' calendar='xa'"
        : sweeps[i].roll < 0 ? "roll='previous' calendar='xa'"
        : sweeps[i].working ? "calendar='xa'" : "";
    snprintf(law, size, LAW("<end amount='%d' unit='%s' first-day='%s' %s %s>"
                            "<start fact='start'/></end>"),
             months == 12 ? 1 : months + sweeps[i].days + sweeps[i].working, unit,
             sweeps[i].counts ? "counts" : "excluded",
             !months ? "" : sweeps[i].up ? "month-rounding='up'" : "month-rounding='down'", roll);
}

START_TEST(every_start_of_a_year)
{
    char law[2048], facts[32], expected[16];
    struct day day = { 2026, 1, 5, 0 };     /* a Monday */
    write_law(law, sizeof law, (size_t)_i);
    ogbv_db *db = world_law(law);
    for (; day.year == 2026; step(&day)) {
        struct day end = walk(day, (size_t)_i);
        snprintf(facts, sizeof facts, "start=%04d-%02d-%02d", day.year, day.month, day.day);
        snprintf(expected, sizeof expected, "%04d-%02d-%02d", end.year, end.month, end.day);
        ogbv_result *result = world_assess(db, "xa", "2026-01-01", facts);
        const ogbv_due *due = ogbv_finding_due_at(ogbv_finding_find(result, "xa.r"), 0);
        ck_assert_msg(strcmp(ogbv_due_date(due), expected) == 0, "%s: %s, not %s", facts,
                      ogbv_due_date(due), expected);
        ck_assert(ogbv_due_certain(due));
        ogbv_result_unref(result);
    }
    ogbv_db_unref(db);
}
END_TEST

Suite *suite_counting(void)
{
    Suite *suite = suite_create("counting");
    TCase *tcase = tcase_create("counting");
    tcase_add_loop_test(tcase, every_start_of_a_year, 0, ROWS(sweeps));
    suite_add_tcase(suite, tcase);
    return suite;
}
