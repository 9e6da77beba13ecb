/* SPDX-License-Identifier: MIT */
/* What the two halves of the reader of cases share. */
#ifndef OGBV_TOOLS_CASE_FILE_H
#define OGBV_TOOLS_CASE_FILE_H

#include "case_json.h"

#include <jansson.h>

struct case_json {
    const char *name;       /* for messages */
    json_t *root;
};

struct reading {
    const struct case_json *file;
    int faults;
};

/* Where something stands, as a path of keys and indices that ends at the top of the document. */
struct place {
    const struct place *up;     /* NULL: the top */
    const char *key;            /* NULL: an index */
    size_t index;
};

/* Whether a text has the form of an id. Only then may it be repeated in a message: anything else
 * may be a slip of the hand that put a fact into the place of a key. */
int is_id(const char *text);

/* Writes "ogbv: FILE: POINTER: text" and counts it; more may be NULL. After the first fifty faults
 * are only counted. */
void fault(struct reading *reading, const struct place *place, const char *text, const char *more);
/* Says how many were not written. EXIT_DONE when there was no fault, else EXIT_UNREADABLE. */
int end_reading(const struct reading *reading);

/* Reports keys of an object that are not in the list, which is written "one, two". */
void check_keys(struct reading *reading, const struct place *place, json_t *object,
                const char *allowed);

#endif
