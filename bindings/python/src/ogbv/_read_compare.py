# SPDX-License-Identifier: MIT
"""Runs comparisons and copies them out of the library."""
import dataclasses
import datetime
from typing import Any, Dict, Iterator, NamedTuple, Optional, Tuple

from . import _names as names
from . import compare as c
from ._call import Handle, Owner, call, made, text, text_or_none, utf8, written
from ._native import lib
from ._read_law import day, each
from ._read_result import Reader
from ._record import Ids, Table
from .case import Case, Day, day_text
from .errors import InvalidError

FORMAT = 1
CORE = "core"                               # the key of the taxonomy's own definition
MOST = 2 ** 64 - 1                          # nodes
SKIP_CASES, SKIP_ELEMENTS = 1, 2            # of ogbv_comparison_skip()


class Request(NamedTuple):
    """What is to be compared; see Db.compare()."""
    concept: str
    keys: Tuple[str, ...]
    on: Optional[Day] = None
    class_: str = "criminal"
    baseline: Optional[str] = None
    cases: bool = True
    elements: bool = True
    nodes: int = 0
    nearest: int = 0

    @property
    def skipped(self) -> int:
        return SKIP_CASES * (not self.cases) + SKIP_ELEMENTS * (not self.elements)


def run(db: Owner, request: Request) -> Owner:
    """The comparison, run."""
    on, _ = day_text(request.on)
    comparison = made(lib.ogbv_comparison_new, lib.ogbv_comparison_unref, db.handle,
                      utf8(request.concept, "a concept"), on)
    _set(comparison.handle, request)
    call(lib.ogbv_comparison_run, comparison.handle)
    return comparison


def class_of(request: Request) -> int:
    if request.class_ not in names.NAMES[names.CLASS]:
        raise InvalidError("a class is one of %s" % ", ".join(names.NAMES[names.CLASS]))
    return names.constant(names.CLASS, request.class_)


def run_report(db: Owner, request: Request) -> Owner:
    """The report, made; the request names no concept."""
    on, _ = day_text(request.on)
    return made(lib.ogbv_report_new, lib.ogbv_report_unref, db.handle, on, class_of(request),
                request.skipped)


def _set(comparison: Handle, request: Request) -> None:
    if not (0 <= request.nodes <= MOST and 0 <= request.nearest <= MOST):
        raise InvalidError("a number of nodes is not negative")
    call(lib.ogbv_comparison_set_class, comparison, class_of(request))
    for key in request.keys:
        call(lib.ogbv_comparison_add, comparison, utf8(key, "a key"))
    if request.baseline is not None:
        call(lib.ogbv_comparison_set_baseline, comparison, utf8(request.baseline, "a key"))
    call(lib.ogbv_comparison_set_budget, comparison, request.nodes, request.nearest)
    call(lib.ogbv_comparison_skip, comparison, request.skipped)


# ---- reading --------------------------------------------------------------------------------

def _definition(comparison: Handle, i: int) -> c.Definition:
    rules = each(lib.ogbv_definition_rule_count, lib.ogbv_definition_rule_at, comparison, i)
    key = text(lib.ogbv_definition_key(comparison, i))
    place = key.split("@")[0]
    status = names.known(names.DEFINITION, lib.ogbv_definition_status(comparison, i))
    return c.Definition(
        key=key,
        jurisdiction=None if place == CORE else place,
        on=datetime.date.fromisoformat(text(lib.ogbv_definition_on(comparison, i))),
        offences=tuple(text(lib.ogbv_rule_id(rule)) for rule in rules if place != CORE),
        status=status,
        typical=names.known(names.TRUTH, lib.ogbv_definition_typical(comparison, i))
        if status == "defined" else None)


def _case(case: Handle) -> Optional[Case]:
    return None if case is None else Case.from_json(written(lib.ogbv_case_write_json, case))


def _witness(reader: Reader, pair: Handle, side: int) -> c.Witness:
    search = names.known(names.SEARCH, lib.ogbv_pair_search(pair, side))
    case = _case(lib.ogbv_pair_case(pair, side))
    if case is None:
        return c.Witness(search, None, None, None)
    return c.Witness(
        search, bool(lib.ogbv_pair_minimal(pair, side)), case,
        reader.ids(lib.ogbv_pair_differs_count, lib.ogbv_pair_differs_at, pair, side))


def _latest(comparison: Handle, i: int, day_of: Any) -> Optional[datetime.date]:
    """Of the rules that make up a definition the latest day."""
    rules = each(lib.ogbv_definition_rule_count, lib.ogbv_definition_rule_at, comparison, i)
    return max(filter(None, (day(day_of(rule)) for rule in rules)), default=None)


