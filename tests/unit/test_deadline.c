/* SPDX-License-Identifier: MIT */
/* Protects: a last day is right to the day, says when it is not certain, and is called past only
 * when it is (semantics section 10). Expected days were counted by hand and by another program. */
#include "unit.h"

#include "world.h"

#include <stdio.h>
#include <string.h>

#define START(fact) "<start fact='" fact "'/>"
#define END_OF(attributes, starts) "<end " attributes ">" starts "</end>"
#define END(amount, unit, rest) \
    END_OF("amount='" amount "' unit='" unit "' " rest, START("start"))
#define EXCLUDED "first-day='excluded' "
#define COUNTS "first-day='counts' "
#define DOWN "month-rounding='down' "
#define UP "month-rounding='up' "
#define NEXT "roll='next' calendar='xa' "
#define PREVIOUS "roll='previous' calendar='xa' "
#define WORKING "calendar='xa' "
#define SUSPENDED(from, to) "<suspended from='" from "' to='" to "'/>"

#define BARS "for='applicant' effect='bars'"
#define LAW_OF(attributes, inside) LAND(REMEDY("r", TEXT("") DEADLINE("t", attributes, inside)))
#define LAW(inside) LAW_OF(BARS, inside)

static void add_words(char *out, size_t size, const char *word)
{
    size_t n = strlen(out);
    snprintf(out + n, size - n, "%s%s", n ? " " : "", word);
}

/* Its day (and instant), whether it is certain, how it stands, and "| " with what is missing. */
static const char *told(const ogbv_due *due, char *out, size_t size)
{
    out[0] = '\0';
    if (!due) {
        add_words(out, size, "none");
        return out;
    }
    add_words(out, size, ogbv_due_date(due) ? ogbv_due_date(due) : "-");
    if (ogbv_due_at(due))
        add_words(out, size, ogbv_due_at(due));
    add_words(out, size, ogbv_due_certain(due) ? "certain" : "uncertain");
    add_words(out, size, ogbv_name(OGBV_NAMES_DUE_STATUS, ogbv_due_status(due)));
    for (size_t i = 0; i < ogbv_due_missing_count(due); i++) {
        if (i == 0)
            add_words(out, size, "|");
        add_words(out, size, ogbv_fact_id(ogbv_due_missing_at(due, i)));
    }
    return out;
}

struct row {
    const char *law, *on, *facts, *told;
};

static void check(const struct row *row)
{
    char out[256];
    ogbv_db *db = world_law(row->law);
    ogbv_result *result = world_assess(db, "xa", row->on, row->facts);
    const ogbv_finding *found = ogbv_finding_find(result, "xa.r");
    ck_assert_str_eq(told(ogbv_finding_due_at(found, 0), out, sizeof out), row->told);
    ogbv_result_unref(result);
    ogbv_db_unref(db);
}

/* ---- units ---------------------------------------------------------------------------------- */

#define LATER "2026-01-01"  /* a day of assessment before all of these */

