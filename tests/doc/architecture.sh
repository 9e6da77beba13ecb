#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the map of the house: doc/architecture.md names every source file, by its name or its group.
set -u
: "${top_srcdir:=.}"
page=$top_srcdir/doc/architecture.md
passed=0 failed=0
for file in "$top_srcdir"/lib/*/*.c; do
    layer=$(basename "$(dirname "$file")") name=$(basename "$file" .c)
    line=$(grep "^| \`$layer\` |" "$page")
    group="${name%%_*}_*"
    case $line in
    *"\`$name\`"* | *"\`$group\`"*) passed=$((passed + 1)) ;;
    *) failed=$((failed + 1)); echo "doc/architecture.md does not name lib/$layer/$name.c" ;;
    esac
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
