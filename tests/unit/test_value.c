/* SPDX-License-Identifier: MIT */
/* Protects: values as intervals. What is read as a value, that a test says yes or no only when
 * every number of the interval says so (compared with trying them all), and that narrowing leaves
 * exactly what is still possible (semantics 2.3 to 2.7, 2.10). */
#include "unit.h"

#include "base/date.h"
#include "base/text.h"
#include "model/model.h"

#include <string.h>

static struct ogbv__fact_value values[] = {
    { .id = "none" }, { .id = "careless" }, { .id = "reckless" }, { .id = "intended" },
};
static const struct ogbv_fact facts[] = {
    [OGBV_BOOLEAN] = { .type = OGBV_BOOLEAN, .min = 0, .max = 1 },
    [OGBV_CHOICE] = { .type = OGBV_CHOICE, .min = 0, .max = 3, .values = values, .n_values = 4 },
    [OGBV_LEVEL] = { .type = OGBV_LEVEL, .min = 0, .max = 3, .values = values, .n_values = 4 },
    [OGBV_INTEGER] = { .type = OGBV_INTEGER, .min = -5, .max = 120 },
    [OGBV_DATE] = { .type = OGBV_DATE, .min = OGBV__DAY_MIN, .max = OGBV__DAY_MAX },
    [OGBV_DATETIME] = { .type = OGBV_DATETIME, .min = OGBV__DAY_MIN, .max = OGBV__DAY_MAX },
    [OGBV_PLACE] = { .type = OGBV_PLACE, .min = OGBV__DAY_MIN, .max = OGBV__DAY_MAX },
};

/* ---- reading -------------------------------------------------------------------------------- */

static const struct {
    int32_t type;
    const char *text;
    int64_t lo, hi;
} texts[] = {
    { OGBV_BOOLEAN, "yes", 1, 1 }, { OGBV_BOOLEAN, "no", 0, 0 },
    { OGBV_CHOICE, "none", 0, 0 }, { OGBV_CHOICE, "intended", 3, 3 },
    { OGBV_LEVEL, "careless", 1, 1 }, { OGBV_INTEGER, "0", 0, 0 }, { OGBV_INTEGER, "-5", -5, -5 },
    { OGBV_INTEGER, "120", 120, 120 }, { OGBV_DATE, "1970-01-02", 1, 1 },
    { OGBV_DATE, "1970-02", 31, 58 }, { OGBV_DATE, "1972-02", 761, 789 },
    { OGBV_DATE, "1970", 0, 364 }, { OGBV_DATETIME, "1970-01-01T01:00:00+01:00", 0, 0 },
    { OGBV_DATETIME, "1970-01-01T00:00:10Z", 10, 10 },
};

START_TEST(a_text_is_read_by_its_type)
{
    struct ogbv__value value = { 0 };
    ck_assert(ogbv__value_parse(&facts[texts[_i].type], texts[_i].text, &value));
    ck_assert_int_eq(value.lo, texts[_i].lo);
    ck_assert_int_eq(value.hi, texts[_i].hi);
    ck_assert_int_eq(value.state, OGBV__GIVEN);
    ck_assert_int_eq(ogbv__value_known(&value), texts[_i].lo == texts[_i].hi);
}
END_TEST

static const struct {
    int32_t type;
    const char *text;
} wrong[] = {
    { OGBV_BOOLEAN, "true" }, { OGBV_BOOLEAN, "1" }, { OGBV_BOOLEAN, "Yes" }, { OGBV_BOOLEAN, "" },
    { OGBV_BOOLEAN, "unknown" }, { OGBV_CHOICE, "non" }, { OGBV_CHOICE, "0" }, { OGBV_CHOICE, "" },
    { OGBV_LEVEL, "nonee" }, { OGBV_INTEGER, "121" }, { OGBV_INTEGER, "-6" },
    { OGBV_INTEGER, "1.0" }, { OGBV_INTEGER, " 1" }, { OGBV_INTEGER, "" }, { OGBV_INTEGER, "+1" },
    { OGBV_INTEGER, "99999999999999999999" }, { OGBV_DATE, "2026-02-29" },
    { OGBV_DATE, "26-01-01" },
    { OGBV_DATE, "2026-13" }, { OGBV_DATE, "" }, { OGBV_DATE, "2026-01-01T00:00:00Z" },
    { OGBV_DATETIME, "2026-01-01" }, { OGBV_DATETIME, "2026-01-01T00:00:00" },
    { OGBV_PLACE, "IE" }, { OGBV_PLACE, "ireland" }, { OGBV_PLACE, "us-" }, { OGBV_PLACE, "" },
};

