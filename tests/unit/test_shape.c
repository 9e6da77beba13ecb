/* SPDX-License-Identifier: MIT */
/* Protects: fail closed. What the format does not have - an element, an attribute, a value, a place
 * in the order - is a fault with its code and its line, and all faults are told at once. */
#include "unit.h"

#include "world.h"

/* A fault in line 3, unless it says otherwise: behind the head of LAND. */
#define GOOD OFFENCE("o", "conduct", TEXT(ELEMENT("e", IS("a"))))
#define DATED_END "amount='1' unit='day' first-day='excluded'"
#define REMEDY_WITH(deadline) LAND(REMEDY("r", TEXT("") deadline))
#define TIME(attributes, inside) DEADLINE("t", attributes, inside)
#define BARS "for='applicant' effect='bars'"

static const struct {
    const char *law, *faults;
} laws[] = {
    { LAND(GOOD), "" },
    /* 1201: elements that are not there, or not here */
    { LAND("<ofence/>"), "1201@3" },
    { LAND("<version/>"), "1201@3" },
    { LAND(OFFENCE("o", "conduct", TEXT(ELEMENT("e", "<isnt fact='a'/>")))), "1201@3 1204@3" },
    { LAND(OFFENCE("o", "conduct", TEXT(ELEMENT("e", IS("a")) "\n<forum>x</forum>"))), "1201@4" },
    { "<facts format='1'/>", "1201@1" },
    { "<unheard-of format='1'/>", "1201@1" },
    /* 1202: attributes */
    { LAND(OFFENCE_OF("by='conduct' concepts='fam.x' colour='red'", "xa.o",
                      TEXT(ELEMENT("e", IS("a"))))), "1202@3" },
    { LAND(OFFENCE("o", "conduct", TEXT(ELEMENT("e", "<is fact='a' lang='en'/>")))), "1202@3" },
    { LAND(OFFENCE("o", "conduct", TEXT(ELEMENT("e", "<all n='2'>" IS("a") "</all>")))),
      "1202@3" },
    /* 1203: attributes that lack */
    { LAND(OFFENCE_OF("concepts='fam.x'", "xa.o", TEXT(ELEMENT("e", IS("a"))))), "1203@3" },
    { LAND(OFFENCE_OF("by='conduct'", "xa.o", TEXT(ELEMENT("e", IS("a"))))), "1203@3" },
    { LAND(OFFENCE("o", "conduct", TEXT("<element id='e'>" IS("a") "</element>"))), "1203@3" },
    { LAND(OFFENCE("o", "conduct", TEXT(ELEMENT("e", "<is/>")))), "1203@3" },
    { "<jurisdiction format='1' id='xa'><label>Land</label></jurisdiction>", "1203@1" },
    { "<jurisdiction id='xa' as-of='2026-01-01'><label>Land</label></jurisdiction>", "1203@1" },
    { REMEDY_WITH(TIME(BARS, "<end " DATED_END "><start fact='start'/><start fact='stop'/></end>")),
      "1203@4" },
    /* 1204: elements that lack */
    { LAND(OFFENCE("o", "conduct", "")), "1204@3" },
    { LAND(OFFENCE("o", "conduct", TEXT(""))), "1204@3" },
    { LAND(OFFENCE("o", "conduct", TEXT(ELEMENT("e", "")))), "1204@3" },
    { LAND(OFFENCE("o", "conduct", TEXT(ELEMENT("e", "<not/>")))), "1204@3" },
    { LAND(OFFENCE("o", "conduct", TEXT(ELEMENT("e", "<unsettled id='p' at='1'>"
        "<label>p</label><reading authority='A'><label>A</label></reading></unsettled>")))),
      "1204@3" },
    { "<jurisdiction format='1' id='xa' as-of='2026-01-01'/>", "1204@1" },
    { REMEDY_WITH(TIME(BARS, "")), "1204@4" },
    /* 1205: once only */
    { LAND("<connection>" IS("a") "</connection><connection>" IS("b") "</connection>"), "1205@1" },
    { LAND_OF("", "xa", "<label>Land again</label>", ""), "1205@2" },
    { LAND_OF("", "xa", "<label xml:lang='fr'>Pays</label>", ""), "" },
    { LAND_OF("", "xa", "<label xml:lang='fr'>Pays</label><label xml:lang='fr'>x</label>", ""),
      "1205@2" },
    /* 1206: the order */
    { LAND("<label xml:lang='fr'>Pays</label>"), "1206@3" },
    { LAND("<none-found concept='oth.z' looked='2026-01-01'>x</none-found>\n" GOOD), "1206@4" },
    { LAND(OFFENCE("o", "conduct", TEXT(UNLESS("u", "defendant", IS("b"))
                                        ELEMENT("e", IS("a"))))), "1206@3" },
    /* 1207: text */
    { LAND("words"), "1207@1" },
    { LAND(OFFENCE("o", "conduct", TEXT(ELEMENT("e", IS("a") "words")))), "1207@3" },
    { LAND_OF("", "xa", "<label xml:lang='fr'> \n </label>", ""), "1207@2" },
    { LAND("<none-found concept='oth.z' looked='2026-01-01'/>"), "1207@3" },
    /* 1208: another format */
    { "<jurisdiction format='2' id='xa' as-of='2026-01-01'><new/></jurisdiction>", "1208@1" },
    /* 1301: values */
    { LAND_OF("milder-law='maybe'", "xa", "", ""), "1301@1" },
    { LAND_OF("parent='France'", "xa", "", ""), "1301@1" },
    { LAND(OFFENCE("o", "luck", TEXT(ELEMENT("e", IS("a"))))), "1301@3" },
    { LAND(OFFENCE("o", "conduct", TEXT_OF("from='2026-02-30'", ELEMENT("e", IS("a"))))),
      "1301@3" },
    { LAND(OFFENCE("o", "conduct", TEXT_OF("from='2026-02'", ELEMENT("e", IS("a"))))), "1301@3" },
    { LAND(OFFENCE("o", "conduct", TEXT_OF("state='ended'", ELEMENT("e", IS("a"))))), "1301@3" },
    { LAND(OFFENCE_OF("by='conduct' concepts=''", "xa.o", TEXT(ELEMENT("e", IS("a"))))),
      "1301@3" },
    { LAND(OFFENCE_OF("by='conduct' concepts='fam.x F'", "xa.o", TEXT(ELEMENT("e", IS("a"))))),
      "1301@3" },
    { LAND(OFFENCE_OF("by='conduct' concepts='fam.x' extent='xa-n North'", "xa.o",
                      TEXT(ELEMENT("e", IS("a"))))), "1301@3" },
    { LAND(OFFENCE("o", "conduct", TEXT("<element id='e' at=''>" IS("a") "</element>"))),
      "1301@3" },
    { LAND(OFFENCE("o", "conduct", TEXT(ELEMENT("e", IS("a"))
        "<penalty at='1' max-months='6' life='yes'>x</penalty>"))), "1301@3" },
    { LAND(OFFENCE("o", "conduct", TEXT(ELEMENT("e", IS("a"))
        "<penalty at='1' max-months='-6'>x</penalty>"))), "1301@3" },
    { REMEDY_WITH(TIME("for='me' effect='bars'", "<end " DATED_END "><start fact='start'/></end>")),
      "1301@4" },
    { REMEDY_WITH(TIME(BARS, "<end amount='99999999999' unit='day' first-day='excluded'>"
                             "<start fact='start'/></end>")), "1301@4" },
    { LAND(REMEDY_OF("kind='civil' by='filing' respondents='neighbour'", "xa.r", TEXT(""))),
      "1301@3" },
    /* 1302: ids */
    { LAND(OFFENCE_OF("by='conduct' concepts='fam.x'", "xa.O", TEXT(ELEMENT("e", IS("a"))))),
      "1302@3" },
    { LAND(OFFENCE_OF("by='conduct' concepts='fam.x'", "xb.o", TEXT(ELEMENT("e", IS("a"))))),
      "1302@3" },
    { LAND(OFFENCE_OF("by='conduct' concepts='fam.x'", "xao", TEXT(ELEMENT("e", IS("a"))))),
      "1302@3" },
    { LAND(OFFENCE("o", "conduct", TEXT(ELEMENT("e f", IS("a"))))), "1302@3" },
    { LAND(OFFENCE("o", "conduct", TEXT(ELEMENT("e", IS("Share"))))), "1302@3" },
    /* all faults at once, in the order of lines */
    { LAND("<lable/>\n" OFFENCE("o", "luck", TEXT("words" ELEMENT("E", "")))
           "<offence/>"), "1201@3 1204@4 1207@4 1301@4 1302@4 1203@6 1203@6 1203@6 1203@6 1203@6 "
                          "1204@6 1204@6" },
};

