# SPDX-License-Identifier: MIT
"""Facts in: every type of value, what is refused, and that no value is ever repeated."""
import datetime
import json
import pickle
import traceback
import unittest

import support
import ogbv

SECRET = "Secret-Name-4711"
UTC = datetime.timezone.utc


def refused(facts, **more):
    """The error for facts that are refused."""
    more.setdefault("on", support.ON)
    try:
        support.db().assess(facts, **more)
    except ogbv.OgbvError as error:
        return error
    raise AssertionError("not refused")


def first(kind, scope="case"):
    return support.db().facts.where(type=kind, scope=scope)[0].id


class Values(unittest.TestCase):
    def taken(self, facts, **more):
        return support.db().assess(facts, on=support.ON, jurisdictions=["ie"], **more)

    def same(self, fact, *values):
        """Several ways of saying the same."""
        answers = [self.taken({fact: value}).to_dict() for value in values]
        for answer in answers[1:]:
            self.assertEqual(answers[0], answer)

    def test_booleans(self):
        self.same("share.done", True, "yes")
        self.same("share.done", False, "no")
        self.assertNotEqual(self.taken({"share.done": True}), self.taken({"share.done": False}))

    def test_integers_and_ranges(self):
        self.same("victim.age", 17, "17", (17, 17), ogbv.Range(17, 17), {"min": 17, "max": 17})
        self.same("victim.age", (18, None), ogbv.Range(min=18), {"min": 18})

    def test_days(self):
        self.same("act.date", datetime.date(2024, 2, 29), "2024-02-29")
        self.same("act.date", "2024-02", (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29)))

    def test_instants(self):
        for fact in support.db().facts.where(type="datetime"):
            self.same(fact.id, datetime.datetime(2026, 5, 20, 8, tzinfo=UTC),
                      "2026-05-20T08:00:00Z", "2026-05-20T08:00:00+00:00")

    def test_levels(self):
        level = support.db().facts.where(type="level")[0]
        lowest, highest = level.values[0].id, level.values[-1].id
        self.same(level.id, lowest, (lowest, lowest))
        self.taken({level.id: (lowest, highest)})

    def test_places(self):
        self.taken({first("place"): "us-ca"})

    def test_not_known_is_not_asked_again(self):
        asked = self.taken({}).missing[0].fact
        self.assertNotIn(asked, self.taken({asked: None}).missing)

    def test_scalars_of_other_libraries(self):
        class Scalar:
            def item(self):
                return 17
        self.same("victim.age", 17, Scalar())

    def test_one_jurisdiction_may_be_a_text(self):
        db = support.db()
        self.assertEqual(db.assess({}, on=support.ON, jurisdictions="ie"),
                         db.assess({}, on=datetime.date(2026, 11, 21), jurisdictions=("ie",)))

    def test_today_is_said(self):
        receipt = support.db().assess({}).receipt
        self.assertEqual("today", receipt.on_from)
        self.assertLessEqual(abs(receipt.on - datetime.date.today()), datetime.timedelta(1))

    def test_acts(self):
        acts = {"one": {"share.done": True}, "two": {"share.done": False}}
        result = self.taken({"victim.age": 30}, acts=acts)
        self.assertEqual(["one", "two"], [act.act for act in result.offences[0].acts])


class Refusals(unittest.TestCase):
    def test_unknown_fact(self):
        error = refused({"share.doen": True})
        self.assertIsInstance(error, ogbv.UnknownFactError)
        self.assertIsInstance(error, LookupError)
        self.assertEqual("share.doen", error.fact)
        self.assertEqual("share.done", error.nearest[0])
        self.assertIn("share.done", str(error))

    def test_wrong_values(self):
        naive = datetime.datetime(2024, 1, 1)
        for fact, values in {
            "share.done": (1.0, 1, "maybe", "", [], [True], object(), (True, None), b"yes", naive),
            "victim.age": (True, 1.5, float("nan"), -1, 2 ** 63, -2 ** 64, "x", (1, 2, 3), (),
                           (None, None), (9, 8), {"min": 1, "x": 2}, {}, ogbv.Range()),
            "act.date": (True, 20240101, "2024-02-30", "yesterday", naive, (1.0, None),
                         datetime.time(1)),
        }.items():
            for value in values:
                with self.subTest(fact=fact, type=type(value)):
                    error = refused({fact: value})
                    self.assertIsInstance(error, ogbv.FactError)
                    self.assertEqual(fact, error.fact)

    def test_contradictions_name_facts(self):
        error = refused({"victim.age": 30, "victim.minor": True})
        self.assertIsInstance(error, ogbv.ConflictError)
        self.assertIn(error.fact, ("victim.age", "victim.minor"))

    def test_misuse(self):
        for more in ({"on": "soon"}, {"on": 5}, {"on": datetime.datetime(2026, 1, 1)},
                     {"jurisdictions": ["Nowhere!"]}, {"jurisdictions": [5]},
                     {"acts": {"a b": {}}}, {"acts": {"": {}}}, {"acts": {"one": 5}},
                     {"acts": {str(i): {} for i in range(300)}}):
            with self.subTest(more):
                self.assertIsInstance(refused({}, **more), (ogbv.InvalidError, ogbv.LimitError))
        for facts in (5, "share.done", [("share.done", True)], {5: True}, {"a\0b": 1}, None):
            with self.subTest(facts):
                self.assertIsInstance(refused(facts), ogbv.InvalidError)

    def test_case_facts_of_an_act(self):
        self.assertEqual("victim.age", refused({}, acts={"one": {"victim.age": 5}}).fact)

    def test_huge_arguments(self):
        self.assertIsInstance(refused({"x" * 10 ** 6: True}), ogbv.UnknownFactError)
        self.assertIsInstance(refused({"act.date": "9" * 10 ** 6}), ogbv.FactError)
        self.assertIsInstance(refused({}, acts={"x" * 10 ** 6: {}}), ogbv.InvalidError)


