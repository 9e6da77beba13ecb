# SPDX-License-Identifier: MIT
"""The law, found and loaded: the default data, directories, files; and what is wrong with them."""
import ctypes
import os
from typing import Any, Iterable, Optional, Tuple, Union

from . import errors
from ._abi import RESIZE
from ._call import Owner, call, language, made, text, utf8
from ._native import lib
from ._read_law import each
from .db import Db

Path = Union[str, "os.PathLike[str]"]
DEFAULT = "default"             # names the default data among directories

NO_ALLOCATOR = ctypes.cast(0, RESIZE)       # the C library's

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE_TREE = os.path.join("bindings", "python", "src", "ogbv")


def default_data() -> Optional[str]:
    """Data beside the package, or in the source tree around it; None when there are none."""
    places = [os.path.join(HERE, "data")]
    if HERE.endswith(SOURCE_TREE):
        places.append(HERE[:-len(SOURCE_TREE)] + "data")
    return next((place for place in places
                 if os.path.exists(os.path.join(place, "RELEASE"))), None)


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
        for d in each(lib.ogbv_loader_diagnostic_count, lib.ogbv_loader_diagnostic_at,
                           loader.handle))


def _finish(loader: Owner) -> Owner:
    try:
        return made(lib.ogbv_loader_finish, lib.ogbv_db_unref, loader.handle)
    except errors.DataError as error:
        faults = _diagnostics(loader)
        more = " (and %d more)" % (len(faults) - 1) if len(faults) > 1 else ""
        details = {**vars(error), "diagnostics": faults}
        message = "%s%s" % (faults[0], more) if faults else str(error)
    raise errors.DataError(message, **details)


def _loaded(data: Iterable[Path], jurisdictions: Iterable[str], tests: bool) -> Owner:
    with made(lib.ogbv_context_new, lib.ogbv_context_unref, NO_ALLOCATOR, None) as context:
        loader = made(lib.ogbv_loader_new, lib.ogbv_loader_free, context)
    with loader:
        for path in data:
            _add(loader, path)
        for code in jurisdictions:
            call(lib.ogbv_loader_select, loader.handle, utf8(code, "a jurisdiction"))
        if tests:
            lib.ogbv_loader_want_tests(loader.handle)
        return _finish(loader)


def open(*data: Path, jurisdictions: Optional[Iterable[str]] = None, lang: Optional[str] = None,
         tests: bool = False) -> Db:
    """Loads the law.

    data            directories and files of rule data, later ones win; "default" names the default
                    data: the directory that OGBV_DATA_DIR names, else the data beside the package,
                    else those that the library was installed with
    jurisdictions   only these, with their parents and unions; all when left out
    lang            the language of texts, such as "fr-CA"; English when left out
    tests           the tests beside the rules of these too, for Db.run_tests()
    """
    chosen = (jurisdictions,) if isinstance(jurisdictions, str) else jurisdictions or ()
    language(lang)
    return Db(_loaded(data or (DEFAULT,), chosen, tests), lang)


def check(*data: Path) -> Tuple[errors.Diagnostic, ...]:
    """All faults of rule data, tests included; none when the data are in order. For one file of an
    own jurisdiction: `check("default", "zz.xml")`."""
    try:
        _loaded(data or (DEFAULT,), (), True)
    except errors.DataError as error:
        return error.diagnostics
    return ()
