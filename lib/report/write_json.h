/* SPDX-License-Identifier: MIT */
/* What the two halves of the JSON writer share. */
#ifndef OGBV_REPORT_WRITE_JSON_H
#define OGBV_REPORT_WRITE_JSON_H

#include "engine/result.h"
#include "report/json.h"

struct ogbv__json_report {
    struct ogbv__json json;
    const struct ogbv_result *result;
    const char *lang;       /* NULL: English */
};

/* An array of fact ids. */
void ogbv__json_facts(struct ogbv__json *json, const char *key, const struct ogbv__fact_list *list);

/* The findings of a kind as objects of an array. */
void ogbv__json_offences(struct ogbv__json_report *report, const char *key, int32_t kind);
void ogbv__json_remedies(struct ogbv__json_report *report);

#endif
