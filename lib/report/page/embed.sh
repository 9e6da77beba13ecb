#!/bin/sh
# SPDX-License-Identifier: MIT
# Writes files as arrays of C: embed.sh NAME=FILE... Only POSIX tools.
set -eu
echo '/* Made by lib/report/page/embed.sh. */'
echo '#include "report/write_html.h"'
for pair; do
    name=${pair%%=*} file=${pair#*=}
    printf '\nconst char ogbv__page_%s[] = {\n' "$name"
    od -An -v -tx1 "$file" | sed "s/ *\\([0-9a-f][0-9a-f]\\)/'\\\\x\\1',/g"
    printf "'\\\\0'\\n};\\n"
done
