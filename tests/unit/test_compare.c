/* SPDX-License-Identifier: MIT */
/* Protects: comparisons. How two definitions relate, in rows; the laws of relations over all pairs
 * of many; every case that is shown, assessed again; what keys stand for; what elements do; the
 * same facts under every law. */
#include "unit.h"

#include "world.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- lands ---------------------------------------------------------------------------------- */

enum { MOST = 8, LARGEST = 8192 };
static const char ON[] = "2026-06-01";

/* A land "xa", "xb" ... with the offence "x?.o" of fam.x, whose only element is the condition. */
static void write_land(char text[LARGEST], char letter, const char *parts)
{
    int n = snprintf(text, LARGEST,
                     LAND_OF("", "x%c", "",
                             OFFENCE_OF("by='conduct' concepts='fam.x'", "x%c.o", TEXT("%s"))),
                     letter, letter, parts);
    ck_assert_int_lt(n, LARGEST);
}

/* Lands with one condition each, in an element. */
static ogbv_db *lands(const char *const *conds, size_t n)
{
    static char texts[MOST][LARGEST], names[MOST][32], parts[LARGEST];
    struct world_file files[MOST];
    for (size_t i = 0; i < n; i++) {
        snprintf(parts, sizeof parts, ELEMENT("e", "%s"), conds[i]);
        write_land(texts[i], (char)('a' + i), parts);
        snprintf(names[i], sizeof names[i], "jurisdictions/x%c.xml", (int)('a' + i));
        files[i] = (struct world_file){ names[i], texts[i] };
    }
    return world_load(files, n);
}

/* Compares keys of fam.x ("xa xb"); without any, all. With a baseline, unless it is NULL. */
static ogbv_comparison *compare(ogbv_db *db, const char *keys, const char *baseline)
{
    ogbv_comparison *comparison;
    char key[32];
    int used;
    ck_assert_int_eq(ogbv_comparison_new(db, "fam.x", ON, &comparison, NULL), OGBV_OK);
    for (; sscanf(keys, "%31s%n", key, &used) == 1; keys += used)
        ck_assert_int_eq(ogbv_comparison_add(comparison, key, NULL), OGBV_OK);
    if (baseline)
        ck_assert_int_eq(ogbv_comparison_set_baseline(comparison, baseline, NULL), OGBV_OK);
    ck_assert_int_eq(ogbv_comparison_run(comparison, NULL), OGBV_OK);
    return comparison;
}

/* ---- a case that is shown ------------------------------------------------------------------- */

static int32_t strict_of(const ogbv_result *result, const char *key)
{
    char id[32];
    snprintf(id, sizeof id, "%.2s.o", key);
    const ogbv_finding *finding = ogbv_finding_find(result, id);
    ck_assert_ptr_nonnull(finding);
    return ogbv_finding_strict(finding);
}

/* Assessed again, it is strictly one side's and strictly not the other's. */
static void check_case(const ogbv_comparison *comparison, const ogbv_pair *pair, int32_t side)
{
    const ogbv_case *c = ogbv_pair_case(pair, side);
    ogbv_result *result;
    ck_assert_int_eq(c != NULL, ogbv_pair_search(pair, side) == OGBV_SEARCH_FOUND);
    if (!c)
        return;
    const char *in = ogbv_definition_key(comparison, ogbv_pair_definition(pair, side));
    const char *out = ogbv_definition_key(comparison, ogbv_pair_definition(pair, !side));
    ck_assert_int_eq(ogbv_assess(c, &result, NULL), OGBV_OK);
    ck_assert_int_eq(strict_of(result, in), OGBV_YES);
    ck_assert_int_eq(strict_of(result, out), OGBV_NO);
    ogbv_result_unref(result);
}

/* ---- relations in rows ---------------------------------------------------------------------- */

#define AFTER(from, to, days) \
    "<difference from='" from "' to='" to "' unit='day' min='" days "'/>"

