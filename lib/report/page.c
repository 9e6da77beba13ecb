/* SPDX-License-Identifier: MIT */
/* What it is for: laying out paragraphs of plain text.
 * What it must not know: what the text says.
 * Invariant: no line ends with a space; none is wider than the page unless a single word is. */
#include "report/page.h"

#include "base/alloc.h"
#include "base/text.h"

#include <stdarg.h>
#include <string.h>

void ogbv__page_init(struct ogbv__page *page, ogbv_write_fn write, void *payload)
{
    memset(page, 0, sizeof *page);
    ogbv__sink_init(&page->sink, write, payload);
    page->blank = 1;
}

int ogbv__page_finish(struct ogbv__page *page)
{
    int complete = ogbv__sink_finish(&page->sink);
    ogbv__wipe(page->word, sizeof page->word);
    return complete;
}

/* Characters of a text: bytes that begin one. */
static int width_of(const char *bytes, size_t n)
{
    int width = 0;
    for (size_t i = 0; i < n; i++)
        width += ((unsigned char)bytes[i] & 0xc0) != 0x80;
    return width;
}

static void write_spaces(struct ogbv__page *page, int n)
{
    for (int i = 0; i < n; i++)
        ogbv__sink_char(&page->sink, ' ');
}

static void new_line(struct ogbv__page *page)
{
    ogbv__sink_char(&page->sink, '\n');
    write_spaces(page, page->indent);
    page->column = page->indent;
    page->started = 0;
}

/* Writes the word that was put together, on a new line where it does not fit. */
static void flush_word(struct ogbv__page *page)
{
    if (page->n == 0)
        return;
    int width = width_of(page->word, page->n), space = page->space && page->started;
    if (page->started && page->column + space + width > OGBV__PAGE_WIDTH) {
        new_line(page);
        space = 0;
    }
    write_spaces(page, space);
    ogbv__sink_bytes(&page->sink, page->word, page->n);
    page->column += space + width;
    page->started = 1;
    page->space = 0;
    page->n = 0;
}

void ogbv__page_begin(struct ogbv__page *page, int indent, const char *mark)
{
    int width = width_of(mark, strlen(mark));
    write_spaces(page, indent);
    ogbv__sink_text(&page->sink, mark);
    page->indent = page->column = indent + width + (width > 0);
    write_spaces(page, width > 0);
    page->started = page->space = 0;
    page->blank = 0;
}

void ogbv__page_bytes(struct ogbv__page *page, const char *text, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (ogbv__is_space(text[i])) {
            flush_word(page);
            page->space = 1;
            continue;
        }
        if (page->n == OGBV__WORD_SIZE)
            flush_word(page);
        page->word[page->n++] = text[i];
    }
}

void ogbv__page_text(struct ogbv__page *page, const char *text)
{
    ogbv__page_bytes(page, text, strlen(text));
}

void ogbv__page_int(struct ogbv__page *page, int64_t value)
{
    enum { DIGITS = 21 };
    char text[DIGITS + 1];
    int at = DIGITS;
    uint64_t left = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    text[at] = '\0';
    do {
        text[--at] = (char)('0' + left % 10);
        left /= 10;
    } while (left > 0);
    if (value < 0)
        text[--at] = '-';
    ogbv__page_text(page, text + at);
}

void ogbv__page_texts(struct ogbv__page *page, ...)
{
    va_list texts;
    va_start(texts, page);
    for (const char *text = va_arg(texts, const char *); text; text = va_arg(texts, const char *))
        ogbv__page_text(page, text);
    va_end(texts);
}

void ogbv__page_end(struct ogbv__page *page)
{
    flush_word(page);
    ogbv__sink_char(&page->sink, '\n');
}

void ogbv__page_line(struct ogbv__page *page, int indent, const char *mark, const char *text)
{
    ogbv__page_begin(page, indent, mark);
    ogbv__page_text(page, text);
    ogbv__page_end(page);
}

void ogbv__page_gap(struct ogbv__page *page)
{
    if (!page->blank)
        ogbv__sink_char(&page->sink, '\n');
    page->blank = 1;
}

void ogbv__page_heading(struct ogbv__page *page, const char *text)
{
    ogbv__page_gap(page);
    ogbv__page_line(page, 0, "", text);
    ogbv__page_gap(page);
}
