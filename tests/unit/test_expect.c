/* SPDX-License-Identifier: MIT */
/* Protects: the tests beside the rules. Each thing that a test may expect is noticed when it is not
 * so and passes when it is; core cases are tests; and a leaf of a rule that no test needs is told
 * (semantics section 17). */
#include "unit.h"

#include "world.h"

#include <stdio.h>
#include <string.h>

struct told {
    char lines[2048];
    int n;
};

static void tell(void *payload, const char *file, int32_t line, const char *id, const char *text)
{
    struct told *told = payload;
    size_t n = strlen(told->lines);
    snprintf(told->lines + n, sizeof told->lines - n, "%s%s:%d %s: %s", n ? "\n" : "", file, line,
             id, text);
    told->n++;
}

static void run(const char *law, const char *tests, int mutate, struct told *told, int32_t *counts)
{
    const struct world_file files[] = { { "jurisdictions/xa.xml", law },
                                        { "tests/xa.xml", tests } };
    ogbv_db *db = world_load(files, 2);
    *told = (struct told){ .n = 0 };
    ck_assert_int_eq(ogbv_run_tests(db, mutate, tell, told, &counts[0], &counts[1], NULL),
                     OGBV_OK);
    ogbv_db_unref(db);
}

enum { CORES = 3 };     /* core cases of the world, which always run */

#define GIVEN(fact, value) "<given fact='" fact "' value='" value "'/>"
#define TESTS(inside) "<tests format='1' id='xa'>\n" inside "</tests>"
#define TEST(id, inside) \
    "<test id='" id "' on='2026-06-01' jurisdictions='xa'><title>t</title>" inside "</test>\n"
#define EXPECT(attributes) "<expect " attributes "/>"

/* ---- each expectation, right and wrong ------------------------------------------------------ */

static const char law[] = LAND(
    OFFENCE("o", "conduct", TEXT(ELEMENT("e", IS("a")) ELEMENT("f", IS("norm"))
                                 UNLESS("u", "defendant", IS("b"))))
    REMEDY("r", TEXT("") DEADLINE("t", "for='applicant' effect='bars'",
        "<end amount='10' unit='day' first-day='excluded'><start fact='start'/></end>")
        DEADLINE("h", "for='platform' effect='target'",
        "<end amount='48' unit='hour' first-day='excluded'><start fact='notice'/></end>")
        DEADLINE("w", "for='platform' effect='target'", "<when>" IS("k") "</when>"
        "<end amount='48' unit='hour' first-day='excluded'><start fact='notice'/></end>")));

#define MET GIVEN("a", "yes") GIVEN("norm", "yes")
#define TIMES GIVEN("start", "2026-05-30") GIVEN("notice", "2026-05-30T10:00:00+02:00") \
    GIVEN("k", "no")

