/* SPDX-License-Identifier: MIT */
/* Protects: what a case takes. Each setter, each type; that a mistake is told with its fact and
 * never with its value, and changes nothing; the limits; that forgotten is unknown again
 * (semantics 1.4, 1.6, 2.1, 2.3, 16.4). */
#include "unit.h"

#include "model/case.h"
#include "world.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static ogbv_db *db;
static ogbv_case *c;
static ogbv_error *error;

static void set_up(void)
{
    db = world_load(NULL, 0);
    ck_assert_int_eq(ogbv_case_new(db, &c, &error), OGBV_OK);
    ck_assert_ptr_null(error);
}

static void tear_down(void)
{
    ogbv_error_free(error);
    error = NULL;
    ogbv_case_free(c);
    ogbv_db_unref(db);
}

static const struct ogbv__value *value_of(int32_t act, const char *id)
{
    const struct ogbv_fact *fact = ogbv_fact_find(db, id);
    return &(act == OGBV_CASE ? c->values : c->acts[act - 1].values)[fact->index];
}

/* ---- values --------------------------------------------------------------------------------- */

enum { TEXT, NUMBER, TRUTH, RANGE, UNKNOWN, UNSET };

static ogbv_status call(int setter, int32_t act, const char *fact, const char *a, const char *b)
{
    switch (setter) {
    case TEXT: return ogbv_case_set(c, act, fact, a, &error);
    case NUMBER: return ogbv_case_set_integer(c, act, fact, a ? strtoll(a, NULL, 10) : 0, &error);
    case TRUTH: return ogbv_case_set_boolean(c, act, fact, a != NULL, &error);
    case RANGE: return ogbv_case_set_range(c, act, fact, a, b, &error);
    case UNKNOWN: return ogbv_case_set_unknown(c, act, fact, &error);
    default: return ogbv_case_unset(c, act, fact, &error);
    }
}

static const struct {
    int setter;
    const char *fact, *a, *b;
    int64_t lo, hi;
} good[] = {
    { TEXT, "k", "yes", NULL, 1, 1 }, { TEXT, "k", "no", NULL, 0, 0 },
    { TRUTH, "k", "x", NULL, 1, 1 }, { TRUTH, "k", NULL, NULL, 0, 0 },
    { TEXT, "fault", "reckless", NULL, 2, 2 }, { RANGE, "fault", "reckless", NULL, 2, 3 },
    { RANGE, "fault", NULL, "careless", 0, 1 }, { TEXT, "tie", "family", NULL, 2, 2 },
    { TEXT, "age", "0", NULL, 0, 0 }, { NUMBER, "age", "120", NULL, 120, 120 },
    { RANGE, "age", "18", NULL, 18, 120 }, { RANGE, "age", "18", "20", 18, 20 },
    { NUMBER, "count", "2147483647", NULL, INT32_MAX, INT32_MAX },
    { TEXT, "day", "1970-01-02", NULL, 1, 1 }, { TEXT, "day", "1970-02", NULL, 31, 58 },
    { TEXT, "day", "1970", NULL, 0, 364 }, { RANGE, "day", "1970-02", "1970-02-10", 31, 40 },
    { RANGE, "day", NULL, "1970", OGBV__DAY_MIN, 364 },
    { TEXT, "notice", "1970-01-01T00:00:07Z", NULL, 7, 7 },
    { UNKNOWN, "age", NULL, NULL, 0, 120 }, { UNSET, "age", NULL, NULL, 0, 120 },
};

START_TEST(a_fact_is_set)
{
    static const uint8_t states[] = { OGBV__GIVEN, OGBV__GIVEN, OGBV__GIVEN, OGBV__GIVEN,
                                      OGBV__ASKED, OGBV__UNSET };
    ck_assert_int_eq(call(good[_i].setter, OGBV_CASE, good[_i].fact, good[_i].a, good[_i].b),
                     OGBV_OK);
    const struct ogbv__value *value = value_of(OGBV_CASE, good[_i].fact);
    ck_assert_int_eq(value->lo, good[_i].lo);
    ck_assert_int_eq(value->hi, good[_i].hi);
    ck_assert_int_eq(value->state, states[good[_i].setter]);
}
END_TEST