def _against(comparison: Handle, pair: c.Pair, i: int) -> c.Pair:
    return dataclasses.replace(pair, baseline=c.Against(
        shortfall=None if pair.only_b.search == "none" else pair.only_b,
        excess=None if pair.only_a.search == "none" else pair.only_a,
        adopted=_latest(comparison, i, lib.ogbv_rule_adopted),
        due=_latest(comparison, i, lib.ogbv_rule_due)))


def _pair(reader: Reader, pair: Handle, keys: Ids) -> c.Pair:
    return c.Pair(
        a=keys[lib.ogbv_pair_definition(pair, 0)],
        b=keys[lib.ogbv_pair_definition(pair, 1)],
        relation=names.known(names.RELATION, lib.ogbv_pair_relation(pair)),
        open_norms=reader.ids(lib.ogbv_pair_open_norm_count, lib.ogbv_pair_open_norm_at, pair),
        unsettled=tuple(map(text, each(lib.ogbv_pair_unsettled_count, lib.ogbv_pair_unsettled_at,
                                       pair))),
        only_a=_witness(reader, pair, 0), only_b=_witness(reader, pair, 1))


def _states(atom: Handle, keys: Ids) -> Iterator[Tuple[str, str]]:
    for i, key in enumerate(keys):
        state = names.name(names.ATOM_STATE, lib.ogbv_atom_state(atom, i))
        if state:
            yield key, state


def _citations(atom: Handle, keys: Ids) -> Dict[str, str]:
    cited = {key: text(lib.ogbv_atom_citation(atom, i)) for i, key in enumerate(keys)}
    return {key: citation for key, citation in cited.items() if citation}


def _atom(reader: Reader, atom: Handle, keys: Ids) -> c.Atom:
    fact = reader.fact(lib.ogbv_atom_fact(atom))
    value = text(lib.ogbv_atom_value(atom))
    return c.Atom(
        fact=fact.id, op=text(lib.ogbv_atom_op(atom)),
        value=value == "yes" if fact.type == "boolean" else value,
        label=text(lib.ogbv_atom_label(atom, reader.lang)),
        in_=dict(_states(atom, keys)), citations=_citations(atom, keys))


def comparison(reader: Reader, handle: Handle, baseline: bool = False) -> c.Comparison:
    definitions = tuple(_definition(handle, i) for i in range(lib.ogbv_definition_count(handle)))
    keys = tuple(one.key for one in definitions)
    pairs = [_pair(reader, pair, keys) for pair in
             each(lib.ogbv_pair_count, lib.ogbv_pair_at, handle)]
    if baseline:                # which stands last
        pairs = [_against(handle, pair, len(keys) - 1) for pair in pairs]
    return c.Comparison(
        format=FORMAT,
        concept=text(lib.ogbv_concept_id(lib.ogbv_comparison_concept(handle))),
        class_=names.known(names.CLASS, lib.ogbv_comparison_class(handle)),
        on=datetime.date.fromisoformat(text(lib.ogbv_comparison_on(handle))),
        definitions=Table(definitions),
        pairs=c.Pairs(pairs),
        elements=c.Atoms(_atom(reader, atom, keys) for atom in
                         each(lib.ogbv_atom_count, lib.ogbv_atom_at, handle)))


def _remark(handle: Handle) -> c.Remark:
    other = text_or_none(lib.ogbv_rule_id(lib.ogbv_remark_other(handle)))
    relation = names.name(names.RELATION, lib.ogbv_remark_relation(handle))
    return c.Remark(
        kind=names.known(names.REMARK, lib.ogbv_remark_kind(handle)),
        rule=text_or_none(lib.ogbv_rule_id(lib.ogbv_remark_rule(handle))),
        other=other, relation=relation if other else None,
        concept=text_or_none(lib.ogbv_concept_id(lib.ogbv_remark_concept(handle))),
        fact=text_or_none(lib.ogbv_fact_id(lib.ogbv_remark_fact(handle))),
        only_rule=_case(lib.ogbv_remark_case(handle, 0)),
        only_other=_case(lib.ogbv_remark_case(handle, 1)))


def report(reader: Reader, handle: Handle, request: Request) -> c.Report:
    on, _ = day_text(request.on)
    return c.Report(
        on=datetime.date.fromisoformat(text(on)), class_=request.class_,
        data=text(lib.ogbv_db_release(reader.db)),
        comparisons=Table(comparison(reader, one) for one in each(
            lib.ogbv_report_comparison_count, lib.ogbv_report_comparison_at, handle)),
        remarks=Table(map(_remark, each(lib.ogbv_report_remark_count, lib.ogbv_report_remark_at,
                                        handle))))
