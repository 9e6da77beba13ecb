/* SPDX-License-Identifier: MIT */
/* What it is for: the taxonomy as SKOS in RDF/XML, for catalogues and thesauri.
 * What it must not know: scopes, cores, rules.
 * Invariant: a concept's address is made of its id alone, so it never changes. */
#include "core/error.h"
#include "model/model.h"
#include "report/markup.h"

#include <ogbv/report.h>
#include <string.h>

#define SCHEME "urn:ogbv:taxonomy"
#define CONCEPT "urn:ogbv:concept:"
#define INSTRUMENT "urn:ogbv:instrument:"

/* ---- pieces ------------------------------------------------------------------------------ */

/* An address part: what may not stand in one is written %XX. */
static void write_part(struct ogbv__sink *sink, const char *text)
{
    static const char safe[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                               "0123456789-._~()";
    static const char digits[] = "0123456789ABCDEF";
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (strchr(safe, c)) {
            ogbv__sink_char(sink, *text);
            continue;
        }
        ogbv__sink_char(sink, '%');
        ogbv__sink_char(sink, digits[c >> 4]);
        ogbv__sink_char(sink, digits[c & 15]);
    }
}

static void write_texts(struct ogbv__sink *sink, const char *property,
                        const struct ogbv__texts *texts)
{
    for (size_t i = 0; i < texts->n; i++)
        ogbv__markup(sink, "    <skos:", property, " xml:lang=\"", texts->at[i].lang, "\">",
                     texts->at[i].text, "</skos:", property, ">\n", NULL);
}

static void write_resource(struct ogbv__sink *sink, const char *property, const char *address,
                           const char *part)
{
    ogbv__markup(sink, "    <skos:", property, " rdf:resource=\"", address, NULL);
    write_part(sink, part);
    ogbv__markup_tag(sink, "\"/>\n");
}

/* ---- mappings ---------------------------------------------------------------------------- */

static const char *match_of(const char *relation)
{
    static const char *const matches[][2] = {
        { "exact", "exactMatch" }, { "close", "closeMatch" }, { "broad", "broadMatch" },
        { "narrow", "narrowMatch" }, { "related", "relatedMatch" },
    };
    for (size_t i = 0; i < sizeof matches / sizeof matches[0]; i++)
        if (strcmp(relation, matches[i][0]) == 0)
            return matches[i][1];
    return NULL;
}

/* The place in an instrument that a mapping means: "INSTRUMENT:art%205". */
static void write_place(struct ogbv__sink *sink, const struct ogbv__mapping *mapping)
{
    ogbv__markup_tag(sink, INSTRUMENT);
    write_part(sink, mapping->to->id);
    if (!mapping->at || !mapping->at[0])
        return;
    ogbv__markup_tag(sink, ":");
    write_part(sink, mapping->at);
}

static void write_mapping(struct ogbv__sink *sink, const struct ogbv__mapping *mapping)
{
    const char *match = match_of(mapping->relation);
    if (!match) {
        ogbv__markup(sink, "    <skos:editorialNote xml:lang=\"en\">No counterpart in ",
                     ogbv__texts_in(&mapping->to->label, NULL), "</skos:editorialNote>\n", NULL);
        return;
    }
    ogbv__markup(sink, "    <skos:", match, " rdf:resource=\"", NULL);
    write_place(sink, mapping);
    ogbv__markup_tag(sink, "\"/>\n");
}

/* What mappings point to is a concept of the instrument's own scheme. */
static void write_target(struct ogbv__sink *sink, const struct ogbv__mapping *mapping)
{
    if (!match_of(mapping->relation) || !mapping->at || !mapping->at[0])
        return;
    ogbv__markup_tag(sink, "  <skos:Concept rdf:about=\"");
    write_place(sink, mapping);
    ogbv__markup(sink, "\">\n    <skos:prefLabel xml:lang=\"en\">",
                 ogbv__texts_in(&mapping->to->label, NULL), ", ", mapping->at,
                 "</skos:prefLabel>\n", NULL);
    write_resource(sink, "inScheme", INSTRUMENT, mapping->to->id);
    ogbv__markup_tag(sink, "  </skos:Concept>\n");
}

/* ---- concepts ---------------------------------------------------------------------------- */

