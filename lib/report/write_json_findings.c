/* SPDX-License-Identifier: MIT */
/* What it is for: findings of rules as JSON: offences, baselines and remedies with their reasons
 * and deadlines.
 * What it must not know: the syntax of JSON, and why a status is what it is.
 * Invariant: the keys of doc/result-format.md, in that order; what was added stands after them. */
#include "report/write_json.h"

#include "base/date.h"

/* ---- parts shared by all findings -------------------------------------------------------- */

static void write_strings(struct ogbv__json *json, const char *key, const char *const *list,
                          size_t n)
{
    ogbv__json_array_line(json, key);
    for (size_t i = 0; i < n; i++)
        ogbv__json_text(json, NULL, list[i]);
    ogbv__json_array_end(json);
}

static void write_texts(struct ogbv__json_report *report, const char *key,
                        const struct ogbv__texts *list, size_t n)
{
    ogbv__json_array(&report->json, key);
    for (size_t i = 0; i < n; i++)
        ogbv__json_text(&report->json, NULL, ogbv__texts_in(&list[i], report->lang));
    ogbv__json_array_end(&report->json);
}

static void write_text(struct ogbv__json_report *report, const char *key,
                       const struct ogbv__texts *texts)
{
    ogbv__json_text_or_null(&report->json, key, ogbv__texts_in(texts, report->lang));
}

static void write_name(struct ogbv__json *json, const char *key, int32_t names, int32_t value)
{
    ogbv__json_text(json, key, ogbv_name(names, value));
}

static void write_why(struct ogbv__json *json, const struct ogbv_finding *finding)
{
    ogbv__json_array_line(json, "why");
    for (int32_t i = 0; ogbv_name(OGBV_NAMES_WHY, i); i++)
        if (finding->why >> i & 1)
            write_name(json, NULL, OGBV_NAMES_WHY, i);
    ogbv__json_array_end(json);
}

static void write_acts(struct ogbv__json *json, const struct ogbv_finding *finding)
{
    ogbv__json_array(json, "acts");
    for (size_t i = 0; i < finding->n_acts; i++) {
        if (!finding->acts[i].act[0])
            continue;
        ogbv__json_object_line(json, NULL);
        ogbv__json_text(json, "act", finding->acts[i].act);
        write_name(json, "status", OGBV_NAMES_STATUS, finding->acts[i].status);
        ogbv__json_object_end(json);
    }
    ogbv__json_array_end(json);
}

static void write_version(struct ogbv__json *json, const struct ogbv_finding *finding)
{
    const struct ogbv__version *version = finding->version;
    ogbv__json_object_line(json, "version");
    write_name(json, "state", OGBV_NAMES_VERSION_STATE, finding->state);
    ogbv__json_text(json, "from", version ? version->from_text : NULL);
    ogbv__json_text(json, "to", version ? version->to_text : NULL);
    ogbv__json_object_end(json);
}

static void write_concept_ids(struct ogbv__json *json, const struct ogbv_rule *rule)
{
    ogbv__json_array_line(json, "concepts");
    for (size_t i = 0; i < rule->n_concepts; i++)
        ogbv__json_text(json, NULL, rule->concepts[i]->id);
    ogbv__json_array_end(json);
}

static void write_source(struct ogbv__json *json, const struct ogbv__cite *cite)
{
    const struct ogbv__source *source = cite->source;
    if (!source) {
        ogbv__json_null(json, "source");
        return;
    }
    ogbv__json_object(json, "source");
    ogbv__json_text(json, "title", source->title);
    ogbv__json_text_or_null(json, "copy", source->copy);
    ogbv__json_text_or_null(json, "url", source->url);
    ogbv__json_text_or_null(json, "read", source->read);
    ogbv__json_text_or_null(json, "speaks_for", source->speaks_for);
    write_name(json, "seen", OGBV_NAMES_SEEN, source->seen);
    ogbv__json_object_end(json);
}

/* Imprisonment: -1 none stated, INT32_MAX life. */
static void write_months(struct ogbv__json *json, int32_t max_months)
{
    if (max_months < 0 || max_months == INT32_MAX)
        ogbv__json_null(json, "max_months");
    else
        ogbv__json_int(json, "max_months", max_months);
}

/* ---- reasons ----------------------------------------------------------------------------- */

static const char *label_of(const struct ogbv__json_report *report,
                            const struct ogbv_reason *reason)
{
    return reason->label ? ogbv__texts_in(reason->label, report->lang) : NULL;
}

