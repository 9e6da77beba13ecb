# SPDX-License-Identifier: MIT
"""Cases: the facts that the caller knows, and how they are handed to the library.

No message and no repr of this module holds the value of a fact.
"""
import contextlib
import datetime
import difflib
import json
import re
from dataclasses import dataclass, field
from typing import Any, Dict, Iterable, List, Mapping, Optional, Tuple, Union

from . import _names as names
from ._call import Handle, Owner, call, made, text, utf8
from ._native import lib
from .errors import FactError, InvalidError, UnknownFactError, or_near

Day = Union[str, datetime.date]
Facts = Mapping[str, Any]

CASE = 0                    # the act argument for facts of the case itself
INT64 = range(-2 ** 63, 2 ** 63)
ID = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*")


@dataclass(frozen=True, repr=False)
class Range:
    """A value that is known in part: from `min` to `max`, which count; None is an open end."""
    min: Any = None
    max: Any = None

    def __repr__(self) -> str:
        return "Range(...)"


@dataclass(frozen=True, repr=False)
class Case:
    """The facts of a case, its acts (name -> facts), whose law to read, the day of assessment."""
    facts: Facts = field(default_factory=dict)
    acts: Mapping[str, Facts] = field(default_factory=dict)
    jurisdictions: Tuple[str, ...] = ()
    on: Optional[Day] = None

    def __repr__(self) -> str:
        return "<Case: %d facts, %d acts>" % (len(self.facts), len(self.acts))

    @classmethod
    def from_json(cls, document: Union[str, bytes]) -> "Case":
        """Reads a case as the command line does: unknown and repeated keys are refused."""
        fault = ""
        try:
            read = json.loads(document, object_pairs_hook=_without_repetition)
        except InvalidError as error:
            fault = str(error)
        except json.JSONDecodeError as error:
            fault = "the case is not valid JSON: line %d, column %d" % (error.lineno, error.colno)
        except (ValueError, RecursionError, TypeError):
            fault = "the case is not valid JSON"
        if fault:               # raised here: those errors hold the document
            raise InvalidError(fault)
        return cls.from_dict(read)

    @classmethod
    def from_dict(cls, document: Any) -> "Case":
        """Reads a case from the dict that its JSON is."""
        _keys(document, "a case", ("format", "on", "jurisdictions", "facts", "acts"))
        if document.get("format") != 1 or type(document["format"]) is not int:
            raise InvalidError("the format of the case is not stated as 1")
        acts: Dict[str, Facts] = {}
        for number, act in enumerate(_list(document, "acts"), 1):
            _keys(act, "act %d" % number, ("id", "facts"))
            name = act.get("id", str(number))
            if not isinstance(name, str) or name in acts:
                raise InvalidError("act %d: its id is no text, or stands twice" % number)
            acts[name] = _object(act, "facts", "act %d" % number)
        return cls(facts=_object(document, "facts", "the case"), acts=acts,
                   jurisdictions=tuple(_list(document, "jurisdictions")), on=document.get("on"))

    def to_dict(self) -> Dict[str, Any]:
        """The case as JSON knows it."""
        document: Dict[str, Any] = {"format": 1}
        if self.on is not None:
            document["on"] = _document_value(self.on)
        document["jurisdictions"] = list(self.jurisdictions)
        document["facts"] = {fact: _document_value(v) for fact, v in self.facts.items()}
        if self.acts:
            document["acts"] = [
                {"id": act, "facts": {fact: _document_value(v) for fact, v in facts.items()}}
                for act, facts in self.acts.items()]
        return document


# ---- documents ------------------------------------------------------------------------------

def _without_repetition(pairs: List[Tuple[str, Any]]) -> Dict[str, Any]:
    if len({key for key, _ in pairs}) != len(pairs):
        raise InvalidError("a key of the case stands twice")
    return dict(pairs)


def _keys(document: Any, what: str, allowed: Iterable[str]) -> None:
    if not isinstance(document, Mapping):
        raise InvalidError("%s is an object" % what)
    if not set(document) <= set(allowed):
        raise InvalidError("%s has a key that is not known; known are: %s"
                           % (what, ", ".join(allowed)))


def _list(document: Facts, key: str) -> List[Any]:
    value = document.get(key, [])
    if not isinstance(value, (list, tuple)):
        raise InvalidError("%s is a list" % key)
    return list(value)


def _object(document: Facts, key: str, where: str) -> Facts:
    value = document.get(key, {})
    if not isinstance(value, Mapping):
        raise InvalidError("%s of %s is an object" % (key, where))
    return value


def _document_value(value: Any) -> Any:
    if isinstance(value, (tuple, Range)):
        low, high = (value.min, value.max) if isinstance(value, Range) else value
        ends = (("min", low), ("max", high))
        return {end: _document_value(bound) for end, bound in ends if bound is not None}
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value


# ---- to the library -------------------------------------------------------------------------

def _exact(fact: str, value: Any) -> str:
    """A value as the text that the library reads."""
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, datetime.datetime):
        if value.tzinfo is None:
            raise FactError("the fact %s: a time needs its offset (tzinfo)" % fact, fact=fact)
        return value.isoformat(timespec="seconds")
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise FactError("the fact %s cannot be %s" % (fact, type(value).__name__), fact=fact)


