# SPDX-License-Identifier: MIT
"""Copies the law and the taxonomy out of a db of the library."""
import datetime
from typing import Any, Callable, Dict, Iterator, Optional, Tuple

from . import _names as names
from . import law
from ._call import Handle, text, text_or_none
from ._native import lib

LIFE = 2 ** 31 - 1          # of a penalty's months


def each(count: Callable[..., int], at: Callable[..., Any], *arguments: Any) -> Iterator[Any]:
    """What a pair of calls, _count and _at, lists."""
    for i in range(count(*arguments)):
        yield at(*arguments, i)


def day(borrowed: Optional[bytes]) -> Optional[datetime.date]:
    return datetime.date.fromisoformat(borrowed.decode("ascii")) if borrowed else None


def months(maximum: int) -> Optional[int]:
    return maximum if 0 <= maximum < LIFE else None


def fact(handle: Handle, lang: Optional[bytes]) -> law.Fact:
    return law.Fact(
        id=text(lib.ogbv_fact_id(handle)),
        type=names.known(names.FACT_TYPE, lib.ogbv_fact_type(handle)),
        scope="act" if lib.ogbv_fact_of_act(handle) else "case",
        label=text(lib.ogbv_fact_label(handle, lang)),
        question=text(lib.ogbv_fact_question(handle, lang)),
        why=text(lib.ogbv_fact_why(handle, lang)),
        sensitivity=names.known(names.SENSITIVITY, lib.ogbv_fact_sensitivity(handle)),
        open_norm=bool(lib.ogbv_fact_open_norm(handle)),
        values=tuple(law.Value(text(lib.ogbv_fact_value_id(handle, i)),
                               text(lib.ogbv_fact_value_label(handle, i, lang)))
                     for i in range(lib.ogbv_fact_value_count(handle))))


def _mapping(handle: Handle, i: int) -> law.Mapping:
    return law.Mapping(
        instrument=text(lib.ogbv_instrument_id(lib.ogbv_concept_mapping_to(handle, i))),
        at=text(lib.ogbv_concept_mapping_at(handle, i)),
        relation=text(lib.ogbv_concept_mapping_relation(handle, i)))


def concept(handle: Handle, lang: Optional[bytes]) -> law.Concept:
    return law.Concept(
        id=text(lib.ogbv_concept_id(handle)),
        label=text(lib.ogbv_concept_label(handle, lang)),
        definition=text(lib.ogbv_concept_definition(handle, lang)),
        family=text(lib.ogbv_concept_id(lib.ogbv_concept_family(handle))),
        aliases=tuple(law.Alias(text(lib.ogbv_concept_alias(handle, i)),
                                text_or_none(lib.ogbv_concept_alias_discouraged(handle, i)))
                      for i in range(lib.ogbv_concept_alias_count(handle))),
        mappings=tuple(_mapping(handle, i)
                       for i in range(lib.ogbv_concept_mapping_count(handle))))


def instrument(handle: Handle, lang: Optional[bytes]) -> law.Instrument:
    return law.Instrument(id=text(lib.ogbv_instrument_id(handle)),
                          label=text(lib.ogbv_instrument_label(handle, lang)),
                          kind=text(lib.ogbv_instrument_kind(handle)))


def jurisdiction(handle: Handle, lang: Optional[bytes]) -> law.Jurisdiction:
    return law.Jurisdiction(
        id=text(lib.ogbv_jurisdiction_id(handle)),
        label=text(lib.ogbv_jurisdiction_label(handle, lang)),
        kind=text(lib.ogbv_jurisdiction_kind(handle)),
        parent=text_or_none(lib.ogbv_jurisdiction_id(lib.ogbv_jurisdiction_parent(handle))),
        within=text_or_none(lib.ogbv_jurisdiction_id(lib.ogbv_jurisdiction_within(handle))),
        as_of=day(lib.ogbv_jurisdiction_as_of(handle)))


def _version(handle: Handle, i: int) -> law.Version:
    return law.Version(day(lib.ogbv_rule_version_from(handle, i)),
                       day(lib.ogbv_rule_version_to(handle, i)))


def concept_ids(handle: Handle) -> Tuple[str, ...]:
    """The ids of the concepts that a rule belongs to."""
    return tuple(text(lib.ogbv_concept_id(c)) for c in
                 each(lib.ogbv_rule_concept_count, lib.ogbv_rule_concept_at, handle))


def _shared(handle: Handle, lang: Optional[bytes]) -> Dict[str, Any]:
    """What every rule has."""
    return {
        "id": text(lib.ogbv_rule_id(handle)),
        "label": text(lib.ogbv_rule_label(handle, lang)),
        "jurisdiction": text(lib.ogbv_jurisdiction_id(lib.ogbv_rule_jurisdiction(handle))),
        "kind": (names.name(names.REMEDY_KIND, lib.ogbv_rule_remedy_kind(handle))
                 or names.known(names.RULE_KIND, lib.ogbv_rule_kind(handle))),
        "concepts": concept_ids(handle),
        "citation": text(lib.ogbv_rule_citation(handle)),
        "verified": names.known(names.SEEN, lib.ogbv_rule_verified(handle)),
        "url": text(lib.ogbv_rule_url(handle)),
        "plain": text(lib.ogbv_rule_plain(handle, lang)),
        "versions": tuple(_version(handle, i)
                          for i in range(lib.ogbv_rule_version_count(handle))),
    }


def _wrong(handle: Handle, lang: Optional[bytes]) -> Dict[str, Any]:
    """What offences and baselines have."""
    maximum = lib.ogbv_rule_max_months(handle)
    return {
        "class_": names.known(names.CLASS, lib.ogbv_rule_class(handle)),
        "penalty": text(lib.ogbv_rule_penalty(handle, lang)),
        "max_months": months(maximum),
        "life": maximum == LIFE,
        **_shared(handle, lang),
    }


def offence(handle: Handle, lang: Optional[bytes]) -> law.Offence:
    return law.Offence(**_wrong(handle, lang))


def baseline(handle: Handle, lang: Optional[bytes]) -> law.Baseline:
    return law.Baseline(**_wrong(handle, lang))


def remedy(handle: Handle, lang: Optional[bytes]) -> law.Remedy:
    return law.Remedy(**_shared(handle, lang))


def term(handle: Handle, lang: Optional[bytes]) -> law.Term:
    return law.Term(**_shared(handle, lang))
