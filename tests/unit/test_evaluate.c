/* SPDX-License-Identifier: MIT */
/* Protects: the fast path gives the statuses, and the missing facts, that an assessment gives
 * (semantics 16.5), and says what it does not take. */
#include "unit.h"

#include "world.h"

#include <stdio.h>
#include <string.h>

enum { ROOM = 256 };

static const char law[] = LAND_OF("milder-law='yes'", "xa", "",
    TERM("t", TEXT(IS("a") ANY(IS("b") IS("c"))))
    OFFENCE("o", "conduct", TEXT_OF("to='2019-12-31'", ELEMENT("e", TERM_REF("t")))
            TEXT_OF("from='2020-01-01'", ELEMENT("e", TERM_REF("t")) ELEMENT("f", IS("k"))
                    UNLESS("u", "prosecution", IS("d"))))
    OFFENCE("p", "pattern", TEXT_OF("from='2015-01-01'", ELEMENT("e", IS("norm"))))
    OFFENCE("q", "conduct", TEXT(ELEMENT("e", RULE_REF("q2")) UNLESS("u", "defendant", IS("m"))))
    OFFENCE("q2", "conduct", TEXT(ELEMENT("e", IS_MIN("count", "3")) INAPPLICABLE("i", IS("b"))))
    "<baseline id='xa.b' class='criminal' by='conduct' concepts='fam.x' source='src' at='1'>"
    "<label>Minimum</label>" TEXT(ELEMENT("e", IS("a"))) "</baseline>"
    REMEDY("r", TEXT(ELEMENT("f", FINDING("fam", "met", "ok")))));

static ogbv_db *db;
static ogbv_evaluator *evaluator;
static ogbv_error *error;

static void set_up(void)
{
    db = world_law(law);
    ck_assert_int_eq(ogbv_evaluator_new(db, &evaluator, NULL), OGBV_OK);
}

static void tear_down(void)
{
    ogbv_error_free(error);
    error = NULL;
    ogbv_evaluator_free(evaluator);
    ogbv_db_unref(db);
}

/* The findings of an assessment in the order of the evaluator. */
static const ogbv_finding *finding_at(const ogbv_result *result, size_t i)
{
    size_t offences = ogbv_rule_count(db, OGBV_OFFENCE);
    const ogbv_rule *rule = i < offences ? ogbv_rule_at(db, OGBV_OFFENCE, i)
                                         : ogbv_rule_at(db, OGBV_BASELINE, i - offences);
    return ogbv_finding_find(result, ogbv_rule_id(rule));
}

static uint64_t missing_bits(const ogbv_finding *found)
{
    uint64_t bits = 0;
    for (size_t m = 0; m < ogbv_finding_missing_count(found); m++)
        for (size_t f = 0; f < ogbv_fact_count(db); f++)
            if (ogbv_fact_at(db, f) == ogbv_finding_missing_at(found, m))
                bits |= (uint64_t)1 << f;
    return bits;
}

/* Facts by the digits of a number: unknown, no, yes; then days and numbers. */
static void write_facts(char *facts, size_t size, int n)
{
    static const char *const names[] = { "a", "b", "c", "d", "k", "m", "norm" };
    static const char *const words[] = { "-", "no", "yes" };
    static const char *const days[] = { "day=2018-01-01", "day=2021-05-05", "day=2019..2020", "" };
    static const char *const counts[] = { "count=2..", "count=3", "count=1", "" };
    size_t at = 0;
    facts[0] = '\0';
    for (size_t i = 0; i < sizeof names / sizeof *names; i++, n /= 3)
        at += (size_t)snprintf(facts + at, size - at, "%s=%s ", names[i], words[n % 3]);
    snprintf(facts + at, size - at, "%s %s first=2016-01-01 last=2017", days[n % 4],
             counts[n / 4 % 4]);
}

START_TEST(the_fast_path_answers_as_an_assessment)
{
    char facts[160];
    size_t rules = ogbv_rule_count(db, OGBV_OFFENCE) + ogbv_rule_count(db, OGBV_BASELINE);
    ck_assert_uint_eq(rules, 5);
    for (int n = 0; n < 2187 * 16; n += 37) {
        uint8_t statuses[ROOM];
        uint64_t bits[ROOM];
        write_facts(facts, sizeof facts, n);
        ogbv_case *c = world_case(db, "xa", "2026-11-21", facts);
        ogbv_result *result = world_assess(db, "xa", "2026-11-21", facts);
        ck_assert_int_eq(ogbv_evaluate(evaluator, c, statuses, ROOM, NULL), OGBV_OK);
        ck_assert_int_eq(ogbv_evaluate_missing(evaluator, bits, 1, ROOM, NULL), OGBV_OK);
        for (size_t i = 0; i < rules; i++) {
            const ogbv_finding *found = finding_at(result, i);
            ck_assert_int_eq(statuses[i], ogbv_finding_status(found));
            ck_assert_uint_eq(bits[i], missing_bits(found));
        }
        ogbv_result_unref(result);
        ogbv_case_free(c);
    }
}
END_TEST

START_TEST(jurisdictions_play_no_part)
{
    uint8_t asked[5], none[5];
    ogbv_case *one = world_case(db, "xa", "2026-11-21", "a=yes b=yes k=yes day=2021-01-01");
    ogbv_case *two = world_case(db, "", "2026-11-21", "a=yes b=yes k=yes day=2021-01-01");
    ck_assert_int_eq(ogbv_evaluate(evaluator, one, asked, 5, NULL), OGBV_OK);
    ck_assert_int_eq(ogbv_evaluate(evaluator, two, none, 5, NULL), OGBV_OK);
    ck_assert_mem_eq(asked, none, 5);
    ogbv_case_free(one);
    ogbv_case_free(two);
}
END_TEST

