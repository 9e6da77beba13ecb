# SPDX-License-Identifier: MIT
"""What an assessment answers, as plain data. The fields are the keys of the JSON result, whose
meaning doc/result-format.md states; a name that Python keeps for itself ends with `_`."""
import datetime
import json
from dataclasses import dataclass
from typing import Any, Dict, List, Optional, Tuple, Union

from . import _html
from ._record import Ids, Record, Table
from .law import Coverage, Source, Warning
Date = datetime.date



@dataclass(frozen=True, repr=False)
class Receipt(Record):
    """What the answer was made with."""
    engine: str
    data: str
    on: Date
    on_from: str                    #: case, option, today
    asked: Ids
    added: Ids
    lang: str
    beyond_data: bool               #: the day is after the one up to which some law was looked at


@dataclass(frozen=True, repr=False)
class Safety(Record):
    """A message that belongs before everything else."""
    code: str
    text: str


@dataclass(frozen=True, repr=False)
class Consulted(Record):
    """A jurisdiction whose law was read."""
    id: str
    connection: str                 #: asserted, connected
    asked: bool
    held: bool
    label: Optional[str]
    as_of: Optional[Date]


@dataclass(frozen=True, repr=False)
class ConceptFinding(Record):
    """Whether the case falls under a concept of the taxonomy, whatever a law says."""
    id: str
    label: str
    status: str                     #: met, not-met, undetermined
    missing: Ids


@dataclass(frozen=True, repr=False)
class Element(Record):
    """A reason: an element of a rule, or a condition inside of one."""
    id: str
    label: Optional[str]
    citation: Optional[str]
    status: str                     #: met, not-met, undetermined
    op: str                         #: all, any, not, at-least, fact, unsettled, finding
    facts: Ids
    children: Tuple["Element", ...]


@dataclass(frozen=True, repr=False)
class ExceptionFinding(Record):
    """An exception, and whether it is established."""
    id: str
    kind: str                       #: unless, inapplicable
    label: Optional[str]
    citation: Optional[str]
    burden: Optional[str]           #: defendant, raised, prosecution
    status: str                     #: established, open, excluded
    replaced_by: Optional[str]
    op: str
    facts: Ids
    children: Tuple[Element, ...]


@dataclass(frozen=True, repr=False)
class Aggravation(Record):
    """What makes an offence graver."""
    id: str
    label: Optional[str]
    citation: Optional[str]
    status: str
    max_months: Optional[int]
    life: bool
    op: str
    facts: Ids
    children: Tuple[Element, ...]


@dataclass(frozen=True, repr=False)
class ActStatus(Record):
    """How a rule stands for one act."""
    act: str
    status: str


@dataclass(frozen=True, repr=False)
class VersionUsed(Record):
    """The text of the rule that was used."""
    state: Optional[str]            #: in-force, ended, future, enacted, suspended, ...
    from_: Optional[Date]
    to: Optional[Date]


@dataclass(frozen=True, repr=False)
class Deadline(Record):
    """A deadline that was computed."""
    id: str
    for_: str                       #: applicant, prosecutor, court, platform
    effect: str                     #: bars, extendable, target
    date: Optional[Date]            #: the last day; the earliest possible one while not certain
    at: Optional[datetime.datetime]     #: the instant, for clocks in hours
    status: str                     #: open, due-today, expired, undetermined
    certain: bool
    computation: str
    citation: Optional[str]
    missing: Ids
    label: Optional[str]
    act: Optional[str]              #: the act it is counted for, when it has a name


@dataclass(frozen=True, repr=False)
class Filed(Record):
    """The day of filing that chose the text."""
    date: Date
    assumed: bool                   #: nothing was filed yet: the day of assessment


@dataclass(frozen=True, repr=False)
class OffenceFinding(Record):
    """What was found of an offence or a baseline."""
    id: str
    jurisdiction: str
    class_: str                     #: criminal, civil, civil-penalty, administrative
    concepts: Ids
    label: str
    citation: str
    status: str                     #: met, not-met, undetermined, defeated, inapplicable,
                                    #: not-in-force
    strict: str                     #: yes, no, unknown: burdens ignored
    contestable: bool               #: met while an exception is open
    arguable: bool                  #: all that is unknown is an open norm or unsettled
    why: Ids                        #: of being undetermined: fact, open-norm, unsettled, ...
    acts: Tuple[ActStatus, ...]
    version: VersionUsed
    verified: str                   #: the weakest citation the status rests on
    as_of: Optional[Date]
    elements: Tuple[Element, ...]
    exceptions: Tuple[ExceptionFinding, ...]
    missing: Ids
    contest_facts: Ids              #: facts that feed only open exceptions
    penalty: Optional[str]
    max_months: Optional[int]
    life: bool
    aggravations: Tuple[Aggravation, ...]
    proceedings: Optional[str]
    deadlines: Tuple[Deadline, ...]
    plain: Optional[str]
    notes: Ids
    source: Optional[Source]

    def _repr_html_(self) -> str:
        return _finding(self) + _html.section(
            "What makes it graver", _html.tree(self.aggravations))


