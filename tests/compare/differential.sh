#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects exactness: random pairs of definitions, compared by the library, by trying all cases, and
# by the solvers that there are.
set -u
: "${top_builddir:=_build}"
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
passed=0 failed=0

"$top_builddir/tests/compare/differential" "$scratch" >"$scratch/said"
status=$?
grep -v 'passed, .* failed$' "$scratch/said"
counts=$(tail -n 1 "$scratch/said")
passed=${counts%% passed*}
failed=${counts#*, }
failed=${failed%% failed*}
[ "$status" -le 1 ] || { echo "FAILED: differential ended with $status"; failed=$((failed + 1)); }

# asked SOLVER FILE CODE: 10 is "some assignment meets it", 20 is "none does".
asked() {
    "$1" -n "$scratch/$2" >"$scratch/answer" 2>&1
    code=$?
    if [ "$code" -eq "$3" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $1 $2: $code instead of $3"
    fi
}

for solver in picosat cadical; do
    if command -v "$solver" >/dev/null; then
        asked "$solver" none.cnf 20
        for file in "$scratch"/found-*.cnf; do
            asked "$solver" "${file##*/}" 10
        done
    else
        echo "skipped: no $solver"
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
