# SPDX-License-Identifier: MIT
"""What the meta tests know of C: which files there are, and tokens without comments."""
import os
import re

ROOT = os.environ.get("top_srcdir", ".")

TOKEN = re.compile(r"""
    (?P<comment>/\*.*?\*/|//[^\n]*)
  | (?P<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')
  | (?P<directive>(?m:^)[ \t]*\#(?:\\\n|/\*.*?\*/|[^\n])*)
  | (?P<word>[A-Za-z_]\w*)
  | (?P<other>\S)
  | (?P<space>\s+)
""", re.X | re.S)


def files(*folders, ends=(".c", ".h")):
    """Paths below the root, sorted."""
    found = []
    for folder in folders:
        for where, folders_below, names in os.walk(os.path.join(ROOT, folder)):
            folders_below[:] = sorted(d for d in folders_below if not d.startswith((".", "_", "build")))
            found += [os.path.join(where, name) for name in sorted(names) if name.endswith(ends)]
    return found


def shown(path):
    return os.path.relpath(path, ROOT)


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def tokens(text):
    """(kind, text, line) of everything but space and comments."""
    line = 1
    for match in TOKEN.finditer(text):
        kind = match.lastgroup
        if kind not in ("comment", "space"):
            yield kind, match.group(), line
        line += match.group().count("\n")


def finish(faults):
    """Prints the faults and exits as a test does."""
    for fault in faults:
        print(fault)
    raise SystemExit(1 if faults else 0)