START_TEST(what_is_no_value_changes_nothing)
{
    struct ogbv__value value = { .lo = 7, .hi = 9, .state = OGBV__ASKED };
    ck_assert(!ogbv__value_parse(&facts[wrong[_i].type], wrong[_i].text, &value));
    ck_assert(value.lo == 7 && value.hi == 9 && value.state == OGBV__ASKED);
}
END_TEST

START_TEST(instants_and_places_keep_what_they_are)
{
    struct ogbv__value value = { 0 };
    ck_assert(ogbv__value_parse(&facts[OGBV_DATETIME], "2026-05-20T10:00:00-05:30", &value));
    ck_assert_int_eq(value.offset, -330);
    ck_assert(ogbv__value_parse(&facts[OGBV_PLACE], "us-ca", &value));
    ck_assert_int_eq(value.lo, ogbv__place_code("us-ca"));
    ck_assert(ogbv__value_known(&value));
}
END_TEST

static const struct {
    int32_t type;
    const char *min, *max;
    int ok;
    int64_t lo, hi;
} ranges[] = {
    { OGBV_LEVEL, "careless", NULL, 1, 1, 3 }, { OGBV_LEVEL, NULL, "careless", 1, 0, 1 },
    { OGBV_LEVEL, "careless", "reckless", 1, 1, 2 },
    { OGBV_LEVEL, "reckless", "careless", 0, 0, 0 },
    { OGBV_INTEGER, "3", NULL, 1, 3, 120 }, { OGBV_INTEGER, NULL, "3", 1, -5, 3 },
    { OGBV_INTEGER, "3", "3", 1, 3, 3 }, { OGBV_INTEGER, "4", "3", 0, 0, 0 },
    { OGBV_INTEGER, "3", "121", 0, 0, 0 }, { OGBV_INTEGER, "x", NULL, 0, 0, 0 },
    { OGBV_DATE, "1970-01", "1970-01", 1, 0, 30 }, { OGBV_DATE, "1970-01-05", "1970-02", 1, 4, 58 },
    { OGBV_DATE, "1970", NULL, 1, 0, OGBV__DAY_MAX },
    { OGBV_DATE, NULL, "1970", 1, OGBV__DAY_MIN, 364 },
    { OGBV_DATE, "1970-02", "1970-01", 0, 0, 0 },
    { OGBV_DATETIME, "1970-01-01T00:00:00Z", "1970-01-01T00:01:00Z", 1, 0, 60 },
    { OGBV_BOOLEAN, "no", "yes", 0, 0, 0 }, { OGBV_CHOICE, "none", NULL, 0, 0, 0 },
    { OGBV_PLACE, "ie", NULL, 0, 0, 0 }, { OGBV_INTEGER, NULL, NULL, 0, 0, 0 },
};

START_TEST(ranges_are_read_where_order_has_a_meaning)
{
    struct ogbv__value value = { .lo = 77 };
    int ok = ogbv__value_parse_range(&facts[ranges[_i].type], ranges[_i].min, ranges[_i].max,
                                     &value);
    ck_assert_int_eq(ok, ranges[_i].ok);
    ck_assert_int_eq(value.lo, ok ? ranges[_i].lo : 77);
    if (ok)
        ck_assert_int_eq(value.hi, ranges[_i].hi);
}
END_TEST

/* ---- testing: every interval against every number in it ------------------------------------- */

enum { TOP = 7 };

static const int64_t list[] = { 1, 4, 5 };
static const struct ogbv_fact small = { .type = OGBV_INTEGER, .min = 0, .max = TOP };

