/* SPDX-License-Identifier: MIT */
/* Protects: reading a result. Its reasons are the tree of the rule with the values that decided,
 * each with its source; and a getter never fails: NULL, an index out of range or an unknown kind
 * give NULL, 0 or "" (semantics 7.6, 13.1, 13.2). */
#include "unit.h"

#include "world.h"

#include <stdio.h>
#include <string.h>

/* ---- reasons -------------------------------------------------------------------------------- */

static const char law[] =
    LAND_OF("", "xa", "<source id='own' kind='statute' seen='primary' url='https://example.org/' "
            "read='2026-01-01' speaks-for='2026-01-01'>Own Act</source>",
        TERM("t", TEXT(IS("c")))
        OFFENCE("o2", "conduct", TEXT(ELEMENT("e", IS("d")) UNLESS("u", "defendant", IS("m"))))
        "<offence id='xa.o' class='criminal' source='own' at='s 1' by='conduct' concepts='fam.x'>"
        "<label>Offence</label><label xml:lang='fr'>Infraction</label>"
        TEXT("<element id='e' at='s 1(a)'><label>shared</label>" ANY(IS("a") NOT(IS("b")))
             AT_LEAST("1", IS("k")) "</element>"
             "<element id='f' at='s 1(b)' source='src'>" TERM_REF("t") RULE_REF("o2") "</element>"
             "<inapplicable id='i' at='s 3' replaced-by='xa.o2'><label>not here</label>"
             IS_MAX("age", "11") "</inapplicable>"
             UNLESS("u", "defendant", OPEN_POINT("p"))
             "<aggravation id='g' at='s 8' max-months='48'><label>worse</label>"
             IS_MIN("count", "3") "</aggravation>"
             "<aggravation id='h' at='s 9' life='yes'><label>worst</label>" IS("k")
             "</aggravation>")
        "</offence>");

static void print(const ogbv_reason *reason, int depth, char *out, size_t size)
{
    size_t n = strlen(out);
    n += (size_t)snprintf(out + n, size - n, "%*s%s %s %s %s '%s' '%s'", 2 * depth, "",
                          ogbv_reason_id(reason),
                          ogbv_name(OGBV_NAMES_REASON_KIND, ogbv_reason_kind(reason)),
                          ogbv_name(OGBV_NAMES_OP, ogbv_reason_op(reason)),
                          ogbv_name(OGBV_NAMES_STATUS, ogbv_reason_status(reason)),
                          ogbv_reason_label(reason, NULL), ogbv_reason_citation(reason));
    for (size_t i = 0; i < ogbv_reason_fact_count(reason); i++)
        n += (size_t)snprintf(out + n, size - n, " %s",
                              ogbv_fact_id(ogbv_reason_fact_at(reason, i)));
    if (ogbv_reason_burden(reason) >= 0)
        n += (size_t)snprintf(out + n, size - n, " %s",
                              ogbv_name(OGBV_NAMES_BURDEN, ogbv_reason_burden(reason)));
    if (ogbv_reason_max_months(reason) >= 0)
        n += (size_t)snprintf(out + n, size - n, " %d", ogbv_reason_max_months(reason));
    snprintf(out + n, size - n, "\n");
    for (size_t i = 0; i < ogbv_reason_child_count(reason); i++)
        print(ogbv_reason_child_at(reason, i), depth + 1, out, size);
}

static const char printed[] =
    "e element all met 'shared' 'Own Act, s 1(a)'\n"
    "  e.1 condition any met '' ''\n"
    "    e.1.1 condition fact met 'a' '' a\n"
    "    e.1.2 condition not undetermined '' ''\n"
    "      e.1.2.1 condition fact undetermined 'b' '' b\n"
    "  e.2 condition at-least met '' ''\n"
    "    e.2.1 condition fact met 'k' '' k\n"
    "f element all not-met '' 'Act, s 1(b)'\n"
    "  f.1 condition all not-met 'Term' 'Act, s 5'\n"
    "    f.1.1 condition fact not-met 'Term' 'Act, s 5' c\n"
    "  f.2 condition all undetermined 'Offence' 'Act, s 1'\n"
    "    f.2.1 condition fact met 'd' 'Act, s 1' d\n"
    "    f.2.2 condition fact open 'unless' 'Act, s 2' m\n"
    "i inapplicable fact excluded 'not here' 'Own Act, s 3' age\n"
    "u unless all open 'unless' 'Own Act, s 2' defendant\n"
    "  u.1 condition unsettled undetermined 'open' 'Own Act, s 9'\n"
    "g aggravation fact undetermined 'worse' 'Own Act, s 8' count 48\n"
    "h aggravation fact met 'worst' 'Own Act, s 9' k 2147483647\n";

