/* SPDX-License-Identifier: MIT */
/* Protects: a law whose ids, dates, sources or sense do not fit together is not loaded, and each
 * fault is told with its code and line; and which text of a cited rule counts. */
#include "unit.h"

#include "world.h"

/* A fault in line 3: behind the head of LAND. */
#define E(cond) LAND(OFFENCE("o", "conduct", TEXT(ELEMENT("e", cond))))
#define O(id, versions) OFFENCE(id, "conduct", versions)
#define A ELEMENT("e", IS("a"))
#define REMEDY_TIME(rest) \
    LAND(REMEDY("r", TEXT("") DEADLINE("t", "for='court' effect='bars'", rest)))
#define END_OF(attributes, fact) \
    "<end amount='1' first-day='excluded' " attributes "><start fact='" fact "'/></end>"
#define END(attributes) END_OF(attributes, "start")
#define START(fact) END_OF("unit='day'", fact)
#define READINGS(more) \
    "<unsettled id='p' at='1'><label>p</label>" \
    "<reading authority='A'><label>A</label></reading>" more "</unsettled>"

static const struct {
    const char *law, *faults;
} laws[] = {
    /* 1303, 1304, 1305: tests of facts */
    { E(IS_VALUE("fault", "gross")), "1303@3" }, { E(IS_VALUE("age", "121")), "1303@3" },
    { E(IS_VALUE("a", "yes no")), "1303@3" }, { E(IS_MIN("age", "121")), "1303@3" },
    { E("<is fact='age' min='30' max='20'/>"), "1303@3" }, { E(IS_MIN("tie", "none")), "1303@3" },
    { E(IS_MIN("k", "no")), "1303@3" }, { E(IS_VALUE("day", "2024-03")), "1303@3" },
    { E(IS_VALUE("home", "Ireland")), "1303@3" }, { E(IS_VALUE("fault", " ")), "1303@3" },
    { E(IS_VALUE("age", " ")), "1303@3" }, { E(IS_VALUE("a", " ")), "1303@3" },
    { E(IS("age")), "1304@3" }, { E(IS("fault")), "1304@3" },
    { E("<is fact='age' value='3' min='1'/>"), "1304@3" },
    { E("<difference from='age' to='count' unit='day' min='1'/>"), "1304@3" },
    { E("<difference from='start' to='age' unit='day' min='1'/>"), "1304@3" },
    { E("<difference from='start' to='stop' unit='number' min='1'/>"), "1304@3" },
    { E("<difference from='start' to='stop' unit='day'/>"), "1304@3" },
    { E("<difference from='start' to='stop' unit='day' min='2' max='1'/>"), "1304@3" },
    { E("<difference from='start' to='stop' unit='month' min='-2' max='1'/>"), "" },
    { E(AT_LEAST("0", IS("a") IS("b"))), "1305@3" },
    { E(AT_LEAST("3", IS("a") IS("b"))), "1305@3" }, { E(AT_LEAST("2", IS("a") IS("b"))), "" },
    { LAND(O("o", TEXT(A UNLESS_RAISED("u", "age", IS("b"))))), "1304@3" },
    { LAND(O("o", TEXT(A "<unless id='u' at='2' burden='defendant' raised='raised'>"
                         "<label>u</label>" IS("b") "</unless>"))), "1304@3" },
    { REMEDY_TIME(START("age")), "1304@4" }, { REMEDY_TIME(START("notice")), "1304@4" },
    { REMEDY_TIME(END("unit='day'") "<suspended from='age' to='stop'/>"), "1304@4" },
    /* 14xx: ids that lead nowhere */
    { E(IS("z")), "1401@3" },
    { E("<difference from='z' to='y' unit='day' min='1'/>"), "1401@3 1401@3" },
    { LAND(O("o", TEXT(A UNLESS_RAISED("u", "z", IS("b"))))), "1401@3" },
    { REMEDY_TIME(START("z")), "1401@4" },
    { REMEDY_TIME(END("unit='day'") "<suspended from='z' to='stop'/>"), "1401@4" },
    { LAND(OFFENCE_OF("by='conduct' concepts='fam.x fam.z'", "xa.o", TEXT(A))), "1402@3" },
    { LAND(OFFENCE_OF("by='conduct' concepts='fam'", "xa.o", TEXT(A))), "1402@3" },
    { LAND("<none-found concept='fam.z' looked='2026-01-01'>x</none-found>"), "1402@3" },
    { LAND("<none-found concept='fam' looked='2026-01-01'>x</none-found>"), "1402@3" },
    { E(TERM_REF("t")), "1403@3" }, { E(RULE_REF("t")), "1403@3" },
    { LAND(TERM("t", TEXT(IS("a"))) "\n" O("o", TEXT(ELEMENT("e", RULE_REF("t"))))), "1403@6" },
    { LAND(O("p", TEXT(A)) O("o", TEXT(ELEMENT("e", TERM_REF("p"))))), "1403@5" },
    { LAND(REMEDY("r", TEXT("")) O("o", TEXT(ELEMENT("e", RULE_REF("r"))))), "1403@5" },
    { LAND(O("o", TEXT(A "<inapplicable id='i' at='3' replaced-by='xa.z'><label>i</label>"
                         IS("b") "</inapplicable>"))), "1403@3" },
    { LAND(OFFENCE_OF("by='conduct' concepts='fam.x' retired='2026-01-01' successor='xa.z'",
                      "xa.o", TEXT(A))), "1403@3" },
    { LAND(REMEDY("r", TEXT(ELEMENT("e", FINDING("xa.z", "met", "ok"))))), "1403@3" },
    { LAND(TERM("t", TEXT(IS("a")))
           REMEDY("r", TEXT(ELEMENT("e", FINDING("xa.t", "met", "ok"))))), "1403@5" },
    { LAND(O("o", TEXT("<element id='e' at='1' source='z'>" IS("a") "</element>"))), "1404@3" },
    { REMEDY_TIME(END("unit='day' roll='next' calendar='zz'")), "1405@4" },
    { LAND_OF("parent='zz'", "xa", "", ""), "1407@1" },
    { "<jurisdiction format='1' id='xa' within='zz'><label>A</label></jurisdiction>", "1407@1" },
    { LAND_OF("", "xa", "<member-of org='zz' from='2000-01-01'/>", ""), "" },
    { LAND(REMEDY_OF("kind='civil' by='filing' warnings='tells zz'", "xa.r", TEXT(""))),
      "1408@3" },
    { LAND(O("o", TEXT(A)) O("o", TEXT(A))), "1409@5" },
    { LAND(TERM("o", TEXT(IS("a"))) O("o", TEXT(A))), "1409@5" },
    { LAND(O("o", TEXT(A "\n" A))), "1409@4" },
    { LAND_OF("", "xa", "<source id='src' kind='statute' seen='remembered'>x</source>\n", ""),
      "1409@3" },
    { LAND(REMEDY("r", TEXT("") DEADLINE("t", "for='court' effect='bars'", START("start"))
                  DEADLINE("t", "for='court' effect='bars'", START("start")))), "1409@5" },
    /* 1410: what refers back to itself */
    { E(RULE_REF("o")), "1410@3" },
    { LAND(O("o", TEXT(ELEMENT("e", RULE_REF("p")))) O("p", TEXT(ELEMENT("e", RULE_REF("o"))))),
      "1410@5" },
    { LAND(TERM("t", TEXT(TERM_REF("u"))) TERM("u", TEXT(NOT(TERM_REF("t"))))), "1410@5" },
    { LAND_OF("parent='xa'", "xa", "", ""), "1410@1" },
    /* 15xx: time */
    { LAND(O("o", TEXT_OF("from='2020-01-02' to='2020-01-01'", A))), "1501@3" },
    { LAND(O("o", TEXT_OF("from='2020-01-01'", A) TEXT_OF("to='2019-12-31'", A))), "1501@4" },
    { LAND(O("o", TEXT_OF("from='2020-01-01'", A) TEXT_OF("from='2020-01-01'", A))), "1501@4" },
    { LAND_OF("", "xa", "<member-of org='xu' from='2020-01-02' to='2020-01-01'/>", ""), "1501@2" },
    { LAND(REMEDY("r", TEXT("") DEADLINE("t", "for='court' effect='bars' from='2020-01-02' "
                                              "to='2020-01-01'", START("start")))), "1501@4" },
    { LAND(O("o", TEXT_OF("to='2020-01-01'", A) TEXT_OF("from='2020-01-01'", A))), "1502@4" },
    { LAND(O("o", TEXT(A) TEXT_OF("from='2020-01-01'", A))), "1502@4" },
    { LAND(O("o", TEXT(A) TEXT_OF("from='2020-01-01' state='suspended'", A))), "1502@4" },
    { LAND(O("o", TEXT(A) TEXT_OF("from='2020-01-01' state='start-unknown'", A))), "" },
    { LAND(O("o", TEXT(A) TEXT_OF("from='2020-01-01' state='enacted'", A))), "" },
    { LAND(O("o", TEXT_OF("to='2020-01-01'", A) TEXT_OF("from='2020-01-02'", A))), "" },
    { LAND(TERM("t", TEXT_OF("to='2019-12-31'", IS("a")) TEXT_OF("from='2020-01-01'", IS("b")))
           O("o", TEXT(ELEMENT("e", TERM_REF("t"))))), "1503@6" },
    { LAND(TERM("t", TEXT_OF("to='2019-12-31'", IS("a")) TEXT_OF("from='2020-01-01'", IS("b")))
           O("o", TEXT_OF("from='2020-01-01'", ELEMENT("e", TERM_REF("t"))))), "" },
    { LAND(TERM("t", TEXT_OF("from='2020-01-01'", IS("b")))
           O("o", TEXT_OF("from='2019-12-31'", ELEMENT("e", TERM_REF("t"))))), "1503@5" },
    /* 16xx: sources */
    { LAND("<offence id='xa.o' class='criminal' at='1' by='conduct' concepts='fam.x'>"
           "<label>o</label>" TEXT(A) "</offence>"), "1601@3 1601@3 1601@3" },
    { LAND_OF("", "xa", "<source id='p' kind='statute' seen='primary'>P</source>\n", ""),
      "1602@2 1602@2" },
    { LAND_OF("", "xa", "<source id='p' kind='statute' seen='primary' url='https://example.org/' "
              "read='2026-01-01'>P</source>\n", ""), "1602@2" },
    { LAND_OF("", "xa", "<source id='p' kind='statute' seen='secondary' "
              "url='https://example.org/'>P</source>\n", ""), "1602@2" },
    { LAND(O("o", TEXT("<element id='e' at='1' seen='secondary'>" IS("a") "</element>"))),
      "1603@3" },
    /* 17xx: sense */
    { E(FINDING("fam", "met", "ok")), "1701@3" },
    { LAND("<connection>" TERM_REF("t") "</connection>" TERM("t", TEXT(IS("a")))), "1701@3" },
    { "<jurisdiction format='1' id='xa' within='xb'><label>A</label>\n<connection>" IS("a")
      "</connection></jurisdiction>", "1407@1 1701@2" },
    { E(READINGS("<reading authority='B' prevailing='yes'><label>B</label></reading>")),
      "1702@3" },
    { E(READINGS("<reading authority='B' prevailing='yes'><label>B</label>" IS("a") "</reading>"
                 "<reading authority='C' prevailing='yes'><label>C</label>" IS("b")
                 "</reading>")), "1702@3" },
    { E(READINGS("<reading authority='B' prevailing='yes'><label>B</label>" IS("a")
                 "</reading>")), "" },
    { LAND(O("o", TEXT(A)) "<none-found concept='fam.x' looked='2026-01-01'>x</none-found>"),
      "1703@5" },
    { LAND("<none-found concept='fam.x' looked='2026-01-01'>x</none-found>\n"
           "<none-found concept='fam.x' looked='2026-01-01'>x</none-found>"), "1703@4" },
    { REMEDY_TIME(END("unit='month'")), "1705@4" },
    { REMEDY_TIME(END("unit='day' month-rounding='up'")), "1705@4" },
    { REMEDY_TIME(END("unit='working-day'")), "1705@4" },
    { REMEDY_TIME(END("unit='day' roll='next'")), "1705@4" },
    { REMEDY_TIME(END("unit='day' calendar='xa'")), "1705@4" },
    { REMEDY_TIME(END("unit='hour' majority='18'")), "1705@4" },
    { REMEDY_TIME(END("unit='hour' year-end='yes'")), "1705@4" },
    { REMEDY_TIME(END("unit='hour'") END("unit='day'")), "1705@4" },
    { REMEDY_TIME(END("unit='hour'") "<suspended from='start' to='stop'/>"), "1705@4" },
};

