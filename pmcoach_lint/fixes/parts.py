"""Whole parts: put in order, and added where they are missing."""

from __future__ import annotations

from collections.abc import Iterator

from pmcoach_lint.binding.outline import Role
from pmcoach_lint.coaching.expected import absent_parts, parts
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Finding
from pmcoach_lint.fixes.proposal import Proposal
from pmcoach_lint.generate.scaffold import scaffold_part
from pmcoach_lint.nearest import single_inside
from pmcoach_lint.rules.structure import meant_heading
from pmcoach_lint.tuples import NamedTuple

ORDER = "misplaced-part"
MISSING = "missing-part"


class Part(NamedTuple):
    """A part of a document: its name in the schema, its place among the parts of its type, and where it stands."""

    name: str
    title: str
    number: int
    start: int
    end: int


def parts_of(document: Document) -> list[Part]:
    """The parts of a document that stand under headings, in the order of the text; none if one has no heading.

    A part reaches to the next one, the last one to the next heading that is as high.
    """
    names = {
        document.keys[(name,)]: (number, field)
        for number, (name, field) in enumerate(document.binding.fields.items())
        if field.is_section and (name,) in document.keys
    }
    headings = [piece for piece in document.pieces if piece.role == Role.HEADING]
    starts = [document.source.line_span(piece.text[0])[0] for piece in headings]
    own = [index for index, piece in enumerate(headings) if piece.text in names]
    if not own or len(own) < len(names):
        return []
    level = headings[own[-1]].level
    after = (start for start, piece in zip(starts, headings, strict=True) if piece.level <= level)
    last = next((start for start in after if start > starts[own[-1]]), len(document.text))
    ends = [*(starts[index] for index in own[1:]), last]
    return [
        Part(field.name, field.title, number, starts[index], end)
        for index, end in zip(own, ends, strict=True)
        for number, field in [names[headings[index].text]]
    ]


def in_order(document: Document, findings: tuple[Finding, ...]) -> Iterator[Proposal]:
    """The parts in the order of their type, where one of them is misplaced.

    What stands between two parts under a heading of its own moves with the part before it.
    """
    if not any(finding.rule == ORDER for finding in findings):
        return
    found = parts_of(document)
    if len(found) < 2:
        return
    sorted_parts = sorted(found, key=lambda part: part.number)
    texts = [document.text[part.start : part.end].rstrip() for part in sorted_parts]
    span = (found[0].start, found[-1].end)
    tail = document.text[span[0] : span[1]]
    ending = tail[len(tail.rstrip()) :]
    moved = next(part for part, should in zip(found, sorted_parts, strict=True) if part != should)
    message = f"“{moved.title}” and what belongs before it, in order"
    yield Proposal(message, ((span, "\n\n".join(texts) + ending),), safe=True, keeps_data=True)


def missing(document: Document, findings: tuple[Finding, ...]) -> Iterator[Proposal]:
    """The parts that are missing, blank, each behind the one that stands before it in its type.

    None for which a heading may be meant that the document has under another name.
    """
    if document.doctype is None or not any(finding.rule == MISSING for finding in findings):
        return
    found = parts_of(document)
    if not found:
        return
    expected = parts(document)
    ends_open = not document.text.endswith("\n\n")
    for field in absent_parts(document):
        number = expected.index(field)
        if meant_heading(document, field, number + 1):
            continue
        at = _place(found, {part.name for part in expected[:number]})
        text = scaffold_part(document.doctype, field.name).rstrip()
        if at == len(document.text):
            text, ends_open = f"{chr(10) * ends_open}{text}\n", True
        else:
            text = f"{text}\n\n"
        message = f"{single_inside(f'“{field.title}”')} to be filled in"
        yield Proposal(message, (((at, at), text),), safe=True, keeps_data=True)


def _place(found: list[Part], before: set[str]) -> int:
    """Where a part belongs: behind the last of those that stand `before` it, else in front of all others."""
    behind = [part.end for part in found if part.name in before]
    return max(behind) if behind else found[0].start
