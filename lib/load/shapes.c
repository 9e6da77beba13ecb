/* SPDX-License-Identifier: MIT */
/* What it is for: the vocabulary of the data format as tables: which element may hold what.
 * What it must not know: how it is checked or read.
 * Invariant: the same vocabulary as data/schema/ogbv.rng; a test compares their verdicts. */
#include "load/shape.h"

#include "model/names.h"

#include <string.h>

#define ATTRS(...) (const struct ogbv__attr_shape[]){ __VA_ARGS__, { 0 } }
#define KIDS(...) (const struct ogbv__child_shape[]){ __VA_ARGS__, { 0 } }
#define REQ(name, type) { name, OGBV__A_##type, 1, 0 }
#define OPT(name, type) { name, OGBV__A_##type, 0, 0 }
#define REQ_NAME(name, vocabulary) { name, OGBV__A_NAME, 1, vocabulary }
#define OPT_NAME(name, vocabulary) { name, OGBV__A_NAME, 0, vocabulary }
#define YES_NO(name) OPT_NAME(name, OGBV__NAMES_YES_NO)
#define TRIO OPT("source", ID), OPT("at", TEXT), OPT_NAME("seen", OGBV_NAMES_SEEN)
#define TRIO_AT OPT("source", ID), REQ("at", TEXT), OPT_NAME("seen", OGBV_NAMES_SEEN)
#define ONE(name, shape, rank) { name, shape, 1, 1, rank }
#define MAYBE(name, shape, rank) { name, shape, 0, 1, rank }
#define SOME(name, shape, rank) { name, shape, 1, 0, rank }
#define MANY(name, shape, rank) { name, shape, 0, 0, rank }
#define CONDITIONS(rank) { NULL, &conditions, 1, 0, rank }
#define MAYBE_CONDITIONS(rank) { NULL, &conditions, 0, 0, rank }
#define LEAVES(rank) { NULL, &leaves, 1, 0, rank }

/* ---- small pieces ------------------------------------------------------------------------ */

static const struct ogbv__shape text = {
    .attrs = ATTRS(OPT("xml:lang", TEXT)), .text = OGBV__NEEDS_TEXT,
};
static const struct ogbv__shape title = { .text = OGBV__NEEDS_TEXT };
static const struct ogbv__shape source = {
    .attrs = ATTRS(REQ("id", ID), REQ_NAME("kind", OGBV__NAMES_SOURCE_KIND),
                   REQ_NAME("seen", OGBV_NAMES_SEEN), OPT("url", TEXT), OPT("read", DAY),
                   OPT("speaks-for", DAY), OPT("copy", TEXT), YES_NO("named-in-at")),
    .text = OGBV__NEEDS_TEXT,
};
static const struct ogbv__shape given = {
    .attrs = ATTRS(REQ("fact", ID), OPT("value", VALUE), OPT("min", VALUE), OPT("max", VALUE)),
};

/* ---- conditions -------------------------------------------------------------------------- */

static const struct ogbv__shape conditions;

static const struct ogbv__shape is = {
    .attrs = ATTRS(REQ("fact", ID), OPT("value", VALUE), OPT("min", VALUE), OPT("max", VALUE)),
};
static const struct ogbv__shape difference = {
    .attrs = ATTRS(REQ("from", ID), REQ("to", ID), REQ_NAME("unit", OGBV__NAMES_UNIT),
                   OPT("min", SIGNED), OPT("max", SIGNED)),
};
static const struct ogbv__shape several = { .children = KIDS(CONDITIONS(1)) };
static const struct ogbv__shape at_least = {
    .attrs = ATTRS(REQ("n", INT)), .children = KIDS(CONDITIONS(1)),
};
static const struct ogbv__shape ref = { .attrs = ATTRS(REQ("ref", ID)) };
static const struct ogbv__shape finding = {
    .attrs = ATTRS(REQ("of", ID), REQ_NAME("at-least", OGBV__NAMES_NEEDS),
                   REQ_NAME("contestable", OGBV__NAMES_CONTEST)),
};
static const struct ogbv__shape reading = {
    .attrs = ATTRS(REQ("authority", TEXT), YES_NO("prevailing")),
    .children = KIDS(SOME("label", &text, 1), MAYBE_CONDITIONS(2)),
};
static const struct ogbv__shape unsettled = {
    .attrs = ATTRS(REQ("id", ID), TRIO_AT),
    .children = KIDS(SOME("label", &text, 1), { "reading", &reading, 2, 0, 2 }),
};
static const struct ogbv__shape conditions = {
    .children = KIDS(MANY("all", &several, 1), MANY("any", &several, 1), MANY("not", &several, 1),
                     MANY("at-least", &at_least, 1), MANY("is", &is, 1),
                     MANY("difference", &difference, 1), MANY("term", &ref, 1),
                     MANY("rule", &ref, 1), MANY("finding", &finding, 1),
                     MANY("unsettled", &unsettled, 1)),
};
static const struct ogbv__shape only_conditions = { .children = KIDS(CONDITIONS(1)) };

