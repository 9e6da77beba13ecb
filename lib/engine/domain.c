/* SPDX-License-Identifier: MIT */
/* What it is for: which values of a fact a search has to try: one for each class that no test
 * splits.
 * What it must not know: the goal.
 * Invariant: for all values of all facts together, some of the values tried answer every test
 * alike.
 * With differences: whatever a set of tests allows, it allows at a corner, where a chain of
 * differences that are just met, or just not, leads to a threshold of some fact. So the thresholds
 * of each fact are carried along all chains; a chain without any may begin anywhere. */
#include "engine/search.h"

#include "base/date.h"
#include "base/text.h"

#include <stdlib.h>

/* A chain through more facts than this is cut off, and the search is then no longer complete. */
enum { LONGEST_CHAIN = 5 };

struct points {
    struct ogbv__arena *arena;
    int64_t *at;
    size_t n, size;
    int64_t min, max;
};

/* Whose values, and which tests there are. */
struct tests {
    struct ogbv__search *search;
    const uint32_t *atoms;
    size_t n;
};

static const struct ogbv__atom *test_at(const struct tests *tests, size_t i)
{
    return &tests->search->db->atoms[tests->atoms[i]];
}

/* ---- points ------------------------------------------------------------------------------ */

static struct points points_for(const struct tests *tests, const struct ogbv_fact *fact)
{
    struct points points = { .arena = tests->search->arena, .min = fact->min, .max = fact->max };
    return points;
}

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

/* ---- thresholds of its own --------------------------------------------------------------- */

static void add_thresholds(struct points *points, const struct tests *tests,
                           const struct ogbv_fact *fact)
{
    for (size_t i = 0; i < tests->n; i++) {
        const struct ogbv__atom *atom = test_at(tests, i);
        if (atom->fact != fact || atom->test == OGBV__DIFFERENCE)
            continue;
        if (atom->test == OGBV__IN_RANGE)
            add_edges(points, atom->lo, atom->hi);
        for (size_t k = 0; k < atom->n_list; k++)
            add_edges(points, atom->list[k], atom->list[k]);
    }
}

static int is_difference_of(const struct ogbv__atom *atom, const struct ogbv_fact *fact)
{
    return atom->test == OGBV__DIFFERENCE && (atom->fact == fact || atom->fact2 == fact);
}

static int has_difference(const struct tests *tests, const struct ogbv_fact *fact)
{
    for (size_t i = 0; i < tests->n; i++)
        if (is_difference_of(test_at(tests, i), fact))
            return 1;
    return 0;
}

/* Where a chain begins that nothing else holds: the day of the definition, where there is one. */
static int64_t anchor(const struct tests *tests, const struct ogbv_fact *fact)
{
    const struct ogbv_fact *day = tests->search->db->roles[OGBV__ROLE_CONDUCT];
    const struct ogbv__value *values = tests->search->values;
    if (fact->min != INT64_MIN)
        return fact->min;
    if (fact->type == OGBV_DATE && values && day && values[day->index].state == OGBV__GIVEN)
        return values[day->index].lo;
    return 0;
}

/* A fact that was set has one value. A domain's own bounds are thresholds for differences. */
static void add_own(struct points *points, const struct tests *tests, const struct ogbv_fact *fact)
{
    const struct ogbv__search *search = tests->search;
    const struct ogbv__value *set = search->values ? &search->values[fact->index] : NULL;
    const struct ogbv__value *preferred = search->prefer ? &search->prefer[fact->index] : NULL;
    if (set && set->state == OGBV__GIVEN) {
        add(points, set->lo);
        return;
    }
    add_thresholds(points, tests, fact);
    if (preferred && preferred->state == OGBV__GIVEN)
        add(points, preferred->lo);
    if (has_difference(tests, fact) && fact->min != INT64_MIN)
        add(points, fact->min);
    if (has_difference(tests, fact) && fact->max != INT64_MAX)
        add(points, fact->max);
    if (points->n == 0)
        add(points, anchor(tests, fact));
}

/* ---- differences ------------------------------------------------------------------------- */

static int64_t moved(int32_t unit, int64_t value, int64_t by)
{
    switch (unit) {
    case OGBV__UNIT_MONTH: return ogbv__date_add_months(value, by, OGBV__ROUND_DOWN);
    case OGBV__UNIT_YEAR: return ogbv__date_add_months(value, 12 * by, OGBV__ROUND_DOWN);
    default: return value + by;
    }
}

/* Where the difference begins to be met and where it ends: with the upper bound it is met up to the
 * day before one unit more. Rounding of months moves an edge by up to three days. */
