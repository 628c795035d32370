"""The parts of a document: whether each is there, and says something."""

from __future__ import annotations

from collections.abc import Iterator

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import Piece, Role
from pmcoach_lint.checks.alike import as_one
from pmcoach_lint.checks.headings import holds_parts
from pmcoach_lint.coaching.expected import absent_parts, needed_parts, parts
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Together
from pmcoach_lint.names import name_keys, with_article
from pmcoach_lint.nearest import in_a_row, nearest
from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.rules.leftovers import wrapped_document
from pmcoach_lint.rules.offences import Offences
from pmcoach_lint.rules.registry import rule
from pmcoach_lint.syntax.source import Offence, Span

_NUMBER = anycase(r"(?:part\s+)?(?P<number>\d{1,2})\s*(?:[).:–—-]|\Z)")
_PLAIN_LINE = regex(r"(?m)^ {0,3}(?P<words>[^\s#|>*•+`-][^\r\n|]{2,79}?)[ \t]*\r?$")
_HEADING_LINE = regex(r"(?m)^ {0,3}#{1,3}\s")
_ALIKE = 0.8
_TOP = 2
"""The level of heading down to which one may head a part."""


def numbered(document: Document, part: Binding) -> str:
    """The name of a part in a sentence, with its number where the parts of its type are numbered."""
    named = f"“{part.title}”"
    return (
        f"part {parts(document).index(part) + 1}, {named}" if document.binding.numbered_parts else f"the part {named}"
    )


def sentence(document: Document, part: Binding, what: str) -> str:
    """The sentence that says `what` of a part."""
    name = numbered(document, part)
    return f"{name[:1].upper()}{name[1:]}{',' if document.binding.numbered_parts else ''} {what}."