class Privacy(unittest.TestCase):
    CASES = (
        {"victim.age": SECRET}, {"share.done": SECRET}, {"act.date": SECRET + "\0"},
        {"victim.age": (SECRET, None)}, {"victim.age": [SECRET]}, {"victim.age": {SECRET: 1}},
        {"victim.age": SECRET + "\udc80"}, {SECRET: True}, {SECRET + "\udc80": 1},
        {"share.done": (SECRET,) * 3}, {"victim.age": {"min": SECRET}},
    )

    def test_no_error_repeats_a_value(self):
        for facts in self.CASES:
            error = refused(facts)
            written = "".join(traceback.format_exception(type(error), error, None))
            for text in (str(error), repr(error), repr(vars(error)), written,
                         repr(error.__context__), repr(error.__cause__), repr(error.args)):
                self.assertNotIn("Secret", text)

    def test_no_repr_shows_a_value(self):
        for thing in (ogbv.Range(SECRET, SECRET), ogbv.Case(facts={"victim.age": SECRET}),
                      ogbv.Case(acts={"post": {"share.done": SECRET}}), support.db()):
            self.assertNotIn("Secret", repr(thing) + str(thing))

    def test_documents_are_not_repeated(self):
        for document in ('{"facts": {"a.b": "%s"}' % SECRET, '{"%s": 1}' % SECRET, SECRET,
                         '{"format": 1, "facts": {"%s": 1, "%s": 2}}' % (SECRET, SECRET),
                         '{"format": "%s"}' % SECRET, '["%s"]' % SECRET,
                         '{"format": 1, "acts": [{"id": 5, "%s": {}}]}' % SECRET,
                         b'{"%s\xff": 1}' % SECRET.encode(), "[" * 10 ** 5):
            with self.assertRaises(ogbv.InvalidError) as caught:
                ogbv.Case.from_json(document)
            self.assertNotIn("Secret", str(caught.exception) + repr(caught.exception.__cause__))


class Documents(unittest.TestCase):
    TEXT = json.dumps({
        "format": 1, "on": "2026-11-21", "jurisdictions": ["gb-eaw", "ie"],
        "facts": {"victim.age": 24, "relation.ex-partner": True, "harm.distress": None},
        "acts": [{"id": "post", "facts": {"share.done": True, "act.date": "2024-02",
                                          "share.recipients": {"min": 2}}}]})

    def test_round_trip(self):
        case = ogbv.Case.from_json(self.TEXT)
        self.assertEqual(json.loads(self.TEXT), case.to_dict())
        self.assertEqual(case, ogbv.Case.from_dict(case.to_dict()))
        self.assertEqual(case, pickle.loads(pickle.dumps(case)))

    def test_python_values_become_json(self):
        case = ogbv.Case(facts={"act.date": datetime.date(2024, 2, 1), "victim.age": (18, None),
                                "share.recipients": ogbv.Range(1, 3)}, on=datetime.date(2026, 1, 2))
        document = json.loads(json.dumps(case.to_dict()))
        self.assertEqual("2026-01-02", document["on"])
        self.assertEqual({"act.date": "2024-02-01", "victim.age": {"min": 18},
                          "share.recipients": {"min": 1, "max": 3}}, document["facts"])

    def test_assessed_alike(self):
        db = support.db()
        whole = db.assess(ogbv.Case.from_json(self.TEXT))
        self.assertEqual("case", whole.receipt.on_from)
        self.assertEqual(whole, db.assess(support.FACTS, acts=support.ACTS, on=support.ON,
                                          jurisdictions=["gb-eaw", "ie"]))
        other = db.assess(ogbv.Case.from_json(self.TEXT), on="2025-01-01", jurisdictions="ie")
        self.assertEqual(("option", ("ie",)), (other.receipt.on_from, other.receipt.asked))

    def test_what_is_refused(self):
        for document in ('{"facts": {}, "facts": {}}', '{"fact": {}}', '{"format": 2}', "[]", "1",
                         '{"format": 1, "acts": {}}', '{"format": 1, "facts": []}', "", "{",
                         '{"format": 1, "acts": [{"id": "a"}, {"id": "a"}]}', "{}",
                         '{"format": 1, "jurisdictions": "ie"}', '{"format": true}'):
            with self.subTest(document), self.assertRaises(ogbv.InvalidError):
                ogbv.Case.from_json(document)


if __name__ == "__main__":
    support.main()
