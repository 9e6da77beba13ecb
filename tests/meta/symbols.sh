#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the ABI: what the headers declare, what the export list names, what the library exports
# and what Python knows is the same.
. "${0%/*}/meta.sh"

LC_ALL=C
export LC_ALL

# The headers without comments, one declaration a line.
declarations=$(sed -e '/^#/d' "$top_srcdir"/include/ogbv/*.h \
    "$top_srcdir/include/ogbv/version.h.in" | tr '\n' ' ' |
    sed -e 's|/\*[^*]*\*\+\([^/*][^*]*\*\+\)*/||g' | tr ';' '\n')
declared=$(printf '%s\n' "$declarations" |
    sed -n 's/.*OGBV_API[^(]*\b\(ogbv_[a-z0-9_]*\) *(.*/\1/p' | sort)
listed=$(sed -n 's/^ *\(ogbv_[a-z0-9_]*\);$/\1/p' "$top_srcdir/lib/libogbv.map")

compare() {
    for name in $(only_first "$1" "$2"); do fault "$name: $3"; done
}

[ -n "$declared" ] || fault 'no declarations found'
[ "$listed" = "$(printf '%s\n' "$listed" | sort -u)" ] || fault 'lib/libogbv.map is not sorted'
compare "$declared" "$listed" 'in a header, not in lib/libogbv.map'
compare "$listed" "$declared" 'in lib/libogbv.map, in no header'

if [ -e "$library" ]; then
    exported=$("$NM" -D --defined-only "$library" |
        sed -n -e 's/@.*//' -e 's/.* [A-Z] \([a-z_][a-z0-9_]*\)$/\1/p' | sort -u)
    compare "$exported" "$listed" 'exported, not in lib/libogbv.map'
    compare "$listed" "$exported" 'in lib/libogbv.map, not exported'
fi

table=$top_srcdir/bindings/python/src/ogbv/_abi.py
if [ -e "$table" ]; then
    python=$(grep -o -E "[\"']ogbv_[a-z0-9_]+[\"']" "$table" | tr -d "\"'" | sort -u)
    compare "$python" "$listed" 'in _abi.py, not in lib/libogbv.map'
    compare "$listed" "$python" 'in lib/libogbv.map, not in _abi.py'
fi
abi=$top_srcdir/tests/abi
released=$(sed -n 's/^FUNCTION(.*\b\(ogbv_[a-z0-9_]*\), (.*/\1/p' "$abi/functions.h" | sort)
compare "$listed" "$released" 'in lib/libogbv.map, not in tests/abi/functions.h'
compare "$released" "$listed" 'in tests/abi/functions.h, not in lib/libogbv.map'
constants=$(printf '%s\n' "$declarations" | sed -n 's/^ *enum *{\(.*\)}.*/\1/p' |
    grep -o '\bOGBV_[A-Z0-9_]*\b' | sort -u)
frozen=$(sed -n 's/^CONSTANT(\([A-Z0-9_]*\), .*/\1/p' "$abi/constants.h" | sort)
compare "$constants" "$frozen" 'in a header, not in tests/abi/constants.h'
compare "$frozen" "$constants" 'in tests/abi/constants.h, in no header'
finish
