# SPDX-License-Identifier: MIT
"""Lists of what the data hold, as the command line prints them: text in columns, JSON, CSV."""
import csv
import io
import json
from typing import Any, Callable, Dict, Iterable, List, NamedTuple, Optional

from .db import Db

Row = Dict[str, Any]


def _common(kind: str, record: Any, **more: Any) -> Row:
    """What all rows begin with; what does not apply is null."""
    row = {name: getattr(record, name, None)
           for name in ("id", "label", "jurisdiction", "concepts", "citation", "verified")}
    row["concepts"] = row["concepts"] or ()
    row.update(more)
    named = "class" if hasattr(record, "class_") else "kind"
    head = {"id": row.pop("id"), "label": row.pop("label"),
            "jurisdiction": row.pop("jurisdiction"), named: kind}
    return {**head, **row}


def _jurisdiction(db: Db, one: Any) -> Row:
    encoded = [c.concept for c in db.coverage(one.id) if c.status == "encoded"]
    return _common(one.kind, one, jurisdiction=one.id, concepts=encoded, parent=one.parent,
                   within=one.within, as_of=one.as_of)


def _concept(_db: Db, one: Any) -> Row:
    return _common("concept", one, concepts=[one.id], family=one.family,
                   definition=one.definition)


def _fact(_db: Db, one: Any) -> Row:
    return _common(one.type, one, values=[value.id for value in one.values], scope=one.scope,
                   sensitivity=one.sensitivity, open_norm=one.open_norm, question=one.question)


def _rule(_db: Db, one: Any) -> Row:
    first, last = (one.versions[0], one.versions[-1]) if one.versions else (None, None)
    return _common(getattr(one, "class_", one.kind), one, **{
        "from": getattr(first, "from_", None), "to": getattr(last, "to", None),
        "url": getattr(one.source, "url", None)})


def _instrument(db: Db, one: Any) -> Row:
    return _common(one.kind, one, concepts=[
        concept.id for concept in db.concepts
        if any(mapping.instrument == one.id for mapping in concept.mappings)])


def _coverage(db: Db, one: Any) -> Row:
    return _common(one.status, one, id=one.concept, label=db.concepts[one.concept].label,
                   concepts=[one.concept], looked=one.looked)


class Kind(NamedTuple):
    records: Callable[[Db], Iterable[Any]]
    row: Callable[[Db, Any], Row]
    columns: str                        # those that every row has are left out
    shown: str                          # the columns of text


KINDS = {
    "jurisdictions": Kind(lambda db: db.jurisdictions, _jurisdiction,
                          "kind parent within as_of", "id kind as_of label"),
    "concepts": Kind(lambda db: db.concepts, _concept, "kind family definition", "id label"),
    "facts": Kind(lambda db: db.facts, _fact,
                  "kind values scope sensitivity open_norm question", "id kind scope label"),
    "offences": Kind(lambda db: db.offences(), _rule, "class from to url",
                     "id class verified label"),
    "baselines": Kind(lambda db: db.baselines(), _rule, "class from to url",
                      "id class verified label"),
    "remedies": Kind(lambda db: db.remedies(), _rule, "kind from to url",
                     "id kind verified label"),
    "terms": Kind(lambda db: db.terms(), _rule, "kind from to url",
                  "id verified label"),
    "instruments": Kind(lambda db: db.instruments, _instrument, "kind", "id kind label"),
    "coverage": Kind(lambda db: db.coverage(), _coverage, "kind looked",
                     "jurisdiction id kind looked"),
}


def rows(db: Db, kind: str, jurisdictions: Optional[List[str]]) -> List[Row]:
    found = KINDS[kind]
    listed = [found.row(db, one) for one in found.records(db)]
    return [row for row in listed if not jurisdictions or row["jurisdiction"] is None
            or row["jurisdiction"] in jurisdictions]


# ---- printing -------------------------------------------------------------------------------

def _plain(value: Any) -> Any:
    """A cell of JSON; "" is what is not stated."""
    if isinstance(value, (tuple, list)):
        return list(value)
    return value.isoformat() if hasattr(value, "isoformat") else None if value == "" else value


def _words(value: Any) -> str:
    """A cell of text or CSV."""
    plain = _plain(value)
    if isinstance(plain, list):
        return " ".join(plain)
    if isinstance(plain, bool):
        return "true" if plain else "false"
    return "" if plain is None else str(plain)


def _harmless(text: str) -> str:
    """No cell begins with what a spreadsheet would take for a formula."""
    return "'" + text if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def as_json(listed: List[Row], _kind: str) -> str:
    plain = [{name: _plain(value) for name, value in row.items()} for row in listed]
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def as_csv(listed: List[Row], kind: str) -> str:
    own = KINDS[kind].columns.split()
    columns = ["id", "label", "jurisdiction", own[0], "concepts", "citation", "verified"] + own[1:]
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_harmless(_words(row[name])) for name in columns] for row in listed)
    return out.getvalue()


def as_text(listed: List[Row], kind: str) -> str:
    shown = KINDS[kind].shown.split()
    cells = [[_words(row[name]) for name in shown] for row in listed]
    widths = [max(map(len, column)) for column in zip(*cells)]
    return "".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip() + "\n"
                   for line in cells)


FORMATS = {"text": as_text, "json": as_json, "csv": as_csv}
