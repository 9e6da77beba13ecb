/* SPDX-License-Identifier: MIT */
/* Runs all unit suites; CK_RUN_SUITE=date runs one, CK_FORK=no keeps them in one process. */
#include "unit.h"

#include <stdio.h>

int main(void)
{
    SRunner *runner = srunner_create(NULL);
#define SUITE(name) srunner_add_suite(runner, suite_##name());
#include "suites.h"
#undef SUITE
    srunner_run_all(runner, CK_NORMAL);
    int run = srunner_ntests_run(runner), failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    printf("%d passed, %d failed\n", run - failed, failed);
    return failed > 0 || run == 0;
}