/* ---- facts.xml --------------------------------------------------------------------------- */

static const struct ogbv__shape fact_value = {
    .attrs = ATTRS(REQ("id", ID)), .children = KIDS(SOME("label", &text, 1)),
};
static const struct ogbv__shape fact = {
    .attrs = ATTRS(REQ("id", ID), REQ_NAME("type", OGBV_NAMES_FACT_TYPE),
                   REQ_NAME("scope", OGBV__NAMES_SCOPE),
                   REQ_NAME("sensitivity", OGBV_NAMES_SENSITIVITY), YES_NO("open-norm"),
                   YES_NO("safety"), OPT_NAME("role", OGBV__NAMES_ROLE), OPT("min", SIGNED),
                   OPT("max", SIGNED), OPT("unit", TEXT)),
    .children = KIDS(SOME("label", &text, 1), SOME("question", &text, 2), SOME("why", &text, 3),
                     MANY("value", &fact_value, 4)),
};
static const struct ogbv__shape leaves = {
    .children = KIDS(MANY("is", &is, 1), MANY("difference", &difference, 1)),
};
static const struct ogbv__shape only_leaves = { .children = KIDS(LEAVES(1)) };
static const struct ogbv__shape some_is = { .children = KIDS(SOME("is", &is, 1)) };
static const struct ogbv__shape then = {
    .children = KIDS(MANY("is", &is, 1), MAYBE("any", &some_is, 1)),
};
static const struct ogbv__shape constraint = {
    .attrs = ATTRS(REQ("id", ID)),
    .children = KIDS(ONE("if", &only_leaves, 1), ONE("then", &then, 2)),
};
static const struct ogbv__shape group = {
    .attrs = ATTRS(REQ("id", ID)),
    .children = KIDS(SOME("label", &text, 1), SOME("fact", &fact, 2)),
};
static const struct ogbv__shape facts = {
    .attrs = ATTRS(REQ("format", INT)),
    .children = KIDS(SOME("group", &group, 1), MANY("constraint", &constraint, 2)),
};

/* ---- taxonomy.xml ------------------------------------------------------------------------ */

static const struct ogbv__shape element = {
    .attrs = ATTRS(REQ("id", ID), TRIO_AT, YES_NO("jurisdictional")),
    .children = KIDS(MANY("label", &text, 1), CONDITIONS(2)),
};
static const struct ogbv__shape alias = {
    .attrs = ATTRS(YES_NO("discouraged"), OPT("why", TEXT)), .text = OGBV__NEEDS_TEXT,
};
static const struct ogbv__shape mapping = {
    .attrs = ATTRS(REQ("to", ID), OPT("at", TEXT), REQ_NAME("relation", OGBV__NAMES_RELATION),
                   REQ_NAME("seen", OGBV_NAMES_SEEN)),
};
static const struct ogbv__shape core = { .children = KIDS(SOME("element", &element, 1)) };
static const struct ogbv__shape core_case = {
    .attrs = ATTRS(REQ("on", DAY)), .children = KIDS(SOME("given", &given, 1)),
};
static const struct ogbv__shape concept = {
    .attrs = ATTRS(REQ("id", ID)),
    .children = KIDS(SOME("label", &text, 1), SOME("definition", &text, 2),
                     MANY("alias", &alias, 3), MANY("mapping", &mapping, 4),
                     ONE("scope", &only_conditions, 5), ONE("core", &core, 6),
                     ONE("core-case", &core_case, 7)),
};
static const struct ogbv__shape family = {
    .attrs = ATTRS(REQ("id", ID)),
    .children = KIDS(SOME("label", &text, 1), SOME("definition", &text, 2),
                     SOME("concept", &concept, 3)),
};
static const struct ogbv__shape taxonomy = {
    .attrs = ATTRS(REQ("format", INT)), .children = KIDS(SOME("family", &family, 1)),
};

