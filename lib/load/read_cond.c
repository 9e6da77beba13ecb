/* SPDX-License-Identifier: MIT */
/* What it is for: reading conditions: tests of facts, and what is put together from them.
 * What it must not know: where the condition belongs.
 * Invariant: an atom's fact is known and its values are values of that fact; equal atoms are one.
 */
#include "load/reader.h"

#include "base/buf.h"
#include "base/date.h"
#include "base/text.h"
#include "model/names.h"

#include <string.h>

/* ---- atoms ------------------------------------------------------------------------------- */

static void atom_key(struct ogbv__buf *key, const struct ogbv__atom *atom)
{
    const int64_t numbers[] = { atom->test, atom->unit, atom->fact->index,
                                atom->fact2 ? (int64_t)atom->fact2->index : -1, atom->lo,
                                atom->hi, (int64_t)atom->set };
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        ogbv__buf_int(key, numbers[i]);
        ogbv__buf_char(key, ' ');
    }
    for (size_t i = 0; i < atom->n_list; i++) {
        ogbv__buf_int(key, atom->list[i]);
        ogbv__buf_char(key, ',');
    }
}

uint32_t ogbv__add_atom(struct ogbv__reader *r, const struct ogbv__atom *atom)
{
    struct ogbv__buf key;
    ogbv__buf_init(&key, &r->db->context->alloc);
    atom_key(&key, atom);
    /* stored + 1, since NULL means absent */
    uintptr_t found = (uintptr_t)ogbv__map_get(&r->atom_keys, ogbv__buf_string(&key));
    if (!found) {
        struct ogbv__atom *copy = ogbv__arena_take(r->arena, sizeof *copy);
        const char *name = ogbv__arena_string(r->arena, ogbv__buf_string(&key));
        if (copy && name) {
            *copy = *atom;
            copy->label = ogbv__describe(r, atom);
            ogbv__vec_push(&r->atoms, copy);
            found = r->atoms.n;
            ogbv__map_put(&r->atom_keys, name, (void *)found);
        }
    }
    if (key.failed)
        r->arena->failed = 1;
    ogbv__buf_free(&key);
    return found ? (uint32_t)(found - 1) : 0;
}

static const struct ogbv_fact *known_fact(struct ogbv__reader *r, const struct ogbv__node *node,
                                          const char *attr)
{
    const char *id = ogbv__node_attr(node, attr);
    const struct ogbv_fact *fact = id ? ogbv__map_get(&r->db->fact_ids, id) : NULL;
    if (!fact && id)
        ogbv__fault(r, node, OGBV__D_FACT_UNKNOWN, id);
    return fact;
}

/* One word of value="..." as a number of the fact. */
static int read_word(struct ogbv__reader *r, const struct ogbv__node *node,
                     const struct ogbv_fact *fact, const char *word, struct ogbv__value *value)
{
    if (ogbv__value_parse(fact, word, value))
        return 1;
    ogbv__fault_texts(r, node, OGBV__D_FACT_VALUE, word, " is no value of ", fact->id, NULL);
    return 0;
}

static int read_set(struct ogbv__reader *r, const struct ogbv__node *node,
                    struct ogbv__atom *atom, const char **words, size_t n)
{
    struct ogbv__value value;
    atom->test = OGBV__IN_SET;
    for (size_t i = 0; i < n; i++) {
        if (!read_word(r, node, atom->fact, words[i], &value))
            return 0;
        atom->set |= (uint64_t)1 << value.lo;
    }
    return 1;
}

static int read_list(struct ogbv__reader *r, const struct ogbv__node *node,
                     struct ogbv__atom *atom, const char **words, size_t n)
{
    struct ogbv__value value;
    int64_t *list = ogbv__arena_array(r->arena, n, sizeof *list);
    atom->test = atom->fact->type == OGBV_PLACE ? OGBV__IN_PLACE : OGBV__IN_LIST;
    for (size_t i = 0; list && i < n; i++) {
        if (!read_word(r, node, atom->fact, words[i], &value))
            return 0;
        if (!ogbv__value_known(&value)) {   /* a month is a range: it takes min and max */
            ogbv__fault(r, node, OGBV__D_FACT_VALUE, words[i]);
            return 0;
        }
        list[i] = value.lo;
    }
    atom->list = list;
    atom->n_list = n;
    return list != NULL;
}

