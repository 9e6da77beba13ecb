/* SPDX-License-Identifier: MIT */
/* What it is for: reading a jurisdiction: its head, sources, citations, and what was looked for.
 * What it must not know: what a rule holds.
 * Invariant: every citation has a source of its file, and claims no more than that was seen. */
#include "load/reader.h"

#include "base/buf.h"
#include "base/text.h"
#include "model/names.h"

/* ---- sources ----------------------------------------------------------------------------- */

static const char *string_or_empty(struct ogbv__reader *r, const struct ogbv__node *node,
                                   const char *name)
{
    const char *value = ogbv__read_string(r, node, name);
    return value ? value : "";
}

static void read_source(struct ogbv__reader *r, const struct ogbv__node *node,
                        struct ogbv__source *source)
{
    source->where = ogbv__where_of(r, node);
    source->id = ogbv__read_string(r, node, "id");
    source->kind = ogbv__read_string(r, node, "kind");
    source->seen = ogbv__read_name(node, "seen", OGBV_NAMES_SEEN, OGBV_REMEMBERED);
    source->named_in_at = ogbv__read_name(node, "named-in-at", OGBV__NAMES_YES_NO, 0);
    source->title = ogbv__node_text(node, r->arena);
    source->copy = string_or_empty(r, node, "copy");
    source->url = string_or_empty(r, node, "url");
    source->read = string_or_empty(r, node, "read");
    source->speaks_for = string_or_empty(r, node, "speaks-for");
    if (source->seen != OGBV_REMEMBERED && (!source->url[0] || !source->read[0]))
        ogbv__fault_texts(r, node, OGBV__D_PRIMARY, source->id, " needs url and read", NULL);
    if (source->seen == OGBV_PRIMARY && !source->speaks_for[0])
        ogbv__fault_texts(r, node, OGBV__D_PRIMARY, source->id, " needs speaks-for", NULL);
}

struct ogbv__source *ogbv__read_sources(struct ogbv__reader *r, const struct ogbv__node *node,
                                        size_t *n)
{
    *n = 0;
    struct ogbv__source *sources = ogbv__arena_array(r->arena, ogbv__count_kids(node, "source"),
                                                     sizeof *sources);
    const struct ogbv__node *kid = ogbv__kid(node, "source");
    for (; sources && kid; kid = ogbv__next_kid(kid)) {
        struct ogbv__source *source = &sources[(*n)++];
        read_source(r, kid, source);
        if (r->sources)
            ogbv__claim(r, kid, r->sources, source->id, source);
    }
    return sources;
}

/* ---- citations --------------------------------------------------------------------------- */

static const char *cite_text(struct ogbv__reader *r, const struct ogbv__cite *cite)
{
    struct ogbv__buf text;
    if (!cite->source || (cite->source->named_in_at && cite->at[0]))
        return cite->at;
    ogbv__buf_init(&text, &r->db->context->alloc);
    ogbv__buf_text(&text, cite->source->title);
    if (cite->at[0])
        ogbv__buf_texts(&text, ", ", cite->at, NULL);
    const char *copy = ogbv__arena_string(r->arena, ogbv__buf_string(&text));
    if (text.failed)
        r->arena->failed = 1;
    ogbv__buf_free(&text);
    return copy;
}

static void cite_source(struct ogbv__reader *r, const struct ogbv__node *node, const char *id,
                        struct ogbv__cite *cite)
{
    const struct ogbv__source *source = r->sources ? ogbv__map_get(r->sources, id) : NULL;
    if (!source) {
        ogbv__fault(r, node, OGBV__D_SOURCE_UNKNOWN, id);
        return;
    }
    cite->source = source;
    cite->seen = source->seen;
}

struct ogbv__cite ogbv__read_cite(struct ogbv__reader *r, const struct ogbv__node *node,
                                  const struct ogbv__cite *around)
{
    struct ogbv__cite cite = { .seen = OGBV_REMEMBERED };
    const char *at = ogbv__read_string(r, node, "at"), *id = ogbv__node_attr(node, "source");
    if (around) {
        cite.source = around->source;
        cite.seen = around->seen;
    }
    if (id)
        cite_source(r, node, id, &cite);
    cite.at = at ? at : "";
    cite.seen = ogbv__read_name(node, "seen", OGBV_NAMES_SEEN, cite.seen);
    if (cite.source && cite.seen < cite.source->seen)
        ogbv__fault_texts(r, node, OGBV__D_SEEN, "source ", cite.source->id, NULL);
    if (!cite.source && !id && r->sources)
        ogbv__fault(r, node, OGBV__D_UNSOURCED, ogbv__node_name(node));
    cite.text = cite_text(r, &cite);
    return cite;
}

