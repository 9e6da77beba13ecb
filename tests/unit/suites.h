/* SPDX-License-Identifier: MIT */
/* The suites of the unit runner, lowest layer first. A new one: its line here, its file in
 * tests/local.mk. */
SUITE(trit)
SUITE(alloc)
SUITE(arena)
SUITE(buf)
SUITE(vec)
SUITE(map)
SUITE(text)
SUITE(date)
SUITE(error)
SUITE(context)
SUITE(diag)
SUITE(gates)
SUITE(judge)
SUITE(time)
SUITE(deadline)
SUITE(assess)
