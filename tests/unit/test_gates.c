/* SPDX-License-Identifier: MIT */
/* Protects: what conditions mean. All trees of all, any, not and at-least over three facts, to
 * depth two, and of depth three those with small trees beside, are compiled, run for every
 * knowledge of the facts, and compared with an evaluator that shares nothing with the library: it
 * counts (semantics 3.1, 3.2, 3.3, 3.7, 8.1, 17.2). */
#include "unit.h"

#include "engine/work.h"

#include <stdlib.h>
#include <string.h>

enum { FACTS = 3, KNOWLEDGE = 27, MOST_KIDS = 3, ROOM = 8192, LANES = OGBV__BATCH };
enum { AT_LEAST_1 = -1, AT_LEAST_2 = -2, AT_LEAST_3 = -3 };     /* beside OGBV__ALL ... */

/* A tree with what it should say, by knowledge of the facts: knowledge k has digit f of k in base
 * three for fact f. */
struct tree {
    struct ogbv__cond cond;
    struct ogbv__cond *kids[MOST_KIDS];
    uint8_t value[KNOWLEDGE];
    uint8_t missing[KNOWLEDGE];     /* a bit for each fact */
};

static struct tree *trees;          /* leaves, then depth one, then depth two */
static size_t n_trees;
static size_t n_small;              /* leaves and their negations */
static size_t n_paired;             /* to depth two, but for at-least at its top */

static struct ogbv__atom atoms[FACTS];
static struct ogbv_fact facts[FACTS], *fact_list[FACTS];
static ogbv_context *context;

static const struct ogbv__cond *dropped;    /* a leaf to leave out, or NULL */

/* The trees of the batch that is being checked. */
static struct tree lanes[LANES];
static size_t n_lanes;

/* ---- the reference -------------------------------------------------------------------------- */

static int digit(int knowledge, int fact)
{
    static const int powers[] = { 1, 3, 9 };
    return knowledge / powers[fact] % 3;
}

/* Strong Kleene by counting: of so many kids, some say yes and some no. */
static uint8_t decide(const struct ogbv__cond *cond, size_t yes, size_t no)
{
    size_t needed = cond->op == OGBV__ALL ? cond->n_kids
        : cond->op == OGBV__ANY ? 1 : (size_t)cond->n;
    if (yes >= needed)
        return OGBV__YES;
    return cond->n_kids - no < needed ? OGBV__NO : OGBV__UNKNOWN;
}

static void say(struct tree *tree, const struct tree *const kids[])
{
    struct ogbv__cond *cond = &tree->cond;
    for (int k = 0; k < KNOWLEDGE; k++) {
        size_t count[3] = { 0 };
        uint8_t missing = 0;
        for (size_t i = 0; i < cond->n_kids; i++) {
            count[kids[i]->value[k]]++;
            missing |= kids[i]->missing[k];
        }
        tree->value[k] = cond->op == OGBV__NOT ? (uint8_t)(2 - kids[0]->value[k])
                                               : decide(cond, count[2], count[0]);
        tree->missing[k] = tree->value[k] == OGBV__UNKNOWN ? missing : 0;
    }
}

/* ---- growing trees -------------------------------------------------------------------------- */

static void make(struct tree *tree, int32_t op, const struct tree *const kids[], size_t n)
{
    memset(tree, 0, sizeof *tree);
    tree->cond.op = op < 0 ? OGBV__AT_LEAST : op;
    tree->cond.n = op < 0 ? -op : 0;
    tree->cond.kids = tree->kids;
    tree->cond.n_kids = n;
    for (size_t i = 0; i < n; i++)
        tree->kids[i] = (struct ogbv__cond *)&kids[i]->cond;
    say(tree, kids);
}

static void grow(int32_t op, const struct tree *const kids[], size_t n)
{
    ck_assert_uint_lt(n_trees, ROOM);
    make(&trees[n_trees], op, kids, n);
    trees[n_trees].cond.index = (uint32_t)n_trees;
    n_trees++;
}

static void grow_leaf(int fact)
{
    struct tree *leaf = &trees[n_trees];
    leaf->cond.op = OGBV__TEST;
    leaf->cond.atom = (uint32_t)fact;
    leaf->cond.index = (uint32_t)n_trees++;
    for (int k = 0; k < KNOWLEDGE; k++) {
        leaf->value[k] = (uint8_t)digit(k, fact);
        leaf->missing[k] = (uint8_t)((digit(k, fact) == OGBV__UNKNOWN) << fact);
    }
}

/* What can be put together from the first n trees, in no order. */
static void grow_nots(size_t n)
{
    for (size_t i = 0; i < n; i++)
        grow(OGBV__NOT, (const struct tree *const[]){ &trees[i] }, 1);
}

