/* SPDX-License-Identifier: MIT */
/* What the C library does by locale, done without one: classes, numbers, UTF-8, ids, nearness. */
#ifndef OGBV_BASE_TEXT_H
#define OGBV_BASE_TEXT_H

#include <stddef.h>
#include <stdint.h>

int ogbv__is_space(char c);     /* space, tab, line feed, carriage return */
int ogbv__is_digit(char c);
int ogbv__is_lower(char c);     /* a to z */

int ogbv__text_equal(const char *a, const char *b);          /* NULL equals only NULL */
int ogbv__text_same_letters(const char *a, const char *b);   /* a to z as A to Z */
int ogbv__text_starts(const char *text, const char *prefix);

/* Strict UTF-8 (no overlong form, surrogate or value above U+10FFFF), no control character except
 * tab, line feed and carriage return. */
int ogbv__text_is_utf8(const char *bytes, size_t n);

/* Ids: parts of [a-z0-9-] joined by single dots, at most 96 bytes. */
int ogbv__text_is_id(const char *text);

/* A place: ISO 3166-1 alpha-2 in lower case, or with a subdivision: "ie", "us-ca", "gb-eaw". */
int ogbv__text_is_place(const char *text);

/* A place as a number that orders as its text does, and back (needs 8 bytes). 0 is no place, and
 * what NULL gives. */
int64_t ogbv__place_code(const char *text);
void ogbv__place_text(int64_t code, char out[8]);
/* Whether the first place is the second or a part of it. */
int ogbv__place_within(int64_t part, int64_t whole);

/* A whole decimal number with optional minus. Returns 0 on anything else or overflow. */
int ogbv__text_int(const char *text, int64_t *out);

/* The next word of a list separated by space: advances *list, sets *n; NULL at the end. */
const char *ogbv__text_word(const char **list, size_t *n);

/* Number of single-character edits between two texts, or limit + 1 when more than limit (>= 0).
 * A text longer than an id is far from everything. */
int ogbv__text_distance(const char *a, const char *b, int limit);

#endif
