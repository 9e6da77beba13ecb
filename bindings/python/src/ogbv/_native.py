# SPDX-License-Identifier: MIT
"""Finds and opens the shared library, and checks that this package can use it.

`lib` is the library, with the types of _abi.py. Calls release the interpreter's lock.
"""
import ctypes
import ctypes.util
import os
import sys
import warnings
from typing import Any, Iterator, List, Optional, Tuple

from ._abi import TABLE

MAJOR = 1               # of the library that this package speaks to
DATA_FORMAT = 1         # the oldest format of rule data that it may read

SONAME = {"darwin": "libogbv.0.dylib", "win32": "libogbv-0.dll"}.get(sys.platform, "libogbv.so.0")


def candidates() -> Iterator[Tuple[str, Optional[str]]]:
    """Where the library may be, in the order of trying: how it is looked for, and the path."""
    if os.environ.get("OGBV_LIBRARY"):
        yield "OGBV_LIBRARY", os.environ["OGBV_LIBRARY"]
    yield "beside the package", os.path.join(os.path.dirname(os.path.abspath(__file__)), SONAME)
    yield "by its name", SONAME
    yield "find_library", ctypes.util.find_library("ogbv")


def unsuitable(library: ctypes.CDLL) -> Optional[str]:
    """Why this package cannot use a library; None when it can."""
    try:
        number = library.ogbv_version_number()
        data_format = library.ogbv_data_format()
    except AttributeError:
        return "is not libogbv"
    version = "%d.%d.%d" % (number // 10000, number // 100 % 100, number % 100)
    if number // 10000 != MAJOR:
        return "version %s found, version %d is needed" % (version, MAJOR)
    if data_format < DATA_FORMAT:
        return "version %s found, which reads data of format %d, not %d" % (
            version, data_format, DATA_FORMAT)
    missing = [name for name in TABLE if not hasattr(library, name)]
    if missing:
        return "version %s found, which is too old: it lacks %s%s" % (
            version, ", ".join(missing[:3]), " and more" * (len(missing) > 3))
    return None


def typed(library: ctypes.CDLL) -> ctypes.CDLL:
    """Gives each function of a library its types."""
    for name, (restype, argtypes) in TABLE.items():
        function = getattr(library, name)
        function.restype, function.argtypes = restype, argtypes
    return library


def open_library() -> Any:
    """Opens the first library that can be used.

    One ImportError names every place that was tried and what was found there."""
    tried: List[str] = []
    for how, path in candidates():
        if path is None:
            tried.append("  %s: nothing found" % how)
            continue
        try:
            library = ctypes.CDLL(path)
            fault = unsuitable(library)
        except OSError as error:
            fault = str(error)
        if fault is None:
            if tried and os.environ.get("OGBV_LIBRARY"):
                warnings.warn("OGBV_LIBRARY cannot be used; %s is used instead.\n%s"
                              % (path, tried[0]), RuntimeWarning, stacklevel=2)
            return typed(library)
        tried.append("  %s: %s: %s" % (how, path, fault))
    raise ImportError(
        "The shared library libogbv was not found. Tried:\n" + "\n".join(tried) +
        "\nInstall libogbv, or let OGBV_LIBRARY name the file (libogbv.so).")


lib: Any = open_library()
