/* SPDX-License-Identifier: MIT */
/* Protects: which text of a rule is the law of the day - or days - of a case; that a day without a
 * text has none; and what an inexact day or a long conduct leaves open (semantics section 6). */
#include "unit.h"

#include "engine/result.h"
#include "world.h"

#include <stdio.h>
#include <string.h>

static const char *or_none(const char *text)
{
    return text ? text : "-";
}

/* What is told of a finding, then in brackets its version: first day, last day, state. */
static const char *told(const ogbv_finding *found, char out[2 * WORLD_TOLD])
{
    char line[WORLD_TOLD];
    int32_t state = ogbv_finding_version_state(found);
    const char *name = state >= 0 ? ogbv_name(OGBV_NAMES_VERSION_STATE, state) : "-";
    snprintf(out, 2 * WORLD_TOLD, "%s [%s %s %s]", world_tell(found, line),
             or_none(ogbv_finding_version_from(found)), or_none(ogbv_finding_version_to(found)),
             name);
    return out;
}

struct row {
    const char *law, *on, *facts, *told;
};

static void check(const struct row *row)
{
    char out[2 * WORLD_TOLD];
    ogbv_db *db = world_law(row->law);
    ogbv_result *result = world_assess(db, "xa", row->on, row->facts);
    ck_assert_str_eq(told(ogbv_finding_find(result, "xa.o"), out), row->told);
    ogbv_result_unref(result);
    ogbv_db_unref(db);
}

#define TEXT_A(attributes) TEXT_OF(attributes, ELEMENT("e", IS("a")))
#define TEXT_B(attributes) TEXT_OF(attributes, ELEMENT("e", IS("b")))
#define BY(by, versions) LAND(OFFENCE("o", by, versions))

/* ---- the day of the conduct ----------------------------------------------------------------- */

static const char gap[] = BY("conduct", TEXT_A("from='2015-01-01' to='2019-12-31'")
                                        TEXT_B("from='2022-01-01'"));
static const char change[] = BY("conduct", TEXT_A("to='2019-12-31'")
                                           TEXT_B("from='2020-01-01'"));
static const char ended[] = BY("conduct", TEXT_A("from='2015-01-01' to='2019-12-31'"));

static const char shielded[] = BY("conduct",
    TEXT_OF("to='2019-12-31'", ELEMENT("e", IS("a")) UNLESS("u", "defendant", IS("c")))
    TEXT_B("from='2020-01-01'"));

static const char barred[] = BY("conduct",
    TEXT_OF("to='2019-12-31'", ELEMENT("e", IS("a")) INAPPLICABLE("i", IS("c")))
    TEXT_OF("from='2020-01-01'", ELEMENT("e", IS("b")) UNLESS("u", "defendant", IS("c"))));