START_TEST(reasons_are_the_tree_of_the_rule)
{
    static const int32_t kinds[] = { OGBV_REASON_ELEMENT, OGBV_REASON_UNLESS,
                                     OGBV_REASON_AGGRAVATION };
    char out[4096] = "";
    ogbv_db *db = world_law(law);
    ogbv_result *result = world_assess(db, "xa", "2026-11-21",
                                       "a=yes k=yes c=no d=yes age=30 day=2026-01-01");
    const ogbv_finding *found = ogbv_finding_find(result, "xa.o");
    for (size_t k = 0; k < 3; k++)
        for (size_t i = 0; i < ogbv_finding_reason_count(found, kinds[k]); i++)
            print(ogbv_finding_reason_at(found, kinds[k], i), 0, out, sizeof out);
    ck_assert_str_eq(out, printed);
    const ogbv_reason *barred = ogbv_finding_reason_at(found, OGBV_REASON_UNLESS, 0);
    ck_assert_str_eq(ogbv_rule_id(ogbv_reason_replaced_by(barred)), "xa.o2");
    ogbv_result_unref(result);
    ogbv_db_unref(db);
}
END_TEST

/* ---- how well it was seen ------------------------------------------------------------------- */

#define PRIMARY_LAW(parts, rest) \
    LAND_OF("", "xa", "<source id='own' kind='statute' seen='primary' " \
            "url='https://example.org/' read='2026-01-01' speaks-for='2026-01-01'>Act</source>", \
            "<offence id='xa.o' class='criminal' source='own' at='s 1' by='conduct' " \
            "concepts='fam.x'><label>Offence</label>" parts "</offence>" rest)
#define PARTS \
    "<version from='2020-01-01'>" \
    "<element id='e' at='1'>" IS("a") "</element>" \
    "<element id='f' at='2' seen='secondary'>" IS("b") "</element>" \
    "<inapplicable id='i' at='3' seen='remembered'><label>i</label>" IS("c") "</inapplicable>" \
    "<unless id='u' at='4' burden='defendant'><label>u</label>" IS("d") "</unless></version>"

static const struct {
    const char *facts;
    int32_t seen;
} sources[] = {
    { "a=no b=yes c=no day=2021-01-01", OGBV_PRIMARY },
    { "a=yes b=no c=no day=2021-01-01", OGBV_SECONDARY },
    { "a=no b=yes c=yes day=2021-01-01", OGBV_REMEMBERED },
    { "a=yes b=yes c=no d=no day=2021-01-01", OGBV_REMEMBERED },
    { "a=yes b=yes c=no d=yes day=2021-01-01", OGBV_SECONDARY },
    { "a=yes b=yes c=yes d=no day=2021-01-01", OGBV_REMEMBERED },
    { "a=yes c=no day=2021-01-01", OGBV_REMEMBERED },
    { "a=yes b=yes c=no d=no day=2019-01-01", OGBV_PRIMARY },
};

START_TEST(a_status_is_as_well_seen_as_what_it_rests_on)
{
    ogbv_db *db = world_law(PRIMARY_LAW(PARTS, ""));
    ogbv_result *result = world_assess(db, "xa", "2026-11-21", sources[_i].facts);
    ck_assert_int_eq(ogbv_finding_verified(ogbv_finding_find(result, "xa.o")), sources[_i].seen);
    ogbv_result_unref(result);
    ck_assert_int_eq(ogbv_rule_verified(ogbv_rule_find(db, "xa.o")), OGBV_REMEMBERED);
    ogbv_db_unref(db);
}
END_TEST

