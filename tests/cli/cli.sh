#!/bin/sh
# SPDX-License-Identifier: MIT
# Sourced by the tests of the command line. They use the invented law of tests/cli/world.
set -u
: "${top_srcdir:=.}" "${top_builddir:=_build}" "${PYTHON:=python3}"
if [ "$PYTHON" = : ]; then PYTHON=; fi      # what configure says where there is none
tool=$top_builddir/tools/ogbv
here=$top_srcdir/tests/cli
world=$here/world
shown=$here/cases/shown.json
[ -x "$tool" ] || { echo "skipped: $tool was not built"; exit 77; }

passed=0 failed=0
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
out=$scratch/out err=$scratch/err
OGBV_DATA_DIR=$world
export OGBV_DATA_DIR

pass() {
    passed=$((passed + 1))
}

fail() {
    failed=$((failed + 1))
    echo "FAILED: $*"
}

# run CODE ARGUMENT...: runs the tool, which has to exit with that code.
run() {
    expected=$1
    shift
    last="ogbv $*"
    "$tool" "$@" >"$out" 2>"$err"
    code=$?
    if [ "$code" -eq "$expected" ]; then
        pass
    else
        fail "$last: exit $code instead of $expected"
        head -n 5 "$err"
    fi
}

# What the last run wrote.
out_has() {
    if grep -q -F -e "$1" "$out"; then pass; else fail "$last: not written: $1"; fi
}
out_lacks() {
    if grep -q -F -e "$1" "$out"; then fail "$last: written: $1"; else pass; fi
}
err_has() {
    if grep -q -F -e "$1" "$err"; then pass; else fail "$last: no message: $1"; head -n 3 "$err"; fi
}
err_lacks() {
    if grep -q -F -e "$1" "$err"; then fail "$last: in a message: $1"; else pass; fi
}
no_message() {
    if [ -s "$err" ]; then fail "$last: a message"; head -n 3 "$err"; else pass; fi
}
no_output() {
    if [ -s "$out" ]; then fail "$last: output"; else pass; fi
}

# same FILE: the last output has to be that file. UPDATE=1 writes the file instead.
same() {
    if [ "${UPDATE-}" = 1 ]; then
        cp "$out" "$1"
    fi
    if cmp -s "$out" "$1"; then
        pass
    else
        fail "$last: not as in $1"
        diff "$1" "$out" | head -n 10
    fi
}

# is_json: the last output has to be JSON.
is_json() {
    if ! command -v "$PYTHON" >/dev/null; then return; fi
    if "$PYTHON" -m json.tool <"$out" >/dev/null 2>&1; then pass; else fail "$last: no JSON"; fi
}

# a_case TEXT: writes a case, of format 1 and on a day, with the members given.
a_case() {
    printf '{ "format": 1, "on": "2026-11-21", %s }\n' "$1" >"$scratch/case.json"
}

finish() {
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
    exit
}
