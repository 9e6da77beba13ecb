#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects what a case holds: no message repeats a value, nor a key that could be one; each names the
# place. No answer repeats a value.
. "${0%/*}/cli.sh"

# refused POINTER MEMBERS: the case is refused at that place, and nothing of it is repeated.
refused() {
    a_case "$2"
    run 3 assess "$scratch/case.json"
    no_output
    err_has "case.json: $1"
    err_lacks SECRET
    err_lacks Secret
    err_lacks 424242
}

refused '/: a key that is not known here' '"SECRET": 1'
refused '/person: unknown key' '"person": "SECRET"'
refused '/facts: not an object' '"facts": "SECRET"'
refused '/facts: a key that is not the id' '"facts": { "Anna SECRET": true }'
refused '/facts/act.share: there is no such fact; the nearest is act.shared' \
    '"facts": { "act.share": "SECRET" }'
refused '/facts/nothing-like-it-at-all: there is no such fact' \
    '"facts": { "nothing-like-it-at-all": "SECRET" }'
refused '/facts/act.shared: takes true, false or null' '"facts": { "act.shared": "SECRET" }'
refused '/facts/act.shared: takes true, false or null' '"facts": { "act.shared": 424242 }'
refused '/facts/act.shared: takes true, false or null' '"facts": { "act.shared": {"min": true} }'
refused '/facts/act.viewers: takes a whole number' '"facts": { "act.viewers": "SECRET" }'
refused '/facts/act.viewers: takes a whole number' '"facts": { "act.viewers": 424242.5 }'
refused '/facts/act.viewers: takes a whole number' '"facts": { "act.viewers": [424242] }'
refused '/facts/act.viewers: takes a whole number' '"facts": { "act.viewers": {"min": "SECRET"} }'
refused '/facts/act.viewers: takes a whole number' '"facts": { "act.viewers": {} }'
refused '/facts/act.viewers/secret: unknown key' \
    '"facts": { "act.viewers": {"min": 1, "secret": "SECRET"} }'
refused '/facts/case.age: ' '"facts": { "case.age": 424242 }'
refused '/facts/act.fault: takes null, a range {"min", "max"} (the lower first) or one of: none, reckless, intended' \
    '"facts": { "act.fault": "SECRET" }'
refused '/facts/case.relation: takes null or one of: partner, stranger' \
    '"facts": { "case.relation": "SECRET" }'
refused '/facts/case.relation: takes null or one of' \
    '"facts": { "case.relation": {"min": "partner"} }'
refused '/facts/act.date: takes a day' '"facts": { "act.date": "SECRET" }'
refused '/facts/act.date: takes a day' '"facts": { "act.date": 424242 }'
refused '/facts/act.reported-at: takes an instant' '"facts": { "act.reported-at": "2026-05-20" }'
refused '/facts/case.home: takes null or an ISO 3166 code' '"facts": { "case.home": "SECRET" }'
refused '/acts: not an array' '"acts": "SECRET"'
refused '/acts/0: not an object' '"acts": [ "SECRET" ]'
refused '/acts/0/id: an act needs a name' '"acts": [ { "facts": {} } ]'
refused '/acts/0/id: ' '"acts": [ { "id": "the SECRET" } ]'
refused '/acts/1/id: ' '"acts": [ { "id": "Secret" }, { "id": "Secret" } ]'
refused '/acts/0: a key that is not known here' '"acts": [ { "id": "a", "SECRET": 1 } ]'
refused '/acts/0/facts: not an object' '"acts": [ { "id": "a", "facts": "SECRET" } ]'
refused '/acts/0/facts/act.shared: takes' \
    '"acts": [ { "id": "a", "facts": { "act.shared": "SECRET" } } ]'
refused '/acts/0/facts/case.age: belongs to the case' \
    '"acts": [ { "id": "a", "facts": { "case.age": 42 } } ]'
refused '/facts/act.shared: belongs to an act' \
    '"facts": { "act.shared": true }, "acts": [ { "id": "a" }, { "id": "b" } ]'
refused '/jurisdictions: not an array' '"jurisdictions": "SECRET"'
refused '/jurisdictions/1: not a text' '"jurisdictions": [ "xa", 424242 ]'
refused 'line 1, column' '"facts": { "act.shared": true, "act.shared": "SECRET" }'
refused 'line 1, column' '"facts": { "act.shared": SECRET }'

# all faults are told at once
a_case '"facts": { "act.shared": 1, "act.viewers": true, "case.home": 3 }'
run 3 assess "$scratch/case.json"
if [ "$(wc -l <"$err")" -eq 3 ]; then pass; else fail "$last: not three messages"; fi

# facts that contradict each other are named, not their values
a_case '"facts": { "case.age": 12, "case.minor": false }'
run 3 assess "$scratch/case.json"
no_output
err_has case.minor
err_lacks 12

a_case '"jurisdictions": [ "Secret" ]'
run 3 assess "$scratch/case.json"
err_has /jurisdictions
err_lacks Secret

printf '{ "on": "2026-11-21" }' >"$scratch/case.json"
run 3 assess "$scratch/case.json"
err_has '/format: '
printf '{ "format": 2 }' >"$scratch/case.json"
run 3 assess "$scratch/case.json"
err_has '/format: '
printf '{ "format": 1, "on": "2026-SECRET" }' >"$scratch/case.json"
run 3 assess "$scratch/case.json"
err_has '/on: '
err_lacks SECRET
printf '{ "format": 1, "on": 424242 }' >"$scratch/case.json"
run 3 assess "$scratch/case.json"
err_has '/on: '
err_lacks 424242

# an answer repeats none either
a_case '"jurisdictions": ["xa", "xb"], "facts": { "act.viewers": 424242, "act.fault": "intended" }'
for format in text json; do
    run 0 assess --format "$format" "$scratch/case.json"
    out_lacks 424242
    out_lacks intended
    out_lacks 'meant it'
done
finish
