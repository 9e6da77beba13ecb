/* SPDX-License-Identifier: MIT */
/* What it is for: the residual of a search as a key: what is left to decide, and nothing else.
 * What it must not know: how the key is stored.
 * Invariant: equal keys have equal residuals: the same open gates and atoms, the same open
 * constraints, the same ranges of what is still unknown. */
#include "engine/search.h"

#include <string.h>

/* ---- the key of a residual --------------------------------------------------------------- */

static void put(struct ogbv__key *key, const void *bytes, size_t n)
{
    if (key->n + n > sizeof key->bytes) {
        key->whole = 0;
        return;
    }
    memcpy(key->bytes + key->n, bytes, n);
    key->n += n;
}

static void put_bits(struct ogbv__key *key, const uint8_t *flags, size_t n)
{
    for (size_t i = 0; i < n; i += 8) {
        uint8_t byte = 0;
        for (size_t k = 0; k < 8 && i + k < n; k++)
            byte |= (uint8_t)((flags[i + k] & 1) << k);
        put(key, &byte, 1);
    }
}

/* The tests were made already, except of a fact that sides differ in. */
static ogbv__trit literal_as_tested(const struct ogbv__search *s, const struct ogbv__side_clause *c,
                                    size_t i)
{
    const struct ogbv__literal *literal = &c->clause->literals[i];
    uint32_t ref = 2 * (1 + literal->atom) + (uint32_t)(literal->negated != 0);
    return c->fixed ? ogbv__literal_in(s, c, i) : ogbv__trit_of(s->planes[ref], s->planes[ref ^ 1]);
}

/* Of an open constraint: which of its literals are still unknown. */
static void put_clause(const struct ogbv__search *s, const struct ogbv__side_clause *c,
                       struct ogbv__key *key)
{
    uint32_t unknown = 0;
    if (c->clause->n_literals > 32)
        key->whole = 0;
    for (size_t i = 0; key->whole && i < c->clause->n_literals; i++) {
        ogbv__trit value = literal_as_tested(s, c, i);
        if (value == OGBV__YES) {
            unknown = 0;
            break;
        }
        unknown |= (uint32_t)(value == OGBV__UNKNOWN) << i;
    }
    put(key, &unknown, sizeof unknown);
}

static void put_range(const struct ogbv__search *s, const struct ogbv_fact *fact,
                      struct ogbv__key *key)
{
    const struct ogbv__value *value = &s->values[fact->index];
    put(key, &fact->index, sizeof fact->index);
    put(key, &value->lo, sizeof value->lo);
    put(key, &value->hi, sizeof value->hi);
}

void ogbv__residual(const struct ogbv__search *s, struct ogbv__key *key)
{
    key->n = 0;
    key->whole = 1;
    put_bits(key, s->open + s->gates->first_gate, s->gates->n_gates);
    for (size_t i = 0; i < s->n_atoms; i++) {
        const struct ogbv__atom *atom = &s->db->atoms[s->atoms[i]];
        uint8_t open = s->open[1 + s->atoms[i]];
        put(key, &open, 1);
        if (open && atom->fact2) {
            put_range(s, atom->fact, key);
            put_range(s, atom->fact2, key);
        }
    }
    for (size_t i = 0; i < s->n_clauses; i++)
        put_clause(s, &s->clauses[i], key);
    for (size_t i = 0; i < s->n_domains; i++) {
        const struct ogbv_fact *fact = s->domains[i].fact;
        const struct ogbv__value *value = &s->values[fact->index];
        if (!ogbv__value_known(value) && (value->lo != fact->min || value->hi != fact->max))
            put_range(s, fact, key);
    }
}