static void add_moved(struct points *points, const struct ogbv__atom *difference, int64_t from,
                      int sign)
{
    enum { ROUNDING = 3 };
    int calendar = difference->unit == OGBV__UNIT_MONTH || difference->unit == OGBV__UNIT_YEAR;
    const int64_t bounds[] = { difference->lo, difference->hi == INT64_MAX
                                                   ? INT64_MAX : difference->hi + 1 };
    for (size_t b = 0; b < 2; b++) {
        if (bounds[b] == INT64_MIN || bounds[b] == INT64_MAX)
            continue;
        int64_t at = moved(difference->unit, from, sign * bounds[b]);
        int64_t around = calendar ? ROUNDING : 1;
        for (int64_t d = -around; d <= around; d++)
            add(points, at + d);
    }
}

/* The thresholds of a fact, and those of others carried to it along chains of that length. */
static struct points along(const struct tests *tests, const struct ogbv_fact *fact, int length)
{
    struct points points = points_for(tests, fact);
    add_own(&points, tests, fact);
    for (size_t i = 0; length > 0 && i < tests->n; i++) {
        const struct ogbv__atom *atom = test_at(tests, i);
        if (!is_difference_of(atom, fact))
            continue;
        const struct ogbv_fact *other = atom->fact == fact ? atom->fact2 : atom->fact;
        struct points theirs = along(tests, other, length - 1);
        for (size_t k = 0; k < theirs.n; k++)
            add_moved(&points, atom, theirs.at[k], atom->fact == fact ? -1 : 1);
    }
    keep_distinct(&points);
    return points;
}

/* As long as a chain through facts that are all different can be. */
static int longest_chain(const struct tests *tests)
{
    struct ogbv__search *search = tests->search;
    uint8_t *met = ogbv__arena_array(search->arena, search->db->n_facts, 1);
    int facts = 0;
    for (size_t i = 0; met && i < tests->n; i++) {
        const struct ogbv__atom *atom = test_at(tests, i);
        if (atom->test != OGBV__DIFFERENCE)
            continue;
        facts += !met[atom->fact->index] + !met[atom->fact2->index];
        met[atom->fact->index] = met[atom->fact2->index] = 1;
    }
    if (facts > LONGEST_CHAIN)
        search->incomplete = 1;
    return facts > LONGEST_CHAIN ? LONGEST_CHAIN - 1 : facts > 0 ? facts - 1 : 0;
}

/* ---- places ------------------------------------------------------------------------------ */

static int names_part_of(const struct ogbv__atom *atom, const struct ogbv_fact *fact, int64_t whole)
{
    for (size_t k = 0; atom->fact == fact && k < atom->n_list; k++)
        if (atom->list[k] != whole && ogbv__place_within(atom->list[k], whole))
            return 1;
    return 0;
}

/* A place in a country that is none of its parts that are named. */
static int64_t elsewhere_in(int64_t place)
{
    char text[8];
    ogbv__place_text(place, text);
    const char other[] = { text[0], text[1], '-', 'z', 'z', 'z', '\0' };
    return ogbv__place_code(other);
}

/* A country of which parts are named would leave open in which part it is. */
static void add_place(struct points *points, const struct tests *tests,
                      const struct ogbv_fact *fact, int64_t place)
{
    int64_t elsewhere = elsewhere_in(place);
    int split = 0;
    for (size_t i = 0; i < tests->n; i++)
        split |= names_part_of(test_at(tests, i), fact, place);
    if (!split)
        add(points, place);
    add(points, elsewhere);
}

/* Places: those named, elsewhere in the same countries, and one that is nowhere near. */
static void add_places(struct points *points, const struct tests *tests,
                       const struct ogbv_fact *fact)
{
    for (size_t i = 0; i < tests->n; i++) {
        const struct ogbv__atom *atom = test_at(tests, i);
        for (size_t k = 0; atom->fact == fact && k < atom->n_list; k++)
            add_place(points, tests, fact, atom->list[k]);
    }
    add(points, ogbv__place_code("xx"));
}

/* ---- the domain -------------------------------------------------------------------------- */

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
    const struct tests tests = { search, atoms, n };
    struct points points = points_for(&tests, fact);
    int small = fact->type == OGBV_BOOLEAN || fact->n_values > 0;
    for (int64_t value = fact->min; small && value <= fact->max; value++)
        add(&points, value);
    if (fact->type == OGBV_PLACE)
        add_places(&points, &tests, fact);
    else if (!small)
        points = along(&tests, fact, has_difference(&tests, fact) ? longest_chain(&tests) : 0);
    keep_distinct(&points);
    domain->values = points.at;
    domain->n = points.n;
    put_preferred_first(domain, search->prefer ? &search->prefer[fact->index] : NULL);
    return !search->arena->failed;
}
