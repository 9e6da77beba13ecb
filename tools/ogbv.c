/* SPDX-License-Identifier: MIT */
/* What it is for: the `ogbv` command: finds the command asked for and runs it.
 * What it must not know: the library's inside; the tools use public headers only.
 * Invariant: no core file ever holds what was read. */
#include "tool.h"

#include "case_json.h"

#include <stdint.h>
#include <string.h>
#include <sys/resource.h>

static const char usage[] =
    "usage: ogbv COMMAND [OPTION...] [ARGUMENT...]\n"
    "\n"
    "  assess CASE     what the law says of a case (JSON; - reads standard input)\n"
    "  check [PATH...] validates rule data\n"
    "  test [PATH...]  runs the tests beside the rules\n"
    "  list KIND       what the data hold: jurisdictions, concepts, facts, offences, ...\n"
    "  show ID         one rule, concept, term, fact or treaty in sentences\n"
    "  compare CONCEPT definitions of jurisdictions, with a case that shows each difference\n"
    "  report          everything compared, and what should be looked at\n"
    "\n"
    "  --data DIR      rule data; may be repeated, later wins; \"default\" names the default\n"
    "  --format FORMAT text or json; list, compare, report also csv\n"
    "  --lang LANG     language of the texts, such as en or fr-CA\n"
    "  --help          about the command: ogbv COMMAND --help\n"
    "  --version       version, format of the data\n"
    "\n"
    "Exit: 0 done, 1 check or test found faults, 2 usage, 3 something could not be read.\n"
    "This is information about the law, not legal advice. Nothing leaves this machine.\n";

static const char assess_help[] =
    "usage: ogbv assess [OPTION...] CASE\n"
    "\n"
    "Assesses a case: what can be done now and by when, why, and what is missing. CASE is a\n"
    "file in JSON; - reads standard input. What is not stated counts as not known.\n"
    "\n"
    "  --on DATE           day of assessment (2026-11-21); else that of the case, else today\n"
    "  --jurisdiction ID   whose law to read, instead of what the case names; may be repeated\n"
    "  --data, --format text|json, --lang: see ogbv --help\n"
    "\n"
    "example: ogbv assess --on 2026-11-21 --jurisdiction ie case.json\n";

static const char check_help[] =
    "usage: ogbv check [OPTION...] [PATH...]\n"
    "\n"
    "Validates rule data, tests included. Prints all faults as FILE:LINE: error OGBV-NNNN: text.\n"
    "PATHs are files or directories, laid over the data; a directory with a facts.xml that comes\n"
    "first stands for itself. Without PATH the data themselves are checked.\n"
    "\n"
    "  --data, --format text|json: see ogbv --help\n"
    "\n"
    "example: ogbv check data/jurisdictions/ie.xml\n";

static const char test_help[] =
    "usage: ogbv test [OPTION...] [PATH...]\n"
    "\n"
    "Runs the tests beside the rules. PATHs as for check; a file of tests is run by itself.\n"
    "A line a failure; the last line says how many passed.\n"
    "\n"
    "  --jurisdiction ID   only this one, with what applies there; may be repeated\n"
    "  --mutate            drops each condition of an element or exception in turn; a drop that\n"
    "                      no test notices is a failure\n"
    "  --data, --format text|json: see ogbv --help\n"
    "\n"
    "example: ogbv test --mutate data/tests/ie.xml\n";

static const char list_help[] =
    "usage: ogbv list [OPTION...] KIND\n"
    "\n"
    "Lists jurisdictions, concepts, facts, offences, baselines, remedies, terms, instruments or\n"
    "coverage.\n"
    "\n"
    "  --jurisdiction ID   only what is of this one; may be repeated\n"
    "  --format text|json|csv\n"
    "  --data, --lang: see ogbv --help\n"
    "\n"
    "example: ogbv list --jurisdiction ie --format csv offences\n";

static const char show_help[] =
    "usage: ogbv show [OPTION...] ID\n"
    "\n"
    "Shows a rule, concept, family, term, fact or instrument in sentences, with citations and\n"
    "sources. A concept is also found by what people call it.\n"
    "\n"
    "  --data, --format text|json, --lang: see ogbv --help\n"
    "\n"
    "example: ogbv show share.done\n";

