/* SPDX-License-Identifier: MIT */
/* What it is for: reading the small files: safety texts, instruments, calendars.
 * What it must not know: rules.
 * Invariant: the holidays of a calendar ascend and lie within its period. */
#include "load/reader.h"

#include "model/names.h"

/* ---- safety.xml -------------------------------------------------------------------------- */

static void read_warning(struct ogbv__reader *r, const struct ogbv__node *node)
{
    struct ogbv__warning *warning = ogbv__arena_take(r->arena, sizeof *warning);
    if (!warning)
        return;
    warning->where = ogbv__where_of(r, node);
    warning->code = ogbv__read_string(r, node, "code");
    warning->text = ogbv__read_own_text(r, node);
    ogbv__claim(r, node, &r->warnings, warning->code, warning);
}

static void read_message(struct ogbv__reader *r, const struct ogbv__node *node)
{
    struct ogbv__message *message = ogbv__arena_take(r->arena, sizeof *message);
    const struct ogbv__node *when = ogbv__kid(node, "when");
    if (!message)
        return;
    message->where = ogbv__where_of(r, node);
    message->code = ogbv__read_string(r, node, "code");
    message->text = ogbv__read_texts(r, node, "text");
    message->when_unknown = ogbv__read_name(node, "when-unknown", OGBV__NAMES_SHOW, 0);
    if (when)
        message->when = ogbv__read_conds(r, when, NULL);
    ogbv__vec_push(&r->messages, message);
}

void ogbv__read_safety(struct ogbv__reader *r, const struct ogbv__node *root)
{
    r->db->notice = ogbv__read_texts(r, root, "notice");
    for (const struct ogbv__node *kid = ogbv__kid(root, "warning"); kid; kid = ogbv__next_kid(kid))
        read_warning(r, kid);
    for (const struct ogbv__node *kid = ogbv__kid(root, "message"); kid; kid = ogbv__next_kid(kid))
        read_message(r, kid);
}

/* ---- instruments ------------------------------------------------------------------------- */

static void read_parties(struct ogbv__reader *r, const struct ogbv__node *root,
                         struct ogbv_instrument *instrument)
{
    instrument->parties = ogbv__arena_array(r->arena, ogbv__count_kids(root, "party"),
                                            sizeof *instrument->parties);
    const struct ogbv__node *kid = ogbv__kid(root, "party");
    for (; instrument->parties && kid; kid = ogbv__next_kid(kid)) {
        struct ogbv__party *party = &instrument->parties[instrument->n_parties++];
        party->jurisdiction = ogbv__read_string(r, kid, "jurisdiction");
        party->state = ogbv__read_string(r, kid, "state");
        party->from = ogbv__read_string(r, kid, "from");
        party->seen = ogbv__read_name(kid, "seen", OGBV_NAMES_SEEN, OGBV_REMEMBERED);
    }
}

void ogbv__read_instrument(struct ogbv__reader *r, const struct ogbv__node *root)
{
    struct ogbv_instrument *instrument = ogbv__arena_take(r->arena, sizeof *instrument);
    if (!instrument)
        return;
    instrument->where = ogbv__where_of(r, root);
    instrument->id = ogbv__read_string(r, root, "id");
    instrument->kind = ogbv__read_string(r, root, "kind");
    instrument->label = ogbv__read_texts(r, root, "label");
    instrument->sources = ogbv__read_sources(r, root, &instrument->n_sources);
    read_parties(r, root, instrument);
    if (ogbv__claim(r, root, &r->db->instrument_ids, instrument->id, instrument))
        ogbv__vec_push(&r->instruments, instrument);
}

/* ---- calendars --------------------------------------------------------------------------- */

static void read_holidays(struct ogbv__reader *r, const struct ogbv__node *root,
                          struct ogbv__calendar *calendar)
{
    calendar->holidays = ogbv__arena_array(r->arena, ogbv__count_kids(root, "holiday"),
                                           sizeof *calendar->holidays);
    const struct ogbv__node *kid = ogbv__kid(root, "holiday");
    int64_t last = calendar->from - 1;
    for (; calendar->holidays && kid; kid = ogbv__next_kid(kid)) {
        int64_t day = ogbv__read_day(kid, "on", 0);
        if (day <= last || day > calendar->to)
            ogbv__fault(r, kid, OGBV__D_DATE_ORDER, ogbv__node_attr(kid, "on"));
        calendar->holidays[calendar->n_holidays++] = day;
        last = day;
    }
}

void ogbv__read_calendar(struct ogbv__reader *r, const struct ogbv__node *root)
{
    size_t n;
    struct ogbv__calendar *calendar = ogbv__arena_take(r->arena, sizeof *calendar);
    const char **days = ogbv__read_words(r, root, "weekend", &n);
    if (!calendar || r->arena->failed)
        return;
    calendar->where = ogbv__where_of(r, root);
    calendar->id = ogbv__read_string(r, root, "id");
    calendar->label = ogbv__read_texts(r, root, "label");
    calendar->from = ogbv__read_day(root, "from", 0);
    calendar->to = ogbv__read_day(root, "to", 0);
    for (size_t i = 0; i < n; i++)
        for (int32_t day = 0; day < 7; day++)
            if (ogbv__name_value(OGBV__NAMES_WEEKDAY, days[i], 3) == day)
                calendar->weekend |= 1u << day;
    if (calendar->from > calendar->to)
        ogbv__fault(r, root, OGBV__D_DATE_ORDER, calendar->id);
    read_holidays(r, root, calendar);
    (void)ogbv__read_sources(r, root, &n);
    ogbv__claim(r, root, &r->calendars, calendar->id, calendar);
}
