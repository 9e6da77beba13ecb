/* SPDX-License-Identifier: MIT */
/* Every struct of the db. Written by lib/load while it builds, immutable afterwards; the engine and
 * the reports only read. All memory belongs to the db's arena. */
#ifndef OGBV_MODEL_MODEL_H
#define OGBV_MODEL_MODEL_H

#include "base/arena.h"
#include "base/map.h"
#include "core/context.h"
#include "model/value.h"

#include <ogbv/test.h>
#include <stdatomic.h>

/* Days before and after every real one: "no first day stated", "open". */
#define OGBV__DAY_MIN INT64_MIN
#define OGBV__DAY_MAX INT64_MAX

struct ogbv__where {
    const char *file;
    int32_t line;
};

/* One text in several languages. */
struct ogbv__text {
    const char *lang;
    const char *text;
};

struct ogbv__texts {
    struct ogbv__text *at;
    size_t n;
};

struct ogbv__source {
    struct ogbv__where where;
    const char *id, *kind, *title;
    const char *copy, *url, *read, *speaks_for; /* "" when not stated */
    int32_t seen;
    int32_t named_in_at;                    /* pinpoints name it: the title is not repeated */
};

/* A citation: a source, a pinpoint in it, and how that was seen. */
struct ogbv__cite {
    const struct ogbv__source *source;
    const char *at;         /* "" when none of its own */
    const char *text;       /* for people: "Sexual Offences Act 2003, s 66B(1)" */
    int32_t seen;
};

/* ---- conditions -------------------------------------------------------------------------- */

enum {
    OGBV__ALL, OGBV__ANY, OGBV__NOT, OGBV__AT_LEAST,
    OGBV__TEST,         /* a test of facts: an atom */
    OGBV__REF,          /* a term or rule that must be fulfilled */
    OGBV__FINDING,      /* in remedies: what was found of a rule or concept */
    OGBV__OPEN          /* unsettled; with a prevailing reading an OGBV__ALL of it instead */
};

/* What an atom tests. */
enum {
    OGBV__IN_RANGE,     /* lo <= fact <= hi */
    OGBV__IN_SET,       /* the fact is one of the values (choice, level: a bit for each) */
    OGBV__IN_LIST,      /* ... of a list (integer, date) */
    OGBV__IN_PLACE,     /* within one of a list of places */
    OGBV__DIFFERENCE    /* lo <= fact2 - fact <= hi in a unit */
};

enum { OGBV__UNIT_NUMBER, OGBV__UNIT_DAY, OGBV__UNIT_MONTH, OGBV__UNIT_YEAR };

struct ogbv__atom {
    int32_t test, unit;
    const struct ogbv_fact *fact, *fact2;
    int64_t lo, hi;
    uint64_t set;
    const int64_t *list;
    size_t n_list;
    struct ogbv__texts label;           /* what it says, in words */
};

struct ogbv__reading {
    const char *authority;
    struct ogbv__texts label;
    int32_t prevailing;
};

struct ogbv__cond {
    struct ogbv__where where;
    int32_t op;
    int32_t n;                          /* of at-least */
    uint32_t index;                     /* numbers the conditions of a db */
    struct ogbv__cond **kids;
    size_t n_kids;
    uint32_t atom;                      /* TEST: index of the atom */
    const char *ref;                    /* REF, FINDING: the id written */
    const struct ogbv_rule *rule;       /* REF: what it resolved to */
    const struct ogbv__version *version;/* REF: the one version that it lies within */
    uint32_t finding;                   /* FINDING: index */
    int32_t needs_met, contest_ok;      /* FINDING */
    const char *id;                     /* OPEN, and settled points */
    struct ogbv__texts label;
    struct ogbv__cite cite;
    struct ogbv__reading *readings;
    size_t n_readings;
};

/* ---- rules ------------------------------------------------------------------------------- */

enum { OGBV__ELEMENT, OGBV__UNLESS, OGBV__INAPPLICABLE, OGBV__AGGRAVATION };

