# SPDX-License-Identifier: MIT
"""Protects the documentation: each public function says since when, each status what it can be, and
doc/diagnostics.md is the table of lib/core/diag.c; each concept has its place in data/COMPARISON.md."""
import os
import re

from csource import ROOT, files, finish, read, shown

PUBLIC = re.compile(r"(?P<comment>/\*\*(?:[^*]|\*(?!/))*\*/)?\s*(?P<declaration>^OGBV_API\b[^;]*;)", re.M)
NAME = re.compile(r"(ogbv_\w+)\s*\(")
CODE = re.compile(r"(OGBV__D_\w+) = ([0-9]{4})")
MEANING = re.compile(r"\{ (OGBV__D_\w+),\s*\"([^\"]*)\" \}")
ROW = re.compile(r"^\| OGBV-([0-9]{4}) \| ([^|]*) \|", re.M)


def faults_of_header(path):
    for match in PUBLIC.finditer(read(path)):
        comment, declaration = match.group("comment") or "", match.group("declaration")
        name = NAME.search(declaration).group(1)
        if "@since" not in comment:
            yield "%s: %s() has no comment with @since" % (shown(path), name)
        if "OGBV_MUST_CHECK" in declaration and "@return" not in comment and "@copydoc" not in comment:
            yield "%s: %s() does not say which statuses it returns" % (shown(path), name)


def faults_of_diagnostics():
    page = os.path.join(ROOT, "doc", "diagnostics.md")
    numbers = dict(CODE.findall(read(os.path.join(ROOT, "lib", "core", "diag.h"))))
    table = {numbers.get(name): meaning
             for name, meaning in MEANING.findall(read(os.path.join(ROOT, "lib", "core", "diag.c")))}
    rows = {code: meaning.strip() for code, meaning in ROW.findall(read(page))}
    if set(numbers.values()) != set(table):
        yield "lib/core/diag.c: codes without a meaning: %s" % sorted(set(numbers.values()) - set(table))
    for code in sorted(set(table) | set(rows), key=str):
        if table.get(code) != rows.get(code):
            yield "doc/diagnostics.md: OGBV-%s is %r, in lib/core/diag.c %r" % (
                code, rows.get(code), table.get(code))


def faults_of_comparison():
    page = read(os.path.join(ROOT, "data", "COMPARISON.md"))
    for concept in re.findall(r'<concept id="([^"]+)"', read(os.path.join(ROOT, "data", "taxonomy.xml"))):
        heading = re.search(r"^### .*\(`%s`\)\n\n- " % re.escape(concept), page, re.M)
        if not heading:
            yield "data/COMPARISON.md: says nothing of %s" % concept


def main():
    faults = []
    for path in files("include", ends=(".h", ".h.in")):
        faults += faults_of_header(path)
    finish(faults + list(faults_of_diagnostics()) + list(faults_of_comparison()))


main()
