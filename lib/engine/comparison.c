/* SPDX-License-Identifier: MIT */
/* What it is for: public getters of comparisons.
 * What it must not know: how a comparison is made.
 * Invariant: a getter never fails; misuse gives NULL, 0 or "". */
#include "engine/compare.h"

const ogbv_concept *ogbv_comparison_concept(const ogbv_comparison *comparison)
{
    return comparison ? comparison->concept_ : NULL;
}

int32_t ogbv_comparison_class(const ogbv_comparison *comparison)
{
    return comparison ? comparison->class_ : -1;
}

const char *ogbv_comparison_on(const ogbv_comparison *comparison)
{
    return comparison ? comparison->on : "";
}

/* ---- definitions ------------------------------------------------------------------------- */

size_t ogbv_definition_count(const ogbv_comparison *comparison)
{
    return comparison ? comparison->n_definitions : 0;
}

static const struct ogbv__definition *definition(const ogbv_comparison *comparison, size_t i)
{
    return i < ogbv_definition_count(comparison) ? &comparison->definitions[i] : NULL;
}

const char *ogbv_definition_key(const ogbv_comparison *comparison, size_t i)
{
    return definition(comparison, i) ? comparison->definitions[i].key : "";
}

const ogbv_jurisdiction *ogbv_definition_jurisdiction(const ogbv_comparison *comparison, size_t i)
{
    return definition(comparison, i) ? comparison->definitions[i].jurisdiction : NULL;
}

const char *ogbv_definition_on(const ogbv_comparison *comparison, size_t i)
{
    return definition(comparison, i) ? comparison->definitions[i].on : "";
}

int32_t ogbv_definition_status(const ogbv_comparison *comparison, size_t i)
{
    return definition(comparison, i) ? comparison->definitions[i].status : -1;
}

int32_t ogbv_definition_typical(const ogbv_comparison *comparison, size_t i)
{
    return definition(comparison, i) ? comparison->definitions[i].typical : OGBV_UNKNOWN;
}

size_t ogbv_definition_rule_count(const ogbv_comparison *comparison, size_t i)
{
    return definition(comparison, i) ? comparison->definitions[i].n_versions : 0;
}

const ogbv_rule *ogbv_definition_rule_at(const ogbv_comparison *comparison, size_t i, size_t k)
{
    return k < ogbv_definition_rule_count(comparison, i)
        ? comparison->definitions[i].versions[k]->rule : NULL;
}

/* ---- pairs ------------------------------------------------------------------------------- */

size_t ogbv_pair_count(const ogbv_comparison *comparison)
{
    return comparison ? comparison->n_pairs : 0;
}

const ogbv_pair *ogbv_pair_at(const ogbv_comparison *comparison, size_t i)
{
    return i < ogbv_pair_count(comparison) ? &comparison->pairs[i] : NULL;
}

size_t ogbv_pair_definition(const ogbv_pair *pair, int32_t side)
{
    return pair ? (side ? pair->b : pair->a) : 0;
}

int32_t ogbv_pair_relation(const ogbv_pair *pair)
{
    return pair ? pair->relation : OGBV_UNDECIDED;
}

static const struct ogbv__side *side_of(const ogbv_pair *pair, int32_t side)
{
    return pair ? &pair->sides[side != 0] : NULL;
}

int32_t ogbv_pair_search(const ogbv_pair *pair, int32_t side)
{
    return pair ? side_of(pair, side)->search : OGBV_SEARCH_UNDECIDED;
}

int32_t ogbv_pair_minimal(const ogbv_pair *pair, int32_t side)
{
    return pair ? side_of(pair, side)->minimal : 0;
}

const ogbv_case *ogbv_pair_case(const ogbv_pair *pair, int32_t side)
{
    return pair ? side_of(pair, side)->witness : NULL;
}

size_t ogbv_pair_differs_count(const ogbv_pair *pair, int32_t side)
{
    return pair ? side_of(pair, side)->differs.n : 0;
}

const ogbv_fact *ogbv_pair_differs_at(const ogbv_pair *pair, int32_t side, size_t i)
{
    return i < ogbv_pair_differs_count(pair, side) ? side_of(pair, side)->differs.at[i] : NULL;
}

size_t ogbv_pair_open_norm_count(const ogbv_pair *pair)
{
    return pair ? pair->open_norms.n : 0;
}

const ogbv_fact *ogbv_pair_open_norm_at(const ogbv_pair *pair, size_t i)
{
    return i < ogbv_pair_open_norm_count(pair) ? pair->open_norms.at[i] : NULL;
}

size_t ogbv_pair_unsettled_count(const ogbv_pair *pair)
{
    return pair ? pair->n_unsettled : 0;
}

const char *ogbv_pair_unsettled_at(const ogbv_pair *pair, size_t i)
{
    return i < ogbv_pair_unsettled_count(pair) ? pair->unsettled[i] : "";
}

/* ---- elements ---------------------------------------------------------------------------- */

size_t ogbv_atom_count(const ogbv_comparison *comparison)
{
    return comparison ? comparison->n_atoms : 0;
}

const ogbv_atom *ogbv_atom_at(const ogbv_comparison *comparison, size_t i)
{
    return i < ogbv_atom_count(comparison) ? &comparison->atoms[i] : NULL;
}

const ogbv_fact *ogbv_atom_fact(const ogbv_atom *atom)
{
    return atom ? atom->atom->fact : NULL;
}

const char *ogbv_atom_op(const ogbv_atom *atom)
{
    return atom ? atom->op : "";
}

const char *ogbv_atom_value(const ogbv_atom *atom)
{
    return atom ? atom->value : "";
}

const char *ogbv_atom_label(const ogbv_atom *atom, const char *lang)
{
    return atom ? ogbv__texts_in(&atom->atom->label, lang) : "";
}

int32_t ogbv_atom_state(const ogbv_atom *atom, size_t i)
{
    return atom && i < atom->n_definitions ? atom->states[i] : -1;
}

const char *ogbv_atom_citation(const ogbv_atom *atom, size_t i)
{
    return atom && i < atom->n_definitions ? atom->citations[i] : "";
}
