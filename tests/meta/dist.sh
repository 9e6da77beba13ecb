#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the release: what git keeps is distributed, and every file says its licence.
. "${0%/*}/meta.sh"
cd "$top_srcdir" || exit 1
[ -e .git ] || skip 'not a git checkout'
git ls-files >"$scratch/kept" 2>/dev/null || skip 'git cannot read the checkout'

made_by_automake='configure.ac|.*\.in|.*/local\.mk|Makefile\.am|(data|bindings|tests|doc)/.*'
grep -v -x -E "$made_by_automake" "$scratch/kept" >"$scratch/named"
while read -r file; do
    [ ! -e "$file" ] || grep -q -w -F -e "$file" Makefile.am lib/local.mk tools/local.mk ||
        fault "$file: kept in git, in no list of files"
done <"$scratch/named"

while read -r file; do
    case $file in
    *.c | *.h | *.h.in | *.py | *.sh | *.xml | *.rng | *.mk | *.am | *.ac | *.test | doc/*.md | data/*.md) ;;
    *) continue ;;
    esac
    [ ! -e "$file" ] || head -n 5 "$file" | grep -q 'SPDX-License-Identifier: ' ||
        fault "$file: no licence in its first lines"
    ! grep -n -E '\b(TOD[O]|FIXM[E]|XX[X])\b' "$file" || fault "$file: unfinished"
done <"$scratch/kept"
finish