static const char *citation_of(const struct ogbv_reason *reason)
{
    return reason->cite ? reason->cite->text : NULL;
}

static void write_children(struct ogbv__json_report *report, const struct ogbv_reason *reason);

static void write_reason_facts(struct ogbv__json *json, const struct ogbv_reason *reason)
{
    ogbv__json_array_line(json, "facts");
    for (size_t i = 0; i < reason->n_facts; i++)
        ogbv__json_text(json, NULL, reason->facts[i]->id);
    ogbv__json_array_end(json);
}

/* What a reason is made of. */
static void write_inside(struct ogbv__json_report *report, const struct ogbv_reason *reason)
{
    write_name(&report->json, "op", OGBV_NAMES_OP, reason->op);
    write_reason_facts(&report->json, reason);
    write_children(report, reason);
}

static void write_element(struct ogbv__json_report *report, const struct ogbv_reason *reason)
{
    struct ogbv__json *json = &report->json;
    ogbv__json_object(json, NULL);
    ogbv__json_text(json, "id", reason->id);
    ogbv__json_text_or_null(json, "label", label_of(report, reason));
    ogbv__json_text_or_null(json, "citation", citation_of(reason));
    write_name(json, "status", OGBV_NAMES_STATUS, reason->status);
    write_inside(report, reason);
    ogbv__json_object_end(json);
}

static void write_children(struct ogbv__json_report *report, const struct ogbv_reason *reason)
{
    ogbv__json_array(&report->json, "children");
    for (size_t i = 0; i < reason->n_kids; i++)
        write_element(report, &reason->kids[i]);
    ogbv__json_array_end(&report->json);
}

static void write_elements(struct ogbv__json_report *report, const struct ogbv_finding *finding)
{
    ogbv__json_array(&report->json, "elements");
    for (size_t i = 0; i < finding->n_elements; i++)
        write_element(report, &finding->elements[i]);
    ogbv__json_array_end(&report->json);
}

static void write_exception(struct ogbv__json_report *report, const struct ogbv_reason *reason)
{
    struct ogbv__json *json = &report->json;
    ogbv__json_object(json, NULL);
    ogbv__json_text(json, "id", reason->id);
    write_name(json, "kind", OGBV_NAMES_REASON_KIND, reason->kind);
    ogbv__json_text_or_null(json, "label", label_of(report, reason));
    ogbv__json_text_or_null(json, "citation", citation_of(reason));
    write_name(json, "burden", OGBV_NAMES_BURDEN, reason->burden);
    write_name(json, "status", OGBV_NAMES_STATUS, reason->status);
    ogbv__json_text(json, "replaced_by", reason->replaced_by ? reason->replaced_by->id : NULL);
    write_inside(report, reason);
    ogbv__json_object_end(json);
}

static void write_exceptions(struct ogbv__json_report *report, const struct ogbv_finding *finding)
{
    ogbv__json_array(&report->json, "exceptions");
    for (size_t i = 0; i < finding->n_exceptions; i++)
        write_exception(report, &finding->exceptions[i]);
    ogbv__json_array_end(&report->json);
}

static void write_aggravations(struct ogbv__json_report *report,
                               const struct ogbv_finding *finding)
{
    struct ogbv__json *json = &report->json;
    ogbv__json_array(json, "aggravations");
    for (size_t i = 0; i < finding->n_aggravations; i++) {
        const struct ogbv_reason *reason = &finding->aggravations[i];
        ogbv__json_object(json, NULL);
        ogbv__json_text(json, "id", reason->id);
        ogbv__json_text_or_null(json, "label", label_of(report, reason));
        ogbv__json_text_or_null(json, "citation", citation_of(reason));
        write_name(json, "status", OGBV_NAMES_STATUS, reason->status);
        write_months(json, reason->max_months);
        ogbv__json_bool(json, "life", reason->max_months == INT32_MAX);
        write_inside(report, reason);
        ogbv__json_object_end(json);
    }
    ogbv__json_array_end(json);
}

/* ---- deadlines --------------------------------------------------------------------------- */

