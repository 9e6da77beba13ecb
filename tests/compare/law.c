/* SPDX-License-Identifier: MIT */
/* Protects: what the comparison says of the law that is held. Tables of what is known of
 * definitions (audience, fault, harm, deception, demand, repetition, gender as a ground) and of
 * the days on which they changed; and every pair of every concept: it relates somehow, and each
 * case that shows a difference is confirmed by an assessment. */
#include <ogbv/ogbv.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char ON[] = "2026-11-21";
static ogbv_db *db;
static int passed, failed;

static void check(int ok, const char *what, const char *a, const char *b)
{
    passed += ok;
    failed += !ok;
    if (!ok)
        printf("FAILED: %s: %s %s\n", what, a, b);
}

static void need(ogbv_status status, ogbv_error *const *error)
{
    if (status == OGBV_OK)
        return;
    fprintf(stderr, "mistake in a test: %s\n", ogbv_error_message(*error));
    exit(1);
}

/* ---- comparing ------------------------------------------------------------------------- */

static ogbv_comparison *begin(const char *concept_)
{
    ogbv_comparison *comparison;
    ogbv_error *error = NULL;
    need(ogbv_comparison_new(db, concept_, ON, &comparison, &error), &error);
    return comparison;
}

static void add(ogbv_comparison *comparison, const char *key)
{
    ogbv_error *error = NULL;
    need(ogbv_comparison_add(comparison, key, &error), &error);
}

static void run(ogbv_comparison *comparison)
{
    ogbv_error *error = NULL;
    need(ogbv_comparison_run(comparison, &error), &error);
}

/* ---- what definitions do with facts ---------------------------------------------------- */

enum { REQUIRED = OGBV_ATOM_REQUIRED, OPEN = OGBV_ATOM_OPEN, NO_PART = OGBV_ATOM_IRRELEVANT };

static const struct {
    const char *concept_, *key, *fact;
    int32_t state;
} states[] = {
    /* a real image of an adult: who has to see it */
    { "ogbv.img.dissem", "eu", "share.audience-public", REQUIRED },
    { "ogbv.img.dissem", "gb-eaw", "share.done", REQUIRED },
    { "ogbv.img.dissem", "gb-eaw", "share.section-of-public", NO_PART },
    { "ogbv.img.dissem", "ie", "share.section-of-public", REQUIRED },
    { "ogbv.img.dissem", "de", "share.section-of-public", NO_PART },
    { "ogbv.img.dissem", "fr", "share.section-of-public", NO_PART },
    /* what harm */
    { "ogbv.img.dissem", "eu", "likely.serious-harm", REQUIRED },
    { "ogbv.img.dissem", "gb-eaw", "likely.serious-harm", NO_PART },
    { "ogbv.img.dissem", "gb-eaw", "harm.distress", NO_PART },
    { "ogbv.img.dissem", "ie", "harm.distress", OPEN },
    { "ogbv.img.dissem", "de", "harm.distress", NO_PART },
    { "ogbv.img.dissem", "fr", "harm.distress", NO_PART },
    /* whether a belief in consent counts */
    { "ogbv.img.dissem", "gb-eaw", "consent.belief-reasonable", OPEN },
    { "ogbv.img.dissem", "ie", "consent.belief-reasonable", NO_PART },
    { "ogbv.img.dissem", "eu", "consent.to-sharing", REQUIRED },
    /* a synthetic image: sharing */
    { "ogbv.img.synth", "eu", "share.audience-public", REQUIRED },
    { "ogbv.img.synth", "eu", "likely.serious-harm", REQUIRED },
    { "ogbv.img.synth", "gb-eaw", "likely.serious-harm", NO_PART },
    { "ogbv.img.synth", "ie", "likely.serious-harm", NO_PART },
    { "ogbv.img.synth", "gb-eaw", "material.photo-film", REQUIRED },
    /* a threat without a demand */
    { "ogbv.img.threat", "eu", "purpose.coercion", REQUIRED },
    { "ogbv.img.threat", "gb-eaw", "purpose.coercion", NO_PART },
    { "ogbv.img.threat", "ie", "purpose.coercion", NO_PART },
    /* how often, and by how many */
    { "ogbv.har.pattern", "gb-eaw", "pattern.acts", REQUIRED },
    { "ogbv.har.pattern", "ie", "pattern.persistent", REQUIRED },
    { "ogbv.har.pattern", "de", "pattern.repeated", REQUIRED },
    { "ogbv.har.pattern", "fr", "pattern.repeated", OPEN },
    { "ogbv.har.malcom", "ie", "pattern.repeated", NO_PART },
    { "ogbv.img.flash", "gb-eaw", "pattern.repeated", NO_PART },
    { "ogbv.img.flash", "de", "pattern.repeated", NO_PART },
    { "ogbv.har.mob", "eu", "pattern.concerted", REQUIRED },
    { "ogbv.har.mob", "fr", "pattern.concerted", OPEN },
    { "ogbv.har.mob", "fr", "pattern.members-know", OPEN },
    /* gender as a ground of incitement */
    { "ogbv.spc.incite", "eu", "incite.gender-group", REQUIRED },
    { "ogbv.spc.incite", "fr", "incite.gender-group", REQUIRED },
    { "ogbv.spc.incite", "de", "incite.gender-group", OPEN },
};

