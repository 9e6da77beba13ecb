/* SPDX-License-Identifier: MIT */
/* What it is for: the mutable case: facts of the case and of its acts.
 * What it must not know: what follows from the facts.
 * Invariant: memory that held a fact is wiped before it is freed or moved; no error text holds a
 * value. */
#include "model/case.h"

#include "base/buf.h"
#include "base/date.h"
#include "base/text.h"
#include "core/error.h"

#include <string.h>

static size_t values_size(const struct ogbv_case *c)
{
    return ogbv__array_size(c->db->n_facts, sizeof(struct ogbv__value));
}

static struct ogbv__value *new_values(const struct ogbv_case *c)
{
    struct ogbv__value *values = ogbv__alloc_new(&c->alloc, values_size(c));
    for (size_t i = 0; values && i < c->db->n_facts; i++)
        values[i] = ogbv__value_unknown(c->db->facts[i]);
    return values;
}

ogbv_status ogbv_case_new(ogbv_db *db, ogbv_case **out, ogbv_error **error)
{
    if (!db || !out)
        return ogbv__fail_invalid(error);
    *out = NULL;
    const struct ogbv__alloc *alloc = &db->context->alloc;
    struct ogbv_case *c = ogbv__alloc_new(alloc, sizeof *c);
    if (!c)
        return ogbv__fail_nomem(error);
    c->alloc = *alloc;
    c->db = ogbv_db_ref(db);
    c->values = new_values(c);
    if (!c->values) {
        ogbv_case_free(c);
        return ogbv__fail_nomem(error);
    }
    *out = c;
    return OGBV_OK;
}

void ogbv_case_free(ogbv_case *c)
{
    if (!c)
        return;
    struct ogbv__alloc alloc = c->alloc;
    ogbv_db *db = c->db;
    for (size_t i = 0; i < c->n_acts; i++)
        ogbv__alloc_free_wiped(&alloc, c->acts[i].values, values_size(c));
    ogbv__alloc_free_wiped(&alloc, c->acts, c->size_acts * sizeof *c->acts);
    ogbv__alloc_free_wiped(&alloc, c->values, values_size(c));
    ogbv__alloc_free_wiped(&alloc, c, sizeof *c);
    ogbv_db_unref(db);
    ogbv__wipe_stack();
}

ogbv_status ogbv_case_set_on(ogbv_case *c, const char *on, int32_t from, ogbv_error **error)
{
    int64_t day;
    if (!c || !on || from < OGBV_ON_FROM_CASE || from > OGBV_ON_FROM_TODAY)
        return ogbv__fail_invalid(error);
    if (!ogbv__date_parse_day(on, &day))
        return ogbv__fail(&c->alloc, error, OGBV_ERR_INVALID,
                          "the day of assessment is not a day of the form 2026-11-21");
    c->on = day;
    c->on_from = from;
    c->has_on = 1;
    return OGBV_OK;
}

ogbv_status ogbv_case_add_jurisdiction(ogbv_case *c, const char *id, ogbv_error **error)
{
    if (!c || !id)
        return ogbv__fail_invalid(error);
    if (!ogbv__text_is_place(id))
        return ogbv__fail(&c->alloc, error, OGBV_ERR_INVALID,
                          "a jurisdiction is no ISO 3166 code in lower case, such as ie or us-ca");
    int64_t code = ogbv__place_code(id);
    for (size_t i = 0; i < c->n_jurisdictions; i++)
        if (c->jurisdictions[i] == code)
            return OGBV_OK;
    if (c->n_jurisdictions == OGBV__MAX_JURISDICTIONS)
        return ogbv__fail(&c->alloc, error, OGBV_ERR_LIMIT, "more than 64 jurisdictions");
    c->jurisdictions[c->n_jurisdictions++] = code;
    return OGBV_OK;
}

/* ---- acts -------------------------------------------------------------------------------- */

