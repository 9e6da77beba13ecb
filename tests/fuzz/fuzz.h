/* SPDX-License-Identifier: MIT */
/* A fuzz target is one function, called with any bytes by libFuzzer or by replay_main.c:
 *
 *     clang -g -O1 -fsanitize=fuzzer,address,undefined -D_GNU_SOURCE -I/usr/include/libxml2 \
 *         -Ilib -Iinclude -IBUILD/include -Itests/world tests/fuzz/fuzz_load.c tests/world/X.c \
 *         lib/X/X.c -lxml2 -o fuzz_load && ./fuzz_load tests/fuzz/corpus/load
 *
 * where X stands for all files. */
#ifndef OGBV_TESTS_FUZZ_H
#define OGBV_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static inline void must(int holds)
{
    if (!holds)
        abort();
}

#endif