START_TEST(what_does_not_fit_together_is_not_loaded)
{
    char faults[512];
    const struct world_file file = { "jurisdictions/xa.xml", laws[_i].law };
    ck_assert_str_eq(world_faults(&file, 1, faults, sizeof faults), laws[_i].faults);
}
END_TEST

/* Circles of several jurisdictions, and roles that no fact carries. */
START_TEST(files_must_fit_each_other)
{
    static const char plain[] =
        "<facts format='1'><group id='g'><label>g</label>"
        FACT("a", "type='boolean' scope='act'", "") FACT("b", "type='boolean' scope='act'", "")
        FACT("danger", "type='boolean' scope='case'", "")
        FACT("age", "type='integer' scope='case' max='120'", "")
        FACT("first", "type='date' scope='case' role='pattern-first'", "") "</group></facts>";
    static const struct world_file circle[] = {
        { "jurisdictions/xa.xml", LAND_OF("parent='xb'", "xa", "", "") },
        { "jurisdictions/xb.xml", LAND_OF("parent='xa'", "xb", "", "") },
    };
    static const struct world_file roles[] = {
        { "jurisdictions/xa.xml",
          LAND(O("o", TEXT(A)) OFFENCE("p", "pattern", TEXT(A)) OFFENCE("q", "filing", TEXT(A))) },
        { "facts.xml", plain },
    };
    char faults[128];
    ck_assert_str_eq(world_faults(circle, 2, faults, sizeof faults), "1410@1");
    ck_assert_str_eq(world_faults(roles, 2, faults, sizeof faults), "1704@3 1704@5 1704@7");
}
END_TEST

