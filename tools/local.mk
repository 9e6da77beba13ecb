# SPDX-License-Identifier: MIT
# The command line: public headers only.

tools_sources = \
    tools/case_facts.c tools/case_file.h \
    tools/case_json.c tools/case_json.h \
    tools/cmd_assess.c \
    tools/cmd_check.c \
    tools/cmd_compare.c \
    tools/cmd_list.c \
    tools/cmd_report.c \
    tools/cmd_show.c \
    tools/cmd_test.c \
    tools/data.c \
    tools/ogbv.c \
    tools/options.c \
    tools/output.c \
    tools/rows.c \
    tools/table.c tools/table.h \
    tools/today.c \
    tools/tool.h

if TOOLS
bin_PROGRAMS += tools/ogbv
tools_ogbv_SOURCES = $(tools_sources)
tools_ogbv_CPPFLAGS = -D_GNU_SOURCE -I$(top_srcdir)/include -I$(top_builddir)/include
tools_ogbv_CFLAGS = $(AM_CFLAGS) $(JANSSON_CFLAGS)
tools_ogbv_LDADD = libogbv.la $(JANSSON_LIBS)
else
EXTRA_DIST += $(tools_sources)
endif
