/* SPDX-License-Identifier: MIT */
/* What it is for: reading a case in JSON: its form, its days and jurisdictions, its memory.
 * What it must not know: what a fact means; facts are set by case_facts.c.
 * Invariant: memory that held a part of the case is wiped before it is given back; no message holds
 * a value, nor a key that is not a well-formed id. */
#include "case_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- memory ------------------------------------------------------------------------------ */

/* Before each block stands its size, so that it can be wiped. */
union header {
    size_t size;
    max_align_t align;
};

static void *wiped_malloc(size_t size)
{
    union header *block = size <= SIZE_MAX - sizeof *block ? malloc(sizeof *block + size) : NULL;
    if (!block)
        return NULL;
    block->size = size;
    return block + 1;
}

static void wiped_free(void *p)
{
    union header *block = p;
    if (!block)
        return;
    block--;
    explicit_bzero(block + 1, block->size);
    free(block);
}

void case_json_init(void)
{
    json_set_alloc_funcs(wiped_malloc, wiped_free);
}

/* ---- places ------------------------------------------------------------------------------ */

int is_id(const char *text)
{
    enum { LONGEST = 96 };
    size_t n = strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789.-");
    return n > 0 && n <= LONGEST && text[n] == '\0';
}

static void print_place(const struct place *place)
{
    if (!place->up)
        return;
    print_place(place->up);
    if (place->key)
        fprintf(stderr, "/%s", place->key);
    else
        fprintf(stderr, "/%zu", place->index);
}

enum { MOST = 50 };     /* faults that are told one by one */

void fault(struct reading *reading, const struct place *place, const char *text, const char *more)
{
    if (++reading->faults > MOST)
        return;
    fprintf(stderr, "ogbv: %s: ", reading->file->name);
    if (!place->up)
        fputc('/', stderr);
    print_place(place);
    fprintf(stderr, ": %s%s\n", text, more ? more : "");
}

int end_reading(const struct reading *reading)
{
    if (reading->faults > MOST)
        fprintf(stderr, "ogbv: %s: faults not shown: %d\n", reading->file->name,
                reading->faults - MOST);
    return reading->faults ? EXIT_UNREADABLE : EXIT_DONE;
}

/* ---- the bytes --------------------------------------------------------------------------- */

enum { LARGEST = 1 << 20 };     /* of a case */

static int read_all(int fd, char *bytes, size_t *n)
{
    *n = 0;
    while (*n <= LARGEST) {
        ssize_t got = read(fd, bytes + *n, LARGEST + 1 - *n);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return got == 0;
        *n += (size_t)got;
    }
    return 1;
}

static int unreadable(const struct case_json *file, const char *why)
{
    say(file->name, ": ", why, NULL);
    return EXIT_UNREADABLE;
}

/* Jansson's own message is not shown: it quotes the input. */
static int not_json(const struct case_json *file, const json_error_t *error)
{
    enum json_error_code code = json_error_code(error);
    const char *why = code == json_error_duplicate_key ? "a key stands twice in one object"
                    : code == json_error_invalid_utf8  ? "not UTF-8"
                    : code == json_error_out_of_memory ? "no memory"
                                                       : "not valid JSON";
    fprintf(stderr, "ogbv: %s: line %d, column %d: %s\n", file->name, error->line, error->column,
            why);
    return EXIT_UNREADABLE;
}

/* Some editors put a byte order mark before what they save. */
static size_t mark(const char *bytes, size_t n)
{
    static const char utf8[] = "\xEF\xBB\xBF";
    return n >= 3 && memcmp(bytes, utf8, 3) == 0 ? 3 : 0;
}

static int parse(struct case_json *file, const char *bytes, size_t n)
{
    json_error_t error;
    if (n > LARGEST)
        return unreadable(file, "larger than a case may be (1 MiB)");
    size_t skip = mark(bytes, n);
    bytes += skip;
    n -= skip;
    if (n == 0)
        return unreadable(file, "is empty");
    file->root = json_loadb(bytes, n, JSON_REJECT_DUPLICATES, &error);
    int code = file->root ? EXIT_DONE : not_json(file, &error);
    explicit_bzero(&error, sizeof error);
    return code;
}

static int read_and_parse(struct case_json *file, const char *path)
{
    int in = strcmp(path, "-") == 0;
    int fd = in ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        return unreadable(file, "cannot be opened");
    size_t n = 0;
    char *bytes = wiped_malloc(LARGEST + 1);
    int whole = bytes && read_all(fd, bytes, &n);
    if (!in)
        close(fd);
    int code = whole ? parse(file, bytes, n) : unreadable(file, bytes ? "cannot be read"
                                                                      : "no memory");
    wiped_free(bytes);
    return code;
}