static const ogbv_atom *find_atom(const ogbv_comparison *comparison, const char *fact)
{
    for (size_t i = 0; i < ogbv_atom_count(comparison); i++)
        if (strcmp(ogbv_fact_id(ogbv_atom_fact(ogbv_atom_at(comparison, i))), fact) == 0)
            return ogbv_atom_at(comparison, i);
    return NULL;
}

/* A fact that no definition speaks of plays no part. */
static void check_state(size_t i)
{
    ogbv_comparison *comparison = begin(states[i].concept_);
    add(comparison, states[i].key);
    run(comparison);
    const ogbv_atom *atom = find_atom(comparison, states[i].fact);
    int32_t state = atom ? ogbv_atom_state(atom, 0) : NO_PART;
    check(ogbv_fact_find(db, states[i].fact) != NULL, "no such fact", states[i].fact, "");
    check(state == states[i].state, states[i].concept_, states[i].key, states[i].fact);
    ogbv_comparison_unref(comparison);
}

/* ---- typical cases --------------------------------------------------------------------- */

static const struct {
    const char *concept_, *key;
    int32_t status, typical;
} typical[] = {
    { "ogbv.img.dissem", "gb-eaw", OGBV_DEFINED, OGBV_YES },
    { "ogbv.img.dissem", "ie", OGBV_DEFINED, OGBV_YES },
    { "ogbv.img.dissem", "eu", OGBV_DEFINED, OGBV_YES },
    { "ogbv.img.synth", "gb-eaw", OGBV_DEFINED, OGBV_YES },
    { "ogbv.img.synth", "ie", OGBV_DEFINED, OGBV_YES },
    /* creation alone */
    { "ogbv.img.create-synth", "gb-eaw", OGBV_DEFINED, OGBV_YES },
    { "ogbv.img.create-synth", "ie", OGBV_DEF_NONE_FOUND, -1 },
    { "ogbv.img.create-synth", "eu", OGBV_DEF_NONE_FOUND, -1 },
    { "ogbv.img.create-synth", "fr", OGBV_DEF_NONE_FOUND, -1 },
    { "ogbv.img.create-synth", "de", OGBV_DEF_NONE_FOUND, -1 },
    /* a threat without a demand */
    { "ogbv.img.threat", "gb-eaw", OGBV_DEFINED, OGBV_YES },
    { "ogbv.img.threat", "eu", OGBV_DEFINED, OGBV_NO },
    /* gender as a ground of incitement */
    { "ogbv.spc.incite", "eu", OGBV_DEFINED, OGBV_YES },
    { "ogbv.spc.incite", "fr", OGBV_DEFINED, OGBV_YES },
    { "ogbv.spc.incite", "gb-eaw", OGBV_DEF_NONE_FOUND, -1 },
    { "ogbv.spc.incite", "ie", OGBV_DEF_NONE_FOUND, -1 },
};

static void check_typical(size_t i)
{
    ogbv_comparison *comparison = begin(typical[i].concept_);
    add(comparison, typical[i].key);
    run(comparison);
    check(ogbv_definition_status(comparison, 0) == typical[i].status, "another status",
          typical[i].concept_, typical[i].key);
    if (typical[i].typical >= 0)
        check(ogbv_definition_typical(comparison, 0) == typical[i].typical, "the typical case",
              typical[i].concept_, typical[i].key);
    ogbv_comparison_unref(comparison);
}

/* ---- maxima ---------------------------------------------------------------------------- */

