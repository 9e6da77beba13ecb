/* SPDX-License-Identifier: MIT */
/* What the parts of the writer of entries share. */
#ifndef OGBV_REPORT_WRITE_ENTRY_H
#define OGBV_REPORT_WRITE_ENTRY_H

#include "model/model.h"
#include "report/page.h"

struct ogbv__entry {
    struct ogbv__page page;
    const struct ogbv_db *db;
    const char *lang;       /* NULL: English */
};

/* A condition as a list: what stands inside stands indented. */
void ogbv__entry_cond(struct ogbv__entry *entry, int indent, const struct ogbv__cond *cond);
/* The same for a condition whose label was written already: only what stands inside. */
void ogbv__entry_inside(struct ogbv__entry *entry, int indent, const struct ogbv__cond *cond);
/* How a deadline runs. */
void ogbv__entry_deadline(struct ogbv__entry *entry, int indent,
                          const struct ogbv__deadline *deadline);
/* A source: what it is, how and when it was read, and where. */
void ogbv__entry_source(struct ogbv__entry *entry, const struct ogbv__source *source);
/* "LABEL (PINPOINT)", and how well that is known where it is not known best. */
void ogbv__entry_cited(struct ogbv__entry *entry, const struct ogbv__texts *label,
                       const struct ogbv__cite *cite);
/* A paragraph "what: text", unless the text is empty. */
void ogbv__entry_labelled(struct ogbv__entry *entry, int indent, const char *what,
                          const char *text);

/* The entries. */
void ogbv__entry_rule(struct ogbv__entry *entry, const struct ogbv_rule *rule);
void ogbv__entry_concept(struct ogbv__entry *entry, const struct ogbv_concept *concept_);
void ogbv__entry_fact(struct ogbv__entry *entry, const struct ogbv_fact *fact);
void ogbv__entry_instrument(struct ogbv__entry *entry, const struct ogbv_instrument *instrument);

#endif
