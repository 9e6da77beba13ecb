# SPDX-License-Identifier: MIT
"""Protects those who copy from the documentation: every piece of C in README.md and in the guide is,
line by line, part of an example that is compiled and run; README.md shows the first one whole."""
import glob
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.environ.get("top_srcdir", os.path.join(HERE, "..", ".."))
PIECE = re.compile(r"^```c\n(.*?)^```$", re.M | re.S)


def read(path):
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        return file.read()


def pieces(page):
    return PIECE.findall(read(page))


def main():
    examples = {path: read(path) for path in sorted(glob.glob(os.path.join(ROOT, "doc", "examples", "*.c")))}
    faults, n = [], 0
    for page in ("README.md", os.path.join("doc", "howto-embed.md")):
        for piece in pieces(page):
            n += 1
            if not any("\n" + piece in text for text in examples.values()):
                faults.append("%s: not in any example:\n%s" % (page, piece))
    whole = read(os.path.join("doc", "examples", "first.c")).split("\n", 1)[1]
    if pieces("README.md") != [whole]:
        faults.append("README.md: its program is not doc/examples/first.c, without the first line")
    for fault in faults:
        print(fault)
    print("%d passed, %d failed" % (n + 1 - len(faults), len(faults)))
    sys.exit(bool(faults))


main()
