/* SPDX-License-Identifier: MIT */
#include "invented.h"

#include <stdlib.h>
#include <string.h>

static const char ON[] = "2026-06-01";

struct world world;

void need(ogbv_status status, ogbv_error *const *error)
{
    if (status == OGBV_OK)
        return;
    fprintf(stderr, "mistake in a test: %s\n", ogbv_error_message(*error));
    exit(1);
}

static char *texts[4 + LANDS];

static FILE *begin_text(size_t i)
{
    static size_t size;
    FILE *out = open_memstream(&texts[i], &size);
    if (!out)
        exit(1);
    return out;
}

static void write_fact(FILE *out, int f)
{
    static const char *const types[] = { "boolean", "level", "choice", "integer" };
    fprintf(out, "<fact id='%s' type='%s' scope='act' sensitivity='low'%s><label>%s</label>"
            "<question>?</question><why>w</why>", fact_ids[f],
            types[f < N_BOOLEANS ? 0 : f - LEVEL + 1], f == NUMBER ? " min='0' max='9'" : "",
            fact_ids[f]);
    for (int v = 0; (f == LEVEL || f == CHOICE) && v < sizes[f]; v++)
        fprintf(out, "<value id='%s'><label>%s</label></value>", value_name(f, v),
                value_name(f, v));
    fputs("</fact>", out);
}

static void write_facts(void)
{
    FILE *out = begin_text(0);
    fputs("<facts format='1'><group id='g'><label>g</label>", out);
    for (int f = 0; f < N_FACTS; f++)
        write_fact(out, f);
    fputs("<fact id='day' type='date' scope='act' sensitivity='low' role='conduct'>"
          "<label>day</label><question>?</question><why>w</why></fact></group>", out);
    if (world.constrained)
        fputs("<constraint id='one'><if><is fact='b2'/></if><then><is fact='b3'/></then>"
              "</constraint><constraint id='two'><if><is fact='n' max='2'/></if>"
              "<then><is fact='lv' value='v0'/></then></constraint>", out);
    fputs("</facts>", out);
    fclose(out);
}

const struct facts core = { { 1, 0, 1, 1, UNKNOWN, UNKNOWN, 0, UNKNOWN, 3 } };

static void write_taxonomy(void)
{
    static const char scope[] = "<any><is fact='b0'/><is fact='b1'/></any>";
    FILE *out = begin_text(1);
    fprintf(out, "<taxonomy format='1'><family id='f'><label>f</label><definition>d</definition>"
            "<concept id='f.x'><label>x</label><definition>d</definition><scope>%s</scope>"
            "<core><element id='e' at='x'>%s</element></core><core-case on='%s'>", scope, scope,
            ON);
    for (int f = 0; f < N_FACTS; f++)
        if (core.at[f] != UNKNOWN)
            fprintf(out, "<given fact='%s' value='%s'/>", fact_ids[f], value_name(f, core.at[f]));
    fputs("</core-case></concept></family></taxonomy>", out);
    fclose(out);
}

static void write_part(FILE *out, const char *head, const struct node *node, const char *tail)
{
    if (!node)
        return;
    fputs(head, out);
    write_node(out, node);
    fputs(tail, out);
}

static void write_land(int land)
{
    FILE *out = begin_text((size_t)(4 + land));
    fprintf(out, "<jurisdiction format='1' id='x%c' as-of='2026-12-31'><label>L</label>"
            "<source id='s' kind='statute' seen='remembered'>Act</source>", 'a' + land);
    for (int r = 0; r < world.definitions[land].n_rules; r++) {
        const struct rule *rule = &world.definitions[land].rules[r];
        fprintf(out, "<offence id='x%c.r%d' class='criminal' concepts='f.x' by='conduct' "
                "source='s' at='1'><label>o</label><version>", 'a' + land, r);
        write_part(out, "<element id='e1' at='1'>", rule->elements[0], "</element>");
        write_part(out, "<element id='e2' at='2'>", rule->elements[1], "</element>");
        write_part(out, "<inapplicable id='i' at='3'><label>i</label>", rule->inapplicable,
                   "</inapplicable>");
        write_part(out, "<unless id='u' at='4' burden='defendant'><label>u</label>", rule->unless,
                   "</unless>");
        fputs("</version></offence>", out);
    }
    fputs("</jurisdiction>", out);
    fclose(out);
}

static void load(void)
{
    ogbv_context *context;
    ogbv_loader *loader;
    ogbv_error *error = NULL;
    char name[32];
    texts[2] = strdup("<safety format='1'><notice>n</notice></safety>");
    need(ogbv_context_new(NULL, NULL, &context, &error), &error);
    need(ogbv_loader_new(context, &loader, &error), &error);
    static const char *const names[] = { "facts.xml", "taxonomy.xml", "safety.xml" };
    for (int i = 0; i < 4 + LANDS; i++) {
        if (i == 3)
            continue;
        if (i < 3)
            snprintf(name, sizeof name, "%s", names[i]);
        else
            snprintf(name, sizeof name, "jurisdictions/x%c.xml", 'a' + i - 4);
        need(ogbv_loader_add_memory(loader, name, texts[i], strlen(texts[i]), &error), &error);
        free(texts[i]);
    }
    ogbv_status status = ogbv_loader_finish(loader, &world.db, &error);
    if (status != OGBV_OK)
        puts(ogbv_diagnostic_text(ogbv_loader_diagnostic_at(loader, 0)));
    need(status, &error);
    ogbv_loader_free(loader);
    ogbv_context_unref(context);
}

static int is_allowed(const struct facts *facts)
{
    if (!world.constrained)
        return 1;
    return !(facts->at[2] == 1 && facts->at[3] == 0)
        && !(facts->at[NUMBER] <= 2 && facts->at[LEVEL] > 0);
}

void make_world(uint32_t *state, int constrained)
{
    memset(&world, 0, sizeof world);
    world.constrained = constrained;
    write_facts();
    write_taxonomy();
    for (int land = 0; land < LANDS; land++) {
        random_definition(&world.definitions[land], state);
        write_land(land);
    }
    load();
    for (int n = 0; n < N_CASES; n++) {
        struct facts facts = case_at(n);
        world.allowed[n] = (uint8_t)is_allowed(&facts);
        world.in_scope[n] = (uint8_t)scope_of(&facts);
        for (int land = 0; land < LANDS; land++)
            world.covers[land][n] = world.allowed[n] && world.in_scope[n]
                && strict_of(&world.definitions[land], &facts) == 1;
    }
}

void free_world(void)
{
    ogbv_db_unref(world.db);
    for (int land = 0; land < LANDS; land++)
        free_definition(&world.definitions[land]);
}
