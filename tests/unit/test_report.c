/* SPDX-License-Identifier: MIT */
/* Protects: reports: what is remarked and what is not, whether a rule can be met, what stands to a
 * minimum, the forms, and that they stop when asked. */
#include "unit.h"

#include "world.h"

#include "report/write_report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char ON[] = "2026-06-01";

#define OF(id, concepts, parts) \
    OFFENCE_OF("by='conduct' concepts='" concepts "'", id, TEXT(parts))
#define NAMED_TERM(id, name, conds) \
    "<term id='" id "' source='src' at='s 5'><label>" name "</label>" \
    TEXT(conds) "</term>"

static const struct world_file files[] = {
    { "jurisdictions/xa.xml",
      LAND_OF("", "xa", "<member-of org='xu' from='2000-01-01'/>",
              NAMED_TERM("xa.t", "Image (of a person)", IS("b"))
              NAMED_TERM("xa.same", "Same", IS("c"))
              OF("xa.broad", "fam.x", ELEMENT("e", IS("b")))
              OF("xa.narrow", "fam.x", ELEMENT("e", IS("b") IS("c")))
              OF("xa.twin", "fam.x", ELEMENT("e", NOT(IS_NO("b")) ))
              OF("xa.elsewhere", "fam.y", ELEMENT("e", IS("b") IS("c") IS("d")))
              OF("xa.never", "fam.y", ELEMENT("e", IS("b") IS_NO("b")))
              OF("xa.outside", "fam.y", ELEMENT("e", IS_NO("a") IS("k")))) },
    { "jurisdictions/xb.xml",
      LAND_OF("", "xb", "",
              NAMED_TERM("xb.t", "image", IS("b") IS("c"))
              NAMED_TERM("xb.same", "same", IS("c"))
              OF("xb.o", "fam.x", ELEMENT("e", IS("b") IS("c")))
              REMEDY_OF("kind='civil' by='filing'", "xb.r",
                        TEXT(ELEMENT("e", FINDING("xb.o", "met", "ok")))
                        DEADLINE("end", "for='applicant' effect='bars'",
                                 "<end amount='1' unit='day' first-day='excluded'>"
                                 "<start fact='seen'/></end>"))) },
    { "jurisdictions/xu.xml",
      LAND_OF("kind='union'", "xu", "",
              "<baseline id='xu.one' class='criminal' source='src' at='1' by='conduct' "
              "concepts='fam.x' due='2027-01-01'><label>M</label>"
              TEXT(ELEMENT("e", IS("b") IS("c"))) "</baseline>"
              "<baseline id='xu.two' class='criminal' source='src' at='2' by='conduct' "
              "concepts='fam.y oth.z'><label>M</label>"
              TEXT(ELEMENT("e", IS("b"))) "</baseline>") },
};

static ogbv_db *world(void)
{
    return world_load(files, sizeof files / sizeof *files);
}

static ogbv_report *report_of(ogbv_db *db)
{
    ogbv_report *report;
    ck_assert_int_eq(ogbv_report_new(db, ON, OGBV_CRIMINAL, 0, &report, NULL), OGBV_OK);
    return report;
}

/* ---- remarks -------------------------------------------------------------------------------- */

/* "kind rule other" of each remark about rules, in order. */
static const char remarks[] =
    "never-met xa.never -\n"
    "never-in-scope xa.outside -\n"
    "subsumed xa.narrow xa.broad\n"
    "subsumed xa.broad xa.twin\n"
    "subsumed xa.narrow xa.twin\n"
    "term-differs xa.t xb.t\n";

static const char *id_of(const ogbv_rule *rule)
{
    return rule ? ogbv_rule_id(rule) : "-";
}

START_TEST(remarks_are_made)
{
    char told[1024] = "", unused[512] = "";
    ogbv_db *db = world();
    ogbv_report *report = report_of(db);
    for (size_t i = 0; i < ogbv_report_remark_count(report); i++) {
        const ogbv_remark *remark = ogbv_report_remark_at(report, i);
        if (ogbv_remark_kind(remark) == OGBV_REMARK_UNUSED_FACT)
            sprintf(unused + strlen(unused), "%s ", ogbv_fact_id(ogbv_remark_fact(remark)));
        else
            sprintf(told + strlen(told), "%s %s %s\n",
                    ogbv_name(OGBV_NAMES_REMARK, ogbv_remark_kind(remark)),
                    id_of(ogbv_remark_rule(remark)), id_of(ogbv_remark_other(remark)));
    }
    ck_assert_str_eq(told, remarks);
    ck_assert_str_eq(unused,
                     "norm norm-2 m raised fault tie count home born start stop notice minor ");
    ogbv_report_unref(report);
    ogbv_db_unref(db);
}
END_TEST

