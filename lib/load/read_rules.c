/* SPDX-License-Identifier: MIT */
/* What it is for: reading rules: terms, offences, baselines, remedies, their versions and parts.
 * What it must not know: how a rule is evaluated.
 * Invariant: versions stand in the order of the file; ids of parts are unique within a version. */
#include "load/reader.h"

#include "model/names.h"

#include <limits.h>
#include <string.h>

/* ---- parts ------------------------------------------------------------------------------- */

static int32_t part_kind(const struct ogbv__node *node)
{
    static const char *const names[] = { "element", "unless", "inapplicable", "aggravation" };
    for (int32_t i = 0; i < 4; i++)
        if (ogbv__node_is(node, names[i]))
            return i;
    return -1;
}

static int32_t read_months(struct ogbv__reader *r, const struct ogbv__node *node)
{
    int life = ogbv__read_name(node, "life", OGBV__NAMES_YES_NO, 0);
    int32_t months = ogbv__read_int(node, "max-months", -1);
    if (life && months >= 0)
        ogbv__fault(r, node, OGBV__D_VALUE, "max-months beside life");
    return life ? INT32_MAX : months;
}

static void read_part(struct ogbv__reader *r, const struct ogbv__node *node,
                      struct ogbv__version *version, struct ogbv__part *part)
{
    const char *raised = ogbv__node_attr(node, "raised");
    part->where = ogbv__where_of(r, node);
    part->kind = part_kind(node);
    part->id = ogbv__read_string(r, node, "id");
    part->label = ogbv__read_texts(r, node, "label");
    part->cite = ogbv__read_cite(r, node, &version->cite);
    part->burden = ogbv__read_name(node, "burden", OGBV_NAMES_BURDEN, -1);
    part->replaced_ref = ogbv__read_string(r, node, "replaced-by");
    part->jurisdictional = ogbv__read_name(node, "jurisdictional", OGBV__NAMES_YES_NO, 0);
    part->max_months = read_months(r, node);
    part->cond = ogbv__read_conds(r, node, &part->cite);
    if (!raised)
        return;
    part->raised = ogbv__map_get(&r->db->fact_ids, raised);
    if (!part->raised)
        ogbv__fault(r, node, OGBV__D_FACT_UNKNOWN, raised);
    else if (part->burden != OGBV_BURDEN_RAISED || part->raised->type != OGBV_BOOLEAN)
        ogbv__fault(r, node, OGBV__D_FACT_TYPE, raised);
}

void ogbv__read_parts(struct ogbv__reader *r, const struct ogbv__node *node,
                      struct ogbv__version *version)
{
    struct ogbv__map ids;
    size_t n = 0;
    for (const struct ogbv__node *kid = ogbv__node_first(node); kid; kid = ogbv__node_next(kid))
        n += part_kind(kid) >= 0;
    version->parts = ogbv__arena_array(r->arena, n, sizeof *version->parts);
    ogbv__map_init(&ids, r->arena);
    const struct ogbv__node *kid = ogbv__node_first(node);
    for (; version->parts && kid; kid = ogbv__node_next(kid)) {
        if (part_kind(kid) < 0)
            continue;
        struct ogbv__part *part = &version->parts[version->n_parts];
        read_part(r, kid, version, part);
        ogbv__claim(r, kid, &ids, part->id, part);
        if (part->cond)
            version->n_parts++;     /* one without a condition has been reported */
    }
}

/* A term's version is one condition: it becomes one element of the term's name. */
static void read_term_part(struct ogbv__reader *r, const struct ogbv__node *node,
                           struct ogbv__version *version)
{
    struct ogbv__part *part = ogbv__arena_take(r->arena, sizeof *part);
    if (!part)
        return;
    part->where = version->where;
    part->kind = OGBV__ELEMENT;
    part->id = "term";
    part->label = r->rule->label;
    part->cite = version->cite;
    part->burden = -1;
    part->max_months = -1;
    part->cond = ogbv__read_conds(r, node, &version->cite);
    version->parts = part;
    version->n_parts = part->cond != NULL;
}

/* ---- versions ---------------------------------------------------------------------------- */

