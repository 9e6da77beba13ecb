/* SPDX-License-Identifier: MIT */
/* What it is for: saying in words what a test of facts states, for reasons and printed rules.
 * What it must not know: any case: the words come from the dictionary and the rule alone.
 * Invariant: one text for each language of the fact's label. */
#include "load/reader.h"

#include "base/buf.h"
#include "base/date.h"
#include "base/text.h"
#include "model/names.h"

static void number_text(struct ogbv__buf *text, const struct ogbv_fact *fact, int64_t number,
                        const char *lang)
{
    char date[11], place[8];
    switch (fact->type) {
    case OGBV_CHOICE:
    case OGBV_LEVEL:
        ogbv__buf_text(text, ogbv__texts_in(&fact->values[number].label, lang));
        break;
    case OGBV_DATE:
        ogbv__date_text(number, date);
        ogbv__buf_text(text, date);
        break;
    case OGBV_PLACE:
        ogbv__place_text(number, place);
        ogbv__buf_text(text, place);
        break;
    default:
        ogbv__buf_int(text, number);
    }
}

static void describe_values(struct ogbv__buf *text, const struct ogbv__atom *atom,
                            const char *lang)
{
    const char *between = ": ";
    if (atom->test == OGBV__IN_SET)
        for (size_t i = 0; i < atom->fact->n_values; i++) {
            if (!(atom->set >> i & 1))
                continue;
            ogbv__buf_text(text, between);
            number_text(text, atom->fact, (int64_t)i, lang);
            between = " or ";
        }
    for (size_t i = 0; i < atom->n_list; i++) {
        ogbv__buf_text(text, between);
        number_text(text, atom->fact, atom->list[i], lang);
        between = " or ";
    }
}

static void describe_range(struct ogbv__buf *text, const struct ogbv__atom *atom, const char *lang)
{
    const struct ogbv_fact *fact = atom->fact;
    int low = atom->lo > fact->min, high = atom->hi < fact->max;
    ogbv__buf_text(text, low && high ? ": from " : low ? ": at least " : ": at most ");
    if (low)
        number_text(text, fact, atom->lo, lang);
    if (low && high)
        ogbv__buf_text(text, " to ");
    if (high)
        number_text(text, fact, atom->hi, lang);
}

static void describe_difference(struct ogbv__buf *text, const struct ogbv__atom *atom,
                                const char *lang)
{
    int low = atom->lo != INT64_MIN, high = atom->hi != INT64_MAX;
    const char *unit = ogbv__name(OGBV__NAMES_UNIT, atom->unit);
    ogbv__buf_texts(text, "from ", ogbv__texts_in(&atom->fact->label, lang), " to ",
                    ogbv__texts_in(&atom->fact2->label, lang), ": ", NULL);
    if (low) {
        ogbv__buf_text(text, "at least ");
        ogbv__buf_int(text, atom->lo);
    }
    if (high) {
        ogbv__buf_text(text, low ? ", at most " : "at most ");
        ogbv__buf_int(text, atom->hi);
    }
    if (atom->unit != OGBV__UNIT_NUMBER)
        ogbv__buf_texts(text, " ", unit, "s", NULL);
}

static void describe(struct ogbv__buf *text, const struct ogbv__atom *atom, const char *lang)
{
    const char *label = ogbv__texts_in(&atom->fact->label, lang);
    if (atom->test == OGBV__DIFFERENCE) {
        describe_difference(text, atom, lang);
    } else if (atom->fact->type == OGBV_BOOLEAN) {
        ogbv__buf_texts(text, atom->lo ? "" : "it is not so that ", label, NULL);
    } else {
        ogbv__buf_text(text, label);
        if (atom->test == OGBV__IN_RANGE)
            describe_range(text, atom, lang);
        else
            describe_values(text, atom, lang);
    }
}

struct ogbv__texts ogbv__describe(struct ogbv__reader *r, const struct ogbv__atom *atom)
{
    struct ogbv__texts texts = { 0 };
    const struct ogbv__texts *labels = &atom->fact->label;
    texts.at = ogbv__arena_array(r->arena, labels->n, sizeof *texts.at);
    for (size_t i = 0; texts.at && i < labels->n; i++) {
        struct ogbv__buf text;
        ogbv__buf_init(&text, &r->db->context->alloc);
        describe(&text, atom, labels->at[i].lang);
        texts.at[i].lang = labels->at[i].lang;
        texts.at[i].text = ogbv__arena_string(r->arena, ogbv__buf_string(&text));
        texts.n++;
        if (text.failed)
            r->arena->failed = 1;
        ogbv__buf_free(&text);
    }
    return texts;
}
