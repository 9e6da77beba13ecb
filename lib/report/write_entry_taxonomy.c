/* SPDX-License-Identifier: MIT */
/* What it is for: a concept, a family, a fact or an instrument in sentences.
 * What it must not know: any case.
 * Invariant: a law in which nobody looked is never shown as one without a rule. */
#include "report/write_entry.h"

#include "base/text.h"
#include "report/words.h"

enum { INSIDE = 2 };

static void write_head(struct ogbv__entry *entry, const struct ogbv__texts *label, const char *id,
                       const char *what)
{
    ogbv__page_line(&entry->page, 0, "", ogbv__texts_in(label, entry->lang));
    ogbv__page_begin(&entry->page, 0, "");
    ogbv__page_texts(&entry->page, id, ": ", what, NULL);
    ogbv__page_end(&entry->page);
    ogbv__page_gap(&entry->page);
}

/* ---- concepts ---------------------------------------------------------------------------- */

static void write_aliases(struct ogbv__entry *entry, const struct ogbv_concept *concept_)
{
    for (size_t i = 0; i < concept_->n_aliases; i++) {
        const struct ogbv__alias *alias = &concept_->aliases[i];
        ogbv__page_begin(&entry->page, 0, "");
        ogbv__page_texts(&entry->page, alias->discouraged ? "Better avoided: " : "Also called: ",
                         alias->text, NULL);
        if (alias->discouraged)
            ogbv__page_texts(&entry->page, ". ", alias->discouraged, NULL);
        ogbv__page_end(&entry->page);
    }
}

static void write_core(struct ogbv__entry *entry, const struct ogbv_concept *concept_)
{
    const struct ogbv__version *core = &concept_->core->versions[0];
    ogbv__page_heading(&entry->page, "What it covers");
    ogbv__entry_inside(entry, 0, concept_->scope);
    ogbv__page_heading(&entry->page, "Harmonized core");
    for (size_t i = 0; i < core->n_parts; i++) {
        ogbv__page_line(&entry->page, 0, "*",
                        ogbv__texts_in(&core->parts[i].label, entry->lang));
        ogbv__entry_inside(entry, INSIDE, core->parts[i].cond);
    }
}

static void write_mappings(struct ogbv__entry *entry, const struct ogbv_concept *concept_)
{
    if (concept_->n_mappings > 0)
        ogbv__page_heading(&entry->page, "In treaties and other instruments");
    for (size_t i = 0; i < concept_->n_mappings; i++) {
        const struct ogbv__mapping *mapping = &concept_->mappings[i];
        ogbv__page_begin(&entry->page, 0, "-");
        ogbv__page_texts(&entry->page, ogbv_instrument_label(mapping->to, entry->lang),
                         mapping->at && mapping->at[0] ? ", " : "",
                         mapping->at ? mapping->at : "", ": ", mapping->relation, " [",
                         ogbv__words_seen(mapping->seen), "]", NULL);
        ogbv__page_end(&entry->page);
    }
}

static int belongs(const struct ogbv_rule *rule, const struct ogbv_concept *concept_)
{
    for (size_t i = 0; i < rule->n_concepts; i++)
        if (rule->concepts[i] == concept_)
            return 1;
    return 0;
}

static void write_rules(struct ogbv__entry *entry, const struct ogbv_concept *concept_,
                        const struct ogbv_jurisdiction *j, int32_t kind)
{
    for (size_t i = 0; i < entry->db->n_rules[kind]; i++) {
        const struct ogbv_rule *rule = entry->db->rules[kind][i];
        if (rule->jurisdiction != j || !belongs(rule, concept_))
            continue;
        ogbv__page_begin(&entry->page, INSIDE, "-");
        ogbv__page_texts(&entry->page, ogbv__texts_in(&rule->label, entry->lang), " (", rule->id,
                         ")", NULL);
        ogbv__page_end(&entry->page);
    }
}