static void write_aliases(struct ogbv__sink *sink, const struct ogbv_concept *concept_)
{
    for (size_t i = 0; i < concept_->n_aliases; i++) {
        const struct ogbv__alias *alias = &concept_->aliases[i];
        ogbv__markup(sink, "    <skos:altLabel xml:lang=\"en\">", alias->text,
                     "</skos:altLabel>\n", NULL);
        if (alias->discouraged)
            ogbv__markup(sink, "    <skos:note xml:lang=\"en\">Better avoided: ", alias->text,
                         ". ", alias->discouraged, "</skos:note>\n", NULL);
    }
}

static void write_concept(struct ogbv__sink *sink, const struct ogbv_concept *concept_)
{
    ogbv__markup_tag(sink, "  <skos:Concept rdf:about=\"" CONCEPT);
    write_part(sink, concept_->id);
    ogbv__markup(sink, "\">\n    <skos:notation>", concept_->id, "</skos:notation>\n", NULL);
    write_resource(sink, "inScheme", SCHEME, "");
    if (concept_->family)
        write_resource(sink, "broader", CONCEPT, concept_->family->id);
    else
        write_resource(sink, "topConceptOf", SCHEME, "");
    write_texts(sink, "prefLabel", &concept_->label);
    write_texts(sink, "definition", &concept_->definition);
    write_aliases(sink, concept_);
    for (size_t i = 0; i < concept_->n_mappings; i++)
        write_mapping(sink, &concept_->mappings[i]);
    ogbv__markup_tag(sink, "  </skos:Concept>\n");
    for (size_t i = 0; i < concept_->n_mappings; i++)
        write_target(sink, &concept_->mappings[i]);
}

/* ---- the whole --------------------------------------------------------------------------- */

static void write_head(struct ogbv__sink *sink, const ogbv_db *db)
{
    ogbv__markup(sink,
                 "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                 "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"\n"
                 "    xmlns:skos=\"http://www.w3.org/2004/02/skos/core#\"\n"
                 "    xmlns:dct=\"http://purl.org/dc/terms/\">\n"
                 "  <skos:ConceptScheme rdf:about=\"" SCHEME "\">\n"
                 "    <dct:title xml:lang=\"en\">",
                 "Online gender-based violence: a harmonized taxonomy",
                 "</dct:title>\n    <dct:hasVersion>", db->release, "</dct:hasVersion>\n", NULL);
    for (size_t i = 0; i < ogbv_family_count(db); i++)
        write_resource(sink, "hasTopConcept", CONCEPT, ogbv_concept_id(ogbv_family_at(db, i)));
    ogbv__markup_tag(sink, "  </skos:ConceptScheme>\n");
}

static void write_instrument(struct ogbv__sink *sink, const struct ogbv_instrument *instrument)
{
    ogbv__markup_tag(sink, "  <skos:ConceptScheme rdf:about=\"" INSTRUMENT);
    write_part(sink, instrument->id);
    ogbv__markup_tag(sink, "\">\n");
    for (size_t i = 0; i < instrument->label.n; i++)
        ogbv__markup(sink, "    <dct:title xml:lang=\"", instrument->label.at[i].lang, "\">",
                     instrument->label.at[i].text, "</dct:title>\n", NULL);
    ogbv__markup_tag(sink, "  </skos:ConceptScheme>\n");
}

ogbv_status ogbv_db_write_skos(const ogbv_db *db, ogbv_write_fn write, void *payload,
                               ogbv_error **error)
{
    struct ogbv__sink sink;
    if (!db || !write)
        return ogbv__fail_invalid(error);
    ogbv__sink_init(&sink, write, payload);
    write_head(&sink, db);
    for (size_t i = 0; i < ogbv_family_count(db); i++)
        write_concept(&sink, ogbv_family_at(db, i));
    for (size_t i = 0; i < db->n_concepts; i++)
        write_concept(&sink, db->concepts[i]);
    for (size_t i = 0; i < db->n_instruments; i++)
        write_instrument(&sink, db->instruments[i]);
    ogbv__markup_tag(&sink, "</rdf:RDF>\n");
    if (ogbv__sink_finish(&sink))
        return OGBV_OK;
    return ogbv__fail(&db->context->alloc, error, OGBV_ERR_IO, "writing was stopped");
}
