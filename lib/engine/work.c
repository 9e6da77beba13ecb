/* SPDX-License-Identifier: MIT */
/* What it is for: taking the facts of a case and closing them under the constraints; running gates.
 * What it must not know: rules, statuses, dates.
 * Invariant: closing only narrows: what was known stays known. After work_init nothing allocates,
 * except an error. */
#include "engine/work.h"

#include "base/buf.h"
#include "core/error.h"

#include <string.h>

static size_t values_size(const struct ogbv_db *db)
{
    return ogbv__array_size(db->n_facts, sizeof(struct ogbv__value));
}

static int init_run(struct ogbv__work *work, struct ogbv__run *run)
{
    struct ogbv__arena *arena = &work->arena;
    run->common = work->common;
    run->values = ogbv__arena_take(arena, values_size(work->db));
    run->planes = ogbv__arena_array(arena, work->n_nodes, 2);
    run->verdicts = ogbv__arena_array(arena, work->db->n_all_rules, sizeof *run->verdicts);
    run->act = "";
    return !arena->failed;
}

int ogbv__work_init(struct ogbv__work *work, const struct ogbv_db *db,
                    const struct ogbv__gates *gates, size_t n_runs)
{
    memset(work, 0, sizeof *work);
    ogbv__arena_init(&work->arena, &db->context->alloc, 1);
    work->db = db;
    work->gates = gates;
    work->n_runs = n_runs;
    work->n_nodes = ogbv__gates_nodes(gates);
    work->n_words = (db->n_facts + 63) / 64;
    work->runs = ogbv__arena_array(&work->arena, n_runs, sizeof *work->runs);
    work->common = ogbv__arena_take(&work->arena, values_size(db));
    work->reach = ogbv__arena_array(&work->arena, work->n_nodes, sizeof *work->reach);
    work->touched = ogbv__arena_array(&work->arena, gates->first_gate, sizeof *work->touched);
    work->lowest = UINT32_MAX;
    int ok = !work->arena.failed;
    for (size_t i = 0; ok && i < n_runs; i++)
        ok = init_run(work, &work->runs[i]);
    if (!ok)
        ogbv__work_free(work);
    return ok;
}

void ogbv__work_free(struct ogbv__work *work)
{
    ogbv__arena_free(&work->arena);
    ogbv__wipe(work->roles, sizeof work->roles);
}

/* ---- the facts of the case --------------------------------------------------------------- */

/* Facts of the one act may stand on the case; with several acts it would not be known whose. */
static ogbv_status merge(struct ogbv__work *work, const struct ogbv_case *c, ogbv_error **error)
{
    for (size_t i = 0; i < work->db->n_facts; i++) {
        const struct ogbv_fact *fact = work->db->facts[i];
        const struct ogbv__value *value = &c->values[i];
        if (!fact->act || value->state == OGBV__UNSET || c->n_acts == 0)
            continue;
        if (c->n_acts > 1)
            return ogbv__fail_fact(&c->alloc, error, fact->id,
                                   "belongs to an act, and the case has several");
        if (work->runs[0].values[i].state != OGBV__UNSET)
            return ogbv__fail_fact(&c->alloc, error, fact->id,
                                   "is given both for the case and for its one act");
        work->runs[0].values[i] = *value;
    }
    return OGBV_OK;
}

static void copy_values(struct ogbv__work *work, const struct ogbv_case *c)
{
    size_t size = values_size(work->db);
    memcpy(work->common, c->values, size);
    work->n_runs = c->n_acts ? c->n_acts : 1;
    if (c->n_acts == 0) {
        memcpy(work->runs[0].values, c->values, size);
        work->runs[0].act = "";
    }
    for (size_t i = 0; i < c->n_acts; i++) {
        memcpy(work->runs[i].values, c->acts[i].values, size);
        work->runs[i].act = c->acts[i].id;
    }
}

/* ---- constraints ------------------------------------------------------------------------- */

static struct ogbv__value *writable(struct ogbv__run *run, const struct ogbv_fact *fact)
{
    return &(fact->act ? run->values : run->common)[fact->index];
}

/* Most tests are of yes-or-no facts: a range, tested without a call. */
static ogbv__trit test(const struct ogbv__run *run, const struct ogbv__atom *atom)
{
    const struct ogbv__value *a = ogbv__fact_in(run, atom->fact);
    if (atom->test == OGBV__IN_RANGE)
        return ogbv__value_within(atom->lo, atom->hi, a);
    return ogbv__atom_test(atom, a, atom->fact2 ? ogbv__fact_in(run, atom->fact2) : NULL);
}

