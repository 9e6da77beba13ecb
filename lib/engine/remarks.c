/* SPDX-License-Identifier: MIT */
/* What it is for: what a person should look at: rules that nothing can meet, rules that add
 * nothing, facts that no rule asks for, terms of one name with several meanings.
 * What it must not know: how remarks are written.
 * Invariant: a remark rests on a complete search, or on reading all rules. */
#include "engine/report.h"

#include "base/text.h"

#include <string.h>

struct looking {
    struct ogbv_report *report;
    struct ogbv__arena arena;   /* for the time of looking */
    uint8_t *dead;              /* by rule->number: no text in force, or no case meets it */
};

static struct ogbv_remark *add(struct looking *l, int32_t kind, const struct ogbv_rule *rule)
{
    struct ogbv_remark *remark = ogbv__arena_take(&l->report->arena, sizeof *remark);
    if (!remark)
        return NULL;
    remark->kind = kind;
    remark->relation = OGBV_UNDECIDED;
    remark->rule = rule;
    ogbv__vec_push(&l->report->remarks, remark);
    return remark;
}

static const struct ogbv__version *text_of(const struct looking *l, const struct ogbv_rule *rule)
{
    return ogbv__version_on(rule, l->report->day);
}

static int32_t ask(struct looking *l, const struct ogbv__question *question, ogbv_case **shown)
{
    int32_t answer = ogbv__ask(l->report->db, l->report->day, question, shown);
    l->arena.failed |= answer < 0;
    return answer;
}

/* Whether every case of a is a case of b. */
static int is_within(struct looking *l, const struct ogbv_rule *a, const struct ogbv_rule *b)
{
    struct ogbv__question question = { .in = text_of(l, a), .out = text_of(l, b) };
    return ask(l, &question, NULL) == OGBV_SEARCH_NONE;
}

/* ---- rules that nothing meets ------------------------------------------------------------ */

static void look_at_rule(struct looking *l, const struct ogbv_rule *rule)
{
    struct ogbv__question question = { .in = text_of(l, rule) };
    l->dead[rule->number] = !question.in || ask(l, &question, NULL) == OGBV_SEARCH_NONE;
    if (question.in && l->dead[rule->number])
        add(l, OGBV_REMARK_NEVER_MET, rule);
}

static void look_at_scopes(struct looking *l, const struct ogbv_rule *rule)
{
    for (size_t i = 0; i < rule->n_concepts && !l->dead[rule->number]; i++) {
        struct ogbv__question question = { .in = text_of(l, rule),
                                           .scope = rule->concepts[i]->scope };
        struct ogbv_remark *remark = ask(l, &question, NULL) == OGBV_SEARCH_NONE
            ? add(l, OGBV_REMARK_NEVER_IN_SCOPE, rule) : NULL;
        if (remark)
            remark->concept_ = rule->concepts[i];
    }
}

static void each_rule(struct looking *l, int32_t kind,
                      void (*look)(struct looking *l, const struct ogbv_rule *rule))
{
    const struct ogbv_db *db = l->report->db;
    for (size_t i = 0; i < db->n_rules[kind]; i++)
        look(l, db->rules[kind][i]);
}

/* ---- rules that add nothing -------------------------------------------------------------- */

static const struct ogbv_concept *shared_concept(const struct ogbv_rule *a,
                                                 const struct ogbv_rule *b)
{
    for (size_t i = 0; i < a->n_concepts; i++)
        if (ogbv__has_concept(b, a->concepts[i]))
            return a->concepts[i];
    return NULL;
}

static void remark_subsumed(struct looking *l, const struct ogbv_rule *rule,
                            const struct ogbv_rule *other, int32_t relation)
{
    struct ogbv_remark *remark = add(l, OGBV_REMARK_SUBSUMED, rule);
    if (!remark)
        return;
    remark->other = other;
    remark->relation = relation;
    remark->concept_ = shared_concept(rule, other);
}

