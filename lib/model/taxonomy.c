/* SPDX-License-Identifier: MIT */
/* What it is for: public getters of concepts, facts and instruments.
 * What it must not know: anything that is not in the structs.
 * Invariant: a getter never fails; misuse gives NULL, 0 or "". */
#include "base/text.h"
#include "model/model.h"

size_t ogbv_concept_count(const ogbv_db *db)
{
    return db ? db->n_concepts : 0;
}

const ogbv_concept *ogbv_concept_at(const ogbv_db *db, size_t i)
{
    return db && i < db->n_concepts ? db->concepts[i] : NULL;
}

const ogbv_concept *ogbv_concept_find(const ogbv_db *db, const char *id)
{
    return db && id ? ogbv__map_get(&db->concept_ids, id) : NULL;
}

const ogbv_concept *ogbv_concept_called(const ogbv_db *db, const char *name)
{
    for (size_t i = 0; db && name && i < db->n_concepts; i++)
        for (size_t a = 0; a < db->concepts[i]->n_aliases; a++)
            if (ogbv__text_same_letters(db->concepts[i]->aliases[a].text, name))
                return db->concepts[i];
    return NULL;
}

const char *ogbv_concept_id(const ogbv_concept *concept_)
{
    return concept_ ? concept_->id : "";
}

const char *ogbv_concept_label(const ogbv_concept *concept_, const char *lang)
{
    return concept_ ? ogbv__texts_in(&concept_->label, lang) : "";
}

const char *ogbv_concept_definition(const ogbv_concept *concept_, const char *lang)
{
    return concept_ ? ogbv__texts_in(&concept_->definition, lang) : "";
}

const ogbv_concept *ogbv_concept_family(const ogbv_concept *concept_)
{
    return concept_ ? concept_->family : NULL;
}

size_t ogbv_concept_alias_count(const ogbv_concept *concept_)
{
    return concept_ ? concept_->n_aliases : 0;
}

const char *ogbv_concept_alias(const ogbv_concept *concept_, size_t i)
{
    return i < ogbv_concept_alias_count(concept_) ? concept_->aliases[i].text : "";
}

const char *ogbv_concept_alias_discouraged(const ogbv_concept *concept_, size_t i)
{
    return i < ogbv_concept_alias_count(concept_) ? concept_->aliases[i].discouraged : NULL;
}

size_t ogbv_concept_mapping_count(const ogbv_concept *concept_)
{
    return concept_ ? concept_->n_mappings : 0;
}

const ogbv_instrument *ogbv_concept_mapping_to(const ogbv_concept *concept_, size_t i)
{
    return i < ogbv_concept_mapping_count(concept_) ? concept_->mappings[i].to : NULL;
}

const char *ogbv_concept_mapping_at(const ogbv_concept *concept_, size_t i)
{
    return i < ogbv_concept_mapping_count(concept_) ? concept_->mappings[i].at : "";
}

const char *ogbv_concept_mapping_relation(const ogbv_concept *concept_, size_t i)
{
    return i < ogbv_concept_mapping_count(concept_) ? concept_->mappings[i].relation : "";
}

/* Concepts stand by family, so a family begins where it differs from the one before. */
static const ogbv_concept *family_at(const ogbv_db *db, size_t i, size_t *n)
{
    const ogbv_concept *last = NULL;
    *n = 0;
    for (size_t c = 0; c < ogbv_concept_count(db); c++) {
        if (db->concepts[c]->family == last)
            continue;
        last = db->concepts[c]->family;
        if ((*n)++ == i)
            return last;
    }
    return NULL;
}

size_t ogbv_family_count(const ogbv_db *db)
{
    size_t n;
    (void)family_at(db, SIZE_MAX, &n);
    return n;
}

const ogbv_concept *ogbv_family_at(const ogbv_db *db, size_t i)
{
    size_t n;
    return family_at(db, i, &n);
}

/* ---- facts ------------------------------------------------------------------------------- */

size_t ogbv_fact_count(const ogbv_db *db)
{
    return db ? db->n_facts : 0;
}

const ogbv_fact *ogbv_fact_at(const ogbv_db *db, size_t i)
{
    return db && i < db->n_facts ? db->facts[i] : NULL;
}

const ogbv_fact *ogbv_fact_find(const ogbv_db *db, const char *id)
{
    return db && id ? ogbv__map_get(&db->fact_ids, id) : NULL;
}

