/* SPDX-License-Identifier: MIT */
/* What it is for: the small steps that all readers share.
 * What it must not know: any element by name.
 * Invariant: nothing borrowed from a document survives in the model; strings are copied. */
#include "load/reader.h"

#include "base/buf.h"
#include "base/date.h"
#include "base/text.h"
#include "model/names.h"

#include <stdarg.h>
#include <string.h>

/* ---- faults ------------------------------------------------------------------------------ */

static void add_fault(struct ogbv__reader *r, const char *file, int32_t line, int32_t code,
                      const char *detail)
{
    struct ogbv_diagnostic where = { .code = code, .file = file, .line = line };
    ogbv__diag_add(r->diags, r->diag_arena, &where, detail);
}

void ogbv__fault(struct ogbv__reader *r, const struct ogbv__node *node, int32_t code,
                 const char *detail)
{
    add_fault(r, r->file, node ? ogbv__node_line(node) : 0, code, detail);
}

void ogbv__fault_texts(struct ogbv__reader *r, const struct ogbv__node *node, int32_t code, ...)
{
    struct ogbv__buf text;
    ogbv__buf_init(&text, &r->db->context->alloc);
    va_list args;
    va_start(args, code);
    for (const char *piece; (piece = va_arg(args, const char *)) != NULL;)
        ogbv__buf_text(&text, piece);
    va_end(args);
    if (text.failed)
        r->diag_arena->failed = 1;
    ogbv__fault(r, node, code, ogbv__buf_string(&text));
    ogbv__buf_free(&text);
}

void ogbv__fault_at(struct ogbv__reader *r, struct ogbv__where where, int32_t code,
                    const char *detail)
{
    add_fault(r, where.file, where.line, code, detail);
}

struct ogbv__where ogbv__where_of(const struct ogbv__reader *r, const struct ogbv__node *node)
{
    struct ogbv__where where = { .file = r->file, .line = ogbv__node_line(node) };
    return where;
}

/* ---- attributes -------------------------------------------------------------------------- */

const char *ogbv__read_string(struct ogbv__reader *r, const struct ogbv__node *node,
                              const char *name)
{
    const char *value = ogbv__node_attr(node, name);
    return value ? ogbv__arena_string(r->arena, value) : NULL;
}

int32_t ogbv__read_name(const struct ogbv__node *node, const char *name, int32_t vocabulary,
                        int32_t otherwise)
{
    const char *value = ogbv__node_attr(node, name);
    return value ? ogbv__name_value(vocabulary, value, strlen(value)) : otherwise;
}

int32_t ogbv__read_int(const struct ogbv__node *node, const char *name, int32_t otherwise)
{
    const char *value = ogbv__node_attr(node, name);
    int64_t number = otherwise;
    if (value)
        (void)ogbv__text_int(value, &number);
    return (int32_t)number;
}

int64_t ogbv__read_day(const struct ogbv__node *node, const char *name, int64_t otherwise)
{
    const char *value = ogbv__node_attr(node, name);
    int64_t day = otherwise;
    if (value)
        (void)ogbv__date_parse_day(value, &day);
    return day;
}

static size_t count_words(const char *list)
{
    size_t n, words = 0;
    while (ogbv__text_word(&list, &n))
        words++;
    return words;
}

const char **ogbv__read_words(struct ogbv__reader *r, const struct ogbv__node *node,
                              const char *name, size_t *n)
{
    const char *list = ogbv__node_attr(node, name);
    size_t length;
    *n = 0;
    if (!list)
        return NULL;
    const char **words = ogbv__arena_array(r->arena, count_words(list), sizeof *words);
    for (const char *word; words && (word = ogbv__text_word(&list, &length)) != NULL; (*n)++)
        words[*n] = ogbv__arena_text(r->arena, word, length);
    return words;
}

int64_t *ogbv__read_places(struct ogbv__reader *r, const struct ogbv__node *node, const char *name,
                           size_t *n)
{
    const char **words = ogbv__read_words(r, node, name, n);
    int64_t *places = ogbv__arena_array(r->arena, *n, sizeof *places);
    for (size_t i = 0; places && i < *n; i++)
        places[i] = words[i] ? ogbv__place_code(words[i]) : 0;
    return places;
}

/* ---- children ---------------------------------------------------------------------------- */

int ogbv__node_is(const struct ogbv__node *node, const char *name)
{
    return strcmp(ogbv__node_name(node), name) == 0;
}

static const struct ogbv__node *from_here(const struct ogbv__node *node, const char *name)
{
    while (node && !ogbv__node_is(node, name))
        node = ogbv__node_next(node);
    return node;
}

const struct ogbv__node *ogbv__kid(const struct ogbv__node *node, const char *name)
{
    return from_here(ogbv__node_first(node), name);
}

const struct ogbv__node *ogbv__next_kid(const struct ogbv__node *kid)
{
    return from_here(ogbv__node_next(kid), ogbv__node_name(kid));
}

size_t ogbv__count_kids(const struct ogbv__node *node, const char *name)
{
    size_t n = 0;
    for (const struct ogbv__node *kid = ogbv__kid(node, name); kid; kid = ogbv__next_kid(kid))
        n++;
    return n;
}

/* ---- texts ------------------------------------------------------------------------------- */

static const char *language(const struct ogbv__node *node)
{
    const char *lang = ogbv__node_attr(node, "xml:lang");
    return lang ? lang : "en";
}

static void read_text(struct ogbv__reader *r, const struct ogbv__node *node,
                      struct ogbv__text *text)
{
    text->lang = ogbv__arena_string(r->arena, language(node));
    text->text = ogbv__node_text(node, r->arena);
}

struct ogbv__texts ogbv__read_texts(struct ogbv__reader *r, const struct ogbv__node *node,
                                    const char *name)
{
    struct ogbv__texts texts = { 0 };
    texts.at = ogbv__arena_array(r->arena, ogbv__count_kids(node, name), sizeof *texts.at);
    const struct ogbv__node *kid = ogbv__kid(node, name);
    for (; texts.at && kid; kid = ogbv__next_kid(kid)) {
        for (size_t i = 0; i < texts.n; i++)
            if (ogbv__text_equal(texts.at[i].lang, language(kid)))
                ogbv__fault_texts(r, kid, OGBV__D_REPEATED_ELEMENT, name, " in the language ",
                                  language(kid), NULL);
        read_text(r, kid, &texts.at[texts.n++]);
    }
    return texts;
}

struct ogbv__texts ogbv__read_own_text(struct ogbv__reader *r, const struct ogbv__node *node)
{
    struct ogbv__texts texts = { 0 };
    texts.at = ogbv__arena_array(r->arena, 1, sizeof *texts.at);
    if (texts.at)
        read_text(r, node, &texts.at[texts.n++]);
    return texts;
}

struct ogbv__texts *ogbv__read_text_list(struct ogbv__reader *r, const struct ogbv__node *node,
                                         const char *name, size_t *n)
{
    *n = 0;
    struct ogbv__texts *list = ogbv__arena_array(r->arena, ogbv__count_kids(node, name),
                                                 sizeof *list);
    const struct ogbv__node *kid = ogbv__kid(node, name);
    for (; list && kid; kid = ogbv__next_kid(kid))
        list[(*n)++] = ogbv__read_own_text(r, kid);
    return list;
}

int ogbv__claim(struct ogbv__reader *r, const struct ogbv__node *node, struct ogbv__map *map,
                const char *id, void *value)
{
    if (!id || !value)
        return 0;
    if (!ogbv__map_put(map, id, value))
        return 1;
    ogbv__fault(r, node, OGBV__D_DUPLICATE, id);
    return 0;
}
