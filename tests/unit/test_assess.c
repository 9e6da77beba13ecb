/* SPDX-License-Identifier: MIT */
/* Protects: whose law is read for a case, what opens a remedy and what closes it, what is said of
 * safety (semantics sections 9, 11, 12 and 14). */
#include "unit.h"

#include "world.h"

#include <stdio.h>
#include <string.h>

static void append(char *out, size_t size, const char *word, const char *tail)
{
    size_t n = strlen(out);
    snprintf(out + n, size - n, "%s%s%s", n ? " " : "", word, tail);
}

/* ---- jurisdictions -------------------------------------------------------------------------- */

#define RULE_OF(id) OFFENCE_OF("by='conduct' concepts='fam.x'", id, TEXT(ELEMENT("e", IS("a"))))

static const struct world_file lands[] = {
    { "jurisdictions/xa.xml",
      LAND_OF("", "xa", "<member-of org='xu' from='2015-01-01'/>",
              "<connection>" IS_VALUE("home", "xa") "</connection>" RULE_OF("xa.o")) },
    { "jurisdictions/xa-n.xml",
      "<jurisdiction format='1' id='xa-n' within='xa'><label>North</label></jurisdiction>" },
    { "jurisdictions/xp.xml",
      LAND_OF("", "xp", "<member-of org='xu' from='2010-01-01' to='2020-01-31'/>"
                        "<member-of org='xn' from='2010-01-01'/>",
              RULE_OF("xp.all")
              OFFENCE_OF("by='conduct' concepts='fam.x' extent='xp-a'", "xp.part",
                         TEXT(ELEMENT("e", IS("a"))))
              OFFENCE_OF("by='conduct' concepts='fam.x' extent='xp-b xp-d'", "xp.rest",
                         TEXT(ELEMENT("e", IS("a"))))) },
    { "jurisdictions/xp-a.xml",
      LAND_OF("parent='xp' kind='part'", "xp-a", "", RULE_OF("xp-a.two") RULE_OF("xp-a.one")) },
    { "jurisdictions/xp-b.xml", LAND_OF("parent='xp' kind='part'", "xp-b", "", "") },
    { "jurisdictions/xp-c.xml",
      "<jurisdiction format='1' id='xp-c' within='xp-a'><label>C</label></jurisdiction>" },
    { "jurisdictions/xu.xml",
      LAND_OF("kind='union'", "xu", "",
              "<baseline id='xu.b' class='criminal' by='conduct' concepts='fam.x' source='src' "
              "at='art 1'><label>Minimum</label>" TEXT(ELEMENT("e", IS("a"))) "</baseline>"
              REMEDY_OF("kind='platform' by='filing'", "xu.r", TEXT(ELEMENT("e", IS("a"))))) },
};

enum { LANDS = sizeof lands / sizeof *lands };

/* Ids as listed: + added, ! connected. */
static void list_lands(const ogbv_result *result, char *out, size_t size)
{
    out[0] = '\0';
    for (size_t i = 0; i < ogbv_result_jurisdiction_count(result); i++) {
        int connected = ogbv_result_jurisdiction_connection(result, i) == OGBV_CONNECTED;
        int asked = ogbv_result_jurisdiction_asked(result, i);
        append(out, size, ogbv_result_jurisdiction_id(result, i),
               asked ? connected ? "!" : "" : "+");
    }
}

/* The ids of all findings but concepts, in their order. */
static void list_findings(const ogbv_result *result, char *out, size_t size)
{
    out[0] = '\0';
    for (int32_t kind = OGBV_FINDING_OFFENCE; kind <= OGBV_FINDING_REMEDY; kind++)
        for (size_t i = 0; i < ogbv_finding_count(result, kind); i++)
            append(out, size, ogbv_finding_id(ogbv_finding_at(result, kind, i)), "");
}