/* ---- jurisdictions ----------------------------------------------------------------------- */

static const struct ogbv__shape unless = {
    .attrs = ATTRS(REQ("id", ID), TRIO_AT, REQ_NAME("burden", OGBV_NAMES_BURDEN),
                   OPT("raised", ID)),
    .children = KIDS(SOME("label", &text, 1), CONDITIONS(2)),
};
static const struct ogbv__shape inapplicable = {
    .attrs = ATTRS(REQ("id", ID), TRIO_AT, OPT("replaced-by", ID)),
    .children = KIDS(SOME("label", &text, 1), CONDITIONS(2)),
};
static const struct ogbv__shape aggravation = {
    .attrs = ATTRS(REQ("id", ID), TRIO_AT, OPT("max-months", INT), YES_NO("life")),
    .children = KIDS(SOME("label", &text, 1), CONDITIONS(2)),
};
static const struct ogbv__shape penalty = {
    .attrs = ATTRS(TRIO_AT, OPT("max-months", INT), YES_NO("life"), OPT("xml:lang", TEXT)),
    .text = OGBV__NEEDS_TEXT,
};

#define PERIOD OPT("from", DAY), OPT("to", DAY)
#define VERSION PERIOD, OPT_NAME("state", OGBV__NAMES_VERSION_WRITTEN), TRIO

static const struct ogbv__shape term_version = {
    .attrs = ATTRS(VERSION), .children = KIDS(CONDITIONS(1)),
};
static const struct ogbv__shape offence_version = {
    .attrs = ATTRS(VERSION),
    .children = KIDS(SOME("element", &element, 1), MANY("inapplicable", &inapplicable, 2),
                     MANY("unless", &unless, 3), MANY("penalty", &penalty, 4),
                     MANY("aggravation", &aggravation, 5)),
};
static const struct ogbv__shape remedy_version = {
    .attrs = ATTRS(VERSION),
    .children = KIDS(MANY("element", &element, 1), MANY("inapplicable", &inapplicable, 2),
                     MANY("unless", &unless, 3)),
};
static const struct ogbv__shape start = { .attrs = ATTRS(REQ("fact", ID)) };
static const struct ogbv__shape end = {
    .attrs = ATTRS(REQ("amount", INT), REQ_NAME("unit", OGBV__NAMES_END_UNIT),
                   REQ_NAME("first-day", OGBV__NAMES_FIRST_DAY),
                   OPT_NAME("month-rounding", OGBV__NAMES_ROUNDING),
                   OPT_NAME("roll", OGBV__NAMES_ROLL), OPT("calendar", ID),
                   OPT_NAME("pick", OGBV__NAMES_PICK), YES_NO("year-end"), OPT("majority", INT),
                   YES_NO("long-stop")),
    .children = KIDS(SOME("start", &start, 1)),
};
static const struct ogbv__shape suspended = { .attrs = ATTRS(REQ("from", ID), REQ("to", ID)) };
static const struct ogbv__shape deadline = {
    .attrs = ATTRS(REQ("id", ID), REQ_NAME("for", OGBV_NAMES_DUE_FOR),
                   REQ_NAME("effect", OGBV_NAMES_DUE_EFFECT), TRIO_AT, PERIOD),
    .children = KIDS(SOME("label", &text, 1), MAYBE("when", &only_conditions, 2),
                     SOME("end", &end, 3), MANY("suspended", &suspended, 4)),
};
static const struct ogbv__shape proceedings = {
    .attrs = ATTRS(TRIO, OPT("xml:lang", TEXT)), .text = OGBV__NEEDS_TEXT,
};
static const struct ogbv__shape term = {
    .attrs = ATTRS(REQ("id", ID), TRIO_AT, OPT_NAME("by", OGBV__NAMES_BY)),
    .children = KIDS(SOME("label", &text, 1), SOME("version", &term_version, 2)),
};

