/* SPDX-License-Identifier: MIT */
/* What it is for: a comparison as JSON, by the contract of doc/compare.md.
 * What it must not know: how definitions are compared.
 * Invariant: keys stand in the contract's order; the same comparison gives the same bytes. */
#include "core/error.h"
#include "report/write_case.h"
#include "report/write_compare.h"

#include <string.h>

static void write_name(struct ogbv__json *json, const char *key, int32_t vocabulary, int32_t value)
{
    ogbv__json_text(json, key, ogbv_name(vocabulary, value));
}

/* ---- definitions ------------------------------------------------------------------------- */

static void write_definition(struct ogbv__json *json, const struct ogbv__definition *definition)
{
    const struct ogbv_jurisdiction *j = definition->jurisdiction;
    ogbv__json_object(json, NULL);
    ogbv__json_text(json, "key", definition->key);
    ogbv__json_text(json, "jurisdiction", j ? j->id : definition->id);
    ogbv__json_text(json, "on", definition->on);
    ogbv__json_array(json, "offences");
    for (size_t i = 0; i < definition->n_versions; i++)
        if (!definition->is_core)
            ogbv__json_text(json, NULL, definition->versions[i]->rule->id);
    ogbv__json_array_end(json);
    write_name(json, "status", OGBV_NAMES_DEFINITION, definition->status);
    if (definition->status == OGBV_DEFINED)
        write_name(json, "typical", OGBV_NAMES_TRUTH, definition->typical);
    ogbv__json_object_end(json);
}

/* ---- pairs ------------------------------------------------------------------------------- */

static void write_fact_ids(struct ogbv__json *json, const char *key,
                           const struct ogbv__fact_list *list)
{
    ogbv__json_array_line(json, key);
    for (size_t i = 0; i < list->n; i++)
        ogbv__json_text(json, NULL, list->at[i]->id);
    ogbv__json_array_end(json);
}

static void write_witness(struct ogbv__json *json, const struct ogbv__side *side)
{
    write_name(json, "search", OGBV_NAMES_SEARCH, side->search);
    if (!side->witness)
        return;
    ogbv__json_bool(json, "minimal", side->minimal);
    ogbv__write_case(json, "case", side->witness);
    write_fact_ids(json, "differs_in", &side->differs);
}

static void write_side(struct ogbv__json *json, const char *key, const struct ogbv__side *side)
{
    ogbv__json_object(json, key);
    write_witness(json, side);
    ogbv__json_object_end(json);
}

int ogbv__is_mirror(const ogbv_comparison *comparison, const struct ogbv_atom *atom)
{
    const struct ogbv__atom *test = atom->atom;
    if (test->fact->type != OGBV_BOOLEAN || test->lo != 0)
        return 0;
    for (size_t i = 0; i < comparison->n_atoms; i++)
        if (comparison->atoms[i].atom->fact == test->fact && comparison->atoms[i].atom->lo == 1)
            return 1;
    return 0;
}

const char *ogbv__latest_day(const struct ogbv__definition *baseline,
                             const char *(*day_of)(const ogbv_rule *rule))
{
    const char *latest = NULL;
    for (size_t v = 0; v < baseline->n_versions; v++) {
        const char *day = day_of(baseline->versions[v]->rule);
        if (day && (!latest || strcmp(day, latest) > 0))    /* orders as days do */
            latest = day;
    }
    return latest;
}

/* Against a baseline: what falls short of it (only b), and what goes beyond (only a). */
static void write_baseline(struct ogbv__json *json, const ogbv_comparison *comparison,
                           const struct ogbv_pair *pair)
{
    static const char *const keys[] = { "excess", "shortfall" };
    ogbv__json_object(json, "baseline");
    for (int side = 1; side >= 0; side--) {
        if (pair->sides[side].search == OGBV_SEARCH_NONE)
            ogbv__json_null(json, keys[side]);
        else
            write_side(json, keys[side], &pair->sides[side]);
    }
    const struct ogbv__definition *last = &comparison->definitions[pair->b];
    ogbv__json_text(json, "adopted", ogbv__latest_day(last, ogbv_rule_adopted));
    ogbv__json_text(json, "due", ogbv__latest_day(last, ogbv_rule_due));
    ogbv__json_object_end(json);
}