static void write_laws(struct ogbv__entry *entry, const struct ogbv_concept *concept_)
{
    static const char *const words[] = {
        [OGBV_NOT_ENCODED] = ": not looked at", [OGBV_NONE_FOUND] = ": looked for, no rule found",
        [OGBV_ENCODED] = ":",
    };
    ogbv__page_heading(&entry->page, "In the laws that are held");
    for (size_t i = 0; i < entry->db->n_jurisdictions; i++) {
        const struct ogbv_jurisdiction *j = entry->db->jurisdictions[i];
        if (j->within)
            continue;
        ogbv__page_begin(&entry->page, 0, "");
        ogbv__page_texts(&entry->page, ogbv__texts_in(&j->label, entry->lang),
                         words[ogbv_jurisdiction_coverage(j, concept_, NULL)], NULL);
        ogbv__page_end(&entry->page);
        write_rules(entry, concept_, j, OGBV_OFFENCE);
        write_rules(entry, concept_, j, OGBV_BASELINE);
        write_rules(entry, concept_, j, OGBV_REMEDY);
    }
}

static void write_family(struct ogbv__entry *entry, const struct ogbv_concept *family)
{
    ogbv__page_heading(&entry->page, "Concepts");
    for (size_t i = 0; i < entry->db->n_concepts; i++) {
        const struct ogbv_concept *concept_ = entry->db->concepts[i];
        if (concept_->family != family)
            continue;
        ogbv__page_begin(&entry->page, 0, "-");
        ogbv__page_texts(&entry->page, ogbv__texts_in(&concept_->label, entry->lang), " (",
                         concept_->id, ")", NULL);
        ogbv__page_end(&entry->page);
    }
}

void ogbv__entry_concept(struct ogbv__entry *entry, const struct ogbv_concept *concept_)
{
    write_head(entry, &concept_->label, concept_->id, concept_->family ? "concept" : "family");
    ogbv__entry_labelled(entry, 0, "", ogbv__texts_in(&concept_->definition, entry->lang));
    write_aliases(entry, concept_);
    if (!concept_->family) {
        write_family(entry, concept_);
        return;
    }
    ogbv__entry_labelled(entry, 0, "Family: ",
                         ogbv__texts_in(&concept_->family->label, entry->lang));
    write_core(entry, concept_);
    write_mappings(entry, concept_);
    write_laws(entry, concept_);
}

/* ---- facts ------------------------------------------------------------------------------- */

static int tests_fact(const struct ogbv_db *db, const struct ogbv__cond *cond,
                      const struct ogbv_fact *fact)
{
    if (cond->op == OGBV__TEST)
        return db->atoms[cond->atom].fact == fact || db->atoms[cond->atom].fact2 == fact;
    for (size_t i = 0; i < cond->n_kids; i++)
        if (tests_fact(db, cond->kids[i], fact))
            return 1;
    return 0;
}

static int rule_tests(const struct ogbv_db *db, const struct ogbv_rule *rule,
                      const struct ogbv_fact *fact)
{
    for (size_t v = 0; v < rule->n_versions; v++)
        for (size_t p = 0; p < rule->versions[v].n_parts; p++)
            if (tests_fact(db, rule->versions[v].parts[p].cond, fact))
                return 1;
    return 0;
}

static void write_uses(struct ogbv__entry *entry, const struct ogbv_fact *fact)
{
    const struct ogbv_db *db = entry->db;
    ogbv__page_heading(&entry->page, "Asked for by");
    for (int32_t kind = OGBV_OFFENCE; kind <= OGBV_TERM; kind++)
        for (size_t i = 0; i < db->n_rules[kind]; i++) {
            const struct ogbv_rule *rule = db->rules[kind][i];
            if (!rule_tests(db, rule, fact))
                continue;
            ogbv__page_begin(&entry->page, 0, "-");
            ogbv__page_texts(&entry->page, ogbv__texts_in(&rule->label, entry->lang), " (",
                             rule->id, ")", NULL);
            ogbv__page_end(&entry->page);
        }
}

