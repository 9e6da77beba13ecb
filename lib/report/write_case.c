/* SPDX-License-Identifier: MIT */
/* What it is for: a case as the JSON document that describes it.
 * What it must not know: what the facts mean.
 * Invariant: reading the document back gives the same case; derived facts are not written. */
#include "report/write_case.h"

#include "base/date.h"
#include "base/text.h"
#include "core/error.h"

static void write_point(struct ogbv__json *json, const char *key, const struct ogbv_fact *fact,
                        const struct ogbv__value *value, int64_t number)
{
    char text[26];
    if (fact->type == OGBV_INTEGER) {
        ogbv__json_int(json, key, number);
        return;
    }
    if (fact->n_values) {
        ogbv__json_text(json, key, fact->values[number].id);
        return;
    }
    if (fact->type == OGBV_DATE)
        ogbv__date_text(number, text);
    else if (fact->type == OGBV_DATETIME)
        ogbv__instant_text(number, value->offset, text);
    else
        ogbv__place_text(number, text);
    ogbv__json_text(json, key, text);
    ogbv__wipe(text, sizeof text);
}

static void write_range(struct ogbv__json *json, const struct ogbv_fact *fact,
                        const struct ogbv__value *value)
{
    ogbv__json_object_line(json, fact->id);
    if (value->lo != fact->min)
        write_point(json, "min", fact, value, value->lo);
    if (value->hi != fact->max)
        write_point(json, "max", fact, value, value->hi);
    ogbv__json_object_end(json);
}

static void write_value(struct ogbv__json *json, const struct ogbv_fact *fact,
                        const struct ogbv__value *value)
{
    if (value->state == OGBV__ASKED)
        ogbv__json_null(json, fact->id);
    else if (!ogbv__value_known(value))
        write_range(json, fact, value);
    else if (fact->type == OGBV_BOOLEAN)
        ogbv__json_bool(json, fact->id, value->lo != 0);
    else
        write_point(json, fact->id, fact, value, value->lo);
}

static void write_facts(struct ogbv__json *json, const ogbv_db *db,
                        const struct ogbv__value *values)
{
    ogbv__json_object(json, "facts");
    for (size_t i = 0; i < db->n_facts; i++)
        if (values[i].state == OGBV__GIVEN || values[i].state == OGBV__ASKED)
            write_value(json, db->facts[i], &values[i]);
    ogbv__json_object_end(json);
}

static void write_acts(struct ogbv__json *json, const ogbv_case *c)
{
    if (c->n_acts == 0)
        return;
    ogbv__json_array(json, "acts");
    for (size_t i = 0; i < c->n_acts; i++) {
        ogbv__json_object(json, NULL);
        ogbv__json_text(json, "id", c->acts[i].id);
        write_facts(json, c->db, c->acts[i].values);
        ogbv__json_object_end(json);
    }
    ogbv__json_array_end(json);
}

void ogbv__write_case(struct ogbv__json *json, const char *key, const ogbv_case *c)
{
    char text[11];
    ogbv__json_object(json, key);
    ogbv__json_int(json, "format", 1);
    if (c->has_on) {
        ogbv__date_text(c->on, text);
        ogbv__json_text(json, "on", text);
    }
    ogbv__json_array_line(json, "jurisdictions");
    for (size_t i = 0; i < c->n_jurisdictions; i++) {
        ogbv__place_text(c->jurisdictions[i], text);
        ogbv__json_text(json, NULL, text);
    }
    ogbv__json_array_end(json);
    write_facts(json, c->db, c->values);
    write_acts(json, c);
    ogbv__json_object_end(json);
}

ogbv_status ogbv_case_write_json(const ogbv_case *c, ogbv_write_fn write, void *payload,
                                 ogbv_error **error)
{
    struct ogbv__json json;
    if (!c || !write)
        return ogbv__fail_invalid(error);
    ogbv__json_init(&json, write, payload);
    ogbv__write_case(&json, NULL, c);
    if (ogbv__json_finish(&json))
        return OGBV_OK;
    return ogbv__fail(&c->alloc, error, OGBV_ERR_IO, "writing was stopped");
}
