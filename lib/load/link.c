/* SPDX-License-Identifier: MIT */
/* What it is for: turning ids into pointers and lists into the arrays of the db.
 * What it must not know: files, XML.
 * Invariant: afterwards no id is left unresolved without a diagnostic, and nothing cites itself. */
#include "load/reader.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/* ---- lists to arrays --------------------------------------------------------------------- */

/* Copies the things a list points to into one array. */
static void *gather(struct ogbv__reader *r, const struct ogbv__vec *list, size_t size)
{
    char *array = ogbv__arena_array(r->arena, list->n, size);
    for (size_t i = 0; array && i < list->n; i++)
        memcpy(array + i * size, list->at[i], size);
    return array;
}

static void take_lists(struct ogbv__reader *r)
{
    struct ogbv_db *db = r->db;
    db->facts = (struct ogbv_fact **)r->facts.at;
    db->n_facts = r->facts.n;
    db->concepts = (struct ogbv_concept **)r->concepts.at;
    db->n_concepts = r->concepts.n;
    db->jurisdictions = (struct ogbv_jurisdiction **)r->jurisdictions.at;
    db->n_jurisdictions = r->jurisdictions.n;
    db->instruments = (struct ogbv_instrument **)r->instruments.at;
    db->n_instruments = r->instruments.n;
    db->tests = (struct ogbv__test **)r->tests.at;
    db->n_tests = r->tests.n;
    db->clauses = gather(r, &r->clauses, sizeof *db->clauses);
    db->n_clauses = r->clauses.n;
    db->messages = gather(r, &r->messages, sizeof *db->messages);
    db->n_messages = r->messages.n;
    db->atoms = gather(r, &r->atoms, sizeof *db->atoms);
    db->n_atoms = r->atoms.n;
    for (int32_t kind = 0; kind < OGBV__N_RULE_KINDS; kind++) {
        db->rules[kind] = (struct ogbv_rule **)r->rules[kind].at;
        db->n_rules[kind] = r->rules[kind].n;
    }
}

/* ---- jurisdictions ----------------------------------------------------------------------- */

static const struct ogbv_jurisdiction *jurisdiction(struct ogbv__reader *r,
                                                    struct ogbv__where where, const char *id)
{
    const struct ogbv_jurisdiction *found = id ? ogbv__map_get(&r->db->jurisdiction_ids, id) : NULL;
    if (id && !found)
        ogbv__fault_at(r, where, OGBV__D_JURISDICTION_UNKNOWN, id);
    return found;
}

static void link_none_found(struct ogbv__reader *r, struct ogbv_jurisdiction *j)
{
    for (size_t i = 0; i < j->n_none_found; i++) {
        struct ogbv__none_found *none = &j->none_found[i];
        none->concept_ = ogbv__map_get(&r->db->concept_ids, none->concept_ref);
        if (!none->concept_ || !none->concept_->family)
            ogbv__fault_at(r, none->where, OGBV__D_CONCEPT_UNKNOWN, none->concept_ref);
    }
}

/* Whether following parents and wholes from j comes back to it. */
static int in_circle(const struct ogbv_jurisdiction *j)
{
    const struct ogbv_jurisdiction *slow = j, *fast = j;
    while (fast) {
        fast = fast->within ? fast->within : fast->parent;
        if (fast)
            fast = fast->within ? fast->within : fast->parent;
        slow = slow->within ? slow->within : slow->parent;
        if (fast && fast == slow)
            return 1;
    }
    return 0;
}

