/* SPDX-License-Identifier: MIT */
/* Protects: what keys of a comparison stand for: texts on days, parents and parts, the core,
 * baselines, classes; misuse; one case under every law. */
#include "unit.h"

#include "world.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char ON[] = "2026-06-01";

#define RULE(id, class_, rest) \
    "<offence id='" id "' class='" class_ "' source='src' at='s 1' by='conduct' " rest "</offence>"
#define OF(id, class_, cond) \
    RULE(id, class_, "concepts='fam.x'><label>Offence</label>" TEXT(ELEMENT("e", cond)))

/* xa changed in 2020; xb is a country with a part xb-p and one xb-q that has no law of its own; xc
 * knows several states of a text; xd looked and found none. */
static const struct world_file files[] = {
    { "jurisdictions/xa.xml",
      LAND(OFFENCE("o", "conduct",
                   TEXT_OF("from='2010-01-01' to='2019-12-31'", ELEMENT("e", IS("b") IS("c")))
                   TEXT_OF("from='2020-01-01'", ELEMENT("e", IS("b"))))
           OF("xa.civil", "civil", IS("c"))) },
    { "jurisdictions/xb.xml",
      LAND_OF("", "xb", "",
              OF("xb.all", "criminal", IS("b"))
              RULE("xb.some", "criminal",
                   "extent='xb-p' concepts='fam.x'><label>Offence</label>"
                   TEXT(ELEMENT("e", IS("d"))))) },
    { "jurisdictions/xb-p.xml",
      LAND_OF("parent='xb'", "xb-p", "", OF("xb-p.o", "criminal", IS("c"))) },
    { "jurisdictions/xb-q.xml",
      "<jurisdiction format='1' id='xb-q' within='xb'><label>Q</label></jurisdiction>" },
    { "jurisdictions/xc.xml",
      LAND_OF("", "xc", "",
              OFFENCE_OF("by='conduct' concepts='fam.x'", "xc.o",
                         TEXT_OF("from='2010-01-01' to='2012-12-31' state='suspended'",
                                 ELEMENT("e", IS("b")))
                         TEXT_OF("from='2013-01-01' to='2014-12-31' state='start-unknown'",
                                 ELEMENT("e", IS("b")))
                         TEXT_OF("from='2015-01-01'", ELEMENT("e", IS("b"))))) },
    { "jurisdictions/xd.xml",
      LAND_OF("", "xd", "", "<none-found concept='fam.x' looked='2026-01-01'>acts</none-found>") },
    { "jurisdictions/xu.xml",
      LAND_OF("kind='union'", "xu", "",
              "<baseline id='xu.one' class='criminal' source='src' at='1' by='conduct' "
              "concepts='fam.x' adopted='2020-01-01' due='2022-01-01'><label>M</label>"
              TEXT(ELEMENT("e", IS("b") IS("d"))) "</baseline>"
              "<baseline id='xu.two' class='criminal' source='src' at='2' by='conduct' "
              "concepts='fam.x' adopted='2019-01-01' due='2023-01-01'><label>M</label>"
              TEXT(ELEMENT("e", IS("b") IS("c"))) "</baseline>") },
};

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

static ogbv_db *world(void)
{
    return world_load(files, sizeof files / sizeof *files);
}

/* ---- what a key stands for ------------------------------------------------------------------ */

static const struct {
    const char *key, *rules;
    int32_t status;
} keys[] = {
    { "xa", "xa.o", OGBV_DEFINED },
    { "xa@2015-01-01", "xa.o", OGBV_DEFINED },
    { "xa@2009-12-31", "", OGBV_DEF_NOT_IN_FORCE },
    { "xb", "xb.all xb.some", OGBV_DEFINED },     /* wherever in it they apply */
    { "xb-p", "xb.all xb.some xb-p.o", OGBV_DEFINED },
    { "xb-q", "xb.all xb.some", OGBV_DEFINED },   /* the law of its whole */
    { "xc@2012-12-31", "", OGBV_DEF_SUSPENDED },
    { "xc@2013-01-01", "", OGBV_DEF_START_UNKNOWN },
    { "xc@2015-01-01", "xc.o", OGBV_DEFINED },
    { "xd", "", OGBV_DEF_NONE_FOUND },
    { "xe", "", OGBV_DEF_NOT_ENCODED },
    { "xu", "xu.one xu.two", OGBV_DEFINED },
};

