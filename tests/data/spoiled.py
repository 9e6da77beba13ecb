# SPDX-License-Identifier: MIT
"""Protects "fail closed": copies of the data files are spoiled, one fault at a time; the schema and
`ogbv check` both refuse each, and the tool names the file, a line and a code. Changes that mean
nothing are accepted by both."""
import glob
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.environ.get("top_srcdir", os.path.join(HERE, "..", ".."))
BUILD = os.environ.get("top_builddir", os.path.join(ROOT, "_build"))
DATA = os.path.join(ROOT, "data")
TOOL = os.path.join(BUILD, "tools", "ogbv")
FAULT = re.compile(r"^(?P<file>.+):(?P<line>\d+): error OGBV-(?P<code>\d{4}): .+$")

ELEMENT = re.compile(r"<([a-z][a-z-]*)((?:\s+[a-z:-]+=\"[^\"]*\")*)\s*(/?)>")
VOCABULARY = ("seen", "kind", "class", "by", "burden", "type", "scope", "sensitivity", "relation", "state",
              "unit", "first-day", "effect", "for", "when-unknown", "at-least", "status", "weekend")
NEEDED = ("id", "fact", "format", "from", "seen", "kind", "class", "by", "at", "code", "of", "on", "type",
          "scope", "jurisdiction", "relation", "unit")
ONCE = ("scope", "core", "core-case", "title", "connection", "if", "then")


