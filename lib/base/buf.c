/* SPDX-License-Identifier: MIT */
/* A growing byte buffer. Knows nothing of what the bytes mean. Keeps: bytes[n] is NUL, bytes left
 * behind by growing are wiped, and nothing is appended after a failure. */
#include "base/buf.h"

#include <stdarg.h>
#include <string.h>

enum { FIRST_SIZE = 256, DIGITS = 20 };

void ogbv__buf_init(struct ogbv__buf *buf, const struct ogbv__alloc *alloc)
{
    *buf = (struct ogbv__buf){ .alloc = *alloc };
}

void ogbv__buf_free(struct ogbv__buf *buf)
{
    ogbv__alloc_free_wiped(&buf->alloc, buf->bytes, buf->size);
    ogbv__buf_init(buf, &buf->alloc);
}

void ogbv__buf_clear(struct ogbv__buf *buf)
{
    if (buf->bytes)
        ogbv__wipe(buf->bytes, buf->n);
    buf->n = 0;
}

/* Room for n more bytes and the NUL; 0 without. */
static int reserve(struct ogbv__buf *buf, size_t n)
{
    if (buf->failed)
        return 0;
    if (n < buf->size - buf->n)
        return 1;
    size_t size = buf->size ? buf->size : FIRST_SIZE;
    while (size <= PTRDIFF_MAX && n >= size - buf->n)
        size *= 2;
    char *bytes = ogbv__alloc_new(&buf->alloc, size);
    if (!bytes) {
        buf->failed = 1;
        return 0;
    }
    if (buf->bytes)
        memcpy(bytes, buf->bytes, buf->n);
    ogbv__alloc_free_wiped(&buf->alloc, buf->bytes, buf->size);
    buf->bytes = bytes;
    buf->size = size;
    return 1;
}

void ogbv__buf_bytes(struct ogbv__buf *buf, const char *bytes, size_t n)
{
    if (!reserve(buf, n))
        return;
    if (n > 0)
        memcpy(buf->bytes + buf->n, bytes, n);
    buf->n += n;
    buf->bytes[buf->n] = '\0';
}

void ogbv__buf_text(struct ogbv__buf *buf, const char *text)
{
    if (text)
        ogbv__buf_bytes(buf, text, strlen(text));
}

void ogbv__buf_char(struct ogbv__buf *buf, char c)
{
    ogbv__buf_bytes(buf, &c, 1);
}

/* The digits of value, at least `least` of them. */
static void digits(struct ogbv__buf *buf, uint64_t value, int least)
{
    char text[DIGITS];
    int at = DIGITS;
    do {
        text[--at] = (char)('0' + value % 10);
        value /= 10;
    } while (at > 0 && (value != 0 || DIGITS - at < least));
    ogbv__buf_bytes(buf, text + at, (size_t)(DIGITS - at));
    ogbv__wipe(text, sizeof text);
}

void ogbv__buf_int(struct ogbv__buf *buf, int64_t value)
{
    if (value < 0)
        ogbv__buf_char(buf, '-');
    digits(buf, value < 0 ? 0 - (uint64_t)value : (uint64_t)value, 1);
}

void ogbv__buf_padded(struct ogbv__buf *buf, int64_t value, int least)
{
    digits(buf, (uint64_t)value, least);
}

void ogbv__buf_texts(struct ogbv__buf *buf, ...)
{
    va_list texts;
    va_start(texts, buf);
    for (const char *text = va_arg(texts, const char *); text; text = va_arg(texts, const char *))
        ogbv__buf_text(buf, text);
    va_end(texts);
}

const char *ogbv__buf_string(const struct ogbv__buf *buf)
{
    return buf->failed || !buf->bytes ? "" : buf->bytes;
}
