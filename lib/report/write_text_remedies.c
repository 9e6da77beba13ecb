/* SPDX-License-Identifier: MIT */
/* What it is for: the sections on what can be done: steps that are open, and steps that may be.
 * What it must not know: how statuses and dates come about.
 * Invariant: what stops the harm comes first; a warning stands with each step it belongs to. */
#include "report/write_text.h"

#include "report/words.h"

#include <string.h>

enum { INSIDE = 2 };    /* indent of what belongs to a step */

static const struct ogbv_finding *remedy_at(const struct ogbv__text_report *report, size_t i)
{
    return &report->result->findings[OGBV_FINDING_REMEDY][i];
}

static size_t remedy_count(const struct ogbv__text_report *report)
{
    return report->result->n_findings[OGBV_FINDING_REMEDY];
}

static size_t count_status(const struct ogbv__text_report *report, int32_t status)
{
    size_t n = 0;
    for (size_t i = 0; i < remedy_count(report); i++)
        n += remedy_at(report, i)->status == status;
    return n;
}

/* ---- one open step ----------------------------------------------------------------------- */

#define KIND(kind) (1u << OGBV_REMEDY_##kind)

static int is_kind(const struct ogbv_rule *rule, uint32_t kinds)
{
    return (int)(kinds >> rule->remedy_kind & 1);
}

static void write_who(struct ogbv__text_report *report, const struct ogbv_rule *rule)
{
    struct ogbv__page *page = &report->page;
    ogbv__page_begin(page, INSIDE, "");
    ogbv__page_text(page, "Who can ask: ");
    ogbv__words_list(page, rule->applicants, rule->n_applicants);
    if (!is_kind(rule, KIND(RIGHTS) | KIND(SUPPORT)) && rule->n_respondents > 0) {
        ogbv__page_text(page, ". Against: ");
        ogbv__words_list(page, rule->respondents, rule->n_respondents);
    }
    ogbv__page_text(page, ".");
    if (rule->without_notice == 1 && is_kind(rule, KIND(INTERIM) | KIND(CIVIL)))
        ogbv__page_text(page, " It can be decided before the other side is told.");
    if (rule->review)
        ogbv__page_text(page, " The decision can be looked at again.");
    ogbv__page_end(page);
}

static int is_sentence(const char *text)
{
    size_t n = strlen(text);
    return n > 0 && text[n - 1] == '.';
}

static void write_items(struct ogbv__text_report *report, const char *what,
                        const struct ogbv__texts *items, size_t n)
{
    const char *between = " ";
    if (n == 0)
        return;
    ogbv__page_begin(&report->page, INSIDE, "");
    ogbv__page_text(&report->page, what);
    for (size_t i = 0; i < n; i++) {
        const char *text = ogbv__texts_in(&items[i], report->lang);
        ogbv__page_texts(&report->page, between, text, NULL);
        between = is_sentence(text) ? " " : "; ";
    }
    ogbv__page_text(&report->page, between[0] == ';' ? "." : "");
    ogbv__page_end(&report->page);
}

static size_t first_sentence(const char *text)
{
    size_t n = 0;
    while (text[n] && (text[n] != '.' || text[n + 1] != ' '))
        n++;
    return text[n] ? n + 1 : n;
}

/* The first sentence of each warning; the whole stands once, below the steps. */
static void write_warnings(struct ogbv__text_report *report, const struct ogbv_rule *rule)
{
    if (rule->n_warnings == 0)
        return;
    ogbv__page_begin(&report->page, INSIDE, "");
    ogbv__page_text(&report->page, "Take care:");
    for (size_t i = 0; i < rule->n_warnings; i++) {
        const char *text = ogbv__texts_in(&rule->warnings[i]->text, report->lang);
        ogbv__page_text(&report->page, " ");
        ogbv__page_bytes(&report->page, text, first_sentence(text));
    }
    ogbv__page_end(&report->page);
}

