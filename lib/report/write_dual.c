/* SPDX-License-Identifier: MIT */
/* What it is for: dual criminality as JSON and in plain words: by jurisdiction, whether the facts
 * make out an offence of the concept, and how heavy its penalty can be.
 * What it must not know: how a case is assessed.
 * Invariant: a jurisdiction whose law on the concept is not encoded is unknown, never no. */
#include "core/error.h"
#include "engine/compare.h"
#include "report/json.h"
#include "report/words.h"

/* What one jurisdiction makes of the case. Its strict value is the best of its offences', its
 * maximum the highest of the offences that have this value. */
struct outcome {
    const struct ogbv_jurisdiction *jurisdiction;
    const struct ogbv_concept *concept_;
    const struct ogbv_result *result;
    ogbv__trit strict;
    int32_t max_months;     /* -1 none stated, INT32_MAX life */
    int32_t coverage;
};

/* ---- one jurisdiction -------------------------------------------------------------------- */

static const struct ogbv_finding *offence_in(const struct outcome *outcome, size_t i)
{
    const struct ogbv_finding *finding = &outcome->result->findings[OGBV_FINDING_OFFENCE][i];
    return ogbv__has_concept(finding->rule, outcome->concept_)
                && ogbv__applies_in(finding->rule, outcome->jurisdiction)
        ? finding : NULL;
}

static size_t offence_count(const struct outcome *outcome)
{
    return outcome->result->n_findings[OGBV_FINDING_OFFENCE];
}

static struct outcome outcome_in(const struct ogbv_result *result,
                                 const struct ogbv_concept *concept_,
                                 const struct ogbv_jurisdiction *j)
{
    struct outcome outcome = { .jurisdiction = j, .concept_ = concept_, .result = result,
                               .max_months = -1 };
    outcome.coverage = ogbv_jurisdiction_coverage(j, concept_, NULL);
    outcome.strict = outcome.coverage == OGBV_NOT_ENCODED ? OGBV__UNKNOWN : OGBV__NO;
    for (size_t i = 0; i < offence_count(&outcome); i++) {
        const struct ogbv_finding *finding = offence_in(&outcome, i);
        if (finding)
            outcome.strict = ogbv__trit_or(outcome.strict, (ogbv__trit)finding->strict);
    }
    for (size_t i = 0; i < offence_count(&outcome) && outcome.strict != OGBV__NO; i++) {
        const struct ogbv_finding *finding = offence_in(&outcome, i);
        int32_t months = ogbv_finding_max_months(finding);
        if (finding && finding->strict == (int32_t)outcome.strict && months > outcome.max_months)
            outcome.max_months = months;
    }
    return outcome;
}

/* A union punishes nobody itself. */
static int is_asked(const struct ogbv_jurisdiction *j)
{
    return !j->within && !j->union_;
}

/* ---- JSON -------------------------------------------------------------------------------- */

static void write_months(struct ogbv__json *json, int32_t months)
{
    if (months < 0 || months == INT32_MAX)
        ogbv__json_null(json, "max_months");
    else
        ogbv__json_int(json, "max_months", months);
    ogbv__json_bool(json, "life", months == INT32_MAX);
}

static void write_finding(struct ogbv__json *json, const struct ogbv_finding *finding,
                          const char *lang)
{
    ogbv__json_object(json, NULL);
    ogbv__json_text(json, "id", finding->rule->id);
    ogbv__json_text(json, "label", ogbv__texts_in(&finding->rule->label, lang));
    ogbv__json_text(json, "citation", finding->rule->cite.text);
    ogbv__json_text(json, "strict", ogbv_name(OGBV_NAMES_TRUTH, finding->strict));
    ogbv__json_text(json, "status", ogbv_name(OGBV_NAMES_STATUS, finding->status));
    write_months(json, ogbv_finding_max_months(finding));
    ogbv__json_array_line(json, "missing");
    for (size_t i = 0; i < finding->missing.n; i++)
        ogbv__json_text(json, NULL, finding->missing.at[i]->id);
    ogbv__json_array_end(json);
    ogbv__json_object_end(json);
}

static void write_outcome(struct ogbv__json *json, const struct outcome *outcome, const char *lang)
{
    const struct ogbv_jurisdiction *j = outcome->jurisdiction;
    ogbv__json_object(json, NULL);
    ogbv__json_text(json, "id", j->id);
    ogbv__json_text(json, "label", ogbv__texts_in(&j->label, lang));
    ogbv__json_text(json, "strict", ogbv_name(OGBV_NAMES_TRUTH, outcome->strict));
    write_months(json, outcome->max_months);
    ogbv__json_text(json, "coverage", ogbv_name(OGBV_NAMES_COVERAGE, outcome->coverage));
    ogbv__json_array(json, "offences");
    for (size_t i = 0; i < offence_count(outcome); i++)
        if (offence_in(outcome, i))
            write_finding(json, offence_in(outcome, i), lang);
    ogbv__json_array_end(json);
    ogbv__json_object_end(json);
}

static ogbv_status find(const ogbv_result *result, const char *concept_, ogbv_write_fn write,
                        const ogbv_concept **found, ogbv_error **error)
{
    if (!result || !concept_ || !write)
        return ogbv__fail_invalid(error);
    *found = ogbv_concept_find(result->db, concept_);
    if (*found && (*found)->family)
        return OGBV_OK;
    return ogbv__fail(&result->arena.alloc, error, OGBV_ERR_NOT_FOUND, "there is no such concept");
}

