# SPDX-License-Identifier: MIT
# A test is a program or a script that exits 0, 77 (a tool lacks: skipped) or anything else. One that
# counts ends its output with "N passed, N failed".
#
# Scripts learn where things are from: top_srcdir, top_builddir, CC, NM, PYTHON.
AM_TESTS_ENVIRONMENT = \
    top_srcdir='$(abs_top_srcdir)' top_builddir='$(abs_top_builddir)' \
    CC='$(CC)' NM='$(NM)' PYTHON='$(PYTHON)' \
    OGBV_DATA_DIR='$(abs_top_srcdir)/data' PYTHONDONTWRITEBYTECODE=1 LC_ALL=C.UTF-8; \
    export top_srcdir top_builddir CC NM PYTHON OGBV_DATA_DIR PYTHONDONTWRITEBYTECODE LC_ALL;

TEST_EXTENSIONS = .sh .py
SH_LOG_COMPILER = $(SHELL)
PY_LOG_COMPILER = $(PYTHON)

# An allocator that fails, and a small invented law, for all test programs.
check_LTLIBRARIES += tests/libfailing.la
tests_libfailing_la_SOURCES = tests/oom/failing.c tests/oom/failing.h \
    tests/world/rich.c tests/world/world.c tests/world/world.h

if UNIT_TESTS
check_PROGRAMS += tests/unit/unit
TESTS += tests/unit/unit
tests_unit_unit_SOURCES = \
    tests/unit/main.c tests/unit/unit.h tests/unit/suites.h \
    tests/unit/test_alloc.c \
    tests/unit/test_arena.c \
    tests/unit/test_assess.c \
    tests/unit/test_buf.c \
    tests/unit/test_compare.c \
    tests/unit/test_compare_keys.c \
    tests/unit/test_case.c \
    tests/unit/test_context.c \
    tests/unit/test_counting.c \
    tests/unit/test_date.c \
    tests/unit/test_deadline.c \
    tests/unit/test_diag.c \
    tests/unit/test_error.c \
    tests/unit/test_evaluate.c \
    tests/unit/test_expect.c \
    tests/unit/test_gates.c \
    tests/unit/test_json.c \
    tests/unit/test_judge.c \
    tests/unit/test_link.c \
    tests/unit/test_loader.c \
    tests/unit/test_map.c \
    tests/unit/test_missing.c \
    tests/unit/test_names.c \
    tests/unit/test_page.c \
    tests/unit/test_report.c \
    tests/unit/test_result.c \
    tests/unit/test_shape.c \
    tests/unit/test_text.c \
    tests/unit/test_time.c \
    tests/unit/test_trit.c \
    tests/unit/test_value.c \
    tests/unit/test_vec.c \
    tests/unit/test_work.c \
    tests/unit/test_xml.c
tests_unit_unit_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/unit -I$(top_srcdir)/tests/oom \
    -I$(top_srcdir)/tests/world
tests_unit_unit_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS)
tests_unit_unit_LDADD = tests/libfailing.la libogbv-core.la $(CHECK_LIBS)
endif

# Memory that runs out.
check_PROGRAMS += tests/oom/oom
TESTS += tests/oom/oom
tests_oom_oom_SOURCES = tests/oom/oom.c tests/oom/arena.c
tests_oom_oom_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/oom -I$(top_srcdir)/tests/world
tests_oom_oom_LDADD = tests/libfailing.la libogbv-core.la

# Threads that share a db; .ci/run has ThreadSanitizer watch them.
check_PROGRAMS += tests/threads/threads
TESTS += tests/threads/threads
tests_threads_threads_SOURCES = tests/threads/threads.c
tests_threads_threads_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/world
tests_threads_threads_LDADD = tests/libfailing.la libogbv-core.la

# Memory after a case: nothing of it.
check_PROGRAMS += tests/privacy/privacy
TESTS += tests/privacy/privacy
tests_privacy_privacy_SOURCES = tests/privacy/privacy.c
tests_privacy_privacy_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/world
tests_privacy_privacy_LDADD = tests/libfailing.la libogbv-core.la

