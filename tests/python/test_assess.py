# SPDX-License-Identifier: MIT
"""Answers: their content, their agreement with the library's own JSON, their life."""
import copy
import datetime
import gc
import glob
import json
import os
import pickle
import re
import threading
import unittest

import support
import ogbv


class Answers(unittest.TestCase):
    def setUp(self):
        self.result = support.assessed("ie", "zw")

    def test_receipt(self):
        receipt = self.result.receipt
        self.assertEqual(datetime.date(2026, 11, 21), receipt.on)
        self.assertEqual(("ie", "zw"), receipt.asked)
        self.assertEqual(ogbv.library_version, receipt.engine)
        self.assertEqual(support.db().release, receipt.data)

    def test_a_law_that_is_not_held_is_an_answer(self):
        self.assertFalse(self.result.jurisdictions[1].held)
        self.assertEqual({"not-encoded"},
                         {c.status for c in self.result.coverage.where(jurisdiction="zw")})

    def test_findings(self):
        offences = self.result.offences
        self.assertIn("ie", {one.jurisdiction for one in offences})
        self.assertLessEqual({one.jurisdiction for one in offences},
                             {one.id for one in self.result.jurisdictions})
        for one in offences.undetermined:
            self.assertTrue(one.why)
        self.assertEqual(len(offences.met), sum(one.status == "met" for one in offences))
        self.assertTrue(self.result.remedies.available)
        self.assertTrue(self.result.concepts["ogbv.img.dissem"].status)

    def test_missing_facts_are_questions(self):
        need = self.result.missing[0]
        self.assertTrue(need.question.endswith("?"))
        self.assertGreater(need.decides, -1)
        self.assertNotIn("harm.distress", self.result.missing)      # asked and not known
        self.assertNotIn("victim.age", self.result.missing)

    def test_deadlines_are_dates(self):
        deadlines = [d for r in self.result.remedies for d in r.deadlines]
        self.assertTrue(deadlines)
        for one in deadlines:
            self.assertIsInstance(one.date, (datetime.date, type(None)))
            self.assertIn(one.for_, ("applicant", "prosecutor", "court", "platform"))

    def test_reasons_form_a_tree(self):
        met = {e.status for o in self.result.offences for e in o.elements}
        self.assertLessEqual(met, {"met", "not-met", "undetermined"})
        self.assertTrue(any(e.children for o in self.result.offences for e in o.elements))

    def test_rows(self):
        rows = self.result.rows()
        self.assertEqual(len(self.result.offences) + len(self.result.baselines)
                         + len(self.result.remedies), len(rows))
        self.assertEqual(1, len({tuple(row) for row in rows}))
        for table in (self.result.offences, self.result.remedies, self.result.missing):
            self.assertEqual(len(table), len(table.rows()))
        self.assertIn("version_from", self.result.offences.rows()[0])

    def test_json_safe(self):
        document = self.result.to_dict()
        self.assertEqual(document, json.loads(json.dumps(document)))
        self.assertEqual(document, json.loads(self.result.to_json()))

    def test_text(self):
        text = support.db().assess_text(support.FACTS, on=support.ON, jurisdictions=["ie"])
        self.assertIn("Ireland", text)

    def test_pandas(self):
        try:
            import pandas
        except ImportError:
            self.skipTest("pandas is not there")
        frame = pandas.DataFrame(self.result.rows())
        self.assertEqual(len(self.result.rows()), len(frame))
        self.assertEqual(set(self.result.offences.where(status="met")),
                         set(self.result.offences[i] for i in frame[frame.status == "met"].id
                             if i in self.result.offences))
        facts = {"victim.age": frame.index[:1].values[0] + 30}          # a scalar of numpy
        self.assertTrue(support.db().assess(facts, on=support.ON, jurisdictions=["ie"]))


class Agreement(unittest.TestCase):
    """The getters say what the JSON says."""

    def agree(self, python, said, place=""):
        if isinstance(said, dict):
            absent = {key for key in set(python) - set(said) if python[key] is None}
            self.assertEqual(set(python) - absent, set(said), place)
            for key in said:
                self.agree(python[key], said[key], "%s/%s" % (place, key))
        elif isinstance(said, list):
            self.assertEqual(len(said), len(python), place)
            for i, one in enumerate(said):
                self.agree(python[i], one, "%s/%d" % (place, i))
        else:
            self.assertEqual(instants_alike(said), instants_alike(python), place)

    def compare(self, case):
        self.agree(support.db().assess(case).to_dict(),
                   json.loads(support.db().assess_json(case)))

    def test_cases(self):
        held = [one.id for one in support.db().jurisdictions]
        self.compare(ogbv.Case(on=support.ON, jurisdictions=held))
        self.compare(ogbv.Case(support.FACTS, support.ACTS, held, support.ON))
        self.compare(ogbv.Case({"victim.age": 24, "relation.ex-partner": True},
                               {**support.ACTS, "again": {"act.date": "2025-06-01"}},
                               held, "2025-12-01"))

    def test_example_cases(self):
        for path in sorted(glob.glob(os.path.join(support.SOURCE, "data", "cases", "*.json"))):
            with self.subTest(os.path.basename(path)), open(path, "rb") as file:
                self.compare(ogbv.Case.from_json(file.read()))

    def test_every_fact_alone(self):
        values = {"boolean": "yes", "integer": "20", "date": "2026-01-31", "place": "ie",
                  "datetime": "2026-05-20T10:00:00+02:00"}
        for fact in support.db().facts[::25]:
            value = fact.values[-1].id if fact.values else values[fact.type]
            with self.subTest(fact.id):
                self.compare(ogbv.Case({fact.id: value}, on=support.ON, jurisdictions=("ie",)))


