/* SPDX-License-Identifier: MIT */
/* What it is for: the public loader: which files, in which order, and all or nothing.
 * What it must not know: the vocabulary of the files beyond their root elements.
 * Invariant: a db is handed out only when no diagnostic was added and no allocation failed. */
#include "load/loader.h"

#include "base/text.h"
#include "core/error.h"
#include "load/files.h"
#include "model/gates.h"

#include <stdlib.h>
#include <string.h>

ogbv_status ogbv_loader_new(ogbv_context *context, ogbv_loader **out, ogbv_error **error)
{
    if (!context || !out)
        return ogbv__fail_invalid(error);
    *out = NULL;
    ogbv_loader *loader = ogbv__alloc_new(&context->alloc, sizeof *loader);
    if (!loader)
        return ogbv__fail_nomem(error);
    loader->context = ogbv_context_ref(context);
    ogbv__arena_init(&loader->arena, &context->alloc, 0);
    ogbv__vec_init(&loader->files, &loader->arena);
    ogbv__vec_init(&loader->selected, &loader->arena);
    ogbv__vec_init(&loader->diags, &loader->arena);
    *out = loader;
    return OGBV_OK;
}

static void release_file(struct ogbv__file *file, const struct ogbv__alloc *alloc)
{
    ogbv__xml_free(file->xml);
    file->xml = NULL;
    if (file->owned)
        ogbv__alloc_free(alloc, file->bytes, file->n + 1);
    file->bytes = NULL;
    file->owned = 0;
}

void ogbv_loader_free(ogbv_loader *loader)
{
    if (!loader)
        return;
    ogbv_context *context = loader->context;
    for (size_t i = 0; i < loader->files.n; i++)
        release_file(loader->files.at[i], &context->alloc);
    ogbv__arena_free(&loader->arena);
    ogbv__alloc_free(&context->alloc, loader, sizeof *loader);
    ogbv_context_unref(context);
}

/* ---- naming files ------------------------------------------------------------------------ */

static const char *join(struct ogbv__arena *arena, const char *a, const char *b)
{
    size_t n = strlen(a), m = strlen(b);
    char *path = ogbv__arena_take(arena, n + m + 2);
    if (!path)
        return NULL;
    memcpy(path, a, n);
    path[n] = '/';
    memcpy(path + n + 1, b, m);
    return path;
}

/* A file of the same name replaces the earlier one, in its place. */
static struct ogbv__file *put_file(ogbv_loader *loader, const char *name, const char *path)
{
    struct ogbv__file *file = NULL;
    for (size_t i = 0; i < loader->files.n && !file; i++) {
        struct ogbv__file *other = loader->files.at[i];
        if (name && ogbv__text_equal(other->name, name))
            file = other;
    }
    if (file) {
        release_file(file, &loader->context->alloc);
        file->path = path;
        return file;
    }
    file = ogbv__arena_take(&loader->arena, sizeof *file);
    if (!file)
        return NULL;
    file->name = name;
    file->path = path;
    ogbv__vec_push(&loader->files, file);
    return file;
}

static void add_if_there(ogbv_loader *loader, const char *directory, const char *name)
{
    const char *path = join(&loader->arena, directory, name);
    if (path && ogbv__is_file(path))
        put_file(loader, ogbv__arena_string(&loader->arena, name), path);
}

static void add_folder(ogbv_loader *loader, const char *directory, const char *folder)
{
    struct ogbv__vec names;
    const char *path = join(&loader->arena, directory, folder);
    ogbv__vec_init(&names, &loader->arena);
    if (path)
        ogbv__list_xml(&loader->arena, path, &names);
    for (size_t i = 0; !loader->arena.failed && i < names.n; i++)
        add_if_there(loader, directory, join(&loader->arena, folder, names.at[i]));
}

static ogbv_status status_of(const ogbv_loader *loader, ogbv_error **error)
{
    return loader->arena.failed ? ogbv__fail_nomem(error) : OGBV_OK;
}

ogbv_status ogbv_loader_add_directory(ogbv_loader *loader, const char *path, ogbv_error **error)
{
    static const char *const files[] = { "RELEASE", "facts.xml", "safety.xml", "taxonomy.xml" };
    static const char *const folders[] = { "calendars", "instruments", "jurisdictions", "tests" };
    if (!loader || !path || loader->finished)
        return ogbv__fail_invalid(error);
    if (!ogbv__is_directory(path))
        return ogbv__fail(&loader->context->alloc, error, OGBV_ERR_NOT_FOUND,
                          "there is no such data directory");
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++)
        add_if_there(loader, path, files[i]);
    for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++)
        add_folder(loader, path, folders[i]);
    return status_of(loader, error);
}

ogbv_status ogbv_loader_add_default(ogbv_loader *loader, ogbv_error **error)
{
    return ogbv_loader_add_directory(loader, ogbv__default_data(), error);
}

ogbv_status ogbv_loader_add_file(ogbv_loader *loader, const char *path, ogbv_error **error)
{
    if (!loader || !path || loader->finished)
        return ogbv__fail_invalid(error);
    if (!ogbv__is_file(path))
        return ogbv__fail(&loader->context->alloc, error, OGBV_ERR_NOT_FOUND,
                          "there is no such file");
    struct ogbv__file *file = put_file(loader, NULL, ogbv__arena_string(&loader->arena, path));
    if (file)
        file->loose = 1;
    return status_of(loader, error);
}