START_TEST(what_the_format_has_not_is_a_fault)
{
    char faults[512];
    const struct world_file file = { "jurisdictions/xa.xml", laws[_i].law };
    ck_assert_str_eq(world_faults(&file, 1, faults, sizeof faults), laws[_i].faults);
}
END_TEST

/* ---- the other files ------------------------------------------------------------------------ */

#define GROUP(inside) "<group id='g'><label>g</label>\n" inside "</group>"
#define NEEDED \
    FACT("a", "type='boolean' scope='act'", "") FACT("b", "type='boolean' scope='act'", "") \
    FACT("danger", "type='boolean' scope='case'", "") \
    FACT("age", "type='integer' scope='case' max='120'", "")
/* What is in question stands in line 6. */
#define FACTS(inside) "<facts format='1'>" GROUP(NEEDED inside) "</facts>"
#define RULES(inside) "<facts format='1'>" GROUP(NEEDED) inside "</facts>"
#define IF_THEN(if_, then) \
    "<constraint id='c'><if>" if_ "</if><then>" then "</then></constraint>\n"

/* ... in line 3. */
#define TAXONOMY(inside) \
    "<taxonomy format='1'>\n<family id='fam'><label>f</label><definition>d</definition>\n" \
    inside "</family></taxonomy>"
