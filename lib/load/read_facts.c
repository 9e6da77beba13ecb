/* SPDX-License-Identifier: MIT */
/* What it is for: reading facts.xml: the dictionary, and constraints as clauses.
 * What it must not know: what any fact means.
 * Invariant: choices and levels have 2 to 64 values; other types have none; a role is taken once.
 */
#include "load/reader.h"

#include "model/names.h"

static void read_values(struct ogbv__reader *r, const struct ogbv__node *node,
                        struct ogbv_fact *fact)
{
    int named = fact->type == OGBV_CHOICE || fact->type == OGBV_LEVEL;
    size_t n = ogbv__count_kids(node, "value");
    if (named ? n < 2 || n > 64 : n > 0) {
        ogbv__fault_texts(r, node, OGBV__D_FACT_TYPE, fact->id, " has the wrong number of values",
                          NULL);
        return;
    }
    struct ogbv__map ids;
    ogbv__map_init(&ids, r->arena);
    fact->values = ogbv__arena_array(r->arena, n, sizeof *fact->values);
    const struct ogbv__node *kid = ogbv__kid(node, "value");
    for (; fact->values && kid; kid = ogbv__next_kid(kid)) {
        struct ogbv__fact_value *value = &fact->values[fact->n_values++];
        value->id = ogbv__read_string(r, kid, "id");
        value->label = ogbv__read_texts(r, kid, "label");
        ogbv__claim(r, kid, &ids, value->id, value);
    }
}

static void set_domain(struct ogbv__reader *r, const struct ogbv__node *node,
                       struct ogbv_fact *fact)
{
    int bounded = ogbv__node_attr(node, "min") || ogbv__node_attr(node, "max");
    fact->min = OGBV__DAY_MIN;
    fact->max = OGBV__DAY_MAX;
    if (fact->type == OGBV_INTEGER) {
        fact->min = ogbv__read_int(node, "min", 0);
        fact->max = ogbv__read_int(node, "max", INT32_MAX);
        if (fact->min >= fact->max)
            ogbv__fault_texts(r, node, OGBV__D_VALUE, "min and max of ", fact->id, NULL);
        return;
    }
    if (bounded)
        ogbv__fault_texts(r, node, OGBV__D_FACT_TYPE, fact->id, " has bounds", NULL);
    if (fact->type == OGBV_BOOLEAN || fact->n_values > 0) {
        fact->min = 0;
        fact->max = fact->n_values ? (int64_t)fact->n_values - 1 : 1;
    }
}

static void take_role(struct ogbv__reader *r, const struct ogbv__node *node,
                      struct ogbv_fact *fact)
{
    int needs_bool = fact->role == OGBV__ROLE_RESTORATIVE;
    if (fact->role == OGBV__ROLE_NONE)
        return;
    if (fact->type != (needs_bool ? OGBV_BOOLEAN : OGBV_DATE)
        || fact->act != (fact->role == OGBV__ROLE_CONDUCT) || r->db->roles[fact->role])
        ogbv__fault(r, node, OGBV__D_ROLE, fact->id);
    else
        r->db->roles[fact->role] = fact;
}

static void read_fact(struct ogbv__reader *r, const struct ogbv__node *node)
{
    struct ogbv_fact *fact = ogbv__arena_take(r->arena, sizeof *fact);
    if (!fact)
        return;
    fact->where = ogbv__where_of(r, node);
    fact->id = ogbv__read_string(r, node, "id");
    fact->type = ogbv__read_name(node, "type", OGBV_NAMES_FACT_TYPE, 0);
    fact->act = ogbv__read_name(node, "scope", OGBV__NAMES_SCOPE, 0);
    fact->sensitivity = ogbv__read_name(node, "sensitivity", OGBV_NAMES_SENSITIVITY, 0);
    fact->open_norm = ogbv__read_name(node, "open-norm", OGBV__NAMES_YES_NO, 0);
    fact->safety = ogbv__read_name(node, "safety", OGBV__NAMES_YES_NO, 0);
    fact->role = ogbv__read_name(node, "role", OGBV__NAMES_ROLE, OGBV__ROLE_NONE);
    fact->unit = ogbv__read_string(r, node, "unit");
    fact->label = ogbv__read_texts(r, node, "label");
    fact->question = ogbv__read_texts(r, node, "question");
    fact->why = ogbv__read_texts(r, node, "why");
    read_values(r, node, fact);
    set_domain(r, node, fact);
    if (!ogbv__claim(r, node, &r->db->fact_ids, fact->id, fact))
        return;
    take_role(r, node, fact);
    fact->index = (uint32_t)r->facts.n;
    ogbv__vec_push(&r->facts, fact);
}

/* ---- constraints ------------------------------------------------------------------------- */

static void add_literal(struct ogbv__reader *r, const struct ogbv__node *node, int negated,
                        struct ogbv__clause *clause)
{
    struct ogbv__atom atom;
    if (!ogbv__read_atom(r, node, &atom))
        return;
    struct ogbv__literal *literal = &clause->literals[clause->n_literals++];
    literal->atom = ogbv__add_atom(r, &atom);
    literal->negated = negated;
}

/* if A and B then C: not A, or not B, or C. One clause for each thing that follows. */
static void add_clause(struct ogbv__reader *r, const struct ogbv__node *node,
                       const struct ogbv__node *then, int several)
{
    const struct ogbv__node *if_ = ogbv__kid(node, "if");
    struct ogbv__clause *clause = ogbv__arena_take(r->arena, sizeof *clause);
    size_t n = several ? ogbv__count_kids(then, "is") : 1;
    for (const struct ogbv__node *kid = ogbv__node_first(if_); kid; kid = ogbv__node_next(kid))
        n++;
    struct ogbv__literal *literals = ogbv__arena_array(r->arena, n, sizeof *literals);
    if (!clause || !literals)
        return;
    clause->literals = literals;
    clause->where = ogbv__where_of(r, node);
    clause->id = ogbv__read_string(r, node, "id");
    for (const struct ogbv__node *kid = ogbv__node_first(if_); kid; kid = ogbv__node_next(kid))
        add_literal(r, kid, 1, clause);
    if (!several)
        add_literal(r, then, 0, clause);
    else
        for (const struct ogbv__node *kid = ogbv__node_first(then); kid;
             kid = ogbv__node_next(kid))
            add_literal(r, kid, 0, clause);
    ogbv__vec_push(&r->clauses, clause);
}

static void read_constraint(struct ogbv__reader *r, const struct ogbv__node *node)
{
    const struct ogbv__node *then = ogbv__kid(node, "then");
    if (!ogbv__node_first(then))
        ogbv__fault(r, node, OGBV__D_CONSTRAINT, NULL);
    for (const struct ogbv__node *kid = ogbv__node_first(then); kid; kid = ogbv__node_next(kid))
        add_clause(r, node, kid, ogbv__node_is(kid, "any"));
}

void ogbv__read_facts(struct ogbv__reader *r, const struct ogbv__node *root)
{
    for (const struct ogbv__node *group = ogbv__kid(root, "group"); group;
         group = ogbv__next_kid(group))
        for (const struct ogbv__node *fact = ogbv__kid(group, "fact"); fact;
             fact = ogbv__next_kid(fact))
            read_fact(r, fact);
    struct ogbv__map ids;
    ogbv__map_init(&ids, r->arena);
    for (const struct ogbv__node *kid = ogbv__kid(root, "constraint"); kid;
         kid = ogbv__next_kid(kid)) {
        ogbv__claim(r, kid, &ids, ogbv__read_string(r, kid, "id"), r->db);
        read_constraint(r, kid);
    }
}
