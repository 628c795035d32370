"""Whether a cadence has the PM's work looked at: on days of its own, or in each session."""

from __future__ import annotations

from collections.abc import Iterator

from pmcoach_lint.checks.words import value_at
from pmcoach_lint.coaching.parts import AGENDA, REVIEWS, Node, nodes_at
from pmcoach_lint.document import Document
from pmcoach_lint.regex import anycase
from pmcoach_lint.syntax.yaml_marks import Path

_IN_PASSING: tuple[Path, ...] = tuple(("cadence", name) for name in ("pre_work", "rhythm", "feedback"))
_WORK = anycase(
    r"\b(?:art[ei]facts?|work|drafts?|briefs?|memos?|notes?|doc(?:ument)?s?|decks?|slides|specs?|prds?|rfcs?|narratives?"
    r"|one-pagers?|pre-reads?|write-?ups?|reports?|proposals?|outlines?|recordings?|transcripts?|cards?|maps?|logs?|lists?"
    r"|files?|sheets?|boards?|sketch(?:es)?|prototypes?|walk-?throughs?|calls?|interviews?|deliverables?"
    r"|replays?|experiments?|analys[ie]s|stor(?:y|ies)|walks?|demos?|tapes?|critiques?"
    r"|(?:look|go|watch|listen|read)(?:s|es|ing)? (?:at|through|over|to|aloud|it|them|\d+ minutes))\b"
)
"""What people look at when they look at work, in the words in which agendas name it: kinds of artifacts."""

_READ = anycase(
    r"\b(?:re)?(?:reads?|reviews?|scores?|comments?|feedback)\b|\b(?:looks?|goes|walks?) (?:at|through|over)\b"
)
_WHEN = anycase(
    r"\b(?:each|every|weekly|fortnightly|bi-?weekly|monthly|(?:a|per) (?:week|fortnight|month)|within|hours?|days?"
    r"|weeks?|(?:mon|tues|wednes|thurs|fri)days?)\b"
)


def work_on_agenda(pack: Document) -> tuple[Node, ...]:
    """The parts of the agenda in which a piece of work is looked at: `one artifact, 20 min`."""
    return tuple([node for node in nodes_at(pack, AGENDA) if _WORK.search(node.text("item"))])


def work_reviewed(pack: Document) -> bool:
    """Whether a pack says when work is looked at.

    Part 5 says it at review points, in the agenda, or in what is sent before; or the coach promises it in the plan.
    """
    if nodes_at(pack, REVIEWS) or work_on_agenda(pack):
        return True
    if any(_WORK.search(str(value_at(pack, path) or "")) for path in _IN_PASSING):
        return True
    return any(_READ.search(promise) and _WHEN.search(promise) for promise in _promises(pack))


def _promises(pack: Document) -> Iterator[str]:
    """What the coach has promised for each bet, and for all of them."""
    for holder in (value_at(pack, ("plan",)), *(node.value for node in nodes_at(pack, ("plan", "bets")))):
        if isinstance(holder, dict):
            yield from map(str, holder.get("commitments", ()))
