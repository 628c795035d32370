"""The parts of a document: whether each is there, and says something."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import Role
from pmcoach_lint.coaching.alone import left_out
from pmcoach_lint.document import Document
from pmcoach_lint.nearest import nearest
from pmcoach_lint.regex import regex
from pmcoach_lint.rules.leftovers import wrapped_document
from pmcoach_lint.rules.registry import rule
from pmcoach_lint.syntax.source import Offence, Span

_NUMBER = regex(r"(?:part\s+)?(?P<number>\d{1,2})\s*(?:[).:–—-]|\Z)", re.IGNORECASE)
_TOP = 2
"""The level of heading down to which one may head a part."""


def parts(document: Document) -> list[Binding]:
    """The parts that a document of this type has, in their order."""
    binding = document.binding
    return [field for name, field in binding.fields.items() if field.is_section and name in binding.required]


def numbered(document: Document, part: Binding) -> str:
    """The name of a part in a sentence, with its number where the parts of its type are numbered."""
    named = f"“{part.title}”"
    return f"part {parts(document).index(part) + 1}, {named}" if _has_numbers(document) else f"the part {named}"


def _has_numbers(document: Document) -> bool:
    return bool(document.binding.numbered_parts)


def sentence(document: Document, part: Binding, what: str) -> str:
    """The sentence that says `what` of a part."""
    name = numbered(document, part)
    return f"{name[:1].upper()}{name[1:]}{',' if _has_numbers(document) else ''} {what}."


def _as_heading(document: Document, part: Binding) -> str:
    """The heading of a part as it is to be written."""
    return f"“## {document.binding.heading_of(part.name)}”"


@rule("PMC301", severity=None)
def missing_part(document: Document) -> Iterator[Offence]:
    """A part of the document is missing.

    Headings may be numbered or not, and have more than one name; extra parts are welcome. A development plan that is
    meant to stand alone, and says so above it, needs none of the others: “Development plan. This is no HR document.”
    A pack that is to have some parts alone says so in its front matter: `parts: [plan, cadence]`. Part 7 it has always.

    Why it matters:
        The parts build on each other. A plan without an assessment answers a question that nobody asked.

    What to do:
        Add the part under the heading that the finding names. `pmcoach new coaching-pack` shows all of them.

    Bad:
        ## 1) Definition of “Good PM”

        A good PM here frames problems before solutions.

        ## 2) Current Assessment

        To come.

        ## 3) Shared Vision

        To come.

        ## 5) Coaching Cadence + Session Toolkit

        To come.

        ## 6) Follow-up Tracker + Review Plan

        To come.

        ## 7) Risks / Open questions / Next steps

        To come.

    Good:
        ## 1) Definition of “Good PM”

        A good PM here frames problems before solutions.

        ## 2) Current Assessment

        To come.

        ## 3) Shared Vision

        To come.

        ## 4) Development Plan

        To come.

        ## 5) Coaching Cadence + Session Toolkit

        To come.

        ## 6) Follow-up Tracker + Review Plan

        To come.

        ## 7) Risks / Open questions / Next steps

        To come.
    """
    expected = parts(document)
    needed = [part for part in expected if not document.binding.excuses(part.name, document.data)]
    missing = [part for part in needed if (part.name,) not in document.keys and part.name not in document.data]
    if missing and (left := left_out(document)):
        missing = [part for part in missing if part.name not in left]
    if not missing:
        return
    if len(missing) == len(needed) > 1 and next(iter(wrapped_document(document)), None):
        return  # all of it is in a block of code
    if len(missing) == len(needed) > 1:
        first = document.source.line_span(document.body)
        message = f"None of the {len(expected)} parts of a {document.binding.schema['title']} is here."
        hint = f"They are: {', '.join(part.title for part in expected)}."
        yield Offence(first, message, hint)
        return
    for part in missing:
        yield _missing_part(document, expected, part)


def _missing_part(document: Document, expected: list[Binding], part: Binding) -> Offence:
    """The offence of one missing part, at a heading that may be it, or at the place where it belongs."""
    number = expected.index(part)
    message = sentence(document, part, "is missing")
    known = document.binding.by_key
    spare = {
        piece.keys[0]: piece.text
        for piece in document.pieces
        if piece.role is Role.HEADING and not any(key in known for key in piece.keys)
    }
    near = next((key for name in part.names if (key := nearest(name.key, spare, cutoff=0.8))), None)
    found = spare[near] if near else _with_number(document, number + 1) or _by_content(document, part)
    if found:
        heading = document.text[slice(*found)]
        return Offence(found, message, f"Is it “{heading}”? Then call it “{part.written_name}”.")
    after = next((later for later in expected[number + 1 :] if (later.name,) in document.keys), None)
    if after:
        place = f"It belongs before this heading, as {_as_heading(document, part)}."
        return Offence(document.keys[(after.name,)], message, place)
    end = len(document.text.rstrip())
    hint = f"It belongs at the end, as {_as_heading(document, part)}."
    return Offence(document.source.line_span(max(end - 1, 0)), message, hint)


def _with_number(document: Document, number: int) -> Span | None:
    """The heading that bears the number of a part and none of the names; None where there is none."""
    if not _has_numbers(document):
        return None
    known = document.binding.by_key
    for piece in document.pieces:
        if piece.role is Role.HEADING and piece.level <= _TOP and not any(key in known for key in piece.keys):
            match = _NUMBER.match(document.text, *piece.text)
            if match and int(match["number"]) == number:
                return piece.text
    return None


def _by_content(document: Document, part: Binding) -> Span | None:
    """The heading without the name of a part below which most of what belongs to this one is named; None if none is."""
    known, heading = document.binding.by_key, None
    told: dict[Span, set[str]] = {}
    for piece in document.pieces:
        if piece.role is Role.HEADING and piece.level <= _TOP:
            heading = None if any(key in known for key in piece.keys) else piece.text
        elif heading:
            uses = (use for key in piece.keys for use in part.by_key.get(key, ()))
            told.setdefault(heading, set()).update(use.name for use in uses if part.fields[use.name].is_section)
    best = max(told, key=lambda heading: len(told[heading]), default=None)
    return best if best and len(told[best]) > 1 else None


@rule("PMC302", severity=None)
def empty_part(document: Document) -> Iterator[Offence]:
    """A part has a heading and nothing below it.

    Why it matters:
        A heading alone looks finished in a table of contents.

    What to do:
        Fill the part in; while it is not known, say so in a sentence.

    Bad:
        ## 6) Follow-up Tracker + Review Plan

        ## 7) Risks / Open questions / Next steps

        ### Risks

        - The roadmap may change in week 3.

    Good:
        ## 7) Risks / Open questions / Next steps

        ### Risks

        - The roadmap may change in week 3.
    """
    for part in parts(document):
        at = (part.name,)
        if document.binding.excuses(part.name, document.data) or document.is_settled(at):
            continue
        if at in document.keys and part.name not in document.data:
            message = sentence(document, part, "is empty")
            yield Offence(document.keys[at], message, part.schema.get("description"))
