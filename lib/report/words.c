/* SPDX-License-Identifier: MIT */
/* What it is for: the phrases of the texts for people, as tables.
 * What it must not know: when which phrase is said.
 * Invariant: calm and plain; nobody is called a victim, and nobody guilty. */
#include "report/words.h"

#include "base/date.h"
#include "base/text.h"
#include "model/names.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof (array)[0])

/* The phrase of a constant; "" for one that the table does not have. */
static const char *of(const char *const *table, size_t n, int32_t value)
{
    return value >= 0 && (size_t)value < n ? table[value] : "";
}

/* ---- days -------------------------------------------------------------------------------- */

static const char *const months[] = { "January", "February", "March", "April", "May", "June",
                                      "July", "August", "September", "October", "November",
                                      "December" };

void ogbv__words_day(struct ogbv__page *page, const char *day)
{
    int64_t days;
    if (!ogbv__date_parse_day(day, &days)) {
        ogbv__page_text(page, day);
        return;
    }
    struct ogbv__civil civil = ogbv__date_civil(days);
    ogbv__page_int(page, civil.day);
    ogbv__page_texts(page, " ", of(months, COUNT(months), civil.month - 1), " ", NULL);
    ogbv__page_int(page, civil.year);
}

/* YYYY-MM-DDTHH:MM:SS and the offset, as date.h writes it. */
void ogbv__words_instant(struct ogbv__page *page, const char *instant)
{
    enum { DAY = 10, MINUTES = 16, OFFSET = 19 };
    char day[DAY + 1], time[MINUTES - DAY];
    if (strlen(instant) <= OFFSET) {
        ogbv__page_text(page, instant);
        return;
    }
    memcpy(day, instant, DAY);
    day[DAY] = '\0';
    memcpy(time, instant + DAY + 1, sizeof time - 1);
    time[sizeof time - 1] = '\0';
    ogbv__words_day(page, day);
    ogbv__page_texts(page, ", ", time, " (", instant + OFFSET, ")", NULL);
    ogbv__wipe(day, sizeof day);
    ogbv__wipe(time, sizeof time);
}

/* ---- constants --------------------------------------------------------------------------- */

const char *ogbv__words_seen(int32_t seen)
{
    static const char *const table[] = {
        [OGBV_PRIMARY] = "read in the law itself",
        [OGBV_SECONDARY] = "read about it, not in the law itself",
        [OGBV_REMEMBERED] = "from memory: check before relying on it",
    };
    return of(table, COUNT(table), seen);
}

const char *ogbv__words_burden(int32_t burden, int criminal)
{
    static const char *const in_criminal[] = {
        [OGBV_BURDEN_DEFENDANT] = "the defence has to prove it",
        [OGBV_BURDEN_RAISED] = "the defence has to raise it; then it has to be disproved",
        [OGBV_BURDEN_PROSECUTION] = "the prosecution has to show that it does not apply",
    };
    static const char *const in_other[] = {
        [OGBV_BURDEN_DEFENDANT] = "the other side has to prove it",
        [OGBV_BURDEN_RAISED] = "the other side has to raise it; then it has to be disproved",
        [OGBV_BURDEN_PROSECUTION] = "whoever applies has to show that it does not apply",
    };
    return of(criminal ? in_criminal : in_other, COUNT(in_other), burden);
}

const char *ogbv__words_due(int32_t whose)
{
    static const char *const table[] = {
        [OGBV_FOR_APPLICANT] = "",
        [OGBV_FOR_PROSECUTOR] = "For the authorities: ",
        [OGBV_FOR_COURT] = "For the court: ",
        [OGBV_FOR_PLATFORM] = "For the platform: ",
    };
    return of(table, COUNT(table), whose);
}

const char *ogbv__words_effect(int32_t effect)
{
    static const char *const table[] = {
        [OGBV_BARS] = "After that it is too late.",
        [OGBV_EXTENDABLE] = "More time may be allowed.",
        [OGBV_TARGET] = "Nothing is lost after that.",
    };
    return of(table, COUNT(table), effect);
}

/* ---- people ------------------------------------------------------------------------------ */

static const char *second(const char *const (*table)[2], size_t n, const char *first)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(table[i][0], first) == 0)
            return table[i][1];
    return first;
}

const char *ogbv__words_who(const char *name)
{
    static const char *const table[][2] = {
        { "person-harmed", "the person harmed" },
        { "representative", "someone who acts for the person harmed" },
        { "guardian", "a parent or guardian" },
        { "family", "the family" },
        { "estate", "those who inherit" },
        { "police", "the police" },
        { "prosecutor", "the prosecutor" },
        { "regulator", "an authority" },
        { "organisation", "an organisation" },
        { "court", "the court" },
        { "anyone", "anyone" },
        { "person-responsible", "the person responsible" },
        { "platform", "the platform" },
        { "search-service", "a search service" },
        { "controller", "whoever holds the data" },
        { "publisher", "the publisher" },
        { "state", "the state" },
        { "employer", "the employer" },
        { "school", "the school" },
        { "third-party", "others" },
    };
    return second(table, COUNT(table), name);
}

const char *ogbv__words_party(const char *state)
{
    static const char *const table[][2] = {
        { "in-force", "in force" },
        { "signed", "signed, not yet bound" },
        { "withdrawn", "no longer bound" },
        { "not-bound", "not bound" },
        { "invited", "invited to join" },
    };
    return second(table, COUNT(table), state);
}

void ogbv__words_list(struct ogbv__page *page, const char *const *names, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(names[i], "anyone") == 0) {
            ogbv__page_text(page, ogbv__words_who(names[i]));
            return;
        }
    for (size_t i = 0; i < n; i++)
        ogbv__page_texts(page, i ? ", " : "", ogbv__words_who(names[i]), NULL);
}

/* ---- facts ------------------------------------------------------------------------------- */

void ogbv__words_fact(struct ogbv__page *page, const struct ogbv_fact *fact, const char *lang)
{
    ogbv__page_texts(page, fact->type == OGBV_BOOLEAN ? "whether " : "",
                     ogbv__texts_in(&fact->label, lang),
                     fact->open_norm ? " (only a court can say)" : "", NULL);
}