static void write_due(struct ogbv__json_report *report, const struct ogbv_due *due)
{
    const struct ogbv__deadline *deadline = due->deadline;
    struct ogbv__json *json = &report->json;
    ogbv__json_object(json, NULL);
    ogbv__json_text(json, "id", deadline->id);
    write_name(json, "for", OGBV_NAMES_DUE_FOR, deadline->whose);
    write_name(json, "effect", OGBV_NAMES_DUE_EFFECT, deadline->effect);
    ogbv__json_text(json, "date", due->date);
    ogbv__json_text(json, "at", due->at);
    write_name(json, "status", OGBV_NAMES_DUE_STATUS, due->status);
    ogbv__json_bool(json, "certain", due->certain);
    ogbv__json_text(json, "computation", due->computation);
    ogbv__json_text_or_null(json, "citation", deadline->cite.text);
    ogbv__json_facts(json, "missing", &due->missing);
    write_text(report, "label", &deadline->label);
    if (due->act && due->act[0])
        ogbv__json_text(json, "act", due->act);
    ogbv__json_object_end(json);
}

static void write_dues(struct ogbv__json_report *report, const struct ogbv_finding *finding)
{
    ogbv__json_array(&report->json, "deadlines");
    for (size_t i = 0; i < finding->n_dues; i++)
        write_due(report, &finding->dues[i]);
    ogbv__json_array_end(&report->json);
}

/* ---- offences and baselines -------------------------------------------------------------- */

static void write_penalty(struct ogbv__json_report *report, const struct ogbv_finding *finding)
{
    const struct ogbv__version *version = finding->version;
    const struct ogbv__penalty *penalty = version && version->has_penalty ? &version->penalty
                                                                         : NULL;
    int32_t months = penalty ? penalty->max_months : -1;
    ogbv__json_text_or_null(&report->json, "penalty",
                            penalty ? ogbv__texts_in(&penalty->text, report->lang) : NULL);
    write_months(&report->json, months);
    ogbv__json_bool(&report->json, "life", months == INT32_MAX);
}

static void write_rule(struct ogbv__json_report *report, const struct ogbv_rule *rule)
{
    struct ogbv__json *json = &report->json;
    ogbv__json_text(json, "id", rule->id);
    ogbv__json_text(json, "jurisdiction", ogbv_jurisdiction_id(rule->jurisdiction));
    write_name(json, "class", OGBV_NAMES_CLASS, rule->class_);
    write_concept_ids(json, rule);
    ogbv__json_text(json, "label", ogbv__texts_in(&rule->label, report->lang));
    ogbv__json_text(json, "citation", rule->cite.text);
}

static void write_status(struct ogbv__json *json, const struct ogbv_finding *finding)
{
    write_name(json, "status", OGBV_NAMES_STATUS, finding->status);
    write_name(json, "strict", OGBV_NAMES_TRUTH, finding->strict);
    ogbv__json_bool(json, "contestable", finding->contestable);
    ogbv__json_bool(json, "arguable", finding->arguable);
    write_why(json, finding);
    write_acts(json, finding);
    write_version(json, finding);
    write_name(json, "verified", OGBV_NAMES_SEEN, finding->verified);
    ogbv__json_text(json, "as_of", ogbv_jurisdiction_as_of(finding->rule->jurisdiction));
}

static void write_offence(struct ogbv__json_report *report, const struct ogbv_finding *finding)
{
    struct ogbv__json *json = &report->json;
    ogbv__json_object(json, NULL);
    write_rule(report, finding->rule);
    write_status(json, finding);
    write_elements(report, finding);
    write_exceptions(report, finding);
    ogbv__json_facts(json, "missing", &finding->missing);
    ogbv__json_facts(json, "contest_facts", &finding->contest);
    write_penalty(report, finding);
    write_aggravations(report, finding);
    write_text(report, "proceedings", &finding->rule->proceedings);
    write_dues(report, finding);
    write_text(report, "plain", &finding->rule->plain);
    write_texts(report, "notes", finding->rule->notes, finding->rule->n_notes);
    write_source(json, &finding->rule->cite);
    ogbv__json_object_end(json);
}

void ogbv__json_offences(struct ogbv__json_report *report, const char *key, int32_t kind)
{
    const struct ogbv_result *result = report->result;
    ogbv__json_array(&report->json, key);
    for (size_t i = 0; i < result->n_findings[kind]; i++)
        write_offence(report, &result->findings[kind][i]);
    ogbv__json_array_end(&report->json);
}

/* ---- remedies ---------------------------------------------------------------------------- */

