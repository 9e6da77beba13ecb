/* SPDX-License-Identifier: MIT */
/* Protects: what is asked next. Which facts a finding waits for, through every path and no other;
 * and the order in which the result asks for them (semantics section 8). */
#include "unit.h"

#include "world.h"

#include <stdio.h>
#include <string.h>

static void append(char *out, size_t size, const char *word, int32_t number)
{
    size_t n = strlen(out);
    snprintf(out + n, size - n, "%s%s:%d", n ? " " : "", word, number);
}

/* "fact:decides" by rank, then behind a bar those that feed only open exceptions. */
static void tell_needs(const ogbv_result *result, char *out, size_t size)
{
    out[0] = '\0';
    for (size_t i = 0; i < ogbv_need_count(result); i++)
        append(out, size, ogbv_fact_id(ogbv_need_fact(ogbv_need_at(result, i))),
               ogbv_need_decides(ogbv_need_at(result, i)));
    for (size_t i = 0; i < ogbv_need_contest_count(result); i++) {
        char word[64];
        snprintf(word, sizeof word, "%s%s", i ? "" : "| ",
                 ogbv_fact_id(ogbv_need_fact(ogbv_need_contest_at(result, i))));
        append(out, size, word, ogbv_need_decides(ogbv_need_contest_at(result, i)));
    }
}

/* ---- what a finding waits for --------------------------------------------------------------- */

#define ONE(parts) LAND(OFFENCE("o", "conduct", TEXT(parts)))
#define DATED(parts) TEXT_OF("from='2020-01-01'", parts)

static const struct {
    const char *law, *facts, *told;
} rows[] = {
    /* a branch that is decided asks for nothing */
    { ONE(ELEMENT("e", ANY(ALL(IS("a") IS("b")) IS("c")))), "a=no",
      "undetermined unknown fact | c" },
    { ONE(ELEMENT("e", ANY(ALL(IS("a") IS("b")) IS("c")))), "a=yes",
      "undetermined unknown fact | b c" },
    { ONE(ELEMENT("e", ALL(ANY(IS("a") IS("b")) IS("c")))), "a=yes",
      "undetermined unknown fact | c" },
    { ONE(ELEMENT("e", NOT(ALL(IS("a") IS("b"))))), "a=yes", "undetermined unknown fact | b" },
    { ONE(ELEMENT("e", AT_LEAST("2", IS("a") IS("b") IS("c")))), "a=no",
      "undetermined unknown fact | b c" },
    /* one element that is no ends all questions */
    { ONE(ELEMENT("e", IS("a")) ELEMENT("f", IS("b"))), "a=no", "not-met no" },
    /* known in part is not exactly known */
    { ONE(ELEMENT("e", IS_MIN("count", "5"))), "count=2..", "undetermined unknown fact | count" },
    { ONE(ELEMENT("e", IS_MIN("count", "5"))), "count=5..", "met yes" },
    /* both facts of a difference, as far as they are unknown */
    { ONE(ELEMENT("e", "<difference from='start' to='stop' unit='day' min='1'/>")), "",
      "undetermined unknown fact | start stop" },
    { ONE(ELEMENT("e", "<difference from='start' to='stop' unit='day' min='1'/>")),
      "start=2026-01-01", "undetermined unknown fact | stop" },
    { ONE(ELEMENT("e", "<difference from='start' to='stop' unit='day' min='1'/>")),
      "start=2026-01-01 stop=2026", "undetermined unknown fact | stop" },
    /* exceptions: inapplicable always, unless only where it blocks */
    { ONE(ELEMENT("e", IS("a")) INAPPLICABLE("i", IS("b")) UNLESS("u", "defendant", IS("c"))), "",
      "undetermined unknown fact | a b" },
    { ONE(ELEMENT("e", IS("a")) UNLESS("u", "prosecution", IS("c"))), "",
      "undetermined unknown fact | a c" },
    { ONE(ELEMENT("e", IS("a")) UNLESS_RAISED("u", "raised", IS("c"))), "a=yes raised=yes",
      "undetermined unknown fact burden | c" },
    /* an aggravation decides nothing */
    { ONE(ELEMENT("e", IS("a")) "<aggravation id='g' at='s 8'><label>g</label>" IS("b")
          "</aggravation>"), "", "undetermined unknown fact | a" },
    /* every text that may be the law, unless it says no */
    { LAND(OFFENCE("o", "conduct", TEXT_OF("to='2019-12-31'", ELEMENT("e", IS("a")))
                   DATED(ELEMENT("e", IS("b"))))), "",
      "undetermined unknown fact date | a b day" },
    { LAND(OFFENCE("o", "conduct", TEXT_OF("to='2019-12-31'", ELEMENT("e", IS("a")))
                   DATED(ELEMENT("e", IS("b"))))), "b=no",
      "undetermined unknown fact date | a day" },
    { LAND(OFFENCE("o", "conduct", TEXT_OF("to='2019-12-31'", ELEMENT("e", IS("a"))
                                           INAPPLICABLE("i", IS("c")))
                   DATED(ELEMENT("e", IS("b"))))), "a=no",
      "undetermined unknown fact date | b day" },
    { LAND(OFFENCE("o", "conduct", TEXT_OF("to='2019-12-31'", ELEMENT("e", IS("a")))
                   DATED(ELEMENT("e", IS("b"))))), "day=2021-01-01",
      "undetermined unknown fact | b" },
};

