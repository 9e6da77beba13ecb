/* SPDX-License-Identifier: MIT */
/* The syntax of JSON, and nothing else: commas, nesting, escapes. Objects and arrays are printed a
 * member a line, two spaces a level; those opened as `line` stand on one line. A key is NULL inside
 * an array. There is no floating point. */
#ifndef OGBV_REPORT_JSON_H
#define OGBV_REPORT_JSON_H

#include "report/sink.h"

struct ogbv__json {
    struct ogbv__sink sink;
    int depth;          /* open objects and arrays */
    int line;           /* depth at which the innermost one-line value was opened; 0: none */
    int empty;          /* nothing stands yet in the innermost one */
};

void ogbv__json_init(struct ogbv__json *json, ogbv_write_fn write, void *payload);
/* Ends the document with a line feed. 0 when the caller's function stopped it. */
int ogbv__json_finish(struct ogbv__json *json);

void ogbv__json_object(struct ogbv__json *json, const char *key);
void ogbv__json_object_line(struct ogbv__json *json, const char *key);
void ogbv__json_object_end(struct ogbv__json *json);
void ogbv__json_array(struct ogbv__json *json, const char *key);
void ogbv__json_array_line(struct ogbv__json *json, const char *key);
void ogbv__json_array_end(struct ogbv__json *json);

/* NULL is written null. */
void ogbv__json_text(struct ogbv__json *json, const char *key, const char *text);
/* NULL and "" are written null. */
void ogbv__json_text_or_null(struct ogbv__json *json, const char *key, const char *text);
void ogbv__json_int(struct ogbv__json *json, const char *key, int64_t value);
void ogbv__json_bool(struct ogbv__json *json, const char *key, int value);
void ogbv__json_null(struct ogbv__json *json, const char *key);

#endif