/* Ranges, then sets (each bit pattern), then one list. */
static size_t make_atoms(struct ogbv__atom *atoms)
{
    size_t n = 0;
    for (int64_t lo = -1; lo <= TOP; lo++)
        for (int64_t hi = lo; hi <= TOP + 1; hi++)
            atoms[n++] = (struct ogbv__atom){ .test = OGBV__IN_RANGE, .fact = &small, .lo = lo,
                                              .hi = hi };
    for (uint64_t set = 1; set < (uint64_t)1 << (TOP + 1); set++)
        atoms[n++] = (struct ogbv__atom){ .test = OGBV__IN_SET, .fact = &small, .set = set };
    for (size_t k = 1; k <= 3; k++)
        atoms[n++] = (struct ogbv__atom){ .test = OGBV__IN_LIST, .fact = &small, .list = list,
                                          .n_list = k };
    return n;
}

static int holds(const struct ogbv__atom *atom, int64_t number)
{
    if (atom->test == OGBV__IN_RANGE)
        return number >= atom->lo && number <= atom->hi;
    if (atom->test == OGBV__IN_SET)
        return (int)(atom->set >> number & 1);
    for (size_t i = 0; i < atom->n_list; i++)
        if (atom->list[i] == number)
            return 1;
    return 0;
}

static ogbv__trit all_hold(const struct ogbv__atom *atom, int64_t lo, int64_t hi)
{
    int yes = 0;
    for (int64_t n = lo; n <= hi; n++)
        yes += holds(atom, n);
    return (ogbv__trit)(yes == hi - lo + 1 ? OGBV__YES : yes ? OGBV__UNKNOWN : OGBV__NO);
}

START_TEST(a_test_is_certain_only_when_all_numbers_agree)
{
    struct ogbv__atom atoms[400];
    size_t n = make_atoms(atoms);
    for (size_t i = 0; i < n; i++)
        for (int64_t lo = 0; lo <= TOP; lo++)
            for (int64_t hi = lo; hi <= TOP; hi++) {
                struct ogbv__value value = { .lo = lo, .hi = hi };
                ogbv__trit expected = all_hold(&atoms[i], lo, hi);
                ogbv__trit found = ogbv__atom_test(&atoms[i], &value, NULL);
                int several = atoms[i].test == OGBV__IN_LIST && atoms[i].n_list > 1 && lo < hi;
                /* a list of several is sound, not complete: 4 or 5 is in 1, 4, 5 */
                ck_assert(found == expected || (several && found == OGBV__UNKNOWN));
            }
}
END_TEST

START_TEST(narrowing_leaves_what_is_possible)
{
    struct ogbv__atom atoms[400];
    size_t n = make_atoms(atoms) - 3;       /* lists apart */
    for (size_t i = 0; i < 2 * n; i++)
        for (int64_t lo = 0; lo <= TOP; lo++)
            for (int64_t hi = lo; hi <= TOP; hi++) {
                int negated = (int)(i % 2), left = 0;
                int64_t first = TOP + 1, last = -1;
                for (int64_t k = lo; k <= hi; k++)
                    if (holds(&atoms[i / 2], k) != negated) {
                        first = left++ ? first : k;
                        last = k;
                    }
                struct ogbv__value value = { .lo = lo, .hi = hi, .state = OGBV__GIVEN };
                int outcome = ogbv__value_assert(&atoms[i / 2], negated, &value);
                int changed = first != lo || last != hi;
                ck_assert_int_eq(outcome, left == 0 ? -1 : changed);
                ck_assert_int_eq(value.lo, left ? first : lo);
                ck_assert_int_eq(value.hi, left ? last : hi);
                ck_assert_int_eq(value.state, outcome == 1 ? OGBV__DERIVED : OGBV__GIVEN);
            }
}
END_TEST

START_TEST(a_list_of_one_narrows_and_others_do_not)
{
    struct ogbv__atom atom = { .test = OGBV__IN_LIST, .fact = &small, .list = list, .n_list = 1 };
    struct ogbv__value value = { .lo = 0, .hi = 7 };
    ck_assert_int_eq(ogbv__value_assert(&atom, 1, &value), 0);
    ck_assert_int_eq(ogbv__value_assert(&atom, 0, &value), 1);
    ck_assert(value.lo == 1 && value.hi == 1);
    value = (struct ogbv__value){ .lo = 2, .hi = 7 };
    ck_assert_int_eq(ogbv__value_assert(&atom, 0, &value), -1);
    atom.n_list = 3;
    ck_assert_int_eq(ogbv__value_assert(&atom, 0, &value), 0);
    ck_assert(value.lo == 2 && value.hi == 7);
}
END_TEST

