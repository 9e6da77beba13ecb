/* SPDX-License-Identifier: MIT */
/* Walking the bits of a word: for (uint64_t w = word; w; w &= w - 1) use(ogbv__lowest_bit(w)); */
#ifndef OGBV_BASE_BITS_H
#define OGBV_BASE_BITS_H

#include <stdint.h>

/* Number of the lowest bit that is set; the word is not 0. */
static inline uint32_t ogbv__lowest_bit(uint64_t word)
{
    return (uint32_t)__builtin_ctzll(word);
}

static inline uint32_t ogbv__count_bits(uint64_t word)
{
    return (uint32_t)__builtin_popcountll(word);
}

#endif