START_TEST(a_finding_waits_for_what_may_decide_it)
{
    char told[WORLD_TOLD];
    ogbv_db *db = world_law(rows[_i].law);
    ogbv_result *result = world_assess(db, "xa", "2026-11-21", rows[_i].facts);
    ck_assert_str_eq(world_tell(ogbv_finding_find(result, "xa.o"), told), rows[_i].told);
    ogbv_result_unref(result);
    ogbv_db_unref(db);
}
END_TEST

/* More rules than one pass takes: each lane keeps its own. */
START_TEST(many_rules_do_not_mix)
{
    enum { RULES = 150, SIZE = 400 * RULES };
    static char law[SIZE];
    static const char *const facts[] = { "a", "b", "c", "d", "k", "m" };
    size_t n = (size_t)snprintf(law, SIZE, "<jurisdiction format='1' id='xa' as-of='2026-12-31'>"
                                "<label>Land</label><source id='src' kind='statute' "
                                "seen='remembered'>Act</source>");
    for (int i = 0; i < RULES; i++)
        n += (size_t)snprintf(law + n, SIZE - n, OFFENCE_OF("by='conduct' concepts='fam.x'",
                              "xa.o%d", TEXT(ELEMENT("e", "<is fact='%s'/><is fact='%s'/>"))),
                              i, facts[i % 6], facts[i / 6 % 6]);
    snprintf(law + n, SIZE - n, "</jurisdiction>");
    ogbv_db *db = world_law(law);
    ogbv_result *result = world_assess(db, "xa", "2026-11-21", "m=yes");
    for (size_t i = 0; i < RULES; i++) {
        const ogbv_finding *found = ogbv_finding_at(result, OGBV_FINDING_OFFENCE, i);
        const char *one = facts[i % 6], *two = facts[i / 6 % 6];
        size_t expected = (size_t)(strcmp(one, "m") != 0)
            + (strcmp(two, "m") != 0 && strcmp(one, two) != 0);
        ck_assert_uint_eq(ogbv_finding_missing_count(found), expected);
        for (size_t f = 0; f < expected; f++) {
            const char *id = ogbv_fact_id(ogbv_finding_missing_at(found, f));
            ck_assert(strcmp(id, one) == 0 || strcmp(id, two) == 0);
        }
    }
    ogbv_result_unref(result);
    ogbv_db_unref(db);
}
END_TEST

/* ---- the order of questions ----------------------------------------------------------------- */

#define BOOLEAN(id, sensitivity, more) \
    FACT_OF("type='boolean' scope='act' sensitivity='" sensitivity "' " more, id, "")

static const char own_facts[] =
    "<facts format='1'><group id='g'><label>g</label>\n"
    BOOLEAN("a", "low", "") BOOLEAN("b", "low", "") BOOLEAN("danger", "high", "safety='yes'")
    FACT("age", "type='integer' scope='case' min='0' max='120'", "")
    FACT("day", "type='date' scope='act' role='conduct'", "")
    FACT("filed", "type='date' scope='case' role='filing'", "")
    BOOLEAN("high", "high", "") BOOLEAN("low", "low", "") BOOLEAN("middle", "medium", "")
    BOOLEAN("later", "low", "") BOOLEAN("risk", "high", "safety='yes'")
    FACT("number", "type='integer' scope='act' min='0' max='9'", "") BOOLEAN("few", "low", "")
    "</group>"
    "<constraint id='few'><if>" IS("few") "</if><then>" IS_MAX("number", "3") "</then>"
    "</constraint></facts>\n";

#define RULE(id, parts) OFFENCE(id, "conduct", TEXT(parts))