#define RULE REQ("id", ID), TRIO_AT, REQ_NAME("by", OGBV__NAMES_BY), OPT("extent", PLACES), \
    OPT("retired", DAY), OPT("successor", ID)

#define WRONG RULE, REQ_NAME("class", OGBV_NAMES_CLASS), REQ("concepts", IDS)
#define WRONG_KIDS KIDS(SOME("label", &text, 1), MANY("plain", &text, 2), MANY("note", &text, 3), \
                        SOME("version", &offence_version, 4), \
                        MANY("proceedings", &proceedings, 5), MANY("deadline", &deadline, 6))

static const struct ogbv__shape offence = { .attrs = ATTRS(WRONG), .children = WRONG_KIDS };
static const struct ogbv__shape baseline = {
    .attrs = ATTRS(WRONG, OPT("adopted", DAY), OPT("due", DAY)), .children = WRONG_KIDS,
};
static const struct ogbv__shape remedy = {
    .attrs = ATTRS(RULE, REQ_NAME("kind", OGBV_NAMES_REMEDY_KIND), OPT("concepts", IDS),
                   { "applicants", OGBV__A_NAMES, 1, OGBV__NAMES_APPLICANT },
                   { "respondents", OGBV__A_NAMES, 0, OGBV__NAMES_RESPONDENT },
                   YES_NO("without-notice"), YES_NO("review"), OPT("warnings", IDS)),
    .children = KIDS(SOME("label", &text, 1), MANY("plain", &text, 2), MANY("forum", &text, 3),
                     MANY("standard", &text, 4), SOME("version", &remedy_version, 5),
                     MANY("deadline", &deadline, 6), MANY("head", &text, 7),
                     MANY("evidence", &text, 8), MANY("step", &text, 9), MANY("note", &text, 10)),
};
static const struct ogbv__shape member_of = { .attrs = ATTRS(REQ("org", ID), REQ("from", DAY),
                                                             OPT("to", DAY)) };
static const struct ogbv__shape none_found = {
    .attrs = ATTRS(REQ("concept", ID), REQ("looked", DAY)), .text = OGBV__NEEDS_TEXT,
};
static const struct ogbv__shape jurisdiction = {
    .attrs = ATTRS(REQ("format", INT), REQ("id", PLACE), OPT("as-of", DAY), OPT("parent", PLACE),
                   OPT("within", PLACE), OPT_NAME("kind", OGBV__NAMES_JURISDICTION_KIND),
                   YES_NO("milder-law")),
    .children = KIDS(SOME("label", &text, 1), MANY("member-of", &member_of, 2),
                     MANY("source", &source, 3), MAYBE("connection", &only_conditions, 4),
                     MANY("term", &term, 5), MANY("offence", &offence, 5),
                     MANY("baseline", &baseline, 5), MANY("remedy", &remedy, 5),
                     MANY("none-found", &none_found, 6)),
};

/* ---- the small files --------------------------------------------------------------------- */

