/* SPDX-License-Identifier: MIT */
/* What it is for: a rule or term in sentences: its texts in time, exceptions, penalty, deadlines,
 * sources.
 * What it must not know: any case.
 * Invariant: each element stands with its pinpoint; what was not read in the law is marked. */
#include "report/write_entry.h"

#include "report/words.h"

enum { INSIDE = 2, DEEPER = 4 };

/* ---- head -------------------------------------------------------------------------------- */

static const char *sort_of(const struct ogbv_rule *rule)
{
    if (rule->kind == OGBV_REMEDY)
        return ogbv_name(OGBV_NAMES_REMEDY_KIND, rule->remedy_kind);
    return rule->kind == OGBV_TERM ? NULL : ogbv_name(OGBV_NAMES_CLASS, rule->class_);
}

static void write_head(struct ogbv__entry *entry, const struct ogbv_rule *rule)
{
    struct ogbv__page *page = &entry->page;
    const char *sort = sort_of(rule);
    ogbv__page_line(page, 0, "", ogbv__texts_in(&rule->label, entry->lang));
    ogbv__page_begin(page, 0, "");
    ogbv__page_texts(page, rule->id, ": ", ogbv_name(OGBV_NAMES_RULE_KIND, rule->kind),
                     sort ? " (" : "", sort ? sort : "", sort ? ")" : "", ", ",
                     ogbv_jurisdiction_label(rule->jurisdiction, entry->lang), NULL);
    ogbv__page_end(page);
    ogbv__page_begin(page, 0, "");
    ogbv__page_texts(page, rule->cite.text, " [", ogbv__words_seen(rule->verified), "]", NULL);
    ogbv__page_end(page);
    ogbv__page_gap(page);
    ogbv__entry_labelled(entry, 0, "", ogbv__texts_in(&rule->plain, entry->lang));
    ogbv__entry_labelled(entry, 0, "This id is retired since ", rule->retired ? rule->retired : "");
    ogbv__entry_labelled(entry, 0, "It is followed by ", rule->successor ? rule->successor : "");
    ogbv__entry_labelled(entry, 0, "Adopted on ", rule->adopted ? rule->adopted : "");
    ogbv__entry_labelled(entry, 0, "To be carried out by ", rule->due ? rule->due : "");
}

static void write_concepts(struct ogbv__entry *entry, const struct ogbv_rule *rule)
{
    if (rule->n_concepts == 0)
        return;
    ogbv__page_begin(&entry->page, 0, "");
    ogbv__page_text(&entry->page, "Kinds of conduct: ");
    for (size_t i = 0; i < rule->n_concepts; i++)
        ogbv__page_texts(&entry->page, i ? "; " : "",
                         ogbv__texts_in(&rule->concepts[i]->label, entry->lang), " (",
                         rule->concepts[i]->id, ")", NULL);
    ogbv__page_end(&entry->page);
}

/* ---- versions ---------------------------------------------------------------------------- */

static const char *words_by(int32_t by)
{
    static const char *const table[] = {
        [OGBV__BY_CONDUCT] = "the day of the act",
        [OGBV__BY_PATTERN] = "the days of the course of conduct",
        [OGBV__BY_FILING] = "the day of the application",
        [OGBV__BY_DECISION] = "the day of the decision",
    };
    return by >= 0 && (size_t)by < sizeof table / sizeof table[0] ? table[by] : "";
}

static const char *words_state(int32_t state)
{
    static const char *const table[] = {
        [OGBV_IN_FORCE] = "in force", [OGBV_ENDED] = "ended", [OGBV_FUTURE] = "to come",
        [OGBV_ENACTED] = "enacted, not commenced", [OGBV_SUSPENDED] = "suspended",
        [OGBV_STRUCK_DOWN] = "struck down",
        [OGBV_START_UNKNOWN] = "whether it has commenced is not known",
    };
    return state >= 0 && (size_t)state < sizeof table / sizeof table[0] ? table[state] : "";
}

