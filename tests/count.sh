#!/bin/sh
# SPDX-License-Identifier: MIT
# usage: count.sh BUILD_DIR STATUS
# Adds up what a make check left in BUILD_DIR: each test counts as what its log's last line of the
# form "N passed, N failed" says, or as one. STATUS is make's own: when it failed and no test did,
# that is a failure too. The last line is the sum, and the exit status says whether all passed.
find "$1" -name '*.trs' | sort | {
    passed=0 failed=$(($2 != 0)) skipped=0 failures=0
    while read -r trs; do
        result=$(sed -n 's/^:global-test-result: //p' "$trs")
        counts=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "${trs%.trs}.log" | tail -n 1)
        good=${counts%% *}
        bad=${counts#*, }
        bad=${bad%% *}
        case $result in
        PASS) passed=$((passed + ${good:-1})) ;;
        SKIP) skipped=$((skipped + 1)); echo "skipped: ${trs#"$1"/}" ;;
        *)  passed=$((passed + ${good:-0}))
            [ "${bad:-0}" -gt 0 ] || bad=1
            failures=$((failures + bad))
            echo "failed: ${trs#"$1"/}" ;;
        esac
    done
    [ "$failures" -eq 0 ] || failed=$failures
    echo "$skipped skipped"
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
}