/* An element, exception or aggravation. */
struct ogbv__part {
    struct ogbv__where where;
    int32_t kind;
    const char *id;
    struct ogbv__texts label;
    struct ogbv__cite cite;
    struct ogbv__cond *cond;
    int32_t burden;                     /* of an unless; else -1 */
    const struct ogbv_fact *raised;     /* of a raised exception; may be NULL */
    const char *replaced_ref;           /* of an inapplicable; may be NULL */
    const struct ogbv_rule *replaced_by;
    int32_t max_months;                 /* of an aggravation: -1 none, INT32_MAX life */
    int32_t jurisdictional;
};

struct ogbv__penalty {
    struct ogbv__texts text;
    struct ogbv__cite cite;
    int32_t max_months;                 /* -1 none stated, INT32_MAX life */
};

/* One text of a rule. */
struct ogbv__version {
    struct ogbv__where where;
    const struct ogbv_rule *rule;
    uint32_t index;                     /* numbers the versions of a db */
    int64_t from, to;                   /* OGBV__DAY_MIN, OGBV__DAY_MAX where not stated */
    const char *from_text, *to_text;    /* NULL where not stated */
    int32_t state;                      /* OGBV_IN_FORCE, _ENACTED, _SUSPENDED, _STRUCK_DOWN,
                                         * _START_UNKNOWN */
    struct ogbv__cite cite;
    struct ogbv__part *parts;           /* in the order of the file */
    size_t n_parts;
    struct ogbv__penalty penalty;
    int32_t has_penalty;
};

struct ogbv__end {
    int32_t amount, unit;
    int32_t first_counts, rounding, roll;   /* roll: 0 none, 1 next, -1 previous */
    int32_t latest;                     /* of several starts: the latest instead of the earliest */
    int32_t year_end, majority, long_stop;
    const char *calendar_ref;
    const struct ogbv__calendar *calendar;
    const struct ogbv_fact **starts;
    size_t n_starts;
};

enum { OGBV__HOUR, OGBV__DAY, OGBV__WORKING_DAY, OGBV__WEEK, OGBV__MONTH, OGBV__YEAR };

struct ogbv__suspension {
    const struct ogbv_fact *from, *to;
};

struct ogbv__deadline {
    struct ogbv__where where;
    const char *id;
    struct ogbv__texts label;
    struct ogbv__cite cite;
    int32_t whose, effect;
    int64_t from, to;
    struct ogbv__cond *when;            /* NULL: always */
    struct ogbv__end *ends;
    size_t n_ends;
    struct ogbv__suspension *suspensions;
    size_t n_suspensions;
};

/* Which date chooses the version. */
enum { OGBV__BY_CONDUCT, OGBV__BY_PATTERN, OGBV__BY_FILING, OGBV__BY_DECISION };

/* Kinds beside the public ones. */
enum { OGBV__CORE = OGBV_TERM + 1, OGBV__N_RULE_KINDS };

struct ogbv_rule {
    struct ogbv__where where;
    const char *id;
    int32_t kind, class_, remedy_kind, by;
    uint32_t index;                     /* within its kind */
    uint32_t number;                    /* within the db */
    const struct ogbv_jurisdiction *jurisdiction;   /* NULL for a core */
    struct ogbv__texts label, plain;
    struct ogbv__texts *notes;
    size_t n_notes;
    struct ogbv__cite cite;
    const char **concept_refs;
    const struct ogbv_concept **concepts;
    size_t n_concepts;
    const int64_t *extent;              /* places; n_extent 0: the whole jurisdiction */
    size_t n_extent;
    const char *retired, *successor;
    const char *adopted, *due;          /* of a baseline: days, NULL where not stated */
    struct ogbv__version *versions;
    size_t n_versions;
    int32_t verified;                   /* weakest citation */
    struct ogbv__texts proceedings;
    struct ogbv__cite proceedings_cite;
    struct ogbv__deadline *deadlines;
    size_t n_deadlines;
    /* remedies */
    const char **applicants, **respondents, **warning_refs;
    size_t n_applicants, n_respondents, n_warnings;
    const struct ogbv__warning **warnings;
    int32_t without_notice;             /* -1 not stated */
    int32_t review;
    struct ogbv__texts forum, standard;
    struct ogbv__texts *heads, *evidence, *steps;
    size_t n_heads, n_evidence, n_steps;
};

