/* SPDX-License-Identifier: MIT */
/* Protects: memory that runs out is an error like any other. Each scenario is run once for every
 * request that it makes, which fails alone, and again with all that follow it failing too. Each run
 * ends in "no memory" or in the very answer of a run that had memory; nothing is left behind, what
 * held facts was wiped, and what the scenario was given is as before. */
#include "failing.h"
#include "world.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Names an act: no block may come back with it. */
#define SECRET "the-post-of-that-evening"

static const char facts[] =
    "k=yes age=30 first=2024-06-01 last=2025-06-01 home=xa start=2026-01 "
    "notice=2026-02-20T10:00:00+02:00 restore=yes danger=yes "
    "@" SECRET " a=yes b=yes fault=reckless.. day=2026-02-10 "
    "@two a=yes count=3 d=yes day=2019-05-01 @three a=no";

struct given {
    struct failing *failing;
    ogbv_context *context;
    ogbv_db *db;
    ogbv_case *c, *one_act, *contradictory;
};

/* What a run answers, as a number: all that it wrote or counted. */
struct answer {
    uint64_t digest;
};

static void digest(struct answer *answer, const void *bytes, size_t n)
{
    const unsigned char *p = bytes;
    for (size_t i = 0; i < n; i++)
        answer->digest = (answer->digest ^ p[i]) * 1099511628211u;
}

static void digest_text(struct answer *answer, const char *text)
{
    digest(answer, text, strlen(text) + 1);
}

/* ---- scenarios ------------------------------------------------------------------------------ */

static ogbv_status load(const struct given *given, struct answer *answer, ogbv_error **error)
{
    ogbv_loader *loader = NULL;
    ogbv_db *db = NULL;
    ogbv_status status = ogbv_loader_new(given->context, &loader, error);
    if (status == OGBV_OK)
        status = world_add(loader, world_base, WORLD_BASE, error);
    if (status == OGBV_OK)
        status = world_add(loader, world_rich, WORLD_RICH, error);
    ogbv_loader_want_tests(loader);
    if (status == OGBV_OK)
        status = ogbv_loader_select(loader, "xa", error);
    if (status == OGBV_OK)
        status = ogbv_loader_finish(loader, &db, error);
    for (int32_t kind = OGBV_OFFENCE; status == OGBV_OK && kind <= OGBV_TERM; kind++)
        for (size_t i = 0; i < ogbv_rule_count(db, kind); i++)
            digest_text(answer, ogbv_rule_citation(ogbv_rule_at(db, kind, i)));
    ogbv_loader_free(loader);
    ogbv_db_unref(db);
    return status;
}

/* Faulty files: the diagnostics are the answer. */
static ogbv_status load_faulty(const struct given *given, struct answer *answer,
                               ogbv_error **error)
{
    static const struct world_file faulty[] = {
        { "jurisdictions/xa.xml", LAND(OFFENCE("o", "conduct", TEXT(ELEMENT("e", IS("aa"))))
                                       REMEDY("o", TEXT(ELEMENT("f", TERM_REF("none"))))) },
        { "jurisdictions/xb.xml", "<jurisdiction format='1' id='xb'><lable/></jurisdiction>" },
        { "calendars/xc.xml", "<calendar>" },
    };
    ogbv_loader *loader = NULL;
    ogbv_db *db = NULL;
    ogbv_status status = ogbv_loader_new(given->context, &loader, error);
    if (status == OGBV_OK)
        status = world_add(loader, world_base, WORLD_BASE, error);
    if (status == OGBV_OK)
        status = world_add(loader, faulty, sizeof faulty / sizeof *faulty, error);
    if (status == OGBV_OK)
        status = ogbv_loader_finish(loader, &db, error);
    for (size_t i = 0; status == OGBV_ERR_DATA && i < ogbv_loader_diagnostic_count(loader); i++)
        digest_text(answer, ogbv_diagnostic_text(ogbv_loader_diagnostic_at(loader, i)));
    ogbv_loader_free(loader);
    if (status != OGBV_ERR_DATA)
        return status;
    ogbv_error_free(*error);
    *error = NULL;
    return OGBV_OK;
}

