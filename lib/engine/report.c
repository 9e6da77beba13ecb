/* SPDX-License-Identifier: MIT */
/* What it is for: the life of a report: every concept compared, then the remarks.
 * What it must not know: how definitions are compared, what makes a remark.
 * Invariant: immutable once it is handed out. */
#include "engine/report.h"

#include "base/date.h"
#include "core/error.h"

/* ---- comparisons ------------------------------------------------------------------------- */

/* All jurisdictions that have law of their own, and the core last. */
static ogbv_status add_keys(const struct ogbv_report *report, ogbv_comparison *comparison,
                            ogbv_error **error)
{
    ogbv_status status = ogbv_comparison_set_class(comparison, report->class_, error);
    for (size_t i = 0; status == OGBV_OK && i < report->db->n_jurisdictions; i++)
        if (!report->db->jurisdictions[i]->within)
            status = ogbv_comparison_add(comparison, report->db->jurisdictions[i]->id, error);
    if (status == OGBV_OK)
        status = ogbv_comparison_add(comparison, "core", error);
    return status == OGBV_OK ? ogbv_comparison_skip(comparison, report->skip, error) : status;
}

static ogbv_status compare(struct ogbv_report *report, size_t i, ogbv_error **error)
{
    ogbv_comparison *comparison;
    ogbv_status status = ogbv_comparison_new(report->db, report->db->concepts[i]->id, report->on,
                                             &comparison, error);
    if (status == OGBV_OK)
        report->comparisons[report->n_comparisons++] = comparison;
    if (status == OGBV_OK)
        status = add_keys(report, comparison, error);
    return status == OGBV_OK ? ogbv_comparison_run(comparison, error) : status;
}

static ogbv_status fill(struct ogbv_report *report, ogbv_error **error)
{
    ogbv_status status = OGBV_OK;
    report->comparisons = ogbv__arena_array(&report->arena, report->db->n_concepts,
                                            sizeof *report->comparisons);
    for (size_t i = 0; report->comparisons && status == OGBV_OK && i < report->db->n_concepts; i++)
        status = compare(report, i, error);
    if (status == OGBV_OK && !report->arena.failed)
        ogbv__remark_all(report);
    if (status != OGBV_OK)
        return status;
    return report->arena.failed ? ogbv__fail_nomem(error) : OGBV_OK;
}

/* ---- life -------------------------------------------------------------------------------- */

ogbv_status ogbv_report_new(ogbv_db *db, const char *on, int32_t class_, int32_t skip,
                            ogbv_report **out, ogbv_error **error)
{
    int64_t day;
    if (out)
        *out = NULL;
    if (!db || !on || !out || !ogbv_name(OGBV_NAMES_CLASS, class_))
        return ogbv__fail_invalid(error);
    if (!ogbv__date_parse_day(on, &day))
        return ogbv__fail(&db->context->alloc, error, OGBV_ERR_INVALID,
                          "the day of the report is not a day of the form 2026-11-21");
    ogbv_report *report = ogbv__alloc_new(&db->context->alloc, sizeof *report);
    if (!report)
        return ogbv__fail_nomem(error);
    report->db = ogbv_db_ref(db);
    atomic_init(&report->refs, 1);
    ogbv__arena_init(&report->arena, &db->context->alloc, 0);
    ogbv__vec_init(&report->remarks, &report->arena);
    report->on = ogbv__arena_string(&report->arena, on);
    report->day = day;
    report->class_ = class_;
    report->skip = skip;
    ogbv_status status = report->on ? fill(report, error) : ogbv__fail_nomem(error);
    if (status == OGBV_OK)
        *out = report;
    else
        ogbv_report_unref(report);
    return status;
}

ogbv_report *ogbv_report_ref(ogbv_report *report)
{
    if (report)
        atomic_fetch_add(&report->refs, 1);
    return report;
}

void ogbv_report_unref(ogbv_report *report)
{
    if (!report || atomic_fetch_sub(&report->refs, 1) != 1)
        return;
    ogbv_db *db = report->db;
    struct ogbv__alloc alloc = report->arena.alloc;
    for (size_t i = 0; i < report->n_comparisons; i++)
        ogbv_comparison_unref(report->comparisons[i]);
    for (size_t i = 0; i < report->remarks.n; i++) {
        struct ogbv_remark *remark = report->remarks.at[i];
        ogbv_case_free(remark->cases[0]);
        ogbv_case_free(remark->cases[1]);
    }
    ogbv__arena_free(&report->arena);
    ogbv__alloc_free(&alloc, report, sizeof *report);
    ogbv_db_unref(db);
}

/* ---- getters ----------------------------------------------------------------------------- */

size_t ogbv_report_comparison_count(const ogbv_report *report)
{
    return report ? report->n_comparisons : 0;
}

const ogbv_comparison *ogbv_report_comparison_at(const ogbv_report *report, size_t i)
{
    return i < ogbv_report_comparison_count(report) ? report->comparisons[i] : NULL;
}

size_t ogbv_report_remark_count(const ogbv_report *report)
{
    return report ? report->remarks.n : 0;
}

const ogbv_remark *ogbv_report_remark_at(const ogbv_report *report, size_t i)
{
    return i < ogbv_report_remark_count(report) ? report->remarks.at[i] : NULL;
}

int32_t ogbv_remark_kind(const ogbv_remark *remark)
{
    return remark ? remark->kind : -1;
}

const ogbv_rule *ogbv_remark_rule(const ogbv_remark *remark)
{
    return remark ? remark->rule : NULL;
}

const ogbv_rule *ogbv_remark_other(const ogbv_remark *remark)
{
    return remark ? remark->other : NULL;
}

const ogbv_concept *ogbv_remark_concept(const ogbv_remark *remark)
{
    return remark ? remark->concept_ : NULL;
}

const ogbv_fact *ogbv_remark_fact(const ogbv_remark *remark)
{
    return remark ? remark->fact : NULL;
}

int32_t ogbv_remark_relation(const ogbv_remark *remark)
{
    return remark ? remark->relation : OGBV_UNDECIDED;
}

const ogbv_case *ogbv_remark_case(const ogbv_remark *remark, int32_t side)
{
    return remark ? remark->cases[side != 0] : NULL;
}
