/* SPDX-License-Identifier: MIT */
/* What it is for: the tree of reasons of a finding, copied out of the planes of one act.
 * What it must not know: how the planes came about.
 * Invariant: a reason's status is the very value that decided; nothing is evaluated twice. */
#include "engine/result.h"

#include <string.h>

static const int32_t condition_statuses[] = { OGBV_NOT_MET, OGBV_UNDETERMINED, OGBV_MET };
static const int32_t exception_statuses[] = { OGBV_EXCLUDED, OGBV_EXCEPTION_OPEN,
                                              OGBV_ESTABLISHED };

static int32_t op_of(const struct ogbv__cond *cond)
{
    static const int32_t ops[] = {
        [OGBV__ALL] = OGBV_OP_ALL, [OGBV__ANY] = OGBV_OP_ANY, [OGBV__NOT] = OGBV_OP_NOT,
        [OGBV__AT_LEAST] = OGBV_OP_AT_LEAST, [OGBV__TEST] = OGBV_OP_FACT,
        [OGBV__REF] = OGBV_OP_ALL, [OGBV__FINDING] = OGBV_OP_FINDING,
        [OGBV__OPEN] = OGBV_OP_UNSETTLED,
    };
    return ops[cond->op];
}

/* A reference is shown as what it refers to: the elements of that text. */
static size_t kid_count(const struct ogbv__cond *cond)
{
    if (cond->op != OGBV__REF)
        return cond->n_kids;
    return cond->version ? cond->version->n_parts : 0;
}

/* "share.1": made in place, since a result has thousands of them. */
static const char *kid_id(struct ogbv__build *b, const char *id, size_t i)
{
    char digits[20];
    size_t n = strlen(id), k = 0;
    for (size_t left = i + 1; left; left /= 10)
        digits[k++] = (char)('0' + left % 10);
    char *text = ogbv__arena_take(b->arena, n + k + 2);
    if (!text)
        return NULL;
    memcpy(text, id, n);
    text[n++] = '.';
    while (k > 0)
        text[n++] = digits[--k];
    return text;
}

static void fill(struct ogbv__build *b, const struct ogbv__run *run, const struct ogbv__cond *cond,
                 struct ogbv_reason *reason);

static void fill_kids(struct ogbv__build *b, const struct ogbv__run *run,
                      const struct ogbv__cond *cond, struct ogbv_reason *reason)
{
    size_t n = kid_count(cond);
    if (n == 0)
        return;
    reason->kids = ogbv__arena_array(b->arena, n, sizeof *reason->kids);
    for (size_t i = 0; reason->kids && i < n; i++) {
        struct ogbv_reason *kid = &reason->kids[i];
        const struct ogbv__part *part = cond->op == OGBV__REF ? &cond->version->parts[i] : NULL;
        const struct ogbv__cond *inner = part ? part->cond : cond->kids[i];
        kid->id = kid_id(b, reason->id, i);
        kid->kind = OGBV_REASON_CONDITION;
        kid->burden = kid->max_months = -1;
        kid->label = part && part->label.n ? &part->label : NULL;
        kid->cite = part ? &part->cite : NULL;
        fill(b, run, inner, kid);
        if (part && part->kind != OGBV__ELEMENT)    /* an exception of the cited rule */
            kid->status = exception_statuses[ogbv__ref_value(
                run, b->work->gates->conds[inner->index])];
        reason->n_kids++;
    }
}

static void fill(struct ogbv__build *b, const struct ogbv__run *run, const struct ogbv__cond *cond,
                 struct ogbv_reason *reason)
{
    ogbv__trit value = ogbv__ref_value(run, b->work->gates->conds[cond->index]);
    reason->op = op_of(cond);
    reason->status = condition_statuses[value];
    if (!reason->label && cond->label.n)
        reason->label = &cond->label;
    if (!reason->cite && cond->id)
        reason->cite = &cond->cite;
    if (cond->op == OGBV__TEST) {
        const struct ogbv__atom *atom = &b->work->db->atoms[cond->atom];
        reason->facts[reason->n_facts++] = atom->fact;
        if (atom->fact2)
            reason->facts[reason->n_facts++] = atom->fact2;
    }
    if (cond->op == OGBV__REF && cond->rule) {
        if (!reason->label)
            reason->label = &cond->rule->label;
        if (!reason->cite)
            reason->cite = &cond->version->cite;
    }
    fill_kids(b, run, cond, reason);
}

