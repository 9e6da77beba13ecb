# SPDX-License-Identifier: MIT
"""Copies the law and the taxonomy out of a db of the library."""
import datetime
from typing import Any, Callable, Dict, List, Optional

from . import _names as names
from . import law
from ._call import Handle, text, text_or_none
from ._native import lib
from ._record import Ids

LIFE = 2 ** 31 - 1          # of a penalty's months


def each(count: Callable[..., int], at: Callable[..., Any], *arguments: Any) -> List[Any]:
    """What a pair of calls, _count and _at, lists."""
    return [at(*arguments, i) for i in range(count(*arguments))]


def day(borrowed: Optional[bytes]) -> Optional[datetime.date]:
    return datetime.date.fromisoformat(borrowed.decode("ascii")) if borrowed else None


def months(maximum: int) -> Optional[int]:
    return maximum if 0 <= maximum < LIFE else None


def fact(handle: Handle, lang: Optional[bytes]) -> law.Fact:
    is_number = lib.ogbv_fact_type(handle) == names.constant(names.FACT_TYPE, "integer")
    return law.Fact(
        id=text(lib.ogbv_fact_id(handle)),
        type=names.known(names.FACT_TYPE, lib.ogbv_fact_type(handle)),
        scope="act" if lib.ogbv_fact_of_act(handle) else "case",
        label=text(lib.ogbv_fact_label(handle, lang)),
        question=text(lib.ogbv_fact_question(handle, lang)),
        why=text(lib.ogbv_fact_why(handle, lang)),
        sensitivity=names.known(names.SENSITIVITY, lib.ogbv_fact_sensitivity(handle)),
        open_norm=bool(lib.ogbv_fact_open_norm(handle)),
        safety=bool(lib.ogbv_fact_safety(handle)),
        values=tuple(law.Value(text(lib.ogbv_fact_value_id(handle, i)),
                               text(lib.ogbv_fact_value_label(handle, i, lang)))
                     for i in range(lib.ogbv_fact_value_count(handle))),
        unit=text_or_none(lib.ogbv_fact_unit(handle)),
        min=lib.ogbv_fact_min(handle) if is_number else None,
        max=lib.ogbv_fact_max(handle) if is_number else None)


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
        family=text_or_none(lib.ogbv_concept_id(lib.ogbv_concept_family(handle))),
        aliases=tuple(law.Alias(text(lib.ogbv_concept_alias(handle, i)),
                                text_or_none(lib.ogbv_concept_alias_discouraged(handle, i)))
                      for i in range(lib.ogbv_concept_alias_count(handle))),
        mappings=tuple(_mapping(handle, i)
                       for i in range(lib.ogbv_concept_mapping_count(handle))))


def family(handle: Handle, lang: Optional[bytes]) -> law.Concept:
    return concept(handle, lang)


def _party(handle: Handle, i: int) -> law.Party:
    return law.Party(
        jurisdiction=text(lib.ogbv_instrument_party_jurisdiction(handle, i)),
        state=text(lib.ogbv_instrument_party_state(handle, i)),
        from_=day(lib.ogbv_instrument_party_from(handle, i)),
        seen=names.known(names.SEEN, lib.ogbv_instrument_party_seen(handle, i)))


def instrument(handle: Handle, lang: Optional[bytes]) -> law.Instrument:
    return law.Instrument(id=text(lib.ogbv_instrument_id(handle)),
                          label=text(lib.ogbv_instrument_label(handle, lang)),
                          kind=text(lib.ogbv_instrument_kind(handle)),
                          parties=tuple(_party(handle, i) for i in range(
                              lib.ogbv_instrument_party_count(handle))))


def jurisdiction(handle: Handle, lang: Optional[bytes]) -> law.Jurisdiction:
    return law.Jurisdiction(
        id=text(lib.ogbv_jurisdiction_id(handle)),
        label=text(lib.ogbv_jurisdiction_label(handle, lang)),
        kind=text(lib.ogbv_jurisdiction_kind(handle)),
        parent=text_or_none(lib.ogbv_jurisdiction_id(lib.ogbv_jurisdiction_parent(handle))),
        within=text_or_none(lib.ogbv_jurisdiction_id(lib.ogbv_jurisdiction_within(handle))),
        as_of=day(lib.ogbv_jurisdiction_as_of(handle)))


# ---- rules ----------------------------------------------------------------------------------

def texts(rule: Handle, kind: int, lang: Optional[bytes]) -> Ids:
    """The texts of a kind that a rule carries."""
    return tuple(map(text, each(lib.ogbv_rule_text_count, _text_at(lang), rule, kind)))


def _text_at(lang: Optional[bytes]) -> Callable[..., Optional[bytes]]:
    return lambda *arguments: lib.ogbv_rule_text(*arguments, lang)


