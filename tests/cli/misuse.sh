#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the exit codes, and that misuse is told on standard error with nothing on standard output.
. "${0%/*}/cli.sh"

refused() {
    run "$@"
    no_output
    err_has 'ogbv'
}

# 2: the command line was not understood
refused 2
refused 2 nonsense
refused 2 --nonsense
refused 2 compare-nothing
refused 2 assess
refused 2 assess "$shown" "$shown"
refused 2 assess --nonsense "$shown"
refused 2 assess --fact=SECRET "$shown"
err_lacks SECRET
refused 2 assess --format "$shown"
refused 2 assess --format xml "$shown"
refused 2 assess --format csv "$shown"
refused 2 assess --format
refused 2 assess --on
refused 2 assess --on 2026-02-30 "$shown"
refused 2 assess --on yesterday "$shown"
refused 2 assess --jurisdiction Xania "$shown"
refused 2 assess --lang 'fr_FR!' "$shown"
refused 2 assess --mutate "$shown"
refused 2 check --mutate
refused 2 check --on 2026-11-21
refused 2 test --mutate=yes
refused 2 list
refused 2 list nonsense
refused 2 list offences remedies
refused 2 show
refused 2 show --format csv xa.pa-2

# 3: something could not be read or loaded
refused 3 assess "$scratch/absent.json"
refused 3 assess "$scratch"
refused 3 assess --data "$scratch/absent" "$shown"
refused 3 check "$scratch/absent.xml"
refused 3 test "$scratch/absent"
refused 3 list --data "$scratch/absent" offences
refused 3 list --data "$scratch" offences
refused 3 show nothing
printf 'no json' >"$scratch/case.json"
refused 3 assess "$scratch/case.json"
: >"$scratch/case.json"
refused 3 assess "$scratch/case.json"
printf '[]' >"$scratch/case.json"
refused 3 assess "$scratch/case.json"
head -c 1100000 /dev/zero | tr '\0' ' ' >"$scratch/case.json"
refused 3 assess "$scratch/case.json"
OGBV_DATA_DIR=$scratch/absent refused 3 list offences

# a slip of the path is not an empty set of rules
mkdir "$scratch/elsewhere"
refused 3 check "$scratch/elsewhere"
err_has 'no rule data in this directory'
refused 3 check "$world/jurisdictions"
refused 3 test "$world/tests"
refused 3 assess --data default --data "$scratch/elsewhere" "$shown"

# what is wrong with a case is told with the name of its file, and all at once
: >"$scratch/case.json"
refused 3 assess "$scratch/case.json"
err_has 'case.json: is empty'
refused 3 assess - </dev/null
err_has 'standard input: is empty'
a_case '"jurisdictions": ["xa", "Xania"]'
refused 3 assess "$scratch/case.json"
err_has 'case.json: /jurisdictions/1: '
a_case '"facts": { "act.shared": true }, "acts": [ { "id": "a", "facts": { "act.shared": false } } ]'
refused 3 assess "$scratch/case.json"
err_has 'case.json: '
err_has 'act.shared'
printf '{ "format": 1, "on": "31.12.2024", "facts": { "act.share": true, "act.agreed": "no" } }' \
    >"$scratch/case.json"
refused 3 assess "$scratch/case.json"
err_has 'case.json: /on: '
err_has '/facts/act.share: there is no such fact; the nearest is act.shared'
err_has '/facts/act.agreed: takes true, false or null'
err_lacks 31.12

# a byte order mark is no fault
printf '\357\273\277{ "format": 1, "jurisdictions": ["xa"] }' >"$scratch/case.json"
run 0 assess "$scratch/case.json"

# help and version are no misuse
run 0 --version
out_has 'ogbv '
run 0 -h
run 0 --help
no_message
if [ "$(wc -l <"$out")" -le 24 ]; then pass; else fail 'the usage has more than 24 lines'; fi
for command in assess check test list show; do
    run 0 "$command" --help
    no_message
    out_has 'example: ogbv '
    if [ "$(grep -c example "$out")" -eq 1 ]; then pass; else fail "$last: not one example"; fi
done

# "--" ends the options
run 3 assess -- --help
run 0 assess -- "$shown"
finish
