/* SPDX-License-Identifier: MIT */
/* What it is for: values of facts as intervals: reading, testing, narrowing.
 * What it must not know: which fact it is, or what follows from it.
 * Invariant: a test answers yes or no only when every number of the interval gives that answer. */
#include "model/value.h"

#include "base/date.h"
#include "base/text.h"
#include "model/model.h"

struct ogbv__value ogbv__value_unknown(const struct ogbv_fact *fact)
{
    struct ogbv__value value = { .lo = fact->min, .hi = fact->max };
    return value;
}

int ogbv__value_known(const struct ogbv__value *value)
{
    return value->lo == value->hi;
}

/* ---- reading ----------------------------------------------------------------------------- */

static int parse_exact(struct ogbv__value *out, int64_t number)
{
    out->lo = out->hi = number;
    return 1;
}

static int parse_boolean(const struct ogbv_fact *fact, const char *text, struct ogbv__value *out)
{
    (void)fact;
    if (ogbv__text_equal(text, "yes"))
        return parse_exact(out, 1);
    return ogbv__text_equal(text, "no") && parse_exact(out, 0);
}

static int parse_named(const struct ogbv_fact *fact, const char *text, struct ogbv__value *out)
{
    for (size_t i = 0; i < fact->n_values; i++)
        if (ogbv__text_equal(fact->values[i].id, text))
            return parse_exact(out, (int64_t)i);
    return 0;
}

static int parse_integer(const struct ogbv_fact *fact, const char *text, struct ogbv__value *out)
{
    int64_t number;
    return ogbv__text_int(text, &number) && number >= fact->min && number <= fact->max
        && parse_exact(out, number);
}

static int parse_date(const struct ogbv_fact *fact, const char *text, struct ogbv__value *out)
{
    (void)fact;
    return ogbv__date_parse(text, &out->lo, &out->hi);
}

static int parse_instant(const struct ogbv_fact *fact, const char *text, struct ogbv__value *out)
{
    (void)fact;
    int64_t seconds;
    int32_t offset;
    if (!ogbv__instant_parse(text, &seconds, &offset))
        return 0;
    out->offset = (int16_t)offset;
    return parse_exact(out, seconds);
}

static int parse_place(const struct ogbv_fact *fact, const char *text, struct ogbv__value *out)
{
    (void)fact;
    return ogbv__text_is_place(text) && parse_exact(out, ogbv__place_code(text));
}

static int (*const parsers[])(const struct ogbv_fact *, const char *, struct ogbv__value *) = {
    [OGBV_BOOLEAN] = parse_boolean, [OGBV_CHOICE] = parse_named, [OGBV_LEVEL] = parse_named,
    [OGBV_INTEGER] = parse_integer, [OGBV_DATE] = parse_date, [OGBV_DATETIME] = parse_instant,
    [OGBV_PLACE] = parse_place,
};

int ogbv__value_parse(const struct ogbv_fact *fact, const char *text, struct ogbv__value *out)
{
    struct ogbv__value value = { .state = OGBV__GIVEN };
    if (!parsers[fact->type](fact, text, &value))
        return 0;
    *out = value;
    return 1;
}

int ogbv__value_parse_range(const struct ogbv_fact *fact, const char *min, const char *max,
                            struct ogbv__value *out)
{
    int32_t type = fact->type;
    if (type == OGBV_BOOLEAN || type == OGBV_CHOICE || type == OGBV_PLACE || (!min && !max))
        return 0;
    struct ogbv__value value = ogbv__value_unknown(fact), bound;
    value.state = OGBV__GIVEN;
    if (min) {
        if (!ogbv__value_parse(fact, min, &bound))
            return 0;
        value.lo = bound.lo;
        value.offset = bound.offset;
    }
    if (max) {
        if (!ogbv__value_parse(fact, max, &bound))
            return 0;
        value.hi = bound.hi;
        value.offset = bound.offset;
    }
    if (value.lo > value.hi)
        return 0;
    *out = value;
    return 1;
}

/* ---- testing ----------------------------------------------------------------------------- */

static ogbv__trit test_range(const struct ogbv__atom *atom, const struct ogbv__value *a)
{
    return ogbv__value_within(atom->lo, atom->hi, a);
}

static ogbv__trit test_set(const struct ogbv__atom *atom, const struct ogbv__value *a)
{
    uint64_t possible = UINT64_MAX >> (63 - (a->hi - a->lo)) << a->lo;
    uint64_t in = atom->set & possible;
    return (ogbv__trit)(in == possible ? OGBV__YES : in ? OGBV__UNKNOWN : OGBV__NO);
}

