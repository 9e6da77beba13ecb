/* SPDX-License-Identifier: MIT */
/* What it is for: public getters of results.
 * What it must not know: how a result is made.
 * Invariant: a getter never fails; misuse gives NULL, 0 or "". */
#include "engine/result.h"

#include "base/text.h"

ogbv_result *ogbv_result_ref(ogbv_result *result)
{
    if (result)
        atomic_fetch_add(&result->refs, 1);
    return result;
}

void ogbv_result_unref(ogbv_result *result)
{
    if (!result || atomic_fetch_sub(&result->refs, 1) != 1)
        return;
    ogbv_db *db = result->db;
    struct ogbv__alloc alloc = result->arena.alloc;
    ogbv__arena_free(&result->arena);
    ogbv__alloc_free_wiped(&alloc, result, sizeof *result);
    ogbv_db_unref(db);
}

const char *ogbv_result_on(const ogbv_result *result)
{
    return result ? result->on : "";
}

int32_t ogbv_result_on_from(const ogbv_result *result)
{
    return result ? result->on_from : 0;
}

int32_t ogbv_result_beyond_data(const ogbv_result *result)
{
    return result ? result->beyond_data : 0;
}

size_t ogbv_result_jurisdiction_count(const ogbv_result *result)
{
    return result ? result->n_jurisdictions : 0;
}

const char *ogbv_result_jurisdiction_id(const ogbv_result *result, size_t i)
{
    return i < ogbv_result_jurisdiction_count(result) ? result->jurisdictions[i].id : "";
}

int32_t ogbv_result_jurisdiction_asked(const ogbv_result *result, size_t i)
{
    return i < ogbv_result_jurisdiction_count(result) ? result->jurisdictions[i].asked : 0;
}

int32_t ogbv_result_jurisdiction_connection(const ogbv_result *result, size_t i)
{
    return i < ogbv_result_jurisdiction_count(result) ? result->jurisdictions[i].connection
                                                      : OGBV_ASSERTED;
}

size_t ogbv_result_safety_count(const ogbv_result *result)
{
    return result ? result->n_safety : 0;
}

const char *ogbv_result_safety_code(const ogbv_result *result, size_t i)
{
    return i < ogbv_result_safety_count(result) ? result->safety[i]->code : "";
}

const char *ogbv_result_safety_text(const ogbv_result *result, size_t i, const char *lang)
{
    return i < ogbv_result_safety_count(result) ? ogbv__texts_in(&result->safety[i]->text, lang)
                                                : "";
}

size_t ogbv_result_derived_count(const ogbv_result *result)
{
    return result ? result->derived.n : 0;
}

const ogbv_fact *ogbv_result_derived_at(const ogbv_result *result, size_t i)
{
    return i < ogbv_result_derived_count(result) ? result->derived.at[i] : NULL;
}

/* ---- findings ---------------------------------------------------------------------------- */

size_t ogbv_finding_count(const ogbv_result *result, int32_t kind)
{
    return result && kind >= 0 && kind < OGBV__N_FINDING_KINDS ? result->n_findings[kind] : 0;
}

const ogbv_finding *ogbv_finding_at(const ogbv_result *result, int32_t kind, size_t i)
{
    return i < ogbv_finding_count(result, kind) ? &result->findings[kind][i] : NULL;
}

const ogbv_finding *ogbv_finding_find(const ogbv_result *result, const char *id)
{
    for (int32_t kind = 0; id && kind < OGBV__N_FINDING_KINDS; kind++)
        for (size_t i = 0; i < ogbv_finding_count(result, kind); i++)
            if (ogbv__text_equal(ogbv_finding_id(&result->findings[kind][i]), id))
                return &result->findings[kind][i];
    return NULL;
}

const char *ogbv_finding_id(const ogbv_finding *finding)
{
    return finding ? finding->rule->id : "";
}

const ogbv_rule *ogbv_finding_rule(const ogbv_finding *finding)
{
    return finding && !finding->concept_ ? finding->rule : NULL;
}

const ogbv_concept *ogbv_finding_concept(const ogbv_finding *finding)
{
    return finding ? finding->concept_ : NULL;
}

const char *ogbv_finding_penalty(const ogbv_finding *finding, const char *lang)
{
    int stated = finding && finding->version && finding->version->has_penalty;
    return stated ? ogbv__texts_in(&finding->version->penalty.text, lang) : "";
}

