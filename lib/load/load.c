/* SPDX-License-Identifier: MIT */
/* What it is for: choosing, parsing and reading the files of a loader in their order.
 * What it must not know: directories, and what a file holds beyond its root and its references.
 * Invariant: facts come first, then what names them; files of one kind in the order of their
 * names. */
#include "load/loader.h"

#include "base/text.h"
#include "load/files.h"
#include "load/reader.h"
#include "load/shape.h"

#include <stdlib.h>
#include <string.h>

typedef void (*read_fn)(struct ogbv__reader *, const struct ogbv__node *);

/* In the order of reading. A folder's files are named by their ids. */
static const struct kind {
    const char *root, *file, *folder;
    read_fn read;
} kinds[] = {
    { "facts", "facts.xml", NULL, ogbv__read_facts },
    { "safety", "safety.xml", NULL, ogbv__read_safety },
    { "taxonomy", "taxonomy.xml", NULL, ogbv__read_taxonomy },
    { "calendar", NULL, "calendars/", ogbv__read_calendar },
    { "instrument", NULL, "instruments/", ogbv__read_instrument },
    { "jurisdiction", NULL, "jurisdictions/", ogbv__read_jurisdiction },
    { "tests", NULL, "tests/", ogbv__read_tests },
};

enum { N_KINDS = sizeof kinds / sizeof kinds[0], N_NEEDED = 3, JURISDICTION = 5, TESTS = 6 };

static int of_kind(const struct ogbv__file *file, const struct kind *kind)
{
    if (!file->name)
        return 0;
    return kind->file ? ogbv__text_equal(file->name, kind->file)
                      : ogbv__text_starts(file->name, kind->folder);
}

/* ---- reading and parsing ----------------------------------------------------------------- */

static void fault_file(struct ogbv__reader *r, const struct ogbv__file *file, int32_t code,
                       int32_t line, const char *detail)
{
    struct ogbv__where where = { .file = file->path, .line = line };
    ogbv__fault_at(r, where, code, detail);
}

static int read_bytes(struct ogbv__reader *r, struct ogbv__file *file)
{
    static const int32_t codes[] = {
        [OGBV__FILE_MISSING] = OGBV__D_FILE_UNREADABLE, [OGBV__FILE_BAD] = OGBV__D_FILE_UNREADABLE,
        [OGBV__FILE_LARGE] = OGBV__D_FILE_TOO_LARGE,
    };
    if (file->bytes)
        return 1;
    int outcome = ogbv__file_read(&r->db->context->alloc, file->path, &file->bytes, &file->n);
    file->owned = outcome == OGBV__FILE_OK;
    if (outcome == OGBV__FILE_NOMEM)
        r->arena->failed = 1;
    else if (outcome != OGBV__FILE_OK)
        fault_file(r, file, codes[outcome], 0, NULL);
    return outcome == OGBV__FILE_OK;
}

static const struct ogbv__node *parse(struct ogbv__reader *r, struct ogbv__file *file)
{
    struct ogbv__xml_fault fault;
    if (file->xml)
        return ogbv__xml_root(file->xml);
    if (!read_bytes(r, file))
        return NULL;
    file->xml = ogbv__xml_parse(&r->db->context->alloc, file->bytes, file->n, &fault);
    if (file->xml)
        return ogbv__xml_root(file->xml);
    if (fault.code < 0)
        r->arena->failed = 1;
    else
        fault_file(r, file, fault.code, fault.line, fault.text);
    return NULL;
}

static void forget(struct ogbv__reader *r, struct ogbv__file *file)
{
    ogbv__xml_free(file->xml);
    file->xml = NULL;
    if (file->owned)
        ogbv__alloc_free(&r->db->context->alloc, file->bytes, file->n + 1);
    file->owned = 0;
    file->bytes = NULL;
}

/* ---- loose files: their root says what they are ------------------------------------------ */

