/* SPDX-License-Identifier: MIT */
/* What it is for: compiling condition trees to gates, once for each db.
 * What it must not know: facts of a case, statuses, dates.
 * Invariant: gates come after all that they read; those before `split` read no finding. Nothing is
 * simplified beyond constants: any(x, not x) stays unknown while x is. */
#include "model/gates.h"

#include <string.h>

static uint32_t compile(struct ogbv__compiler *c, const struct ogbv__cond *cond, uint32_t neutral);

static void grow(struct ogbv__compiler *c)
{
    struct ogbv__gates *g = c->gates;
    uint32_t size = g->size ? g->size * 2 : 1024;
    struct ogbv__gate *more = ogbv__arena_array(c->arena, size, sizeof *more);
    if (!more)
        return;
    if (g->n_gates)
        memcpy(more, g->gates, g->n_gates * sizeof *more);
    g->gates = more;
    g->size = size;
}

uint32_t ogbv__gate_both(struct ogbv__compiler *c, uint32_t a, uint32_t b)
{
    if (a == OGBV__REF_TRUE || a == b)
        return b;
    if (b == OGBV__REF_TRUE)
        return a;
    if (a == OGBV__REF_FALSE || b == OGBV__REF_FALSE)
        return OGBV__REF_FALSE;
    struct ogbv__gates *g = c->gates;
    if (g->n_gates == g->size)
        grow(c);
    if (c->arena->failed)
        return OGBV__REF_FALSE;
    g->gates[g->n_gates].a = a;
    g->gates[g->n_gates].b = b;
    return 2 * (g->first_gate + g->n_gates++);
}

uint32_t ogbv__gate_either(struct ogbv__compiler *c, uint32_t a, uint32_t b)
{
    return ogbv__gate_both(c, a ^ 1, b ^ 1) ^ 1;
}

/* Inside a not, leaving a leaf out has to make the not neutral, hence the flip. */
static uint32_t compile_kids(struct ogbv__compiler *c, const struct ogbv__cond *cond)
{
    int any = cond->op == OGBV__ANY;
    uint32_t neutral = any ? OGBV__REF_FALSE : OGBV__REF_TRUE, acc = neutral;
    for (size_t i = 0; i < cond->n_kids; i++) {
        uint32_t kid = compile(c, cond->kids[i], neutral);
        acc = any ? ogbv__gate_either(c, acc, kid) : ogbv__gate_both(c, acc, kid);
    }
    return acc;
}

/* at[j] after i kids: at least j of them hold. Exact for Kleene: the formula is monotone and reads
 * each kid's planes apart. */
static uint32_t compile_at_least(struct ogbv__compiler *c, const struct ogbv__cond *cond)
{
    size_t n = (size_t)cond->n;
    uint32_t *at = ogbv__arena_array(c->arena, n + 1, sizeof *at);
    if (!at)
        return OGBV__REF_FALSE;
    at[0] = OGBV__REF_TRUE;
    for (size_t j = 1; j <= n; j++)
        at[j] = OGBV__REF_FALSE;
    for (size_t i = 0; i < cond->n_kids; i++) {
        uint32_t kid = compile(c, cond->kids[i], OGBV__REF_FALSE);
        for (size_t j = n; j >= 1; j--)
            at[j] = ogbv__gate_either(c, at[j], ogbv__gate_both(c, at[j - 1], kid));
    }
    return at[n];
}

static uint32_t compile_op(struct ogbv__compiler *c, const struct ogbv__cond *cond,
                           uint32_t neutral)
{
    switch (cond->op) {
    case OGBV__ALL:
    case OGBV__ANY:
        return compile_kids(c, cond);
    case OGBV__NOT:
        return compile(c, cond->kids[0], neutral ^ 1) ^ 1;
    case OGBV__AT_LEAST:
        return compile_at_least(c, cond);
    case OGBV__TEST:
        return c->fixed ? c->fixed[cond->atom] : 2 * (1 + cond->atom);
    case OGBV__REF:
        return ogbv__compile_version(c, cond->version);
    case OGBV__FINDING:
        return 2 * (1 + (uint32_t)c->db->n_atoms + cond->finding);
    default:
        return 2 * (1 + (uint32_t)(c->db->n_atoms + c->db->n_findings));   /* always unknown */
    }
}

static uint32_t compile(struct ogbv__compiler *c, const struct ogbv__cond *cond, uint32_t neutral)
{
    uint32_t ref = cond == c->drop ? neutral : compile_op(c, cond, neutral);
    c->gates->conds[cond->index] = ref;
    return ref;
}