static ogbv__trit test_list(const struct ogbv__atom *atom, const struct ogbv__value *a)
{
    ogbv__trit result = OGBV__NO;
    for (size_t i = 0; i < atom->n_list; i++)
        result = ogbv__trit_or(result, ogbv__value_within(atom->list[i], atom->list[i], a));
    return result;
}

/* A place that is known as the whole may lie in any part: unknown. */
static ogbv__trit test_place(const struct ogbv__atom *atom, const struct ogbv__value *a)
{
    if (!ogbv__value_known(a))
        return OGBV__UNKNOWN;
    ogbv__trit result = OGBV__NO;
    for (size_t i = 0; i < atom->n_list; i++) {
        if (ogbv__place_within(a->lo, atom->list[i]))
            return OGBV__YES;
        if (ogbv__place_within(atom->list[i], a->lo))
            result = OGBV__UNKNOWN;
    }
    return result;
}

static int64_t between(int32_t unit, int64_t from, int64_t to)
{
    switch (unit) {
    case OGBV__UNIT_MONTH: return ogbv__date_months_between(from, to);
    case OGBV__UNIT_YEAR: return ogbv__date_years_between(from, to);
    default: return to - from;
    }
}

/* Whole units between two values grow with the second and shrink with the first, so the extremes
 * lie at opposite ends. An unbounded end makes that extreme unbounded. */
static ogbv__trit test_difference(const struct ogbv__atom *atom, const struct ogbv__value *a,
                                  const struct ogbv__value *b)
{
    const struct ogbv_fact *f = atom->fact, *g = atom->fact2;
    int open_lo = a->hi == OGBV__DAY_MAX || b->lo == OGBV__DAY_MIN;
    int open_hi = a->lo == OGBV__DAY_MIN || b->hi == OGBV__DAY_MAX;
    if (f->type == OGBV_INTEGER)    /* integers always have a domain */
        open_lo = open_hi = 0;
    (void)g;
    struct ogbv__value difference = {
        .lo = open_lo ? OGBV__DAY_MIN : between(atom->unit, a->hi, b->lo),
        .hi = open_hi ? OGBV__DAY_MAX : between(atom->unit, a->lo, b->hi),
    };
    return ogbv__value_within(atom->lo, atom->hi, &difference);
}

ogbv__trit ogbv__atom_test(const struct ogbv__atom *atom, const struct ogbv__value *a,
                           const struct ogbv__value *b)
{
    switch (atom->test) {
    case OGBV__IN_RANGE: return test_range(atom, a);
    case OGBV__IN_SET: return test_set(atom, a);
    case OGBV__IN_LIST: return test_list(atom, a);
    case OGBV__IN_PLACE: return test_place(atom, a);
    default: return test_difference(atom, a, b);
    }
}

/* ---- narrowing --------------------------------------------------------------------------- */

static int narrow(struct ogbv__value *value, int64_t lo, int64_t hi)
{
    struct ogbv__value next = *value;
    if (lo > next.lo)
        next.lo = lo;
    if (hi < next.hi)
        next.hi = hi;
    if (next.lo > next.hi)
        return -1;
    if (next.lo == value->lo && next.hi == value->hi)
        return 0;
    next.state = OGBV__DERIVED;
    *value = next;
    return 1;
}

/* The values of a set that are still possible, as the interval around them. */
static int narrow_set(uint64_t set, struct ogbv__value *value)
{
    int64_t lo = value->lo, hi = value->hi;
    while (lo <= hi && !(set >> lo & 1))
        lo++;
    while (hi >= lo && !(set >> hi & 1))
        hi--;
    return lo > hi ? -1 : narrow(value, lo, hi);
}

int ogbv__value_assert(const struct ogbv__atom *atom, int negated, struct ogbv__value *value)
{
    switch (atom->test) {
    case OGBV__IN_SET:
        return narrow_set(negated ? ~atom->set : atom->set, value);
    case OGBV__IN_RANGE:
        if (!negated)
            return narrow(value, atom->lo, atom->hi);
        if (atom->lo <= value->lo && atom->hi < value->hi)
            return narrow(value, atom->hi + 1, value->hi);
        if (atom->hi >= value->hi && atom->lo > value->lo)
            return narrow(value, value->lo, atom->lo - 1);
        return atom->lo <= value->lo && atom->hi >= value->hi ? -1 : 0;
    case OGBV__IN_LIST:
        return !negated && atom->n_list == 1 ? narrow(value, atom->list[0], atom->list[0]) : 0;
    default:
        return 0;
    }
}
