/* SPDX-License-Identifier: MIT */
/**
 * @file assess.h
 * @brief From a case to a result: findings with their reasons, missing facts, deadlines.
 *
 * A result is immutable; any number of threads may read it. Everything reached from it is borrowed
 * and lives as long as it. It holds a reference on the db; its memory is wiped before it is freed.
 * Getters cannot fail (see db.h). A reader treats a constant it does not know as "undetermined".
 * doc/semantics.md says what each status means.
 */
#ifndef OGBV_ASSESS_H
#define OGBV_ASSESS_H

#include <ogbv/case.h>

OGBV_BEGIN_DECLS

/** An answer. */
typedef struct ogbv_result ogbv_result;
/** What was found of one rule or concept. */
typedef struct ogbv_finding ogbv_finding;
/** A node of the reasons: an element, an exception, an aggravation, or a condition inside. */
typedef struct ogbv_reason ogbv_reason;
/** A deadline that was computed. */
typedef struct ogbv_due ogbv_due;
/** A fact that is missing, with what it would decide. */
typedef struct ogbv_need ogbv_need;

/** Truth of a condition. */
enum { OGBV_NO, OGBV_UNKNOWN, OGBV_YES };

/** Statuses of findings. Offences, baselines and concepts use the first six, remedies the rest;
 *  reasons use the first three, exceptions and deadlines their own. */
enum {
    OGBV_MET, OGBV_NOT_MET, OGBV_UNDETERMINED, OGBV_DEFEATED, OGBV_INAPPLICABLE, OGBV_NOT_IN_FORCE,
    OGBV_AVAILABLE, OGBV_UNAVAILABLE, OGBV_EXPIRED,
    OGBV_ESTABLISHED, OGBV_EXCEPTION_OPEN, OGBV_EXCLUDED
};

/** Why a finding is undetermined. */
enum {
    OGBV_WHY_FACT,          /**< facts are missing */
    OGBV_WHY_OPEN_NORM,     /**< only a judgment decides */
    OGBV_WHY_UNSETTLED,     /**< the law is open on a point */
    OGBV_WHY_START_UNKNOWN, /**< whether the text had commenced is not known */
    OGBV_WHY_SPANS_CHANGE,  /**< the conduct spans a change of the law */
    OGBV_WHY_DATE,          /**< a date is missing or not exact enough */
    OGBV_WHY_BURDEN         /**< an exception is open that has to be disproved */
};

/** States of a version of a rule. */
enum {
    OGBV_IN_FORCE, OGBV_ENDED, OGBV_FUTURE, OGBV_ENACTED, OGBV_SUSPENDED, OGBV_STRUCK_DOWN,
    OGBV_START_UNKNOWN
};

/** What kind of finding. */
enum { OGBV_FINDING_OFFENCE, OGBV_FINDING_BASELINE, OGBV_FINDING_REMEDY, OGBV_FINDING_CONCEPT };

/** What kind of reason. */
enum {
    OGBV_REASON_ELEMENT, OGBV_REASON_UNLESS, OGBV_REASON_INAPPLICABLE, OGBV_REASON_AGGRAVATION,
    OGBV_REASON_CONDITION
};

/** What a reason is made of. */
enum {
    OGBV_OP_ALL, OGBV_OP_ANY, OGBV_OP_NOT, OGBV_OP_AT_LEAST, OGBV_OP_FACT, OGBV_OP_UNSETTLED,
    OGBV_OP_FINDING
};

/** Who has to prove or disprove an exception. */
enum { OGBV_BURDEN_DEFENDANT, OGBV_BURDEN_RAISED, OGBV_BURDEN_PROSECUTION };

/** Whether facts show a connection with a jurisdiction, or it was only asked for. */
enum { OGBV_ASSERTED, OGBV_CONNECTED };

/** Whose deadline it is. */
enum { OGBV_FOR_APPLICANT, OGBV_FOR_PROSECUTOR, OGBV_FOR_COURT, OGBV_FOR_PLATFORM };
/** What missing it means. */
enum { OGBV_BARS, OGBV_EXTENDABLE, OGBV_TARGET };
/** How it stands on the day of assessment. */
enum { OGBV_OPEN, OGBV_DUE_TODAY, OGBV_DUE_EXPIRED, OGBV_DUE_UNDETERMINED };

