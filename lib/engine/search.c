/* SPDX-License-Identifier: MIT */
/* What it is for: depth-first search for facts under which a goal holds.
 * What it must not know: jurisdictions, concepts, what the goal stands for.
 * Invariant: NONE is said only when every class of values was tried or pruned by a sound answer;
 * what the memo says is about an equal residual: the same open gates and atoms, the same open
 * constraints, the same ranges of what is still unknown. */
#include "engine/search.h"

#include <string.h>

/* ---- the state --------------------------------------------------------------------------- */

size_t ogbv__search_mark(const struct ogbv__search *s)
{
    return s->n_trail;
}

static void make_stale(struct ogbv__search *s, uint32_t fact)
{
    if (s->is_stale[fact])
        return;
    s->is_stale[fact] = 1;
    s->stale[s->n_stale++] = fact;
}

void ogbv__search_undo(struct ogbv__search *s, size_t mark)
{
    while (s->n_trail > mark) {
        const struct ogbv__trail *last = &s->trail[--s->n_trail];
        s->values[last->fact] = last->value;
        make_stale(s, last->fact);
    }
    if (s->propagated > mark)
        s->propagated = mark;
    if (mark == 0)
        s->started = 0;     /* what follows from the constraints alone was taken back too */
}

static void remember(struct ogbv__search *s, uint32_t fact)
{
    make_stale(s, fact);
    if (s->n_trail == s->size_trail) {
        struct ogbv__trail *more = ogbv__arena_array(s->arena, 2 * s->size_trail, sizeof *more);
        if (!more)
            return;
        memcpy(more, s->trail, s->n_trail * sizeof *more);
        s->trail = more;
        s->size_trail *= 2;
    }
    s->trail[s->n_trail].fact = fact;
    s->trail[s->n_trail++].value = s->values[fact];
}

void ogbv__search_assign(struct ogbv__search *s, const struct ogbv_fact *fact, int64_t value)
{
    remember(s, fact->index);
    s->values[fact->index].lo = s->values[fact->index].hi = value;
    s->values[fact->index].state = OGBV__GIVEN;
}

void ogbv__search_restore(struct ogbv__search *s, const struct ogbv_fact *fact,
                          const struct ogbv__value *value)
{
    remember(s, fact->index);
    s->values[fact->index] = *value;
}

void ogbv__search_set(struct ogbv__search *s, const struct ogbv_fact *fact, int64_t value)
{
    if (!fact)
        return;
    s->values[fact->index].lo = s->values[fact->index].hi = value;
    s->values[fact->index].state = OGBV__GIVEN;
}

static ogbv__trit test_atom(const struct ogbv__search *s, uint32_t index,
                            const struct ogbv__value *fixed)
{
    const struct ogbv__atom *atom = &s->db->atoms[index];
    const struct ogbv__value *a = &s->values[atom->fact->index];
    const struct ogbv__value *b = atom->fact2 ? &s->values[atom->fact2->index] : NULL;
    if (fixed && atom->fact == s->fixed_fact)
        a = fixed;
    if (fixed && atom->fact2 && atom->fact2 == s->fixed_fact)
        b = fixed;
    return ogbv__atom_test(atom, a, b);
}

ogbv__trit ogbv__literal_in(const struct ogbv__search *s, const struct ogbv__side_clause *c,
                               size_t i)
{
    const struct ogbv__literal *literal = &c->clause->literals[i];
    ogbv__trit value = test_atom(s, literal->atom, c->fixed);
    return literal->negated ? ogbv__trit_not(value) : value;
}

static int propagate_one(struct ogbv__search *s, const struct ogbv__side_clause *c)
{
    const struct ogbv__literal *last = NULL;
    for (size_t i = 0; i < c->clause->n_literals; i++) {
        ogbv__trit value = ogbv__literal_in(s, c, i);
        if (value == OGBV__YES || (value == OGBV__UNKNOWN && last))
            return 0;
        if (value == OGBV__UNKNOWN)
            last = &c->clause->literals[i];
    }
    if (!last)
        return -1;
    const struct ogbv__atom *atom = &s->db->atoms[last->atom];
    struct ogbv__value next = s->values[atom->fact->index];
    int outcome = ogbv__value_assert(atom, last->negated, &next);
    if (outcome > 0) {
        remember(s, atom->fact->index);
        s->values[atom->fact->index] = next;
    }
    return outcome;
}

