/* SPDX-License-Identifier: MIT */
/* What it is for: how two definitions relate: a case that only one covers, and the other way round.
 * What it must not know: how keys are resolved, how a comparison is written.
 * Invariant: a relation other than undecided rests on complete searches and confirmed cases. */
#include "engine/compare.h"

#include "base/buf.h"

#include <string.h>

struct sides {
    struct ogbv_comparison *comparison;
    const struct ogbv__definition *a, *b;   /* covered by a and not by b */
    struct ogbv__arena arena;
    struct ogbv__compiler compiler;
    uint32_t in_a, in_b;
};

static int begin(struct sides *sides, struct ogbv_comparison *comparison,
                 const struct ogbv__definition *a, const struct ogbv__definition *b)
{
    memset(sides, 0, sizeof *sides);
    sides->comparison = comparison;
    sides->a = a;
    sides->b = b;
    ogbv__arena_init(&sides->arena, &comparison->arena.alloc, 0);
    if (!ogbv__compiler_init(&sides->compiler, &sides->arena, comparison->db))
        return 0;
    sides->compiler.no_jurisdictional = 1;
    sides->in_a = ogbv__define(&sides->compiler, comparison, a);
    sides->in_b = ogbv__define(&sides->compiler, comparison, b);
    return !sides->arena.failed;
}

int ogbv__is_day_role(const struct ogbv_fact *fact)
{
    return fact->role != OGBV__ROLE_NONE && fact->role != OGBV__ROLE_RESTORATIVE;
}

static int begin_search(struct sides *sides, uint32_t goal, struct ogbv__search *search)
{
    const struct ogbv_db *db = sides->comparison->db;
    if (!ogbv__search_init(search, &sides->arena, db, sides->compiler.gates, goal))
        return 0;
    for (int32_t role = OGBV__ROLE_CONDUCT; role < OGBV__ROLE_RESTORATIVE; role++)
        ogbv__search_set(search, db->roles[role], sides->a->day);
    search->budget = sides->comparison->budget;
    search->prefer = sides->comparison->core;
    return ogbv__search_prepare(search, NULL, NULL);
}

/* ---- nearer to the core case ------------------------------------------------------------- */

/* Whether the goal holds with the given facts over the core case. Fills values: first what is
 * given, then of the core what does not contradict it. */
static int holds_with(struct ogbv__search *search, const struct ogbv__value *core,
                      const struct ogbv__value *given)
{
    ogbv__search_undo(search, 0);
    for (size_t i = 0; i < search->n_domains; i++) {
        const struct ogbv_fact *fact = search->domains[i].fact;
        if (given[fact->index].state == OGBV__GIVEN && !ogbv__is_day_role(fact))
            ogbv__search_assign(search, fact, given[fact->index].lo);
    }
    if (ogbv__search_look(search) < 0)
        return 0;
    (void)ogbv__search_keep(search, core);
    return ogbv__search_look(search) == OGBV__YES;
}

/* Takes back, one by one, what the case does not need. */
static size_t trim(struct ogbv__search *search, const struct ogbv__value *core,
                   struct ogbv__value *given)
{
    size_t changes = 0;
    for (size_t i = search->n_domains; i-- > 0;) {
        struct ogbv__value *value = &given[search->domains[i].fact->index];
        const struct ogbv__value *kept = &core[search->domains[i].fact->index];
        struct ogbv__value before = *value;
        if (value->state != OGBV__GIVEN || ogbv__is_day_role(search->domains[i].fact))
            continue;
        if (kept->state == OGBV__GIVEN && kept->lo == value->lo)
            continue;
        value->state = OGBV__UNSET;
        if (holds_with(search, core, given))
            continue;
        *value = before;
        changes++;
    }
    return changes;
}

