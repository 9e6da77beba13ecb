/* SPDX-License-Identifier: MIT */
/**
 * @file taxonomy.h
 * @brief Concepts of the harmonized taxonomy, the dictionary of facts, instruments. See db.h for
 * lifetimes, threads and languages.
 */
#ifndef OGBV_TAXONOMY_H
#define OGBV_TAXONOMY_H

#include <ogbv/db.h>

OGBV_BEGIN_DECLS

/** A concept, or a family of concepts. Borrowed from its db. */
typedef struct ogbv_concept ogbv_concept;
/** A fact that can be known of a case. Borrowed from its db. */
typedef struct ogbv_fact ogbv_fact;
/** A treaty, directive or glossary that concepts are mapped to. Borrowed from its db. */
typedef struct ogbv_instrument ogbv_instrument;

/** Types of facts. */
enum {
    OGBV_BOOLEAN,
    OGBV_CHOICE,    /**< values that exclude each other */
    OGBV_LEVEL,     /**< values in ascending order */
    OGBV_INTEGER,
    OGBV_DATE,
    OGBV_DATETIME,
    OGBV_PLACE      /**< ISO 3166 code */
};

/** How private a question is. */
enum { OGBV_LOW, OGBV_MEDIUM, OGBV_HIGH };

/** Number of concepts, families not counted. @since 1.0 */
OGBV_API size_t ogbv_concept_count(const ogbv_db *db);
/** A concept by index, in the order of the taxonomy. @since 1.0 */
OGBV_API const ogbv_concept *ogbv_concept_at(const ogbv_db *db, size_t i);
/** A concept or a family by id; NULL when there is none. @since 1.0 */
OGBV_API const ogbv_concept *ogbv_concept_find(const ogbv_db *db, const char *id);
/** A concept by what people also call it ("cyberstalking"), in small letters or capital; NULL when
 * no concept is called that. @since 1.0 */
OGBV_API const ogbv_concept *ogbv_concept_called(const ogbv_db *db, const char *name);
/** Its id: "ogbv.img.dissem". @since 1.0 */
OGBV_API const char *ogbv_concept_id(const ogbv_concept *concept_);
/** Its name. @since 1.0 */
OGBV_API const char *ogbv_concept_label(const ogbv_concept *concept_, const char *lang);
/** What it means. @since 1.0 */
OGBV_API const char *ogbv_concept_definition(const ogbv_concept *concept_, const char *lang);
/** The family it belongs to; NULL for a family. @since 1.0 */
OGBV_API const ogbv_concept *ogbv_concept_family(const ogbv_concept *concept_);
/** Number of other names. @since 1.0 */
OGBV_API size_t ogbv_concept_alias_count(const ogbv_concept *concept_);
/** Another name, such as "revenge porn". @since 1.0 */
OGBV_API const char *ogbv_concept_alias(const ogbv_concept *concept_, size_t i);
/** Why that name is better avoided; NULL when it is not. @since 1.0 */
OGBV_API const char *ogbv_concept_alias_discouraged(const ogbv_concept *concept_, size_t i);
/** Number of mappings to instruments. @since 1.0 */
OGBV_API size_t ogbv_concept_mapping_count(const ogbv_concept *concept_);
/** The instrument of a mapping. @since 1.0 */
OGBV_API const ogbv_instrument *ogbv_concept_mapping_to(const ogbv_concept *concept_, size_t i);
/** The place in that instrument; "" when there is none. @since 1.0 */
OGBV_API const char *ogbv_concept_mapping_at(const ogbv_concept *concept_, size_t i);
/** "exact", "close", "broad" (the instrument's notion is broader), "narrow", "related", "none".
 *  @since 1.0 */
OGBV_API const char *ogbv_concept_mapping_relation(const ogbv_concept *concept_, size_t i);

/** Number of families. @since 1.0 */
OGBV_API size_t ogbv_family_count(const ogbv_db *db);
/** A family by index, in the order of the taxonomy. @since 1.0 */
OGBV_API const ogbv_concept *ogbv_family_at(const ogbv_db *db, size_t i);

