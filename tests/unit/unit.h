/* SPDX-License-Identifier: MIT */
/* What every unit suite includes. A suite is one file with one function, suite_<name>(), and tables
 * of rows: a row is a test of its own (tcase_add_loop_test), so that a failure names it. */
#ifndef OGBV_TESTS_UNIT_H
#define OGBV_TESTS_UNIT_H

#include <check.h>
#include <stddef.h>

#define ROWS(table) (int)(sizeof(table) / sizeof *(table))

#define SUITE(name) Suite *suite_##name(void);
#include "suites.h"
#undef SUITE

#endif
