/* SPDX-License-Identifier: MIT */
/* A small invented law for tests: a dictionary of facts with short ids, a taxonomy of three
 * concepts, and macros that write rules of the jurisdiction xa in few words. Nothing in it is the
 * law of any place. A mistake in a test (a law refused, a fact that is not there) ends the program
 * with its reason.
 *
 * Facts: a b c d (booleans of an act), norm norm-2 (open norms of an act), k m raised danger minor
 * restore (booleans of the case; an age below 18 makes minor), fault (level: none careless reckless
 * intended; of an act), tie (choice: none partner family), age count (integers; count of an act),
 * home (place), day (date of the act), first last (dates of the pattern), filed decided, born start
 * stop seen (dates of the case), notice (datetime).
 *
 * Concepts: fam.x fam.y (scope and core: a) and oth.z (scope and core: b). */
#ifndef OGBV_TESTS_WORLD_H
#define OGBV_TESTS_WORLD_H

#include <ogbv/ogbv.h>

/* ---- writing facts ----------------------------------------------------------------------- */

#define FACT_OF(attributes, id, values) \
    "<fact id='" id "' " attributes ">" \
    "<label>" id "</label><question>" id "?</question><why>why</why>" values "</fact>\n"
#define FACT(id, attributes, values) FACT_OF("sensitivity='low' " attributes, id, values)
#define VALUE(id) "<value id='" id "'><label>" id "</label></value>"

/* ---- writing law ---------------------------------------------------------------------------- */

#define IS(fact) "<is fact='" fact "'/>"
#define IS_NO(fact) "<is fact='" fact "' value='no'/>"
#define IS_VALUE(fact, value) "<is fact='" fact "' value='" value "'/>"
#define IS_MIN(fact, min) "<is fact='" fact "' min='" min "'/>"
#define IS_MAX(fact, max) "<is fact='" fact "' max='" max "'/>"
#define ALL(conds) "<all>" conds "</all>"
#define ANY(conds) "<any>" conds "</any>"
#define NOT(conds) "<not>" conds "</not>"
#define AT_LEAST(n, conds) "<at-least n='" n "'>" conds "</at-least>"
#define TERM_REF(id) "<term ref='xa." id "'/>"
#define RULE_REF(id) "<rule ref='xa." id "'/>"
#define FINDING(of, need, contestable) \
    "<finding of='" of "' at-least='" need "' contestable='" contestable "'/>"
#define OPEN_POINT(id) \
    "<unsettled id='" id "' at='s 9'><label>open</label>" \
    "<reading authority='A'><label>one</label></reading>" \
    "<reading authority='B'><label>two</label></reading></unsettled>"

#define ELEMENT(id, conds) "<element id='" id "' at='s 1'>" conds "</element>"
#define UNLESS(id, burden, conds) \
    "<unless id='" id "' at='s 2' burden='" burden "'><label>unless</label>" conds "</unless>"
#define UNLESS_RAISED(id, fact, conds) \
    "<unless id='" id "' at='s 2' burden='raised' raised='" fact "'><label>unless</label>" \
    conds "</unless>"
#define INAPPLICABLE(id, conds) \
    "<inapplicable id='" id "' at='s 3'><label>not here</label>" conds "</inapplicable>"

/* A text without dates, and one with attributes such as "from='2020-01-01'". */
#define TEXT(parts) "<version>" parts "</version>\n"
#define TEXT_OF(attributes, parts) "<version " attributes ">" parts "</version>\n"

#define OFFENCE_OF(attributes, id, versions) \
    "<offence id='" id "' class='criminal' source='src' at='s 1' " attributes ">" \
    "<label>Offence</label>" versions "</offence>\n"
#define OFFENCE(id, by, versions) \
    OFFENCE_OF("by='" by "' concepts='fam.x'", "xa." id, versions)
#define REMEDY_OF(attributes, id, rest) \
    "<remedy id='" id "' applicants='person-harmed' source='src' at='s 4' " attributes ">" \
    "<label>Remedy</label>" rest "</remedy>\n"
#define REMEDY(id, rest) REMEDY_OF("kind='civil' by='filing'", "xa." id, rest)
#define TERM(id, versions) \
    "<term id='xa." id "' source='src' at='s 5'><label>Term</label>" versions "</term>\n"
#define DEADLINE(id, attributes, rest) \
    "<deadline id='" id "' at='s 6' " attributes "><label>Time</label>" rest "</deadline>\n"

/* A jurisdiction's file; the label and source stand on its first lines. */
#define LAND_OF(attributes, id, head, rest) \
    "<jurisdiction format='1' id='" id "' as-of='2026-12-31' " attributes ">\n" \
    "<label>Land</label>" head "<source id='src' kind='statute' seen='remembered'>Act</source>\n" \
    rest "</jurisdiction>\n"
#define LAND(rest) LAND_OF("", "xa", "", rest)

/* ---- loading -------------------------------------------------------------------------------- */

struct world_file {
    const char *name, *text;
};

/* The files that every set needs, as this world has them. */
extern const struct world_file world_base[];
enum { WORLD_BASE = 4 };    /* facts.xml, taxonomy.xml, safety.xml, calendars/xa.xml */

/* One of everything that the format has: xa, the union xu, an instrument, tests, a release. */
extern const struct world_file world_rich[];
enum { WORLD_RICH = 5 };

/* Adds files; one replaces what stands under its name already. */
ogbv_status world_add(ogbv_loader *loader, const struct world_file *files, size_t n,
                      ogbv_error **error);

/* The faults found in the base and these files: of the first file as "CODE@LINE" each, in their
 * order, then "..." when other files have some too. "" for none. Returns its argument. */
const char *world_faults(const struct world_file *files, size_t n, char *out, size_t size);

/* A db of the base and these files; of the base and one law of xa. */
ogbv_db *world_load(const struct world_file *files, size_t n);
ogbv_db *world_law(const char *xa);

/* ---- cases ---------------------------------------------------------------------------------- */

/* Sets facts written as "a=yes b=no count=2.. day=2024-03 c=?": a value, a range with open or
 * closed ends, ? for asked and not known, - for unset. "@post" begins an act of that name; what
 * stands before the first is set on the case. */
ogbv_status world_put(ogbv_case *c, const char *facts, ogbv_error **error);

/* A case assessed on a day for jurisdictions ("xa xb"). */
ogbv_case *world_case(ogbv_db *db, const char *jurisdictions, const char *on, const char *facts);
/* ... and its result. */
ogbv_result *world_assess(ogbv_db *db, const char *jurisdictions, const char *on,
                          const char *facts);

/* ---- telling -------------------------------------------------------------------------------- */

enum { WORLD_TOLD = 512 };

/* A finding in one line: its status, its strict value, then, where they apply: "contestable",
 * "arguable", the reasons for being undetermined, "| " and the missing facts, "/ " and those that
 * feed open exceptions only. "none" for NULL. Returns its argument. */
const char *world_tell(const ogbv_finding *finding, char out[WORLD_TOLD]);

#endif
