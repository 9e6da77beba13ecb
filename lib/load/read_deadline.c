/* SPDX-License-Identifier: MIT */
/* What it is for: reading deadlines.
 * What it must not know: how a deadline is computed.
 * Invariant: what an end needs for its unit is there: rounding for months and years, a calendar for
 * working days and for moving the last day, facts of the right type as starts. */
#include "load/reader.h"

#include "model/names.h"

static const struct ogbv_fact *date_fact(struct ogbv__reader *r, const struct ogbv__node *node,
                                         const char *attr, int instants)
{
    const char *id = ogbv__node_attr(node, attr);
    const struct ogbv_fact *fact = ogbv__map_get(&r->db->fact_ids, id);
    if (!fact)
        ogbv__fault(r, node, OGBV__D_FACT_UNKNOWN, id);
    else if (fact->type != OGBV_DATE && !(instants && fact->type == OGBV_DATETIME))
        ogbv__fault(r, node, OGBV__D_FACT_TYPE, id);
    return fact;
}

static void read_starts(struct ogbv__reader *r, const struct ogbv__node *node,
                        struct ogbv__end *end)
{
    end->starts = ogbv__arena_array(r->arena, ogbv__count_kids(node, "start"),
                                    sizeof *end->starts);
    const struct ogbv__node *kid = ogbv__kid(node, "start");
    for (; end->starts && kid; kid = ogbv__next_kid(kid)) {
        const struct ogbv_fact *fact = date_fact(r, kid, "fact", end->unit == OGBV__HOUR);
        if (fact)
            end->starts[end->n_starts++] = fact;
    }
    if (end->n_starts > 1 && !ogbv__node_attr(node, "pick"))
        ogbv__fault(r, node, OGBV__D_MISSING_ATTRIBUTE, "pick of end with several starts");
}

static void check_unit(struct ogbv__reader *r, const struct ogbv__node *node,
                       const struct ogbv__end *end)
{
    int by_months = end->unit == OGBV__MONTH || end->unit == OGBV__YEAR;
    int needs_calendar = end->unit == OGBV__WORKING_DAY || end->roll != 0;
    if (by_months && !ogbv__node_attr(node, "month-rounding"))
        ogbv__fault(r, node, OGBV__D_UNIT, "month-rounding is missing");
    if (!by_months && ogbv__node_attr(node, "month-rounding"))
        ogbv__fault(r, node, OGBV__D_UNIT, "month-rounding with a unit that needs none");
    if (needs_calendar && !end->calendar_ref)
        ogbv__fault(r, node, OGBV__D_UNIT, "calendar is missing");
    if (!needs_calendar && end->calendar_ref)
        ogbv__fault(r, node, OGBV__D_UNIT, "calendar without use");
    if (end->unit == OGBV__HOUR && (end->roll || end->year_end || end->majority >= 0))
        ogbv__fault(r, node, OGBV__D_UNIT, "hours are counted from an instant only");
}

static void read_end(struct ogbv__reader *r, const struct ogbv__node *node, struct ogbv__end *end)
{
    static const int32_t rolls[] = { 0, 1, -1 };
    end->amount = ogbv__read_int(node, "amount", 0);
    end->unit = ogbv__read_name(node, "unit", OGBV__NAMES_END_UNIT, OGBV__DAY);
    end->first_counts = ogbv__read_name(node, "first-day", OGBV__NAMES_FIRST_DAY, 0);
    end->rounding = ogbv__read_name(node, "month-rounding", OGBV__NAMES_ROUNDING, 0);
    end->roll = rolls[ogbv__read_name(node, "roll", OGBV__NAMES_ROLL, 0)];
    end->latest = ogbv__read_name(node, "pick", OGBV__NAMES_PICK, 0);
    end->year_end = ogbv__read_name(node, "year-end", OGBV__NAMES_YES_NO, 0);
    end->majority = ogbv__read_int(node, "majority", -1);
    end->long_stop = ogbv__read_name(node, "long-stop", OGBV__NAMES_YES_NO, 0);
    end->calendar_ref = ogbv__read_string(r, node, "calendar");
    read_starts(r, node, end);
    check_unit(r, node, end);
}

