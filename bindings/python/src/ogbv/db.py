# SPDX-License-Identifier: MIT
"""The db: the law of many jurisdictions, and what can be asked of it."""
import ctypes
from typing import (Any, Callable, Dict, Iterable, Iterator, Mapping, Optional, TypeVar,
                    Union, cast)

from . import _names as names
from . import _read_law as read
from . import case as cases
from . import _read_compare as _compare
from . import law
from ._call import Owner, call, language, made, text, utf8, written
from ._evaluate import Evaluator, TestReport, run_tests
from ._native import lib
from ._record import Table
from ._read_result import Reader, coverage
from .case import Case, Day, Facts
from .compare import Comparison, Report
from .errors import ClosedError, InvalidError, OgbvError
from .result import Result

R = TypeVar("R", bound=law.Rule)
T = TypeVar("T")


class Db:
    """The law of many jurisdictions. Any number of threads may use one db at a time."""

    def __init__(self, owner: Owner, lang: Optional[str]) -> None:
        self._open: Optional[Owner] = owner
        self._lang = lang
        self._readers: Dict[Optional[bytes], Reader] = {}
        self._kept: Dict[Any, Any] = {}         # tables of the law, which never change

    def _language(self, lang: Optional[str]) -> Optional[bytes]:
        return language(self._lang if lang is None else lang)

    @property
    def _owner(self) -> Owner:
        """To be held in a variable for as long as its handle is used: others may close the db."""
        owner = self._open
        if owner is None:
            raise ClosedError("the db was closed")
        return owner

    def close(self) -> None:
        """Gives up the law. Calls under way end well; results are not touched."""
        self._open = None

    def __enter__(self) -> "Db":
        return self

    def __exit__(self, *_exception: Any) -> None:
        self.close()

    def __repr__(self) -> str:
        return "<Db %s>" % (self.release if self._open else "closed")

    def __reduce__(self) -> Any:
        raise TypeError("a Db belongs to its process; open it again in the other one")

    def _reader(self, owner: Owner, lang: Optional[str]) -> Reader:
        key = self._language(lang)
        if key not in self._readers:
            self._readers[key] = Reader(owner.handle, key)
        return self._readers[key]

    # ---- the law ----------------------------------------------------------------------------

    @property
    def release(self) -> str:
        """The version of the data, such as "2026.11"."""
        owner = self._owner
        return text(lib.ogbv_db_release(owner.handle))

    @property
    def notice(self) -> str:
        """The notice that belongs with every answer."""
        owner = self._owner
        return text(lib.ogbv_db_notice(owner.handle, language(self._lang)))

    def _all(self, table: Callable[[Iterator[Any]], T], record: Callable[..., Any],
             *listed: Any) -> T:
        """All records of a kind, read once; listed: _count, _at and, for rules, their kind."""
        owner, lang = self._owner, language(self._lang)
        if record not in self._kept:
            handles = read.each(listed[0], listed[1], owner.handle, *listed[2:])
            self._kept[record] = table(record(handle, lang) for handle in handles)
        return cast(T, self._kept[record])

    @property
    def facts(self) -> law.Facts:
        """The dictionary of facts."""
        return self._all(law.Facts, read.fact, lib.ogbv_fact_count, lib.ogbv_fact_at)

    @property
    def concepts(self) -> law.Concepts:
        """The concepts of the taxonomy."""
        return self._all(law.Concepts, read.concept, lib.ogbv_concept_count, lib.ogbv_concept_at)

    @property
    def families(self) -> law.Concepts:
        """The families of concepts."""
        return self._all(law.Concepts, read.family, lib.ogbv_family_count, lib.ogbv_family_at)

    @property
    def instruments(self) -> Table[law.Instrument]:
        """The treaties, directives and glossaries that concepts are mapped to."""
        return self._all(Table[law.Instrument], read.instrument, lib.ogbv_instrument_count,
                         lib.ogbv_instrument_at)

    @property
    def jurisdictions(self) -> Table[law.Jurisdiction]:
        """The jurisdictions whose law is held."""
        return self._all(Table[law.Jurisdiction], read.jurisdiction, lib.ogbv_jurisdiction_count,
                         lib.ogbv_jurisdiction_at)

    def coverage(self, jurisdiction: Optional[str] = None) -> Table[law.Coverage]:
        """What is known of each concept: encoded, none-found, not-encoded."""
        owner = self._owner
        codes = [jurisdiction] if jurisdiction else [one.id for one in self.jurisdictions]
        return coverage(owner.handle, codes)

    def _rules(self, record: Callable[..., R], which: str, /,
               **wanted: Optional[str]) -> law.Rules[R]:
        rules = self._all(law.Rules[R], record, lib.ogbv_rule_count, lib.ogbv_rule_at,
                          names.constant(names.RULE_KIND, which))
        return rules.where(**{name: value for name, value in wanted.items() if value is not None})

    def offences(self, jurisdiction: Optional[str] = None, concept: Optional[str] = None,
                 class_: Optional[str] = None) -> law.Rules[law.Offence]:
        """The offences, or those of a jurisdiction, concept or class ("criminal", "civil", ...)."""
        return self._rules(read.offence, "offence", jurisdiction=jurisdiction, concepts=concept,
                           class_=class_)

    def remedies(self, jurisdiction: Optional[str] = None, concept: Optional[str] = None,
                 kind: Optional[str] = None) -> law.Rules[law.Remedy]:
        """The remedies, or those of a jurisdiction, concept or kind ("interim", "civil", ...)."""
        return self._rules(read.remedy, "remedy", jurisdiction=jurisdiction, concepts=concept,
                           kind=kind)

    def baselines(self, jurisdiction: Optional[str] = None,
                  concept: Optional[str] = None) -> law.Rules[law.Baseline]:
        """The minimums that states owe each other."""
        return self._rules(read.baseline, "baseline", jurisdiction=jurisdiction, concepts=concept)

    def terms(self, jurisdiction: Optional[str] = None) -> law.Rules[law.Term]:
        """The notions that laws define."""
        return self._rules(read.term, "term", jurisdiction=jurisdiction)

    def describe(self, id: str, lang: Optional[str] = None) -> str:
        """A rule, term, concept, family or fact in sentences, with citations, versions, sources."""
        owner = self._owner
        chosen = self._language(lang)
        return written(lib.ogbv_db_write_entry, owner.handle, utf8(id, "an id"), chosen)

    # ---- cases ------------------------------------------------------------------------------

    def _assessed(self, owner: Owner, case: Case, on_from: Optional[str]) -> Owner:
        with cases.build(owner, case, on_from) as built:
            return made(lib.ogbv_assess, lib.ogbv_result_unref, built)

    def assess(self, facts: Union[Facts, Case], *, on: Optional[Day] = None,
               jurisdictions: Optional[Iterable[str]] = None,
               acts: Optional[Mapping[str, Facts]] = None, lang: Optional[str] = None) -> Result:
        """Says what the law of some jurisdictions makes of a case.

        facts           id -> value: bool, int, str, date, datetime with offset, None (asked and not
                        known), (min, max) or Range; or a whole Case. What is left out is unknown
        on              the day of assessment; today when neither this nor the case says it
        jurisdictions   whose law to read
        acts            name -> facts of one act
        """
        owner = self._owner
        case, on_from = cases.as_case(facts, on, jurisdictions, acts)
        with self._assessed(owner, case, on_from) as result:
            return self._reader(owner, lang).result(result)

    def assess_text(self, facts: Union[Facts, Case], *, lang: Optional[str] = None,
                    **case: Any) -> str:
        """The same as text for people; arguments as for assess()."""
        return self._answer(lib.ogbv_result_write_text, facts, lang, case)

    def assess_json(self, facts: Union[Facts, Case], *, lang: Optional[str] = None,
                    **case: Any) -> str:
        """The same as JSON, to the byte what the command line writes; arguments as for assess()."""
        return self._answer(lib.ogbv_result_write_json, facts, lang, case)

    def _answer(self, write: Any, facts: Union[Facts, Case], lang: Optional[str],
                given: Dict[str, Any]) -> str:
        owner = self._owner
        case, on_from = cases.as_case(facts, **given)
        with self._assessed(owner, case, on_from) as result:
            return written(write, result, self._language(lang))

    def assess_many(self, many: Iterable[Union[Facts, Case]], *,
                    progress: Optional[Callable[[int], object]] = None, errors: str = "raise",
                    **case: Any) -> Iterator[Union[Result, OgbvError]]:
        """Assesses case after case, as they are asked for: neither cases nor results are kept.

        progress    called with the number of cases done, after each
        errors      "raise" ends at the first case that is refused; "return" gives its error in the
                    place of a result and goes on
        The other arguments are those of assess(), for every case.
        """
        if errors not in ("raise", "return"):
            raise InvalidError('errors is "raise" or "return"')
        for done, facts in enumerate(many, 1):
            try:
                answer: Union[Result, OgbvError] = self.assess(facts, **case)
            except OgbvError as error:
                if errors == "raise":
                    raise
                answer = error
            yield answer
            if progress is not None:
                progress(done)

    def dual_criminality(self, facts: Union[Facts, Case], concept: str, *,
                         lang: Optional[str] = None, **case: Any) -> Result:
        """In which of all jurisdictions held the facts make out an offence of a concept. What only
        founds a court's power is left out; other arguments as for assess()."""
        owner = self._owner
        with self._dual(owner, facts, concept, case) as result:
            return self._reader(owner, lang).result(result)

    def dual_criminality_text(self, facts: Union[Facts, Case], concept: str, *,
                              lang: Optional[str] = None, **case: Any) -> str:
        """The same by jurisdiction, as text for people."""
        with self._dual(self._owner, facts, concept, case) as result:
            return written(lib.ogbv_dual_criminality_write_text, result, utf8(concept, "a concept"),
                           self._language(lang))

    def dual_criminality_json(self, facts: Union[Facts, Case], concept: str, *,
                              lang: Optional[str] = None, **case: Any) -> str:
        """The same by jurisdiction, as JSON."""
        with self._dual(self._owner, facts, concept, case) as result:
            return written(lib.ogbv_dual_criminality_write_json, result, utf8(concept, "a concept"),
                           self._language(lang))

    def _dual(self, owner: Owner, facts: Union[Facts, Case], concept: str,
              given: Dict[str, Any]) -> Owner:
        case, on_from = cases.as_case(facts, **given)
        with cases.build(owner, case, on_from) as built:
            return made(lib.ogbv_dual_criminality, lib.ogbv_result_unref, built,
                        utf8(concept, "a concept"))

    # ---- definitions ------------------------------------------------------------------------

    def compare(self, concept: str, *keys: str, on: Optional[Day] = None,
                class_: str = "criminal", baseline: Optional[str] = None, cases: bool = True,
                elements: bool = True, nodes: int = 0, nearest: int = 0,
                lang: Optional[str] = None) -> Comparison:
        """Compares what jurisdictions say of a concept, exactly.

        keys        "ie", "ie@2020-01-01", "core"; all that define the concept when left out
        on          the day of the texts; today when left out
        class_      criminal, civil, civil-penalty, administrative
        baseline    compares each with this key instead of each with each
        cases       whether to find, for each difference, the nearest case that shows it
        elements    whether to find what each definition requires
        nodes, nearest  limits of the searches; 0 is the default
        """
        request = _compare.Request(concept, keys, on, class_, baseline, cases, elements, nodes,
                                   nearest)
        owner = self._owner
        with _compare.run(owner, request) as comparison:
            return _compare.comparison(self._reader(owner, lang), comparison, baseline is not None)

    def compare_text(self, concept: str, *keys: str, lang: Optional[str] = None,
                     **options: Any) -> str:
        """The same as text for people; arguments as for compare()."""
        return self._compared(lib.ogbv_comparison_write_text, lang,
                              _compare.Request(concept, keys, **options))

    def compare_json(self, concept: str, *keys: str, lang: Optional[str] = None,
                     **options: Any) -> str:
        """The same as JSON; arguments as for compare()."""
        return self._compared(lib.ogbv_comparison_write_json, lang,
                              _compare.Request(concept, keys, **options))

    def compare_csv(self, concept: str, *keys: str, lang: Optional[str] = None,
                    **options: Any) -> str:
        """The same as CSV, a row for each thing it says; arguments as for compare()."""
        return self._compared(lib.ogbv_comparison_write_csv, lang,
                              _compare.Request(concept, keys, **options))

    def _compared(self, write: Any, lang: Optional[str], request: _compare.Request) -> str:
        owner = self._owner
        with _compare.run(owner, request) as comparison:
            return written(write, comparison, self._language(lang))

    # ---- the data as a whole ----------------------------------------------------------------

    def report(self, *, on: Optional[Day] = None, class_: str = "criminal", cases: bool = True,
               elements: bool = True, lang: Optional[str] = None) -> Report:
        """Compares the definitions of every concept in all jurisdictions held, and with the core,
        and remarks what a person should look at. Arguments as for compare()."""
        request = _compare.Request("", (), on, class_, None, cases, elements)
        owner = self._owner
        with _compare.run_report(owner, request) as report:
            return _compare.report(self._reader(owner, lang), report, request)

    def write_report(self, format: str = "text", *, on: Optional[Day] = None,
                     class_: str = "criminal", lang: Optional[str] = None) -> str:
        """The same as "text", "json", "csv", or "html": a page that needs nothing beside itself."""
        forms = {"text": lib.ogbv_report_write_text, "json": lib.ogbv_report_write_json,
                 "csv": lib.ogbv_report_write_csv, "html": lib.ogbv_report_write_html}
        if format not in forms:
            raise InvalidError("a report is written as %s" % ", ".join(forms))
        request = _compare.Request("", (), on, class_, elements=format != "text")
        with _compare.run_report(self._owner, request) as report:
            return written(forms[format], report, self._language(lang))

    def can_be_met(self, rule: str, *, on: Optional[Day] = None) -> str:
        """Whether some case meets a rule, under its text of a day: found, none, undecided."""
        owner, answer = self._owner, ctypes.c_int32()
        call(lib.ogbv_rule_can_be_met, owner.handle, utf8(rule, "a rule"), cases.day_text(on)[0],
             ctypes.byref(answer))
        return names.known(names.SEARCH, answer.value)

    def codebook(self) -> str:
        """What the columns of the CSV of comparisons and reports mean, as CSV."""
        owner = self._owner
        return written(lib.ogbv_db_write_codebook, owner.handle)

    def skos(self) -> str:
        """The taxonomy as SKOS (RDF/XML)."""
        owner = self._owner
        return written(lib.ogbv_db_write_skos, owner.handle)

    # ---- many cases, tests ------------------------------------------------------------------

    def evaluator(self) -> Evaluator:
        """The fast path for very many cases: statuses of all rules, without reasons."""
        return Evaluator(self._owner)

    def run_tests(self, mutate: bool = False) -> TestReport:
        """Runs the tests beside the rules, of a db opened with tests=True. With `mutate`, drops
        each leaf of each rule in turn too, and reports those whose absence no test notices."""
        return run_tests(self._owner, mutate)
