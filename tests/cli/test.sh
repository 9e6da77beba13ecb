#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects `ogbv test`: a line a failure, the last line counts, and a drop that no test notices fails.
. "${0%/*}/cli.sh"

last_line() {
    if [ "$(tail -n 1 "$out")" = "$1" ]; then pass; else fail "$last: last line is not: $1"; fi
}

run 0 test
no_message
last_line '4 passed, 0 failed'
run 0 test "$world/tests/xa.xml"
last_line '4 passed, 0 failed'
run 0 test "$world/jurisdictions/xa.xml"
last_line '4 passed, 0 failed'

# only the law and the tests of one jurisdiction
run 0 test --jurisdiction xa
last_line '4 passed, 0 failed'
run 0 test --jurisdiction xb
last_line '2 passed, 0 failed'
run 0 test --jurisdiction xa "$world/tests/xa.xml"
last_line '4 passed, 0 failed'
run 3 test --jurisdiction Xebia

sed -e 's/status="not-met"/status="met"/' "$world/tests/xa.xml" >"$scratch/wrong.xml"
run 1 test "$scratch/wrong.xml"
last_line '3 passed, 1 failed'
out_has "$scratch/wrong.xml:"
out_has 'agreed'
run 1 test --format json "$scratch/wrong.xml"
is_json
out_has '"failed": 1'

run 1 test --mutate
out_has "$world/jurisdictions/xa.xml:"
out_has 'no test notices'
run 1 test --mutate --format json
is_json

# law that has faults is not tested
sed -e 's/ref="xa.pa-1"/ref="xa.pa-9"/' "$world/jurisdictions/xa.xml" >"$scratch/other.xml"
run 3 test "$scratch/other.xml"
no_output
err_has 'error OGBV-1403'
finish