START_TEST(a_term_that_differs_is_shown)
{
    ogbv_db *db = world();
    ogbv_report *report = report_of(db);
    const ogbv_remark *last = ogbv_report_remark_at(report, ogbv_report_remark_count(report) - 1);
    ck_assert_int_eq(ogbv_remark_kind(last), OGBV_REMARK_TERM_DIFFERS);
    ck_assert_int_eq(ogbv_remark_relation(last), OGBV_BROADER);
    ck_assert_ptr_nonnull(ogbv_remark_case(last, 0));
    ck_assert_ptr_null(ogbv_remark_case(last, 1));
    ogbv_report_unref(report);
    ogbv_db_unref(db);
}
END_TEST

/* ---- one rule ------------------------------------------------------------------------------- */

static const struct {
    const char *rule, *on;
    int32_t status, answer;
} met[] = {
    { "xa.broad", "2026-06-01", OGBV_OK, OGBV_SEARCH_FOUND },
    { "xa.never", "2026-06-01", OGBV_OK, OGBV_SEARCH_NONE },
    { "xa.t", "2026-06-01", OGBV_OK, OGBV_SEARCH_FOUND },
    { "xb.r", "2026-06-01", OGBV_OK, OGBV_SEARCH_UNDECIDED },
    { "xa.none", "2026-06-01", OGBV_ERR_NOT_FOUND, OGBV_SEARCH_NONE },
    { "xa.broad", "2026-06", OGBV_ERR_INVALID, OGBV_SEARCH_NONE },
};

START_TEST(a_rule_can_be_met_or_not)
{
    int32_t answer = -1;
    ogbv_db *db = world();
    ck_assert_int_eq(ogbv_rule_can_be_met(db, met[_i].rule, met[_i].on, &answer, NULL),
                     met[_i].status);
    ck_assert_int_eq(answer, met[_i].answer);
    ogbv_db_unref(db);
}
END_TEST

/* A rule of a day long gone, applied for today: the day of the act is free. */
START_TEST(only_the_day_that_chooses_the_text_is_set)
{
    int32_t answer;
    ogbv_db *db = world_law(LAND(
        OFFENCE("filed", "filing", TEXT(ELEMENT("e", IS_MAX("day", "2020-12-31"))))
        OFFENCE("done", "conduct", TEXT(ELEMENT("e", IS_MAX("day", "2020-12-31"))))));
    ck_assert_int_eq(ogbv_rule_can_be_met(db, "xa.filed", ON, &answer, NULL), OGBV_OK);
    ck_assert_int_eq(answer, OGBV_SEARCH_FOUND);
    ck_assert_int_eq(ogbv_rule_can_be_met(db, "xa.done", ON, &answer, NULL), OGBV_OK);
    ck_assert_int_eq(answer, OGBV_SEARCH_NONE);
    ogbv_db_unref(db);
}
END_TEST

/* ---- minimum -------------------------------------------------------------------------------- */

START_TEST(definitions_stand_to_a_minimum)
{
    ogbv_db *db = world();
    ogbv_report *report = report_of(db);
    /* the definitions are xa, xb, xu, core */
    static const int expected[][3] = {  /* of xa, xb to xu; of xa to the core; by concept */
        { OGBV__REACHES, OGBV__NOT_BOUND, OGBV__FALLS_SHORT },      /* fam.x */
        { OGBV__FALLS_SHORT, OGBV__NOT_BOUND, OGBV__FALLS_SHORT },  /* fam.y */
        { OGBV__WITHOUT, OGBV__NOT_BOUND, OGBV__WITHOUT },          /* oth.z */
    };
    ck_assert_uint_eq(ogbv_report_comparison_count(report), 3);
    for (size_t i = 0; i < 3; i++) {
        const struct ogbv__side *side;
        const ogbv_comparison *comparison = ogbv_report_comparison_at(report, i);
        ck_assert_int_eq(ogbv__stands(comparison, 2, 0, &side), expected[i][0]);
        ck_assert_int_eq(side != NULL, expected[i][0] == OGBV__FALLS_SHORT);
        ck_assert_int_eq(ogbv__stands(comparison, 2, 1, NULL), expected[i][1]);
        ck_assert_int_eq(ogbv__stands(comparison, 3, 0, NULL), expected[i][2]);
        ck_assert_int_eq(ogbv__stands(comparison, 3, 2, NULL), OGBV__NOT_BOUND);
    }
    ogbv_report_unref(report);
    ogbv_db_unref(db);
}
END_TEST

/* ---- forms ---------------------------------------------------------------------------------- */

struct text {
    char bytes[1 << 20];
    size_t n, most;         /* most: stop after so many bytes; 0: never */
};

static int32_t collect(void *payload, const char *bytes, size_t n)
{
    struct text *text = payload;
    if (text->n + n >= sizeof text->bytes || (text->most && text->n + n > text->most))
        return 1;
    memcpy(text->bytes + text->n, bytes, n);
    text->n += n;
    text->bytes[text->n] = '\0';
    return 0;
}

static struct text once, again;

typedef ogbv_status (*writer)(const ogbv_report *report, const char *lang, ogbv_write_fn write,
                              void *payload, ogbv_error **error);

