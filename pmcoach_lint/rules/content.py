"""What a document leaves out, or says too much of: missing values, placeholders, lists too short or too long."""

from __future__ import annotations

from typing import Any

from pmcoach_lint.checks.alike import MOST_ALONE, few_or_one
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Severity
from pmcoach_lint.rules.offences import Offences
from pmcoach_lint.rules.registry import reported, rule


@reported("PMC201", severity=None, within=())
def missing_value() -> None:
    """Something that every document of this type needs is not there.

    Why it matters:
        What is left out, somebody else will have to guess, and everybody guesses something else.

    What to do:
        Fill it in. While you do not know it yet, keep the pack a draft and say under “Open questions” who will.

    Bad:
        ---
        type: coaching-pack
        pm: pm-07
        role: PM, Checkout
        coach: lead-02
        team: checkout
        start: 2026-10-05
        weeks: 8
        status: active
        visibility: internal
        ---

        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        |---|---|---|---|
        | Problem framing | Apply | Analyze | Brief of 3 March named one cause out of five |

        ## 4) Development Plan

        ### Bet 1: Frame first

        **Hypothesis:** If briefs are framed first, then rework falls, because causes come before solutions.

        **Weekly reps:** Write one brief (45 min)

        **Artifacts:** Brief

        **Coach commitments:** Reads one brief a week

        **Checkpoints:** Week 4: two briefs are written

    Good:
        ---
        type: coaching-pack
        pm: pm-07
        role: PM, Checkout
        coach: lead-02
        team: checkout
        start: 2026-10-05
        weeks: 8
        status: active
        visibility: internal
        ---

        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        |---|---|---|---|
        | Problem framing | Apply | Analyze | Brief of 3 March named one cause out of five |

        ## 4) Development Plan

        ### Bet 1: Frame first

        **Hypothesis:** If briefs are framed first, then rework falls, because causes come before solutions.

        **Weekly reps:** Write one brief (45 min)

        **Artifacts:** Brief

        **Coach commitments:** Reads one brief a week

        **Measurement:** Briefs that come back for rework, counted each month

        **Checkpoints:** Week 4: two briefs are written
    """


@reported("PMC217", severity=Severity.WARNING)
def missing_detail() -> None:
    """Something that a document of this type should say is not there, and nothing else hangs on it.

    Why it matters:
        Whoever was there when the document was written knows it. Somebody who takes it over, or compares it with
        others, does not.

    What to do:
        Say it, in the front matter or above the first part.

    Bad:
        ---
        type: coaching-pack
        pm: pm-07
        coach: lead-02
        start: 2026-10-05
        weeks: 8
        status: active
        visibility: internal
        ---

    Good:
        ---
        type: coaching-pack
        pm: pm-07
        role: PM, Checkout
        coach: lead-02
        team: checkout
        start: 2026-10-05
        weeks: 8
        status: active
        visibility: internal
        ---
    """


@rule("PMC202", severity=None)
def still_to_fill(document: Document) -> Offences:
    """A placeholder, or nothing, stands where a value should.

    A cell, label or heading is there and has nothing to say, or only a word that holds the place: `TBD`, `TODO`,
    `[Name]`, `<name>`, `___`, `XX%`, `...` and the like. More than five in one document are told as one finding, and so
    are those of a document in which nothing is filled in yet.

    Why it matters:
        Nobody can practise, coach or measure what is still to be decided.

    What to do:
        Fill it in. What is honestly not known yet belongs under “Open questions”, with a name and a date.

    Bad:
        ---
        type: coaching-pack
        team: TBD
        ---

    Good:
        ---
        type: coaching-pack
        team: checkout
        ---
    """
    found = {offence.span: offence for offence in reversed(document.offences.get("still-to-fill", []))}
    offences = [found[span] for span in sorted(found)]
    most = 1 if len(offences) > 1 and is_blank(document) else MOST_ALONE
    words = "{number} places are still to fill in ({lines})."
    yield from few_or_one(document, offences, words, "Begin at the top and go on from there.", most)


def is_blank(document: Document) -> bool:
    """Whether nothing is filled in below the front matter."""
    fields = document.binding.fields if document.doctype else {}
    return not any(_says(value) for name, value in document.data.items() if not fields[name].frontmatter_key)


def _says(value: Any) -> bool:
    """Whether there is any text in a value, however deep; a blank document has numbers and check boxes already."""
    if isinstance(value, dict):
        return any(map(_says, value.values()))
    return any(map(_says, value)) if isinstance(value, list) else isinstance(value, str)


@reported("PMC213", severity=Severity.WARNING)
def told_in_sentences() -> None:
    """Something that belongs into the document is not there by its name, and may be told in a form of its author's.

    A part with forty words or more that belong to nothing that is known counts as told so, and so does an
    item of a list that is one long text. With fewer words, what is missing is missing. Where one amount is asked for
    and several are told (`£22k, from March £18k`), none of them is taken.

    Why it matters:
        A person can read it, but nothing of it can be counted, compared, or held against other documents.

    What to do:
        Put a heading, a label or a column of the name that is given where it is told. The sentences may stay.

    Bad:
        ---
        type: coaching-plan
        ---

        ## Knowledge Transfer Artifacts

        The checklist hangs on the wall already, and the memo template lies in the team's folder. The guide to euro
        figures is a draft to which pm-31 adds the cases, and what remains is the view of now, next and later, which we
        draw in the last session together.

    Good:
        ---
        type: coaching-plan
        ---

        ## Knowledge Transfer Artifacts

        **Frameworks:** checklist, memo template, guide to euro figures; view of now, next and later

        **Habits:** a reflection on Fridays
    """


@reported("PMC203", severity=None, within=())
def too_few() -> None:
    """A list has fewer entries than it needs.

    Why it matters:
        An empty list is a part that was begun and not thought through.

    What to do:
        Add what is missing.
    """


@reported("PMC204")
def too_many() -> None:
    """A list has more entries than are allowed.

    Why it matters:
        Where everything has priority, nothing has.

    What to do:
        Keep those that matter most.

    Bad:
        ## 3) Shared Vision

        | Bet | Why it matters | Success signals | Timeframe |
        |---|---|---|---|
        | Frame first | Fewer reworks | Two briefs without rework | Weeks 1–8 |
        | Say no in writing | Less churn | Three answers with criteria | Weeks 1–8 |
        | Write pre-reads | Shorter meetings | Two decisions on the page | Weeks 1–8 |
        | Talk to buyers | Fewer guesses | Six notes from calls | Weeks 1–8 |

    Good:
        ## 3) Shared Vision

        | Bet | Why it matters | Success signals | Timeframe |
        |---|---|---|---|
        | Frame first | Fewer reworks | Two briefs without rework | Weeks 1–8 |
        | Say no in writing | Less churn | Three answers with criteria | Weeks 1–8 |
    """
