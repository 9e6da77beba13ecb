/* SPDX-License-Identifier: MIT */
/* Civil dates as day numbers. Knows no clock, no time zone and no calendar of working days. Keeps:
 * every day number that leaves this file lies in the years 1583 to 9999. */
#include "base/date.h"

#include "base/text.h"

enum {
    FIRST_YEAR = 1583,
    LAST_YEAR = 9999,
    FIRST_DAY = -141349,        /* 1583-01-01 */
    LAST_DAY = 2932896,         /* 9999-12-31 */
    DAYS_TO_EPOCH = 719468,     /* from 0000-03-01 to 1970-01-01 */
    DAYS_OF_400_YEARS = 146097,
    DAY_SECONDS = 86400,
    MINUTE_SECONDS = 60
};

static int64_t floor_div(int64_t a, int64_t b)
{
    return a / b - (a % b < 0);
}

static int64_t within(int64_t value, int64_t least, int64_t most)
{
    return value < least ? least : value > most ? most : value;
}

static int is_leap(int32_t year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int32_t ogbv__date_month_length(int32_t year, int32_t month)
{
    static const int8_t lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    return lengths[month - 1] + (month == 2 && is_leap(year));
}

/* Years are counted from March, so that the day which comes and goes is the year's last. */
int64_t ogbv__date_days(struct ogbv__civil civil)
{
    int64_t year = civil.year - (civil.month <= 2);
    int64_t era = floor_div(year, 400), year_of_era = year - era * 400;
    int64_t month = (civil.month + 9) % 12;
    int64_t day_of_year = (153 * month + 2) / 5 + civil.day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * DAYS_OF_400_YEARS + day_of_era - DAYS_TO_EPOCH;
}

struct ogbv__civil ogbv__date_civil(int64_t days)
{
    int64_t shifted = within(days, FIRST_DAY, LAST_DAY) + DAYS_TO_EPOCH;
    int64_t era = shifted / DAYS_OF_400_YEARS, day_of_era = shifted % DAYS_OF_400_YEARS;
    int64_t leaps = day_of_era / 1460 - day_of_era / 36524 + day_of_era / 146096;
    int64_t year = (day_of_era - leaps) / 365;
    int64_t day_of_year = day_of_era - (365 * year + year / 4 - year / 100);
    int64_t month = (5 * day_of_year + 2) / 153;
    return (struct ogbv__civil){
        .year = (int32_t)(era * 400 + year + (month >= 10)),
        .month = (int32_t)(month < 10 ? month + 3 : month - 9),
        .day = (int32_t)(day_of_year - (153 * month + 2) / 5 + 1),
    };
}

int ogbv__date_weekday(int64_t days)
{
    int64_t from_monday = within(days, FIRST_DAY, LAST_DAY) + OGBV__THURSDAY;   /* as day 0 was */
    return (int)(from_monday - floor_div(from_monday, 7) * 7);
}

int64_t ogbv__date_add_months(int64_t days, int64_t months, int rounding)
{
    const int64_t first = FIRST_YEAR * 12, last = LAST_YEAR * 12 + 11;
    struct ogbv__civil civil = ogbv__date_civil(days);
    int64_t month = civil.year * 12 + civil.month - 1;
    int64_t target = month + within(months, first - last, last - first);
    if (target < first)
        return FIRST_DAY;
    if (target > last)
        return LAST_DAY;
    civil.year = (int32_t)(target / 12);
    civil.month = (int32_t)(target % 12 + 1);
    int32_t length = ogbv__date_month_length(civil.year, civil.month);
    if (civil.day <= length)
        return ogbv__date_days(civil);
    civil.day = length;
    return ogbv__date_days(civil) + (rounding == OGBV__ROUND_UP);
}

int64_t ogbv__date_months_between(int64_t a, int64_t b)
{
    if (b < a)
        return -ogbv__date_months_between(b, a);
    struct ogbv__civil from = ogbv__date_civil(a), to = ogbv__date_civil(b);
    return (to.year - from.year) * 12 + (to.month - from.month) - (to.day < from.day);
}

int64_t ogbv__date_years_between(int64_t a, int64_t b)
{
    return ogbv__date_months_between(a, b) / 12;
}

/* Reads a number of exactly n digits; NULL when there are others, or text is NULL. */
static const char *read_digits(const char *text, int n, int32_t *out)
{
    *out = 0;
    for (int i = 0; text && i < n; i++, text++) {
        if (!ogbv__is_digit(*text))
            return NULL;
        *out = *out * 10 + (*text - '0');
    }
    return text;
}

static const char *read_char(const char *text, char c)
{
    return text && *text == c ? text + 1 : NULL;
}

/* Reads a two-digit number between least and most, behind a separator. */
static const char *read_part(const char *text, char before, const int32_t bounds[2], int32_t *out)
{
    text = read_digits(read_char(text, before), 2, out);
    return text && *out >= bounds[0] && *out <= bounds[1] ? text : NULL;
}

static const char *read_year(const char *text, int32_t *year)
{
    text = read_digits(text, 4, year);
    return text && *year >= FIRST_YEAR ? text : NULL;
}

static const char *read_month(const char *text, int32_t *month)
{
    return read_part(text, '-', (const int32_t[]){ 1, 12 }, month);
}

static const char *read_day(const char *text, struct ogbv__civil *civil)
{
    int32_t length = text ? ogbv__date_month_length(civil->year, civil->month) : 0;
    return read_part(text, '-', (const int32_t[]){ 1, length }, &civil->day);
}

int ogbv__date_parse(const char *text, int64_t *first, int64_t *last)
{
    struct ogbv__civil from = { .month = 1, .day = 1 };
    struct ogbv__civil to = { .month = 12, .day = 31 };
    text = read_year(text, &from.year);
    to.year = from.year;
    if (text && *text) {
        text = read_month(text, &from.month);
        to.month = from.month;
        to.day = text ? ogbv__date_month_length(to.year, to.month) : 0;
    }
    if (text && *text) {
        text = read_day(text, &from);
        to.day = from.day;
    }
    if (!text || *text)
        return 0;
    *first = ogbv__date_days(from);
    *last = ogbv__date_days(to);
    return 1;
}

int ogbv__date_parse_day(const char *text, int64_t *days)
{
    int64_t first, last;
    if (!ogbv__date_parse(text, &first, &last) || first != last)
        return 0;
    *days = first;
    return 1;
}

static const char *read_offset(const char *text, int32_t *offset)
{
    int32_t hour, minute;
    int west = text && *text == '-';
    *offset = 0;
    if (text && *text == 'Z')
        return text + 1;
    text = read_part(text, west ? '-' : '+', (const int32_t[]){ 0, 23 }, &hour);
    text = read_part(text, ':', (const int32_t[]){ 0, 59 }, &minute);
    if (text)
        *offset = (west ? -1 : 1) * (hour * 60 + minute);
    return text;
}

int ogbv__instant_parse(const char *text, int64_t *seconds, int32_t *offset)
{
    static const int32_t hours[] = { 0, 23 }, sixty[] = { 0, 59 };
    struct ogbv__civil civil;
    int32_t hour, minute, second, east;
    text = read_year(text, &civil.year);
    text = read_month(text, &civil.month);
    text = read_day(text, &civil);
    text = read_part(text, 'T', hours, &hour);
    text = read_part(text, ':', sixty, &minute);
    text = read_part(text, ':', sixty, &second);
    text = read_offset(text, &east);
    if (!text || *text)
        return 0;
    *seconds = ogbv__date_days(civil) * DAY_SECONDS + hour * 3600 + minute * 60 + second;
    *seconds -= (int64_t)east * MINUTE_SECONDS;
    *offset = east;
    return 1;
}

/* Writes n digits and returns what follows them. */
static char *write_digits(char *out, int n, int64_t value)
{
    for (int i = n - 1; i >= 0; i--, value /= 10)
        out[i] = (char)('0' + value % 10);
    return out + n;
}

static char *write_part(char *out, char before, int64_t value)
{
    *out = before;
    return write_digits(out + 1, 2, value);
}

static char *write_date(char *out, int64_t days)
{
    struct ogbv__civil civil = ogbv__date_civil(days);
    out = write_digits(out, 4, civil.year);
    out = write_part(out, '-', civil.month);
    return write_part(out, '-', civil.day);
}

void ogbv__date_text(int64_t days, char out[11])
{
    *write_date(out, days) = '\0';
}

void ogbv__instant_text(int64_t seconds, int32_t offset, char out[26])
{
    int64_t local = seconds + (int64_t)offset * MINUTE_SECONDS;
    int64_t day = floor_div(local, DAY_SECONDS), rest = local - day * DAY_SECONDS;
    int32_t east = offset < 0 ? -offset : offset;
    out = write_date(out, day);
    out = write_part(out, 'T', rest / 3600);
    out = write_part(out, ':', rest / 60 % 60);
    out = write_part(out, ':', rest % 60);
    if (offset == 0) {
        *out++ = 'Z';
    } else {
        out = write_part(out, offset < 0 ? '-' : '+', east / 60);
        out = write_part(out, ':', east % 60);
    }
    *out = '\0';
}

int64_t ogbv__instant_day(int64_t seconds, int32_t offset)
{
    return floor_div(seconds + (int64_t)offset * MINUTE_SECONDS, DAY_SECONDS);
}
