/* SPDX-License-Identifier: MIT */
/* A conversation: asks what is missing, the most useful question first, until nothing that a yes or
 * no could answer is left, or the input ends. Read "unknown" as an answer like any other. */
#include <ogbv/ogbv.h>
#include <stdio.h>
#include <string.h>

/* The facts that are worth asking stand in their order; this program can ask those of yes or no. */
static const ogbv_fact *next_question(const ogbv_result *result)
{
    for (size_t i = 0; i < ogbv_need_count(result); i++) {
        const ogbv_fact *fact = ogbv_need_fact(ogbv_need_at(result, i));
        if (ogbv_fact_type(fact) == OGBV_BOOLEAN)
            return fact;
    }
    return NULL;
}

/* Asks until the answer is one of three words. 0 when the input ends. */
static int ask(const ogbv_fact *fact, char *word, int size)
{
    printf("%s [yes, no, unknown] ", ogbv_fact_question(fact, "en"));
    fflush(stdout);
    while (fgets(word, size, stdin)) {
        word[strcspn(word, "\n")] = '\0';
        if (!strcmp(word, "yes") || !strcmp(word, "no") || !strcmp(word, "unknown"))
            return 1;
    }
    return 0;
}

/* What was asked and is not known stays unknown, but is not asked again. */
static ogbv_status note(ogbv_case *c, const ogbv_fact *fact, const char *word, ogbv_error **error)
{
    if (strcmp(word, "unknown") == 0)
        return ogbv_case_set_unknown(c, OGBV_CASE, ogbv_fact_id(fact), error);
    return ogbv_case_set_boolean(c, OGBV_CASE, ogbv_fact_id(fact), strcmp(word, "yes") == 0, error);
}

/* Assesses; an answer that contradicts earlier ones is taken back. */
static ogbv_status assess(ogbv_case *c, const ogbv_fact *asked, ogbv_result **result,
                          ogbv_error **error)
{
    ogbv_status status = ogbv_assess(c, result, error);
    if (status != OGBV_ERR_CONFLICT || !asked)
        return status;
    printf("That does not fit what was said before: %s\n", ogbv_error_message(*error));
    ogbv_error_free(*error);
    *error = NULL;
    status = ogbv_case_set_unknown(c, OGBV_CASE, ogbv_fact_id(asked), error);
    return status == OGBV_OK ? ogbv_assess(c, result, error) : status;
}

static ogbv_status converse(ogbv_case *c, ogbv_result **result, ogbv_error **error)
{
    char word[16];
    const ogbv_fact *fact = NULL;
    ogbv_status status = assess(c, NULL, result, error);
    while (status == OGBV_OK && (fact = next_question(*result)) != NULL
           && ask(fact, word, sizeof word)) {
        status = note(c, fact, word, error);
        ogbv_result_unref(*result);
        *result = NULL;
        if (status == OGBV_OK)
            status = assess(c, fact, result, error);
    }
    memset(word, 0, sizeof word);
    return status;
}

static void tell(const ogbv_result *result)
{
    printf("\n");
    for (size_t i = 0; i < ogbv_finding_count(result, OGBV_FINDING_OFFENCE); i++) {
        const ogbv_finding *finding = ogbv_finding_at(result, OGBV_FINDING_OFFENCE, i);
        if (ogbv_finding_status(finding) == OGBV_MET)
            printf("Made out: %s (%s)\n", ogbv_rule_label(ogbv_finding_rule(finding), "en"),
                   ogbv_rule_citation(ogbv_finding_rule(finding)));
    }
    printf("%u questions are open.\n", (unsigned)ogbv_need_count(result));
}

int main(void)
{
    ogbv_context *context = NULL;
    ogbv_loader *loader = NULL;
    ogbv_db *db = NULL;
    ogbv_case *c = NULL;
    ogbv_result *result = NULL;
    ogbv_error *error = NULL;
    int failed = ogbv_context_new(NULL, NULL, &context, &error)
        || ogbv_loader_new(context, &loader, &error)
        || ogbv_loader_add_default(loader, &error)
        || ogbv_loader_select(loader, "ie", &error)
        || ogbv_loader_finish(loader, &db, &error)
        || ogbv_case_new(db, &c, &error)
        || ogbv_case_set_on(c, "2026-11-21", OGBV_ON_FROM_CASE, &error)
        || ogbv_case_add_jurisdiction(c, "ie", &error)
        || ogbv_case_set(c, OGBV_CASE, "act.date", "2026-10-03", &error)
        || converse(c, &result, &error);
    if (failed)
        fprintf(stderr, "%s\n", ogbv_error_message(error));
    else
        tell(result);
    ogbv_error_free(error);
    ogbv_result_unref(result);
    ogbv_case_free(c);
    ogbv_db_unref(db);
    ogbv_loader_free(loader);
    ogbv_context_unref(context);
    return failed;
}