static const struct row units[] = {
    { LAW(END("10", "day", EXCLUDED)), LATER, "start=2026-03-15", "2026-03-25 certain open" },
    { LAW(END("10", "day", COUNTS)), LATER, "start=2026-03-15", "2026-03-24 certain open" },
    { LAW(END("0", "day", EXCLUDED)), LATER, "start=2026-03-15", "2026-03-15 certain open" },
    { LAW(END("2", "week", EXCLUDED)), LATER, "start=2026-03-15", "2026-03-29 certain open" },
    { LAW(END("2", "week", COUNTS)), LATER, "start=2026-03-15", "2026-03-28 certain open" },
    /* a month from the 31st, a year from 29 February */
    { LAW(END("1", "month", EXCLUDED DOWN)), LATER, "start=2026-01-31",
      "2026-02-28 certain open" },
    { LAW(END("1", "month", EXCLUDED UP)), LATER, "start=2026-01-31", "2026-03-01 certain open" },
    { LAW(END("1", "month", COUNTS DOWN)), LATER, "start=2026-01-31", "2026-02-27 certain open" },
    { LAW(END("1", "month", COUNTS UP)), LATER, "start=2026-01-31", "2026-02-28 certain open" },
    { LAW(END("13", "month", EXCLUDED DOWN)), LATER, "start=2026-10-31",
      "2027-11-30 certain open" },
    { LAW(END("1", "year", EXCLUDED DOWN)), LATER, "start=2028-02-29",
      "2029-02-28 certain open" },
    { LAW(END("1", "year", EXCLUDED UP)), LATER, "start=2028-02-29", "2029-03-01 certain open" },
    { LAW(END("4", "year", EXCLUDED DOWN)), LATER, "start=2028-02-29",
      "2032-02-29 certain open" },
    { LAW(END("6", "year", COUNTS DOWN)), LATER, "start=2026-03-15", "2032-03-14 certain open" },
    /* working days: 1 May 2026 is a Friday, the Monday after it a holiday */
    { LAW(END("1", "working-day", EXCLUDED WORKING)), LATER, "start=2026-05-01",
      "2026-05-05 certain open" },
    { LAW(END("1", "working-day", COUNTS WORKING)), LATER, "start=2026-05-01",
      "2026-05-01 certain open" },
    { LAW(END("1", "working-day", COUNTS WORKING)), LATER, "start=2026-05-02",
      "2026-05-05 certain open" },
    { LAW(END("5", "working-day", EXCLUDED WORKING)), LATER, "start=2026-04-30",
      "2026-05-08 certain open" },
    { LAW(END("5", "working-day", COUNTS WORKING)), LATER, "start=2026-04-30",
      "2026-05-07 certain open" },
    /* a last day that is no working day */
    { LAW(END("3", "day", EXCLUDED NEXT)), LATER, "start=2026-04-30", "2026-05-05 certain open" },
    { LAW(END("3", "day", EXCLUDED PREVIOUS)), LATER, "start=2026-04-30",
      "2026-05-01 certain open" },
    { LAW(END("3", "day", EXCLUDED)), LATER, "start=2026-04-30", "2026-05-03 certain open" },
    { LAW(END("6", "day", EXCLUDED NEXT)), LATER, "start=2026-04-30", "2026-05-06 certain open" },
    { LAW(END("1", "day", EXCLUDED NEXT)), LATER, "start=2026-12-31", "2027-01-04 certain open" },
    { LAW(END("1", "day", EXCLUDED PREVIOUS)), LATER, "start=2026-12-31",
      "2026-12-31 certain open" },
    /* outside of the calendar the day is not moved, and not certain */
    { LAW(END("7", "day", EXCLUDED NEXT)), LATER, "start=2027-12-31",
      "2028-01-07 uncertain open" },
    { LAW(END("1", "day", EXCLUDED NEXT)), LATER, "start=2027-12-31", "2028-01-01 uncertain open" },
    { LAW(END("1", "day", EXCLUDED PREVIOUS)), LATER, "start=2027-12-31",
      "2027-12-31 certain open" },
    { LAW(END("1", "day", EXCLUDED PREVIOUS)), "2025-01-01", "start=2026-01-03",
      "2026-01-04 uncertain open" },
    { LAW(END("1", "day", EXCLUDED NEXT)), "2025-01-01", "start=2026-01-03",
      "2026-01-05 certain open" },
    { LAW(END("3", "working-day", EXCLUDED WORKING)), LATER, "start=2027-12-30",
      "2028-01-04 uncertain open" },
    /* nor past, until no court could have been closed for so long */
    { LAW(END("2", "year", EXCLUDED DOWN NEXT)), "2028-07-02", "start=2026-06-01",
      "2028-06-01 uncertain undetermined" },
    { LAW(END("2", "year", EXCLUDED DOWN NEXT)), "2028-07-03", "start=2026-06-01",
      "2028-06-01 uncertain expired" },
    { LAW(END("3", "working-day", EXCLUDED WORKING)), "2028-02-10", "start=2027-12-30",
      "2028-01-04 uncertain undetermined" },
    { LAW(END("3", "working-day", EXCLUDED WORKING)), "2028-02-11", "start=2027-12-30",
      "2028-01-04 uncertain expired" },
    /* the end of the year, a birthday */
    { LAW(END("1", "year", EXCLUDED DOWN "year-end='yes' ")), LATER, "start=2026-03-15",
      "2027-12-31 certain open" },
    { LAW(END("3", "month", EXCLUDED DOWN "year-end='yes' ")), LATER, "start=2026-12-31",
      "2027-03-31 certain open" },
    { LAW(END("1", "year", EXCLUDED DOWN "majority='18' ")), LATER, "start=2010-06-10",
      "2029-06-10 certain open" },
    { LAW(END("1", "year", EXCLUDED DOWN "majority='18' ")), LATER, "start=2008-02-29",
      "2027-03-01 certain open" },
    { LAW(END("1", "year", EXCLUDED DOWN "majority='18' year-end='yes' ")), LATER,
      "start=2010-06-10", "2029-12-31 certain open" },
    { LAW(END("30", "day", EXCLUDED "majority='0' ")), LATER, "start=2026-06-10",
      "2026-07-10 certain open" },
};

