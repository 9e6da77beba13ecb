#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects "one place for each decision": one file knows libxml2, one the environment, one memory.
. "${0%/*}/meta.sh"
cd "$top_srcdir" || exit 1

# only WHAT FILE PATTERN: no other file of the library matches.
only() {
    for file in $(grep -l -r -E --include='*.[ch]' "$3" lib); do
        [ "$file" = "$2" ] || fault "$file: only $2 knows $1"
    done
}

only 'libxml2' lib/load/xml.c '# *include <libxml/'
only 'the environment' lib/load/files.c '\b(secure_)?getenv *\('
only 'the C library'\''s allocator' lib/base/alloc.c '\b(malloc|calloc|realloc|free|strdup|strndup) *\('
finish
