#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""An interview: asks the most useful missing fact, again and again, until nothing is left to ask.

    python3 interview.py ie            asks on the terminal; just Enter is "I don't know"

The Interview is plain data that can be pickled between two pages of a web form, as docassemble does
with its answers; the db is not part of it and is shared by all interviews of the process. "I don't
know" is an answer: the fact stays unknown, and is not asked again. Whoever answers can stop at any
point, and what is open then is told as open.
"""
import sys
from dataclasses import dataclass, field
from typing import Any, Dict, Optional, Tuple

import ogbv
from ogbv.result import Need, Result


@dataclass(repr=False)          # a repr would show the answers
class Interview:
    """The answers so far, and whose law is asked about."""
    jurisdictions: Tuple[str, ...]
    on: Optional[str] = None
    facts: Dict[str, Any] = field(default_factory=dict)

    def assess(self, db: ogbv.Db) -> Result:
        return db.assess(self.facts, on=self.on, jurisdictions=self.jurisdictions)

    def question(self, db: ogbv.Db) -> Optional[Need]:
        """The next question; None when nothing is left to ask. None comes twice."""
        missing = self.assess(db).missing
        return next((need for need in missing if need.fact not in self.facts), None)

    def answer(self, db: ogbv.Db, fact: str, value: Any) -> Optional[str]:
        """Notes an answer; None is "I don't know". What does not fit is told, and not noted."""
        before = dict(self.facts)
        self.facts[fact] = value
        try:
            self.assess(db)
        except ogbv.FactError as error:     # of the wrong type, or against an earlier answer
            self.facts = before
            return str(error)
        return None


def read(need: Need, text: str) -> Any:
    """What was typed, as a value of the fact."""
    text = text.strip()
    if not text:
        return None
    if need.type == "boolean":
        return {"y": True, "yes": True, "n": False, "no": False}.get(text.lower(), text)
    if need.type == "integer" and text.isdigit():
        return int(text)
    return text


def main(jurisdictions: Tuple[str, ...]) -> None:
    with ogbv.open(jurisdictions=jurisdictions) as db:
        interview = Interview(jurisdictions)
        for message in interview.assess(db).safety:
            print(message.text)
        print("\nEnter alone is \"I don't know\". Stop at any time with Ctrl-D.\n")
        try:
            while True:
                need = interview.question(db)
                if need is None:
                    break
                choices = " (%s)" % ", ".join(need.values) if need.values else ""
                fault = interview.answer(db, need.fact, read(need, input(need.question + choices +
                                                                         "\n> ")))
                if fault:
                    print(fault)
        except EOFError:
            pass
        print(db.assess_text(interview.facts, jurisdictions=jurisdictions))


if __name__ == "__main__":
    main(tuple(sys.argv[1:]) or ("ie",))
