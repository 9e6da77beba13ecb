/* SPDX-License-Identifier: MIT */
/* What it is for: saying in words how a deadline was computed.
 * What it must not know: how to compute it.
 * Invariant: the words say the start, the rule and the end; an uncertain one is called so. */
#include "engine/deadline.h"

#include "base/date.h"
#include "model/names.h"

static void date_words(struct ogbv__buf *text, int64_t day)
{
    char date[11];
    ogbv__date_text(day, date);
    ogbv__buf_text(text, date);
}

static void point_words(struct ogbv__buf *text, const struct ogbv__end *end, int64_t point,
                        int32_t offset)
{
    char instant[26];
    if (end->unit != OGBV__HOUR) {
        date_words(text, point);
        return;
    }
    ogbv__instant_text(point, offset, instant);
    ogbv__buf_text(text, instant);
}

static void range_words(struct ogbv__buf *text, const struct ogbv__end *end,
                        const struct ogbv__range *range)
{
    int lo = range->lo != OGBV__DAY_MIN, hi = range->hi != OGBV__DAY_MAX;
    if (lo && hi && range->lo == range->hi) {
        point_words(text, end, range->lo, range->offset);
        return;
    }
    ogbv__buf_text(text, lo && hi ? "some time from " : lo ? "not before " : hi ? "not after "
                                                                            : "a day not known");
    if (lo)
        point_words(text, end, range->lo, range->offset);
    if (lo && hi)
        ogbv__buf_text(text, " to ");
    if (hi)
        point_words(text, end, range->hi, range->offset);
}

static void start_words(struct ogbv__buf *text, const struct ogbv__end *end)
{
    ogbv__buf_text(text, end->n_starts < 2 ? "" : end->latest ? "the latest of: "
                                                              : "the earliest of: ");
    for (size_t i = 0; i < end->n_starts; i++)
        ogbv__buf_texts(text, i ? "; " : "", ogbv__texts_in(&end->starts[i]->label, NULL), NULL);
    if (end->majority >= 0) {
        ogbv__buf_text(text, ", and from it the birthday number ");
        ogbv__buf_int(text, end->majority);
    }
    if (end->year_end)
        ogbv__buf_text(text, ", and from it the end of that year");
}

void ogbv__end_words(struct ogbv__buf *text, const struct ogbv__end *end,
                      const struct ogbv__range *start, const struct ogbv__range *range)
{
    ogbv__buf_text(text, text->n ? " Or, if earlier: from " : "From ");
    range_words(text, end, start);
    ogbv__buf_text(text, " (");
    start_words(text, end);
    ogbv__buf_text(text, ") ");
    ogbv__buf_int(text, end->amount);
    ogbv__buf_texts(text, " ", ogbv__name(OGBV__NAMES_END_UNIT, end->unit),
                    end->amount == 1 ? "" : "s", NULL);
    if (end->unit != OGBV__HOUR)
        ogbv__buf_text(text, end->first_counts ? ", the first day counted"
                                               : ", the first day not counted");
    if (end->roll)
        ogbv__buf_texts(text, ", a last day that is no working day moved to the ",
                        end->roll > 0 ? "next" : "previous", " one", NULL);
    ogbv__buf_text(text, ": ");
    range_words(text, end, range);
    ogbv__buf_text(text, ".");
    if (!range->certain)
        ogbv__buf_text(text, " The calendar does not reach that far, so the day may move.");
}
