/* SPDX-License-Identifier: MIT */
/* What it is for: the phrases of comparisons and reports.
 * What it must not know: the form in which they are written.
 * Invariant: nothing is claimed beyond the comparison; what is undecided is called so. */
#include "report/phrase.h"

#include "base/date.h"
#include "base/text.h"

#define COUNT(array) (sizeof(array) / sizeof (array)[0])

static const char *of(const char *const *table, size_t n, int32_t value)
{
    return value >= 0 && (size_t)value < n ? table[value] : "";
}

const char *ogbv__phrase_relation(int32_t relation)
{
    static const char *const words[] = {
        [OGBV_EQUAL] = "cover the same cases",
        [OGBV_NARROWER] = "the first is narrower: all its cases are cases of the second",
        [OGBV_BROADER] = "the first is broader: it covers all cases of the second, and more",
        [OGBV_OVERLAPPING] = "overlap: each covers cases that the other does not",
        [OGBV_DISJOINT] = "have no case in common",
        [OGBV_UNDECIDED] = "not decided",
    };
    return of(words, COUNT(words), relation);
}

const char *ogbv__phrase_status(int32_t status)
{
    static const char *const words[] = {
        [OGBV_DEFINED] = "",
        [OGBV_DEF_NONE_FOUND] = "looked for, no such rule found",
        [OGBV_DEF_NOT_ENCODED] = "not encoded: nothing is known here",
        [OGBV_DEF_NOT_IN_FORCE] = "no such rule in force on that day",
        [OGBV_DEF_SUSPENDED] = "the rule was suspended on that day",
        [OGBV_DEF_START_UNKNOWN] = "whether the rule had commenced is not known",
    };
    return of(words, COUNT(words), status);
}

const char *ogbv__phrase_typical(int32_t typical)
{
    static const char *const words[] = {
        [OGBV_NO] = "the typical case is not covered",
        [OGBV_UNKNOWN] = "whether the typical case is covered depends on what it leaves open",
        [OGBV_YES] = "the typical case is covered",
    };
    return of(words, COUNT(words), typical);
}

const char *ogbv__phrase_name(const struct ogbv__definition *definition, const char *lang)
{
    if (definition->is_core)
        return "the harmonized definition";
    if (!definition->jurisdiction)
        return definition->key;
    return ogbv__texts_in(&definition->jurisdiction->label, lang);
}

/* ---- facts ------------------------------------------------------------------------------- */

static void append_number(struct ogbv__buf *text, const struct ogbv_fact *fact, int64_t number,
                          const char *lang)
{
    char words[26];
    if (fact->n_values) {
        ogbv__buf_text(text, ogbv__texts_in(&fact->values[number].label, lang));
    } else if (fact->type == OGBV_DATE) {
        ogbv__date_text(number, words);
        ogbv__buf_text(text, words);
    } else if (fact->type == OGBV_PLACE) {
        ogbv__place_text(number, words);
        ogbv__buf_text(text, words);
    } else {
        ogbv__buf_int(text, number);
    }
}

void ogbv__phrase_fact(struct ogbv__buf *text, const ogbv_case *c, const struct ogbv_fact *fact,
                       const char *lang)
{
    ogbv__phrase_value(text, fact, &c->values[fact->index], lang);
}

void ogbv__phrase_value(struct ogbv__buf *text, const struct ogbv_fact *fact,
                        const struct ogbv__value *value, const char *lang)
{
    const char *label = ogbv__texts_in(&fact->label, lang);
    if (value->state != OGBV__GIVEN) {
        ogbv__buf_texts(text, "nothing is known of this: ", label, NULL);
    } else if (fact->type == OGBV_BOOLEAN) {
        ogbv__buf_texts(text, value->lo ? "" : "it is not so that ", label, NULL);
    } else {
        ogbv__buf_texts(text, label, ": ", NULL);
        append_number(text, fact, value->lo, lang);
    }
}

/* ---- remarks ----------------------------------------------------------------------------- */

static void append_rule(struct ogbv__buf *text, const struct ogbv_rule *rule, const char *lang)
{
    ogbv__buf_texts(text, "\u201c", ogbv__texts_in(&rule->label, lang), "\u201d (", rule->id, ")",
                    NULL);
}

static void append_cases(struct ogbv__buf *text, const struct ogbv_remark *remark,
                         const char *lang)
{
    static const char *const begins[] = { " Only the first holds where: ",
                                          " Only the second holds where: " };
    for (int side = 0; side < 2; side++) {
        const ogbv_case *c = remark->cases[side];
        size_t n = 0;
        for (size_t f = 0; c && f < c->db->n_facts; f++) {
            if (c->values[f].state != OGBV__GIVEN)
                continue;
            ogbv__buf_text(text, n++ ? "; " : begins[side]);
            ogbv__phrase_fact(text, c, c->db->facts[f], lang);
        }
        ogbv__buf_text(text, n ? "." : "");
    }
}

static void append_two(struct ogbv__buf *text, const struct ogbv_remark *remark, const char *lang)
{
    append_rule(text, remark->rule, lang);
    ogbv__buf_text(text, " and ");
    append_rule(text, remark->other, lang);
}

static void remark_subsumed(struct ogbv__buf *text, const struct ogbv_remark *remark,
                            const char *lang)
{
    if (remark->relation == OGBV_EQUAL) {
        append_two(text, remark, lang);
        ogbv__buf_text(text, " cover the same cases.");
        return;
    }
    ogbv__buf_text(text, "Every case of ");
    append_rule(text, remark->rule, lang);
    ogbv__buf_text(text, " is also one of ");
    append_rule(text, remark->other, lang);
    ogbv__buf_char(text, '.');
}

static void remark_scope(struct ogbv__buf *text, const struct ogbv_remark *remark,
                         const char *lang)
{
    append_rule(text, remark->rule, lang);
    ogbv__buf_texts(text, " is listed under ", ogbv__texts_in(&remark->concept_->label, lang),
                    ", but none of its cases lies in the scope of this concept.", NULL);
}

static void remark_fact(struct ogbv__buf *text, const struct ogbv_remark *remark, const char *lang)
{
    ogbv__buf_texts(text, "No rule asks for this fact: ",
                    ogbv__texts_in(&remark->fact->label, lang), " (", remark->fact->id, ").", NULL);
}

static void remark_term(struct ogbv__buf *text, const struct ogbv_remark *remark, const char *lang)
{
    append_two(text, remark, lang);
    ogbv__buf_texts(text, ": ", ogbv__phrase_relation(remark->relation), ".", NULL);
    append_cases(text, remark, lang);
}

static void remark_never(struct ogbv__buf *text, const struct ogbv_remark *remark,
                         const char *lang)
{
    ogbv__buf_text(text, "No case meets ");
    append_rule(text, remark->rule, lang);
    ogbv__buf_text(text, ": its conditions exclude each other.");
}

void ogbv__phrase_remark(struct ogbv__buf *text, const struct ogbv_remark *remark,
                         const char *lang)
{
    static void (*const phrases[])(struct ogbv__buf *, const struct ogbv_remark *,
                                   const char *) = {
        [OGBV_REMARK_NEVER_MET] = remark_never,
        [OGBV_REMARK_NEVER_IN_SCOPE] = remark_scope,
        [OGBV_REMARK_SUBSUMED] = remark_subsumed,
        [OGBV_REMARK_UNUSED_FACT] = remark_fact,
        [OGBV_REMARK_TERM_DIFFERS] = remark_term,
    };
    phrases[remark->kind](text, remark, lang);
}
