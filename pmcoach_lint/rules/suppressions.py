"""Rules about the comments by which authors let findings pass."""

from __future__ import annotations

from pmcoach_lint.finding import Severity
from pmcoach_lint.rules.registry import reported


@reported("PMC020", severity=Severity.WARNING, last=True)
def unused_suppression() -> None:
    """A comment lets a finding pass that is not there.

    Why it matters:
        It would let the next one pass as well, and nobody would know.

    What to do:
        Delete the comment, or the name of the rule in it.

    Bad:
        ---
        type: coaching-pack
        start: 2026-10-05  # pmcoach: ignore PMC209 -- agreed with the PM
        ---

    Good:
        ---
        type: coaching-pack
        start: 2026-13-40  # pmcoach: ignore PMC209 -- the day is not fixed yet
        ---
    """


@reported("PMC021", last=True)
def suppression_without_reason() -> None:
    """A comment is to let a finding pass and does not say why.

    Such a comment has no effect.

    Why it matters:
        Whoever reads the pack next cannot tell whether it was a decision or a way around one.

    What to do:
        Add the reason behind a dash, one or two: `<!-- pmcoach: ignore PMC209 -- the day is not fixed yet -->`.

    Bad:
        ---
        type: coaching-pack
        start: 2026-13-40  # pmcoach: ignore PMC209
        ---

    Good:
        ---
        type: coaching-pack
        start: 2026-13-40  # pmcoach: ignore PMC209 -- the day is not fixed yet
        ---
    """


@reported("PMC022", last=True)
def unreadable_suppression() -> None:
    """A comment speaks to pmcoach and cannot be read, or names a rule that there is none of.

    Why it matters:
        It has no effect, though its author believes that it has.

    What to do:
        Write `ignore` or `ignore-file`, the rules by code or name, and the reason.

    Bad:
        ---
        type: coaching-pack
        start: 2026-13-40  # pmcoach: skip this line
        ---

    Good:
        ---
        type: coaching-pack
        start: 2026-13-40  # pmcoach: ignore impossible-date -- the day is not fixed yet
        ---
    """
