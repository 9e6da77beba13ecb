# SPDX-License-Identifier: MIT
"""Copies an answer out of a result of the library."""
import ctypes
import datetime
from typing import Any, Dict, Iterable, Iterator, List, Optional, Tuple

from . import _names as names
from . import law
from . import result as r
from ._call import Handle, text, text_or_none, utf8
from ._native import lib
from ._record import Table
from ._read_law import LIFE, day, each, fact, months, remedy_fields, wrong_fields

FORMAT = 1


class Reader:
    """Reads results of one db in one language, and remembers what does not change."""

    def __init__(self, db: Handle, lang: Optional[bytes]) -> None:
        self.db = db
        self.lang = lang
        self._facts: Dict[Handle, law.Fact] = {}
        self._rules: Dict[Handle, Dict[str, Any]] = {}

    # ---- parts ------------------------------------------------------------------------------

    def fact(self, handle: Handle) -> law.Fact:
        known = self._facts.get(handle)
        if known is None:
            known = self._facts[handle] = fact(handle, self.lang)
        return known

    def ids(self, count: Any, at: Any, *listed: Any) -> Tuple[str, ...]:
        """The ids of the facts that something lists."""
        return tuple([self.fact(found).id for found in each(count, at, *listed)])

    def element(self, reason: Handle) -> r.Element:
        return r.Element(
            text(lib.ogbv_reason_id(reason)),
            text_or_none(lib.ogbv_reason_label(reason, self.lang)),
            text_or_none(lib.ogbv_reason_citation(reason)),
            names.known(names.STATUS, lib.ogbv_reason_status(reason)),
            names.known(names.OP, lib.ogbv_reason_op(reason)),
            self.ids(lib.ogbv_reason_fact_count, lib.ogbv_reason_fact_at, reason),
            tuple(map(self.element, each(lib.ogbv_reason_child_count, lib.ogbv_reason_child_at,
                                         reason))))

    def inside(self, reason: Handle) -> Dict[str, Any]:
        """What every reason has."""
        return dict(vars(self.element(reason)))

    def exception(self, reason: Handle) -> r.ExceptionFinding:
        return r.ExceptionFinding(
            kind=names.known(names.REASON_KIND, lib.ogbv_reason_kind(reason)),
            burden=names.name(names.BURDEN, lib.ogbv_reason_burden(reason)),
            replaced_by=text_or_none(lib.ogbv_rule_id(lib.ogbv_reason_replaced_by(reason))),
            **self.inside(reason))

    def aggravation(self, reason: Handle) -> r.Aggravation:
        maximum = lib.ogbv_reason_max_months(reason)
        return r.Aggravation(max_months=months(maximum), life=maximum == LIFE,
                             **self.inside(reason))

    def deadline(self, due: Handle) -> r.Deadline:
        at = lib.ogbv_due_at(due)
        return r.Deadline(
            id=text(lib.ogbv_due_id(due)),
            for_=names.known(names.DUE_FOR, lib.ogbv_due_for(due)),
            effect=names.known(names.DUE_EFFECT, lib.ogbv_due_effect(due)),
            date=day(lib.ogbv_due_date(due)),
            at=instant(at) if at else None,
            status=names.known(names.DUE_STATUS, lib.ogbv_due_status(due)),
            certain=bool(lib.ogbv_due_certain(due)),
            computation=text(lib.ogbv_due_computation(due)),
            citation=text_or_none(lib.ogbv_due_citation(due)),
            missing=self.ids(lib.ogbv_due_missing_count, lib.ogbv_due_missing_at, due),
            label=text_or_none(lib.ogbv_due_label(due, self.lang)),
            act=text_or_none(lib.ogbv_due_act(due)))

    # ---- findings ---------------------------------------------------------------------------

    def reasons(self, finding: Handle, kind: str) -> List[Handle]:
        return each(lib.ogbv_finding_reason_count, lib.ogbv_finding_reason_at, finding,
                    names.constant(names.REASON_KIND, kind))

    def rule(self, rule: Handle, fields: Any) -> Dict[str, Any]:
        """What a finding takes over from its rule: the same for every result."""
        if rule not in self._rules:
            as_of = lib.ogbv_jurisdiction_as_of(lib.ogbv_rule_jurisdiction(rule))
            self._rules[rule] = {**fields(rule, self.lang), "as_of": day(as_of)}
        return self._rules[rule]

    def shared(self, finding: Handle) -> Dict[str, Any]:
        """What findings of offences and of remedies have."""
        why = range(len(names.NAMES[names.WHY]))
        return {
            "status": names.known(names.STATUS, lib.ogbv_finding_status(finding)),
            "why": tuple(names.known(names.WHY, w) for w in why
                         if lib.ogbv_finding_has_why(finding, w)),
            "version": version(finding),
            "verified": names.known(names.SEEN, lib.ogbv_finding_verified(finding)),
            "elements": tuple(map(self.element, self.reasons(finding, "element"))),
            "exceptions": tuple(map(self.exception, self.reasons(finding, "unless"))),
            "missing": self.ids(lib.ogbv_finding_missing_count, lib.ogbv_finding_missing_at,
                                finding),
            "contest_facts": self.ids(lib.ogbv_finding_contest_count, lib.ogbv_finding_contest_at,
                                      finding),
            "deadlines": tuple(self.deadline(due) for due in each(
                lib.ogbv_finding_due_count, lib.ogbv_finding_due_at, finding)),
        }

    def offence(self, finding: Handle) -> r.OffenceFinding:
        maximum = lib.ogbv_finding_max_months(finding)
        return r.OffenceFinding(
            strict=names.known(names.TRUTH, lib.ogbv_finding_strict(finding)),
            contestable=bool(lib.ogbv_finding_contestable(finding)),
            arguable=bool(lib.ogbv_finding_arguable(finding)),
            acts=tuple(acts(finding)),
            aggravations=tuple(map(self.aggravation, self.reasons(finding, "aggravation"))),
            penalty=text_or_none(lib.ogbv_finding_penalty(finding, self.lang)),
            max_months=months(maximum), life=maximum == LIFE,
            **self.rule(lib.ogbv_finding_rule(finding), wrong_fields),
            **self.shared(finding))

    def remedy(self, finding: Handle) -> r.RemedyFinding:
        return r.RemedyFinding(
            rests_on=tuple(text(lib.ogbv_finding_rests_on(finding, i))
                           for i in range(lib.ogbv_finding_rests_on_count(finding))),
            filed=filed(finding),
            **self.rule(lib.ogbv_finding_rule(finding), remedy_fields),
            **self.shared(finding))

    def concept(self, finding: Handle) -> r.ConceptFinding:
        concept = lib.ogbv_finding_concept(finding)
        return r.ConceptFinding(
            id=text(lib.ogbv_finding_id(finding)),
            label=text(lib.ogbv_concept_label(concept, self.lang)),
            status=names.known(names.STATUS, lib.ogbv_finding_status(finding)),
            missing=self.ids(lib.ogbv_finding_missing_count, lib.ogbv_finding_missing_at, finding))

    def need(self, need: Handle) -> r.Need:
        of = self.fact(lib.ogbv_need_fact(need))
        return r.Need(
            fact=of.id, type=of.type, values=tuple(v.id for v in of.values) or None,
            question=of.question, why=of.why, decides=lib.ogbv_need_decides(need),
            open_norm=of.open_norm, sensitivity=of.sensitivity, label=of.label, scope=of.scope,
            safety=of.safety)

    # ---- the whole --------------------------------------------------------------------------

    def consulted(self, result: Handle, i: int) -> r.Consulted:
        code = lib.ogbv_result_jurisdiction_id(result, i)
        held = lib.ogbv_jurisdiction_find(self.db, code)
        return r.Consulted(
            id=text(code),
            connection=names.known(names.CONNECTION,
                                   lib.ogbv_result_jurisdiction_connection(result, i)),
            asked=bool(lib.ogbv_result_jurisdiction_asked(result, i)),
            held=held is not None,
            label=text_or_none(lib.ogbv_jurisdiction_label(held, self.lang)),
            as_of=day(lib.ogbv_jurisdiction_as_of(held)))

    def receipt(self, result: Handle, listed: Tuple[r.Consulted, ...]) -> r.Receipt:
        return r.Receipt(
            engine=text(lib.ogbv_version()),
            data=text(lib.ogbv_db_release(self.db)),
            on=datetime.date.fromisoformat(text(lib.ogbv_result_on(result))),
            on_from=names.known(names.ON_FROM, lib.ogbv_result_on_from(result)),
            asked=tuple(one.id for one in listed if one.asked),
            added=tuple(one.id for one in listed if not one.asked),
            lang=text(self.lang) or "en",
            beyond_data=bool(lib.ogbv_result_beyond_data(result)))

    def findings(self, result: Handle, kind: int) -> List[Handle]:
        return each(lib.ogbv_finding_count, lib.ogbv_finding_at, result, kind)

    def result(self, result: Handle) -> r.Result:
        listed = tuple(self.consulted(result, i)
                       for i in range(lib.ogbv_result_jurisdiction_count(result)))
        return r.Result(
            format=FORMAT,
            receipt=self.receipt(result, listed),
            notice=text(lib.ogbv_db_notice(self.db, self.lang)),
            safety=tuple(r.Safety(text(lib.ogbv_result_safety_code(result, i)),
                                  text(lib.ogbv_result_safety_text(result, i, self.lang)))
                         for i in range(lib.ogbv_result_safety_count(result))),
            jurisdictions=listed,
            coverage=coverage(self.db, [one.id for one in listed]),
            concepts=r.Concepts(map(self.concept, self.findings(result, names.FINDING_CONCEPT))),
            offences=r.Offences(map(self.offence, self.findings(result, names.FINDING_OFFENCE))),
            baselines=r.Offences(map(self.offence, self.findings(result, names.FINDING_BASELINE))),
            remedies=r.Remedies(map(self.remedy, self.findings(result, names.FINDING_REMEDY))),
            missing=r.Needs(map(self.need, each(lib.ogbv_need_count, lib.ogbv_need_at, result))),
            contest=r.Needs(map(self.need, each(lib.ogbv_need_contest_count,
                                                lib.ogbv_need_contest_at, result))),
            derived=self.ids(lib.ogbv_result_derived_count, lib.ogbv_result_derived_at, result))


