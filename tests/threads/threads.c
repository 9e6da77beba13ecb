/* SPDX-License-Identifier: MIT */
/* Protects: any number of threads share a db. Eight threads load at once, then assess ten thousand
 * cases of one db between them, each also by an evaluator of its own, read one result together, and
 * take and drop references; every answer is the one that a single thread gave before. To be run
 * under ThreadSanitizer too. */
#include "world.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { THREADS = 8, CASES = 10000, VARIANTS = 216, RULES = 4 };

struct shared {
    ogbv_db *db;
    ogbv_result *result;
    uint64_t answers[VARIANTS], read;
    pthread_barrier_t start;
};

struct worker {
    pthread_t thread;
    struct shared *shared;
    int number;
    long right, wrong;
};

static int32_t add(void *payload, const char *bytes, size_t n)
{
    uint64_t *digest = payload;
    for (size_t i = 0; i < n; i++)
        *digest = (*digest ^ (unsigned char)bytes[i]) * 1099511628211u;
    return 0;
}

static uint64_t read_result(const ogbv_result *result)
{
    uint64_t digest = 14695981039346656037u;
    if (ogbv_result_write_json(result, NULL, add, &digest, NULL) != OGBV_OK)
        return 0;
    return digest;
}

/* Every combination of three facts of the case and of the day, the age and a range. */
static ogbv_case *make_case(ogbv_db *db, int variant)
{
    static const char *const truths[] = { "no", "-", "yes" };
    static const char *const days[] = { "2019", "2026-02-10" };
    static const char *const ages[] = { "-", "10", "17..30", "40" };
    char facts[160];
    snprintf(facts, sizeof facts, "a=%s b=%s norm=%s day=%s age=%s count=%d.. k=yes",
             truths[variant % 3], truths[variant / 3 % 3], truths[variant / 9 % 3],
             days[variant / 27 % 2], ages[variant / 54], variant % 5);
    return world_case(db, "xa", "2026-06-01", facts);
}

/* The answers of assessment and evaluator as one number; 0 when a call failed. */
static uint64_t answer(ogbv_db *db, ogbv_evaluator *evaluator, int variant)
{
    uint8_t statuses[RULES] = { 0 };
    uint64_t digest = 0;
    ogbv_result *result = NULL;
    ogbv_case *c = make_case(db, variant);
    if (ogbv_assess(c, &result, NULL) == OGBV_OK
        && ogbv_evaluate(evaluator, c, statuses, RULES, NULL) == OGBV_OK)
        digest = read_result(result);
    if (digest)
        (void)add(&digest, (const char *)statuses, sizeof statuses);
    ogbv_result_unref(result);
    ogbv_case_free(c);
    return digest;
}

static void count(struct worker *worker, int holds)
{
    *(holds ? &worker->right : &worker->wrong) += 1;
}

static void *work(void *payload)
{
    struct worker *worker = payload;
    struct shared *shared = worker->shared;
    ogbv_evaluator *evaluator;
    pthread_barrier_wait(&shared->start);
    ogbv_db_unref(world_load(world_rich, WORLD_RICH));  /* all at once, the first time too */
    pthread_barrier_wait(&shared->start);               /* now there is a db to share */
    pthread_barrier_wait(&shared->start);
    ogbv_db *db = ogbv_db_ref(shared->db);
    ogbv_result *result = ogbv_result_ref(shared->result);
    if (ogbv_evaluator_new(db, &evaluator, NULL) != OGBV_OK)
        abort();
    for (int i = worker->number; i < CASES; i += THREADS) {
        int variant = i * 7 % VARIANTS;
        count(worker, answer(db, evaluator, variant) == shared->answers[variant]);
        if (i % 100 == worker->number)
            count(worker, read_result(result) == shared->read);
    }
    ogbv_evaluator_free(evaluator);
    ogbv_result_unref(result);
    ogbv_db_unref(db);
    return NULL;
}

static void prepare(struct shared *shared)
{
    ogbv_evaluator *evaluator;
    shared->db = world_load(world_rich, WORLD_RICH);
    shared->result = world_assess(shared->db, "xa", "2026-06-01", "a=yes day=2026-02-10");
    shared->read = read_result(shared->result);
    if (ogbv_evaluator_new(shared->db, &evaluator, NULL) != OGBV_OK)
        abort();
    for (int variant = 0; variant < VARIANTS; variant++)
        shared->answers[variant] = answer(shared->db, evaluator, variant);
    ogbv_evaluator_free(evaluator);
}

/* Fewer distinct answers than this, and the cases would not tell a mix-up. */
static int distinct(const struct shared *shared)
{
    int n = 0;
    for (int i = 0; i < VARIANTS; i++) {
        int seen = shared->answers[i] == 0;
        for (int j = 0; j < i && !seen; j++)
            seen = shared->answers[j] == shared->answers[i];
        n += !seen;
    }
    return n;
}

int main(void)
{
    static struct shared shared;
    static struct worker workers[THREADS];
    long right = 0, wrong = 0;
    pthread_barrier_init(&shared.start, NULL, THREADS + 1);
    for (int i = 0; i < THREADS; i++) {
        workers[i].shared = &shared;
        workers[i].number = i;
        if (pthread_create(&workers[i].thread, NULL, work, &workers[i]) != 0)
            return 1;
    }
    pthread_barrier_wait(&shared.start);
    pthread_barrier_wait(&shared.start);
    prepare(&shared);
    pthread_barrier_wait(&shared.start);
    for (int i = 0; i < THREADS; i++) {
        pthread_join(workers[i].thread, NULL);
        right += workers[i].right;
        wrong += workers[i].wrong;
    }
    wrong += distinct(&shared) < VARIANTS / 2;
    wrong += right + wrong < CASES;
    ogbv_result_unref(shared.result);
    ogbv_db_unref(shared.db);
    pthread_barrier_destroy(&shared.start);
    printf("%d distinct answers\n%ld passed, %ld failed\n", distinct(&shared), right, wrong);
    return wrong > 0;
}
