/* SPDX-License-Identifier: MIT */
/* What it is for: comparing a result with what a test expects.
 * What it must not know: how tests are run.
 * Invariant: each difference is reported with what was expected and what was found. */
#include "engine/tests.h"

#include "base/buf.h"
#include "base/text.h"

#include <string.h>

struct checking {
    const struct ogbv__testing *t;
    const struct ogbv__test *test;
    const struct ogbv__expect *expect;
    const ogbv_finding *finding;
    int ok;
};

void ogbv__report_test(const struct ogbv__testing *t, const struct ogbv__test *test,
                       const struct ogbv__expect *expect, const char *text)
{
    const struct ogbv__where *where = expect ? &expect->where : &test->where;
    if (t->report)
        t->report(t->payload, where->file, where->line, test->id, text);
}

static void differ(struct checking *k, const char *what, const char *expected, const char *found)
{
    struct ogbv__buf text;
    k->ok = 0;
    if (!k->t->report)
        return;
    ogbv__buf_init(&text, &k->t->db->context->alloc);
    ogbv__buf_texts(&text, k->expect->of, ": ", what, " should be ", expected, ", is ",
                    found ? found : "none", NULL);
    ogbv__report_test(k->t, k->test, k->expect, ogbv__buf_string(&text));
    ogbv__buf_free(&text);
}

/* One constant of a vocabulary; -1 is not asked. */
static void check_name(struct checking *k, const char *what, int32_t vocabulary, int32_t expected,
                       int32_t found)
{
    if (expected >= 0 && expected != found)
        differ(k, what, ogbv_name(vocabulary, expected), ogbv_name(vocabulary, found));
}

static void check_flag(struct checking *k, const char *what, int32_t expected, int32_t found)
{
    if (expected >= 0 && expected != found)
        differ(k, what, expected ? "yes" : "no", found ? "yes" : "no");
}

/* ---- lists ------------------------------------------------------------------------------- */

static int lists(const struct ogbv__fact_list *list, const char *id, size_t n)
{
    for (size_t i = 0; i < list->n; i++)
        if (strlen(list->at[i]->id) == n && memcmp(list->at[i]->id, id, n) == 0)
            return 1;
    return 0;
}

static void check_missing(struct checking *k, const char *ids, int expected)
{
    size_t n;
    char id[128];
    for (const char *word; ids && (word = ogbv__text_word(&ids, &n)) != NULL;) {
        if (n >= sizeof id || lists(&k->finding->missing, word, n) == expected)
            continue;
        memcpy(id, word, n);
        id[n] = '\0';
        differ(k, id, expected ? "missing" : "not missing", expected ? "not listed" : "listed");
    }
}

/* A reason that explains: an element that is not met or open, an exception that is. */
static int explains(const struct ogbv_finding *finding, const char *id, size_t n)
{
    for (size_t i = 0; i < finding->n_elements; i++) {
        const struct ogbv_reason *reason = &finding->elements[i];
        if (strlen(reason->id) == n && memcmp(reason->id, id, n) == 0)
            return reason->status != OGBV_MET;
    }
    for (size_t i = 0; i < finding->n_exceptions; i++) {
        const struct ogbv_reason *reason = &finding->exceptions[i];
        if (strlen(reason->id) == n && memcmp(reason->id, id, n) == 0)
            return reason->status != OGBV_EXCLUDED;
    }
    return 0;
}

static void check_because(struct checking *k)
{
    const char *ids = k->expect->because;
    size_t n;
    for (const char *word; ids && (word = ogbv__text_word(&ids, &n)) != NULL;)
        if (!explains(k->finding, word, n))
            differ(k, "because", k->expect->because, "another reason");
}

/* ---- deadlines --------------------------------------------------------------------------- */

static const struct ogbv_due *find_due(const struct checking *k)
{
    for (size_t i = 0; i < k->finding->n_dues; i++)
        if (ogbv__text_equal(k->finding->dues[i].deadline->id, k->expect->deadline))
            return &k->finding->dues[i];
    return NULL;
}

static void check_due(struct checking *k)
{
    const struct ogbv__expect *expect = k->expect;
    if (!expect->deadline)
        return;
    const struct ogbv_due *due = find_due(k);
    int none = expect->date && ogbv__text_equal(expect->date, "none");
    if (!due) {
        if (!none)
            differ(k, "deadline", expect->deadline, NULL);
        return;
    }
    const char *found = due->at && expect->date && strlen(expect->date) > 10 ? due->at : due->date;
    if (expect->date && !ogbv__text_equal(found, expect->date))
        differ(k, "date", expect->date, found);
    check_name(k, "deadline-status", OGBV_NAMES_DUE_STATUS, expect->deadline_status, due->status);
    check_flag(k, "certain", expect->certain, due->certain);
}

/* ---- one expectation --------------------------------------------------------------------- */

static void check_expect(struct checking *k)
{
    const struct ogbv__expect *expect = k->expect;
    const ogbv_finding *finding = k->finding;
    check_name(k, "status", OGBV_NAMES_STATUS, expect->status, finding->status);
    check_name(k, "strict", OGBV_NAMES_TRUTH, expect->strict, finding->strict);
    check_flag(k, "contestable", expect->contestable, finding->contestable);
    check_flag(k, "arguable", expect->arguable, finding->arguable);
    if (!k->t->wanted)      /* sources of findings need all findings */
        check_name(k, "verified", OGBV_NAMES_SEEN, expect->verified, finding->verified);
    if (expect->why >= 0 && !ogbv_finding_has_why(finding, expect->why))
        differ(k, "why", ogbv_name(OGBV_NAMES_WHY, expect->why), "another reason");
    check_missing(k, expect->missing, 1);
    check_missing(k, expect->not_missing, 0);
    check_because(k);
    check_due(k);
}

int ogbv__check_expects(const struct ogbv__testing *t, const struct ogbv__test *test,
                        const ogbv_result *result)
{
    struct checking k = { .t = t, .test = test, .ok = 1 };
    for (size_t e = 0; e < test->n_expects; e++) {
        k.expect = &test->expects[e];
        k.finding = ogbv_finding_find(result, k.expect->of);
        if (k.expect->absent && k.finding)
            differ(&k, "finding", "absent", "there");
        else if (k.finding)
            check_expect(&k);
        else if (!k.expect->absent)
            differ(&k, "finding", "there", "not among the jurisdictions asked for");
    }
    return k.ok;
}
