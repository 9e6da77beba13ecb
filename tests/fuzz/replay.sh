#!/bin/sh
# SPDX-License-Identifier: MIT
# Replays what fuzzers found worth keeping. A crash stops at the name of its file.
set -u
: "${top_srcdir:=.}" "${top_builddir:=_build}"
passed=0 failed=0
for target in load case; do
    out=$("$top_builddir/tests/fuzz/replay_$target" "$top_srcdir/tests/fuzz/corpus/$target"/*) || {
        echo "$out" | tail -n 3
        failed=$((failed + 1))
    }
    n=$(echo "$out" | sed -n 's/ passed, 0 failed$//p')
    passed=$((passed + ${n:-0}))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