/* A case made while memory fails; what failed is tried again with memory and has to work. */
static ogbv_status fill(const struct given *given, struct answer *answer, ogbv_error **error)
{
    static const char *const acts[] = { "p", "q", SECRET, "r", "s", "t" };
    ogbv_case *c = NULL;
    ogbv_status status = ogbv_case_new(given->db, &c, error);
    for (size_t i = 0; status == OGBV_OK && i < sizeof acts / sizeof *acts; i++) {
        int32_t act = -1;
        status = ogbv_case_add_act(c, acts[i], &act, error);
        if (status != OGBV_OK)
            break;
        digest(answer, &act, sizeof act);
        status = ogbv_case_set(c, act, "day", "2026-02-10", error);
    }
    if (status == OGBV_ERR_NOMEM && c) {
        given->failing->fail_at = 0;
        int32_t act = -1;
        if (ogbv_case_add_act(c, "again", &act, NULL) != OGBV_OK || act < 1)
            status = OGBV_ERR_INVALID;
    }
    ogbv_case_free(c);
    return status;
}

static ogbv_status contradict(const struct given *given, struct answer *answer,
                              ogbv_error **error)
{
    ogbv_result *result = NULL;
    ogbv_status status = ogbv_assess(given->contradictory, &result, error);
    if (status == OGBV_ERR_NOMEM)
        return status;
    digest_text(answer, ogbv_error_message(*error));
    digest_text(answer, ogbv_error_fact(*error));
    ogbv_error_free(*error);
    *error = NULL;
    return status == OGBV_ERR_CONFLICT ? OGBV_OK : OGBV_ERR_INVALID;
}

/* Mistakes of the caller: their messages are the answer. */
static ogbv_status mistake(const struct given *given, struct answer *answer, ogbv_error **error)
{
    static const struct {
        const char *fact, *value;
        ogbv_status status;
    } wrong[] = {
        { "aa", "yes", OGBV_ERR_NOT_FOUND }, { "fault", "gross", OGBV_ERR_FACT },
        { "day", "yesterday", OGBV_ERR_FACT },
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        ogbv_status status = ogbv_case_set(given->c, 1, wrong[i].fact, wrong[i].value, error);
        if (status != wrong[i].status)
            return status == OGBV_OK ? OGBV_ERR_INVALID : status;
        digest_text(answer, ogbv_error_message(*error));
        ogbv_error_free(*error);
        *error = NULL;
    }
    return OGBV_OK;
}

static ogbv_status assess(const struct given *given, struct answer *answer, ogbv_error **error)
{
    ogbv_result *result = NULL;
    ogbv_status status = ogbv_assess(given->c, &result, error);
    for (size_t i = 0; i < ogbv_finding_count(result, OGBV_FINDING_OFFENCE); i++) {
        char told[WORLD_TOLD];
        digest_text(answer, world_tell(ogbv_finding_at(result, OGBV_FINDING_OFFENCE, i), told));
    }
    ogbv_result_unref(result);
    return status;
}

static ogbv_status evaluate(const struct given *given, struct answer *answer, ogbv_error **error)
{
    uint8_t statuses[8] = { 0 };
    uint64_t bits[8] = { 0 };
    ogbv_evaluator *evaluator = NULL;
    ogbv_status status = ogbv_evaluator_new(given->db, &evaluator, error);
    size_t before = given->failing->requests;
    if (status == OGBV_OK)
        status = ogbv_evaluate(evaluator, given->one_act, statuses, sizeof statuses, error);
    if (status == OGBV_OK)
        status = ogbv_evaluate_missing(evaluator, bits, 1, 8, error);
    if (given->failing->requests != before)
        status = OGBV_ERR_LIMIT;        /* it promised to allocate nothing */
    digest(answer, statuses, sizeof statuses);
    digest(answer, bits, sizeof bits);
    ogbv_evaluator_free(evaluator);
    return status;
}