static void read_ends(struct ogbv__reader *r, const struct ogbv__node *node,
                      struct ogbv__deadline *deadline)
{
    deadline->ends = ogbv__arena_array(r->arena, ogbv__count_kids(node, "end"),
                                       sizeof *deadline->ends);
    const struct ogbv__node *kid = ogbv__kid(node, "end");
    for (; deadline->ends && kid; kid = ogbv__next_kid(kid))
        read_end(r, kid, &deadline->ends[deadline->n_ends++]);
    if (deadline->n_ends && deadline->ends[0].unit == OGBV__HOUR
        && ogbv__count_kids(node, "suspended"))
        ogbv__fault(r, node, OGBV__D_UNIT, "suspended beside hours");
    for (size_t i = 1; i < deadline->n_ends; i++)
        if ((deadline->ends[i].unit == OGBV__HOUR) != (deadline->ends[0].unit == OGBV__HOUR))
            ogbv__fault(r, node, OGBV__D_UNIT, "hours beside longer units");
}

static void read_suspensions(struct ogbv__reader *r, const struct ogbv__node *node,
                             struct ogbv__deadline *deadline)
{
    deadline->suspensions = ogbv__arena_array(r->arena, ogbv__count_kids(node, "suspended"),
                                              sizeof *deadline->suspensions);
    const struct ogbv__node *kid = ogbv__kid(node, "suspended");
    for (; deadline->suspensions && kid; kid = ogbv__next_kid(kid)) {
        struct ogbv__suspension *suspension = &deadline->suspensions[deadline->n_suspensions];
        suspension->from = date_fact(r, kid, "from", 0);
        suspension->to = date_fact(r, kid, "to", 0);
        deadline->n_suspensions += suspension->from && suspension->to;
    }
}

static void read_deadline(struct ogbv__reader *r, const struct ogbv__node *node,
                          const struct ogbv_rule *rule, struct ogbv__deadline *deadline)
{
    const struct ogbv__node *when = ogbv__kid(node, "when");
    deadline->where = ogbv__where_of(r, node);
    deadline->id = ogbv__read_string(r, node, "id");
    deadline->label = ogbv__read_texts(r, node, "label");
    deadline->cite = ogbv__read_cite(r, node, &rule->cite);
    deadline->whose = ogbv__read_name(node, "for", OGBV_NAMES_DUE_FOR, 0);
    deadline->effect = ogbv__read_name(node, "effect", OGBV_NAMES_DUE_EFFECT, 0);
    deadline->from = ogbv__read_day(node, "from", OGBV__DAY_MIN);
    deadline->to = ogbv__read_day(node, "to", OGBV__DAY_MAX);
    if (deadline->from > deadline->to)
        ogbv__fault(r, node, OGBV__D_DATE_ORDER, deadline->id);
    if (when)
        deadline->when = ogbv__read_conds(r, when, &deadline->cite);
    read_ends(r, node, deadline);
    read_suspensions(r, node, deadline);
}

void ogbv__read_deadlines(struct ogbv__reader *r, const struct ogbv__node *node,
                          struct ogbv_rule *rule)
{
    struct ogbv__map ids;
    ogbv__map_init(&ids, r->arena);
    rule->deadlines = ogbv__arena_array(r->arena, ogbv__count_kids(node, "deadline"),
                                        sizeof *rule->deadlines);
    const struct ogbv__node *kid = ogbv__kid(node, "deadline");
    for (; rule->deadlines && kid; kid = ogbv__next_kid(kid)) {
        struct ogbv__deadline *deadline = &rule->deadlines[rule->n_deadlines++];
        read_deadline(r, kid, rule, deadline);
        ogbv__claim(r, kid, &ids, deadline->id, deadline);
    }
}
