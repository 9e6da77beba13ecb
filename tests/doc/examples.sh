#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the first hour with the library: the examples of the guide run and say what it promises.
set -u
: "${top_builddir:=_build}"
examples=$top_builddir/doc/examples
passed=0 failed=0
said=$(mktemp) || exit 1
trap 'rm -f "$said"' EXIT

# expect WHAT COMMAND...: the command succeeds.
expect() {
    what=$1
    shift
    if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "failed: $what"; cat "$said"; fi
}

# many WORD N: a line with the word, N times.
many() {
    i=0
    while [ "$i" -lt "$2" ]; do echo "$1"; i=$((i + 1)); done
}

# Each question of a conversation stands there once.
asked_once() {
    sed 's/\[yes, no, unknown\] /\n/g' "$said" | grep '?' | sort | uniq -d >"$said.twice"
    [ ! -s "$said.twice" ]
    status=$?
    rm -f "$said.twice"
    return "$status"
}

"$examples/first" >"$said" 2>&1
expect 'first: runs' test "$?" -eq 0
expect 'first: asks one question' grep -qx '[A-Z].*?' "$said"

"$examples/remedies" >"$said" 2>&1
expect 'remedies: runs' test "$?" -eq 0
expect 'remedies: names a remedy and where it stands' grep -q '^[A-Z].* (.*)$' "$said"

for word in yes no unknown; do
    many "$word" 1000 | "$examples/missing" >"$said" 2>&1
    expect "missing: runs with $word" test "$?" -eq 0
    expect "missing: ends with $word" grep -q '^[0-9]* questions are open\.$' "$said"
    expect "missing: asks nothing twice with $word" asked_once
done
many nonsense 3 | "$examples/missing" >"$said" 2>&1
expect 'missing: ends with its input' test "$?" -eq 0

"$examples/allocator" >"$said" 2>&1
expect 'allocator: runs' test "$?" -eq 0
expect 'allocator: gives everything back' grep -q ' 0 bytes still held$' "$said"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