static const struct {
    const char *asked, *on, *facts, *lands, *findings;
} readings[] = {
    { "xa", "2014-12-31", "", "xa", "xa.o" },
    { "xa", "2015-01-01", "", "xa xu+", "xa.o xu.b xu.r" },
    { "xa xa", "2015-01-01", "", "xa xu+", "xa.o xu.b xu.r" },
    /* a part without law of its own brings the whole, and what the whole brings */
    { "xa-n", "2026-11-21", "", "xa-n xa+ xu+", "xa.o xu.b xu.r" },
    { "xp-a", "2020-01-31", "", "xp-a xp+ xu+ xn+", "xp-a.two xp-a.one xp.all xp.part xu.b xu.r" },
    { "xp-a", "2020-02-01", "", "xp-a xp+ xn+", "xp-a.two xp-a.one xp.all xp.part" },
    /* a narrower extent: where one of its parts is asked for, or only the whole */
    { "xp-b", "2026-11-21", "", "xp-b xp+ xn+", "xp.all xp.rest" },
    { "xp-c", "2026-11-21", "", "xp-c xp-a+ xp+ xn+", "xp-a.two xp-a.one xp.all xp.part" },
    { "xp", "2026-11-21", "", "xp xn+", "xp.all xp.part xp.rest" },
    { "xp xp-d", "2026-11-21", "", "xp xp-d xn+", "xp.all xp.part xp.rest" },
    { "xp-b xp-a", "2026-11-21", "", "xp-b xp-a xp+ xn+",
      "xp-a.two xp-a.one xp.all xp.part xp.rest" },
    /* in the order asked */
    { "xu xa", "2026-11-21", "", "xu xa", "xa.o xu.b xu.r" },
    { "xp-a xa", "2026-11-21", "", "xp-a xa xp+ xu+ xn+",
      "xp-a.two xp-a.one xa.o xp.all xp.part xu.b xu.r" },
    { "xa xp-a", "2026-11-21", "", "xa xp-a xu+ xp+ xn+",
      "xa.o xp-a.two xp-a.one xp.all xp.part xu.b xu.r" },
    /* law that is not held is no fault, and no finding */
    { "zz", "2026-11-21", "a=yes", "zz", "" },
    { "xp-d", "2026-11-21", "a=yes", "xp-d", "" },
    { "zz xa", "2014-01-01", "", "zz xa", "xa.o" },
    { "", "2026-11-21", "", "", "" },
    /* a connection is what the facts show */
    { "xa", "2014-01-01", "home=xa", "xa!", "xa.o" },
    { "xa", "2014-01-01", "home=xa-n", "xa!", "xa.o" },
    { "xa", "2014-01-01", "home=xp", "xa", "xa.o" },
    { "xp", "2026-11-21", "home=xp", "xp xn+", "xp.all xp.part xp.rest" },
};

START_TEST(asked_law_brings_what_applies_beside_it)
{
    char listed[256], found[256];
    ogbv_db *db = world_load(lands, LANDS);
    ogbv_result *result = world_assess(db, readings[_i].asked, readings[_i].on,
                                       readings[_i].facts);
    list_lands(result, listed, sizeof listed);
    list_findings(result, found, sizeof found);
    ck_assert_str_eq(listed, readings[_i].lands);
    ck_assert_str_eq(found, readings[_i].findings);
    ogbv_result_unref(result);
    ogbv_db_unref(db);
}
END_TEST

START_TEST(a_case_is_classified_without_any_law)
{
    char told[WORLD_TOLD];
    ogbv_db *db = world_load(NULL, 0);
    ogbv_result *result = world_assess(db, "zz", "2026-11-21", "a=yes");
    ck_assert_uint_eq(ogbv_finding_count(result, OGBV_FINDING_CONCEPT), 3);
    ck_assert_str_eq(world_tell(ogbv_finding_find(result, "fam.x"), told), "met yes");
    ck_assert_str_eq(world_tell(ogbv_finding_find(result, "oth.z"), told),
                     "undetermined unknown fact | b");
    ck_assert_ptr_null(ogbv_finding_rule(ogbv_finding_find(result, "fam.x")));
    ck_assert_ptr_null(ogbv_finding_find(result, "fam"));
    ogbv_result_unref(result);
    ogbv_db_unref(db);
}
END_TEST