static const struct ogbv__shape warning = {
    .attrs = ATTRS(REQ("code", ID), OPT("xml:lang", TEXT)), .text = OGBV__NEEDS_TEXT,
};
static const struct ogbv__shape message = {
    .attrs = ATTRS(REQ("code", ID), OPT_NAME("when-unknown", OGBV__NAMES_SHOW)),
    .children = KIDS(SOME("text", &text, 1), MAYBE("when", &only_conditions, 2)),
};
static const struct ogbv__shape safety = {
    .attrs = ATTRS(REQ("format", INT)),
    .children = KIDS(SOME("notice", &text, 1), MANY("warning", &warning, 2),
                     MANY("message", &message, 3)),
};
static const struct ogbv__shape party = {
    .attrs = ATTRS(REQ("jurisdiction", PLACE), REQ_NAME("state", OGBV__NAMES_PARTY_STATE),
                   OPT("from", DAY), REQ_NAME("seen", OGBV_NAMES_SEEN)),
};
static const struct ogbv__shape instrument = {
    .attrs = ATTRS(REQ("format", INT), REQ("id", ID),
                   REQ_NAME("kind", OGBV__NAMES_INSTRUMENT_KIND)),
    .children = KIDS(SOME("label", &text, 1), SOME("source", &source, 2),
                     MANY("party", &party, 3)),
};
static const struct ogbv__shape holiday = {
    .attrs = ATTRS(REQ("on", DAY)), .text = OGBV__NEEDS_TEXT,
};
static const struct ogbv__shape calendar = {
    .attrs = ATTRS(REQ("format", INT), REQ("id", ID), REQ("from", DAY), REQ("to", DAY),
                   { "weekend", OGBV__A_NAMES, 1, OGBV__NAMES_WEEKDAY }),
    .children = KIDS(SOME("label", &text, 1), SOME("source", &source, 2),
                     MANY("holiday", &holiday, 3)),
};

/* ---- tests ------------------------------------------------------------------------------- */

static const struct ogbv__shape omit = { .attrs = ATTRS(REQ("fact", ID)) };
static const struct ogbv__shape test_act = {
    .attrs = ATTRS(REQ("id", TEXT)),
    .children = KIDS(MANY("given", &given, 1), MANY("omit", &omit, 1)),
};
static const struct ogbv__shape expect = {
    .attrs = ATTRS(REQ("of", ID), OPT_NAME("status", OGBV_NAMES_STATUS),
                   OPT_NAME("strict", OGBV_NAMES_TRUTH), YES_NO("contestable"),
                   YES_NO("arguable"), OPT_NAME("why", OGBV_NAMES_WHY),
                   OPT_NAME("verified", OGBV_NAMES_SEEN), YES_NO("absent"), OPT("missing", IDS),
                   OPT("not-missing", IDS), OPT("because", IDS), OPT("deadline", ID),
                   OPT("date", TEXT), OPT_NAME("deadline-status", OGBV_NAMES_DUE_STATUS),
                   YES_NO("certain")),
};

#define TEST REQ("id", ID), OPT("on", DAY), OPT("jurisdictions", PLACES)
#define TEST_FACTS MANY("given", &given, 2), MANY("omit", &omit, 2), MANY("act", &test_act, 3)

static const struct ogbv__shape base = {
    .attrs = ATTRS(TEST),
    .children = KIDS(ONE("title", &title, 1), TEST_FACTS),
};
static const struct ogbv__shape test = {
    .attrs = ATTRS(TEST, OPT("base", ID)),
    .children = KIDS(ONE("title", &title, 1), TEST_FACTS, SOME("expect", &expect, 4)),
};
static const struct ogbv__shape tests = {
    .attrs = ATTRS(REQ("format", INT), REQ("id", PLACE)),
    .children = KIDS(MANY("base", &base, 1), MANY("test", &test, 1)),
};

static const struct ogbv__child_shape roots[] = {
    { "facts", &facts, 1, 1, 0 },
    { "taxonomy", &taxonomy, 1, 1, 0 },
    { "safety", &safety, 1, 1, 0 },
    { "jurisdiction", &jurisdiction, 1, 1, 0 },
    { "instrument", &instrument, 1, 1, 0 },
    { "calendar", &calendar, 1, 1, 0 },
    { "tests", &tests, 1, 1, 0 },
};

const struct ogbv__shape *ogbv__shape_root(const char *name)
{
    for (size_t i = 0; i < sizeof roots / sizeof roots[0]; i++)
        if (strcmp(roots[i].name, name) == 0)
            return roots[i].shape;
    return NULL;
}
