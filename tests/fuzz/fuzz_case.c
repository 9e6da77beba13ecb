/* SPDX-License-Identifier: MIT */
/* Any text as a case: lines "fact value", "fact min..max", "@act", in any order and any form. What
 * a case takes is assessed twice, alike; what it answers holds together; and answering one more
 * question never turns an answer (semantics 3.7, 5.4, 8.1, 16.1). */
#include "fuzz.h"
#include "world.h"

#include <string.h>

enum { WORD = 80, RULES = 16 };

static ogbv_db *db;

/* ---- from bytes to a case ------------------------------------------------------------------- */

static void put(ogbv_case *c, int32_t *act, char *line)
{
    char *value = strchr(line, ' ');
    if (line[0] == '@') {
        int32_t added;
        if (ogbv_case_add_act(c, line + 1, &added, NULL) == OGBV_OK)
            *act = added;
        return;
    }
    if (!value)
        return;
    *value++ = '\0';
    char *dots = strstr(value, "..");
    ogbv_status status;
    if (dots) {
        *dots = '\0';
        dots += 2;
        status = ogbv_case_set_range(c, *act, line, *value ? value : NULL, *dots ? dots : NULL,
                                     NULL);
    } else if (strcmp(value, "?") == 0) {
        status = ogbv_case_set_unknown(c, *act, line, NULL);
    } else {
        status = ogbv_case_set(c, *act, line, value, NULL);
    }
    must(status == OGBV_OK || status == OGBV_ERR_NOT_FOUND || status == OGBV_ERR_FACT
         || status == OGBV_ERR_INVALID);
}

static ogbv_case *read_case(const uint8_t *data, size_t n)
{
    ogbv_case *c;
    int32_t act = OGBV_CASE;
    char line[WORD + 1];
    must(ogbv_case_new(db, &c, NULL) == OGBV_OK);
    must(ogbv_case_set_on(c, "2026-06-01", OGBV_ON_FROM_CASE, NULL) == OGBV_OK);
    must(ogbv_case_add_jurisdiction(c, "xa", NULL) == OGBV_OK);
    while (n > 0) {
        const uint8_t *end = memchr(data, '\n', n);
        size_t length = end ? (size_t)(end - data) : n;
        if (length <= WORD) {
            memcpy(line, data, length);
            line[length] = '\0';
            put(c, &act, line);
        }
        data += end ? length + 1 : n;
        n -= end ? length + 1 : n;
    }
    return c;
}

/* ---- what holds for every answer ------------------------------------------------------------ */

static int32_t digest(void *payload, const char *bytes, size_t n)
{
    uint64_t *sum = payload;
    for (size_t i = 0; i < n; i++)
        *sum = (*sum ^ (unsigned char)bytes[i]) * 1099511628211u;
    return 0;
}

static uint64_t digest_of(const ogbv_result *result)
{
    uint64_t sum = 14695981039346656037u;
    must(ogbv_result_write_json(result, NULL, digest, &sum, NULL) == OGBV_OK);
    must(ogbv_result_write_text(result, NULL, digest, &sum, NULL) == OGBV_OK);
    return sum;
}

static void check_finding(const ogbv_finding *found)
{
    int32_t status = ogbv_finding_status(found), strict = ogbv_finding_strict(found);
    int undetermined = status == OGBV_UNDETERMINED, whys = 0;
    for (int32_t why = 0; ogbv_name(OGBV_NAMES_WHY, why); why++)
        whys += ogbv_finding_has_why(found, why);
    must(undetermined == (whys > 0));
    must(undetermined || ogbv_finding_missing_count(found) == 0);
    must(!ogbv_finding_arguable(found) || undetermined);
    must(!ogbv_finding_contestable(found) || status == OGBV_MET || status == OGBV_AVAILABLE);
    if (status == OGBV_MET && !ogbv_finding_contestable(found))
        must(strict == OGBV_YES);
    if (status == OGBV_NOT_MET || status == OGBV_NOT_IN_FORCE)
        must(strict == OGBV_NO);
}

static void check(const ogbv_result *result)
{
    for (int32_t kind = OGBV_FINDING_OFFENCE; kind <= OGBV_FINDING_CONCEPT; kind++)
        for (size_t i = 0; i < ogbv_finding_count(result, kind); i++)
            check_finding(ogbv_finding_at(result, kind, i));
    for (size_t i = 0; i < ogbv_need_count(result); i++)
        must(ogbv_need_decides(ogbv_need_at(result, i)) > 0);
}

/* Answers the first question with yes or no, where that is an answer to it. */
static void answer_one(ogbv_case *c, const ogbv_result *before, int32_t truth)
{
    ogbv_result *after = NULL;
    const ogbv_fact *fact = ogbv_need_fact(ogbv_need_at(before, 0));
    if (!fact || ogbv_fact_of_act(fact) || ogbv_fact_type(fact) != OGBV_BOOLEAN)
        return;
    must(ogbv_case_set_boolean(c, OGBV_CASE, ogbv_fact_id(fact), truth, NULL) == OGBV_OK);
    if (ogbv_assess(c, &after, NULL) != OGBV_OK)
        return;     /* what was derived may contradict */
    for (size_t i = 0; i < ogbv_finding_count(before, OGBV_FINDING_OFFENCE); i++) {
        int32_t was = ogbv_finding_strict(ogbv_finding_at(before, OGBV_FINDING_OFFENCE, i));
        int32_t is = ogbv_finding_strict(ogbv_finding_at(after, OGBV_FINDING_OFFENCE, i));
        must(was == OGBV_UNKNOWN || was == is);
    }
    ogbv_result_unref(after);
}

static void evaluate(const ogbv_case *c, const ogbv_result *result)
{
    uint8_t statuses[RULES];
    ogbv_evaluator *evaluator;
    must(ogbv_evaluator_new(db, &evaluator, NULL) == OGBV_OK);
    ogbv_status status = ogbv_evaluate(evaluator, c, statuses, RULES, NULL);
    must(status == OGBV_OK || status == OGBV_ERR_INVALID);      /* several acts */
    for (size_t i = 0; status == OGBV_OK && i < ogbv_rule_count(db, OGBV_OFFENCE); i++) {
        const char *id = ogbv_rule_id(ogbv_rule_at(db, OGBV_OFFENCE, i));
        must(statuses[i] == ogbv_finding_status(ogbv_finding_find(result, id)));
    }
    ogbv_evaluator_free(evaluator);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    ogbv_result *one = NULL, *two = NULL;
    if (!db)
        db = world_load(world_rich, WORLD_RICH);
    ogbv_case *c = read_case(data, n);
    ogbv_status status = ogbv_assess(c, &one, NULL);
    must(status == OGBV_OK || status == OGBV_ERR_CONFLICT || status == OGBV_ERR_FACT);
    must(ogbv_assess(c, &two, NULL) == status);
    if (status == OGBV_OK) {
        must(digest_of(one) == digest_of(two));
        check(one);
        evaluate(c, one);
        answer_one(c, one, n & 1);
    }
    ogbv_result_unref(one);
    ogbv_result_unref(two);
    ogbv_case_free(c);
    return 0;
}
