/* SPDX-License-Identifier: MIT */
/* What it is for: a report as JSON and as rows of the long form.
 * What it must not know: how the data were compared.
 * Invariant: the same report gives the same bytes; each comparison stands as it does alone. */
#include "report/write_report.h"

#include "base/text.h"
#include "core/error.h"
#include "report/phrase.h"
#include "report/write_compare.h"

/* ---- what the forms share ---------------------------------------------------------------- */

struct ogbv__tally ogbv__tally_of(const ogbv_db *db, const ogbv_jurisdiction *j)
{
    struct ogbv__tally tally = { 0 };
    for (int32_t kind = OGBV_OFFENCE; kind <= OGBV_TERM; kind++)
        for (size_t i = 0; i < db->n_rules[kind]; i++) {
            const struct ogbv_rule *rule = db->rules[kind][i];
            if (j ? rule->jurisdiction != j : !rule->jurisdiction)
                continue;
            tally.rules++;
            tally.seen[rule->verified]++;
        }
    return tally;
}

const struct ogbv_pair *ogbv__pair_of(const ogbv_comparison *comparison, size_t a, size_t b)
{
    for (size_t i = 0; i < comparison->n_pairs; i++) {
        const struct ogbv_pair *pair = &comparison->pairs[i];
        if ((pair->a == a && pair->b == b) || (pair->a == b && pair->b == a))
            return pair;
    }
    return NULL;
}

int32_t ogbv__relation_of(const ogbv_comparison *comparison, size_t a, size_t b)
{
    const struct ogbv_pair *pair = ogbv__pair_of(comparison, a, b);
    if (!pair)
        return -1;
    if (pair->a == a)
        return pair->relation;
    return pair->relation == OGBV_NARROWER  ? OGBV_BROADER
        : pair->relation == OGBV_BROADER    ? OGBV_NARROWER
                                            : pair->relation;
}

int ogbv__is_minimum(const struct ogbv__definition *definition)
{
    return definition->is_core || (definition->jurisdiction && definition->jurisdiction->union_);
}

static int is_member(const struct ogbv_jurisdiction *j, const struct ogbv_jurisdiction *of,
                     int64_t day)
{
    for (; j; j = j->parent)
        for (size_t i = 0; i < j->n_members; i++)
            if (j->members[i].union_ == of && j->members[i].from <= day && day <= j->members[i].to)
                return 1;
    return 0;
}

static int reaches(const struct ogbv_rule *rule, const struct ogbv_jurisdiction *j)
{
    for (size_t i = 0; i < rule->n_extent; i++)
        if (ogbv__place_within(j->place, rule->extent[i]))
            return 1;
    return rule->n_extent == 0;
}

static int binds(const struct ogbv__definition *minimum, const struct ogbv__definition *definition)
{
    if (minimum->status != OGBV_DEFINED || !definition->jurisdiction)
        return 0;
    if (ogbv__is_minimum(definition))
        return 0;
    if (minimum->is_core)
        return 1;
    if (!is_member(definition->jurisdiction, minimum->jurisdiction, minimum->day))
        return 0;
    for (size_t v = 0; v < minimum->n_versions; v++)
        if (reaches(minimum->versions[v]->rule, definition->jurisdiction))
            return 1;
    return 0;
}

int ogbv__stands(const ogbv_comparison *comparison, size_t minimum, size_t definition,
                 const struct ogbv__side **side)
{
    static const int stands[] = { [OGBV_SEARCH_FOUND] = OGBV__FALLS_SHORT,
                                  [OGBV_SEARCH_NONE] = OGBV__REACHES,
                                  [OGBV_SEARCH_UNDECIDED] = OGBV__MAY_FALL_SHORT };
    const struct ogbv_pair *pair = ogbv__pair_of(comparison, minimum, definition);
    if (side)
        *side = NULL;
    if (!binds(&comparison->definitions[minimum], &comparison->definitions[definition]))
        return OGBV__NOT_BOUND;
    if (!pair)
        return OGBV__WITHOUT;
    const struct ogbv__side *only_minimum = &pair->sides[pair->b == minimum];
    if (side && only_minimum->witness)
        *side = only_minimum;
    return stands[only_minimum->search];
}

ogbv_status ogbv__report_status(const ogbv_report *report, int32_t status, ogbv_error **error)
{
    if (status == OGBV_OK)
        return OGBV_OK;
    if (status == OGBV_ERR_NOMEM)
        return ogbv__fail_nomem(error);
    return ogbv__fail(&report->arena.alloc, error, OGBV_ERR_IO, "writing was stopped");
}

static const char *id_of(const struct ogbv_rule *rule)
{
    return rule ? rule->id : NULL;
}

/* ---- JSON -------------------------------------------------------------------------------- */

