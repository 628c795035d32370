"""Which PMs of a client's team are coached, by its assessments and coaching plans, and of whom it is said why not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pmcoach_lint.document import Document
from pmcoach_lint.names import name_key
from pmcoach_lint.regex import anycase

_NO_PLAN = anycase(
    r"\b(?:no|none|not|without|later|declined|leaves|leaving|left|n/a|rather than|instead of|only)\b|^\s*[-–—]"
)
_NONE_AT_ALL = anycase(
    r"\b(?:(?:no|without an?) (?:coaching )?plan|not coached|on (?:parental |sick )?leave"
    r"|(?:leaves|leaving) (?:in|on|at|by|us|the (?:company|team)))\b"
)
"""Words that say in any cell of a PM's row that there is no plan."""


def pm_meant(text: str) -> str:
    """Which PM a text names, whatever is told behind the handle: `pm-31, core`, `pm-31 (core, EU)`."""
    return name_key(text.partition("(")[0].partition(",")[0] or text)


def pms_planned(plans: Iterable[Document]) -> set[str]:
    """The PMs for whom there is a coaching plan."""
    return {pm_meant(str(plan.data.get("pm", ""))) for plan in plans}


def says_why_not(row: dict[str, Any]) -> bool:
    """Whether a row of the team says why there is no plan for its PM.

    Beside the plan or the coaching opportunity, few words do; anywhere else they must speak of the plan or of leaving.
    """
    beside = f"{row.get('plan', '')} {row.get('coaching', '')}"
    return bool(_NO_PLAN.search(beside) or any(_NONE_AT_ALL.search(str(said)) for said in row.values()))
