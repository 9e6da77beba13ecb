/* SPDX-License-Identifier: MIT */
/* What it is for: the life of a db, texts by language, and how jurisdictions relate.
 * What it must not know: how a db is read or used.
 * Invariant: a db that anybody can reach is complete and never changes. */
#include "model/model.h"

#include "base/text.h"
#include "model/names.h"

#include <string.h>

void ogbv__db_free(struct ogbv_db *db)
{
    struct ogbv_context *context = db->context;
    ogbv__arena_free(&db->arena);
    ogbv__alloc_free(&context->alloc, db, sizeof *db);
    ogbv_context_unref(context);
}

ogbv_db *ogbv_db_ref(ogbv_db *db)
{
    if (db)
        atomic_fetch_add(&db->refs, 1);
    return db;
}

void ogbv_db_unref(ogbv_db *db)
{
    if (db && atomic_fetch_sub(&db->refs, 1) == 1)
        ogbv__db_free(db);
}

const char *ogbv_db_release(const ogbv_db *db)
{
    return db ? db->release : "";
}

const char *ogbv_db_notice(const ogbv_db *db, const char *lang)
{
    return db ? ogbv__texts_in(&db->notice, lang) : "";
}

/* ---- texts ------------------------------------------------------------------------------- */

static const char *text_in(const struct ogbv__texts *texts, const char *lang, size_t n)
{
    for (size_t i = 0; i < texts->n; i++)
        if (strlen(texts->at[i].lang) == n && memcmp(texts->at[i].lang, lang, n) == 0)
            return texts->at[i].text;
    return NULL;
}

const char *ogbv__texts_in(const struct ogbv__texts *texts, const char *lang)
{
    const char *found = lang ? text_in(texts, lang, strlen(lang)) : NULL;
    if (!found && lang)
        found = text_in(texts, lang, strcspn(lang, "-"));
    if (!found)
        found = text_in(texts, "en", 2);
    if (!found && texts->n > 0)
        found = texts->at[0].text;
    return found ? found : "";
}

/* ---- jurisdictions ----------------------------------------------------------------------- */

struct period {
    int64_t from, to;
};

static int is_member(const struct ogbv__membership *member, const struct ogbv_jurisdiction *union_,
                     const struct period *period)
{
    return member->union_ == union_ && member->from <= period->to && period->from <= member->to;
}

static int is_above(const struct ogbv_jurisdiction *top, const struct ogbv_jurisdiction *j,
                    const struct period *period)
{
    for (; j; j = j->within ? j->within : j->parent) {
        if (j == top)
            return 1;
        for (size_t i = 0; i < j->n_members; i++)
            if (is_member(&j->members[i], top, period))
                return 1;
    }
    return 0;
}

int ogbv__jurisdictions_related(const struct ogbv_jurisdiction *a,
                                const struct ogbv_jurisdiction *b, int64_t on)
{
    struct period day = { on, on };
    return is_above(a, b, &day) || is_above(b, a, &day);
}

int ogbv__jurisdictions_ever_related(const struct ogbv_jurisdiction *a,
                                     const struct ogbv_jurisdiction *b)
{
    struct period always = { OGBV__DAY_MIN, OGBV__DAY_MAX };
    return is_above(a, b, &always) || is_above(b, a, &always);
}
