# SPDX-License-Identifier: MIT
"""Plain data: records (frozen dataclasses) and tables of them. They know nothing of the library, so
they outlive it, and can be pickled, compared and written as JSON."""
import dataclasses
import datetime
import difflib
from typing import (Any, ClassVar, Dict, Generic, Iterable, Iterator, List, Optional, Sequence,
                    Tuple, Type, TypeVar, Union, overload)

from . import _html
from .errors import NotFoundError, or_near


Ids = Tuple[str, ...]           # or sentences


def plain(value: Any) -> Any:
    """A value as JSON knows it: days and instants become texts, records become dicts."""
    if isinstance(value, (tuple, Table)):
        return [plain(item) for item in value]
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    return value


class Record:
    """What all records share. A field whose name Python keeps for itself ends with `_`."""

    def to_dict(self) -> Dict[str, Any]:
        """The record as JSON knows it, with the names of the JSON results."""
        return {name.rstrip("_"): plain(getattr(self, name)) for name in field_names(self)}

    def row(self) -> Dict[str, Any]:
        """The record as one row of a table: lists of texts become one text, lists of records are
        left out."""
        return dict(_cells(self, ""))

    def _repr_html_(self) -> str:
        return _html.facts("%s %s" % (type(self).__name__, key_of(self)), self.row())

    def __repr__(self) -> str:
        status = getattr(self, "status", "")
        return "<%s %s%s>" % (type(self).__name__, key_of(self), status and " " + status)


def _cells(record: Record, prefix: str) -> Iterator[Tuple[str, Any]]:
    for field in fields(record):
        name, value = prefix + field.name.rstrip("_"), getattr(record, field.name)
        if isinstance(value, Record):
            yield from _cells(value, name + "_")
        elif field.type in (Ids, Optional[Ids]):
            yield name, " ".join(value or ())
        elif not isinstance(value, (tuple, Table)):
            yield name, value


T = TypeVar("T", bound=Record)
S = TypeVar("S", bound="Table[Any]")


class Table(Sequence[T], Generic[T]):
    """Records in their order. An index is a number, a slice, or the id of a record."""

    __slots__ = ("_items",)

    #: The columns that a notebook shows; all when empty.
    shown: ClassVar[Ids] = ()

    def __init__(self, items: Iterable[T] = ()) -> None:
        self._items = tuple(items)

    @overload
    def __getitem__(self, index: Union[int, str]) -> T: ...

    @overload
    def __getitem__(self: S, index: slice) -> S: ...

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, str):
            return self._by_id(index)
        if isinstance(index, slice):
            return type(self)(self._items[index])
        return self._items[index]

    def _by_id(self, wanted: str) -> T:
        for item in self._items:
            if key_of(item) == wanted:
                return item
        nearest = tuple(difflib.get_close_matches(wanted, map(key_of, self._items)))
        raise NotFoundError(or_near("there is no such id here", nearest), nearest=nearest)

    def __contains__(self, wanted: object) -> bool:
        if isinstance(wanted, str):
            return any(key_of(item) == wanted for item in self._items)
        return wanted in self._items

    def where(self: S, **wanted: Any) -> S:
        """The records whose fields have the given values (or, where a field is a list, hold them):
        `where(class_="criminal", concepts="ogbv.img.dissem")`."""
        return type(self)(item for item in self if all(
            _has(getattr(item, name), value) for name, value in wanted.items()))

    def rows(self) -> List[Dict[str, Any]]:
        """One flat dict a record: `pandas.DataFrame(table.rows())`."""
        return [item.row() for item in self._items]

    def to_list(self) -> List[Dict[str, Any]]:
        """The records as JSON knows them."""
        return [item.to_dict() for item in self._items]

    def _repr_html_(self) -> str:
        return _html.table("%s (%d)" % (type(self).__name__, len(self)), self.rows(), self.shown)

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[T]:
        return iter(self._items)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Table) and bool(self._items == other._items)

    def __hash__(self) -> int:
        return hash(self._items)

    def __repr__(self) -> str:
        ids = [key_of(item) for item in self._items[:3]] + ["..."] * (len(self) > 3)
        return "<%s (%d)%s>" % (type(self).__name__, len(self), ": " * bool(ids) + ", ".join(ids))

    def __reduce__(self: S) -> Tuple[Type[S], Tuple[Any, ...]]:
        return type(self), (self._items,)


def _has(value: Any, wanted: Any) -> bool:
    return wanted in value if isinstance(value, (tuple, Table)) else bool(value == wanted)


def key_of(record: Record) -> str:
    """What a record is found by: its first field."""
    return str(getattr(record, field_names(record)[0]))


def fields(record: Record) -> Iterable["dataclasses.Field[Any]"]:
    declared: Dict[str, "dataclasses.Field[Any]"] = getattr(record, "__dataclass_fields__")
    return declared.values()


def field_names(record: Record) -> List[str]:
    return [field.name for field in fields(record)]
