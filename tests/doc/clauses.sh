#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the numbers of doc/semantics.md: each clause once and in order, and every citation finds
# its clause ("semantics 5.2", "semantics section 5"; in the page itself "(6.9)").
set -u
: "${top_srcdir:=.}"
page=$top_srcdir/doc/semantics.md
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
failed=0

sed -n 's/^\*\*\([0-9]*\.[0-9]*\)\*\* .*/\1/p' "$page" >"$scratch/clauses"
sed -n 's/^## \([0-9]*\)\. .*/\1/p' "$page" >>"$scratch/clauses"
grep '\.' "$scratch/clauses" >"$scratch/as-written"
sort -t . -k 1,1n -k 2,2n -u "$scratch/as-written" | cmp -s - "$scratch/as-written" ||
    { echo "$page: clauses twice or out of order"; failed=1; }

{
    sed 1d "$page" | grep -o -E '[0-9]+\.[0-9]+'
    cd "$top_srcdir" && grep -r -h -o -E --include='*.[ch]' --include='*.md' --include='*.py' \
        'semantics(\.md`?)?,? (section |clause )?[0-9]+(\.[0-9]+)?' lib include tools tests doc bindings |
        sed 's/.* //'
} | sort -u >"$scratch/cited"
while read -r number; do
    grep -q -x -F -e "$number" "$scratch/clauses" || { echo "no clause $number in doc/semantics.md"; failed=$((failed + 1)); }
done <"$scratch/cited"

echo "$(wc -l <"$scratch/clauses") passed, $failed failed"
[ "$failed" -eq 0 ]