static int propagate_all(struct ogbv__search *s)
{
    for (size_t i = 0; i < s->n_clauses; i++)
        if (propagate_one(s, &s->clauses[i]) < 0)
            return 0;
    return 1;
}

/* Only the constraints on facts that changed can say something new; what they narrow is changed
 * too. */
int ogbv__search_propagate(struct ogbv__search *s)
{
    if (!s->started && !propagate_all(s))
        return 0;
    for (; s->propagated < s->n_trail; s->propagated++) {
        uint32_t fact = s->trail[s->propagated].fact;
        for (uint32_t i = s->clauses_of.first[fact]; i < s->clauses_of.first[fact + 1]; i++)
            if (propagate_one(s, &s->clauses[s->clauses_of.at[i]]) < 0)
                return 0;
    }
    return 1;
}

static void set_atom(struct ogbv__search *s, uint32_t atom)
{
    ogbv__trit value = test_atom(s, atom, NULL);
    s->planes[2 * (1 + atom)] = value == OGBV__YES;
    s->planes[2 * (1 + atom) + 1] = value == OGBV__NO;
}

static void set_atoms(struct ogbv__search *s)
{
    for (size_t i = 0; !s->started && i < s->n_atoms; i++)
        set_atom(s, s->atoms[i]);
    for (; s->n_stale > 0; s->n_stale--) {
        uint32_t fact = s->stale[s->n_stale - 1];
        for (uint32_t i = s->atoms_of.first[fact]; i < s->atoms_of.first[fact + 1]; i++)
            set_atom(s, s->atoms_of.at[i]);
        s->is_stale[fact] = 0;
    }
    s->started = 1;
}

static void evaluate(struct ogbv__search *s)
{
    const struct ogbv__gates *gates = s->gates;
    uint8_t *planes = s->planes, *out = planes + 2 * gates->first_gate;
    planes[0] = 1;
    set_atoms(s);
    for (uint32_t g = 0; g < gates->n_gates; g++, out += 2) {
        uint32_t a = gates->gates[g].a, b = gates->gates[g].b;
        out[0] = planes[a] & planes[b];
        out[1] = planes[a ^ 1] | planes[b ^ 1];
    }
}

/* Whether the goal may still come to hold whatever the unsettled points are: facts that are unknown
 * may become either, unsettled points neither. */
static int may_hold(struct ogbv__search *s)
{
    const struct ogbv__gates *gates = s->gates;
    uint8_t *may = s->may, *out = may + 2 * gates->first_gate;
    may[0] = 1;
    for (size_t i = 0; i < s->n_atoms; i++) {
        uint32_t ref = 2 * (1 + s->atoms[i]);
        may[ref] = !s->planes[ref ^ 1];
        may[ref ^ 1] = !s->planes[ref];
    }
    for (uint32_t g = 0; g < gates->n_gates; g++, out += 2) {
        uint32_t a = gates->gates[g].a, b = gates->gates[g].b;
        out[0] = may[a] & may[b];
        out[1] = may[a ^ 1] | may[b ^ 1];
    }
    return may[s->goal];
}

int ogbv__search_look(struct ogbv__search *s)
{
    if (!ogbv__search_propagate(s))
        return -1;
    evaluate(s);
    int goal = ogbv__trit_of(s->planes[s->goal], s->planes[s->goal ^ 1]);
    if (goal == OGBV__UNKNOWN && s->has_unsettled && !may_hold(s)) {
        s->depends_on_unsettled = 1;
        return OGBV__NO;
    }
    return goal;
}

/* ---- what is open ------------------------------------------------------------------------ */

static int is_unknown(const struct ogbv__search *s, uint32_t ref)
{
    return !(s->planes[ref] | s->planes[ref ^ 1]);
}

static void mark_open(struct ogbv__search *s)
{
    const struct ogbv__gates *gates = s->gates;
    memset(s->open, 0, ogbv__gates_nodes(gates));
    s->open[s->goal >> 1] = (uint8_t)is_unknown(s, s->goal);
    for (uint32_t g = gates->n_gates; g-- > 0;) {
        if (!s->open[gates->first_gate + g])
            continue;
        uint32_t a = gates->gates[g].a, b = gates->gates[g].b;
        s->open[a >> 1] |= (uint8_t)is_unknown(s, a);
        s->open[b >> 1] |= (uint8_t)is_unknown(s, b);
    }
}

