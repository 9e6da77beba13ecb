# SPDX-License-Identifier: MIT
"""Writes an invented law of 120 rules over 40 facts, and 10,000 cases, into a folder: the workload
of bench_evaluate. The same seed gives the same files.

usage: gen.py FOLDER [SEED]
"""
import os
import random
import sys

LANDS, RULES, CASES, UNKNOWN = 6, 20, 10000, 0.3
BOOLEANS, CHOICES, NUMBERS = 30, 6, 2
VALUE = '<value id="%s"><label>x</label></value>'
TEXT = "<label>x</label><question>x</question><why>x</why>"


def facts(rng):
    """Ids with their type and values."""
    found = [("b.%d" % i, "boolean", ["yes", "no"]) for i in range(BOOLEANS)]
    for i in range(CHOICES):
        found.append(("c.%d" % i, "choice", ["v%d" % v for v in range(rng.randint(4, 8))]))
    found += [("n.%d" % i, "integer", None) for i in range(NUMBERS)]
    return found + [("d.0", "date", None), ("d.1", "date", None)]


def write_facts(known):
    out = ["<facts format=\"1\"><group id=\"g\"><label>x</label>"]
    for name, kind, values in known:
        role = ' role="conduct"' if name == "d.0" else ""
        bounds = ' max="120"' if kind == "integer" else ""
        shown = "".join(VALUE % v for v in values) if kind == "choice" else ""
        out.append('<fact id="%s" type="%s" scope="act" sensitivity="low"%s%s>%s%s</fact>'
                   % (name, kind, role, bounds, TEXT, shown))
    return "\n".join(out) + "\n</group></facts>\n"


def day(rng):
    return "20%02d-%02d-%02d" % (rng.randint(15, 25), rng.randint(1, 12), rng.randint(1, 28))


def leaf(rng, known):
    name, kind, values = rng.choice(known)
    if kind == "boolean":
        return '<is fact="%s" value="%s"/>' % (name, rng.choice(values))
    if kind == "choice":
        some = rng.sample(values, rng.randint(1, 3))
        return '<is fact="%s" value="%s"/>' % (name, " ".join(some))
    bound = rng.randint(1, 119) if kind == "integer" else day(rng)
    return '<is fact="%s" %s="%s"/>' % (name, rng.choice(("min", "max")), bound)


def tree(rng, known, leaves):
    if leaves == 1:
        return leaf(rng, known)
    left = rng.randint(1, leaves - 1)
    inside = tree(rng, known, left) + tree(rng, known, leaves - left)
    name = rng.choice(("all", "any", "any", "not"))
    return "<%s>%s</%s>" % (name, inside, name)


def rule(rng, known, land, number, earlier):
    cited = '<rule ref="%s"/>' % rng.choice(earlier) if earlier and rng.random() < 0.3 else ""
    parts = '<element id="e" at="1">%s%s</element>' % (tree(rng, known, rng.randint(4, 10)), cited)
    for i in range(rng.randint(1, 2)):
        parts += '<unless id="u%d" at="2" burden="%s"><label>x</label>%s</unless>' % (
            i, rng.choice(("defendant", "prosecution")), tree(rng, known, rng.randint(1, 3)))
    name = "%s.r-%d" % (land, number)
    return name, ('<offence id="%s" class="criminal" concepts="f.c" by="conduct" source="s" at="1">'
                  "<label>x</label><version>%s</version></offence>" % (name, parts))


def write_law(rng, known):
    """Files by name; a rule cites earlier rules of any land."""
    files, earlier = {}, []
    for i in range(LANDS):
        land = "x" + "abcdef"[i]
        out = ['<jurisdiction format="1" id="%s" as-of="2026-01-01"><label>x</label>' % land
               + '<source id="s" kind="statute" seen="remembered">x</source>']
        for number in range(RULES):
            name, text = rule(rng, known, land, number, earlier)
            earlier.append(name)
            out.append(text)
        files["jurisdictions/%s.xml" % land] = "\n".join(out) + "\n</jurisdiction>\n"
    return files


def case(rng, known):
    words = []
    for name, kind, values in known:
        number = rng.randint(0, 120) if kind == "integer" else day(rng)
        value = rng.choice(values) if values else number
        if rng.random() >= UNKNOWN:
            words.append("%s=%s" % (name, value))
    return " ".join(words)


TAXONOMY = """<taxonomy format="1"><family id="f"><label>x</label><definition>x</definition>
<concept id="f.c"><label>x</label><definition>x</definition><scope><is fact="b.0"/></scope>
<core><element id="e" at="x"><is fact="b.0"/></element></core>
<core-case on="2026-01-01"><given fact="b.0" value="yes"/></core-case></concept></family></taxonomy>
"""


def main():
    folder, seed = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1
    rng = random.Random(seed)
    known = facts(rng)
    files = {"facts.xml": write_facts(known), "taxonomy.xml": TAXONOMY,
             "safety.xml": '<safety format="1"><notice>x</notice></safety>\n'}
    files.update(write_law(rng, known))
    files["cases.txt"] = "".join(case(rng, known) + "\n" for _ in range(CASES))
    os.makedirs(os.path.join(folder, "jurisdictions"), exist_ok=True)
    for name, text in files.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)


main()