/* A remedy rests on findings, and expired on its time limit. */
static const char remedies[] = PRIMARY_LAW(
    TEXT("<element id='e' at='1' seen='secondary'>" IS("a") "</element>"),
    "<remedy id='xa.r' applicants='person-harmed' source='own' at='s 4' kind='civil' by='filing'>"
    "<label>Remedy</label>" TEXT(ELEMENT("f", FINDING("xa.o", "met", "ok")))
    "<deadline id='t' at='s 6' seen='remembered' for='applicant' effect='bars'><label>t</label>"
    "<end amount='10' unit='day' first-day='excluded'><start fact='start'/></end></deadline>"
    "</remedy>");

static const struct {
    const char *facts;
    int32_t status, seen;
} rests[] = {
    { "a=yes start=2026-11-20", OGBV_AVAILABLE, OGBV_SECONDARY },
    { "a=yes start=2026-01-20", OGBV_EXPIRED, OGBV_REMEMBERED },
    { "a=no start=2026-11-20", OGBV_UNAVAILABLE, OGBV_PRIMARY },
};

START_TEST(a_remedy_is_as_well_seen_as_its_findings)
{
    ogbv_db *db = world_law(remedies);
    ogbv_result *result = world_assess(db, "xa", "2026-11-21", rests[_i].facts);
    const ogbv_finding *found = ogbv_finding_find(result, "xa.r");
    ck_assert_int_eq(ogbv_finding_status(found), rests[_i].status);
    ck_assert_int_eq(ogbv_finding_verified(found), rests[_i].seen);
    ogbv_result_unref(result);
    ogbv_db_unref(db);
}
END_TEST

/* ---- getters cannot fail -------------------------------------------------------------------- */

static void check_nothing(void)
{
    ck_assert(ogbv_result_ref(NULL) == NULL && *ogbv_result_on(NULL) == '\0');
    ck_assert(!ogbv_result_on_from(NULL) && !ogbv_result_beyond_data(NULL));
    ck_assert(!ogbv_result_jurisdiction_count(NULL) && !ogbv_result_safety_count(NULL));
    ck_assert(*ogbv_finding_id(NULL) == '\0' && ogbv_finding_rule(NULL) == NULL);
    ck_assert_int_eq(ogbv_finding_status(NULL), OGBV_UNDETERMINED);
    ck_assert_int_eq(ogbv_finding_strict(NULL), OGBV_UNKNOWN);
    ck_assert_int_eq(ogbv_finding_verified(NULL), OGBV_REMEMBERED);
    ck_assert_int_eq(ogbv_finding_version_state(NULL), -1);
    ck_assert(!ogbv_finding_contestable(NULL) && !ogbv_finding_arguable(NULL));
    ck_assert(!ogbv_finding_version_from(NULL) && !ogbv_finding_version_to(NULL));
    ck_assert(!ogbv_finding_act_count(NULL) && !ogbv_finding_missing_count(NULL));
    ck_assert(!ogbv_finding_contest_count(NULL) && !ogbv_finding_due_count(NULL));
    ck_assert(!ogbv_finding_rests_on_count(NULL) && *ogbv_finding_rests_on(NULL, 0) == '\0');
    ck_assert(*ogbv_reason_id(NULL) == '\0' && *ogbv_reason_label(NULL, "en") == '\0');
    ck_assert(*ogbv_reason_citation(NULL) == '\0' && ogbv_reason_replaced_by(NULL) == NULL);
    ck_assert_int_eq(ogbv_reason_status(NULL), OGBV_UNDETERMINED);
    ck_assert(ogbv_reason_burden(NULL) == -1 && ogbv_reason_max_months(NULL) == -1);
    ck_assert(!ogbv_reason_fact_count(NULL) && !ogbv_reason_child_count(NULL));
    ck_assert(*ogbv_due_id(NULL) == '\0' && *ogbv_due_label(NULL, NULL) == '\0');
    ck_assert(*ogbv_due_citation(NULL) == '\0' && *ogbv_due_computation(NULL) == '\0');
    ck_assert(!ogbv_due_date(NULL) && !ogbv_due_at(NULL) && !ogbv_due_certain(NULL));
    ck_assert_int_eq(ogbv_due_status(NULL), OGBV_DUE_UNDETERMINED);
    ck_assert(!ogbv_due_missing_count(NULL) && !ogbv_need_count(NULL));
    ck_assert(!ogbv_need_contest_count(NULL) && !ogbv_need_fact(NULL) && !ogbv_need_decides(NULL));
    ogbv_result_unref(NULL);
}