static void write_jurisdiction(struct ogbv__json *json, const ogbv_report *report,
                               const struct ogbv_jurisdiction *j, const char *lang)
{
    struct ogbv__tally tally = ogbv__tally_of(report->db, j);
    ogbv__json_object(json, NULL);
    ogbv__json_text(json, "id", j->id);
    ogbv__json_text(json, "label", ogbv__texts_in(&j->label, lang));
    ogbv__json_text(json, "kind", ogbv_jurisdiction_kind(j));
    ogbv__json_text(json, "as_of", j->as_of);
    ogbv__json_int(json, "rules", tally.rules);
    ogbv__json_object_line(json, "verified");
    for (int32_t seen = 0; seen < OGBV__N_SEEN; seen++)
        ogbv__json_int(json, ogbv_name(OGBV_NAMES_SEEN, seen), tally.seen[seen]);
    ogbv__json_object_end(json);
    ogbv__json_object_end(json);
}

static void write_coverage(struct ogbv__json *json, const ogbv_report *report,
                           const struct ogbv_jurisdiction *j)
{
    const char *looked;
    for (size_t i = 0; i < report->db->n_concepts; i++) {
        int32_t coverage = ogbv_jurisdiction_coverage(j, report->db->concepts[i], &looked);
        ogbv__json_object_line(json, NULL);
        ogbv__json_text(json, "jurisdiction", j->id);
        ogbv__json_text(json, "concept", report->db->concepts[i]->id);
        ogbv__json_text(json, "status", ogbv_name(OGBV_NAMES_COVERAGE, coverage));
        ogbv__json_text(json, "looked", looked);
        ogbv__json_object_end(json);
    }
}

static void write_remark(struct ogbv__json *json, const struct ogbv_remark *remark,
                         const char *text)
{
    ogbv__json_object(json, NULL);
    ogbv__json_text(json, "kind", ogbv_name(OGBV_NAMES_REMARK, remark->kind));
    ogbv__json_text(json, "rule", id_of(remark->rule));
    ogbv__json_text(json, "other", id_of(remark->other));
    ogbv__json_text(json, "relation", remark->other
                    ? ogbv_name(OGBV_NAMES_RELATION, remark->relation) : NULL);
    ogbv__json_text(json, "concept", remark->concept_ ? remark->concept_->id : NULL);
    ogbv__json_text(json, "fact", remark->fact ? remark->fact->id : NULL);
    ogbv__json_text(json, "text", text);
    ogbv__json_object_end(json);
}

static int write_remarks(struct ogbv__json *json, const ogbv_report *report, const char *lang)
{
    struct ogbv__buf text;
    ogbv__buf_init(&text, &report->arena.alloc);
    ogbv__json_array(json, "remarks");
    for (size_t i = 0; i < report->remarks.n; i++) {
        ogbv__buf_clear(&text);
        ogbv__phrase_remark(&text, report->remarks.at[i], lang);
        write_remark(json, report->remarks.at[i], ogbv__buf_string(&text));
    }
    ogbv__json_array_end(json);
    int failed = text.failed;
    ogbv__buf_free(&text);
    return !failed;
}

ogbv_status ogbv_report_write_json(const ogbv_report *report, const char *lang,
                                   ogbv_write_fn write, void *payload, ogbv_error **error)
{
    struct ogbv__json json;
    if (!report || !write)
        return ogbv__fail_invalid(error);
    const struct ogbv_db *db = report->db;
    ogbv__json_init(&json, write, payload);
    ogbv__json_object(&json, NULL);
    ogbv__json_int(&json, "format", 1);
    ogbv__json_text(&json, "on", report->on);
    ogbv__json_text(&json, "class", ogbv_name(OGBV_NAMES_CLASS, report->class_));
    ogbv__json_text(&json, "data", db->release);
    ogbv__json_array(&json, "jurisdictions");
    for (size_t i = 0; i < db->n_jurisdictions; i++)
        if (!db->jurisdictions[i]->within)
            write_jurisdiction(&json, report, db->jurisdictions[i], lang);
    ogbv__json_array_end(&json);
    ogbv__json_array(&json, "coverage");
    for (size_t i = 0; i < db->n_jurisdictions; i++)
        if (!db->jurisdictions[i]->within)
            write_coverage(&json, report, db->jurisdictions[i]);
    ogbv__json_array_end(&json);
    ogbv__json_array(&json, "comparisons");
    for (size_t i = 0; i < report->n_comparisons; i++)
        ogbv__json_comparison(&json, report->comparisons[i], lang);
    ogbv__json_array_end(&json);
    int whole = write_remarks(&json, report, lang);
    ogbv__json_object_end(&json);
    int complete = ogbv__json_finish(&json);
    return ogbv__report_status(report, !whole ? OGBV_ERR_NOMEM : complete ? OGBV_OK : OGBV_ERR_IO,
                               error);
}