static const struct {
    const char *law, *facts, *needs;
} ranks[] = {
    /* concepts wait too: fam.x and fam.y for a, oth.z for b */
    { LAND(""), "", "a:2 b:1" },
    { LAND(""), "a=yes", "b:1" },
    /* how many findings they decide */
    { LAND(RULE("p", ELEMENT("e", IS("low") IS("high"))) RULE("q", ELEMENT("e", IS("high")))),
      "a=no b=no", "high:2 low:1" },
    /* safety before all, then sensitivity, then the id */
    { LAND(RULE("p", ELEMENT("e", IS("low") IS("high") IS("middle") IS("later") IS("risk")))),
      "a=no b=no", "risk:1 later:1 low:1 middle:1 high:1" },
    /* asked and not known: not asked again, yet still waited for */
    { LAND(RULE("p", ELEMENT("e", IS("low") IS("later")))), "a=no b=no low=?", "later:1" },
    { LAND(RULE("p", ELEMENT("e", IS_MIN("number", "5")))), "a=no b=no number=2..", "" },
    { LAND(RULE("p", ELEMENT("e", IS_MIN("number", "2")))), "a=no b=no", "number:1" },
    /* narrowed by a constraint only: nobody was asked */
    { LAND(RULE("p", ELEMENT("e", IS_MIN("number", "2")))), "a=no b=no few=yes", "number:1" },
    { LAND(RULE("p", ELEMENT("e", IS_MIN("number", "4")))), "a=no b=no few=yes", "" },
    /* answered, and narrowed by a constraint on top of it */
    { LAND(RULE("p", ELEMENT("e", IS_MIN("number", "2")))), "a=no b=no few=yes number=?", "" },
    { LAND(RULE("p", ELEMENT("e", IS_MIN("number", "2")))), "a=no b=no few=yes number=1..", "" },
    /* of an act: asked for one is not asked for all */
    { LAND(RULE("p", ELEMENT("e", IS("low")))), "@one a=no b=no low=? @two a=no b=no", "low:1" },
    { LAND(RULE("p", ELEMENT("e", IS("low")))), "@one a=no b=no low=? @two a=no b=no low=?", "" },
    /* what feeds only open exceptions comes apart, at the end */
    { LAND(RULE("p", ELEMENT("e", IS("low")) UNLESS("u", "defendant", IS("later") IS("high")))),
      "a=no b=no low=yes", "| later:1 high:1" },
    { LAND(RULE("p", ELEMENT("e", IS("low")) UNLESS("u", "defendant", IS("later")))
           RULE("q", ELEMENT("e", IS("later")))), "a=no b=no low=yes", "later:1" },
    { LAND(RULE("p", ELEMENT("e", IS("low")) UNLESS("u", "defendant", IS("risk") IS("later")))
           RULE("q", ELEMENT("e", IS("low")) UNLESS("u", "defendant", IS("later")))),
      "a=no b=no low=yes", "| risk:1 later:2" },
    /* deadlines of a remedy that may be too late */
    { LAND(REMEDY("r", TEXT("") DEADLINE("t", "for='applicant' effect='bars'",
        "<end amount='1' unit='day' first-day='excluded'><start fact='day'/></end>"))),
      "a=no b=no", "day:1" },
    { LAND(REMEDY("r", TEXT("") DEADLINE("t", "for='platform' effect='bars'",
        "<end amount='1' unit='day' first-day='excluded'><start fact='day'/></end>"))),
      "a=no b=no", "" },
};

START_TEST(questions_stand_in_their_order)
{
    char needs[256];
    const struct world_file files[] = {
        { "facts.xml", own_facts }, { "jurisdictions/xa.xml", ranks[_i].law },
    };
    ogbv_db *db = world_load(files, 2);
    ogbv_result *result = world_assess(db, "xa", "2026-11-21", ranks[_i].facts);
    tell_needs(result, needs, sizeof needs);
    ck_assert_str_eq(needs, ranks[_i].needs);
    ogbv_result_unref(result);
    ogbv_db_unref(db);
}
END_TEST

Suite *suite_missing(void)
{
    Suite *suite = suite_create("missing");
    TCase *tcase = tcase_create("missing");
    tcase_add_loop_test(tcase, a_finding_waits_for_what_may_decide_it, 0, ROWS(rows));
    tcase_add_test(tcase, many_rules_do_not_mix);
    tcase_add_loop_test(tcase, questions_stand_in_their_order, 0, ROWS(ranks));
    suite_add_tcase(suite, tcase);
    return suite;
}
