# SPDX-License-Identifier: MIT
"""Comparisons: their agreement with the library's JSON, their witnesses, dual criminality."""
import json
import pickle
import unittest

import support
import ogbv

CONCEPT = "ogbv.img.dissem"
KEYS = ("ie", "gb-eaw", "core", "zw")


class Comparisons(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.comparison = support.db().compare(CONCEPT, *KEYS, on=support.ON)

    def same(self, options, *keys):
        """The getters say what the JSON says, which leaves out what does not apply."""
        said = json.loads(support.db().compare_json(CONCEPT, *keys, on=support.ON, **options))
        mine = support.db().compare(CONCEPT, *keys, on=support.ON, **options).to_dict()
        for definition in mine["definitions"]:
            if definition["typical"] is None:
                del definition["typical"]
        for pair in mine["pairs"]:
            sides = [pair["only_a"], pair["only_b"]]
            against = pair["baseline"] or {}
            sides += filter(None, (against.get("shortfall"), against.get("excess")))
            for side in sides:
                for key in [key for key in side if side[key] is None]:
                    del side[key]
            if not against:
                del pair["baseline"]
        self.assertEqual(said, mine)

    def test_agrees_with_the_json(self):
        self.same({}, *KEYS)
        self.same({"cases": False, "elements": False}, "ie", "ie@2020-01-01", "core@2021-01-01")

    def test_definitions(self):
        status = {one.key: one.status for one in self.comparison.definitions}
        self.assertEqual(("defined", "not-encoded"), (status["ie"], status["zw"]))

    def test_witnesses_show_the_difference(self):
        for pair in self.comparison.pairs:
            for side, inside, outside in ((pair.only_a, pair.a, pair.b),
                                          (pair.only_b, pair.b, pair.a)):
                if side and "core" not in (inside, outside):
                    self.assertEqual("found", side.search)
                    result = support.db().assess(side.case)
                    covers = {one.jurisdiction for one in result.offences
                              if one.strict == "yes" and CONCEPT in one.concepts
                              and one.class_ == "criminal"}
                    self.assertIn(inside, covers)
                    self.assertNotIn(outside, covers)

    def test_both_ways_round(self):
        forth = self.comparison.between("ie", "gb-eaw")
        back = self.comparison.between("gb-eaw", "ie")
        self.assertEqual(forth, back.reversed())
        self.assertEqual((forth.only_a, forth.only_b), (back.only_b, back.only_a))
        with self.assertRaises(ogbv.NotFoundError):
            self.comparison.between("ie", "zw")

    def test_rows(self):
        self.assertEqual(len(self.comparison.pairs), len(self.comparison.rows()))
        self.assertEqual(3, len(self.comparison.matrix()))
        self.assertIn("ie", self.comparison.elements.rows()[0])
        self.assertIn("<caption>", self.comparison._repr_html_())

    def test_plain_data(self):
        self.assertEqual(self.comparison, pickle.loads(pickle.dumps(self.comparison)))
        self.assertLess(len(repr(self.comparison)), 100)

    def test_parts_left_out(self):
        small = support.db().compare(CONCEPT, "ie", "gb-eaw", on=support.ON, cases=False,
                                     elements=False)
        self.assertFalse(small.elements)
        self.assertEqual([None, None], [small.pairs[0].only_a.case, small.pairs[0].only_b.case])
        self.assertEqual(self.comparison.between("ie", "gb-eaw").relation, small.pairs[0].relation)

    def test_baseline(self):
        against = support.db().compare(CONCEPT, "ie", "gb-eaw", baseline="core", on=support.ON,
                                       elements=False)
        self.assertEqual({"core"}, {pair.b for pair in against.pairs})
        self.assertIs(against.pairs[0].baseline.shortfall, against.pairs[0].only_b)
        self.same({"baseline": "core", "elements": False}, "ie", "gb-eaw")
        self.same({"baseline": "eu"}, "ie")

    def test_text(self):
        self.assertIn("Ireland", support.db().compare_text(CONCEPT, "ie", "core", on=support.ON))

    def test_csv(self):
        lines = support.db().compare_csv(CONCEPT, "ie", "core", on=support.ON).splitlines()
        self.assertGreater(len(lines), 3)

    def test_dual_criminality_written(self):
        case = ogbv.Case({"share.done": True}, on=support.ON)
        said = json.loads(support.db().dual_criminality_json(case, CONCEPT))
        self.assertEqual(CONCEPT, said["concept"])
        self.assertIn("Ireland", support.db().dual_criminality_text(case, CONCEPT))

    def test_refusals(self):
        db = support.db()
        for arguments, more in ((("ogbv.no.such",), {}), ((CONCEPT, "N0!"), {}), ((5,), {}),
                                ((CONCEPT, 5), {}), ((CONCEPT,), {"class_": "x"}),
                                ((CONCEPT,), {"on": "soon"}), ((CONCEPT,), {"nodes": -1}),
                                ((CONCEPT,), {"nodes": 2 ** 64}), ((CONCEPT, "ie\0"), {})):
            with self.subTest(arguments, **more):
                with self.assertRaises((ogbv.InvalidError, ogbv.NotFoundError)):
                    db.compare(*arguments, **more)

    def test_dual_criminality(self):
        witness = self.comparison.between("ie", "gb-eaw").only_a
        result = support.db().dual_criminality(witness.case, CONCEPT)
        met = {one.jurisdiction for one in result.offences if one.strict == "yes"}
        self.assertIn("ie", met)
        self.assertNotIn("gb-eaw", met)


if __name__ == "__main__":
    support.main()