static const struct {
    const char *rule;
    int32_t months;
} maxima[] = {
    { "eu.dir2024-1385-5-1-a", 12 }, { "gb-eaw.soa2003-66b-1", 6 },
    { "gb-eaw.soa2003-66b-2", 24 }, { "ie.hhcroa2020-2-distribute", 84 },
    { "ie.hhcroa2020-3-distribute", 12 }, { "de.stgb-184k-1-3", 24 },
    { "de.stgb-201a-1-5", 24 }, { "fr.cp-226-2-1-2", 24 },
};

static void check_maximum(size_t i)
{
    const ogbv_rule *rule = ogbv_rule_find(db, maxima[i].rule);
    check(ogbv_rule_max_months(rule) == maxima[i].months, "another maximum", maxima[i].rule, "");
}

/* ---- days on which definitions changed -------------------------------------------------- */

/* The rule is law on the day, and not, or not so, on the day before. */
static const struct {
    const char *concept_, *jurisdiction, *rule, *before, *day;
    int is_new;
} changes[] = {
    { "ogbv.img.flash", "gb-eaw", "gb-eaw.soa2003-66a", "2024-01-30", "2024-01-31", 1 },
    { "ogbv.img.dissem", "gb-eaw", "gb-eaw.soa2003-66b-1", "2024-01-30", "2024-01-31", 1 },
    { "ogbv.img.threat", "gb-eaw", "gb-eaw.soa2003-66b-4", "2024-01-30", "2024-01-31", 1 },
    { "ogbv.har.malcom", "gb-eaw", "gb.osa2023-179", "2024-01-30", "2024-01-31", 1 },
    { "ogbv.img.create-synth", "gb-eaw", "gb-eaw.soa2003-66e", "2026-02-05", "2026-02-06", 1 },
    { "ogbv.stk.contact", "ie", "ie.nfoapa1997-10-2", "2023-10-31", "2023-11-01", 1 },
    { "ogbv.har.pattern", "ie", "ie.nfoapa1997-10-1", "2023-10-31", "2023-11-01", 0 },
    { "ogbv.har.pattern", "ie", "ie.nfoapa1997-10b", "2024-12-30", "2024-12-31", 1 },
    { "ogbv.img.dissem", "de", "de.stgb-184k-1-3", "2020-12-31", "2021-01-01", 1 },
    { "ogbv.har.threat", "de", "de.stgb-241-1", "2021-04-02", "2021-04-03", 1 },
    { "ogbv.prv.dox", "de", "de.stgb-126a-1", "2021-09-21", "2021-09-22", 1 },
    { "ogbv.stk.contact", "de", "de.stgb-238-1", "2021-09-30", "2021-10-01", 0 },
    { "ogbv.img.dissem", "fr", "fr.cp-226-2-1-2", "2016-10-08", "2016-10-09", 1 },
    { "ogbv.har.pattern", "fr", "fr.cp-222-33-2-2", "2018-08-05", "2018-08-06", 0 },
    { "ogbv.stk.cyber", "fr", "fr.cp-226-1-location", "2020-07-31", "2020-08-01", 1 },
    { "ogbv.prv.dox", "fr", "fr.cp-223-1-1", "2021-08-25", "2021-08-26", 1 },
    { "ogbv.img.synth", "fr", "fr.cp-226-8-1", "2024-05-22", "2024-05-23", 1 },
};

static int has_rule(const ogbv_comparison *comparison, size_t d, const char *id)
{
    for (size_t r = 0; r < ogbv_definition_rule_count(comparison, d); r++)
        if (strcmp(ogbv_rule_id(ogbv_definition_rule_at(comparison, d, r)), id) == 0)
            return 1;
    return 0;
}

static int begins_on(const char *id, const char *day)
{
    const ogbv_rule *rule = ogbv_rule_find(db, id);
    for (size_t v = 0; v < ogbv_rule_version_count(rule); v++) {
        const char *from = ogbv_rule_version_from(rule, v);
        if (from && strcmp(from, day) == 0)
            return 1;
    }
    return 0;
}

static void check_change(size_t i)
{
    char before[32], day[32];
    const char *rule = changes[i].rule;
    snprintf(before, sizeof before, "%s@%s", changes[i].jurisdiction, changes[i].before);
    snprintf(day, sizeof day, "%s@%s", changes[i].jurisdiction, changes[i].day);
    ogbv_comparison *comparison = begin(changes[i].concept_);
    add(comparison, before);
    add(comparison, day);
    run(comparison);
    check(has_rule(comparison, 1, rule), "not law on its day", rule, day);
    check(has_rule(comparison, 0, rule) == !changes[i].is_new, "the day before", rule, before);
    check(begins_on(rule, changes[i].day), "no text begins", rule, day);
    ogbv_comparison_unref(comparison);
}

