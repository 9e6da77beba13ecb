/* SPDX-License-Identifier: MIT */
/* What it is for: collecting bytes before they go to the caller's function.
 * What it must not know: what the bytes mean.
 * Invariant: nothing is handed over after the caller asked to stop; the buffer is wiped whenever it
 * was handed over. */
#include "report/sink.h"

#include "base/alloc.h"

#include <string.h>

void ogbv__sink_init(struct ogbv__sink *sink, ogbv_write_fn write, void *payload)
{
    sink->write = write;
    sink->payload = payload;
    sink->n = 0;
    sink->stopped = 0;
}

static void hand_over(struct ogbv__sink *sink)
{
    if (sink->n > 0 && !sink->stopped)
        sink->stopped = sink->write(sink->payload, sink->bytes, sink->n) != 0;
    ogbv__wipe(sink->bytes, sink->n);
    sink->n = 0;
}

void ogbv__sink_bytes(struct ogbv__sink *sink, const char *bytes, size_t n)
{
    while (n > 0) {
        size_t room = OGBV__SINK_SIZE - sink->n, part = n < room ? n : room;
        memcpy(sink->bytes + sink->n, bytes, part);
        sink->n += part;
        bytes += part;
        n -= part;
        if (sink->n == OGBV__SINK_SIZE)
            hand_over(sink);
    }
}

void ogbv__sink_text(struct ogbv__sink *sink, const char *text)
{
    ogbv__sink_bytes(sink, text, strlen(text));
}

void ogbv__sink_char(struct ogbv__sink *sink, char c)
{
    ogbv__sink_bytes(sink, &c, 1);
}

int ogbv__sink_finish(struct ogbv__sink *sink)
{
    hand_over(sink);
    return !sink->stopped;
}