static void compile_version(struct ogbv__compiler *c, const struct ogbv__version *version)
{
    struct ogbv__version_refs refs = { OGBV__REF_TRUE, OGBV__REF_FALSE, OGBV__REF_FALSE, 0 };
    for (size_t i = 0; i < version->n_parts; i++) {
        const struct ogbv__part *part = &version->parts[i];
        if (part->jurisdictional && c->no_jurisdictional)
            continue;
        uint32_t neutral = part->kind == OGBV__ELEMENT ? OGBV__REF_TRUE : OGBV__REF_FALSE;
        uint32_t ref = compile(c, part->cond, neutral);
        if (part->kind == OGBV__ELEMENT)
            refs.elements = ogbv__gate_both(c, refs.elements, ref);
        else if (part->kind == OGBV__UNLESS)
            refs.unless = ogbv__gate_either(c, refs.unless, ref);
        else if (part->kind == OGBV__INAPPLICABLE)
            refs.inapplicable = ogbv__gate_either(c, refs.inapplicable, ref);
    }
    uint32_t excused = ogbv__gate_either(c, refs.inapplicable, refs.unless);
    refs.strict = ogbv__gate_both(c, refs.elements, excused ^ 1);
    c->gates->versions[version->index] = refs;
    c->done[version->index] = 1;
}

uint32_t ogbv__compile_version(struct ogbv__compiler *c, const struct ogbv__version *version)
{
    if (!c->done[version->index])
        compile_version(c, version);
    return c->gates->versions[version->index].strict;
}

static void compile_rules(struct ogbv__compiler *c, int32_t kind)
{
    for (size_t i = 0; i < c->db->n_rules[kind]; i++) {
        const struct ogbv_rule *rule = c->db->rules[kind][i];
        for (size_t v = 0; v < rule->n_versions; v++)
            (void)ogbv__compile_version(c, &rule->versions[v]);
    }
}

static void compile_loose(struct ogbv__compiler *c, const struct ogbv__cond *cond)
{
    if (cond)
        (void)ogbv__compile_cond(c, cond);
}

static void compile_deadlines(struct ogbv__compiler *c, int32_t kind)
{
    for (size_t i = 0; i < c->db->n_rules[kind]; i++) {
        const struct ogbv_rule *rule = c->db->rules[kind][i];
        for (size_t d = 0; d < rule->n_deadlines; d++)
            compile_loose(c, rule->deadlines[d].when);
    }
}

/* Stage one: all that facts alone decide. Stage two: what also reads findings. */
static void compile_all(struct ogbv__compiler *c)
{
    const struct ogbv_db *db = c->db;
    compile_rules(c, OGBV_TERM);
    compile_rules(c, OGBV_OFFENCE);
    compile_rules(c, OGBV_BASELINE);
    compile_rules(c, OGBV__CORE);
    for (size_t i = 0; i < db->n_concepts; i++)
        compile_loose(c, db->concepts[i]->scope);
    for (size_t i = 0; i < db->n_jurisdictions; i++)
        compile_loose(c, db->jurisdictions[i]->connection);
    for (size_t i = 0; i < db->n_messages; i++)
        compile_loose(c, db->messages[i].when);
    c->gates->split = c->gates->n_gates;
    compile_rules(c, OGBV_REMEDY);
    compile_deadlines(c, OGBV_OFFENCE);
    compile_deadlines(c, OGBV_BASELINE);
    compile_deadlines(c, OGBV_REMEDY);
}

int ogbv__compiler_init(struct ogbv__compiler *c, struct ogbv__arena *arena,
                        const struct ogbv_db *db)
{
    memset(c, 0, sizeof *c);
    c->arena = arena;
    c->db = db;
    c->gates = ogbv__arena_take(arena, sizeof *c->gates);
    c->done = ogbv__arena_array(arena, db->n_versions, 1);
    if (!c->gates || !c->done)
        return 0;
    c->gates->first_gate = (uint32_t)(2 + db->n_atoms + db->n_findings);
    c->gates->conds = ogbv__arena_array(arena, db->n_conds, sizeof *c->gates->conds);
    c->gates->versions = ogbv__arena_array(arena, db->n_versions, sizeof *c->gates->versions);
    return !arena->failed;
}

uint32_t ogbv__compile_cond(struct ogbv__compiler *c, const struct ogbv__cond *cond)
{
    return compile(c, cond, OGBV__REF_TRUE);
}

struct ogbv__gates *ogbv__gates_build(struct ogbv__arena *arena, const struct ogbv_db *db,
                                      const struct ogbv__cond *drop)
{
    struct ogbv__compiler c;
    if (!ogbv__compiler_init(&c, arena, db))
        return NULL;
    c.drop = drop;
    compile_all(&c);
    return arena->failed ? NULL : c.gates;
}

struct ogbv__gates *ogbv__gates_of_conduct(struct ogbv__arena *arena, const struct ogbv_db *db)
{
    struct ogbv__compiler c;
    if (!ogbv__compiler_init(&c, arena, db))
        return NULL;
    c.no_jurisdictional = 1;
    compile_all(&c);
    return arena->failed ? NULL : c.gates;
}
