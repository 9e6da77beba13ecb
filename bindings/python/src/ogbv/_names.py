# SPDX-License-Identifier: MIT
"""Named constants of the library. Their names are asked of the library that runs, so that a newer
library's new constants have names too."""
from typing import List, Optional, Tuple

from ._native import lib

# Vocabularies: OGBV_NAMES_... of db.h, in that order.
(STATUS, TRUTH, WHY, RULE_KIND, CLASS, REMEDY_KIND, SEEN, FACT_TYPE, SENSITIVITY, VERSION_STATE,
 OP, REASON_KIND, BURDEN, COVERAGE, CONNECTION, DUE_FOR, DUE_EFFECT, DUE_STATUS, ON_FROM,
 RELATION, SEARCH, DEFINITION, ATOM_STATE, REMARK) = range(24)

# Kinds of texts of rules: OGBV_TEXT_... of law.h, in that order.
(NOTE, PROCEEDINGS, FORUM, STANDARD, HEAD, EVIDENCE, STEP, WARNING, WARNING_CODE, APPLICANT,
 RESPONDENT, SOURCE, SOURCE_READ, SOURCE_SPEAKS_FOR, SOURCE_COPY) = range(15)

# OGBV_FINDING_... of assess.h, in that order.
FINDING_OFFENCE, FINDING_BASELINE, FINDING_REMEDY, FINDING_CONCEPT = range(4)


def _vocabulary(vocabulary: int) -> Tuple[str, ...]:
    names: List[str] = []
    while lib.ogbv_name(vocabulary, len(names)) is not None:
        names.append(lib.ogbv_name(vocabulary, len(names)).decode("ascii"))
    return tuple(names)


NAMES = tuple(_vocabulary(vocabulary) for vocabulary in range(REMARK + 1))


def name(vocabulary: int, value: int) -> Optional[str]:
    """The stable name of a constant; None for one that the vocabulary does not have."""
    names = NAMES[vocabulary]
    return names[value] if 0 <= value < len(names) else None


def known(vocabulary: int, value: int) -> str:
    """The same for a constant that is always there."""
    return name(vocabulary, value) or "undetermined"


def constant(vocabulary: int, wanted: str) -> int:
    """The constant of a name."""
    return NAMES[vocabulary].index(wanted)
