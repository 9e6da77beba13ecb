/* SPDX-License-Identifier: MIT */
/* What it is for: `ogbv list`: what the data hold, as a table.
 * What it must not know: what a row says (rows.c), and how it is printed (table.c).
 * Invariant: the order of a list is that of the data. */
#include "table.h"

#include <string.h>

/* What the fillers of lists need. */
struct list {
    const struct options *options;
    const ogbv_db *db;
    json_t *rows;
    int failed;             /* a row could not be added */
};

/* Whether a jurisdiction was asked for; all are when none was named. */
static int is_asked(const struct list *list, const ogbv_jurisdiction *j)
{
    const struct words *asked = &list->options->jurisdictions;
    for (size_t i = 0; i < asked->n; i++)
        if (strcmp(asked->at[i], ogbv_jurisdiction_id(j)) == 0)
            return 1;
    return asked->n == 0;
}

static void add(struct list *list, json_t *row)
{
    list->failed |= json_array_append_new(list->rows, row) != 0;
}

/* ---- what there is to list --------------------------------------------------------------- */

static void list_jurisdictions(struct list *list, int32_t unused)
{
    (void)unused;
    for (size_t i = 0; i < ogbv_jurisdiction_count(list->db); i++) {
        const ogbv_jurisdiction *j = ogbv_jurisdiction_at(list->db, i);
        if (is_asked(list, j))
            add(list, row_of_jurisdiction(list->db, j, list->options->lang));
    }
}

static void list_rules(struct list *list, int32_t kind)
{
    for (size_t i = 0; i < ogbv_rule_count(list->db, kind); i++) {
        const ogbv_rule *rule = ogbv_rule_at(list->db, kind, i);
        if (is_asked(list, ogbv_rule_jurisdiction(rule)))
            add(list, row_of_rule(rule, list->options->lang));
    }
}

static void list_concepts(struct list *list, int32_t unused)
{
    (void)unused;
    for (size_t i = 0; i < ogbv_concept_count(list->db); i++)
        add(list, row_of_concept(ogbv_concept_at(list->db, i), list->options->lang));
}

static void list_facts(struct list *list, int32_t unused)
{
    (void)unused;
    for (size_t i = 0; i < ogbv_fact_count(list->db); i++)
        add(list, row_of_fact(ogbv_fact_at(list->db, i), list->options->lang));
}

static void list_instruments(struct list *list, int32_t unused)
{
    (void)unused;
    for (size_t i = 0; i < ogbv_instrument_count(list->db); i++)
        add(list, row_of_instrument(list->db, ogbv_instrument_at(list->db, i),
                                    list->options->lang));
}

static void list_coverage(struct list *list, int32_t unused)
{
    (void)unused;
    for (size_t i = 0; i < ogbv_jurisdiction_count(list->db); i++) {
        const ogbv_jurisdiction *j = ogbv_jurisdiction_at(list->db, i);
        for (size_t k = 0; is_asked(list, j) && k < ogbv_concept_count(list->db); k++)
            add(list, row_of_coverage(j, ogbv_concept_at(list->db, k), list->options->lang));
    }
}

#define COMMON(kind) "id label jurisdiction " kind " concepts citation verified"
#define OF_RULES " from to url"

static const struct kind {
    const char *name;
    void (*fill)(struct list *list, int32_t rule_kind);
    int32_t rule_kind;
    const char *columns, *shown;
} kinds[] = {
    { "jurisdictions", list_jurisdictions, 0, COMMON("kind") " parent within as_of",
      "id kind as_of label" },
    { "concepts", list_concepts, 0, COMMON("kind") " family definition", "id label" },
    { "facts", list_facts, 0, COMMON("kind") " values scope sensitivity open_norm question",
      "id kind scope label" },
    { "offences", list_rules, OGBV_OFFENCE, COMMON("class") OF_RULES, "id class verified label" },
    { "baselines", list_rules, OGBV_BASELINE, COMMON("class") OF_RULES,
      "id class verified label" },
    { "remedies", list_rules, OGBV_REMEDY, COMMON("kind") OF_RULES, "id kind verified label" },
    { "terms", list_rules, OGBV_TERM, COMMON("kind") OF_RULES, "id verified label" },
    { "instruments", list_instruments, 0, COMMON("kind"), "id kind label" },
    { "coverage", list_coverage, 0, COMMON("kind") " looked", "jurisdiction id kind looked" },
};

static const struct kind *find_kind(const char *name)
{
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (strcmp(kinds[i].name, name) == 0)
            return &kinds[i];
    return NULL;
}

/* ---- the command ------------------------------------------------------------------------- */

static void say_not_held(const struct options *options, const ogbv_db *db)
{
    for (size_t i = 0; i < options->jurisdictions.n; i++)
        if (!ogbv_jurisdiction_find(db, options->jurisdictions.at[i]))
            say("the law of ", options->jurisdictions.at[i], " is not held", NULL);
}

static int print(const struct options *options, const ogbv_db *db, const struct kind *kind)
{
    struct list list = { .options = options, .db = db, .rows = json_array() };
    kind->fill(&list, kind->rule_kind);
    int printed = !list.failed && table_print(list.rows, kind->columns, kind->shown,
                                              options->format);
    json_decref(list.rows);
    if (!printed)
        say("no memory", NULL);
    return printed ? EXIT_DONE : EXIT_UNREADABLE;
}

int run_list(const struct options *options)
{
    ogbv_db *db;
    const struct kind *kind = find_kind(options->args.at[0]);
    if (!kind) {
        say("list knows jurisdictions, concepts, facts, offences, baselines, remedies, terms, "
            "instruments, coverage", NULL);
        return EXIT_USAGE;
    }
    int code = data_load(options, &db);
    if (code != EXIT_DONE)
        return code;
    say_not_held(options, db);
    code = print(options, db, kind);
    ogbv_db_unref(db);
    return code;
}
