/* SPDX-License-Identifier: MIT */
#include "failing.h"

#include <stdlib.h>
#include <string.h>

/* Stands before each block. */
union header {
    size_t size;
    max_align_t align;
};

static int holds(const char *bytes, size_t n, const char *secret)
{
    return secret && memmem(bytes, n, secret, strlen(secret)) != NULL;
}

static void give_back(struct failing *failing, void *old, size_t old_size)
{
    union header *header = (union header *)old - 1;
    failing->wrong_sizes += header->size != old_size;
    failing->secrets += (size_t)holds(old, header->size, failing->secret);
    failing->alive--;
    failing->alive_bytes -= header->size;
    free(header);
}

static void *give(struct failing *failing, size_t size)
{
    failing->requests++;
    if (failing->fail_at != 0 && (failing->requests == failing->fail_at ||
                                  (failing->fail_on && failing->requests > failing->fail_at)))
        return NULL;
    union header *header = malloc(sizeof *header + size);
    if (!header)
        return NULL;
    header->size = size;
    memset(header + 1, 0xa5, size);     /* whoever relies on zeroes does so wrongly */
    failing->alive++;
    failing->alive_bytes += size;
    if (failing->alive_bytes > failing->peak_bytes)
        failing->peak_bytes = failing->alive_bytes;
    return header + 1;
}

void *failing_resize(void *payload, void *old, size_t old_size, size_t new_size)
{
    struct failing *failing = payload;
    void *moved = new_size > 0 ? give(failing, new_size) : NULL;
    if (old && new_size > 0) {
        failing->moves++;
        if (!moved)
            return NULL;
        memcpy(moved, old, old_size < new_size ? old_size : new_size);
    }
    if (old)
        give_back(failing, old, old_size);
    return moved;
}

int failing_is_clean(const struct failing *failing)
{
    return failing->alive == 0 && failing->wrong_sizes == 0 && failing->secrets == 0;
}

int failing_each(struct failing *failing, int (*attempt)(struct failing *failing, void *payload),
                 void *payload)
{
    const struct failing template = *failing;
    for (int n = 1;; n++) {
        *failing = template;
        failing->fail_at = (size_t)n;
        int succeeded = attempt(failing, payload);
        int reached = failing->requests >= failing->fail_at;
        if (!failing_is_clean(failing) || succeeded == reached)
            return -1;
        if (succeeded)
            return n - 1;
    }
}
