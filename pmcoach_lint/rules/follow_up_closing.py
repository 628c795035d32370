"""Whether a pack says what is changed when it does not work, and what has come of it."""

from __future__ import annotations

from pmcoach_lint.checks.words import value_at
from pmcoach_lint.coaching.denials import ends_open
from pmcoach_lint.coaching.parts import LEVELS, REACHED, REVIEW_PLAN, TRACKER, nodes_at
from pmcoach_lint.coaching.vague import ADJUSTED
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Severity
from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.rules.offences import Offences, offence
from pmcoach_lint.rules.registry import rule


@rule("PMC766", severity=None)
def adjustment_left_open(document: Document) -> Offences:
    """How the plan is adjusted says no more than that it will be when that is needed, or that one will see.

    Why it matters:
        Nobody notices the moment in which it is needed. A plan without a sign to look for and a change to make goes on
        until the cycle is over.

    What to do:
        Name what would be seen, and what is changed then: the rep, the case, the load, and last of all the target.

    Bad:
        ## 6) Follow-up Tracker + Review Plan

        **How and when we adjust:** We will adjust the plan as needed.

    Good:
        ## 6) Follow-up Tracker + Review Plan

        **How and when we adjust:** After two rows at risk in a row the rep is changed; the target only in week 4.
    """
    path = ("follow_up", "adjust")
    text = value_at(document, path)
    if isinstance(text, str) and (ends_open(text) or ADJUSTED.is_all_of(text)):
        message = f"“{text.strip(' .')}” says neither when nor what is changed."
        hint = "Name what would be seen, and what is changed then: “two rows at risk in a row: halve the reps”."
        yield offence(document, path, message, hint)


@rule("PMC767", severity=Severity.WARNING)
def closed_without_levels(document: Document) -> Offences:
    """A pack is completed, and nothing says which levels were reached.

    Why it matters:
        The next pack begins with a level that somebody remembers. What eight weeks have brought is told by holding the
        level at the end, and what shows it, beside the one at the start.

    What to do:
        Write “Levels reached” into part 6, with the evidence; `pmcoach next-cycle` asks for them and writes it.

    Bad:
        ---
        type: coaching-pack
        status: completed
        ---

        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        |---|---|---|---|
        | Problem framing | Apply | Analyze | Brief of 3 March names one cause |

        ## 6) Follow-up Tracker + Review Plan

        **How progress is judged:** By the score of each brief

    Good:
        ---
        type: coaching-pack
        status: completed
        ---

        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        |---|---|---|---|
        | Problem framing | Apply | Analyze | Brief of 3 March names one cause |

        ## 6) Follow-up Tracker + Review Plan

        ### Levels reached

        | Competency | Start | Reached | Evidence |
        |---|---|---|---|
        | Problem framing | Apply | Analyze | Two briefs with 7 of 8 |
    """
    if document.status != "completed":
        return
    reached = value_at(document, REACHED) or ("follow_up" in document.data and _ends_with_levels(document))
    if value_at(document, LEVELS) and not reached:
        message = "The pack is completed, and nothing says which levels were reached."
        hint = "Write “### Levels reached” into part 6: competency, start, reached, and what shows it."
        yield offence(document, ("status",), message, hint)


def _ends_with_levels(document: Document) -> bool:
    """Whether the last row of the tracker or the last review tells a level, in any column, or the assessment does."""
    head = document.keys.get((*LEVELS, 0, "current"))
    if head and _AT_THE_END.search(document.text, *head):
        return True
    last = [nodes[-1] for nodes in (nodes_at(document, TRACKER), nodes_at(document, REVIEW_PLAN)) if nodes]
    spans = [document.values[node.path] for node in last if node.path in document.values]
    return any(_LEVEL.search(document.standing, *span) for span in spans)


_LEVEL = regex(r"\b(?:Know|Understand|Apply|Analy[sz]e|Synthesi[sz]e|Evaluate|Create)\b|\b[A-Z][a-z]{0,2}\s?\([1-6]\)")
_AT_THE_END = anycase(r"\b(?:end|after|close|closing|final|reached)\b")
_RECORDED = ("decision", "seen", "measures")
"""What a review says of what came of it, be it that the place for it is still blank."""


_TOLD = 12
"""A review of more words tells what came of it, or by what it goes."""


@rule("PMC768", severity=None, within=("follow_up",))
def progress_not_recorded(document: Document) -> Offences:
    """There are reviews, and no tracker and no place beside them where anybody writes down what came of it.

    A tracker with a row for each session is one way, a column for the outcome in the table of the reviews another.

    Why it matters:
        At the end nobody remembers week 3. What was written down at the time shows what moved the PM, and what did not.

    What to do:
        Keep a tracker with a row for each week, or give the reviews a column “Outcome”.

    Bad:
        ---
        type: coaching-pack
        ---

        ## 6) Follow-up Tracker + Review Plan

        | Date | Review |
        |---|---|
        | 2026-10-29 | Two briefs against the ladder |

    Good:
        ---
        type: coaching-pack
        ---

        ## 6) Follow-up Tracker + Review Plan

        | Date | Review | Outcome |
        |---|---|---|
        | 2026-10-29 | Two briefs against the ladder | |
    """
    reviews = nodes_at(document, REVIEW_PLAN)
    is_kept = bool(nodes_at(document, TRACKER)) or TRACKER in document.values or TRACKER in document.keys
    if not reviews or is_kept or document.is_settled(TRACKER):
        return
    recorded = any(node.at(name) in document.values for node in reviews for name in _RECORDED)
    recorded = recorded or any(len(node.text("review").split()) > _TOLD for node in reviews)
    if not recorded and not _has_free_column(document):
        message = "There is no tracker, and no place beside the reviews for what came of them."
        hint = "Keep a tracker with a row for each week, or give the reviews a column “Outcome”."
        yield offence(document, REVIEW_PLAN, message, hint)


def _has_free_column(document: Document) -> bool:
    """Whether a table of part 6 has a column that nothing reads: a tracker in words or in a form of its author's."""
    start, end = document.values[REVIEW_PLAN[:1]]
    read = {span for path, span in document.keys.items() if path[:1] == REVIEW_PLAN[:1]}
    headers = [piece.table.header for piece in document.pieces if piece.table and start <= piece.text[0] < end]
    return any(len(header) > sum(header[0][0] <= at < header[-1][1] for at, _ in read) for header in headers if header)
