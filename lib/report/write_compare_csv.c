/* SPDX-License-Identifier: MIT */
/* What it is for: a comparison as rows of the long form.
 * What it must not know: the columns' order, the syntax of CSV.
 * Invariant: what stands in a row stands in the JSON of the comparison too. */
#include "core/error.h"
#include "report/write_compare.h"

/* What every row of a comparison says. */
static void begin_row(struct ogbv__long *table, const ogbv_comparison *comparison,
                      const char *row, const struct ogbv__definition *definition)
{
    ogbv__long_add(table, OGBV__COL_ROW, row);
    ogbv__long_add(table, OGBV__COL_CONCEPT, comparison->concept_->id);
    ogbv__long_add(table, OGBV__COL_CLASS, ogbv_name(OGBV_NAMES_CLASS, comparison->class_));
    ogbv__long_add(table, OGBV__COL_ON, definition->on);
    ogbv__long_add(table, OGBV__COL_KEY, definition->key);
}

static void add_facts(struct ogbv__long *table, int column, const struct ogbv__fact_list *list)
{
    for (size_t i = 0; i < list->n; i++)
        ogbv__long_add(table, column, list->at[i]->id);
}

static void definition_row(struct ogbv__long *table, const ogbv_comparison *comparison, size_t d)
{
    const struct ogbv__definition *definition = &comparison->definitions[d];
    begin_row(table, comparison, "definition", definition);
    ogbv__long_add(table, OGBV__COL_STATE,
                   ogbv_name(OGBV_NAMES_DEFINITION, definition->status));
    if (definition->status == OGBV_DEFINED)
        ogbv__long_add(table, OGBV__COL_TYPICAL,
                       ogbv_name(OGBV_NAMES_TRUTH, definition->typical));
    for (size_t v = 0; v < definition->n_versions && !definition->is_core; v++)
        ogbv__long_add(table, OGBV__COL_RULES, definition->versions[v]->rule->id);
    ogbv__long_end(table);
}

static void add_side(struct ogbv__long *table, const struct ogbv__side *side, int second)
{
    ogbv__long_add(table, OGBV__COL_ONLY_KEY + second,
                   ogbv_name(OGBV_NAMES_SEARCH, side->search));
    if (side->witness)
        ogbv__long_add(table, OGBV__COL_MINIMAL_KEY + second, side->minimal ? "yes" : "no");
    add_facts(table, OGBV__COL_DIFFERS_KEY + second, &side->differs);
}

static void pair_row(struct ogbv__long *table, const ogbv_comparison *comparison,
                     const struct ogbv_pair *pair)
{
    begin_row(table, comparison, "pair", &comparison->definitions[pair->a]);
    ogbv__long_add(table, OGBV__COL_OTHER, comparison->definitions[pair->b].key);
    ogbv__long_add(table, OGBV__COL_STATE, ogbv_name(OGBV_NAMES_RELATION, pair->relation));
    add_side(table, &pair->sides[0], 0);
    add_side(table, &pair->sides[1], 1);
    add_facts(table, OGBV__COL_OPEN_NORMS, &pair->open_norms);
    for (size_t i = 0; i < pair->n_unsettled; i++)
        ogbv__long_add(table, OGBV__COL_UNSETTLED, pair->unsettled[i]);
    ogbv__long_end(table);
}

static void element_row(struct ogbv__long *table, const ogbv_comparison *comparison,
                        const struct ogbv_atom *atom, size_t d, const char *lang)
{
    begin_row(table, comparison, "element", &comparison->definitions[d]);
    ogbv__long_add(table, OGBV__COL_STATE, ogbv_name(OGBV_NAMES_ATOM_STATE, atom->states[d]));
    ogbv__long_add(table, OGBV__COL_FACT, atom->atom->fact->id);
    ogbv__long_add(table, OGBV__COL_OP, atom->op);
    ogbv__long_add(table, OGBV__COL_VALUE, atom->value);
    ogbv__long_add(table, OGBV__COL_LABEL, ogbv_atom_label(atom, lang));
    ogbv__long_add(table, OGBV__COL_CITATION, atom->citations[d]);
    ogbv__long_end(table);
}

void ogbv__long_comparison(struct ogbv__long *table, const ogbv_comparison *comparison,
                           const char *lang)
{
    for (size_t d = 0; d < comparison->n_definitions; d++)
        definition_row(table, comparison, d);
    for (size_t i = 0; i < comparison->n_pairs; i++)
        pair_row(table, comparison, &comparison->pairs[i]);
    for (size_t i = 0; i < comparison->n_atoms; i++)
        for (size_t d = 0; d < comparison->n_definitions; d++)
            if (comparison->atoms[i].states[d] >= 0)
                element_row(table, comparison, &comparison->atoms[i], d, lang);
}

ogbv_status ogbv_comparison_write_csv(const ogbv_comparison *comparison, const char *lang,
                                      ogbv_write_fn write, void *payload, ogbv_error **error)
{
    struct ogbv__long table;
    if (!comparison || !write || !comparison->done)
        return ogbv__fail_invalid(error);
    ogbv__long_init(&table, &comparison->arena.alloc, write, payload);
    ogbv__long_comparison(&table, comparison, lang);
    int32_t status = ogbv__long_finish(&table);
    if (status == OGBV_ERR_NOMEM)
        return ogbv__fail_nomem(error);
    if (status == OGBV_OK)
        return OGBV_OK;
    return ogbv__fail(&comparison->arena.alloc, error, status, "writing was stopped");
}
