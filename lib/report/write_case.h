/* SPDX-License-Identifier: MIT */
#ifndef OGBV_REPORT_WRITE_CASE_H
#define OGBV_REPORT_WRITE_CASE_H

#include "model/case.h"
#include "report/json.h"

/* A case as an object. */
void ogbv__write_case(struct ogbv__json *json, const char *key, const ogbv_case *c);

#endif