static const struct {
    const char *given, *expect, *text;
} rows[] = {
    { MET, "of='xa.o' status='met'", "" },
    { MET, "of='xa.o' status='not-met'", "xa.o: status should be not-met, is met" },
    { MET, "of='xa.o' strict='unknown'", "" },
    { MET, "of='xa.o' strict='yes'", "xa.o: strict should be yes, is unknown" },
    { MET, "of='xa.o' contestable='yes'", "" },
    { MET, "of='xa.o' contestable='no'", "xa.o: contestable should be no, is yes" },
    { GIVEN("a", "yes"), "of='xa.o' arguable='yes'", "" },
    { GIVEN("a", "yes"), "of='xa.o' arguable='no'", "xa.o: arguable should be no, is yes" },
    { GIVEN("norm", "yes"), "of='xa.o' arguable='yes'", "xa.o: arguable should be yes, is no" },
    { "", "of='xa.o' why='fact'", "" },
    { "", "of='xa.o' why='open-norm'", "" },
    { "", "of='xa.o' why='date'", "xa.o: why should be date, is another reason" },
    { "", "of='xa.o' missing='a norm'", "" },
    { "", "of='xa.o' missing='a b'", "xa.o: b should be missing, is not listed" },
    { "", "of='xa.o' not-missing='b k'", "" },
    { "", "of='xa.o' not-missing='norm'", "xa.o: norm should be not missing, is listed" },
    { MET, "of='xa.o' verified='remembered'", "" },
    { MET, "of='xa.o' verified='primary'", "xa.o: verified should be primary, is remembered" },
    { GIVEN("a", "no"), "of='xa.o' because='e'", "" },
    { GIVEN("a", "no"), "of='xa.o' because='f'", "" },          /* open */
    { MET GIVEN("b", "yes"), "of='xa.o' because='u'", "" },
    { MET, "of='xa.o' because='u'", "" },                       /* open */
    { MET GIVEN("b", "no"), "of='xa.o' because='u'",
      "xa.o: because should be u, is another reason" },
    { MET, "of='xa.o' because='e'", "xa.o: because should be e, is another reason" },
    { MET, "of='xa.o' because='zz'", "xa.o: because should be zz, is another reason" },
    { TIMES, "of='xa.r' deadline='t' date='2026-06-09'", "" },
    { TIMES, "of='xa.r' deadline='t' date='2026-06-08'",
      "xa.r: date should be 2026-06-08, is 2026-06-09" },
    { TIMES, "of='xa.r' deadline='t' date='none'", "xa.r: date should be none, is 2026-06-09" },
    { TIMES, "of='xa.r' deadline='t' deadline-status='open' certain='yes'", "" },
    { TIMES, "of='xa.r' deadline='t' deadline-status='expired'",
      "xa.r: deadline-status should be expired, is open" },
    { TIMES, "of='xa.r' deadline='t' certain='no'", "xa.r: certain should be no, is yes" },
    { TIMES, "of='xa.r' deadline='h' date='2026-06-01T10:00:00+02:00'", "" },
    { TIMES, "of='xa.r' deadline='h' date='2026-06-01'", "" },
    { TIMES, "of='xa.r' deadline='h' date='2026-06-01T08:00:00Z'",
      "xa.r: date should be 2026-06-01T08:00:00Z, is 2026-06-01T10:00:00+02:00" },
    { TIMES, "of='xa.r' deadline='w' date='none'", "" },
    { TIMES, "of='xa.r' deadline='w' date='2026-06-01'", "xa.r: deadline should be w, is none" },
    { "", "of='xa.r' deadline='t' date='2026-06-09'",
      "xa.r: date should be 2026-06-09, is none" },
    { GIVEN("a", "yes"), "of='fam.x' status='met'", "" },
    { GIVEN("a", "yes"), "of='oth.z' status='met'",
      "oth.z: status should be met, is undetermined" },
    { MET, "of='xa.o' absent='yes'", "xa.o: finding should be absent, is there" },
    { GIVEN("age", "12") GIVEN("minor", "no"), "of='xa.o' status='met'",
      "facts contradict each other: age, minor" },
};

START_TEST(an_expectation_is_noticed)
{
    char tests[1024];
    struct told told;
    int32_t counts[2];
    snprintf(tests, sizeof tests, TESTS(TEST("one", "%s\n" EXPECT("%s"))), rows[_i].given,
             rows[_i].expect);
    run(law, tests, 0, &told, counts);
    int wrong = rows[_i].text[0] != '\0';
    const char *text = strstr(told.lines, " one: ");
    ck_assert_str_eq(text ? text + 6 : "", rows[_i].text);
    ck_assert_int_eq(counts[1], wrong);
    ck_assert_int_eq(counts[0], CORES + !wrong);
    int whole = rows[_i].given[0] && strstr(rows[_i].text, "contradict") != NULL;
    if (wrong)      /* where the expectation stands, or the test when it could not be run */
        ck_assert_ptr_nonnull(strstr(told.lines, whole ? "tests/xa.xml:2 " : "tests/xa.xml:3 "));
}
END_TEST

