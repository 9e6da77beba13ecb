/* SPDX-License-Identifier: MIT */
/* Protects: what follows from the facts. Constraints are followed forwards and backwards until
 * nothing changes, for each act; contradictions are told by ids; what follows is marked, and what
 * is known stays known (semantics 2.8 to 2.13). */
#include "unit.h"

#include "engine/work.h"
#include "world.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define BOOLEAN(id, scope) FACT(id, "type='boolean' scope='" scope "'", "")
#define CONSTRAINT(id, if_, then) \
    "<constraint id='" id "'><if>" if_ "</if><then>" then "</then></constraint>\n"

static const char facts[] =
    "<facts format='1'><group id='g'><label>g</label>\n"
    BOOLEAN("a", "act") BOOLEAN("b", "act") BOOLEAN("danger", "case")
    BOOLEAN("p", "case") BOOLEAN("q", "case") BOOLEAN("r", "case") BOOLEAN("s", "case")
    BOOLEAN("x", "case") BOOLEAN("y", "case") BOOLEAN("minor", "case") BOOLEAN("late", "case")
    BOOLEAN("public", "act") BOOLEAN("several", "act") BOOLEAN("seen-by-many", "case")
    FACT("age", "type='integer' scope='case' min='0' max='120'", "")
    FACT("recipients", "type='integer' scope='act' min='0'", "")
    FACT("fault", "type='level' scope='case'", VALUE("none") VALUE("low") VALUE("high"))
    FACT("tie", "type='choice' scope='case'", VALUE("none") VALUE("partner") VALUE("family"))
    FACT("start", "type='date' scope='case'", "") FACT("stop", "type='date' scope='case'", "")
    "</group>\n"
    CONSTRAINT("p-q", IS("p"), IS("q"))
    CONSTRAINT("p-q-r", IS("p") IS("q"), IS("r"))
    CONSTRAINT("r-no-s", IS("r"), IS_NO("s"))
    CONSTRAINT("child", IS_MAX("age", "17"), IS("minor"))
    CONSTRAINT("adult", IS_MIN("age", "18"), IS_NO("minor"))
    CONSTRAINT("partner", IS_VALUE("tie", "partner"), ANY(IS("x") IS("y")))
    CONSTRAINT("fault", IS_MIN("fault", "low"), IS("x") IS("y"))
    CONSTRAINT("late", "<difference from='start' to='stop' unit='day' min='11'/>", IS("late"))
    CONSTRAINT("public", IS("public"), IS("several") IS_MIN("recipients", "2"))
    CONSTRAINT("many", IS_MIN("recipients", "10"), IS("seen-by-many"))
    "</facts>\n";

static const struct world_file file = { "facts.xml", facts };

static ogbv_db *db;

static void set_up(void)
{
    db = world_load(&file, 1);
}

static void tear_down(void)
{
    ogbv_db_unref(db);
}

/* The facts that follow, as "id=lo..hi" (booleans and others by number), with the act before. */
static void tell(const struct ogbv__work *work, char *out, size_t size)
{
    out[0] = '\0';
    for (size_t r = 0; r < work->n_runs; r++)
        for (size_t i = 0; i < db->n_facts; i++) {
            const struct ogbv_fact *fact = db->facts[i];
            const struct ogbv__value *value = ogbv__fact_in(&work->runs[r], fact);
            size_t n = strlen(out);
            if (value->state != OGBV__DERIVED || (r > 0 && !fact->act))
                continue;
            const char *act = fact->act ? work->runs[r].act : "";
            n += (size_t)snprintf(out + n, size - n, "%s%s%s%s=%" PRId64, n ? " " : "", act,
                                  *act ? ":" : "", fact->id, value->lo);
            if (value->hi == INT32_MAX)
                snprintf(out + n, size - n, "..");
            else if (value->hi != value->lo)
                snprintf(out + n, size - n, "..%" PRId64, value->hi);
        }
}

static const struct {
    const char *facts, *follows;
} rows[] = {
    { "", "" }, { "q=yes", "" },
    /* forwards, in steps, through a conjunction */
    { "p=yes", "q=1 r=1 s=0" },
    { "r=yes", "s=0" },
    /* backwards */
    { "q=no", "p=0" },
    { "s=yes", "r=0" },
    { "p=? q=no", "p=0" },
    { "q=yes r=no", "p=0" },
    /* sound, not complete: trying p would contradict, but nothing is tried */
    { "r=no", "" },
    /* integers, both ways */
    { "age=17", "minor=1" }, { "age=18", "minor=0" }, { "minor=yes", "age=0..17" },
    { "minor=no", "age=18..120" }, { "age=12..20", "" }, { "age=12..20 minor=no", "age=18..20" },
    { "age=12..20 minor=yes", "age=12..17" }, { "age=..17", "minor=1" },
    /* levels and choices */
    { "fault=low", "x=1 y=1" }, { "fault=low..", "x=1 y=1" }, { "x=no", "fault=0" },
    { "x=no tie=partner", "y=1 fault=0" }, { "x=no y=no", "fault=0" },
    { "tie=partner", "" }, { "tie=none", "" },
    /* dates */
    { "start=2026-01-01 stop=2026-01-12", "late=1" }, { "start=2026-01-01 stop=2026-01-11", "" },
    { "start=2026-01 stop=2026-03", "late=1" }, { "start=2026-01 stop=2026-02", "" },
    { "start=2026-01-01 late=no", "" },
    /* acts: each with its own, and from an act to the case */
    { "public=yes", "several=1 recipients=2.." },
    { "several=no", "public=0" }, { "recipients=1", "public=0" },
    { "@one public=yes @two several=no", "one:several=1 one:recipients=2.. two:public=0" },
    { "@one recipients=10 @two recipients=1", "seen-by-many=1 two:public=0" },
    { "seen-by-many=no @one @two recipients=3..", "one:recipients=0..9 two:recipients=3..9" },
};

