#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the example cases: each is accepted, and answered as data/cases/README.md says. Here the
# tool reads the law that is shipped.
. "${0%/*}/cli.sh"
OGBV_DATA_DIR=$top_srcdir/data
cases=$top_srcdir/data/cases
command -v "$PYTHON" >/dev/null || { echo "skipped: no Python to read the answers with"; exit 77; }

# Turns the answer in $out into lines: "RULE STATUS WORD...", "RULE act ACT STATUS",
# "RULE due DEADLINE STATUS", "JURISDICTION covers CONCEPT STATUS", "JURISDICTION CONNECTION".
lines() {
    "$PYTHON" - "$out" >"$scratch/lines" <<'EOF'
import json, sys
result = json.load(open(sys.argv[1], encoding="utf-8"))
for kind in "offences", "baselines", "remedies":
    for finding in result[kind]:
        words = [word for word in ("contestable", "arguable") if finding.get(word)]
        print(finding["id"], finding["status"], *words, *finding["why"])
        for act in finding.get("acts", []):
            print(finding["id"], "act", act["act"], act["status"])
        for due in finding["deadlines"]:
            print(finding["id"], "due", due["id"], due["status"])
for line in result["coverage"]:
    print(line["jurisdiction"], "covers", line["concept"], line["status"])
for jurisdiction in result["jurisdictions"]:
    print(jurisdiction["id"], jurisdiction["connection"], "" if jurisdiction["held"] else "not-held")
for concept in result["concepts"]:
    print(concept["id"], concept["status"])
for message in result["safety"]:
    print("safety", message["code"])
EOF
    sed 's/ *$//' "$scratch/lines" >"$out"
}

# shows CASE LINE...: the answer to a case has these lines.
shows() {
    run 0 assess --format json "$cases/$1.json"
    no_message
    lines
    shift
    for line; do
        if grep -q -x -F -e "$line" "$out"; then pass; else fail "$last: not so: $line"; fi
    done
}

shows ex-partner-sharing \
    'gb-eaw.soa2003-66b-1 met contestable' \
    'gb-eaw.soa2003-66b-2 undetermined fact' \
    'ie.hhcroa2020-3-distribute undetermined arguable open-norm' \
    'gb.osa2023-10-3a available' \
    'ogbv.img.dissem met'
shows threat-without-image \
    'gb-eaw.soa2003-66b-4 met contestable' \
    'gb-eaw.soa2003-66b-1 not-met' \
    'ie.hhcroa2020-2-threaten not-met'
shows recording-without-sharing \
    'ie.hhcroa2020-3-record met' \
    'ie.hhcroa2020-3-distribute not-met' \
    'ie.hhcroa2020-2-distribute not-met'
shows takedown-48-hours \
    'us.usc47-223a-b1 met' \
    'us.usc47-223a due removal expired' \
    'us.usc47-223a-b available'
shows california-2014 'us-ca.pc-647-j-4-a-i not-met' 'us-ca.cc-1708.85 not-in-force'
shows california-2023 'us-ca.pc-647-j-4-a-i met contestable' 'us-ca.cc-1708.85-claim expired'
shows california-2025 'us-ca.pc-647-j-4-a-i met contestable' 'us-ca.pc-647-j-4-a-ii not-met'
shows deepfake-not-shared \
    'gb-eaw.soa2003-66e met contestable' \
    'gb-eaw.soa2003-66b-1 not-met' \
    'ie covers ogbv.img.create-synth none-found' \
    'ogbv.img.create-synth met'
shows stalking-two-acts \
    'gb-eaw.pha1997-2a met contestable' \
    'gb-eaw.pha1997-4a undetermined fact open-norm' \
    'gb-eaw.pha1997-3-injunction available'
shows harassment-across-a-change 'ie.nfoapa1997-10-1 undetermined spans-change'
shows harassment-imprecise-dates 'ie.nfoapa1997-10-1 undetermined date'
shows minor-depicted \
    'gb-eaw.pca1978-1-b met contestable' \
    'us.usc18-2258a available' \
    'safety minor-material'
shows threat-then-sharing \
    'gb-eaw.soa2003-66b-4 act threat met' \
    'gb-eaw.soa2003-66b-4 act sharing not-met' \
    'gb-eaw.soa2003-66b-2 act threat not-met' \
    'gb-eaw.soa2003-66b-2 act sharing met' \
    'gb-eaw.theft1968-21 met'
shows defence-open \
    'gb-eaw.soa2003-66b-1 met contestable' \
    'ie.hhcroa2020-3-distribute undetermined fact burden'
shows cross-border \
    'us-ca connected' \
    'ie connected' \
    'ie.hhcroa2020-2-distribute met' \
    'us-ca.pc-647-j-4-a-i undetermined arguable open-norm' \
    'eu.dsa-16 available'
shows restorative-asked \
    'ie.hhcroa2020-3-distribute met contestable' \
    'ie.cjvca2017-26 undetermined fact'
shows france-deepfake-shared 'fr.cp-226-8-1 met' 'fr.l1881-65 expired' 'fr.cpp-15-3 available'
shows one-fake-five-laws \
    'kr.sca-14bis-2 met' \
    'au.cc-474-17a-1 met contestable' \
    'br.cp-218c-nudity undetermined arguable unsettled' \
    'it.cp-612quater undetermined fact open-norm' \
    'za.cca-16 undetermined arguable open-norm'
shows law-not-held \
    'th asserted not-held' \
    'th covers ogbv.img.dissem not-encoded' \
    'ie.cjvca2017-14 available'
shows unknown-everything \
    'gb-eaw.police-report available' \
    'ie.cjvca2017-14 available' \
    'us-ca.report available'

# the clock of the platform
for day in '19 open' '20 due-today' '21 expired'; do
    run 0 assess --format json --on "2026-11-${day% *}" "$cases/takedown-48-hours.json"
    lines
    out_has "us.usc47-223a due removal ${day#* }"
done

# nothing is spoken of that nobody asked for
sed '/restorative.asked/d' "$cases/restorative-asked.json" >"$scratch/case.json"
run 0 assess --format json "$scratch/case.json"
out_lacks 'ie.cjvca2017-26'

# no facts, and any law that is held: silence is never an answer
options=$("$tool" list --format json jurisdictions |
    "$PYTHON" -c 'import json, sys; print(*("--jurisdiction=" + j["id"] for j in json.load(sys.stdin)))')
# shellcheck disable=SC2086  # a list of options
run 0 assess --format json $options "$cases/unknown-everything.json"
lines
for status in met not-met unavailable expired defeated inapplicable; do
    out_lacks " $status"
done

# each case stands in the table, and is tried above
for file in "$cases"/*.json; do
    name=${file##*/}
    if grep -q -F -e "| \`$name\` |" "$cases/README.md"; then pass; else fail "$name: not in README.md"; fi
    if grep -q -e "^shows ${name%.json} " "$0"; then pass; else fail "$name: not tried"; fi
    run 0 assess "$file"
    no_message
done
finish
