#!/bin/sh
# SPDX-License-Identifier: MIT
# What a packager does after make install: compile with nothing but pkg-config, run, use the tool.
# Needs: CC, srcdir, libdir, bindir, ogbvdatadir, DESTDIR.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

export PKG_CONFIG_PATH="$DESTDIR$libdir/pkgconfig${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}"
export LD_LIBRARY_PATH="$DESTDIR$libdir${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
unset OGBV_DATA_DIR
if [ -n "$DESTDIR" ]; then
    export PKG_CONFIG_SYSROOT_DIR="$DESTDIR" OGBV_DATA_DIR="$DESTDIR$ogbvdatadir"
fi
[ "$(PKG_CONFIG_SYSROOT_DIR='' pkg-config --variable=datadir libogbv)" = "$ogbvdatadir" ]

# shellcheck disable=SC2046,SC2086  # lists of flags
{
    $CC $CFLAGS -o "$dir/shared" "$srcdir/tests/install/consumer.c" $(pkg-config --cflags --libs libogbv)
    "$dir/shared"
    if [ -e "$DESTDIR$libdir/libogbv.a" ]; then
        $CC $CFLAGS -o "$dir/static" "$srcdir/tests/install/consumer.c" \
            $(pkg-config --cflags libogbv) "$DESTDIR$libdir/libogbv.a" \
            $(PKG_CONFIG_SYSROOT_DIR='' pkg-config --libs libxml-2.0)
        env -u LD_LIBRARY_PATH "$dir/static"
    fi
}
[ ! -e "$DESTDIR$bindir/ogbv" ] || "$DESTDIR$bindir/ogbv" list jurisdictions >/dev/null
echo 'what is installed works'