/* A point of its own keeps its own words below the element's. */
static int stands_apart(const struct ogbv__cond *cond)
{
    return cond->op == OGBV__OPEN || cond->op == OGBV__REF || cond->op == OGBV__FINDING;
}

static void fill_apart(struct ogbv__build *b, const struct ogbv__run *run,
                       const struct ogbv__cond *cond, struct ogbv_reason *reason)
{
    struct ogbv_reason *kid = ogbv__arena_take(b->arena, sizeof *kid);
    if (!kid)
        return;
    kid->id = kid_id(b, reason->id, 0);
    kid->kind = OGBV_REASON_CONDITION;
    kid->burden = kid->max_months = -1;
    fill(b, run, cond, kid);
    reason->op = OGBV_OP_ALL;
    reason->status = kid->status;
    reason->kids = kid;
    reason->n_kids = 1;
}

static void fill_part(struct ogbv__build *b, const struct ogbv__run *run,
                      const struct ogbv__part *part, struct ogbv_reason *reason)
{
    static const int32_t kinds[] = {
        [OGBV__ELEMENT] = OGBV_REASON_ELEMENT, [OGBV__UNLESS] = OGBV_REASON_UNLESS,
        [OGBV__INAPPLICABLE] = OGBV_REASON_INAPPLICABLE,
        [OGBV__AGGRAVATION] = OGBV_REASON_AGGRAVATION,
    };
    int exception = part->kind == OGBV__UNLESS || part->kind == OGBV__INAPPLICABLE;
    reason->id = part->id;
    reason->kind = kinds[part->kind];
    reason->label = part->label.n ? &part->label : NULL;
    reason->cite = &part->cite;
    reason->burden = part->burden;
    reason->max_months = part->max_months;
    reason->replaced_by = part->replaced_by;
    if (reason->label && stands_apart(part->cond))
        fill_apart(b, run, part->cond, reason);
    else
        fill(b, run, part->cond, reason);
    if (exception)
        reason->status = exception_statuses[ogbv__ref_value(
            run, b->work->gates->conds[part->cond->index])];
}

static size_t count_parts(const struct ogbv__version *version, int32_t kind)
{
    size_t n = 0;
    for (size_t p = 0; p < version->n_parts; p++)
        n += version->parts[p].kind == kind;
    return n;
}

void ogbv__build_reasons(struct ogbv__build *b, struct ogbv_finding *finding,
                         const struct ogbv__run *run)
{
    const struct ogbv__version *version = finding->version;
    if (!version)
        return;
    size_t exceptions = count_parts(version, OGBV__UNLESS)
        + count_parts(version, OGBV__INAPPLICABLE);
    finding->elements = ogbv__arena_array(b->arena, count_parts(version, OGBV__ELEMENT),
                                          sizeof *finding->elements);
    finding->exceptions = ogbv__arena_array(b->arena, exceptions, sizeof *finding->exceptions);
    finding->aggravations = ogbv__arena_array(b->arena, count_parts(version, OGBV__AGGRAVATION),
                                              sizeof *finding->aggravations);
    for (size_t p = 0; !b->arena->failed && p < version->n_parts; p++) {
        const struct ogbv__part *part = &version->parts[p];
        struct ogbv_reason *reason;
        if (part->kind == OGBV__ELEMENT)
            reason = &finding->elements[finding->n_elements++];
        else if (part->kind == OGBV__AGGRAVATION)
            reason = &finding->aggravations[finding->n_aggravations++];
        else
            reason = &finding->exceptions[finding->n_exceptions++];
        fill_part(b, run, part, reason);
    }
}
