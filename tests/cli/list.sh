#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the lists: their columns, their forms, and that no cell of CSV is taken for a formula.
. "${0%/*}/cli.sh"

columns='"concepts","citation","verified"'
for kind in jurisdictions concepts facts offences baselines remedies terms instruments coverage; do
    run 0 list "$kind"
    no_message
    run 0 list --format json "$kind"
    is_json
    run 0 list --format csv "$kind"
    if head -n 1 "$out" | grep -q -e '^"id","label","jurisdiction","[a-z]*",'"$columns"; then
        pass
    else
        fail "$last: other columns"
    fi
    if [ "$(grep -c '$' "$out")" -eq "$(grep -c "$(printf '\r')\$" "$out")" ]; then
        pass
    else
        fail "$last: not every line ends with CR LF"
    fi
done

run 0 list --format csv offences
tr -d '\r' <"$out" >"$scratch/lines" && mv "$scratch/lines" "$out"
same "$here/expected/offences.csv"
run 0 list --format json remedies
same "$here/expected/remedies.json"
run 0 list coverage
same "$here/expected/coverage.txt"

# a label that begins with "="
run 0 list --format csv jurisdictions
out_has "\"'=Xebia, \"\"the other\"\" state\""
run 0 list --format json jurisdictions
out_has '"label": "=Xebia, \"the other\" state"'

run 0 list --format csv facts
out_has '"act.excuse","there was a good reason","","boolean","","","","","act","low","true",'

run 0 list --jurisdiction xb offences
out_has xb.code-1
out_lacks xa.pa-2
run 0 list --jurisdiction xc offences
no_output
err_has 'the law of xc is not held'
run 0 list --lang fr offences
out_has 'Montrer une image'
finish