static const struct {
    writer write;
    const char *holds;
} forms[] = {
    { ogbv_report_write_json, "\"kind\": \"never-met\"" },
    { ogbv_report_write_text, "No case meets" },
    { ogbv_report_write_csv, "\"remark\",\"fam.x\",\"criminal\"" },
    { ogbv_report_write_html, "<td class=\"m-may\" data-t=\"depends\" data-r=" },
};

START_TEST(a_form_is_written)
{
    ogbv_db *db = world();
    ogbv_report *report = report_of(db), *other = report_of(db);
    once.n = again.n = once.most = again.most = 0;
    ck_assert_int_eq(forms[_i].write(report, NULL, collect, &once, NULL), OGBV_OK);
    ck_assert_int_eq(forms[_i].write(other, "en", collect, &again, NULL), OGBV_OK);
    ck_assert_str_eq(once.bytes, again.bytes);
    ck_assert_ptr_nonnull(strstr(once.bytes, forms[_i].holds));
    for (once.most = 1; once.most < again.n; once.most += again.n / 7) {
        once.n = 0;
        ck_assert_int_eq(forms[_i].write(report, NULL, collect, &once, NULL), OGBV_ERR_IO);
    }
    ck_assert_int_eq(forms[_i].write(report, NULL, NULL, NULL, NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(forms[_i].write(NULL, NULL, collect, &once, NULL), OGBV_ERR_INVALID);
    ogbv_report_unref(report);
    ogbv_report_unref(other);
    ogbv_db_unref(db);
}
END_TEST

START_TEST(a_form_of_the_data_is_written)
{
    ogbv_db *db = world();
    once.n = once.most = 0;
    ck_assert_int_eq(ogbv_db_write_codebook(db, collect, &once, NULL), OGBV_OK);
    ck_assert_ptr_nonnull(strstr(once.bytes, "\"state\",\"definition: defined"));
    once.n = 0;
    ck_assert_int_eq(ogbv_db_write_skos(db, collect, &once, NULL), OGBV_OK);
    ck_assert_ptr_nonnull(strstr(once.bytes, "rdf:about=\"urn:ogbv:concept:fam.x\""));
    once.n = 0;
    once.most = 1;
    ck_assert_int_eq(ogbv_db_write_codebook(db, collect, &once, NULL), OGBV_ERR_IO);
    ck_assert_int_eq(ogbv_db_write_skos(db, collect, &once, NULL), OGBV_ERR_IO);
    ck_assert_int_eq(ogbv_db_write_skos(db, NULL, &once, NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_db_write_codebook(NULL, collect, &once, NULL), OGBV_ERR_INVALID);
    ogbv_db_unref(db);
}
END_TEST

START_TEST(misuse_is_refused)
{
    ogbv_db *db = world();
    ogbv_report *report;
    ck_assert_int_eq(ogbv_report_new(db, "June", OGBV_CRIMINAL, 0, &report, NULL),
                     OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_report_new(db, ON, 99, 0, &report, NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_report_new(NULL, ON, OGBV_CRIMINAL, 0, &report, NULL),
                     OGBV_ERR_INVALID);
    ck_assert_ptr_null(report);
    report = report_of(db);
    ck_assert_ptr_eq(ogbv_report_ref(report), report);
    ogbv_report_unref(report);
    ogbv_report_unref(report);
    ogbv_report_unref(NULL);
    ck_assert_ptr_null(ogbv_report_ref(NULL));
    ck_assert_uint_eq(ogbv_report_comparison_count(NULL), 0);
    ck_assert_ptr_null(ogbv_report_comparison_at(NULL, 0));
    ck_assert_ptr_null(ogbv_report_remark_at(NULL, 0));
    ck_assert_int_eq(ogbv_remark_kind(NULL), -1);
    ck_assert_ptr_null(ogbv_remark_rule(NULL));
    ck_assert_ptr_null(ogbv_remark_concept(NULL));
    ck_assert_int_eq(ogbv_remark_relation(NULL), OGBV_UNDECIDED);
    ck_assert_ptr_null(ogbv_remark_case(NULL, 0));
    ogbv_db_unref(db);
}
END_TEST

/* ---- the suite ------------------------------------------------------------------------------ */

Suite *suite_report(void)
{
    Suite *suite = suite_create("report");
    TCase *tcase = tcase_create("report");
    tcase_add_test(tcase, remarks_are_made);
    tcase_add_test(tcase, a_term_that_differs_is_shown);
    tcase_add_loop_test(tcase, a_rule_can_be_met_or_not, 0, ROWS(met));
    tcase_add_test(tcase, only_the_day_that_chooses_the_text_is_set);
    tcase_add_test(tcase, definitions_stand_to_a_minimum);
    tcase_add_loop_test(tcase, a_form_is_written, 0, ROWS(forms));
    tcase_add_test(tcase, a_form_of_the_data_is_written);
    tcase_add_test(tcase, misuse_is_refused);
    suite_add_tcase(suite, tcase);
    return suite;
}
