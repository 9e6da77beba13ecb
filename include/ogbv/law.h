/* SPDX-License-Identifier: MIT */
/**
 * @file law.h
 * @brief Jurisdictions and rules: offences, remedies, baselines, terms. See db.h for lifetimes,
 * threads and languages.
 */
#ifndef OGBV_LAW_H
#define OGBV_LAW_H

#include <ogbv/taxonomy.h>

OGBV_BEGIN_DECLS

/** A jurisdiction whose law is held. Borrowed from its db. */
typedef struct ogbv_jurisdiction ogbv_jurisdiction;
/** A rule: an offence, a remedy, a baseline or a term. Borrowed from its db. */
typedef struct ogbv_rule ogbv_rule;

/** Kinds of rules. */
enum {
    OGBV_OFFENCE,   /**< any wrong defined by elements */
    OGBV_BASELINE,  /**< a minimum that states owe; never a person's offence */
    OGBV_REMEDY,
    OGBV_TERM       /**< a notion that a law defines and rules reuse */
};

/** Classes of offences and baselines. */
enum { OGBV_CRIMINAL, OGBV_CIVIL, OGBV_CIVIL_PENALTY, OGBV_ADMINISTRATIVE };

/** Kinds of remedies. */
enum {
    OGBV_REMEDY_CRIMINAL, OGBV_REMEDY_CIVIL, OGBV_REMEDY_INTERIM, OGBV_REMEDY_ADMINISTRATIVE,
    OGBV_REMEDY_PLATFORM, OGBV_REMEDY_COMPENSATION, OGBV_REMEDY_RIGHTS, OGBV_REMEDY_SUPPORT,
    OGBV_REMEDY_RESTORATIVE
};

/** How a text was seen, from best to weakest. */
enum { OGBV_PRIMARY, OGBV_SECONDARY, OGBV_REMEMBERED };

/** What is known of a concept in a jurisdiction. */
enum {
    OGBV_NOT_ENCODED,   /**< nobody looked: silence is not "none" */
    OGBV_NONE_FOUND,    /**< looked for and not found */
    OGBV_ENCODED        /**< one or more rules */
};

/** Number of jurisdictions held. @since 1.0 */
OGBV_API size_t ogbv_jurisdiction_count(const ogbv_db *db);
/** A jurisdiction by index, in the order of ids. @since 1.0 */
OGBV_API const ogbv_jurisdiction *ogbv_jurisdiction_at(const ogbv_db *db, size_t i);
/** A jurisdiction by id; NULL when its law is not held. @since 1.0 */
OGBV_API const ogbv_jurisdiction *ogbv_jurisdiction_find(const ogbv_db *db, const char *id);
/** Its id: "gb-eaw". @since 1.0 */
OGBV_API const char *ogbv_jurisdiction_id(const ogbv_jurisdiction *jurisdiction);
/** Its name. @since 1.0 */
OGBV_API const char *ogbv_jurisdiction_label(const ogbv_jurisdiction *jurisdiction,
                                             const char *lang);
/** The jurisdiction whose rules apply here too; NULL when none. @since 1.0 */
OGBV_API const ogbv_jurisdiction *ogbv_jurisdiction_parent(const ogbv_jurisdiction *jurisdiction);
/** For a part without law of its own, the jurisdiction whose law it has; else NULL. @since 1.0 */
OGBV_API const ogbv_jurisdiction *ogbv_jurisdiction_within(const ogbv_jurisdiction *jurisdiction);
/** "state", "part" (of a state) or "union". @since 1.0 */
OGBV_API const char *ogbv_jurisdiction_kind(const ogbv_jurisdiction *jurisdiction);
/** The day up to which its law was looked at. @since 1.0 */
OGBV_API const char *ogbv_jurisdiction_as_of(const ogbv_jurisdiction *jurisdiction);
/** What is known of a concept there; looked (may be NULL) receives the day, or NULL. @since 1.0 */
OGBV_API int32_t ogbv_jurisdiction_coverage(const ogbv_jurisdiction *jurisdiction,
                                            const ogbv_concept *concept_, const char **looked);