# What fuzzers feed, replayed.
check_PROGRAMS += tests/fuzz/replay_case tests/fuzz/replay_load
TESTS += tests/fuzz/replay.sh
tests_fuzz_replay_case_SOURCES = tests/fuzz/fuzz_case.c tests/fuzz/fuzz.h tests/fuzz/replay_main.c
tests_fuzz_replay_case_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/world
tests_fuzz_replay_case_LDADD = tests/libfailing.la libogbv-core.la
tests_fuzz_replay_load_SOURCES = tests/fuzz/fuzz_load.c tests/fuzz/fuzz.h tests/fuzz/replay_main.c
tests_fuzz_replay_load_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/world
tests_fuzz_replay_load_LDADD = tests/libfailing.la libogbv-core.la

# What was released stays: constants and the types of functions.
check_PROGRAMS += tests/abi/freeze
TESTS += tests/abi/freeze
tests_abi_freeze_SOURCES = tests/abi/freeze.c tests/abi/constants.h tests/abi/functions.h
tests_abi_freeze_LDADD = libogbv.la

# The format: the schema beside the loader, spoiled and hostile files.
TESTS += tests/data/schema.sh
if PYTHON_TESTS
TESTS += tests/data/agree.py tests/data/hostile.py tests/data/spoiled.py
endif

# The command line, with the invented law of tests/cli/world.
if TOOLS
TESTS += tests/data/law.sh
TESTS += tests/cli/assess.sh tests/cli/cases.sh tests/cli/check.sh tests/cli/list.sh \
    tests/cli/misuse.sh tests/cli/privacy.sh tests/cli/show.sh tests/cli/test.sh
endif

# Figures, not tests: make bench prints one line of JSON each.
BENCHES = tests/bench/bench_load tests/bench/bench_assess tests/bench/bench_evaluate \
    tests/bench/bench_compare
EXTRA_PROGRAMS = $(BENCHES)
BENCH_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/bench -I$(top_srcdir)/tests/oom \
    -I$(top_srcdir)/tests/world
tests_bench_bench_load_SOURCES = tests/bench/bench_load.c tests/bench/bench.h
tests_bench_bench_load_CPPFLAGS = $(BENCH_CPPFLAGS)
tests_bench_bench_load_CFLAGS = $(AM_CFLAGS) $(XML_CFLAGS)
tests_bench_bench_load_LDADD = libogbv-core.la $(XML_LIBS)
tests_bench_bench_assess_SOURCES = tests/bench/bench_assess.c tests/bench/bench.h
tests_bench_bench_assess_CPPFLAGS = $(BENCH_CPPFLAGS)
tests_bench_bench_assess_LDADD = libogbv-core.la
tests_bench_bench_compare_SOURCES = tests/bench/bench_compare.c tests/bench/bench.h
tests_bench_bench_compare_CPPFLAGS = $(BENCH_CPPFLAGS)
tests_bench_bench_compare_LDADD = libogbv-core.la
tests_bench_bench_evaluate_SOURCES = tests/bench/bench_evaluate.c tests/bench/bench.h
tests_bench_bench_evaluate_CPPFLAGS = $(BENCH_CPPFLAGS)
tests_bench_bench_evaluate_LDADD = tests/libfailing.la libogbv-core.la
CLEANFILES += $(BENCHES)

.PHONY: bench
bench: $(BENCHES)
	@$(PYTHON) $(srcdir)/tests/bench/gen.py bench-law
	@tests/bench/bench_load $(srcdir)/data
	@tests/bench/bench_assess $(srcdir)/data
	@tests/bench/bench_evaluate bench-law
	@tests/bench/bench_compare $(srcdir)/data
	@rm -rf bench-law

# The rules of the house, checked.
TESTS += tests/meta/banned.sh tests/meta/dist.sh tests/meta/globals.sh tests/meta/headers.sh \
    tests/meta/layers.sh tests/meta/single.sh tests/meta/symbols.sh
if PYTHON_TESTS
TESTS += tests/meta/docs.py tests/meta/no_law.py tests/meta/sizes.py
endif

installcheck-local:
	CC='$(CC)' CFLAGS='$(CFLAGS)' srcdir='$(srcdir)' DESTDIR='$(DESTDIR)' libdir='$(libdir)' \
	bindir='$(bindir)' ogbvdatadir='$(ogbvdatadir)' \
	    $(SHELL) $(srcdir)/tests/install/installcheck.sh
