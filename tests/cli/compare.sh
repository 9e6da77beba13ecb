#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects comparisons on the command line: what they write in each form, what they load, and that a
# case that shows a difference can be assessed.
. "${0%/*}/cli.sh"
on='--on 2026-11-21'

# shellcheck disable=SC2086  # a list of options
{
    run 0 compare $on inv.img.share
    no_message
    same "$here/expected/compare.txt"
    run 0 compare $on --format json inv.img.share xa xb
    is_json
    same "$here/expected/compare.json"
    run 0 compare $on --format csv inv.img.share xa xb
    tr -d '\r' <"$out" >"$scratch/lines" && mv "$scratch/lines" "$out"
    same "$here/expected/compare.csv"

    run 0 compare $on --baseline core --format json inv.img.share
    is_json
    out_has '"shortfall": {'
    out_has '"adopted": null'
    run 0 compare $on inv.img.share xa@2019-06-01 xa
    out_has 'no such rule in force on that day'
    run 0 compare $on --class civil inv.img.share
    out_has 'Definitions of class civil'
    run 0 compare $on inv.img.share xa xz
    out_has 'xz: not encoded: nothing is known here'
    run 0 compare $on inv.img.many xa xb
    out_has 'looked for, no such rule found'
    run 0 compare $on --lang fr inv.img.share
    out_has 'Partage d’images'
    run 0 compare inv.img.share xa                # today
    out_has 'compared on'
}

# the shown case, assessed
if command -v "$PYTHON" >/dev/null; then
    "$tool" compare --on 2026-11-21 --format json inv.img.share xa xb >"$scratch/compared"
    "$PYTHON" -c 'import json, sys
pair = json.load(open(sys.argv[1]))["pairs"][0]
json.dump(pair["only_b"]["case"], sys.stdout)' "$scratch/compared" >"$scratch/case.json"
    run 0 assess --format json "$scratch/case.json"
    out_has '"id": "xb.code-1"'
    "$PYTHON" -c 'import json, sys
strict = {o["id"]: o["strict"] for o in json.load(open(sys.argv[1]))["offences"]}
sys.exit(strict["xb.code-1"] != "yes" or strict["xa.pa-2"] != "no")' "$out" ||
        fail 'the case does not show it'
fi

# one case under every law
run 0 compare --case "$shown" inv.img.share
no_message
same "$here/expected/dual.txt"
run 0 compare --case "$shown" --format json inv.img.share
is_json
same "$here/expected/dual.json"
"$tool" compare --case - --on 2026-11-20 --format json inv.img.share <"$shown" >"$out" 2>"$err"
out_has '"on": "2026-11-20"'

# misuse
refused() {
    run "$@"
    no_output
    err_has 'ogbv'
}
refused 2 compare
refused 2 compare --on 2026-02-30 inv.img.share
refused 2 compare --class none inv.img.share
refused 2 compare --baseline Core inv.img.share
refused 2 compare inv.img.share XA
refused 2 compare inv.img.share xa@2020
refused 2 compare inv.img.share xa@2020-02-30
refused 2 compare --format html inv.img.share
refused 2 compare --case "$shown"
refused 2 compare --case "$shown" inv.img.share xa
refused 2 compare --case "$shown" --baseline core inv.img.share
refused 2 compare --case "$shown" --class civil inv.img.share
refused 2 compare --case "$shown" --format csv inv.img.share
refused 3 compare inv.img.none
refused 3 compare inv.img
refused 3 compare --case "$scratch/absent.json" inv.img.share
refused 3 compare --case "$shown" inv.img.none
a_case '"facts": { "act.shared": "SECRET" }'
refused 3 compare --case "$scratch/case.json" inv.img.share
err_lacks SECRET
finish