static void write_values(struct ogbv__entry *entry, const struct ogbv_fact *fact)
{
    if (fact->n_values > 0)
        ogbv__page_heading(&entry->page, fact->type == OGBV_LEVEL ? "Values, ascending"
                                                                  : "Values");
    for (size_t i = 0; i < fact->n_values; i++) {
        ogbv__page_begin(&entry->page, 0, "-");
        ogbv__page_texts(&entry->page, fact->values[i].id, ": ",
                         ogbv__texts_in(&fact->values[i].label, entry->lang), NULL);
        ogbv__page_end(&entry->page);
    }
}

void ogbv__entry_fact(struct ogbv__entry *entry, const struct ogbv_fact *fact)
{
    write_head(entry, &fact->label, fact->id, fact->act ? "fact of an act" : "fact of the case");
    ogbv__entry_labelled(entry, 0, "Type: ", ogbv_name(OGBV_NAMES_FACT_TYPE, fact->type));
    ogbv__entry_labelled(entry, 0, "Unit: ", fact->unit ? fact->unit : "");
    ogbv__entry_labelled(entry, 0, "Question: ", ogbv__texts_in(&fact->question, entry->lang));
    ogbv__entry_labelled(entry, 0, "Why it is asked: ", ogbv__texts_in(&fact->why, entry->lang));
    ogbv__entry_labelled(entry, 0, "How private: ",
                         ogbv_name(OGBV_NAMES_SENSITIVITY, fact->sensitivity));
    if (fact->open_norm)
        ogbv__page_line(&entry->page, 0, "", "Only a court can say whether this is so.");
    write_values(entry, fact);
    write_uses(entry, fact);
}

/* ---- instruments ------------------------------------------------------------------------- */

static void write_party(struct ogbv__entry *entry, const struct ogbv__party *party)
{
    const ogbv_jurisdiction *j = ogbv_jurisdiction_find(entry->db, party->jurisdiction);
    struct ogbv__page *page = &entry->page;
    ogbv__page_begin(page, 0, "-");
    if (j)
        ogbv__page_texts(page, ogbv__texts_in(&j->label, entry->lang), " (", NULL);
    ogbv__page_texts(page, party->jurisdiction, j ? "): " : ": ",
                     ogbv__words_party(party->state), NULL);
    if (party->from) {
        ogbv__page_text(page, ", since ");
        ogbv__words_day(page, party->from);
    }
    ogbv__page_texts(page, " [", ogbv__words_seen(party->seen), "]", NULL);
    ogbv__page_end(page);
}

/* A mapping of the relation "none" says that the instrument has no such notion. */
static void write_mapped(struct ogbv__entry *entry, const struct ogbv_instrument *instrument,
                         const struct ogbv_concept *concept_)
{
    for (size_t i = 0; i < concept_->n_mappings; i++) {
        const struct ogbv__mapping *mapping = &concept_->mappings[i];
        if (mapping->to != instrument || ogbv__text_equal(mapping->relation, "none"))
            continue;
        ogbv__page_begin(&entry->page, 0, "-");
        ogbv__page_texts(&entry->page, ogbv__texts_in(&concept_->label, entry->lang), " (",
                         concept_->id, "): ", mapping->at ? mapping->at : "",
                         mapping->at && mapping->at[0] ? ", " : "", mapping->relation, " [",
                         ogbv__words_seen(mapping->seen), "]", NULL);
        ogbv__page_end(&entry->page);
    }
}

void ogbv__entry_instrument(struct ogbv__entry *entry, const struct ogbv_instrument *instrument)
{
    write_head(entry, &instrument->label, instrument->id, instrument->kind);
    ogbv__page_heading(&entry->page, "Concepts that refer to it");
    for (size_t i = 0; i < entry->db->n_concepts; i++)
        write_mapped(entry, instrument, entry->db->concepts[i]);
    ogbv__page_heading(&entry->page, "Whom it binds, as far as it was looked up");
    for (size_t i = 0; i < instrument->n_parties; i++)
        write_party(entry, &instrument->parties[i]);
    ogbv__page_heading(&entry->page, "Sources");
    for (size_t i = 0; i < instrument->n_sources; i++)
        ogbv__entry_source(entry, &instrument->sources[i]);
}
