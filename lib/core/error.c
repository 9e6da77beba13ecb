/* SPDX-License-Identifier: MIT */
/* Error objects. Knows nothing of law or of cases: whoever makes an error sees to it that no value
 * of a fact is in it. Keeps: reporting a failure cannot fail, and an error needs nothing but its
 * allocator to live. */
#include "core/error.h"

#include "base/arena.h"

enum { STATUSES = -OGBV_ERR_LIMIT + 1 };

struct ogbv_error {
    struct ogbv__error_info info;
    struct ogbv__arena arena;   /* holds the error itself; none where the error is static */
};

/* By the negated status. */
static const struct {
    const char *name, *message;
} statuses[STATUSES] = {
    { "ok", "" },
    { "no-memory", "There is not enough memory." },
    { "invalid", "An argument is missing or out of range." },
    { "not-found", "There is no such id, directory or file." },
    { "io", "Reading or writing failed." },
    { "data", "The rule data were refused." },
    { "fact", "A fact has the wrong type or a value that it does not allow." },
    { "conflict", "Facts contradict each other." },
    { "limit", "Something is larger than its limit." },
};

static const ogbv_error no_memory = { .info = { .status = OGBV_ERR_NOMEM } };
static const ogbv_error invalid = { .info = { .status = OGBV_ERR_INVALID } };

static int is_known(ogbv_status status)
{
    return status <= 0 && status > -STATUSES;
}

/* The caller's handle to a static error: it is only ever read, and never freed. */
static ogbv_status store_static(ogbv_error **out, const ogbv_error *error)
{
    if (out)
        *out = (ogbv_error *)error;
    return error->info.status;
}

ogbv_status ogbv__fail_nomem(ogbv_error **out)
{
    return store_static(out, &no_memory);
}

ogbv_status ogbv__fail_invalid(ogbv_error **out)
{
    return store_static(out, &invalid);
}

static const char *copied(struct ogbv__arena *arena, const char *text)
{
    return text ? ogbv__arena_string(arena, text) : NULL;
}

ogbv_status ogbv__fail_with(const struct ogbv__alloc *alloc, ogbv_error **out,
                            const struct ogbv__error_info *info)
{
    struct ogbv__arena arena;
    if (!out)
        return info->status;
    ogbv__arena_init(&arena, alloc, 0);
    ogbv_error *error = ogbv__arena_take(&arena, sizeof *error);
    struct ogbv__error_info copy = *info;
    copy.file = copied(&arena, info->file);
    copy.fact = copied(&arena, info->fact);
    copy.nearest = copied(&arena, info->nearest);
    copy.message = copied(&arena, info->message);
    if (arena.failed) {
        ogbv__arena_free(&arena);
        return ogbv__fail_nomem(out);
    }
    error->info = copy;
    error->arena = arena;
    *out = error;
    return info->status;
}

ogbv_status ogbv__fail_text(ogbv_error **out, struct ogbv__error_info *info,
                            struct ogbv__buf *message)
{
    info->message = ogbv__buf_string(message);
    ogbv_status status = message->failed ? ogbv__fail_nomem(out)
                                         : ogbv__fail_with(&message->alloc, out, info);
    ogbv__buf_free(message);
    return status;
}

ogbv_status ogbv__fail_fact(const struct ogbv__alloc *alloc, ogbv_error **out, const char *fact,
                            const char *what)
{
    struct ogbv__buf text;
    struct ogbv__error_info info = { .status = OGBV_ERR_FACT, .fact = fact };
    ogbv__buf_init(&text, alloc);
    ogbv__buf_texts(&text, "the fact ", fact, " ", what, NULL);
    return ogbv__fail_text(out, &info, &text);
}

ogbv_status ogbv__fail(const struct ogbv__alloc *alloc, ogbv_error **out, ogbv_status status,
                       const char *message)
{
    return ogbv__fail_with(alloc, out,
                           &(struct ogbv__error_info){ .status = status, .message = message });
}

ogbv_status ogbv_error_status(const ogbv_error *error)
{
    return error ? error->info.status : OGBV_OK;
}

int32_t ogbv_error_code(const ogbv_error *error)
{
    return error ? error->info.code : 0;
}

const char *ogbv_error_message(const ogbv_error *error)
{
    if (!error)
        return "";
    if (error->info.message)
        return error->info.message;
    return is_known(error->info.status) ? statuses[-error->info.status].message : "";
}

const char *ogbv_error_file(const ogbv_error *error)
{
    return error ? error->info.file : NULL;
}

int32_t ogbv_error_line(const ogbv_error *error)
{
    return error ? error->info.line : 0;
}

const char *ogbv_error_fact(const ogbv_error *error)
{
    return error ? error->info.fact : NULL;
}

const char *ogbv_error_nearest(const ogbv_error *error)
{
    return error ? error->info.nearest : NULL;
}

void ogbv_error_free(ogbv_error *error)
{
    if (!error || !error->arena.blocks)
        return;
    struct ogbv__arena arena = error->arena;    /* the error lies in it */
    ogbv__arena_free(&arena);
}

const char *ogbv_status_name(ogbv_status status)
{
    return is_known(status) ? statuses[-status].name : "unknown";
}
