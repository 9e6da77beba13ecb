/* SPDX-License-Identifier: MIT */
/* What it is for: rows of the lists from the objects of a db, by public getters.
 * What it must not know: how rows are printed.
 * Invariant: each row begins with id, label, jurisdiction, class or kind, concepts, citation and
 * verified; what does not apply is null. */
#include "table.h"

/* What all rows have. The references of concepts are taken over. */
struct common {
    const char *id, *label, *jurisdiction;
    const char *key, *kind;             /* "class" or "kind", and its value */
    json_t *concepts;
    const char *citation, *verified;
};

/* "" is null: what is not stated. */
static json_t *text(const char *text_)
{
    return text_ && text_[0] ? json_string(text_) : json_null();
}

static void push(json_t *list, const char *text_)
{
    json_array_append_new(list, json_string(text_));
}

static json_t *row_of(const struct common *common)
{
    json_t *row = json_object();
    json_object_set_new(row, "id", text(common->id));
    json_object_set_new(row, "label", text(common->label));
    json_object_set_new(row, "jurisdiction", text(common->jurisdiction));
    json_object_set_new(row, common->key, text(common->kind));
    json_object_set_new(row, "concepts", common->concepts);
    json_object_set_new(row, "citation", text(common->citation));
    json_object_set_new(row, "verified", text(common->verified));
    return row;
}

/* ---- jurisdictions and rules ------------------------------------------------------------- */

static json_t *covered_concepts(const ogbv_db *db, const ogbv_jurisdiction *j)
{
    json_t *list = json_array();
    for (size_t i = 0; i < ogbv_concept_count(db); i++)
        if (ogbv_jurisdiction_coverage(j, ogbv_concept_at(db, i), NULL) == OGBV_ENCODED)
            push(list, ogbv_concept_id(ogbv_concept_at(db, i)));
    return list;
}

json_t *row_of_jurisdiction(const ogbv_db *db, const ogbv_jurisdiction *j, const char *lang)
{
    const struct common common = {
        .id = ogbv_jurisdiction_id(j), .label = ogbv_jurisdiction_label(j, lang),
        .jurisdiction = ogbv_jurisdiction_id(j),
        .key = "kind", .kind = ogbv_jurisdiction_kind(j),
        .concepts = covered_concepts(db, j),
    };
    json_t *row = row_of(&common);
    json_object_set_new(row, "parent", text(ogbv_jurisdiction_id(ogbv_jurisdiction_parent(j))));
    json_object_set_new(row, "within", text(ogbv_jurisdiction_id(ogbv_jurisdiction_within(j))));
    json_object_set_new(row, "as_of", text(ogbv_jurisdiction_as_of(j)));
    return row;
}

/* Remedies have a kind, terms the kind of rule they are; wrongs have a class. */
static const char *class_or_kind(const ogbv_rule *rule, const char **key)
{
    int32_t class_ = ogbv_rule_class(rule), kind = ogbv_rule_remedy_kind(rule);
    *key = class_ >= 0 ? "class" : "kind";
    if (class_ >= 0)
        return ogbv_name(OGBV_NAMES_CLASS, class_);
    return kind >= 0 ? ogbv_name(OGBV_NAMES_REMEDY_KIND, kind)
                     : ogbv_name(OGBV_NAMES_RULE_KIND, ogbv_rule_kind(rule));
}

static json_t *rule_concepts(const ogbv_rule *rule)
{
    json_t *list = json_array();
    for (size_t i = 0; i < ogbv_rule_concept_count(rule); i++)
        push(list, ogbv_concept_id(ogbv_rule_concept_at(rule, i)));
    return list;
}

