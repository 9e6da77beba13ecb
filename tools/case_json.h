/* SPDX-License-Identifier: MIT */
/* A case in JSON, as `ogbv assess` reads it (doc/result-format.md, section 1). What is wrong is
 * written as a message that names the place as a JSON pointer, never a value. */
#ifndef OGBV_TOOLS_CASE_JSON_H
#define OGBV_TOOLS_CASE_JSON_H

#include "tool.h"

struct case_json;

/* To be called once, before anything uses Jansson: its memory is wiped from here on. */
void case_json_init(void);

/* Reads a file, or standard input for "-". EXIT_DONE or EXIT_UNREADABLE. */
int case_json_read(const char *path, struct case_json **out);
void case_json_free(struct case_json *file);

/* What a failed call said of a place in the case (a JSON pointer); frees the error.
 * EXIT_UNREADABLE. */
int case_json_refuse(const struct case_json *file, const char *place, ogbv_error *error);

/* Whose law the case asks for; the strings live as long as the file. */
size_t case_json_jurisdiction_count(const struct case_json *file);
const char *case_json_jurisdiction(const struct case_json *file, size_t i);

/* Sets the day of assessment: that of the command line, else that of the case, else today. */
int case_json_set_on(const struct case_json *file, const struct options *options, ogbv_case *c);

/* Sets the facts and acts: EXIT_DONE or EXIT_UNREADABLE. All faults are reported. */
int case_json_fill(const struct case_json *file, ogbv_db *db, ogbv_case *c);

#endif