/* A union whose law is not held is no fault: results say that it is not held. */
static void link_jurisdictions(struct ogbv__reader *r)
{
    struct ogbv_db *db = r->db;
    for (size_t i = 0; i < db->n_jurisdictions; i++) {
        struct ogbv_jurisdiction *j = db->jurisdictions[i];
        j->parent = jurisdiction(r, j->where, j->parent_ref);
        j->within = jurisdiction(r, j->where, j->within_ref);
        for (size_t m = 0; m < j->n_members; m++)
            j->members[m].union_ = ogbv__map_get(&db->jurisdiction_ids, j->members[m].org);
        link_none_found(r, j);
    }
    for (size_t i = 0; i < db->n_jurisdictions; i++)
        if (in_circle(db->jurisdictions[i])) {
            ogbv__fault_at(r, db->jurisdictions[i]->where, OGBV__D_CYCLE,
                           db->jurisdictions[i]->id);
            db->jurisdictions[i]->parent = db->jurisdictions[i]->within = NULL;
        }
}

static void link_mappings(struct ogbv__reader *r)
{
    for (size_t i = 0; i < r->db->n_concepts; i++) {
        struct ogbv_concept *concept_ = r->db->concepts[i];
        for (size_t m = 0; m < concept_->n_mappings; m++) {
            struct ogbv__mapping *mapping = &concept_->mappings[m];
            mapping->to = ogbv__map_get(&r->db->instrument_ids, mapping->to_ref);
            if (!mapping->to)
                ogbv__fault_at(r, mapping->where, OGBV__D_INSTRUMENT_UNKNOWN, mapping->to_ref);
        }
    }
}

/* ---- rules ------------------------------------------------------------------------------- */

static void link_concepts(struct ogbv__reader *r, struct ogbv_rule *rule)
{
    rule->concepts = ogbv__arena_array(r->arena, rule->n_concepts, sizeof *rule->concepts);
    for (size_t i = 0; rule->concepts && i < rule->n_concepts; i++) {
        rule->concepts[i] = ogbv__map_get(&r->db->concept_ids, rule->concept_refs[i]);
        if (!rule->concepts[i] || !rule->concepts[i]->family)
            ogbv__fault_at(r, rule->where, OGBV__D_CONCEPT_UNKNOWN, rule->concept_refs[i]);
    }
}

static void link_warnings(struct ogbv__reader *r, struct ogbv_rule *rule)
{
    rule->warnings = ogbv__arena_array(r->arena, rule->n_warnings, sizeof *rule->warnings);
    for (size_t i = 0; rule->warnings && i < rule->n_warnings; i++) {
        rule->warnings[i] = ogbv__map_get(&r->warnings, rule->warning_refs[i]);
        if (!rule->warnings[i])
            ogbv__fault_at(r, rule->where, OGBV__D_WARNING_UNKNOWN, rule->warning_refs[i]);
    }
}

static void link_deadlines(struct ogbv__reader *r, struct ogbv_rule *rule)
{
    for (size_t d = 0; d < rule->n_deadlines; d++)
        for (size_t e = 0; e < rule->deadlines[d].n_ends; e++) {
            struct ogbv__end *end = &rule->deadlines[d].ends[e];
            if (!end->calendar_ref)
                continue;
            end->calendar = ogbv__map_get(&r->calendars, end->calendar_ref);
            if (!end->calendar)
                ogbv__fault_at(r, rule->deadlines[d].where, OGBV__D_CALENDAR_UNKNOWN,
                               end->calendar_ref);
        }
}

static const struct ogbv_rule *rule_named(struct ogbv__reader *r, struct ogbv__where where,
                                          const char *id)
{
    const struct ogbv_rule *rule = id ? ogbv__map_get(&r->db->rule_ids, id) : NULL;
    if (id && !rule)
        ogbv__fault_at(r, where, OGBV__D_RULE_UNKNOWN, id);
    return rule;
}

static void link_parts(struct ogbv__reader *r, struct ogbv__version *version)
{
    for (size_t p = 0; p < version->n_parts; p++) {
        struct ogbv__part *part = &version->parts[p];
        part->replaced_by = rule_named(r, part->where, part->replaced_ref);
    }
}