const ogbv_fact *ogbv_fact_nearest(const ogbv_db *db, const char *id)
{
    enum { NEAR = 4 };
    const ogbv_fact *best = NULL;
    int distance = NEAR + 1;
    for (size_t i = 0; db && id && i < db->n_facts; i++) {
        int d = ogbv__text_distance(id, db->facts[i]->id, NEAR);
        if (d < distance) {
            distance = d;
            best = db->facts[i];
        }
    }
    return best;
}

const char *ogbv_fact_id(const ogbv_fact *fact)
{
    return fact ? fact->id : "";
}

int32_t ogbv_fact_type(const ogbv_fact *fact)
{
    return fact ? fact->type : 0;
}

int32_t ogbv_fact_of_act(const ogbv_fact *fact)
{
    return fact ? fact->act : 0;
}

const char *ogbv_fact_label(const ogbv_fact *fact, const char *lang)
{
    return fact ? ogbv__texts_in(&fact->label, lang) : "";
}

const char *ogbv_fact_question(const ogbv_fact *fact, const char *lang)
{
    return fact ? ogbv__texts_in(&fact->question, lang) : "";
}

const char *ogbv_fact_why(const ogbv_fact *fact, const char *lang)
{
    return fact ? ogbv__texts_in(&fact->why, lang) : "";
}

int32_t ogbv_fact_sensitivity(const ogbv_fact *fact)
{
    return fact ? fact->sensitivity : 0;
}

int32_t ogbv_fact_open_norm(const ogbv_fact *fact)
{
    return fact ? fact->open_norm : 0;
}

int32_t ogbv_fact_safety(const ogbv_fact *fact)
{
    return fact ? fact->safety : 0;
}

const char *ogbv_fact_unit(const ogbv_fact *fact)
{
    return fact && fact->unit ? fact->unit : "";
}

int64_t ogbv_fact_min(const ogbv_fact *fact)
{
    return fact ? fact->min : 0;
}

int64_t ogbv_fact_max(const ogbv_fact *fact)
{
    return fact ? fact->max : 0;
}

size_t ogbv_fact_value_count(const ogbv_fact *fact)
{
    return fact ? fact->n_values : 0;
}

const char *ogbv_fact_value_id(const ogbv_fact *fact, size_t i)
{
    return i < ogbv_fact_value_count(fact) ? fact->values[i].id : "";
}

const char *ogbv_fact_value_label(const ogbv_fact *fact, size_t i, const char *lang)
{
    return i < ogbv_fact_value_count(fact) ? ogbv__texts_in(&fact->values[i].label, lang) : "";
}

/* ---- instruments ------------------------------------------------------------------------- */

size_t ogbv_instrument_count(const ogbv_db *db)
{
    return db ? db->n_instruments : 0;
}

const ogbv_instrument *ogbv_instrument_at(const ogbv_db *db, size_t i)
{
    return db && i < db->n_instruments ? db->instruments[i] : NULL;
}

const ogbv_instrument *ogbv_instrument_find(const ogbv_db *db, const char *id)
{
    return db && id ? ogbv__map_get(&db->instrument_ids, id) : NULL;
}

const char *ogbv_instrument_id(const ogbv_instrument *instrument)
{
    return instrument ? instrument->id : "";
}

const char *ogbv_instrument_label(const ogbv_instrument *instrument, const char *lang)
{
    return instrument ? ogbv__texts_in(&instrument->label, lang) : "";
}

const char *ogbv_instrument_kind(const ogbv_instrument *instrument)
{
    return instrument ? instrument->kind : "";
}

/* ---- their parties ----------------------------------------------------------------------- */

static const struct ogbv__party *party_at(const ogbv_instrument *instrument, size_t i)
{
    return instrument && i < instrument->n_parties ? &instrument->parties[i] : NULL;
}

size_t ogbv_instrument_party_count(const ogbv_instrument *instrument)
{
    return instrument ? instrument->n_parties : 0;
}

const char *ogbv_instrument_party_jurisdiction(const ogbv_instrument *instrument, size_t i)
{
    const struct ogbv__party *party = party_at(instrument, i);
    return party ? party->jurisdiction : "";
}

const char *ogbv_instrument_party_state(const ogbv_instrument *instrument, size_t i)
{
    const struct ogbv__party *party = party_at(instrument, i);
    return party ? party->state : "";
}

const char *ogbv_instrument_party_from(const ogbv_instrument *instrument, size_t i)
{
    const struct ogbv__party *party = party_at(instrument, i);
    return party ? party->from : NULL;
}

int32_t ogbv_instrument_party_seen(const ogbv_instrument *instrument, size_t i)
{
    const struct ogbv__party *party = party_at(instrument, i);
    return party ? party->seen : OGBV_REMEMBERED;
}
