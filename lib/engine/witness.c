/* SPDX-License-Identifier: MIT */
/* What it is for: whole cases that show a difference, confirmed by the engine that assesses cases.
 * What it must not know: how the case was found.
 * Invariant: a witness that the engine does not confirm is never handed out. */
#include "engine/compare.h"

#include "core/error.h"

static void put(ogbv_case *c, const struct ogbv_fact *fact, int64_t number)
{
    struct ogbv__value value = { .lo = number, .hi = number, .state = OGBV__GIVEN };
    ogbv__case_put(c, OGBV_CASE, fact, &value);
}

/* ---- elements that only found a court's power: made to hold ------------------------------- */

static void make_atom_hold(ogbv_case *c, const struct ogbv__atom *atom)
{
    struct ogbv__value value = c->values[atom->fact->index];
    if (value.state != OGBV__UNSET)
        return;
    if (atom->n_list)
        put(c, atom->fact, atom->list[0]);
    else if (ogbv__value_assert(atom, 0, &value) > 0)
        put(c, atom->fact, value.lo);
}

/* Of alternatives the first. What this does not reach, the engine does not confirm. */
static void make_hold(const struct ogbv_db *db, ogbv_case *c, const struct ogbv__cond *cond)
{
    size_t n = cond->op == OGBV__ANY ? 1 : cond->op == OGBV__NOT ? 0 : cond->n_kids;
    if (cond->op == OGBV__TEST)
        make_atom_hold(c, &db->atoms[cond->atom]);
    if (cond->op == OGBV__REF)
        for (size_t p = 0; p < cond->version->n_parts; p++)
            make_hold(db, c, cond->version->parts[p].cond);
    for (size_t i = 0; i < n; i++)
        make_hold(db, c, cond->kids[i]);
}

static void found_power(const struct ogbv_db *db, ogbv_case *c,
                        const struct ogbv__definition *definition)
{
    for (size_t v = 0; v < definition->n_versions; v++)
        for (size_t p = 0; p < definition->versions[v]->n_parts; p++)
            if (definition->versions[v]->parts[p].jurisdictional)
                make_hold(db, c, definition->versions[v]->parts[p].cond);
}

/* ---- confirming -------------------------------------------------------------------------- */

static void set_days(const struct ogbv_db *db, ogbv_case *c, int64_t day)
{
    for (int32_t role = OGBV__ROLE_CONDUCT; role <= OGBV__ROLE_PATTERN_LAST; role++)
        if (db->roles[role])
            put(c, db->roles[role], day);
    c->on = day;
    c->has_on = 1;
}

static ogbv__trit value_of(const struct ogbv_comparison *comparison, struct ogbv__work *work,
                           const struct ogbv__definition *definition)
{
    struct ogbv__run *run = &work->runs[0];
    ogbv__trit any = OGBV__NO;
    for (size_t v = 0; v < definition->n_versions; v++) {
        const struct ogbv_rule *rule = definition->versions[v]->rule;
        ogbv__judge(work, run, rule);
        any = ogbv__trit_or(any, run->verdicts[rule->number].strict);
    }
    uint32_t scope = work->gates->conds[comparison->concept_->scope->index];
    return ogbv__trit_and(any, ogbv__ref_value(run, scope));
}

/* The value that the engine gives to a definition for this case, on the definition's day. */
static int confirm(struct ogbv_comparison *comparison, ogbv_case *c,
                   const struct ogbv__definition *definition, ogbv__trit expected)
{
    struct ogbv__work work;
    int ok = 0;
    set_days(comparison->db, c, definition->day);
    if (!ogbv__work_init(&work, comparison->db, comparison->db->gates, 1)) {
        comparison->arena.failed = 1;
        return 0;
    }
    if (ogbv__work_take(&work, c, NULL) == OGBV_OK) {
        ogbv__run_facts(&work, &work.runs[0]);
        ok = value_of(comparison, &work, definition) == expected;
    }
    ogbv__work_free(&work);
    return ok;
}

static int shows(struct ogbv_comparison *comparison, ogbv_case *c,
                 const struct ogbv__definition *in, const struct ogbv__definition *out)
{
    return confirm(comparison, c, out, OGBV__NO) && confirm(comparison, c, in, OGBV__YES);
}

/* ---- the witness ------------------------------------------------------------------------- */

/* What the search spoke of is as it found it; the rest is the core case's. */
static void put_values(const struct ogbv_comparison *comparison, ogbv_case *c,
                       const struct ogbv__search *search)
{
    for (size_t i = 0; i < comparison->db->n_facts; i++) {
        const struct ogbv_fact *fact = comparison->db->facts[i];
        const struct ogbv__value *value = search->domain_of[i] ? &search->values[i]
                                                               : &comparison->core[i];
        if (value->state == OGBV__GIVEN && !ogbv__is_day_role(fact) && ogbv__value_known(value))
            put(c, fact, value->lo);
    }
}

static void list_differences(struct ogbv_comparison *comparison, const ogbv_case *c,
                             struct ogbv__side *side)
{
    const struct ogbv_db *db = comparison->db;
    uint64_t *set = ogbv__arena_array(&comparison->arena, (db->n_facts + 63) / 64, sizeof *set);
    for (size_t i = 0; set && i < db->n_facts; i++) {
        const struct ogbv__value *core = &comparison->core[i], *value = &c->values[i];
        int core_given = core->state == OGBV__GIVEN, given = value->state == OGBV__GIVEN;
        if (ogbv__is_day_role(db->facts[i]))
            continue;
        if (core_given != given || (given && core->lo != value->lo))
            set[i / 64] |= (uint64_t)1 << (i % 64);
    }
    if (set)
        side->differs = ogbv__facts_of(&comparison->arena, db, set);
}

static void name_jurisdictions(ogbv_case *c, const struct ogbv__definition *definition)
{
    if (definition->jurisdiction)
        (void)!ogbv_case_add_jurisdiction(c, definition->jurisdiction->id, NULL);
}

int ogbv__make_witness(struct ogbv_comparison *comparison, const struct ogbv_pair *pair,
                       const struct ogbv__search *search, struct ogbv__side *side)
{
    int second = side == &pair->sides[1];
    const struct ogbv__definition *in = &comparison->definitions[second ? pair->b : pair->a];
    const struct ogbv__definition *out = &comparison->definitions[second ? pair->a : pair->b];
    ogbv_case *c;
    if (ogbv_case_new(comparison->db, &c, NULL) != OGBV_OK) {
        comparison->arena.failed = 1;
        return 0;
    }
    put_values(comparison, c, search);
    list_differences(comparison, c, side);
    if (!shows(comparison, c, in, out))
        found_power(comparison->db, c, in);
    if (!shows(comparison, c, in, out)) {
        ogbv_case_free(c);
        return 0;
    }
    name_jurisdictions(c, in);
    name_jurisdictions(c, out);
    side->witness = c;
    return 1;
}