START_TEST(a_key_stands_for_texts)
{
    char rules[128] = "";
    ogbv_db *db = world();
    ogbv_comparison *comparison = compare(db, keys[_i].key, NULL);
    ck_assert_uint_eq(ogbv_definition_count(comparison), 1);
    ck_assert_str_eq(ogbv_definition_key(comparison, 0), keys[_i].key);
    ck_assert_int_eq(ogbv_definition_status(comparison, 0), keys[_i].status);
    for (size_t r = 0; r < ogbv_definition_rule_count(comparison, 0); r++) {
        if (r > 0)
            strcat(rules, " ");
        strcat(rules, ogbv_rule_id(ogbv_definition_rule_at(comparison, 0, r)));
    }
    ck_assert_str_eq(rules, keys[_i].rules);
    ogbv_comparison_unref(comparison);
    ogbv_db_unref(db);
}
END_TEST

START_TEST(without_keys_all_that_define)
{
    static const char *const expected[] = { "xa", "xb", "xb-p", "xc", "xu" };
    ogbv_db *db = world();
    ogbv_comparison *comparison = compare(db, "", NULL);
    ck_assert_uint_eq(ogbv_definition_count(comparison), 5);
    for (size_t d = 0; d < 5; d++)
        ck_assert_str_eq(ogbv_definition_key(comparison, d), expected[d]);
    ck_assert_uint_eq(ogbv_pair_count(comparison), 10);
    ogbv_comparison_unref(comparison);
    ogbv_db_unref(db);
}
END_TEST

/* ---- relations between them ----------------------------------------------------------------- */

static const struct {
    const char *keys, *baseline;
    int32_t class_, relation, pairs;
} relations[] = {
    { "xa@2015-01-01 xa", NULL, OGBV_CRIMINAL, OGBV_NARROWER, 1 },
    { "xb xb-p", NULL, OGBV_CRIMINAL, OGBV_NARROWER, 1 },   /* a part has what its country has */
    { "xb xa", NULL, OGBV_CRIMINAL, OGBV_BROADER, 1 },
    { "xb xb-q", NULL, OGBV_CRIMINAL, OGBV_EQUAL, 1 },
    { "xa core", NULL, OGBV_CRIMINAL, OGBV_NARROWER, 1 },
    { "xa xb xu", "core", OGBV_CRIMINAL, OGBV_NARROWER, 3 },
    { "xa", "xu", OGBV_CRIMINAL, OGBV_BROADER, 1 },
    { "xa xu", "xu", OGBV_CRIMINAL, OGBV_BROADER, 1 },      /* not with itself */
    { "xa xb", NULL, OGBV_CIVIL, -1, 0 },                   /* only one defines it */
    { "xa@2015-01-01 xd xe", NULL, OGBV_CRIMINAL, -1, 0 },
};