static const struct row days[] = {
    /* both days of a period belong to it */
    { gap, "2026-11-21", "a=yes day=2015-01-01", "met yes [2015-01-01 2019-12-31 in-force]" },
    { gap, "2026-11-21", "a=yes day=2019-12-31", "met yes [2015-01-01 2019-12-31 in-force]" },
    { gap, "2026-11-21", "a=no day=2017-05-05", "not-met no [2015-01-01 2019-12-31 in-force]" },
    { gap, "2026-11-21", "a=yes b=no day=2022-01-01", "not-met no [2022-01-01 - in-force]" },
    { gap, "2026-11-21", "a=no b=yes day=2026-11-21", "met yes [2022-01-01 - in-force]" },
    /* no text: no silent fallback */
    { gap, "2026-11-21", "a=yes b=yes day=2014-12-31",
      "not-in-force no [2015-01-01 2019-12-31 future]" },
    { gap, "2026-11-21", "a=yes b=yes day=2020-01-01", "not-in-force no [2022-01-01 - future]" },
    { gap, "2026-11-21", "a=yes b=yes day=2021-12-31", "not-in-force no [2022-01-01 - future]" },
    { ended, "2026-11-21", "a=yes day=2020-01-01",
      "not-in-force no [2015-01-01 2019-12-31 ended]" },
    { ended, "2026-11-21", "a=yes day=2020..", "not-in-force no [2015-01-01 2019-12-31 ended]" },
    { ended, "2026-11-21", "a=yes day=..2014", "not-in-force no [2015-01-01 2019-12-31 future]" },
    /* an inexact day within one text is as good as a day */
    { gap, "2026-11-21", "a=yes day=2016", "met yes [2015-01-01 2019-12-31 in-force]" },
    { gap, "2026-11-21", "a=yes day=2015-01..2019-12", "met yes [2015-01-01 2019-12-31 in-force]" },
    /* partly without a text: met is not sure, not met is */
    { gap, "2026-11-21", "a=yes day=2019-12..2020-01",
      "undetermined unknown date | day [2015-01-01 2019-12-31 in-force]" },
    { gap, "2026-11-21", "a=no day=2019-12..2020-01",
      "not-met no [2015-01-01 2019-12-31 in-force]" },
    { ended, "2026-11-21", "a=yes",
      "undetermined unknown date | day [2015-01-01 2019-12-31 in-force]" },
    { ended, "2026-11-21", "a=yes day=?",
      "undetermined unknown date | day [2015-01-01 2019-12-31 in-force]" },
    { ended, "2026-11-21", "", "undetermined unknown fact date | a day "
      "[2015-01-01 2019-12-31 in-force]" },
    { ended, "2026-11-21", "a=no", "not-met no [2015-01-01 2019-12-31 in-force]" },
    /* two texts: the same answer stands, different ones do not */
    { change, "2026-11-21", "a=yes b=yes day=2019..2020", "met yes [2020-01-01 - -]" },
    { change, "2026-11-21", "a=no b=no day=2019..2020", "not-met no [2020-01-01 - -]" },
    { change, "2026-11-21", "a=yes b=no day=2019..2020",
      "undetermined unknown date | day [2020-01-01 - -]" },
    { change, "2026-11-21", "a=no b=yes", "undetermined unknown date | day [2020-01-01 - -]" },
    { change, "2026-11-21", "a=yes b=yes", "met yes [2020-01-01 - -]" },
    { change, "2026-11-21", "a=yes day=2019..2020",
      "undetermined unknown fact date | b day [2020-01-01 - -]" },
    /* all say no, for different reasons: the latest text says which (semantics 6.9) */
    { barred, "2026-11-21", "a=yes b=no c=yes", "not-met no [2020-01-01 - -]" },
    { barred, "2026-11-21", "a=no b=yes c=yes", "defeated no [2020-01-01 - -]" },
    { shielded, "2026-11-21", "a=yes b=yes", "met unknown contestable / c [2020-01-01 - -]" },
    { change, "2026-11-21", "a=yes b=no day=2019", "met yes [- 2019-12-31 in-force]" },
};

START_TEST(the_day_chooses_the_text)
{
    check(&days[_i]);
}
END_TEST

/* ---- states --------------------------------------------------------------------------------- */

static const char enacted[] = BY("conduct", TEXT_A("from='2024-01-01' state='enacted'"));
static const char suspended[] = BY("conduct",
    TEXT_A("from='2015-01-01' to='2019-12-31'")
    TEXT_A("from='2020-01-01' to='2020-12-31' state='suspended'") TEXT_B("from='2021-01-01'"));
static const char struck[] = BY("conduct", TEXT_A("from='2015-01-01' to='2019-12-31'")
                                           TEXT_A("from='2020-01-01' state='struck-down'"));
static const char commencing[] = BY("conduct", TEXT_A("from='2024-01-01' state='start-unknown'"));
static const char beside[] = BY("conduct", TEXT_A("from='2015-01-01'")
                                           TEXT_B("from='2024-01-01' state='start-unknown'"));
static const char burdened[] = BY("conduct",
    TEXT_OF("from='2015-01-01'", ELEMENT("e", IS("a")) UNLESS("u", "prosecution", IS("c")))
    TEXT_B("from='2024-01-01' state='start-unknown'"));
static const char planned[] = BY("conduct", TEXT_A("from='2015-01-01'")
                                            TEXT_B("from='2024-01-01' state='enacted'"));