static ogbv_status test(const struct given *given, struct answer *answer, ogbv_error **error)
{
    int32_t counts[2];
    ogbv_status status = ogbv_run_tests(given->db, 1, NULL, NULL, &counts[0], &counts[1], error);
    if (status == OGBV_OK)
        digest(answer, counts, sizeof counts);
    return status;
}

static ogbv_status compare(const struct given *given, struct answer *answer, ogbv_error **error)
{
    ogbv_comparison *comparison = NULL;
    ogbv_status status = ogbv_comparison_new(given->db, "fam.x", "2026-06-01", &comparison, error);
    if (status == OGBV_OK)
        status = ogbv_comparison_add(comparison, "xa", error);
    if (status == OGBV_OK)
        status = ogbv_comparison_add(comparison, "core", error);
    if (status == OGBV_OK)
        status = ogbv_comparison_run(comparison, error);
    for (size_t i = 0; status == OGBV_OK && i < ogbv_pair_count(comparison); i++) {
        const ogbv_pair *pair = ogbv_pair_at(comparison, i);
        int32_t told[] = { ogbv_pair_relation(pair), ogbv_pair_search(pair, 0),
                           ogbv_pair_search(pair, 1) };
        digest(answer, told, sizeof told);
    }
    ogbv_comparison_unref(comparison);
    return status;
}

static int32_t digest_bytes(void *answer, const char *bytes, size_t n)
{
    for (size_t i = 0; i < n; i++)      /* however they are cut up */
        digest(answer, bytes + i, 1);
    return 0;
}

static ogbv_status dual(const struct given *given, struct answer *answer, ogbv_error **error)
{
    ogbv_result *result = NULL;
    ogbv_status status = ogbv_dual_criminality(given->one_act, "fam.x", &result, error);
    if (status == OGBV_OK)
        status = ogbv_dual_criminality_write_json(result, "fam.x", NULL, digest_bytes, answer,
                                                  error);
    ogbv_result_unref(result);
    return status;
}

static ogbv_status report(const struct given *given, struct answer *answer, ogbv_error **error)
{
    ogbv_report *report = NULL;
    ogbv_status status = ogbv_report_new(given->db, "2026-06-01", OGBV_CRIMINAL, 0, &report,
                                         error);
    if (status == OGBV_OK)
        status = ogbv_report_write_json(report, NULL, digest_bytes, answer, error);
    if (status == OGBV_OK)
        status = ogbv_report_write_text(report, NULL, digest_bytes, answer, error);
    if (status == OGBV_OK)
        status = ogbv_report_write_csv(report, NULL, digest_bytes, answer, error);
    if (status == OGBV_OK)
        status = ogbv_report_write_html(report, NULL, digest_bytes, answer, error);
    ogbv_report_unref(report);
    return status;
}

static const struct scenario {
    const char *name;
    ogbv_status (*run)(const struct given *given, struct answer *answer, ogbv_error **error);
    size_t least;       /* so many requests it makes at the least: fewer, and nothing was tested */
    size_t step;        /* 1: every request fails in turn */
} scenarios[] = {
    { "load", load, 1000, 1 }, { "load faulty files", load_faulty, 500, 1 },
    { "fill", fill, 8, 1 }, { "mistake", mistake, 3, 1 }, { "contradict", contradict, 10, 1 },
    { "assess", assess, 100, 1 },
    { "evaluate", evaluate, 5, 1 }, { "test", test, 1000, 211 }, { "compare", compare, 100, 1 },
    { "dual criminality", dual, 50, 1 }, { "report", report, 1000, 7 },
};

/* ---- running -------------------------------------------------------------------------------- */

static struct failing failing = { .secret = SECRET };
static struct given given = { .failing = &failing };
static int passed, failed;