START_TEST(keys_relate)
{
    ogbv_db *db = world();
    ogbv_comparison *comparison;
    char key[32];
    const char *list = relations[_i].keys;
    ck_assert_int_eq(ogbv_comparison_new(db, "fam.x", ON, &comparison, NULL), OGBV_OK);
    for (int used; sscanf(list, "%31s%n", key, &used) == 1; list += used)
        ck_assert_int_eq(ogbv_comparison_add(comparison, key, NULL), OGBV_OK);
    if (relations[_i].baseline)
        ck_assert_int_eq(ogbv_comparison_set_baseline(comparison, relations[_i].baseline, NULL),
                         OGBV_OK);
    ck_assert_int_eq(ogbv_comparison_set_class(comparison, relations[_i].class_, NULL), OGBV_OK);
    ck_assert_int_eq(ogbv_comparison_run(comparison, NULL), OGBV_OK);
    ck_assert_int_eq((int)ogbv_pair_count(comparison), relations[_i].pairs);
    if (relations[_i].pairs)
        ck_assert_int_eq(ogbv_pair_relation(ogbv_pair_at(comparison, 0)), relations[_i].relation);
    ogbv_comparison_unref(comparison);
    ogbv_db_unref(db);
}
END_TEST

START_TEST(the_typical_case_is_covered_or_not)
{
    ogbv_db *db = world();      /* the typical case says a, and nothing else */
    ogbv_comparison *comparison = compare(db, "xa core xd", NULL);
    ck_assert_int_eq(ogbv_definition_typical(comparison, 0), OGBV_UNKNOWN);
    ck_assert_int_eq(ogbv_definition_typical(comparison, 1), OGBV_YES);
    ck_assert_int_eq(ogbv_definition_typical(comparison, 9), OGBV_UNKNOWN);
    ogbv_comparison_unref(comparison);
    ogbv_db_unref(db);
}
END_TEST

/* ---- writing -------------------------------------------------------------------------------- */

struct text {
    char bytes[65536];
    size_t n, stop_at;
};

static int32_t collect(void *payload, const char *bytes, size_t n)
{
    struct text *text = payload;
    if (text->n + n >= sizeof text->bytes || (text->stop_at && text->n + n > text->stop_at))
        return 1;
    memcpy(text->bytes + text->n, bytes, n);
    text->n += n;
    text->bytes[text->n] = '\0';
    return 0;
}

static struct text first, second;

START_TEST(a_baseline_says_when_it_is_due)
{
    ogbv_db *db = world();
    ogbv_comparison *comparison = compare(db, "xa", "xu");
    first.n = second.n = 0;
    ck_assert_int_eq(ogbv_comparison_write_json(comparison, NULL, collect, &first, NULL),
                     OGBV_OK);
    ck_assert_int_eq(ogbv_comparison_write_json(comparison, NULL, collect, &second, NULL),
                     OGBV_OK);
    ck_assert_str_eq(first.bytes, second.bytes);
    ck_assert_ptr_nonnull(strstr(first.bytes, "\"shortfall\": null"));
    ck_assert_ptr_nonnull(strstr(first.bytes, "\"excess\": {"));
    ck_assert_ptr_nonnull(strstr(first.bytes, "\"adopted\": \"2020-01-01\""));
    ck_assert_ptr_nonnull(strstr(first.bytes, "\"due\": \"2023-01-01\""));
    ck_assert_str_eq(ogbv_rule_due(ogbv_rule_find(db, "xu.one")), "2022-01-01");
    ck_assert_ptr_null(ogbv_rule_adopted(ogbv_rule_find(db, "xa.o")));
    ogbv_comparison_unref(comparison);
    ogbv_db_unref(db);
}
END_TEST

START_TEST(writers_stop_when_asked)
{
    static const struct {
        ogbv_status (*write)(const ogbv_comparison *comparison, const char *lang,
                             ogbv_write_fn write, void *payload, ogbv_error **error);
    } writers[] = {
        { ogbv_comparison_write_json }, { ogbv_comparison_write_text },
        { ogbv_comparison_write_csv },
    };
    ogbv_db *db = world();
    ogbv_comparison *comparison = compare(db, "", NULL), *fresh;
    ck_assert_int_eq(ogbv_comparison_new(db, "fam.x", ON, &fresh, NULL), OGBV_OK);
    for (size_t i = 0; i < 3; i++) {
        struct text *text = &first;
        text->n = 0;
        text->stop_at = 1;
        ck_assert_int_eq(writers[i].write(comparison, NULL, collect, text, NULL), OGBV_ERR_IO);
        text->stop_at = 0;
        ck_assert_int_eq(writers[i].write(comparison, NULL, collect, text, NULL), OGBV_OK);
        ck_assert_int_eq(writers[i].write(comparison, NULL, NULL, text, NULL), OGBV_ERR_INVALID);
        ck_assert_int_eq(writers[i].write(fresh, NULL, collect, text, NULL), OGBV_ERR_INVALID);
    }
    ogbv_comparison_unref(fresh);
    ogbv_comparison_unref(comparison);
    ogbv_db_unref(db);
}
END_TEST

