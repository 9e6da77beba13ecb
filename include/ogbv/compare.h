/* SPDX-License-Identifier: MIT */
/**
 * @file compare.h
 * @brief Exact comparison of definitions, each difference shown by a case; dual criminality.
 *
 * A definition is what a key says of a concept: "ie" (on the day of the comparison),
 * "ie@2020-01-01" (on another day), or "core" (the taxonomy's own). It covers a case when the case
 * lies in the concept's scope and some rule of the class that is in force has the strict value
 * yes. Elements that only found a court's power, places, complaints and time limits are left out.
 * doc/compare.md says what is claimed and what is not.
 *
 * A comparison is filled by one thread: new, then set and add, then run. After run it is immutable
 * and any number of threads may read it. Everything reached from it is borrowed and lives as long
 * as it. Getters cannot fail (see db.h).
 */
#ifndef OGBV_COMPARE_H
#define OGBV_COMPARE_H

#include <ogbv/assess.h>

OGBV_BEGIN_DECLS

/** A comparison of definitions of one concept. */
typedef struct ogbv_comparison ogbv_comparison;
/** Two of its definitions. */
typedef struct ogbv_pair ogbv_pair;
/** Something that definitions may require: a test of a fact. */
typedef struct ogbv_atom ogbv_atom;

/** How one definition relates to another. */
enum {
    OGBV_EQUAL,             /**< the same cases */
    OGBV_NARROWER,          /**< every case of a is a case of b, and not the other way round */
    OGBV_BROADER,           /**< the other way round */
    OGBV_OVERLAPPING,       /**< some cases in common, each has cases of its own */
    OGBV_DISJOINT,          /**< no case in common */
    OGBV_UNDECIDED          /**< the node budget was not enough, or an unsettled point decides */
};

/** Outcome of the search for a case that only one side covers. */
enum { OGBV_SEARCH_FOUND, OGBV_SEARCH_NONE, OGBV_SEARCH_UNDECIDED };

/** What a key stands for. */
enum {
    OGBV_DEFINED, OGBV_DEF_NONE_FOUND, OGBV_DEF_NOT_ENCODED, OGBV_DEF_NOT_IN_FORCE,
    OGBV_DEF_SUSPENDED, OGBV_DEF_START_UNKNOWN
};

/** What a definition does with an atom. */
enum {
    OGBV_ATOM_REQUIRED,          /**< the definition implies it */
    OGBV_ATOM_EXCLUDED,          /**< the definition implies its contrary */
    OGBV_ATOM_OPEN,         /**< it matters in some cases */
    OGBV_ATOM_IRRELEVANT         /**< no two cases that differ only there are judged differently */
};

/**
 * Begins a comparison. It holds a reference on the db.
 * @param concept_  [in] id of a concept
 * @param on        [in] the day, "2026-11-21"
 * @param out       [out] one reference, the caller's to drop
 * @return OGBV_OK, OGBV_ERR_NOT_FOUND (no such concept), OGBV_ERR_INVALID (no day), OGBV_ERR_NOMEM
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_comparison_new(ogbv_db *db, const char *concept_,
                                                         const char *on, ogbv_comparison **out,
                                                         ogbv_error **error);
/** Takes a reference; returns its argument. NULL is allowed. Any thread. @since 1.0 */
OGBV_API ogbv_comparison *ogbv_comparison_ref(ogbv_comparison *comparison);
/** Drops a reference. NULL is allowed. Any thread. @since 1.0 */
OGBV_API void ogbv_comparison_unref(ogbv_comparison *comparison);