/* ---- differences ---------------------------------------------------------------------------- */

static int64_t units_between(int32_t unit, int64_t a, int64_t b)
{
    switch (unit) {
    case OGBV__UNIT_MONTH: return ogbv__date_months_between(a, b);
    case OGBV__UNIT_YEAR: return ogbv__date_years_between(a, b);
    default: return b - a;
    }
}

static const struct {
    int32_t unit;
    int64_t from, to, lo, hi;   /* the second value starts so many days after the first */
} spans[] = {
    { OGBV__UNIT_NUMBER, 0, 4, 2, 5 }, { OGBV__UNIT_DAY, 0, 4, 2, INT64_MAX },
    { OGBV__UNIT_DAY, 0, -4, INT64_MIN, -3 }, { OGBV__UNIT_MONTH, 30, 28, 1, 1 },
    { OGBV__UNIT_MONTH, 0, 58, 1, 2 }, { OGBV__UNIT_YEAR, 100, 365, 1, INT64_MAX },
    { OGBV__UNIT_YEAR, 10, 6574, 18, 18 }, { OGBV__UNIT_YEAR, 0, -366, INT64_MIN, -1 },
};

START_TEST(a_difference_is_certain_only_when_all_pairs_agree)
{
    enum { WIDE = 9 };
    struct ogbv__atom atom = {
        .test = OGBV__DIFFERENCE, .unit = spans[_i].unit, .lo = spans[_i].lo, .hi = spans[_i].hi,
        .fact = &facts[spans[_i].unit == OGBV__UNIT_NUMBER ? OGBV_INTEGER : OGBV_DATE],
        .fact2 = &facts[spans[_i].unit == OGBV__UNIT_NUMBER ? OGBV_INTEGER : OGBV_DATE],
    };
    for (int n = 0; n < WIDE * WIDE * WIDE; n++) {
        struct ogbv__value a = { .lo = spans[_i].from, .hi = spans[_i].from + n % WIDE };
        struct ogbv__value b = { .lo = a.lo + spans[_i].to + n / WIDE % WIDE };
        int yes = 0, all = 0;
        b.hi = b.lo + n / WIDE / WIDE;
        for (int64_t x = a.lo; x <= a.hi; x++)
            for (int64_t y = b.lo; y <= b.hi; y++, all++) {
                int64_t units = units_between(atom.unit, x, y);
                yes += units >= atom.lo && units <= atom.hi;
            }
        ogbv__trit found = ogbv__atom_test(&atom, &a, &b);
        ck_assert(found != OGBV__YES || yes == all);
        ck_assert(found != OGBV__NO || yes == 0);
        ck_assert(found == OGBV__UNKNOWN || yes == 0 || yes == all);
        if (yes == all)     /* monotone in both: the bounds tell all */
            ck_assert_int_eq(found, OGBV__YES);
    }
}
END_TEST

static const struct {
    struct ogbv__value a, b;
    int64_t lo, hi;
    ogbv__trit expected;
} open_ends[] = {
    { { .lo = OGBV__DAY_MIN, .hi = 10 }, { .lo = 20, .hi = 30 }, 10, INT64_MAX, OGBV__YES },
    { { .lo = OGBV__DAY_MIN, .hi = 10 }, { .lo = 20, .hi = 30 }, 11, INT64_MAX, OGBV__UNKNOWN },
    { { .lo = OGBV__DAY_MIN, .hi = 10 }, { .lo = 20, .hi = 30 }, INT64_MIN, 9, OGBV__NO },
    { { .lo = OGBV__DAY_MIN, .hi = 10 }, { .lo = 20, .hi = 30 }, INT64_MIN, 99, OGBV__UNKNOWN },
    { { .lo = 10, .hi = OGBV__DAY_MAX }, { .lo = -20, .hi = -10 }, INT64_MIN, -20, OGBV__YES },
    { { .lo = -10, .hi = -10 }, { .lo = 20, .hi = OGBV__DAY_MAX }, 30, INT64_MAX, OGBV__YES },
    { { .lo = 10, .hi = 10 }, { .lo = 20, .hi = OGBV__DAY_MAX }, 10, INT64_MAX, OGBV__YES },
    { { .lo = 10, .hi = 10 }, { .lo = 20, .hi = OGBV__DAY_MAX }, INT64_MIN, 9, OGBV__NO },
    { { .lo = 10, .hi = OGBV__DAY_MAX }, { .lo = 20, .hi = 30 }, INT64_MIN, 20, OGBV__YES },
    { { .lo = 10, .hi = OGBV__DAY_MAX }, { .lo = 20, .hi = 30 }, 21, INT64_MAX, OGBV__NO },
    { { .lo = 10, .hi = 10 }, { .lo = OGBV__DAY_MIN, .hi = 30 }, 0, INT64_MAX, OGBV__UNKNOWN },
    { { .lo = OGBV__DAY_MIN, .hi = OGBV__DAY_MAX }, { .lo = 20, .hi = 30 }, 0, 5, OGBV__UNKNOWN },
};

