#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects privacy and determinism: the library calls only what tests/meta/calls.txt allows. No
# clock, locale, output, network, process or floating point is on that list.
. "${0%/*}/meta.sh"
skip_instrumented "$library"

called=$("$NM" -D --undefined-only "$library" | sed -n -e 's/@.*//' -e 's/.* U //p' | LC_ALL=C sort -u)
[ -n "$called" ] || fault "nothing is called: $NM failed"
allowed=$(grep -v -e '^#' -e '^$' "$top_srcdir/tests/meta/calls.txt" | LC_ALL=C sort -u)
for name in $(LC_ALL=C only_first "$called" "$allowed"); do
    fault "$name: called, and not in tests/meta/calls.txt"
done
finish
