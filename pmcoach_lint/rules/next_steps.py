"""Whether next steps have somebody and a day, and risks something that is done about them."""

from __future__ import annotations

from collections.abc import Iterator

from pmcoach_lint.coaching.parts import nodes_at
from pmcoach_lint.document import Document
from pmcoach_lint.language.left_open import is_nobody, no_agenda_in, no_day_in, no_response_in, nobody_in
from pmcoach_lint.language.said import said_at, text_at
from pmcoach_lint.rules.offences import Offences
from pmcoach_lint.rules.registry import rule
from pmcoach_lint.syntax.source import Offence

_OWNERS = ("closing.next_steps.owner", "follow_up.tracker.owner", "next_steps.owner", "frameworks.user")
_STEPS = ("closing.next_steps.step", "next_steps.step")


@rule("PMC773", severity=None)
def step_left_open(document: Document) -> Offences:
    """A next step is nobody's (`team`, `nobody yet`), is for some time, or is a session whose agenda is still to come.

    So is a row of the tracker, or a framework that is handed over, that is nobody's.

    Why it matters:
        What is everybody's is nobody's, and what is for some time soon is for later. A first session without an agenda
        is filled with what happened this week.

    What to do:
        Name one person and one day; of a session, the piece of work that is looked at and the questions.

    Bad:
        ## 7) Risks / Open questions / Next steps

        ### Next steps

        - lead-02 tells the director about the cycle some time soon

    Good:
        ## 7) Risks / Open questions / Next steps

        ### Next steps

        - lead-02 tells the director about the cycle by Friday, 9 October
    """
    for owner in said_at(document, *_OWNERS):
        if is_nobody(owner.text):
            message = f"“{owner.text}” is nobody who could be asked about it."
            yield Offence(owner.span(0, len(owner.text)), message, "Name one person; others may help.")
    for step in said_at(document, *_STEPS):
        yield from _left_open(document, step.path, step.text, step.start)


def _left_open(document: Document, path: tuple[str | int, ...], step: str, start: int) -> Iterator[Offence]:
    """What a step leaves open, once."""
    has_day = any((*path[:-1], name) in document.values for name in ("due", "by"))
    if span := no_agenda_in(step):
        message, hint = "has a session begin without an agenda", "Name the piece of work and the questions for it."
    elif span := None if has_day else no_day_in(step):
        message, hint = "is no day by which anybody could see that this is done", "Name a day."
    elif span := nobody_in(step):
        message, hint = "is nobody who could be asked about it", "Name one person; others may help."
    else:
        return
    yield Offence((start + span[0], start + span[1]), f"“{step[slice(*span)]}” {message}.", hint)


@rule("PMC774", severity=None)
def risk_without_response(document: Document) -> Offences:
    """A risk says that nothing can be done about it.

    Why it matters:
        Whether it comes is not in anybody's hands. What is done then is: which bet waits, which rep gets smaller.

    What to do:
        Say what is done when it comes, and by what that is noticed.

    Bad:
        ## 7) Risks / Open questions / Next steps

        ### Risks

        - The board may change its mind in January; there is nothing one can do

    Good:
        ## 7) Risks / Open questions / Next steps

        ### Risks

        - The board may change its mind in January; then the second bet waits, and the reps go on with the old plan
    """
    for risk in nodes_at(document, ("closing", "risks")):
        for name in ("mitigation", "risk"):
            if risk.at(name) in document.values and isinstance(risk.value.get(name), str):
                said = text_at(document, risk.at(name))
                if span := no_response_in(said.text):
                    message = f"“{said.text[slice(*span)]}” leaves the risk to itself."
                    yield Offence(said.span(*span), message, "Say what is done when it comes.")
                break
