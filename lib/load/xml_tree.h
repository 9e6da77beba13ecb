/* SPDX-License-Identifier: MIT */
/* The tree of a document while it grows: what the parser tells, in its order. xml.h reads it. */
#ifndef OGBV_LOAD_XML_TREE_H
#define OGBV_LOAD_XML_TREE_H

#include "load/xml.h"

struct ogbv__attr {
    const char *name, *value;
};

/* A document without elements; NULL without memory. What fails later is told by failed. */
struct ogbv__xml *ogbv__xml_new(const struct ogbv__alloc *alloc);
int ogbv__xml_failed(const struct ogbv__xml *xml);

/* Opens an element within the open one, with room for n attributes that the caller fills in;
 * NULL without memory. */
struct ogbv__attr *ogbv__xml_open(struct ogbv__xml *xml, const char *name, int32_t line, size_t n);
void ogbv__xml_close(struct ogbv__xml *xml);

/* Adds text to the open element. */
void ogbv__xml_add_text(struct ogbv__xml *xml, const char *bytes, size_t n);

/* A copy that lives as long as the document. */
const char *ogbv__xml_keep(struct ogbv__xml *xml, const char *bytes, size_t n);

#endif