static const struct {
    const char *asked, *on;
    int beyond;
} horizons[] = {
    { "xa", "2026-12-31", 0 }, { "xa", "2027-01-01", 1 }, { "zz", "2027-01-01", 0 },
};

START_TEST(what_lies_behind_the_data_is_marked)
{
    ogbv_db *db = world_load(lands, LANDS);
    ogbv_result *result = world_assess(db, horizons[_i].asked, horizons[_i].on, "");
    ck_assert_int_eq(ogbv_result_beyond_data(result), horizons[_i].beyond);
    ck_assert_str_eq(ogbv_result_on(result), horizons[_i].on);
    ogbv_result_unref(result);
    ogbv_db_unref(db);
}
END_TEST

/* ---- remedies ------------------------------------------------------------------------------- */

#define CRIME(id, concept, parts) \
    OFFENCE_OF("by='conduct' concepts='" concept "'", "xa." id, TEXT(parts))
#define RESTS_ON(of, need, contestable) \
    LAND(CRIME("x", "fam.x", ELEMENT("e", IS("a")) UNLESS("u", "defendant", IS("c"))) \
         CRIME("y", "fam.y", ELEMENT("e", IS("norm"))) \
         CRIME("z", "oth.z", ELEMENT("e", IS("b"))) \
         REMEDY("r", TEXT(ELEMENT("f", FINDING(of, need, contestable)))))
#define OPEN_TO(parts) LAND(REMEDY("r", TEXT(parts)))

struct row {
    const char *law, *on, *facts, *told;
};

static const struct row remedies[] = {
    { OPEN_TO(""), "2026-11-21", "", "available yes" },
    { OPEN_TO(ELEMENT("e", IS("a"))), "2026-11-21", "a=yes", "available yes" },
    { OPEN_TO(ELEMENT("e", IS("a"))), "2026-11-21", "a=no", "unavailable no" },
    { OPEN_TO(ELEMENT("e", IS("a"))), "2026-11-21", "", "undetermined unknown fact | a" },
    { OPEN_TO(ELEMENT("e", IS("a")) UNLESS("u", "defendant", IS("b"))), "2026-11-21",
      "a=yes b=yes", "unavailable no" },
    { OPEN_TO(ELEMENT("e", IS("a")) UNLESS("u", "defendant", IS("b"))), "2026-11-21", "a=yes",
      "available unknown contestable / b" },
    { OPEN_TO(UNLESS("u", "prosecution", IS("b"))), "2026-11-21", "",
      "undetermined unknown fact burden | b" },
    { OPEN_TO(ELEMENT("e", IS("a")) INAPPLICABLE("i", IS("b"))), "2026-11-21", "a=yes b=yes",
      "unavailable no" },
    { LAND(REMEDY("r", TEXT_OF("from='2027-01-01'", ""))), "2026-11-21", "",
      "not-in-force no" },
    /* what was found of a rule */
    { RESTS_ON("xa.z", "met", "no"), "2026-11-21", "b=yes", "available yes" },
    { RESTS_ON("xa.z", "met", "no"), "2026-11-21", "b=no", "unavailable no" },
    { RESTS_ON("xa.z", "met", "no"), "2026-11-21", "", "undetermined unknown fact | b" },
    { RESTS_ON("xa.x", "met", "no"), "2026-11-21", "a=yes c=no", "available yes" },
    { RESTS_ON("xa.x", "met", "no"), "2026-11-21", "a=yes", "undetermined unknown fact | c" },
    { RESTS_ON("xa.x", "met", "ok"), "2026-11-21", "a=yes", "available yes" },
    { RESTS_ON("xa.x", "met", "ok"), "2026-11-21", "a=yes c=yes", "unavailable no" },
    /* arguable is enough where the remedy says so */
    { RESTS_ON("xa.y", "met", "no"), "2026-11-21", "",
      "undetermined unknown arguable open-norm | norm" },
    { RESTS_ON("xa.y", "arguable", "no"), "2026-11-21", "", "available yes" },
    { RESTS_ON("xa.y", "arguable", "no"), "2026-11-21", "norm=no", "unavailable no" },
    { RESTS_ON("xa.z", "arguable", "no"), "2026-11-21", "", "undetermined unknown fact | b" },
    /* of a concept, of a family: any rule of it */
    { RESTS_ON("fam.x", "met", "ok"), "2026-11-21", "a=yes norm=no", "available yes" },
    { RESTS_ON("fam.y", "met", "ok"), "2026-11-21", "a=yes norm=no", "unavailable no" },
    { RESTS_ON("fam", "met", "ok"), "2026-11-21", "a=no norm=yes", "available yes" },
    { RESTS_ON("fam", "met", "ok"), "2026-11-21", "a=yes norm=no", "available yes" },
    { RESTS_ON("fam", "met", "ok"), "2026-11-21", "a=no norm=no b=yes", "unavailable no" },
    { RESTS_ON("fam", "met", "ok"), "2026-11-21", "a=no b=yes",
      "undetermined unknown arguable open-norm | norm" },
    { RESTS_ON("oth", "met", "no"), "2026-11-21", "b=yes", "available yes" },
    /* where nobody looked, silence is not "no" (semantics 9.4) */
    { LAND(REMEDY("r", TEXT(ELEMENT("f", FINDING("fam.x", "met", "ok"))))), "2026-11-21", "a=yes",
      "undetermined unknown" },
    { LAND(REMEDY("r", TEXT(ELEMENT("f", FINDING("fam.x", "met", "ok"))))
           "<none-found concept='fam.x' looked='2026-01-01'>x</none-found>"), "2026-11-21",
      "a=yes", "unavailable no" },
    /* over acts: open while it is for one of them */
    { OPEN_TO(ELEMENT("e", IS("a"))), "2026-11-21", "@one a=no @two a=yes", "available yes" },
    { RESTS_ON("xa.x", "met", "no"), "2026-11-21", "@one a=yes c=yes @two a=yes c=no",
      "available yes" },
    { RESTS_ON("xa.x", "met", "no"), "2026-11-21", "@one a=no @two c=no",
      "undetermined unknown fact | a" },
};