/* ---- which text of a cited rule counts (semantics 3.4) -------------------------------------- */

static const char cited[] = LAND(
    TERM("t", TEXT_OF("to='2019-12-31'", IS("a")) TEXT_OF("from='2020-01-01'", IS("b")))
    O("old", TEXT_OF("to='2019-12-31'", ELEMENT("e", TERM_REF("t"))))
    O("new", TEXT_OF("from='2021-01-01'", ELEMENT("e", TERM_REF("t"))))
    O("future", TEXT_OF("from='2019-01-01' state='start-unknown'", ELEMENT("e", TERM_REF("t"))))
    REMEDY("r", TEXT("") DEADLINE("d", "for='court' effect='target'",
                                  "<when>" TERM_REF("t") "</when>" START("start"))));

static const struct {
    const char *id, *facts, *told;
} texts[] = {
    { "xa.old", "a=yes b=no day=2018-01-01", "met yes" },
    { "xa.old", "a=no b=yes day=2018-01-01", "not-met no" },
    { "xa.new", "a=yes b=no day=2022-01-01", "not-met no" },
    { "xa.new", "a=no b=yes day=2022-01-01", "met yes" },
    { "xa.future", "a=yes b=no day=2022-01-01", "not-met no" },
    { "xa.future", "a=no b=yes day=2022-01-01", "undetermined unknown start-unknown" },
};

