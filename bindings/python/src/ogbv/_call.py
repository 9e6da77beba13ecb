# SPDX-License-Identifier: MIT
"""How this package calls the library: texts, objects and their owners, errors, output."""
import contextlib
import ctypes
from typing import Any, Callable, List, Optional

from . import errors
from ._abi import WRITE
from ._native import lib


Handle = Optional[int]      # of an object of the library; None is NULL


def utf8(text: Any, what: str) -> bytes:
    """A text for the library. What cannot be one is refused without being repeated."""
    if not isinstance(text, str):
        raise errors.InvalidError("%s is a text, not %s" % (what, type(text).__name__))
    encoded: Optional[bytes] = None
    with contextlib.suppress(UnicodeEncodeError):       # which holds the text: not as a context
        encoded = text.encode("utf-8")
    if encoded is None:
        raise errors.InvalidError("%s is not valid Unicode" % what)
    if b"\0" in encoded:
        raise errors.InvalidError("%s holds a NUL character" % what)
    return encoded


def language(lang: Optional[str]) -> Optional[bytes]:
    return None if lang is None else utf8(lang, "a language")


def text(borrowed: Optional[bytes]) -> str:
    """A text of the library; "" where there is none."""
    return borrowed.decode("utf-8", "replace") if borrowed else ""


def text_or_none(borrowed: Optional[bytes]) -> Optional[str]:
    return borrowed.decode("utf-8", "replace") if borrowed else None


class Owner:
    """Owns an object of the library and frees it when nothing in Python refers to the owner any
    more: who calls the library holds the owner, and so the object, for as long as the call lasts.
    In a `with` statement the object is freed at its end, whatever still refers to it."""

    __slots__ = ("handle", "_free")

    def __init__(self, handle: Handle, free: Callable[[Handle], Any]) -> None:
        self.handle = handle
        self._free = free

    def __enter__(self) -> Handle:
        return self.handle

    def __exit__(self, *_exception: Any) -> None:
        handle, self.handle = self.handle, None
        self._free(handle)                  # NULL is allowed

    __del__ = __exit__

    def __reduce__(self) -> Any:
        raise TypeError("an object of the library cannot be copied or pickled")


def failure(status: int, error: Handle) -> errors.OgbvError:
    """The exception for a status and the library's error, which is freed."""
    kind = errors.BY_STATUS.get(status, errors.OgbvError)
    nearest = text_or_none(lib.ogbv_error_nearest(error))
    raised = kind(
        text(lib.ogbv_error_message(error)) or text(lib.ogbv_status_name(status)),
        code=errors.spelled(lib.ogbv_error_code(error)),
        file=text_or_none(lib.ogbv_error_file(error)),
        line=lib.ogbv_error_line(error),
        fact=text_or_none(lib.ogbv_error_fact(error)),
        nearest=(nearest,) if nearest else ())
    lib.ogbv_error_free(error)
    return raised


def call(function: Any, *arguments: Any) -> None:
    """Calls what can fail; the error is added as the last argument."""
    error = ctypes.c_void_p()
    status = function(*arguments, ctypes.byref(error))
    if status != 0:
        raise failure(status, error.value)


def made(function: Any, free: Any, *arguments: Any) -> Owner:
    """Calls what makes an object, which comes with its owner."""
    out = ctypes.c_void_p()
    call(function, *arguments, ctypes.byref(out))
    return Owner(out.value, free)


def written(function: Any, *arguments: Any) -> str:
    """Calls what writes, and gives what it wrote."""
    pieces: List[bytes] = []

    def take(_payload: Any, start: int, size: int) -> int:
        pieces.append(ctypes.string_at(start, size))
        return 0

    call(function, *arguments, WRITE(take), None)
    return b"".join(pieces).decode("utf-8")