static void write_warnings(struct ogbv__json_report *report, const struct ogbv_rule *rule)
{
    struct ogbv__json *json = &report->json;
    ogbv__json_array(json, "warnings");
    for (size_t i = 0; i < rule->n_warnings; i++) {
        ogbv__json_object(json, NULL);
        ogbv__json_text(json, "code", rule->warnings[i]->code);
        ogbv__json_text(json, "text", ogbv__texts_in(&rule->warnings[i]->text, report->lang));
        ogbv__json_object_end(json);
    }
    ogbv__json_array_end(json);
}

static void write_without_notice(struct ogbv__json *json, const struct ogbv_rule *rule)
{
    if (rule->without_notice < 0)
        ogbv__json_null(json, "without_notice");
    else
        ogbv__json_bool(json, "without_notice", rule->without_notice);
}

/* The day that chose the text, where that is the day of the application. */
static void write_filed(struct ogbv__json *json, const struct ogbv_finding *finding)
{
    char date[11];
    if (finding->rule->by != OGBV__BY_FILING || finding->filed == OGBV__DAY_MIN
        || finding->filed == OGBV__DAY_MAX) {
        ogbv__json_null(json, "filed");
        return;
    }
    ogbv__date_text(finding->filed, date);
    ogbv__json_object_line(json, "filed");
    ogbv__json_text(json, "date", date);
    ogbv__json_bool(json, "assumed", finding->filed_assumed);
    ogbv__json_object_end(json);
    ogbv__wipe(date, sizeof date);
}

static void write_who(struct ogbv__json_report *report, const struct ogbv_rule *rule)
{
    struct ogbv__json *json = &report->json;
    write_strings(json, "applicant", rule->applicants, rule->n_applicants);
    write_strings(json, "respondent", rule->respondents, rule->n_respondents);
    write_text(report, "forum", &rule->forum);
    write_text(report, "standard", &rule->standard);
    write_without_notice(json, rule);
    ogbv__json_bool(json, "review", rule->review);
    write_warnings(report, rule);
}

/* What the contract does not name. */
static void write_more(struct ogbv__json_report *report, const struct ogbv_finding *finding)
{
    const struct ogbv_rule *rule = finding->rule;
    struct ogbv__json *json = &report->json;
    write_text(report, "plain", &rule->plain);
    write_elements(report, finding);
    write_exceptions(report, finding);
    write_version(json, finding);
    ogbv__json_facts(json, "contest_facts", &finding->contest);
    write_filed(json, finding);
    write_texts(report, "heads", rule->heads, rule->n_heads);
    write_texts(report, "evidence", rule->evidence, rule->n_evidence);
    write_texts(report, "steps", rule->steps, rule->n_steps);
    write_texts(report, "notes", rule->notes, rule->n_notes);
    write_concept_ids(json, rule);
    write_source(json, &rule->cite);
}

static void write_remedy(struct ogbv__json_report *report, const struct ogbv_finding *finding)
{
    const struct ogbv_rule *rule = finding->rule;
    struct ogbv__json *json = &report->json;
    ogbv__json_object(json, NULL);
    ogbv__json_text(json, "id", rule->id);
    ogbv__json_text(json, "jurisdiction", ogbv_jurisdiction_id(rule->jurisdiction));
    write_name(json, "kind", OGBV_NAMES_REMEDY_KIND, rule->remedy_kind);
    ogbv__json_text(json, "label", ogbv__texts_in(&rule->label, report->lang));
    ogbv__json_text(json, "citation", rule->cite.text);
    write_name(json, "status", OGBV_NAMES_STATUS, finding->status);
    write_why(json, finding);
    write_strings(json, "rests_on", finding->rests_on, finding->n_rests_on);
    ogbv__json_facts(json, "missing", &finding->missing);
    write_who(report, rule);
    write_dues(report, finding);
    write_name(json, "verified", OGBV_NAMES_SEEN, finding->verified);
    ogbv__json_text(json, "as_of", ogbv_jurisdiction_as_of(rule->jurisdiction));
    write_more(report, finding);
    ogbv__json_object_end(json);
}

void ogbv__json_remedies(struct ogbv__json_report *report)
{
    const struct ogbv_result *result = report->result;
    ogbv__json_array(&report->json, "remedies");
    for (size_t i = 0; i < result->n_findings[OGBV_FINDING_REMEDY]; i++)
        write_remedy(report, &result->findings[OGBV_FINDING_REMEDY][i]);
    ogbv__json_array_end(&report->json);
}