static void look_at_pair(struct looking *l, const struct ogbv_rule *a, const struct ogbv_rule *b)
{
    if (a->jurisdiction != b->jurisdiction || a->class_ != b->class_ || l->dead[a->number]
        || l->dead[b->number] || !shared_concept(a, b))
        return;
    int a_in_b = is_within(l, a, b), b_in_a = is_within(l, b, a);
    if (a_in_b)
        remark_subsumed(l, a, b, b_in_a ? OGBV_EQUAL : OGBV_NARROWER);
    else if (b_in_a)
        remark_subsumed(l, b, a, OGBV_NARROWER);
}

static void look_at_pairs(struct looking *l, int32_t kind)
{
    const struct ogbv_db *db = l->report->db;
    for (size_t i = 0; i < db->n_rules[kind]; i++)
        for (size_t k = i + 1; k < db->n_rules[kind]; k++)
            look_at_pair(l, db->rules[kind][i], db->rules[kind][k]);
}

/* ---- terms of one name ------------------------------------------------------------------- */

/* The next letter or digit of a name, without what stands in brackets; 0 at its end. */
static char next_letter(const char **name)
{
    while (**name && **name != '(') {
        char c = *(*name)++;
        if (c >= 'A' && c <= 'Z')
            c = (char)(c - 'A' + 'a');
        if (ogbv__is_lower(c) || ogbv__is_digit(c) || (unsigned char)c >= 0x80)
            return c;
    }
    return '\0';
}

static int same_name(const struct ogbv_rule *a, const struct ogbv_rule *b)
{
    const char *one = ogbv__texts_in(&a->label, NULL), *two = ogbv__texts_in(&b->label, NULL);
    char c;
    do {
        c = next_letter(&one);
        if (c != next_letter(&two))
            return 0;
    } while (c);
    return 1;
}

static int32_t relation_of(int32_t only_a, int32_t only_b, int32_t shared)
{
    if (only_a == OGBV_SEARCH_UNDECIDED || only_b == OGBV_SEARCH_UNDECIDED)
        return OGBV_UNDECIDED;
    if (only_a == OGBV_SEARCH_NONE)
        return only_b == OGBV_SEARCH_NONE ? OGBV_EQUAL : OGBV_NARROWER;
    if (only_b == OGBV_SEARCH_NONE)
        return OGBV_BROADER;
    return shared == OGBV_SEARCH_NONE ? OGBV_DISJOINT
        : shared == OGBV_SEARCH_FOUND ? OGBV_OVERLAPPING : OGBV_UNDECIDED;
}

static void look_at_terms(struct looking *l, const struct ogbv_rule *a, const struct ogbv_rule *b)
{
    const struct ogbv__version *in_a = text_of(l, a), *in_b = text_of(l, b);
    const struct ogbv__question questions[] = { { .in = in_a, .out = in_b },
                                                { .in = in_b, .out = in_a },
                                                { .in = in_a, .also = in_b } };
    ogbv_case *cases[2];
    int32_t only_a = ask(l, &questions[0], &cases[0]), only_b = ask(l, &questions[1], &cases[1]);
    int32_t relation = relation_of(only_a, only_b, ask(l, &questions[2], NULL));
    struct ogbv_remark *remark = relation == OGBV_EQUAL
        ? NULL : add(l, OGBV_REMARK_TERM_DIFFERS, a);
    for (int side = 0; side < 2; side++) {
        if (remark)
            remark->cases[side] = cases[side];
        else
            ogbv_case_free(cases[side]);
    }
    if (!remark)
        return;
    remark->other = b;
    remark->relation = relation;
}

static void look_at_all_terms(struct looking *l)
{
    const struct ogbv_db *db = l->report->db;
    for (size_t i = 0; i < db->n_rules[OGBV_TERM]; i++)
        for (size_t k = i + 1; k < db->n_rules[OGBV_TERM]; k++) {
            const struct ogbv_rule *a = db->rules[OGBV_TERM][i], *b = db->rules[OGBV_TERM][k];
            if (a->jurisdiction != b->jurisdiction && same_name(a, b) && text_of(l, a)
                && text_of(l, b))
                look_at_terms(l, a, b);
        }
}