static const struct {
    const char *a, *b;
    int32_t relation;
} rows[] = {
    { IS("b"), IS("b"), OGBV_EQUAL },
    { IS("b") IS("c"), IS("b"), OGBV_NARROWER },
    { ANY(IS("b") IS("c")), IS("b"), OGBV_BROADER },
    { IS("b"), IS("c"), OGBV_OVERLAPPING },
    { IS("b"), IS_NO("b"), OGBV_DISJOINT },
    { NOT(IS("b")), IS_NO("b"), OGBV_EQUAL },
    /* exact where three-valued logic is not */
    { ANY(IS("b") NOT(IS("b"))), IS("a"), OGBV_EQUAL },
    { ANY(ALL(IS("b") IS("c")) ALL(IS("b") IS_NO("c"))), IS("b"), OGBV_EQUAL },
    { NOT(ALL(IS("b") IS("c"))), ANY(IS_NO("b") IS_NO("c")), OGBV_EQUAL },
    { AT_LEAST("2", IS("b") IS("c") IS("d")),
      ANY(ALL(IS("b") IS("c")) ALL(IS("b") IS("d")) ALL(IS("c") IS("d"))), OGBV_EQUAL },
    { AT_LEAST("2", IS("b") IS("c") IS("d")), IS("b") IS("c"), OGBV_BROADER },
    /* only within the scope, which asks for a */
    { ANY(IS_NO("a") IS("b")), IS("b"), OGBV_EQUAL },
    { IS("a"), ANY(IS("b") IS_NO("b")), OGBV_EQUAL },
    /* levels, choices, numbers, days, places */
    { IS_MIN("fault", "reckless"), IS_VALUE("fault", "reckless intended"), OGBV_EQUAL },
    { IS_MIN("fault", "intended"), IS_MIN("fault", "careless"), OGBV_NARROWER },
    { IS_MAX("fault", "careless"), IS_MIN("fault", "reckless"), OGBV_DISJOINT },
    { IS_VALUE("tie", "partner family"), NOT(IS_VALUE("tie", "none")), OGBV_EQUAL },
    { IS_MAX("age", "17"), IS_MAX("age", "15"), OGBV_BROADER },
    { IS_MAX("age", "17"), IS_MIN("age", "18"), OGBV_DISJOINT },
    { "<is fact='age' min='10' max='20'/>", "<is fact='age' min='15' max='30'/>",
      OGBV_OVERLAPPING },
    { IS_MIN("born", "2010-01-01"), IS_MIN("born", "2009-12-31"), OGBV_NARROWER },
    { IS_VALUE("home", "us-ca"), IS_VALUE("home", "us"), OGBV_NARROWER },
    { IS_VALUE("home", "us-ca"), IS_VALUE("home", "ie"), OGBV_DISJOINT },
    { "<difference from='born' to='start' unit='year' min='18'/>",
      "<difference from='born' to='start' unit='year' min='16'/>", OGBV_NARROWER },
    { "<difference from='start' to='stop' unit='day' min='1'/>",
      "<difference from='stop' to='start' unit='day' min='1'/>", OGBV_DISJOINT },
    { "<difference from='start' to='stop' unit='month' max='3'/>",
      "<difference from='start' to='stop' unit='month' max='2'/>", OGBV_BROADER },
    { "<difference from='day' to='seen' unit='day' min='30'/>",
      "<difference from='day' to='seen' unit='day' min='60'/>", OGBV_BROADER },
    { "<difference from='age' to='count' unit='number' max='3'/>" IS_MAX("count", "9"),
      IS_MIN("age", "6") IS_MAX("count", "9"), OGBV_BROADER },
    { "<difference from='age' to='count' unit='number' max='3'/>" IS_MAX("count", "10"),
      IS_MIN("age", "6") IS_MAX("count", "10"), OGBV_OVERLAPPING },
    { AFTER("born", "start", "10") AFTER("start", "stop", "10") AFTER("stop", "seen", "10"),
      AFTER("born", "seen", "30"), OGBV_NARROWER },
    { AFTER("born", "start", "10") AFTER("start", "stop", "10"), AFTER("born", "stop", "21"),
      OGBV_OVERLAPPING },
    /* open norms compare by name; unsettled points decide nothing */
    { IS("norm"), IS("norm"), OGBV_EQUAL },
    { IS("norm"), IS("norm-2"), OGBV_OVERLAPPING },
    { IS("b") OPEN_POINT("p"), IS("b"), OGBV_UNDECIDED },
    { ANY(IS("b") OPEN_POINT("p")), IS("b"), OGBV_UNDECIDED },
    { ANY(IS("b") OPEN_POINT("p")), ANY(IS("b") OPEN_POINT("q")), OGBV_UNDECIDED },
};

static int32_t mirrored(int32_t relation)
{
    return relation == OGBV_NARROWER ? OGBV_BROADER
        : relation == OGBV_BROADER   ? OGBV_NARROWER
                                     : relation;
}

static int32_t relation_of(ogbv_db *db, const char *keys)
{
    ogbv_comparison *comparison = compare(db, keys, NULL);
    ck_assert_uint_eq(ogbv_pair_count(comparison), 1);
    const ogbv_pair *pair = ogbv_pair_at(comparison, 0);
    int32_t relation = ogbv_pair_relation(pair);
    check_case(comparison, pair, 0);
    check_case(comparison, pair, 1);
    ogbv_comparison_unref(comparison);
    return relation;
}