/**
 * Assesses a case against the law of its jurisdictions.
 * @param c    [in] its day of assessment must be set
 * @param out  [out] the result, one reference, the caller's to drop
 * @return OGBV_OK; OGBV_ERR_CONFLICT (facts contradict each other; ogbv_error_fact() names one, the
 *         message all); OGBV_ERR_FACT (facts of an act set on the case although there are several
 *         acts); OGBV_ERR_INVALID (NULL, or no day of assessment); OGBV_ERR_NOMEM
 * Threads: any number may assess cases of one db at a time.
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_assess(const ogbv_case *c, ogbv_result **out,
                                                 ogbv_error **error);

/** Takes a reference; returns its argument. NULL is allowed. Any thread. @since 1.0 */
OGBV_API ogbv_result *ogbv_result_ref(ogbv_result *result);
/** Drops a reference; wipes and frees with the last. NULL is allowed. Any thread. @since 1.0 */
OGBV_API void ogbv_result_unref(ogbv_result *result);

/**
 * Writes the result as JSON, by the contract of doc/result-format.md: the same result gives the
 * same bytes everywhere.
 * @param lang  [in] may be NULL
 * @return OGBV_OK, OGBV_ERR_IO (write stopped it), OGBV_ERR_NOMEM, OGBV_ERR_INVALID
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_result_write_json(const ogbv_result *result,
                                                            const char *lang, ogbv_write_fn write,
                                                            void *payload, ogbv_error **error);

/**
 * Writes the result as plain text for people; arguments as above.
 * @return OGBV_OK, OGBV_ERR_IO (write stopped it), OGBV_ERR_NOMEM, OGBV_ERR_INVALID
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_result_write_text(const ogbv_result *result,
                                                            const char *lang, ogbv_write_fn write,
                                                            void *payload, ogbv_error **error);

/** The day of assessment. @since 1.0 */
OGBV_API const char *ogbv_result_on(const ogbv_result *result);
/** OGBV_ON_FROM_CASE ... @since 1.0 */
OGBV_API int32_t ogbv_result_on_from(const ogbv_result *result);
/** 1 when the day of assessment is after the day up to which some law used was looked at.
 *  @since 1.0 */
OGBV_API int32_t ogbv_result_beyond_data(const ogbv_result *result);

/** Number of jurisdictions: as asked, then those added. @since 1.0 */
OGBV_API size_t ogbv_result_jurisdiction_count(const ogbv_result *result);
/** The id of one. @since 1.0 */
OGBV_API const char *ogbv_result_jurisdiction_id(const ogbv_result *result, size_t i);
/** 1 when it was asked for, 0 when added as a parent or union. @since 1.0 */
OGBV_API int32_t ogbv_result_jurisdiction_asked(const ogbv_result *result, size_t i);
/** OGBV_ASSERTED or OGBV_CONNECTED. @since 1.0 */
OGBV_API int32_t ogbv_result_jurisdiction_connection(const ogbv_result *result, size_t i);

/** Number of safety messages. @since 1.0 */
OGBV_API size_t ogbv_result_safety_count(const ogbv_result *result);
/** Code of one. @since 1.0 */
OGBV_API const char *ogbv_result_safety_code(const ogbv_result *result, size_t i);
/** Text of one. @since 1.0 */
OGBV_API const char *ogbv_result_safety_text(const ogbv_result *result, size_t i, const char *lang);

/** Number of facts that follow from others by a constraint. @since 1.0 */
OGBV_API size_t ogbv_result_derived_count(const ogbv_result *result);
/** One of them. @since 1.0 */
OGBV_API const ogbv_fact *ogbv_result_derived_at(const ogbv_result *result, size_t i);

