# SPDX-License-Identifier: MIT
"""Protects "law is data": no string in C is the id of a jurisdiction, a fact, a concept or a rule,
and there is no floating point."""
import glob
import os
import re

from csource import ROOT, files, finish, read, shown, tokens

# Ids of two letters that are also words of the data format or of the result.
WORDS = {"as", "at", "by", "id", "in", "is", "no", "of", "on", "or", "to"}
PARTED = re.compile(r"\b(?:ogbv\.[a-z]{3}\.[a-z-]+|[a-z]{2}(?:-[a-z0-9]{1,3})?\.[a-z]+[0-9]{2,}[a-z0-9-]*)")


def ids():
    found = set()
    for path in glob.glob(os.path.join(ROOT, "data", "**", "*.xml"), recursive=True):
        kind = os.path.relpath(path, os.path.join(ROOT, "data")).split(os.sep)[0]
        if kind in ("jurisdictions", "calendars", "instruments"):
            found.add(os.path.basename(path)[:-len(".xml")])
        if kind in ("facts.xml", "taxonomy.xml", "jurisdictions"):
            found |= {i for i in re.findall(r"\bid=\"([^\"]+)\"", read(path)) if "." in i}
    return found - WORDS


def main():
    law, faults = ids(), []
    for path in files("lib", "tools"):
        for kind, text, line in tokens(read(path)):
            if kind == "string" and (text[1:-1] in law or PARTED.search(text)):
                faults.append("%s:%d: %s belongs into data/" % (shown(path), line, text))
            if kind == "word" and text in ("float", "double"):
                faults.append("%s:%d: floating point" % (shown(path), line))
    finish(faults)


main()
