/* SPDX-License-Identifier: MIT */
/* Working memory of an evaluation: the facts as they follow from a case, the planes of each act,
 * and a verdict for each rule. Sized once for a db; wiped when freed. */
#ifndef OGBV_ENGINE_WORK_H
#define OGBV_ENGINE_WORK_H

#include "model/case.h"
#include "model/gates.h"

/* What was decided of one rule for one act. */
struct ogbv__verdict {
    uint8_t status, strict, contestable, arguable;
    uint8_t unclear_version;    /* several texts are possible, or none */
    uint8_t why;                /* bits 1 << OGBV_WHY_... */
    int8_t state;               /* of the version: OGBV_IN_FORCE ...; -1 when several */
    const struct ogbv__version *version;    /* the text explained; NULL: none */
};

/* The days that may choose the version of a rule. */
struct ogbv__span {
    int64_t lo, hi;
    int32_t why;            /* when several texts lie in it: OGBV_WHY_DATE or _SPANS_CHANGE */
    uint32_t roles;         /* bits of the roles whose facts would make it exact */
};

/* One act. */
struct ogbv__run {
    struct ogbv__value *values;     /* facts of the act */
    struct ogbv__value *common;     /* facts of the case; the same array when the act is implicit */
    struct ogbv__span spans[OGBV__BY_DECISION + 1];     /* by the date that chooses */
    uint8_t *planes;
    struct ogbv__verdict *verdicts; /* by rule->number */
    const char *act;                /* the caller's name; "" when implicit */
};

struct ogbv__work {
    const struct ogbv_db *db;
    const struct ogbv__gates *gates;
    struct ogbv__arena arena;       /* wiped */
    size_t n_runs, n_nodes, n_words;
    struct ogbv__run *runs;
    struct ogbv__value *common;
    uint64_t *reach;                /* by node: the rules of a batch that wait for it */
    uint32_t *touched, n_touched;   /* the nodes among them that are no gates */
    uint32_t lowest, highest;       /* the gates among them; none when lowest > highest */
    uint32_t roles[64];             /* by rule of a batch: bits of the date roles it waits for */
    const struct ogbv_case *c;
    int64_t on;
    const uint8_t *included;        /* by rule->number; NULL: all */
};

/* Makes the memory for cases with up to n_runs acts. 0 without memory (nothing is left to free). */
int ogbv__work_init(struct ogbv__work *work, const struct ogbv_db *db,
                    const struct ogbv__gates *gates, size_t n_runs);
void ogbv__work_free(struct ogbv__work *work);

/* Takes the facts of a case, and what follows from them. */
ogbv_status ogbv__work_take(struct ogbv__work *work, const struct ogbv_case *c, ogbv_error **error);

/* The value of a fact for an act. */
static inline const struct ogbv__value *ogbv__fact_in(const struct ogbv__run *run,
                                                      const struct ogbv_fact *fact)
{
    return &(fact->act ? run->values : run->common)[fact->index];
}

static inline ogbv__trit ogbv__ref_value(const struct ogbv__run *run, uint32_t ref)
{
    return ogbv__trit_of(run->planes[ref], run->planes[ref ^ 1]);
}

/* Stage one: spans, atoms and the gates that need no findings. Stage two: the others; before it,
 * the planes of the findings are set. */
void ogbv__run_facts(const struct ogbv__work *work, struct ogbv__run *run);
void ogbv__run_findings(const struct ogbv__work *work, struct ogbv__run *run);
void ogbv__set_node(struct ogbv__run *run, uint32_t node, ogbv__trit value);

/* ---- time -------------------------------------------------------------------------------- */

/* Finds the spans of an act from its facts. */
void ogbv__set_spans(const struct ogbv__work *work, struct ogbv__run *run);

static inline const struct ogbv__span *ogbv__span_of(const struct ogbv__run *run, int32_t by)
{
    return &run->spans[by];
}

/* Where the milder later law applies to a rule: the days after the span, up to the assessment. 0
 * when there are none. */
int ogbv__later_span(const struct ogbv__work *work, const struct ogbv_rule *rule,
                     const struct ogbv__span *span, struct ogbv__span *later);

/* Whether a text that is or may be law has days in the span. */
int ogbv__is_candidate(const struct ogbv__version *version, const struct ogbv__span *span);

/* Whether some day of the span has no text in force. */
int ogbv__has_gap(const struct ogbv_rule *rule, const struct ogbv__span *span);
/* Whether some day of it has no text that is or may be law. */
int ogbv__has_hole(const struct ogbv_rule *rule, const struct ogbv__span *span);

/* When there is no candidate: the text to name (may be NULL), and its state as seen from it. */
const struct ogbv__version *ogbv__nearest_version(const struct ogbv_rule *rule,
                                                  const struct ogbv__span *span, int8_t *state);

/* ---- verdicts ---------------------------------------------------------------------------- */

/* Judges one rule for one act. */
void ogbv__judge(const struct ogbv__work *work, struct ogbv__run *run,
                 const struct ogbv_rule *rule);

/* Whether an unless that is unknown has to be excluded before the rule is met. */
int ogbv__unless_blocks(const struct ogbv__run *run, const struct ogbv__part *part);

/* What remedies ask: sets the planes of all findings for an act. */
void ogbv__set_findings(const struct ogbv__work *work, struct ogbv__run *run);
int ogbv__finding_matches(const struct ogbv__work *work, const struct ogbv__finding_ref *finding,
                          const struct ogbv_rule *rule);

/* ---- missing facts ----------------------------------------------------------------------- */

enum { OGBV__BATCH = 64 };

/* For up to 64 rules and one act: the facts that each waits for, as bit sets of n_words words each
 * (or'ed into what is there), and, in verdicts of undetermined rules, why and arguable. */
void ogbv__missing(struct ogbv__work *work, struct ogbv__run *run,
                   const struct ogbv_rule *const *rules, size_t n, uint64_t *sets);

/* The same for the facts that feed only the open exceptions of rules that are met. */
void ogbv__contest(struct ogbv__work *work, struct ogbv__run *run,
                   const struct ogbv_rule *const *rules, size_t n, uint64_t *sets);

/* The facts that a condition waits for. */
void ogbv__missing_of_ref(struct ogbv__work *work, struct ogbv__run *run, uint32_t ref,
                          uint64_t *set);

#endif