static void read_penalty(struct ogbv__reader *r, const struct ogbv__node *node,
                         struct ogbv__version *version)
{
    const struct ogbv__node *kid = ogbv__kid(node, "penalty");
    struct ogbv__penalty *penalty = &version->penalty;
    penalty->max_months = -1;
    if (!kid)
        return;
    size_t n = ogbv__count_kids(node, "penalty");
    version->has_penalty = 1;
    penalty->cite = ogbv__read_cite(r, kid, &version->cite);
    penalty->max_months = read_months(r, kid);
    penalty->text.at = ogbv__arena_array(r->arena, n, sizeof *penalty->text.at);
    for (; penalty->text.at && kid; kid = ogbv__next_kid(kid)) {
        struct ogbv__texts one = ogbv__read_own_text(r, kid);
        if (one.n)
            penalty->text.at[penalty->text.n++] = one.at[0];
    }
}

static int32_t read_state(const struct ogbv__node *node)
{
    static const int32_t states[] = { OGBV_IN_FORCE, OGBV_ENACTED, OGBV_SUSPENDED,
                                      OGBV_STRUCK_DOWN, OGBV_START_UNKNOWN };
    return states[ogbv__read_name(node, "state", OGBV__NAMES_VERSION_WRITTEN, 0)];
}

/* A version without a pinpoint of its own has that of its rule. */
static struct ogbv__cite version_cite(struct ogbv__reader *r, const struct ogbv__node *node)
{
    struct ogbv__cite cite = ogbv__read_cite(r, node, &r->rule->cite);
    if (!cite.at || cite.at[0])
        return cite;
    cite.at = r->rule->cite.at;
    if (cite.source == r->rule->cite.source)
        cite.text = r->rule->cite.text;
    return cite;
}

static void read_version(struct ogbv__reader *r, const struct ogbv__node *node,
                         struct ogbv__version *version)
{
    version->where = ogbv__where_of(r, node);
    version->rule = r->rule;
    version->index = (uint32_t)r->db->n_versions++;
    version->from_text = ogbv__read_string(r, node, "from");
    version->to_text = ogbv__read_string(r, node, "to");
    version->from = ogbv__read_day(node, "from", OGBV__DAY_MIN);
    version->to = ogbv__read_day(node, "to", OGBV__DAY_MAX);
    version->state = read_state(node);
    version->cite = version_cite(r, node);
    r->version = version;
    if (r->rule->kind == OGBV_TERM)
        read_term_part(r, node, version);
    else
        ogbv__read_parts(r, node, version);
    r->version = NULL;
    read_penalty(r, node, version);
}

static void read_versions(struct ogbv__reader *r, const struct ogbv__node *node,
                          struct ogbv_rule *rule)
{
    rule->versions = ogbv__arena_array(r->arena, ogbv__count_kids(node, "version"),
                                       sizeof *rule->versions);
    const struct ogbv__node *kid = ogbv__kid(node, "version");
    for (; rule->versions && kid; kid = ogbv__next_kid(kid))
        read_version(r, kid, &rule->versions[rule->n_versions++]);
}

/* ---- rules ------------------------------------------------------------------------------- */

struct ogbv_rule *ogbv__new_rule(struct ogbv__reader *r, const struct ogbv__node *node,
                                 int32_t kind, const char *id)
{
    struct ogbv_rule *rule = ogbv__arena_take(r->arena, sizeof *rule);
    if (!rule)
        return NULL;
    rule->where = ogbv__where_of(r, node);
    rule->id = id;
    rule->kind = kind;
    rule->class_ = rule->remedy_kind = rule->without_notice = -1;
    rule->jurisdiction = r->jurisdiction;
    rule->number = (uint32_t)r->db->n_all_rules++;
    rule->index = (uint32_t)r->rules[kind].n;
    ogbv__vec_push(&r->rules[kind], rule);
    return rule;
}

