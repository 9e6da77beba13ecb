/* SPDX-License-Identifier: MIT */
/* What it is for: running the tests that stand beside the rules, and dropping leaves of rules to
 * see whether any test notices.
 * What it must not know: files; how a status comes about.
 * Invariant: a test is an ordinary case, assessed as any caller's. */
#include "engine/tests.h"

#include "base/text.h"
#include "core/error.h"

#include <string.h>

/* ---- from a test to a case --------------------------------------------------------------- */

static void put_given(struct ogbv_case *c, int32_t act, const struct ogbv__given *given, size_t n)
{
    for (size_t i = 0; i < n; i++)
        ogbv__case_put(c, act, given[i].fact, &given[i].value);
}

static int32_t act_of(const struct ogbv_case *c, const char *id)
{
    for (size_t i = 0; i < c->n_acts; i++)
        if (ogbv__text_equal(c->acts[i].id, id))
            return (int32_t)i + 1;
    return 0;
}

static ogbv_status put_acts(struct ogbv_case *c, const struct ogbv__test *test, ogbv_error **error)
{
    for (size_t i = 0; i < test->n_acts; i++) {
        int32_t act = act_of(c, test->acts[i].id);
        ogbv_status status = act ? OGBV_OK : ogbv_case_add_act(c, test->acts[i].id, &act, error);
        if (status != OGBV_OK)
            return status;
        put_given(c, act, test->acts[i].given, test->acts[i].n_given);
    }
    return OGBV_OK;
}

/* The base first, so that the test's own facts replace. */
static ogbv_status put_test(struct ogbv_case *c, const struct ogbv__test *test, ogbv_error **error)
{
    ogbv_status status = test->base ? put_test(c, test->base, error) : OGBV_OK;
    if (status != OGBV_OK)
        return status;
    put_given(c, OGBV_CASE, test->given, test->n_given);
    return put_acts(c, test, error);
}

static const char *inherited(const struct ogbv__test *test, int jurisdictions)
{
    for (; test; test = test->base) {
        const char *found = jurisdictions ? test->jurisdictions : test->on;
        if (found)
            return found;
    }
    return NULL;
}

static ogbv_status set_jurisdictions(struct ogbv_case *c, const char *list, ogbv_error **error)
{
    char id[16];
    size_t n;
    ogbv_status status = OGBV_OK;
    for (const char *word; status == OGBV_OK && list
         && (word = ogbv__text_word(&list, &n)) != NULL;) {
        if (n >= sizeof id)
            continue;
        memcpy(id, word, n);
        id[n] = '\0';
        status = ogbv_case_add_jurisdiction(c, id, error);
    }
    return status;
}

ogbv_status ogbv__test_case(ogbv_db *db, const struct ogbv__test *test, ogbv_case **out,
                            ogbv_error **error)
{
    const char *on = inherited(test, 0);
    ogbv_status status = ogbv_case_new(db, out, error);
    if (status == OGBV_OK && on)
        status = ogbv_case_set_on(*out, on, OGBV_ON_FROM_CASE, error);
    if (status == OGBV_OK)
        status = set_jurisdictions(*out, inherited(test, 1), error);
    if (status == OGBV_OK)
        status = put_test(*out, test, error);
    if (status != OGBV_OK) {
        ogbv_case_free(*out);
        *out = NULL;
    }
    return status;
}

/* ---- running ----------------------------------------------------------------------------- */

/* Where only the question is whether a test notices, only what it expects becomes a finding. */
static void want_expected(struct ogbv__testing *t, const struct ogbv__test *test)
{
    if (!t->wanted)
        return;
    memset(t->wanted, 0, t->db->n_all_rules);
    for (size_t e = 0; e < test->n_expects; e++) {
        const ogbv_concept *concept_ = ogbv_concept_find(t->db, test->expects[e].of);
        const ogbv_rule *rule = concept_ ? concept_->core
                                         : ogbv_rule_find(t->db, test->expects[e].of);
        if (rule)
            t->wanted[rule->number] = 1;
    }
}

