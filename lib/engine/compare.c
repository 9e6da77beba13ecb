/* SPDX-License-Identifier: MIT */
/* What it is for: the life of a comparison, and the order of its work.
 * What it must not know: how definitions are made or compared.
 * Invariant: immutable once run; every case it holds is freed, and so wiped, with it. */
#include "engine/compare.h"

#include "base/date.h"
#include "base/text.h"
#include "core/error.h"

#include <string.h>

enum { DEFAULT_BUDGET = 200000, DEFAULT_NEAREST = 3000 };

/* ---- life -------------------------------------------------------------------------------- */

/* The core case by fact index, without its days. */
static int take_core(struct ogbv_comparison *comparison)
{
    const struct ogbv_db *db = comparison->db;
    const struct ogbv__test *test = comparison->concept_->core_case;
    comparison->core = ogbv__arena_array(&comparison->arena, db->n_facts,
                                         sizeof *comparison->core);
    for (size_t i = 0; comparison->core && i < test->n_given; i++) {
        const struct ogbv__given *given = &test->given[i];
        if (ogbv__value_known(&given->value) && !ogbv__is_day_role(given->fact))
            comparison->core[given->fact->index] = given->value;
    }
    return comparison->core != NULL;
}

ogbv_status ogbv_comparison_new(ogbv_db *db, const char *concept_, const char *on,
                                ogbv_comparison **out, ogbv_error **error)
{
    int64_t day;
    if (out)
        *out = NULL;
    if (!db || !concept_ || !on || !out)
        return ogbv__fail_invalid(error);
    const struct ogbv__alloc *alloc = &db->context->alloc;
    const ogbv_concept *found = ogbv_concept_find(db, concept_);
    if (!found || !found->family)
        return ogbv__fail(alloc, error, OGBV_ERR_NOT_FOUND, "there is no such concept");
    if (!ogbv__date_parse_day(on, &day))
        return ogbv__fail(alloc, error, OGBV_ERR_INVALID,
                          "the day of the comparison is not a day of the form 2026-11-21");
    ogbv_comparison *comparison = ogbv__alloc_new(alloc, sizeof *comparison);
    if (!comparison)
        return ogbv__fail_nomem(error);
    comparison->db = ogbv_db_ref(db);
    atomic_init(&comparison->refs, 1);
    ogbv__arena_init(&comparison->arena, alloc, 0);
    ogbv__vec_init(&comparison->keys, &comparison->arena);
    comparison->concept_ = found;
    comparison->day = day;
    comparison->on = ogbv__arena_string(&comparison->arena, on);
    comparison->budget = DEFAULT_BUDGET;
    comparison->nearest = DEFAULT_NEAREST;
    if (!take_core(comparison) || comparison->arena.failed) {
        ogbv_comparison_unref(comparison);
        return ogbv__fail_nomem(error);
    }
    *out = comparison;
    return OGBV_OK;
}

ogbv_comparison *ogbv_comparison_ref(ogbv_comparison *comparison)
{
    if (comparison)
        atomic_fetch_add(&comparison->refs, 1);
    return comparison;
}

void ogbv_comparison_unref(ogbv_comparison *comparison)
{
    if (!comparison || atomic_fetch_sub(&comparison->refs, 1) != 1)
        return;
    ogbv_db *db = comparison->db;
    struct ogbv__alloc alloc = comparison->arena.alloc;
    for (size_t i = 0; i < comparison->n_pairs; i++) {
        ogbv_case_free(comparison->pairs[i].sides[0].witness);
        ogbv_case_free(comparison->pairs[i].sides[1].witness);
    }
    ogbv__arena_free(&comparison->arena);
    ogbv__alloc_free(&alloc, comparison, sizeof *comparison);
    ogbv_db_unref(db);
}

/* ---- setting ----------------------------------------------------------------------------- */

static int is_open(const ogbv_comparison *comparison)
{
    return comparison && !comparison->done;
}

ogbv_status ogbv_comparison_set_class(ogbv_comparison *comparison, int32_t class_,
                                      ogbv_error **error)
{
    if (!is_open(comparison) || !ogbv_name(OGBV_NAMES_CLASS, class_))
        return ogbv__fail_invalid(error);
    comparison->class_ = class_;
    return OGBV_OK;
}

