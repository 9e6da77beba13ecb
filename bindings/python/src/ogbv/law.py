# SPDX-License-Identifier: MIT
"""The law and the taxonomy as plain data: facts, concepts, instruments, jurisdictions, rules."""
import datetime
from dataclasses import dataclass
from typing import Optional, Tuple, TypeVar

from ._record import Record, Table

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
    values: Tuple[Value, ...]


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
    """A concept of the harmonized taxonomy."""
    id: str
    label: str
    definition: str
    family: str
    aliases: Tuple[Alias, ...]
    mappings: Tuple[Mapping, ...]


@dataclass(frozen=True, repr=False)
class Instrument(Record):
    """A treaty, directive or glossary."""
    id: str
    label: str
    kind: str


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
class Rule(Record):
    """What all rules share."""
    id: str
    label: str
    jurisdiction: str
    kind: str                       #: offence, baseline, term; of a remedy: what sort of remedy
    concepts: Tuple[str, ...]
    citation: str
    verified: str                   #: the weakest of its citations: primary, secondary, remembered
    url: str                        #: of the text that was read; "" when none was
    plain: str                      #: one plain sentence; "" when there is none
    versions: Tuple[Version, ...]


@dataclass(frozen=True, repr=False)
class Term(Rule):
    """A notion that a law defines and that rules reuse."""


@dataclass(frozen=True, repr=False)
class Offence(Rule):
    """Any wrong that is defined by elements."""
    class_: str                     #: criminal, civil, civil-penalty, administrative
    penalty: str                    #: the heaviest of the latest version; "" when none is stated
    max_months: Optional[int]       #: its maximum; None when none is stated, and for life
    life: bool


@dataclass(frozen=True, repr=False)
class Baseline(Offence):
    """A minimum that states owe; never a person's offence."""


@dataclass(frozen=True, repr=False)
class Remedy(Rule):
    """What can be done; its kind is criminal, civil, interim, administrative, platform,
    compensation, rights, support or restorative."""


R = TypeVar("R", bound=Rule)


class Facts(Table[Fact]):
    """The dictionary of facts."""
    __slots__ = ()


class Concepts(Table[Concept]):
    """The concepts of the taxonomy."""
    __slots__ = ()


class Rules(Table[R]):
    """Rules of one kind."""
    __slots__ = ()
