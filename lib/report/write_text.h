/* SPDX-License-Identifier: MIT */
/* What the parts of the text writer share. */
#ifndef OGBV_REPORT_WRITE_TEXT_H
#define OGBV_REPORT_WRITE_TEXT_H

#include "engine/result.h"
#include "report/page.h"

struct ogbv__text_report {
    struct ogbv__page page;
    const struct ogbv_result *result;
    const char *lang;       /* NULL: English */
};

/* "Ireland", or "Ireland, if its law applies" where no fact shows that it does. */
void ogbv__text_whose(struct ogbv__text_report *report, const struct ogbv_jurisdiction *law);
/* The same as a heading of what follows. */
void ogbv__text_law(struct ogbv__text_report *report, const struct ogbv_jurisdiction *law);
int ogbv__text_holds(const struct ogbv__fact_list *list, const struct ogbv_fact *fact);
/* The facts of a list as words, the most deciding first, up to a number. */
void ogbv__text_facts(struct ogbv__text_report *report, const struct ogbv__fact_list *list,
                      size_t most);
/* Why a finding is undetermined, beyond facts that are missing. */
void ogbv__text_why(struct ogbv__text_report *report, int indent,
                    const struct ogbv_finding *finding);
/* A paragraph "what: text", unless the text is empty. */
void ogbv__text_labelled(struct ogbv__text_report *report, int indent, const char *what,
                         const char *text);
/* The name of a rule and whose law it is; and the same as a title. */
void ogbv__text_name(struct ogbv__text_report *report, const struct ogbv_finding *finding);
void ogbv__text_title(struct ogbv__text_report *report, const char *mark,
                      const struct ogbv_finding *finding);
/* Whether half of it or more is made out already. */
int ogbv__text_is_begun(const struct ogbv_finding *finding);
/* Whether it waits for one or two facts only. */
int ogbv__text_is_close(const struct ogbv_finding *finding);
/* "By 3 February 2029: ", of a deadline that has a date. */
void ogbv__text_when(struct ogbv__text_report *report, const struct ogbv_due *due);
/* A paragraph on a deadline of a finding; on each of them, once what is the same for several
 * acts. */
void ogbv__text_due(struct ogbv__text_report *report, int indent,
                    const struct ogbv_finding *finding, const struct ogbv_due *due);
void ogbv__text_dues(struct ogbv__text_report *report, int indent,
                     const struct ogbv_finding *finding);
/* The names of the findings of a kind that are chosen, a paragraph for each law. */
void ogbv__text_names(struct ogbv__text_report *report, int32_t kind, const char *title,
                      int (*chosen)(const struct ogbv_finding *finding));
/* Citation, and how well it is known. */
void ogbv__text_source(struct ogbv__text_report *report, int indent,
                       const struct ogbv_finding *finding);

/* The steps that are open, in the order in which they are shown, up to a number. Gives how many
 * there are. */
size_t ogbv__text_open_steps(const struct ogbv__text_report *report,
                             const struct ogbv_finding **first, size_t most);
/* The questions to ask next, up to a number: those of safety; those that somebody can answer and
 * something waits for that is close; the rest by rank. Gives how many there are. */
size_t ogbv__text_questions(const struct ogbv__text_report *report,
                            const struct ogbv_need **first, size_t most);
/* The next time limit of a step that is open or half made out, as an item of a list. */
void ogbv__text_nearest(struct ogbv__text_report *report);

/* The sections. */
void ogbv__text_short(struct ogbv__text_report *report);
void ogbv__text_remedies(struct ogbv__text_report *report);
void ogbv__text_time(struct ogbv__text_report *report);
void ogbv__text_findings(struct ogbv__text_report *report);

#endif
