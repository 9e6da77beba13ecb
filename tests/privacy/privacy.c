/* SPDX-License-Identifier: MIT */
/* Protects: no fact of a case stays in memory. Facts with values that nothing else has are set,
 * assessed, written and refused; when all is freed, every readable and writable region of the
 * process is searched for them. The values are kept here XORed and are never whole in memory but in
 * one buffer, which is wiped. That a value can be found is shown first. */
#include "world.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { KEY = 0x5a, LONGEST = 32 };

#define X(c) (unsigned char)((c) ^ KEY)
#define NUMBER(n) (INT64_C(n) ^ INT64_C(0x5a5a5a5a5a5a5a5a))

/* ---- what is looked for ------------------------------------------------------------------- */

/* As a number of eight bytes, or as a text. */
struct pattern {
    const char *what;
    int64_t number;
    unsigned char text[LONGEST];
    size_t n;           /* of the text; 0: a number */
};

enum { COUNT, DAY, INSTANT, ACT, DAY_TEXT, INSTANT_TEXT, COUNT_TEXT, DUE_TEXT, PATTERNS };

static const struct pattern patterns[PATTERNS] = {
    [COUNT] = { .what = "a number", .number = NUMBER(1511506921) },
    [DAY] = { .what = "a day", .number = NUMBER(2272373) },
    [INSTANT] = { .what = "an instant", .number = NUMBER(196333053762) },
    [ACT] = { .what = "the name of an act", .n = 20,
              .text = { X('t'), X('h'), X('e'), X('-'), X('p'), X('o'), X('s'), X('t'), X('-'),
                        X('Q'), X('7'), X('z'), X('X'), X('9'), X('k'), X('W'), X('4'), X('v'),
                        X('J'), X('2') } },
    [DAY_TEXT] = { .what = "a day in digits", .n = 10,
                   .text = { X('8'), X('1'), X('9'), X('1'), X('-'), X('0'), X('7'), X('-'),
                             X('1'), X('9') } },
    [INSTANT_TEXT] = { .what = "an instant in digits", .n = 25,
                       .text = { X('8'), X('1'), X('9'), X('1'), X('-'), X('0'), X('7'), X('-'),
                                 X('1'), X('9'), X('T'), X('1'), X('3'), X(':'), X('0'), X('7'),
                                 X(':'), X('4'), X('2'), X('+'), X('0'), X('5'), X(':'), X('4'),
                                 X('5') } },
    [COUNT_TEXT] = { .what = "a number in digits", .n = 10,
                     .text = { X('1'), X('5'), X('1'), X('1'), X('5'), X('0'), X('6'), X('9'),
                               X('2'), X('1') } },
    [DUE_TEXT] = { .what = "the last day of a deadline", .n = 10,
                   .text = { X('8'), X('1'), X('9'), X('1'), X('-'), X('0'), X('8'), X('-'),
                             X('1'), X('8') } },
};

/* A text as the calls take it; to be wiped at once. */
static char plain[LONGEST + 1];

static const char *reveal(int pattern)
{
    for (size_t i = 0; i < patterns[pattern].n; i++)
        plain[i] = (char)(patterns[pattern].text[i] ^ KEY);
    plain[patterns[pattern].n] = '\0';
    return plain;
}

static void hide(void)
{
    explicit_bzero(plain, sizeof plain);
}

static int stands_at(const unsigned char *p, const struct pattern *pattern)
{
    const unsigned char *bytes = pattern->n ? pattern->text : (const void *)&pattern->number;
    size_t n = pattern->n ? pattern->n : sizeof pattern->number;
    for (size_t i = 0; i < n; i++)
        if ((p[i] ^ KEY) != bytes[i])
            return 0;
    return 1;
}

static void search_region(const unsigned char *from, const unsigned char *to, size_t *found)
{
    for (const unsigned char *p = from; p + LONGEST <= to; p++)
        for (int i = 0; i < PATTERNS; i++)
            found[i] += (size_t)stands_at(p, &patterns[i]);
}

