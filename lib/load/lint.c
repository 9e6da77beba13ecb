/* SPDX-License-Identifier: MIT */
/* What it is for: what structure and ids cannot show: dates in order, coverage, how well a rule is
 * sourced, that tests expect what exists.
 * What it must not know: files, XML.
 * Invariant: runs on a linked db without faults; adds the last derived fields. */
#include "load/reader.h"

#include "base/text.h"

#include <string.h>

/* ---- versions in time -------------------------------------------------------------------- */

/* Texts that are or may become law stand beside the one in force; they overlap nothing. */
static int takes_time(const struct ogbv__version *version)
{
    return version->state == OGBV_IN_FORCE || version->state == OGBV_SUSPENDED
        || version->state == OGBV_STRUCK_DOWN;
}

static void lint_versions(struct ogbv__reader *r, const struct ogbv_rule *rule)
{
    const struct ogbv__version *last = NULL;
    for (size_t v = 0; v < rule->n_versions; v++) {
        const struct ogbv__version *version = &rule->versions[v];
        if (version->from > version->to)
            ogbv__fault_at(r, version->where, OGBV__D_DATE_ORDER, rule->id);
        if (!takes_time(version))
            continue;
        if (last && version->from <= last->from)
            ogbv__fault_at(r, version->where, OGBV__D_DATE_ORDER, rule->id);
        else if (last && version->from <= last->to)
            ogbv__fault_at(r, version->where, OGBV__D_OVERLAP, rule->id);
        last = version;
    }
}

/* ---- sources ----------------------------------------------------------------------------- */

