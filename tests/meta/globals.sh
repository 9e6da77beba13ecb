#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects threads: the library has no variable that can be written, except for the flag that
# starts libxml2 once.
. "${0%/*}/meta.sh"
skip_instrumented "$archive"
"$NM" --version 2>/dev/null | grep -q GNU || skip 'needs the nm of GNU binutils'

"$NM" --format=sysv "$archive" | tr -d ' ' >"$scratch/symbols"
grep -q '|OBJECT|.*|\.data\.rel\.ro' "$scratch/symbols" || fault 'no tables found: nm failed'
while IFS='|' read -r name _ _ type _ _ section; do
    case $type,$section,$name in
    OBJECT,.rodata*,* | OBJECT,.data.rel.ro*,* | OBJECT,.bss,once) ;;
    OBJECT,* | TLS,*) fault "$name lies in $section" ;;
    esac
done <"$scratch/symbols"
finish
