#!/bin/sh
# SPDX-License-Identifier: MIT
# The law that is shipped: it loads, its tests hold, and they notice every condition that is left
# out. OGBV_MUTATE=no leaves the last part out, where a sanitizer makes it slow.
tool=$top_builddir/tools/ogbv
[ -x "$tool" ] || exit 77
passed=0 failed=0

count() {
    last=$(printf '%s\n' "$1" | tail -n 1)
    passed=$((passed + $(printf '%s\n' "$last" | sed -n 's/^\([0-9]*\) passed, .*/\1/p;')))
    failed=$((failed + $(printf '%s\n' "$last" | sed -n 's/.* passed, \([0-9]*\) failed$/\1/p;')))
}

if "$tool" check --data "$top_srcdir/data" && "$tool" check "$top_srcdir/data/EXAMPLE.xml"; then
    passed=$((passed + 1))
else
    failed=$((failed + 1))
fi
mutate=$([ "$OGBV_MUTATE" = no ] || echo --mutate)
# shellcheck disable=SC2086
said=$("$tool" test $mutate --data "$top_srcdir/data")
printf '%s\n' "$said" | head -n 40
count "$said"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
