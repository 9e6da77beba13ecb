/* SPDX-License-Identifier: MIT */
/* Protects: the status table. Every combination of elements, inapplicable and exception, under
 * every burden, is judged and compared with the table written out again (semantics 5.1); then what
 * it leaves open: why, arguable, contestable, and how several acts make one finding (semantics
 * section 7). */
#include "unit.h"

#include "world.h"

#include <stdio.h>

static const char *const words[] = { "no", "-", "yes" };     /* by truth; - leaves it unknown */

/* ---- one text, all combinations ------------------------------------------------------------- */

enum { CONTESTED, BLOCKED };     /* what an unknown exception does to an element that is met */

#define OF_BURDEN(unless) \
    LAND(OFFENCE("o", "conduct", TEXT(ELEMENT("e", IS("a")) INAPPLICABLE("i", IS("c")) unless)))

static const struct {
    const char *law, *facts;
    int effect;
} burdens[] = {
    { OF_BURDEN(UNLESS("u", "defendant", IS("b"))), "", CONTESTED },
    { OF_BURDEN(UNLESS("u", "prosecution", IS("b"))), "", BLOCKED },
    { OF_BURDEN(UNLESS("u", "raised", IS("b"))), "", CONTESTED },
    { OF_BURDEN(UNLESS_RAISED("u", "raised", IS("b"))), "raised=yes", BLOCKED },
    { OF_BURDEN(UNLESS_RAISED("u", "raised", IS("b"))), "raised=no", CONTESTED },
    { OF_BURDEN(UNLESS_RAISED("u", "raised", IS("b"))), "", CONTESTED },
    { OF_BURDEN(UNLESS_RAISED("u", "raised", IS("b"))), "raised=?", CONTESTED },
};

static int32_t not_(int32_t value)
{
    return OGBV_YES - value;
}

