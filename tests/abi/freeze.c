/* SPDX-License-Identifier: MIT */
/* Protects the programs that are linked: no constant is renumbered, no function changes its type
 * (which the compiler finds out) or is gone (which the linker finds out). */
#include <ogbv/ogbv.h>
#include <stdio.h>

#define CONSTANT(name, value) _Static_assert((name) == (value), #name " was renumbered");
#include "constants.h"

#define FUNCTION(type, name, parameters) \
    _Static_assert(_Generic(&(name), type (*) parameters: 1, default: 0), #name " has changed");
#include "functions.h"
#undef FUNCTION

#define FUNCTION(type, name, parameters) (void (*)(void))(name),
static void (*const functions[])(void) = {
#include "functions.h"
};

int main(void)
{
    int found = 0, count = sizeof functions / sizeof functions[0];
    for (int i = 0; i < count; i++)
        found += functions[i] != NULL;
    printf("%d passed, %d failed\n", found, count - found);
    return found != count;
}
