#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects those who include: each header compiles alone, the public ones as C99 and as C++.
. "${0%/*}/meta.sh"
strict='-Wall -Wextra -Wshadow -Wstrict-prototypes -Wundef -Werror -fsyntax-only'
search="-I$top_srcdir/include -I$top_builddir/include -I$top_srcdir/lib"

# alone HEADER COMPILER FLAG...
alone() {
    header=$1
    shift
    echo "#include <$header>" >"$scratch/alone.c"
    # shellcheck disable=SC2086  # a list of flags
    "$@" $search "$scratch/alone.c" || fault "$header: not alone with: $*"
}

CXX=$(command -v c++ || command -v g++ || command -v clang++) || CXX=
cplusplus='-Wall -Wextra -Werror -fsyntax-only -std=c++11 -pedantic -x c++'
for path in "$top_srcdir"/include/ogbv/*.h "$top_builddir"/include/ogbv/version.h; do
    header=ogbv/${path##*/}
    # shellcheck disable=SC2086
    {
        alone "$header" $CC $strict -std=c99 -pedantic
        [ -z "$CXX" ] || alone "$header" "$CXX" $cplusplus
    }
done
for path in "$top_srcdir"/lib/*/*.h; do
    # shellcheck disable=SC2086
    alone "${path#"$top_srcdir"/lib/}" $CC $strict -std=c11
done
finish