static int read_values(struct ogbv__reader *r, const struct ogbv__node *node,
                       struct ogbv__atom *atom)
{
    size_t n;
    const char **words = ogbv__read_words(r, node, "value", &n);
    int32_t type = atom->fact->type;
    if (r->arena->failed)
        return 0;
    if (n == 0 || (type == OGBV_BOOLEAN && n > 1)) {
        ogbv__fault_texts(r, node, OGBV__D_FACT_VALUE, n ? "one value of " : "no value of ",
                          atom->fact->id, NULL);
        return 0;
    }
    if (type == OGBV_CHOICE || type == OGBV_LEVEL)
        return read_set(r, node, atom, words, n);
    if (type == OGBV_BOOLEAN) {
        struct ogbv__value value;
        if (!read_word(r, node, atom->fact, words[0], &value))
            return 0;
        atom->lo = atom->hi = value.lo;
        return 1;
    }
    return read_list(r, node, atom, words, n);
}

static int read_bounds(struct ogbv__reader *r, const struct ogbv__node *node,
                       struct ogbv__atom *atom, const char *min, const char *max)
{
    struct ogbv__value range;
    if (!ogbv__value_parse_range(atom->fact, min, max, &range)) {
        ogbv__fault_texts(r, node, OGBV__D_FACT_VALUE, "no such range of ", atom->fact->id, NULL);
        return 0;
    }
    atom->lo = range.lo;
    atom->hi = range.hi;
    return 1;
}

static int read_is(struct ogbv__reader *r, const struct ogbv__node *node, struct ogbv__atom *atom)
{
    const char *value = ogbv__node_attr(node, "value");
    const char *min = ogbv__node_attr(node, "min"), *max = ogbv__node_attr(node, "max");
    atom->fact = known_fact(r, node, "fact");
    if (!atom->fact)
        return 0;
    if (value ? (min || max) : (!min && !max && atom->fact->type != OGBV_BOOLEAN)) {
        ogbv__fault_texts(r, node, OGBV__D_FACT_TYPE, atom->fact->id,
                          " needs either a value or bounds", NULL);
        return 0;
    }
    if (value)
        return read_values(r, node, atom);
    if (min || max)
        return read_bounds(r, node, atom, min, max);
    atom->lo = atom->hi = 1;
    return 1;
}

static int units_fit(const struct ogbv__atom *atom)
{
    int32_t type = atom->fact->type;
    if (type != atom->fact2->type)
        return 0;
    return type == (atom->unit == OGBV__UNIT_NUMBER ? OGBV_INTEGER : OGBV_DATE);
}

static int read_difference(struct ogbv__reader *r, const struct ogbv__node *node,
                           struct ogbv__atom *atom)
{
    const char *min = ogbv__node_attr(node, "min"), *max = ogbv__node_attr(node, "max");
    atom->test = OGBV__DIFFERENCE;
    atom->fact = known_fact(r, node, "from");
    atom->fact2 = known_fact(r, node, "to");
    atom->unit = ogbv__read_name(node, "unit", OGBV__NAMES_UNIT, OGBV__UNIT_DAY);
    atom->lo = min ? ogbv__read_int(node, "min", 0) : INT64_MIN;
    atom->hi = max ? ogbv__read_int(node, "max", 0) : INT64_MAX;
    if (!atom->fact || !atom->fact2)
        return 0;
    if (units_fit(atom) && (min || max) && atom->lo <= atom->hi)
        return 1;
    ogbv__fault_texts(r, node, OGBV__D_FACT_TYPE, "difference of ", atom->fact->id, " and ",
                      atom->fact2->id, NULL);
    return 0;
}

int ogbv__read_atom(struct ogbv__reader *r, const struct ogbv__node *node, struct ogbv__atom *atom)
{
    memset(atom, 0, sizeof *atom);
    return ogbv__node_is(node, "is") ? read_is(r, node, atom) : read_difference(r, node, atom);
}

/* ---- conditions -------------------------------------------------------------------------- */

