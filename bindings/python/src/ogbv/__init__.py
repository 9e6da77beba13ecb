# SPDX-License-Identifier: MIT
"""Online gender-based violence: what the law of many jurisdictions says of a case.

    >>> import ogbv
    >>> db = ogbv.open()
    >>> result = db.assess({"share.done": True}, on="2026-11-21", jurisdictions=["ie"])
    >>> result.missing[0].question                                          # doctest: +SKIP
    'Are you in danger now?'

What is not known is never taken for no. An answer is no legal advice.
"""
from ._call import text as _text
from ._native import lib as _lib
from ._load import check, open
from .case import Case, Range
from .db import Db
from .errors import (ClosedError, ConflictError, DataError, Diagnostic, FactError, InputOutputError,
                     InvalidError, LimitError, NotFoundError, OgbvError, OutOfMemoryError,
                     UnknownFactError)
from .result import Result

__version__ = "1.0.0"
library_version: str = _text(_lib.ogbv_version())       #: of the library that runs

__all__ = [
    "Case", "ClosedError", "ConflictError", "DataError", "Db", "Diagnostic", "FactError",
    "InputOutputError", "InvalidError", "LimitError", "NotFoundError", "OgbvError",
    "OutOfMemoryError", "Range", "Result", "UnknownFactError", "check", "library_version",
    "open",
]
