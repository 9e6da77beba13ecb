#!/bin/sh
# SPDX-License-Identifier: MIT
# The law that is shipped: it loads, its tests hold, and they notice every condition that is left
# out. OGBV_QUICK=yes leaves the last part out, where a sanitizer makes it slow.
tool=$top_builddir/tools/ogbv
data=$top_srcdir/data
[ -x "$tool" ] || exit 77
passed=0 failed=0

count() {
    last=$(printf '%s\n' "$1" | tail -n 1)
    passed=$((passed + $(printf '%s\n' "$last" | sed -n 's/^\([0-9]*\) passed, .*/\1/p;')))
    failed=$((failed + $(printf '%s\n' "$last" | sed -n 's/.* passed, \([0-9]*\) failed$/\1/p;')))
}

# run ARGUMENT...: runs tests; what fails is shown.
run() {
    said=$("$tool" test --data "$data" "$@") || printf '%s\n' "$said" | head -n 40
    count "$said"
}

# Leaving out conditions is quick where only the law that the tests of a file name is loaded.
mutate() {
    options=$(sed -n 's/.* jurisdictions="\([^"]*\)".*/\1/p' "$1" | tr ' ' '\n' | sort -u |
        sed 's/^/--jurisdiction=/')
    # shellcheck disable=SC2086
    run --mutate $options "$1"
}

if "$tool" check --data "$data" && "$tool" check "$data/EXAMPLE.xml"; then
    passed=$((passed + 1))
else
    failed=$((failed + 1))
fi
run
if [ "$OGBV_QUICK" != yes ]; then
    for file in "$data"/tests/*.xml; do mutate "$file"; done
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
