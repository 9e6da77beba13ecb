/* SPDX-License-Identifier: MIT */
/* The structs of a result. Filled by assess, immutable afterwards; one wiped arena. */
#ifndef OGBV_ENGINE_RESULT_H
#define OGBV_ENGINE_RESULT_H

#include "engine/work.h"

struct ogbv_need {
    const struct ogbv_fact *fact;
    int32_t decides;
};

struct ogbv__fact_list {
    const struct ogbv_fact **at;
    size_t n;
};

struct ogbv_reason {
    const char *id;
    int32_t kind, status, op, burden, max_months;
    const struct ogbv__texts *label;
    const struct ogbv__cite *cite;      /* NULL: none of its own */
    const struct ogbv_rule *replaced_by;
    const struct ogbv_fact *facts[2];
    size_t n_facts;
    struct ogbv_reason *kids;
    size_t n_kids;
};

struct ogbv_due {
    const struct ogbv__deadline *deadline;
    int32_t status, certain, in_time;    /* in_time: surely not too late on the day that counts */
    const char *date, *at, *computation, *act;
    struct ogbv__fact_list missing;
};

struct ogbv__act_status {
    const char *act;
    int32_t status;
};

struct ogbv_finding {
    const struct ogbv_rule *rule;           /* the core, for a concept */
    const struct ogbv_concept *concept_;    /* NULL for rules */
    int32_t status, strict, contestable, arguable, verified;
    uint32_t why;
    int32_t state;
    const struct ogbv__version *version;
    struct ogbv__act_status *acts;
    size_t n_acts;
    struct ogbv_reason *elements, *exceptions, *aggravations;
    size_t n_elements, n_exceptions, n_aggravations;
    struct ogbv__fact_list missing, contest;
    struct ogbv_due *dues;
    size_t n_dues;
    const char **rests_on;
    size_t n_rests_on;
    int64_t filed;                          /* day that chose the version of a remedy */
    const char *filed_on;                   /* the same as text; NULL when not one day */
    int32_t filed_assumed;                  /* not filed yet: the day of assessment */
};

struct ogbv__result_jurisdiction {
    const char *id;
    const struct ogbv_jurisdiction *held;   /* NULL when its law is not held */
    int32_t asked, connection;
};

enum { OGBV__N_FINDING_KINDS = OGBV_FINDING_CONCEPT + 1 };

struct ogbv_result {
    ogbv_db *db;
    atomic_int refs;
    struct ogbv__arena arena;
    const char *on;
    int32_t on_from, beyond_data;
    struct ogbv__result_jurisdiction *jurisdictions;
    size_t n_jurisdictions;
    const struct ogbv__message **safety;
    size_t n_safety;
    struct ogbv_finding *findings[OGBV__N_FINDING_KINDS];
    size_t n_findings[OGBV__N_FINDING_KINDS];
    struct ogbv_need *needs, *contests;
    size_t n_needs, n_contests;
    struct ogbv__fact_list derived;
};

/* What building a result passes along. */
struct ogbv__build {
    struct ogbv__work *work;
    struct ogbv_result *result;
    struct ogbv__arena *arena;      /* the result's */
    uint8_t *included;              /* by rule->number */
    const uint8_t *wanted;          /* by rule->number: those to become findings; NULL: all */
    uint32_t *decides, *contests;   /* by fact index: findings that wait for it */
    uint64_t *sets;                 /* OGBV__BATCH sets of facts */
    uint64_t *waiting;              /* by rule->number: the facts that its acts wait for */
};

/* ogbv_assess() with other gates than the db's own: for asking whether tests notice a change. With
 * `wanted` (by rule->number; may be NULL) all rules are judged, but only those become findings. */
ogbv_status ogbv__assess_with(const struct ogbv_case *c, const struct ogbv__gates *gates,
                              const uint8_t *wanted, ogbv_result **out, ogbv_error **error);

/* The reasons of one version for one act. */
void ogbv__build_reasons(struct ogbv__build *b, struct ogbv_finding *finding,
                         const struct ogbv__run *run);

/* The deadlines of a finding's rule for one act; appended to those that are there. */
void ogbv__build_dues(struct ogbv__build *b, struct ogbv_finding *finding, struct ogbv__run *run);

/* The facts of a set, in the order of the dictionary. */
struct ogbv__fact_list ogbv__facts_of(struct ogbv__arena *arena, const struct ogbv_db *db,
                                      const uint64_t *set);

#endif