@dataclass(frozen=True, repr=False)
class RemedyFinding(Record):
    """Whether a remedy is open, and until when."""
    id: str
    jurisdiction: str
    kind: str                       #: criminal, civil, interim, administrative, platform, ...
    label: str
    citation: str
    status: str                     #: available, unavailable, undetermined, expired, not-in-force
    why: Ids
    rests_on: Ids                   #: rules and concepts
    missing: Ids
    applicant: Ids                  #: who may apply
    respondent: Ids                 #: against whom
    forum: Optional[str]
    standard: Optional[str]         #: what has to be shown
    without_notice: Optional[bool]  #: to the other side; None when not stated
    review: bool                    #: a person should look at it before it is used
    warnings: Tuple[Warning, ...]   #: to show with the remedy
    deadlines: Tuple[Deadline, ...]
    verified: str
    as_of: Optional[Date]
    plain: Optional[str]
    elements: Tuple[Element, ...]
    exceptions: Tuple[ExceptionFinding, ...]
    version: VersionUsed
    contest_facts: Ids
    filed: Optional[Filed]
    heads: Ids                      #: of loss
    evidence: Ids                   #: what is worth keeping
    steps: Ids                      #: how it is done
    notes: Ids
    concepts: Ids
    source: Optional[Source]

    def _repr_html_(self) -> str:
        return (_html.section("Before this step", _html.items(one.text for one in self.warnings))
                + _finding(self, who_may_apply=" ".join(self.applicant),
                           against=" ".join(self.respondent), where=self.forum,
                           what_has_to_be_shown=self.standard)
                + _html.section("How it is done", _html.items(self.steps))
                + _html.section("What is worth keeping", _html.items(self.evidence)))


@dataclass(frozen=True, repr=False)
class Need(Record):
    """A fact that is worth asking."""
    fact: str
    type: str
    values: Optional[Ids]           #: of a choice or a level
    question: str
    why: str
    decides: int                    #: number of findings that it could decide
    open_norm: bool
    sensitivity: str
    label: str
    scope: str                      #: act, case
    safety: bool                    #: asked before everything else


class Concepts(Table[ConceptFinding]):
    """Findings of concepts."""
    __slots__ = ()
    shown = ("label", "status", "id")


class Offences(Table[OffenceFinding]):
    """Findings of offences."""
    __slots__ = ()
    shown = ("label", "status", "jurisdiction", "citation", "id")

    @property
    def met(self) -> "Offences":
        return self.where(status="met")

    @property
    def undetermined(self) -> "Offences":
        return self.where(status="undetermined")

    @property
    def arguable(self) -> "Offences":
        """Undetermined, and only a judgment or an open point of law decides."""
        return self.where(arguable=True)


class Remedies(Table[RemedyFinding]):
    """Findings of remedies."""
    __slots__ = ()
    shown = ("label", "status", "kind", "jurisdiction", "citation", "id")

    @property
    def available(self) -> "Remedies":
        return self.where(status="available")

    @property
    def undetermined(self) -> "Remedies":
        return self.where(status="undetermined")

    @property
    def expired(self) -> "Remedies":
        return self.where(status="expired")


class Needs(Table[Need]):
    """Facts that are worth asking, the most useful first."""
    __slots__ = ()
    shown = ("question", "fact", "decides", "sensitivity")


@dataclass(frozen=True, repr=False)
class Result(Record):
    """An answer. Plain data: it outlives the db, and can be pickled, compared, written as JSON."""
    format: int
    receipt: Receipt
    notice: str
    safety: Tuple[Safety, ...]
    jurisdictions: Tuple[Consulted, ...]
    coverage: Table[Coverage]
    concepts: Concepts
    offences: Offences
    baselines: Offences
    remedies: Remedies
    missing: Needs
    contest: Needs                  #: facts that feed only open exceptions
    derived: Ids                    #: facts that followed from others

    def rows(self) -> List[Dict[str, Any]]:
        """Every finding of a rule as a flat dict, all with the same keys."""
        return ([_row("offence", finding) for finding in self.offences]
                + [_row("baseline", finding) for finding in self.baselines]
                + [_row("remedy", finding) for finding in self.remedies])

    def to_json(self, indent: Optional[int] = None) -> str:
        """The answer as JSON."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    def _repr_html_(self) -> str:
        return _html.page(
            "Assessment of %s" % self.receipt.on, self.receipt.lang,
            _html.section("Safety first", _html.items(one.text for one in self.safety)),
            _html.section("What can be done", self.remedies.available._repr_html_()),
            _html.section("Deadlines of what can be done", _html.items(
                "%s: %s" % (step.label, _due(one))
                for step in self.remedies.available for one in step.deadlines)),
            _html.section("Made out", self.offences.met._repr_html_()),
            _html.section("Open", self.offences.undetermined._repr_html_()),
            _html.section("Most useful to ask next", self.missing[:10]._repr_html_()),
            "<p>%s</p><p>Engine %s, data %s.</p>" % (
                _html.cell(self.notice), _html.cell(self.receipt.engine),
                _html.cell(self.receipt.data)))

    def __repr__(self) -> str:
        return "<Result of %s: %d offences met, %d remedies available, %d facts missing>" % (
            self.receipt.on, len(self.offences.met), len(self.remedies.available),
            len(self.missing))


COLUMNS = ("id", "jurisdiction", "class", "kind", "concepts", "label", "citation", "status",
           "strict", "contestable", "arguable", "why", "missing", "verified", "as_of")


def _row(finding: str, record: Record) -> Dict[str, Any]:
    cells = record.row()
    return {"finding": finding, **{column: cells.get(column) for column in COLUMNS}}


def _due(deadline: Deadline) -> str:
    """A deadline in one line."""
    return "%s: %s%s, %s" % (deadline.label, deadline.date or "not known yet",
                             "" if deadline.certain else " (not certain)", deadline.status)


def _finding(finding: Union[OffenceFinding, RemedyFinding], **more: Optional[str]) -> str:
    """A finding with its reasons and deadlines, for notebooks."""
    return (_html.facts(finding.label, {
                "status": finding.status, "citation": finding.citation, "source": finding.verified,
                **more,
                "why": " ".join(finding.why), "missing": " ".join(finding.missing)})
            + _html.section("What has to be there", _html.tree(finding.elements))
            + _html.section("What would stand against it", _html.tree(finding.exceptions))
            + _html.section("Deadlines", _html.items(map(_due, finding.deadlines))))
