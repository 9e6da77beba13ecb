/* SPDX-License-Identifier: MIT */
/* The syntax of XML and HTML as far as the writers need it: text between tags, and attributes. */
#ifndef OGBV_REPORT_MARKUP_H
#define OGBV_REPORT_MARKUP_H

#include "report/sink.h"

/* Tags as they stand, text with what has a meaning in markup replaced. */
void ogbv__markup_tag(struct ogbv__sink *sink, const char *tag);
void ogbv__markup_text(struct ogbv__sink *sink, const char *text);
void ogbv__markup_int(struct ogbv__sink *sink, int64_t value);

/* Tag, text, tag, text ...: every second piece is text. The list ends with NULL. */
void ogbv__markup(struct ogbv__sink *sink, ...) __attribute__((sentinel));

#endif
