/* SPDX-License-Identifier: MIT */
/* What it is for: a document as a tree of elements, attributes and texts, in one arena.
 * What it must not know: the parser, the vocabulary of the data, files.
 * Invariant: white space alone makes no text, wherever it stands; nothing points outside of the
 * arena. */
#include "load/xml_tree.h"

#include "base/text.h"

#include <string.h>

/* A parser hands text out in pieces. */
struct piece {
    struct piece *next;
    const char *bytes;
    size_t n;
};

struct ogbv__node {
    const char *name;
    struct ogbv__attr *attrs;
    size_t n_attrs;
    struct piece *text, *last_text;
    struct ogbv__node *parent, *first, *last, *next;
    int32_t line;
};

struct ogbv__xml {
    struct ogbv__arena arena;
    struct ogbv__node *root, *open;
};

/* ---- growing ----------------------------------------------------------------------------- */

struct ogbv__xml *ogbv__xml_new(const struct ogbv__alloc *alloc)
{
    struct ogbv__xml *xml = ogbv__alloc_new(alloc, sizeof *xml);
    if (xml)
        ogbv__arena_init(&xml->arena, alloc, 0);
    return xml;
}

void ogbv__xml_free(struct ogbv__xml *xml)
{
    if (!xml)
        return;
    struct ogbv__alloc alloc = xml->arena.alloc;
    ogbv__arena_free(&xml->arena);
    ogbv__alloc_free(&alloc, xml, sizeof *xml);
}

int ogbv__xml_failed(const struct ogbv__xml *xml)
{
    return xml->arena.failed;
}

const char *ogbv__xml_keep(struct ogbv__xml *xml, const char *bytes, size_t n)
{
    return ogbv__arena_text(&xml->arena, bytes, n);
}

static void hang(struct ogbv__xml *xml, struct ogbv__node *node)
{
    struct ogbv__node *parent = xml->open;
    node->parent = parent;
    if (!parent)
        xml->root = node;
    else if (parent->last)
        parent->last->next = node;
    else
        parent->first = node;
    if (parent)
        parent->last = node;
    xml->open = node;
}

struct ogbv__attr *ogbv__xml_open(struct ogbv__xml *xml, const char *name, int32_t line, size_t n)
{
    struct ogbv__node *node = ogbv__arena_take(&xml->arena, sizeof *node);
    struct ogbv__attr *attrs = ogbv__arena_array(&xml->arena, n, sizeof *attrs);
    const char *copy = ogbv__xml_keep(xml, name, strlen(name));
    if (!copy)
        return NULL;
    node->name = copy;
    node->attrs = attrs;
    node->n_attrs = n;
    node->line = line;
    hang(xml, node);
    return attrs;
}

void ogbv__xml_close(struct ogbv__xml *xml)
{
    if (xml->open)
        xml->open = xml->open->parent;
}

static int is_blank(const char *bytes, size_t n)
{
    while (n > 0 && ogbv__is_space(bytes[n - 1]))
        n--;
    return n == 0;
}

void ogbv__xml_add_text(struct ogbv__xml *xml, const char *bytes, size_t n)
{
    struct ogbv__node *node = xml->open;
    if (!node || (!node->text && is_blank(bytes, n)))
        return;
    struct piece *piece = ogbv__arena_take(&xml->arena, sizeof *piece);
    const char *copy = ogbv__xml_keep(xml, bytes, n);
    if (!copy)
        return;
    piece->bytes = copy;
    piece->n = n;
    if (node->last_text)
        node->last_text->next = piece;
    else
        node->text = piece;
    node->last_text = piece;
}

/* ---- the cursor -------------------------------------------------------------------------- */

const struct ogbv__node *ogbv__xml_root(const struct ogbv__xml *xml)
{
    return xml->root;
}

const char *ogbv__node_name(const struct ogbv__node *node)
{
    return node->name;
}

int32_t ogbv__node_line(const struct ogbv__node *node)
{
    return node->line;
}

const struct ogbv__node *ogbv__node_first(const struct ogbv__node *node)
{
    return node->first;
}

const struct ogbv__node *ogbv__node_next(const struct ogbv__node *node)
{
    return node->next;
}

const char *ogbv__node_attr(const struct ogbv__node *node, const char *name)
{
    for (size_t i = 0; i < node->n_attrs; i++)
        if (ogbv__text_equal(node->attrs[i].name, name))
            return node->attrs[i].value;
    return NULL;
}

int ogbv__node_attr_at(const struct ogbv__node *node, size_t i, const char **name,
                       const char **value)
{
    if (i >= node->n_attrs)
        return 0;
    *name = node->attrs[i].name;
    *value = node->attrs[i].value;
    return 1;
}

int ogbv__node_has_text(const struct ogbv__node *node)
{
    return node->text != NULL;
}

const char *ogbv__node_text(const struct ogbv__node *node, struct ogbv__arena *arena)
{
    size_t size = 1, n = 0;
    for (const struct piece *piece = node->text; piece; piece = piece->next)
        size += piece->n;
    char *text = ogbv__arena_take(arena, size);
    for (const struct piece *piece = node->text; text && piece; piece = piece->next)
        for (size_t i = 0; i < piece->n; i++) {
            int space = ogbv__is_space(piece->bytes[i]);
            if (!space || (n > 0 && text[n - 1] != ' '))
                text[n++] = space ? ' ' : piece->bytes[i];
        }
    if (text && n > 0 && text[n - 1] == ' ')
        text[n - 1] = '\0';
    return text;
}