static const struct ogbv__domain *domain_for(const struct ogbv__search *s,
                                             const struct ogbv_fact *fact)
{
    if (!fact || ogbv__value_known(&s->values[fact->index]) || !s->domain_of[fact->index])
        return NULL;
    return &s->domains[s->domain_of[fact->index] - 1];
}

/* The first fact on the way down from the goal: it keeps to one part of the goal at a time. */
static const struct ogbv__domain *first_below(const struct ogbv__search *s)
{
    uint32_t ref = s->goal, first = s->gates->first_gate;
    while (ref >> 1 >= first) {
        const struct ogbv__gate *gate = &s->gates->gates[(ref >> 1) - first];
        ref = is_unknown(s, gate->a) ? gate->a : gate->b;
    }
    if ((ref >> 1) - 1 >= s->db->n_atoms)
        return NULL;    /* an unsettled point */
    const struct ogbv__atom *atom = &s->db->atoms[(ref >> 1) - 1];
    const struct ogbv__domain *domain = domain_for(s, atom->fact);
    return domain ? domain : domain_for(s, atom->fact2);
}

const struct ogbv__domain *ogbv__search_next(struct ogbv__search *s)
{
    mark_open(s);
    /* measured: keeping to one part decides more where one fact is fixed, less elsewhere */
    const struct ogbv__domain *first = s->fixed_fact ? first_below(s) : NULL;
    if (first)
        return first;
    for (size_t i = 0; i < s->n_atoms; i++) {
        const struct ogbv__atom *atom = &s->db->atoms[s->atoms[i]];
        if (!s->open[1 + s->atoms[i]])
            continue;
        const struct ogbv__domain *domain = domain_for(s, atom->fact);
        if (!domain)
            domain = domain_for(s, atom->fact2);
        if (domain)
            return domain;
    }
    return NULL;
}

/* ---- the search -------------------------------------------------------------------------- */

/* Most searches end before they come to the same residual twice. */
enum { MEMO_AFTER = 64 };

static int in_range(const struct ogbv__search *s, const struct ogbv_fact *fact, int64_t value)
{
    return value >= s->values[fact->index].lo && value <= s->values[fact->index].hi;
}

static int descend(struct ogbv__search *s);

static int branch(struct ogbv__search *s, const struct ogbv__domain *domain)
{
    int outcome = OGBV__NONE;
    for (size_t i = 0; i < domain->n && outcome != OGBV__FOUND; i++) {
        size_t mark = ogbv__search_mark(s);
        if (!in_range(s, domain->fact, domain->values[i]))
            continue;
        ogbv__search_assign(s, domain->fact, domain->values[i]);
        int below = descend(s);
        if (below == OGBV__FOUND)
            return OGBV__FOUND;
        if (below == OGBV__UNDECIDED)
            outcome = OGBV__UNDECIDED;
        ogbv__search_undo(s, mark);
        if (s->nodes > s->budget)
            return OGBV__UNDECIDED;
    }
    return outcome;
}

static int descend(struct ogbv__search *s)
{
    struct ogbv__key key;
    if (++s->nodes > s->budget || s->arena->failed)
        return OGBV__UNDECIDED;
    int goal = ogbv__search_look(s);
    if (goal != OGBV__UNKNOWN)
        return goal == OGBV__YES ? OGBV__FOUND : OGBV__NONE;
    const struct ogbv__domain *domain = ogbv__search_next(s);
    if (!domain) {
        s->depends_on_unsettled = 1;
        return OGBV__NONE;
    }
    key.whole = 0;
    if (s->nodes > MEMO_AFTER)
        ogbv__residual(s, &key);
    if (key.whole && ogbv__memo_has(s->memo, key.bytes, key.n))
        return OGBV__NONE;
    int outcome = branch(s, domain);
    if (outcome == OGBV__NONE && key.whole)
        ogbv__memo_add(s->memo, key.bytes, key.n);
    return outcome;
}

int ogbv__search_run(struct ogbv__search *s)
{
    s->nodes = 0;
    s->depends_on_unsettled = 0;
    ogbv__search_undo(s, 0);
    int outcome = descend(s);
    if (outcome == OGBV__NONE && (s->depends_on_unsettled || s->incomplete))
        return OGBV__UNDECIDED;
    return outcome;
}