START_TEST(units_count_as_told)
{
    check(&units[_i]);
}
END_TEST

/* ---- how it stands -------------------------------------------------------------------------- */

static const char ten[] = LAW(END("10", "day", EXCLUDED));
static const char ten_of_platform[] =
    LAW_OF("for='platform' effect='bars'", END("10", "day", EXCLUDED));
static const char hours[] =
    LAW(END_OF("amount='48' unit='hour' " EXCLUDED, START("notice")));
static const char hours_of_day[] = LAW(END("48", "hour", EXCLUDED));

static const struct row standing[] = {
    { ten, "2026-03-24", "start=2026-03-15", "2026-03-25 certain open" },
    { ten, "2026-03-25", "start=2026-03-15", "2026-03-25 certain due-today" },
    { ten, "2026-03-26", "start=2026-03-15", "2026-03-25 certain expired" },
    /* an application is made in time when it is made: what comes later is no matter */
    { ten, "2026-06-01", "start=2026-03-15 filed=2026-03-24", "2026-03-25 certain open" },
    { ten, "2026-06-01", "start=2026-03-15 filed=2026-03-25", "2026-03-25 certain due-today" },
    { ten, "2026-06-01", "start=2026-03-15 filed=2026-03-26", "2026-03-25 certain expired" },
    { ten, "2026-03-20", "start=2026-03-15 filed=2026-03-26", "2026-03-25 certain expired" },
    { ten, "2026-06-01", "start=2026-03-15 filed=?", "2026-03-25 certain expired" },
    { ten_of_platform, "2026-06-01", "start=2026-03-15 filed=2026-03-24",
      "2026-03-25 certain expired" },
    { ten, "2026-03-24", "", "- uncertain undetermined | start" },
    { ten, "2026-03-24", "start=?", "- uncertain undetermined | start" },
    /* a start known only as a range */
    { ten, "2026-03-10", "start=2026-03", "2026-03-11 uncertain open | start" },
    { ten, "2026-03-11", "start=2026-03", "2026-03-11 uncertain undetermined | start" },
    { ten, "2026-04-10", "start=2026-03", "2026-03-11 uncertain undetermined | start" },
    { ten, "2026-04-11", "start=2026-03", "2026-03-11 uncertain expired | start" },
    { ten, "2026-04-11", "start=2026-04-02..", "2026-04-12 uncertain open | start" },
    { ten, "2026-04-12", "start=2026-04-02..", "2026-04-12 uncertain undetermined | start" },
    { ten, "2026-04-12", "start=..2026-04-02", "- uncertain undetermined | start" },
    { ten, "2026-04-13", "start=..2026-04-02", "- uncertain expired | start" },
    /* hours keep their offset; the day is the local one */
    { hours, "2026-05-21", "notice=2026-05-20T10:00:00+02:00",
      "2026-05-22 2026-05-22T10:00:00+02:00 certain open" },
    { hours, "2026-05-22", "notice=2026-05-20T10:00:00+02:00",
      "2026-05-22 2026-05-22T10:00:00+02:00 certain due-today" },
    { hours, "2026-05-23", "notice=2026-05-20T10:00:00+02:00",
      "2026-05-22 2026-05-22T10:00:00+02:00 certain expired" },
    { hours, "2026-05-22", "notice=2026-05-20T23:30:00-05:00",
      "2026-05-22 2026-05-22T23:30:00-05:00 certain due-today" },
    { hours, "2026-05-22", "notice=2026-05-20T00:30:00+13:45",
      "2026-05-22 2026-05-22T00:30:00+13:45 certain due-today" },
    { hours, "2026-05-22", "notice=2026-05-20T10:00:00Z",
      "2026-05-22 2026-05-22T10:00:00Z certain due-today" },
    { hours, "2026-05-22", "", "- uncertain undetermined | notice" },
    { hours, "2026-05-22", "notice=2026-05-20T10:00:00Z..2026-05-20T18:00:00Z",
      "2026-05-22 2026-05-22T10:00:00Z uncertain due-today | notice" },
    { hours, "2026-05-22", "notice=2026-05-20T10:00:00Z..2026-05-21T18:00:00Z",
      "2026-05-22 2026-05-22T10:00:00Z uncertain undetermined | notice" },
    /* only the day is known: some time on it, wherever on earth that day is */
    { hours_of_day, "2026-05-20", "start=2026-05-20",
      "2026-05-21 2026-05-21T10:00:00Z uncertain open" },
    { hours_of_day, "2026-05-23", "start=2026-05-20",
      "2026-05-21 2026-05-21T10:00:00Z uncertain undetermined" },
    { hours_of_day, "2026-05-24", "start=2026-05-20",
      "2026-05-21 2026-05-21T10:00:00Z uncertain expired" },
};