/* ---- the long form ----------------------------------------------------------------------- */

static void coverage_rows(struct ogbv__long *table, const ogbv_report *report,
                          const struct ogbv_jurisdiction *j)
{
    for (size_t i = 0; i < report->db->n_concepts; i++) {
        const char *looked;
        int32_t coverage = ogbv_jurisdiction_coverage(j, report->db->concepts[i], &looked);
        ogbv__long_add(table, OGBV__COL_ROW, "coverage");
        ogbv__long_add(table, OGBV__COL_CONCEPT, report->db->concepts[i]->id);
        ogbv__long_add(table, OGBV__COL_ON, looked ? looked : report->on);
        ogbv__long_add(table, OGBV__COL_KEY, j->id);
        ogbv__long_add(table, OGBV__COL_STATE, ogbv_name(OGBV_NAMES_COVERAGE, coverage));
        ogbv__long_end(table);
    }
}

static void verification_rows(struct ogbv__long *table, const ogbv_report *report,
                              const struct ogbv_jurisdiction *j)
{
    struct ogbv__tally tally = ogbv__tally_of(report->db, j);
    for (int32_t seen = 0; seen < OGBV__N_SEEN; seen++) {
        ogbv__long_add(table, OGBV__COL_ROW, "verification");
        ogbv__long_add(table, OGBV__COL_ON, report->on);
        ogbv__long_add(table, OGBV__COL_KEY, j->id);
        ogbv__long_add(table, OGBV__COL_STATE, ogbv_name(OGBV_NAMES_SEEN, seen));
        ogbv__long_add_int(table, OGBV__COL_COUNT, tally.seen[seen]);
        ogbv__long_end(table);
    }
}

static void remark_row(struct ogbv__long *table, const ogbv_report *report,
                       const struct ogbv_remark *remark, const char *lang)
{
    const struct ogbv_rule *rule = remark->rule;
    ogbv__long_add(table, OGBV__COL_ROW, "remark");
    ogbv__long_add(table, OGBV__COL_CONCEPT, remark->concept_ ? remark->concept_->id : NULL);
    if (rule && rule->class_ >= 0)
        ogbv__long_add(table, OGBV__COL_CLASS, ogbv_name(OGBV_NAMES_CLASS, rule->class_));
    ogbv__long_add(table, OGBV__COL_ON, report->on);
    ogbv__long_add(table, OGBV__COL_KEY, rule ? rule->jurisdiction->id : NULL);
    if (remark->other)
        ogbv__long_add(table, OGBV__COL_OTHER, remark->other->jurisdiction->id);
    ogbv__long_add(table, OGBV__COL_STATE, ogbv_name(OGBV_NAMES_REMARK, remark->kind));
    ogbv__long_add(table, OGBV__COL_FACT, remark->fact ? remark->fact->id : NULL);
    ogbv__phrase_remark(&table->cells[OGBV__COL_LABEL], remark, lang);
    ogbv__long_add(table, OGBV__COL_RULES, id_of(rule));
    ogbv__long_add(table, OGBV__COL_RULES, id_of(remark->other));
    ogbv__long_end(table);
}

ogbv_status ogbv_report_write_csv(const ogbv_report *report, const char *lang,
                                  ogbv_write_fn write, void *payload, ogbv_error **error)
{
    struct ogbv__long table;
    if (!report || !write)
        return ogbv__fail_invalid(error);
    const struct ogbv_db *db = report->db;
    ogbv__long_init(&table, &report->arena.alloc, write, payload);
    for (size_t i = 0; i < db->n_jurisdictions; i++)
        if (!db->jurisdictions[i]->within)
            coverage_rows(&table, report, db->jurisdictions[i]);
    for (size_t i = 0; i < report->n_comparisons; i++)
        ogbv__long_comparison(&table, report->comparisons[i], lang);
    for (size_t i = 0; i < db->n_jurisdictions; i++)
        if (!db->jurisdictions[i]->within)
            verification_rows(&table, report, db->jurisdictions[i]);
    for (size_t i = 0; i < report->remarks.n; i++)
        remark_row(&table, report, report->remarks.at[i], lang);
    return ogbv__report_status(report, ogbv__long_finish(&table), error);
}

ogbv_status ogbv_db_write_codebook(const ogbv_db *db, ogbv_write_fn write, void *payload,
                                   ogbv_error **error)
{
    if (!db || !write)
        return ogbv__fail_invalid(error);
    if (ogbv__long_codebook(write, payload))
        return OGBV_OK;
    return ogbv__fail(&db->context->alloc, error, OGBV_ERR_IO, "writing was stopped");
}
