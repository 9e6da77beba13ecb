/* SPDX-License-Identifier: MIT */
/* What it is for: the texts that rules carry, by kind.
 * What it must not know: anything that is not in the structs.
 * Invariant: count and text agree; a kind that a rule does not have counts 0. */
#include "base/text.h"
#include "model/model.h"

/* One text in several languages, there or not. */
static size_t has(const struct ogbv__texts *texts)
{
    return texts->n > 0;
}

size_t ogbv_rule_text_count(const ogbv_rule *rule, int32_t kind)
{
    if (!rule)
        return 0;
    switch (kind) {
    case OGBV_TEXT_NOTE: return rule->n_notes;
    case OGBV_TEXT_PROCEEDINGS: return has(&rule->proceedings);
    case OGBV_TEXT_FORUM: return has(&rule->forum);
    case OGBV_TEXT_STANDARD: return has(&rule->standard);
    case OGBV_TEXT_HEAD: return rule->n_heads;
    case OGBV_TEXT_EVIDENCE: return rule->n_evidence;
    case OGBV_TEXT_STEP: return rule->n_steps;
    case OGBV_TEXT_WARNING:
    case OGBV_TEXT_WARNING_CODE: return rule->n_warnings;
    case OGBV_TEXT_APPLICANT: return rule->n_applicants;
    case OGBV_TEXT_RESPONDENT: return rule->n_respondents;
    case OGBV_TEXT_SOURCE:
    case OGBV_TEXT_SOURCE_READ:
    case OGBV_TEXT_SOURCE_SPEAKS_FOR:
    case OGBV_TEXT_SOURCE_COPY: return rule->cite.source != NULL;
    default: return 0;
    }
}

/* Texts in several languages of a kind; NULL for kinds of plain strings. */
static const struct ogbv__texts *texts_of(const ogbv_rule *rule, int32_t kind, size_t i)
{
    switch (kind) {
    case OGBV_TEXT_NOTE: return &rule->notes[i];
    case OGBV_TEXT_PROCEEDINGS: return &rule->proceedings;
    case OGBV_TEXT_FORUM: return &rule->forum;
    case OGBV_TEXT_STANDARD: return &rule->standard;
    case OGBV_TEXT_HEAD: return &rule->heads[i];
    case OGBV_TEXT_EVIDENCE: return &rule->evidence[i];
    case OGBV_TEXT_STEP: return &rule->steps[i];
    case OGBV_TEXT_WARNING: return &rule->warnings[i]->text;
    default: return NULL;
    }
}

static const char *string_of(const ogbv_rule *rule, int32_t kind, size_t i)
{
    switch (kind) {
    case OGBV_TEXT_WARNING_CODE: return rule->warnings[i]->code;
    case OGBV_TEXT_APPLICANT: return rule->applicants[i];
    case OGBV_TEXT_RESPONDENT: return rule->respondents[i];
    case OGBV_TEXT_SOURCE: return rule->cite.source->title;
    case OGBV_TEXT_SOURCE_READ: return rule->cite.source->read;
    case OGBV_TEXT_SOURCE_COPY: return rule->cite.source->copy;
    default: return rule->cite.source->speaks_for;
    }
}

const char *ogbv_rule_text(const ogbv_rule *rule, int32_t kind, size_t i, const char *lang)
{
    if (i >= ogbv_rule_text_count(rule, kind))
        return "";
    const struct ogbv__texts *texts = texts_of(rule, kind, i);
    return texts ? ogbv__texts_in(texts, lang) : string_of(rule, kind, i);
}

int32_t ogbv_rule_source_seen(const ogbv_rule *rule)
{
    return rule && rule->cite.source ? rule->cite.source->seen : OGBV_REMEMBERED;
}

int32_t ogbv_rule_without_notice(const ogbv_rule *rule)
{
    return rule ? rule->without_notice : -1;
}

int32_t ogbv_rule_review(const ogbv_rule *rule)
{
    return rule ? rule->review : 0;
}