static const struct {
    int setter;
    const char *fact, *a, *b;
    ogbv_status status;
    const char *message;
} bad[] = {
    { TEXT, "k", "perhaps-4711", NULL, OGBV_ERR_FACT, "the fact k does not have such a value" },
    { TEXT, "fault", "gross-4711", NULL, OGBV_ERR_FACT,
      "the fact fault does not have such a value" },
    { TEXT, "age", "4711", NULL, OGBV_ERR_FACT, "the fact age does not have such a value" },
    { TEXT, "day", "2026-02-30", NULL, OGBV_ERR_FACT, "the fact day does not have such a value" },
    { TEXT, "home", "Atlantis", NULL, OGBV_ERR_FACT,
      "the fact home does not have such a value" },
    { NUMBER, "age", "4711", NULL, OGBV_ERR_FACT, "the fact age does not allow this number" },
    { NUMBER, "age", "-1", NULL, OGBV_ERR_FACT, "the fact age does not allow this number" },
    { NUMBER, "count", "2147483648", NULL, OGBV_ERR_FACT,
      "the fact count does not allow this number" },
    { NUMBER, "k", "1", NULL, OGBV_ERR_FACT, "the fact k is not a number" },
    { NUMBER, "day", "4711", NULL, OGBV_ERR_FACT, "the fact day is not a number" },
    { TRUTH, "age", "x", NULL, OGBV_ERR_FACT, "the fact age is not a yes-or-no fact" },
    { RANGE, "age", "30", "20", OGBV_ERR_FACT, "the fact age does not have such a range" },
    { RANGE, "k", "no", "yes", OGBV_ERR_FACT, "the fact k does not have such a range" },
    { RANGE, "tie", "none", NULL, OGBV_ERR_FACT, "the fact tie does not have such a range" },
    { TEXT, "flaut", "none", NULL, OGBV_ERR_NOT_FOUND,
      "there is no such fact: flaut; did you mean fault?" },
    { UNKNOWN, "flaut", NULL, NULL, OGBV_ERR_NOT_FOUND,
      "there is no such fact: flaut; did you mean fault?" },
    { UNSET, "flaut", NULL, NULL, OGBV_ERR_NOT_FOUND,
      "there is no such fact: flaut; did you mean fault?" },
    { TRUTH, "flaut", "x", NULL, OGBV_ERR_NOT_FOUND,
      "there is no such fact: flaut; did you mean fault?" },
    /* what is no id is not repeated, nor what is near to nothing */
    { TEXT, "Fault!", "none", NULL, OGBV_ERR_NOT_FOUND,
      "there is no such fact; did you mean fault?" },
    { TEXT, "erika-mustermann", "yes", NULL, OGBV_ERR_NOT_FOUND, "there is no such fact" },
    { TEXT, "1987-03-29", "yes", NULL, OGBV_ERR_NOT_FOUND, "there is no such fact" },
    { TEXT, "", "yes", NULL, OGBV_ERR_NOT_FOUND, "there is no such fact; did you mean a?" },
};

START_TEST(a_mistake_names_the_fact_and_never_the_value)
{
    static const struct ogbv__value mark = { 3, 4, 0, OGBV__GIVEN };
    const ogbv_fact *fact = ogbv_fact_find(db, bad[_i].fact);
    if (fact)
        ogbv__case_put(c, OGBV_CASE, fact, &mark);
    ogbv_status status = call(bad[_i].setter, OGBV_CASE, bad[_i].fact, bad[_i].a, bad[_i].b);
    ck_assert_int_eq(status, bad[_i].status);
    ck_assert_int_eq(ogbv_error_status(error), bad[_i].status);
    ck_assert_str_eq(ogbv_error_message(error), bad[_i].message);
    ck_assert_ptr_null(strstr(ogbv_error_message(error), "4711"));
    if (fact) {
        ck_assert_str_eq(ogbv_error_fact(error), bad[_i].fact);
        ck_assert(value_of(OGBV_CASE, bad[_i].fact)->lo == 3);
    } else {
        ck_assert_ptr_null(ogbv_error_fact(error));
    }
}
END_TEST

START_TEST(the_nearest_fact_is_named)
{
    ck_assert_int_eq(ogbv_case_set(c, OGBV_CASE, "notise", "x", &error), OGBV_ERR_NOT_FOUND);
    ck_assert_str_eq(ogbv_error_nearest(error), "notice");
    ogbv_error_free(error);
    ck_assert_int_eq(ogbv_case_set(c, OGBV_CASE, "far-away-from-all", "x", &error),
                     OGBV_ERR_NOT_FOUND);
    ck_assert_ptr_null(ogbv_error_nearest(error));
}
END_TEST

START_TEST(setting_again_replaces)
{
    ck_assert_int_eq(ogbv_case_set(c, OGBV_CASE, "age", "30", NULL), OGBV_OK);
    ck_assert_int_eq(ogbv_case_set_range(c, OGBV_CASE, "age", "18", NULL, NULL), OGBV_OK);
    ck_assert_int_eq(value_of(OGBV_CASE, "age")->lo, 18);
    ck_assert_int_eq(ogbv_case_unset(c, OGBV_CASE, "age", NULL), OGBV_OK);
    ck_assert(value_of(OGBV_CASE, "age")->lo == 0 && value_of(OGBV_CASE, "age")->hi == 120);
    ck_assert_int_eq(value_of(OGBV_CASE, "age")->state, OGBV__UNSET);
}
END_TEST

