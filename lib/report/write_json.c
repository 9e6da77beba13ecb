/* SPDX-License-Identifier: MIT */
/* What it is for: a result as JSON: the whole, and what is not a finding of a rule.
 * What it must not know: the syntax of JSON, and why a status is what it is.
 * Invariant: the keys of doc/result-format.md, in that order; no value of a fact. */
#include "report/write_json.h"

#include "base/text.h"
#include "core/error.h"

#include <ogbv/version.h>
#include <string.h>

enum { RESULT_FORMAT = 1 };

void ogbv__json_facts(struct ogbv__json *json, const char *key, const struct ogbv__fact_list *list)
{
    ogbv__json_array_line(json, key);
    for (size_t i = 0; i < list->n; i++)
        ogbv__json_text(json, NULL, list->at[i]->id);
    ogbv__json_array_end(json);
}

/* ---- receipt ----------------------------------------------------------------------------- */

static void write_listed(struct ogbv__json_report *report, const char *key, int asked)
{
    const struct ogbv_result *result = report->result;
    ogbv__json_array_line(&report->json, key);
    for (size_t i = 0; i < result->n_jurisdictions; i++)
        if (!result->jurisdictions[i].asked == !asked)
            ogbv__json_text(&report->json, NULL, result->jurisdictions[i].id);
    ogbv__json_array_end(&report->json);
}

/* What was asked for, unless it could not stand in JSON. */
static const char *language(const char *lang)
{
    return lang && ogbv__text_is_utf8(lang, strlen(lang)) ? lang : "en";
}

static void write_receipt(struct ogbv__json_report *report)
{
    const struct ogbv_result *result = report->result;
    struct ogbv__json *json = &report->json;
    ogbv__json_object(json, "receipt");
    ogbv__json_text(json, "engine", ogbv_version());
    ogbv__json_text(json, "data", result->db->release);
    ogbv__json_text(json, "on", result->on);
    ogbv__json_text(json, "on_from", ogbv_name(OGBV_NAMES_ON_FROM, result->on_from));
    write_listed(report, "asked", 1);
    write_listed(report, "added", 0);
    ogbv__json_text(json, "lang", language(report->lang));
    ogbv__json_bool(json, "beyond_data", result->beyond_data);
    ogbv__json_object_end(json);
}

/* ---- safety, jurisdictions, coverage ----------------------------------------------------- */

static void write_safety(struct ogbv__json_report *report)
{
    const struct ogbv_result *result = report->result;
    struct ogbv__json *json = &report->json;
    ogbv__json_array(json, "safety");
    for (size_t i = 0; i < result->n_safety; i++) {
        ogbv__json_object(json, NULL);
        ogbv__json_text(json, "code", result->safety[i]->code);
        ogbv__json_text(json, "text", ogbv__texts_in(&result->safety[i]->text, report->lang));
        ogbv__json_object_end(json);
    }
    ogbv__json_array_end(json);
}

static void write_jurisdictions(struct ogbv__json_report *report)
{
    const struct ogbv_result *result = report->result;
    struct ogbv__json *json = &report->json;
    ogbv__json_array(json, "jurisdictions");
    for (size_t i = 0; i < result->n_jurisdictions; i++) {
        const struct ogbv__result_jurisdiction *listed = &result->jurisdictions[i];
        ogbv__json_object(json, NULL);
        ogbv__json_text(json, "id", listed->id);
        ogbv__json_text(json, "connection", ogbv_name(OGBV_NAMES_CONNECTION, listed->connection));
        ogbv__json_bool(json, "asked", listed->asked);
        ogbv__json_bool(json, "held", listed->held != NULL);
        ogbv__json_text_or_null(json, "label",
                                ogbv_jurisdiction_label(listed->held, report->lang));
        ogbv__json_text_or_null(json, "as_of", ogbv_jurisdiction_as_of(listed->held));
        ogbv__json_object_end(json);
    }
    ogbv__json_array_end(json);
}

/* A part without law of its own is covered as the whole is. */
static void write_covered(struct ogbv__json_report *report,
                          const struct ogbv__result_jurisdiction *listed)
{
    const struct ogbv_db *db = report->result->db;
    const struct ogbv_jurisdiction *whole = ogbv_jurisdiction_within(listed->held);
    const struct ogbv_jurisdiction *law = whole ? whole : listed->held;
    struct ogbv__json *json = &report->json;
    const char *looked;
    for (size_t i = 0; i < db->n_concepts; i++) {
        int32_t status = ogbv_jurisdiction_coverage(law, db->concepts[i], &looked);
        ogbv__json_object_line(json, NULL);
        ogbv__json_text(json, "jurisdiction", listed->id);
        ogbv__json_text(json, "concept", db->concepts[i]->id);
        ogbv__json_text(json, "status", ogbv_name(OGBV_NAMES_COVERAGE, status));
        ogbv__json_text_or_null(json, "looked", looked);
        ogbv__json_object_end(json);
    }
}