static void expect(int holds, const char *scenario, size_t n, const char *what)
{
    if (holds)
        return;
    failed++;
    printf("%s, request %zu: %s\n", scenario, n, what);
}

/* One run with the n-th request failing (0: none). Returns its status. */
static ogbv_status attempt(const struct scenario *scenario, size_t n, int fail_on,
                           struct answer *answer)
{
    ogbv_error *error = NULL;
    size_t alive = failing.alive;
    *answer = (struct answer){ 14695981039346656037u };
    failing.requests = 0;
    failing.fail_at = n;
    failing.fail_on = fail_on;
    ogbv_status status = scenario->run(&given, answer, &error);
    failing.fail_at = 0;
    expect(ogbv_error_status(error) == status, scenario->name, n, "the error is another");
    ogbv_error_free(error);
    expect(failing.alive == alive, scenario->name, n, "something was left behind");
    expect(failing.wrong_sizes == 0, scenario->name, n, "a block came back with another size");
    expect(failing.secrets == 0, scenario->name, n, "a block came back with a fact in it");
    failing.wrong_sizes = failing.secrets = 0;
    return status;
}

/* Lets each request fail in turn, until a run makes fewer. */
static void sweep(const struct scenario *scenario, int fail_on)
{
    struct answer whole, answer;
    ogbv_status status = attempt(scenario, 0, 0, &whole);
    size_t requests = failing.requests;
    expect(status == OGBV_OK, scenario->name, 0, ogbv_status_name(status));
    expect(requests >= scenario->least, scenario->name, requests, "too few to test anything");
    for (size_t n = 1; n <= requests; n += scenario->step) {
        status = attempt(scenario, n, fail_on, &answer);
        int same = status == OGBV_OK && answer.digest == whole.digest;
        expect(same || status == OGBV_ERR_NOMEM, scenario->name, n, "neither failure nor answer");
        passed++;
    }
    status = attempt(scenario, 0, 0, &answer);
    expect(status == OGBV_OK && answer.digest == whole.digest, scenario->name, 0,
           "another answer afterwards");
    passed++;
    printf("%s%s: %zu requests\n", scenario->name, fail_on ? ", from there on" : "", requests);
}

static void must(ogbv_status status)
{
    if (status != OGBV_OK)
        abort();
}

static ogbv_case *make_case(const char *words)
{
    ogbv_case *c;
    must(ogbv_case_new(given.db, &c, NULL));
    must(ogbv_case_set_on(c, "2026-06-01", OGBV_ON_FROM_CASE, NULL));
    must(ogbv_case_add_jurisdiction(c, "xa", NULL));
    must(world_put(c, words, NULL));
    return c;
}

static void set_up(void)
{
    ogbv_loader *loader;
    must(ogbv_context_new(failing_resize, &failing, &given.context, NULL));
    must(ogbv_loader_new(given.context, &loader, NULL));
    ogbv_loader_want_tests(loader);
    must(world_add(loader, world_base, WORLD_BASE, NULL));
    must(world_add(loader, world_rich, WORLD_RICH, NULL));
    must(ogbv_loader_finish(loader, &given.db, NULL));
    ogbv_loader_free(loader);
    given.c = make_case(facts);
    given.one_act = make_case("a=yes b=yes day=2026-02-10");
    given.contradictory = make_case("age=12 minor=no");
}

static void tear_down(void)
{
    ogbv_case_free(given.contradictory);
    ogbv_case_free(given.one_act);
    ogbv_case_free(given.c);
    ogbv_db_unref(given.db);
    ogbv_context_unref(given.context);
}

int main(void)
{
    set_up();
    for (size_t i = 0; i < sizeof scenarios / sizeof *scenarios; i++) {
        sweep(&scenarios[i], 0);
        sweep(&scenarios[i], 1);
    }
    tear_down();
    expect(failing_is_clean(&failing), "all", 0, "something was left behind");
    printf("%d passed, %d failed\n", passed, failed);
    return failed > 0;
}