/* ---- the form ---------------------------------------------------------------------------- */

static void check_format(struct reading *reading, const json_t *format)
{
    struct place top = { 0 }, place = { .up = &top, .key = "format" };
    if (!json_is_integer(format) || json_integer_value(format) != 1)
        fault(reading, &place, "the format of the case is not stated as 1", NULL);
}

static void check_on(struct reading *reading, const json_t *on)
{
    struct place top = { 0 }, place = { .up = &top, .key = "on" };
    if (on && !json_is_string(on))
        fault(reading, &place, "the day of assessment is not a text such as \"2026-11-21\"", NULL);
}

static void check_jurisdictions(struct reading *reading, const json_t *list)
{
    struct place top = { 0 }, place = { .up = &top, .key = "jurisdictions" };
    if (list && !json_is_array(list))
        fault(reading, &place, "not an array of ids such as \"ie\"", NULL);
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct place item = { .up = &place, .index = i };
        if (!json_is_string(json_array_get(list, i)))
            fault(reading, &item, "not a text such as \"ie\"", NULL);
    }
}

static int is_listed(const char *list, const char *word)
{
    for (size_t n; *list; list += n) {
        list += strspn(list, ", ");
        n = strcspn(list, ", ");
        if (strlen(word) == n && memcmp(list, word, n) == 0)
            return 1;
    }
    return 0;
}

void check_keys(struct reading *reading, const struct place *place, json_t *object,
                const char *allowed)
{
    const char *key;
    json_t *value;
    json_object_foreach(object, key, value) {
        if (is_listed(allowed, key))
            continue;
        struct place inner = { .up = place, .key = key };
        fault(reading, is_id(key) ? &inner : place,
              is_id(key) ? "unknown key; known here: " : "a key that is not known here; known: ",
              allowed);
    }
}

static int check_form(const struct case_json *file)
{
    struct reading reading = { .file = file };
    struct place top = { 0 };
    if (!json_is_object(file->root)) {
        fault(&reading, &top, "a case is an object", NULL);
        return EXIT_UNREADABLE;
    }
    check_keys(&reading, &top, file->root, "format, on, jurisdictions, facts, acts");
    check_format(&reading, json_object_get(file->root, "format"));
    check_on(&reading, json_object_get(file->root, "on"));
    check_jurisdictions(&reading, json_object_get(file->root, "jurisdictions"));
    return end_reading(&reading);
}

/* ---- the file ---------------------------------------------------------------------------- */

int case_json_read(const char *path, struct case_json **out)
{
    struct case_json *file = calloc(1, sizeof *file);
    *out = NULL;
    if (!file) {
        say("no memory", NULL);
        return EXIT_UNREADABLE;
    }
    file->name = strcmp(path, "-") == 0 ? "standard input" : path;
    int code = read_and_parse(file, path);
    if (code == EXIT_DONE)
        code = check_form(file);
    if (code == EXIT_DONE)
        *out = file;
    else
        case_json_free(file);
    return code;
}

void case_json_free(struct case_json *file)
{
    if (!file)
        return;
    json_decref(file->root);
    free(file);
}

int case_json_refuse(const struct case_json *file, const char *place, ogbv_error *error)
{
    say(file->name, ": ", place, ": ", ogbv_error_message(error), NULL);
    ogbv_error_free(error);
    return EXIT_UNREADABLE;
}

size_t case_json_jurisdiction_count(const struct case_json *file)
{
    return json_array_size(json_object_get(file->root, "jurisdictions"));
}

const char *case_json_jurisdiction(const struct case_json *file, size_t i)
{
    return json_string_value(json_array_get(json_object_get(file->root, "jurisdictions"), i));
}

/* The clock is asked only when nobody states a day. */
int case_json_set_on(const struct case_json *file, const struct options *options, ogbv_case *c)
{
    const char *stated = json_string_value(json_object_get(file->root, "on"));
    const char *on = options->on ? options->on : stated;
    int32_t from = options->on ? OGBV_ON_FROM_OPTION : stated ? OGBV_ON_FROM_CASE
                                                              : OGBV_ON_FROM_TODAY;
    char day[DAY_SIZE];
    ogbv_error *error = NULL;
    if (ogbv_case_set_on(c, on ? on : today(day), from, &error) == OGBV_OK)
        return EXIT_DONE;
    if (!options->on)
        return case_json_refuse(file, "/on", error);
    say_error("--on", error);
    return EXIT_USAGE;
}