static int is_key(const char *key)
{
    int64_t day;
    const char *at = strchr(key, '@');
    size_t n = at ? (size_t)(at - key) : strlen(key);
    char id[16];
    if (n == 0 || n >= sizeof id || (at && !ogbv__date_parse_day(at + 1, &day)))
        return 0;
    memcpy(id, key, n);
    id[n] = '\0';
    return ogbv__text_equal(id, "core") || ogbv__text_is_place(id);
}

static ogbv_status take_key(ogbv_comparison *comparison, const char *key, const char **out,
                            ogbv_error **error)
{
    if (!is_open(comparison) || !key)
        return ogbv__fail_invalid(error);
    if (!is_key(key))
        return ogbv__fail(&comparison->arena.alloc, error, OGBV_ERR_INVALID,
                          "a key is a jurisdiction, such as ie or ie@2020-01-01, or core");
    *out = ogbv__arena_string(&comparison->arena, key);
    return *out ? OGBV_OK : ogbv__fail_nomem(error);
}

ogbv_status ogbv_comparison_add(ogbv_comparison *comparison, const char *key, ogbv_error **error)
{
    const char *copy;
    ogbv_status status = take_key(comparison, key, &copy, error);
    if (status != OGBV_OK)
        return status;
    for (size_t i = 0; i < comparison->keys.n; i++)
        if (ogbv__text_equal(comparison->keys.at[i], copy))
            return OGBV_OK;
    ogbv__vec_push(&comparison->keys, (void *)copy);
    return comparison->arena.failed ? ogbv__fail_nomem(error) : OGBV_OK;
}

ogbv_status ogbv_comparison_set_baseline(ogbv_comparison *comparison, const char *key,
                                         ogbv_error **error)
{
    const char *copy;
    ogbv_status status = take_key(comparison, key, &copy, error);
    if (status == OGBV_OK)
        comparison->baseline = copy;
    return status;
}

ogbv_status ogbv_comparison_set_budget(ogbv_comparison *comparison, uint64_t nodes,
                                       uint64_t nearest, ogbv_error **error)
{
    if (!is_open(comparison))
        return ogbv__fail_invalid(error);
    comparison->budget = nodes ? nodes : DEFAULT_BUDGET;
    comparison->nearest = nearest ? nearest : DEFAULT_NEAREST;
    return OGBV_OK;
}

ogbv_status ogbv_comparison_skip(ogbv_comparison *comparison, int32_t what, ogbv_error **error)
{
    if (!is_open(comparison))
        return ogbv__fail_invalid(error);
    comparison->skip = what;
    return OGBV_OK;
}

/* ---- running ----------------------------------------------------------------------------- */

static void add_pair(struct ogbv_comparison *comparison, size_t a, size_t b)
{
    if (comparison->definitions[a].status != OGBV_DEFINED
        || comparison->definitions[b].status != OGBV_DEFINED)
        return;
    struct ogbv_pair *pair = &comparison->pairs[comparison->n_pairs++];
    pair->a = a;
    pair->b = b;
}

static void list_pairs(struct ogbv_comparison *comparison)
{
    size_t n = comparison->n_definitions, last = n - 1;
    comparison->pairs = ogbv__arena_array(&comparison->arena, n * n, sizeof *comparison->pairs);
    for (size_t a = 0; comparison->pairs && n > 1 && a < last; a++) {
        if (comparison->baseline) {
            add_pair(comparison, a, last);
            continue;
        }
        for (size_t b = a + 1; b < n; b++)
            add_pair(comparison, a, b);
    }
}

ogbv_status ogbv_comparison_run(ogbv_comparison *comparison, ogbv_error **error)
{
    if (!is_open(comparison))
        return ogbv__fail_invalid(error);
    comparison->done = 1;
    ogbv__resolve(comparison);
    for (size_t d = 0; !comparison->arena.failed && d < comparison->n_definitions; d++)
        comparison->definitions[d].typical = ogbv__typical(comparison,
                                                           &comparison->definitions[d]);
    if (!comparison->arena.failed && comparison->n_definitions)
        list_pairs(comparison);
    for (size_t i = 0; !comparison->arena.failed && i < comparison->n_pairs; i++)
        ogbv__compare_pair(comparison, &comparison->pairs[i]);
    if (!comparison->arena.failed && !(comparison->skip & OGBV__SKIP_ELEMENTS))
        ogbv__view_elements(comparison);
    return comparison->arena.failed ? ogbv__fail_nomem(error) : OGBV_OK;
}
