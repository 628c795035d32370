"""Applying fixes: tried on a copy, read and checked again, refused where anything would change that was not meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pmcoach_lint.checks.words import changed
from pmcoach_lint.document import Document
from pmcoach_lint.editing.proof import Read
from pmcoach_lint.finding import Finding, Severity
from pmcoach_lint.fixes.parts import in_order, missing
from pmcoach_lint.fixes.proposal import Proposal
from pmcoach_lint.fixes.written import as_usual
from pmcoach_lint.syntax.source import Source, replaced
from pmcoach_lint.syntax.yaml_marks import Path as ValuePath
from pmcoach_lint.tuples import NamedTuple

ROUNDS = 10
"""A fix may make room for another one; after so many rounds whatever is left stays."""

TO_FILL_IN = "PMC202"
"""What is added to be filled in is found by this rule: the one finding that a fix may bring."""

Check = Callable[[Document], tuple[Finding, ...]]
Propose = Callable[[Document, tuple[Finding, ...]], Iterator[Proposal]]


def _from_findings(document: Document, findings: tuple[Finding, ...]) -> Iterator[Proposal]:
    """The fixes that findings bring: a misspelt word, a comment that lets nothing pass, a type that is not said."""
    for finding in findings:
        if finding.fix is None:
            continue
        edits = tuple((document.source.span(edit.range), edit.text) for edit in finding.fix.edits)
        (span, new), *_ = edits
        old = document.text[slice(*span)]
        added = f"“{new.strip().strip('-').strip()}” added" if new else finding.message
        done = f"“{old}” → “{new}”" if old and new else added
        yield Proposal(f"{finding.code} {done}", edits, finding.fix.safe, keeps_data=not (old and new))


STEPS: tuple[Propose, ...] = (_from_findings, as_usual, in_order, missing)
"""What proposes fixes, in the order in which they are applied: single words first, whole parts last."""


class Fixed(NamedTuple):
    """A document after fixing: its text with the byte order mark that it may have, and what was put right.

    `refused` are parts that were not added, since blank they would bring errors to a document that is no draft.
    """

    text: str
    messages: tuple[str, ...]
    refused: tuple[str, ...] = ()


class _State(NamedTuple):
    """A document and what is found in it."""

    document: Document
    findings: tuple[Finding, ...]


def fix_document(document: Document, check: Check, read: Read, *, unsafe: bool) -> Fixed:
    """Put right what can be put right in a document.

    Args:
        document: The document as it was read.
        check: Finds what is wrong with the document, or with a try that stands in its place.
        read: Reads a text as the document.
        unsafe: Whether to apply fixes that are a guess, too.

    Returns:
        The new text, equal to the old one when nothing was applied; a message for each fix in the order in which they
        were applied; and one for each missing part that was not added.
    """
    if document.doctype is None:
        return Fixed(document.source.whole, ())
    state = _State(document, check(document))
    messages: list[str] = []
    for propose in STEPS:
        for _ in range(ROUNDS):
            proposals = [one for one in propose(state.document, state.findings) if one.safe or unsafe]
            state, applied = _round(state, proposals, check, read)
            messages += [one.message for one in applied]
            if not applied:
                break
    refused = tuple(one.message for one in missing(state.document, state.findings))
    return Fixed(state.document.source.whole, tuple(messages), refused)


def _round(state: _State, proposals: list[Proposal], check: Check, read: Read) -> tuple[_State, list[Proposal]]:
    """Apply as many of the proposals as hold: of those that do not overlap all, or all that hold in their parts."""

    def tried(some: list[Proposal]) -> _State | None:
        document = read(replaced(state.document.text, [edit for one in some for edit in one.edits]))
        after = _State(document, check(document))
        return after if _holds(state, after, some) else None

    chosen = _apart(proposals)
    after = tried(chosen) if chosen else None
    if after is None and len(chosen) > 1:
        holding = _holding(chosen, tried)
        for chosen in (holding, holding[:1]):  # those that hold each need not hold together
            if chosen and (after := tried(chosen)):
                break
    return (after, chosen) if after else (state, [])  # what else there is follows in the next round, at its new place


def _holding(refused: list[Proposal], tried: Callable[[list[Proposal]], _State | None]) -> list[Proposal]:
    """Those of some proposals that hold; all of them together were `refused`."""
    if len(refused) == 1:
        return []
    half = len(refused) // 2
    parts = (refused[:half], refused[half:])
    return [one for part in parts for one in (part if tried(part) else _holding(part, tried))]


def _apart(proposals: list[Proposal]) -> list[Proposal]:
    """The proposals that do not overlap, the first of those that do."""
    chosen: list[Proposal] = []
    for proposal in sorted(proposals, key=lambda one: (one.start, one.end)):
        if not chosen or proposal.start >= chosen[-1].end:
            chosen.append(proposal)
    return chosen


def _holds(before: _State, after: _State, applied: list[Proposal]) -> bool:
    """Whether the document says what it said before, but for what the applied proposals were to change."""
    if after.document.doctype is not before.document.doctype or after.document.text == before.document.text:
        return False
    if _errors(after) - _errors(before) and all(proposal.safe for proposal in applied):
        return False
    differing = changed(before.document, after.document)
    if not differing:
        return True
    if any(proposal.keeps_data for proposal in applied):
        return all(path[0] not in before.document.data for path in differing)  # what a part brings that was not there
    lines = _edited_lines(before.document.source, applied)
    return all(_lines_at(before.document, after.document, path) & lines for path in differing)


def _errors(state: _State) -> set[tuple[str, str]]:
    return {
        (finding.code, finding.message)
        for finding in state.findings
        if finding.severity is Severity.ERROR and finding.code != TO_FILL_IN
    }


def _edited_lines(source: Source, applied: list[Proposal]) -> set[int]:
    """The lines that the proposals edit. None of them that may change data adds or removes a line."""
    lines: set[int] = set()
    for proposal in applied:
        for (start, end), _ in proposal.edits:
            lines.update(range(source.position(start).line, source.position(end).line + 1))
    return lines


def _lines_at(before: Document, after: Document, path: ValuePath) -> set[int]:
    """The lines that a value hangs on, before or after: its own, those of the names above it and of its neighbours.

    A neighbour is what stands in the same record, such as the level that a ladder's header gives.
    """
    lines: set[int] = set()
    for document in (before, after):
        ways = [path[:length] for length in range(len(path), 0, -1)]
        spans = [document.keys[way] for way in ways if way in document.keys]
        spans += [document.values[way] for way in ways if way in document.values][:1]
        spans += [span for way, span in document.values.items() if way[:-1] == path[:-1]]
        for start, end in spans:
            lines.update(range(document.source.position(start).line, document.source.position(end).line + 1))
    return lines