/** Number of findings of a kind (OGBV_FINDING_OFFENCE ...). @since 1.0 */
OGBV_API size_t ogbv_finding_count(const ogbv_result *result, int32_t kind);
/** A finding: jurisdictions as asked, then the order of the law; NULL out of range. @since 1.0 */
OGBV_API const ogbv_finding *ogbv_finding_at(const ogbv_result *result, int32_t kind, size_t i);
/** The finding of a rule or concept by id; NULL when the result has none. @since 1.0 */
OGBV_API const ogbv_finding *ogbv_finding_find(const ogbv_result *result, const char *id);
/** The id of its rule or concept. @since 1.0 */
OGBV_API const char *ogbv_finding_id(const ogbv_finding *finding);
/** Its rule; NULL for a concept. @since 1.0 */
OGBV_API const ogbv_rule *ogbv_finding_rule(const ogbv_finding *finding);
/** Its concept; NULL for a rule. @since 1.0 */
OGBV_API const ogbv_concept *ogbv_finding_concept(const ogbv_finding *finding);
/** OGBV_MET ... @since 1.0 */
OGBV_API int32_t ogbv_finding_status(const ogbv_finding *finding);
/** The strict value: burdens ignored, every unknown kept. @since 1.0 */
OGBV_API int32_t ogbv_finding_strict(const ogbv_finding *finding);
/** 1 when met while an exception is open. @since 1.0 */
OGBV_API int32_t ogbv_finding_contestable(const ogbv_finding *finding);
/** 1 when undetermined and all that is unknown is an open norm or unsettled. @since 1.0 */
OGBV_API int32_t ogbv_finding_arguable(const ogbv_finding *finding);
/** 1 when a given OGBV_WHY_... is among the reasons for being undetermined. @since 1.0 */
OGBV_API int32_t ogbv_finding_has_why(const ogbv_finding *finding, int32_t why);
/** The weakest citation that the status rests on: OGBV_PRIMARY ... @since 1.0 */
OGBV_API int32_t ogbv_finding_verified(const ogbv_finding *finding);
/** State of the version used: OGBV_IN_FORCE ..., -1 when none. @since 1.0 */
OGBV_API int32_t ogbv_finding_version_state(const ogbv_finding *finding);
/** Its first day; NULL when not stated. @since 1.0 */
OGBV_API const char *ogbv_finding_version_from(const ogbv_finding *finding);
/** Its last day; NULL when open. @since 1.0 */
OGBV_API const char *ogbv_finding_version_to(const ogbv_finding *finding);
/** The penalty of that version in words; "" when none is stated. @since 1.0 */
OGBV_API const char *ogbv_finding_penalty(const ogbv_finding *finding, const char *lang);
/** Its maximum in months; -1 when none is stated; INT32_MAX for life. @since 1.0 */
OGBV_API int32_t ogbv_finding_max_months(const ogbv_finding *finding);
/** Of a remedy: the day that chose its version; NULL for others. @since 1.0 */
OGBV_API const char *ogbv_finding_filed(const ogbv_finding *finding);
/** 1 when nothing was filed yet, so that day is the day of assessment. @since 1.0 */
OGBV_API int32_t ogbv_finding_filed_assumed(const ogbv_finding *finding);
/** Number of acts it was judged for. @since 1.0 */
OGBV_API size_t ogbv_finding_act_count(const ogbv_finding *finding);
/** The caller's name of an act; "" for the implicit act. @since 1.0 */
OGBV_API const char *ogbv_finding_act_id(const ogbv_finding *finding, size_t i);
/** Status for that act. @since 1.0 */
OGBV_API int32_t ogbv_finding_act_status(const ogbv_finding *finding, size_t i);
/** Number of missing facts. @since 1.0 */
OGBV_API size_t ogbv_finding_missing_count(const ogbv_finding *finding);
/** A missing fact, in the order of the dictionary. @since 1.0 */
OGBV_API const ogbv_fact *ogbv_finding_missing_at(const ogbv_finding *finding, size_t i);
/** Number of facts that feed only open exceptions. @since 1.0 */
OGBV_API size_t ogbv_finding_contest_count(const ogbv_finding *finding);
/** One of them. @since 1.0 */
OGBV_API const ogbv_fact *ogbv_finding_contest_at(const ogbv_finding *finding, size_t i);
/** Number of reasons of a kind: elements (OGBV_REASON_ELEMENT), exceptions (OGBV_REASON_UNLESS,
 *  which also counts OGBV_REASON_INAPPLICABLE), aggravations. @since 1.0 */
OGBV_API size_t ogbv_finding_reason_count(const ogbv_finding *finding, int32_t kind);
/** One of them. @since 1.0 */
OGBV_API const ogbv_reason *ogbv_finding_reason_at(const ogbv_finding *finding, int32_t kind,
                                                   size_t i);
/** Number of deadlines. @since 1.0 */
OGBV_API size_t ogbv_finding_due_count(const ogbv_finding *finding);
/** One of them. @since 1.0 */
OGBV_API const ogbv_due *ogbv_finding_due_at(const ogbv_finding *finding, size_t i);
/** Number of findings that a remedy rests on. @since 1.0 */
OGBV_API size_t ogbv_finding_rests_on_count(const ogbv_finding *finding);
/** The id of a rule or concept it rests on. @since 1.0 */
OGBV_API const char *ogbv_finding_rests_on(const ogbv_finding *finding, size_t i);