int32_t ogbv_finding_max_months(const ogbv_finding *finding)
{
    int stated = finding && finding->version && finding->version->has_penalty;
    return stated ? finding->version->penalty.max_months : -1;
}

const char *ogbv_finding_filed(const ogbv_finding *finding)
{
    return finding ? finding->filed_on : NULL;
}

int32_t ogbv_finding_filed_assumed(const ogbv_finding *finding)
{
    return finding ? finding->filed_assumed : 0;
}

int32_t ogbv_finding_status(const ogbv_finding *finding)
{
    return finding ? finding->status : OGBV_UNDETERMINED;
}

int32_t ogbv_finding_strict(const ogbv_finding *finding)
{
    return finding ? finding->strict : OGBV_UNKNOWN;
}

int32_t ogbv_finding_contestable(const ogbv_finding *finding)
{
    return finding ? finding->contestable : 0;
}

int32_t ogbv_finding_arguable(const ogbv_finding *finding)
{
    return finding ? finding->arguable : 0;
}

int32_t ogbv_finding_has_why(const ogbv_finding *finding, int32_t why)
{
    return finding && why >= 0 && why < 32 ? (int32_t)(finding->why >> why & 1) : 0;
}

int32_t ogbv_finding_verified(const ogbv_finding *finding)
{
    return finding ? finding->verified : OGBV_REMEMBERED;
}

int32_t ogbv_finding_version_state(const ogbv_finding *finding)
{
    return finding && finding->version ? finding->state : -1;
}

const char *ogbv_finding_version_from(const ogbv_finding *finding)
{
    return finding && finding->version ? finding->version->from_text : NULL;
}

const char *ogbv_finding_version_to(const ogbv_finding *finding)
{
    return finding && finding->version ? finding->version->to_text : NULL;
}

size_t ogbv_finding_act_count(const ogbv_finding *finding)
{
    return finding ? finding->n_acts : 0;
}

const char *ogbv_finding_act_id(const ogbv_finding *finding, size_t i)
{
    return i < ogbv_finding_act_count(finding) ? finding->acts[i].act : "";
}

int32_t ogbv_finding_act_status(const ogbv_finding *finding, size_t i)
{
    return i < ogbv_finding_act_count(finding) ? finding->acts[i].status : OGBV_UNDETERMINED;
}

size_t ogbv_finding_missing_count(const ogbv_finding *finding)
{
    return finding ? finding->missing.n : 0;
}

const ogbv_fact *ogbv_finding_missing_at(const ogbv_finding *finding, size_t i)
{
    return i < ogbv_finding_missing_count(finding) ? finding->missing.at[i] : NULL;
}

size_t ogbv_finding_contest_count(const ogbv_finding *finding)
{
    return finding ? finding->contest.n : 0;
}

const ogbv_fact *ogbv_finding_contest_at(const ogbv_finding *finding, size_t i)
{
    return i < ogbv_finding_contest_count(finding) ? finding->contest.at[i] : NULL;
}

size_t ogbv_finding_due_count(const ogbv_finding *finding)
{
    return finding ? finding->n_dues : 0;
}

const ogbv_due *ogbv_finding_due_at(const ogbv_finding *finding, size_t i)
{
    return i < ogbv_finding_due_count(finding) ? &finding->dues[i] : NULL;
}

size_t ogbv_finding_rests_on_count(const ogbv_finding *finding)
{
    return finding ? finding->n_rests_on : 0;
}

const char *ogbv_finding_rests_on(const ogbv_finding *finding, size_t i)
{
    return i < ogbv_finding_rests_on_count(finding) ? finding->rests_on[i] : "";
}

/* ---- reasons ----------------------------------------------------------------------------- */

size_t ogbv_finding_reason_count(const ogbv_finding *finding, int32_t kind)
{
    if (!finding)
        return 0;
    switch (kind) {
    case OGBV_REASON_ELEMENT: return finding->n_elements;
    case OGBV_REASON_UNLESS: return finding->n_exceptions;
    case OGBV_REASON_AGGRAVATION: return finding->n_aggravations;
    default: return 0;
    }
}

const ogbv_reason *ogbv_finding_reason_at(const ogbv_finding *finding, int32_t kind, size_t i)
{
    if (i >= ogbv_finding_reason_count(finding, kind))
        return NULL;
    switch (kind) {
    case OGBV_REASON_ELEMENT: return &finding->elements[i];
    case OGBV_REASON_UNLESS: return &finding->exceptions[i];
    default: return &finding->aggravations[i];
    }
}

