# SPDX-License-Identifier: MIT
"""The law and the taxonomy as plain data: facts, concepts, instruments, jurisdictions, rules."""
import datetime
from dataclasses import dataclass
from typing import Optional, Tuple, TypeVar

from ._record import Ids, Record, Table

Date = datetime.date


@dataclass(frozen=True, repr=False)
class Value(Record):
    """A value that a choice or a level may have."""
    id: str
    label: str


@dataclass(frozen=True, repr=False)
class Fact(Record):
    """A fact that can be known of a case."""
    id: str
    type: str               #: boolean, choice, level, integer, date, datetime, place
    scope: str              #: "act" when each act has its own, else "case"
    label: str
    question: str           #: "I don't know" is always an answer
    why: str                #: why it is asked
    sensitivity: str        #: low, medium, high
    open_norm: bool         #: only a judgment decides it
    safety: bool            #: asked before everything else
    values: Tuple[Value, ...]
    unit: Optional[str]     #: of an integer, for people
    min: Optional[int]      #: of an integer
    max: Optional[int]


@dataclass(frozen=True, repr=False)
class Alias(Record):
    """Another name of a concept."""
    name: str
    discouraged: Optional[str]      #: why it is better avoided


@dataclass(frozen=True, repr=False)
class Mapping(Record):
    """What a concept is called in an instrument."""
    instrument: str
    at: str                 #: the place in it
    relation: str           #: exact, close, broad (the instrument's is broader), narrow, related,
                            #: none


@dataclass(frozen=True, repr=False)
class Concept(Record):
    """A concept of the harmonized taxonomy, or a family of concepts."""
    id: str
    label: str
    definition: str
    family: Optional[str]   #: None for a family
    aliases: Tuple[Alias, ...]
    mappings: Tuple[Mapping, ...]


@dataclass(frozen=True, repr=False)
class Party(Record):
    """Whether an instrument binds a state or union."""
    jurisdiction: str
    state: str              #: in-force, signed, withdrawn, not-bound, invited
    from_: Optional[Date]
    seen: str               #: primary, secondary, remembered


@dataclass(frozen=True, repr=False)
class Instrument(Record):
    """A treaty, directive or glossary."""
    id: str
    label: str
    kind: str
    parties: Tuple[Party, ...]


@dataclass(frozen=True, repr=False)
class Jurisdiction(Record):
    """A jurisdiction whose law is held."""
    id: str
    label: str
    kind: str                       #: state, part (of a state), union
    parent: Optional[str]           #: its rules apply here too
    within: Optional[str]           #: of a part without law of its own: whose law it has
    as_of: Optional[Date]           #: the day up to which its law was looked at


@dataclass(frozen=True, repr=False)
class Coverage(Record):
    """What is known of a concept in a jurisdiction. Silence never reads as "none"."""
    jurisdiction: str
    concept: str
    status: str                     #: encoded, none-found, not-encoded
    looked: Optional[Date]


@dataclass(frozen=True, repr=False)
class Version(Record):
    """A period in which a rule had one text; both days are included."""
    from_: Optional[Date]
    to: Optional[Date]


@dataclass(frozen=True, repr=False)
class Source(Record):
    """What was read."""
    title: str
    copy: Optional[str]             #: which copy was read
    url: Optional[str]
    read: Optional[Date]            #: the day it was read
    speaks_for: Optional[Date]      #: the day whose text it shows
    seen: str                       #: primary, secondary, remembered


@dataclass(frozen=True, repr=False)
class Warning(Record):
    """What to mind before a step is taken."""
    code: str
    text: str


@dataclass(frozen=True, repr=False)
class Rule(Record):
    """What all rules share."""
    id: str
    label: str
    jurisdiction: str
    kind: str                       #: offence, baseline, term; of a remedy: what sort of remedy
    concepts: Ids
    citation: str
    verified: str                   #: the weakest of its citations: primary, secondary, remembered
    plain: Optional[str]            #: one plain sentence
    versions: Tuple[Version, ...]
    notes: Ids
    source: Optional[Source]


@dataclass(frozen=True, repr=False)
class Term(Rule):
    """A notion that a law defines and that rules reuse."""


@dataclass(frozen=True, repr=False)
class Offence(Rule):
    """Any wrong that is defined by elements."""
    class_: str                     #: criminal, civil, civil-penalty, administrative
    penalty: Optional[str]          #: the heaviest of the latest version
    max_months: Optional[int]       #: its maximum; None when none is stated, and for life
    life: bool
    proceedings: Optional[str]      #: who starts them, and how


@dataclass(frozen=True, repr=False)
class Baseline(Offence):
    """A minimum that states owe; never a person's offence."""
    adopted: Optional[Date]
    due: Optional[Date]             #: by then states have to carry it out


@dataclass(frozen=True, repr=False)
class Remedy(Rule):
    """What can be done; its kind is criminal, civil, interim, administrative, platform,
    compensation, rights, support or restorative."""
    applicant: Ids                  #: who may apply: person-harmed, police, ...
    respondent: Ids                 #: against whom: person-responsible, platform, ...
    forum: Optional[str]
    standard: Optional[str]         #: what has to be shown
    without_notice: Optional[bool]  #: to the other side; None when not stated
    review: bool                    #: a person should look at it before it is used
    warnings: Tuple[Warning, ...]
    heads: Ids                    #: of loss
    evidence: Ids                 #: what is worth keeping
    steps: Ids                    #: how it is done


R = TypeVar("R", bound=Rule)


class Facts(Table[Fact]):
    """The dictionary of facts."""
    __slots__ = ()
    shown = ("id", "type", "scope", "label")


class Concepts(Table[Concept]):
    """The concepts of the taxonomy."""
    __slots__ = ()
    shown = ("id", "label", "definition")


class Rules(Table[R]):
    """Rules of one kind."""
    __slots__ = ()
    shown = ("id", "label", "citation", "concepts", "verified")
