"""Whether a cadence has the PM's work looked at: on days of its own, or in each session."""

from __future__ import annotations

import re

from pmcoach_lint.checks.words import value_at
from pmcoach_lint.coaching.parts import AGENDA, REVIEWS, Node, nodes_at
from pmcoach_lint.document import Document
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.yaml_marks import Path

_IN_PASSING: tuple[Path, ...] = tuple(("cadence", name) for name in ("pre_work", "rhythm", "feedback"))
_WORK = regex(
    r"\b(?:art[ei]facts?|work|drafts?|briefs?|memos?|notes?|doc(?:ument)?s?|decks?|slides|specs?|prds?|rfcs?|narratives?"
    r"|one-pagers?|pre-reads?|write-?ups?|reports?|proposals?|outlines?|recordings?|transcripts?|cards?|maps?|logs?|lists?"
    r"|files?|sheets?|boards?|sketch(?:es)?|prototypes?|walk-?throughs?|calls?|interviews?|deliverables?"
    r"|replays?|experiments?|analys[ie]s|stor(?:y|ies))\b",
    re.IGNORECASE,
)
"""What people look at when they look at work, in the words in which agendas name it: kinds of artifacts."""


def work_on_agenda(pack: Document) -> tuple[Node, ...]:
    """The parts of the agenda in which a piece of work is looked at: `one artifact, 20 min`."""
    return tuple([node for node in nodes_at(pack, AGENDA) if _WORK.search(node.text("item"))])


def work_reviewed(pack: Document) -> bool:
    """Whether part 5 says when work is looked at: at review points, in the agenda, or in what is sent before."""
    if nodes_at(pack, REVIEWS) or work_on_agenda(pack):
        return True
    return any(_WORK.search(str(value_at(pack, path) or "")) for path in _IN_PASSING)