static ogbv__trit literal_value(const struct ogbv__work *work, const struct ogbv__run *run,
                                const struct ogbv__literal *literal)
{
    ogbv__trit value = test(run, &work->db->atoms[literal->atom]);
    return literal->negated ? ogbv__trit_not(value) : value;
}

/* Unit propagation: where all but one literal fail, the last must hold. 1 when a fact was
 * narrowed, 0 when not, -1 when the facts contradict each other. */
static int propagate(struct ogbv__work *work, struct ogbv__run *run,
                     const struct ogbv__clause *clause)
{
    const struct ogbv__literal *last = NULL;
    for (size_t i = 0; i < clause->n_literals; i++) {
        ogbv__trit value = literal_value(work, run, &clause->literals[i]);
        if (value == OGBV__YES || (value == OGBV__UNKNOWN && last))
            return 0;
        if (value == OGBV__UNKNOWN)
            last = &clause->literals[i];
    }
    if (!last)
        return -1;
    const struct ogbv__atom *atom = &work->db->atoms[last->atom];
    return ogbv__value_assert(atom, last->negated, writable(run, atom->fact));
}

static ogbv_status fail_conflict(const struct ogbv__work *work, const struct ogbv__clause *clause,
                                 ogbv_error **error)
{
    struct ogbv__buf text;
    const struct ogbv__atom *atoms = work->db->atoms;
    ogbv__buf_init(&text, &work->arena.alloc);
    ogbv__buf_text(&text, "facts contradict each other: ");
    for (size_t i = 0; i < clause->n_literals; i++)
        ogbv__buf_texts(&text, i ? ", " : "", atoms[clause->literals[i].atom].fact->id, NULL);
    struct ogbv__error_info info = {
        .status = OGBV_ERR_CONFLICT, .fact = atoms[clause->literals[0].atom].fact->id,
    };
    return ogbv__fail_text(error, &info, &text);
}

static ogbv_status close_facts(struct ogbv__work *work, ogbv_error **error)
{
    int changed = 1;
    while (changed) {
        changed = 0;
        for (size_t i = 0; i < work->n_runs * work->db->n_clauses; i++) {
            struct ogbv__run *run = &work->runs[i / work->db->n_clauses];
            const struct ogbv__clause *clause = &work->db->clauses[i % work->db->n_clauses];
            int outcome = propagate(work, run, clause);
            if (outcome < 0)
                return fail_conflict(work, clause, error);
            changed |= outcome;
        }
    }
    return OGBV_OK;
}

ogbv_status ogbv__work_take(struct ogbv__work *work, const struct ogbv_case *c, ogbv_error **error)
{
    work->c = c;
    work->on = c->on;
    copy_values(work, c);
    ogbv_status status = merge(work, c, error);
    return status == OGBV_OK ? close_facts(work, error) : status;
}

/* ---- gates ------------------------------------------------------------------------------- */

void ogbv__set_node(struct ogbv__run *run, uint32_t node, ogbv__trit value)
{
    run->planes[2 * node] = value == OGBV__YES;
    run->planes[2 * node + 1] = value == OGBV__NO;
}

static void run_gates(const struct ogbv__work *work, struct ogbv__run *run, uint32_t from,
                      uint32_t to)
{
    const struct ogbv__gate *gates = work->gates->gates;
    uint8_t *planes = run->planes, *out = planes + 2 * (work->gates->first_gate + from);
    for (uint32_t g = from; g < to; g++, out += 2) {
        uint32_t a = gates[g].a, b = gates[g].b;
        out[0] = planes[a] & planes[b];
        out[1] = planes[a ^ 1] | planes[b ^ 1];
    }
}

void ogbv__run_facts(const struct ogbv__work *work, struct ogbv__run *run)
{
    const struct ogbv_db *db = work->db;
    ogbv__set_spans(work, run);
    ogbv__set_node(run, 0, OGBV__YES);
    for (uint32_t i = 0; i < db->n_atoms; i++)
        ogbv__set_node(run, 1 + i, test(run, &db->atoms[i]));
    ogbv__set_node(run, work->gates->first_gate - 1, OGBV__UNKNOWN);
    run_gates(work, run, 0, work->gates->split);
}

void ogbv__run_findings(const struct ogbv__work *work, struct ogbv__run *run)
{
    run_gates(work, run, work->gates->split, work->gates->n_gates);
}