/**
 * Chooses the class of rules: OGBV_CRIMINAL (the default) ...
 * @return OGBV_OK, OGBV_ERR_INVALID (no such class, or already run)
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_comparison_set_class(ogbv_comparison *comparison,
                                                               int32_t class_, ogbv_error **error);

/**
 * Adds a definition. Without any, all jurisdictions held that define the concept are compared.
 * @param key  [in] "ie", "ie@2020-01-01", "eu", "core"
 * @return OGBV_OK, OGBV_ERR_INVALID (no key, or already run), OGBV_ERR_NOMEM
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_comparison_add(ogbv_comparison *comparison,
                                                         const char *key, ogbv_error **error);

/**
 * Compares each definition with one baseline instead of each with each.
 * @param key  [in] "core", "eu", or any other key
 * @return as ogbv_comparison_add()
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_comparison_set_baseline(ogbv_comparison *comparison,
                                                                  const char *key,
                                                                  ogbv_error **error);

/**
 * Limits the work: nodes a search may visit (the answer is then "undecided"), and nodes that the
 * search for a nearest case may visit (its case is then not called minimal). 0 keeps the default.
 * @return OGBV_OK, OGBV_ERR_INVALID (already run)
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_comparison_set_budget(ogbv_comparison *comparison,
                                                                uint64_t nodes, uint64_t nearest,
                                                                ogbv_error **error);

/**
 * Leaves out parts of the work: what is 1 for the cases, 2 for the element view.
 * @return OGBV_OK, OGBV_ERR_INVALID (already run)
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_comparison_skip(ogbv_comparison *comparison,
                                                          int32_t what, ogbv_error **error);

/**
 * Compares. Every case that is returned was assessed again by the engine.
 * @return OGBV_OK, OGBV_ERR_INVALID (already run), OGBV_ERR_NOMEM
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_comparison_run(ogbv_comparison *comparison,
                                                         ogbv_error **error);

/** The concept. @since 1.0 */
OGBV_API const ogbv_concept *ogbv_comparison_concept(const ogbv_comparison *comparison);
/** The class. @since 1.0 */
OGBV_API int32_t ogbv_comparison_class(const ogbv_comparison *comparison);
/** The day. @since 1.0 */
OGBV_API const char *ogbv_comparison_on(const ogbv_comparison *comparison);

/** Number of definitions, the baseline last. @since 1.0 */
OGBV_API size_t ogbv_definition_count(const ogbv_comparison *comparison);
/** Key of one. @since 1.0 */
OGBV_API const char *ogbv_definition_key(const ogbv_comparison *comparison, size_t i);
/** Its jurisdiction; NULL for the core and where no law is held. @since 1.0 */
OGBV_API const ogbv_jurisdiction *ogbv_definition_jurisdiction(const ogbv_comparison *comparison,
                                                               size_t i);
/** Its day. @since 1.0 */
OGBV_API const char *ogbv_definition_on(const ogbv_comparison *comparison, size_t i);
/** OGBV_DEFINED ... @since 1.0 */
OGBV_API int32_t ogbv_definition_status(const ogbv_comparison *comparison, size_t i);
/** Whether it covers the typical case of the concept: OGBV_NO, OGBV_UNKNOWN (the case leaves open
 *  an element that decides, or the law is unsettled), OGBV_YES (exceptions that the case leaves
 *  open aside). @since 1.0 */
OGBV_API int32_t ogbv_definition_typical(const ogbv_comparison *comparison, size_t i);
/** Number of rules that make it up. @since 1.0 */
OGBV_API size_t ogbv_definition_rule_count(const ogbv_comparison *comparison, size_t i);
/** One of them. @since 1.0 */
OGBV_API const ogbv_rule *ogbv_definition_rule_at(const ogbv_comparison *comparison, size_t i,
                                                  size_t k);

/** Number of pairs, among the definitions that are defined. @since 1.0 */
OGBV_API size_t ogbv_pair_count(const ogbv_comparison *comparison);
/** One of them. @since 1.0 */
OGBV_API const ogbv_pair *ogbv_pair_at(const ogbv_comparison *comparison, size_t i);
/** Index of a side's definition; side is 0 (a) or 1 (b). @since 1.0 */
OGBV_API size_t ogbv_pair_definition(const ogbv_pair *pair, int32_t side);
/** OGBV_EQUAL ... @since 1.0 */
OGBV_API int32_t ogbv_pair_relation(const ogbv_pair *pair);
/** Whether a case was found that only a side covers: OGBV_SEARCH_FOUND ... @since 1.0 */
OGBV_API int32_t ogbv_pair_search(const ogbv_pair *pair, int32_t side);
/** 1 when no case with fewer facts that differ from the core case would do. @since 1.0 */
OGBV_API int32_t ogbv_pair_minimal(const ogbv_pair *pair, int32_t side);
/** The case that only a side covers; NULL when none was found or cases were skipped. @since 1.0 */
OGBV_API const ogbv_case *ogbv_pair_case(const ogbv_pair *pair, int32_t side);
/** Number of facts in which that case differs from the core case. @since 1.0 */
OGBV_API size_t ogbv_pair_differs_count(const ogbv_pair *pair, int32_t side);
/** One of them. @since 1.0 */
OGBV_API const ogbv_fact *ogbv_pair_differs_at(const ogbv_pair *pair, int32_t side, size_t i);
/** Number of open norms that the pair speaks of: they compare by name. @since 1.0 */
OGBV_API size_t ogbv_pair_open_norm_count(const ogbv_pair *pair);
/** One of them. @since 1.0 */
OGBV_API const ogbv_fact *ogbv_pair_open_norm_at(const ogbv_pair *pair, size_t i);
/** Number of unsettled points that the pair speaks of. @since 1.0 */
OGBV_API size_t ogbv_pair_unsettled_count(const ogbv_pair *pair);
/** The id of one, as "rule#point". @since 1.0 */
OGBV_API const char *ogbv_pair_unsettled_at(const ogbv_pair *pair, size_t i);