/* ---- bases, acts, omissions ----------------------------------------------------------------- */

static const char inherited[] = TESTS(
    "<base id='b' on='2026-06-01' jurisdictions='xa'><title>b</title>" MET GIVEN("b", "no")
    "</base>\n"
    "<test id='base' base='b'><title>t</title>" EXPECT("of='xa.o' status='met' contestable='no'")
    "</test>\n"
    "<test id='replaced' base='b'><title>t</title>" GIVEN("a", "no")
    EXPECT("of='xa.o' status='not-met'") "</test>\n"
    "<test id='omitted' base='b'><title>t</title><omit fact='b'/>"
    EXPECT("of='xa.o' status='met' contestable='yes'") "</test>\n"
    "<test id='asked' base='b'><title>t</title>" GIVEN("norm", "unknown")
    EXPECT("of='xa.o' status='undetermined' missing='norm'") "</test>\n"
    "<test id='elsewhere' base='b' jurisdictions='zz'><title>t</title>"
    EXPECT("of='xa.o' absent='yes'") EXPECT("of='fam.x' status='met'") "</test>\n"
    "<test id='day' base='b' on='2020-01-01'><title>t</title>" GIVEN("start", "2026-05-30")
    EXPECT("of='xa.r' deadline='t' deadline-status='open'") "</test>\n"
    "<test id='chain' base='omitted'><title>t</title>" GIVEN("b", "yes")
    EXPECT("of='xa.o' status='defeated'") "</test>\n"
    "<test id='acts' on='2026-06-01' jurisdictions='xa'><title>t</title>"
    "<act id='one'>" MET "</act><act id='two'>" GIVEN("a", "no") "</act>"
    EXPECT("of='xa.o' status='met'") "</test>\n"
    "<test id='undated'><title>t</title>" EXPECT("of='fam.x' status='met'") "</test>\n");

START_TEST(a_test_changes_its_base)
{
    struct told told;
    int32_t counts[2];
    run(law, inherited, 0, &told, counts);
    ck_assert_str_eq(told.lines, "tests/xa.xml:11 undated: no day of assessment is given");
    ck_assert_int_eq(counts[0], CORES + 8);
    ck_assert_int_eq(counts[1], 1);
}
END_TEST

START_TEST(a_core_case_is_a_test)
{
    static const char taxonomy[] =
        "<taxonomy format='1'><family id='f'><label>f</label><definition>d</definition>"
        "<concept id='f.x'><label>x</label><definition>d</definition>"
        "<scope>" IS("a") "</scope><core><element id='e' at='x'>" IS("b") "</element></core>\n"
        "<core-case on='2026-06-01'><given fact='a' value='yes'/></core-case></concept>\n"
        "<concept id='f.y'><label>y</label><definition>d</definition>"
        "<scope>" IS("a") "</scope><core><element id='e' at='x'>" IS("b") "</element></core>\n"
        "<core-case on='2026-06-01'><given fact='b' value='yes'/></core-case></concept>"
        "</family></taxonomy>";
    const struct world_file file = { "taxonomy.xml", taxonomy };
    struct told told = { .n = 0 };
    int32_t passed, failed;
    ogbv_db *db = world_load(&file, 1);
    ck_assert_int_eq(ogbv_run_tests(db, 0, tell, &told, &passed, &failed, NULL), OGBV_OK);
    ck_assert_str_eq(told.lines,
                     "taxonomy.xml:2 f.x: the core case does not meet the core definition\n"
                     "taxonomy.xml:4 f.y: the core case does not lie in the scope");
    ck_assert(passed == 0 && failed == 2);
    ogbv_db_unref(db);
}
END_TEST

/* ---- leaves that no test needs -------------------------------------------------------------- */

