/* SPDX-License-Identifier: MIT */
/* What it is for: computing deadlines, and saying in words how.
 * What it must not know: statuses of rules.
 * Invariant: a start that is known only as a range gives a range: expired is said only when its
 * last day is past, open only when its first is not. Outside a calendar the day is not moved, and
 * the answer not certain. */
#include "engine/result.h"

#include "base/buf.h"
#include "base/date.h"
#include "model/names.h"

/* Days, or seconds for clocks in hours. OGBV__DAY_MIN and _MAX: not known. */
struct range {
    int64_t lo, hi;
    int32_t offset;
    int certain;
};

/* ---- calendars --------------------------------------------------------------------------- */

static int is_holiday(const struct ogbv__calendar *calendar, int64_t day)
{
    size_t lo = 0, hi = calendar->n_holidays;
    while (lo < hi) {
        size_t middle = (lo + hi) / 2;
        if (calendar->holidays[middle] < day)
            lo = middle + 1;
        else
            hi = middle;
    }
    return lo < calendar->n_holidays && calendar->holidays[lo] == day;
}

static int is_working(const struct ogbv__calendar *calendar, int64_t day)
{
    return !(calendar->weekend >> ogbv__date_weekday(day) & 1) && !is_holiday(calendar, day);
}

static int is_covered(const struct ogbv__calendar *calendar, int64_t day)
{
    return day >= calendar->from && day <= calendar->to;
}

static int64_t roll(const struct ogbv__end *end, int64_t day, int *certain)
{
    int64_t moved = day;
    while (is_covered(end->calendar, moved) && !is_working(end->calendar, moved))
        moved += end->roll;
    if (is_covered(end->calendar, moved))
        return moved;
    *certain = 0;
    return day;
}

static int64_t add_working_days(const struct ogbv__end *end, int64_t day, int *certain)
{
    int64_t left = end->amount - (end->first_counts && is_working(end->calendar, day));
    while (left > 0) {
        day++;
        if (!is_covered(end->calendar, day)) {
            *certain = 0;
            return day + left - 1;
        }
        left -= is_working(end->calendar, day);
    }
    return day;
}

/* ---- one end ----------------------------------------------------------------------------- */

static int64_t start_day(const struct ogbv__end *end, int64_t day)
{
    if (end->majority >= 0)
        day = ogbv__date_add_months(day, 12 * (int64_t)end->majority, OGBV__ROUND_UP);
    if (end->year_end) {
        struct ogbv__civil civil = ogbv__date_civil(day);
        civil.month = 12;
        civil.day = 31;
        day = ogbv__date_days(civil);
    }
    return day;
}

static int64_t last_day(const struct ogbv__end *end, int64_t day, int *certain)
{
    int64_t first = end->first_counts ? 1 : 0;
    day = start_day(end, day);
    switch (end->unit) {
    case OGBV__WORKING_DAY: day = add_working_days(end, day, certain); break;
    case OGBV__WEEK: day += 7 * (int64_t)end->amount - first; break;
    case OGBV__MONTH: day = ogbv__date_add_months(day, end->amount, end->rounding) - first; break;
    case OGBV__YEAR:
        day = ogbv__date_add_months(day, 12 * (int64_t)end->amount, end->rounding) - first;
        break;
    default: day += end->amount - first; break;
    }
    return end->roll ? roll(end, day, certain) : day;
}

static struct range value_range(const struct ogbv__end *end, const struct ogbv_fact *fact,
                                const struct ogbv__value *value)
{
    enum { DAY = 86400 };
    struct range range = { value->lo, value->hi, value->offset, 1 };
    int in_hours = end->unit == OGBV__HOUR, instant = fact->type == OGBV_DATETIME;
    if (in_hours && !instant) {     /* some time on that day */
        if (range.lo != OGBV__DAY_MIN)
            range.lo *= DAY;
        if (range.hi != OGBV__DAY_MAX)
            range.hi = range.hi * DAY + DAY - 1;
    }
    return range;
}

static struct range start_range(const struct ogbv__end *end, const struct ogbv__run *run)
{
    struct range all = { 0, 0, 0, 1 };
    for (size_t i = 0; i < end->n_starts; i++) {
        struct range one = value_range(end, end->starts[i], ogbv__fact_in(run, end->starts[i]));
        int lower = i == 0 || (end->latest ? one.lo > all.lo : one.lo < all.lo);
        int higher = i == 0 || (end->latest ? one.hi > all.hi : one.hi < all.hi);
        if (lower) {
            all.lo = one.lo;
            all.offset = one.offset;
        }
        if (higher)
            all.hi = one.hi;
    }
    return all;
}