/* Facts of the one act count wherever they stand. */
START_TEST(one_act_is_one_case)
{
    uint8_t plain[5], named[5];
    ogbv_case *one = world_case(db, "", "2026-11-21", "a=yes b=yes k=yes d=no day=2021-01-01");
    ogbv_case *two = world_case(db, "", "2026-11-21", "k=yes @post a=yes b=yes d=no "
                                                      "day=2021-01-01");
    ck_assert_int_eq(ogbv_evaluate(evaluator, one, plain, 5, NULL), OGBV_OK);
    ck_assert_int_eq(ogbv_evaluate(evaluator, two, named, 5, NULL), OGBV_OK);
    ck_assert_mem_eq(plain, named, 5);
    ck_assert_int_eq(plain[0], OGBV_MET);
    ogbv_case_free(one);
    ogbv_case_free(two);
}
END_TEST

START_TEST(only_so_much_is_written_as_there_is_room)
{
    uint8_t statuses[5] = { 99, 99, 99, 99, 99 };
    uint64_t bits[5] = { 99, 99, 99, 99, 99 };
    ogbv_case *c = world_case(db, "", "2026-11-21", "");
    ck_assert_int_eq(ogbv_evaluate(evaluator, c, statuses, 2, NULL), OGBV_OK);
    ck_assert(statuses[1] == OGBV_UNDETERMINED && statuses[2] == 99);
    ck_assert_int_eq(ogbv_evaluate(evaluator, c, NULL, 0, NULL), OGBV_OK);
    ck_assert_int_eq(ogbv_evaluate_missing(evaluator, bits, 1, 3, NULL), OGBV_OK);
    ck_assert(bits[2] != 99 && bits[3] == 99);
    ogbv_case_free(c);
}
END_TEST

START_TEST(misuse_is_refused_and_changes_nothing)
{
    uint8_t statuses[5] = { 0 };
    uint64_t bits[5];
    ogbv_db *other = world_law(law);
    ogbv_case *c = world_case(db, "", "2026-11-21", "a=yes");
    ogbv_case *foreign = world_case(other, "", "2026-11-21", "a=yes");
    ogbv_case *acts = world_case(db, "", "2026-11-21", "@one a=yes @two a=no");
    ogbv_case *conflict = world_case(db, "", "2026-11-21", "age=12 minor=no");
    ogbv_case *undated;
    ck_assert_int_eq(ogbv_case_new(db, &undated, NULL), OGBV_OK);
    ck_assert_int_eq(ogbv_evaluate_missing(evaluator, bits, 1, 5, NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_evaluate(NULL, c, statuses, 5, NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_evaluate(evaluator, NULL, statuses, 5, NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_evaluate(evaluator, c, NULL, 5, NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_evaluate(evaluator, foreign, statuses, 5, NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_evaluate(evaluator, acts, statuses, 5, NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_evaluate(evaluator, undated, statuses, 5, NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_evaluate(evaluator, c, statuses, 5, NULL), OGBV_OK);
    ck_assert_int_eq(ogbv_evaluate_missing(evaluator, bits, 2, 5, NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_evaluate_missing(evaluator, NULL, 1, 5, NULL), OGBV_ERR_INVALID);
    /* after a case that contradicts itself there is nothing to be missing */
    ck_assert_int_eq(ogbv_evaluate(evaluator, conflict, statuses, 5, &error), OGBV_ERR_CONFLICT);
    ck_assert_int_eq(ogbv_evaluate_missing(evaluator, bits, 1, 5, NULL), OGBV_ERR_INVALID);
    ogbv_evaluator *none = evaluator;
    ck_assert_int_eq(ogbv_evaluator_new(NULL, &none, NULL), OGBV_ERR_INVALID);
    ck_assert_ptr_null(none);
    ck_assert_int_eq(ogbv_evaluator_new(db, NULL, NULL), OGBV_ERR_INVALID);
    ogbv_case_free(undated);
    ogbv_case_free(conflict);
    ogbv_case_free(acts);
    ogbv_case_free(foreign);
    ogbv_case_free(c);
    ogbv_db_unref(other);
}
END_TEST

START_TEST(an_evaluator_keeps_its_db)
{
    uint8_t statuses[5];
    ogbv_case *c = world_case(db, "", "2026-11-21", "a=no day=2021-01-01");
    ogbv_db_unref(db);
    ck_assert_int_eq(ogbv_evaluate(evaluator, c, statuses, 5, NULL), OGBV_OK);
    ck_assert_int_eq(statuses[0], OGBV_NOT_MET);
    ogbv_case_free(c);
    db = ogbv_db_ref(NULL);
}
END_TEST

Suite *suite_evaluate(void)
{
    Suite *suite = suite_create("evaluate");
    TCase *tcase = tcase_create("evaluate");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, the_fast_path_answers_as_an_assessment);
    tcase_add_test(tcase, jurisdictions_play_no_part);
    tcase_add_test(tcase, one_act_is_one_case);
    tcase_add_test(tcase, only_so_much_is_written_as_there_is_room);
    tcase_add_test(tcase, misuse_is_refused_and_changes_nothing);
    tcase_add_test(tcase, an_evaluator_keeps_its_db);
    suite_add_tcase(suite, tcase);
    return suite;
}