static int is_act_id(const char *id)
{
    size_t n = strspn(id, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");
    return n > 0 && n < OGBV__ACT_ID && id[n] == '\0';
}

/* Moves the acts to a larger array; the old one is wiped. */
static int grow_acts(struct ogbv_case *c)
{
    size_t size = c->size_acts ? c->size_acts * 2 : 4;
    struct ogbv__act *acts = ogbv__alloc_new(&c->alloc, size * sizeof *acts);
    if (!acts)
        return 0;
    if (c->n_acts)
        memcpy(acts, c->acts, c->n_acts * sizeof *acts);
    ogbv__alloc_free_wiped(&c->alloc, c->acts, c->size_acts * sizeof *acts);
    c->acts = acts;
    c->size_acts = size;
    return 1;
}

ogbv_status ogbv_case_add_act(ogbv_case *c, const char *id, int32_t *act, ogbv_error **error)
{
    if (act)
        *act = 0;
    if (!c || !id)
        return ogbv__fail_invalid(error);
    if (!is_act_id(id))
        return ogbv__fail(&c->alloc, error, OGBV_ERR_INVALID,
                          "an act is named by 1 to 64 letters, digits, dots, dashes, underscores");
    for (size_t i = 0; i < c->n_acts; i++)
        if (ogbv__text_equal(c->acts[i].id, id))
            return ogbv__fail(&c->alloc, error, OGBV_ERR_INVALID, "two acts have the same name");
    if (c->n_acts == OGBV_MAX_ACTS)
        return ogbv__fail(&c->alloc, error, OGBV_ERR_LIMIT, "more than 256 acts");
    struct ogbv__value *values = new_values(c);
    if (!values || (c->n_acts == c->size_acts && !grow_acts(c))) {
        ogbv__alloc_free_wiped(&c->alloc, values, values_size(c));
        return ogbv__fail_nomem(error);
    }
    struct ogbv__act *added = &c->acts[c->n_acts++];
    memcpy(added->id, id, strlen(id) + 1);
    added->values = values;
    if (act)
        *act = (int32_t)c->n_acts;
    return OGBV_OK;
}

/* ---- facts ------------------------------------------------------------------------------- */

static ogbv_status fail_fact(const struct ogbv_case *c, ogbv_error **error,
                             const struct ogbv_fact *fact, const char *what)
{
    return ogbv__fail_fact(&c->alloc, error, fact->id, what);
}

/* The id that was asked for is repeated only beside a known one that is near: a caller's mistake
 * could have put a name or a day there. */
static ogbv_status fail_unknown(const struct ogbv_case *c, ogbv_error **error, const char *id)
{
    const ogbv_fact *near = ogbv_fact_nearest(c->db, id);
    struct ogbv__buf text;
    ogbv__buf_init(&text, &c->alloc);
    ogbv__buf_text(&text, "there is no such fact");
    if (near && ogbv__text_is_id(id))
        ogbv__buf_texts(&text, ": ", id, NULL);
    if (near)
        ogbv__buf_texts(&text, "; did you mean ", near->id, "?", NULL);
    struct ogbv__error_info info = {
        .status = OGBV_ERR_NOT_FOUND, .nearest = near ? near->id : NULL,
    };
    return ogbv__fail_text(error, &info, &text);
}

/* Checks the common arguments of the setters; on OGBV_OK the fact is known and fits the act. */
static ogbv_status check(const struct ogbv_case *c, int32_t act, const char *id,
                         const struct ogbv_fact **fact, ogbv_error **error)
{
    if (!c || !id || act < 0 || (size_t)act > c->n_acts)
        return ogbv__fail_invalid(error);
    *fact = ogbv_fact_find(c->db, id);
    if (!*fact)
        return fail_unknown(c, error, id);
    if (act != OGBV_CASE && !(*fact)->act)
        return fail_fact(c, error, *fact, "belongs to the case, not to an act");
    return OGBV_OK;
}

void ogbv__case_put(struct ogbv_case *c, int32_t act, const struct ogbv_fact *fact,
                    const struct ogbv__value *value)
{
    struct ogbv__value *values = act == OGBV_CASE ? c->values : c->acts[act - 1].values;
    values[fact->index] = *value;
}

static ogbv_status put_state(ogbv_case *c, int32_t act, const char *id, uint8_t state,
                             ogbv_error **error)
{
    const struct ogbv_fact *fact;
    ogbv_status status = check(c, act, id, &fact, error);
    if (status != OGBV_OK)
        return status;
    struct ogbv__value value = ogbv__value_unknown(fact);
    value.state = state;
    ogbv__case_put(c, act, fact, &value);
    return OGBV_OK;
}

static ogbv_status put_number(ogbv_case *c, int32_t act, const struct ogbv_fact *fact,
                              int64_t number, ogbv_error **error)
{
    if (number < fact->min || number > fact->max)
        return fail_fact(c, error, fact, "does not allow this number");
    struct ogbv__value value = { .lo = number, .hi = number, .state = OGBV__GIVEN };
    ogbv__case_put(c, act, fact, &value);
    return OGBV_OK;
}

ogbv_status ogbv_case_set_boolean(ogbv_case *c, int32_t act, const char *id, int32_t value,
                                  ogbv_error **error)
{
    const struct ogbv_fact *fact;
    ogbv_status status = check(c, act, id, &fact, error);
    if (status == OGBV_OK && fact->type != OGBV_BOOLEAN)
        status = fail_fact(c, error, fact, "is not a yes-or-no fact");
    return status == OGBV_OK ? put_number(c, act, fact, value != 0, error) : status;
}

ogbv_status ogbv_case_set_integer(ogbv_case *c, int32_t act, const char *id, int64_t value,
                                  ogbv_error **error)
{
    const struct ogbv_fact *fact;
    ogbv_status status = check(c, act, id, &fact, error);
    if (status == OGBV_OK && fact->type != OGBV_INTEGER)
        status = fail_fact(c, error, fact, "is not a number");
    return status == OGBV_OK ? put_number(c, act, fact, value, error) : status;
}

ogbv_status ogbv_case_set(ogbv_case *c, int32_t act, const char *id, const char *text,
                          ogbv_error **error)
{
    const struct ogbv_fact *fact;
    ogbv_status status = text ? check(c, act, id, &fact, error) : ogbv__fail_invalid(error);
    if (status != OGBV_OK)
        return status;
    struct ogbv__value value;
    if (!ogbv__value_parse(fact, text, &value))
        return fail_fact(c, error, fact, "does not have such a value");
    ogbv__case_put(c, act, fact, &value);
    return OGBV_OK;
}

ogbv_status ogbv_case_set_range(ogbv_case *c, int32_t act, const char *id, const char *min,
                                const char *max, ogbv_error **error)
{
    const struct ogbv_fact *fact;
    ogbv_status status = min || max ? check(c, act, id, &fact, error) : ogbv__fail_invalid(error);
    if (status != OGBV_OK)
        return status;
    struct ogbv__value value;
    if (!ogbv__value_parse_range(fact, min, max, &value))
        return fail_fact(c, error, fact, "does not have such a range");
    ogbv__case_put(c, act, fact, &value);
    return OGBV_OK;
}

ogbv_status ogbv_case_set_unknown(ogbv_case *c, int32_t act, const char *id, ogbv_error **error)
{
    return put_state(c, act, id, OGBV__ASKED, error);
}

ogbv_status ogbv_case_unset(ogbv_case *c, int32_t act, const char *id, ogbv_error **error)
{
    return put_state(c, act, id, OGBV__UNSET, error);
}