static ogbv_status run_test(struct ogbv__testing *t, const struct ogbv__test *test,
                            const struct ogbv__gates *gates, int *passed)
{
    ogbv_case *c;
    ogbv_result *result = NULL;
    ogbv_error *error = NULL;
    *passed = 0;
    ogbv_status status = ogbv__test_case(t->db, test, &c, &error);
    if (status == OGBV_OK && !c->has_on) {
        ogbv__report_test(t, test, NULL, "no day of assessment is given");
    } else if (status == OGBV_OK) {
        want_expected(t, test);
        status = ogbv__assess_with(c, gates, t->wanted, &result, &error);
        if (status == OGBV_OK)
            *passed = ogbv__check_expects(t, test, result);
        ogbv_result_unref(result);
    }
    if (status != OGBV_OK && status != OGBV_ERR_NOMEM)
        ogbv__report_test(t, test, NULL, ogbv_error_message(error));
    ogbv_case_free(c);
    ogbv_error_free(error);
    return status == OGBV_ERR_NOMEM ? status : OGBV_OK;
}

static ogbv_status run_all(struct ogbv__testing *t)
{
    for (size_t i = 0; i < t->db->n_tests; i++) {
        int passed;
        if (run_test(t, t->db->tests[i], t->db->gates, &passed) != OGBV_OK)
            return OGBV_ERR_NOMEM;
        *(passed ? t->passed : t->failed) += 1;
    }
    return OGBV_OK;
}

/* A core case meets its core and its scope. */
static ogbv_status run_core(struct ogbv__testing *t, const struct ogbv_concept *concept_)
{
    struct ogbv__work work;
    ogbv_case *c;
    ogbv_error *error = NULL;
    const char *fault = NULL;
    ogbv_status status = ogbv__test_case(t->db, concept_->core_case, &c, &error);
    if (status == OGBV_OK && !ogbv__work_init(&work, t->db, t->db->gates, 1)) {
        status = OGBV_ERR_NOMEM;
    } else if (status == OGBV_OK) {
        status = ogbv__work_take(&work, c, &error);
        ogbv__run_facts(&work, &work.runs[0]);
        ogbv__judge(&work, &work.runs[0], concept_->core);
        uint32_t scope = t->db->gates->conds[concept_->scope->index];
        if (work.runs[0].verdicts[concept_->core->number].status != OGBV_MET)
            fault = "the core case does not meet the core definition";
        else if (ogbv__ref_value(&work.runs[0], scope) != OGBV__YES)
            fault = "the core case does not lie in the scope";
        ogbv__work_free(&work);
    }
    if (status != OGBV_OK && status != OGBV_ERR_NOMEM)
        fault = ogbv_error_message(error);
    if (fault)
        ogbv__report_test(t, concept_->core_case, NULL, fault);
    *(fault ? t->failed : t->passed) += status != OGBV_ERR_NOMEM;
    ogbv_case_free(c);
    ogbv_error_free(error);
    return status == OGBV_ERR_NOMEM ? status : OGBV_OK;
}

/* ---- dropping leaves --------------------------------------------------------------------- */

/* Tests that speak of a rule are the likeliest to notice: they are tried first. */
static int speaks_of(const struct ogbv__test *test, const struct ogbv_rule *rule)
{
    for (size_t e = 0; e < test->n_expects; e++)
        if (ogbv__text_equal(test->expects[e].of, rule->id))
            return 1;
    return 0;
}

static ogbv_status is_noticed(struct ogbv__testing *t, const struct ogbv_rule *rule,
                              const struct ogbv__gates *gates, int *noticed)
{
    *noticed = 0;
    for (int first = 1; first >= 0; first--)
        for (size_t i = 0; i < t->db->n_tests && !*noticed; i++) {
            const struct ogbv__test *test = t->db->tests[i];
            int passed;
            if (speaks_of(test, rule) != first)
                continue;
            if (run_test(t, test, gates, &passed) != OGBV_OK)
                return OGBV_ERR_NOMEM;
            *noticed = !passed;
        }
    return OGBV_OK;
}