/* ---- misuse --------------------------------------------------------------------------------- */

START_TEST(misuse_is_refused)
{
    ogbv_db *db = world();
    ogbv_comparison *comparison;
    ck_assert_int_eq(ogbv_comparison_new(db, "fam.none", ON, &comparison, NULL),
                     OGBV_ERR_NOT_FOUND);
    ck_assert_int_eq(ogbv_comparison_new(db, "fam", ON, &comparison, NULL), OGBV_ERR_NOT_FOUND);
    ck_assert_int_eq(ogbv_comparison_new(db, "fam.x", "2026-06", &comparison, NULL),
                     OGBV_ERR_INVALID);
    ck_assert_ptr_null(comparison);
    ck_assert_int_eq(ogbv_comparison_new(db, "fam.x", ON, &comparison, NULL), OGBV_OK);
    static const char *const wrong[] = { "", "X", "xa@", "xa@2020", "xa@@2020-01-01", "cor",
                                         "a-very-long-key-indeed" };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        ck_assert_int_eq(ogbv_comparison_add(comparison, wrong[i], NULL), OGBV_ERR_INVALID);
        ck_assert_int_eq(ogbv_comparison_set_baseline(comparison, wrong[i], NULL),
                         OGBV_ERR_INVALID);
    }
    ck_assert_int_eq(ogbv_comparison_add(comparison, NULL, NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_comparison_set_class(comparison, 99, NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_comparison_run(comparison, NULL), OGBV_OK);
    ck_assert_int_eq(ogbv_comparison_run(comparison, NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_comparison_add(comparison, "xa", NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_comparison_set_budget(comparison, 1, 1, NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_comparison_skip(comparison, 1, NULL), OGBV_ERR_INVALID);
    ck_assert_ptr_eq(ogbv_comparison_ref(comparison), comparison);
    ogbv_comparison_unref(comparison);
    ogbv_comparison_unref(comparison);
    ogbv_comparison_unref(NULL);
    ogbv_db_unref(db);
}
END_TEST

START_TEST(getters_cannot_fail)
{
    ck_assert_ptr_null(ogbv_comparison_concept(NULL));
    ck_assert_int_eq(ogbv_comparison_class(NULL), -1);
    ck_assert_str_eq(ogbv_comparison_on(NULL), "");
    ck_assert_uint_eq(ogbv_definition_count(NULL), 0);
    ck_assert_str_eq(ogbv_definition_key(NULL, 0), "");
    ck_assert_ptr_null(ogbv_definition_jurisdiction(NULL, 0));
    ck_assert_ptr_null(ogbv_definition_rule_at(NULL, 0, 0));
    ck_assert_uint_eq(ogbv_pair_count(NULL), 0);
    ck_assert_ptr_null(ogbv_pair_at(NULL, 0));
    ck_assert_int_eq(ogbv_pair_relation(NULL), OGBV_UNDECIDED);
    ck_assert_ptr_null(ogbv_pair_case(NULL, 0));
    ck_assert_str_eq(ogbv_pair_unsettled_at(NULL, 0), "");
    ck_assert_ptr_null(ogbv_atom_at(NULL, 0));
    ck_assert_ptr_null(ogbv_atom_fact(NULL));
    ck_assert_str_eq(ogbv_atom_op(NULL), "");
    ck_assert_int_eq(ogbv_atom_state(NULL, 0), -1);
}
END_TEST

/* ---- one case under every law --------------------------------------------------------------- */

static const struct {
    const char *facts, *expected;   /* "id strict" in the order of the jurisdictions */
} cases[] = {
    { "a=yes b=yes", "xa yes, xb yes, xb-p yes, xc yes, xd no" },
    { "a=yes b=no c=yes d=no", "xa no, xb no, xb-p yes, xc no, xd no" },
    { "a=yes c=no d=no", "xa unknown, xb unknown, xb-p unknown, xc unknown, xd no" },
    { "a=yes b=no c=no", "xa no, xb unknown, xb-p unknown, xc no, xd no" },
};

START_TEST(one_case_is_judged_everywhere)
{
    char told[256] = "";
    ogbv_db *db = world();
    ogbv_case *c = world_case(db, "xa", ON, cases[_i].facts);
    ogbv_result *result;
    ck_assert_int_eq(world_put(c, "day=2026-05-01", NULL), OGBV_OK);
    ck_assert_int_eq(ogbv_dual_criminality(c, "fam.x", &result, NULL), OGBV_OK);
    first.n = 0;
    ck_assert_int_eq(ogbv_dual_criminality_write_json(result, "fam.x", NULL, collect, &first, NULL),
                     OGBV_OK);
    const char *at = strstr(first.bytes, "\"jurisdictions\"");
    for (; (at = strstr(at, "\n      \"id\": \"")); at++) {
        char id[16], strict[16];
        ck_assert_int_eq(sscanf(at, "\n \"id\": \"%15[^\"]\"", id), 1);
        ck_assert_int_eq(sscanf(strstr(at, "\"strict\""), "\"strict\": \"%15[^\"]\"", strict), 1);
        sprintf(told + strlen(told), "%s%s %s", *told ? ", " : "", id, strict);
    }
    ck_assert_str_eq(told, cases[_i].expected);
    ck_assert_int_eq(ogbv_dual_criminality_write_text(result, "fam.x", NULL, collect, &second,
                                                      NULL), OGBV_OK);
    ck_assert_int_eq(ogbv_dual_criminality_write_text(result, "fam", NULL, collect, &second,
                                                      NULL), OGBV_ERR_NOT_FOUND);
    ogbv_result_unref(result);
    ck_assert_int_eq(ogbv_dual_criminality(c, "fam.none", &result, NULL), OGBV_ERR_NOT_FOUND);
    ogbv_case_free(c);
    ogbv_db_unref(db);
}
END_TEST

/* ---- the suite ------------------------------------------------------------------------------ */

Suite *suite_compare_keys(void)
{
    Suite *suite = suite_create("compare_keys");
    TCase *tcase = tcase_create("keys");
    tcase_add_loop_test(tcase, a_key_stands_for_texts, 0, ROWS(keys));
    tcase_add_test(tcase, without_keys_all_that_define);
    tcase_add_loop_test(tcase, keys_relate, 0, ROWS(relations));
    tcase_add_test(tcase, the_typical_case_is_covered_or_not);
    suite_add_tcase(suite, tcase);
    tcase = tcase_create("writing");
    tcase_add_test(tcase, a_baseline_says_when_it_is_due);
    tcase_add_test(tcase, writers_stop_when_asked);
    suite_add_tcase(suite, tcase);
    tcase = tcase_create("misuse");
    tcase_add_test(tcase, misuse_is_refused);
    tcase_add_test(tcase, getters_cannot_fail);
    suite_add_tcase(suite, tcase);
    tcase = tcase_create("dual");
    tcase_add_loop_test(tcase, one_case_is_judged_everywhere, 0, ROWS(cases));
    suite_add_tcase(suite, tcase);
    return suite;
}
