/* SPDX-License-Identifier: MIT */
/* What all readers share: the db being built, the file being read, the diagnostics; and the small
 * steps that every reader takes. */
#ifndef OGBV_LOAD_READER_H
#define OGBV_LOAD_READER_H

#include "base/vec.h"
#include "core/diag.h"
#include "load/xml.h"
#include "model/model.h"

/* A condition that names a rule still to be resolved, and where it stands. */
struct ogbv__pending {
    struct ogbv__cond *cond;
    const struct ogbv_rule *rule;           /* the rule around; NULL outside rules */
    const struct ogbv__version *version;    /* the version around; NULL in deadlines */
};

struct ogbv__reader {
    struct ogbv_db *db;
    struct ogbv__arena *arena;              /* the db's */
    struct ogbv__vec *diags;
    struct ogbv__arena *diag_arena;
    const char *file;                       /* being read, for messages */
    const char *stem;                       /* its name without folder and .xml */
    /* lists that become arrays of the db */
    struct ogbv__vec facts, clauses, concepts, jurisdictions, rules[OGBV__N_RULE_KINDS];
    struct ogbv__vec instruments, messages, tests, atoms, findings, pendings;
    struct ogbv__map atom_keys, warnings, calendars;
    /* where the reader is */
    struct ogbv_jurisdiction *jurisdiction;
    struct ogbv__map *sources;              /* of the file */
    struct ogbv_rule *rule;
    struct ogbv__version *version;
    int findings_allowed, refs_allowed;
};

/* Reports a fault at a node; detail may be NULL. */
void ogbv__fault(struct ogbv__reader *r, const struct ogbv__node *node, int32_t code,
                 const char *detail);
/* ... with the detail put together from several strings, ending with NULL. */
void ogbv__fault_texts(struct ogbv__reader *r, const struct ogbv__node *node, int32_t code, ...)
    __attribute__((sentinel));
/* ... at a place that was noted earlier. */
void ogbv__fault_at(struct ogbv__reader *r, struct ogbv__where where, int32_t code,
                    const char *detail);

struct ogbv__where ogbv__where_of(const struct ogbv__reader *r, const struct ogbv__node *node);

/* Copies of attributes: a string (NULL when absent), a name's value (the default when absent), a
 * number, a day. */
const char *ogbv__read_string(struct ogbv__reader *r, const struct ogbv__node *node,
                              const char *name);
int32_t ogbv__read_name(const struct ogbv__node *node, const char *name, int32_t vocabulary,
                        int32_t otherwise);
int32_t ogbv__read_int(const struct ogbv__node *node, const char *name, int32_t otherwise);
int64_t ogbv__read_day(const struct ogbv__node *node, const char *name, int64_t otherwise);

/* A space-separated list as copies. */
const char **ogbv__read_words(struct ogbv__reader *r, const struct ogbv__node *node,
                              const char *name, size_t *n);
int64_t *ogbv__read_places(struct ogbv__reader *r, const struct ogbv__node *node, const char *name,
                           size_t *n);

/* Children of one name: how many, and the first. */
size_t ogbv__count_kids(const struct ogbv__node *node, const char *name);
const struct ogbv__node *ogbv__kid(const struct ogbv__node *node, const char *name);
const struct ogbv__node *ogbv__next_kid(const struct ogbv__node *kid);  /* of the same name */
int ogbv__node_is(const struct ogbv__node *node, const char *name);

/* All text children of one name, by language; faults when a language repeats. */
struct ogbv__texts ogbv__read_texts(struct ogbv__reader *r, const struct ogbv__node *node,
                                    const char *name);
/* An element's own text, as a text of one language. */
struct ogbv__texts ogbv__read_own_text(struct ogbv__reader *r, const struct ogbv__node *node);
/* Each child of a name as a text of its own. */
struct ogbv__texts *ogbv__read_text_list(struct ogbv__reader *r, const struct ogbv__node *node,
                                         const char *name, size_t *n);

/* Puts an id into a map; a fault when it is there already. Returns whether it was new. */
int ogbv__claim(struct ogbv__reader *r, const struct ogbv__node *node, struct ogbv__map *map,
                const char *id, void *value);

/* ---- readers ----------------------------------------------------------------------------- */

/* One for each root element; the document has passed its shape check. */
void ogbv__read_facts(struct ogbv__reader *r, const struct ogbv__node *root);
void ogbv__read_taxonomy(struct ogbv__reader *r, const struct ogbv__node *root);
void ogbv__read_safety(struct ogbv__reader *r, const struct ogbv__node *root);
void ogbv__read_instrument(struct ogbv__reader *r, const struct ogbv__node *root);
void ogbv__read_calendar(struct ogbv__reader *r, const struct ogbv__node *root);
void ogbv__read_jurisdiction(struct ogbv__reader *r, const struct ogbv__node *root);
void ogbv__read_tests(struct ogbv__reader *r, const struct ogbv__node *root);

/* Shared by them. */
struct ogbv__source *ogbv__read_sources(struct ogbv__reader *r, const struct ogbv__node *node,
                                        size_t *n);
/* The citation trio of a node inside `around` (NULL at the top). */
struct ogbv__cite ogbv__read_cite(struct ogbv__reader *r, const struct ogbv__node *node,
                                  const struct ogbv__cite *around);
/* The conditions among the children of a node: one, or an all of several; NULL when none. */
struct ogbv__cond *ogbv__read_conds(struct ogbv__reader *r, const struct ogbv__node *node,
                                    const struct ogbv__cite *around);
/* The elements, exceptions and aggravations of a version. */
void ogbv__read_parts(struct ogbv__reader *r, const struct ogbv__node *node,
                      struct ogbv__version *version);
void ogbv__read_deadlines(struct ogbv__reader *r, const struct ogbv__node *node,
                          struct ogbv_rule *rule);
void ogbv__read_rule(struct ogbv__reader *r, const struct ogbv__node *node);
/* Registers a rule of any kind. */
struct ogbv_rule *ogbv__new_rule(struct ogbv__reader *r, const struct ogbv__node *node,
                                 int32_t kind, const char *id);
struct ogbv__given *ogbv__read_given(struct ogbv__reader *r, const struct ogbv__node *node,
                                     size_t *n);
uint32_t ogbv__add_atom(struct ogbv__reader *r, const struct ogbv__atom *atom);

/* What a test of facts says, in words. */
struct ogbv__texts ogbv__describe(struct ogbv__reader *r, const struct ogbv__atom *atom);

/* Reads the atom that an <is> or <difference> states; 0 and a fault when it states none. */
int ogbv__read_atom(struct ogbv__reader *r, const struct ogbv__node *node,
                    struct ogbv__atom *atom);

/* ---- after reading ----------------------------------------------------------------------- */

void ogbv__link(struct ogbv__reader *r);        /* ids to pointers; lists to arrays */
void ogbv__lint(struct ogbv__reader *r);        /* meaning: dates, sources, coverage */

#endif
