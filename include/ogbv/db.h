/* SPDX-License-Identifier: MIT */
/**
 * @file db.h
 * @brief The db: immutable law. Everything reached from it is borrowed and lives as long as it.
 *
 * Any number of threads may share a db. Getters cannot fail: on NULL or an index out of range they
 * return NULL, 0 or "".
 *
 * Texts exist in several languages. A getter that takes `lang` (BCP 47, such as "fr-CA") returns
 * the text in that language, else in its main language ("fr"), else in English, else the first;
 * NULL means English.
 */
#ifndef OGBV_DB_H
#define OGBV_DB_H

#include <ogbv/load.h>

OGBV_BEGIN_DECLS

/** Takes a reference; returns its argument. NULL is allowed. Any thread. @since 1.0 */
OGBV_API ogbv_db *ogbv_db_ref(ogbv_db *db);

/** Drops a reference. NULL is allowed. Any thread. @since 1.0 */
OGBV_API void ogbv_db_unref(ogbv_db *db);

/** The date version of the data, such as "2026.11". @since 1.0 */
OGBV_API const char *ogbv_db_release(const ogbv_db *db);

/** The notice that belongs with every answer. @since 1.0 */
OGBV_API const char *ogbv_db_notice(const ogbv_db *db, const char *lang);

/** Vocabularies of named constants; see ogbv_name(). */
enum {
    OGBV_NAMES_STATUS,          /**< OGBV_MET ... */
    OGBV_NAMES_TRUTH,           /**< OGBV_NO, OGBV_UNKNOWN, OGBV_YES */
    OGBV_NAMES_WHY,             /**< OGBV_WHY_FACT ... */
    OGBV_NAMES_RULE_KIND,       /**< OGBV_OFFENCE ... */
    OGBV_NAMES_CLASS,           /**< OGBV_CRIMINAL ... */
    OGBV_NAMES_REMEDY_KIND,     /**< OGBV_REMEDY_CRIMINAL ... */
    OGBV_NAMES_SEEN,            /**< OGBV_PRIMARY ... */
    OGBV_NAMES_FACT_TYPE,       /**< OGBV_BOOLEAN ... */
    OGBV_NAMES_SENSITIVITY,     /**< OGBV_LOW ... */
    OGBV_NAMES_VERSION_STATE,   /**< OGBV_IN_FORCE ... */
    OGBV_NAMES_OP,              /**< OGBV_OP_ALL ... */
    OGBV_NAMES_REASON_KIND,     /**< OGBV_REASON_ELEMENT ... */
    OGBV_NAMES_BURDEN,          /**< OGBV_BURDEN_DEFENDANT ... */
    OGBV_NAMES_COVERAGE,        /**< OGBV_ENCODED ... */
    OGBV_NAMES_CONNECTION,      /**< OGBV_ASSERTED, OGBV_CONNECTED */
    OGBV_NAMES_DUE_FOR,         /**< OGBV_FOR_APPLICANT ... */
    OGBV_NAMES_DUE_EFFECT,      /**< OGBV_BARS ... */
    OGBV_NAMES_DUE_STATUS,      /**< OGBV_OPEN ... */
    OGBV_NAMES_ON_FROM,         /**< OGBV_ON_FROM_CASE ... */
    OGBV_NAMES_RELATION,        /**< OGBV_EQUAL ... */
    OGBV_NAMES_SEARCH,          /**< OGBV_SEARCH_FOUND ... */
    OGBV_NAMES_DEFINITION,      /**< OGBV_DEFINED ... */
    OGBV_NAMES_ATOM_STATE,      /**< OGBV_ATOM_REQUIRED ... */
    OGBV_NAMES_REMARK           /**< OGBV_REMARK_NEVER_MET ... */
};

/**
 * The stable name of a constant, as it stands in the data and in JSON: ogbv_name(OGBV_NAMES_STATUS,
 * OGBV_NOT_MET) is "not-met".
 * @return a static string; NULL for a value that the vocabulary does not have, so a loop from 0 up
 *         finds all
 * @since 1.0
 */
OGBV_API const char *ogbv_name(int32_t vocabulary, int32_t value);

OGBV_END_DECLS

#endif
