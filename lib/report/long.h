/* SPDX-License-Identifier: MIT */
/* The long form: one table for comparisons and reports, a row for each thing that is said. Its
 * columns, and what they mean, are one table in long.c, from which the codebook is written. */
#ifndef OGBV_REPORT_LONG_H
#define OGBV_REPORT_LONG_H

#include "base/buf.h"
#include "report/sink.h"

/* Columns, in order. */
enum {
    OGBV__COL_ROW, OGBV__COL_CONCEPT, OGBV__COL_CLASS, OGBV__COL_ON, OGBV__COL_KEY,
    OGBV__COL_OTHER, OGBV__COL_STATE, OGBV__COL_FACT, OGBV__COL_OP, OGBV__COL_VALUE,
    OGBV__COL_LABEL, OGBV__COL_CITATION, OGBV__COL_RULES, OGBV__COL_ONLY_KEY,
    OGBV__COL_ONLY_OTHER, OGBV__COL_MINIMAL_KEY, OGBV__COL_MINIMAL_OTHER,
    OGBV__COL_DIFFERS_KEY, OGBV__COL_DIFFERS_OTHER, OGBV__COL_OPEN_NORMS,
    OGBV__COL_UNSETTLED, OGBV__COL_TYPICAL, OGBV__COL_COUNT, OGBV__N_COLS
};

struct ogbv__long {
    struct ogbv__sink sink;
    struct ogbv__buf cells[OGBV__N_COLS];
    int failed;                 /* no memory */
};

/* Writes the names of the columns. */
void ogbv__long_init(struct ogbv__long *table, const struct ogbv__alloc *alloc,
                     ogbv_write_fn write, void *payload);
/* Adds a word to a cell of the row that is being put together; words are parted by a space. */
void ogbv__long_add(struct ogbv__long *table, int column, const char *text);
void ogbv__long_add_int(struct ogbv__long *table, int column, int64_t value);
/* Writes the row and begins another. */
void ogbv__long_end(struct ogbv__long *table);
/* OGBV_OK, OGBV_ERR_IO (the caller's function stopped it) or OGBV_ERR_NOMEM. */
int32_t ogbv__long_finish(struct ogbv__long *table);

/* The codebook: a row for each column of the long form. */
int ogbv__long_codebook(ogbv_write_fn write, void *payload);

#endif