static ogbv_status drop_leaf(struct ogbv__testing *t, const struct ogbv_rule *rule,
                             const struct ogbv__cond *leaf)
{
    struct ogbv__arena arena;
    struct ogbv__testing quiet = *t;
    int noticed = 0;
    quiet.report = NULL;
    ogbv__arena_init(&arena, &t->db->context->alloc, 0);
    quiet.wanted = ogbv__arena_array(&arena, t->db->n_all_rules, 1);
    const struct ogbv__gates *gates = ogbv__gates_build(&arena, t->db, leaf);
    ogbv_status status = gates ? is_noticed(&quiet, rule, gates, &noticed) : OGBV_ERR_NOMEM;
    ogbv__arena_free(&arena);
    if (status != OGBV_OK)
        return status;
    *(noticed ? t->passed : t->failed) += 1;
    if (!noticed && t->report)
        t->report(t->payload, leaf->where.file, leaf->where.line, rule->id,
                  "no test notices when this condition is left out");
    return OGBV_OK;
}

/* That a restorative way was asked for is seen to before any condition: dropping it changes
 * nothing. */
static int is_gate(const ogbv_db *db, const struct ogbv__cond *cond)
{
    return cond->op == OGBV__TEST && db->atoms[cond->atom].fact->role == OGBV__ROLE_RESTORATIVE;
}

static ogbv_status drop_below(struct ogbv__testing *t, const struct ogbv_rule *rule,
                              const struct ogbv__cond *cond)
{
    ogbv_status status = OGBV_OK;
    if (cond->n_kids == 0)
        return is_gate(t->db, cond) ? OGBV_OK : drop_leaf(t, rule, cond);
    for (size_t i = 0; i < cond->n_kids && status == OGBV_OK; i++)
        status = drop_below(t, rule, cond->kids[i]);
    return status;
}

/* Only rules of files that came with tests: a db may hold others that are tested elsewhere. */
static int is_tested(const struct ogbv__testing *t, const struct ogbv_rule *rule)
{
    for (size_t i = 0; i < t->db->n_tests; i++) {
        const char *file = t->db->tests[i]->where.file, *name = strrchr(file, '/');
        size_t n = strlen(rule->jurisdiction->id);
        name = name ? name + 1 : file;
        if (strncmp(name, rule->jurisdiction->id, n) == 0 && strcmp(name + n, ".xml") == 0)
            return 1;
    }
    return 0;
}

/* A text that is not and may not be law is never judged. */
static int is_judged(const struct ogbv__version *version)
{
    return version->state == OGBV_IN_FORCE || version->state == OGBV_START_UNKNOWN;
}

static ogbv_status drop_version(struct ogbv__testing *t, const struct ogbv__version *version,
                                ogbv_status status)
{
    for (size_t p = 0; p < version->n_parts && status == OGBV_OK; p++)
        if (version->parts[p].kind != OGBV__AGGRAVATION)
            status = drop_below(t, version->rule, version->parts[p].cond);
    return status;
}

static ogbv_status drop_rule(struct ogbv__testing *t, const struct ogbv_rule *rule)
{
    ogbv_status status = OGBV_OK;
    for (size_t v = 0; v < rule->n_versions; v++)
        if (is_judged(&rule->versions[v]))
            status = drop_version(t, &rule->versions[v], status);
    return status;
}

static ogbv_status drop_all(struct ogbv__testing *t)
{
    ogbv_status status = OGBV_OK;
    for (int32_t kind = OGBV_OFFENCE; kind <= OGBV_TERM; kind++)
        for (size_t i = 0; i < t->db->n_rules[kind] && status == OGBV_OK; i++)
            if (is_tested(t, t->db->rules[kind][i]))
                status = drop_rule(t, t->db->rules[kind][i]);
    return status;
}

ogbv_status ogbv_run_tests(ogbv_db *db, int32_t mutate, ogbv_test_fn report, void *payload,
                           int32_t *passed, int32_t *failed, ogbv_error **error)
{
    if (!db || !passed || !failed)
        return ogbv__fail_invalid(error);
    struct ogbv__testing t = { .db = db, .report = report, .payload = payload, .passed = passed,
                               .failed = failed };
    *passed = *failed = 0;
    ogbv_status status = run_all(&t);
    for (size_t i = 0; i < db->n_concepts && status == OGBV_OK; i++)
        status = run_core(&t, db->concepts[i]);
    if (status == OGBV_OK && mutate)
        status = drop_all(&t);
    return status == OGBV_OK ? OGBV_OK : ogbv__fail_nomem(error);
}