/* The values of a found case; then the nearest within its own budget. */
static int come_near(struct sides *sides, struct ogbv__search *search, int *minimal)
{
    const struct ogbv_db *db = sides->comparison->db;
    const struct ogbv__value *core = sides->comparison->core;
    struct ogbv__value *given = ogbv__arena_array(&sides->arena, db->n_facts, sizeof *given);
    *minimal = 0;
    if (!given)
        return 0;
    memcpy(given, search->values, db->n_facts * sizeof *given);
    if (!holds_with(search, core, given))
        return 0;
    size_t changes = trim(search, core, given);
    search->budget = sides->comparison->nearest;
    int outcome = changes ? ogbv__search_nearest(search, core, changes - 1, minimal) : OGBV__NONE;
    if (outcome == OGBV__FOUND)
        return 1;
    *minimal = outcome == OGBV__NONE;
    return holds_with(search, core, given);
}

/* ---- one direction ----------------------------------------------------------------------- */

static int show(struct sides *sides, const struct ogbv_pair *pair, struct ogbv__search *search,
                struct ogbv__side *side)
{
    return come_near(sides, search, &side->minimal)
        && ogbv__make_witness(sides->comparison, pair, search, side);
}

/* Where what founds a court's power does not go together with the case that was found: another case
 * in which it holds too. */
static int show_with_power(struct sides *sides, const struct ogbv_pair *pair,
                           struct ogbv__side *side)
{
    struct ogbv__search search;
    memset(sides->compiler.done, 0, sides->comparison->db->n_versions);
    sides->compiler.no_jurisdictional = 0;
    uint32_t own = ogbv__define_without(&sides->compiler, sides->comparison, sides->a, sides->b);
    uint32_t goal = ogbv__gate_both(&sides->compiler, own, sides->in_b ^ 1);
    return !sides->arena.failed && begin_search(sides, goal, &search)
        && ogbv__search_run(&search) == OGBV__FOUND && show(sides, pair, &search, side);
}

static void search_side(struct ogbv_comparison *comparison, struct ogbv_pair *pair, int which)
{
    struct sides sides;
    struct ogbv__search search;
    struct ogbv__side *side = &pair->sides[which];
    const struct ogbv__definition *defs = comparison->definitions;
    int ok = begin(&sides, comparison, &defs[which ? pair->b : pair->a],
                   &defs[which ? pair->a : pair->b]);
    uint32_t goal = OGBV__REF_FALSE;
    if (ok) {   /* what both have cannot make the difference */
        uint32_t own = ogbv__define_without(&sides.compiler, comparison, sides.a, sides.b);
        goal = ogbv__gate_both(&sides.compiler, own, sides.in_b ^ 1);
    }
    side->search = OGBV_SEARCH_UNDECIDED;
    if (ok && begin_search(&sides, goal, &search)) {
        static const int32_t searches[] = { OGBV_SEARCH_NONE, OGBV_SEARCH_FOUND,
                                            OGBV_SEARCH_UNDECIDED };
        side->search = searches[ogbv__search_run(&search)];
        int wanted = side->search == OGBV_SEARCH_FOUND && !(comparison->skip & OGBV__SKIP_CASES);
        if (wanted && !show(&sides, pair, &search, side) && !show_with_power(&sides, pair, side))
            side->search = OGBV_SEARCH_UNDECIDED;
    }
    if (sides.arena.failed)
        comparison->arena.failed = 1;
    ogbv__arena_free(&sides.arena);
}

static int share_a_case(struct ogbv_comparison *comparison, const struct ogbv_pair *pair)
{
    struct sides sides;
    struct ogbv__search search;
    const struct ogbv__definition *defs = comparison->definitions;
    int outcome = OGBV__UNDECIDED;
    if (begin(&sides, comparison, &defs[pair->a], &defs[pair->b])) {
        uint32_t goal = ogbv__gate_both(&sides.compiler, sides.in_a, sides.in_b);
        if (begin_search(&sides, goal, &search))
            outcome = ogbv__search_run(&search);
    }
    if (sides.arena.failed)
        comparison->arena.failed = 1;
    ogbv__arena_free(&sides.arena);
    return outcome;
}

/* ---- what compares by name --------------------------------------------------------------- */