def instants_alike(value):
    """Z and +00:00 are the same offset."""
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:]+Z", value):
        return value[:-1] + "+00:00"
    return value


class Life(unittest.TestCase):
    def test_results_outlive_the_db(self):
        with ogbv.open(jurisdictions="ie") as db:
            result = db.assess({"share.done": True}, on=support.ON, jurisdictions="ie")
        before = result.to_json()
        del db
        gc.collect()
        self.assertEqual(before, result.to_json())

    def test_pickle_copy_compare(self):
        one, two = support.assessed(), support.assessed()
        self.assertEqual(one, two)
        self.assertEqual(hash(one), hash(two))
        self.assertEqual(one, pickle.loads(pickle.dumps(two)))
        self.assertEqual(one, copy.deepcopy(two))
        self.assertNotEqual(one, support.assessed("gb-eaw"))

    def test_results_cannot_be_changed(self):
        with self.assertRaises(AttributeError):
            support.assessed().notice = ""

    def test_repr_is_short(self):
        result = support.assessed()
        for thing in (result, result.offences, result.offences[0], result.remedies[0],
                      result.missing[0], result.offences[0].elements[0]):
            self.assertLess(len(repr(thing)), 250)

    def test_errors_can_be_pickled(self):
        for broken in ({"share.doen": True}, {"victim.age": "x"}):
            with self.assertRaises(ogbv.OgbvError) as caught:
                support.db().assess(broken, on=support.ON)
            again = pickle.loads(pickle.dumps(caught.exception))
            self.assertEqual((type(again), str(again), vars(again)),
                             (type(caught.exception), str(caught.exception),
                              vars(caught.exception)))


class Many(unittest.TestCase):
    CASES = [{"victim.age": age, "share.done": True} for age in range(10, 30)]

    def test_an_iterator_of_results(self):
        done = []
        many = support.db().assess_many(self.CASES, on=support.ON, jurisdictions="ie",
                                        progress=done.append)
        self.assertEqual([support.db().assess(case, on=support.ON, jurisdictions="ie")
                          for case in self.CASES], list(many))
        self.assertEqual(list(range(1, len(self.CASES) + 1)), done)

    def test_cases_are_taken_as_they_are_needed(self):
        taken = []

        def endless():
            while True:
                taken.append(1)
                yield {}
        many = support.db().assess_many(endless(), on=support.ON)
        for _ in range(3):
            next(many)
        self.assertEqual(3, len(taken))

    def test_a_refused_case(self):
        broken = [{}, {"no.such": 1}, {}]
        many = support.db().assess_many(broken, on=support.ON)
        next(many)
        with self.assertRaises(ogbv.UnknownFactError):
            next(many)
        answers = list(support.db().assess_many(broken, on=support.ON, errors="return"))
        self.assertEqual([True, False, True],
                         [isinstance(answer, ogbv.Result) for answer in answers])
        with self.assertRaises(ogbv.InvalidError):
            next(support.db().assess_many([], errors="ignore"))

    def test_the_evaluator_agrees(self):
        evaluator = support.db().evaluator()
        everywhere = [one.id for one in support.db().jurisdictions]
        for case in self.CASES[::7]:
            statuses = evaluator.statuses(case, on=support.ON)
            missing = evaluator.missing(case, on=support.ON)
            result = support.db().assess(case, on=support.ON, jurisdictions=everywhere)
            for finding in list(result.offences) + list(result.baselines):
                self.assertEqual(statuses[finding.id], finding.status)
                if finding.status == "undetermined":
                    waited = {fact for due in finding.deadlines for fact in due.missing}
                    self.assertEqual(set(missing[finding.id]) - waited,
                                     set(finding.missing) - waited)

    def test_sixteen_threads_share_a_db(self):
        expected, wrong = support.assessed("ie", "gb-eaw"), []

        def work():
            for _ in range(4):
                if support.assessed("ie", "gb-eaw") != expected:
                    wrong.append(1)
        threads = [threading.Thread(target=work) for _ in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual([], wrong)


if __name__ == "__main__":
    support.main()