static ogbv_status finish(const ogbv_result *result, int complete, ogbv_error **error)
{
    if (complete)
        return OGBV_OK;
    return ogbv__fail(&result->arena.alloc, error, OGBV_ERR_IO, "writing was stopped");
}

ogbv_status ogbv_dual_criminality_write_json(const ogbv_result *result, const char *concept_,
                                             const char *lang, ogbv_write_fn write, void *payload,
                                             ogbv_error **error)
{
    struct ogbv__json json;
    const ogbv_concept *found;
    ogbv_status status = find(result, concept_, write, &found, error);
    if (status != OGBV_OK)
        return status;
    ogbv__json_init(&json, write, payload);
    ogbv__json_object(&json, NULL);
    ogbv__json_int(&json, "format", 1);
    ogbv__json_text(&json, "concept", found->id);
    ogbv__json_text(&json, "on", result->on);
    ogbv__json_array(&json, "jurisdictions");
    for (size_t i = 0; i < result->db->n_jurisdictions; i++) {
        struct outcome outcome = outcome_in(result, found, result->db->jurisdictions[i]);
        if (is_asked(outcome.jurisdiction))
            write_outcome(&json, &outcome, lang);
    }
    ogbv__json_array_end(&json);
    ogbv__json_object_end(&json);
    return finish(result, ogbv__json_finish(&json), error);
}

/* ---- words ------------------------------------------------------------------------------- */

static void put_months(struct ogbv__page *page, int32_t months)
{
    if (months < 0)
        return;
    ogbv__page_text(page, ", up to ");
    if (months == INT32_MAX) {
        ogbv__page_text(page, "life");
        return;
    }
    ogbv__page_int(page, months);
    ogbv__page_text(page, months == 1 ? " month" : " months");
}

/* Whether an offence is made out but for exceptions that the facts leave open. */
static int holds_unless(const struct outcome *outcome)
{
    for (size_t i = 0; i < offence_count(outcome); i++)
        if (offence_in(outcome, i) && offence_in(outcome, i)->status == OGBV_MET)
            return 1;
    return 0;
}

static const char *strict_words(const struct outcome *outcome)
{
    static const char *const words[] = {
        [OGBV__NO] = ": no such offence", [OGBV__UNKNOWN] = ": cannot be said yet",
        [OGBV__YES] = ": an offence",
    };
    if (outcome->strict != OGBV__UNKNOWN)
        return words[outcome->strict];
    if (holds_unless(outcome))
        return ": an offence, unless an exception applies that the facts leave open";
    return outcome->coverage == OGBV_NOT_ENCODED ? ": its law on this is not held"
                                                 : words[OGBV__UNKNOWN];
}

static void put_finding(struct ogbv__page *page, const struct ogbv_finding *finding,
                        const char *lang)
{
    static const char *const words[] = {
        [OGBV__NO] = "not made out", [OGBV__UNKNOWN] = "open", [OGBV__YES] = "made out",
    };
    enum { MOST = 3 };
    ogbv__page_begin(page, 4, "-");
    ogbv__page_texts(page, ogbv__texts_in(&finding->rule->label, lang), " (",
                     finding->rule->cite.text, "): ", finding->status == OGBV_MET
                         ? words[OGBV__YES] : words[finding->strict],
                     finding->status == OGBV_MET && finding->strict != OGBV__YES
                         ? ", unless an exception applies" : "", NULL);
    for (size_t i = 0; finding->strict == OGBV__UNKNOWN && i < finding->missing.n; i++) {
        if (i == MOST) {
            ogbv__page_text(page, " and more");
            break;
        }
        ogbv__page_text(page, i ? ", " : "; it depends on ");
        ogbv__words_fact(page, finding->missing.at[i], lang);
    }
    ogbv__page_end(page);
}

static void put_outcome(struct ogbv__page *page, const struct outcome *outcome, const char *lang)
{
    ogbv__page_gap(page);
    ogbv__page_begin(page, 2, "*");
    ogbv__page_texts(page, ogbv__texts_in(&outcome->jurisdiction->label, lang),
                     strict_words(outcome), NULL);
    put_months(page, outcome->max_months);
    ogbv__page_end(page);
    for (size_t i = 0; i < offence_count(outcome); i++)
        if (offence_in(outcome, i))
            put_finding(page, offence_in(outcome, i), lang);
}

ogbv_status ogbv_dual_criminality_write_text(const ogbv_result *result, const char *concept_,
                                             const char *lang, ogbv_write_fn write, void *payload,
                                             ogbv_error **error)
{
    struct ogbv__page page;
    const ogbv_concept *found;
    ogbv_status status = find(result, concept_, write, &found, error);
    if (status != OGBV_OK)
        return status;
    ogbv__page_init(&page, write, payload);
    ogbv__page_heading(&page, ogbv__texts_in(&found->label, lang));
    ogbv__page_begin(&page, 0, "");
    ogbv__page_text(&page, "The same facts under the criminal law of each jurisdiction held, on ");
    ogbv__words_day(&page, result->on);
    ogbv__page_text(&page, ". Where they happened plays no part.");
    ogbv__page_end(&page);
    for (size_t i = 0; i < result->db->n_jurisdictions; i++) {
        struct outcome outcome = outcome_in(result, found, result->db->jurisdictions[i]);
        if (is_asked(outcome.jurisdiction))
            put_outcome(&page, &outcome, lang);
    }
    return finish(result, ogbv__page_finish(&page), error);
}
