/* SPDX-License-Identifier: MIT */
#include "world.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define OF_ACT(id) FACT(id, "type='boolean' scope='act'", "")
#define OF_CASE(id) FACT(id, "type='boolean' scope='case'", "")
#define DAY(id, role) FACT(id, "type='date' scope='case' " role, "")

static const char facts[] =
    "<facts format='1'><group id='all'><label>all</label>\n"
    OF_ACT("a") OF_ACT("b") OF_ACT("c") OF_ACT("d")
    FACT("norm", "type='boolean' scope='act' open-norm='yes'", "")
    FACT("norm-2", "type='boolean' scope='act' open-norm='yes'", "")
    OF_CASE("k") OF_CASE("m") OF_CASE("raised")
    FACT("danger", "type='boolean' scope='case' safety='yes'", "")
    FACT("restore", "type='boolean' scope='case' role='restorative'", "")
    FACT("fault", "type='level' scope='act'",
         VALUE("none") VALUE("careless") VALUE("reckless") VALUE("intended"))
    FACT("tie", "type='choice' scope='case'", VALUE("none") VALUE("partner") VALUE("family"))
    FACT("age", "type='integer' scope='case' min='0' max='120'", "")
    FACT("count", "type='integer' scope='act' min='0'", "")
    FACT("home", "type='place' scope='case'", "")
    FACT("day", "type='date' scope='act' role='conduct'", "")
    DAY("first", "role='pattern-first'") DAY("last", "role='pattern-last'")
    DAY("filed", "role='filing'") DAY("decided", "role='decision'")
    DAY("born", "") DAY("start", "") DAY("stop", "") DAY("seen", "")
    FACT("notice", "type='datetime' scope='case'", "")
    OF_CASE("minor")
    "</group>\n<constraint id='child'><if><is fact='age' max='17'/></if>"
    "<then><is fact='minor'/></then></constraint></facts>\n";

#define CONCEPT(id, fact) \
    "<concept id='" id "'><label>" id "</label><definition>d</definition>" \
    "<scope><is fact='" fact "'/></scope>" \
    "<core><element id='e' at='x'><is fact='" fact "'/></element></core>" \
    "<core-case on='2026-06-01'><given fact='" fact "' value='yes'/></core-case></concept>\n"

static const char taxonomy[] =
    "<taxonomy format='1'>\n"
    "<family id='fam'><label>fam</label><definition>d</definition>\n"
    CONCEPT("fam.x", "a") CONCEPT("fam.y", "a") "</family>\n"
    "<family id='oth'><label>oth</label><definition>d</definition>\n"
    CONCEPT("oth.z", "b") "</family>\n"
    "</taxonomy>\n";

static const char safety[] =
    "<safety format='1'><notice>Not advice.</notice>"
    "<warning code='tells'>tells the other side</warning>"
    "<message code='always'><text>t</text></message>"
    "<message code='danger' when-unknown='show'><text>t</text>"
    "<when><is fact='danger'/></when></message>"
    "<message code='child'><text>t</text><when><is fact='age' max='17'/></when></message>"
    "</safety>\n";

/* Working days: Monday to Friday but for Monday 4 May 2026 and Friday 1 January 2027. The first and
 * the last days of the calendar are a weekend. */
static const char calendar[] =
    "<calendar format='1' id='xa' from='2026-01-03' to='2028-01-02' weekend='sat sun'>"
    "<label>Days</label><source id='c' kind='statute' seen='remembered'>Days Act</source>"
    "<holiday on='2026-05-04'>Spring</holiday><holiday on='2027-01-01'>New year</holiday>"
    "</calendar>\n";

const struct world_file world_base[] = {
    { "facts.xml", facts }, { "taxonomy.xml", taxonomy }, { "safety.xml", safety },
    { "calendars/xa.xml", calendar },
};

static void give_up(const char *what, const char *detail)
{
    fprintf(stderr, "mistake in a test: %s %s\n", what, detail);
    abort();
}

