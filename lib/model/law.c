/* SPDX-License-Identifier: MIT */
/* What it is for: public getters of jurisdictions and rules.
 * What it must not know: anything that is not in the structs.
 * Invariant: a getter never fails; misuse gives NULL, 0 or "". */
#include "base/text.h"
#include "model/model.h"

size_t ogbv_jurisdiction_count(const ogbv_db *db)
{
    return db ? db->n_jurisdictions : 0;
}

const ogbv_jurisdiction *ogbv_jurisdiction_at(const ogbv_db *db, size_t i)
{
    return db && i < db->n_jurisdictions ? db->jurisdictions[i] : NULL;
}

const ogbv_jurisdiction *ogbv_jurisdiction_find(const ogbv_db *db, const char *id)
{
    return db && id ? ogbv__map_get(&db->jurisdiction_ids, id) : NULL;
}

const char *ogbv_jurisdiction_id(const ogbv_jurisdiction *jurisdiction)
{
    return jurisdiction ? jurisdiction->id : "";
}

const char *ogbv_jurisdiction_label(const ogbv_jurisdiction *jurisdiction, const char *lang)
{
    return jurisdiction ? ogbv__texts_in(&jurisdiction->label, lang) : "";
}

const ogbv_jurisdiction *ogbv_jurisdiction_parent(const ogbv_jurisdiction *jurisdiction)
{
    return jurisdiction ? jurisdiction->parent : NULL;
}

const ogbv_jurisdiction *ogbv_jurisdiction_within(const ogbv_jurisdiction *jurisdiction)
{
    return jurisdiction ? jurisdiction->within : NULL;
}

const char *ogbv_jurisdiction_kind(const ogbv_jurisdiction *jurisdiction)
{
    if (!jurisdiction)
        return "";
    if (jurisdiction->union_)
        return "union";
    return jurisdiction->parent_ref || jurisdiction->within_ref ? "part" : "state";
}

const char *ogbv_jurisdiction_as_of(const ogbv_jurisdiction *jurisdiction)
{
    return jurisdiction ? jurisdiction->as_of : "";
}

int32_t ogbv_jurisdiction_coverage(const ogbv_jurisdiction *jurisdiction,
                                   const ogbv_concept *concept_, const char **looked)
{
    while (jurisdiction && jurisdiction->within)    /* a part without law of its own: its whole's */
        jurisdiction = jurisdiction->within;
    int usable = jurisdiction && concept_ && concept_->family && jurisdiction->coverage;
    if (looked)
        *looked = usable ? jurisdiction->looked[concept_->index] : NULL;
    return usable ? jurisdiction->coverage[concept_->index] : OGBV_NOT_ENCODED;
}

/* ---- rules ------------------------------------------------------------------------------- */

size_t ogbv_rule_count(const ogbv_db *db, int32_t kind)
{
    return db && kind >= OGBV_OFFENCE && kind <= OGBV_TERM ? db->n_rules[kind] : 0;
}

const ogbv_rule *ogbv_rule_at(const ogbv_db *db, int32_t kind, size_t i)
{
    return i < ogbv_rule_count(db, kind) ? db->rules[kind][i] : NULL;
}

const ogbv_rule *ogbv_rule_find(const ogbv_db *db, const char *id)
{
    return db && id ? ogbv__map_get(&db->rule_ids, id) : NULL;
}

const char *ogbv_rule_id(const ogbv_rule *rule)
{
    return rule ? rule->id : "";
}

int32_t ogbv_rule_kind(const ogbv_rule *rule)
{
    return rule ? rule->kind : -1;
}

int32_t ogbv_rule_class(const ogbv_rule *rule)
{
    return rule ? rule->class_ : -1;
}

int32_t ogbv_rule_remedy_kind(const ogbv_rule *rule)
{
    return rule ? rule->remedy_kind : -1;
}

const ogbv_jurisdiction *ogbv_rule_jurisdiction(const ogbv_rule *rule)
{
    return rule ? rule->jurisdiction : NULL;
}

const char *ogbv_rule_label(const ogbv_rule *rule, const char *lang)
{
    return rule ? ogbv__texts_in(&rule->label, lang) : "";
}

const char *ogbv_rule_plain(const ogbv_rule *rule, const char *lang)
{
    return rule ? ogbv__texts_in(&rule->plain, lang) : "";
}

const char *ogbv_rule_citation(const ogbv_rule *rule)
{
    return rule && rule->cite.text ? rule->cite.text : "";
}

const char *ogbv_rule_url(const ogbv_rule *rule)
{
    return rule && rule->cite.source ? rule->cite.source->url : "";
}

int32_t ogbv_rule_verified(const ogbv_rule *rule)
{
    return rule ? rule->verified : OGBV_REMEMBERED;
}

size_t ogbv_rule_concept_count(const ogbv_rule *rule)
{
    return rule ? rule->n_concepts : 0;
}

const ogbv_concept *ogbv_rule_concept_at(const ogbv_rule *rule, size_t i)
{
    return i < ogbv_rule_concept_count(rule) ? rule->concepts[i] : NULL;
}

const char *ogbv_rule_adopted(const ogbv_rule *rule)
{
    return rule ? rule->adopted : NULL;
}

const char *ogbv_rule_due(const ogbv_rule *rule)
{
    return rule ? rule->due : NULL;
}

size_t ogbv_rule_version_count(const ogbv_rule *rule)
{
    return rule ? rule->n_versions : 0;
}

const char *ogbv_rule_version_from(const ogbv_rule *rule, size_t i)
{
    return i < ogbv_rule_version_count(rule) ? rule->versions[i].from_text : NULL;
}

const char *ogbv_rule_version_to(const ogbv_rule *rule, size_t i)
{
    return i < ogbv_rule_version_count(rule) ? rule->versions[i].to_text : NULL;
}

static const struct ogbv__penalty *latest_penalty(const ogbv_rule *rule)
{
    for (size_t i = ogbv_rule_version_count(rule); i-- > 0;)
        if (rule->versions[i].has_penalty)
            return &rule->versions[i].penalty;
    return NULL;
}

const char *ogbv_rule_penalty(const ogbv_rule *rule, const char *lang)
{
    const struct ogbv__penalty *penalty = latest_penalty(rule);
    return penalty ? ogbv__texts_in(&penalty->text, lang) : "";
}

int32_t ogbv_rule_max_months(const ogbv_rule *rule)
{
    const struct ogbv__penalty *penalty = latest_penalty(rule);
    return penalty ? penalty->max_months : -1;
}
