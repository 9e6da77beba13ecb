# SPDX-License-Identifier: MIT
"""The exceptions of this package. None holds the value of a fact."""
from dataclasses import dataclass
from typing import Any, Dict, Optional, Sequence, Tuple, Type


@dataclass(frozen=True)
class Diagnostic:
    """One fault found in rule data."""
    code: str       #: "OGBV-1203": it never changes meaning
    file: str
    line: int       #: from 1; 0 when the file as a whole is meant
    text: str

    def __str__(self) -> str:
        place = "%s:%d" % (self.file, self.line) if self.line else self.file
        return "%s: error %s: %s" % (place, self.code, self.text)


class OgbvError(Exception):
    """What all exceptions of this package are."""

    status = "error"                            #: stable name of the kind of failure
    code: Optional[str] = None                  #: "OGBV-1203", where there is one
    file: Optional[str] = None                  #: the data file concerned
    line: int = 0                               #: the line in it, from 1
    fact: Optional[str] = None                  #: the id of the fact concerned
    nearest: Tuple[str, ...] = ()               #: known ids near to one that is not known
    diagnostics: Tuple[Diagnostic, ...] = ()    #: every fault of the rule data

    def __init__(self, message: str = "", **details: Any) -> None:
        super().__init__(message)
        self.__dict__.update(details)

    def __reduce__(self) -> Any:
        return _again, (type(self), str(self), dict(self.__dict__))


def _again(kind: Type[OgbvError], message: str, details: Dict[str, Any]) -> OgbvError:
    return kind(message, **details)


class OutOfMemoryError(OgbvError, MemoryError):
    """There was not enough memory; everything is as before."""
    status = "no-memory"


class InvalidError(OgbvError, ValueError):
    """An argument that the call does not allow."""
    status = "invalid"


class NotFoundError(OgbvError, LookupError):
    """No such id, directory or file; `nearest` holds known ids that are near."""
    status = "not-found"


class InputOutputError(OgbvError):
    """Reading or writing failed."""
    status = "input-output"


class DataError(OgbvError):
    """Rule data were refused; `diagnostics` says all that is wrong with them."""
    status = "data"


class FactError(OgbvError, ValueError):
    """A fact of the wrong type or outside its values; `fact` is its id."""
    status = "fact"


class UnknownFactError(FactError, NotFoundError):
    """No such fact; `nearest` holds the known ids that are near."""
    status = "not-found"


class ConflictError(FactError):
    """Facts that contradict each other; `fact` is one of them, the message names all."""
    status = "conflict"


class LimitError(OgbvError, ValueError):
    """Larger than a limit that the documentation states."""
    status = "limit"


class ClosedError(OgbvError, ValueError):
    """The db was closed."""
    status = "closed"


#: What a status of the library becomes.
BY_STATUS: Dict[int, Type[OgbvError]] = {
    -1: OutOfMemoryError, -2: InvalidError, -3: NotFoundError, -4: InputOutputError,
    -5: DataError, -6: FactError, -7: ConflictError, -8: LimitError,
}


def spelled(code: int) -> Optional[str]:
    """A diagnostic's number as it is printed: OGBV-1203; None for 0."""
    return "OGBV-%04d" % code if code else None


def or_near(message: str, nearest: Sequence[str]) -> str:
    """A message with the ids that may have been meant."""
    return "%s; did you mean %s?" % (message, " or ".join(nearest)) if nearest else message