/* ---- acts ----------------------------------------------------------------------------------- */

START_TEST(each_act_has_its_own_facts)
{
    int32_t one, two;
    ck_assert_int_eq(ogbv_case_add_act(c, "one", &one, NULL), OGBV_OK);
    ck_assert_int_eq(ogbv_case_add_act(c, "two", &two, NULL), OGBV_OK);
    ck_assert(one == 1 && two == 2);
    ck_assert_int_eq(ogbv_case_set(c, one, "a", "yes", NULL), OGBV_OK);
    ck_assert_int_eq(ogbv_case_set(c, two, "a", "no", NULL), OGBV_OK);
    ck_assert(value_of(one, "a")->lo == 1 && value_of(two, "a")->hi == 0);
    ck_assert_int_eq(value_of(OGBV_CASE, "a")->state, OGBV__UNSET);
}
END_TEST

START_TEST(a_fact_of_the_case_is_of_no_act)
{
    int32_t act;
    ck_assert_int_eq(ogbv_case_add_act(c, "one", &act, NULL), OGBV_OK);
    ck_assert_int_eq(ogbv_case_set(c, act, "k", "yes", &error), OGBV_ERR_FACT);
    ck_assert_str_eq(ogbv_error_message(error),
                     "the fact k belongs to the case, not to an act");
}
END_TEST

static const struct {
    const char *id;
    ogbv_status status;
} names[] = {
    { "post", OGBV_OK }, { "A.b_c-9", OGBV_OK }, { "", OGBV_ERR_INVALID },
    { "two words", OGBV_ERR_INVALID }, { "\xc3\xa9t\xc3\xa9", OGBV_ERR_INVALID },
    { "0123456789012345678901234567890123456789012345678901234567890123", OGBV_OK },
    { "01234567890123456789012345678901234567890123456789012345678901234", OGBV_ERR_INVALID },
    { "again", OGBV_ERR_INVALID }, { "a\nb", OGBV_ERR_INVALID },
};

START_TEST(an_act_has_a_name_of_its_own)
{
    int32_t act = -1;
    ck_assert_int_eq(ogbv_case_add_act(c, "again", NULL, NULL), OGBV_OK);
    ck_assert_int_eq(ogbv_case_add_act(c, names[_i].id, &act, &error), names[_i].status);
    ck_assert_int_eq(act, names[_i].status == OGBV_OK ? 2 : 0);
    ck_assert_uint_eq(c->n_acts, names[_i].status == OGBV_OK ? 2 : 1);
    if (names[_i].id[0])
        ck_assert_ptr_null(strstr(ogbv_error_message(error), names[_i].id));
}
END_TEST

START_TEST(acts_have_a_limit_and_keep_their_facts)
{
    char name[16];
    for (int i = 1; i <= OGBV_MAX_ACTS; i++) {
        int32_t act;
        snprintf(name, sizeof name, "act%d", i);
        ck_assert_int_eq(ogbv_case_add_act(c, name, &act, NULL), OGBV_OK);
        ck_assert_int_eq(act, i);
        ck_assert_int_eq(ogbv_case_set_integer(c, act, "count", i, NULL), OGBV_OK);
    }
    ck_assert_int_eq(ogbv_case_add_act(c, "more", NULL, &error), OGBV_ERR_LIMIT);
    for (int i = 1; i <= OGBV_MAX_ACTS; i++)
        ck_assert_int_eq(value_of(i, "count")->lo, i);
}
END_TEST

/* Where facts of acts may stand. */
static const struct {
    const char *facts;
    ogbv_status status;
    const char *message;
} places[] = {
    { "a=yes", OGBV_OK, "" }, { "a=yes @one b=yes", OGBV_OK, "" },
    { "k=yes @one a=yes @two a=no", OGBV_OK, "" }, { "a=- @one @two", OGBV_OK, "" },
    { "a=yes @one a=yes", OGBV_ERR_FACT,
      "the fact a is given both for the case and for its one act" },
    { "a=? @one a=yes", OGBV_ERR_FACT,
      "the fact a is given both for the case and for its one act" },
    { "a=yes @one @two", OGBV_ERR_FACT,
      "the fact a belongs to an act, and the case has several" },
    { "a=? @one @two", OGBV_ERR_FACT, "the fact a belongs to an act, and the case has several" },
};