static void grow_pairs(size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (size_t j = i; j < n; j++) {
            const struct tree *const kids[] = { &trees[i], &trees[j] };
            grow(OGBV__ALL, kids, 2);
            grow(OGBV__ANY, kids, 2);
        }
}

/* At least so many of one of the first n trees and two leaves. */
static void grow_triples(size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < FACTS; j++)
            for (size_t k = j; k < FACTS; k++)
                for (int32_t op = AT_LEAST_1; op >= AT_LEAST_3; op--)
                    grow(op, (const struct tree *const[]){ &trees[i], &trees[j], &trees[k] }, 3);
}

static void set_up(void)
{
    ck_assert_int_eq(ogbv_context_new(NULL, NULL, &context, NULL), OGBV_OK);
    dropped = NULL;
    trees = calloc(ROOM, sizeof *trees);
    ck_assert_ptr_nonnull(trees);
    n_trees = 0;
    for (int f = 0; f < FACTS; f++) {
        facts[f] = (struct ogbv_fact){ .index = (uint32_t)f, .max = 1 };
        atoms[f] = (struct ogbv__atom){ .test = OGBV__IN_RANGE, .fact = &facts[f], .lo = 1,
                                        .hi = 1 };
        fact_list[f] = &facts[f];
        grow_leaf(f);
    }
    grow_nots(FACTS);
    n_small = n_trees;
    grow_pairs(FACTS);
    grow_triples(FACTS);
    size_t n_depth_one = n_trees;
    grow_nots(n_depth_one);
    grow_pairs(n_depth_one);
    n_paired = n_trees;
    grow_triples(n_depth_one);
}

static void tear_down(void)
{
    free(trees);
    ogbv_context_unref(context);
}

/* ---- running the library -------------------------------------------------------------------- */

/* A db whose offences are the lanes: each one text with one element. */
struct law {
    struct ogbv_db db;
    struct ogbv_rule rules[LANES], *list[LANES];
    struct ogbv__version versions[LANES];
    struct ogbv__part parts[LANES];
};

static struct law law;
static struct ogbv__work work;

static void make_rule(size_t i)
{
    law.parts[i] = (struct ogbv__part){ .kind = OGBV__ELEMENT, .cond = &lanes[i].cond };
    law.versions[i] = (struct ogbv__version){
        .rule = &law.rules[i], .index = (uint32_t)i, .from = OGBV__DAY_MIN, .to = OGBV__DAY_MAX,
        .state = OGBV_IN_FORCE, .parts = &law.parts[i], .n_parts = 1,
    };
    law.rules[i] = (struct ogbv_rule){
        .kind = OGBV_OFFENCE, .class_ = -1, .number = (uint32_t)i, .versions = &law.versions[i],
        .n_versions = 1,
    };
    law.list[i] = &law.rules[i];
}

static void compile(void)
{
    memset(&law.db, 0, sizeof law.db);
    for (size_t i = 0; i < n_lanes; i++)
        make_rule(i);
    law.db.context = context;
    law.db.facts = fact_list;
    law.db.n_facts = FACTS;
    law.db.atoms = atoms;
    law.db.n_atoms = FACTS;
    law.db.rules[OGBV_OFFENCE] = law.list;
    law.db.n_rules[OGBV_OFFENCE] = law.db.n_all_rules = law.db.n_versions = n_lanes;
    law.db.n_conds = n_trees + LANES;
    ogbv__arena_init(&law.db.arena, &context->alloc, 0);
    law.db.gates = ogbv__gates_build(&law.db.arena, &law.db, dropped);
    ck_assert_ptr_nonnull(law.db.gates);
    ck_assert(ogbv__work_init(&work, &law.db, law.db.gates, 1));
}

static void forget(void)
{
    ogbv__work_free(&work);
    ogbv__arena_free(&law.db.arena);
    n_lanes = 0;
}

static void run(int knowledge)
{
    static const struct ogbv__value values[] = { { 0, 0, 0, OGBV__GIVEN }, { 0, 1, 0, 0 },
                                                 { 1, 1, 0, OGBV__GIVEN } };
    for (int f = 0; f < FACTS; f++)
        work.runs[0].common[f] = values[digit(knowledge, f)];
    ogbv__run_facts(&work, &work.runs[0]);
    for (size_t i = 0; i < n_lanes; i++)
        ogbv__judge(&work, &work.runs[0], law.list[i]);
}

static uint8_t answer(size_t lane)
{
    return work.runs[0].verdicts[lane].strict;
}

/* ---- visiting all trees --------------------------------------------------------------------- */