@rule("PMC301", severity=None)
def missing_part(document: Document) -> Offences:
    """A part of the document is missing.

    Headings may be numbered or not, and have more than one name; extra parts are welcome. A development plan that is
    meant to stand alone, and says so above it, needs none of the others: “Development plan. This is no HR document.”
    A pack that is to have some parts alone says so in its front matter: `parts: [plan, cadence]`. Part 7 it has always.
    Where each bet tells its reps itself, part 4 may be left out.
    Where a heading stands at the place of a missing part, and nothing is read below it, the hint asks whether it is
    that.

    Why it matters:
        The parts build on each other: what one of them leaves out, the next one takes for granted.

    What to do:
        Add the part under the heading that the finding names. `pmcoach new coaching-pack` shows all of them. In a draft
        `pmcoach lint --fix` adds it blank; elsewhere only where that brings no error but places to be filled in.

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
    needed = needed_parts(document)
    missing = absent_parts(document)
    if not missing:
        return
    if len(missing) == len(needed) > 1 and next(iter(wrapped_document(document)), None):
        return  # all of it is in a block of code
    missing = _not_swallowed(document, expected, missing)
    plain = _as_plain_text(document, expected, missing)
    if plain:
        yield _plain(document, plain)
    elif len(missing) == len(needed) > 1:
        first = document.source.line_span(_begin_of_text(document))
        message = f"None of the {len(expected)} parts of {with_article(document.binding.schema['title'])} is here."
        hint = f"They are: {', '.join(part.title for part in expected)}."
        yield Offence(first, message, hint)
    if len(missing) < len(needed) or len(missing) == 1:
        yield from _missing_parts(document, expected, [part for part in missing if part.name not in plain])


def _not_swallowed(document: Document, expected: list[Binding], missing: list[Binding]) -> list[Binding]:
    """Those of the `missing` parts that do not stand in a block of code which is never closed, and is told of."""
    fence = next(iter(wrapped_document(document)), None)
    if fence is None or not _HEADING_LINE.search(document.text, fence.span[1]):
        return missing
    places = [document.keys.get((part.name,), (len(document.text), 0))[0] for part in expected]
    before = max((number for number, place in enumerate(places) if place < fence.span[0]), default=-1)
    return [part for part in missing if expected.index(part) < before]


def _begin_of_text(document: Document) -> int:
    """Where the first line of the text stands; the first line of the document where there is none."""
    text, body = document.text, document.body
    return len(text) - len(text[body:].lstrip()) if text[body:].strip() else 0


def _as_plain_text(document: Document, expected: list[Binding], missing: list[Binding]) -> dict[str, Span]:
    """The lines that have the name of a missing part and are no headings, by the names of the parts.

    So a document looks that was pasted out of an office program. A line that bears the number of the part need have
    only the name of something in it: “7. Risks”.
    """
    named = {name.key: part.name for part in missing for name in part.names}
    inside = {(expected.index(part) + 1, key): part.name for part in missing for key in part.by_key}
    found: dict[str, Span] = {}
    for line in _PLAIN_LINE.finditer(document.text, document.body):
        number = _NUMBER.match(line["words"]) if document.binding.numbered_parts else None
        for key in name_keys(line["words"]):
            part = named.get(key) or (inside.get((int(number["number"]), key)) if number else None)
            if part:
                found.setdefault(part, line.span("words"))
    return found


def _plain(document: Document, plain: dict[str, Span]) -> Offence:
    """The offence of names of parts that are no headings."""
    each: list[Offence] = []
    for span in sorted(plain.values()):
        heading = document.text[slice(*span)]
        message = f"“{heading}” is no heading, so that the part is missing."
        each.append(Offence(span, message, f"Write “## ” in front of it: “## {heading}”."))
    first = each[0]
    if len(each) == 1:
        return first
    words = "{number} headings are plain text here ({lines}), so that their parts are missing."
    hint = f"{first.hint}".replace("in front of it", "in front of each of them")
    return as_one(document, first._replace(hint=hint, everywhere=True), each, Together(words, 2))


def _missing_parts(document: Document, expected: list[Binding], missing: list[Binding]) -> Offences:
    """The offences of missing parts: at a heading that may be one, or all of them at the place where they belong."""
    places: dict[str, list[Binding]] = {}
    for part in missing:
        number = expected.index(part)
        if found := meant_heading(document, part, number + 1):
            hint = f"Is it “{document.text[slice(*found)]}”? Then call it “{part.written_name}”."
            yield Offence(
                found, sentence(document, part, "is missing"), hint, unsure=misspelt_heading(document, part) is None
            )
            continue
        after = next((later.name for later in expected[number + 1 :] if (later.name,) in document.keys), "")
        places.setdefault(after, []).append(part)
    for after, absent in places.items():
        end = max(len(document.text.rstrip()) - 1, 0)
        span = document.keys[(after,)] if after else document.source.line_span(end)
        here = "before this heading" if after else "at the end"
        yield _absent(document, expected, absent, span, here)


def _absent(document: Document, expected: list[Binding], absent: list[Binding], span: Span, here: str) -> Offence:
    """The offence of missing parts that belong to the same place."""
    from pmcoach_lint.checks.headings import asked, unread_headings  # noqa: PLC0415 - most documents have all parts

    headings = in_a_row([f"“## {document.binding.heading_of(part.name)}”" for part in absent])
    belong = "It belongs" if len(absent) == 1 else "They belong"
    singles = [_absent(document, expected, [part], span, here) for part in absent] if len(absent) > 1 else ()
    message = _are_missing(document, expected, absent)
    unread = unread_headings(document, span[0])
    question = asked(unread, (part.title for part in absent))
    hint = f"{question} {belong} {here}, as {headings}.".lstrip()
    return Offence(span, message, hint, everywhere=True, singles=tuple(singles), unsure=bool(unread))


def _are_missing(document: Document, expected: list[Binding], absent: list[Binding]) -> str:
    """The sentence that says that parts are missing."""
    if len(absent) == 1:
        return sentence(document, absent[0], "is missing")
    names = in_a_row([f"“{part.title}”" for part in absent])
    if not document.binding.numbered_parts:
        return f"The parts {names} are missing."
    return f"Parts {in_a_row([str(expected.index(part) + 1) for part in absent])}, {names}, are missing."


def meant_heading(document: Document, part: Binding, number: int) -> Span | None:
    """The heading that may be a missing part: by its name, its number, or what stands below it."""
    return misspelt_heading(document, part) or _with_number(document, number) or _by_content(document, part)


def _names_no_part(document: Document, heading: Piece) -> bool:
    return document.binding.by_key.keys().isdisjoint(heading.keys)


def _headings(document: Document) -> Iterator[Piece]:
    """The headings that do not bear the name of a part."""
    heads = (piece for piece in document.pieces if piece.role is Role.HEADING)
    return (head for head in heads if _names_no_part(document, head))


def misspelt_heading(document: Document, part: Binding) -> Span | None:
    """The heading that is called as a missing part, but for a slip in its words; None where there is none."""
    spare = {head.keys[0]: head.text for head in _headings(document)}
    near = ((name.key, key) for name in part.names if (key := nearest(name.key, spare, cutoff=_ALIKE)))
    return next((spare[key] for name, key in near if len(key.split()) == len(name.split())), None)


def _with_number(document: Document, number: int) -> Span | None:
    """The heading that bears the number of a part and none of the names; None where there is none."""
    if not document.binding.numbered_parts:
        return None
    for head in _headings(document):
        match = _NUMBER.match(document.text, *head.text) if head.level <= _TOP else None
        if match and int(match["number"]) == number:
            return head.text
    return None


def _by_content(document: Document, part: Binding) -> Span | None:
    """The heading without the name of a part below which most of what belongs to this one is named; None if none is."""
    heading = None
    told: dict[Span, set[str]] = {}
    for piece in document.pieces:
        if piece.role is Role.HEADING and piece.level <= _TOP:
            heading = piece.text if _names_no_part(document, piece) else None
        elif heading:
            uses = (use for key in piece.keys for use in part.by_key.get(key, ()))
            told.setdefault(heading, set()).update(use.name for use in uses if part.fields[use.name].is_section)
    best = max(told, key=lambda heading: len(told[heading]), default=None)
    return best if best and len(told[best]) > 1 else None


@rule("PMC302", severity=None)
def empty_part(document: Document) -> Offences:
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
        if at in document.keys and part.name not in document.data and not holds_parts(document, part):
            from pmcoach_lint.checks.sentences import list_told  # noqa: PLC0415 - most parts are not empty

            if list_told(document, part, at):
                continue
            message = sentence(document, part, "is empty")
            yield Offence(document.keys[at], message, part.schema.get("description"))