/** Number of rules of a kind. @since 1.0 */
OGBV_API size_t ogbv_rule_count(const ogbv_db *db, int32_t kind);
/** A rule of a kind by index: jurisdictions by id, then the order of the law. @since 1.0 */
OGBV_API const ogbv_rule *ogbv_rule_at(const ogbv_db *db, int32_t kind, size_t i);
/** A rule of any kind by id; NULL when there is none. @since 1.0 */
OGBV_API const ogbv_rule *ogbv_rule_find(const ogbv_db *db, const char *id);
/** Its id: "gb-eaw.soa2003-66b-1". @since 1.0 */
OGBV_API const char *ogbv_rule_id(const ogbv_rule *rule);
/** OGBV_OFFENCE ... @since 1.0 */
OGBV_API int32_t ogbv_rule_kind(const ogbv_rule *rule);
/** OGBV_CRIMINAL ... for offences and baselines, else -1. @since 1.0 */
OGBV_API int32_t ogbv_rule_class(const ogbv_rule *rule);
/** OGBV_REMEDY_CRIMINAL ... for remedies, else -1. @since 1.0 */
OGBV_API int32_t ogbv_rule_remedy_kind(const ogbv_rule *rule);
/** Its jurisdiction. @since 1.0 */
OGBV_API const ogbv_jurisdiction *ogbv_rule_jurisdiction(const ogbv_rule *rule);
/** Its name. @since 1.0 */
OGBV_API const char *ogbv_rule_label(const ogbv_rule *rule, const char *lang);
/** One plain sentence; "" when there is none. @since 1.0 */
OGBV_API const char *ogbv_rule_plain(const ogbv_rule *rule, const char *lang);
/** Where it stands: "Sexual Offences Act 2003, s 66B(1)". @since 1.0 */
OGBV_API const char *ogbv_rule_citation(const ogbv_rule *rule);
/** Address of the text that was read; "" when none was. @since 1.0 */
OGBV_API const char *ogbv_rule_url(const ogbv_rule *rule);
/** The weakest of its citations: OGBV_PRIMARY ... @since 1.0 */
OGBV_API int32_t ogbv_rule_verified(const ogbv_rule *rule);
/** Number of concepts it belongs to. @since 1.0 */
OGBV_API size_t ogbv_rule_concept_count(const ogbv_rule *rule);
/** One of them. @since 1.0 */
OGBV_API const ogbv_concept *ogbv_rule_concept_at(const ogbv_rule *rule, size_t i);
/** Kinds of texts that rules carry; see ogbv_rule_text(). */
enum {
    OGBV_TEXT_NOTE, OGBV_TEXT_PROCEEDINGS, OGBV_TEXT_FORUM, OGBV_TEXT_STANDARD, OGBV_TEXT_HEAD,
    OGBV_TEXT_EVIDENCE, OGBV_TEXT_STEP,
    OGBV_TEXT_WARNING,          /**< what to mind before this remedy is sought */
    OGBV_TEXT_WARNING_CODE,     /**< the codes of these, in the same order */
    OGBV_TEXT_APPLICANT,        /**< who may apply: "person-harmed", "police" ... */
    OGBV_TEXT_RESPONDENT,       /**< against whom: "person-responsible", "platform" ... */
    OGBV_TEXT_SOURCE,           /**< title of the source */
    OGBV_TEXT_SOURCE_READ,      /**< day it was read; "" when it was not */
    OGBV_TEXT_SOURCE_SPEAKS_FOR,    /**< day whose text it shows; "" when not stated */
    OGBV_TEXT_SOURCE_COPY           /**< which copy was read; "" when not stated */
};

/** Number of texts of a kind. @since 1.0 */
OGBV_API size_t ogbv_rule_text_count(const ogbv_rule *rule, int32_t kind);
/** One of them; "" out of range. @since 1.0 */
OGBV_API const char *ogbv_rule_text(const ogbv_rule *rule, int32_t kind, size_t i,
                                    const char *lang);
/** How the source itself was seen: OGBV_PRIMARY ... @since 1.0 */
OGBV_API int32_t ogbv_rule_source_seen(const ogbv_rule *rule);
/** Of a remedy: 1 without notice to the other side, 0 with, -1 when not stated. @since 1.0 */
OGBV_API int32_t ogbv_rule_without_notice(const ogbv_rule *rule);
/** Of a remedy: 1 when a person should look at it before it is used. @since 1.0 */
OGBV_API int32_t ogbv_rule_review(const ogbv_rule *rule);

/** Of a baseline: the day on which it was adopted; NULL when not stated. @since 1.0 */
OGBV_API const char *ogbv_rule_adopted(const ogbv_rule *rule);
/** Of a baseline: the day by which states have to carry it out; NULL when not stated. @since 1.0 */
OGBV_API const char *ogbv_rule_due(const ogbv_rule *rule);

/** Number of its versions, oldest first. @since 1.0 */
OGBV_API size_t ogbv_rule_version_count(const ogbv_rule *rule);
/** First day of a version; NULL when not stated. @since 1.0 */
OGBV_API const char *ogbv_rule_version_from(const ogbv_rule *rule, size_t i);
/** Last day of a version; NULL when open. @since 1.0 */
OGBV_API const char *ogbv_rule_version_to(const ogbv_rule *rule, size_t i);
/** The heaviest penalty of the latest version in words; "" when none is stated. @since 1.0 */
OGBV_API const char *ogbv_rule_penalty(const ogbv_rule *rule, const char *lang);
/** Its maximum in months; -1 when none is stated; INT32_MAX for life. @since 1.0 */
OGBV_API int32_t ogbv_rule_max_months(const ogbv_rule *rule);

/**
 * Writes one rule, concept, fact or instrument in sentences, with citations, versions and sources.
 * @param id    [in] of a rule, term, concept, family, fact or instrument; or what a concept is
 *                   also called: "revenge porn"
 * @param lang  [in] may be NULL
 * @return OGBV_OK, OGBV_ERR_NOT_FOUND (ogbv_error_nearest() names an id that is near),
 *         OGBV_ERR_IO (write stopped it), OGBV_ERR_NOMEM, OGBV_ERR_INVALID
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_db_write_entry(const ogbv_db *db, const char *id,
                                                         const char *lang, ogbv_write_fn write,
                                                         void *payload, ogbv_error **error);

OGBV_END_DECLS

#endif
