/* SPDX-License-Identifier: MIT */
/* Where writers put their bytes: a small buffer before the caller's function. It holds text made
 * from facts, so it is wiped; a failure is sticky, so a writer asks once, at its end. */
#ifndef OGBV_REPORT_SINK_H
#define OGBV_REPORT_SINK_H

#include <ogbv/api.h>

enum { OGBV__SINK_SIZE = 4096 };

struct ogbv__sink {
    ogbv_write_fn write;
    void *payload;
    size_t n;
    int stopped;                /* the caller's function asked to stop */
    char bytes[OGBV__SINK_SIZE];
};

void ogbv__sink_init(struct ogbv__sink *sink, ogbv_write_fn write, void *payload);

void ogbv__sink_bytes(struct ogbv__sink *sink, const char *bytes, size_t n);
void ogbv__sink_text(struct ogbv__sink *sink, const char *text);
void ogbv__sink_char(struct ogbv__sink *sink, char c);

/* Hands over what is left and wipes the buffer. 0 when the caller's function stopped it. */
int ogbv__sink_finish(struct ogbv__sink *sink);

#endif
