/* SPDX-License-Identifier: MIT */
/* What it is for: what a definition says of the typical case of its concept.
 * What it must not know: pairs.
 * Invariant: unknown is said where the case leaves an element open, or an unsettled point decides.
 * Exceptions are another matter: a typical case is silent about most, and silence raises none. */
#include "engine/compare.h"

static ogbv__trit value_of(const struct ogbv__search *search, uint32_t ref)
{
    return ogbv__trit_of(search->planes[ref], search->planes[ref ^ 1]);
}

/* Whether some rule would be met if the exceptions that are open do not apply. */
static int holds_but_for_exceptions(const struct ogbv__compiler *c,
                                    const struct ogbv_comparison *comparison,
                                    const struct ogbv__definition *definition,
                                    const struct ogbv__search *search)
{
    if (value_of(search, c->gates->conds[comparison->concept_->scope->index]) != OGBV__YES)
        return 0;
    for (size_t v = 0; v < definition->n_versions; v++) {
        const struct ogbv__version_refs *refs =
            &c->gates->versions[definition->versions[v]->index];
        if (value_of(search, refs->elements) == OGBV__YES
            && value_of(search, refs->inapplicable) == OGBV__NO
            && value_of(search, refs->unless) != OGBV__YES)
            return 1;
    }
    return 0;
}

static int32_t look(const struct ogbv__compiler *c, struct ogbv_comparison *comparison,
                    const struct ogbv__definition *definition, struct ogbv__search *search)
{
    const struct ogbv_db *db = comparison->db;
    for (int32_t role = OGBV__ROLE_CONDUCT; role < OGBV__ROLE_RESTORATIVE; role++)
        ogbv__search_set(search, db->roles[role], definition->day);
    if (!ogbv__search_prepare(search, NULL, NULL) || ogbv__search_look(search) < 0)
        return OGBV_UNKNOWN;
    (void)ogbv__search_keep(search, comparison->core);
    search->depends_on_unsettled = 0;
    int value = ogbv__search_look(search);
    if (value >= 0 && holds_but_for_exceptions(c, comparison, definition, search))
        return OGBV_YES;
    return value < 0 || search->depends_on_unsettled ? OGBV_UNKNOWN : value;
}

int32_t ogbv__typical(struct ogbv_comparison *comparison,
                      const struct ogbv__definition *definition)
{
    struct ogbv__arena arena;
    struct ogbv__compiler c;
    struct ogbv__search search;
    int32_t value = OGBV_UNKNOWN;
    ogbv__arena_init(&arena, &comparison->arena.alloc, 0);
    if (ogbv__compiler_init(&c, &arena, comparison->db)) {
        c.no_jurisdictional = 1;
        uint32_t in = ogbv__define(&c, comparison, definition);
        if (ogbv__search_init(&search, &arena, c.db, c.gates, in))
            value = look(&c, comparison, definition, &search);
    }
    comparison->arena.failed |= arena.failed;
    ogbv__arena_free(&arena);
    return value;
}
