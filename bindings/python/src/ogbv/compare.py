# SPDX-License-Identifier: MIT
"""Exact comparison of definitions, as plain data. The fields are the keys of the JSON."""
import datetime
from dataclasses import dataclass
from typing import Any, Dict, List, Mapping, Optional, Tuple, Union

from . import _html
from ._record import Ids, Record, Table
from .case import Case
from .errors import NotFoundError

MIRRORED = {"narrower": "broader", "broader": "narrower"}


@dataclass(frozen=True, repr=False)
class Definition(Record):
    """What a key says of the concept: "ie", "ie@2020-01-01", "core"."""
    key: str
    jurisdiction: Optional[str]
    on: datetime.date
    offences: Ids
    status: str         #: defined, none-found, not-encoded, not-in-force, suspended, start-unknown
    typical: Optional[str]      #: whether it covers the typical case: yes, no, unknown


@dataclass(frozen=True, repr=False)
class Witness(Record):
    """Whether a case was found that only one side covers, and that case: a whole case, the nearest
    to the typical one."""
    search: str                     #: found, none, undecided
    minimal: Optional[bool]         #: no nearer case would do
    case: Optional[Case]
    differs_in: Optional[Ids]       #: facts in which it is not the typical case

    def __bool__(self) -> bool:
        return self.case is not None


@dataclass(frozen=True, repr=False)
class Against(Record):
    """What a definition makes of the baseline."""
    shortfall: Optional[Witness]        #: what falls short of it
    excess: Optional[Witness]           #: what goes beyond it
    adopted: Optional[datetime.date]    #: of the minimum rules: the latest day
    due: Optional[datetime.date]        #: by then states have to carry them out


@dataclass(frozen=True, repr=False)
class Pair(Record):
    """How the definition of `a` relates to that of `b`."""
    a: str
    b: str
    relation: str       #: equal, narrower, broader, overlapping, disjoint, undecided
    open_norms: Ids     #: what only a judgment decides, compared by name
    unsettled: Ids      #: open points of law: rule#point
    only_a: Witness
    only_b: Witness
    baseline: Optional[Against] = None      #: when b is one

    def reversed(self) -> "Pair":
        """The same, seen from b."""
        return Pair(self.b, self.a, MIRRORED.get(self.relation, self.relation), self.open_norms,
                    self.unsettled, self.only_b, self.only_a)

    def row(self) -> Dict[str, Any]:
        return {"a": self.a, "b": self.b, "relation": self.relation,
                "only_a": self.only_a.search, "only_a_differs_in": _joined(self.only_a.differs_in),
                "only_b": self.only_b.search, "only_b_differs_in": _joined(self.only_b.differs_in),
                "open_norms": _joined(self.open_norms), "unsettled": _joined(self.unsettled)}

    def __repr__(self) -> str:
        return "<Pair %s %s %s>" % (self.a, self.relation, self.b)


@dataclass(frozen=True, repr=False)
class Atom(Record):
    """A test of a fact, and what each definition does with it."""
    fact: str
    op: str                         #: is, in, min, max, range, within (place), difference
    value: Union[bool, str]
    label: str
    in_: Mapping[str, str]          #: key -> required, excluded, open, irrelevant
    citations: Mapping[str, str]    #: key -> where it speaks of it

    def row(self) -> Dict[str, Any]:
        return {"label": self.label, "fact": self.fact, "op": self.op, "value": self.value,
                **self.in_}


class Atoms(Table[Atom]):
    """The element view."""
    __slots__ = ()


class Pairs(Table[Pair]):
    """Pairs of definitions."""
    __slots__ = ()
    shown = ("a", "relation", "b", "only_a_differs_in", "only_b_differs_in")


@dataclass(frozen=True, repr=False)
class Comparison(Record):
    """Definitions of one concept, compared. Plain data: it outlives the db."""
    format: int
    concept: str
    class_: str
    on: datetime.date
    definitions: Table[Definition]
    pairs: Pairs
    elements: Atoms

    def between(self, a: str, b: str) -> Pair:
        """The pair of two keys, as seen from the first."""
        for pair in self.pairs:
            if (pair.a, pair.b) == (a, b):
                return pair
            if (pair.a, pair.b) == (b, a):
                return pair.reversed()
        raise NotFoundError("these two were not compared")

    def rows(self) -> List[Dict[str, Any]]:
        """The pairs as flat dicts."""
        return self.pairs.rows()

    def matrix(self) -> List[Dict[str, Any]]:
        """A row and a column for each definition that is defined: how the row's relates to the
        column's."""
        found: Dict[Tuple[str, str], str] = {}
        for pair in self.pairs:
            for one in (pair, pair.reversed()):
                found[one.a, one.b] = one.relation
        keys = [one.key for one in self.definitions if one.status == "defined"]
        return [{"definition": a, **{b: "equal" if a == b else found.get((a, b), "")
                                     for b in keys}} for a in keys]

    def _repr_html_(self) -> str:
        return _html.page(
            "%s on %s (%s)" % (self.concept, self.on, self.class_), "en",
            _html.table("Definitions", self.definitions.rows()),
            _html.table("How each relates to each", self.matrix()),
            _html.table("What each requires", self.elements.rows()))

    def __repr__(self) -> str:
        return "<Comparison of %s: %d definitions, %d pairs>" % (
            self.concept, len(self.definitions), len(self.pairs))


@dataclass(frozen=True, repr=False)
class Remark(Record):
    """Something in the data that a person should look at. It need not be a fault."""
    kind: str                       #: never-met, never-in-scope, subsumed, unused-fact, ...
    rule: Optional[str]             #: None for a fact
    other: Optional[str]            #: the rule or term that it is held against
    relation: Optional[str]         #: how the rule relates to that
    concept: Optional[str]
    fact: Optional[str]
    only_rule: Optional[Case]       #: of terms: facts under which only the one holds
    only_other: Optional[Case]

    def row(self) -> Dict[str, Any]:
        return {name: value for name, value in super().row().items()
                if not name.startswith("only_")}


@dataclass(frozen=True, repr=False)
class Report(Record):
    """The data as a whole: every definition compared, and what should be looked at."""
    on: datetime.date
    class_: str
    data: str
    comparisons: Table[Comparison]
    remarks: Table[Remark]

    def rows(self) -> List[Dict[str, Any]]:
        """Every pair of every concept as a flat dict."""
        return [{"concept": comparison.concept, **row}
                for comparison in self.comparisons for row in comparison.rows()]

    def _repr_html_(self) -> str:
        return _html.page("Report of %s (%s)" % (self.on, self.class_), "en",
                          _html.table("Remarks", self.remarks.rows()),
                          *(comparison._repr_html_() for comparison in self.comparisons))

    def __repr__(self) -> str:
        return "<Report of %s: %d concepts, %d remarks>" % (
            self.on, len(self.comparisons), len(self.remarks))


def _joined(ids: Optional[Ids]) -> str:
    return " ".join(ids or ())