static void link_rule(struct ogbv__reader *r, struct ogbv_rule *rule)
{
    link_concepts(r, rule);
    link_warnings(r, rule);
    link_deadlines(r, rule);
    (void)rule_named(r, rule->where, rule->successor);
    for (size_t v = 0; v < rule->n_versions; v++)
        link_parts(r, &rule->versions[v]);
}

static void for_each_rule(struct ogbv__reader *r,
                          void (*step)(struct ogbv__reader *, struct ogbv_rule *))
{
    for (int32_t kind = 0; kind < OGBV__N_RULE_KINDS; kind++)
        for (size_t i = 0; i < r->db->n_rules[kind]; i++)
            step(r, r->db->rules[kind][i]);
}

/* ---- conditions that name rules ---------------------------------------------------------- */

static int covers(const struct ogbv__version *outer, const struct ogbv__version *inner)
{
    return outer->from <= inner->from && outer->to >= inner->to;
}

static int overlaps(const struct ogbv__version *a, const struct ogbv__version *b)
{
    return a->from <= b->to && b->from <= a->to;
}

/* The one version of the cited rule that the citing version lies within. A text that never came
 * into force has no period of its own to compare: it cites the latest text. */
static void choose_version(struct ogbv__reader *r, struct ogbv__cond *cond,
                           const struct ogbv__version *citing)
{
    const struct ogbv_rule *rule = cond->rule;
    int loose = !citing || citing->state != OGBV_IN_FORCE;
    const struct ogbv__version *found = NULL;
    for (size_t v = 0; v < rule->n_versions; v++) {
        const struct ogbv__version *version = &rule->versions[v];
        if (loose ? !citing || overlaps(version, citing) || !found : covers(version, citing))
            found = version;
    }
    if (!found) {
        ogbv__fault_at(r, cond->where, OGBV__D_SPLIT, cond->ref);
        return;
    }
    cond->version = found;
}

static void link_ref(struct ogbv__reader *r, const struct ogbv__pending *pending)
{
    struct ogbv__cond *cond = pending->cond;
    const struct ogbv_rule *rule = rule_named(r, cond->where, cond->ref);
    if (!rule)
        return;
    int wants_term = cond->n;
    if ((rule->kind == OGBV_TERM) != wants_term || rule->kind == OGBV_REMEDY
        || rule->n_versions == 0) {
        ogbv__fault_at(r, cond->where, OGBV__D_RULE_UNKNOWN, cond->ref);
        return;
    }
    cond->rule = rule;
    choose_version(r, cond, pending->version);
}

static int same_finding(const struct ogbv__finding_ref *a, const struct ogbv__finding_ref *b)
{
    return a->rule == b->rule && a->concept_ == b->concept_ && a->jurisdiction == b->jurisdiction
        && a->needs_met == b->needs_met && a->contest_ok == b->contest_ok;
}

static uint32_t add_finding(struct ogbv__reader *r, const struct ogbv__finding_ref *finding)
{
    for (size_t i = 0; i < r->findings.n; i++)
        if (same_finding(r->findings.at[i], finding))
            return (uint32_t)i;
    struct ogbv__finding_ref *copy = ogbv__arena_take(r->arena, sizeof *copy);
    if (!copy)
        return 0;
    *copy = *finding;
    ogbv__vec_push(&r->findings, copy);
    return (uint32_t)(r->findings.n - 1);
}

static void link_finding(struct ogbv__reader *r, const struct ogbv__pending *pending)
{
    struct ogbv__cond *cond = pending->cond;
    struct ogbv__finding_ref finding = {
        .rule = ogbv__map_get(&r->db->rule_ids, cond->ref),
        .concept_ = ogbv__map_get(&r->db->concept_ids, cond->ref),
        .jurisdiction = pending->rule ? pending->rule->jurisdiction : NULL,
        .needs_met = cond->needs_met, .contest_ok = cond->contest_ok,
    };
    if (finding.rule && finding.rule->kind != OGBV_OFFENCE)
        finding.rule = NULL;
    if (!finding.rule && !finding.concept_) {
        ogbv__fault_at(r, cond->where, OGBV__D_RULE_UNKNOWN, cond->ref);
        return;
    }
    cond->finding = add_finding(r, &finding);
}