static struct range end_range(const struct ogbv__end *end, const struct range *start)
{
    struct range range = *start;
    if (end->unit == OGBV__HOUR) {
        if (range.lo != OGBV__DAY_MIN)
            range.lo += 3600 * (int64_t)end->amount;
        if (range.hi != OGBV__DAY_MAX)
            range.hi += 3600 * (int64_t)end->amount;
        return range;
    }
    if (range.lo != OGBV__DAY_MIN)
        range.lo = last_day(end, start->lo, &range.certain);
    if (range.hi != OGBV__DAY_MAX)
        range.hi = last_day(end, start->hi, &range.certain);
    return range;
}

/* A suspension lengthens; when it is not known, it may or may not have. */
static void suspend(const struct ogbv__suspension *suspension, const struct ogbv__run *run,
                    struct range *range)
{
    const struct ogbv__value *from = ogbv__fact_in(run, suspension->from);
    const struct ogbv__value *to = ogbv__fact_in(run, suspension->to);
    if (!ogbv__value_known(from) || !ogbv__value_known(to)) {
        range->hi = OGBV__DAY_MAX;
        return;
    }
    int64_t days = to->lo > from->lo ? to->lo - from->lo : 0;
    if (range->lo != OGBV__DAY_MIN)
        range->lo += days;
    if (range->hi != OGBV__DAY_MAX)
        range->hi += days;
}

/* ---- words ------------------------------------------------------------------------------- */

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
                        const struct range *range)
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

static void end_words(struct ogbv__buf *text, const struct ogbv__end *end,
                      const struct range *start, const struct range *range)
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

/* ---- one deadline ------------------------------------------------------------------------ */

/* An end that a calendar may still move matters only where it could be the earliest. */
static int is_sure(int64_t unsure, int64_t hi)
{
    enum { FARTHEST_MOVE = 31 };
    return unsure == OGBV__DAY_MAX || (hi != OGBV__DAY_MAX && hi + FARTHEST_MOVE < unsure);
}

static struct range deadline_range(const struct ogbv__deadline *deadline,
                                   const struct ogbv__run *run, struct ogbv__buf *text)
{
    struct range all = { OGBV__DAY_MAX, OGBV__DAY_MAX, 0, 1 };
    int64_t unsure = OGBV__DAY_MAX;
    for (size_t i = 0; i < deadline->n_ends; i++) {
        const struct ogbv__end *end = &deadline->ends[i];
        struct range start = start_range(end, run), range = end_range(end, &start);
        for (size_t s = 0; !end->long_stop && s < deadline->n_suspensions; s++)
            suspend(&deadline->suspensions[s], run, &range);
        end_words(text, end, &start, &range);
        if (range.lo < all.lo) {
            all.lo = range.lo;
            all.offset = range.offset;
        }
        if (range.hi < all.hi)
            all.hi = range.hi;
        if (!range.certain && range.lo < unsure)
            unsure = range.lo;
    }
    all.certain = is_sure(unsure, all.hi);
    return all;
}

static int64_t day_of(const struct ogbv__deadline *deadline, const struct range *range,
                      int64_t point)
{
    if (deadline->ends[0].unit != OGBV__HOUR || point == OGBV__DAY_MIN || point == OGBV__DAY_MAX)
        return point;
    return ogbv__instant_day(point, range->offset);
}

static int32_t status_on(int64_t lo, int64_t hi, int64_t on)
{
    if (hi < on)
        return OGBV_DUE_EXPIRED;
    if (lo > on)
        return OGBV_OPEN;
    return lo == hi ? OGBV_DUE_TODAY : OGBV_DUE_UNDETERMINED;
}

static void add_missing(const struct ogbv__run *run, const struct ogbv_fact *fact, uint64_t *set)
{
    if (!ogbv__value_known(ogbv__fact_in(run, fact)))
        set[fact->index / 64] |= (uint64_t)1 << (fact->index % 64);
}

/* Whether a deadline applies, and the date roles that would make it certain. */
struct scope {
    ogbv__trit applies;
    uint32_t roles;
};

static void add_roles(const struct ogbv__build *b, const struct ogbv__run *run, uint32_t roles,
                      uint64_t *set)
{
    for (int32_t role = 0; role < OGBV__N_ROLES; role++)
        if (roles >> role & 1)
            add_missing(run, b->work->db->roles[role], set);
}