/* ---- facts that no rule uses ------------------------------------------------------------- */

static void use(uint8_t *used, const struct ogbv_fact *fact)
{
    if (fact)
        used[fact->index] = 1;
}

static void use_cond(const struct ogbv_db *db, uint8_t *used, const struct ogbv__cond *cond)
{
    if (!cond)
        return;
    if (cond->op == OGBV__TEST) {
        use(used, db->atoms[cond->atom].fact);
        use(used, db->atoms[cond->atom].fact2);
    }
    for (size_t i = 0; i < cond->n_kids; i++)
        use_cond(db, used, cond->kids[i]);
}

static void use_deadline(const struct ogbv_db *db, uint8_t *used,
                         const struct ogbv__deadline *deadline)
{
    use_cond(db, used, deadline->when);
    for (size_t e = 0; e < deadline->n_ends; e++)
        for (size_t s = 0; s < deadline->ends[e].n_starts; s++)
            use(used, deadline->ends[e].starts[s]);
    for (size_t s = 0; s < deadline->n_suspensions; s++) {
        use(used, deadline->suspensions[s].from);
        use(used, deadline->suspensions[s].to);
    }
}

static void use_rule(const struct ogbv_db *db, uint8_t *used, const struct ogbv_rule *rule)
{
    for (size_t v = 0; v < rule->n_versions; v++)
        for (size_t p = 0; p < rule->versions[v].n_parts; p++) {
            use_cond(db, used, rule->versions[v].parts[p].cond);
            use(used, rule->versions[v].parts[p].raised);
        }
    for (size_t d = 0; d < rule->n_deadlines; d++)
        use_deadline(db, used, &rule->deadlines[d]);
}

/* Facts with a role serve the engine, and safety messages ask for themselves. */
static void use_rest(const struct ogbv_db *db, uint8_t *used)
{
    for (int32_t role = OGBV__ROLE_NONE + 1; role < OGBV__N_ROLES; role++)
        use(used, db->roles[role]);
    for (size_t i = 0; i < db->n_messages; i++)
        use_cond(db, used, db->messages[i].when);
    for (size_t i = 0; i < db->n_jurisdictions; i++)
        use_cond(db, used, db->jurisdictions[i]->connection);
}

static void look_at_facts(struct looking *l)
{
    const struct ogbv_db *db = l->report->db;
    uint8_t *used = ogbv__arena_array(&l->arena, db->n_facts, 1);
    if (!used)
        return;
    for (int32_t kind = OGBV_OFFENCE; kind <= OGBV_TERM; kind++)
        for (size_t i = 0; i < db->n_rules[kind]; i++)
            use_rule(db, used, db->rules[kind][i]);
    use_rest(db, used);
    for (size_t f = 0; f < db->n_facts; f++) {
        struct ogbv_remark *remark = used[f] ? NULL : add(l, OGBV_REMARK_UNUSED_FACT, NULL);
        if (remark)
            remark->fact = db->facts[f];
    }
}

/* ---- all --------------------------------------------------------------------------------- */

void ogbv__remark_all(struct ogbv_report *report)
{
    struct looking l = { .report = report };
    ogbv__arena_init(&l.arena, &report->arena.alloc, 0);
    l.dead = ogbv__arena_array(&l.arena, report->db->n_all_rules, 1);
    if (l.dead) {
        for (int32_t kind = OGBV_OFFENCE; kind <= OGBV_TERM; kind++)
            each_rule(&l, kind, look_at_rule);
        each_rule(&l, OGBV_OFFENCE, look_at_scopes);
        each_rule(&l, OGBV_BASELINE, look_at_scopes);
        look_at_pairs(&l, OGBV_OFFENCE);
        look_at_pairs(&l, OGBV_BASELINE);
        look_at_facts(&l);
        look_at_all_terms(&l);
    }
    report->arena.failed |= l.arena.failed;
    ogbv__arena_free(&l.arena);
}