json_t *row_of_rule(const ogbv_rule *rule, const char *lang)
{
    struct common common = {
        .id = ogbv_rule_id(rule), .label = ogbv_rule_label(rule, lang),
        .jurisdiction = ogbv_jurisdiction_id(ogbv_rule_jurisdiction(rule)),
        .concepts = rule_concepts(rule), .citation = ogbv_rule_citation(rule),
        .verified = ogbv_name(OGBV_NAMES_SEEN, ogbv_rule_verified(rule)),
    };
    common.kind = class_or_kind(rule, &common.key);
    size_t last = ogbv_rule_version_count(rule);
    json_t *row = row_of(&common);
    json_object_set_new(row, "from", text(ogbv_rule_version_from(rule, 0)));
    json_object_set_new(row, "to", text(last ? ogbv_rule_version_to(rule, last - 1) : NULL));
    json_object_set_new(row, "url", text(ogbv_rule_url(rule)));
    return row;
}

/* ---- taxonomy ---------------------------------------------------------------------------- */

json_t *row_of_concept(const ogbv_concept *concept_, const char *lang)
{
    const ogbv_concept *family = ogbv_concept_family(concept_);
    struct common common = {
        .id = ogbv_concept_id(concept_), .label = ogbv_concept_label(concept_, lang),
        .key = "kind", .kind = family ? "concept" : "family", .concepts = json_array(),
    };
    push(common.concepts, ogbv_concept_id(concept_));
    json_t *row = row_of(&common);
    json_object_set_new(row, "family", text(ogbv_concept_id(family)));
    json_object_set_new(row, "definition", text(ogbv_concept_definition(concept_, lang)));
    return row;
}

json_t *row_of_fact(const ogbv_fact *fact, const char *lang)
{
    const struct common common = {
        .id = ogbv_fact_id(fact), .label = ogbv_fact_label(fact, lang),
        .key = "kind", .kind = ogbv_name(OGBV_NAMES_FACT_TYPE, ogbv_fact_type(fact)),
        .concepts = json_array(),
    };
    json_t *row = row_of(&common), *values = json_array();
    for (size_t i = 0; i < ogbv_fact_value_count(fact); i++)
        push(values, ogbv_fact_value_id(fact, i));
    json_object_set_new(row, "values", values);
    json_object_set_new(row, "scope", text(ogbv_fact_of_act(fact) ? "act" : "case"));
    json_object_set_new(row, "sensitivity",
                        text(ogbv_name(OGBV_NAMES_SENSITIVITY, ogbv_fact_sensitivity(fact))));
    json_object_set_new(row, "open_norm", json_boolean(ogbv_fact_open_norm(fact)));
    json_object_set_new(row, "question", text(ogbv_fact_question(fact, lang)));
    return row;
}

/* ---- instruments and coverage ------------------------------------------------------------ */

static int is_mapped(const ogbv_concept *concept_, const ogbv_instrument *instrument)
{
    for (size_t i = 0; i < ogbv_concept_mapping_count(concept_); i++)
        if (ogbv_concept_mapping_to(concept_, i) == instrument)
            return 1;
    return 0;
}

json_t *row_of_instrument(const ogbv_db *db, const ogbv_instrument *instrument, const char *lang)
{
    const struct common common = {
        .id = ogbv_instrument_id(instrument), .label = ogbv_instrument_label(instrument, lang),
        .key = "kind", .kind = ogbv_instrument_kind(instrument), .concepts = json_array(),
    };
    for (size_t i = 0; i < ogbv_concept_count(db); i++)
        if (is_mapped(ogbv_concept_at(db, i), instrument))
            push(common.concepts, ogbv_concept_id(ogbv_concept_at(db, i)));
    return row_of(&common);
}

json_t *row_of_coverage(const ogbv_jurisdiction *j, const ogbv_concept *concept_,
                        const char *lang)
{
    const char *looked;
    int32_t status = ogbv_jurisdiction_coverage(j, concept_, &looked);
    const struct common common = {
        .id = ogbv_concept_id(concept_), .label = ogbv_concept_label(concept_, lang),
        .jurisdiction = ogbv_jurisdiction_id(j),
        .key = "kind", .kind = ogbv_name(OGBV_NAMES_COVERAGE, status), .concepts = json_array(),
    };
    push(common.concepts, ogbv_concept_id(concept_));
    json_t *row = row_of(&common);
    json_object_set_new(row, "looked", text(looked));
    return row;
}
