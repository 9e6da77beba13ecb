# SPDX-License-Identifier: MIT
"""The db: the law, loaded once, and what can be asked of it."""
import os
from typing import Any, Dict, Iterable, Iterator, Optional, Tuple, Union

from . import _names as names
from . import _read_law as read
from . import case as cases
from . import errors, law
from ._call import Owner, call, language, made, text, utf8, written
from ._native import lib
from ._record import Table
from ._read_result import Reader, coverage
from .case import Case, Day, Facts
from .result import Result

Path = Union[str, "os.PathLike[str]"]
DEFAULT = "default"             # names the default data among directories

HERE = os.path.dirname(os.path.abspath(__file__))


def default_data() -> Optional[str]:
    """Data beside the package, or in the source tree that the package lies in; None when neither."""
    for found in (os.path.join(HERE, "data"), os.path.join(HERE, *[os.pardir] * 4, "data")):
        if os.path.exists(os.path.join(found, "RELEASE")):
            return os.path.normpath(found)
    return None


def _add(loader: Owner, path: Path) -> None:
    beside = None if os.environ.get("OGBV_DATA_DIR") else default_data()
    if path == DEFAULT and beside is None:
        call(lib.ogbv_loader_add_default, loader.handle)
        return
    named = os.fsencode(beside if path == DEFAULT and beside else path)
    if b"\0" in named:
        raise errors.InvalidError("a path holds a NUL character")
    add = lib.ogbv_loader_add_directory if os.path.isdir(named) else lib.ogbv_loader_add_file
    call(add, loader.handle, named)


def _diagnostics(loader: Owner) -> Tuple[errors.Diagnostic, ...]:
    return tuple(
        errors.Diagnostic(errors.spelled(lib.ogbv_diagnostic_code(d)) or "",
                          text(lib.ogbv_diagnostic_file(d)),
                          lib.ogbv_diagnostic_line(d),
                          text(lib.ogbv_diagnostic_text(d)))
        for d in read.each(lib.ogbv_loader_diagnostic_count, lib.ogbv_loader_diagnostic_at,
                           loader.handle))


def _finish(loader: Owner) -> Owner:
    try:
        return made(lib.ogbv_loader_finish, lib.ogbv_db_unref, loader.handle)
    except errors.DataError as error:
        error.diagnostics = _diagnostics(loader)
        raise


def open(*data: Path, jurisdictions: Optional[Iterable[str]] = None, lang: Optional[str] = None,
         tests: bool = False) -> "Db":
    """Loads the law.

    data            directories and files of rule data, later ones win; "default" names the default
                    data: the directory that OGBV_DATA_DIR names, else the data beside the package,
                    else those that the library was installed with
    jurisdictions   only these, with their parents and unions; all when left out
    lang            the language of texts, such as "fr-CA"; English when left out
    tests           the tests beside the rules too, for run_tests()
    """
    if isinstance(jurisdictions, str):
        jurisdictions = (jurisdictions,)
    with made(lib.ogbv_context_new, lib.ogbv_context_unref, lib_resize(), None) as context:
        loader = made(lib.ogbv_loader_new, lib.ogbv_loader_free, context)
    with loader:
        for path in data or (DEFAULT,):
            _add(loader, path)
        for code in jurisdictions or ():
            call(lib.ogbv_loader_select, loader.handle, utf8(code, "a jurisdiction"))
        if tests:
            lib.ogbv_loader_want_tests(loader.handle)
        return Db(_finish(loader), lang)


def lib_resize() -> Any:
    """The C library's allocator."""
    return lib.ogbv_context_new.argtypes[0]()


