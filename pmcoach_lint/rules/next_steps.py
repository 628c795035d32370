"""Whether next steps have somebody and a day, and risks something that is done about them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pmcoach_lint.coaching.denials import says_none
from pmcoach_lint.coaching.vague import UNMET
from pmcoach_lint.doctypes import ASSESSMENT
from pmcoach_lint.document import Document
from pmcoach_lint.language.left_open import is_anybody, is_nobody, no_agenda_in, no_day_in, no_response_in, nobody_in
from pmcoach_lint.language.said import Said, text_at, told_at
from pmcoach_lint.rules.offences import Offences
from pmcoach_lint.rules.registry import rule
from pmcoach_lint.syntax.source import Offence, Span
from pmcoach_lint.syntax.yaml_marks import Path

_OWNERS = ("closing.next_steps.owner", "follow_up.tracker.owner", "next_steps.owner", "frameworks.user")
_MET = ("closing.risks.mitigation", "closing.risks.risk", "assessment.constraints")
_STEPS = ("closing.next_steps.step", "next_steps.step", "upcoming.what")


@rule("PMC773", severity=None)
def step_left_open(document: Document) -> Offences:
    """A next step is nobody's (`team`, `nobody yet`), is for some time, or is a session whose agenda is still to come.

    So is a row of the tracker, or a framework that is handed over, that is nobody's, and a conversation to have with
    nobody in particular.

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
    for said in _doubtful(document, is_nobody, *_OWNERS):
        message = f"“{said.text}” is nobody who could be asked about it."
        yield Offence(said.span(0, len(said.text)), message, "Name one person; others may help.")
    for said in _doubtful(document, is_anybody, "repositioning.conversation.with") if document.is_a(ASSESSMENT) else ():
        message = f"“{said.text}” is nobody in particular."
        yield Offence(said.span(0, len(said.text)), message, "Name the one person who can say yes.")
    for path, step in told_at(document, *_STEPS):
        if _left_open(document, path, step) and path in document.values:
            said = text_at(document, path)
            if found := _left_open(document, path, said.text):
                span, message, hint = found
                yield Offence(said.span(*span), f"“{said.text[slice(*span)]}” {message}.", hint)


def _doubtful(document: Document, is_so: Callable[[str], bool], *places: str) -> Iterator[Said]:
    """The texts at some places of which something is so."""
    return (
        text_at(document, path) for path, told in told_at(document, *places) if is_so(told) and path in document.values
    )


def _left_open(document: Document, path: Path, step: str) -> tuple[Span, str, str] | None:
    """What a step leaves open, with what is wrong with it and what to do."""
    if span := no_agenda_in(step):
        return span, "has a session begin without an agenda", "Name the piece of work and the questions for it."
    if (span := no_day_in(step)) and not any((*path[:-1], name) in document.values for name in ("due", "by")):
        return span, "is no day by which anybody could see that this is done", "Name a day."
    if span := nobody_in(step):
        return span, "is nobody who could be asked about it", "Name one person; others may help."
    return None


@rule("PMC774", severity=None)
def risk_without_response(document: Document) -> Offences:
    """A risk, or a constraint, says that nothing can be done about it, or what is felt about it and not what is done.

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
    for path, risk in told_at(document, *_MET):
        is_unmet = path[-1] == "mitigation" and (UNMET.is_all_of(risk) or says_none(risk))
        if not (is_unmet or no_response_in(risk)) or path not in document.values:
            continue
        said = text_at(document, path)
        is_met = path[-1] == "risk" and (*path[:-1], "mitigation") in document.values
        if (span := (0, len(said.text)) if is_unmet else no_response_in(said.text)) and not is_met:
            message = f"“{said.text[slice(*span)]}” leaves {'it' if path[0] == 'assessment' else 'the risk'} to itself."
            yield Offence(said.span(*span), message, "Say what is done when it comes.")