START_TEST(what_follows_is_known)
{
    char follows[512];
    struct ogbv__work work;
    ogbv_case *c = world_case(db, "", "2026-11-21", rows[_i].facts);
    ck_assert(ogbv__work_init(&work, db, db->gates, c->n_acts ? c->n_acts : 1));
    ck_assert_int_eq(ogbv__work_take(&work, c, NULL), OGBV_OK);
    tell(&work, follows, sizeof follows);
    ck_assert_str_eq(follows, rows[_i].follows);
    ogbv__work_free(&work);
    ogbv_case_free(c);
}
END_TEST

static const struct {
    const char *facts, *message, *fact;
} conflicts[] = {
    { "p=yes q=no", "facts contradict each other: p, q", "p" },
    { "p=yes q=yes r=no", "facts contradict each other: p, q, r", "p" },
    { "p=yes s=yes", "facts contradict each other: r, s", "r" },
    { "age=17 minor=no", "facts contradict each other: age, minor", "age" },
    { "age=12 minor=no", "facts contradict each other: age, minor", "age" },
    { "tie=partner x=no y=no", "facts contradict each other: tie, x, y", "tie" },
    { "start=2026-01-01 stop=2026-02-12 late=no", "facts contradict each other: start, late",
      "start" },
    { "seen-by-many=no @one @two recipients=10",
      "facts contradict each other: recipients, seen-by-many", "recipients" },
};

START_TEST(a_contradiction_names_facts_and_no_values)
{
    ogbv_result *result = NULL;
    ogbv_error *error = NULL;
    ogbv_case *c = world_case(db, "", "2026-11-21", conflicts[_i].facts);
    ck_assert_int_eq(ogbv_assess(c, &result, &error), OGBV_ERR_CONFLICT);
    ck_assert_ptr_null(result);
    ck_assert_str_eq(ogbv_error_message(error), conflicts[_i].message);
    ck_assert_str_eq(ogbv_error_fact(error), conflicts[_i].fact);
    ogbv_error_free(error);
    ogbv_case_free(c);
}
END_TEST

/* Closing knows more, never less: whatever was given still holds, for every pair of facts. */
START_TEST(what_is_known_stays_known)
{
    static const char *const words[] = { "p=yes", "p=no", "q=no", "s=yes", "r=no", "age=12..30",
                                         "minor=yes", "minor=no", "x=no", "tie=partner",
                                         "recipients=1", "public=yes", "fault=low.." };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        for (size_t j = 0; j < sizeof words / sizeof *words; j++) {
            char both[64];
            struct ogbv__work work;
            snprintf(both, sizeof both, "%s %s", words[i], words[j]);
            ogbv_case *c = world_case(db, "", "2026-11-21", both);
            ck_assert(ogbv__work_init(&work, db, db->gates, 1));
            ogbv_status status = ogbv__work_take(&work, c, NULL);
            for (size_t f = 0; status == OGBV_OK && f < db->n_facts; f++) {
                const struct ogbv__value *after = ogbv__fact_in(&work.runs[0], db->facts[f]);
                ck_assert(after->lo >= c->values[f].lo && after->hi <= c->values[f].hi);
                ck_assert(after->lo <= after->hi);
            }
            ogbv__work_free(&work);
            ogbv_case_free(c);
        }
}
END_TEST

START_TEST(what_follows_is_listed_and_not_asked)
{
    ogbv_result *result = world_assess(db, "", "2026-11-21", "p=yes minor=no");
    ck_assert_uint_eq(ogbv_result_derived_count(result), 4);
    ck_assert_str_eq(ogbv_fact_id(ogbv_result_derived_at(result, 0)), "q");
    ck_assert_str_eq(ogbv_fact_id(ogbv_result_derived_at(result, 3)), "age");
    ck_assert_ptr_null(ogbv_result_derived_at(result, 4));
    ogbv_result_unref(result);
}
END_TEST

Suite *suite_work(void)
{
    Suite *suite = suite_create("work");
    TCase *tcase = tcase_create("work");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_loop_test(tcase, what_follows_is_known, 0, ROWS(rows));
    tcase_add_loop_test(tcase, a_contradiction_names_facts_and_no_values, 0, ROWS(conflicts));
    tcase_add_test(tcase, what_is_known_stays_known);
    tcase_add_test(tcase, what_follows_is_listed_and_not_asked);
    suite_add_tcase(suite, tcase);
    return suite;
}
