/* SPDX-License-Identifier: MIT */
/**
 * @file ogbv.h
 * @brief libogbv: online gender-based violence - what the law of many jurisdictions says of a case.
 *
 * The life of a program:
 *
 *     context     where memory comes from        ogbv_context_new()     shared, counted
 *     loader      which data to read             ogbv_loader_new()      one thread, freed
 *     db          the law, immutable             ogbv_loader_finish()   shared, counted
 *     case        the facts, mutable, wiped      ogbv_case_new()        one thread, freed
 *     result      the answer, immutable, wiped   ogbv_assess()          shared, counted
 *     comparison  definitions, compared exactly  ogbv_comparison_new()  shared, counted
 *     report      everything compared at once    ogbv_report_new()      shared, counted
 *     evaluator   the fast path for many cases   ogbv_evaluator_new()   one thread, freed
 *
 * Rules that hold for every function:
 *
 *  1. Self comes first, inputs next, outputs after inputs, `ogbv_error **` last (NULL is allowed).
 *  2. A length follows the pointer it measures.
 *  3. A pointer returned is borrowed from self; one stored through an out parameter is yours.
 *  4. Arguments are not NULL unless the parameter says so; _free and _unref accept NULL. A call
 *     that can fail answers misuse with OGBV_ERR_INVALID; a getter with NULL, 0 or "".
 *  5. On failure, outputs are NULL or 0 and nothing else has changed.
 *  6. Strings are UTF-8 and end with NUL.
 *  7. Ids are ASCII, lower case, compared byte by byte, and stable for ever.
 *  8. Constants are never renumbered; callers tolerate values they do not know.
 *  9. The library reads no clock, no locale and no network, writes no file and prints nothing.
 */
#ifndef OGBV_OGBV_H
#define OGBV_OGBV_H

#include <ogbv/assess.h>
#include <ogbv/case.h>
#include <ogbv/compare.h>
#include <ogbv/context.h>
#include <ogbv/db.h>
#include <ogbv/error.h>
#include <ogbv/evaluate.h>
#include <ogbv/law.h>
#include <ogbv/load.h>
#include <ogbv/report.h>
#include <ogbv/taxonomy.h>
#include <ogbv/test.h>
#include <ogbv/version.h>

#endif