static void write_period(struct ogbv__entry *entry, const struct ogbv__version *version)
{
    struct ogbv__page *page = &entry->page;
    ogbv__page_gap(page);
    ogbv__page_begin(page, 0, "");
    ogbv__page_text(page, "Text");
    if (version->from_text) {
        ogbv__page_text(page, " from ");
        ogbv__words_day(page, version->from_text);
    }
    if (version->to_text) {
        ogbv__page_text(page, " to ");
        ogbv__words_day(page, version->to_text);
    }
    ogbv__page_texts(page, " (", words_state(version->state), ")", NULL);
    if (version->cite.at && version->cite.at[0])
        ogbv__page_texts(page, ", ", version->cite.at, NULL);
    ogbv__page_text(page, ":");
    ogbv__page_end(page);
}

/* What stands before the label of an exception or aggravation. */
static const char *words_part(int32_t kind)
{
    static const char *const table[] = {
        [OGBV__ELEMENT] = "", [OGBV__UNLESS] = "Unless: ", [OGBV__INAPPLICABLE] = "Not where: ",
        [OGBV__AGGRAVATION] = "More serious: ",
    };
    return kind >= 0 && (size_t)kind < sizeof table / sizeof table[0] ? table[kind] : "";
}

static void write_burden(struct ogbv__entry *entry, const struct ogbv__part *part, int criminal)
{
    struct ogbv__page *page = &entry->page;
    if (part->burden >= 0)
        ogbv__page_texts(page, "; ", ogbv__words_burden(part->burden, criminal), NULL);
    if (part->replaced_by)
        ogbv__page_texts(page, "; then this takes its place: ",
                         ogbv__texts_in(&part->replaced_by->label, entry->lang), " (",
                         part->replaced_by->id, ")", NULL);
    if (part->max_months == INT32_MAX) {
        ogbv__page_text(page, "; up to imprisonment for life");
    } else if (part->max_months >= 0) {
        ogbv__page_text(page, "; up to ");
        ogbv__page_int(page, part->max_months);
        ogbv__page_text(page, " months");
    }
    if (part->jurisdictional)
        ogbv__page_text(page, "; founds the power of the court only");
}

static void write_part(struct ogbv__entry *entry, const struct ogbv__part *part, int criminal)
{
    ogbv__page_begin(&entry->page, INSIDE, part->kind == OGBV__ELEMENT ? "*" : "");
    ogbv__page_text(&entry->page, words_part(part->kind));
    ogbv__entry_cited(entry, &part->label, &part->cite);
    write_burden(entry, part, criminal);
    ogbv__page_end(&entry->page);
    ogbv__entry_inside(entry, DEEPER, part->cond);
}

static void write_version(struct ogbv__entry *entry, const struct ogbv_rule *rule,
                          const struct ogbv__version *version)
{
    struct ogbv__page *page = &entry->page;
    write_period(entry, version);
    if (version->n_parts == 0)
        ogbv__page_line(page, INSIDE, "", "No condition: open to everyone.");
    for (size_t i = 0; i < version->n_parts; i++) {
        if (rule->kind == OGBV_TERM)
            ogbv__entry_inside(entry, INSIDE, version->parts[i].cond);
        else
            write_part(entry, &version->parts[i], rule->class_ == OGBV_CRIMINAL);
    }
    if (!version->has_penalty)
        return;
    ogbv__page_begin(page, INSIDE, "");
    ogbv__page_text(page, "Penalty: ");
    ogbv__entry_cited(entry, &version->penalty.text, &version->penalty.cite);
    ogbv__page_end(page);
}

static void write_versions(struct ogbv__entry *entry, const struct ogbv_rule *rule)
{
    if (rule->kind != OGBV_TERM && rule->n_versions > 1) {
        ogbv__page_gap(&entry->page);
        ogbv__page_begin(&entry->page, 0, "");
        ogbv__page_texts(&entry->page, "Which text applies: by ", words_by(rule->by), ".", NULL);
        ogbv__page_end(&entry->page);
    }
    for (size_t i = 0; i < rule->n_versions; i++)
        write_version(entry, rule, &rule->versions[i]);
}

/* ---- remedies and the rest --------------------------------------------------------------- */

