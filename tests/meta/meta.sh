#!/bin/sh
# SPDX-License-Identifier: MIT
# Sourced by the meta tests.
set -u
: "${top_srcdir:=.}" "${top_builddir:=_build}" "${CC:=cc}" "${NM:=nm}"
NM=${NM%% *}      # libtool adds options
faults=0

fault() {
    echo "$*"
    faults=$((faults + 1))
}

skip() {
    echo "skipped: $*"
    exit 77
}

finish() {
    [ "$faults" -eq 0 ]
    exit
}

# Lines of the first list that the second does not hold; both sorted.
only_first() {
    printf '%s\n' "$2" >"$scratch/second"
    printf '%s\n' "$1" | comm -23 - "$scratch/second"
}

scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT

library=$top_builddir/.libs/libogbv.so
archive=$top_builddir/.libs/libogbv-core.a

# Sanitizers and coverage bring symbols and variables of their own.
skip_instrumented() {
    [ -e "$1" ] || skip "$1 was not built"
    ! "$NM" "$1" 2>/dev/null | grep -q -E ' U .*(__asan_|__tsan_|__ubsan_|__gcov_)' ||
        skip 'built with a sanitizer or for coverage'
}