START_TEST(two_definitions_relate)
{
    const char *conds[] = { rows[_i].a, rows[_i].b };
    ogbv_db *db = lands(conds, 2);
    ck_assert_int_eq(relation_of(db, "xa xb"), rows[_i].relation);
    ck_assert_int_eq(relation_of(db, "xb xa"), mirrored(rows[_i].relation));
    ogbv_db_unref(db);
}
END_TEST

/* ---- laws ----------------------------------------------------------------------------------- */

static const char *const chains[][MOST] = {
    { IS("b"), IS("b") IS("c"), ANY(IS("b") IS("c")), IS("c"), IS("b") IS("c") IS("d"),
      IS_NO("b"), ANY(IS("b") IS("d")), ANY(IS("b") IS_NO("b")) },
    { IS_MIN("fault", "careless"), IS_MIN("fault", "reckless"), IS_MIN("fault", "intended"),
      IS_VALUE("fault", "none"), IS_VALUE("fault", "careless intended"), IS_MIN("age", "18"),
      IS_MIN("fault", "reckless") IS_MIN("age", "18"), IS_MAX("age", "30") },
};

static int is_within(int32_t relation)
{
    return relation == OGBV_EQUAL || relation == OGBV_NARROWER;
}

START_TEST(relations_are_transitive)
{
    int32_t found[MOST][MOST];
    ogbv_db *db = lands(chains[_i], MOST);
    ogbv_comparison *comparison = compare(db, "", NULL);
    ck_assert_uint_eq(ogbv_pair_count(comparison), MOST * (MOST - 1) / 2);
    for (size_t i = 0; i < ogbv_pair_count(comparison); i++) {
        const ogbv_pair *pair = ogbv_pair_at(comparison, i);
        size_t a = ogbv_pair_definition(pair, 0), b = ogbv_pair_definition(pair, 1);
        found[a][b] = ogbv_pair_relation(pair);
        found[b][a] = mirrored(found[a][b]);
        found[a][a] = found[b][b] = OGBV_EQUAL;
        check_case(comparison, pair, 0);
        check_case(comparison, pair, 1);
    }
    for (size_t n = 0; n < MOST * MOST * MOST; n++) {
        size_t a = n % MOST, b = n / MOST % MOST, c = n / MOST / MOST;
        if (is_within(found[a][b]) && is_within(found[b][c]))
            ck_assert_int_eq(is_within(found[a][c]), 1);
        if (is_within(found[a][b]) && found[b][c] == OGBV_DISJOINT)
            ck_assert_int_eq(found[a][c], OGBV_DISJOINT);
    }
    ogbv_comparison_unref(comparison);
    ogbv_db_unref(db);
}
END_TEST

/* ---- exceptions, courts' power, constraints ------------------------------------------------- */

static const struct {
    const char *a, *b;      /* parts of the text */
    int32_t relation;
} texts[] = {
    { ELEMENT("e", IS("b")) UNLESS("u", "defendant", IS("c")),
      ELEMENT("e", IS("b")) UNLESS("u", "prosecution", IS("c")), OGBV_EQUAL },
    { ELEMENT("e", IS("b")) UNLESS("u", "raised", IS("c")), ELEMENT("e", IS("b")),
      OGBV_NARROWER },
    { ELEMENT("e", IS("b")) INAPPLICABLE("i", IS("c")), ELEMENT("e", IS("b") IS_NO("c")),
      OGBV_EQUAL },
    { ELEMENT("e", IS("b")) "<element id='power' at='s 1' jurisdictional='yes'>" IS("k")
      "</element>", ELEMENT("e", IS("b")), OGBV_EQUAL },
    { ELEMENT("e", IS("b")) "<element id='power' at='s 1' jurisdictional='yes'>" IS("k")
      "</element>", ELEMENT("e", IS("c")), OGBV_OVERLAPPING },
    /* the power excludes the case that would be nearest */
    { ELEMENT("e", IS("b")) "<element id='power' at='s 1' jurisdictional='yes'>" IS_NO("c")
      "</element>", ELEMENT("e", ANY(ALL(IS("b") IS_NO("d")) IS("c"))), OGBV_OVERLAPPING },
};