static int32_t weaker(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

static int32_t weakest_cond(const struct ogbv__cond *cond)
{
    int32_t seen = cond->id ? cond->cite.seen : OGBV_PRIMARY;
    for (size_t i = 0; i < cond->n_kids; i++)
        seen = weaker(seen, weakest_cond(cond->kids[i]));
    if (cond->op == OGBV__REF && cond->version) {
        const struct ogbv__version *version = cond->version;
        seen = weaker(seen, version->cite.seen);
        for (size_t p = 0; p < version->n_parts; p++)
            seen = weaker(seen, weaker(version->parts[p].cite.seen,
                                       weakest_cond(version->parts[p].cond)));
    }
    return seen;
}

/* A part is as well sourced as the weakest thing it is made of: terms and cited rules count. */
static void weigh_parts(struct ogbv__version *version)
{
    for (size_t p = 0; p < version->n_parts; p++) {
        struct ogbv__part *part = &version->parts[p];
        part->cite.seen = weaker(part->cite.seen, weakest_cond(part->cond));
    }
}

static void weigh(struct ogbv_rule *rule)
{
    rule->verified = rule->cite.seen;
    for (size_t v = 0; v < rule->n_versions; v++) {
        struct ogbv__version *version = &rule->versions[v];
        weigh_parts(version);
        rule->verified = weaker(rule->verified, version->cite.seen);
        if (version->has_penalty)
            rule->verified = weaker(rule->verified, version->penalty.cite.seen);
        for (size_t p = 0; p < version->n_parts; p++)
            rule->verified = weaker(rule->verified, version->parts[p].cite.seen);
    }
}

/* ---- roles ------------------------------------------------------------------------------- */

static void lint_role(struct ogbv__reader *r, const struct ogbv_rule *rule)
{
    static const int32_t needed[] = {
        [OGBV__BY_CONDUCT] = OGBV__ROLE_CONDUCT, [OGBV__BY_PATTERN] = OGBV__ROLE_PATTERN_FIRST,
        [OGBV__BY_FILING] = OGBV__ROLE_FILING, [OGBV__BY_DECISION] = OGBV__ROLE_DECISION,
    };
    const struct ogbv_fact *const *roles = r->db->roles;
    int missing = !roles[needed[rule->by]]
        || (rule->by == OGBV__BY_PATTERN && !roles[OGBV__ROLE_PATTERN_LAST]);
    if (missing)
        ogbv__fault_at(r, rule->where, OGBV__D_ROLE, rule->id);
}

/* ---- coverage ---------------------------------------------------------------------------- */

static void cover_rules(struct ogbv_db *db, int32_t kind)
{
    for (size_t i = 0; i < db->n_rules[kind]; i++) {
        const struct ogbv_rule *rule = db->rules[kind][i];
        const struct ogbv_jurisdiction *j = rule->jurisdiction;
        for (size_t c = 0; c < rule->n_concepts; c++) {
            j->coverage[rule->concepts[c]->index] = OGBV_ENCODED;
            j->looked[rule->concepts[c]->index] = j->as_of;
        }
    }
}

static void cover_none(struct ogbv__reader *r, struct ogbv_jurisdiction *j)
{
    for (size_t i = 0; i < j->n_none_found; i++) {
        const struct ogbv__none_found *none = &j->none_found[i];
        uint8_t *cell = &j->coverage[none->concept_->index];
        if (*cell != OGBV_NOT_ENCODED)
            ogbv__fault_at(r, none->where, OGBV__D_COVERAGE, none->concept_ref);
        *cell = OGBV_NONE_FOUND;
        j->looked[none->concept_->index] = none->looked;
    }
}

static void cover(struct ogbv__reader *r)
{
    struct ogbv_db *db = r->db;
    for (size_t i = 0; i < db->n_jurisdictions; i++) {
        struct ogbv_jurisdiction *j = db->jurisdictions[i];
        j->coverage = ogbv__arena_array(r->arena, db->n_concepts, 1);
        j->looked = ogbv__arena_array(r->arena, db->n_concepts, sizeof *j->looked);
    }
    if (r->arena->failed)
        return;
    cover_rules(db, OGBV_OFFENCE);
    cover_rules(db, OGBV_BASELINE);
    cover_rules(db, OGBV_REMEDY);
    for (size_t i = 0; i < db->n_jurisdictions; i++)
        cover_none(r, db->jurisdictions[i]);
}

/* ---- tests ------------------------------------------------------------------------------- */

static void lint_fact_ids(struct ogbv__reader *r, const struct ogbv__expect *expect,
                          const char *list)
{
    char id[128];
    size_t n;
    for (const char *word; list && (word = ogbv__text_word(&list, &n)) != NULL;) {
        if (n < sizeof id) {
            memcpy(id, word, n);
            id[n] = '\0';
        }
        if (n >= sizeof id || !ogbv__map_get(&r->db->fact_ids, id))
            ogbv__fault_at(r, expect->where, OGBV__D_FACT_UNKNOWN, n < sizeof id ? id : NULL);
    }
}

static int has_deadline(const struct ogbv_rule *rule, const char *id)
{
    for (size_t i = 0; rule && i < rule->n_deadlines; i++)
        if (ogbv__text_equal(rule->deadlines[i].id, id))
            return 1;
    return 0;
}

static void lint_expect(struct ogbv__reader *r, const struct ogbv__expect *expect)
{
    const struct ogbv_rule *rule = ogbv__map_get(&r->db->rule_ids, expect->of);
    if (!rule && !ogbv__map_get(&r->db->concept_ids, expect->of))
        ogbv__fault_at(r, expect->where, OGBV__D_TEST_UNKNOWN, expect->of);
    if (expect->deadline && !has_deadline(rule, expect->deadline))
        ogbv__fault_at(r, expect->where, OGBV__D_TEST_UNKNOWN, expect->deadline);
    lint_fact_ids(r, expect, expect->missing);
    lint_fact_ids(r, expect, expect->not_missing);
}

static void lint_tests(struct ogbv__reader *r)
{
    for (size_t i = 0; i < r->db->n_tests; i++)
        for (size_t e = 0; e < r->db->tests[i]->n_expects; e++)
            lint_expect(r, &r->db->tests[i]->expects[e]);
}

void ogbv__lint(struct ogbv__reader *r)
{
    struct ogbv_db *db = r->db;
    for (int32_t kind = 0; kind < OGBV__N_RULE_KINDS; kind++)
        for (size_t i = 0; i < db->n_rules[kind]; i++) {
            struct ogbv_rule *rule = db->rules[kind][i];
            lint_versions(r, rule);
            weigh(rule);
            if (kind <= OGBV_REMEDY)
                lint_role(r, rule);
        }
    cover(r);
    lint_tests(r);
}
