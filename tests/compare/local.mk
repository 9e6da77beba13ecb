# SPDX-License-Identifier: MIT
# Comparisons: random definitions against trying all cases and against solvers; the law that is held.
check_PROGRAMS += tests/compare/differential
TESTS += tests/compare/differential.sh
tests_compare_differential_SOURCES = \
    tests/compare/differential.c \
    tests/compare/formula.c tests/compare/formula.h \
    tests/compare/invented.c tests/compare/invented.h
tests_compare_differential_CPPFLAGS = -D_GNU_SOURCE -I$(top_srcdir)/include -I$(top_builddir)/include
tests_compare_differential_LDADD = libogbv.la

check_PROGRAMS += tests/compare/law
TESTS += tests/compare/law
tests_compare_law_SOURCES = tests/compare/law.c
tests_compare_law_CPPFLAGS = -D_GNU_SOURCE -I$(top_srcdir)/include -I$(top_builddir)/include
tests_compare_law_LDADD = libogbv.la

# The command line, and the page in a browser.
if TOOLS
TESTS += tests/cli/compare.sh tests/cli/report.sh
if PYTHON_TESTS
TESTS += tests/web/page.py
endif
endif
