/* SPDX-License-Identifier: MIT */
/* Diagnostics of loading. Knows no XML and no law. Keeps: a code, once here, never changes its
 * meaning and never leaves the table. */
#include "core/diag.h"

#include "base/buf.h"

static const struct {
    int32_t code;
    const char *meaning;
} table[] = {
    { OGBV__D_FILE_UNREADABLE, "the file or directory cannot be read" },
    { OGBV__D_FILE_TOO_LARGE, "the file is larger than the limit" },
    { OGBV__D_FILE_NAME, "the id is not the name of the file" },
    { OGBV__D_FILE_MISSING, "a file that every set of data needs is missing" },
    { OGBV__D_FILE_RELEASE, "the release is not a version such as 2026.11" },
    { OGBV__D_XML_BYTES, "the file is not UTF-8, or holds a forbidden character" },
    { OGBV__D_XML_DOCTYPE, "a document type declaration is not allowed" },
    { OGBV__D_XML_SYNTAX, "the XML is not well-formed" },
    { OGBV__D_XML_LIMIT, "the XML is nested too deeply or holds too much" },
    { OGBV__D_UNKNOWN_ELEMENT, "this element is not allowed here" },
    { OGBV__D_UNKNOWN_ATTRIBUTE, "this attribute is not allowed here" },
    { OGBV__D_MISSING_ATTRIBUTE, "an attribute is missing" },
    { OGBV__D_MISSING_ELEMENT, "an element is missing" },
    { OGBV__D_REPEATED_ELEMENT, "this element may stand here only once" },
    { OGBV__D_ELEMENT_ORDER, "this element stands in the wrong order" },
    { OGBV__D_TEXT, "text where none belongs, or none where some is needed" },
    { OGBV__D_FORMAT, "the file is written in another format than this library reads" },
    { OGBV__D_NODE, "only elements, text and comments without namespace are allowed" },
    { OGBV__D_VALUE, "the value is not one that this attribute takes" },
    { OGBV__D_ID, "not a valid id" },
    { OGBV__D_FACT_VALUE, "not a value of this fact" },
    { OGBV__D_FACT_TYPE, "the type of this fact does not allow the test" },
    { OGBV__D_COUNT, "at-least with a number that can never or always hold" },
    { OGBV__D_FACT_UNKNOWN, "there is no such fact" },
    { OGBV__D_CONCEPT_UNKNOWN, "there is no such concept" },
    { OGBV__D_RULE_UNKNOWN, "there is no such rule or term" },
    { OGBV__D_SOURCE_UNKNOWN, "there is no such source in this file" },
    { OGBV__D_CALENDAR_UNKNOWN, "there is no such calendar" },
    { OGBV__D_INSTRUMENT_UNKNOWN, "there is no such instrument" },
    { OGBV__D_JURISDICTION_UNKNOWN, "there is no such jurisdiction" },
    { OGBV__D_WARNING_UNKNOWN, "there is no such warning" },
    { OGBV__D_DUPLICATE, "this id is already taken" },
    { OGBV__D_CYCLE, "this refers back to itself" },
    { OGBV__D_TEST_UNKNOWN, "the test expects something that does not exist" },
    { OGBV__D_DATE_ORDER, "the dates are not in order" },
    { OGBV__D_OVERLAP, "two versions are in force on the same day" },
    { OGBV__D_SPLIT, "the version spans a change of what it cites: split it on that day" },
    { OGBV__D_UNSOURCED, "no source stands behind this" },
    { OGBV__D_PRIMARY, "a source read needs its address and its dates" },
    { OGBV__D_SEEN, "this claims more than its source" },
    { OGBV__D_PLACEMENT, "this condition may not stand here" },
    { OGBV__D_READING, "the readings of an unsettled point are incomplete" },
    { OGBV__D_COVERAGE, "none-found stands beside a rule of the same concept" },
    { OGBV__D_ROLE, "two facts have the same role, or a role is missing" },
    { OGBV__D_UNIT, "the unit does not fit" },
    { OGBV__D_CORE_CASE, "the core case does not meet the concept" },
    { OGBV__D_CONSTRAINT, "the constraint is of a form that is not allowed" },
};

enum { CODES = sizeof table / sizeof *table };

const char *ogbv__diag_meaning(int32_t code)
{
    for (size_t i = 0; i < CODES; i++) {
        if (table[i].code == code)
            return table[i].meaning;
    }
    return NULL;
}

int32_t ogbv__diag_code_at(size_t i)
{
    return i < CODES ? table[i].code : 0;
}

/* A message is one line, and no escape to anybody's terminal: control characters (also those of two
 * bytes, U+0080 to U+009F) become question marks. */
static void make_printable(char *bytes, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)bytes[i];
        unsigned char next = i + 1 < n ? (unsigned char)bytes[i + 1] : 0;
        if (c < 0x20 || c == 0x7f)
            bytes[i] = '?';
        if (c == 0xc2 && next >= 0x80 && next < 0xa0)
            bytes[i] = bytes[i + 1] = '?';
    }
}

static const char *text_of(struct ogbv__arena *arena, int32_t code, const char *detail)
{
    struct ogbv__buf buf;
    const char *meaning = ogbv__diag_meaning(code);
    ogbv__buf_init(&buf, &arena->alloc);
    ogbv__buf_text(&buf, meaning);
    if (detail)
        ogbv__buf_texts(&buf, meaning ? ": " : "", detail, (char *)NULL);
    make_printable(buf.bytes, buf.n);
    const char *text = ogbv__arena_text(arena, ogbv__buf_string(&buf), buf.n);
    if (buf.failed)
        arena->failed = 1;
    ogbv__buf_free(&buf);
    return text;
}

void ogbv__diag_add(struct ogbv__vec *list, struct ogbv__arena *arena,
                    const struct ogbv_diagnostic *where, const char *detail)
{
    struct ogbv_diagnostic *diag = ogbv__arena_take(arena, sizeof *diag);
    if (!diag)
        return;
    *diag = *where;
    diag->file = where->file ? ogbv__arena_string(arena, where->file) : NULL;
    diag->text = text_of(arena, where->code, detail);
    if (!arena->failed)
        ogbv__vec_push(list, diag);
}
