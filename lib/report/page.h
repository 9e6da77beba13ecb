/* SPDX-License-Identifier: MIT */
/* Plain text for people: paragraphs wrapped at a fixed width, with an indent of their own. Widths
 * are counted in characters, not bytes. Text is put together from pieces; a line is broken at
 * spaces only, so a piece joins the one before unless one of them has a space there. */
#ifndef OGBV_REPORT_PAGE_H
#define OGBV_REPORT_PAGE_H

#include "report/sink.h"

enum { OGBV__PAGE_WIDTH = 90, OGBV__WORD_SIZE = 256 };

struct ogbv__page {
    struct ogbv__sink sink;
    int indent;             /* of lines after the first of the paragraph */
    int column;             /* characters on the line */
    int started;            /* a word stands on the line, beside the indent and the mark */
    int space;              /* a space is due before the next word */
    int blank;              /* the last line written is empty, or there is none */
    size_t n;               /* bytes of the word that is being put together */
    char word[OGBV__WORD_SIZE];
};

void ogbv__page_init(struct ogbv__page *page, ogbv_write_fn write, void *payload);
/* 0 when the caller's function stopped it. */
int ogbv__page_finish(struct ogbv__page *page);

/* Begins a paragraph: the mark ("-", "1.", or "") stands at the indent, the text after it; further
 * lines are aligned with the text. */
void ogbv__page_begin(struct ogbv__page *page, int indent, const char *mark);
void ogbv__page_bytes(struct ogbv__page *page, const char *text, size_t n);
void ogbv__page_text(struct ogbv__page *page, const char *text);
void ogbv__page_int(struct ogbv__page *page, int64_t value);
/* Several pieces; the list ends with NULL. */
void ogbv__page_texts(struct ogbv__page *page, ...) __attribute__((sentinel));
void ogbv__page_end(struct ogbv__page *page);

/* A whole paragraph of one text. */
void ogbv__page_line(struct ogbv__page *page, int indent, const char *mark, const char *text);
/* An empty line, unless there is one already. */
void ogbv__page_gap(struct ogbv__page *page);
/* A heading in capitals as given, with gaps around. */
void ogbv__page_heading(struct ogbv__page *page, const char *text);

#endif