static const char spare[] = LAND(
    OFFENCE("o", "conduct", TEXT("\n" ELEMENT("e", IS("a")) "\n" ELEMENT("f", IS("b"))
                                 "\n" UNLESS("u", "defendant", ANY(IS("c") IS("d"))))));

#define NO_EXCUSE GIVEN("c", "no") GIVEN("d", "no")
#define EXPECT_O(status) EXPECT("of='xa.o' status='" status "'")

static const struct {
    const char *tests, *told;
    int noticed, unnoticed;
} mutations[] = {
    { TESTS(TEST("one", GIVEN("a", "yes") GIVEN("b", "yes") NO_EXCUSE EXPECT_O("met"))),
      "jurisdictions/xa.xml:4 xa.o: no test notices when this condition is left out\n"
      "jurisdictions/xa.xml:5 xa.o: no test notices when this condition is left out\n"
      "jurisdictions/xa.xml:6 xa.o: no test notices when this condition is left out\n"
      "jurisdictions/xa.xml:6 xa.o: no test notices when this condition is left out", 0, 4 },
    { TESTS(TEST("one", GIVEN("a", "no") GIVEN("b", "yes") NO_EXCUSE EXPECT_O("not-met"))
            TEST("two", GIVEN("a", "yes") GIVEN("b", "yes") GIVEN("c", "yes") GIVEN("d", "no")
                 EXPECT_O("defeated"))),
      "jurisdictions/xa.xml:5 xa.o: no test notices when this condition is left out\n"
      "jurisdictions/xa.xml:6 xa.o: no test notices when this condition is left out", 2, 2 },
    { TESTS(TEST("one", GIVEN("a", "no") GIVEN("b", "yes") EXPECT_O("not-met"))
            TEST("two", GIVEN("a", "yes") GIVEN("b", "no") EXPECT_O("not-met"))
            TEST("three", GIVEN("a", "yes") GIVEN("b", "yes") GIVEN("c", "yes") GIVEN("d", "no")
                 EXPECT_O("defeated"))
            TEST("four", GIVEN("a", "yes") GIVEN("b", "yes") GIVEN("c", "no") GIVEN("d", "yes")
                 EXPECT_O("defeated"))), "", 4, 0 },
};

START_TEST(a_leaf_that_no_test_needs_is_told)
{
    struct told told;
    int32_t plain[2], counts[2];
    run(spare, mutations[_i].tests, 0, &told, plain);
    ck_assert_int_eq(plain[1], 0);
    run(spare, mutations[_i].tests, 1, &told, counts);
    ck_assert_str_eq(told.lines, mutations[_i].told);
    ck_assert_int_eq(counts[0] - plain[0], mutations[_i].noticed);
    ck_assert_int_eq(counts[1], mutations[_i].unnoticed);
}
END_TEST

START_TEST(misuse_is_refused)
{
    int32_t n;
    ogbv_db *db = world_load(NULL, 0);
    ck_assert_int_eq(ogbv_run_tests(NULL, 0, NULL, NULL, &n, &n, NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_run_tests(db, 0, NULL, NULL, NULL, &n, NULL), OGBV_ERR_INVALID);
    ck_assert_int_eq(ogbv_run_tests(db, 0, NULL, NULL, &n, NULL, NULL), OGBV_ERR_INVALID);
    ogbv_db_unref(db);
}
END_TEST

Suite *suite_expect(void)
{
    Suite *suite = suite_create("expect");
    TCase *tcase = tcase_create("expect");
    tcase_add_loop_test(tcase, an_expectation_is_noticed, 0, ROWS(rows));
    tcase_add_test(tcase, a_test_changes_its_base);
    tcase_add_test(tcase, a_core_case_is_a_test);
    tcase_add_loop_test(tcase, a_leaf_that_no_test_needs_is_told, 0, ROWS(mutations));
    tcase_add_test(tcase, misuse_is_refused);
    suite_add_tcase(suite, tcase);
    return suite;
}