static void give_up_on(ogbv_status status, const ogbv_error *error)
{
    if (status != OGBV_OK)
        give_up(ogbv_status_name(status), ogbv_error_message(error));
}

/* ---- loading -------------------------------------------------------------------------------- */

ogbv_status world_add(ogbv_loader *loader, const struct world_file *files, size_t n,
                      ogbv_error **error)
{
    ogbv_status status = OGBV_OK;
    for (size_t i = 0; i < n && status == OGBV_OK; i++)
        status = ogbv_loader_add_memory(loader, files[i].name, files[i].text,
                                        strlen(files[i].text), error);
    return status;
}

static void tell_faults(const ogbv_loader *loader)
{
    for (size_t i = 0; i < ogbv_loader_diagnostic_count(loader); i++) {
        const ogbv_diagnostic *fault = ogbv_loader_diagnostic_at(loader, i);
        fprintf(stderr, "%s:%d: %d %s\n", ogbv_diagnostic_file(fault),
                ogbv_diagnostic_line(fault), ogbv_diagnostic_code(fault),
                ogbv_diagnostic_text(fault));
    }
}

ogbv_db *world_load(const struct world_file *files, size_t n)
{
    ogbv_context *context = NULL;
    ogbv_loader *loader = NULL;
    ogbv_db *db = NULL;
    ogbv_error *error = NULL;
    give_up_on(ogbv_context_new(NULL, NULL, &context, &error), error);
    give_up_on(ogbv_loader_new(context, &loader, &error), error);
    ogbv_loader_want_tests(loader);
    give_up_on(world_add(loader, world_base, WORLD_BASE, &error), error);
    give_up_on(world_add(loader, files, n, &error), error);
    ogbv_status status = ogbv_loader_finish(loader, &db, &error);
    tell_faults(loader);
    give_up_on(status, error);
    ogbv_loader_free(loader);
    ogbv_context_unref(context);
    return db;
}

const char *world_faults(const struct world_file *files, size_t n, char *out, size_t size)
{
    ogbv_context *context = NULL;
    ogbv_loader *loader = NULL;
    ogbv_db *db = NULL;
    ogbv_error *error = NULL;
    size_t at = 0, others = 0;
    give_up_on(ogbv_context_new(NULL, NULL, &context, &error), error);
    give_up_on(ogbv_loader_new(context, &loader, &error), error);
    ogbv_loader_want_tests(loader);
    give_up_on(world_add(loader, world_base, WORLD_BASE, &error), error);
    give_up_on(world_add(loader, files, n, &error), error);
    ogbv_status status = ogbv_loader_finish(loader, &db, NULL);
    size_t faults = ogbv_loader_diagnostic_count(loader);
    if (status != (faults ? OGBV_ERR_DATA : OGBV_OK) || (db != NULL) != (faults == 0))
        give_up("a db from faulty files, or none from good ones:", ogbv_status_name(status));
    out[0] = '\0';
    for (size_t i = 0; i < faults && at < size; i++) {
        const ogbv_diagnostic *fault = ogbv_loader_diagnostic_at(loader, i);
        int first = strcmp(ogbv_diagnostic_file(fault), files[0].name) == 0;
        others += !first;
        if (first)
            at += (size_t)snprintf(out + at, size - at, "%s%d@%d", at ? " " : "",
                                   ogbv_diagnostic_code(fault), ogbv_diagnostic_line(fault));
    }
    if (others && at < size)
        snprintf(out + at, size - at, "%s...", at ? " " : "");
    ogbv_loader_free(loader);
    ogbv_db_unref(db);
    ogbv_context_unref(context);
    return out;
}

ogbv_db *world_law(const char *xa)
{
    const struct world_file file = { "jurisdictions/xa.xml", xa };
    return world_load(&file, 1);
}

/* ---- cases ---------------------------------------------------------------------------------- */

/* Copies the next word; 0 behind the last. */
static int next_word(const char **list, char *word, size_t size)
{
    const char *start = *list + strspn(*list, " ");
    size_t n = strcspn(start, " ");
    *list = start + n;
    if (n == 0)
        return 0;
    if (n >= size)
        give_up("too long:", start);
    memcpy(word, start, n);
    word[n] = '\0';
    return 1;
}

