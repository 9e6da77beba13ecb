# SPDX-License-Identifier: MIT
# Protects threads: the library has no variable that can be written, except for the flag that
# starts libxml2 once.
. "${0%/*}/meta.sh"
skip_instrumented "$archive"
"$NM" --version 2>/dev/null | grep -q GNU || skip 'needs the nm of GNU binutils'

"$NM" --format=sysv "$archive" >"$scratch/symbols" 2>/dev/null || skip 'nm failed'
while IFS='|' read -r name _ _ type _ _ section; do
    [ "$(echo "$type")" = OBJECT ] || [ "$(echo "$type")" = TLS ] || continue
    case $(echo $section) in
    .rodata* | .data.rel.ro*) ;;
    *) [ "$(echo $name)" = once ] || fault "$(echo $name) lies in $(echo $section)" ;;
    esac
done <"$scratch/symbols"
finish
