#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects `ogbv check`: each spoiled copy of a file is found, with its place and a code.
. "${0%/*}/cli.sh"

run 0 check
no_output
no_message
run 0 check "$world"
run 0 check --format json
is_json
out_has '[]'

# spoiled FILE SED LINE CODE: the change of the file is reported at that line, with that code.
spoiled() {
    rm -rf "$scratch/data"
    cp -R "$world" "$scratch/data"
    chmod -R u+w "$scratch/data"
    sed -e "$2" "$world/$1" >"$scratch/data/$1"
    run 1 check "$scratch/data"
    no_message
    out_has "$scratch/data/$1:$3: error OGBV-$4: "
}

line_of() {
    grep -n -F -e "$2" "$world/$1" | head -n 1 | cut -d: -f1
}

spoiled RELEASE 's/^/version /' 1 1005
spoiled facts.xml 's/id="act.date" type="date"/id="act.date" type="day"/' \
    "$(line_of facts.xml 'id="act.date"')" 1301
spoiled facts.xml 's/id="act.viewers"/id="act.shared"/' "$(line_of facts.xml 'act.viewers')" 1409
spoiled safety.xml 's/<is fact="case.danger"/<is fact="case.dangers"/' \
    "$(line_of safety.xml '<is fact')" 1401
spoiled taxonomy.xml 's/<scope>/<scopes>/; s/<\/scope>/<\/scopes>/' \
    "$(line_of taxonomy.xml '<scope>')" 1201
spoiled taxonomy.xml 's/to="treaty"/to="treatise"/' "$(line_of taxonomy.xml 'to="treaty"')" 1406
spoiled instruments/treaty.xml 's/kind="treaty">$/kind="novel">/' 3 1301
spoiled jurisdictions/xa.xml 's/ref="xa.pa-1"/ref="xa.pa-9"/' \
    "$(line_of jurisdictions/xa.xml 'ref="xa.pa-1"')" 1403
spoiled jurisdictions/xa.xml 's/warnings="tells"/warnings="shouts"/' \
    "$(line_of jurisdictions/xa.xml 'warnings="tells"')" 1408
spoiled jurisdictions/xb.xml 's/none-found/nothing-found/g' \
    "$(line_of jurisdictions/xb.xml '<none-found')" 1201
spoiled jurisdictions/xb.xml 's/id="xb" as-of/id="xq" as-of/' 3 1003
spoiled tests/xa.xml 's/of="xa.pa-2"/of="xa.pa-0"/' "$(line_of tests/xa.xml 'of="xa.pa-2"')" 1411
spoiled jurisdictions/xa.xml 's/<\/jurisdiction>//' \
    "$(($(wc -l <"$world/jurisdictions/xa.xml") + 1))" 1103
spoiled facts.xml 's/^<facts/<!DOCTYPE facts []><facts/' "$(line_of facts.xml '<facts')" 1102

# a format that this library does not read
spoiled jurisdictions/xb.xml 's/format="1"/format="2"/' 3 1208

# all faults at once, and as JSON
sed -e 's/ref="xa.pa-1"/ref="xa.pa-9"/' "$world/jurisdictions/xa.xml" \
    >"$scratch/data/jurisdictions/xa.xml"
run 1 check "$scratch/data"
run 1 check --format json "$scratch/data"
is_json
out_has '"code": 1208'

# a file by itself is laid over the data; its name need not be its id
sed -e 's/ref="xa.pa-1"/ref="xa.pa-9"/' "$world/jurisdictions/xa.xml" >"$scratch/other.xml"
run 1 check "$scratch/other.xml"
out_has "$scratch/other.xml:"
cp "$world/jurisdictions/xa.xml" "$scratch/other.xml"
run 0 check "$scratch/other.xml"
run 0 check --data "$world" "$scratch/other.xml"

# a directory without a dictionary of facts is laid over, too
mkdir -p "$scratch/mine/jurisdictions"
cp "$world/jurisdictions/xb.xml" "$scratch/mine/jurisdictions/"
run 0 check "$scratch/mine"
run 0 check --data default --data "$scratch/mine"
finish