static const char *point_name(struct ogbv_comparison *comparison,
                              const struct ogbv__version *version, const char *id)
{
    struct ogbv__buf text;
    ogbv__buf_init(&text, &comparison->arena.alloc);
    ogbv__buf_texts(&text, version->rule->id, "#", id, NULL);
    const char *copy = ogbv__arena_string(&comparison->arena, ogbv__buf_string(&text));
    if (text.failed)
        comparison->arena.failed = 1;
    ogbv__buf_free(&text);
    return copy;
}

struct names {
    struct ogbv_comparison *comparison;
    uint64_t *norms;
    struct ogbv__vec unsettled;
};

static void add_point(struct names *names, const struct ogbv__version *version, const char *id)
{
    const char *name = point_name(names->comparison, version, id);
    for (size_t i = 0; name && i < names->unsettled.n; i++)
        if (strcmp(names->unsettled.at[i], name) == 0)
            return;
    ogbv__vec_push(&names->unsettled, (void *)name);
}

static void name_version(struct names *names, const struct ogbv__version *version);

static void name_cond(struct names *names, const struct ogbv__version *version,
                      const struct ogbv__cond *cond)
{
    const struct ogbv_fact *fact = NULL;
    if (cond->op == OGBV__TEST)
        fact = names->comparison->db->atoms[cond->atom].fact;
    if (fact && fact->open_norm)
        names->norms[fact->index / 64] |= (uint64_t)1 << (fact->index % 64);
    if (cond->op == OGBV__OPEN)
        add_point(names, version, cond->id);
    if (cond->op == OGBV__REF)
        name_version(names, cond->version);
    for (size_t i = 0; i < cond->n_kids; i++)
        name_cond(names, version, cond->kids[i]);
}

static void name_version(struct names *names, const struct ogbv__version *version)
{
    for (size_t p = 0; p < version->n_parts; p++)
        if (version->parts[p].kind != OGBV__AGGRAVATION)
            name_cond(names, version, version->parts[p].cond);
}

static void list_names(struct ogbv_comparison *comparison, struct ogbv_pair *pair)
{
    const struct ogbv__definition *defs[] = { &comparison->definitions[pair->a],
                                              &comparison->definitions[pair->b] };
    struct names names = { .comparison = comparison };
    ogbv__vec_init(&names.unsettled, &comparison->arena);
    names.norms = ogbv__arena_array(&comparison->arena, (comparison->db->n_facts + 63) / 64,
                                    sizeof *names.norms);
    for (size_t d = 0; names.norms && d < 2; d++)
        for (size_t v = 0; v < defs[d]->n_versions; v++)
            name_version(&names, defs[d]->versions[v]);
    if (!names.norms)
        return;
    pair->open_norms = ogbv__facts_of(&comparison->arena, comparison->db, names.norms);
    pair->unsettled = (const char **)names.unsettled.at;
    pair->n_unsettled = names.unsettled.n;
}

/* ---- the relation ------------------------------------------------------------------------ */

static int32_t relation(struct ogbv_comparison *comparison, const struct ogbv_pair *pair)
{
    int32_t a = pair->sides[0].search, b = pair->sides[1].search;
    if (a == OGBV_SEARCH_UNDECIDED || b == OGBV_SEARCH_UNDECIDED)
        return OGBV_UNDECIDED;
    if (a == OGBV_SEARCH_NONE)
        return b == OGBV_SEARCH_NONE ? OGBV_EQUAL : OGBV_NARROWER;
    if (b == OGBV_SEARCH_NONE)
        return OGBV_BROADER;
    int shared = share_a_case(comparison, pair);
    return shared == OGBV__FOUND ? OGBV_OVERLAPPING
        : shared == OGBV__NONE   ? OGBV_DISJOINT
                                 : OGBV_UNDECIDED;
}

void ogbv__compare_pair(struct ogbv_comparison *comparison, struct ogbv_pair *pair)
{
    search_side(comparison, pair, 0);
    search_side(comparison, pair, 1);
    pair->relation = relation(comparison, pair);
    list_names(comparison, pair);
}
