/* SPDX-License-Identifier: MIT */
/* What it is for: messages on standard error, results on standard output.
 * What it must not know: what they say.
 * Invariant: a result that could not be written whole is never taken for one; the buffer that held
 * it is wiped. */
#include "tool.h"

#include <stdarg.h>
#include <string.h>

static char buffer[1 << 16];

void start_output(void)
{
    setvbuf(stdout, buffer, _IOFBF, sizeof buffer);
}

int32_t write_output(void *unused, const char *bytes, size_t n)
{
    (void)unused;
    return fwrite(bytes, 1, n, stdout) != n;
}

int finish_output(int code)
{
    int lost = fflush(stdout) != 0 || ferror(stdout);
    explicit_bzero(buffer, sizeof buffer);
    if (lost)
        say("the output could not be written", NULL);
    return lost ? EXIT_UNREADABLE : code;
}

void say(const char *text, ...)
{
    va_list more;
    fputs("ogbv: ", stderr);
    va_start(more, text);
    for (; text; text = va_arg(more, const char *))
        fputs(text, stderr);
    va_end(more);
    fputc('\n', stderr);
}

int say_error(const char *about, ogbv_error *error)
{
    if (about)
        say(about, ": ", ogbv_error_message(error), NULL);
    else
        say(ogbv_error_message(error), NULL);
    ogbv_error_free(error);
    return EXIT_UNREADABLE;
}
