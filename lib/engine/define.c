/* SPDX-License-Identifier: MIT */
/* What it is for: what a key of a comparison stands for: which texts, on which day.
 * What it must not know: searching.
 * Invariant: only texts in force on the day make up a definition. */
#include "engine/compare.h"

#include "base/date.h"
#include "base/text.h"

#include <string.h>

/* ---- keys -------------------------------------------------------------------------------- */

static void read_key(struct ogbv_comparison *comparison, struct ogbv__definition *definition)
{
    const char *at = strchr(definition->key, '@');
    definition->on = at ? at + 1 : comparison->on;
    definition->day = comparison->day;
    if (at)
        (void)ogbv__date_parse_day(at + 1, &definition->day);
    definition->is_core = strncmp(definition->key, "core", 4) == 0;
    size_t n = at ? (size_t)(at - definition->key) : strlen(definition->key);
    if (!definition->is_core)
        definition->id = ogbv__arena_text(&comparison->arena, definition->key, n);
    if (definition->id)
        definition->jurisdiction = ogbv__map_get(&comparison->db->jurisdiction_ids,
                                                 definition->id);
    while (definition->jurisdiction && definition->jurisdiction->within)
        definition->jurisdiction = definition->jurisdiction->within;
}

/* ---- texts ------------------------------------------------------------------------------- */

int ogbv__has_concept(const struct ogbv_rule *rule, const struct ogbv_concept *concept_)
{
    for (size_t i = 0; i < rule->n_concepts; i++)
        if (rule->concepts[i] == concept_)
            return 1;
    return 0;
}

int ogbv__applies_in(const struct ogbv_rule *rule, const struct ogbv_jurisdiction *j)
{
    const struct ogbv_jurisdiction *up = j;
    while (up && up != rule->jurisdiction)
        up = up->parent;
    if (!up)
        return 0;
    if (rule->n_extent == 0 || up == j)
        return 1;
    for (size_t i = 0; i < rule->n_extent; i++)
        if (ogbv__place_within(j->place, rule->extent[i]))
            return 1;
    return 0;
}

static int32_t worse(int32_t status, const struct ogbv__version *version, int64_t day)
{
    int around = version->from <= day && day <= version->to;
    if (version->state == OGBV_START_UNKNOWN && around)
        return OGBV_DEF_START_UNKNOWN;
    if (version->state == OGBV_SUSPENDED && around && status != OGBV_DEF_START_UNKNOWN)
        return OGBV_DEF_SUSPENDED;
    return status == OGBV_DEF_NONE_FOUND || status == OGBV_DEF_NOT_ENCODED ? OGBV_DEF_NOT_IN_FORCE
                                                                           : status;
}

static void take_rule(const struct ogbv_rule *rule, struct ogbv__definition *definition)
{
    for (size_t v = 0; v < rule->n_versions; v++) {
        const struct ogbv__version *version = &rule->versions[v];
        if (version->state == OGBV_IN_FORCE && version->from <= definition->day
            && definition->day <= version->to)
            definition->versions[definition->n_versions++] = version;
        else
            definition->status = worse(definition->status, version, definition->day);
    }
}

static void take_kind(const struct ogbv_comparison *comparison,
                      struct ogbv__definition *definition, int32_t kind)
{
    const struct ogbv_db *db = comparison->db;
    for (size_t i = 0; i < db->n_rules[kind]; i++) {
        const struct ogbv_rule *rule = db->rules[kind][i];
        if (rule->class_ == comparison->class_ && ogbv__has_concept(rule, comparison->concept_)
            && ogbv__applies_in(rule, definition->jurisdiction))
            take_rule(rule, definition);
    }
}

static int32_t coverage_status(const struct ogbv_comparison *comparison,
                               const struct ogbv__definition *definition)
{
    const struct ogbv_jurisdiction *j = definition->jurisdiction;
    int32_t coverage = ogbv_jurisdiction_coverage(j, comparison->concept_, NULL);
    return coverage == OGBV_NOT_ENCODED ? OGBV_DEF_NOT_ENCODED : OGBV_DEF_NONE_FOUND;
}

static void resolve(struct ogbv_comparison *comparison, struct ogbv__definition *definition)
{
    const struct ogbv_db *db = comparison->db;
    size_t room = 1 + db->n_versions;
    read_key(comparison, definition);
    definition->versions = ogbv__arena_array(&comparison->arena, room,
                                             sizeof *definition->versions);
    if (!definition->versions)
        return;
    definition->status = coverage_status(comparison, definition);
    if (definition->is_core) {
        definition->jurisdiction = NULL;
        definition->versions[definition->n_versions++] = comparison->concept_->core->versions;
    } else if (definition->jurisdiction) {
        take_kind(comparison, definition, OGBV_OFFENCE);
        take_kind(comparison, definition, OGBV_BASELINE);
    }
    if (definition->n_versions)
        definition->status = OGBV_DEFINED;
}

/* ---- all keys ---------------------------------------------------------------------------- */

/* Without keys: every jurisdiction held that defines the concept. */
static void add_all(struct ogbv_comparison *comparison)
{
    const struct ogbv_db *db = comparison->db;
    for (size_t i = 0; i < db->n_jurisdictions; i++) {
        const struct ogbv_jurisdiction *j = db->jurisdictions[i];
        struct ogbv__definition probe = { .key = j->id };
        if (j->within)
            continue;
        resolve(comparison, &probe);
        if (probe.status == OGBV_DEFINED)
            ogbv__vec_push(&comparison->keys, (void *)j->id);
    }
}

/* A baseline is not compared with itself. */
static void drop_baseline(struct ogbv_comparison *comparison)
{
    size_t n = 0;
    for (size_t i = 0; i < comparison->keys.n; i++)
        if (!ogbv__text_equal(comparison->keys.at[i], comparison->baseline))
            comparison->keys.at[n++] = comparison->keys.at[i];
    comparison->keys.n = n;
}

void ogbv__resolve(struct ogbv_comparison *comparison)
{
    if (comparison->keys.n == 0)
        add_all(comparison);
    drop_baseline(comparison);
    size_t n = comparison->keys.n + (comparison->baseline != NULL);
    comparison->definitions = ogbv__arena_array(&comparison->arena, n,
                                                sizeof *comparison->definitions);
    for (size_t i = 0; comparison->definitions && i < n; i++) {
        struct ogbv__definition *definition = &comparison->definitions[i];
        definition->key = i < comparison->keys.n ? comparison->keys.at[i] : comparison->baseline;
        resolve(comparison, definition);
        comparison->n_definitions++;
    }
}

static int has_version(const struct ogbv__definition *definition,
                       const struct ogbv__version *version)
{
    for (size_t i = 0; definition && i < definition->n_versions; i++)
        if (definition->versions[i] == version)
            return 1;
    return 0;
}

uint32_t ogbv__define_without(struct ogbv__compiler *c, const struct ogbv_comparison *comparison,
                              const struct ogbv__definition *definition,
                              const struct ogbv__definition *other)
{
    uint32_t any = OGBV__REF_FALSE;
    for (size_t i = 0; i < definition->n_versions; i++)
        if (!has_version(other, definition->versions[i]))
            any = ogbv__gate_either(c, any, ogbv__compile_version(c, definition->versions[i]));
    return ogbv__gate_both(c, ogbv__compile_cond(c, comparison->concept_->scope), any);
}

uint32_t ogbv__define(struct ogbv__compiler *c, const struct ogbv_comparison *comparison,
                      const struct ogbv__definition *definition)
{
    return ogbv__define_without(c, comparison, definition, NULL);
}