/* Counts each pattern in all that can be read and written. Returns the number of regions. */
static int search(size_t found[PATTERNS])
{
    char line[512], access[8];
    int regions = 0;
    FILE *maps = fopen("/proc/self/maps", "r");
    memset(found, 0, PATTERNS * sizeof *found);
    while (maps && fgets(line, sizeof line, maps)) {
        uintptr_t from, to;
        if (sscanf(line, "%" SCNxPTR "-%" SCNxPTR " %7s", &from, &to, access) != 3
            || strncmp(access, "rw", 2) != 0)
            continue;
        search_region((const unsigned char *)from, (const unsigned char *)to, found);
        regions++;
    }
    if (maps)
        fclose(maps);
    return regions;
}

/* ---- what is done ---------------------------------------------------------------------- */

static int passed, failed;

static void expect(int holds, const char *when, const char *what)
{
    *(holds ? &passed : &failed) += 1;
    if (!holds)
        printf("%s: %s\n", when, what);
}

static void expect_none(const char *when)
{
    size_t found[PATTERNS];
    expect(search(found) > 3, when, "no memory to search");
    for (int i = 0; i < PATTERNS; i++)
        expect(found[i] == 0, when, patterns[i].what);
}

static void must(ogbv_status status)
{
    if (status != OGBV_OK)
        abort();
}

static const char law[] =
    LAND(OFFENCE("o", "conduct", TEXT(ELEMENT("e", IS_MIN("count", "2"))))
         REMEDY("r", TEXT(ELEMENT("f", FINDING("fam", "met", "ok")))
                DEADLINE("t", "for='applicant' effect='bars'",
                         "<end amount='30' unit='day' first-day='excluded'>"
                         "<start fact='start'/></end>")
                DEADLINE("u", "for='platform' effect='target'",
                         "<end amount='48' unit='hour' first-day='excluded'>"
                         "<start fact='notice'/></end>")));

static void set(ogbv_case *c, int32_t act, const char *fact, int pattern)
{
    must(ogbv_case_set(c, act, fact, reveal(pattern), NULL));
    hide();
}

/* Acts are added until they have moved to more room than they had. */
static ogbv_case *make_case(ogbv_db *db)
{
    ogbv_case *c;
    int32_t act;
    must(ogbv_case_new(db, &c, NULL));
    must(ogbv_case_set_on(c, "2026-11-21", OGBV_ON_FROM_CASE, NULL));
    must(ogbv_case_add_jurisdiction(c, "xa", NULL));
    must(ogbv_case_add_act(c, reveal(ACT), &act, NULL));
    hide();
    set(c, act, "count", COUNT_TEXT);
    set(c, OGBV_CASE, "start", DAY_TEXT);
    set(c, OGBV_CASE, "notice", INSTANT_TEXT);
    for (char name[] = "b"; name[0] < 'l'; name[0]++)
        must(ogbv_case_add_act(c, name, NULL, NULL));
    return c;
}

static int32_t swallow(void *payload, const char *bytes, size_t n)
{
    (void)bytes;
    *(size_t *)payload += n;
    return 0;
}

static void test_case(ogbv_db *db)
{
    size_t found[PATTERNS];
    ogbv_case *c = make_case(db);
    (void)search(found);
    expect(found[COUNT] && found[DAY] && found[INSTANT] && found[ACT], "case",
           "facts of a case that is there are not found");
    ogbv_case_free(c);
    expect_none("case freed");
}

