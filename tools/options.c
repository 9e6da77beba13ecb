/* SPDX-License-Identifier: MIT */
/* What it is for: reading a command line by a table of options.
 * What it must not know: what a command does with them.
 * Invariant: what is not understood is refused; nothing is guessed. */
#include "tool.h"

#include <stdlib.h>
#include <string.h>

static int add_word(struct words *words, const char *word)
{
    words->at[words->n++] = word;
    return EXIT_DONE;
}

static int add_data(struct options *options, const char *value)
{
    return add_word(&options->data, value);
}

static int add_jurisdiction(struct options *options, const char *value)
{
    return add_word(&options->jurisdictions, value);
}

static int set_on(struct options *options, const char *value)
{
    options->on = value;
    return EXIT_DONE;
}

/* BCP 47 is letters, digits and dashes; whether there are texts in the language is not asked. */
static int set_lang(struct options *options, const char *value)
{
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
    enum { LONGEST = 35 };
    size_t n = strspn(value, allowed);
    if (n == 0 || n > LONGEST || value[n]) {
        say("--lang takes a language such as en or fr-CA", NULL);
        return EXIT_USAGE;
    }
    options->lang = value;
    return EXIT_DONE;
}

static const struct format {
    const char *name;
    int needs;
} formats[] = {
    [FORMAT_TEXT] = { "text", 0 },
    [FORMAT_JSON] = { "json", 0 },
    [FORMAT_CSV] = { "csv", TAKES_CSV },
    [FORMAT_HTML] = { "html", TAKES_PAGES },
    [FORMAT_SKOS] = { "skos", TAKES_PAGES },
    [FORMAT_CODEBOOK] = { "codebook", TAKES_PAGES },
};

static int set_format(struct options *options, const char *value)
{
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
        if (strcmp(value, formats[i].name) == 0) {
            options->format = (int)i;
            return EXIT_DONE;
        }
    say("--format takes text or json, and for some commands csv, html, skos or codebook", NULL);
    return EXIT_USAGE;
}

static int set_class(struct options *options, const char *value)
{
    for (int32_t i = 0; ogbv_name(OGBV_NAMES_CLASS, i); i++)
        if (strcmp(value, ogbv_name(OGBV_NAMES_CLASS, i)) == 0) {
            options->class_ = i;
            return EXIT_DONE;
        }
    say("--class takes criminal, civil, civil-penalty or administrative", NULL);
    return EXIT_USAGE;
}

static int set_baseline(struct options *options, const char *value)
{
    options->baseline = value;
    return EXIT_DONE;
}

static int set_case(struct options *options, const char *value)
{
    options->case_file = value;
    return EXIT_DONE;
}

static int set_mutate(struct options *options, const char *value)
{
    (void)value;
    options->mutate = 1;
    return EXIT_DONE;
}

static int set_help(struct options *options, const char *value)
{
    (void)value;
    options->help = 1;
    return EXIT_DONE;
}

static const struct option {
    const char *name;
    int needs, has_value;
    int (*set)(struct options *options, const char *value);
} known[] = {
    { "--data", 0, 1, add_data },
    { "--format", 0, 1, set_format },
    { "--lang", 0, 1, set_lang },
    { "--help", 0, 0, set_help },
    { "-h", 0, 0, set_help },
    { "--on", TAKES_ON, 1, set_on },
    { "--jurisdiction", TAKES_JURISDICTION, 1, add_jurisdiction },
    { "--mutate", TAKES_MUTATE, 0, set_mutate },
    { "--class", TAKES_CLASS, 1, set_class },
    { "--baseline", TAKES_BASELINE, 1, set_baseline },
    { "--case", TAKES_CASE, 1, set_case },
};

static const struct option *find_option(const char *text, const struct command *command)
{
    size_t n = strcspn(text, "=");
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (strlen(known[i].name) == n && memcmp(known[i].name, text, n) == 0
            && (known[i].needs & ~command->takes) == 0)
            return &known[i];
    return NULL;
}

/* Reads the option at argv[*i], with a value that follows or stands behind "=". */
static int read_option(struct options *options, const struct command *command, int *i, char **argv)
{
    const char *text = argv[*i], *value = strchr(text, '=');
    const struct option *option = find_option(text, command);
    if (!option) {      /* what stands behind "=" is not repeated */
        fprintf(stderr, "ogbv: %s does not take the option %.*s\n", command->name,
                (int)strcspn(text, "="), text);
        return EXIT_USAGE;
    }
    if (value)
        value++;
    else if (option->has_value && argv[*i + 1])
        value = argv[++*i];
    if (option->has_value != (value != NULL)) {
        say(option->name, option->has_value ? " needs a value" : " takes no value", NULL);
        return EXIT_USAGE;
    }
    return option->set(options, value);
}

static int check_arguments(const struct options *options, const struct command *command)
{
    if (options->help)
        return EXIT_DONE;
    if (options->args.n < command->least || options->args.n > command->most) {
        say(command->name, options->args.n < command->least ? ": something is missing"
                                                            : ": too many arguments", NULL);
        return EXIT_USAGE;
    }
    if (formats[options->format].needs & ~command->takes) {
        say(command->name, " does not write ", formats[options->format].name, NULL);
        return EXIT_USAGE;
    }
    return EXIT_DONE;
}

static int make_lists(struct options *options, int argc)
{
    struct words *lists[] = { &options->data, &options->jurisdictions, &options->args };
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
        lists[i]->at = calloc((size_t)argc + 1, sizeof *lists[i]->at);
        if (!lists[i]->at) {
            say("no memory", NULL);
            return EXIT_UNREADABLE;
        }
    }
    return EXIT_DONE;
}

int options_read(struct options *options, const struct command *command, int argc, char **argv)
{
    *options = (struct options){ .format = FORMAT_TEXT };
    int code = make_lists(options, argc), only_arguments = 0;
    for (int i = 0; code == EXIT_DONE && i < argc; i++) {
        if (!only_arguments && strcmp(argv[i], "--") == 0)
            only_arguments = 1;
        else if (!only_arguments && argv[i][0] == '-' && argv[i][1])
            code = read_option(options, command, &i, argv);
        else
            code = add_word(&options->args, argv[i]);
    }
    return code == EXIT_DONE ? check_arguments(options, command) : code;
}

void options_free(struct options *options)
{
    free(options->data.at);
    free(options->jurisdictions.at);
    free(options->args.at);
}
