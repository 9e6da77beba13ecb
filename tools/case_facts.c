/* SPDX-License-Identifier: MIT */
/* What it is for: setting the facts and acts of a case from JSON.
 * What it must not know: the rest of the document; what a fact means.
 * Invariant: a value has exactly the form that its fact asks for; else it is a fault. */
#include "case_file.h"

#include <inttypes.h>
#include <string.h>

/* Where facts go: to an act, or to the case. */
struct target {
    struct reading *reading;
    ogbv_db *db;
    ogbv_case *c;
    int32_t act;
    int several;            /* the case has several acts */
};

/* ---- one value --------------------------------------------------------------------------- */

static const struct form {
    int has_range;
    const char *text;
} forms[] = {
    [OGBV_BOOLEAN] = { 0, "takes true, false or null" },
    [OGBV_CHOICE] = { 0, "takes null or one of: " },
    [OGBV_LEVEL] = { 1, "takes null, a range {\"min\", \"max\"} (the lower first) or one of: " },
    [OGBV_INTEGER] = { 1, "takes a whole number, a range {\"min\", \"max\"} or null" },
    [OGBV_DATE] = { 1, "takes a day such as \"2024-02-29\" or a part of one, a range "
                       "{\"min\", \"max\"} (the earlier first) or null" },
    [OGBV_DATETIME] = { 1, "takes an instant such as \"2026-05-20T10:00:00+02:00\", a range "
                           "{\"min\", \"max\"} (the earlier first) or null" },
    [OGBV_PLACE] = { 0, "takes null or an ISO 3166 code such as \"ie\"" },
};

enum { N_FORMS = sizeof forms / sizeof forms[0], NUMBER = 24 };

/* Why a value was refused: the form that the fact takes, or a number out of its bounds. */
static void fault_value(const struct target *target, const struct place *place,
                        const ogbv_fact *fact, const ogbv_error *error)
{
    char values[1024] = "";
    size_t at = 0;
    int32_t type = ogbv_fact_type(fact);
    if ((type == OGBV_INTEGER && error) || type < 0 || type >= N_FORMS) {
        fault(target->reading, place, ogbv_error_message(error), NULL);
        return;
    }
    for (size_t i = 0; i < ogbv_fact_value_count(fact) && at < sizeof values; i++)
        at += (size_t)snprintf(values + at, sizeof values - at, "%s%s", i ? ", " : "",
                               ogbv_fact_value_id(fact, i));
    fault(target->reading, place, forms[type].text, values);
}

/* A bound as the library reads it: a text as it stands, a number by its digits. NULL when it has
 * another form. */
