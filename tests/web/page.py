# SPDX-License-Identifier: MIT
"""Protects the page that `ogbv report --format html` writes, in a headless Chromium: it says what the
JSON of the report says, works by mouse, keyboard and without script, light, dark, narrow and on paper,
and writes nothing to the console and asks for nothing from outside."""
import json
import os
import subprocess
import sys
import tempfile

import browser

ROOT = os.environ.get("top_srcdir", os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
TOOL = os.path.join(os.environ.get("top_builddir", "_build"), "tools", "ogbv")
WORLD = os.path.join(ROOT, "tests", "cli", "world")
ENTER, TAB, DOWN = ("Enter", 13), ("Tab", 9), ("ArrowDown", 40)

counts = {True: 0, False: 0}


def check(ok, what):
    counts[bool(ok)] += 1
    if not ok:
        print("FAILED: " + what)


def report(form, data, *options):
    command = [TOOL, "report", "--data", data, "--on", "2026-11-21", "--format", form, *options]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout


# ---- structure -----------------------------------------------------------------------------------

# Each gives the elements that break the rule.
RULES = {
    "a table without caption": "table:not(:has(caption))",
    "a header without scope": "th:not([scope])",
    "a button without words": "button:empty",
    "a select without label": "select:not([id])",
    "something loaded from outside": "[src], link, iframe, img, object, embed",
    "a handler in the markup": "[onclick], [onchange], [onload]",
}

STRUCTURE = """(() => {
  const all = s => [...document.querySelectorAll(s)], faults = [];
  const ids = all('[id]').map(e => e.id);
  if (new Set(ids).size !== ids.length) faults.push('an id twice');
  const has = new Set(ids);
  all('[aria-controls], [aria-labelledby], label[for]').forEach(e =>
    ['aria-controls', 'aria-labelledby', 'for'].forEach(a => {
      if (e.hasAttribute(a) && !has.has(e.getAttribute(a))) faults.push(a + ' of nothing');
    }));
  all('a[href]').forEach(a => {
    const to = decodeURIComponent(a.getAttribute('href').slice(1));
    if (a.getAttribute('href')[0] !== '#' || !has.has(to)) faults.push('a link to nothing: ' + to);
  });
  all('select').forEach(s => { if (!s.labels.length) faults.push('a select without label'); });
  let level = 0;
  all('h1, h2, h3, h4').forEach(h => {
    const l = Number(h.tagName[1]);
    if (l > level + 1) faults.push('a heading skips a level: ' + h.textContent);
    level = l;
  });
  if (all('h1').length !== 1 || all('main').length !== 1) faults.push('not one h1 and one main');
  if (!document.documentElement.lang) faults.push('no language');
  return [...new Set(faults)];
})()"""

# Text that stands out too little from what is behind it (WCAG 2: 4.5 to 1).
CONTRAST = """(() => {
  const parse = c => (c.match(/[\\d.]+/g) || []).map(Number);
  const part = v => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; };
  const light = c => .2126 * part(c[0]) + .7152 * part(c[1]) + .0722 * part(c[2]);
  const behind = e => {
    for (; e; e = e.parentElement) {
      const c = parse(getComputedStyle(e).backgroundColor);
      if (c.length === 3 || c[3] === 1) return c;
    }
    return [255, 255, 255];
  };
  const weak = new Set();
  document.querySelectorAll('p, li, td, th, a, summary, caption, h1, h2, h3, h4, button, select, label')
    .forEach(e => {
      const a = light(parse(getComputedStyle(e).color)), b = light(behind(e));
      const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
      if (ratio < 4.5) weak.add(e.tagName + '.' + e.className + ' ' + ratio.toFixed(2));
    });
  return [...weak].slice(0, 5);
})()"""


def check_structure(page):
    for what, selector in RULES.items():
        check(page.run("document.querySelectorAll(%s).length" % json.dumps(selector)) == 0, what)
    faults = page.run(STRUCTURE)
    check(not faults, "structure: %s" % faults[:5])


def check_looks(page):
    for scheme in ("light", "dark"):
        page.scheme(scheme)
        weak = page.run(CONTRAST)
        check(not weak, "weak contrast, %s: %s" % (scheme, weak))
    page.scheme("light")
    for width in (360, 768, 1400):
        page.size(width, 900)
        check(page.run("document.documentElement.scrollWidth") <= width, "wider than %d" % width)
    page.scheme("light", "print")
    shown = page.run("[...document.querySelectorAll('.controls')].filter(e => e.offsetHeight).length")
    check(shown == 0, "controls on paper")
    page.scheme("light")


# ---- content -------------------------------------------------------------------------------------

MIRROR = {"narrower": "broader", "broader": "narrower"}
TYPICAL = {"yes": "covered", "no": "not covered", "unknown": "depends"}
STATUS = {"none-found": "none found", "not-encoded": "not encoded", "not-in-force": "not in force",
          "start-unknown": "start unknown"}


def relation(comparison, a, b):
    for pair in comparison["pairs"]:
        if (pair["a"], pair["b"]) == (a, b):
            return pair["relation"]
        if (pair["a"], pair["b"]) == (b, a):
            return MIRROR.get(pair["relation"], pair["relation"])
    return "baseline" if a == b else "defined"


def heat_map(page):
    return page.run("[...document.querySelectorAll('#heat tbody tr:not(.family)')].map(r =>"
                    " [...r.querySelectorAll('td')].map(c => c.textContent))")


def choose(page, select, value):
    page.run("(() => { const s = document.getElementById(%s); s.value = %s;"
             " s.dispatchEvent(new Event('change')); })()" % (json.dumps(select), json.dumps(value)))


def expected_row(comparison, baseline):
    row = []
    for d in comparison["definitions"][:-1]:
        if d["status"] != "defined":
            row.append(STATUS.get(d["status"], d["status"]))
        elif baseline is None:
            row.append(TYPICAL[d["typical"]])
        else:
            row.append(relation(comparison, d["key"], baseline))
    return row


def check_heat_map(page, data):
    keys = [d["key"] for d in data["comparisons"][0]["definitions"]]
    for at, baseline in [("", None)] + [(str(i), key) for i, key in enumerate(keys)]:
        choose(page, "baseline", at)
        expected = [expected_row(c, baseline) for c in data["comparisons"]]
        check(heat_map(page) == expected, "the heat map against %s" % (baseline or "the typical case"))
    choose(page, "baseline", "")


def check_concept(page, comparison):
    concept = comparison["concept"]
    choose(page, "concept", "c-" + concept)
    shown = page.run("[...document.querySelectorAll('.concept')].filter(e => !e.hidden).map(e => e.id)")
    check(shown == ["c-" + concept], "another concept is shown than " + concept)
    defined = [d["key"] for d in comparison["definitions"] if d["status"] == "defined"]
    cells = page.run("[...document.querySelectorAll('[id=\"c-%s\"] > .scroll tbody tr')].map(r =>"
                     " [...r.querySelectorAll('td')].map(c => c.className))" % concept)
    expected = [["r-self" if a == b else "r-" + relation(comparison, a, b) for b in defined] for a in defined]
    check(cells == (expected if len(defined) > 1 else []), "the matrix of " + concept)
    for pair in comparison["pairs"]:
        text = page.run("document.getElementById('p-%s-%s-%s').textContent" % (concept, pair["a"], pair["b"]))
        check(("No case is covered by" in text) == (pair["only_a"]["search"] == "none"
                                                    or pair["only_b"]["search"] == "none"),
              "the story of %s, %s" % (pair["a"], pair["b"]))


# ---- interaction ---------------------------------------------------------------------------------

def visible_pairs(page):
    return page.run("[...document.querySelectorAll('.concept:not([hidden]) .pair')]"
                    ".filter(e => !e.hidden).map(e => e.id)")


def settle(page):
    page.run("new Promise(r => setTimeout(r, 50))")


def check_interaction(page, address, data):
    comparison = next(c for c in data["comparisons"] if c["pairs"])
    concept, pair = comparison["concept"], comparison["pairs"][0]
    id_of = "p-%s-%s-%s" % (concept, pair["a"], pair["b"])
    choose(page, "concept", "c-" + concept)
    check(visible_pairs(page) == [], "cases are shown before one is chosen")
    page.run("document.querySelector('[id=\"c-%s\"] .grid a').click()" % concept)
    settle(page)
    check(visible_pairs(page) == [id_of], "a cell does not show its cases")
    check(page.run("document.activeElement.id") == id_of, "the cases do not get the focus")
    toggle = "document.querySelector('.concept:not([hidden]) button.%s').click()"
    page.run(toggle % "pairs")
    check(len(visible_pairs(page)) == len(comparison["pairs"]), "not all cases are shown")
    page.run(toggle % "pairs")
    check(visible_pairs(page) == [], "cases are not hidden again")
    same = "[...document.querySelectorAll('.concept:not([hidden]) tr[data-same]')]"
    page.run(toggle % "differences")
    check(page.run(same + ".every(r => r.hidden)"), "rows that are the same are not hidden")
    page.run(toggle % "citations")
    check(page.run("document.body.classList.contains('with-citations')"), "citations are not shown")
    choose(page, "concept", "")
    check(page.run("document.querySelectorAll('.concept[hidden]').length") == 0, "not all concepts are shown")
    page.open("about:blank")
    page.open(address + "#" + id_of)
    settle(page)
    check(visible_pairs(page) == [id_of], "an address does not lead to its cases")


def check_keyboard(page, address):
    page.open("about:blank")
    page.open(address)
    page.press(*TAB)
    check(page.run("document.activeElement.className") == "skip", "the first stop is not the way past")
    page.press(*ENTER)
    settle(page)
    page.press(*TAB)
    check(page.run("document.activeElement.id") == "baseline", "the way past does not lead to the overview")
    before = heat_map(page)
    page.press(*DOWN)
    settle(page)
    check(heat_map(page) != before, "the baseline cannot be chosen by keyboard")
    ring = page.run("getComputedStyle(document.activeElement).outlineStyle")
    check(ring not in ("none", ""), "the focus is not visible")
    page.run("document.querySelector('.concept:not([hidden]) .grid a').focus()")
    page.press(*ENTER)
    settle(page)
    check(len(visible_pairs(page)) == 1, "a cell cannot be chosen by keyboard")


def check_without_script(page, address, data):
    page.call("Emulation.setScriptExecutionDisabled", value=True)
    page.open("about:blank")
    page.open(address)
    page.call("Emulation.setScriptExecutionDisabled", value=False)
    count = "[...document.querySelectorAll('%s')].filter(e => e.offsetHeight).length"
    pairs = sum(len(c["pairs"]) for c in data["comparisons"])
    check(page.run(count % ".pair") == pairs, "cases are missing without script")
    check(page.run(count % ".concept") == len(data["comparisons"]), "concepts are missing without script")
    check(page.run(count % ".controls") == 0, "controls that do nothing without script")


# ---- all -----------------------------------------------------------------------------------------

def check_page(page, folder, data, *options):
    said = json.loads(report("json", data, *options))
    path = os.path.join(folder, "report.html")
    with open(path, "wb") as file:
        file.write(report("html", data, *options))
    address = "file://" + path
    page.size(1400, 900)
    page.open(address)
    check_structure(page)
    check_looks(page)
    check_heat_map(page, said)
    for comparison in said["comparisons"]:
        check_concept(page, comparison)
    check_interaction(page, address, said)
    check_keyboard(page, address)
    check_without_script(page, address, said)
    check(not page.messages, "the console: %s" % page.messages[:3])


def main():
    path = browser.find()
    if not path or not os.access(TOOL, os.X_OK):
        print("skipped: needs Chromium and tools/ogbv")
        sys.exit(77)
    page = browser.Browser(path)
    try:
        with tempfile.TemporaryDirectory() as folder:
            check_page(page, folder, WORLD)
            check_page(page, folder, os.path.join(ROOT, "data"), "--jurisdiction", "ie",
                       "--jurisdiction", "gb-eaw")
    finally:
        page.close()
    print("%d passed, %d failed" % (counts[True], counts[False]))
    sys.exit(counts[False] > 0)


main()
