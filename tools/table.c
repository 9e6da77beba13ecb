/* SPDX-License-Identifier: MIT */
/* What it is for: printing rows as text in columns, as JSON, or as CSV (RFC 4180).
 * What it must not know: what the rows say.
 * Invariant: no cell of CSV begins with a character that a spreadsheet would take for a formula. */
#include "table.h"

#include <string.h>

enum { LONGEST_NAME = 32 };

/* The next name of a list "one two"; 0 at its end. */
static int next_name(const char **list, char name[LONGEST_NAME])
{
    *list += strspn(*list, " ");
    size_t n = strcspn(*list, " ");
    if (n == 0 || n >= LONGEST_NAME)
        return 0;
    memcpy(name, *list, n);
    name[n] = '\0';
    *list += n;
    return 1;
}

/* ---- cells ------------------------------------------------------------------------------- */

/* Calls out with each piece of a cell's text: arrays are joined by spaces, null is empty. */
static void cell_pieces(const json_t *cell, void (*out)(void *payload, const char *text),
                        void *payload)
{
    char digits[24];
    for (size_t i = 0; i < json_array_size(cell); i++) {
        if (i > 0)
            out(payload, " ");
        cell_pieces(json_array_get(cell, i), out, payload);
    }
    if (json_is_integer(cell)) {
        snprintf(digits, sizeof digits, "%" JSON_INTEGER_FORMAT, json_integer_value(cell));
        out(payload, digits);
    }
    if (json_is_boolean(cell))
        out(payload, json_is_true(cell) ? "true" : "false");
    if (json_is_string(cell))
        out(payload, json_string_value(cell));
}

static void count_width(void *payload, const char *text)
{
    size_t *width = payload;
    for (; *text; text++)
        *width += ((unsigned char)*text & 0xc0) != 0x80;
}

static size_t width_of(const json_t *cell)
{
    size_t width = 0;
    cell_pieces(cell, count_width, &width);
    return width;
}

/* ---- csv --------------------------------------------------------------------------------- */

static void print_quoted(void *payload, const char *text)
{
    int *started = payload;
    if (!*started && text[0] && strchr("=+-@\t\r", text[0]))
        putchar('\'');
    *started |= text[0] != '\0';
    for (; *text; text++) {
        if (*text == '"')
            putchar('"');
        putchar(*text);
    }
}

static void print_csv_row(const json_t *row, const char *columns)
{
    char name[LONGEST_NAME];
    for (int first = 1; next_name(&columns, name); first = 0) {
        int started = 0;
        fputs(first ? "\"" : ",\"", stdout);
        cell_pieces(row ? json_object_get(row, name) : NULL, print_quoted, &started);
        if (!row)
            print_quoted(&started, name);
        putchar('"');
    }
    fputs("\r\n", stdout);
}

/* ---- text -------------------------------------------------------------------------------- */

static void print_piece(void *payload, const char *text)
{
    (void)payload;
    fputs(text, stdout);
}

static size_t column_width(const json_t *rows, const char *name)
{
    size_t widest = 0;
    for (size_t i = 0; i < json_array_size(rows); i++) {
        size_t width = width_of(json_object_get(json_array_get(rows, i), name));
        widest = width > widest ? width : widest;
    }
    return widest;
}

enum { MOST_COLUMNS = 16 };

static void print_text_row(const json_t *row, const char *shown, const size_t *widths)
{
    char name[LONGEST_NAME];
    size_t gap = 0;     /* not written before a further cell is: no space ends a line */
    for (size_t i = 0; next_name(&shown, name); i++) {
        const json_t *cell = json_object_get(row, name);
        size_t width = width_of(cell);
        if (width > 0) {
            printf("%*s", (int)gap, "");
            cell_pieces(cell, print_piece, NULL);
            gap = 0;
        }
        gap += widths[i] - width + 2;
    }
    putchar('\n');
}

static void print_text(const json_t *rows, const char *shown)
{
    size_t widths[MOST_COLUMNS] = { 0 };
    char name[LONGEST_NAME];
    const char *list = shown;
    for (size_t i = 0; i < MOST_COLUMNS && next_name(&list, name); i++)
        widths[i] = column_width(rows, name);
    for (size_t i = 0; i < json_array_size(rows); i++)
        print_text_row(json_array_get(rows, i), shown, widths);
}

/* ---- all --------------------------------------------------------------------------------- */

static int print_json(const json_t *rows)
{
    int printed = json_dumpf(rows, stdout, JSON_INDENT(2)) == 0;
    putchar('\n');
    return printed;
}

int table_print(const json_t *rows, const char *columns, const char *shown, int format)
{
    if (format == FORMAT_JSON)
        return print_json(rows);
    if (format == FORMAT_TEXT) {
        print_text(rows, shown);
        return 1;
    }
    print_csv_row(NULL, columns);
    for (size_t i = 0; i < json_array_size(rows); i++)
        print_csv_row(json_array_get(rows, i), columns);
    return 1;
}