static ogbv_status put_value(ogbv_case *c, int32_t act, const char *fact, char *value,
                             ogbv_error **error)
{
    char *dots = strstr(value, "..");
    if (strcmp(value, "?") == 0)
        return ogbv_case_set_unknown(c, act, fact, error);
    if (strcmp(value, "-") == 0)
        return ogbv_case_unset(c, act, fact, error);
    if (!dots)
        return ogbv_case_set(c, act, fact, value, error);
    *dots = '\0';
    const char *min = *value ? value : NULL, *max = dots[2] ? dots + 2 : NULL;
    return ogbv_case_set_range(c, act, fact, min, max, error);
}

ogbv_status world_put(ogbv_case *c, const char *words, ogbv_error **error)
{
    char word[160];
    int32_t act = OGBV_CASE;
    ogbv_status status = OGBV_OK;
    while (status == OGBV_OK && next_word(&words, word, sizeof word)) {
        char *value = strchr(word, '=');
        if (word[0] == '@') {
            status = ogbv_case_add_act(c, word + 1, &act, error);
            continue;
        }
        if (!value)
            give_up("no value:", word);
        *value = '\0';
        status = put_value(c, act, word, value + 1, error);
    }
    return status;
}

ogbv_case *world_case(ogbv_db *db, const char *jurisdictions, const char *on, const char *words)
{
    char word[32];
    ogbv_case *c = NULL;
    ogbv_error *error = NULL;
    give_up_on(ogbv_case_new(db, &c, &error), error);
    give_up_on(ogbv_case_set_on(c, on, OGBV_ON_FROM_CASE, &error), error);
    while (next_word(&jurisdictions, word, sizeof word))
        give_up_on(ogbv_case_add_jurisdiction(c, word, &error), error);
    give_up_on(world_put(c, words, &error), error);
    return c;
}

ogbv_result *world_assess(ogbv_db *db, const char *jurisdictions, const char *on,
                          const char *words)
{
    ogbv_case *c = world_case(db, jurisdictions, on, words);
    ogbv_result *result = NULL;
    ogbv_error *error = NULL;
    give_up_on(ogbv_assess(c, &result, &error), error);
    ogbv_case_free(c);
    return result;
}

/* ---- telling -------------------------------------------------------------------------------- */

static void add(char out[WORLD_TOLD], const char *word)
{
    size_t n = strlen(out), m = strlen(word);
    if (n + m + 2 > WORLD_TOLD)
        give_up("too much to tell:", out);
    if (n > 0)
        out[n++] = ' ';
    memcpy(out + n, word, m + 1);
}

const char *world_tell(const ogbv_finding *finding, char out[WORLD_TOLD])
{
    out[0] = '\0';
    if (!finding) {
        add(out, "none");
        return out;
    }
    add(out, ogbv_name(OGBV_NAMES_STATUS, ogbv_finding_status(finding)));
    add(out, ogbv_name(OGBV_NAMES_TRUTH, ogbv_finding_strict(finding)));
    if (ogbv_finding_contestable(finding))
        add(out, "contestable");
    if (ogbv_finding_arguable(finding))
        add(out, "arguable");
    for (int32_t why = 0; ogbv_name(OGBV_NAMES_WHY, why); why++)
        if (ogbv_finding_has_why(finding, why))
            add(out, ogbv_name(OGBV_NAMES_WHY, why));
    for (size_t i = 0; i < ogbv_finding_missing_count(finding); i++) {
        if (i == 0)
            add(out, "|");
        add(out, ogbv_fact_id(ogbv_finding_missing_at(finding, i)));
    }
    for (size_t i = 0; i < ogbv_finding_contest_count(finding); i++) {
        if (i == 0)
            add(out, "/");
        add(out, ogbv_fact_id(ogbv_finding_contest_at(finding, i)));
    }
    return out;
}
