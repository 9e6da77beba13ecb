# SPDX-License-Identifier: MIT
# Manual pages, and the examples that make check builds and runs (tests/doc).
if TOOLS
dist_man_MANS += doc/man/ogbv.1
endif

EXAMPLES = doc/examples/allocator doc/examples/first doc/examples/missing \
    doc/examples/remedies
check_PROGRAMS += $(EXAMPLES)

# As any program outside: nothing but the public headers and the library.
EXAMPLE_CPPFLAGS = -I$(top_srcdir)/include -I$(top_builddir)/include
doc_examples_allocator_SOURCES = doc/examples/allocator.c
doc_examples_allocator_CPPFLAGS = $(EXAMPLE_CPPFLAGS)
doc_examples_allocator_LDADD = libogbv.la
doc_examples_first_SOURCES = doc/examples/first.c
doc_examples_first_CPPFLAGS = $(EXAMPLE_CPPFLAGS)
doc_examples_first_LDADD = libogbv.la
doc_examples_missing_SOURCES = doc/examples/missing.c
doc_examples_missing_CPPFLAGS = $(EXAMPLE_CPPFLAGS)
doc_examples_missing_LDADD = libogbv.la
doc_examples_remedies_SOURCES = doc/examples/remedies.c
doc_examples_remedies_CPPFLAGS = $(EXAMPLE_CPPFLAGS)
doc_examples_remedies_LDADD = libogbv.la

TESTS += tests/doc/architecture.sh tests/doc/clauses.sh tests/doc/examples.sh
if PYTHON_TESTS
TESTS += tests/doc/snippets.py
endif