typedef void (*check_fn)(void);

static void flush(check_fn check)
{
    if (n_lanes == 0)
        return;
    compile();
    check();
    forget();
}

static void put(check_fn check, int32_t op, const struct tree *const kids[], size_t n)
{
    struct tree *lane = &lanes[n_lanes];
    make(lane, op, kids, n);
    lane->cond.kids = lane->kids;
    lane->cond.index = (uint32_t)(n_trees + n_lanes++);
    if (n_lanes == LANES)
        flush(check);
}

/* All trees to depth two as they stand (below an all of one), and of depth three those with one of
 * depth two inside a not, or beside leaves and their negations. */
static void visit(check_fn check)
{
    n_lanes = 0;
    for (size_t i = 0; i < n_trees; i++) {
        const struct tree *tree = &trees[i];
        put(check, OGBV__ALL, (const struct tree *const[]){ tree }, 1);
        put(check, OGBV__NOT, (const struct tree *const[]){ tree }, 1);
        for (size_t j = 0; j < n_small; j++) {
            const struct tree *const kids[] = { tree, &trees[j] };
            put(check, OGBV__ALL, kids, 2);
            put(check, OGBV__ANY, kids, 2);
        }
        for (size_t j = 0; j < FACTS; j++)
            put(check, AT_LEAST_2,
                (const struct tree *const[]){ tree, &trees[j], &trees[(j + 1) % FACTS] }, 3);
    }
    flush(check);
}

static size_t checked;

static void check_values(void)
{
    for (int k = 0; k < KNOWLEDGE; k++) {
        run(k);
        for (size_t i = 0; i < n_lanes; i++, checked++)
            if (answer(i) != lanes[i].value[k])
                ck_abort_msg("tree %zu, knowledge %d: %d", checked, k, answer(i));
    }
}

START_TEST(answers_are_strong_kleene)
{
    checked = 0;
    visit(check_values);
    ck_assert_uint_gt(checked, 27 * 80000);
}
END_TEST

static void check_missing(void)
{
    const struct ogbv_rule *const *rules = (const struct ogbv_rule *const *)law.list;
    for (int k = 0; k < KNOWLEDGE; k++) {
        uint64_t sets[LANES] = { 0 };
        run(k);
        ogbv__missing(&work, &work.runs[0], rules, n_lanes, sets);
        for (size_t i = 0; i < n_lanes; i++, checked++)
            if (sets[i] != lanes[i].missing[k])
                ck_abort_msg("tree %zu, knowledge %d: %d", checked, k, (int)sets[i]);
    }
}

START_TEST(missing_are_unknown_leaves_below_undecided_ancestors)
{
    checked = 0;
    visit(check_missing);
    ck_assert_uint_gt(checked, 27 * 80000);
}
END_TEST

/* Whether one knowledge agrees with another where that is certain. */
static int completes(int more, int less)
{
    for (int f = 0; f < FACTS; f++)
        if (digit(less, f) != OGBV__UNKNOWN && digit(less, f) != digit(more, f))
            return 0;
    return 1;
}

static void check_monotone(void)
{
    uint8_t table[LANES][KNOWLEDGE];
    for (int k = 0; k < KNOWLEDGE; k++) {
        run(k);
        for (size_t i = 0; i < n_lanes; i++)
            table[i][k] = answer(i);
    }
    for (int less = 0; less < KNOWLEDGE; less++)
        for (int more = 0; more < KNOWLEDGE; more++)
            for (size_t i = 0; completes(more, less) && i < n_lanes; i++, checked++)
                if (table[i][less] != OGBV__UNKNOWN && table[i][more] != table[i][less])
                    ck_abort_msg("knowledge %d to %d", less, more);
}

START_TEST(more_facts_never_turn_an_answer)
{
    checked = 0;
    visit(check_monotone);
    ck_assert_uint_gt(checked, 27 * 80000);
}
END_TEST

/* ---- laws of logic, by the library's own answers -------------------------------------------- */

static void check_equal_pairs(void)
{
    ck_assert_uint_eq(n_lanes % 2, 0);
    for (int k = 0; k < KNOWLEDGE; k++) {
        run(k);
        for (size_t i = 0; i < n_lanes; i += 2, checked++)
            if (answer(i) != answer(i + 1))
                ck_abort_msg("pair %zu, knowledge %d", checked, k);
    }
}