static const struct row states[] = {
    { enacted, "2026-11-21", "a=yes day=2025-01-01", "not-in-force no [2024-01-01 - enacted]" },
    { enacted, "2026-11-21", "a=yes", "not-in-force no [2024-01-01 - ended]" },
    { enacted, "2026-11-21", "a=yes day=2023-12-31", "not-in-force no [2024-01-01 - future]" },
    { suspended, "2026-11-21", "a=yes b=yes day=2020-06-01",
      "not-in-force no [2020-01-01 2020-12-31 suspended]" },
    { suspended, "2026-11-21", "a=yes b=yes day=2020-12-31",
      "not-in-force no [2020-01-01 2020-12-31 suspended]" },
    { suspended, "2026-11-21", "a=yes b=yes day=2020",
      "not-in-force no [2020-01-01 2020-12-31 suspended]" },
    { suspended, "2026-11-21", "a=yes b=no day=2019-12-31",
      "met yes [2015-01-01 2019-12-31 in-force]" },
    { suspended, "2026-11-21", "a=no b=yes day=2021-01-01", "met yes [2021-01-01 - in-force]" },
    { struck, "2026-11-21", "a=yes day=2020-01-01", "not-in-force no [2020-01-01 - struck-down]" },
    { struck, "2026-11-21", "a=yes day=2019-12-31", "met yes [2015-01-01 2019-12-31 in-force]" },
    /* commenced or not: never met, yet a text that does not fit is not met either way */
    { commencing, "2026-11-21", "a=yes day=2025-01-01",
      "undetermined unknown start-unknown [2024-01-01 - start-unknown]" },
    { commencing, "2026-11-21", "day=2025-01-01",
      "undetermined unknown fact start-unknown | a [2024-01-01 - start-unknown]" },
    { commencing, "2026-11-21", "a=no day=2025-01-01",
      "not-met no [2024-01-01 - start-unknown]" },
    { commencing, "2026-11-21", "a=yes day=2023-12-31",
      "not-in-force no [2024-01-01 - future]" },
    /* beside a text in force: the later one may have replaced it */
    { beside, "2026-11-21", "a=yes b=no day=2023-12-31", "met yes [2015-01-01 - in-force]" },
    { beside, "2026-11-21", "a=yes b=no day=2025-01-01",
      "undetermined unknown start-unknown [2024-01-01 - -]" },
    { beside, "2026-11-21", "a=yes b=yes day=2025-01-01",
      "undetermined unknown start-unknown [2024-01-01 - -]" },
    { beside, "2026-11-21", "a=no b=no day=2025-01-01", "not-met no [2024-01-01 - -]" },
    { beside, "2026-11-21", "b=no day=2025-01-01",
      "undetermined unknown fact start-unknown | a [2024-01-01 - -]" },
    { burdened, "2026-11-21", "a=yes b=yes day=2025-01-01",
      "undetermined unknown fact start-unknown burden | c [2024-01-01 - -]" },
    { burdened, "2026-11-21", "a=yes b=yes day=2023..2025",
      "undetermined unknown fact start-unknown date burden | c day [2024-01-01 - -]" },
    /* one that is enacted only changes nothing yet */
    { planned, "2026-11-21", "a=yes b=no day=2025-01-01", "met yes [2015-01-01 - in-force]" },
};

START_TEST(only_a_text_in_force_can_be_met)
{
    check(&states[_i]);
}
END_TEST

/* ---- other dates that choose ---------------------------------------------------------------- */

static const char by_pattern[] = BY("pattern", TEXT_A("to='2019-12-31'")
                                               TEXT_B("from='2020-01-01' to='2024-12-31'"));
static const char by_filing[] = BY("filing", TEXT_A("to='2026-11-21'")
                                             TEXT_B("from='2026-11-22'"));
static const char by_decision[] = BY("decision", TEXT_A("to='2026-11-21'")
                                                 TEXT_B("from='2026-11-22'"));

static const struct row others[] = {
    { by_pattern, "2026-11-21", "a=yes b=no first=2018-01-01 last=2019-12-31",
      "met yes [- 2019-12-31 in-force]" },
    { by_pattern, "2026-11-21", "a=yes b=no first=2020-01-01 last=2020-02-01",
      "not-met no [2020-01-01 2024-12-31 in-force]" },
    { by_pattern, "2026-11-21", "a=yes b=yes first=2019-01-01 last=2020-02-01",
      "met yes [2020-01-01 2024-12-31 -]" },
    { by_pattern, "2026-11-21", "a=yes b=no first=2019-01-01 last=2020-02-01",
      "undetermined unknown spans-change [2020-01-01 2024-12-31 -]" },
    { by_pattern, "2026-11-21", "a=no b=no first=2019-01-01 last=2020-02-01",
      "not-met no [2020-01-01 2024-12-31 -]" },
    { by_pattern, "2026-11-21", "a=yes b=yes first=2024-01-01 last=2025-02-01",
      "undetermined unknown spans-change [2020-01-01 2024-12-31 in-force]" },
    { by_pattern, "2026-11-21", "a=yes b=no first=2018-01-01",
      "undetermined unknown date | last [2020-01-01 2024-12-31 -]" },
    { by_pattern, "2026-11-21", "a=yes b=no last=2020-06-01",
      "undetermined unknown date | first [2020-01-01 2024-12-31 -]" },
    { by_pattern, "2026-11-21", "a=yes b=no",
      "undetermined unknown date | first last [2020-01-01 2024-12-31 -]" },
    { by_pattern, "2026-11-21", "a=yes b=no first=2018 last=2019-11",
      "met yes [- 2019-12-31 in-force]" },
    /* not yet filed or decided: on the day of assessment */
    { by_filing, "2026-11-21", "a=yes b=no", "met yes [- 2026-11-21 in-force]" },
    { by_filing, "2026-11-22", "a=yes b=no", "not-met no [2026-11-22 - in-force]" },
    { by_filing, "2026-11-22", "a=yes b=no filed=?", "not-met no [2026-11-22 - in-force]" },
    { by_filing, "2026-11-22", "a=yes b=no filed=2026-11-21", "met yes [- 2026-11-21 in-force]" },
    { by_filing, "2026-11-22", "a=yes b=no filed=2026-11",
      "undetermined unknown date | filed [2026-11-22 - -]" },
    { by_filing, "2026-11-22", "a=yes b=yes filed=2026-11", "met yes [2026-11-22 - -]" },
    { by_decision, "2026-11-21", "a=yes b=no", "met yes [- 2026-11-21 in-force]" },
    { by_decision, "2026-11-22", "a=yes b=no", "not-met no [2026-11-22 - in-force]" },
    { by_decision, "2026-11-21", "a=yes b=no decided=2027-01-01",
      "not-met no [2026-11-22 - in-force]" },
    { by_decision, "2026-11-22", "a=yes b=no decided=2026",
      "undetermined unknown date | decided [2026-11-22 - -]" },
};