/** Number of facts. @since 1.0 */
OGBV_API size_t ogbv_fact_count(const ogbv_db *db);
/** A fact by index, in the order of the dictionary. @since 1.0 */
OGBV_API const ogbv_fact *ogbv_fact_at(const ogbv_db *db, size_t i);
/** A fact by id; NULL when there is none. @since 1.0 */
OGBV_API const ogbv_fact *ogbv_fact_find(const ogbv_db *db, const char *id);
/** The known fact whose id is nearest to a misspelt one; NULL when none is near. @since 1.0 */
OGBV_API const ogbv_fact *ogbv_fact_nearest(const ogbv_db *db, const char *id);
/** Its id: "share.done". @since 1.0 */
OGBV_API const char *ogbv_fact_id(const ogbv_fact *fact);
/** OGBV_BOOLEAN ... @since 1.0 */
OGBV_API int32_t ogbv_fact_type(const ogbv_fact *fact);
/** 1 when each act has its own, 0 when it belongs to the case. @since 1.0 */
OGBV_API int32_t ogbv_fact_of_act(const ogbv_fact *fact);
/** A short statement: "the material was shared". @since 1.0 */
OGBV_API const char *ogbv_fact_label(const ogbv_fact *fact, const char *lang);
/** The question to ask. "I don't know" is always an answer. @since 1.0 */
OGBV_API const char *ogbv_fact_question(const ogbv_fact *fact, const char *lang);
/** Why it is asked. @since 1.0 */
OGBV_API const char *ogbv_fact_why(const ogbv_fact *fact, const char *lang);
/** OGBV_LOW ... @since 1.0 */
OGBV_API int32_t ogbv_fact_sensitivity(const ogbv_fact *fact);
/** 1 when only a judgment decides it. @since 1.0 */
OGBV_API int32_t ogbv_fact_open_norm(const ogbv_fact *fact);
/** 1 when it is asked before everything else. @since 1.0 */
OGBV_API int32_t ogbv_fact_safety(const ogbv_fact *fact);
/** Unit of an integer, for people; "" when none is stated. @since 1.0 */
OGBV_API const char *ogbv_fact_unit(const ogbv_fact *fact);
/** Least value of an integer. @since 1.0 */
OGBV_API int64_t ogbv_fact_min(const ogbv_fact *fact);
/** Greatest value of an integer. @since 1.0 */
OGBV_API int64_t ogbv_fact_max(const ogbv_fact *fact);
/** Number of values of a choice or level. @since 1.0 */
OGBV_API size_t ogbv_fact_value_count(const ogbv_fact *fact);
/** The id of a value. @since 1.0 */
OGBV_API const char *ogbv_fact_value_id(const ogbv_fact *fact, size_t i);
/** Its text. @since 1.0 */
OGBV_API const char *ogbv_fact_value_label(const ogbv_fact *fact, size_t i, const char *lang);

/** Number of instruments. @since 1.0 */
OGBV_API size_t ogbv_instrument_count(const ogbv_db *db);
/** An instrument by index, in the order of ids. @since 1.0 */
OGBV_API const ogbv_instrument *ogbv_instrument_at(const ogbv_db *db, size_t i);
/** An instrument by id; NULL when there is none. @since 1.0 */
OGBV_API const ogbv_instrument *ogbv_instrument_find(const ogbv_db *db, const char *id);
/** Its id: "istanbul". @since 1.0 */
OGBV_API const char *ogbv_instrument_id(const ogbv_instrument *instrument);
/** Its name. @since 1.0 */
OGBV_API const char *ogbv_instrument_label(const ogbv_instrument *instrument, const char *lang);
/** "treaty", "directive", "regulation", "soft-law", "statistics", "glossary". @since 1.0 */
OGBV_API const char *ogbv_instrument_kind(const ogbv_instrument *instrument);
/** Number of states and unions of which it is known whether it binds them. @since 1.0 */
OGBV_API size_t ogbv_instrument_party_count(const ogbv_instrument *instrument);
/** One of them: "ie"; its law need not be held. "" out of range. @since 1.0 */
OGBV_API const char *ogbv_instrument_party_jurisdiction(const ogbv_instrument *instrument,
                                                        size_t i);
/** "in-force", "signed", "withdrawn", "not-bound", "invited"; "" out of range. @since 1.0 */
OGBV_API const char *ogbv_instrument_party_state(const ogbv_instrument *instrument, size_t i);
/** The day since when; NULL when it is not known. @since 1.0 */
OGBV_API const char *ogbv_instrument_party_from(const ogbv_instrument *instrument, size_t i);
/** How this was seen: OGBV_PRIMARY ... @since 1.0 */
OGBV_API int32_t ogbv_instrument_party_seen(const ogbv_instrument *instrument, size_t i);

OGBV_END_DECLS

#endif
