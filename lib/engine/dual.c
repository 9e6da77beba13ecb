/* SPDX-License-Identifier: MIT */
/* What it is for: dual criminality: the same facts under the law of every jurisdiction held.
 * What it must not know: how an assessment works.
 * Invariant: an ordinary assessment, with the gates that leave out what only founds a court's
 * power, cut down to the criminal offences of one concept. */
#include "engine/compare.h"

#include "core/error.h"

static void keep_offences(ogbv_result *result, const struct ogbv_concept *concept_)
{
    size_t n = 0;
    struct ogbv_finding *findings = result->findings[OGBV_FINDING_OFFENCE];
    for (size_t i = 0; i < result->n_findings[OGBV_FINDING_OFFENCE]; i++)
        if (findings[i].rule->class_ == OGBV_CRIMINAL
            && ogbv__has_concept(findings[i].rule, concept_))
            findings[n++] = findings[i];
    result->n_findings[OGBV_FINDING_OFFENCE] = n;
    result->n_findings[OGBV_FINDING_BASELINE] = 0;
    result->n_findings[OGBV_FINDING_REMEDY] = 0;
}

/* The case, asked under every jurisdiction held. */
static ogbv_case everywhere(const ogbv_case *c)
{
    ogbv_case copy = *c;
    copy.n_jurisdictions = 0;
    for (size_t i = 0; i < c->db->n_jurisdictions; i++)
        if (!c->db->jurisdictions[i]->within && copy.n_jurisdictions < OGBV__MAX_JURISDICTIONS)
            copy.jurisdictions[copy.n_jurisdictions++] = c->db->jurisdictions[i]->place;
    return copy;
}

ogbv_status ogbv_dual_criminality(const ogbv_case *c, const char *concept_, ogbv_result **out,
                                  ogbv_error **error)
{
    if (out)
        *out = NULL;
    if (!c || !concept_ || !out || !c->has_on)
        return ogbv__fail_invalid(error);
    const ogbv_concept *found = ogbv_concept_find(c->db, concept_);
    if (!found || !found->family)
        return ogbv__fail(&c->alloc, error, OGBV_ERR_NOT_FOUND, "there is no such concept");
    struct ogbv__arena arena;
    ogbv__arena_init(&arena, &c->alloc, 0);
    const struct ogbv__gates *gates = ogbv__gates_of_conduct(&arena, c->db);
    ogbv_case copy = everywhere(c);
    ogbv_status status = gates ? ogbv__assess_with(&copy, gates, NULL, out, error)
                               : ogbv__fail_nomem(error);
    if (status == OGBV_OK)
        keep_offences(*out, found);
    ogbv__arena_free(&arena);
    ogbv__wipe(&copy, sizeof copy);
    return status;
}
