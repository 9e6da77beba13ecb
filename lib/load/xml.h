/* SPDX-License-Identifier: MIT */
/* A parsed document and a cursor over its elements. Comments and white space are passed over; what
 * the format does not allow at all (DOCTYPE, processing instructions, CDATA, namespaces) is refused
 * while parsing, so readers never meet it. */
#ifndef OGBV_LOAD_XML_H
#define OGBV_LOAD_XML_H

#include "base/arena.h"

#include <stdint.h>

struct ogbv__xml;
struct ogbv__node;

struct ogbv__xml_fault {
    int32_t code;           /* 0: none; a diagnostic of diag.h; -1: no memory */
    int32_t line;
    char text[160];
};

/* Parses bytes. NULL and a fault when they are refused. Its memory is the allocator's. */
struct ogbv__xml *ogbv__xml_parse(const struct ogbv__alloc *alloc, const char *bytes, size_t n,
                                  struct ogbv__xml_fault *fault);
void ogbv__xml_free(struct ogbv__xml *xml);
const struct ogbv__node *ogbv__xml_root(const struct ogbv__xml *xml);

const char *ogbv__node_name(const struct ogbv__node *node);
int32_t ogbv__node_line(const struct ogbv__node *node);

/* Element children, in order. */
const struct ogbv__node *ogbv__node_first(const struct ogbv__node *node);
const struct ogbv__node *ogbv__node_next(const struct ogbv__node *node);

/* An attribute's value; NULL when absent. xml:lang is named "xml:lang". Borrowed from the
 * document. */
const char *ogbv__node_attr(const struct ogbv__node *node, const char *name);

/* Walks the attributes: 0 behind the last. */
int ogbv__node_attr_at(const struct ogbv__node *node, size_t i, const char **name,
                       const char **value);

/* Whether it holds text other than white space. */
int ogbv__node_has_text(const struct ogbv__node *node);

/* Its text with white space folded to single spaces, copied to the arena; NULL without memory. */
const char *ogbv__node_text(const struct ogbv__node *node, struct ogbv__arena *arena);

#endif