static void write_open(struct ogbv__text_report *report, const struct ogbv_finding *finding)
{
    const struct ogbv_rule *rule = finding->rule;
    const char *lang = report->lang;
    ogbv__text_title(report, "*", finding);
    ogbv__text_labelled(report, INSIDE, "", ogbv__texts_in(&rule->plain, lang));
    write_who(report, rule);
    ogbv__text_labelled(report, INSIDE, "Where: ", ogbv__texts_in(&rule->forum, lang));
    ogbv__text_dues(report, INSIDE, finding);
    write_warnings(report, rule);
    ogbv__text_labelled(report, INSIDE, "What has to be shown: ",
                        ogbv__texts_in(&rule->standard, lang));
    write_items(report, "What can be claimed:", rule->heads, rule->n_heads);
    write_items(report, "Worth keeping:", rule->evidence, rule->n_evidence);
    write_items(report, "How:", rule->steps, rule->n_steps);
    ogbv__text_source(report, INSIDE, finding);
    ogbv__page_gap(&report->page);
}

/* ---- what can be done now ---------------------------------------------------------------- */

static const struct group {
    uint32_t kinds;
    const char *title;
} groups[] = {
    { KIND(INTERIM) | KIND(PLATFORM), "To stop the harm first" },
    { KIND(CRIMINAL) | KIND(ADMINISTRATIVE), "To report it" },
    { KIND(CIVIL), "To go to a civil court" },
    { KIND(COMPENSATION), "Compensation" },
    { KIND(RIGHTS) | KIND(SUPPORT), "Rights and support" },
    { KIND(RESTORATIVE), "A restorative way, as asked for" },
};

static void write_group(struct ogbv__text_report *report, const struct group *group)
{
    int titled = 0;
    for (size_t i = 0; i < remedy_count(report); i++) {
        const struct ogbv_finding *finding = remedy_at(report, i);
        if (finding->status != OGBV_AVAILABLE || !is_kind(finding->rule, group->kinds))
            continue;
        if (!titled) {
            ogbv__page_line(&report->page, 0, "", group->title);
            ogbv__page_gap(&report->page);
        }
        titled = 1;
        write_open(report, finding);
    }
}

size_t ogbv__text_open_steps(const struct ogbv__text_report *report,
                             const struct ogbv_finding **first, size_t most)
{
    size_t n = 0;
    for (size_t g = 0; g < sizeof groups / sizeof groups[0]; g++)
        for (size_t i = 0; i < remedy_count(report); i++) {
            const struct ogbv_finding *finding = remedy_at(report, i);
            if (finding->status != OGBV_AVAILABLE || !is_kind(finding->rule, groups[g].kinds))
                continue;
            if (n < most)
                first[n] = finding;
            n++;
        }
    return n;
}

/* Whether an open step before this one brings the warning too. */
static int was_warned(const struct ogbv__text_report *report, size_t before,
                      const struct ogbv__warning *warning)
{
    for (size_t i = 0; i < before; i++) {
        const struct ogbv_finding *finding = remedy_at(report, i);
        for (size_t w = 0; finding->status == OGBV_AVAILABLE && w < finding->rule->n_warnings; w++)
            if (finding->rule->warnings[w] == warning)
                return 1;
    }
    return 0;
}

static void write_all_warnings(struct ogbv__text_report *report)
{
    int titled = 0;
    for (size_t i = 0; i < remedy_count(report); i++) {
        const struct ogbv_rule *rule = remedy_at(report, i)->rule;
        size_t n = remedy_at(report, i)->status == OGBV_AVAILABLE ? rule->n_warnings : 0;
        for (size_t w = 0; w < n; w++) {
            if (was_warned(report, i, rule->warnings[w]))
                continue;
            if (!titled)
                ogbv__page_line(&report->page, 0, "", "\"Take care\", in full:");
            titled = 1;
            ogbv__page_line(&report->page, 0, "-",
                            ogbv__texts_in(&rule->warnings[w]->text, report->lang));
        }
    }
}

