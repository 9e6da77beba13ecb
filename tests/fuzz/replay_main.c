/* SPDX-License-Identifier: MIT */
/* Calls the fuzz target with each file named: a corpus is a test without a fuzzer too. */
#include "fuzz.h"

#include <stdio.h>

enum { LARGEST = 1 << 20 };

int main(int argc, char **argv)
{
    static uint8_t bytes[LARGEST];
    for (int i = 1; i < argc; i++) {
        FILE *file = fopen(argv[i], "rb");
        if (!file) {
            perror(argv[i]);
            return 1;
        }
        size_t n = fread(bytes, 1, sizeof bytes, file);
        fclose(file);
        printf("%s\n", argv[i]);
        fflush(stdout);
        LLVMFuzzerTestOneInput(bytes, n);
    }
    printf("%d passed, 0 failed\n", argc - 1);
    return argc < 2;
}