static const char compare_help[] =
    "usage: ogbv compare [OPTION...] CONCEPT [JURISDICTION[@DATE]...]\n"
    "       ogbv compare --case CASE [OPTION...] CONCEPT\n"
    "\n"
    "Compares what jurisdictions define as a concept: each with each, or with a baseline. Without\n"
    "JURISDICTION all that define it. Each difference comes with a case that shows it. With\n"
    "--case: where the same facts are an offence. doc/compare.md says what is claimed and what\n"
    "is not.\n"
    "\n"
    "  --on DATE           day whose law is compared; else today (with --case: that of the case)\n"
    "  --class CLASS       criminal (default), civil, civil-penalty or administrative rules\n"
    "  --baseline KEY      core (the harmonized definition), or a jurisdiction such as eu\n"
    "  --case CASE         a case in JSON; - reads standard input\n"
    "  --format text|json|csv\n"
    "  --data, --lang: see ogbv --help\n"
    "\n"
    "example: ogbv compare --on 2026-11-21 CONCEPT ie@2020-01-01 ie\n";

static const char report_help[] =
    "usage: ogbv report [OPTION...]\n"
    "\n"
    "Reports on the data as a whole: coverage, how all definitions relate, what falls short of a\n"
    "minimum, how well the rules are known, rules and facts that should be looked at.\n"
    "\n"
    "  --on DATE           day whose law is compared; else today\n"
    "  --class CLASS       criminal (default), civil, civil-penalty or administrative rules\n"
    "  --jurisdiction ID   only this one and what applies there; may be repeated\n"
    "  --format FORMAT     text, json, csv; html (a page that needs nothing beside itself);\n"
    "                      codebook (what the columns of csv mean); skos (the taxonomy)\n"
    "  --data, --lang: see ogbv --help\n"
    "\n"
    "example: ogbv report --on 2026-11-21 --format html >report.html\n";

static const struct command commands[] = {
    { "assess", TAKES_ON | TAKES_JURISDICTION, 1, 1, run_assess, assess_help },
    { "check", 0, 0, SIZE_MAX, run_check, check_help },
    { "test", TAKES_MUTATE | TAKES_JURISDICTION, 0, SIZE_MAX, run_test, test_help },
    { "list", TAKES_JURISDICTION | TAKES_CSV, 1, 1, run_list, list_help },
    { "show", 0, 1, 1, run_show, show_help },
    { "compare", TAKES_ON | TAKES_CLASS | TAKES_BASELINE | TAKES_CASE | TAKES_CSV, 1, SIZE_MAX,
      run_compare, compare_help },
    { "report", TAKES_ON | TAKES_CLASS | TAKES_JURISDICTION | TAKES_CSV | TAKES_PAGES, 0, 0,
      run_report, report_help },
};

static const struct command *find_command(const char *name)
{
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

static int run_command(const struct command *command, int argc, char **argv)
{
    struct options options;
    int code = options_read(&options, command, argc, argv);
    if (code == EXIT_USAGE)
        fprintf(stderr, "See: ogbv %s --help\n", command->name);
    else if (code == EXIT_DONE && options.help)
        fputs(command->help, stdout);
    else if (code == EXIT_DONE)
        code = command->run(&options);
    options_free(&options);
    return code;
}

static int run(int argc, char **argv)
{
    const char *first = argc > 1 ? argv[1] : NULL;
    const struct command *command = first ? find_command(first) : NULL;
    if (command)
        return run_command(command, argc - 2, argv + 2);
    if (first && (strcmp(first, "--help") == 0 || strcmp(first, "-h") == 0)) {
        fputs(usage, stdout);
        return EXIT_DONE;
    }
    if (first && strcmp(first, "--version") == 0) {
        printf("ogbv %s (data format %d)\n", ogbv_version(), (int)ogbv_data_format());
        return EXIT_DONE;
    }
    if (first)
        say(first, first[0] == '-' ? ": options stand behind the command" : ": no such command",
            NULL);
    fputs(usage, stderr);
    return EXIT_USAGE;
}

int main(int argc, char **argv)
{
    static const struct rlimit no_core;
    setrlimit(RLIMIT_CORE, &no_core);
    case_json_init();
    start_output();
    return finish_output(run(argc, argv));
}
