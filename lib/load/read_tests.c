/* SPDX-License-Identifier: MIT */
/* What it is for: reading the tests that stand beside the rules, and lists of given facts.
 * What it must not know: how a test is run.
 * Invariant: every fact given exists and has that value; a test's base stands before it. */
#include "load/reader.h"

#include "base/text.h"
#include "model/names.h"

/* ---- given facts ------------------------------------------------------------------------- */

static void read_value(struct ogbv__reader *r, const struct ogbv__node *node,
                       struct ogbv__given *given)
{
    const char *value = ogbv__node_attr(node, "value");
    const char *min = ogbv__node_attr(node, "min"), *max = ogbv__node_attr(node, "max");
    int ok;
    given->value = ogbv__value_unknown(given->fact);
    if (value && (min || max))
        ok = 0;
    else if (value && ogbv__text_equal(value, "unknown"))
        ok = (given->value.state = OGBV__ASKED);
    else if (value)
        ok = ogbv__value_parse(given->fact, value, &given->value);
    else
        ok = ogbv__value_parse_range(given->fact, min, max, &given->value);
    if (!ok)
        ogbv__fault(r, node, OGBV__D_FACT_VALUE, given->fact->id);
}

struct ogbv__given *ogbv__read_given(struct ogbv__reader *r, const struct ogbv__node *node,
                                     size_t *n)
{
    size_t size = ogbv__count_kids(node, "given") + ogbv__count_kids(node, "omit");
    struct ogbv__given *list = ogbv__arena_array(r->arena, size, sizeof *list);
    const struct ogbv__node *kid = ogbv__node_first(node);
    *n = 0;
    for (; list && kid; kid = ogbv__node_next(kid)) {
        int omit = ogbv__node_is(kid, "omit");
        if (!omit && !ogbv__node_is(kid, "given"))
            continue;
        const char *id = ogbv__node_attr(kid, "fact");
        struct ogbv__given *given = &list[*n];
        given->fact = ogbv__map_get(&r->db->fact_ids, id);
        if (!given->fact) {
            ogbv__fault(r, kid, OGBV__D_FACT_UNKNOWN, id);
            continue;
        }
        if (omit)
            given->value = ogbv__value_unknown(given->fact);
        else
            read_value(r, kid, given);
        (*n)++;
    }
    return list;
}

/* ---- tests ------------------------------------------------------------------------------- */

static void read_acts(struct ogbv__reader *r, const struct ogbv__node *node,
                      struct ogbv__test *test)
{
    test->acts = ogbv__arena_array(r->arena, ogbv__count_kids(node, "act"), sizeof *test->acts);
    const struct ogbv__node *kid = ogbv__kid(node, "act");
    for (; test->acts && kid; kid = ogbv__next_kid(kid)) {
        struct ogbv__test_act *act = &test->acts[test->n_acts++];
        act->id = ogbv__read_string(r, kid, "id");
        act->given = ogbv__read_given(r, kid, &act->n_given);
    }
}

static void read_expect(struct ogbv__reader *r, const struct ogbv__node *node,
                        struct ogbv__expect *expect)
{
    expect->where = ogbv__where_of(r, node);
    expect->of = ogbv__read_string(r, node, "of");
    expect->status = ogbv__read_name(node, "status", OGBV_NAMES_STATUS, -1);
    expect->strict = ogbv__read_name(node, "strict", OGBV_NAMES_TRUTH, -1);
    expect->contestable = ogbv__read_name(node, "contestable", OGBV__NAMES_YES_NO, -1);
    expect->arguable = ogbv__read_name(node, "arguable", OGBV__NAMES_YES_NO, -1);
    expect->why = ogbv__read_name(node, "why", OGBV_NAMES_WHY, -1);
    expect->verified = ogbv__read_name(node, "verified", OGBV_NAMES_SEEN, -1);
    expect->absent = ogbv__read_name(node, "absent", OGBV__NAMES_YES_NO, 0);
    expect->missing = ogbv__read_string(r, node, "missing");
    expect->not_missing = ogbv__read_string(r, node, "not-missing");
    expect->because = ogbv__read_string(r, node, "because");
    expect->deadline = ogbv__read_string(r, node, "deadline");
    expect->date = ogbv__read_string(r, node, "date");
    expect->deadline_status = ogbv__read_name(node, "deadline-status", OGBV_NAMES_DUE_STATUS, -1);
    expect->certain = ogbv__read_name(node, "certain", OGBV__NAMES_YES_NO, -1);
    if (!expect->deadline && (expect->date || expect->deadline_status >= 0 || expect->certain >= 0))
        ogbv__fault(r, node, OGBV__D_MISSING_ATTRIBUTE, "deadline of expect");
}

static void read_expects(struct ogbv__reader *r, const struct ogbv__node *node,
                         struct ogbv__test *test)
{
    test->expects = ogbv__arena_array(r->arena, ogbv__count_kids(node, "expect"),
                                      sizeof *test->expects);
    const struct ogbv__node *kid = ogbv__kid(node, "expect");
    for (; test->expects && kid; kid = ogbv__next_kid(kid))
        read_expect(r, kid, &test->expects[test->n_expects++]);
}

static void find_base(struct ogbv__reader *r, const struct ogbv__node *node,
                      struct ogbv__map *ids, struct ogbv__test *test)
{
    test->base_ref = ogbv__read_string(r, node, "base");
    if (!test->base_ref)
        return;
    test->base = ogbv__map_get(ids, test->base_ref);
    if (!test->base)
        ogbv__fault(r, node, OGBV__D_TEST_UNKNOWN, test->base_ref);
}

static void read_test(struct ogbv__reader *r, const struct ogbv__node *node,
                      struct ogbv__map *ids)
{
    struct ogbv__test *test = ogbv__arena_take(r->arena, sizeof *test);
    if (!test)
        return;
    test->where = ogbv__where_of(r, node);
    test->id = ogbv__read_string(r, node, "id");
    test->title = ogbv__node_text(ogbv__kid(node, "title"), r->arena);
    test->on = ogbv__read_string(r, node, "on");
    test->jurisdictions = ogbv__read_string(r, node, "jurisdictions");
    find_base(r, node, ids, test);
    test->given = ogbv__read_given(r, node, &test->n_given);
    read_acts(r, node, test);
    read_expects(r, node, test);
    ogbv__claim(r, node, ids, test->id, test);
    if (ogbv__node_is(node, "test"))
        ogbv__vec_push(&r->tests, test);
}

void ogbv__read_tests(struct ogbv__reader *r, const struct ogbv__node *root)
{
    struct ogbv__map ids;
    ogbv__map_init(&ids, r->arena);
    for (const struct ogbv__node *kid = ogbv__node_first(root); kid; kid = ogbv__node_next(kid))
        read_test(r, kid, &ids);
}
