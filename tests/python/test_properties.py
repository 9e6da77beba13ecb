# SPDX-License-Identifier: MIT
"""What holds for any case: Python says what the JSON of the command line says, and more facts never
turn a yes into a no."""
import datetime
import json
import os
import subprocess
import unittest

import support
import ogbv
import test_assess

try:
    from hypothesis import HealthCheck, given, settings
    from hypothesis import strategies as any_
except ImportError:
    given = None

PLACES = ("ie", "gb-eaw", "us", "us-ca", "de", "zw")


def values_of(fact):
    """Values that a fact may have."""
    if fact.values:
        return any_.sampled_from([value.id for value in fact.values])
    return {
        "boolean": any_.booleans(),
        "integer": any_.integers(fact.min or 0, min(fact.max or 0, 300)),
        "date": any_.dates(datetime.date(2015, 1, 1), datetime.date(2026, 11, 21)),
        "datetime": any_.just("2026-05-20T10:00:00+02:00"),
        "place": any_.sampled_from(PLACES),
    }[fact.type]


def facts():
    """Some facts, each with a value or not known."""
    known = {fact.id: any_.none() | values_of(fact) for fact in support.db().facts}
    return any_.sets(any_.sampled_from(sorted(known)), max_size=25).flatmap(
        lambda chosen: any_.fixed_dictionaries({fact: known[fact] for fact in sorted(chosen)}))


def answered(case):
    """The answer; None when the facts contradict each other."""
    try:
        return support.db().assess(case)
    except ogbv.ConflictError:
        return None


if given is not None:
    LITTLE = settings(max_examples=25, deadline=None, derandomize=True, database=None,
                      suppress_health_check=list(HealthCheck))

    class Properties(unittest.TestCase):
        agree = test_assess.Agreement.agree

        @LITTLE
        @given(facts(), any_.sampled_from(PLACES))
        def test_getters_say_what_the_json_says(self, chosen, place):
            case = ogbv.Case(chosen, on=support.ON, jurisdictions=(place,))
            result = answered(case)
            if result is not None:
                self.agree(result.to_dict(), json.loads(support.db().assess_json(case)))

        @settings(LITTLE, max_examples=8)
        @given(facts())
        def test_the_command_line_says_the_same(self, chosen):
            if not os.path.exists(support.TOOL):
                self.skipTest("the command line was not built")
            case = ogbv.Case(chosen, on=support.ON, jurisdictions=("ie", "us-ca"))
            ran = subprocess.run([support.TOOL, "assess", "--format", "json", "-"],
                                 input=json.dumps(case.to_dict()).encode(), stdout=subprocess.PIPE,
                                 stderr=subprocess.DEVNULL)
            result = answered(case)
            self.assertEqual(result is None, ran.returncode != 0)
            if result is not None:
                said = json.loads(ran.stdout)
                self.agree(result.to_dict()["offences"], said["offences"])
                self.agree(result.to_dict()["remedies"], said["remedies"])

        @LITTLE
        @given(facts(), facts())
        def test_more_facts_never_turn_an_answer_round(self, some, more):
            held = ("ie", "gb-eaw", "us-ca")
            before = answered(ogbv.Case(some, on=support.ON, jurisdictions=held))
            after = answered(ogbv.Case({**more, **{k: v for k, v in some.items() if v is not None}},
                                       on=support.ON, jurisdictions=held))
            if before is None or after is None:
                return
            for one in before.offences:
                if one.strict != "unknown" and one.id in after.offences:
                    self.assertEqual(one.strict, after.offences[one.id].strict, one.id)


if __name__ == "__main__":
    support.main()