ogbv_status ogbv_loader_add_memory(ogbv_loader *loader, const char *name, const char *bytes,
                                   size_t n, ogbv_error **error)
{
    if (!loader || !name || (!bytes && n) || loader->finished)
        return ogbv__fail_invalid(error);
    if (n > OGBV__MAX_FILE)
        return ogbv__fail(&loader->context->alloc, error, OGBV_ERR_LIMIT, "a file over 8 MiB");
    const char *copy = ogbv__arena_string(&loader->arena, name);
    char *content = ogbv__arena_text(&loader->arena, bytes ? bytes : "", n);
    struct ogbv__file *file = copy && content ? put_file(loader, copy, copy) : NULL;
    if (file) {
        file->bytes = content;
        file->n = n;
    }
    return status_of(loader, error);
}

ogbv_status ogbv_loader_select(ogbv_loader *loader, const char *jurisdiction, ogbv_error **error)
{
    if (!loader || !jurisdiction || loader->finished)
        return ogbv__fail_invalid(error);
    if (!ogbv__text_is_place(jurisdiction))
        return ogbv__fail(&loader->context->alloc, error, OGBV_ERR_INVALID,
                          "a jurisdiction is no ISO 3166 code in lower case, such as ie or us-ca");
    ogbv__vec_push(&loader->selected, ogbv__arena_string(&loader->arena, jurisdiction));
    return status_of(loader, error);
}

void ogbv_loader_want_tests(ogbv_loader *loader)
{
    if (loader)
        loader->want_tests = 1;
}

/* ---- diagnostics ------------------------------------------------------------------------- */

size_t ogbv_loader_diagnostic_count(const ogbv_loader *loader)
{
    return loader ? loader->diags.n : 0;
}

const ogbv_diagnostic *ogbv_loader_diagnostic_at(const ogbv_loader *loader, size_t i)
{
    return i < ogbv_loader_diagnostic_count(loader) ? loader->diags.at[i] : NULL;
}

int32_t ogbv_diagnostic_code(const ogbv_diagnostic *diagnostic)
{
    return diagnostic ? diagnostic->code : 0;
}

const char *ogbv_diagnostic_file(const ogbv_diagnostic *diagnostic)
{
    return diagnostic && diagnostic->file ? diagnostic->file : "";
}

int32_t ogbv_diagnostic_line(const ogbv_diagnostic *diagnostic)
{
    return diagnostic ? diagnostic->line : 0;
}

const char *ogbv_diagnostic_text(const ogbv_diagnostic *diagnostic)
{
    return diagnostic && diagnostic->text ? diagnostic->text : "";
}

static int by_place(const void *a, const void *b)
{
    const ogbv_diagnostic *one = *(ogbv_diagnostic *const *)a, *two = *(ogbv_diagnostic *const *)b;
    int order = strcmp(ogbv_diagnostic_file(one), ogbv_diagnostic_file(two));
    if (order == 0)
        order = (one->line > two->line) - (one->line < two->line);
    if (order == 0)
        order = (one->code > two->code) - (one->code < two->code);
    return order ? order : strcmp(ogbv_diagnostic_text(one), ogbv_diagnostic_text(two));
}

static ogbv_status fail_data(ogbv_loader *loader, ogbv_error **error)
{
    qsort(loader->diags.at, loader->diags.n, sizeof *loader->diags.at, by_place);
    const ogbv_diagnostic *first = loader->diags.at[0];
    struct ogbv__error_info info = {
        .status = OGBV_ERR_DATA, .code = first->code, .file = first->file, .line = first->line,
        .message = first->text,
    };
    return ogbv__fail_with(&loader->context->alloc, error, &info);
}

/* ---- finish ------------------------------------------------------------------------------ */

static struct ogbv_db *new_db(ogbv_context *context)
{
    struct ogbv_db *db = ogbv__alloc_new(&context->alloc, sizeof *db);
    if (!db)
        return NULL;
    db->context = ogbv_context_ref(context);
    atomic_init(&db->refs, 1);
    ogbv__arena_init(&db->arena, &context->alloc, 0);
    db->release = "";
    struct ogbv__map *maps[] = { &db->fact_ids, &db->concept_ids, &db->rule_ids,
                                 &db->instrument_ids, &db->jurisdiction_ids };
    for (size_t i = 0; i < sizeof maps / sizeof maps[0]; i++)
        ogbv__map_init(maps[i], &db->arena);
    return db;
}

ogbv_status ogbv_loader_finish(ogbv_loader *loader, ogbv_db **out, ogbv_error **error)
{
    if (out)
        *out = NULL;
    if (!loader || !out || loader->finished)
        return ogbv__fail_invalid(error);
    loader->finished = 1;
    if (loader->files.n == 0)
        return ogbv__fail(&loader->context->alloc, error, OGBV_ERR_NOT_FOUND,
                          "there are no data files");
    struct ogbv_db *db = new_db(loader->context);
    if (!db)
        return ogbv__fail_nomem(error);
    ogbv__load(loader, db);
    if (!db->arena.failed && !loader->arena.failed && loader->diags.n == 0)
        db->gates = ogbv__gates_build(&db->arena, db, NULL);
    if (db->gates) {
        *out = db;
        return OGBV_OK;
    }
    int failed = db->arena.failed || loader->arena.failed;
    ogbv__db_free(db);
    return failed ? ogbv__fail_nomem(error) : fail_data(loader, error);
}