static void check(const struct row *row)
{
    char told[WORLD_TOLD];
    ogbv_db *db = world_law(row->law);
    ogbv_result *result = world_assess(db, "xa", row->on, row->facts);
    ck_assert_str_eq(world_tell(ogbv_finding_find(result, "xa.r"), told), row->told);
    ogbv_result_unref(result);
    ogbv_db_unref(db);
}

START_TEST(a_remedy_opens_as_its_conditions_say)
{
    check(&remedies[_i]);
}
END_TEST

/* ---- remedies whose time has run out -------------------------------------------------------- */

#define END_FROM(fact) \
    "<end amount='10' unit='day' first-day='excluded'><start fact='" fact "'/></end>"
#define TIMED(attributes, fact) \
    LAND(REMEDY("r", TEXT(ELEMENT("e", IS("a"))) DEADLINE("t", attributes, END_FROM(fact))))
#define APPLICANT "for='applicant' effect='bars'"

static const char timed[] = TIMED(APPLICANT, "start");
static const char timed_act[] = TIMED(APPLICANT, "day");
static const char timed_twice[] = LAND(REMEDY("r", TEXT("") DEADLINE("t", APPLICANT,
    END_FROM("start")) DEADLINE("u", APPLICANT, END_FROM("stop"))));

static const struct row times[] = {
    { timed, "2026-03-11", "a=yes start=2026-03-01", "available yes" },     /* due today */
    { timed, "2026-03-10", "a=yes start=2026-03-01", "available yes" },
    { timed, "2026-03-12", "a=yes start=2026-03-01", "expired yes" },
    { timed, "2026-03-12", "start=2026-03-01", "expired unknown" },
    { timed, "2026-03-12", "a=no start=2026-03-01", "unavailable no" },
    { timed, "2026-03-12", "a=yes", "undetermined yes date | start" },
    { timed, "2026-03-12", "", "undetermined unknown fact date | a start" },
    { timed, "2026-03-12", "a=yes start=2026-03", "undetermined yes date | start" },
    { timed, "2026-03-10", "a=yes start=2026-03", "available yes" },
    /* on the earliest possible last day every possibility is in time (semantics 9.7) */
    { timed, "2026-03-11", "a=yes start=2026-03", "available yes" },
    /* only a deadline of the applicant that bars closes */
    { TIMED("for='applicant' effect='extendable'", "start"), "2026-03-12",
      "a=yes start=2026-03-01", "available yes" },
    { TIMED("for='applicant' effect='target'", "start"), "2026-03-12",
      "a=yes start=2026-03-01", "available yes" },
    { TIMED("for='platform' effect='bars'", "start"), "2026-03-12", "a=yes start=2026-03-01",
      "available yes" },
    { TIMED("for='court' effect='bars'", "start"), "2026-03-12", "a=yes", "available yes" },
    /* one of several is enough */
    { timed_twice, "2026-03-12", "start=2026-03-01 stop=2026-03-09", "expired yes" },
    { timed_twice, "2026-03-12", "start=2026-03-09 stop=2026-03-01", "expired yes" },
    { timed_twice, "2026-03-12", "start=2026-03-09 stop=2026-03-09", "available yes" },
    { timed_twice, "2026-03-12", "start=2026-03-01", "expired yes" },
    { timed_twice, "2026-03-12", "start=2026-03-09", "undetermined yes date | stop" },
    /* over acts: the time of one act that is open keeps the remedy open */
    { timed_act, "2026-03-12", "@one a=yes day=2026-03-01 @two a=yes day=2026-03-09",
      "available yes" },
    { timed_act, "2026-03-12", "@one a=yes day=2026-03-01 @two a=yes day=2026-02-01",
      "expired yes" },
    { timed_act, "2026-03-12", "@one a=yes day=2026-03-01 @two a=yes",
      "undetermined yes date | day" },
    /* ... but not the time of an act that does not open it */
    { timed_act, "2026-03-12", "@one a=yes day=2026-03-01 @two a=no day=2026-03-09",
      "expired yes" },
    { timed_act, "2026-03-12", "@one a=yes day=2026-03-01 @two day=2026-03-09",
      "undetermined yes fact | a" },
    { timed_act, "2026-03-12", "@one a=yes day=2026-03-09 @two a=no", "available yes" },
};

