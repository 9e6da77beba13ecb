/* SPDX-License-Identifier: MIT */
#ifndef OGBV_LOAD_LOADER_H
#define OGBV_LOAD_LOADER_H

#include "base/vec.h"
#include "core/context.h"
#include "core/diag.h"
#include "load/xml.h"
#include "model/model.h"

/* One file to read. */
struct ogbv__file {
    const char *name;       /* within a data directory; NULL until a loose file is parsed */
    const char *path;       /* for messages and opening */
    char *bytes;            /* NULL until read */
    size_t n;
    int owned;              /* bytes are to be freed */
    int loose;              /* named by itself: its name need not be its id */
    int wanted;
    struct ogbv__xml *xml;
};

struct ogbv_loader {
    ogbv_context *context;
    struct ogbv__arena arena;   /* names, paths, diagnostics */
    struct ogbv__vec files, selected, diags;
    int want_tests, finished;
};

/* Reads the files into the db; faults go to the loader's diagnostics, failures to the arenas. */
void ogbv__load(ogbv_loader *loader, struct ogbv_db *db);

#endif