def _bounds(fact: str, value: Any) -> Tuple[Optional[bytes], Optional[bytes]]:
    if isinstance(value, Mapping):
        if not set(value) <= {"min", "max"}:
            raise FactError("the fact %s: a range has min and max" % fact, fact=fact)
        value = (value.get("min"), value.get("max"))
    elif isinstance(value, Range):
        value = (value.min, value.max)
    if len(value) != 2 or value[0] is value[1] is None:
        raise FactError("the fact %s: a range has two ends, one of them not None" % fact, fact=fact)
    low, high = (None if end is None else _value_text(fact, end) for end in value)
    return low, high


def _value_text(fact: str, value: Any) -> bytes:
    exact = _exact(fact, value)
    with contextlib.suppress(InvalidError):
        return utf8(exact, "a value")
    raise FactError("the fact %s does not have such a value" % fact, fact=fact)


def _scalar(fact: str, value: Any) -> Any:
    """A value of numpy or pandas as Python's own."""
    if isinstance(value, (str, Mapping)) or not hasattr(value, "item"):
        return value
    with contextlib.suppress(Exception):    # whatever it says may repeat the value
        return value.item()
    raise FactError("the fact %s has more than one value" % fact, fact=fact)


def _set(case: Handle, act: int, fact: str, given: Any) -> None:
    key, value = fact.encode("ascii"), _scalar(fact, given)
    if value is None:
        call(lib.ogbv_case_set_unknown, case, act, key)
    elif isinstance(value, bool):
        call(lib.ogbv_case_set_boolean, case, act, key, value)
    elif isinstance(value, int) and value in INT64:
        call(lib.ogbv_case_set_integer, case, act, key, value)
    elif isinstance(value, (tuple, Range, Mapping)):
        call(lib.ogbv_case_set_range, case, act, key, *_bounds(fact, value))
    else:
        call(lib.ogbv_case_set, case, act, key, _value_text(fact, value))


def unknown_fact(db: Handle, fact: str) -> UnknownFactError:
    """Names the known ids that are near, and the fact itself only if it has the form of an id: a
    mistake could have put anything there."""
    known = [text(lib.ogbv_fact_id(lib.ogbv_fact_at(db, i)))
             for i in range(lib.ogbv_fact_count(db))]
    first = text(lib.ogbv_fact_id(lib.ogbv_fact_nearest(db, utf8(fact, "the id of a fact"))))
    near = tuple(dict.fromkeys([first] * bool(first) + difflib.get_close_matches(fact, known)))
    named = fact if ID.fullmatch(fact) else None
    message = "there is no such fact" + (": %s" % named if named else "")
    return UnknownFactError(or_near(message, near), fact=named, nearest=near)


def _set_all(db: Handle, case: Handle, act: int, facts: Facts) -> None:
    if not isinstance(facts, Mapping):
        raise InvalidError("facts are a mapping of ids to values, not %s" % type(facts).__name__)
    for fact, value in facts.items():
        if not lib.ogbv_fact_find(db, utf8(fact, "the id of a fact")):
            raise unknown_fact(db, fact)
        _set(case, act, fact, value)


def day_text(on: Optional[Day]) -> Tuple[bytes, str]:
    """A day of assessment, and where it is from: None is today."""
    if on is None:
        return datetime.date.today().isoformat().encode("ascii"), "today"
    if isinstance(on, datetime.date) and not isinstance(on, datetime.datetime):
        return on.isoformat().encode("ascii"), "case"
    return utf8(on, "the day of assessment"), "case"


def build(db: Owner, case: Case, on_from: Optional[str] = None) -> Owner:
    """The case as an object of the library."""
    built = made(lib.ogbv_case_new, lib.ogbv_case_free, db.handle)
    try:
        _fill(db.handle, built.handle, case, on_from)
    except BaseException:
        built.__exit__()        # now: a traceback may hold on to it for long
        raise
    return built


def _fill(db: Handle, built: Handle, case: Case, on_from: Optional[str]) -> None:
    on, default = day_text(case.on)
    call(lib.ogbv_case_set_on, built, on, names.constant(names.ON_FROM, on_from or default))
    for jurisdiction in case.jurisdictions:
        call(lib.ogbv_case_add_jurisdiction, built, utf8(jurisdiction, "a jurisdiction"))
    _set_all(db, built, CASE, case.facts)
    for number, (act, facts) in enumerate(case.acts.items(), 1):
        call(lib.ogbv_case_add_act, built, utf8(act, "the name of an act"), None)
        _set_all(db, built, number, facts)


def as_case(facts: Union[Facts, Case], on: Optional[Day] = None, jurisdictions: Any = None,
            acts: Optional[Mapping[str, Facts]] = None) -> Tuple[Case, Optional[str]]:
    """What callers hand over as one case, and where its day is from if that is not the case."""
    case = facts if isinstance(facts, Case) else Case(facts=facts)
    if isinstance(jurisdictions, str):
        jurisdictions = (jurisdictions,)
    asked = case.jurisdictions if jurisdictions is None else tuple(jurisdictions)
    whole = Case(case.facts, case.acts if acts is None else acts, asked,
                 case.on if on is None else on)
    return whole, "option" if on is not None and isinstance(facts, Case) else None