#define CONCEPT(id, more, scope, core, case_) \
    "<concept id='" id "'><label>x</label><definition>d</definition>" more "<scope>" scope \
    "</scope><core>" core "</core><core-case on='2026-06-01'>" case_ "</core-case></concept>"
#define CORE ELEMENT("e", IS("a"))
#define CASE "<given fact='a' value='yes'/>"
#define SAFETY(inside) "<safety format='1'><notice>n</notice>\n" inside "</safety>"
#define INSTRUMENT(inside) \
    "<instrument format='1' id='x' kind='treaty'><label>x</label>" \
    "<source id='t' kind='treaty' seen='remembered'>T</source>\n" inside "</instrument>"
#define CALENDAR(attributes, inside) \
    "<calendar format='1' id='x' " attributes "><label>x</label>" \
    "<source id='t' kind='treaty' seen='remembered'>T</source>\n" inside "</calendar>"
#define PERIOD "from='2026-01-01' to='2026-12-31' "
#define TESTS(inside) "<tests format='1' id='xa'>\n" inside "</tests>"
#define TEST(inside) "<test id='t'><title>t</title>" inside "</test>"
#define EXPECT "<expect of='fam.x' status='met'/>"

static const struct row {
    const char *name, *text, *faults;
} files[] = {
    { "facts.xml", FACTS(""), "" },
    { "facts.xml", FACTS(FACT("x", "type='number' scope='act'", "")), "1301@6 ..." },
    { "facts.xml", FACTS(FACT("X", "type='boolean' scope='act'", "")), "1302@6 ..." },
    { "facts.xml", FACTS(FACT_OF("type='boolean' scope='act'", "x", "")), "1203@6 ..." },
    { "facts.xml", FACTS(FACT("x", "type='integer' scope='act' min='5' max='5'", "")), "1301@6" },
    { "facts.xml", FACTS(FACT("x", "type='integer' scope='act' max='99999999999'", "")),
      "1301@6 ..." },
    { "facts.xml", FACTS(FACT("x", "type='boolean' scope='act' min='0'", "")), "1304@6" },
    { "facts.xml", FACTS(FACT("x", "type='date' scope='act'", VALUE("v") VALUE("w"))), "1304@6" },
    { "facts.xml", FACTS(FACT("x", "type='choice' scope='act'", "")), "1304@6" },
    { "facts.xml", FACTS(FACT("x", "type='level' scope='act'", VALUE("v"))), "1304@6" },
    { "facts.xml", FACTS(FACT("x", "type='level' scope='act'", VALUE("v") VALUE("v"))), "1409@6" },
    { "facts.xml", FACTS(FACT("a", "type='boolean' scope='act'", "")), "1409@6" },
    { "facts.xml", FACTS(FACT("x", "type='boolean' scope='act' role='conduct'", "")), "1704@6" },
    { "facts.xml", FACTS(FACT("x", "type='date' scope='case' role='conduct'", "")), "1704@6" },
    { "facts.xml", FACTS(FACT("x", "type='date' scope='act' role='filing'", "")), "1704@6" },
    { "facts.xml", FACTS(FACT("x", "type='date' scope='case' role='restorative'", "")), "1704@6" },
    { "facts.xml", FACTS(FACT("x", "type='date' scope='act' role='conduct'", "")
                         FACT("y", "type='date' scope='act' role='conduct'", "")), "1704@7" },
    { "facts.xml", RULES(IF_THEN(IS("a"), IS("b")) IF_THEN(IS("b"), IS("a"))), "1409@7" },
    { "facts.xml", RULES(IF_THEN(IS("a"), "")), "1707@6" },
    { "facts.xml", RULES(IF_THEN("", IS("a"))), "1204@6 ..." },
    { "facts.xml", RULES(IF_THEN(NOT(IS("a")), IS("b"))), "1201@6 1204@6 ..." },
    { "facts.xml", RULES(IF_THEN(IS("a"), ANY(IS("b")) ANY(IS("a")))), "1205@6 ..." },
    { "facts.xml", RULES(IF_THEN(IS("z"), IS("b"))), "1401@6" },
    { "facts.xml", RULES(IF_THEN(IS_VALUE("a", "maybe"), IS("b"))), "1303@6" },
    { "facts.xml", RULES(IF_THEN(IS("a"), "<difference from='age' to='age' unit='number'/>")),
      "1201@6 ..." },

    { "taxonomy.xml", TAXONOMY(CONCEPT("fam.x", "", IS("a"), CORE, CASE)), "" },
    { "taxonomy.xml", TAXONOMY(CONCEPT("fax.x", "", IS("a"), CORE, CASE)), "1302@3" },
    { "taxonomy.xml", TAXONOMY(CONCEPT("fam.x", "", IS("a"), CORE, CASE) "\n"
                               CONCEPT("fam.x", "", IS("a"), CORE, CASE)), "1409@4" },
    { "taxonomy.xml", TAXONOMY(CONCEPT("fam.x", "", IS("z"), CORE, CASE)), "1401@3" },
    { "taxonomy.xml", TAXONOMY(CONCEPT("fam.x", "", IS("a"), CORE, "<given fact='z'/>")),
      "1401@3" },
    { "taxonomy.xml", TAXONOMY(CONCEPT("fam.x", "", IS("a"), CORE,
                                       "<given fact='a' value='2'/>")), "1303@3" },
    { "taxonomy.xml", TAXONOMY(CONCEPT("fam.x", "<alias discouraged='yes'>x</alias>", IS("a"),
                                       CORE, CASE)), "1203@3" },
    { "taxonomy.xml", TAXONOMY(CONCEPT("fam.x", "<alias why='x'>x</alias>", IS("a"), CORE, CASE)),
      "1203@3" },
    { "taxonomy.xml", TAXONOMY(CONCEPT("fam.x", "<mapping to='t' relation='close' "
      "seen='primary'/>", IS("a"), CORE, CASE)), "1203@3 1406@3" },
    { "taxonomy.xml", TAXONOMY(CONCEPT("fam.x", "", TERM_REF("t"), CORE, CASE)),
      "1403@3 1701@3" },
    { "taxonomy.xml", TAXONOMY(CONCEPT("fam.x", "", IS("a"), "", CASE)), "1204@3" },

    { "safety.xml", SAFETY("<message code='m'><text>t</text></message>"), "" },
    { "safety.xml", SAFETY("<warning code='w'>t</warning><warning code='w'>t</warning>"),
      "1409@2" },
    { "safety.xml", SAFETY("<message code='m'><text>t</text><when>" IS("z") "</when></message>"),
      "1401@2" },
    { "safety.xml", SAFETY("<message code='m' when-unknown='maybe'><text>t</text></message>"),
      "1301@2" },
    { "safety.xml", SAFETY("<message code='m'><text>t</text><when>" FINDING("fam", "met", "ok")
                           "</when></message>"), "1701@2" },

    { "instruments/x.xml", INSTRUMENT(""), "" },
    { "instruments/x.xml", INSTRUMENT("<party jurisdiction='ie' state='maybe' seen='primary'/>"),
      "1301@2" },
    { "instruments/y.xml", INSTRUMENT(""), "1003@1" },
    { "instruments/x.xml", "<instrument format='1' id='x' kind='treaty'><label>x</label>"
      "<source id='t' kind='treaty' seen='secondary'>T</source></instrument>", "1602@1" },

    { "calendars/x.xml", CALENDAR(PERIOD "weekend='sat sun'",
                                  "<holiday on='2026-12-25'>x</holiday>"), "" },
    { "calendars/x.xml", CALENDAR(PERIOD "weekend='sat son'", ""), "1301@1" },
    { "calendars/x.xml", CALENDAR("from='2026-12-31' to='2026-01-01' weekend='sun'", ""),
      "1501@1" },
    { "calendars/x.xml", CALENDAR(PERIOD "weekend='sun'", "<holiday on='2027-01-01'>x</holiday>"),
      "1501@2" },
    { "calendars/x.xml", CALENDAR(PERIOD "weekend='sun'", "<holiday on='2026-05-01'>x</holiday>"
                                  "\n<holiday on='2026-05-01'>x</holiday>"), "1501@3" },

    { "tests/xa.xml", TESTS(TEST(EXPECT)), "" },
    { "tests/xa.xml", TESTS(TEST("")), "1204@2" },
    { "tests/xa.xml", TESTS("<test id='t'>" EXPECT "</test>"), "1204@2" },
    { "tests/xa.xml", TESTS(TEST(EXPECT) "\n" TEST(EXPECT)), "1409@3" },
    { "tests/xa.xml", TESTS("<test id='t' base='b'><title>t</title>" EXPECT "</test>"), "1411@2" },
    { "tests/xa.xml", TESTS(TEST("<expect of='xa.zz' status='met'/>")), "1411@2" },
    { "tests/xa.xml", TESTS(TEST("<expect of='fam.x' deadline='t'/>")), "1411@2" },
    { "tests/xa.xml", TESTS(TEST("<expect of='fam.x' date='2026-01-01'/>")), "1203@2" },
    { "tests/xa.xml", TESTS(TEST("<expect of='fam.x' missing='zz'/>")), "1401@2" },
    { "tests/xa.xml", TESTS(TEST("<expect of='fam.x' status='maybe'/>")), "1301@2" },
    { "tests/xa.xml", TESTS(TEST("<given fact='z' value='yes'/>" EXPECT)), "1401@2" },
    { "tests/xa.xml", TESTS(TEST("<omit fact='z'/>" EXPECT)), "1401@2" },
    { "tests/xa.xml", TESTS(TEST("<given fact='age' value='1' min='1'/>" EXPECT)), "1303@2" },
    { "tests/xa.xml", TESTS(TEST("<given fact='age'/>" EXPECT)), "1303@2" },
};

START_TEST(a_spoiled_file_is_told_with_its_line)
{
    char faults[512];
    const struct world_file file = { files[_i].name, files[_i].text };
    ck_assert_str_eq(world_faults(&file, 1, faults, sizeof faults), files[_i].faults);
}
END_TEST

Suite *suite_shape(void)
{
    Suite *suite = suite_create("shape");
    TCase *tcase = tcase_create("shape");
    tcase_add_loop_test(tcase, what_the_format_has_not_is_a_fault, 0, ROWS(laws));
    tcase_add_loop_test(tcase, a_spoiled_file_is_told_with_its_line, 0, ROWS(files));
    suite_add_tcase(suite, tcase);
    return suite;
}