static void write_pair(struct ogbv__json *json, const ogbv_comparison *comparison,
                       const struct ogbv_pair *pair)
{
    ogbv__json_object(json, NULL);
    ogbv__json_text(json, "a", comparison->definitions[pair->a].key);
    ogbv__json_text(json, "b", comparison->definitions[pair->b].key);
    write_name(json, "relation", OGBV_NAMES_RELATION, pair->relation);
    write_fact_ids(json, "open_norms", &pair->open_norms);
    ogbv__json_array_line(json, "unsettled");
    for (size_t i = 0; i < pair->n_unsettled; i++)
        ogbv__json_text(json, NULL, pair->unsettled[i]);
    ogbv__json_array_end(json);
    write_side(json, "only_a", &pair->sides[0]);
    write_side(json, "only_b", &pair->sides[1]);
    if (comparison->baseline)
        write_baseline(json, comparison, pair);
    ogbv__json_object_end(json);
}

/* ---- elements ---------------------------------------------------------------------------- */

static void write_value(struct ogbv__json *json, const struct ogbv_atom *atom)
{
    if (atom->atom->fact->type == OGBV_BOOLEAN)
        ogbv__json_bool(json, "value", atom->atom->lo != 0);
    else
        ogbv__json_text(json, "value", atom->value);
}

static void write_atom(struct ogbv__json *json, const ogbv_comparison *comparison,
                       const struct ogbv_atom *atom, const char *lang)
{
    ogbv__json_object(json, NULL);
    ogbv__json_text(json, "fact", atom->atom->fact->id);
    ogbv__json_text(json, "op", atom->op);
    write_value(json, atom);
    ogbv__json_text(json, "label", ogbv_atom_label(atom, lang));
    ogbv__json_object_line(json, "in");
    for (size_t d = 0; d < atom->n_definitions; d++)
        if (atom->states[d] >= 0)
            write_name(json, comparison->definitions[d].key, OGBV_NAMES_ATOM_STATE,
                       atom->states[d]);
    ogbv__json_object_end(json);
    ogbv__json_object_line(json, "citations");
    for (size_t d = 0; d < atom->n_definitions; d++)
        if (atom->citations[d][0])
            ogbv__json_text(json, comparison->definitions[d].key, atom->citations[d]);
    ogbv__json_object_end(json);
    ogbv__json_object_end(json);
}

/* ---- the whole --------------------------------------------------------------------------- */

/* What stands in the object of a comparison, after its format. */
static void write_members(struct ogbv__json *json, const ogbv_comparison *comparison,
                          const char *lang)
{
    ogbv__json_text(json, "concept", comparison->concept_->id);
    write_name(json, "class", OGBV_NAMES_CLASS, comparison->class_);
    ogbv__json_text(json, "on", comparison->on);
    ogbv__json_array(json, "definitions");
    for (size_t i = 0; i < comparison->n_definitions; i++)
        write_definition(json, &comparison->definitions[i]);
    ogbv__json_array_end(json);
    ogbv__json_array(json, "pairs");
    for (size_t i = 0; i < comparison->n_pairs; i++)
        write_pair(json, comparison, &comparison->pairs[i]);
    ogbv__json_array_end(json);
    ogbv__json_array(json, "elements");
    for (size_t i = 0; i < comparison->n_atoms; i++)
        write_atom(json, comparison, &comparison->atoms[i], lang);
    ogbv__json_array_end(json);
}

void ogbv__json_comparison(struct ogbv__json *json, const ogbv_comparison *comparison,
                           const char *lang)
{
    ogbv__json_object(json, NULL);
    write_members(json, comparison, lang);
    ogbv__json_object_end(json);
}

ogbv_status ogbv_comparison_write_json(const ogbv_comparison *comparison, const char *lang,
                                       ogbv_write_fn write, void *payload, ogbv_error **error)
{
    struct ogbv__json json;
    if (!comparison || !write || !comparison->done)
        return ogbv__fail_invalid(error);
    ogbv__json_init(&json, write, payload);
    ogbv__json_object(&json, NULL);
    ogbv__json_int(&json, "format", 1);
    write_members(&json, comparison, lang);
    ogbv__json_object_end(&json);
    if (ogbv__json_finish(&json))
        return OGBV_OK;
    return ogbv__fail(&comparison->arena.alloc, error, OGBV_ERR_IO, "writing was stopped");
}
