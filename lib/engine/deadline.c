/* SPDX-License-Identifier: MIT */
/* What it is for: computing deadlines, and saying in words how.
 * What it must not know: statuses of rules.
 * Invariant: a start that is known only as a range gives a range: expired is said only when its
 * last day is past, open only when its first is not. Outside a calendar the day is not moved, and
 * the answer not certain. */
#include "engine/deadline.h"

#include "base/date.h"

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

/* The last day before suspensions, and before it is moved off a day that is no working day. */
static int64_t plain_last_day(const struct ogbv__end *end, int64_t start, int *certain)
{
    int64_t first = end->first_counts ? 1 : 0;
    switch (end->unit) {
    case OGBV__WORKING_DAY: return add_working_days(end, start, certain);
    case OGBV__WEEK: return start + 7 * (int64_t)end->amount - first;
    case OGBV__MONTH: return ogbv__date_add_months(start, end->amount, end->rounding) - first;
    case OGBV__YEAR:
        return ogbv__date_add_months(start, 12 * (int64_t)end->amount, end->rounding) - first;
    default: return start + end->amount - first;
    }
}

/* Days of a suspension that lie between the start and the end lengthen the time. While its days are
 * not known it may have lengthened it without bound, unless it surely began after the end. */
static int64_t lengthen(const struct ogbv__suspension *suspension, const struct ogbv__run *run,
                        int64_t start, int64_t day, int *unbounded)
{
    const struct ogbv__value *from = ogbv__fact_in(run, suspension->from);
    const struct ogbv__value *to = ogbv__fact_in(run, suspension->to);
    if (from->lo > day || to->hi <= start)
        return day;
    if (!ogbv__value_known(from) || !ogbv__value_known(to)) {
        *unbounded = 1;
        return day;
    }
    int64_t begin = from->lo > start ? from->lo : start;
    return to->lo > begin ? day + (to->lo - begin) : day;
}

/* What one end is counted by. */
struct counting {
    const struct ogbv__deadline *deadline;
    const struct ogbv__end *end;
    const struct ogbv__run *run;
};

static int64_t last_day(const struct counting *by, int64_t day, int *certain, int *unbounded)
{
    const struct ogbv__end *end = by->end;
    int64_t start = start_day(end, day);
    day = plain_last_day(end, start, certain);
    for (size_t s = 0; !end->long_stop && s < by->deadline->n_suspensions; s++)
        day = lengthen(&by->deadline->suspensions[s], by->run, start, day, unbounded);
    return end->roll ? roll(end, day, certain) : day;
}

static struct ogbv__range value_range(const struct ogbv__end *end, const struct ogbv_fact *fact,
                                const struct ogbv__value *value)
{
    enum { DAY = 86400, EARLIEST_ZONE = 14 * 3600, LATEST_ZONE = 12 * 3600 };
    struct ogbv__range range = { value->lo, value->hi, value->offset, 1 };
    int in_hours = end->unit == OGBV__HOUR, instant = fact->type == OGBV_DATETIME;
    if (in_hours && !instant) {     /* some time on that day, wherever on earth */
        if (range.lo != OGBV__DAY_MIN)
            range.lo = range.lo * DAY - EARLIEST_ZONE;
        if (range.hi != OGBV__DAY_MAX)
            range.hi = range.hi * DAY + DAY - 1 + LATEST_ZONE;
    }
    return range;
}