static int32_t least(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

/* The table of statuses, first hit wins. */
static int32_t expected_status(int32_t elements, int32_t inapplicable, int32_t unless, int effect)
{
    if (elements == OGBV_NO)
        return OGBV_NOT_MET;
    if (inapplicable == OGBV_YES)
        return OGBV_INAPPLICABLE;
    if (unless == OGBV_YES)
        return OGBV_DEFEATED;
    if (elements == OGBV_UNKNOWN || inapplicable == OGBV_UNKNOWN)
        return OGBV_UNDETERMINED;
    return unless == OGBV_UNKNOWN && effect == BLOCKED ? OGBV_UNDETERMINED : OGBV_MET;
}

START_TEST(statuses_follow_the_table)
{
    ogbv_db *db = world_law(burdens[_i].law);
    for (int32_t n = 0; n < 27; n++) {
        int32_t a = n % 3, c = n / 3 % 3, b = n / 9;
        char facts[80];
        snprintf(facts, sizeof facts, "a=%s c=%s b=%s %s", words[a], words[c], words[b],
                 burdens[_i].facts);
        ogbv_result *result = world_assess(db, "xa", "2026-11-21", facts);
        const ogbv_finding *found = ogbv_finding_find(result, "xa.o");
        int32_t status = expected_status(a, c, b, burdens[_i].effect);
        ck_assert_msg(ogbv_finding_status(found) == status, "%s", facts);
        ck_assert_msg(ogbv_finding_strict(found) == least(a, least(not_(c), not_(b))), "%s",
                      facts);
        ck_assert_int_eq(ogbv_finding_contestable(found),
                         status == OGBV_MET && b == OGBV_UNKNOWN);
        ck_assert_int_eq(ogbv_finding_has_why(found, OGBV_WHY_BURDEN),
                         status == OGBV_UNDETERMINED && a == OGBV_YES && c == OGBV_NO);
        ogbv_result_unref(result);
    }
    ogbv_db_unref(db);
}
END_TEST

/* ---- what is left open ---------------------------------------------------------------------- */

#define ONE(parts) LAND(OFFENCE("o", "conduct", TEXT(parts)))

static const struct {
    const char *law, *facts, *told;
} rows[] = {
    /* why, and arguable: nothing but open norms and unsettled points is left */
    { ONE(ELEMENT("e", IS("a"))), "", "undetermined unknown fact | a" },
    { ONE(ELEMENT("e", IS("a"))), "a=?", "undetermined unknown fact | a" },
    { ONE(ELEMENT("e", IS("norm"))), "", "undetermined unknown arguable open-norm | norm" },
    { ONE(ELEMENT("e", IS("norm"))), "norm=no", "not-met no" },
    { ONE(ELEMENT("e", IS("norm"))), "norm=yes", "met yes" },
    { ONE(ELEMENT("e", IS("norm") IS("norm-2"))), "",
      "undetermined unknown arguable open-norm | norm norm-2" },
    { ONE(ELEMENT("e", IS("norm")) ELEMENT("f", IS("a"))), "",
      "undetermined unknown fact open-norm | a norm" },
    { ONE(ELEMENT("e", IS("norm")) ELEMENT("f", IS("a"))), "a=yes",
      "undetermined unknown arguable open-norm | norm" },
    { ONE(ELEMENT("e", OPEN_POINT("p"))), "", "undetermined unknown arguable unsettled" },
    { ONE(ELEMENT("e", OPEN_POINT("p") IS("norm"))), "",
      "undetermined unknown arguable open-norm unsettled | norm" },
    { ONE(ELEMENT("e", ANY(OPEN_POINT("p") IS("a")))), "",
      "undetermined unknown fact unsettled | a" },
    { ONE(ELEMENT("e", ANY(OPEN_POINT("p") IS("a")))), "a=no",
      "undetermined unknown arguable unsettled" },
    { ONE(ELEMENT("e", ANY(OPEN_POINT("p") IS("a")))), "a=yes", "met yes" },
    { ONE(ELEMENT("e", ALL(OPEN_POINT("p") IS("a")))), "a=no", "not-met no" },
    /* sound, not complete */
    { ONE(ELEMENT("e", ANY(IS("a") NOT(IS("a"))))), "", "undetermined unknown fact | a" },
    /* burdens */
    { ONE(ELEMENT("e", IS("a")) UNLESS("u", "defendant", IS("b"))), "a=yes",
      "met unknown contestable / b" },
    { ONE(ELEMENT("e", IS("a")) UNLESS("u", "defendant", IS("b"))), "",
      "undetermined unknown fact | a" },
    { ONE(ELEMENT("e", IS("a")) UNLESS("u", "prosecution", IS("b"))), "a=yes",
      "undetermined unknown fact burden | b" },
    { ONE(ELEMENT("e", IS("a")) UNLESS("u", "prosecution", IS("b"))), "",
      "undetermined unknown fact | a b" },
    { ONE(ELEMENT("e", IS("a")) UNLESS("u", "prosecution", IS("norm"))), "a=yes",
      "undetermined unknown arguable open-norm burden | norm" },
    { ONE(ELEMENT("e", IS("a")) UNLESS("u", "prosecution", OPEN_POINT("p"))), "a=yes",
      "undetermined unknown arguable unsettled burden" },
    /* several exceptions: one that blocks is enough, one that holds defeats */
    { ONE(ELEMENT("e", IS("a")) UNLESS("u", "defendant", IS("b"))
          UNLESS("v", "prosecution", IS("c"))), "a=yes", "undetermined unknown fact burden | c" },
    { ONE(ELEMENT("e", IS("a")) UNLESS("u", "prosecution", IS("b"))
          UNLESS("v", "defendant", IS("c"))), "a=yes", "undetermined unknown fact burden | b" },
    { ONE(ELEMENT("e", IS("a")) UNLESS("u", "defendant", IS("b"))
          UNLESS("v", "prosecution", IS("c"))), "a=yes c=no", "met unknown contestable / b" },
    { ONE(ELEMENT("e", IS("a")) UNLESS("u", "defendant", IS("b"))
          UNLESS("v", "prosecution", IS("c"))), "a=yes b=yes", "defeated no" },
    { ONE(ELEMENT("e", IS("a")) UNLESS("u", "defendant", IS("b"))
          UNLESS("v", "defendant", IS("c"))), "a=yes", "met unknown contestable / b c" },
    { ONE(ELEMENT("e", IS("a")) UNLESS("u", "defendant", IS("b"))
          UNLESS("v", "defendant", IS("c"))), "a=yes b=no c=no", "met yes" },
    { ONE(ELEMENT("e", IS("a")) INAPPLICABLE("i", IS("b")) INAPPLICABLE("j", IS("c"))),
      "a=yes b=no", "undetermined unknown fact | c" },
    { ONE(ELEMENT("e", IS("a")) INAPPLICABLE("i", IS("b")) INAPPLICABLE("j", IS("c"))),
      "a=yes c=yes", "inapplicable no" },
    /* facts that feed only the open exceptions of a rule that is not made out are not asked */
    { ONE(ELEMENT("e", IS("a")) UNLESS("u", "defendant", IS("b"))), "a=no", "not-met no" },
};

START_TEST(what_is_open_is_told)
{
    char told[WORLD_TOLD];
    ogbv_db *db = world_law(rows[_i].law);
    ogbv_result *result = world_assess(db, "xa", "2026-11-21", rows[_i].facts);
    ck_assert_str_eq(world_tell(ogbv_finding_find(result, "xa.o"), told), rows[_i].told);
    ogbv_result_unref(result);
    ogbv_db_unref(db);
}
END_TEST

/* ---- settled points, terms, rules ----------------------------------------------------------- */

static const char through[] = LAND(
    TERM("t", TEXT(IS("a") IS("b")))
    OFFENCE("base", "conduct", TEXT(ELEMENT("e", IS("c")) UNLESS("u", "defendant", IS("d"))))
    OFFENCE("term", "conduct", TEXT(ELEMENT("e", TERM_REF("t"))))
    OFFENCE("rule", "conduct", TEXT(ELEMENT("e", RULE_REF("base"))))
    OFFENCE("settled", "conduct", TEXT(ELEMENT("e",
        "<unsettled id='p' at='s 9'><label>was open</label>"
        "<reading authority='A'><label>one</label></reading>"
        "<reading authority='B' prevailing='yes'><label>two</label>" IS("c") "</reading>"
        "</unsettled>"))));

static const struct {
    const char *id, *facts, *told;
} cited[] = {
    { "xa.term", "a=yes b=yes", "met yes" },
    { "xa.term", "a=no", "not-met no" },
    { "xa.term", "a=yes", "undetermined unknown fact | b" },
    { "xa.term", "", "undetermined unknown fact | a b" },
    /* a rule that cites another reads its strict value: burdens do not count */
    { "xa.base", "c=yes", "met unknown contestable / d" },
    { "xa.rule", "c=yes", "undetermined unknown fact | d" },
    { "xa.rule", "c=yes d=no", "met yes" },
    { "xa.rule", "c=yes d=yes", "not-met no" },
    { "xa.rule", "", "undetermined unknown fact | c d" },
    /* a prevailing reading decides */
    { "xa.settled", "", "undetermined unknown fact | c" },
    { "xa.settled", "c=yes", "met yes" },
    { "xa.settled", "c=no", "not-met no" },
};

START_TEST(what_is_cited_counts)
{
    char told[WORLD_TOLD];
    ogbv_db *db = world_law(through);
    ogbv_result *result = world_assess(db, "xa", "2026-11-21", cited[_i].facts);
    ck_assert_str_eq(world_tell(ogbv_finding_find(result, cited[_i].id), told), cited[_i].told);
    ogbv_result_unref(result);
    ogbv_db_unref(db);
}
END_TEST

/* ---- several acts --------------------------------------------------------------------------- */

static const char of_acts[] = ONE(ELEMENT("e", IS("a")) ELEMENT("f", IS("k"))
                                  INAPPLICABLE("i", IS("b")) UNLESS("u", "defendant", IS("c")));

static const struct {
    const char *facts, *told, *acts;
} several[] = {
    { "k=yes @one a=yes b=no c=no @two a=no", "met yes", "met not-met" },
    { "k=yes @one a=no @two a=yes b=no c=no", "met yes", "not-met met" },
    { "k=yes @one a=no @two b=no c=no", "undetermined unknown fact | a", "not-met undetermined" },
    { "k=yes @one a=yes b=no c=no @two", "met yes", "met undetermined" },
    { "k=no @one a=yes b=no c=no @two a=yes", "not-met no", "not-met not-met" },
    { "@one a=yes b=no c=no @two a=no", "undetermined unknown fact | k", "undetermined not-met" },
    /* the rest by strength: defeated, inapplicable, not met */
    { "k=yes @one a=no @two a=yes b=yes", "inapplicable no", "not-met inapplicable" },
    { "k=yes @one a=yes b=yes @two a=yes b=no c=yes", "defeated no", "inapplicable defeated" },
    { "k=yes @one a=yes b=no c=yes @two a=no", "defeated no", "defeated not-met" },
    { "k=yes @one a=yes b=no c=yes @two a=yes b=yes", "defeated no", "defeated inapplicable" },
    /* met without contest wins over contestable, and strict is the best of all */
    { "k=yes @one a=yes b=no @two a=yes b=no c=no", "met yes", "met met" },
    { "k=yes @one a=yes b=no c=yes @two a=yes b=no", "met unknown contestable / c",
      "defeated met" },
    /* what each act waits for is missing */
    { "k=yes @one a=yes c=no @two b=no c=no", "undetermined unknown fact | a b",
      "undetermined undetermined" },
};

START_TEST(acts_make_one_finding)
{
    char told[WORLD_TOLD], acts[WORLD_TOLD] = "";
    ogbv_db *db = world_law(of_acts);
    ogbv_result *result = world_assess(db, "xa", "2026-11-21", several[_i].facts);
    const ogbv_finding *found = ogbv_finding_find(result, "xa.o");
    ck_assert_str_eq(world_tell(found, told), several[_i].told);
    ck_assert_uint_eq(ogbv_finding_act_count(found), 2);
    ck_assert_str_eq(ogbv_finding_act_id(found, 0), "one");
    ck_assert_str_eq(ogbv_finding_act_id(found, 1), "two");
    snprintf(acts, sizeof acts, "%s %s",
             ogbv_name(OGBV_NAMES_STATUS, ogbv_finding_act_status(found, 0)),
             ogbv_name(OGBV_NAMES_STATUS, ogbv_finding_act_status(found, 1)));
    ck_assert_str_eq(acts, several[_i].acts);
    ogbv_result_unref(result);
    ogbv_db_unref(db);
}
END_TEST

START_TEST(no_rule_is_met_by_facts_of_two_acts)
{
    char told[WORLD_TOLD];
    ogbv_db *db = world_law(ONE(ELEMENT("e", IS("a")) ELEMENT("f", IS("b"))));
    ogbv_result *result = world_assess(db, "xa", "2026-11-21",
                                       "@one a=yes b=no @two a=no b=yes");
    ck_assert_str_eq(world_tell(ogbv_finding_find(result, "xa.o"), told), "not-met no");
    ogbv_result_unref(result);
    result = world_assess(db, "xa", "2026-11-21", "@one a=yes b=yes @two a=no b=no");
    ck_assert_str_eq(world_tell(ogbv_finding_find(result, "xa.o"), told), "met yes");
    ogbv_result_unref(result);
    ogbv_db_unref(db);
}
END_TEST

START_TEST(a_case_without_acts_has_one)
{
    ogbv_db *db = world_law(of_acts);
    ogbv_result *result = world_assess(db, "xa", "2026-11-21", "k=yes a=yes b=no c=no");
    const ogbv_finding *found = ogbv_finding_find(result, "xa.o");
    ck_assert_int_eq(ogbv_finding_status(found), OGBV_MET);
    ck_assert_uint_eq(ogbv_finding_act_count(found), 1);
    ck_assert_str_eq(ogbv_finding_act_id(found, 0), "");
    ogbv_result_unref(result);
    ogbv_db_unref(db);
}
END_TEST

Suite *suite_judge(void)
{
    Suite *suite = suite_create("judge");
    TCase *tcase = tcase_create("judge");
    tcase_add_loop_test(tcase, statuses_follow_the_table, 0, ROWS(burdens));
    tcase_add_loop_test(tcase, what_is_open_is_told, 0, ROWS(rows));
    tcase_add_loop_test(tcase, what_is_cited_counts, 0, ROWS(cited));
    tcase_add_loop_test(tcase, acts_make_one_finding, 0, ROWS(several));
    tcase_add_test(tcase, no_rule_is_met_by_facts_of_two_acts);
    tcase_add_test(tcase, a_case_without_acts_has_one);
    suite_add_tcase(suite, tcase);
    return suite;
}