START_TEST(a_deadline_closes_a_remedy)
{
    check(&times[_i]);
}
END_TEST

/* ---- the restorative gate ------------------------------------------------------------------- */

static const char restorative[] =
    LAND(REMEDY_OF("kind='restorative' by='filing'", "xa.r", TEXT(ELEMENT("e", IS("a")))
                   DEADLINE("t", APPLICANT, END_FROM("start"))));

static const struct {
    const char *facts, *told;
    int asks;
} gates[] = {
    { "", "none", 0 }, { "restore=?", "none", 0 }, { "restore=no a=yes", "none", 0 },
    { "a=yes start=2026-03-01", "none", 0 },
    { "restore=yes", "undetermined unknown fact date | a start", 1 },
    { "restore=yes a=yes start=2026-11-20", "available yes", 0 },
};

static int asks(const ogbv_result *result, const char *fact)
{
    for (size_t i = 0; i < ogbv_need_count(result); i++)
        if (strcmp(ogbv_fact_id(ogbv_need_fact(ogbv_need_at(result, i))), fact) == 0)
            return 1;
    return 0;
}

START_TEST(nothing_restorative_before_it_is_asked_for)
{
    char told[WORLD_TOLD];
    ogbv_db *db = world_law(restorative);
    ogbv_result *result = world_assess(db, "xa", "2026-11-21", gates[_i].facts);
    ck_assert_str_eq(world_tell(ogbv_finding_find(result, "xa.r"), told), gates[_i].told);
    ck_assert_int_eq(asks(result, "start"), gates[_i].asks);
    ck_assert(!asks(result, "restore"));
    ogbv_result_unref(result);
    ogbv_db_unref(db);
}
END_TEST

/* ---- findings elsewhere --------------------------------------------------------------------- */

#define HEARS(id) \
    REMEDY_OF("kind='civil' by='filing'", id, TEXT(ELEMENT("f", FINDING("fam", "met", "ok"))))