START_TEST(the_text_that_covers_the_citing_one_counts)
{
    char told[WORLD_TOLD];
    ogbv_db *db = world_law(cited);
    ogbv_result *result = world_assess(db, "xa", "2026-11-21", texts[_i].facts);
    ck_assert_str_eq(world_tell(ogbv_finding_find(result, texts[_i].id), told), texts[_i].told);
    ogbv_result_unref(result);
    result = world_assess(db, "xa", "2026-11-21", "a=yes b=no start=2026-01-01");
    ck_assert_uint_eq(ogbv_finding_due_count(ogbv_finding_find(result, "xa.r")), 0);
    ogbv_result_unref(result);
    ogbv_db_unref(db);
}
END_TEST

/* ---- coverage (semantics 12.4) -------------------------------------------------------------- */

static const struct world_file covering[] = {
    { "jurisdictions/xa.xml", LAND(O("o", TEXT(A)) "<none-found concept='oth.z' "
                                   "looked='2026-05-05'>x</none-found>") },
    { "jurisdictions/xb.xml", LAND_OF("parent='xa'", "xb", "", "") },
};

static const struct {
    const char *jurisdiction, *concept_;
    int32_t coverage;
    const char *looked;
} cells[] = {
    { "xa", "fam.x", OGBV_ENCODED, "2026-12-31" }, { "xa", "oth.z", OGBV_NONE_FOUND, "2026-05-05" },
    { "xa", "fam.y", OGBV_NOT_ENCODED, NULL }, { "xb", "fam.x", OGBV_NOT_ENCODED, NULL },
    { "zz", "fam.x", OGBV_NOT_ENCODED, NULL }, { "xa", "fam", OGBV_NOT_ENCODED, NULL },
};

START_TEST(silence_is_not_none)
{
    const char *looked = "untouched";
    ogbv_db *db = world_load(covering, 2);
    ck_assert_int_eq(ogbv_jurisdiction_coverage(
                         ogbv_jurisdiction_find(db, cells[_i].jurisdiction),
                         ogbv_concept_find(db, cells[_i].concept_), &looked), cells[_i].coverage);
    ck_assert_pstr_eq(looked, cells[_i].looked);
    ogbv_db_unref(db);
}
END_TEST

Suite *suite_link(void)
{
    Suite *suite = suite_create("link");
    TCase *tcase = tcase_create("link");
    tcase_add_loop_test(tcase, what_does_not_fit_together_is_not_loaded, 0, ROWS(laws));
    tcase_add_test(tcase, files_must_fit_each_other);
    tcase_add_loop_test(tcase, the_text_that_covers_the_citing_one_counts, 0, ROWS(texts));
    tcase_add_loop_test(tcase, silence_is_not_none, 0, ROWS(cells));
    suite_add_tcase(suite, tcase);
    return suite;
}