START_TEST(the_rule_says_which_date_chooses)
{
    check(&others[_i]);
}
END_TEST

/* ---- the milder later law ------------------------------------------------------------------- */

#define MILD_OF(attributes, versions) \
    LAND_OF("milder-law='yes'", "xa", "", \
            OFFENCE_OF("concepts='fam.x' " attributes, "xa.o", versions))
#define MILD(versions) MILD_OF("by='conduct'", versions)
#define TEXT_AB(attributes) TEXT_OF(attributes, ELEMENT("e", IS("a")) ELEMENT("f", IS("b")))

static const char narrowed[] = MILD(TEXT_A("to='2019-12-31'") TEXT_AB("from='2020-01-01'"));
static const char broken[] = MILD(TEXT_A("to='2019-06-30'") TEXT_A("from='2019-09-01'"));
static const char widened[] = MILD(TEXT_AB("to='2019-12-31'") TEXT_A("from='2020-01-01'"));
static const char abolished[] = MILD(TEXT_A("from='2015-01-01' to='2019-12-31'"));
static const char revived[] = MILD(TEXT_A("to='2019-12-31'") TEXT_A("from='2022-01-01'"));
static const char uncertain[] = MILD(TEXT_A("") TEXT_AB("from='2020-01-01' state='start-unknown'"));
static const char perhaps_later[] = MILD(TEXT_A("to='2019-12-31'")
                                         TEXT_A("from='2020-01-01' state='start-unknown'"));
static const char perhaps_before[] = MILD(TEXT_A("to='2019-12-31' state='start-unknown'")
                                          TEXT_A("from='2020-01-01'"));
static const char excused[] = MILD(TEXT_A("to='2019-12-31'")
    TEXT_OF("from='2020-01-01'", ELEMENT("e", IS("a")) UNLESS("u", "defendant", IS("b"))));
static const char civil[] = LAND_OF("milder-law='yes'", "xa", "",
    "<offence id='xa.o' class='civil' source='src' at='s 1' by='conduct' concepts='fam.x'>"
    "<label>Wrong</label>" TEXT_A("to='2019-12-31'") TEXT_AB("from='2020-01-01'") "</offence>");