static void set_missing(struct ogbv__build *b, struct ogbv__run *run, const struct scope *scope,
                        struct ogbv_due *due)
{
    const struct ogbv__deadline *deadline = due->deadline;
    uint64_t *set = ogbv__arena_array(b->arena, b->work->n_words, sizeof *set);
    if (!set)
        return;
    for (size_t e = 0; e < deadline->n_ends; e++)
        for (size_t s = 0; s < deadline->ends[e].n_starts; s++)
            add_missing(run, deadline->ends[e].starts[s], set);
    for (size_t s = 0; s < deadline->n_suspensions; s++) {
        add_missing(run, deadline->suspensions[s].from, set);
        add_missing(run, deadline->suspensions[s].to, set);
    }
    add_roles(b, run, scope->roles, set);
    if (deadline->when)
        ogbv__missing_of_ref(b->work, run, b->work->gates->conds[deadline->when->index], set);
    due->missing = ogbv__facts_of(b->arena, b->work->db, set);
}

static void set_texts(struct ogbv__build *b, const struct range *range, struct ogbv_due *due)
{
    char date[11], instant[26];
    if (range->lo == OGBV__DAY_MIN || range->lo == OGBV__DAY_MAX)
        return;
    ogbv__date_text(day_of(due->deadline, range, range->lo), date);
    due->date = ogbv__arena_string(b->arena, date);
    if (due->deadline->ends[0].unit == OGBV__HOUR) {
        ogbv__instant_text(range->lo, range->offset, instant);
        due->at = ogbv__arena_string(b->arena, instant);
    }
    ogbv__wipe(date, sizeof date);
    ogbv__wipe(instant, sizeof instant);
}

static void build_due(struct ogbv__build *b, struct ogbv__run *run, const struct scope *scope,
                      struct ogbv_due *due)
{
    struct ogbv__buf text;
    int applies = scope->applies == OGBV__YES;
    ogbv__buf_init(&text, &b->arena->alloc);
    struct range range = deadline_range(due->deadline, run, &text);
    int64_t lo = day_of(due->deadline, &range, range.lo);
    int64_t hi = day_of(due->deadline, &range, range.hi);
    due->certain = range.certain && range.lo == range.hi && applies;
    due->status = applies ? status_on(lo, hi, b->work->on) : OGBV_DUE_UNDETERMINED;
    if (!range.certain && due->status == OGBV_DUE_EXPIRED)
        due->status = OGBV_DUE_UNDETERMINED;
    set_texts(b, &range, due);
    if (!applies)
        ogbv__buf_text(&text, " Whether this time limit applies is not known yet.");
    due->computation = ogbv__arena_string(b->arena, ogbv__buf_string(&text));
    if (!due->certain)
        set_missing(b, run, scope, due);
    if (text.failed)
        b->arena->failed = 1;
    ogbv__buf_free(&text);
}

static struct scope scope_of(const struct ogbv__build *b, const struct ogbv__run *run,
                             const struct ogbv_rule *rule, const struct ogbv__deadline *deadline)
{
    struct ogbv__span span = ogbv__span_of(b->work, run, rule->by);
    struct scope scope = { .applies = OGBV__UNKNOWN, .roles = span.roles };
    if (deadline->from <= span.lo && deadline->to >= span.hi)
        scope = (struct scope){ .applies = OGBV__YES };
    else if (deadline->from > span.hi || deadline->to < span.lo)
        scope = (struct scope){ .applies = OGBV__NO };
    if (deadline->when) {
        uint32_t ref = b->work->gates->conds[deadline->when->index];
        scope.applies = ogbv__trit_and(scope.applies, ogbv__ref_value(run, ref));
    }
    return scope;
}

void ogbv__build_dues(struct ogbv__build *b, struct ogbv_finding *finding, struct ogbv__run *run)
{
    const struct ogbv_rule *rule = finding->rule;
    for (size_t i = 0; i < rule->n_deadlines && finding->dues; i++) {
        const struct ogbv__deadline *deadline = &rule->deadlines[i];
        struct scope scope = scope_of(b, run, rule, deadline);
        if (scope.applies == OGBV__NO)
            continue;
        struct ogbv_due *due = &finding->dues[finding->n_dues++];
        due->deadline = deadline;
        due->act = finding->acts[run - b->work->runs].act;
        build_due(b, run, &scope, due);
    }
}
