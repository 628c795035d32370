"""What an author has put in words or in a form of their own, which pmcoach does not know: it is meant, and no slip."""

from __future__ import annotations

from pmcoach_lint.finding import Severity
from pmcoach_lint.rules.registry import reported

FORM = "form-of-ones-own"
"""The name of the rule that tells it."""

READING_RULES = frozenset(
    {
        "entry-out-of-order",
        "ambiguous-reference",
        "choice-in-own-words",
        "not-a-level",
        "plan-of-no-bet",
        "row-of-no-bet",
        "undefined-competency",
        "unknown-choice",
        "unknown-reference",
        "unreadable-value",
        "value-in-own-words",
        "wrong-form",
        "wrong-kind-of-value",
    }
)
"""The rules that speak up where something could not be read: what they find may be a slip or a form of one's own."""


@reported("PMC216", severity=Severity.WARNING)
def form_of_ones_own() -> None:
    """Most values of a column, or of a list, are written in a form that pmcoach does not know.

    It takes three or more that cannot be read, and at least half of those that stand there. Fewer are slips, and each
    is told where it stands, by the rule that looks after it.

    Why it matters:
        What is written alike throughout is meant so, and people will understand it. But pmcoach cannot count on it:
        these values are missing in checks, scores and calendars, and on the site.

    What to do:
        If it matters to you that they are there, write them as the finding proposes. Else leave them.

    Bad:
        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        |---|---|---|---|
        | Problem framing | Bronze | Analyze | Brief of 3 March |
        | Product strategy | Silver | Analyze | Strategy of 5 March |
        | Stakeholder leadership | Bronze | Apply | Minutes of 9 March |

    Good:
        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        |---|---|---|---|
        | Problem framing | Understand | Analyze | Brief of 3 March |
        | Product strategy | Apply | Analyze | Strategy of 5 March |
        | Stakeholder leadership | Understand | Apply | Minutes of 9 March |
    """


@reported("PMC218", severity=Severity.WARNING)
def value_in_own_words() -> None:
    """Where a level, a day, a number or the like belongs, something is told in words from which none can be taken.

    So is one that stands beside others (`1 December or 8 December`). What is short, and nearly such a value, is a slip,
    and an error (`not-a-level`, `unreadable-value`).

    Why it matters:
        A person understands it, and pmcoach cannot count on it: the value is missing in checks, scores and calendars.

    What to do:
        Begin with the value, and say the rest behind it: `Apply, and in calm weeks more`.

    Bad:
        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        |---|---|---|---|
        | Problem framing | does it well in calm weeks | Analyze | Brief of 3 March |

    Good:
        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        |---|---|---|---|
        | Problem framing | Apply, and in calm weeks more | Analyze | Brief of 3 March |
    """