static void read_remedy(struct ogbv__reader *r, const struct ogbv__node *node,
                        struct ogbv_rule *rule)
{
    rule->remedy_kind = ogbv__read_name(node, "kind", OGBV_NAMES_REMEDY_KIND, 0);
    rule->applicants = ogbv__read_words(r, node, "applicants", &rule->n_applicants);
    rule->respondents = ogbv__read_words(r, node, "respondents", &rule->n_respondents);
    rule->warning_refs = ogbv__read_words(r, node, "warnings", &rule->n_warnings);
    rule->without_notice = ogbv__read_name(node, "without-notice", OGBV__NAMES_YES_NO, -1);
    rule->review = ogbv__read_name(node, "review", OGBV__NAMES_YES_NO, 0);
    rule->forum = ogbv__read_texts(r, node, "forum");
    rule->standard = ogbv__read_texts(r, node, "standard");
    rule->heads = ogbv__read_text_list(r, node, "head", &rule->n_heads);
    rule->evidence = ogbv__read_text_list(r, node, "evidence", &rule->n_evidence);
    rule->steps = ogbv__read_text_list(r, node, "step", &rule->n_steps);
}

static void read_proceedings(struct ogbv__reader *r, const struct ogbv__node *node,
                             struct ogbv_rule *rule)
{
    const struct ogbv__node *kid = ogbv__kid(node, "proceedings");
    if (!kid)
        return;
    rule->proceedings_cite = ogbv__read_cite(r, kid, &rule->cite);
    rule->proceedings = ogbv__read_texts(r, node, "proceedings");
}

static int32_t rule_kind(const struct ogbv__node *node)
{
    static const char *const names[] = { "offence", "baseline", "remedy" };
    for (int32_t i = 0; i < 3; i++)
        if (ogbv__node_is(node, names[i]))
            return i;
    return OGBV_TERM;
}

/* Ids of rules begin with their jurisdiction. */
static void check_id(struct ogbv__reader *r, const struct ogbv__node *node,
                     const struct ogbv_rule *rule)
{
    size_t n = strlen(rule->jurisdiction->id);
    if (strncmp(rule->id, rule->jurisdiction->id, n) != 0 || rule->id[n] != '.')
        ogbv__fault_texts(r, node, OGBV__D_ID, rule->id, " does not begin with ",
                          rule->jurisdiction->id, ".", NULL);
}

/* When the states agreed on it, and by when they have to carry it out. */
static void read_baseline(struct ogbv__reader *r, const struct ogbv__node *node,
                          struct ogbv_rule *rule)
{
    rule->adopted = ogbv__read_string(r, node, "adopted");
    rule->due = ogbv__read_string(r, node, "due");
    if (rule->adopted && rule->due && strcmp(rule->adopted, rule->due) > 0)
        ogbv__fault(r, node, OGBV__D_DATE_ORDER, rule->due);
}

void ogbv__read_rule(struct ogbv__reader *r, const struct ogbv__node *node)
{
    int32_t kind = rule_kind(node);
    struct ogbv_rule *rule = ogbv__new_rule(r, node, kind, ogbv__read_string(r, node, "id"));
    if (!rule || !rule->id || !rule->jurisdiction->id)
        return;
    check_id(r, node, rule);
    ogbv__claim(r, node, &r->db->rule_ids, rule->id, rule);
    r->rule = rule;
    r->refs_allowed = 1;
    r->findings_allowed = kind == OGBV_REMEDY;
    rule->cite = ogbv__read_cite(r, node, NULL);
    rule->label = ogbv__read_texts(r, node, "label");
    rule->plain = ogbv__read_texts(r, node, "plain");
    rule->notes = ogbv__read_text_list(r, node, "note", &rule->n_notes);
    rule->class_ = ogbv__read_name(node, "class", OGBV_NAMES_CLASS, -1);
    rule->by = ogbv__read_name(node, "by", OGBV__NAMES_BY, OGBV__BY_CONDUCT);
    rule->concept_refs = ogbv__read_words(r, node, "concepts", &rule->n_concepts);
    rule->extent = ogbv__read_places(r, node, "extent", &rule->n_extent);
    rule->retired = ogbv__read_string(r, node, "retired");
    rule->successor = ogbv__read_string(r, node, "successor");
    if (kind == OGBV_REMEDY)
        read_remedy(r, node, rule);
    if (kind == OGBV_BASELINE)
        read_baseline(r, node, rule);
    read_versions(r, node, rule);
    read_proceedings(r, node, rule);
    r->findings_allowed = 1;
    ogbv__read_deadlines(r, node, rule);
    r->findings_allowed = r->refs_allowed = 0;
    r->rule = NULL;
}
