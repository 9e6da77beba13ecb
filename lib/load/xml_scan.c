/* SPDX-License-Identifier: MIT */
/* What it is for: looking at the bytes of a document before a parser sees them: what libxml2 is
 * slow or lenient about.
 * What it must not know: libxml2, the vocabulary of the data, files.
 * Invariant: what passes is UTF-8 without a document type, and no tag in it is long enough to make
 * the comparison of its attributes slow. */
#include "load/xml_scan.h"

#include "base/text.h"
#include "core/diag.h"

#include <string.h>

enum { MAX_TAG = 64 * 1024 };

void ogbv__xml_refuse(struct ogbv__xml_fault *fault, int32_t code, int32_t line, const char *text)
{
    if (fault->code)
        return;
    fault->code = code;
    fault->line = line;
    size_t n = strlen(text);
    while (n > 0 && ogbv__is_space(text[n - 1]))
        n--;
    if (n >= sizeof fault->text)
        n = sizeof fault->text - 1;
    while (n > 0 && ((unsigned char)text[n] & 0xC0) == 0x80)    /* not within a character */
        n--;
    memcpy(fault->text, text, n);
    fault->text[n] = '\0';
}

static int32_t line_of(const char *bytes, const char *at)
{
    int32_t line = 1;
    for (; bytes < at; bytes++)
        line += *bytes == '\n';
    return line;
}

/* Whether a tag is too long that begins with the bytes, which hold no other '<'. A '>' in quotes
 * does not end a tag, and a quote in a comment is none. */
static int too_long(const char *tag, size_t n)
{
    int is_comment = n > 1 && tag[1] == '!';
    char quote = 0;
    for (size_t i = 1; i < n && i <= MAX_TAG; i++)
        if (quote)
            quote = tag[i] == quote ? 0 : quote;
        else if (tag[i] == '>')
            return 0;
        else if (!is_comment && (tag[i] == '"' || tag[i] == '\''))
            quote = tag[i];
    return n > MAX_TAG;
}

/* From one '<' to the next: only where they lie far apart can a tag be too long. */
static int scan_tags(const char *bytes, size_t n, struct ogbv__xml_fault *fault)
{
    const char *end = bytes + n, *next = NULL;
    for (const char *at = memchr(bytes, '<', n); at; at = next) {
        next = memchr(at + 1, '<', (size_t)(end - at) - 1);
        size_t length = (size_t)((next ? next : end) - at);
        if (length >= 9 && memcmp(at, "<!DOCTYPE", 9) == 0) {
            ogbv__xml_refuse(fault, OGBV__D_XML_DOCTYPE, line_of(bytes, at), "DOCTYPE");
            return 0;
        }
        if (length > MAX_TAG && too_long(at, length)) {
            ogbv__xml_refuse(fault, OGBV__D_XML_LIMIT, line_of(bytes, at), "a tag over 64 KiB");
            return 0;
        }
    }
    return 1;
}

static size_t skip_spaces(const char *bytes, size_t at, size_t end)
{
    while (at < end && ogbv__is_space(bytes[at]))
        at++;
    return at;
}

static int is_utf8_name(const char *bytes, size_t at, size_t end)
{
    static const char *const names[] = { "\"UTF-8\"", "'UTF-8'", "\"utf-8\"", "'utf-8'" };
    at = skip_spaces(bytes, at, end);
    if (at == end || bytes[at] != '=')
        return 0;
    at = skip_spaces(bytes, at + 1, end);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (end - at >= 7 && memcmp(bytes + at, names[i], 7) == 0)
            return 1;
    return 0;
}

static int scan_encoding(const char *bytes, size_t n, struct ogbv__xml_fault *fault)
{
    static const char mark[] = "\xEF\xBB\xBF", word[] = "encoding";
    size_t at = n >= 3 && memcmp(bytes, mark, 3) == 0 ? 3 : 0, end = at;
    if (n - at < 5 || memcmp(bytes + at, "<?xml", 5) != 0)
        return 1;
    while (end < n && bytes[end] != '>')
        end++;
    for (; at + sizeof word - 1 <= end; at++)
        if (memcmp(bytes + at, word, sizeof word - 1) == 0
            && !is_utf8_name(bytes, at + sizeof word - 1, end)) {
            ogbv__xml_refuse(fault, OGBV__D_XML_BYTES, 1,
                             "another encoding than UTF-8 is declared");
            return 0;
        }
    return 1;
}

int ogbv__xml_scan(const char *bytes, size_t n, struct ogbv__xml_fault *fault)
{
    if (!ogbv__text_is_utf8(bytes, n)) {
        ogbv__xml_refuse(fault, OGBV__D_XML_BYTES, 0, "not UTF-8, or a control character");
        return 0;
    }
    return scan_encoding(bytes, n, fault) && scan_tags(bytes, n, fault);
}
