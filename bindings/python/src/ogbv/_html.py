# SPDX-License-Identifier: MIT
"""How notebooks show records and tables: plain HTML that screen readers can follow. No colour says
what no word says; no script, no style sheet, nothing from elsewhere."""
from html import escape
from typing import Any, Dict, Iterable, List, Optional, Sequence

MOST_ROWS = 60


def cell(value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return escape(str(value))


def heading(name: str) -> str:
    return escape(name.replace("_", " "))


def table(caption: str, rows: Sequence[Dict[str, Any]],
          columns: Optional[Iterable[str]] = None) -> str:
    """Rows under a caption; the first column names its row."""
    if not rows:
        return "<p>%s: none</p>" % escape(caption)
    shown = list(columns or rows[0])
    head = "".join('<th scope="col">%s</th>' % heading(name) for name in shown)
    body = "".join(_row([cell(row.get(name)) for name in shown]) for row in rows[:MOST_ROWS])
    more = len(rows) - MOST_ROWS
    return "<table><caption>%s</caption><thead><tr>%s</tr></thead><tbody>%s</tbody></table>%s" % (
        escape(caption), head, body, "<p>and %d more</p>" % more if more > 0 else "")


def _row(cells: List[str]) -> str:
    return '<tr><th scope="row">%s</th>%s</tr>' % (
        cells[0], "".join("<td>%s</td>" % one for one in cells[1:]))


def facts(caption: str, row: Dict[str, Any]) -> str:
    """One record: its fields down the side."""
    body = "".join(_row([heading(name), cell(value)]) for name, value in row.items()
                   if value not in (None, ""))
    return "<table><caption>%s</caption><tbody>%s</tbody></table>" % (escape(caption), body)


def section(title: str, *parts: str) -> str:
    """A part of a page; empty without content."""
    content = "".join(parts)
    return "<section><h4>%s</h4>%s</section>" % (escape(title), content) if content else ""


def items(texts: Iterable[str]) -> str:
    lines = "".join("<li>%s</li>" % cell(text) for text in texts)
    return "<ul>%s</ul>" % lines if lines else ""


#: What stands for a condition that has no words of its own.
OPS = {"all": "all of these", "any": "any of these", "not": "not this",
       "at-least": "enough of these"}


def tree(reasons: Iterable[Any]) -> str:
    """Reasons and those inside of them, as nested lists."""
    lines = "".join(
        "<li>%s: <strong>%s</strong>%s%s</li>" % (
            cell(one.label or OPS.get(one.op, one.id)), cell(one.status),
            " (%s)" % cell(one.citation) if one.citation else "", tree(one.children))
        for one in reasons)
    return "<ul>%s</ul>" % lines if lines else ""


def page(title: str, lang: str, *parts: str) -> str:
    return '<article lang="%s"><h3>%s</h3>%s</article>' % (
        escape(lang), escape(title), "".join(parts))