static void write_items(struct ogbv__entry *entry, const char *what,
                        const struct ogbv__texts *items, size_t n)
{
    for (size_t i = 0; i < n; i++)
        ogbv__entry_labelled(entry, 0, what, ogbv__texts_in(&items[i], entry->lang));
}

static void write_remedy(struct ogbv__entry *entry, const struct ogbv_rule *rule)
{
    struct ogbv__page *page = &entry->page;
    ogbv__page_gap(page);
    ogbv__page_begin(page, 0, "");
    ogbv__page_text(page, "Who can ask: ");
    ogbv__words_list(page, rule->applicants, rule->n_applicants);
    ogbv__page_text(page, ". Against: ");
    ogbv__words_list(page, rule->respondents, rule->n_respondents);
    ogbv__page_text(page, ".");
    if (rule->without_notice >= 0)
        ogbv__page_text(page, rule->without_notice
                                  ? " It can be decided before the other side is told."
                                  : " The other side is told first.");
    ogbv__page_end(page);
    ogbv__entry_labelled(entry, 0, "Where: ", ogbv__texts_in(&rule->forum, entry->lang));
    ogbv__entry_labelled(entry, 0, "What has to be shown: ",
                         ogbv__texts_in(&rule->standard, entry->lang));
    write_items(entry, "What can be claimed: ", rule->heads, rule->n_heads);
    write_items(entry, "Worth keeping: ", rule->evidence, rule->n_evidence);
    write_items(entry, "Step: ", rule->steps, rule->n_steps);
    for (size_t i = 0; i < rule->n_warnings; i++)
        ogbv__entry_labelled(entry, 0, "Take care: ",
                             ogbv__texts_in(&rule->warnings[i]->text, entry->lang));
}

static void write_deadlines(struct ogbv__entry *entry, const struct ogbv_rule *rule)
{
    if (rule->n_deadlines > 0)
        ogbv__page_heading(&entry->page, "Time");
    for (size_t i = 0; i < rule->n_deadlines; i++)
        ogbv__entry_deadline(entry, 0, &rule->deadlines[i]);
}

/* ---- sources ----------------------------------------------------------------------------- */

static int version_cites(const struct ogbv__version *version, const struct ogbv__source *source)
{
    if (version->cite.source == source
        || (version->has_penalty && version->penalty.cite.source == source))
        return 1;
    for (size_t i = 0; i < version->n_parts; i++)
        if (version->parts[i].cite.source == source)
            return 1;
    return 0;
}

static int rule_cites(const struct ogbv_rule *rule, const struct ogbv__source *source)
{
    if (rule->cite.source == source || rule->proceedings_cite.source == source)
        return 1;
    for (size_t i = 0; i < rule->n_versions; i++)
        if (version_cites(&rule->versions[i], source))
            return 1;
    for (size_t i = 0; i < rule->n_deadlines; i++)
        if (rule->deadlines[i].cite.source == source)
            return 1;
    return 0;
}

static void write_sources(struct ogbv__entry *entry, const struct ogbv_rule *rule)
{
    const struct ogbv_jurisdiction *j = rule->jurisdiction;
    ogbv__page_heading(&entry->page, "Sources");
    for (size_t i = 0; j && i < j->n_sources; i++)
        if (rule_cites(rule, &j->sources[i]))
            ogbv__entry_source(entry, &j->sources[i]);
}

void ogbv__entry_rule(struct ogbv__entry *entry, const struct ogbv_rule *rule)
{
    write_head(entry, rule);
    write_concepts(entry, rule);
    write_versions(entry, rule);
    if (rule->kind == OGBV_REMEDY)
        write_remedy(entry, rule);
    ogbv__page_gap(&entry->page);
    ogbv__entry_labelled(entry, 0, "Proceedings: ",
                         ogbv__texts_in(&rule->proceedings, entry->lang));
    write_deadlines(entry, rule);
    ogbv__page_gap(&entry->page);
    write_items(entry, "Note: ", rule->notes, rule->n_notes);
    write_sources(entry, rule);
}