def instant(borrowed: bytes) -> datetime.datetime:
    """An instant with offset; Z is what only later Pythons read."""
    return datetime.datetime.fromisoformat(text(borrowed).replace("Z", "+00:00"))


def acts(finding: Handle) -> Iterator[r.ActStatus]:
    for i in range(lib.ogbv_finding_act_count(finding)):
        name = text(lib.ogbv_finding_act_id(finding, i))
        if name:                # "" is the implicit act
            yield r.ActStatus(name, names.known(names.STATUS,
                                                lib.ogbv_finding_act_status(finding, i)))


def version(finding: Handle) -> r.VersionUsed:
    return r.VersionUsed(names.name(names.VERSION_STATE, lib.ogbv_finding_version_state(finding)),
                         day(lib.ogbv_finding_version_from(finding)),
                         day(lib.ogbv_finding_version_to(finding)))


def filed(finding: Handle) -> Optional[r.Filed]:
    date = day(lib.ogbv_finding_filed(finding))
    return None if date is None else r.Filed(date, bool(lib.ogbv_finding_filed_assumed(finding)))


def coverage(db: Handle, jurisdictions: Iterable[str]) -> Table[law.Coverage]:
    """What is known of each concept in each of some jurisdictions."""
    looked = ctypes.c_char_p()
    found = []
    for code in jurisdictions:
        held = lib.ogbv_jurisdiction_find(db, utf8(code, "a jurisdiction"))
        for concept in each(lib.ogbv_concept_count, lib.ogbv_concept_at, db):
            status = lib.ogbv_jurisdiction_coverage(held, concept, ctypes.byref(looked))
            found.append(law.Coverage(code, text(lib.ogbv_concept_id(concept)),
                                      names.known(names.COVERAGE, status), day(looked.value)))
    return Table(found)
