#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the published schema: it is one, and every file of the data is valid by it.
set -u
: "${top_srcdir:=.}"
command -v xmllint >/dev/null || { echo 'skipped: needs xmllint'; exit 77; }
schema=$top_srcdir/data/schema/ogbv.rng

scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT

find "$top_srcdir/data" "$top_srcdir/tests/data/seeds" -name '*.xml' | LC_ALL=C sort >"$scratch/files"
# Names of files hold no space. The status of xargs is 123 when any file is refused.
xargs xmllint --noout --nonet --relaxng "$schema" <"$scratch/files" >"$scratch/said" 2>&1
status=$?
grep -v ' validates$' "$scratch/said"
files=$(wc -l <"$scratch/files")
valid=$(grep -c ' validates$' "$scratch/said")
[ "$status" -eq 0 ] && [ "$valid" -eq "$files" ] || status=1
echo "$valid passed, $((files - valid)) failed"
exit "$status"
