# SPDX-License-Identifier: MIT
# The library, by layer (lib/LAYERS). Everything goes into libogbv-core.la, which the tests link;
# libogbv.la is the same behind the export list.

ogbvincludedir = $(includedir)/ogbv
ogbvinclude_HEADERS = \
    include/ogbv/api.h \
    include/ogbv/assess.h \
    include/ogbv/case.h \
    include/ogbv/compare.h \
    include/ogbv/context.h \
    include/ogbv/db.h \
    include/ogbv/error.h \
    include/ogbv/evaluate.h \
    include/ogbv/law.h \
    include/ogbv/load.h \
    include/ogbv/ogbv.h \
    include/ogbv/report.h \
    include/ogbv/taxonomy.h \
    include/ogbv/test.h
nodist_ogbvinclude_HEADERS = include/ogbv/version.h

base_sources = \
    lib/base/alloc.c lib/base/alloc.h \
    lib/base/arena.c lib/base/arena.h \
    lib/base/bits.h \
    lib/base/buf.c lib/base/buf.h \
    lib/base/date.c lib/base/date.h \
    lib/base/map.c lib/base/map.h \
    lib/base/text.c lib/base/text.h \
    lib/base/trit.h \
    lib/base/vec.c lib/base/vec.h

core_sources = \
    lib/core/context.c lib/core/context.h \
    lib/core/diag.c lib/core/diag.h \
    lib/core/error.c lib/core/error.h \
    lib/core/version.c

model_sources = \
    lib/model/case.c lib/model/case.h \
    lib/model/db.c \
    lib/model/gates.c lib/model/gates.h \
    lib/model/law.c \
    lib/model/model.h \
    lib/model/names.c lib/model/names.h \
    lib/model/taxonomy.c \
    lib/model/texts.c \
    lib/model/value.c lib/model/value.h

load_sources = \
    lib/load/describe.c \
    lib/load/files.c lib/load/files.h \
    lib/load/link.c \
    lib/load/lint.c \
    lib/load/load.c \
    lib/load/loader.c lib/load/loader.h \
    lib/load/read_cond.c \
    lib/load/read_deadline.c \
    lib/load/read_facts.c \
    lib/load/read_law.c \
    lib/load/read_rules.c \
    lib/load/read_small.c \
    lib/load/read_taxonomy.c \
    lib/load/read_tests.c \
    lib/load/reader.c lib/load/reader.h \
    lib/load/shape.c lib/load/shape.h \
    lib/load/shapes.c \
    lib/load/xml.c lib/load/xml.h \
    lib/load/xml_scan.c lib/load/xml_scan.h \
    lib/load/xml_tree.c lib/load/xml_tree.h

engine_sources = \
    lib/engine/assess.c \
    lib/engine/compare.c lib/engine/compare.h \
    lib/engine/comparison.c \
    lib/engine/deadline.c lib/engine/deadline.h \
    lib/engine/deadline_words.c \
    lib/engine/define.c \
    lib/engine/domain.c \
    lib/engine/dual.c \
    lib/engine/elements.c \
    lib/engine/evaluate.c \
    lib/engine/expect.c \
    lib/engine/findings.c lib/engine/findings.h \
    lib/engine/judge.c \
    lib/engine/memo.c \
    lib/engine/missing.c \
    lib/engine/nearest.c \
    lib/engine/pair.c \
    lib/engine/prepare.c \
    lib/engine/reasons.c \
    lib/engine/remarks.c \
    lib/engine/report.c lib/engine/report.h \
    lib/engine/residual.c \
    lib/engine/result.c lib/engine/result.h \
    lib/engine/search.c lib/engine/search.h \
    lib/engine/sense.c \
    lib/engine/tests.c lib/engine/tests.h \
    lib/engine/time.c \
    lib/engine/typical.c \
    lib/engine/witness.c \
    lib/engine/work.c lib/engine/work.h

report_sources = \
    lib/report/json.c lib/report/json.h \
    lib/report/long.c lib/report/long.h \
    lib/report/markup.c lib/report/markup.h \
    lib/report/page.c lib/report/page.h \
    lib/report/phrase.c lib/report/phrase.h \
    lib/report/sink.c lib/report/sink.h \
    lib/report/words.c lib/report/words.h \
    lib/report/write_case.c lib/report/write_case.h \
    lib/report/write_compare.c lib/report/write_compare.h \
    lib/report/write_compare_csv.c \
    lib/report/write_compare_text.c \
    lib/report/write_dual.c \
    lib/report/write_entry.c lib/report/write_entry.h \
    lib/report/write_entry_cond.c \
    lib/report/write_entry_rule.c \
    lib/report/write_entry_taxonomy.c \
    lib/report/write_html.c lib/report/write_html.h \
    lib/report/write_html_concept.c \
    lib/report/write_html_parts.c \
    lib/report/write_json.c lib/report/write_json.h \
    lib/report/write_json_findings.c \
    lib/report/write_report.c lib/report/write_report.h \
    lib/report/write_report_text.c \
    lib/report/write_skos.c \
    lib/report/write_text.c lib/report/write_text.h \
    lib/report/write_text_findings.c \
    lib/report/write_text_parts.c \
    lib/report/write_text_remedies.c \
    lib/report/write_text_short.c \
    lib/report/write_text_time.c

# The page's style, script and prose, compiled in as arrays.
page_files = lib/report/page/method.html lib/report/page/page.css lib/report/page/page.js
EXTRA_DIST += $(page_files) lib/report/page/embed.sh
CLEANFILES += lib/report/assets.c
lib/report/assets.c: $(page_files) lib/report/page/embed.sh
	$(AM_V_GEN)$(MKDIR_P) lib/report && page=$(srcdir)/lib/report/page && \
	$(SHELL) $$page/embed.sh css=$$page/page.css js=$$page/page.js method=$$page/method.html \
	    >$@.new && mv $@.new $@

noinst_LTLIBRARIES += libogbv-core.la
nodist_libogbv_core_la_SOURCES = lib/report/assets.c
libogbv_core_la_SOURCES = $(base_sources) $(core_sources) $(model_sources) $(load_sources) \
    $(engine_sources) $(report_sources)
libogbv_core_la_CFLAGS = $(AM_CFLAGS) $(XML_CFLAGS)
libogbv_core_la_LIBADD = $(XML_LIBS)

lib_LTLIBRARIES += libogbv.la
libogbv_la_SOURCES =
libogbv_la_LIBADD = libogbv-core.la
libogbv_la_LDFLAGS = -no-undefined -version-info $(OGBV_LT_VERSION)
EXTRA_libogbv_la_DEPENDENCIES = lib/libogbv.map
if VERSION_SCRIPT
libogbv_la_LDFLAGS += -Wl,--version-script=$(top_srcdir)/lib/libogbv.map
else
libogbv_la_LDFLAGS += -export-symbols-regex '^ogbv_[a-z]'
endif

EXTRA_DIST += lib/LAYERS lib/libogbv.map