static const char *name_for(struct ogbv__reader *r, const struct ogbv__node *root)
{
    const char *id = ogbv__node_attr(root, "id");
    for (size_t i = 0; i < N_KINDS; i++) {
        if (!ogbv__node_is(root, kinds[i].root))
            continue;
        if (kinds[i].file)
            return kinds[i].file;
        size_t n = strlen(kinds[i].folder);
        char *name = ogbv__arena_take(r->diag_arena, n + strlen(id ? id : "") + 5);
        if (!name)
            return NULL;
        size_t m = strlen(id ? id : "");
        memcpy(name, kinds[i].folder, n);
        memcpy(name + n, id ? id : "", m);
        memcpy(name + n + m, ".xml", 5);
        return name;
    }
    return NULL;
}

static void name_loose(struct ogbv__reader *r, ogbv_loader *loader, size_t i)
{
    struct ogbv__file *file = loader->files.at[i];
    const struct ogbv__node *root = file->loose ? parse(r, file) : NULL;
    const char *name = root ? name_for(r, root) : NULL;
    if (root && !name)
        fault_file(r, file, OGBV__D_UNKNOWN_ELEMENT, ogbv__node_line(root), ogbv__node_name(root));
    for (size_t k = 0; name && k < loader->files.n; k++) {
        struct ogbv__file *other = loader->files.at[k];
        if (k != i && other->name && ogbv__text_equal(other->name, name))
            other->name = NULL;     /* replaced */
    }
    if (root)
        file->name = name;
}

/* ---- which files ------------------------------------------------------------------------- */

static struct ogbv__file *find(const ogbv_loader *loader, const char *folder, const char *id)
{
    size_t n = strlen(folder), m = strlen(id);
    for (size_t i = 0; i < loader->files.n; i++) {
        struct ogbv__file *file = loader->files.at[i];
        const char *name = file->name;
        if (name && strncmp(name, folder, n) == 0 && strncmp(name + n, id, m) == 0
            && strcmp(name + n + m, ".xml") == 0)
            return file;
    }
    return NULL;
}

static void want(struct ogbv__reader *r, const ogbv_loader *loader, const char *id)
{
    struct ogbv__file *file = id ? find(loader, kinds[JURISDICTION].folder, id) : NULL;
    if (!file || file->wanted)
        return;
    file->wanted = 1;
    const struct ogbv__node *root = parse(r, file);
    if (!root)
        return;
    want(r, loader, ogbv__node_attr(root, "parent"));
    want(r, loader, ogbv__node_attr(root, "within"));
    const struct ogbv__node *kid = ogbv__kid(root, "member-of");
    for (; kid; kid = ogbv__next_kid(kid))
        want(r, loader, ogbv__node_attr(kid, "org"));
}

/* Of what is asked for the tests are read too, of what that brings along they are not. */
static void want_selected(struct ogbv__reader *r, const ogbv_loader *loader, const char *id)
{
    struct ogbv__file *tests = find(loader, kinds[TESTS].folder, id);
    want(r, loader, id);
    if (tests && loader->want_tests)
        tests->wanted = 1;
}

static void choose(struct ogbv__reader *r, ogbv_loader *loader)
{
    int some = loader->selected.n > 0;
    for (size_t i = 0; i < loader->files.n; i++)
        name_loose(r, loader, i);
    for (size_t i = 0; i < loader->files.n; i++) {
        struct ogbv__file *file = loader->files.at[i];
        int chosen = of_kind(file, &kinds[JURISDICTION]) && some;
        int tests = of_kind(file, &kinds[TESTS]) && (some || !loader->want_tests);
        file->wanted = file->name && (file->loose || (!chosen && !tests));
    }
    for (size_t i = 0; i < loader->selected.n; i++)
        want_selected(r, loader, loader->selected.at[i]);
}

static size_t stem_length(const char *name)
{
    const char *dot = strrchr(name, '.');
    return dot ? (size_t)(dot - name) : strlen(name);
}

/* By folder and id: the ending would put us-ca before us. */
static int by_name(const void *a, const void *b)
{
    const struct ogbv__file *one = *(struct ogbv__file *const *)a;
    const struct ogbv__file *two = *(struct ogbv__file *const *)b;
    const char *p = one->name ? one->name : "", *q = two->name ? two->name : "";
    size_t n = stem_length(p), m = stem_length(q);
    int order = memcmp(p, q, n < m ? n : m);
    return order ? order : (n > m) - (n < m);
}

/* ---- reading ----------------------------------------------------------------------------- */

