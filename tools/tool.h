/* SPDX-License-Identifier: MIT */
/* What the commands share: the command line, messages, output and data. */
#ifndef OGBV_TOOLS_TOOL_H
#define OGBV_TOOLS_TOOL_H

#include <ogbv/ogbv.h>
#include <stdio.h>

/* Exit codes. */
enum { EXIT_DONE, EXIT_FAULTS, EXIT_USAGE, EXIT_UNREADABLE };

/* ---- the command line (options.c) -------------------------------------------------------- */

/* What a command takes beside --data, --lang, --format text|json and --help. */
enum {
    TAKES_ON = 1, TAKES_JURISDICTION = 2, TAKES_MUTATE = 4, TAKES_CSV = 8, TAKES_CLASS = 16,
    TAKES_BASELINE = 32, TAKES_CASE = 64,
    TAKES_PAGES = 128           /* --format html, skos, codebook */
};

enum { FORMAT_TEXT, FORMAT_JSON, FORMAT_CSV, FORMAT_HTML, FORMAT_SKOS, FORMAT_CODEBOOK };

/* Several arguments; the strings are those of main(). */
struct words {
    const char **at;
    size_t n;
};

/* A command line that was understood. */
struct options {
    struct words data, jurisdictions, args;
    const char *lang, *on, *baseline, *case_file;   /* NULL: not given */
    int32_t class_;             /* criminal, where not given */
    int format, mutate, help;
};

struct command {
    const char *name;
    int takes;
    size_t least, most;         /* number of arguments */
    int (*run)(const struct options *options);
    const char *help;
};

/* Reads what follows the name of the command: EXIT_DONE, EXIT_USAGE or EXIT_UNREADABLE, with a
 * message. The options are to be given back with options_free() in any case. */
int options_read(struct options *options, const struct command *command, int argc, char **argv);
void options_free(struct options *options);

enum { DAY_SIZE = 16 };
/* The day of this machine's clock and time zone (today.c, the one place that asks them). */
const char *today(char day[DAY_SIZE]);

/* ---- messages and output (output.c) ------------------------------------------------------ */

/* A line on standard error: "ogbv: " and several texts; the list ends with NULL. */
void say(const char *text, ...) __attribute__((sentinel));
/* What a failed call said, after the name of what it was about (may be NULL); frees the error.
 * Returns EXIT_UNREADABLE. */
int say_error(const char *about, ogbv_error *error);

/* Standard output gets a buffer that finish_output() wipes. */
void start_output(void);
/* An ogbv_write_fn for standard output. */
int32_t write_output(void *unused, const char *bytes, size_t n);
/* The exit code given, or EXIT_UNREADABLE with a message when output was lost. */
int finish_output(int code);

/* ---- data (data.c) ----------------------------------------------------------------------- */

/* A loader with the data that the options name. */
int data_open(const struct options *options, ogbv_loader **loader);
/* The same with the paths among the arguments laid over it. A directory that comes first and has a
 * dictionary of facts stands for itself. */
int data_open_paths(const struct options *options, ogbv_loader **loader);
/* EXIT_DONE, EXIT_FAULTS (the loader's diagnostics say which) or EXIT_UNREADABLE. */
int data_finish(ogbv_loader *loader, ogbv_db **db);
/* FILE:LINE: error OGBV-NNNN: text, a line each. */
void data_print_faults(const ogbv_loader *loader, FILE *to);
/* The whole way, for commands that only read: faults become messages and EXIT_UNREADABLE. */
int data_load(const struct options *options, ogbv_db **db);
/* The same with another choice of jurisdictions than that of the options. */
typedef int data_select_fn(const struct options *options, ogbv_loader *loader);
int data_load_selected(const struct options *options, data_select_fn *select, ogbv_db **db);
/* Limits a loader to the jurisdictions of the options. */
data_select_fn data_select;

/* ---- commands ---------------------------------------------------------------------------- */

int run_assess(const struct options *options);
int run_check(const struct options *options);
int run_test(const struct options *options);
int run_list(const struct options *options);
int run_show(const struct options *options);
int run_compare(const struct options *options);
int run_report(const struct options *options);

#endif
