/* SPDX-License-Identifier: MIT */
/* What it is for: a result as plain text for people: the whole, questions, coverage, receipt.
 * What it must not know: why a status is what it is.
 * Invariant: safety comes first; silence is never shown as "none"; no value of a fact. */
#include "report/write_text.h"

#include "core/error.h"
#include "report/words.h"

#include <ogbv/version.h>

/* ---- safety ------------------------------------------------------------------------------ */

static void write_safety(struct ogbv__text_report *report)
{
    const struct ogbv_result *result = report->result;
    if (result->n_safety == 0)
        return;
    ogbv__page_heading(&report->page, "SAFETY FIRST");
    for (size_t i = 0; i < result->n_safety; i++)
        ogbv__page_line(&report->page, 0, "-",
                        ogbv__texts_in(&result->safety[i]->text, report->lang));
}

/* ---- questions --------------------------------------------------------------------------- */

static int has_begun(const struct ogbv_finding *finding)
{
    for (size_t i = 0; i < finding->n_elements; i++)
        if (finding->elements[i].status == OGBV_MET)
            return 1;
    return finding->arguable;
}

/* Whether a finding that has begun and waits for one or two facts waits for this one. */
static int is_awaited(const struct ogbv_result *result, const struct ogbv_fact *fact)
{
    static const int32_t kinds[] = { OGBV_FINDING_OFFENCE, OGBV_FINDING_REMEDY };
    for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++)
        for (size_t i = 0; i < result->n_findings[kinds[k]]; i++) {
            const struct ogbv_finding *finding = &result->findings[kinds[k]][i];
            if (ogbv__text_is_close(finding) && has_begun(finding)
                && ogbv__text_holds(&finding->missing, fact))
                return 1;
        }
    return 0;
}

enum { SAFETY, AWAITED, OTHER, N_TURNS };

static int turn_of(const struct ogbv_result *result, const struct ogbv_fact *fact)
{
    if (fact->safety)
        return SAFETY;
    return !fact->open_norm && is_awaited(result, fact) ? AWAITED : OTHER;
}

size_t ogbv__text_questions(const struct ogbv__text_report *report,
                            const struct ogbv_need **first, size_t most)
{
    const struct ogbv_result *result = report->result;
    size_t n = 0;
    for (int turn = 0; turn < N_TURNS; turn++)
        for (size_t i = 0; i < result->n_needs && n < most; i++)
            if (turn_of(result, result->needs[i].fact) == turn)
                first[n++] = &result->needs[i];
    return n;
}

static void write_question(struct ogbv__text_report *report, const char *mark,
                           const struct ogbv_need *need)
{
    struct ogbv__page *page = &report->page;
    ogbv__page_line(page, 0, mark, ogbv__texts_in(&need->fact->question, report->lang));
    ogbv__page_begin(page, 3, "");
    ogbv__page_texts(page, "Why: ", ogbv__texts_in(&need->fact->why, report->lang), " Bears on ",
                     NULL);
    ogbv__page_int(page, need->decides);
    ogbv__page_text(page, need->decides == 1 ? " point." : " points.");
    ogbv__page_end(page);
}

static void write_questions(struct ogbv__text_report *report)
{
    static const char *const marks[] = { "1.", "2.", "3.", "4.", "5.", "6." };
    enum { MOST = sizeof marks / sizeof marks[0] };
    const struct ogbv_need *first[MOST];
    struct ogbv__page *page = &report->page;
    size_t n = ogbv__text_questions(report, first, MOST);
    if (n == 0)
        return;
    ogbv__page_heading(page, "WHAT TO ASK NEXT");
    ogbv__page_line(page, 0, "", "\"I don't know\" is an answer. Nobody has to answer.");
    ogbv__page_gap(page);
    for (size_t i = 0; i < n; i++)
        write_question(report, marks[i], first[i]);
    if (n == report->result->n_needs)
        return;
    ogbv__page_gap(page);
    ogbv__page_begin(page, 0, "");
    ogbv__page_text(page, "Further questions that could matter: ");
    ogbv__page_int(page, (int64_t)(report->result->n_needs - n));
    ogbv__page_text(page, ".");
    ogbv__page_end(page);
}

/* ---- coverage ---------------------------------------------------------------------------- */

static size_t count_covered(const struct ogbv_db *db, const struct ogbv_jurisdiction *j,
                            int32_t status)
{
    size_t n = 0;
    for (size_t i = 0; i < db->n_concepts; i++)
        n += ogbv_jurisdiction_coverage(j, db->concepts[i], NULL) == status;
    return n;
}

