"""What is said above the parts of a document by labels, in the title and in sentences: a key need not stand for it.

`**Who:** pm-41, Associate PM`, `| Coach | lead-09 |`, `# Coaching pack: pm-41`, `pm-41 is a Senior PM on Payments`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmcoach_lint.binding.whole import Whole
from pmcoach_lint.names import front_matter_key, name_keys
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, between, strip
from pmcoach_lint.tuples import NamedTuple

TITLE = "title"
"""The key of what the title says, in the front matter as well."""

_FIRST_LINES = 4000
"""How far down, in characters, it is looked for."""

_MOST_HEADINGS = 3
"""So many headings of introductions may stand above the first part, with that of the document."""

_LINE = regex(r"[^\r\n]+")
_HEADING = regex(r"(?P<marks>#{1,3})\s+(?P<text>.+)")
_LEAD = regex(r"[^\w*_|`(\"“]*(?:\*\s+)?[^\w*_|`(\"“]*")
_LABELLED = regex(
    r"(?P<mark>\*\*|__)?(?P<label>[A-Za-z][^*_:|\n]{0,28}?)(?::(?P=mark)|(?P=mark)\s*:|:\s|(?P=mark)\s)\s*(?P<value>\S.*)"
)
_CELLS = regex(r"\|\s*[*_]*(?P<label>[A-Za-z][^|*:\n]{0,28}?):?[*_]*\s*\|\s*(?P<value>[^|\n]*\S)\s*\|\s*")
_NEXT = regex(r"\s*[|·•]\s+|[.,;]?\s+(?=\*\*[^*\n]{2,28}(?::\*\*|\*\*:))")
_SENTENCE = regex(r"(?<=[.!?])(?<!Sr\.)(?<!Jr\.)(?<!\b[A-Z]\.)\s+(?=[\"“(*_A-Za-z])")
_BY = regex(
    r"[*_]*(?P<by>(?:written|prepared|drafted|kept|maintained|drawn up|put together)\sby)\s"
    r"(?P<whom>[^.,;\n]{2,60}?)(?=\s(?:for|on|in|after|with|together|and|from)\b|[.,;*_]|$)",
    re.IGNORECASE,
    near="by",
)
"""Who wrote a document, where a sentence begins with that: `Prepared by coach-4 (service lead) for the cycle …`."""
_JOINT = regex(r"/|\s(?:and|&|\+)\s")
_INITIALS = regex(r"(?:.*[\s(])?(?:[A-Z]\.)*[A-Z]", re.DOTALL)
"""A text that ends with initials, to which the stop behind it belongs: `J.M.`."""


class Saying(NamedTuple):
    """What is said: where its key or label stands, where what it says, and what that is."""

    at: Span
    span: Span
    told: object
    key: str | None = None


Sayings = dict[str, list[Saying]]
"""What is said by the keys under which it is said, as keys are compared."""


def said_above(text: str, body: int, binding: Whole) -> tuple[Sayings, list[Span]]:
    """What the first lines of a document say whose body begins at `body`, down to the first of its parts.

    Returns:
        What stands behind labels and in the title; and the sentences.
    """
    labelled: Sayings = {}
    sentences: list[Span] = []
    for start, end, is_title in _lines(text, body, binding):
        if is_title:
            labelled.setdefault(TITLE, []).append(_saying(text, (start, end), (start, end)))
        for label, value in _labelled(text, start, end):
            for name, told in _told_together(text, label, value, binding) or [(label, value)]:
                key = front_matter_key(text[slice(*name)])
                labelled.setdefault(key, []).append(_saying(text, name, told))
        within = between((start, end), (match.span() for match in _SENTENCE.finditer(text, start, end)))
        for by in (_BY.match(text, *sentence) for sentence in within):
            if by:
                labelled.setdefault("written-by", []).append(_saying(text, by.span("by"), by.span("whom")))
        sentences += within
    return labelled, sentences


def _told_together(text: str, label: Span, value: Span, binding: Whole) -> list[tuple[Span, Span]]:
    """The company and another name in one label, each with what it tells: `Company / stage: Northwind, seed`."""
    joint, comma = _JOINT.search(text, *label), text.find(", ", *value)
    if joint is None or comma < 0:
        return []
    names = [strip(text, span, " ", " ") for span in ((label[0], joint.start()), (joint.end(), label[1]))]
    fields = [binding.by_frontmatter_key.get(front_matter_key(text[slice(*name)])) for name in names]
    told = [(value[0], comma), (comma + 2, value[1])]
    is_both = None not in fields and fields[0] is not fields[1] and fields[0] is binding.fields.get("company")
    return [*zip(names, told, strict=True)] if is_both else []


def told_of(text: str, sentences: list[Span], handle: str) -> Iterator[Saying]:
    """What the sentences tell of the bearer of a handle, from where they name it; a letter says `you`."""
    who = re.compile(rf"(?<![\w-])(?:{re.escape(handle)}(?![\w-])|you(?=['’]re\b| are\b| own\b))", re.IGNORECASE)
    for start, end in sentences:
        for match in who.finditer(text, start, end):
            yield _saying(text, (match.start(), end), (match.start(), end))


def _saying(text: str, at: Span, span: Span) -> Saying:
    span = strip(text, span, " *_`", " *_`.,;")
    if text.startswith(".", span[1]) and _INITIALS.fullmatch(text, *span):
        span = (span[0], span[1] + 1)
    return Saying(at, span, text[slice(*span)].replace("`", "").replace("**", ""))


def _lines(text: str, body: int, binding: Whole) -> Iterator[tuple[int, int, bool]]:
    """The lines above the first part without what they begin with, each with whether it is the title."""
    headings = 0
    parts = frozenset[str]().union(*(binding.fields[name].own_keys for name in binding.required_parts))
    for line in _LINE.finditer(text, body, min(len(text), body + _FIRST_LINES)):
        heading = _HEADING.match(text, *line.span())
        if heading:
            headings += 1
            is_part = len(heading["marks"]) > 1 and not parts.isdisjoint(name_keys(heading["text"]))
            if is_part or headings > _MOST_HEADINGS:
                return
            yield *heading.span("text"), headings == 1
            continue
        lead = _LEAD.match(text, *line.span())
        yield lead.end() if lead else line.start(), line.end(), False


def _labelled(text: str, start: int, end: int) -> Iterator[tuple[Span, Span]]:
    """The labels in a line, each with the place of what it names."""
    if row := _CELLS.fullmatch(text, start, end):
        yield row.span("label"), row.span("value")
        return
    for span in between((start, end), (match.span() for match in _NEXT.finditer(text, start, end))):
        if match := _LABELLED.fullmatch(text, *span):
            yield match.span("label"), match.span("value")