/** Number of atoms of the element view. @since 1.0 */
OGBV_API size_t ogbv_atom_count(const ogbv_comparison *comparison);
/** One of them. @since 1.0 */
OGBV_API const ogbv_atom *ogbv_atom_at(const ogbv_comparison *comparison, size_t i);
/** The fact it tests. @since 1.0 */
OGBV_API const ogbv_fact *ogbv_atom_fact(const ogbv_atom *atom);
/** "is", "in", "min", "max", "range", "within" (place), "difference". @since 1.0 */
OGBV_API const char *ogbv_atom_op(const ogbv_atom *atom);
/** What it is tested against, as text: "yes", "reckless knew intended", "18". @since 1.0 */
OGBV_API const char *ogbv_atom_value(const ogbv_atom *atom);
/** What it says. @since 1.0 */
OGBV_API const char *ogbv_atom_label(const ogbv_atom *atom, const char *lang);
/** What definition i does with it: OGBV_ATOM_REQUIRED ...; -1 when that is not defined. @since 1.0
 * */
OGBV_API int32_t ogbv_atom_state(const ogbv_atom *atom, size_t i);
/** Where definition i speaks of it; "" where it does not. @since 1.0 */
OGBV_API const char *ogbv_atom_citation(const ogbv_atom *atom, size_t i);

/**
 * Writes the comparison as JSON, by the contract of doc/compare.md: the same bytes everywhere.
 * @param lang  [in] may be NULL
 * @return OGBV_OK, OGBV_ERR_IO (write stopped it), OGBV_ERR_NOMEM, OGBV_ERR_INVALID (not run)
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_comparison_write_json(const ogbv_comparison *comparison,
                                                                const char *lang,
                                                                ogbv_write_fn write, void *payload,
                                                                ogbv_error **error);
/**
 * Writes the comparison as plain text for people; arguments as above.
 * @return OGBV_OK, OGBV_ERR_IO (write stopped it), OGBV_ERR_NOMEM, OGBV_ERR_INVALID (not run)
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_comparison_write_text(const ogbv_comparison *comparison,
                                                                const char *lang,
                                                                ogbv_write_fn write, void *payload,
                                                                ogbv_error **error);
/**
 * Writes the comparison as CSV, a row for each thing it says; ogbv_db_write_codebook() says what
 * the columns mean. Arguments as above.
 * @return OGBV_OK, OGBV_ERR_IO (write stopped it), OGBV_ERR_NOMEM, OGBV_ERR_INVALID (not run)
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_comparison_write_csv(const ogbv_comparison *comparison,
                                                               const char *lang,
                                                               ogbv_write_fn write, void *payload,
                                                               ogbv_error **error);

/**
 * In which jurisdictions held do the facts of a case make out a criminal offence of a concept?
 * Elements that only found a court's power are left out; everything else is as in an assessment, by
 * strict value.
 * @param c         [in] its day of assessment must be set; its jurisdictions do not matter
 * @param concept_  [in] id of a concept
 * @param out       [out] a result that holds, for each jurisdiction held, the findings of its
 *                  criminal offences of that concept; the caller's to drop
 * @return as ogbv_assess(); OGBV_ERR_NOT_FOUND (no such concept)
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_dual_criminality(const ogbv_case *c,
                                                           const char *concept_,
                                                           ogbv_result **out, ogbv_error **error);

/**
 * Writes such a result by jurisdiction, as JSON: strict, the highest maximum, offences.
 * @param concept_  [in] the same concept
 * @param lang      [in] may be NULL
 * @return OGBV_OK, OGBV_ERR_NOT_FOUND (no such concept), OGBV_ERR_IO (write stopped it),
 *         OGBV_ERR_INVALID
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_dual_criminality_write_json(const ogbv_result *result,
                                                                      const char *concept_,
                                                                      const char *lang,
                                                                      ogbv_write_fn write,
                                                                      void *payload,
                                                                      ogbv_error **error);
/**
 * Writes such a result as plain text for people; arguments as above.
 * @return OGBV_OK, OGBV_ERR_NOT_FOUND (no such concept), OGBV_ERR_IO (write stopped it),
 *         OGBV_ERR_INVALID
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_dual_criminality_write_text(const ogbv_result *result,
                                                                      const char *concept_,
                                                                      const char *lang,
                                                                      ogbv_write_fn write,
                                                                      void *payload,
                                                                      ogbv_error **error);

OGBV_END_DECLS

#endif
