/* SPDX-License-Identifier: MIT */
/* Text without a locale. Knows neither law nor XML. Keeps: bytes mean the same everywhere, whatever
 * the program around has set. */
#include "base/text.h"

#include <limits.h>
#include <string.h>

enum { ID_BYTES = 96, PLACE_BYTES = 7, COUNTRY_BYTES = 2, SUBDIVISION_BYTES = 3 };

int ogbv__is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

int ogbv__is_digit(char c)
{
    return c >= '0' && c <= '9';
}

int ogbv__is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

int ogbv__text_equal(const char *a, const char *b)
{
    if (!a || !b)
        return a == b;
    return strcmp(a, b) == 0;
}

static char small(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

int ogbv__text_same_letters(const char *a, const char *b)
{
    while (*a && small(*a) == small(*b)) {
        a++;
        b++;
    }
    return small(*a) == small(*b);
}

int ogbv__text_starts(const char *text, const char *prefix)
{
    return strncmp(text, prefix, strlen(prefix)) == 0;
}

/* Lead bytes of longer forms: how many bytes follow, and the least value that needs the form. */
static const struct {
    unsigned char mask, lead, more;
    uint32_t least;
} utf8_forms[] = {
    { 0xe0, 0xc0, 1, 0x80 },
    { 0xf0, 0xe0, 2, 0x800 },
    { 0xf8, 0xf0, 3, 0x10000 },
};

/* Length of the character at bytes, of which n > 0 are readable; 0 when it is not valid. */
static size_t utf8_length(const unsigned char *bytes, size_t n)
{
    unsigned char c = bytes[0];
    if (c < 0x80)
        return (c >= 0x20 && c != 0x7f) || ogbv__is_space((char)c);
    size_t form = 0;
    while (form < 3 && (c & utf8_forms[form].mask) != utf8_forms[form].lead)
        form++;
    if (form == 3 || n <= utf8_forms[form].more)
        return 0;
    uint32_t value = c & (unsigned char)~utf8_forms[form].mask;
    for (size_t i = 1; i <= utf8_forms[form].more; i++) {
        if ((bytes[i] & 0xc0) != 0x80)
            return 0;
        value = value << 6 | (bytes[i] & 0x3f);
    }
    int surrogate = value >= 0xd800 && value <= 0xdfff;
    int control = value < 0xa0;
    if (value < utf8_forms[form].least || value > 0x10ffff || surrogate || control)
        return 0;
    return utf8_forms[form].more + 1u;
}

int ogbv__text_is_utf8(const char *bytes, size_t n)
{
    while (n > 0) {
        size_t length = utf8_length((const unsigned char *)bytes, n);
        if (length == 0)
            return 0;
        bytes += length;
        n -= length;
    }
    return 1;
}

int ogbv__text_is_id(const char *text)
{
    size_t n = 0;
    char before = '.';
    for (; text[n]; n++) {
        char c = text[n];
        int part = ogbv__is_lower(c) || ogbv__is_digit(c) || c == '-';
        if (n == ID_BYTES || (!part && (c != '.' || before == '.')))
            return 0;
        before = c;
    }
    return before != '.';
}

int ogbv__text_is_place(const char *text)
{
    size_t n = strlen(text);
    if (n < COUNTRY_BYTES || !ogbv__is_lower(text[0]) || !ogbv__is_lower(text[1]))
        return 0;
    if (n == COUNTRY_BYTES)
        return 1;
    size_t subdivision = n - COUNTRY_BYTES - 1;
    if (text[2] != '-' || subdivision < 1 || subdivision > SUBDIVISION_BYTES)
        return 0;
    for (size_t i = COUNTRY_BYTES + 1; i < n; i++) {
        if (!ogbv__is_lower(text[i]) && !ogbv__is_digit(text[i]))
            return 0;
    }
    return 1;
}

/* One byte a character, the first one highest: numbers order as texts do, and a country is the
 * number whose lower bytes are empty. */
int64_t ogbv__place_code(const char *text)
{
    if (!text || !ogbv__text_is_place(text))
        return 0;
    int64_t code = 0;
    for (int i = 0; i < PLACE_BYTES; i++) {
        code = code << 8 | *text;
        if (*text)
            text++;
    }
    return code;
}

void ogbv__place_text(int64_t code, char out[8])
{
    for (int i = 0; i < PLACE_BYTES; i++)
        out[i] = (char)(code >> 8 * (PLACE_BYTES - 1 - i) & 0xff);
    out[PLACE_BYTES] = '\0';
}

int ogbv__place_within(int64_t part, int64_t whole)
{
    const int rest = 8 * (PLACE_BYTES - COUNTRY_BYTES);
    int64_t country = part >> rest << rest;
    return whole != 0 && (part == whole || country == whole);
}

int ogbv__text_int(const char *text, int64_t *out)
{
    int negative = *text == '-';
    const uint64_t most = (uint64_t)INT64_MAX + (uint64_t)negative;
    uint64_t value = 0;
    text += negative;
    if (!*text)
        return 0;
    for (; *text; text++) {
        if (!ogbv__is_digit(*text))
            return 0;
        uint64_t digit = (uint64_t)(*text - '0');
        if (value > (most - digit) / 10)
            return 0;
        value = value * 10 + digit;
    }
    *out = negative && value > 0 ? -(int64_t)(value - 1) - 1 : (int64_t)value;
    return 1;
}

const char *ogbv__text_word(const char **list, size_t *n)
{
    const char *word = *list;
    while (ogbv__is_space(*word))
        word++;
    const char *end = word;
    while (*end && !ogbv__is_space(*end))
        end++;
    *list = end;
    *n = (size_t)(end - word);
    return end > word ? word : NULL;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* One row of the edit table at a time (Levenshtein). */
int ogbv__text_distance(const char *a, const char *b, int limit)
{
    int row[ID_BYTES + 1];
    size_t na = strlen(a), nb = strlen(b);
    if (na > ID_BYTES || nb > ID_BYTES)
        return limit + 1;
    for (size_t j = 0; j <= nb; j++)
        row[j] = (int)j;
    for (size_t i = 0; i < na; i++) {
        int diagonal = row[0];
        row[0] = (int)i + 1;
        for (size_t j = 0; j < nb; j++) {
            int replaced = diagonal + (a[i] != b[j]);
            diagonal = row[j + 1];
            row[j + 1] = least(replaced, least(diagonal, row[j]) + 1);
        }
    }
    return row[nb] <= limit ? row[nb] : limit + 1;
}