/* What was found of a rule or concept, as remedies ask for it. */
struct ogbv__finding_ref {
    const struct ogbv_rule *rule;               /* one of both */
    const struct ogbv_concept *concept_;
    const struct ogbv_jurisdiction *jurisdiction;   /* of the asking rule */
    int32_t needs_met, contest_ok;
    const struct ogbv_rule **rules;             /* offences that it may be about, on some day */
    size_t n_rules;
};

/* ---- jurisdictions, taxonomy, facts -------------------------------------------------------- */

struct ogbv__membership {
    const char *org;
    const struct ogbv_jurisdiction *union_;     /* NULL when not held */
    int64_t from, to;
};

struct ogbv__none_found {
    struct ogbv__where where;
    const char *concept_ref;
    const struct ogbv_concept *concept_;
    const char *looked, *text;
};

struct ogbv_jurisdiction {
    struct ogbv__where where;
    const char *id, *as_of;
    int64_t place;                      /* code of the id */
    int64_t as_of_day;
    const char *parent_ref, *within_ref;
    const struct ogbv_jurisdiction *parent, *within;
    int32_t union_, milder_law;
    struct ogbv__texts label;
    struct ogbv__membership *members;
    size_t n_members;
    struct ogbv__source *sources;
    size_t n_sources;
    struct ogbv__cond *connection;      /* NULL: never shown */
    struct ogbv__none_found *none_found;
    size_t n_none_found;
    uint8_t *coverage;                  /* by concept index */
    const char **looked;                /* by concept index */
};

struct ogbv__alias {
    const char *text, *discouraged;     /* why, or NULL */
};

struct ogbv__mapping {
    struct ogbv__where where;
    const char *to_ref, *at, *relation;
    const struct ogbv_instrument *to;
    int32_t seen;
};

struct ogbv_concept {
    struct ogbv__where where;
    const char *id;
    uint32_t index;
    const struct ogbv_concept *family;
    struct ogbv__texts label, definition;
    struct ogbv__alias *aliases;
    size_t n_aliases;
    struct ogbv__mapping *mappings;
    size_t n_mappings;
    struct ogbv__cond *scope;           /* NULL for a family */
    struct ogbv_rule *core;             /* kind OGBV__CORE; NULL for a family */
    struct ogbv__test *core_case;
};

struct ogbv__fact_value {
    const char *id;
    struct ogbv__texts label;
};

enum {
    OGBV__ROLE_NONE, OGBV__ROLE_CONDUCT, OGBV__ROLE_PATTERN_FIRST, OGBV__ROLE_PATTERN_LAST,
    OGBV__ROLE_FILING, OGBV__ROLE_DECISION, OGBV__ROLE_RESTORATIVE, OGBV__N_ROLES
};

struct ogbv_fact {
    struct ogbv__where where;
    const char *id;
    uint32_t index;
    int32_t type, act, sensitivity, open_norm, safety, role;
    int64_t min, max;                   /* domain */
    struct ogbv__texts label, question, why;
    const char *unit;
    struct ogbv__fact_value *values;
    size_t n_values;
};

/* A clause over literals, each an atom or its negation: at least one holds. */
struct ogbv__literal {
    uint32_t atom;
    int32_t negated;
};

struct ogbv__clause {
    struct ogbv__where where;
    const char *id;
    struct ogbv__literal *literals;
    size_t n_literals;
};

struct ogbv__warning {
    struct ogbv__where where;
    const char *code;
    struct ogbv__texts text;
};