static const char *bound(const ogbv_fact *fact, const json_t *value, char digits[NUMBER])
{
    if (ogbv_fact_type(fact) != OGBV_INTEGER)
        return json_string_value(value);
    if (!json_is_integer(value))
        return NULL;
    snprintf(digits, NUMBER, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    return digits;
}

static ogbv_status set_range(const struct target *target, const ogbv_fact *fact, json_t *range,
                             ogbv_error **error)
{
    char low[NUMBER], high[NUMBER];
    json_t *min = json_object_get(range, "min"), *max = json_object_get(range, "max");
    const char *from = bound(fact, min, low), *to = bound(fact, max, high);
    ogbv_status status = OGBV_ERR_FACT;
    if ((from || to) && !from == !min && !to == !max && forms[ogbv_fact_type(fact)].has_range)
        status = ogbv_case_set_range(target->c, target->act, ogbv_fact_id(fact), from, to, error);
    explicit_bzero(low, sizeof low);
    explicit_bzero(high, sizeof high);
    return status;
}

static ogbv_status set_value(const struct target *target, const ogbv_fact *fact, json_t *value,
                             ogbv_error **error)
{
    const char *id = ogbv_fact_id(fact);
    int32_t type = ogbv_fact_type(fact);
    if (json_is_null(value))
        return ogbv_case_set_unknown(target->c, target->act, id, error);
    if (json_is_object(value))
        return set_range(target, fact, value, error);
    if (type == OGBV_BOOLEAN && json_is_boolean(value))
        return ogbv_case_set_boolean(target->c, target->act, id, json_is_true(value), error);
    if (type == OGBV_INTEGER && json_is_integer(value))
        return ogbv_case_set_integer(target->c, target->act, id, json_integer_value(value), error);
    if (type != OGBV_BOOLEAN && type != OGBV_INTEGER && json_is_string(value))
        return ogbv_case_set(target->c, target->act, id, json_string_value(value), error);
    return OGBV_ERR_FACT;
}

/* ---- one fact ---------------------------------------------------------------------------- */

static void fault_unknown(const struct target *target, const struct place *place, const char *key)
{
    const ogbv_fact *near = ogbv_fact_nearest(target->db, key);
    fault(target->reading, is_id(key) ? place : place->up,
          is_id(key) ? near ? "there is no such fact; the nearest is " : "there is no such fact"
          : near     ? "a key that is not the id of a fact; the nearest is "
                     : "a key that is not the id of a fact",
          near ? ogbv_fact_id(near) : NULL);
}

/* Whether the fact may stand there at all. */
static int belongs(const struct target *target, const struct place *place, const ogbv_fact *fact)
{
    int of_act = ogbv_fact_of_act(fact);
    if (target->act != OGBV_CASE && !of_act)
        fault(target->reading, place, "belongs to the case: put it under /facts", NULL);
    else if (target->act == OGBV_CASE && of_act && target->several)
        fault(target->reading, place, "belongs to an act, and the case has several: put it under "
              "the facts of one", NULL);
    else
        return 1;
    return 0;
}

static void set_fact(const struct target *target, const struct place *place, const char *key,
                     json_t *value)
{
    ogbv_error *error = NULL;
    const ogbv_fact *fact = ogbv_fact_find(target->db, key);
    if (!fact) {
        fault_unknown(target, place, key);
        return;
    }
    if (!belongs(target, place, fact))
        return;
    if (json_is_object(value))
        check_keys(target->reading, place, value, "min, max");
    ogbv_status status = set_value(target, fact, value, &error);
    if (status == OGBV_ERR_FACT)
        fault_value(target, place, fact, error);
    else if (status != OGBV_OK)
        fault(target->reading, place, ogbv_error_message(error), NULL);
    ogbv_error_free(error);
}

static void set_facts(const struct target *target, const struct place *place, json_t *facts)
{
    const char *key;
    json_t *value;
    if (facts && !json_is_object(facts))
        fault(target->reading, place, "not an object of facts", NULL);
    json_object_foreach(facts, key, value) {
        struct place inner = { .up = place, .key = key };
        set_fact(target, &inner, key, value);
    }
}

/* ---- acts -------------------------------------------------------------------------------- */

static void add_act(struct target *target, const struct place *place, json_t *act)
{
    struct place id = { .up = place, .key = "id" }, facts = { .up = place, .key = "facts" };
    ogbv_error *error = NULL;
    if (!json_is_object(act)) {
        fault(target->reading, place, "not an object with id and facts", NULL);
        return;
    }
    check_keys(target->reading, place, act, "id, facts");
    const char *name = json_string_value(json_object_get(act, "id"));
    if (!name) {
        fault(target->reading, &id, "an act needs a name of its own, as a text", NULL);
        return;
    }
    if (ogbv_case_add_act(target->c, name, &target->act, &error) == OGBV_OK)
        set_facts(target, &facts, json_object_get(act, "facts"));
    else
        fault(target->reading, &id, ogbv_error_message(error), NULL);
    ogbv_error_free(error);
}

int case_json_fill(const struct case_json *file, ogbv_db *db, ogbv_case *c)
{
    struct reading reading = { .file = file };
    struct place top = { 0 };
    struct place facts = { .up = &top, .key = "facts" }, acts = { .up = &top, .key = "acts" };
    json_t *list = json_object_get(file->root, "acts");
    struct target target = { .reading = &reading, .db = db, .c = c, .act = OGBV_CASE,
                             .several = json_array_size(list) > 1 };
    set_facts(&target, &facts, json_object_get(file->root, "facts"));
    if (list && !json_is_array(list))
        fault(&reading, &acts, "not an array of acts", NULL);
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct place place = { .up = &acts, .index = i };
        add_act(&target, &place, json_array_get(list, i));
    }
    return end_reading(&reading);
}