static const struct row milder[] = {
    { narrowed, "2026-11-21", "a=yes b=yes day=2018-01-01", "met yes [- 2019-12-31 in-force]" },
    { narrowed, "2026-11-21", "a=yes b=no day=2018-01-01", "not-met no [2020-01-01 - in-force]" },
    { narrowed, "2026-11-21", "a=yes day=2018-01-01",
      "undetermined unknown fact | b [- 2019-12-31 in-force]" },
    { narrowed, "2026-11-21", "a=no b=yes day=2018-01-01", "not-met no [- 2019-12-31 in-force]" },
    /* no later text yet on the day of assessment */
    { narrowed, "2019-12-31", "a=yes b=no day=2018-01-01", "met yes [- 2019-12-31 in-force]" },
    { narrowed, "2020-01-01", "a=yes b=no day=2018-01-01", "not-met no [2020-01-01 - in-force]" },
    { narrowed, "2020-01-01", "a=yes b=no day=2019-12-31", "not-met no [2020-01-01 - in-force]" },
    /* a day after that of assessment has no later law */
    { narrowed, "2017-01-01", "a=yes b=no day=2018-01-01", "met yes [- 2019-12-31 in-force]" },
    /* a gap on a possible day of the act is no abolition */
    { broken, "2026-11-21", "a=yes day=2019",
      "undetermined unknown date | day [2019-09-01 - -]" },
    { narrowed, "2026-11-21", "a=yes b=no day=2020-01-01", "not-met no [2020-01-01 - in-force]" },
    /* a stricter later law does not reach back */
    { widened, "2026-11-21", "a=yes b=no day=2018-01-01", "not-met no [- 2019-12-31 in-force]" },
    { widened, "2026-11-21", "a=yes b=yes day=2018-01-01", "met yes [- 2019-12-31 in-force]" },
    { abolished, "2026-11-21", "a=yes day=2018-01-01",
      "not-in-force no [2015-01-01 2019-12-31 in-force]" },
    { abolished, "2019-12-31", "a=yes day=2018-01-01",
      "met yes [2015-01-01 2019-12-31 in-force]" },
    { abolished, "2026-11-21", "a=no day=2018-01-01",
      "not-met no [2015-01-01 2019-12-31 in-force]" },
    { revived, "2026-11-21", "a=yes day=2018-01-01", "not-in-force no [- 2019-12-31 in-force]" },
    { uncertain, "2026-11-21", "a=yes b=yes day=2018-01-01",
      "undetermined unknown start-unknown [- - in-force]" },
    { uncertain, "2026-11-21", "a=no b=yes day=2018-01-01", "not-met no [- - in-force]" },
    /* where only a text that may have commenced is left, it is not abolished for certain */
    { perhaps_later, "2026-11-21", "a=yes day=2018-01-01",
      "undetermined unknown start-unknown [- 2019-12-31 in-force]" },
    { perhaps_later, "2026-11-21", "a=no day=2018-01-01",
      "not-met no [- 2019-12-31 in-force]" },
    { perhaps_before, "2026-11-21", "a=yes day=2018-01-01",
      "undetermined unknown start-unknown [- 2019-12-31 start-unknown]" },
    { excused, "2026-11-21", "a=yes day=2018-01-01",
      "met unknown contestable / b [- 2019-12-31 in-force]" },
    { excused, "2026-11-21", "a=yes b=yes day=2018-01-01", "defeated no [2020-01-01 - in-force]" },
    /* crimes only, and only where the jurisdiction says so */
    { civil, "2026-11-21", "a=yes b=no day=2018-01-01", "met yes [- 2019-12-31 in-force]" },
    { ended, "2026-11-21", "a=yes day=2018-01-01", "met yes [2015-01-01 2019-12-31 in-force]" },
};

START_TEST(the_milder_later_law_counts)
{
    check(&milder[_i]);
}
END_TEST

/* ---- the receipt ---------------------------------------------------------------------------- */

static const struct {
    const char *facts;
    int assumed;
} filings[] = {
    { "a=yes", 1 }, { "a=yes filed=?", 1 }, { "a=yes filed=2026-11-21", 0 },
    { "a=yes filed=2026-11-20", 0 }, { "a=yes filed=2026", 0 },
};

START_TEST(an_assumed_filing_is_said)
{
    ogbv_db *db = world_law(LAND(REMEDY("r", TEXT(ELEMENT("e", IS("a"))))));
    ogbv_result *result = world_assess(db, "xa", "2026-11-21", filings[_i].facts);
    const ogbv_finding *found = ogbv_finding_find(result, "xa.r");
    ck_assert_int_eq(ogbv_finding_status(found), OGBV_AVAILABLE);
    ck_assert_int_eq(found->filed_assumed, filings[_i].assumed);
    ogbv_result_unref(result);
    ogbv_db_unref(db);
}
END_TEST

Suite *suite_time(void)
{
    Suite *suite = suite_create("time");
    TCase *tcase = tcase_create("time");
    tcase_add_loop_test(tcase, the_day_chooses_the_text, 0, ROWS(days));
    tcase_add_loop_test(tcase, only_a_text_in_force_can_be_met, 0, ROWS(states));
    tcase_add_loop_test(tcase, the_rule_says_which_date_chooses, 0, ROWS(others));
    tcase_add_loop_test(tcase, the_milder_later_law_counts, 0, ROWS(milder));
    tcase_add_loop_test(tcase, an_assumed_filing_is_said, 0, ROWS(filings));
    suite_add_tcase(suite, tcase);
    return suite;
}