static struct ogbv__range start_range(const struct ogbv__end *end, const struct ogbv__run *run)
{
    struct ogbv__range all = { 0, 0, 0, 1 };
    for (size_t i = 0; i < end->n_starts; i++) {
        const struct ogbv__value *value = ogbv__fact_in(run, end->starts[i]);
        struct ogbv__range one = value_range(end, end->starts[i], value);
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

static int64_t plus_hours(const struct ogbv__end *end, int64_t seconds)
{
    int known = seconds != OGBV__DAY_MIN && seconds != OGBV__DAY_MAX;
    return known ? seconds + 3600 * (int64_t)end->amount : seconds;
}

static struct ogbv__range end_range(const struct ogbv__deadline *deadline,
                                    const struct ogbv__end *end, const struct ogbv__run *run,
                                    const struct ogbv__range *start)
{
    const struct counting by = { deadline, end, run };
    struct ogbv__range range = *start;
    if (end->unit == OGBV__HOUR) {
        range.lo = plus_hours(end, range.lo);
        range.hi = plus_hours(end, range.hi);
        return range;
    }
    int unbounded = 0;
    if (start->lo != OGBV__DAY_MIN)
        range.lo = last_day(&by, start->lo, &range.certain, &unbounded);
    if (start->hi != OGBV__DAY_MAX)
        range.hi = last_day(&by, start->hi, &range.certain, &unbounded);
    if (unbounded)
        range.hi = OGBV__DAY_MAX;
    return range;
}

/* ---- one deadline ------------------------------------------------------------------------ */

/* No court is closed for longer. */
enum { FARTHEST_MOVE = 31 };

/* An end that a calendar may still move matters only where it could be the earliest. */
static int is_sure(int64_t unsure, int64_t hi)
{
    return unsure == OGBV__DAY_MAX || (hi != OGBV__DAY_MAX && hi + FARTHEST_MOVE < unsure);
}

static struct ogbv__range deadline_range(const struct ogbv__deadline *deadline,
                                   const struct ogbv__run *run, struct ogbv__buf *text)
{
    struct ogbv__range all = { OGBV__DAY_MAX, OGBV__DAY_MAX, 0, 1 };
    int64_t unsure = OGBV__DAY_MAX;
    for (size_t i = 0; i < deadline->n_ends; i++) {
        const struct ogbv__end *end = &deadline->ends[i];
        struct ogbv__range start = start_range(end, run);
        struct ogbv__range range = end_range(deadline, end, run, &start);
        ogbv__end_words(text, end, &start, &range);
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

static int64_t day_of(const struct ogbv__deadline *deadline, const struct ogbv__range *range,
                      int64_t point)
{
    if (deadline->ends[0].unit != OGBV__HOUR || point == OGBV__DAY_MIN || point == OGBV__DAY_MAX)
        return point;
    return ogbv__instant_day(point, range->offset);
}

static int32_t status_on(int64_t lo, int64_t hi, const struct ogbv__span *meet)
{
    if (hi < meet->lo)
        return OGBV_DUE_EXPIRED;
    if (lo > meet->hi)
        return OGBV_OPEN;
    return lo == hi && meet->lo == meet->hi ? OGBV_DUE_TODAY : OGBV_DUE_UNDETERMINED;
}

/* Whether a last day is past however far a calendar that does not reach it would have moved it. */
static int is_long_past(const struct ogbv__deadline *deadline, int64_t hi,
                        const struct ogbv__span *meet)
{
    int64_t move = FARTHEST_MOVE;
    for (size_t i = 0; i < deadline->n_ends; i++)
        if (deadline->ends[i].unit == OGBV__WORKING_DAY)
            move += 2 * (int64_t)deadline->ends[i].amount;
    return hi + move < meet->lo;
}

static void add_missing(const struct ogbv__run *run, const struct ogbv_fact *fact, uint64_t *set)
{
    if (!ogbv__value_known(ogbv__fact_in(run, fact)))
        set[fact->index / 64] |= (uint64_t)1 << (fact->index % 64);
}

/* Whether a deadline applies, the date roles that would make that certain, and the day to meet. */
struct scope {
    ogbv__trit applies;
    uint32_t roles;
    struct ogbv__span meet;
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

static void set_texts(struct ogbv__build *b, const struct ogbv__range *range, struct ogbv_due *due)
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

/* The days on which the applicant has to be in time: that of filing, else of the assessment. */
static struct ogbv__span day_to_meet(const struct ogbv__build *b, const struct ogbv__run *run,
                                     const struct ogbv_rule *rule,
                                     const struct ogbv__deadline *deadline)
{
    struct ogbv__span today = { .lo = b->work->on, .hi = b->work->on };
    int filed = deadline->whose == OGBV_FOR_APPLICANT && deadline->effect != OGBV_TARGET
        && rule->by == OGBV__BY_FILING;
    return filed ? *ogbv__span_of(run, rule->by) : today;
}

static void build_due(struct ogbv__build *b, struct ogbv__run *run, const struct scope *scope,
                      struct ogbv_due *due)
{
    struct ogbv__buf text;
    int applies = scope->applies == OGBV__YES;
    ogbv__buf_init(&text, &b->arena->alloc);
    struct ogbv__range range = deadline_range(due->deadline, run, &text);
    int64_t lo = day_of(due->deadline, &range, range.lo);
    int64_t hi = day_of(due->deadline, &range, range.hi);
    due->certain = range.certain && range.lo == range.hi && applies;
    due->status = applies ? status_on(lo, hi, &scope->meet) : OGBV_DUE_UNDETERMINED;
    due->in_time = lo >= scope->meet.hi;
    if (!range.certain && due->status == OGBV_DUE_EXPIRED
        && !is_long_past(due->deadline, hi, &scope->meet))
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
    const struct ogbv__span *span = ogbv__span_of(run, rule->by);
    struct scope scope = { .applies = OGBV__UNKNOWN, .roles = span->roles };
    if (deadline->from <= span->lo && deadline->to >= span->hi)
        scope = (struct scope){ .applies = OGBV__YES };
    else if (deadline->from > span->hi || deadline->to < span->lo)
        scope = (struct scope){ .applies = OGBV__NO };
    scope.meet = day_to_meet(b, run, rule, deadline);
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
