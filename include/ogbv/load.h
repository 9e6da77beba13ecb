/* SPDX-License-Identifier: MIT */
/**
 * @file load.h
 * @brief From files to a db: name directories, finish, read the diagnostics.
 */
#ifndef OGBV_LOAD_H
#define OGBV_LOAD_H

#include <ogbv/context.h>

OGBV_BEGIN_DECLS

/** Immutable law; see db.h. */
typedef struct ogbv_db ogbv_db;

/** Collects what to load. One thread at a time. */
typedef struct ogbv_loader ogbv_loader;

/** One fault found in the data. Borrowed from its loader. */
typedef struct ogbv_diagnostic ogbv_diagnostic;

/**
 * Makes a loader.
 * @param out [out] the loader, the caller's to free
 * @return OGBV_OK, OGBV_ERR_NOMEM, OGBV_ERR_INVALID
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_loader_new(ogbv_context *context, ogbv_loader **out,
                                                     ogbv_error **error);

/** Frees the loader and its diagnostics; NULL is allowed. A db made from it stays. @since 1.0 */
OGBV_API void ogbv_loader_free(ogbv_loader *loader);

/**
 * Adds a data directory (laid out as data-format.md says). Directories are read in the order given;
 * a file replaces the file of the same name in an earlier one, whole.
 * @return OGBV_OK, OGBV_ERR_NOT_FOUND (no such directory), OGBV_ERR_NOMEM, OGBV_ERR_INVALID
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_loader_add_directory(ogbv_loader *loader,
                                                               const char *path,
                                                               ogbv_error **error);

/**
 * Adds the default data: the directory named by the environment variable OGBV_DATA_DIR (ignored in
 * a set-user-id program), else the directory that the library was built to install.
 * @return as ogbv_loader_add_directory()
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_loader_add_default(ogbv_loader *loader,
                                                             ogbv_error **error);

/**
 * Adds one file, which replaces any file of the same kind and name. A file of tests is read too.
 * @return OGBV_OK, OGBV_ERR_NOT_FOUND, OGBV_ERR_NOMEM, OGBV_ERR_INVALID
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_loader_add_file(ogbv_loader *loader, const char *path,
                                                          ogbv_error **error);

/**
 * Adds one file that is in memory already.
 * @param name   [in] path within a data directory, such as "jurisdictions/ie.xml"; for messages too
 * @param bytes  [in] its content, copied
 * @return OGBV_OK, OGBV_ERR_NOMEM, OGBV_ERR_LIMIT (over 8 MiB), OGBV_ERR_INVALID
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_loader_add_memory(ogbv_loader *loader, const char *name,
                                                            const char *bytes, size_t n,
                                                            ogbv_error **error);

/**
 * Asks for one jurisdiction. Once called, only the jurisdictions asked for are loaded, with their
 * parents and unions. One that is not held is no error: a result says so.
 * @return OGBV_OK, OGBV_ERR_INVALID (not an id of a place), OGBV_ERR_NOMEM
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_loader_select(ogbv_loader *loader,
                                                        const char *jurisdiction,
                                                        ogbv_error **error);

/** Asks for the tests beside the rules too (see test.h): those of the jurisdictions asked for, or
 *  all. @since 1.0 */
OGBV_API void ogbv_loader_want_tests(ogbv_loader *loader);

/**
 * Reads everything. All faults are collected; with one or more there is no db.
 * @param out [out] the db, one reference, the caller's to drop
 * @return OGBV_OK; OGBV_ERR_DATA (see the diagnostics); OGBV_ERR_NOT_FOUND (nothing was added);
 *         OGBV_ERR_NOMEM; OGBV_ERR_INVALID (also when called twice)
 * @since 1.0
 */
OGBV_API OGBV_MUST_CHECK ogbv_status ogbv_loader_finish(ogbv_loader *loader, ogbv_db **out,
                                                        ogbv_error **error);

/** Number of faults found. @since 1.0 */
OGBV_API size_t ogbv_loader_diagnostic_count(const ogbv_loader *loader);

/** One of them, ordered by file and line; borrowed; NULL when i is out of range. @since 1.0 */
OGBV_API const ogbv_diagnostic *ogbv_loader_diagnostic_at(const ogbv_loader *loader, size_t i);

/** The code: 1203 is printed as OGBV-1203. It never changes meaning. @since 1.0 */
OGBV_API int32_t ogbv_diagnostic_code(const ogbv_diagnostic *diagnostic);

/** The file, as it was named or found. @since 1.0 */
OGBV_API const char *ogbv_diagnostic_file(const ogbv_diagnostic *diagnostic);

/** The line, from 1; 0 when the file as a whole is meant. @since 1.0 */
OGBV_API int32_t ogbv_diagnostic_line(const ogbv_diagnostic *diagnostic);

/** A plain English sentence. @since 1.0 */
OGBV_API const char *ogbv_diagnostic_text(const ogbv_diagnostic *diagnostic);

OGBV_END_DECLS

#endif
