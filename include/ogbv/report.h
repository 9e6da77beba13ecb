/* SPDX-License-Identifier: MIT */
/**
 * @file report.h
 * @brief The data as a whole: every definition compared, and what should be looked at.
 *
 * A report is immutable once made; any number of threads may read it. Everything reached from it is
 * borrowed and lives as long as it. Getters cannot fail (see db.h).
 */
#ifndef OGBV_REPORT_H
#define OGBV_REPORT_H

#include <ogbv/compare.h>

OGBV_BEGIN_DECLS

/** Everything a db holds, compared on a day. */
typedef struct ogbv_report ogbv_report;
/** Something in the data that a person should look at. It need not be a fault. */
typedef struct ogbv_remark ogbv_remark;

/** Kinds of remarks; their names are of the vocabulary OGBV_NAMES_REMARK. */
enum {
    OGBV_REMARK_NEVER_MET,      /**< no case meets the rule */
    OGBV_REMARK_NEVER_IN_SCOPE, /**< no case of the rule lies in the scope of its concept */
    OGBV_REMARK_SUBSUMED,       /**< every case of the rule is one of another rule of the same
                                 *   jurisdiction, class and concept */
    OGBV_REMARK_UNUSED_FACT,    /**< no rule uses the fact */
    OGBV_REMARK_TERM_DIFFERS    /**< terms of the same name that mean different things */
};

/**
 * Compares the definitions of every concept in all jurisdictions held, and with the core, and looks
 * for remarks. It holds a reference on the db.
 * @param on      [in] the day, "2026-11-21"
 * @param class_  the class of rules to compare: OGBV_CRIMINAL ...; remarks are about all
 * @param skip    parts of the comparisons to leave out: see ogbv_comparison_skip()
 * @param out     [out] one reference, the caller's to drop
 * @return OGBV_OK, OGBV_ERR_INVALID (no day, no such class), OGBV_ERR_NOMEM
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_report_new(ogbv_db *db, const char *on, int32_t class_,
                                                     int32_t skip, ogbv_report **out,
                                                     ogbv_error **error);
/** Takes a reference; returns its argument. NULL is allowed. Any thread. @since 1.0 */
OGBV_API ogbv_report *ogbv_report_ref(ogbv_report *report);
/** Drops a reference. NULL is allowed. Any thread. @since 1.0 */
OGBV_API void ogbv_report_unref(ogbv_report *report);

/** Number of comparisons: one for each concept, in the order of the taxonomy. @since 1.0 */
OGBV_API size_t ogbv_report_comparison_count(const ogbv_report *report);
/** One of them. Its definitions are all jurisdictions that have law of their own, by id, and the
 *  core last. @since 1.0 */
OGBV_API const ogbv_comparison *ogbv_report_comparison_at(const ogbv_report *report, size_t i);

/** Number of remarks. @since 1.0 */
OGBV_API size_t ogbv_report_remark_count(const ogbv_report *report);
/** One of them, by kind, then in the order of the data. @since 1.0 */
OGBV_API const ogbv_remark *ogbv_report_remark_at(const ogbv_report *report, size_t i);
/** OGBV_REMARK_NEVER_MET ... @since 1.0 */
OGBV_API int32_t ogbv_remark_kind(const ogbv_remark *remark);
/** The rule or term it is about; NULL for a fact. @since 1.0 */
OGBV_API const ogbv_rule *ogbv_remark_rule(const ogbv_remark *remark);
/** The other rule or term; NULL when there is none. @since 1.0 */
OGBV_API const ogbv_rule *ogbv_remark_other(const ogbv_remark *remark);
/** The concept it is about; NULL when it is about none. @since 1.0 */
OGBV_API const ogbv_concept *ogbv_remark_concept(const ogbv_remark *remark);
/** The fact it is about; NULL when it is about a rule. @since 1.0 */
OGBV_API const ogbv_fact *ogbv_remark_fact(const ogbv_remark *remark);
/** How the rule relates to the other: OGBV_EQUAL ...; OGBV_UNDECIDED without another. @since 1.0 */
OGBV_API int32_t ogbv_remark_relation(const ogbv_remark *remark);
/** For terms, facts under which only one side holds (0: the rule, 1: the other); NULL when there
 *  are none. It is not a whole case. @since 1.0 */
OGBV_API const ogbv_case *ogbv_remark_case(const ogbv_remark *remark, int32_t side);

/**
 * Can a rule be met at all? Looks for a case with the strict value yes under the text in force.
 * @param rule    [in] id of an offence, baseline, remedy or term
 * @param on      [in] the day, "2026-11-21"
 * @param answer  [out] OGBV_SEARCH_FOUND; OGBV_SEARCH_NONE (also when no text is in force);
 *                OGBV_SEARCH_UNDECIDED (the budget was not enough, or something that is not a fact
 *                decides: an unsettled point, for remedies a finding)
 * @return OGBV_OK, OGBV_ERR_NOT_FOUND (no such rule), OGBV_ERR_INVALID (no day), OGBV_ERR_NOMEM
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_rule_can_be_met(ogbv_db *db, const char *rule,
                                                          const char *on, int32_t *answer,
                                                          ogbv_error **error);

/**
 * Writes the report as JSON, by doc/compare.md: the same bytes everywhere.
 * @param lang  [in] may be NULL
 * @return OGBV_OK, OGBV_ERR_IO (write stopped it), OGBV_ERR_NOMEM, OGBV_ERR_INVALID
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_report_write_json(const ogbv_report *report,
                                                            const char *lang, ogbv_write_fn write,
                                                            void *payload, ogbv_error **error);
/**
 * Writes the report as plain text for people; arguments as above.
 * @return OGBV_OK, OGBV_ERR_IO (write stopped it), OGBV_ERR_NOMEM, OGBV_ERR_INVALID
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_report_write_text(const ogbv_report *report,
                                                            const char *lang, ogbv_write_fn write,
                                                            void *payload, ogbv_error **error);
/**
 * Writes the report as CSV, a row for each thing it says; arguments as above.
 * @return OGBV_OK, OGBV_ERR_IO (write stopped it), OGBV_ERR_NOMEM, OGBV_ERR_INVALID
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_report_write_csv(const ogbv_report *report,
                                                           const char *lang, ogbv_write_fn write,
                                                           void *payload, ogbv_error **error);
/**
 * Writes the report as one HTML page that needs nothing beside itself; arguments as above.
 * @return OGBV_OK, OGBV_ERR_IO (write stopped it), OGBV_ERR_NOMEM, OGBV_ERR_INVALID
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_report_write_html(const ogbv_report *report,
                                                            const char *lang, ogbv_write_fn write,
                                                            void *payload, ogbv_error **error);

/**
 * Writes what the columns of the CSV of comparisons and reports mean, as CSV.
 * @return OGBV_OK, OGBV_ERR_IO (write stopped it), OGBV_ERR_INVALID
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_db_write_codebook(const ogbv_db *db, ogbv_write_fn write,
                                                            void *payload, ogbv_error **error);

/**
 * Writes the taxonomy as SKOS (RDF/XML): concepts, families, names in every language, mappings.
 * @return OGBV_OK, OGBV_ERR_IO (write stopped it), OGBV_ERR_INVALID
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_db_write_skos(const ogbv_db *db, ogbv_write_fn write,
                                                        void *payload, ogbv_error **error);

OGBV_END_DECLS

#endif
