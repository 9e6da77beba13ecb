# SPDX-License-Identifier: MIT
"""Protects the published schema: data/schema/ogbv.rng is the vocabulary that the loader checks against.

Small documents hold every element (seeds/). At each element in them, schema and
loader have to agree: which attributes and children there may be, which are needed, which values an
attribute takes, where text stands, how often and in which order children come. What the schema allows
is read from it where that is exact, and asked of xmllint where it is not."""
import copy
import ctypes
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

from grammar import Grammar

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.environ.get("top_srcdir", os.path.join(HERE, "..", ".."))
BUILD = os.environ.get("top_builddir", os.path.join(ROOT, "_build"))
SCHEMA = os.path.join(ROOT, "data", "schema", "ogbv.rng")
UNKNOWN_ELEMENT, UNKNOWN_ATTRIBUTE, MISSING_ATTRIBUTE = 1201, 1202, 1203
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

# Values on both sides of what each type of attribute allows.
PROBES = ["", " ", "a", "A", "a.b", "a..b", ".a", "a.", "a_b", "a-", " a", "a ", "a b", "a  b", "a\tb",
          "x" * 96, "x" * 97, "\u00e9", "ie", "us-ca", "us-cali", "us-", "IE", "ie us", "0", "1", "-1",
          "-0", "+1", "007", "1.5", "2147483647", "2147483648", "-2147483648", "-2147483649", "9" * 30,
          "2024-02-29", "2023-02-29", "2024-2-9", "2024-02", "1582-12-31", "1583-01-01", "9999-12-31",
          "10000-01-01", "2024-13-01", "2024-04-31", "2024-01-01Z", " 2024-01-01", "0000-01-01"]

# What the readers behind the loader's tables say with the same codes: more than structure.
BEYOND = (": as-of of jurisdiction", ": discouraged and why", ": at of mapping", ": pick of end with",
          ": deadline of expect", "max-months beside life", "min and max of", "does not begin with",
          " in the language ")


# ---- the two judges ------------------------------------------------------------------------------

class Loader:
    def __init__(self, path):
        self.lib = ctypes.CDLL(path)
        self.lib.ogbv_loader_diagnostic_at.restype = ctypes.c_void_p
        self.lib.ogbv_diagnostic_text.restype = ctypes.c_char_p
        self.context = self.make("context_new", None, None)

    def make(self, name, *args):
        out = ctypes.c_void_p()
        if getattr(self.lib, "ogbv_" + name)(*args, ctypes.byref(out), None) != 0:
            raise MemoryError(name)
        return out

    def faults(self, name, document):
        """What the loader says about the structure of a document: (code, text)."""
        loader, out = self.make("loader_new", self.context), ctypes.c_void_p()
        self.lib.ogbv_loader_want_tests(loader)
        if self.lib.ogbv_loader_add_memory(loader, name.encode(), document,
                                           ctypes.c_size_t(len(document)), None) != 0:
            raise MemoryError(name)
        self.lib.ogbv_loader_finish(loader, ctypes.byref(out), None)
        found = []
        for i in range(self.lib.ogbv_loader_diagnostic_count(loader)):
            one = ctypes.c_void_p(self.lib.ogbv_loader_diagnostic_at(loader, ctypes.c_size_t(i)))
            code, text = self.lib.ogbv_diagnostic_code(one), self.lib.ogbv_diagnostic_text(one).decode()
            if (1200 <= code < 1300 or code in (1301, 1302)) and not any(b in text for b in BEYOND):
                found.append((code, text))
        self.lib.ogbv_loader_free(loader)
        return found


