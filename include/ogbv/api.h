/* SPDX-License-Identifier: MIT */
/**
 * @file api.h
 * @brief What every header needs: export marks and language guards.
 */
#ifndef OGBV_API_H
#define OGBV_API_H

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__) && __GNUC__ >= 4
#define OGBV_API __attribute__((visibility("default")))
#define OGBV_MUST_CHECK __attribute__((warn_unused_result))
#else
#define OGBV_API
#define OGBV_MUST_CHECK
#endif

#ifdef __cplusplus
#define OGBV_BEGIN_DECLS extern "C" {
#define OGBV_END_DECLS }
#else
#define OGBV_BEGIN_DECLS
#define OGBV_END_DECLS
#endif

OGBV_BEGIN_DECLS

/**
 * Receives output piece by piece.
 * @param payload  the pointer given with the function
 * @param bytes    UTF-8, not NUL-terminated, valid during the call
 * @param n        number of bytes
 * @return 0 to go on, anything else to stop: the writing call then returns OGBV_ERR_IO
 * @since 1.0
 */
typedef int32_t (*ogbv_write_fn)(void *payload, const char *bytes, size_t n);

OGBV_END_DECLS

#endif
