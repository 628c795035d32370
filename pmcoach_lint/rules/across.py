"""What rules that look across documents need: the words for a place in one of them."""

from __future__ import annotations

from pmcoach_lint.checks.words import spot
from pmcoach_lint.doctypes import ENGAGEMENT
from pmcoach_lint.document import Document
from pmcoach_lint.readers.text import plain
from pmcoach_lint.syntax.source import Mention, Offence
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.workspace import Workspace

_QUOTED = 60


def offence(
    document: Document, path: Path, message: str, hint: str, related: tuple[Mention, ...] = (), near: str | None = None
) -> Offence:
    """An offence at the value at `path` of `document`; `near` is what was likely meant to stand there."""
    return Offence(spot(document, path), message, hint, near, related, document.source)


def mention(document: Document, path: Path, words: str) -> Mention:
    """The value at `path` of `document` as another place that an offence speaks of."""
    return Mention(spot(document, path), words, document.source)


def last_phase(workspace: Workspace) -> Mention | None:
    """Where the engagement says that it is in the last phase of the workflow; None while it is not."""
    engagement = workspace.only(ENGAGEMENT)
    said = engagement.data.get("phase") if engagement else None
    phase = workspace.standards.phase(said) if said else None
    if engagement is None or phase is None or phase.number < len(workspace.standards.phases):
        return None
    return mention(engagement, ("phase",), f"phase {phase.number}")


def written(document: Document, path: Path) -> str:
    """What stands at the value at `path`, as it is written, without marks of emphasis."""
    return plain(document.text[slice(*spot(document, path))])


def short(text: str) -> str:
    """A text as it is quoted in a message: the beginning of a long one."""
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED].rsplit(' ', 1)[0]} …"
