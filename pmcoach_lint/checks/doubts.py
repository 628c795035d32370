"""Whether what a document lacks may stand in it after all: in something of the same part that nothing reads."""

from __future__ import annotations

from collections.abc import Collection

from pmcoach_lint.checks.unread import Unread, unread
from pmcoach_lint.document import Document
from pmcoach_lint.names import small
from pmcoach_lint.nearest import in_a_row
from pmcoach_lint.syntax.source import Offence, Span

_MOST_NAMED = 3
DOUBT = "As far as it can be read,"
"""How the message of a finding begins that something may be told where nothing reads it."""


def doubt(document: Document, parts: Collection[str], span: Span) -> str | None:
    """The question whether what is missing is told in something that nothing reads; None where there is no such thing.

    A name that is only misspelt raises no doubt.

    Args:
        document: the document.
        parts: the names of the parts in which it would stand; with none, it is that which holds `span`.
        span: where it is said to be missing.
    """
    if not parts:
        place = document.whereabouts.at(span)
        parts = (str(place[0][0]),) if place and place[0] else ()
    found = [each for each in unread_within(document, parts) if not each.near]
    if not found:
        return None
    line = document.source.position(found[0].span[0]).line
    if len(found) == 1:
        return f"Nothing reads the {found[0].what} “{found[0].name}” (line {line}): is it told there?"
    more = [f"{len(found) - _MOST_NAMED} more"] if len(found) > _MOST_NAMED else []
    names = in_a_row([*(f"“{each.name}”" for each in found[:_MOST_NAMED]), *more])
    return f"Nothing reads {names} (from line {line} on): is it told there?"


def doubted(document: Document, parts: Collection[str] | None, offence: Offence) -> Offence:
    """An offence that something is missing, put as a question where it may be told in something that nothing reads.

    Args:
        document: the document.
        parts: the names of the parts in which it would stand, as `doubt` has them; None where there is no telling.
        offence: the offence.
    """
    question = None if parts is None else doubt(document, parts, offence.span)
    if not (question or offence.unsure):
        return offence
    message = f"{DOUBT} {small(offence.message)}"
    return offence._replace(message=message, hint=f"{question or ''} {offence.hint or ''}".strip() or None, unsure=True)


def unread_within(document: Document, parts: Collection[str]) -> list[Unread]:
    """What is not read in the parts of a document that have these names."""
    known: list[Unread] | None = document.views.get(unread_within)
    if known is None:
        known = document.views[unread_within] = [*unread(document)]
    return [each for each in known if each.part in parts]