static const struct world_file related[] = {
    { "jurisdictions/xa.xml", LAND_OF("", "xa", "<member-of org='xu' from='2015-01-01'/>",
                                      RULE_OF("xa.o") HEARS("xa.r")) },
    { "jurisdictions/xa-n.xml", LAND_OF("parent='xa' kind='part'", "xa-n", "", HEARS("xa-n.r")) },
    { "jurisdictions/xb.xml", LAND_OF("", "xb", "", HEARS("xb.r")) },
    { "jurisdictions/xu.xml", LAND_OF("kind='union'", "xu", "", HEARS("xu.r")) },
};

static const struct {
    const char *asked, *remedy;
    int32_t status;
} hearings[] = {
    { "xa xb", "xa.r", OGBV_AVAILABLE },
    { "xa xb", "xb.r", OGBV_UNAVAILABLE },      /* another country's crime opens nothing here */
    { "xa-n", "xa-n.r", OGBV_AVAILABLE },       /* the parent's does */
    { "xa", "xu.r", OGBV_AVAILABLE },           /* a member's for the union's remedy */
    { "xu", "xu.r", OGBV_UNAVAILABLE },         /* only law that was asked for is read */
};

START_TEST(a_finding_counts_where_it_is_related)
{
    ogbv_db *db = world_load(related, sizeof related / sizeof *related);
    ogbv_result *result = world_assess(db, hearings[_i].asked, "2026-11-21", "a=yes");
    const ogbv_finding *found = ogbv_finding_find(result, hearings[_i].remedy);
    ck_assert_int_eq(ogbv_finding_status(found), hearings[_i].status);
    int rests = hearings[_i].status == OGBV_AVAILABLE;
    ck_assert_uint_eq(ogbv_finding_rests_on_count(found), (size_t)rests);
    ck_assert_str_eq(ogbv_finding_rests_on(found, 0), rests ? "fam" : "");
    ogbv_result_unref(result);
    ogbv_db_unref(db);
}
END_TEST

/* ---- safety --------------------------------------------------------------------------------- */

static const struct {
    const char *facts, *codes;
} messages[] = {
    { "", "always danger" }, { "danger=?", "always danger" }, { "danger=yes", "always danger" },
    { "danger=no", "always" }, { "danger=no age=17", "always child" },
    { "danger=no age=18", "always" }, { "age=12..30 danger=no", "always" },
};

START_TEST(safety_comes_when_it_might_be_needed)
{
    char codes[128] = "";
    ogbv_db *db = world_load(NULL, 0);
    ogbv_result *result = world_assess(db, "zz", "2026-11-21", messages[_i].facts);
    for (size_t i = 0; i < ogbv_result_safety_count(result); i++)
        append(codes, sizeof codes, ogbv_result_safety_code(result, i), "");
    ck_assert_str_eq(codes, messages[_i].codes);
    ck_assert_str_eq(ogbv_result_safety_text(result, 0, NULL), "t");
    ogbv_result_unref(result);
    ogbv_db_unref(db);
}
END_TEST

Suite *suite_assess(void)
{
    Suite *suite = suite_create("assess");
    TCase *tcase = tcase_create("assess");
    tcase_add_loop_test(tcase, asked_law_brings_what_applies_beside_it, 0, ROWS(readings));
    tcase_add_test(tcase, a_case_is_classified_without_any_law);
    tcase_add_loop_test(tcase, what_lies_behind_the_data_is_marked, 0, ROWS(horizons));
    tcase_add_loop_test(tcase, a_remedy_opens_as_its_conditions_say, 0, ROWS(remedies));
    tcase_add_loop_test(tcase, a_deadline_closes_a_remedy, 0, ROWS(times));
    tcase_add_loop_test(tcase, nothing_restorative_before_it_is_asked_for, 0, ROWS(gates));
    tcase_add_loop_test(tcase, a_finding_counts_where_it_is_related, 0, ROWS(hearings));
    tcase_add_loop_test(tcase, safety_comes_when_it_might_be_needed, 0, ROWS(messages));
    suite_add_tcase(suite, tcase);
    return suite;
}
