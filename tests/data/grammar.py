# SPDX-License-Identifier: MIT
"""Reads data/schema/ogbv.rng: which element may hold which attributes and children. Knows only the
patterns that the schema uses, and stops at any other."""
import xml.etree.ElementTree as ET

RNG = "{http://relaxng.org/ns/structure/1.0}"
INSIDE = ("choice", "group", "interleave", "oneOrMore")     # what is inside may be needed
MAY = ("optional", "zeroOrMore")                            # what is inside may be left out
LEAVES = ("data", "value", "list", "text", "empty")


class Grammar:
    def __init__(self, path):
        self.top = ET.parse(path).getroot()
        self.defines = {d.get("name"): d for d in self.top.iter(RNG + "define")}

    def walk(self, pattern, needed=True):
        """Attributes and elements directly inside a pattern, and whether they are needed."""
        for kid in pattern:
            tag = kid.tag[len(RNG):] if isinstance(kid.tag, str) else "comment"
            if tag in ("attribute", "element"):
                yield tag, kid, needed
            elif tag == "ref":
                yield from self.walk(self.defines[kid.get("name")], needed)
            elif tag in INSIDE or tag in MAY:
                yield from self.walk(kid, needed and tag not in MAY)
            elif tag not in LEAVES and tag != "comment":
                raise ValueError("a pattern that this reader does not know: " + tag)

    def attributes(self, element):
        """Name to (needed, the pattern of the value)."""
        return {a.get("name"): (needed, a) for tag, a, needed in self.walk(element) if tag == "attribute"}

    def children(self, element):
        return {e.get("name"): e for tag, e, _ in self.walk(element) if tag == "element"}

    def root(self, name):
        return self.children(self.top.find(RNG + "start"))[name]

    def names(self):
        """All names of elements and attributes."""
        return {e.get("name") for kind in ("element", "attribute") for e in self.top.iter(RNG + kind)}

    def words(self, pattern):
        """The words that a value is chosen from; empty for an open type."""
        refs = [self.defines[r.get("name")] for r in pattern.iter(RNG + "ref")]
        return {v.text for place in [pattern] + refs for v in place.iter(RNG + "value")}

    def kind(self, pattern):
        """A name for the type of a value: the same name, the same type."""
        names = [r.get("name") for r in pattern.iter(RNG + "ref")]
        listed = pattern.find(RNG + "list") is not None
        return ("list of " if listed else "") + (names[0] if names else "/".join(sorted(self.words(pattern))))