def pick(found, which):
    """A place that is neither the first nor the same for every kind of fault."""
    found = list(found)
    return found[(len(found) * which) // 5] if found else None


def attribute(text, names, which):
    return pick(re.finditer(r"(?<=[\s])(%s)=\"([^\"]*)\"" % "|".join(names), text), which)


def replaced(text, match, new):
    """The text with new(match) in place of the match; None without one."""
    return text[:match.start()] + new(match) + text[match.end():] if match else None


# ---- faults: each takes a text and gives a spoiled one, or None where it does not apply ------------

def unknown_element(text):
    match = pick(re.finditer(r"</(?:label|title|notice)>", text), 3)
    return replaced(text, match, lambda m: m.group() + "<labels>words</labels>")


def renamed_element(text):
    name = pick([m.group(1) for m in ELEMENT.finditer(text)], 3)
    return re.sub(r"(</?)%s(?=[\s/>])" % name, r"\1%s-s" % name, text)


def upper_case_element(text):
    match = pick(re.finditer(r"<(/?)label", text), 2)
    return re.sub("(</?)label", r"\1Label", text) if match else None


def unknown_attribute(text):
    match = pick((m for m in ELEMENT.finditer(text) if m.group(1) != "label"), 2)
    return replaced(text, match, lambda m: re.sub(r"^<[a-z-]*", r'\g<0> no-such="yes"', m.group()))


def missing_attribute(text):
    roots = re.compile(r"(?<=\s)(%s)=\"[^\"]*\"" % "|".join(NEEDED))
    spoiled = text
    for element in ELEMENT.finditer(text):      # the last that is needed wherever it stands
        found = roots.search(element.group(2)) if element.group(1) in (
            "fact", "source", "is", "given", "holiday", "party", "element", "unless") else None
        if found and found.group(1) in ("fact", "id", "on", "jurisdiction"):
            start = element.start(2)
            spoiled = text[:start + found.start()] + text[start + found.end():]
    return spoiled if spoiled != text else None


def empty_attribute(text):
    match = attribute(text, ("id", "at", "code", "of", "fact"), 4)
    return replaced(text, match, lambda m: m.group(1) + '=""')


def bad_day(text):
    match = attribute(text, ("on", "as-of", "read", "looked", "from"), 1)
    while match and not re.match(r"\d{4}-", match.group(2)):
        match = re.compile(r"(?<=\s)(on|as-of|read|looked)=\"([^\"]*)\"").search(text, match.end())
    return replaced(text, match, lambda m: m.group(1) + '="2026-02-30"')


def short_day(text):
    spoiled = re.sub(r"(\s(?:as-of|read|looked|on)=\"\d{4}-\d{2})-\d{2}\"", r'\1"', text, count=1)
    return spoiled if spoiled != text else None


def bad_id(text):
    match = attribute(text, ("id",), 2)
    return replaced(text, match, lambda m: 'id="%s..X"' % m.group(2))


def spaced_id(text):
    match = attribute(text, ("id", "fact", "code"), 3)
    return replaced(text, match, lambda m: '%s=" %s"' % m.groups())


def bad_word(text):
    match = attribute(text, VOCABULARY, 2)
    return replaced(text, match, lambda m: m.group(1) + '="perhaps"')


def wrong_order(text):
    """What comes first inside the root, put last."""
    match = re.search(r"\n  <(label|group|notice|family|base)\b.*?</\1>", text, re.S)
    if not match or match.group(1) in ("base", "family"):
        return None
    end = text.rindex("</")
    return text[:match.start()] + text[match.end():end] + match.group().strip() + "\n" + text[end:]


def text_between(text):
    match = pick(re.finditer(r"/>\s*(?=<)", text), 3)
    return replaced(text, match, lambda m: "/> words ")


def text_missing(text):
    match = pick(re.finditer(r"<(label|title|notice|why|holiday)((?:\s[^>]*)?)>[^<]+</\1>", text), 3)
    return replaced(text, match, lambda m: "<%s%s> </%s>" % m.group(1, 2, 1))


def element_missing(text):
    if "<tests" in text:
        spoiled = re.sub(r"<title>[^<]*</title>", "", text, count=1)
    else:
        spoiled = re.sub(r"<label(?:\s[^>]*)?>[^<]*</label>", "", text)
    return spoiled if spoiled != text else None


def element_twice(text):
    for name in ONCE:
        match = re.search(r"<%s\b[^>]*>.*?</%s>" % (name, name), text, re.S)
        if match:
            return replaced(text, match, lambda m: 2 * m.group())
    return None


def other_format(text):
    return text.replace('format="1"', 'format="2"', 1)


def format_missing(text):
    return text.replace(' format="1"', "", 1)


def other_root(text):
    root = ELEMENT.search(text).group(1)
    return re.sub(r"<(/?)%s\b" % root, r"<\1ogbv", text)


# ---- changes that mean nothing ---------------------------------------------------------------------

def more_space(text):
    return re.sub(r">\n", ">\n\n\t ", text)


def more_comments(text):
    return re.sub(r"(</(?:label|title|notice)>)", r"\1<!-- a comment <is/> -->", text)


def other_quotes(text):
    return re.sub(r"=\"([^\"'&<]*)\"", r"='\1'", text)


FAULTS = (unknown_element, renamed_element, upper_case_element, unknown_attribute, missing_attribute,
          empty_attribute, bad_day, short_day, bad_id, spaced_id, bad_word, wrong_order, text_between,
          text_missing, element_missing, element_twice, other_format, format_missing, other_root)
NOTHING = (more_space, more_comments, other_quotes)


# ---- the two judges --------------------------------------------------------------------------------

def schema_accepts(path):
    schema = os.path.join(DATA, "schema", "ogbv.rng")
    run = subprocess.run(["xmllint", "--noout", "--nonet", "--relaxng", schema, path],
                         stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return run.returncode == 0


def tool_accepts(path, told):
    """None, with the reason told, when the tool neither accepts nor refuses as it should."""
    run = subprocess.run([TOOL, "check", "--data", DATA, path], stdout=subprocess.PIPE,
                         stderr=subprocess.PIPE, universal_newlines=True, timeout=60)
    lines = run.stdout.splitlines()
    if run.returncode == 0 and not lines and not run.stderr:
        return True
    faults = [FAULT.match(line) for line in lines]
    told.append("exit %d, %s%s" % (run.returncode, lines[:3], run.stderr[:300]))
    if run.returncode != 1 or run.stderr or not all(faults):
        return None
    return None if not any(f.group("file") == path and int(f.group("line")) > 0 for f in faults) else False


def judge(change, path, scratch):
    """1 passed, 0 failed, None: does not apply."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    head = re.search(r"<[a-z]+\s+format=", text).start()
    body = re.sub(r"<!--.*?-->", "", text[head:], flags=re.S)
    spoiled = change(body)
    if spoiled is None or spoiled == body:
        return None
    copy, told = os.path.join(scratch, os.path.basename(path)), []
    with open(copy, "w", encoding="utf-8") as file:
        file.write(text[:head] + spoiled)
    expected = change in NOTHING
    schema, tool = schema_accepts(copy), tool_accepts(copy, told)
    if schema == tool == expected:
        return 1
    print("%s of %s: accepted by the schema: %s, by the tool: %s %s" % (
        change.__name__, os.path.relpath(path, ROOT), schema, tool, told))
    return 0


def main():
    if not os.path.exists(TOOL) or subprocess.call("command -v xmllint >/dev/null", shell=True) != 0:
        print("skipped: needs the command line and xmllint")
        sys.exit(77)
    folders = {name: sorted(glob.glob(os.path.join(DATA, name, "*.xml")))
               for name in ("calendars", "instruments", "jurisdictions", "tests")}
    paths = sorted(glob.glob(os.path.join(DATA, "[a-z]*.xml"))) + [
        path for files in folders.values() for path in sorted(files, key=os.path.getsize)[-1:]]
    with tempfile.TemporaryDirectory() as scratch:
        verdicts = [judge(change, path, scratch) for path in paths for change in FAULTS + NOTHING]
    passed, failed = verdicts.count(1), verdicts.count(0)
    print("%d passed, %d failed" % (passed, failed))
    sys.exit(failed > 0 or passed < 100)


main()
