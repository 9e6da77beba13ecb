/* SPDX-License-Identifier: MIT */
/* What it is for: the long form as CSV (RFC 4180), and its codebook.
 * What it must not know: what is compared or reported.
 * Invariant: every row has every column; no cell begins with a character that a spreadsheet would
 * take for a formula. */
#include "report/long.h"

#include <ogbv/error.h>
#include <string.h>

static const struct column {
    const char *name, *values, *meaning;
} columns[OGBV__N_COLS] = {
    [OGBV__COL_ROW] = { "row", "definition, pair, element, coverage, verification, remark",
        "What the row says. A comparison has the first three kinds, a report all" },
    [OGBV__COL_CONCEPT] = { "concept", "id", "Concept of the taxonomy" },
    [OGBV__COL_CLASS] = { "class", "criminal, civil, civil-penalty, administrative",
        "Class of rules that make up the definitions" },
    [OGBV__COL_ON] = { "on", "day", "Day whose law is meant; of a definition its own" },
    [OGBV__COL_KEY] = { "key", "jurisdiction, jurisdiction@day, core",
        "Definition or jurisdiction that the row is about; the first of a pair" },
    [OGBV__COL_OTHER] = { "other", "as key", "The second of a pair" },
    [OGBV__COL_STATE] = { "state",
        "definition: defined, none-found, not-encoded, not-in-force, suspended, start-unknown; "
        "pair: equal, narrower, broader, overlapping, disjoint, undecided; "
        "element: required, excluded, open, irrelevant; "
        "coverage: encoded, none-found, not-encoded; "
        "verification: primary, secondary, remembered; "
        "remark: never-met, never-in-scope, subsumed, unused-fact, term-differs",
        "What is said. narrower: every case of key is one of other, and not the other way round. "
        "required: the definition implies the test; excluded: its contrary; open: it matters in "
        "some cases; irrelevant: no two cases that differ only there are judged differently" },
    [OGBV__COL_FACT] = { "fact", "id", "Fact that an element tests, or that no rule uses" },
    [OGBV__COL_OP] = { "op", "is, in, min, max, range, within, difference", "How it is tested" },
    [OGBV__COL_VALUE] = { "value", "yes, no, value ids, numbers, days, places",
        "What it is tested against; several are parted by a space" },
    [OGBV__COL_LABEL] = { "label", "text", "The same in words" },
    [OGBV__COL_CITATION] = { "citation", "text",
        "Where the law says so; empty where the definition does not speak of the element" },
    [OGBV__COL_RULES] = { "rules", "ids parted by spaces",
        "Rules that make up a definition, or that a remark is about" },
    [OGBV__COL_ONLY_KEY] = { "only_key", "found, none, undecided",
        "Whether some case is covered by key and not by other" },
    [OGBV__COL_ONLY_OTHER] = { "only_other", "found, none, undecided",
        "Whether some case is covered by other and not by key" },
    [OGBV__COL_MINIMAL_KEY] = { "minimal_key", "yes, no",
        "Whether no case nearer to the typical one shows what only key covers" },
    [OGBV__COL_MINIMAL_OTHER] = { "minimal_other", "yes, no", "The same of other" },
    [OGBV__COL_DIFFERS_KEY] = { "differs_key", "fact ids parted by spaces",
        "Facts in which the case that only key covers differs from the typical one" },
    [OGBV__COL_DIFFERS_OTHER] = { "differs_other", "fact ids parted by spaces",
        "The same of the case that only other covers" },
    [OGBV__COL_OPEN_NORMS] = { "open_norms", "fact ids parted by spaces",
        "Norms that only a court can apply, taken to mean the same on both sides" },
    [OGBV__COL_UNSETTLED] = { "unsettled", "points parted by spaces, as rule#point",
        "Points on which the law is unsettled; they decide nothing" },
    [OGBV__COL_TYPICAL] = { "typical", "yes, unknown, no",
        "Whether a definition covers the typical case of the concept, exceptions that the case "
        "leaves open aside; unknown where it leaves open an element that decides, or the law is "
        "unsettled" },
    [OGBV__COL_COUNT] = { "count", "whole number", "Number of rules that a verification counts" },
};

/* ---- cells ------------------------------------------------------------------------------- */

static void put_cell(struct ogbv__sink *sink, int first, const char *text)
{
    ogbv__sink_text(sink, first ? "\"" : ",\"");
    if (text[0] && strchr("=+-@\t\r", text[0]))
        ogbv__sink_char(sink, '\'');
    for (; *text; text++) {
        if (*text == '"')
            ogbv__sink_char(sink, '"');
        ogbv__sink_char(sink, *text);
    }
    ogbv__sink_char(sink, '"');
}

static void end_row(struct ogbv__sink *sink)
{
    ogbv__sink_text(sink, "\r\n");
}

/* ---- the table --------------------------------------------------------------------------- */

void ogbv__long_init(struct ogbv__long *table, const struct ogbv__alloc *alloc,
                     ogbv_write_fn write, void *payload)
{
    ogbv__sink_init(&table->sink, write, payload);
    table->failed = 0;
    for (int c = 0; c < OGBV__N_COLS; c++) {
        ogbv__buf_init(&table->cells[c], alloc);
        put_cell(&table->sink, c == 0, columns[c].name);
    }
    end_row(&table->sink);
}

void ogbv__long_add(struct ogbv__long *table, int column, const char *text)
{
    struct ogbv__buf *cell = &table->cells[column];
    if (cell->n && text && text[0])
        ogbv__buf_char(cell, ' ');
    ogbv__buf_text(cell, text);
}

void ogbv__long_add_int(struct ogbv__long *table, int column, int64_t value)
{
    ogbv__buf_int(&table->cells[column], value);
}

void ogbv__long_end(struct ogbv__long *table)
{
    for (int c = 0; c < OGBV__N_COLS; c++) {
        put_cell(&table->sink, c == 0, ogbv__buf_string(&table->cells[c]));
        table->failed |= table->cells[c].failed;
        ogbv__buf_clear(&table->cells[c]);
    }
    end_row(&table->sink);
}

int32_t ogbv__long_finish(struct ogbv__long *table)
{
    int complete = ogbv__sink_finish(&table->sink);
    for (int c = 0; c < OGBV__N_COLS; c++)
        ogbv__buf_free(&table->cells[c]);
    return table->failed ? OGBV_ERR_NOMEM : complete ? OGBV_OK : OGBV_ERR_IO;
}

/* ---- the codebook ------------------------------------------------------------------------ */

int ogbv__long_codebook(ogbv_write_fn write, void *payload)
{
    struct ogbv__sink sink;
    static const struct column head = { "column", "values", "meaning" };
    ogbv__sink_init(&sink, write, payload);
    for (int c = -1; c < OGBV__N_COLS; c++) {
        const struct column *column = c < 0 ? &head : &columns[c];
        put_cell(&sink, 1, column->name);
        put_cell(&sink, 0, column->values);
        put_cell(&sink, 0, column->meaning);
        end_row(&sink);
    }
    return ogbv__sink_finish(&sink);
}