START_TEST(whole_texts_relate)
{
    static char land[2][LARGEST];
    write_land(land[0], 'a', texts[_i].a);
    write_land(land[1], 'b', texts[_i].b);
    const struct world_file files[] = { { "jurisdictions/xa.xml", land[0] },
                                        { "jurisdictions/xb.xml", land[1] } };
    ogbv_db *db = world_load(files, 2);
    ck_assert_int_eq(relation_of(db, "xa xb"), texts[_i].relation);
    ck_assert_int_eq(relation_of(db, "xb xa"), mirrored(texts[_i].relation));
    ogbv_db_unref(db);
}
END_TEST

#define BOOLEAN(id) \
    "<fact id='" id "' type='boolean' scope='act' sensitivity='low'><label>" id "</label>" \
    "<question>?</question><why>w</why></fact>"

/* b implies c. */
static const char constrained[] =
    "<facts format='1'><group id='g'><label>g</label>" BOOLEAN("a") BOOLEAN("b") BOOLEAN("c")
    BOOLEAN("d") BOOLEAN("danger")
    "<fact id='formula' type='boolean' scope='act' sensitivity='low'><label>=1+1</label>"
    "<question>?</question><why>w</why></fact>"
    "<fact id='day' type='date' scope='act' sensitivity='low' role='conduct'><label>day</label>"
    "<question>?</question><why>w</why></fact>"
    "<fact id='age' type='integer' scope='case' sensitivity='low' min='0' max='120'>"
    "<label>age</label><question>?</question><why>w</why></fact></group>"
    "<constraint id='k'><if><is fact='b'/></if><then><is fact='c'/></then></constraint></facts>";

START_TEST(constraints_are_known)
{
    static char land[2][LARGEST];
    write_land(land[0], 'a', ELEMENT("e", IS("b")));
    write_land(land[1], 'b', ELEMENT("e", IS("b") IS("c")));
    const struct world_file files[] = { { "facts.xml", constrained },
                                        { "jurisdictions/xa.xml", land[0] },
                                        { "jurisdictions/xb.xml", land[1] } };
    ogbv_db *db = world_load(files, 3);
    ogbv_comparison *comparison = compare(db, "xa xb", NULL);
    ck_assert_int_eq(ogbv_pair_relation(ogbv_pair_at(comparison, 0)), OGBV_EQUAL);
    for (size_t i = 0; i < ogbv_atom_count(comparison); i++)    /* what it implies it requires */
        ck_assert_int_eq(ogbv_atom_state(ogbv_atom_at(comparison, i), 0), OGBV_ATOM_REQUIRED);
    ogbv_comparison_unref(comparison);
    ogbv_db_unref(db);
}
END_TEST

/* ---- the long form -------------------------------------------------------------------------- */

static int32_t collect(void *payload, const char *bytes, size_t n)
{
    strncat(payload, bytes, n);
    return 0;
}

START_TEST(no_cell_is_taken_for_a_formula)
{
    static char land[LARGEST], csv[LARGEST];
    write_land(land, 'a', ELEMENT("e", IS("formula")));
    const struct world_file files[] = { { "facts.xml", constrained },
                                        { "jurisdictions/xa.xml", land } };
    ogbv_db *db = world_load(files, 2);
    ogbv_comparison *comparison = compare(db, "xa", NULL);
    csv[0] = '\0';
    ck_assert_int_eq(ogbv_comparison_write_csv(comparison, NULL, collect, csv, NULL), OGBV_OK);
    ck_assert_ptr_nonnull(strstr(csv, "\"formula\",\"is\",\"yes\",\"'=1+1\""));
    ogbv_comparison_unref(comparison);
    ogbv_db_unref(db);
}
END_TEST

/* ---- the nearest case ----------------------------------------------------------------------- */

START_TEST(the_nearest_case_changes_least)
{
    const char *conds[] = { ANY(ALL(IS("b") IS("c") IS("d")) ALL(IS("k") IS("m"))), IS("d") };
    ogbv_db *db = lands(conds, 2);
    ogbv_comparison *comparison = compare(db, "xa xb", NULL);
    const ogbv_pair *pair = ogbv_pair_at(comparison, 0);
    ck_assert_int_eq(ogbv_pair_minimal(pair, 0), 1);
    ck_assert_uint_eq(ogbv_pair_differs_count(pair, 0), 3);     /* k, m and that d is not so */
    ck_assert_str_eq(ogbv_fact_id(ogbv_pair_differs_at(pair, 0, 0)), "d");
    ck_assert_str_eq(ogbv_fact_id(ogbv_pair_differs_at(pair, 0, 1)), "k");
    ck_assert_ptr_null(ogbv_pair_differs_at(pair, 0, 3));
    ogbv_comparison_unref(comparison);
    ogbv_db_unref(db);
}
END_TEST