static void write_now(struct ogbv__text_report *report)
{
    ogbv__page_heading(&report->page, "WHAT CAN BE DONE NOW");
    if (count_status(report, OGBV_AVAILABLE) == 0)
        ogbv__page_line(&report->page, 0, "",
                        "On what is known so far, no step is certain to be open. That can change "
                        "with more facts: see below.");
    for (size_t i = 0; i < sizeof groups / sizeof groups[0]; i++)
        write_group(report, &groups[i]);
    write_all_warnings(report);
}

/* ---- what may be open -------------------------------------------------------------------- */

enum { FEW = 4 };       /* missing facts of a step that is near */

static int is_near(const struct ogbv_finding *finding)
{
    return finding->status == OGBV_UNDETERMINED && finding->missing.n <= FEW;
}

static int is_same_list(const struct ogbv__fact_list *a, const struct ogbv__fact_list *b)
{
    return a->n == b->n && (a->n == 0 || memcmp(a->at, b->at, a->n * sizeof *a->at) == 0);
}

/* Steps that wait for the same facts, for the same reasons. */
static int waits_alike(const struct ogbv_finding *a, const struct ogbv_finding *b)
{
    return a->rule->jurisdiction == b->rule->jurisdiction && a->why == b->why
        && a->arguable == b->arguable && is_same_list(&a->missing, &b->missing);
}

static int waits_with_earlier(const struct ogbv__text_report *report, size_t i)
{
    for (size_t before = 0; before < i; before++)
        if (is_near(remedy_at(report, before))
            && waits_alike(remedy_at(report, before), remedy_at(report, i)))
            return 1;
    return 0;
}

/* The name of a step and of all those after it that wait alike. */
static void write_names(struct ogbv__text_report *report, size_t first)
{
    const char *between = "";
    ogbv__page_begin(&report->page, 0, "*");
    for (size_t i = first; i < remedy_count(report); i++) {
        const struct ogbv_finding *finding = remedy_at(report, i);
        if (!is_near(finding) || !waits_alike(remedy_at(report, first), finding))
            continue;
        ogbv__page_texts(&report->page, between,
                         ogbv__texts_in(&finding->rule->label, report->lang), NULL);
        between = "; ";
    }
    ogbv__page_end(&report->page);
}

static void write_wait(struct ogbv__text_report *report, const struct ogbv_finding *finding)
{
    if (finding->missing.n > 0) {
        ogbv__page_begin(&report->page, INSIDE, "");
        ogbv__page_text(&report->page, "Not known yet: ");
        ogbv__text_facts(report, &finding->missing, FEW);
        ogbv__page_text(&report->page, ".");
        ogbv__page_end(&report->page);
    }
    ogbv__text_why(report, INSIDE, finding);
}

static void write_all_near(struct ogbv__text_report *report)
{
    const struct ogbv_jurisdiction *law = NULL;
    for (size_t i = 0; i < remedy_count(report); i++) {
        const struct ogbv_finding *finding = remedy_at(report, i);
        if (!is_near(finding) || waits_with_earlier(report, i))
            continue;
        if (finding->rule->jurisdiction != law)
            ogbv__text_law(report, finding->rule->jurisdiction);
        law = finding->rule->jurisdiction;
        write_names(report, i);
        write_wait(report, finding);
    }
}

static int is_far(const struct ogbv_finding *finding)
{
    return finding->status == OGBV_UNDETERMINED && !is_near(finding);
}

static void write_maybe(struct ogbv__text_report *report)
{
    if (count_status(report, OGBV_UNDETERMINED) == 0)
        return;
    ogbv__page_heading(&report->page, "WHAT MAY BE OPEN, AND WHAT IT DEPENDS ON");
    write_all_near(report);
    ogbv__text_names(report, OGBV_FINDING_REMEDY, "Too little is known yet to say more of", is_far);
}

void ogbv__text_remedies(struct ogbv__text_report *report)
{
    write_now(report);
    write_maybe(report);
}
