# SPDX-License-Identifier: MIT
"""The law and the taxonomy as Python sees them."""
import datetime
import json
import pickle
import unittest

import support
import ogbv
from ogbv import law


class Lists(unittest.TestCase):
    def setUp(self):
        self.db = support.db()

    def test_release_and_notice(self):
        self.assertRegex(self.db.release, r"^\d{4}\.\d{2}$")
        self.assertIn("legal advice", self.db.notice)

    def test_facts(self):
        facts = self.db.facts
        self.assertGreater(len(facts), 100)
        shared = facts["share.done"]
        self.assertEqual(("boolean", "act"), (shared.type, shared.scope))
        self.assertTrue(shared.question.endswith("?"))
        self.assertEqual(facts[0].id, list(facts)[0].id)
        self.assertLessEqual({f.type for f in facts if f.values}, {"choice", "level"})
        self.assertIn(shared, facts)
        self.assertIn("share.done", facts)
        self.assertNotIn("share.dune", facts)

    def test_concepts(self):
        concept = self.db.concepts["ogbv.img.dissem"]
        self.assertEqual("ogbv.img", concept.family)
        instruments = {mapping.instrument for mapping in concept.mappings}
        self.assertLessEqual(instruments, {one.id for one in self.db.instruments})

    def test_parties(self):
        parties = {party.jurisdiction: party for party in self.db.instruments["istanbul"].parties}
        self.assertEqual("in-force", parties["ie"].state)
        self.assertEqual(datetime.date(2019, 7, 1), parties["ie"].from_)
        self.assertIn(parties["ie"].seen, ("primary", "secondary", "remembered"))

    def test_jurisdictions(self):
        ireland = self.db.jurisdictions["ie"]
        self.assertEqual("Ireland", ireland.label)
        self.assertIsInstance(ireland.as_of, datetime.date)
        self.assertEqual("gb", self.db.jurisdictions["gb-eaw"].parent)

    def test_rules(self):
        offences = self.db.offences(jurisdiction="ie")
        self.assertEqual({"ie"}, {one.jurisdiction for one in offences})
        self.assertLess(len(offences), len(self.db.offences()))
        criminal = self.db.offences("ie", concept="ogbv.img.dissem", class_="criminal")
        self.assertTrue(criminal)
        for one in criminal:
            self.assertEqual("criminal", one.class_)
            self.assertIn("ogbv.img.dissem", one.concepts)
            self.assertIsInstance(one.versions[0].from_, datetime.date)
        self.assertTrue(self.db.remedies("ie", kind="civil"))
        self.assertTrue(all(term.kind == "term" for term in self.db.terms()))
        self.assertIsInstance(self.db.baselines(), law.Rules)

    def test_coverage_is_never_silent(self):
        covered = self.db.coverage("ie")
        self.assertEqual(len(self.db.concepts), len(covered))
        self.assertLessEqual({one.status for one in covered},
                             {"encoded", "none-found", "not-encoded"})
        nowhere = self.db.coverage("zw")
        self.assertEqual({"not-encoded"}, {one.status for one in nowhere})

    def test_descriptions(self):
        self.assertIn("share.done", self.db.describe("share.done"))
        with self.assertRaises(ogbv.NotFoundError):
            self.db.describe("no.such.id")


class Tables(unittest.TestCase):
    def setUp(self):
        self.facts = support.db().facts

    def test_slices_stay_tables(self):
        self.assertIsInstance(self.facts[:3], law.Facts)
        self.assertEqual(3, len(self.facts[:3]))
        self.assertIs(self.facts[-1], list(self.facts)[-1])

    def test_an_unknown_id_names_its_neighbours(self):
        with self.assertRaises(ogbv.NotFoundError) as caught:
            self.facts["share.doen"]
        self.assertIn("share.done", caught.exception.nearest)

    def test_rows_are_flat(self):
        for table in (self.facts, support.db().offences(), support.db().concepts):
            rows = table.rows()
            self.assertEqual(len(table), len(rows))
            self.assertEqual(1, len({tuple(row) for row in rows}))
            for cell in rows[0].values():
                self.assertIsInstance(cell, (str, int, bool, datetime.date, type(None)))

    def test_json(self):
        for table in (self.facts, support.db().remedies(), support.db().jurisdictions):
            self.assertEqual(table.to_list(), json.loads(json.dumps(table.to_list())))

    def test_pickle_and_comparison(self):
        again = pickle.loads(pickle.dumps(self.facts))
        self.assertEqual(self.facts, again)
        self.assertEqual(hash(self.facts), hash(again))
        self.assertIsInstance(again, law.Facts)
        self.assertNotEqual(self.facts, self.facts[1:])
        self.assertNotEqual(self.facts, 1)

    def test_records_cannot_be_changed(self):
        with self.assertRaises(AttributeError):
            self.facts[0].label = ""

    def test_repr_is_short(self):
        self.assertLess(len(repr(self.facts)), 200)
        self.assertEqual("<Facts (0)>", repr(self.facts[:0]))
        self.assertIn("share.done", repr(self.facts["share.done"]))

    def test_languages_fall_back(self):
        with ogbv.open(lang="fr-CA", jurisdictions="ie") as other:
            self.assertEqual(len(self.facts), len(other.facts))
            self.assertTrue(other.facts["share.done"].question)


if __name__ == "__main__":
    support.main()