START_TEST(a_last_day_is_past_only_when_it_is)
{
    check(&standing[_i]);
}
END_TEST

/* ---- several starts, several ends ----------------------------------------------------------- */

#define PICK(pick) \
    LAW(END_OF("amount='10' unit='day' pick='" pick "' " EXCLUDED, START("start") START("stop")))

static const char earliest[] = PICK("earliest");
static const char latest[] = PICK("latest");
static const char two_ends[] =
    LAW(END("10", "day", EXCLUDED) END_OF("amount='5' unit='day' " EXCLUDED, START("stop")));
static const char long_stop[] =
    LAW(END_OF("amount='1' unit='year' " EXCLUDED DOWN, START("seen"))
        END_OF("amount='6' unit='year' long-stop='yes' " EXCLUDED DOWN, START("stop")));
static const char beyond[] =
    LAW(END("10", "day", EXCLUDED) END("10", "year", EXCLUDED DOWN NEXT));
static const char suspended[] =
    LAW(END("30", "day", EXCLUDED)
        END_OF("amount='40' unit='day' long-stop='yes' " EXCLUDED, START("start"))
        SUSPENDED("stop", "seen"));
static const char rolled[] =
    LAW(END("10", "day", EXCLUDED NEXT) SUSPENDED("stop", "seen"));
static const char twice[] =
    LAW(END("30", "day", EXCLUDED) SUSPENDED("stop", "seen") SUSPENDED("first", "last"));

