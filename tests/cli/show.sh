#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects `ogbv show`: every kind of entry, in sentences with citations and sources.
. "${0%/*}/cli.sh"

for id in xa.pa-2 xa.pa-4 xa.pa-20 inv.img.share act.fault; do
    run 0 show "$id"
    no_message
    same "$here/expected/show-$id.txt"
done
run 0 show xa.pa-1
out_has 'picture that is shown'
run 0 show inv.img
out_has 'Sharing of pictures (inv.img.share)'
run 0 show --lang fr xa.pa-2
out_has 'Montrer une image'
run 0 show --format json xa.pa-2
is_json
out_has '"text": "Showing a picture\n'
run 0 show --format json act.fault
is_json
run 0 show 'Passing On'
out_has 'inv.img.share: concept'
run 0 show --format json prank
is_json
run 0 show treaty
out_has 'Xania (xa): in force, since 1 January 2020'
out_has 'xz: invited to join'
run 0 show --format json treaty
is_json
run 3 show xa.pa-99
no_output
err_has 'xa.pa-99: there is no rule'
err_has 'did you mean xa.pa-'
run 3 show nothing-like-it-at-all
err_has 'there is no rule'
err_lacks 'did you mean'
finish