/* ---- the jurisdiction -------------------------------------------------------------------- */

static void read_members(struct ogbv__reader *r, const struct ogbv__node *root,
                         struct ogbv_jurisdiction *j)
{
    j->members = ogbv__arena_array(r->arena, ogbv__count_kids(root, "member-of"),
                                   sizeof *j->members);
    const struct ogbv__node *kid = ogbv__kid(root, "member-of");
    for (; j->members && kid; kid = ogbv__next_kid(kid)) {
        struct ogbv__membership *member = &j->members[j->n_members++];
        member->org = ogbv__read_string(r, kid, "org");
        member->from = ogbv__read_day(kid, "from", OGBV__DAY_MIN);
        member->to = ogbv__read_day(kid, "to", OGBV__DAY_MAX);
        if (member->from > member->to)
            ogbv__fault(r, kid, OGBV__D_DATE_ORDER, member->org);
    }
}

static void read_none_found(struct ogbv__reader *r, const struct ogbv__node *root,
                            struct ogbv_jurisdiction *j)
{
    j->none_found = ogbv__arena_array(r->arena, ogbv__count_kids(root, "none-found"),
                                      sizeof *j->none_found);
    const struct ogbv__node *kid = ogbv__kid(root, "none-found");
    for (; j->none_found && kid; kid = ogbv__next_kid(kid)) {
        struct ogbv__none_found *none = &j->none_found[j->n_none_found++];
        none->where = ogbv__where_of(r, kid);
        none->concept_ref = ogbv__read_string(r, kid, "concept");
        none->looked = ogbv__read_string(r, kid, "looked");
        none->text = ogbv__node_text(kid, r->arena);
    }
}

static void read_head(struct ogbv__reader *r, const struct ogbv__node *root,
                      struct ogbv_jurisdiction *j)
{
    enum { UNION = 2 };
    j->where = ogbv__where_of(r, root);
    j->id = ogbv__read_string(r, root, "id");
    j->place = ogbv__place_code(ogbv__node_attr(root, "id"));
    j->as_of = ogbv__read_string(r, root, "as-of");
    j->as_of_day = ogbv__read_day(root, "as-of", OGBV__DAY_MAX);
    j->parent_ref = ogbv__read_string(r, root, "parent");
    j->within_ref = ogbv__read_string(r, root, "within");
    j->union_ = ogbv__read_name(root, "kind", OGBV__NAMES_JURISDICTION_KIND, 0) == UNION;
    j->milder_law = ogbv__read_name(root, "milder-law", OGBV__NAMES_YES_NO, 0);
    j->label = ogbv__read_texts(r, root, "label");
    if (!j->within_ref && !j->as_of)
        ogbv__fault(r, root, OGBV__D_MISSING_ATTRIBUTE, "as-of of jurisdiction");
}

static int is_rule(const struct ogbv__node *node)
{
    return ogbv__node_is(node, "term") || ogbv__node_is(node, "offence")
        || ogbv__node_is(node, "baseline") || ogbv__node_is(node, "remedy");
}

/* A part without law of its own holds a label and nothing else. */
static void check_within(struct ogbv__reader *r, const struct ogbv__node *root,
                         const struct ogbv_jurisdiction *j)
{
    for (const struct ogbv__node *kid = ogbv__node_first(root); kid; kid = ogbv__node_next(kid))
        if (j->within_ref && !ogbv__node_is(kid, "label"))
            ogbv__fault_texts(r, kid, OGBV__D_PLACEMENT, ogbv__node_name(kid),
                              " in a jurisdiction that lies within another", NULL);
}

void ogbv__read_jurisdiction(struct ogbv__reader *r, const struct ogbv__node *root)
{
    struct ogbv_jurisdiction *j = ogbv__arena_take(r->arena, sizeof *j);
    struct ogbv__map sources;
    if (!j)
        return;
    ogbv__map_init(&sources, r->arena);
    r->sources = &sources;
    r->jurisdiction = j;
    read_head(r, root, j);
    if (ogbv__claim(r, root, &r->db->jurisdiction_ids, j->id, j))
        ogbv__vec_push(&r->jurisdictions, j);
    check_within(r, root, j);
    read_members(r, root, j);
    j->sources = ogbv__read_sources(r, root, &j->n_sources);
    const struct ogbv__node *connection = ogbv__kid(root, "connection");
    if (connection)
        j->connection = ogbv__read_conds(r, connection, NULL);
    for (const struct ogbv__node *kid = ogbv__node_first(root); kid; kid = ogbv__node_next(kid))
        if (is_rule(kid))
            ogbv__read_rule(r, kid);
    read_none_found(r, root, j);
    r->sources = NULL;
    r->jurisdiction = NULL;
}