struct ogbv__message {
    struct ogbv__where where;
    const char *code;
    struct ogbv__texts text;
    struct ogbv__cond *when;            /* NULL: always */
    int32_t when_unknown;               /* shown also while the condition is unknown */
};

struct ogbv__party {
    const char *jurisdiction, *state, *from;
    int32_t seen;
};

struct ogbv_instrument {
    struct ogbv__where where;
    const char *id, *kind;
    struct ogbv__texts label;
    struct ogbv__source *sources;
    size_t n_sources;
    struct ogbv__party *parties;
    size_t n_parties;
};

struct ogbv__calendar {
    struct ogbv__where where;
    const char *id;
    struct ogbv__texts label;
    int64_t from, to;
    uint32_t weekend;                   /* a bit for each weekday */
    int64_t *holidays;                  /* ascending */
    size_t n_holidays;
};

/* ---- tests --------------------------------------------------------------------------------- */

struct ogbv__given {
    const struct ogbv_fact *fact;
    struct ogbv__value value;           /* state UNSET: omit */
};

struct ogbv__test_act {
    const char *id;
    struct ogbv__given *given;
    size_t n_given;
};

struct ogbv__expect {
    struct ogbv__where where;
    const char *of;
    int32_t status, strict, contestable, arguable, why, verified;      /* -1: not asked */
    int32_t absent;                                 /* not among the findings at all */
    const char *missing, *not_missing, *because;    /* lists of ids; NULL: not asked */
    const char *deadline, *date;
    int32_t deadline_status, certain;
};

struct ogbv__test {
    struct ogbv__where where;
    const char *id, *base_ref, *title;
    const char *on, *jurisdictions;     /* NULL: the base's */
    const struct ogbv__test *base;      /* may be NULL */
    struct ogbv__given *given;
    size_t n_given;
    struct ogbv__test_act *acts;
    size_t n_acts;
    struct ogbv__expect *expects;
    size_t n_expects;
};

/* ---- the db -------------------------------------------------------------------------------- */

struct ogbv_db {
    struct ogbv_context *context;
    atomic_int refs;
    struct ogbv__arena arena;
    const char *release;
    struct ogbv__texts notice;
    struct ogbv_fact **facts;
    size_t n_facts;
    const struct ogbv_fact *roles[OGBV__N_ROLES];
    struct ogbv__clause *clauses;
    size_t n_clauses;
    struct ogbv_concept **concepts;     /* families apart */
    size_t n_concepts;
    struct ogbv_jurisdiction **jurisdictions;   /* by id */
    size_t n_jurisdictions;
    struct ogbv_rule **rules[OGBV__N_RULE_KINDS];
    size_t n_rules[OGBV__N_RULE_KINDS];
    size_t n_all_rules;                 /* bound of rule->number */
    struct ogbv_instrument **instruments;   /* by id */
    size_t n_instruments;
    struct ogbv__message *messages;
    size_t n_messages;
    struct ogbv__test **tests;
    size_t n_tests;
    struct ogbv__atom *atoms;
    size_t n_atoms;
    struct ogbv__finding_ref *findings;
    size_t n_findings;
    size_t n_conds, n_versions;
    struct ogbv__map fact_ids, concept_ids, rule_ids, instrument_ids, jurisdiction_ids;
    struct ogbv__gates *gates;          /* the compiled form of all conditions */
};

/* The text in a language, by the fallback chain of db.h; "" when there is none. */
const char *ogbv__texts_in(const struct ogbv__texts *texts, const char *lang);

/* Frees a db that nobody holds. */
void ogbv__db_free(struct ogbv_db *db);

/* Whether a rule of one jurisdiction counts for a remedy of another: the same, above, below, or
 * through a union of which it is a member on the day. */
int ogbv__jurisdictions_related(const struct ogbv_jurisdiction *a,
                                const struct ogbv_jurisdiction *b, int64_t on);
/* The same on any day. */
int ogbv__jurisdictions_ever_related(const struct ogbv_jurisdiction *a,
                                     const struct ogbv_jurisdiction *b);

#endif
