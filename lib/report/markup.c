/* SPDX-License-Identifier: MIT */
/* What it is for: writing markup without ever taking text for it.
 * What it must not know: which elements there are.
 * Invariant: no byte of a text is read as a tag, an entity or the end of an attribute. */
#include "report/markup.h"

#include <stdarg.h>

void ogbv__markup_tag(struct ogbv__sink *sink, const char *tag)
{
    ogbv__sink_text(sink, tag);
}

static const char *entity(char c)
{
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    default: return NULL;
    }
}

void ogbv__markup_text(struct ogbv__sink *sink, const char *text)
{
    for (size_t n = 0; *text; text += n + 1) {
        n = 0;
        while (text[n] && !entity(text[n]))
            n++;
        ogbv__sink_bytes(sink, text, n);
        if (!text[n])
            return;
        ogbv__sink_text(sink, entity(text[n]));
    }
}

void ogbv__markup_int(struct ogbv__sink *sink, int64_t value)
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
    ogbv__sink_text(sink, text + at);
}

void ogbv__markup(struct ogbv__sink *sink, ...)
{
    va_list pieces;
    int is_text = 0;
    va_start(pieces, sink);
    for (const char *piece = va_arg(pieces, const char *); piece;
         piece = va_arg(pieces, const char *)) {
        if (is_text)
            ogbv__markup_text(sink, piece);
        else
            ogbv__markup_tag(sink, piece);
        is_text = !is_text;
    }
    va_end(pieces);
}
