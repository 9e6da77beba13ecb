/* SPDX-License-Identifier: MIT */
#ifndef OGBV_ENGINE_FINDINGS_H
#define OGBV_ENGINE_FINDINGS_H

#include "engine/result.h"

/* Fills a finding from the verdicts of all acts: all but the missing facts. */
void ogbv__build_finding(struct ogbv__build *b, const struct ogbv_rule *rule,
                         struct ogbv_finding *finding);

/* Fills the missing and contest facts of findings, and counts what each fact decides. */
void ogbv__build_missing(struct ogbv__build *b, struct ogbv_finding *findings, size_t n);

#endif
