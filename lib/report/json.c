/* SPDX-License-Identifier: MIT */
/* What it is for: the syntax of JSON (RFC 8259), the one place that knows it.
 * What it must not know: what is written.
 * Invariant: the same calls give the same bytes everywhere; UTF-8 goes in, UTF-8 comes out. */
#include "report/json.h"

#include "base/alloc.h"

void ogbv__json_init(struct ogbv__json *json, ogbv_write_fn write, void *payload)
{
    ogbv__sink_init(&json->sink, write, payload);
    json->depth = 0;
    json->line = 0;
    json->empty = 1;
}

int ogbv__json_finish(struct ogbv__json *json)
{
    ogbv__sink_char(&json->sink, '\n');
    return ogbv__sink_finish(&json->sink);
}

static void new_line(struct ogbv__json *json)
{
    ogbv__sink_char(&json->sink, '\n');
    for (int i = 0; i < json->depth; i++)
        ogbv__sink_bytes(&json->sink, "  ", 2);
}

static void escape(struct ogbv__json *json, unsigned char c)
{
    static const char digits[] = "0123456789abcdef";
    static const char short_forms[] = { ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f',
                                        ['\r'] = 'r', ['"'] = '"', ['\\'] = '\\' };
    ogbv__sink_char(&json->sink, '\\');
    if (c < sizeof short_forms && short_forms[c]) {
        ogbv__sink_char(&json->sink, short_forms[c]);
        return;
    }
    ogbv__sink_text(&json->sink, "u00");
    ogbv__sink_char(&json->sink, digits[c >> 4]);
    ogbv__sink_char(&json->sink, digits[c & 15]);
}

static int is_escaped(unsigned char c)
{
    return c < 0x20 || c == '"' || c == '\\' || c == 0x7f;
}

static void write_string(struct ogbv__json *json, const char *text)
{
    ogbv__sink_char(&json->sink, '"');
    while (*text) {
        size_t n = 0;
        while (text[n] && !is_escaped((unsigned char)text[n]))
            n++;
        ogbv__sink_bytes(&json->sink, text, n);
        text += n;
        if (*text)
            escape(json, (unsigned char)*text++);
    }
    ogbv__sink_char(&json->sink, '"');
}

/* What stands before a value: comma, line, key. */
static void begin_value(struct ogbv__json *json, const char *key)
{
    if (!json->empty)
        ogbv__sink_char(&json->sink, ',');
    if (json->depth > 0 && !json->line)
        new_line(json);
    else if (!json->empty)
        ogbv__sink_char(&json->sink, ' ');
    json->empty = 0;
    if (!key)
        return;
    write_string(json, key);
    ogbv__sink_bytes(&json->sink, ": ", 2);
}

static void open_value(struct ogbv__json *json, const char *key, char bracket, int line)
{
    begin_value(json, key);
    ogbv__sink_char(&json->sink, bracket);
    json->depth++;
    json->empty = 1;
    if (line && !json->line)
        json->line = json->depth;
}

static void close_value(struct ogbv__json *json, char bracket)
{
    int on_line = json->line != 0;
    if (json->line == json->depth)
        json->line = 0;
    json->depth--;
    if (!on_line && !json->empty)
        new_line(json);
    ogbv__sink_char(&json->sink, bracket);
    json->empty = 0;
}

void ogbv__json_object(struct ogbv__json *json, const char *key)
{
    open_value(json, key, '{', 0);
}

void ogbv__json_object_line(struct ogbv__json *json, const char *key)
{
    open_value(json, key, '{', 1);
}

void ogbv__json_object_end(struct ogbv__json *json)
{
    close_value(json, '}');
}

void ogbv__json_array(struct ogbv__json *json, const char *key)
{
    open_value(json, key, '[', 0);
}

void ogbv__json_array_line(struct ogbv__json *json, const char *key)
{
    open_value(json, key, '[', 1);
}

void ogbv__json_array_end(struct ogbv__json *json)
{
    close_value(json, ']');
}

void ogbv__json_text(struct ogbv__json *json, const char *key, const char *text)
{
    begin_value(json, key);
    if (text)
        write_string(json, text);
    else
        ogbv__sink_text(&json->sink, "null");
}

void ogbv__json_text_or_null(struct ogbv__json *json, const char *key, const char *text)
{
    ogbv__json_text(json, key, text && text[0] ? text : NULL);
}

void ogbv__json_int(struct ogbv__json *json, const char *key, int64_t value)
{
    enum { DIGITS = 20 };
    char text[DIGITS];
    int at = DIGITS;
    uint64_t left = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    begin_value(json, key);
    if (value < 0)
        ogbv__sink_char(&json->sink, '-');
    do {
        text[--at] = (char)('0' + left % 10);
        left /= 10;
    } while (left > 0);
    ogbv__sink_bytes(&json->sink, text + at, (size_t)(DIGITS - at));
    ogbv__wipe(text, sizeof text);
}

void ogbv__json_bool(struct ogbv__json *json, const char *key, int value)
{
    begin_value(json, key);
    ogbv__sink_text(&json->sink, value ? "true" : "false");
}

void ogbv__json_null(struct ogbv__json *json, const char *key)
{
    ogbv__json_text(json, key, NULL);
}
