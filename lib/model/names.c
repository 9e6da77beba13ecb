/* SPDX-License-Identifier: MIT */
/* What it is for: constants and their stable names, both ways, as one table of vocabularies.
 * What it must not know: what any of them means.
 * Invariant: a name's place in its list is the constant's value; lists only grow at the end. */
#include "model/names.h"

#include <ogbv/db.h>
#include <string.h>

#define NAMES(vocabulary, ...) \
    [vocabulary] = (const char *const[]){ __VA_ARGS__, NULL }

static const char *const *const open_names[] = {
    NAMES(OGBV_NAMES_STATUS, "met", "not-met", "undetermined", "defeated", "inapplicable",
          "not-in-force", "available", "unavailable", "expired", "established", "open", "excluded"),
    NAMES(OGBV_NAMES_TRUTH, "no", "unknown", "yes"),
    NAMES(OGBV_NAMES_WHY, "fact", "open-norm", "unsettled", "start-unknown", "spans-change", "date",
          "burden"),
    NAMES(OGBV_NAMES_RULE_KIND, "offence", "baseline", "remedy", "term"),
    NAMES(OGBV_NAMES_CLASS, "criminal", "civil", "civil-penalty", "administrative"),
    NAMES(OGBV_NAMES_REMEDY_KIND, "criminal", "civil", "interim", "administrative", "platform",
          "compensation", "rights", "support", "restorative"),
    NAMES(OGBV_NAMES_SEEN, "primary", "secondary", "remembered"),
    NAMES(OGBV_NAMES_FACT_TYPE, "boolean", "choice", "level", "integer", "date", "datetime",
          "place"),
    NAMES(OGBV_NAMES_SENSITIVITY, "low", "medium", "high"),
    NAMES(OGBV_NAMES_VERSION_STATE, "in-force", "ended", "future", "enacted", "suspended",
          "struck-down", "start-unknown"),
    NAMES(OGBV_NAMES_OP, "all", "any", "not", "at-least", "fact", "unsettled", "finding"),
    NAMES(OGBV_NAMES_REASON_KIND, "element", "unless", "inapplicable", "aggravation", "condition"),
    NAMES(OGBV_NAMES_BURDEN, "defendant", "raised", "prosecution"),
    NAMES(OGBV_NAMES_COVERAGE, "not-encoded", "none-found", "encoded"),
    NAMES(OGBV_NAMES_CONNECTION, "asserted", "connected"),
    NAMES(OGBV_NAMES_DUE_FOR, "applicant", "prosecutor", "court", "platform"),
    NAMES(OGBV_NAMES_DUE_EFFECT, "bars", "extendable", "target"),
    NAMES(OGBV_NAMES_DUE_STATUS, "open", "due-today", "expired", "undetermined"),
    NAMES(OGBV_NAMES_ON_FROM, "case", "option", "today"),
    NAMES(OGBV_NAMES_RELATION, "equal", "narrower", "broader", "overlapping", "disjoint",
          "undecided"),
    NAMES(OGBV_NAMES_SEARCH, "found", "none", "undecided"),
    NAMES(OGBV_NAMES_DEFINITION, "defined", "none-found", "not-encoded", "not-in-force",
          "suspended", "start-unknown"),
    NAMES(OGBV_NAMES_ATOM_STATE, "required", "excluded", "open", "irrelevant"),
    NAMES(OGBV_NAMES_REMARK, "never-met", "never-in-scope", "subsumed", "unused-fact",
          "term-differs"),
};

#define INNER(vocabulary, ...) NAMES((vocabulary) - OGBV__NAMES_ROLE, __VA_ARGS__)

static const char *const *const inner_names[] = {
    INNER(OGBV__NAMES_ROLE, "none", "conduct", "pattern-first", "pattern-last", "filing",
          "decision", "restorative"),
    INNER(OGBV__NAMES_BY, "conduct", "pattern", "filing", "decision"),
    INNER(OGBV__NAMES_UNIT, "number", "day", "month", "year"),
    INNER(OGBV__NAMES_END_UNIT, "hour", "day", "working-day", "week", "month", "year"),
    INNER(OGBV__NAMES_YES_NO, "no", "yes"),
    INNER(OGBV__NAMES_SCOPE, "case", "act"),
    INNER(OGBV__NAMES_JURISDICTION_KIND, "state", "part", "union"),
    INNER(OGBV__NAMES_SOURCE_KIND, "statute", "regulation", "treaty", "directive", "case",
          "guidance", "commentary"),
    INNER(OGBV__NAMES_INSTRUMENT_KIND, "treaty", "directive", "regulation", "soft-law",
          "statistics", "glossary"),
    INNER(OGBV__NAMES_PARTY_STATE, "signed", "in-force", "withdrawn", "not-bound", "invited"),
    INNER(OGBV__NAMES_RELATION, "exact", "close", "broad", "narrow", "related", "none"),
    INNER(OGBV__NAMES_APPLICANT, "person-harmed", "representative", "guardian", "family", "estate",
          "police", "prosecutor", "regulator", "organisation", "court", "anyone"),
    INNER(OGBV__NAMES_RESPONDENT, "person-responsible", "platform", "search-service", "controller",
          "publisher", "state", "employer", "school", "third-party"),
    INNER(OGBV__NAMES_FIRST_DAY, "excluded", "counts"),
    INNER(OGBV__NAMES_ROUNDING, "down", "up"),
    INNER(OGBV__NAMES_ROLL, "none", "next", "previous"),
    INNER(OGBV__NAMES_PICK, "earliest", "latest"),
    INNER(OGBV__NAMES_NEEDS, "arguable", "met"),
    INNER(OGBV__NAMES_CONTEST, "no", "ok"),
    INNER(OGBV__NAMES_SHOW, "hide", "show"),
    INNER(OGBV__NAMES_WEEKDAY, "mon", "tue", "wed", "thu", "fri", "sat", "sun"),
    INNER(OGBV__NAMES_VERSION_WRITTEN, "in-force", "enacted", "suspended", "struck-down",
          "start-unknown"),
};

static const char *const *names_of(int32_t vocabulary)
{
    if (vocabulary >= 0 && (size_t)vocabulary < sizeof open_names / sizeof open_names[0])
        return open_names[vocabulary];
    int32_t inner = vocabulary < OGBV__NAMES_ROLE ? -1 : vocabulary - OGBV__NAMES_ROLE;
    if (inner >= 0 && (size_t)inner < sizeof inner_names / sizeof inner_names[0])
        return inner_names[inner];
    return NULL;
}

const char *ogbv__name(int32_t vocabulary, int32_t value)
{
    const char *const *names = names_of(vocabulary);
    for (int32_t i = 0; names && names[i]; i++)
        if (i == value)
            return names[i];
    return NULL;
}

int32_t ogbv__name_value(int32_t vocabulary, const char *name, size_t n)
{
    const char *const *names = names_of(vocabulary);
    for (int32_t i = 0; names && names[i]; i++)
        if (strlen(names[i]) == n && memcmp(names[i], name, n) == 0)
            return i;
    return -1;
}

const char *ogbv_name(int32_t vocabulary, int32_t value)
{
    return vocabulary < OGBV__NAMES_ROLE ? ogbv__name(vocabulary, value) : NULL;
}