START_TEST(an_open_end_leaves_its_side_open)
{
    struct ogbv__atom atom = {
        .test = OGBV__DIFFERENCE, .unit = OGBV__UNIT_DAY, .fact = &facts[OGBV_DATE],
        .fact2 = &facts[OGBV_DATE], .lo = open_ends[_i].lo, .hi = open_ends[_i].hi,
    };
    ck_assert_int_eq(ogbv__atom_test(&atom, &open_ends[_i].a, &open_ends[_i].b),
                     open_ends[_i].expected);
}
END_TEST

/* ---- places --------------------------------------------------------------------------------- */

static const struct {
    const char *in[2], *is;
    ogbv__trit expected;
} places[] = {
    { { "us" }, "us", OGBV__YES }, { { "us" }, "us-ca", OGBV__YES }, { { "us" }, "ie", OGBV__NO },
    { { "us-ca" }, "us-ca", OGBV__YES }, { { "us-ca" }, "us-ny", OGBV__NO },
    { { "us-ca" }, "us", OGBV__UNKNOWN },       /* some part of it */
    { { "ie", "us-ca" }, "us", OGBV__UNKNOWN }, { { "ie", "us" }, "us", OGBV__YES },
    { { "us-ca", "ie" }, "ie", OGBV__YES }, { { "ie", "gb" }, "us", OGBV__NO },
};

START_TEST(a_place_lies_within_its_whole)
{
    int64_t codes[2] = { ogbv__place_code(places[_i].in[0]), ogbv__place_code(places[_i].in[1]) };
    struct ogbv__atom atom = { .test = OGBV__IN_PLACE, .fact = &facts[OGBV_PLACE], .list = codes,
                               .n_list = places[_i].in[1] ? 2 : 1 };
    struct ogbv__value value;
    ck_assert(ogbv__value_parse(&facts[OGBV_PLACE], places[_i].is, &value));
    ck_assert_int_eq(ogbv__atom_test(&atom, &value, NULL), places[_i].expected);
    value = ogbv__value_unknown(&facts[OGBV_PLACE]);
    ck_assert_int_eq(ogbv__atom_test(&atom, &value, NULL), OGBV__UNKNOWN);
}
END_TEST

Suite *suite_value(void)
{
    Suite *suite = suite_create("value");
    TCase *tcase = tcase_create("value");
    tcase_add_loop_test(tcase, a_text_is_read_by_its_type, 0, ROWS(texts));
    tcase_add_loop_test(tcase, what_is_no_value_changes_nothing, 0, ROWS(wrong));
    tcase_add_test(tcase, instants_and_places_keep_what_they_are);
    tcase_add_loop_test(tcase, ranges_are_read_where_order_has_a_meaning, 0, ROWS(ranges));
    tcase_add_test(tcase, a_test_is_certain_only_when_all_numbers_agree);
    tcase_add_test(tcase, narrowing_leaves_what_is_possible);
    tcase_add_test(tcase, a_list_of_one_narrows_and_others_do_not);
    tcase_add_loop_test(tcase, a_difference_is_certain_only_when_all_pairs_agree, 0, ROWS(spans));
    tcase_add_loop_test(tcase, an_open_end_leaves_its_side_open, 0, ROWS(open_ends));
    tcase_add_loop_test(tcase, a_place_lies_within_its_whole, 0, ROWS(places));
    suite_add_tcase(suite, tcase);
    return suite;
}