static void check_outside(const ogbv_result *result, const ogbv_finding *found)
{
    enum { FAR = 1000 };
    ck_assert(!ogbv_finding_at(result, OGBV_FINDING_OFFENCE, FAR));
    ck_assert(!ogbv_finding_at(result, -1, 0) && !ogbv_finding_at(result, 99, 0));
    ck_assert(!ogbv_finding_count(result, -1) && !ogbv_finding_count(result, 99));
    ck_assert(!ogbv_finding_find(result, "nothing") && !ogbv_finding_find(result, NULL));
    ck_assert(*ogbv_result_jurisdiction_id(result, FAR) == '\0');
    ck_assert(!ogbv_result_jurisdiction_asked(result, FAR));
    ck_assert_int_eq(ogbv_result_jurisdiction_connection(result, FAR), OGBV_ASSERTED);
    ck_assert(*ogbv_result_safety_code(result, FAR) == '\0');
    ck_assert(*ogbv_result_safety_text(result, FAR, NULL) == '\0');
    ck_assert(!ogbv_finding_has_why(found, -1) && !ogbv_finding_has_why(found, FAR));
    ck_assert(*ogbv_finding_act_id(found, FAR) == '\0');
    ck_assert_int_eq(ogbv_finding_act_status(found, FAR), OGBV_UNDETERMINED);
    ck_assert(!ogbv_finding_missing_at(found, FAR) && !ogbv_finding_contest_at(found, FAR));
    ck_assert(!ogbv_finding_reason_count(found, 99) && !ogbv_finding_reason_at(found, 99, 0));
    ck_assert(!ogbv_finding_reason_at(found, OGBV_REASON_ELEMENT, FAR));
    ck_assert(!ogbv_finding_due_at(found, FAR) && *ogbv_finding_rests_on(found, FAR) == '\0');
    ck_assert(!ogbv_need_at(result, FAR) && !ogbv_need_contest_at(result, FAR));
    const ogbv_reason *reason = ogbv_finding_reason_at(found, OGBV_REASON_ELEMENT, 0);
    ck_assert(!ogbv_reason_fact_at(reason, FAR) && !ogbv_reason_child_at(reason, FAR));
    ck_assert(!ogbv_due_missing_at(NULL, 0));
}

START_TEST(getters_cannot_fail)
{
    ogbv_db *db = world_law(law);
    ogbv_result *result = world_assess(db, "xa", "2026-11-21", "a=yes");
    check_nothing();
    check_outside(result, ogbv_finding_find(result, "xa.o"));
    ogbv_result_unref(result);
    ogbv_db_unref(db);
}
END_TEST

START_TEST(a_result_outlives_its_case_and_its_db)
{
    ogbv_db *db = world_load(world_rich, WORLD_RICH);
    ogbv_result *result = world_assess(db, "xa", "2026-11-21", "k=yes @post a=yes b=yes");
    ogbv_db_unref(db);
    ck_assert_ptr_eq(ogbv_result_ref(result), result);
    ogbv_result_unref(result);
    const ogbv_finding *found = ogbv_finding_find(result, "xa.o");
    ck_assert_str_eq(ogbv_finding_act_id(found, 0), "post");
    ck_assert_str_eq(ogbv_rule_label(ogbv_finding_rule(found), "fr"), "Offence");
    ogbv_result_unref(result);
}
END_TEST

Suite *suite_result(void)
{
    Suite *suite = suite_create("result");
    TCase *tcase = tcase_create("result");
    tcase_add_test(tcase, reasons_are_the_tree_of_the_rule);
    tcase_add_loop_test(tcase, a_status_is_as_well_seen_as_what_it_rests_on, 0, ROWS(sources));
    tcase_add_loop_test(tcase, a_remedy_is_as_well_seen_as_its_findings, 0, ROWS(rests));
    tcase_add_test(tcase, getters_cannot_fail);
    tcase_add_test(tcase, a_result_outlives_its_case_and_its_db);
    suite_add_tcase(suite, tcase);
    return suite;
}
