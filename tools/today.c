/* SPDX-License-Identifier: MIT */
/* What it is for: what day it is, for commands that were given none.
 * What it must not know: what the day is for.
 * Invariant: the clock is read here and nowhere else. */
#include "tool.h"

#include <time.h>

const char *today(char day[DAY_SIZE])
{
    time_t now = time(NULL);
    struct tm local;
    strftime(day, DAY_SIZE, "%Y-%m-%d", localtime_r(&now, &local));
    return day;
}