START_TEST(the_order_of_conditions_says_nothing)
{
    static const int32_t ops[] = { OGBV__ALL, OGBV__ANY };
    n_lanes = checked = 0;
    for (size_t i = 0; i < n_paired; i++)
        for (size_t j = 0; j < n_small; j++) {
            const struct tree *x = &trees[i], *y = &trees[j], *z = &trees[(i + j) % n_trees];
            for (size_t o = 0; o < 2; o++) {
                put(check_equal_pairs, ops[o], (const struct tree *const[]){ x, y }, 2);
                put(check_equal_pairs, ops[o], (const struct tree *const[]){ y, x }, 2);
            }
            put(check_equal_pairs, AT_LEAST_2, (const struct tree *const[]){ x, y, z }, 3);
            put(check_equal_pairs, AT_LEAST_2, (const struct tree *const[]){ z, x, y }, 3);
            put(check_equal_pairs, AT_LEAST_2, (const struct tree *const[]){ x, y, z }, 3);
            put(check_equal_pairs, AT_LEAST_2, (const struct tree *const[]){ y, x, z }, 3);
        }
    flush(check_equal_pairs);
    ck_assert_uint_gt(checked, 27 * 50000);
}
END_TEST

/* not all(x, y) is any(not x, not y), and the other way round. */
START_TEST(de_morgan_holds)
{
    static const int32_t ops[][2] = { { OGBV__ALL, OGBV__ANY }, { OGBV__ANY, OGBV__ALL } };
    struct tree inner[LANES], not_x[LANES], not_y[LANES];
    n_lanes = checked = 0;
    for (size_t i = 0; i < n_paired; i++)
        for (size_t j = 0; j < n_small * 2; j++) {
            const int32_t *op = ops[j % 2];
            const struct tree *const xy[] = { &trees[i], &trees[j / 2] };
            struct tree *parts[] = { &inner[n_lanes], &not_x[n_lanes], &not_y[n_lanes] };
            make(parts[0], op[0], xy, 2);
            make(parts[1], OGBV__NOT, &xy[0], 1);
            make(parts[2], OGBV__NOT, &xy[1], 1);
            put(check_equal_pairs, OGBV__NOT, (const struct tree *const[]){ parts[0] }, 1);
            put(check_equal_pairs, op[1],
                (const struct tree *const[]){ parts[1], parts[2] }, 2);
        }
    flush(check_equal_pairs);
    ck_assert_uint_gt(checked, 27 * 20000);
}
END_TEST

/* ---- leaving a leaf out --------------------------------------------------------------------- */

/* The tree's answer when each test of a fact is replaced by what changes nothing around it. */
static uint8_t without(const struct ogbv__cond *cond, uint32_t fact, int knowledge,
                       uint8_t neutral)
{
    size_t count[3] = { 0 };
    if (cond->op == OGBV__TEST)
        return cond->atom == fact ? neutral : (uint8_t)digit(knowledge, (int)cond->atom);
    if (cond->op == OGBV__NOT)
        return (uint8_t)(2 - without(cond->kids[0], fact, knowledge, (uint8_t)(2 - neutral)));
    neutral = cond->op == OGBV__ALL ? OGBV__YES : OGBV__NO;
    for (size_t i = 0; i < cond->n_kids; i++)
        count[without(cond->kids[i], fact, knowledge, neutral)]++;
    return decide(cond, count[2], count[0]);
}

static uint32_t dropped_fact;

static void check_dropped(void)
{
    for (int k = 0; k < KNOWLEDGE; k++) {
        run(k);
        for (size_t i = 0; i < n_lanes; i++, checked++)
            if (answer(i) != without(&lanes[i].cond, dropped_fact, k, OGBV__YES))
                ck_abort_msg("tree %zu, knowledge %d: %d", checked, k, answer(i));
    }
}

START_TEST(a_leaf_left_out_leaves_the_rest)
{
    n_lanes = checked = 0;
    for (dropped_fact = 0; dropped_fact < FACTS; dropped_fact++) {
        dropped = &trees[dropped_fact].cond;
        for (size_t i = 0; i < n_trees; i++)
            put(check_dropped, OGBV__ALL, (const struct tree *const[]){ &trees[i] }, 1);
        flush(check_dropped);
    }
    ck_assert_uint_eq(checked, KNOWLEDGE * FACTS * n_trees);
}
END_TEST

Suite *suite_gates(void)
{
    Suite *suite = suite_create("gates");
    TCase *tcase = tcase_create("gates");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, answers_are_strong_kleene);
    tcase_add_test(tcase, missing_are_unknown_leaves_below_undecided_ancestors);
    tcase_add_test(tcase, more_facts_never_turn_an_answer);
    tcase_add_test(tcase, the_order_of_conditions_says_nothing);
    tcase_add_test(tcase, de_morgan_holds);
    tcase_add_test(tcase, a_leaf_left_out_leaves_the_rest);
    suite_add_tcase(suite, tcase);
    return suite;
}