def schema_accepts(documents):
    """For each document, whether xmllint finds it valid."""
    with tempfile.TemporaryDirectory() as folder:
        names = [os.path.join(folder, "%d.xml" % i) for i in range(len(documents))]
        for name, document in zip(names, documents):
            with open(name, "wb") as file:
                file.write(document)
        said = ""
        for i in range(0, len(names), 1000):
            run = subprocess.run(["xmllint", "--noout", "--nonet", "--relaxng", SCHEMA] + names[i:i + 1000],
                                 stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            said += run.stdout.decode("utf-8", "replace")
    verdicts = dict(re.findall(r"^(\S+) (validates|fails to validate)$", said, re.M))
    if set(verdicts) != set(names):
        sys.exit("xmllint did not judge every document: " + said[-2000:])
    return [verdicts[name] == "validates" for name in names]


# ---- one seed ------------------------------------------------------------------------------------

class Seed:
    """A document, its place in a set of data, and what the two judges said of its changes."""

    def __init__(self, path, grammar, loader):
        parts = os.path.basename(path).split(".")
        self.name = "%s.xml" % "/".join(parts[:-1][:2])
        self.root = ET.parse(path).getroot()
        self.grammar, self.loader = grammar, loader
        self.asked, self.passed, self.failed = [], 0, 0

    def faults(self):
        return self.loader.faults(self.name, self.bytes())

    def bytes(self):
        return ET.tostring(self.root, encoding="utf-8", xml_declaration=True)

    def equal(self, what, schema, loader):
        if schema == loader:
            self.passed += 1
        else:
            self.failed += 1
            print("%s: %s: %s by the schema, %s by the loader" % (self.name, what, schema, loader))

    def ask(self, what):
        """Judges the document as it stands by the loader, and later by xmllint."""
        self.asked.append((what, not self.faults(), self.bytes()))

    def settle(self):
        for (what, loader, _), schema in zip(self.asked, schema_accepts([a[2] for a in self.asked])):
            self.equal(what, "accepted" if schema else "refused", "accepted" if loader else "refused")

    def nodes(self):
        """One node of each kind, with its element of the schema; told apart by that and its parent."""
        seen = set()

        def walk(node, element, parent):
            if (id(element), parent) not in seen:
                seen.add((id(element), parent))
                yield node, element
            kids = self.grammar.children(element)
            for kid in node:
                yield from walk(kid, kids[kid.tag], node.tag)
        return list(walk(self.root, self.grammar.root(self.root.tag), None))


def attribute(name):
    return LANG if name == "xml:lang" else name


def said(seed, code):
    """The details of the faults of one code: what stands behind the meaning."""
    return {text.split(": ", 1)[1] for found, text in seed.faults() if found == code}


def compare_attributes(seed, node, element, names):
    allowed, before = seed.grammar.attributes(element), dict(node.attrib)
    for name in names:
        node.set(attribute(name), "1")
    refused = said(seed, UNKNOWN_ATTRIBUTE)
    node.attrib.clear()
    missing = said(seed, MISSING_ATTRIBUTE)
    node.attrib.update(before)
    for name in names:
        where = name + " of " + node.tag
        seed.equal(where, name in allowed, where not in refused)
        seed.equal(where + " needed", name in allowed and allowed[name][0], where in missing)


def compare_children(seed, node, element, names):
    allowed, before = seed.grammar.children(element), len(node)
    for name in names:
        node.append(ET.Element(name))
    refused = said(seed, UNKNOWN_ELEMENT)
    del node[before:]
    for name in names:
        where = name + " in " + node.tag
        seed.equal(where, name in allowed, where not in refused)


def compare_values(seed, node, element, words, kinds):
    """Each word against each vocabulary; the probes once for each type, by both judges."""
    for name, (_, pattern) in sorted(seed.grammar.attributes(element).items()):
        vocabulary, before = seed.grammar.words(pattern), node.get(attribute(name))
        where, kind, taken = "%s of %s" % (name, node.tag), seed.grammar.kind(pattern), []
        for word in words if vocabulary else ():
            node.set(attribute(name), word)
            seed.equal("%s=%r" % (where, word), word in vocabulary, not seed.faults())
        for value in PROBES:
            node.set(attribute(name), value)
            taken.append(not seed.faults())
            if kind not in kinds:
                seed.ask("%s=%r" % (where, value))
        seed.equal("%s as a %s" % (where, kind), kinds.setdefault(kind, taken), taken)
        node.attrib.pop(attribute(name))
        if before is not None:
            node.set(attribute(name), before)


def ask_text(seed, node):
    before = node.text
    for text in (None, " \n\t", "words", "\u00a0", " a\nb "):
        node.text = text
        seed.ask("%s with the text %r" % (node.tag, text))
    node.text = before
    for kid in node:
        tail, kid.tail = kid.tail, "words"
        seed.ask("text behind %s in %s" % (kid.tag, node.tag))
        kid.tail = tail


def ask_order(seed, node, element, models):
    """Every child left out, doubled, exchanged with the next; every child that may stand here, at each
    place."""
    for i, kid in enumerate(list(node)):
        node.remove(kid)
        seed.ask("%s without its %s" % (node.tag, kid.tag))
        node.insert(i, kid)
        if i + 1 < len(node):
            node[i], node[i + 1] = node[i + 1], node[i]
            seed.ask("%s with child %d moved back" % (node.tag, i))
            node[i], node[i + 1] = node[i + 1], node[i]
    for name, child in sorted(seed.grammar.children(element).items()):
        model = models.get(id(child))
        if model is None:
            sys.exit("no seed holds %s in %s" % (name, node.tag))
        for i in range(len(node) + 1):
            node.insert(i, copy.deepcopy(model))
            seed.ask("%s with one more %s at %d" % (node.tag, name, i))
            del node[i]


def vocabulary():
    """Names and words of the loader's tables and of the model's vocabularies."""
    found = []
    for path, word in (("load/shapes.c", r'"([a-z][a-z:-]*)"'), ("model/names.c", r'"([a-z][a-z-]*)"')):
        with open(os.path.join(ROOT, "lib", path), encoding="utf-8") as file:
            found.append(set(re.findall(word, file.read())))
    return found


def main():
    library = os.path.join(BUILD, ".libs", "libogbv.so")
    if not os.path.exists(library) or subprocess.call("command -v xmllint >/dev/null", shell=True) != 0:
        print("skipped: needs the shared library and xmllint")
        sys.exit(77)
    grammar, loader, kinds = Grammar(SCHEMA), Loader(library), {}
    names, words = vocabulary()
    names |= grammar.names() | {"unknown"}
    words |= {w for d in grammar.defines.values() for w in grammar.words(d)} | {"unknown"}
    folder = os.path.join(HERE, "seeds")
    seeds = [Seed(os.path.join(folder, name), grammar, loader) for name in sorted(os.listdir(folder))]
    models = {id(element): copy.deepcopy(node) for seed in seeds for node, element in seed.nodes()}
    for seed in seeds:
        seed.ask("the seed as it is")
        for node, element in seed.nodes():
            compare_attributes(seed, node, element, sorted(names))
            compare_children(seed, node, element, sorted(names - {"xml:lang"}))
            compare_values(seed, node, element, sorted(words), kinds)
            ask_text(seed, node)
            ask_order(seed, node, element, models)
        seed.settle()
    passed, failed = sum(s.passed for s in seeds), sum(s.failed for s in seeds)
    print("%d passed, %d failed" % (passed, failed))
    sys.exit(failed > 0)


main()
