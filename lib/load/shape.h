/* SPDX-License-Identifier: MIT */
/* The structure of the data format as tables, and the check of a document against them. A reader
 * that runs after the check may rely on it: required attributes exist and have their type. */
#ifndef OGBV_LOAD_SHAPE_H
#define OGBV_LOAD_SHAPE_H

#include "load/reader.h"

enum {
    OGBV__A_TEXT,       /* not empty */
    OGBV__A_ID, OGBV__A_IDS,
    OGBV__A_DAY,
    OGBV__A_INT,        /* whole number from 0 */
    OGBV__A_SIGNED,
    OGBV__A_NAME, OGBV__A_NAMES,        /* of a vocabulary */
    OGBV__A_PLACE, OGBV__A_PLACES,
    OGBV__A_VALUE       /* checked against a fact by the reader */
};

enum { OGBV__NO_TEXT, OGBV__NEEDS_TEXT, OGBV__MAY_TEXT };

struct ogbv__attr_shape {
    const char *name;       /* NULL ends the table */
    int32_t type, required, vocabulary;
};

struct ogbv__shape;

/* A child element; or, with name NULL, any of the children of `shape`, as a group. */
struct ogbv__child_shape {
    const char *name;
    const struct ogbv__shape *shape;    /* NULL ends the table */
    int32_t min, max;                   /* max 0: any number */
    int32_t rank;                       /* children stand in ascending rank */
};

struct ogbv__shape {
    const struct ogbv__attr_shape *attrs;
    const struct ogbv__child_shape *children;
    int32_t text;
};

/* The shape of a root element, or NULL when there is no such file. */
const struct ogbv__shape *ogbv__shape_root(const char *name);

/* Checks a whole document; faults go to the reader's diagnostics. Returns whether there was none.
 */
int ogbv__shape_check(struct ogbv__reader *reader, const struct ogbv__node *root);

#endif
