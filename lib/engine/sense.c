/* SPDX-License-Identifier: MIT */
/* What it is for: questions about single rules: whether a case can meet one, whether one covers
 * another.
 * What it must not know: what the answers are used for.
 * Invariant: none is said only after a complete search. */
#include "engine/report.h"

#include "base/date.h"
#include "core/error.h"

enum { BUDGET = 20000 };

const struct ogbv__version *ogbv__version_on(const struct ogbv_rule *rule, int64_t day)
{
    for (size_t v = 0; v < rule->n_versions; v++)
        if (rule->versions[v].state == OGBV_IN_FORCE && rule->versions[v].from <= day
            && day <= rule->versions[v].to)
            return &rule->versions[v];
    return NULL;
}

/* ---- asking ------------------------------------------------------------------------------ */

static uint32_t goal_of(struct ogbv__compiler *c, const struct ogbv__question *question)
{
    uint32_t goal = OGBV__REF_TRUE;
    if (question->scope)
        goal = ogbv__compile_cond(c, question->scope);
    if (question->in)
        goal = ogbv__gate_both(c, goal, ogbv__compile_version(c, question->in));
    if (question->also)
        goal = ogbv__gate_both(c, goal, ogbv__compile_version(c, question->also));
    if (question->out)
        goal = ogbv__gate_both(c, goal, ogbv__compile_version(c, question->out) ^ 1);
    return goal;
}

/* The day that chooses a text is the day asked about; other days are free. */
static void set_days(struct ogbv__search *s, const struct ogbv__version *version, int64_t day)
{
    static const int32_t roles[][2] = {
        [OGBV__BY_CONDUCT] = { OGBV__ROLE_CONDUCT, OGBV__ROLE_CONDUCT },
        [OGBV__BY_PATTERN] = { OGBV__ROLE_PATTERN_FIRST, OGBV__ROLE_PATTERN_LAST },
        [OGBV__BY_FILING] = { OGBV__ROLE_FILING, OGBV__ROLE_FILING },
        [OGBV__BY_DECISION] = { OGBV__ROLE_DECISION, OGBV__ROLE_DECISION },
    };
    for (int i = 0; version && i < 2; i++)
        ogbv__search_set(s, s->db->roles[roles[version->rule->by][i]], day);
}

static int32_t search(struct ogbv__search *s, const struct ogbv__question *question, int64_t day)
{
    static const int32_t answers[] = { OGBV_SEARCH_NONE, OGBV_SEARCH_FOUND,
                                       OGBV_SEARCH_UNDECIDED };
    set_days(s, question->in, day);
    set_days(s, question->also, day);
    set_days(s, question->out, day);
    s->budget = BUDGET;
    return ogbv__search_prepare(s, NULL, NULL) ? answers[ogbv__search_run(s)] : -1;
}

/* ---- showing ----------------------------------------------------------------------------- */

/* Whether what the case says is enough. */
static int is_enough(struct ogbv__search *s, const ogbv_case *c)
{
    ogbv__search_undo(s, 0);
    for (size_t f = 0; f < s->db->n_facts; f++)
        if (c->values[f].state == OGBV__GIVEN)
            ogbv__search_assign(s, s->db->facts[f], c->values[f].lo);
    return ogbv__search_look(s) == OGBV__YES;
}

/* Takes back, the last first, what is not needed. */
static void trim(struct ogbv__search *s, ogbv_case *c)
{
    for (size_t f = s->db->n_facts; f-- > 0;) {
        struct ogbv__value before = c->values[f];
        if (before.state != OGBV__GIVEN)
            continue;
        c->values[f] = ogbv__value_unknown(s->db->facts[f]);
        if (!is_enough(s, c))
            c->values[f] = before;
    }
}

/* What the search assigned and needs, without the days that were set for it. */
static ogbv_case *shown_by(ogbv_db *db, struct ogbv__search *s)
{
    ogbv_case *shown;
    if (ogbv_case_new(db, &shown, NULL) != OGBV_OK)
        return NULL;
    for (size_t f = 0; f < db->n_facts; f++)
        if (s->domain_of[f] && s->values[f].state == OGBV__GIVEN
            && !ogbv__is_day_role(db->facts[f]))
            ogbv__case_put(shown, OGBV_CASE, db->facts[f], &s->values[f]);
    trim(s, shown);
    return shown;
}

/* ---- the answer -------------------------------------------------------------------------- */

int32_t ogbv__ask(ogbv_db *db, int64_t day, const struct ogbv__question *question,
                  ogbv_case **shown)
{
    struct ogbv__arena arena;
    struct ogbv__compiler compiler;
    struct ogbv__search s;
    int32_t answer = -1;
    ogbv__arena_init(&arena, &db->context->alloc, 0);
    if (shown)
        *shown = NULL;
    if (ogbv__compiler_init(&compiler, &arena, db)) {
        uint32_t goal = goal_of(&compiler, question);
        if (ogbv__search_init(&s, &arena, db, compiler.gates, goal))
            answer = search(&s, question, day);
    }
    if (shown && answer == OGBV_SEARCH_FOUND)
        *shown = shown_by(db, &s);
    if (arena.failed || (shown && answer == OGBV_SEARCH_FOUND && !*shown))
        answer = -1;
    ogbv__arena_free(&arena);
    return answer;
}

/* ---- one rule ---------------------------------------------------------------------------- */

ogbv_status ogbv_rule_can_be_met(ogbv_db *db, const char *rule, const char *on,
                                 int32_t *answer, ogbv_error **error)
{
    int64_t day;
    if (answer)
        *answer = OGBV_SEARCH_NONE;
    if (!db || !rule || !on || !answer || !ogbv__date_parse_day(on, &day))
        return ogbv__fail_invalid(error);
    const ogbv_rule *found = ogbv_rule_find(db, rule);
    if (!found)
        return ogbv__fail(&db->context->alloc, error, OGBV_ERR_NOT_FOUND, "there is no such rule");
    struct ogbv__question question = { .in = ogbv__version_on(found, day) };
    int32_t said = question.in ? ogbv__ask(db, day, &question, NULL) : OGBV_SEARCH_NONE;
    if (said < 0)
        return ogbv__fail_nomem(error);
    *answer = said;
    return OGBV_OK;
}
