#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the layers: what lies lower never includes what lies higher (lib/LAYERS), and tools see
# public headers only.
. "${0%/*}/meta.sh"
cd "$top_srcdir" || exit 1

permitted() {
    layer=$1 other=$2
    [ "$layer" = "$other" ] || grep -q -E "^$layer:.* $other( |\$)" lib/LAYERS
}

for file in lib/*/*.[ch]; do
    layer=${file#lib/}
    layer=${layer%/*}
    grep -q "^$layer:" lib/LAYERS || fault "$file: $layer is not in lib/LAYERS"
    for included in $(sed -n 's/^ *# *include "\([^"]*\)".*/\1/p' "$file"); do
        case $included in
        */*) permitted "$layer" "${included%%/*}" || fault "$file: $layer may not include $included" ;;
        *) fault "$file: \"$included\" without its layer" ;;
        esac
    done
done

for file in $(grep -l -r '^ *# *include <ogbv/' lib/base); do
    fault "$file: the lowest layer does not know the public headers"
done
for file in $(find tools doc/examples -name '*.[ch]' 2>/dev/null); do
    ! grep -n -E '^ *# *include "(base|core|model|load|engine|report)/' "$file" ||
        fault "$file: public headers only"
done
finish
