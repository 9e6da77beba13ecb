# SPDX-License-Identifier: MIT
"""What notebooks show: well-formed, escaped, accessible, and nothing from elsewhere."""
import html.parser
import unittest

import support
from ogbv import law
from ogbv._record import Table


class Reader(html.parser.HTMLParser):
    """Notes the elements, and whether each is closed."""
    VOID = {"br", "hr"}

    def __init__(self, text):
        super().__init__()
        self.open, self.seen, self.attributes, self.text = [], [], [], ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)
        self.attributes += attrs
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, (self.open, tag)
        self.open.pop()

    def handle_data(self, data):
        self.text += data


class Display(unittest.TestCase):
    def things(self):
        result, db = support.assessed("ie"), support.db()
        yield from (result, result.offences, result.offences[0], result.remedies, result.missing,
                    result.remedies[0], result.concepts, result.offences[:0], result.receipt)
        yield from (db.offences("ie"), db.offences("ie")[0], db.facts, db.facts[0], db.concepts,
                    db.concepts[0], db.jurisdictions, db.coverage("ie"), db.facts[0].values)

    def test_well_formed(self):
        for thing in self.things():
            if hasattr(thing, "_repr_html_"):
                page = Reader(thing._repr_html_())
                self.assertEqual([], page.open)
                self.assertTrue(page.text)

    def test_nothing_from_elsewhere(self):
        for thing in self.things():
            if hasattr(thing, "_repr_html_"):
                page = Reader(thing._repr_html_())
                self.assertLessEqual({name for name, _ in page.attributes}, {"scope", "lang"})
                self.assertFalse({"script", "style", "img", "link", "a"} & set(page.seen))

    def test_accessible(self):
        page = Reader(support.assessed("ie")._repr_html_())
        self.assertEqual(page.seen.count("table"), page.seen.count("caption"))
        self.assertEqual(page.seen.count("th"), sum(name == "scope" for name, _ in page.attributes))
        self.assertIn(("lang", "en"), page.attributes)
        self.assertLess(page.seen.index("h3"), page.seen.index("h4"))

    def test_safety_comes_first_and_the_notice_is_there(self):
        result = support.assessed("ie")
        text = Reader(result._repr_html_()).text
        self.assertLess(text.index(result.safety[0].text), text.index("What can be done"))
        self.assertIn(result.notice, text)
        self.assertIn(result.receipt.data, text)

    def test_escaped(self):
        evil = Table([law.Value(id="<script>", label='"><img src=x onerror=y>')])
        for shown in (evil._repr_html_(), evil[0]._repr_html_()):
            self.assertNotIn("<script", shown)
            self.assertNotIn("<img", shown)

    def test_long_tables_are_cut_and_say_so(self):
        self.assertIn("more</p>", support.db().facts._repr_html_())


if __name__ == "__main__":
    support.main()