def one_text(rule: Handle, kind: int, lang: Optional[bytes]) -> Optional[str]:
    return text_or_none(lib.ogbv_rule_text(rule, kind, 0, lang))


def source(rule: Handle) -> Optional[law.Source]:
    if lib.ogbv_rule_text_count(rule, names.SOURCE) == 0:
        return None
    return law.Source(
        title=text(lib.ogbv_rule_text(rule, names.SOURCE, 0, None)),
        copy=text_or_none(lib.ogbv_rule_text(rule, names.SOURCE_COPY, 0, None)),
        url=text_or_none(lib.ogbv_rule_url(rule)),
        read=day(lib.ogbv_rule_text(rule, names.SOURCE_READ, 0, None)),
        speaks_for=day(lib.ogbv_rule_text(rule, names.SOURCE_SPEAKS_FOR, 0, None)),
        seen=names.known(names.SEEN, lib.ogbv_rule_source_seen(rule)))


def rule_fields(rule: Handle, lang: Optional[bytes]) -> Dict[str, Any]:
    """What every rule has, and every finding of one."""
    return {
        "id": text(lib.ogbv_rule_id(rule)),
        "jurisdiction": text(lib.ogbv_jurisdiction_id(lib.ogbv_rule_jurisdiction(rule))),
        "label": text(lib.ogbv_rule_label(rule, lang)),
        "citation": text(lib.ogbv_rule_citation(rule)),
        "concepts": tuple(text(lib.ogbv_concept_id(c)) for c in
                          each(lib.ogbv_rule_concept_count, lib.ogbv_rule_concept_at, rule)),
        "plain": text_or_none(lib.ogbv_rule_plain(rule, lang)),
        "notes": texts(rule, names.NOTE, lang),
        "source": source(rule),
    }


def wrong_fields(rule: Handle, lang: Optional[bytes]) -> Dict[str, Any]:
    """What offences and baselines have beside that."""
    return {
        "class_": names.known(names.CLASS, lib.ogbv_rule_class(rule)),
        "proceedings": one_text(rule, names.PROCEEDINGS, lang),
        **rule_fields(rule, lang),
    }


def remedy_fields(rule: Handle, lang: Optional[bytes]) -> Dict[str, Any]:
    """What remedies have beside that."""
    without_notice = lib.ogbv_rule_without_notice(rule)
    return {
        "kind": names.known(names.REMEDY_KIND, lib.ogbv_rule_remedy_kind(rule)),
        "applicant": texts(rule, names.APPLICANT, lang),
        "respondent": texts(rule, names.RESPONDENT, lang),
        "forum": one_text(rule, names.FORUM, lang),
        "standard": one_text(rule, names.STANDARD, lang),
        "without_notice": None if without_notice < 0 else bool(without_notice),
        "review": bool(lib.ogbv_rule_review(rule)),
        "warnings": tuple(map(law.Warning, texts(rule, names.WARNING_CODE, lang),
                              texts(rule, names.WARNING, lang))),
        "heads": texts(rule, names.HEAD, lang),
        "evidence": texts(rule, names.EVIDENCE, lang),
        "steps": texts(rule, names.STEP, lang),
        **rule_fields(rule, lang),
    }


def _version(rule: Handle, i: int) -> law.Version:
    return law.Version(day(lib.ogbv_rule_version_from(rule, i)),
                       day(lib.ogbv_rule_version_to(rule, i)))


def _law_only(rule: Handle) -> Dict[str, Any]:
    """What a rule has and a finding of it has not."""
    return {
        "verified": names.known(names.SEEN, lib.ogbv_rule_verified(rule)),
        "versions": tuple(_version(rule, i) for i in range(lib.ogbv_rule_version_count(rule))),
    }


def _penalty(rule: Handle, lang: Optional[bytes]) -> Dict[str, Any]:
    maximum = lib.ogbv_rule_max_months(rule)
    return {"penalty": text_or_none(lib.ogbv_rule_penalty(rule, lang)),
            "max_months": months(maximum), "life": maximum == LIFE}


def offence(rule: Handle, lang: Optional[bytes]) -> law.Offence:
    return law.Offence(kind="offence", **wrong_fields(rule, lang), **_penalty(rule, lang),
                       **_law_only(rule))


def baseline(rule: Handle, lang: Optional[bytes]) -> law.Baseline:
    return law.Baseline(kind="baseline", **wrong_fields(rule, lang), **_penalty(rule, lang),
                        **_law_only(rule), adopted=day(lib.ogbv_rule_adopted(rule)),
                        due=day(lib.ogbv_rule_due(rule)))


def remedy(rule: Handle, lang: Optional[bytes]) -> law.Remedy:
    return law.Remedy(**remedy_fields(rule, lang), **_law_only(rule))


def term(rule: Handle, lang: Optional[bytes]) -> law.Term:
    return law.Term(kind="term", **rule_fields(rule, lang), **_law_only(rule))