class Db:
    """The law of many jurisdictions. Any number of threads may use one db at a time."""

    def __init__(self, owner: Owner, lang: Optional[str]) -> None:
        self._open: Optional[Owner] = owner
        self._lang = lang
        self._readers: Dict[Optional[bytes], Reader] = {}

    @property
    def _owner(self) -> Owner:
        owner = self._open
        if owner is None:
            raise errors.ClosedError("the db was closed")
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
        key = language(self._lang if lang is None else lang)
        if key not in self._readers:
            assert owner.handle is not None
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

    def _all(self, record: Any, count: Any, at: Any) -> Iterator[Any]:
        owner, lang = self._owner, language(self._lang)
        for handle in read.each(count, at, owner.handle):
            yield record(handle, lang)

    @property
    def facts(self) -> law.Facts:
        """The dictionary of facts."""
        return law.Facts(self._all(read.fact, lib.ogbv_fact_count, lib.ogbv_fact_at))

    @property
    def concepts(self) -> law.Concepts:
        """The concepts of the taxonomy."""
        return law.Concepts(self._all(read.concept, lib.ogbv_concept_count, lib.ogbv_concept_at))

    @property
    def instruments(self) -> Table[law.Instrument]:
        """The treaties, directives and glossaries that concepts are mapped to."""
        return Table(self._all(read.instrument, lib.ogbv_instrument_count, lib.ogbv_instrument_at))

    @property
    def jurisdictions(self) -> Table[law.Jurisdiction]:
        """The jurisdictions whose law is held."""
        return Table(self._all(read.jurisdiction, lib.ogbv_jurisdiction_count,
                               lib.ogbv_jurisdiction_at))

    def coverage(self, jurisdiction: Optional[str] = None) -> Table[law.Coverage]:
        """What is known of each concept: encoded, none-found, not-encoded."""
        owner = self._owner
        codes = [jurisdiction] if jurisdiction else [one.id for one in self.jurisdictions]
        return coverage(owner.handle, codes)

    def _rules(self, kind: str, **wanted: Optional[str]) -> law.Rules:
        owner, lang = self._owner, language(self._lang)
        handles = read.each(lib.ogbv_rule_count, lib.ogbv_rule_at, owner.handle,
                            names.constant(names.RULE_KIND, kind))
        rules = law.Rules(read.rule(handle, lang) for handle in handles)
        return rules.where(**{name: value for name, value in wanted.items() if value is not None})

    def offences(self, jurisdiction: Optional[str] = None, concept: Optional[str] = None,
                 class_: Optional[str] = None) -> law.Rules:
        """The offences, or those of a jurisdiction, concept or class ("criminal", "civil", ...)."""
        return self._rules("offence", jurisdiction=jurisdiction, concepts=concept, class_=class_)

    def remedies(self, jurisdiction: Optional[str] = None, concept: Optional[str] = None,
                 kind: Optional[str] = None) -> law.Rules:
        """The remedies, or those of a jurisdiction, concept or kind ("interim", "platform", ...)."""
        return self._rules("remedy", jurisdiction=jurisdiction, concepts=concept, kind=kind)

    def baselines(self, jurisdiction: Optional[str] = None,
                  concept: Optional[str] = None) -> law.Rules:
        """The minimums that states owe each other."""
        return self._rules("baseline", jurisdiction=jurisdiction, concepts=concept)

    def terms(self, jurisdiction: Optional[str] = None) -> law.Rules:
        """The notions that laws define."""
        return self._rules("term", jurisdiction=jurisdiction)

    def describe(self, id: str, lang: Optional[str] = None) -> str:
        """A rule, term, concept, family or fact in sentences, with citations, versions, sources."""
        owner = self._owner
        chosen = language(self._lang if lang is None else lang)
        return written(lib.ogbv_db_write_entry, owner.handle, utf8(id, "an id"), chosen)

    # ---- cases ------------------------------------------------------------------------------

    def _assessed(self, owner: Owner, case: Case, on_from: Optional[str]) -> Owner:
        with cases.build(owner, case, on_from) as built:
            return made(lib.ogbv_assess, lib.ogbv_result_unref, built)

    def assess(self, facts: Union[Facts, Case], *, on: Optional[Day] = None,
               jurisdictions: Optional[Iterable[str]] = None,
               acts: Optional[Dict[str, Facts]] = None, lang: Optional[str] = None) -> Result:
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
            return self._reader(owner, lang).result(result or 0)
