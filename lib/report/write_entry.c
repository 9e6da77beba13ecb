/* SPDX-License-Identifier: MIT */
/* What it is for: one entry of the db in sentences: which it is, and what all entries say alike.
 * What it must not know: any case.
 * Invariant: what is said stands in the data. */
#include "report/write_entry.h"

#include "base/text.h"
#include "core/error.h"
#include "report/words.h"

void ogbv__entry_labelled(struct ogbv__entry *entry, int indent, const char *what,
                          const char *text)
{
    if (!text[0])
        return;
    ogbv__page_begin(&entry->page, indent, "");
    ogbv__page_texts(&entry->page, what, text, NULL);
    ogbv__page_end(&entry->page);
}

void ogbv__entry_cited(struct ogbv__entry *entry, const struct ogbv__texts *label,
                       const struct ogbv__cite *cite)
{
    struct ogbv__page *page = &entry->page;
    ogbv__page_text(page, ogbv__texts_in(label, entry->lang));
    if (cite->at && cite->at[0])
        ogbv__page_texts(page, " (", cite->at, ")", NULL);
    if (cite->seen != OGBV_PRIMARY)
        ogbv__page_texts(page, " [", ogbv__words_seen(cite->seen), "]", NULL);
}

void ogbv__entry_source(struct ogbv__entry *entry, const struct ogbv__source *source)
{
    struct ogbv__page *page = &entry->page;
    ogbv__page_begin(page, 0, "-");
    ogbv__page_texts(page, source->title, " (", source->kind, "): ",
                     ogbv__words_seen(source->seen), NULL);
    if (source->copy[0])
        ogbv__page_texts(page, ", in a copy (", source->copy, ")", NULL);
    if (source->read[0]) {
        ogbv__page_text(page, ", on ");
        ogbv__words_day(page, source->read);
    }
    if (source->speaks_for[0]) {
        ogbv__page_text(page, "; the text of ");
        ogbv__words_day(page, source->speaks_for);
    }
    ogbv__page_texts(page, source->url[0] ? "; " : "", source->url, NULL);
    ogbv__page_end(page);
}

/* 0 when there is no such id. */
static int write_any(struct ogbv__entry *entry, const char *id)
{
    const struct ogbv_rule *rule = ogbv_rule_find(entry->db, id);
    const struct ogbv_concept *concept_ = ogbv_concept_find(entry->db, id);
    const struct ogbv_fact *fact = ogbv_fact_find(entry->db, id);
    const struct ogbv_instrument *instrument = ogbv_instrument_find(entry->db, id);
    if (!rule && !concept_ && !fact && !instrument)
        concept_ = ogbv_concept_called(entry->db, id);
    if (rule)
        ogbv__entry_rule(entry, rule);
    else if (concept_)
        ogbv__entry_concept(entry, concept_);
    else if (fact)
        ogbv__entry_fact(entry, fact);
    else if (instrument)
        ogbv__entry_instrument(entry, instrument);
    return rule || concept_ || fact || instrument;
}

/* The nearest so far, and how far it is. */
struct near {
    const char *id;
    int distance;
};

static void come_nearer(struct near *near, const char *wanted, const char *id)
{
    int distance = ogbv__text_distance(wanted, id, near->distance - 1);
    if (distance >= near->distance)
        return;
    near->id = id;
    near->distance = distance;
}

static const char *nearest_id(const struct ogbv_db *db, const char *wanted)
{
    enum { TOO_FAR = 5 };
    struct near near = { .distance = TOO_FAR };
    for (size_t kind = 0; kind < OGBV__CORE; kind++)
        for (size_t i = 0; i < db->n_rules[kind]; i++)
            come_nearer(&near, wanted, db->rules[kind][i]->id);
    for (size_t i = 0; i < db->n_concepts; i++)
        come_nearer(&near, wanted, db->concepts[i]->id);
    for (size_t i = 0; i < db->n_facts; i++)
        come_nearer(&near, wanted, db->facts[i]->id);
    for (size_t i = 0; i < db->n_instruments; i++)
        come_nearer(&near, wanted, db->instruments[i]->id);
    return near.id;
}

static ogbv_status fail_unknown(const struct ogbv_db *db, const char *id, ogbv_error **error)
{
    struct ogbv__error_info info = { .status = OGBV_ERR_NOT_FOUND, .nearest = nearest_id(db, id) };
    struct ogbv__buf text;
    ogbv__buf_init(&text, &db->context->alloc);
    ogbv__buf_text(&text, "there is no rule, term, concept, family, fact or instrument of that "
                          "id");
    if (info.nearest)
        ogbv__buf_texts(&text, "; did you mean ", info.nearest, "?", NULL);
    return ogbv__fail_text(error, &info, &text);
}

ogbv_status ogbv_db_write_entry(const ogbv_db *db, const char *id, const char *lang,
                                ogbv_write_fn write, void *payload, ogbv_error **error)
{
    if (!db || !id || !write)
        return ogbv__fail_invalid(error);
    const struct ogbv__alloc *alloc = &db->context->alloc;
    struct ogbv__entry entry = { .db = db, .lang = lang };
    ogbv__page_init(&entry.page, write, payload);
    if (!write_any(&entry, id))
        return fail_unknown(db, id, error);
    return ogbv__page_finish(&entry.page)
        ? OGBV_OK : ogbv__fail(alloc, error, OGBV_ERR_IO, "the output could not be written");
}