static struct ogbv__cond *read_cond(struct ogbv__reader *r, const struct ogbv__node *node,
                                    const struct ogbv__cite *around);

static struct ogbv__cond *new_cond(struct ogbv__reader *r, const struct ogbv__node *node,
                                   int32_t op)
{
    struct ogbv__cond *cond = ogbv__arena_take(r->arena, sizeof *cond);
    if (!cond)
        return NULL;
    cond->where = ogbv__where_of(r, node);
    cond->op = op;
    cond->index = (uint32_t)r->db->n_conds++;
    return cond;
}

static int is_condition(const struct ogbv__node *node)
{
    static const char *const names[] = { "all", "any", "not", "at-least", "is", "difference",
                                         "term", "rule", "finding", "unsettled" };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (ogbv__node_is(node, names[i]))
            return 1;
    return 0;
}

static void read_kids(struct ogbv__reader *r, const struct ogbv__node *node,
                      const struct ogbv__cite *around, struct ogbv__cond *cond)
{
    struct ogbv__vec kids;
    ogbv__vec_init(&kids, r->arena);
    for (const struct ogbv__node *kid = ogbv__node_first(node); kid; kid = ogbv__node_next(kid)) {
        struct ogbv__cond *read = is_condition(kid) ? read_cond(r, kid, around) : NULL;
        if (read)
            ogbv__vec_push(&kids, read);
    }
    cond->kids = (struct ogbv__cond **)kids.at;
    cond->n_kids = kids.n;
}

static struct ogbv__cond *read_several(struct ogbv__reader *r, const struct ogbv__node *node,
                                       const struct ogbv__cite *around, int32_t op)
{
    struct ogbv__cond *cond = new_cond(r, node, op);
    if (cond)
        read_kids(r, node, around, cond);
    return cond;
}

/* not of several: not all of them. */
static struct ogbv__cond *read_not(struct ogbv__reader *r, const struct ogbv__node *node,
                                   const struct ogbv__cite *around)
{
    struct ogbv__cond *cond = new_cond(r, node, OGBV__NOT);
    struct ogbv__cond *inside = cond ? ogbv__read_conds(r, node, around) : NULL;
    if (!cond || !inside)
        return NULL;
    cond->kids = ogbv__arena_take(r->arena, sizeof *cond->kids);
    if (cond->kids) {
        cond->kids[0] = inside;
        cond->n_kids = 1;
    }
    return cond;
}

static struct ogbv__cond *read_at_least(struct ogbv__reader *r, const struct ogbv__node *node,
                                        const struct ogbv__cite *around)
{
    struct ogbv__cond *cond = read_several(r, node, around, OGBV__AT_LEAST);
    if (!cond)
        return NULL;
    cond->n = ogbv__read_int(node, "n", 0);
    if (cond->n < 1 || (size_t)cond->n > cond->n_kids)
        ogbv__fault(r, node, OGBV__D_COUNT, NULL);
    return cond;
}

static struct ogbv__cond *read_test(struct ogbv__reader *r, const struct ogbv__node *node)
{
    struct ogbv__atom atom;
    struct ogbv__cond *cond = ogbv__read_atom(r, node, &atom) ? new_cond(r, node, OGBV__TEST)
                                                              : NULL;
    if (!cond)
        return NULL;
    cond->atom = ogbv__add_atom(r, &atom);
    if (!r->arena->failed)
        cond->label = ((struct ogbv__atom *)r->atoms.at[cond->atom])->label;
    return cond;
}

static void add_pending(struct ogbv__reader *r, struct ogbv__cond *cond)
{
    struct ogbv__pending *pending = ogbv__arena_take(r->arena, sizeof *pending);
    if (!pending)
        return;
    pending->cond = cond;
    pending->rule = r->rule;
    pending->version = r->version;
    ogbv__vec_push(&r->pendings, pending);
}

static struct ogbv__cond *read_ref(struct ogbv__reader *r, const struct ogbv__node *node)
{
    struct ogbv__cond *cond = new_cond(r, node, OGBV__REF);
    if (!cond)
        return NULL;
    cond->ref = ogbv__read_string(r, node, "ref");
    cond->n = ogbv__node_is(node, "term");
    if (!r->refs_allowed)
        ogbv__fault(r, node, OGBV__D_PLACEMENT, ogbv__node_name(node));
    add_pending(r, cond);
    return cond;
}