/* ---- every pair of every concept -------------------------------------------------------- */

/* The strict value of a definition: of the concept itself for the core, else the best of its
 * rules. */
static int32_t strict_of(const ogbv_comparison *comparison, size_t d, const ogbv_result *result)
{
    const char *concept_ = ogbv_concept_id(ogbv_comparison_concept(comparison));
    int32_t best = OGBV_NO;
    if (!ogbv_definition_jurisdiction(comparison, d))
        return ogbv_finding_strict(ogbv_finding_find(result, concept_));
    for (size_t r = 0; r < ogbv_definition_rule_count(comparison, d); r++) {
        const char *id = ogbv_rule_id(ogbv_definition_rule_at(comparison, d, r));
        const ogbv_finding *finding = ogbv_finding_find(result, id);
        if (finding && ogbv_finding_strict(finding) > best)
            best = ogbv_finding_strict(finding);
    }
    return best;
}

static void check_case(const ogbv_comparison *comparison, const ogbv_pair *pair, int32_t side)
{
    const ogbv_case *c = ogbv_pair_case(pair, side);
    size_t in = ogbv_pair_definition(pair, side), out = ogbv_pair_definition(pair, !side);
    ogbv_error *error = NULL;
    ogbv_result *result;
    check((c != NULL) == (ogbv_pair_search(pair, side) == OGBV_SEARCH_FOUND), "a difference alone",
          ogbv_definition_key(comparison, in), ogbv_definition_key(comparison, out));
    if (!c)
        return;
    need(ogbv_assess(c, &result, &error), &error);
    check(strict_of(comparison, in, result) == OGBV_YES
          && strict_of(comparison, out, result) == OGBV_NO, "a case that is not confirmed",
          ogbv_definition_key(comparison, in), ogbv_definition_key(comparison, out));
    ogbv_result_unref(result);
}

/* Pairs grow with the square of the jurisdictions: where time is short, of every fourth only. */
static void check_concept(const ogbv_concept *concept_)
{
    const char *quick = getenv("OGBV_QUICK");
    size_t step = quick && strcmp(quick, "yes") == 0 ? 4 : 1;
    ogbv_error *error = NULL;
    ogbv_comparison *comparison = begin(ogbv_concept_id(concept_));
    for (size_t j = 0; j < ogbv_jurisdiction_count(db); j += step)
        if (!ogbv_jurisdiction_within(ogbv_jurisdiction_at(db, j)))
            add(comparison, ogbv_jurisdiction_id(ogbv_jurisdiction_at(db, j)));
    add(comparison, "core");
    need(ogbv_comparison_skip(comparison, 2, &error), &error);   /* no elements */
    run(comparison);
    for (size_t i = 0; i < ogbv_pair_count(comparison); i++) {
        const ogbv_pair *pair = ogbv_pair_at(comparison, i);
        check(ogbv_pair_relation(pair) != OGBV_UNDECIDED || ogbv_pair_unsettled_count(pair) > 0,
              "undecided, and nothing unsettled", ogbv_concept_id(concept_),
              ogbv_definition_key(comparison, ogbv_pair_definition(pair, 0)));
        check_case(comparison, pair, 0);
        check_case(comparison, pair, 1);
    }
    ogbv_comparison_unref(comparison);
}

/* ---- all -------------------------------------------------------------------------------- */

static void load(void)
{
    ogbv_context *context;
    ogbv_loader *loader;
    ogbv_error *error = NULL;
    need(ogbv_context_new(NULL, NULL, &context, &error), &error);
    need(ogbv_loader_new(context, &loader, &error), &error);
    need(ogbv_loader_add_default(loader, &error), &error);
    need(ogbv_loader_finish(loader, &db, &error), &error);
    ogbv_loader_free(loader);
    ogbv_context_unref(context);
}

#define EACH(table, check) \
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) \
        check(i)

int main(void)
{
    load();
    EACH(states, check_state);
    EACH(typical, check_typical);
    EACH(maxima, check_maximum);
    EACH(changes, check_change);
    for (size_t i = 0; i < ogbv_concept_count(db); i++)
        check_concept(ogbv_concept_at(db, i));
    ogbv_db_unref(db);
    printf("%d passed, %d failed\n", passed, failed);
    return failed != 0;
}
