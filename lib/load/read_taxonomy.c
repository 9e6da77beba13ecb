/* SPDX-License-Identifier: MIT */
/* What it is for: reading taxonomy.xml: families, concepts, mappings, core definitions and cases.
 * What it must not know: the law of any place.
 * Invariant: a core is a rule like any other, so that one evaluator serves both. */
#include "load/reader.h"

#include "base/text.h"
#include "model/names.h"

#include <string.h>

static void read_aliases(struct ogbv__reader *r, const struct ogbv__node *node,
                         struct ogbv_concept *concept_)
{
    concept_->aliases = ogbv__arena_array(r->arena, ogbv__count_kids(node, "alias"),
                                          sizeof *concept_->aliases);
    const struct ogbv__node *kid = ogbv__kid(node, "alias");
    for (; concept_->aliases && kid; kid = ogbv__next_kid(kid)) {
        struct ogbv__alias *alias = &concept_->aliases[concept_->n_aliases++];
        int discouraged = ogbv__read_name(kid, "discouraged", OGBV__NAMES_YES_NO, 0);
        alias->text = ogbv__node_text(kid, r->arena);
        alias->discouraged = discouraged ? ogbv__read_string(r, kid, "why") : NULL;
        if (discouraged != (ogbv__node_attr(kid, "why") != NULL))
            ogbv__fault(r, kid, OGBV__D_MISSING_ATTRIBUTE, "discouraged and why of alias");
    }
}

static void read_mappings(struct ogbv__reader *r, const struct ogbv__node *node,
                          struct ogbv_concept *concept_)
{
    concept_->mappings = ogbv__arena_array(r->arena, ogbv__count_kids(node, "mapping"),
                                           sizeof *concept_->mappings);
    const struct ogbv__node *kid = ogbv__kid(node, "mapping");
    for (; concept_->mappings && kid; kid = ogbv__next_kid(kid)) {
        struct ogbv__mapping *mapping = &concept_->mappings[concept_->n_mappings++];
        const char *at = ogbv__read_string(r, kid, "at");
        mapping->where = ogbv__where_of(r, kid);
        mapping->to_ref = ogbv__read_string(r, kid, "to");
        mapping->at = at ? at : "";
        mapping->relation = ogbv__read_string(r, kid, "relation");
        mapping->seen = ogbv__read_name(kid, "seen", OGBV_NAMES_SEEN, OGBV_REMEMBERED);
        if (!at && mapping->relation && strcmp(mapping->relation, "none") != 0)
            ogbv__fault(r, kid, OGBV__D_MISSING_ATTRIBUTE, "at of mapping");
    }
}

static void read_core(struct ogbv__reader *r, const struct ogbv__node *node,
                      struct ogbv_concept *concept_)
{
    struct ogbv_rule *core = ogbv__new_rule(r, node, OGBV__CORE, concept_->id);
    struct ogbv__version *version = ogbv__arena_take(r->arena, sizeof *version);
    if (!core || !version)
        return;
    core->label = concept_->label;
    version->where = core->where;
    version->rule = core;
    version->index = (uint32_t)r->db->n_versions++;
    version->from = OGBV__DAY_MIN;
    version->to = OGBV__DAY_MAX;
    version->cite.seen = OGBV_PRIMARY;      /* ours: there is no text behind it to be read */
    version->penalty.max_months = -1;
    version->cite.at = version->cite.text = "";
    core->cite = version->cite;
    core->versions = version;
    core->n_versions = 1;
    r->rule = core;
    r->version = version;
    ogbv__read_parts(r, node, version);
    r->rule = NULL;
    r->version = NULL;
    concept_->core = core;
}

static void read_core_case(struct ogbv__reader *r, const struct ogbv__node *node,
                           struct ogbv_concept *concept_)
{
    struct ogbv__test *test = ogbv__arena_take(r->arena, sizeof *test);
    if (!test)
        return;
    test->where = ogbv__where_of(r, node);
    test->id = concept_->id;
    test->title = "";
    test->on = ogbv__read_string(r, node, "on");
    test->given = ogbv__read_given(r, node, &test->n_given);
    concept_->core_case = test;
}

static struct ogbv_concept *new_concept(struct ogbv__reader *r, const struct ogbv__node *node)
{
    struct ogbv_concept *concept_ = ogbv__arena_take(r->arena, sizeof *concept_);
    if (!concept_)
        return NULL;
    concept_->where = ogbv__where_of(r, node);
    concept_->id = ogbv__read_string(r, node, "id");
    concept_->label = ogbv__read_texts(r, node, "label");
    concept_->definition = ogbv__read_texts(r, node, "definition");
    ogbv__claim(r, node, &r->db->concept_ids, concept_->id, concept_);
    return concept_;
}

static void check_id(struct ogbv__reader *r, const struct ogbv__node *node,
                     const struct ogbv_concept *concept_)
{
    const char *family = concept_->family->id;
    if (!concept_->id || !family)
        return;
    if (!ogbv__text_starts(concept_->id, family) || concept_->id[strlen(family)] != '.')
        ogbv__fault_texts(r, node, OGBV__D_ID, concept_->id, " does not begin with ", family, ".",
                          NULL);
}

static void read_concept(struct ogbv__reader *r, const struct ogbv__node *node,
                         const struct ogbv_concept *family)
{
    struct ogbv_concept *concept_ = new_concept(r, node);
    if (!concept_)
        return;
    concept_->family = family;
    concept_->index = (uint32_t)r->concepts.n;
    ogbv__vec_push(&r->concepts, concept_);
    check_id(r, node, concept_);
    read_aliases(r, node, concept_);
    read_mappings(r, node, concept_);
    concept_->scope = ogbv__read_conds(r, ogbv__kid(node, "scope"), NULL);
    read_core(r, ogbv__kid(node, "core"), concept_);
    read_core_case(r, ogbv__kid(node, "core-case"), concept_);
}

void ogbv__read_taxonomy(struct ogbv__reader *r, const struct ogbv__node *root)
{
    for (const struct ogbv__node *node = ogbv__kid(root, "family"); node;
         node = ogbv__next_kid(node)) {
        const struct ogbv_concept *family = new_concept(r, node);
        const struct ogbv__node *kid = ogbv__kid(node, "concept");
        for (; family && kid; kid = ogbv__next_kid(kid))
            read_concept(r, kid, family);
    }
}
