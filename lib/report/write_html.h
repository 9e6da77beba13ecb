/* SPDX-License-Identifier: MIT */
/* What the parts of the page share. */
#ifndef OGBV_REPORT_WRITE_HTML_H
#define OGBV_REPORT_WRITE_HTML_H

#include "base/buf.h"
#include "report/markup.h"
#include "report/write_report.h"

struct ogbv__html {
    struct ogbv__sink sink;
    const ogbv_report *report;
    const char *lang;
    struct ogbv__buf words;
    int failed;             /* no memory */
};

/* Style, script and the part on method, from the files in lib/report/page. */
extern const char ogbv__page_css[], ogbv__page_js[], ogbv__page_method[];

/* What the words hold, as text; the words are then empty. */
void ogbv__html_words(struct ogbv__html *html);
/* "as the typical case, but ..." of a case that only one side covers. */
void ogbv__html_case(struct ogbv__html *html, const struct ogbv__side *side);
/* The words of a name: "not encoded" from "not-encoded". */
const char *ogbv__html_word(const char *name);
/* The address of a pair on the page, without "#". */
void ogbv__html_pair_id(struct ogbv__html *html, const ogbv_comparison *comparison,
                        const struct ogbv_pair *pair);

/* The sections. */
void ogbv__html_concept(struct ogbv__html *html, const ogbv_comparison *comparison);
void ogbv__html_shortfalls(struct ogbv__html *html);
void ogbv__html_verification(struct ogbv__html *html);
void ogbv__html_remarks(struct ogbv__html *html);

#endif