static struct ogbv__cond *read_finding(struct ogbv__reader *r, const struct ogbv__node *node)
{
    struct ogbv__cond *cond = new_cond(r, node, OGBV__FINDING);
    if (!cond)
        return NULL;
    cond->ref = ogbv__read_string(r, node, "of");
    cond->needs_met = ogbv__read_name(node, "at-least", OGBV__NAMES_NEEDS, 1);
    cond->contest_ok = ogbv__read_name(node, "contestable", OGBV__NAMES_CONTEST, 0);
    if (!r->findings_allowed)
        ogbv__fault(r, node, OGBV__D_PLACEMENT, ogbv__node_name(node));
    add_pending(r, cond);
    return cond;
}

/* ---- unsettled points -------------------------------------------------------------------- */

static void read_readings(struct ogbv__reader *r, const struct ogbv__node *node,
                          struct ogbv__cond *cond)
{
    cond->readings = ogbv__arena_array(r->arena, ogbv__count_kids(node, "reading"),
                                       sizeof *cond->readings);
    const struct ogbv__node *kid = ogbv__kid(node, "reading");
    for (; cond->readings && kid; kid = ogbv__next_kid(kid)) {
        struct ogbv__reading *reading = &cond->readings[cond->n_readings++];
        reading->authority = ogbv__read_string(r, kid, "authority");
        reading->label = ogbv__read_texts(r, kid, "label");
        reading->prevailing = ogbv__read_name(kid, "prevailing", OGBV__NAMES_YES_NO, 0);
        struct ogbv__cond *holds = ogbv__read_conds(r, kid, &cond->cite);
        if (!reading->prevailing)
            continue;
        if (!holds || cond->op != OGBV__OPEN) {
            ogbv__fault(r, kid, OGBV__D_READING, cond->id);
            continue;
        }
        cond->op = OGBV__ALL;       /* settled: the prevailing reading decides */
        cond->kids = ogbv__arena_take(r->arena, sizeof *cond->kids);
        if (cond->kids)
            cond->kids[cond->n_kids++] = holds;
    }
}

static struct ogbv__cond *read_unsettled(struct ogbv__reader *r, const struct ogbv__node *node,
                                         const struct ogbv__cite *around)
{
    struct ogbv__cond *cond = new_cond(r, node, OGBV__OPEN);
    if (!cond)
        return NULL;
    cond->id = ogbv__read_string(r, node, "id");
    cond->label = ogbv__read_texts(r, node, "label");
    cond->cite = ogbv__read_cite(r, node, around);
    read_readings(r, node, cond);
    return cond;
}

static struct ogbv__cond *read_cond(struct ogbv__reader *r, const struct ogbv__node *node,
                                    const struct ogbv__cite *around)
{
    const char *name = ogbv__node_name(node);
    if (strcmp(name, "all") == 0)
        return read_several(r, node, around, OGBV__ALL);
    if (strcmp(name, "any") == 0)
        return read_several(r, node, around, OGBV__ANY);
    if (strcmp(name, "not") == 0)
        return read_not(r, node, around);
    if (strcmp(name, "at-least") == 0)
        return read_at_least(r, node, around);
    if (strcmp(name, "term") == 0 || strcmp(name, "rule") == 0)
        return read_ref(r, node);
    if (strcmp(name, "finding") == 0)
        return read_finding(r, node);
    if (strcmp(name, "unsettled") == 0)
        return read_unsettled(r, node, around);
    return read_test(r, node);
}

struct ogbv__cond *ogbv__read_conds(struct ogbv__reader *r, const struct ogbv__node *node,
                                    const struct ogbv__cite *around)
{
    size_t n = 0;
    const struct ogbv__node *only = NULL;
    for (const struct ogbv__node *kid = ogbv__node_first(node); kid; kid = ogbv__node_next(kid))
        if (is_condition(kid)) {
            only = kid;
            n++;
        }
    if (n == 1)
        return read_cond(r, only, around);
    return n ? read_several(r, node, around, OGBV__ALL) : NULL;
}
