/* SPDX-License-Identifier: MIT */
/* What it is for: checking a document against the tables of shapes.c.
 * What it must not know: any element by name.
 * Invariant: what passes has the structure that the readers rely on; what is not in the tables is a
 * fault, never passed over. */
#include "load/shape.h"

#include "base/date.h"
#include "base/text.h"
#include "model/names.h"

#include <string.h>

/* ---- attributes -------------------------------------------------------------------------- */

static int is_number(const char *text, int with_sign)
{
    int64_t number;
    return ogbv__text_int(text, &number) && number <= INT32_MAX
        && number >= (with_sign ? INT32_MIN : 0);
}

static int is_day(const char *text)
{
    int64_t day;
    return ogbv__date_parse_day(text, &day);
}

static int word_ok(const struct ogbv__attr_shape *shape, const char *word, size_t n)
{
    char copy[128];
    if (shape->type == OGBV__A_NAMES)
        return ogbv__name_value(shape->vocabulary, word, n) >= 0;
    if (n >= sizeof copy)
        return 0;
    memcpy(copy, word, n);
    copy[n] = '\0';
    return shape->type == OGBV__A_IDS ? ogbv__text_is_id(copy) : ogbv__text_is_place(copy);
}

static int words_ok(const struct ogbv__attr_shape *shape, const char *list)
{
    size_t n, words = 0;
    for (const char *word; (word = ogbv__text_word(&list, &n)) != NULL; words++)
        if (!word_ok(shape, word, n))
            return 0;
    return words > 0;
}

static int attr_ok(const struct ogbv__attr_shape *shape, const char *value)
{
    switch (shape->type) {
    case OGBV__A_ID: return ogbv__text_is_id(value);
    case OGBV__A_PLACE: return ogbv__text_is_place(value);
    case OGBV__A_DAY: return is_day(value);
    case OGBV__A_INT: return is_number(value, 0);
    case OGBV__A_SIGNED: return is_number(value, 1);
    case OGBV__A_NAME: return ogbv__name_value(shape->vocabulary, value, strlen(value)) >= 0;
    case OGBV__A_IDS:
    case OGBV__A_NAMES:
    case OGBV__A_PLACES: return words_ok(shape, value);
    default: return value[0] != '\0';
    }
}

static const struct ogbv__attr_shape *find_attr(const struct ogbv__attr_shape *shapes,
                                                const char *name)
{
    for (; shapes && shapes->name; shapes++)
        if (strcmp(shapes->name, name) == 0)
            return shapes;
    return NULL;
}

static void check_attrs(struct ogbv__reader *r, const struct ogbv__node *node,
                        const struct ogbv__attr_shape *shapes)
{
    const char *name, *value;
    for (size_t i = 0; ogbv__node_attr_at(node, i, &name, &value); i++) {
        const struct ogbv__attr_shape *shape = find_attr(shapes, name);
        if (!shape)
            ogbv__fault_texts(r, node, OGBV__D_UNKNOWN_ATTRIBUTE, name, " of ",
                              ogbv__node_name(node), NULL);
        else if (!attr_ok(shape, value))
            ogbv__fault_texts(r, node, shape->type == OGBV__A_ID ? OGBV__D_ID : OGBV__D_VALUE,
                              name, "=\"", value, "\" of ", ogbv__node_name(node), NULL);
    }
    for (; shapes && shapes->name; shapes++)
        if (shapes->required && !ogbv__node_attr(node, shapes->name))
            ogbv__fault_texts(r, node, OGBV__D_MISSING_ATTRIBUTE, shapes->name, " of ",
                              ogbv__node_name(node), NULL);
}

/* ---- children ---------------------------------------------------------------------------- */

/* No table of shapes.c has more entries. */
enum { MOST_ENTRIES = 24 };

/* The shape of a named child; group says which entry of the table it counts for. */
static const struct ogbv__shape *find_child(const struct ogbv__child_shape *table,
                                            const char *name, size_t *entry)
{
    for (size_t i = 0; table && table[i].shape && i < MOST_ENTRIES; i++) {
        size_t inner;
        const struct ogbv__shape *found = NULL;
        if (table[i].name && strcmp(table[i].name, name) == 0)
            found = table[i].shape;
        else if (!table[i].name)
            found = find_child(table[i].shape->children, name, &inner);
        if (found) {
            *entry = i;
            return found;
        }
    }
    return NULL;
}

static void check_counts(struct ogbv__reader *r, const struct ogbv__node *node,
                         const struct ogbv__child_shape *table, const int32_t *counts)
{
    for (size_t i = 0; table && table[i].shape && i < MOST_ENTRIES; i++) {
        const char *name = table[i].name ? table[i].name : "a condition";
        if (counts[i] < table[i].min)
            ogbv__fault_texts(r, node, OGBV__D_MISSING_ELEMENT, name, " in ",
                              ogbv__node_name(node), NULL);
        if (table[i].max && counts[i] > table[i].max)
            ogbv__fault_texts(r, node, OGBV__D_REPEATED_ELEMENT, name, " in ",
                              ogbv__node_name(node), NULL);
    }
}

static void check_node(struct ogbv__reader *r, const struct ogbv__node *node,
                       const struct ogbv__shape *shape);

static void check_children(struct ogbv__reader *r, const struct ogbv__node *node,
                           const struct ogbv__child_shape *table)
{
    int32_t rank = 0, counts[MOST_ENTRIES] = { 0 };
    for (const struct ogbv__node *kid = ogbv__node_first(node); kid; kid = ogbv__node_next(kid)) {
        size_t entry = 0;
        const struct ogbv__shape *shape = find_child(table, ogbv__node_name(kid), &entry);
        if (!shape) {
            ogbv__fault_texts(r, kid, OGBV__D_UNKNOWN_ELEMENT, ogbv__node_name(kid), " in ",
                              ogbv__node_name(node), NULL);
            continue;
        }
        counts[entry]++;
        if (table[entry].rank < rank)
            ogbv__fault_texts(r, kid, OGBV__D_ELEMENT_ORDER, ogbv__node_name(kid), " in ",
                              ogbv__node_name(node), NULL);
        rank = table[entry].rank > rank ? table[entry].rank : rank;
        check_node(r, kid, shape);
    }
    check_counts(r, node, table, counts);
}

static void check_node(struct ogbv__reader *r, const struct ogbv__node *node,
                       const struct ogbv__shape *shape)
{
    int has_text = ogbv__node_has_text(node);
    if ((shape->text == OGBV__NO_TEXT && has_text)
        || (shape->text == OGBV__NEEDS_TEXT && !has_text))
        ogbv__fault(r, node, OGBV__D_TEXT, ogbv__node_name(node));
    check_attrs(r, node, shape->attrs);
    check_children(r, node, shape->children);
}

int ogbv__shape_check(struct ogbv__reader *r, const struct ogbv__node *root)
{
    size_t before = r->diags->n;
    const char *name = ogbv__node_name(root), *format = ogbv__node_attr(root, "format");
    const struct ogbv__shape *shape = ogbv__shape_root(name);
    if (!shape)
        ogbv__fault(r, root, OGBV__D_UNKNOWN_ELEMENT, name);
    else if (format && strcmp(format, "1") != 0)
        ogbv__fault(r, root, OGBV__D_FORMAT, format);
    else
        check_node(r, root, shape);
    return r->diags->n == before;
}