static const struct row several[] = {
    { earliest, "2026-01-01", "start=2026-03-01 stop=2026-04-01", "2026-03-11 certain open" },
    { earliest, "2026-01-01", "start=2026-05-01 stop=2026-04-01", "2026-04-11 certain open" },
    { latest, "2026-01-01", "start=2026-03-01 stop=2026-04-01", "2026-04-11 certain open" },
    { latest, "2026-01-01", "start=2026-05-01 stop=2026-04-01", "2026-05-11 certain open" },
    { earliest, "2026-03-11", "start=2026-03-01", "- uncertain undetermined | stop" },
    { earliest, "2026-03-12", "start=2026-03-01", "- uncertain expired | stop" },
    { latest, "2026-03-10", "start=2026-03-01", "2026-03-11 uncertain open | stop" },
    { latest, "2026-03-12", "start=2026-03-01", "2026-03-11 uncertain undetermined | stop" },
    { latest, "2026-03-12", "start=2026-03 stop=2026-03-20",
      "2026-03-30 uncertain open | start" },
    { earliest, "2026-03-12", "start=2026-03 stop=2026-02-20", "2026-03-02 certain expired" },
    /* the earliest of several ends counts */
    { two_ends, "2026-01-01", "start=2026-03-01 stop=2026-03-01", "2026-03-06 certain open" },
    { two_ends, "2026-01-01", "start=2026-03-01 stop=2026-03-20", "2026-03-11 certain open" },
    { two_ends, "2026-03-12", "start=2026-03-01", "- uncertain expired | stop" },
    { two_ends, "2026-03-11", "start=2026-03-01", "- uncertain undetermined | stop" },
    { long_stop, "2026-01-01", "seen=2026-03-01 stop=2024-01-01", "2027-03-01 certain open" },
    { long_stop, "2026-01-01", "seen=2029-12-01 stop=2024-01-01", "2030-01-01 certain open" },
    /* the long stop closes even when the start is not known */
    { long_stop, "2030-01-02", "stop=2024-01-01", "- uncertain expired | seen" },
    { long_stop, "2030-01-01", "stop=2024-01-01", "- uncertain undetermined | seen" },
    /* an end far behind the earliest makes nothing uncertain */
    { beyond, "2026-01-01", "start=2026-03-01", "2026-03-11 certain open" },
    /* suspended time does not count, but for the long stop */
    { suspended, "2026-01-01", "start=2026-03-01 stop=2026-03-10 seen=2026-03-15",
      "2026-04-05 certain open" },
    { suspended, "2026-01-01", "start=2026-03-01 stop=2026-03-10 seen=2026-06-10",
      "2026-04-10 certain open" },
    { suspended, "2026-01-01", "start=2026-03-01 stop=2026-03-20 seen=2026-03-10",
      "2026-03-31 certain open" },
    { suspended, "2026-03-30", "start=2026-03-01 stop=2026-03-10",
      "2026-03-31 uncertain open | seen" },
    { suspended, "2026-04-05", "start=2026-03-01 stop=2026-03-10",
      "2026-03-31 uncertain undetermined | seen" },
    { suspended, "2026-04-11", "start=2026-03-01 stop=2026-03-10",
      "2026-03-31 uncertain expired | seen" },
    { suspended, "2026-04-05", "start=2026-03-01",
      "2026-03-31 uncertain undetermined | stop seen" },
    /* ... as far as it lies between the start and the end (semantics 10.5) */
    { suspended, "2026-01-01", "start=2026-03-01 stop=2026-05-01 seen=2026-05-10",
      "2026-03-31 certain open" },
    { suspended, "2026-01-01", "start=2026-03-01 stop=2026-02-01 seen=2026-02-20",
      "2026-03-31 certain open" },
    { suspended, "2026-01-01", "start=2026-03-01 stop=2026-02-01 seen=2026-03-06",
      "2026-04-05 certain open" },
    { suspended, "2026-01-01", "start=2026-03-01 stop=2026-05-01",
      "2026-03-31 certain open" },
    /* lengthened first, moved off a day that is no working day last (semantics 10.6) */
    { rolled, "2026-01-01", "start=2026-03-01 stop=2026-03-03 seen=2026-03-06",
      "2026-03-16 certain open" },
    { twice, "2026-01-01",
      "start=2026-03-01 stop=2026-03-10 seen=2026-03-15 first=2026-03-20 last=2026-03-22",
      "2026-04-07 certain open" },
};

START_TEST(the_earliest_end_counts)
{
    check(&several[_i]);
}
END_TEST

/* ---- whether there is one ------------------------------------------------------------------- */

#define WHEN(cond) LAW("<when>" cond "</when>" END("10", "day", EXCLUDED))

static const struct row conditions[] = {
    { WHEN(IS("k")), "2026-01-01", "start=2026-03-15 k=yes", "2026-03-25 certain open" },
    { WHEN(IS("k")), "2026-01-01", "start=2026-03-15 k=no", "none" },
    { WHEN(IS("k")), "2026-01-01", "start=2026-03-15", "2026-03-25 uncertain undetermined | k" },
    { WHEN(IS("k")), "2026-04-01", "start=2026-03-15", "2026-03-25 uncertain undetermined | k" },
    { WHEN(ANY(IS("k") IS("m"))), "2026-01-01", "k=?",
      "- uncertain undetermined | k m start" },
    /* the period of its text, by the date that chooses the rule's */
    { LAW_OF(BARS " from='2026-01-01'", END("10", "day", EXCLUDED)), "2026-01-01",
      "start=2026-03-15", "2026-03-25 certain open" },
    { LAW_OF(BARS " from='2026-01-02'", END("10", "day", EXCLUDED)), "2026-01-01",
      "start=2026-03-15", "none" },
    { LAW_OF(BARS " to='2026-01-01'", END("10", "day", EXCLUDED)), "2026-01-01",
      "start=2026-03-15", "2026-03-25 certain open" },
    { LAW_OF(BARS " to='2025-12-31'", END("10", "day", EXCLUDED)), "2026-01-01",
      "start=2026-03-15", "none" },
    { LAW_OF(BARS " from='2026-01-02'", END("10", "day", EXCLUDED)), "2026-01-01",
      "start=2026-03-15 filed=2026-01-02", "2026-03-25 certain open" },
    { LAW_OF(BARS " from='2026-01-02'", END("10", "day", EXCLUDED)), "2026-01-01",
      "start=2026-03-15 filed=2026-01", "2026-03-25 uncertain undetermined | filed" },
};