/* ---- what a finding may be about --------------------------------------------------------- */

static int is_about(const struct ogbv__finding_ref *finding, const struct ogbv_rule *rule)
{
    if (finding->rule)
        return finding->rule == rule;
    for (size_t i = 0; i < rule->n_concepts; i++)
        if (rule->concepts[i] && (rule->concepts[i] == finding->concept_
                                  || rule->concepts[i]->family == finding->concept_))
            return ogbv__jurisdictions_ever_related(rule->jurisdiction, finding->jurisdiction);
    return 0;
}

static void list_rules(struct ogbv__reader *r, struct ogbv__finding_ref *finding)
{
    struct ogbv__vec rules;
    ogbv__vec_init(&rules, r->arena);
    for (size_t i = 0; i < r->db->n_rules[OGBV_OFFENCE]; i++)
        if (is_about(finding, r->db->rules[OGBV_OFFENCE][i]))
            ogbv__vec_push(&rules, r->db->rules[OGBV_OFFENCE][i]);
    finding->rules = (const struct ogbv_rule **)rules.at;
    finding->n_rules = rules.n;
}

static void link_pendings(struct ogbv__reader *r)
{
    for (size_t i = 0; i < r->pendings.n; i++) {
        const struct ogbv__pending *pending = r->pendings.at[i];
        if (pending->cond->op == OGBV__FINDING)
            link_finding(r, pending);
        else
            link_ref(r, pending);
    }
    r->db->findings = gather(r, &r->findings, sizeof *r->db->findings);
    r->db->n_findings = r->findings.n;
    for (size_t i = 0; r->db->findings && i < r->db->n_findings; i++)
        list_rules(r, &r->db->findings[i]);
}

/* ---- cycles ------------------------------------------------------------------------------ */

enum { FRESH, OPEN, DONE };

static int visit(struct ogbv__reader *r, uint8_t *state, const struct ogbv__version *version);

static int visit_cond(struct ogbv__reader *r, uint8_t *state, const struct ogbv__cond *cond)
{
    int ok = 1;
    if (cond->op == OGBV__REF && cond->version)
        ok = visit(r, state, cond->version);
    if (!ok)
        ogbv__fault_at(r, cond->where, OGBV__D_CYCLE, cond->ref);
    for (size_t i = 0; ok && i < cond->n_kids; i++)
        ok = visit_cond(r, state, cond->kids[i]);
    return ok;
}

/* 0 when the version is being visited already: it cites itself. A cycle is reported once. */
static int visit(struct ogbv__reader *r, uint8_t *state, const struct ogbv__version *version)
{
    if (state[version->index] == OPEN)
        return 0;
    if (state[version->index] == DONE)
        return 1;
    state[version->index] = OPEN;
    for (size_t p = 0; p < version->n_parts; p++)
        (void)visit_cond(r, state, version->parts[p].cond);
    state[version->index] = DONE;
    return 1;
}

static void find_cycles(struct ogbv__reader *r)
{
    uint8_t *state = ogbv__arena_array(r->diag_arena, r->db->n_versions, 1);
    for (int32_t kind = 0; state && kind < OGBV__N_RULE_KINDS; kind++)
        for (size_t i = 0; i < r->db->n_rules[kind]; i++)
            for (size_t v = 0; v < r->db->rules[kind][i]->n_versions; v++)
                (void)visit(r, state, &r->db->rules[kind][i]->versions[v]);
}

void ogbv__link(struct ogbv__reader *r)
{
    take_lists(r);
    if (r->arena->failed)
        return;
    link_jurisdictions(r);
    link_mappings(r);
    for_each_rule(r, link_rule);
    link_pendings(r);
    if (!r->arena->failed)
        find_cycles(r);
}
