/* SPDX-License-Identifier: MIT */
/* The fixed phrases of the texts for people, which are in English; what the law says comes from the
 * data, in the language asked for. */
#ifndef OGBV_REPORT_WORDS_H
#define OGBV_REPORT_WORDS_H

#include "engine/result.h"
#include "report/page.h"

/* "12 February 2027" from "2027-02-12"; anything else as it stands. */
void ogbv__words_day(struct ogbv__page *page, const char *day);
/* "20 May 2026, 10:00 (+02:00)" from an instant. */
void ogbv__words_instant(struct ogbv__page *page, const char *instant);

/* How well a text is known: "read in the law itself" ... */
const char *ogbv__words_seen(int32_t seen);
/* Who has to prove an exception, in a criminal matter or another. */
const char *ogbv__words_burden(int32_t burden, int criminal);
/* "the person harmed" from "person-harmed", for applicants and respondents. */
const char *ogbv__words_who(const char *name);
/* "signed, not yet bound" from "signed", for the parties of an instrument. */
const char *ogbv__words_party(const char *state);
/* Whose deadline it is (nothing for the applicant's), and what is so after it. */
const char *ogbv__words_due(int32_t whose);
const char *ogbv__words_effect(int32_t effect);

/* "whether it was shared" of a statement, "the age" of anything else; and what only a court can
 * say is marked so. */
void ogbv__words_fact(struct ogbv__page *page, const struct ogbv_fact *fact, const char *lang);

/* A list of applicants or respondents; where anyone may, the others need no mention. */
void ogbv__words_list(struct ogbv__page *page, const char *const *names, size_t n);

#endif