START_TEST(a_budget_that_is_too_small_leaves_it_undecided)
{
    const char *conds[] = { AT_LEAST("2", IS("b") IS("c") IS("d")), IS("b") IS("c") };
    ogbv_db *db = lands(conds, 2);
    ogbv_comparison *comparison;
    ck_assert_int_eq(ogbv_comparison_new(db, "fam.x", ON, &comparison, NULL), OGBV_OK);
    ck_assert_int_eq(ogbv_comparison_set_budget(comparison, 1, 1, NULL), OGBV_OK);
    ck_assert_int_eq(ogbv_comparison_run(comparison, NULL), OGBV_OK);
    const ogbv_pair *pair = ogbv_pair_at(comparison, 0);
    ck_assert_int_eq(ogbv_pair_relation(pair), OGBV_UNDECIDED);
    ck_assert_int_eq(ogbv_pair_search(pair, 0), OGBV_SEARCH_UNDECIDED);
    ck_assert_ptr_null(ogbv_pair_case(pair, 0));
    ogbv_comparison_unref(comparison);
    ogbv_db_unref(db);
}
END_TEST

/* ---- elements ------------------------------------------------------------------------------- */

static const struct {
    const char *cond, *fact, *op, *value;
    int32_t state;
} elements[] = {
    { IS("b"), "b", "is", "yes", OGBV_ATOM_REQUIRED },
    { IS("b") NOT(IS("c")), "c", "is", "yes", OGBV_ATOM_EXCLUDED },
    { ANY(IS("b") IS("c")), "b", "is", "yes", OGBV_ATOM_OPEN },
    { ANY(IS("c") ALL(IS("b") IS("c"))), "b", "is", "yes", OGBV_ATOM_IRRELEVANT },
    { ANY(IS("b") NOT(IS("b"))), "b", "is", "yes", OGBV_ATOM_IRRELEVANT },
    { IS_MIN("fault", "reckless"), "fault", "min", "reckless", OGBV_ATOM_REQUIRED },
    { ANY(IS_MIN("age", "18") IS("b")), "age", "min", "18", OGBV_ATOM_OPEN },
    { ANY(IS("a") IS("c")), "a", "is", "yes", OGBV_ATOM_REQUIRED },     /* by the scope */
};

static const ogbv_atom *find_atom(const ogbv_comparison *comparison, const char *fact)
{
    for (size_t i = 0; i < ogbv_atom_count(comparison); i++)
        if (strcmp(ogbv_fact_id(ogbv_atom_fact(ogbv_atom_at(comparison, i))), fact) == 0)
            return ogbv_atom_at(comparison, i);
    return NULL;
}

START_TEST(an_element_does_something)
{
    const char *conds[] = { elements[_i].cond };
    ogbv_db *db = lands(conds, 1);
    ogbv_comparison *comparison = compare(db, "xa", NULL);
    const ogbv_atom *atom = find_atom(comparison, elements[_i].fact);
    ck_assert_ptr_nonnull(atom);
    ck_assert_str_eq(ogbv_atom_op(atom), elements[_i].op);
    ck_assert_str_eq(ogbv_atom_value(atom), elements[_i].value);
    ck_assert_int_eq(ogbv_atom_state(atom, 0), elements[_i].state);
    ck_assert_int_eq(ogbv_atom_state(atom, 1), -1);
    ck_assert_str_eq(ogbv_atom_citation(atom, 0), "Act, s 1");
    ogbv_comparison_unref(comparison);
    ogbv_db_unref(db);
}
END_TEST

/* ---- the suite ------------------------------------------------------------------------------ */

Suite *suite_compare(void)
{
    Suite *suite = suite_create("compare");
    TCase *tcase = tcase_create("relations");
    tcase_add_loop_test(tcase, two_definitions_relate, 0, ROWS(rows));
    tcase_add_loop_test(tcase, relations_are_transitive, 0, ROWS(chains));
    tcase_add_loop_test(tcase, whole_texts_relate, 0, ROWS(texts));
    tcase_add_test(tcase, constraints_are_known);
    tcase_add_test(tcase, no_cell_is_taken_for_a_formula);
    tcase_add_test(tcase, the_nearest_case_changes_least);
    tcase_add_test(tcase, a_budget_that_is_too_small_leaves_it_undecided);
    tcase_add_loop_test(tcase, an_element_does_something, 0, ROWS(elements));
    suite_add_tcase(suite, tcase);
    return suite;
}