const char *ogbv_reason_id(const ogbv_reason *reason)
{
    return reason ? reason->id : "";
}

int32_t ogbv_reason_kind(const ogbv_reason *reason)
{
    return reason ? reason->kind : OGBV_REASON_CONDITION;
}

const char *ogbv_reason_label(const ogbv_reason *reason, const char *lang)
{
    return reason && reason->label ? ogbv__texts_in(reason->label, lang) : "";
}

const char *ogbv_reason_citation(const ogbv_reason *reason)
{
    return reason && reason->cite ? reason->cite->text : "";
}

int32_t ogbv_reason_status(const ogbv_reason *reason)
{
    return reason ? reason->status : OGBV_UNDETERMINED;
}

int32_t ogbv_reason_op(const ogbv_reason *reason)
{
    return reason ? reason->op : OGBV_OP_FACT;
}

int32_t ogbv_reason_burden(const ogbv_reason *reason)
{
    return reason ? reason->burden : -1;
}

const ogbv_rule *ogbv_reason_replaced_by(const ogbv_reason *reason)
{
    return reason ? reason->replaced_by : NULL;
}

int32_t ogbv_reason_max_months(const ogbv_reason *reason)
{
    return reason ? reason->max_months : -1;
}

size_t ogbv_reason_fact_count(const ogbv_reason *reason)
{
    return reason ? reason->n_facts : 0;
}

const ogbv_fact *ogbv_reason_fact_at(const ogbv_reason *reason, size_t i)
{
    return i < ogbv_reason_fact_count(reason) ? reason->facts[i] : NULL;
}

size_t ogbv_reason_child_count(const ogbv_reason *reason)
{
    return reason ? reason->n_kids : 0;
}

const ogbv_reason *ogbv_reason_child_at(const ogbv_reason *reason, size_t i)
{
    return i < ogbv_reason_child_count(reason) ? &reason->kids[i] : NULL;
}

/* ---- deadlines and needs ----------------------------------------------------------------- */

const char *ogbv_due_id(const ogbv_due *due)
{
    return due ? due->deadline->id : "";
}

const char *ogbv_due_act(const ogbv_due *due)
{
    return due ? due->act : "";
}

const char *ogbv_due_label(const ogbv_due *due, const char *lang)
{
    return due ? ogbv__texts_in(&due->deadline->label, lang) : "";
}

const char *ogbv_due_citation(const ogbv_due *due)
{
    return due ? due->deadline->cite.text : "";
}

int32_t ogbv_due_for(const ogbv_due *due)
{
    return due ? due->deadline->whose : 0;
}

int32_t ogbv_due_effect(const ogbv_due *due)
{
    return due ? due->deadline->effect : 0;
}

int32_t ogbv_due_status(const ogbv_due *due)
{
    return due ? due->status : OGBV_DUE_UNDETERMINED;
}

const char *ogbv_due_date(const ogbv_due *due)
{
    return due ? due->date : NULL;
}

const char *ogbv_due_at(const ogbv_due *due)
{
    return due ? due->at : NULL;
}

int32_t ogbv_due_certain(const ogbv_due *due)
{
    return due ? due->certain : 0;
}

const char *ogbv_due_computation(const ogbv_due *due)
{
    return due ? due->computation : "";
}

size_t ogbv_due_missing_count(const ogbv_due *due)
{
    return due ? due->missing.n : 0;
}

const ogbv_fact *ogbv_due_missing_at(const ogbv_due *due, size_t i)
{
    return i < ogbv_due_missing_count(due) ? due->missing.at[i] : NULL;
}

size_t ogbv_need_count(const ogbv_result *result)
{
    return result ? result->n_needs : 0;
}

const ogbv_need *ogbv_need_at(const ogbv_result *result, size_t i)
{
    return i < ogbv_need_count(result) ? &result->needs[i] : NULL;
}

size_t ogbv_need_contest_count(const ogbv_result *result)
{
    return result ? result->n_contests : 0;
}

const ogbv_need *ogbv_need_contest_at(const ogbv_result *result, size_t i)
{
    return i < ogbv_need_contest_count(result) ? &result->contests[i] : NULL;
}

const ogbv_fact *ogbv_need_fact(const ogbv_need *need)
{
    return need ? need->fact : NULL;
}

int32_t ogbv_need_decides(const ogbv_need *need)
{
    return need ? need->decides : 0;
}