/** Its id within the rule: "share", or "share.1" for a condition inside. @since 1.0 */
OGBV_API const char *ogbv_reason_id(const ogbv_reason *reason);
/** OGBV_REASON_ELEMENT ... @since 1.0 */
OGBV_API int32_t ogbv_reason_kind(const ogbv_reason *reason);
/** What it says. @since 1.0 */
OGBV_API const char *ogbv_reason_label(const ogbv_reason *reason, const char *lang);
/** Where the law says so. @since 1.0 */
OGBV_API const char *ogbv_reason_citation(const ogbv_reason *reason);
/** OGBV_MET, OGBV_NOT_MET, OGBV_UNDETERMINED; for exceptions OGBV_ESTABLISHED, OGBV_EXCEPTION_OPEN,
 *  OGBV_EXCLUDED. @since 1.0 */
OGBV_API int32_t ogbv_reason_status(const ogbv_reason *reason);
/** OGBV_OP_ALL ... @since 1.0 */
OGBV_API int32_t ogbv_reason_op(const ogbv_reason *reason);
/** OGBV_BURDEN_DEFENDANT ... for an `unless`, else -1. @since 1.0 */
OGBV_API int32_t ogbv_reason_burden(const ogbv_reason *reason);
/** The rule that replaces this one when an `inapplicable` holds; NULL when none. @since 1.0 */
OGBV_API const ogbv_rule *ogbv_reason_replaced_by(const ogbv_reason *reason);
/** Maximum in months of an aggravation; -1 when none; INT32_MAX for life. @since 1.0 */
OGBV_API int32_t ogbv_reason_max_months(const ogbv_reason *reason);
/** Number of facts it tests itself. @since 1.0 */
OGBV_API size_t ogbv_reason_fact_count(const ogbv_reason *reason);
/** One of them. @since 1.0 */
OGBV_API const ogbv_fact *ogbv_reason_fact_at(const ogbv_reason *reason, size_t i);
/** Number of reasons inside. @since 1.0 */
OGBV_API size_t ogbv_reason_child_count(const ogbv_reason *reason);
/** One of them. @since 1.0 */
OGBV_API const ogbv_reason *ogbv_reason_child_at(const ogbv_reason *reason, size_t i);

/** Its id within the rule. @since 1.0 */
OGBV_API const char *ogbv_due_id(const ogbv_due *due);
/** The act it is counted for; "" for the implicit act. @since 1.0 */
OGBV_API const char *ogbv_due_act(const ogbv_due *due);
/** What it is. @since 1.0 */
OGBV_API const char *ogbv_due_label(const ogbv_due *due, const char *lang);
/** Where the law says so. @since 1.0 */
OGBV_API const char *ogbv_due_citation(const ogbv_due *due);
/** OGBV_FOR_APPLICANT ... @since 1.0 */
OGBV_API int32_t ogbv_due_for(const ogbv_due *due);
/** OGBV_BARS ... @since 1.0 */
OGBV_API int32_t ogbv_due_effect(const ogbv_due *due);
/** OGBV_OPEN ... @since 1.0 */
OGBV_API int32_t ogbv_due_status(const ogbv_due *due);
/** The last day, "2027-02-12"; the earliest possible one while not certain; NULL when not known.
 *  @since 1.0 */
OGBV_API const char *ogbv_due_date(const ogbv_due *due);
/** For clocks in hours, the instant with offset; else NULL. @since 1.0 */
OGBV_API const char *ogbv_due_at(const ogbv_due *due);
/** 1 when nothing about the date is uncertain. @since 1.0 */
OGBV_API int32_t ogbv_due_certain(const ogbv_due *due);
/** The computation in words. @since 1.0 */
OGBV_API const char *ogbv_due_computation(const ogbv_due *due);
/** Number of facts missing for it. @since 1.0 */
OGBV_API size_t ogbv_due_missing_count(const ogbv_due *due);
/** One of them. @since 1.0 */
OGBV_API const ogbv_fact *ogbv_due_missing_at(const ogbv_due *due, size_t i);

/** Number of missing facts of the whole result that are worth asking, by rank: safety first, then
 *  how many findings they decide, then lower sensitivity, then id. @since 1.0 */
OGBV_API size_t ogbv_need_count(const ogbv_result *result);
/** One of them. @since 1.0 */
OGBV_API const ogbv_need *ogbv_need_at(const ogbv_result *result, size_t i);
/** Number of facts that feed only open exceptions, ranked alike. @since 1.0 */
OGBV_API size_t ogbv_need_contest_count(const ogbv_result *result);
/** One of them. @since 1.0 */
OGBV_API const ogbv_need *ogbv_need_contest_at(const ogbv_result *result, size_t i);
/** The fact. @since 1.0 */
OGBV_API const ogbv_fact *ogbv_need_fact(const ogbv_need *need);
/** Number of findings that it could decide. @since 1.0 */
OGBV_API int32_t ogbv_need_decides(const ogbv_need *need);

OGBV_END_DECLS

#endif