START_TEST(a_deadline_may_not_apply)
{
    check(&conditions[_i]);
}
END_TEST

/* ---- in words ------------------------------------------------------------------------------- */

static const struct {
    const char *law, *facts, *words;
} computations[] = {
    { LAW(END("10", "day", EXCLUDED)), "start=2026-03-15",
      "From 2026-03-15 (start) 10 days, the first day not counted: 2026-03-25." },
    { LAW(END("1", "month", COUNTS DOWN NEXT)), "start=2026-03-15",
      "From 2026-03-15 (start) 1 month, the first day counted, a last day that is no working day "
      "moved to the next one: 2026-04-14." },
    { LAW(END("10", "day", EXCLUDED)), "start=2026-03",
      "From some time from 2026-03-01 to 2026-03-31 (start) 10 days, the first day not counted: "
      "some time from 2026-03-11 to 2026-04-10." },
    { PICK("latest"), "start=2026-03-15",
      "From not before 2026-03-15 (the latest of: start; stop) 10 days, the first day not "
      "counted: not before 2026-03-25." },
    { two_ends, "start=2026-03-15",
      "From 2026-03-15 (start) 10 days, the first day not counted: 2026-03-25. Or, if earlier: "
      "from a day not known (stop) 5 days, the first day not counted: a day not known." },
    { LAW(END("2", "year", EXCLUDED DOWN NEXT)), "start=2026-06-01",
      "From 2026-06-01 (start) 2 years, the first day not counted, a last day that is no working "
      "day moved to the next one: 2028-06-01. The calendar does not reach that far, so the day "
      "may move." },
    { hours, "notice=2026-05-20T10:00:00+02:00",
      "From 2026-05-20T10:00:00+02:00 (notice) 48 hours: 2026-05-22T10:00:00+02:00." },
    { LAW(END("1", "year", EXCLUDED DOWN "majority='18' year-end='yes' ")), "start=2010-06-10",
      "From 2010-06-10 (start, and from it the birthday number 18, and from it the end of that "
      "year) 1 year, the first day not counted: 2029-12-31." },
    { WHEN(IS("k")), "start=2026-03-15",
      "From 2026-03-15 (start) 10 days, the first day not counted: 2026-03-25. Whether this time "
      "limit applies is not known yet." },
};

START_TEST(the_computation_stands_in_words)
{
    ogbv_db *db = world_law(computations[_i].law);
    ogbv_result *result = world_assess(db, "xa", "2026-01-01", computations[_i].facts);
    const ogbv_due *due = ogbv_finding_due_at(ogbv_finding_find(result, "xa.r"), 0);
    ck_assert_str_eq(ogbv_due_computation(due), computations[_i].words);
    ogbv_result_unref(result);
    ogbv_db_unref(db);
}
END_TEST

Suite *suite_deadline(void)
{
    Suite *suite = suite_create("deadline");
    TCase *tcase = tcase_create("deadline");
    tcase_add_loop_test(tcase, units_count_as_told, 0, ROWS(units));
    tcase_add_loop_test(tcase, a_last_day_is_past_only_when_it_is, 0, ROWS(standing));
    tcase_add_loop_test(tcase, the_earliest_end_counts, 0, ROWS(several));
    tcase_add_loop_test(tcase, a_deadline_may_not_apply, 0, ROWS(conditions));
    tcase_add_loop_test(tcase, the_computation_stands_in_words, 0, ROWS(computations));
    suite_add_tcase(suite, tcase);
    return suite;
}