static const char *stem_of(struct ogbv__reader *r, const char *name)
{
    const char *slash = strrchr(name, '/'), *start = slash ? slash + 1 : name;
    const char *dot = strrchr(start, '.');
    return ogbv__arena_text(r->diag_arena, start, dot ? (size_t)(dot - start) : strlen(start));
}

static void check_name(struct ogbv__reader *r, const struct ogbv__file *file,
                       const struct ogbv__node *root)
{
    const char *id = ogbv__node_attr(root, "id");
    if (id && !file->loose && r->stem && strcmp(id, r->stem) != 0)
        ogbv__fault(r, root, OGBV__D_FILE_NAME, id);
}

static void read_file(struct ogbv__reader *r, struct ogbv__file *file, const struct kind *kind)
{
    const struct ogbv__node *root = parse(r, file);
    r->file = ogbv__arena_string(r->arena, file->path);
    r->stem = stem_of(r, file->name);
    if (root && r->file && !ogbv__node_is(root, kind->root))
        ogbv__fault(r, root, OGBV__D_UNKNOWN_ELEMENT, ogbv__node_name(root));
    else if (root && r->file && ogbv__shape_check(r, root)) {
        check_name(r, file, root);
        kind->read(r, root);
    }
    forget(r, file);
}

static void read_kind(struct ogbv__reader *r, ogbv_loader *loader, size_t k)
{
    size_t n = 0;
    for (size_t i = 0; i < loader->files.n && !r->arena->failed; i++) {
        struct ogbv__file *file = loader->files.at[i];
        if (!file->wanted || !of_kind(file, &kinds[k]))
            continue;
        read_file(r, file, &kinds[k]);
        n++;
    }
    if (n == 0 && k < N_NEEDED) {
        struct ogbv__where where = { .file = kinds[k].file };
        ogbv__fault_at(r, where, OGBV__D_FILE_MISSING, kinds[k].file);
    }
}

/* One line of digits and dots. */
static void read_release(struct ogbv__reader *r, ogbv_loader *loader)
{
    struct ogbv__file *file = NULL;
    for (size_t i = 0; i < loader->files.n && !file; i++) {
        struct ogbv__file *other = loader->files.at[i];
        if (other->name && ogbv__text_equal(other->name, "RELEASE"))
            file = other;
    }
    if (!file || !read_bytes(r, file))
        return;
    size_t n = strspn(file->bytes, "0123456789.");
    if (n == 0 || n > 32 || strcmp(file->bytes + n, "\n") != 0)
        fault_file(r, file, OGBV__D_FILE_RELEASE, 1, NULL);
    else
        r->db->release = ogbv__arena_text(r->arena, file->bytes, n);
    forget(r, file);
}

static void init_reader(struct ogbv__reader *r, ogbv_loader *loader, struct ogbv_db *db)
{
    memset(r, 0, sizeof *r);
    r->db = db;
    r->arena = &db->arena;
    r->diags = &loader->diags;
    r->diag_arena = &loader->arena;
    struct ogbv__vec *lists[] = { &r->facts, &r->clauses, &r->concepts, &r->jurisdictions,
                                  &r->instruments, &r->messages, &r->tests, &r->atoms,
                                  &r->findings, &r->pendings };
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
        ogbv__vec_init(lists[i], r->arena);
    for (size_t i = 0; i < OGBV__N_RULE_KINDS; i++)
        ogbv__vec_init(&r->rules[i], r->arena);
    ogbv__map_init(&r->atom_keys, r->arena);
    ogbv__map_init(&r->warnings, r->arena);
    ogbv__map_init(&r->calendars, r->arena);
}

void ogbv__load(ogbv_loader *loader, struct ogbv_db *db)
{
    struct ogbv__reader r;
    init_reader(&r, loader, db);
    choose(&r, loader);
    qsort(loader->files.at, loader->files.n, sizeof *loader->files.at, by_name);
    read_release(&r, loader);
    for (size_t k = 0; k < N_KINDS; k++)
        read_kind(&r, loader, k);
    if (db->arena.failed || loader->arena.failed)
        return;
    ogbv__link(&r);
    if (loader->diags.n == 0)
        ogbv__lint(&r);
}
