/* SPDX-License-Identifier: MIT */
/* What it is for: which values of a fact a search has to try: one for each class that no atom
 * splits. What it must not know: the goal.
 * Invariant: for every value of the fact some value of the domain answers every atom alike
 * (differences: the thresholds of both facts are carried over once). */
#include "engine/search.h"

#include "base/date.h"
#include "base/text.h"

#include <stdlib.h>

struct points {
    struct ogbv__arena *arena;
    int64_t *at;
    size_t n, size;
    int64_t min, max;
};

static void add(struct points *points, int64_t value)
{
    if (value < points->min || value > points->max)
        return;
    if (points->n == points->size) {
        size_t size = points->size ? points->size * 2 : 16;
        int64_t *more = ogbv__arena_array(points->arena, size, sizeof *more);
        if (!more)
            return;
        for (size_t i = 0; i < points->n; i++)
            more[i] = points->at[i];
        points->at = more;
        points->size = size;
    }
    points->at[points->n++] = value;
}

/* Where an interval begins or ends, a class begins. */
static void add_edges(struct points *points, int64_t lo, int64_t hi)
{
    if (lo > points->min) {
        add(points, lo - 1);
        add(points, lo);
    }
    if (hi < points->max) {
        add(points, hi);
        add(points, hi + 1);
    }
}

static int64_t shifted(int32_t unit, int64_t value, int64_t by)
{
    switch (unit) {
    case OGBV__UNIT_MONTH: return ogbv__date_add_months(value, by, OGBV__ROUND_DOWN);
    case OGBV__UNIT_YEAR: return ogbv__date_add_months(value, 12 * by, OGBV__ROUND_DOWN);
    default: return value + by;
    }
}

/* The thresholds of the other fact, moved by the bounds of the difference. */
static void add_shifted(struct points *points, const struct ogbv__atom *difference,
                        const struct points *other, int64_t sign)
{
    const int64_t bounds[] = { difference->lo, difference->hi };
    for (size_t b = 0; b < 2; b++)
        for (size_t i = 0; i < other->n; i++) {
            if (bounds[b] == INT64_MIN || bounds[b] == INT64_MAX)
                continue;
            int64_t at = shifted(difference->unit, other->at[i], sign * bounds[b]);
            add_edges(points, at, at);
        }
}

static void add_own(struct points *points, const struct ogbv__search *search,
                    const struct ogbv_fact *fact, const uint32_t *atoms, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct ogbv__atom *atom = &search->db->atoms[atoms[i]];
        if (atom->fact != fact || atom->test == OGBV__DIFFERENCE)
            continue;
        if (atom->test == OGBV__IN_RANGE)
            add_edges(points, atom->lo, atom->hi);
        for (size_t k = 0; k < atom->n_list; k++)
            add_edges(points, atom->list[k], atom->list[k]);
    }
    const struct ogbv__value *preferred = search->prefer ? &search->prefer[fact->index] : NULL;
    if (preferred && preferred->state == OGBV__GIVEN)
        add(points, preferred->lo);
}

static struct points points_for(struct ogbv__search *search, const struct ogbv_fact *fact)
{
    struct points points = { .arena = search->arena, .min = fact->min, .max = fact->max };
    return points;
}

static void add_differences(struct points *points, struct ogbv__search *search,
                            const struct ogbv_fact *fact, const uint32_t *atoms, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct ogbv__atom *atom = &search->db->atoms[atoms[i]];
        if (atom->test != OGBV__DIFFERENCE || (atom->fact != fact && atom->fact2 != fact))
            continue;
        const struct ogbv_fact *other = atom->fact == fact ? atom->fact2 : atom->fact;
        struct points theirs = points_for(search, other);
        add_own(&theirs, search, other, atoms, n);
        if (theirs.n == 0)
            add(&theirs, other->min == OGBV__DAY_MIN ? 0 : other->min);
        add_shifted(points, atom, &theirs, atom->fact == fact ? -1 : 1);
    }
}

static int by_value(const void *a, const void *b)
{
    int64_t one = *(const int64_t *)a, two = *(const int64_t *)b;
    return (one > two) - (one < two);
}

static void keep_distinct(struct points *points)
{
    size_t n = 0;
    if (points->n)
        qsort(points->at, points->n, sizeof *points->at, by_value);
    for (size_t i = 0; i < points->n; i++)
        if (n == 0 || points->at[n - 1] != points->at[i])
            points->at[n++] = points->at[i];
    points->n = n;
}

/* Places: those named, their wholes, and one that is nowhere near. */
static void add_places(struct points *points, const struct ogbv__search *search,
                       const struct ogbv_fact *fact, const uint32_t *atoms, size_t n)
{
    char text[8];
    for (size_t i = 0; i < n; i++) {
        const struct ogbv__atom *atom = &search->db->atoms[atoms[i]];
        for (size_t k = 0; atom->fact == fact && k < atom->n_list; k++)
            add(points, atom->list[k]);
    }
    ogbv__place_text(ogbv__place_code("xx"), text);
    add(points, ogbv__place_code(text));
}

static void put_preferred_first(struct ogbv__domain *domain, const struct ogbv__value *prefer)
{
    if (!prefer || prefer->state != OGBV__GIVEN)
        return;
    for (size_t i = 1; i < domain->n; i++)
        if (domain->values[i] == prefer->lo) {
            domain->values[i] = domain->values[0];
            domain->values[0] = prefer->lo;
        }
}

int ogbv__domain_init(struct ogbv__search *search, const uint32_t *atoms, size_t n,
                      struct ogbv__domain *domain)
{
    const struct ogbv_fact *fact = domain->fact;
    struct points points = points_for(search, fact);
    int small = fact->type == OGBV_BOOLEAN || fact->n_values > 0;
    for (int64_t value = fact->min; small && value <= fact->max; value++)
        add(&points, value);
    if (fact->type == OGBV_PLACE) {
        add_places(&points, search, fact, atoms, n);
    } else if (!small) {
        add_own(&points, search, fact, atoms, n);
        add_differences(&points, search, fact, atoms, n);
        if (points.n == 0)
            add(&points, fact->min == OGBV__DAY_MIN ? 0 : fact->min);
    }
    keep_distinct(&points);
    domain->values = points.at;
    domain->n = points.n;
    put_preferred_first(domain, search->prefer ? &search->prefer[fact->index] : NULL);
    return !search->arena->failed;
}