static void test_unset(ogbv_db *db)
{
    ogbv_case *c;
    must(ogbv_case_new(db, &c, NULL));
    set(c, OGBV_CASE, "start", DAY_TEXT);
    set(c, OGBV_CASE, "count", COUNT_TEXT);
    must(ogbv_case_unset(c, OGBV_CASE, "start", NULL));
    must(ogbv_case_set_integer(c, OGBV_CASE, "count", 7, NULL));
    size_t found[PATTERNS];
    ogbv_case *other = world_case(db, "xa", "2026-11-21", "");
    ogbv_case_free(other);      /* wipes the stack, as any free does */
    (void)search(found);
    expect(found[DAY] == 0 && found[COUNT] == 0, "unset", "what was forgotten or replaced");
    ogbv_case_free(c);
}

static void test_result(ogbv_db *db)
{
    size_t found[PATTERNS], written = 0;
    ogbv_result *result;
    ogbv_case *c = make_case(db);
    must(ogbv_assess(c, &result, NULL));
    ogbv_case_free(c);
    must(ogbv_result_write_json(result, NULL, swallow, &written, NULL));
    must(ogbv_result_write_text(result, NULL, swallow, &written, NULL));
    (void)search(found);
    expect(written > 1000 && found[DUE_TEXT] > 0, "result", "what follows from facts is found");
    expect(found[COUNT] == 0 && found[INSTANT] == 0, "result", "facts in a result");
    ogbv_result_unref(result);
    expect_none("result freed");
}

static void test_evaluator(ogbv_db *db)
{
    uint8_t statuses[4];
    uint64_t bits[4];
    ogbv_evaluator *evaluator;
    ogbv_case *c = world_case(db, "xa", "2026-11-21", "");
    set(c, OGBV_CASE, "count", COUNT_TEXT);
    set(c, OGBV_CASE, "start", DAY_TEXT);
    must(ogbv_evaluator_new(db, &evaluator, NULL));
    must(ogbv_evaluate(evaluator, c, statuses, 4, NULL));
    must(ogbv_evaluate_missing(evaluator, bits, 1, 4, NULL));
    expect(statuses[0] == OGBV_MET, "evaluator", "what it is for");
    ogbv_case_free(c);
    ogbv_evaluator_free(evaluator);
    expect_none("evaluator freed");
}

/* The errors are kept while memory is searched. */
static void test_errors(ogbv_db *db)
{
    ogbv_error *errors[5] = { NULL };
    ogbv_result *result;
    ogbv_case *c = make_case(db);
    expect(ogbv_case_set(c, 1, "day", reveal(COUNT_TEXT), &errors[0]) == OGBV_ERR_FACT, "errors",
           "a wrong value");
    expect(ogbv_case_set(c, 1, reveal(DAY_TEXT), "yes", &errors[1]) == OGBV_ERR_NOT_FOUND,
           "errors", "a wrong id");
    expect(ogbv_case_add_act(c, reveal(ACT), NULL, &errors[2]) == OGBV_ERR_INVALID, "errors",
           "an act twice");
    hide();
    must(ogbv_case_set(c, OGBV_CASE, "age", "12", NULL));
    must(ogbv_case_set(c, OGBV_CASE, "minor", "no", NULL));
    expect(ogbv_assess(c, &result, &errors[3]) == OGBV_ERR_CONFLICT, "errors", "a contradiction");
    must(ogbv_case_unset(c, OGBV_CASE, "age", NULL));
    set(c, OGBV_CASE, "count", COUNT_TEXT);
    expect(ogbv_assess(c, &result, &errors[4]) == OGBV_ERR_FACT, "errors", "of which act");
    ogbv_case_free(c);
    expect_none("errors kept");
    for (size_t i = 0; i < 5; i++)
        ogbv_error_free(errors[i]);
}

int main(void)
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    puts("skipped: a sanitizer keeps memory of its own");
    return 77;
#endif
    ogbv_db *db = world_law(law);
    expect_none("before");
    test_case(db);
    test_unset(db);
    test_result(db);
    test_evaluator(db);
    test_errors(db);
    ogbv_db_unref(db);
    printf("%d passed, %d failed\n", passed, failed);
    return failed > 0;
}
