#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A researcher's question: which jurisdictions punish the creation of synthetic intimate images?

    python3 synthetic_images.py [FILE.csv]

Prints a table and writes it as CSV. Three answers are kept apart: encoded law, law that was looked
for and not found, and law that nobody has looked for yet. With pandas: `pandas.DataFrame(table(db))`.
"""
import csv
import sys
from typing import Dict, List, TextIO

import ogbv

CONCEPT = "ogbv.img.create-synth"
COLUMNS = ("jurisdiction", "name", "coverage", "offence", "citation", "since", "max_months",
           "verified", "law_as_of")


def table(db: ogbv.Db) -> List[Dict[str, object]]:
    """A row for each criminal offence, and one for each jurisdiction without."""
    rows: List[Dict[str, object]] = []
    for place in db.jurisdictions.where(within=None):       # parts have the law of the whole
        covered = db.coverage(place.id).where(concept=CONCEPT)[0]
        common: Dict[str, object] = {
            "jurisdiction": place.id, "name": place.label, "coverage": covered.status,
            "law_as_of": place.as_of}
        offences = db.offences(place.id, concept=CONCEPT, class_="criminal")
        rows += [{**common, "offence": one.label, "citation": one.citation,
                  "since": one.versions[0].from_, "verified": one.verified,
                  "max_months": "life" if one.life else one.max_months}
                 for one in offences] or [common]
    return rows


def print_table(rows: List[Dict[str, object]]) -> None:
    for row in rows:
        said = row.get("citation") or {"none-found": "looked for, none found",
                                       "encoded": "no criminal offence",
                                       "not-encoded": "not looked at yet"}[str(row["coverage"])]
        print("%-8s %-24s %s" % (row["jurisdiction"], row["name"], said))


def write_csv(rows: List[Dict[str, object]], file: TextIO) -> None:
    writer = csv.DictWriter(file, COLUMNS, restval="")
    writer.writeheader()
    writer.writerows(rows)


def main() -> None:
    with ogbv.open() as db:
        rows = table(db)
    print_table(rows)
    if len(sys.argv) > 1:
        with open(sys.argv[1], "w", newline="", encoding="utf-8") as file:
            write_csv(rows, file)


if __name__ == "__main__":
    main()
