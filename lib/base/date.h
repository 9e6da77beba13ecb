/* SPDX-License-Identifier: MIT */
/* Civil dates as day numbers (0 = 1970-01-01, proleptic Gregorian), years 1583 to 9999. Knows no
 * clock and no time zone: an instant carries the offset it was written with. */
#ifndef OGBV_BASE_DATE_H
#define OGBV_BASE_DATE_H

#include <stdint.h>

struct ogbv__civil {
    int32_t year, month, day;   /* month and day from 1 */
};

enum { OGBV__ROUND_DOWN, OGBV__ROUND_UP };
enum { OGBV__MONDAY, OGBV__TUESDAY, OGBV__WEDNESDAY, OGBV__THURSDAY, OGBV__FRIDAY, OGBV__SATURDAY,
       OGBV__SUNDAY };

int64_t ogbv__date_days(struct ogbv__civil civil);
struct ogbv__civil ogbv__date_civil(int64_t days);
int ogbv__date_weekday(int64_t days);
int32_t ogbv__date_month_length(int32_t year, int32_t month);

/* Adds months; a day that the month does not have is rounded down (its last day) or up (the first
 * of the next). What lies beyond the years is their first or last day. */
int64_t ogbv__date_add_months(int64_t days, int64_t months, int rounding);

/* Whole months or years from a to b (negative when b is before a). A month from 31 January is whole
 * on 1 March: the same as adding months and rounding up. */
int64_t ogbv__date_months_between(int64_t a, int64_t b);
int64_t ogbv__date_years_between(int64_t a, int64_t b);

/* "2024-02-29", or a part: "2024-02", "2024". Gives the first and last day. 0 when not a date. */
int ogbv__date_parse(const char *text, int64_t *first, int64_t *last);
/* A whole day only. */
int ogbv__date_parse_day(const char *text, int64_t *days);
/* RFC 3339 with offset: "2026-05-20T10:00:00+02:00" or "...Z". Seconds since the epoch and the
 * offset in minutes. Fractions of a second are refused. */
int ogbv__instant_parse(const char *text, int64_t *seconds, int32_t *offset);

/* As they are parsed; offset 0 is written Z. Need 11 and 26 bytes. */
void ogbv__date_text(int64_t days, char out[11]);
void ogbv__instant_text(int64_t seconds, int32_t offset, char out[26]);

/* The local day of an instant. */
int64_t ogbv__instant_day(int64_t seconds, int32_t offset);

#endif