static void write_coverage(struct ogbv__json_report *report)
{
    const struct ogbv_result *result = report->result;
    ogbv__json_array(&report->json, "coverage");
    for (size_t i = 0; i < result->n_jurisdictions; i++)
        write_covered(report, &result->jurisdictions[i]);
    ogbv__json_array_end(&report->json);
}

/* ---- concepts and missing facts ---------------------------------------------------------- */

static void write_concepts(struct ogbv__json_report *report)
{
    const struct ogbv_result *result = report->result;
    struct ogbv__json *json = &report->json;
    ogbv__json_array(json, "concepts");
    for (size_t i = 0; i < result->n_findings[OGBV_FINDING_CONCEPT]; i++) {
        const struct ogbv_finding *finding = &result->findings[OGBV_FINDING_CONCEPT][i];
        ogbv__json_object(json, NULL);
        ogbv__json_text(json, "id", finding->concept_->id);
        ogbv__json_text(json, "label", ogbv__texts_in(&finding->concept_->label, report->lang));
        ogbv__json_text(json, "status", ogbv_name(OGBV_NAMES_STATUS, finding->status));
        ogbv__json_facts(json, "missing", &finding->missing);
        ogbv__json_object_end(json);
    }
    ogbv__json_array_end(json);
}

static void write_values(struct ogbv__json *json, const struct ogbv_fact *fact)
{
    if (fact->n_values == 0) {
        ogbv__json_null(json, "values");
        return;
    }
    ogbv__json_array_line(json, "values");
    for (size_t i = 0; i < fact->n_values; i++)
        ogbv__json_text(json, NULL, fact->values[i].id);
    ogbv__json_array_end(json);
}

static void write_need(struct ogbv__json_report *report, const struct ogbv_need *need)
{
    const struct ogbv_fact *fact = need->fact;
    struct ogbv__json *json = &report->json;
    ogbv__json_object(json, NULL);
    ogbv__json_text(json, "fact", fact->id);
    ogbv__json_text(json, "type", ogbv_name(OGBV_NAMES_FACT_TYPE, fact->type));
    write_values(json, fact);
    ogbv__json_text(json, "question", ogbv__texts_in(&fact->question, report->lang));
    ogbv__json_text(json, "why", ogbv__texts_in(&fact->why, report->lang));
    ogbv__json_int(json, "decides", need->decides);
    ogbv__json_bool(json, "open_norm", fact->open_norm);
    ogbv__json_text(json, "sensitivity", ogbv_name(OGBV_NAMES_SENSITIVITY, fact->sensitivity));
    ogbv__json_text(json, "label", ogbv__texts_in(&fact->label, report->lang));
    ogbv__json_text(json, "scope", fact->act ? "act" : "case");
    ogbv__json_bool(json, "safety", fact->safety);
    ogbv__json_object_end(json);
}

static void write_needs(struct ogbv__json_report *report, const char *key,
                        const struct ogbv_need *needs, size_t n)
{
    ogbv__json_array(&report->json, key);
    for (size_t i = 0; i < n; i++)
        write_need(report, &needs[i]);
    ogbv__json_array_end(&report->json);
}

/* ---- the whole --------------------------------------------------------------------------- */

static void write_result(struct ogbv__json_report *report)
{
    const struct ogbv_result *result = report->result;
    struct ogbv__json *json = &report->json;
    ogbv__json_object(json, NULL);
    ogbv__json_int(json, "format", RESULT_FORMAT);
    write_receipt(report);
    ogbv__json_text(json, "notice", ogbv__texts_in(&result->db->notice, report->lang));
    write_safety(report);
    write_jurisdictions(report);
    write_coverage(report);
    write_concepts(report);
    ogbv__json_offences(report, "offences", OGBV_FINDING_OFFENCE);
    ogbv__json_offences(report, "baselines", OGBV_FINDING_BASELINE);
    ogbv__json_remedies(report);
    write_needs(report, "missing", result->needs, result->n_needs);
    write_needs(report, "contest", result->contests, result->n_contests);
    ogbv__json_facts(json, "derived", &result->derived);
    ogbv__json_object_end(json);
}

ogbv_status ogbv_result_write_json(const ogbv_result *result, const char *lang, ogbv_write_fn write,
                                   void *payload, ogbv_error **error)
{
    if (!result || !write)
        return ogbv__fail_invalid(error);
    struct ogbv__json_report report = { .result = result, .lang = lang };
    ogbv__json_init(&report.json, write, payload);
    write_result(&report);
    int complete = ogbv__json_finish(&report.json);
    ogbv__wipe_stack();
    return complete ? OGBV_OK
                    : ogbv__fail(&result->db->context->alloc, error, OGBV_ERR_IO,
                                 "the output could not be written");
}
