/* SPDX-License-Identifier: MIT */
/* What it is for: the fast path: statuses into the caller's bytes, without allocating.
 * What it must not know: reasons, remedies, deadlines.
 * Invariant: the same verdicts as an assessment, from the same functions. */
#include "engine/work.h"

#include "core/error.h"

#include <ogbv/evaluate.h>
#include <string.h>

struct ogbv_evaluator {
    ogbv_db *db;
    struct ogbv__work work;
    int evaluated;
};

ogbv_status ogbv_evaluator_new(ogbv_db *db, ogbv_evaluator **out, ogbv_error **error)
{
    if (out)
        *out = NULL;
    if (!db || !out)
        return ogbv__fail_invalid(error);
    const struct ogbv__alloc *alloc = &db->context->alloc;
    ogbv_evaluator *evaluator = ogbv__alloc_new(alloc, sizeof *evaluator);
    if (!evaluator || !ogbv__work_init(&evaluator->work, db, db->gates, 1)) {
        ogbv__alloc_free(alloc, evaluator, sizeof *evaluator);
        return ogbv__fail_nomem(error);
    }
    evaluator->db = ogbv_db_ref(db);
    *out = evaluator;
    return OGBV_OK;
}

void ogbv_evaluator_free(ogbv_evaluator *evaluator)
{
    if (!evaluator)
        return;
    ogbv_db *db = evaluator->db;
    struct ogbv__alloc alloc = db->context->alloc;
    ogbv__work_free(&evaluator->work);
    ogbv__alloc_free_wiped(&alloc, evaluator, sizeof *evaluator);
    ogbv_db_unref(db);
    ogbv__wipe_stack();
}

static const int32_t kinds[] = { OGBV_OFFENCE, OGBV_BASELINE };

ogbv_status ogbv_evaluate(ogbv_evaluator *evaluator, const ogbv_case *c, uint8_t *statuses,
                          size_t n, ogbv_error **error)
{
    if (!evaluator || !c || (!statuses && n) || c->db != evaluator->db || c->n_acts > 1
        || !c->has_on)
        return ogbv__fail_invalid(error);
    struct ogbv__work *work = &evaluator->work;
    struct ogbv__run *run = &work->runs[0];
    evaluator->evaluated = 0;
    ogbv_status status = ogbv__work_take(work, c, error);
    if (status != OGBV_OK)
        return status;
    ogbv__run_facts(work, run);
    size_t out = 0;
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < evaluator->db->n_rules[kinds[k]]; i++, out++) {
            const struct ogbv_rule *rule = evaluator->db->rules[kinds[k]][i];
            ogbv__judge(work, run, rule);
            if (out < n)
                statuses[out] = run->verdicts[rule->number].status;
        }
    evaluator->evaluated = 1;
    return OGBV_OK;
}

/* Writes the sets of one kind of rules, batch by batch, as far as there is room. */
static size_t missing_of_kind(struct ogbv__work *work, int32_t kind, uint64_t *bits, size_t room)
{
    const struct ogbv_db *db = work->db;
    size_t done = 0;
    while (done < db->n_rules[kind] && done < room) {
        size_t n = db->n_rules[kind] - done;
        if (n > room - done)
            n = room - done;
        if (n > OGBV__BATCH)
            n = OGBV__BATCH;
        const struct ogbv_rule *const *rules = (const struct ogbv_rule *const *)db->rules[kind];
        ogbv__missing(work, &work->runs[0], rules + done, n, bits + done * work->n_words);
        done += n;
    }
    return done;
}

ogbv_status ogbv_evaluate_missing(ogbv_evaluator *evaluator, uint64_t *bits, size_t words,
                                  size_t n, ogbv_error **error)
{
    if (!evaluator || !bits || !evaluator->evaluated || words != evaluator->work.n_words)
        return ogbv__fail_invalid(error);
    memset(bits, 0, n * sizeof *bits);
    size_t room = n / words, done = 0;
    for (size_t k = 0; k < 2; k++)
        done += missing_of_kind(&evaluator->work, kinds[k], bits + done * words, room - done);
    return OGBV_OK;
}