/* The names of the concepts of one status. */
static void write_concepts(struct ogbv__text_report *report, const char *what,
                           const struct ogbv_jurisdiction *j, int32_t status)
{
    const struct ogbv_db *db = report->result->db;
    const char *between = "";
    if (count_covered(db, j, status) == 0)
        return;
    ogbv__page_begin(&report->page, 2, "");
    ogbv__page_text(&report->page, what);
    for (size_t i = 0; i < db->n_concepts; i++) {
        if (ogbv_jurisdiction_coverage(j, db->concepts[i], NULL) != status)
            continue;
        ogbv__page_texts(&report->page, between, ogbv__texts_in(&db->concepts[i]->label,
                                                                report->lang), NULL);
        between = "; ";
    }
    ogbv__page_text(&report->page, ".");
    ogbv__page_end(&report->page);
}

static void write_held(struct ogbv__text_report *report,
                       const struct ogbv__result_jurisdiction *listed)
{
    struct ogbv__page *page = &report->page;
    const struct ogbv_db *db = report->result->db;
    const struct ogbv_jurisdiction *law = listed->held->within ? listed->held->within
                                                               : listed->held;
    ogbv__page_begin(page, 0, "-");
    ogbv__page_texts(page, ogbv__texts_in(&listed->held->label, report->lang), ": ", NULL);
    ogbv__page_int(page, (int64_t)count_covered(db, law, OGBV_ENCODED));
    ogbv__page_text(page, " of ");
    ogbv__page_int(page, (int64_t)db->n_concepts);
    ogbv__page_text(page, " kinds of conduct are covered, up to ");
    ogbv__words_day(page, law->as_of ? law->as_of : "");
    ogbv__page_text(page, ".");
    ogbv__page_end(page);
    if (!listed->asked)
        return;
    write_concepts(report, "Looked for, and no rule found: ", law, OGBV_NONE_FOUND);
    write_concepts(report, "Not looked at: ", law, OGBV_NOT_ENCODED);
}

static void write_coverage(struct ogbv__text_report *report)
{
    const struct ogbv_result *result = report->result;
    ogbv__page_heading(&report->page, "WHAT WAS LOOKED AT, AND WHAT NOT");
    for (size_t i = 0; i < result->n_jurisdictions; i++) {
        const struct ogbv__result_jurisdiction *listed = &result->jurisdictions[i];
        if (listed->held) {
            write_held(report, listed);
            continue;
        }
        ogbv__page_begin(&report->page, 0, "-");
        ogbv__page_texts(&report->page, listed->id, ": this law is not held here. That does not "
                         "mean that there is none.", NULL);
        ogbv__page_end(&report->page);
    }
    if (result->n_jurisdictions == 0)
        ogbv__page_line(&report->page, 0, "",
                        "No law was asked for. Name a place to read its law.");
}

/* ---- receipt ----------------------------------------------------------------------------- */

static void write_receipt(struct ogbv__text_report *report)
{
    static const char *const from[] = {
        [OGBV_ON_FROM_CASE] = ", the day that the case states",
        [OGBV_ON_FROM_OPTION] = ", the day that was asked for",
        [OGBV_ON_FROM_TODAY] = ", today",
    };
    const struct ogbv_result *result = report->result;
    struct ogbv__page *page = &report->page;
    ogbv__page_heading(page, "ABOUT THIS ANSWER");
    ogbv__page_begin(page, 0, "");
    ogbv__page_text(page, "As of ");
    ogbv__words_day(page, result->on);
    ogbv__page_texts(page, from[result->on_from], ". Law: release ",
                     result->db->release[0] ? result->db->release : "not stated",
                     ". Program: libogbv ", ogbv_version(), ".", NULL);
    if (result->beyond_data)
        ogbv__page_text(page, " This day is later than the day up to which some of the law was "
                              "looked at: it may have changed since.");
    ogbv__page_end(page);
    ogbv__page_gap(page);
    ogbv__page_line(page, 0, "", ogbv__texts_in(&result->db->notice, report->lang));
}

/* ---- the whole --------------------------------------------------------------------------- */

ogbv_status ogbv_result_write_text(const ogbv_result *result, const char *lang, ogbv_write_fn write,
                                   void *payload, ogbv_error **error)
{
    if (!result || !write)
        return ogbv__fail_invalid(error);
    struct ogbv__text_report report = { .result = result, .lang = lang };
    ogbv__page_init(&report.page, write, payload);
    write_safety(&report);
    ogbv__text_short(&report);
    ogbv__text_remedies(&report);
    ogbv__text_time(&report);
    write_questions(&report);
    ogbv__text_findings(&report);
    write_coverage(&report);
    write_receipt(&report);
    int complete = ogbv__page_finish(&report.page);
    ogbv__wipe_stack();
    return complete ? OGBV_OK
                    : ogbv__fail(&result->db->context->alloc, error, OGBV_ERR_IO,
                                 "the output could not be written");
}
