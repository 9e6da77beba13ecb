/* SPDX-License-Identifier: MIT */
/* Diagnostics of loading: a list of findings with file, line and a code that never changes meaning.
 * The table of codes is in diag.c; doc/diagnostics.md is checked against it. */
#ifndef OGBV_CORE_DIAG_H
#define OGBV_CORE_DIAG_H

#include "base/arena.h"
#include "base/vec.h"

#include <stdint.h>

/* Codes by hundreds: 10xx files, 11xx XML, 12xx structure, 13xx values, 14xx references,
 * 15xx time, 16xx sources, 17xx sense. A retired code keeps its line in the table. */
enum {
    OGBV__D_FILE_UNREADABLE = 1001,
    OGBV__D_FILE_TOO_LARGE = 1002,
    OGBV__D_FILE_NAME = 1003,           /* the root's id is not the file's name */
    OGBV__D_FILE_MISSING = 1004,        /* facts.xml and the like */
    OGBV__D_FILE_RELEASE = 1005,
    OGBV__D_XML_BYTES = 1101,           /* not UTF-8, or a forbidden character */
    OGBV__D_XML_DOCTYPE = 1102,
    OGBV__D_XML_SYNTAX = 1103,
    OGBV__D_XML_LIMIT = 1104,
    OGBV__D_UNKNOWN_ELEMENT = 1201,
    OGBV__D_UNKNOWN_ATTRIBUTE = 1202,
    OGBV__D_MISSING_ATTRIBUTE = 1203,
    OGBV__D_MISSING_ELEMENT = 1204,
    OGBV__D_REPEATED_ELEMENT = 1205,
    OGBV__D_ELEMENT_ORDER = 1206,
    OGBV__D_TEXT = 1207,                /* text where none belongs, or none where some does */
    OGBV__D_FORMAT = 1208,
    OGBV__D_NODE = 1209,                /* processing instruction, CDATA, foreign namespace */
    OGBV__D_VALUE = 1301,               /* not of the attribute's type */
    OGBV__D_ID = 1302,
    OGBV__D_FACT_VALUE = 1303,          /* not a value of that fact */
    OGBV__D_FACT_TYPE = 1304,           /* a test that the fact's type does not allow */
    OGBV__D_COUNT = 1305,               /* at-least with an n that can never or always hold */
    OGBV__D_FACT_UNKNOWN = 1401,
    OGBV__D_CONCEPT_UNKNOWN = 1402,
    OGBV__D_RULE_UNKNOWN = 1403,
    OGBV__D_SOURCE_UNKNOWN = 1404,
    OGBV__D_CALENDAR_UNKNOWN = 1405,
    OGBV__D_INSTRUMENT_UNKNOWN = 1406,
    OGBV__D_JURISDICTION_UNKNOWN = 1407,
    OGBV__D_WARNING_UNKNOWN = 1408,
    OGBV__D_DUPLICATE = 1409,
    OGBV__D_CYCLE = 1410,
    OGBV__D_TEST_UNKNOWN = 1411,        /* a test expects something that does not exist */
    OGBV__D_DATE_ORDER = 1501,
    OGBV__D_OVERLAP = 1502,
    OGBV__D_SPLIT = 1503,               /* a version that spans a change of what it cites */
    OGBV__D_UNSOURCED = 1601,
    OGBV__D_PRIMARY = 1602,             /* primary without address, pinpoint or dates */
    OGBV__D_SEEN = 1603,                /* claims more than its source */
    OGBV__D_PLACEMENT = 1701,           /* a condition that may not stand there */
    OGBV__D_READING = 1702,
    OGBV__D_COVERAGE = 1703,            /* none-found although a rule stands */
    OGBV__D_ROLE = 1704,
    OGBV__D_UNIT = 1705,
    OGBV__D_CORE_CASE = 1706,
    OGBV__D_CONSTRAINT = 1707
};

struct ogbv_diagnostic {
    int32_t code;
    int32_t line;           /* from 1; 0 when the whole file is meant */
    const char *file;
    const char *text;
};

/* The plain meaning of a code, or NULL; with index also the table itself, for tests and docs. */
const char *ogbv__diag_meaning(int32_t code);
int32_t ogbv__diag_code_at(size_t i);       /* 0 behind the last */

/* Adds one; the text is meaning + ": " + detail (detail may be NULL). */
void ogbv__diag_add(struct ogbv__vec *list, struct ogbv__arena *arena,
                    const struct ogbv_diagnostic *where, const char *detail);

#endif
