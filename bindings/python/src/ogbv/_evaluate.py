# SPDX-License-Identifier: MIT
"""The fast path, and the tests beside the rules."""
import ctypes
import threading
from dataclasses import dataclass
from typing import Any, Dict, List, Optional, Tuple, Union

from . import _names as names
from . import case as cases
from ._abi import REPORT
from ._call import Owner, call, made, text
from ._native import lib
from ._read_law import each
from ._record import Record, Table
from .case import Case, Day, Facts

WORD = 64                   # bits of a word of ogbv_evaluate_missing()


class Evaluator:
    """Statuses of all offences and baselines of a db. Sized once; it does one case at a time."""

    def __init__(self, db: Owner) -> None:
        self._db = db
        self._owner = made(lib.ogbv_evaluator_new, lib.ogbv_evaluator_free, db.handle)
        self._lock = threading.Lock()
        self._rules = [text(lib.ogbv_rule_id(rule)) for kind in ("offence", "baseline")
                       for rule in each(lib.ogbv_rule_count, lib.ogbv_rule_at, db.handle,
                                        names.constant(names.RULE_KIND, kind))]
        self._facts = [text(lib.ogbv_fact_id(fact)) for fact in
                       each(lib.ogbv_fact_count, lib.ogbv_fact_at, db.handle)]

    def __reduce__(self) -> Any:
        raise TypeError("an Evaluator belongs to its process")

    def statuses(self, facts: Union[Facts, Case], *, on: Optional[Day] = None) -> Dict[str, str]:
        """The status of every rule, whatever jurisdictions the case asks for. One act at most."""
        with self._lock:
            return self._statuses(facts, on)

    def missing(self, facts: Union[Facts, Case], *,
                on: Optional[Day] = None) -> Dict[str, Tuple[str, ...]]:
        """The missing facts of every rule that is undetermined."""
        words = (len(self._facts) + WORD - 1) // WORD
        bits = (ctypes.c_uint64 * (words * len(self._rules)))()
        with self._lock:
            statuses = self._statuses(facts, on)
            call(lib.ogbv_evaluate_missing, self._owner.handle, bits, words, len(bits))
        return {rule: tuple(fact for f, fact in enumerate(self._facts)
                            if bits[r * words + f // WORD] >> f % WORD & 1)
                for r, rule in enumerate(self._rules) if statuses[rule] == "undetermined"}

    def _statuses(self, facts: Union[Facts, Case], on: Optional[Day]) -> Dict[str, str]:
        found = (ctypes.c_uint8 * len(self._rules))()
        case, on_from = cases.as_case(facts, on)
        with cases.build(self._db, case, on_from) as built:
            call(lib.ogbv_evaluate, self._owner.handle, built, found, len(found))
        return {rule: names.known(names.STATUS, status)
                for rule, status in zip(self._rules, found)}


@dataclass(frozen=True, repr=False)
class TestFailure(Record):
    """A test that failed, or a leaf of a rule whose absence no test notices."""
    id: str
    file: str
    line: int
    text: str


@dataclass(frozen=True, repr=False)
class TestReport(Record):
    """What came of the tests beside the rules."""
    passed: int
    failed: int
    failures: Table[TestFailure]

    def __repr__(self) -> str:
        return "<TestReport: %d passed, %d failed>" % (self.passed, self.failed)


def run_tests(db: Owner, mutate: bool) -> TestReport:
    failures: List[TestFailure] = []
    passed, failed = ctypes.c_int32(), ctypes.c_int32()

    def report(_payload: Any, file: bytes, line: int, id: bytes, said: bytes) -> None:
        failures.append(TestFailure(text(id), text(file), line, text(said)))

    call(lib.ogbv_run_tests, db.handle, bool(mutate), REPORT(report), None,
         ctypes.byref(passed), ctypes.byref(failed))
    return TestReport(passed.value, failed.value, Table(failures))
