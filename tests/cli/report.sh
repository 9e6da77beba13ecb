#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the report on the command line: its forms, the codebook, the taxonomy as SKOS (read by
# rapper where that is).
. "${0%/*}/cli.sh"

run 0 report --on 2026-11-21
no_message
same "$here/expected/report.txt"
run 0 report --on 2026-11-21 --format json
is_json
out_has '"kind": "unused-fact"'
run 0 report --on 2026-11-21 --format csv
out_has '"verification","","","2026-11-21","xa"'
if [ "$(grep -c '$' "$out")" -eq "$(grep -c "$(printf '\r')\$" "$out")" ]; then pass; else
    fail 'not every line ends with CR LF'; fi

# every column that is written is in the codebook, in its order
columns=$(head -n 1 "$out" | tr -d '\r"' | tr ',' '\n')
run 0 report --format codebook
described=$(tr -d '\r' <"$out" | sed -n '2,$s/^"\([a-z_]*\)".*/\1/p')
if [ "$columns" = "$described" ]; then pass; else fail 'the codebook names other columns'; fi

run 0 report --on 2026-11-21 --format html
out_has '<!DOCTYPE html>'
out_has "&quot;the other&quot;"
out_lacks 'http://'
out_lacks 'https://'
run 0 report --on 2026-11-21 --class civil --jurisdiction xa
out_has 'Rules of class civil'
out_lacks Xebia

run 0 report --format skos
out_has '<skos:broader rdf:resource="urn:ogbv:concept:inv.img"/>'
out_has '<skos:closeMatch rdf:resource="urn:ogbv:instrument:treaty:art%201"/>'
out_has '<skos:prefLabel xml:lang="fr">Partage d’images</skos:prefLabel>'
out_has '<skos:note xml:lang="en">Better avoided: prank. It belittles.</skos:note>'
if command -v rapper >/dev/null; then
    for data in "$world" "$top_srcdir/data"; do
        OGBV_DATA_DIR=$data "$tool" report --format skos >"$scratch/taxonomy.rdf"
        if rapper -q -c -i rdfxml "$scratch/taxonomy.rdf" >"$err" 2>&1; then pass; else
            fail 'rapper refuses it'; head -n 3 "$err"; fi
        rapper -q -i rdfxml -o ntriples "$scratch/taxonomy.rdf" >"$scratch/triples" 2>/dev/null
        [ "$PYTHON" ] || continue
        # each concept is in a scheme, and what is broader is a concept too
        "$PYTHON" - "$scratch/triples" <<'END' && pass || fail 'SKOS that does not hang together'
import re, sys
triples = [re.match(r"<(.*?)> <(.*?)> (.*) \.$", line).groups() for line in open(sys.argv[1], encoding="utf-8")]
def of(name): return {(s, o.strip("<>")) for s, p, o in triples if p.endswith("#" + name)}
concepts = {s for s, o in of("type") if o.endswith("#Concept")}
schemes = {s for s, o in of("type") if o.endswith("#ConceptScheme")}
sys.exit(not concepts or not concepts <= {s for s, o in of("inScheme") if o in schemes}
         or not {o for s, o in of("broader")} <= concepts or not concepts <= {s for s, o in of("prefLabel")})
END
    done
else
    echo 'skipped: no rapper'
fi

# misuse
run 2 report xa
run 2 report --on June
run 2 report --format xml
run 2 report --class none
run 3 report --data "$scratch/absent"
finish
