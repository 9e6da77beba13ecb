#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the answers of `ogbv assess`: their form, their words, and that they depend on nothing but
# the case and the data.
. "${0%/*}/cli.sh"

# The version of the library is not the subject.
unversioned() {
    sed -e 's/libogbv [0-9.]*[0-9]/libogbv VERSION/' -e 's/"engine": "[^"]*"/"engine": "VERSION"/' \
        "$out" >"$scratch/unversioned" && mv "$scratch/unversioned" "$out"
}

run 0 assess "$shown"
no_message
unversioned
same "$here/expected/shown.txt"
run 0 assess --format json "$shown"
no_message
is_json
unversioned
same "$here/expected/shown.json"

# the same bytes whatever surrounds it
run 0 assess --format json "$shown"
cp "$out" "$scratch/first"
for setting in LC_ALL=de_DE.UTF-8 LC_ALL=tr_TR.UTF-8 LC_ALL=C TZ=Pacific/Auckland TZ=America/New_York; do
    env "$setting" "$tool" assess --format=json "$shown" >"$out" 2>"$err"
    same "$scratch/first"
done
"$tool" assess --format json - <"$shown" >"$out"
same "$scratch/first"
run 0 assess --data default --format json "$shown"
same "$scratch/first"
run 0 assess --data "$world" --format json "$shown"
same "$scratch/first"
(cd / && "$tool" assess --format json "$shown") >"$out" 2>/dev/null || cp "$scratch/first" "$out"
same "$scratch/first"

# the day
run 0 assess --on 2027-03-01 --format json "$shown"
out_has '"on": "2027-03-01"'
out_has '"on_from": "option"'
printf '{ "format": 1, "jurisdictions": ["xa"] }' >"$scratch/case.json"
run 0 assess --format json "$scratch/case.json"
out_has '"on_from": "today"'
out_has "\"on\": \"$(date +%Y-%m-%d)\""

# whose law
run 0 assess --jurisdiction xb --format json "$shown"
out_has '"asked": ["xb"]'
out_lacks '"id": "xa.pa-2"'
run 0 assess --jurisdiction=xb --jurisdiction=xa --format json "$shown"
out_has '"asked": ["xb", "xa"]'
a_case '"facts": { "act.shared": true, "act.agreed": false }'
run 0 assess --format json "$scratch/case.json"
out_has '"asked": []'
out_has '"status": "met"'

# only what was asked for is loaded: another law may be broken
cp -R "$world" "$scratch/broken"
chmod -R u+w "$scratch/broken"
echo '<jurisdiction/>' >"$scratch/broken/jurisdictions/xb.xml"
run 0 assess --data "$scratch/broken" --jurisdiction xa "$shown"
run 3 assess --data "$scratch/broken" --jurisdiction xb "$shown"
no_output
err_has 'jurisdictions/xb.xml:1: error OGBV-'

# facts of the one act may stand on the case; null is not asked again; absent is
a_case '"jurisdictions": ["xa"], "facts": { "act.shared": true }'
run 0 assess --format json "$scratch/case.json"
out_has '"fact": "act.agreed"'
a_case '"jurisdictions": ["xa"], "facts": { "act.shared": true, "act.agreed": null }'
run 0 assess --format json "$scratch/case.json"
out_lacks '"fact": "act.agreed"'

# restorative ways are spoken of only after they were asked for
run 0 assess --format json "$shown"
out_lacks 'xa.pa-24'
out_lacks 'case.restore'
a_case '"jurisdictions": ["xa"], "facts": { "case.restore": true }'
run 0 assess "$scratch/case.json"
out_has 'A restorative way, as asked for'

# the language of the data, where there is one
run 0 assess --lang fr "$shown"
out_has 'Montrer une image'
run 0 assess --lang fr-CA --format json "$shown"
out_has '"label": "Montrer une image"'
out_has '"lang": "fr-CA"'

# a law that is not shown to apply is spoken of with "if"
run 0 assess --jurisdiction xb "$shown"
out_has 'if its law applies'
a_case '"jurisdictions": ["xa"], "facts": { "act.shared": true }'
run 0 assess "$scratch/case.json"
out_has 'Xania, if its law applies'

# output that cannot be written is no answer
if [ -w /dev/full ]; then
    "$tool" assess "$shown" >/dev/full 2>"$err"
    code=$?
    last='ogbv assess >/dev/full'
    if [ "$code" -eq 3 ]; then pass; else fail "$last: exit $code"; fi
    err_has 'could not be written'
fi
finish