START_TEST(it_is_clear_whose_fact_it_is)
{
    ogbv_result *result = NULL;
    ogbv_case *filled = world_case(db, "xa", "2026-11-21", places[_i].facts);
    ck_assert_int_eq(ogbv_assess(filled, &result, &error), places[_i].status);
    ck_assert_str_eq(ogbv_error_message(error), places[_i].message);
    ck_assert_int_eq(result != NULL, places[_i].status == OGBV_OK);
    ogbv_result_unref(result);
    ogbv_case_free(filled);
}
END_TEST

/* ---- the rest ------------------------------------------------------------------------------- */

static const struct {
    const char *on;
    int32_t from;
    ogbv_status status;
} days[] = {
    { "2026-11-21", OGBV_ON_FROM_TODAY, OGBV_OK }, { "2026-11", 0, OGBV_ERR_INVALID },
    { "2026-02-30", 0, OGBV_ERR_INVALID }, { "today", 0, OGBV_ERR_INVALID },
    { "2026-11-21", -1, OGBV_ERR_INVALID }, { "2026-11-21", 3, OGBV_ERR_INVALID },
    { NULL, 0, OGBV_ERR_INVALID },
};

START_TEST(the_day_of_assessment_is_a_day)
{
    ogbv_result *result = NULL;
    ck_assert_int_eq(ogbv_assess(c, &result, NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_case_set_on(c, days[_i].on, days[_i].from, &error), days[_i].status);
    ck_assert_int_eq(ogbv_assess(c, &result, NULL), days[_i].status);
    ck_assert_str_eq(ogbv_result_on(result), days[_i].status == OGBV_OK ? days[_i].on : "");
    ck_assert_int_eq(ogbv_result_on_from(result), days[_i].status == OGBV_OK ? days[_i].from : 0);
    ogbv_result_unref(result);
}
END_TEST

START_TEST(jurisdictions_are_places_each_once_and_not_too_many)
{
    char id[16];
    ck_assert_int_eq(ogbv_case_add_jurisdiction(c, "Ireland", &error), OGBV_ERR_INVALID);
    for (int i = 0; i < OGBV__MAX_JURISDICTIONS; i++) {
        snprintf(id, sizeof id, "xx-%02d", i);
        ck_assert_int_eq(ogbv_case_add_jurisdiction(c, id, NULL), OGBV_OK);
        ck_assert_int_eq(ogbv_case_add_jurisdiction(c, id, NULL), OGBV_OK);
    }
    ck_assert_uint_eq(c->n_jurisdictions, OGBV__MAX_JURISDICTIONS);
    ogbv_error_free(error);
    ck_assert_int_eq(ogbv_case_add_jurisdiction(c, "xy", &error), OGBV_ERR_LIMIT);
}
END_TEST

START_TEST(misuse_is_refused)
{
    ogbv_case *none = c;
    ck_assert_int_eq(ogbv_case_new(NULL, &none, NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_case_new(db, NULL, NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_case_set_on(NULL, "2026-11-21", 0, NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_case_add_jurisdiction(c, NULL, NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_case_add_act(c, NULL, NULL, NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_case_set(c, OGBV_CASE, "k", NULL, NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_case_set(c, OGBV_CASE, NULL, "yes", NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_case_set(NULL, OGBV_CASE, "k", "yes", NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_case_set(c, 1, "a", "yes", NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_case_set(c, -1, "a", "yes", NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_case_set_range(c, OGBV_CASE, "age", NULL, NULL, NULL),
                     OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_assess(NULL, NULL, NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_assess(c, NULL, NULL), OGBV_ERR_INVALID);
    ogbv_case_free(NULL);
}
END_TEST

Suite *suite_case(void)
{
    Suite *suite = suite_create("case");
    TCase *tcase = tcase_create("case");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_loop_test(tcase, a_fact_is_set, 0, ROWS(good));
    tcase_add_loop_test(tcase, a_mistake_names_the_fact_and_never_the_value, 0, ROWS(bad));
    tcase_add_test(tcase, the_nearest_fact_is_named);
    tcase_add_test(tcase, setting_again_replaces);
    tcase_add_test(tcase, each_act_has_its_own_facts);
    tcase_add_test(tcase, a_fact_of_the_case_is_of_no_act);
    tcase_add_loop_test(tcase, an_act_has_a_name_of_its_own, 0, ROWS(names));
    tcase_add_test(tcase, acts_have_a_limit_and_keep_their_facts);
    tcase_add_loop_test(tcase, it_is_clear_whose_fact_it_is, 0, ROWS(places));
    tcase_add_loop_test(tcase, the_day_of_assessment_is_a_day, 0, ROWS(days));
    tcase_add_test(tcase, jurisdictions_are_places_each_once_and_not_too_many);
    tcase_add_test(tcase, misuse_is_refused);
    suite_add_tcase(suite, tcase);
    return suite;
}
