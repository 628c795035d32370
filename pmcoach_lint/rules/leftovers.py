"""What is left over in a document: of the template it was made from, and of a writing model that was asked for it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from operator import itemgetter

from pmcoach_lint.checks.alike import few_or_one
from pmcoach_lint.checks.words import value_at
from pmcoach_lint.coaching.cycle import as_day, cycle_of
from pmcoach_lint.document import Document
from pmcoach_lint.language.leftovers import placeholders, residue
from pmcoach_lint.regex import regex
from pmcoach_lint.rules.content import is_blank
from pmcoach_lint.rules.offences import Offences
from pmcoach_lint.rules.registry import Options, reported, rule
from pmcoach_lint.syntax.parser import ranges
from pmcoach_lint.syntax.source import Offence, Span, view

BEFORE = "text-before-front-matter"
_NOT_SAID = frozenset({"Code", "CodeBlock", "Link", "Image"})
_NOT_YET = frozenset({"tbd", "tbc"})
_TO_CONFIRM = "tbc"
_TO_DO = "todo"
_FEWEST_OF_TASK = 3
"""In so many words at least somebody says what they have to do."""

_OF_THE_TEXT = regex(
    r"\W*(?:describe|expand|fill|insert|rewrite)\b"
    r"|.*\b(?:here|this (?:cell|line|list|paragraph|part|row|section|table))\b",
    re.IGNORECASE,
)
"""What follows on a `TODO` that is about the text itself."""

_OPEN_POINT = regex(
    r"\W{0,3}\s(?:how|who|whom|when|what|where|which|whether|if|by|with|after|before|once)\b"
    r"|\s*[,;:(–—-].*(?:\d|\?|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|\bto be (?:agreed|checked|clarified|confirmed|decided|discussed)\b)",
    re.IGNORECASE,
)
"""What follows on a word such as `TBD` that tells what is open, or by when: `TBD how`, `tbc (CFO, 8 Dec)`."""

_REMARKING = frozenset(",;(?–—")
_NEAR = 30
_QUOTES = (frozenset("\"'“„‘«"), frozenset("\"'”“’»"))
_MARKUP = frozenset({"HtmlBlock", "InlineHtml", "Html"})
_FENCE = regex(r"(?m)^(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[^\s`]*)[ \t]*\r?$")
_DOCUMENT_KINDS = frozenset({"markdown", "md", ""})


@rule("PMC220", severity=None)
def left_over_placeholder(document: Document, options: Options) -> Offences:
    """A placeholder is left in running text: in a sentence, a heading, a table that nothing else reads.

    Such are `[Name]`, `<name>`, `{{name}}`, `[X%]`, `$[X]`, `XX%`, `___`, `TBD`, `TODO`, `Lorem ipsum`, and what stands
    in brackets in a new document of the type. Code, links, notes, check boxes and other words in brackets are none, nor
    is what somebody is cited with: the plan ends in May, “then tbd”; nor that what was said is to be confirmed: “pm-12
    takes over, tbc”; nor what its author has still to do or find out: “TODO ask the buyer”, “TBD how”. A value that is
    nothing but a placeholder is told as `still-to-fill`, and a cell `TBD` is let be in a row whose day is still to
    come. More than five are one finding.

    Why it matters:
        A pack with “[Name]” in it tells its reader that nobody has read it through.

    What to do:
        Fill it in, or take the sentence out.

    Bad:
        ## 7) Risks / Open questions / Next steps

        If [Stakeholder] does not reply, lead-02 steps in.

    Good:
        ## 7) Risks / Open questions / Next steps

        If the head of sales [name redacted] does not reply, lead-02 steps in.
    """
    found = set(placeholders(document.source, document.binding.all_blanks, document.body))
    if not found or (document.offences.get("still-to-fill") and is_blank(document)):
        return  # a blank document is told as such
    spans = _outermost(span for span in found if not _is_told(document, span))
    spans = [span for span in spans if document.standing[slice(*span)].strip()]  # what is struck through is gone
    said = (_is_cited, _is_a_remark, _is_open_point)
    spans = [span for span in spans if not any(is_meant(document.text, span) for is_meant in said)]
    spans = [span for span in spans if not _is_beside_the_text(document, span)] if spans else spans
    spans = [span for span in spans if not _awaits_its_day(document, span, options.as_of)]
    each = [
        Offence(span, f"“{document.text[slice(*span)]}” is left over from a template.", _what_to_do(document, span))
        for span in spans
    ]
    words = "{number} placeholders are left in the text ({lines})."
    yield from few_or_one(document, each, words, "Fill them in, or take them out.")


@rule("PMC221", untyped=True)
def chat_residue(document: Document) -> Offences:
    """What a writing model has said to its user is left in the document.

    It is looked for in the first and the last lines (“Sure! Here's …”, “Let me know if you'd like …”); what can be
    nothing else (“As an AI language model”) everywhere.

    Why it matters:
        The PM reads that somebody had a machine write about them, and did not read it before it was sent.

    What to do:
        Delete the line. Then read the rest with the same suspicion: what it says about the PM needs evidence.

    Bad:
        ## 7) Risks / Open questions / Next steps

        The plan begins on Monday.

        Let me know if you'd like me to adjust anything!

    Good:
        ## 7) Risks / Open questions / Next steps

        The plan begins on Monday.
    """
    head = BEFORE not in document.offences
    for span in sorted(set(residue(document.source, document.body, head=head))):
        message = "This was said to whoever asked a writing model for this document, and not to its readers."
        yield Offence(span, message, "Delete it.")


@rule("PMC222", untyped=True)
def wrapped_document(document: Document) -> Offences:
    """The body stands in a block of code, or a fence of code is never closed.

    Both are left when a document is copied out of a chat.

    Why it matters:
        What stands in a block of code is shown as it is written, and nothing in it is read or checked.

    What to do:
        Delete the line with the three backticks, and the one at the end that belongs to it.

    Bad:
        ---
        type: coaching-pack
        ---

        ```markdown
        ## 2) Current Assessment

        ### Strengths to compound

        - Says no
        ```

    Good:
        ## 2) Current Assessment

        ### Strengths to compound

        - Says no
    """
    text = document.text
    if BEFORE in document.offences or not _may_have_fences(document.text):
        return
    opened: tuple[str, Span] | None = None
    for match in _FENCE.finditer(text, document.body):
        fence, span = match["fence"], (match.start(), match.end("info") if match["info"] else match.end("fence"))
        if opened is None:
            opened = (fence, span)
        elif fence.startswith(opened[0]) and not match["info"]:
            if _is_whole(document, opened, match.end()):
                message = "The whole document stands in a block of code, so nothing in it is read."
                yield Offence(opened[1], message, "Delete this line, and the fence at the end.")
            opened = None
    if opened:
        message = "This fence opens a block of code that is never closed."
        yield Offence(opened[1], message, "Delete it, or close the block where it ends.")


@reported("PMC223", untyped=True)
def text_before_front_matter() -> None:
    """Something stands above the front matter, so that it is none.

    Mostly it is what a writing model said (“Here is the coaching pack:”), or a line ` ```markdown `.

    Why it matters:
        Front matter counts only at the very top of a file. Without it there is no telling what the document is, so
        nothing in it is checked or published.

    What to do:
        Move what belongs to the text, such as a title, below the front matter. Delete what a chat has left above it,
        and a fence of code with its end.

    Bad:
        Here is the coaching pack:

        ---
        type: coaching-pack
        ---

    Good:
        ---
        type: coaching-pack
        ---
    """


def _may_have_fences(text: str) -> bool:
    return ("`" in text and "```" in text) or ("~" in text and "~~~" in text)


def _is_whole(document: Document, opened: tuple[str, Span], end: int) -> bool:
    """Whether the block of code from `opened` up to `end` is all that the document has, and no example of code."""
    fence, (start, info) = opened
    text = document.text
    kind = text[start + len(fence) : info].strip().casefold()
    return kind in _DOCUMENT_KINDS and not text[document.body : start].strip() and not text[end:].strip()


def _outermost(spans: Iterator[Span]) -> list[Span]:
    """The `spans` in order, without those inside another one."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda one: (one[0], -one[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _is_told(document: Document, span: Span) -> bool:
    """Whether the placeholder at `span` is, or stands in, a value that was found to be one already."""
    found = document.whereabouts.at(span)
    if found and document.is_settled(found[0]):
        return True
    told = (offence.span for offence in document.offences.get("still-to-fill", ()))
    return any(start < span[1] and span[0] < end for start, end in told)


def _is_cited(text: str, span: Span) -> bool:
    """Whether the placeholder at `span` is a word that somebody is cited with: `the plan ends there, then “tbd”`."""
    is_word = text[slice(*span)].isalpha()
    return is_word and text[span[0] - 1 : span[0]] in _QUOTES[0] and text[span[1] : span[1] + 1] in _QUOTES[1]


def _is_a_remark(text: str, span: Span) -> bool:
    """Whether `tbc` says of the words before it that they are to be confirmed: `pm-12, tbc with her manager`."""
    if text[slice(*span)].casefold() != _TO_CONFIRM:
        return False
    before = text[max(0, span[0] - _NEAR) : span[0]].rpartition("\n")[2].rstrip()
    return before[-1:] in _REMARKING and any(map(str.isalpha, before))


def _is_open_point(text: str, span: Span) -> bool:
    """Whether a word tells what its author has still to do, find out or agree, how, with whom or when.

    So it is in `TODO ask whether the log can be public`, `TBD how`, `tbc with finance`, `tbc, €0.3 million?`; not in
    `TODO: fill in the third bet`, which says what the text lacks.
    """
    word, end = text[slice(*span)].casefold(), text.find("\n", span[1])
    behind = text[span[1] : end if end >= 0 else len(text)].partition("|")[0]
    if word == _TO_DO:
        is_task = sum(any(map(str.isalpha, each)) for each in behind.split()) >= _FEWEST_OF_TASK
        return is_task and not _OF_THE_TEXT.match(behind)
    return word in _NOT_YET and _OPEN_POINT.match(behind) is not None


def _awaits_its_day(document: Document, span: Span, as_of: date | None) -> bool:
    """Whether the placeholder at `span` puts off what a whole cell says, and the row's day is still to come."""
    is_put_off = document.text[slice(*span)].casefold() in _NOT_YET and _is_cell(document, span)
    found = document.whereabouts.at(span) if is_put_off else None
    row = value_at(document, found[0]) if found else None
    if not isinstance(row, dict) or as_of is None:
        return False
    day, week, cycle = as_day(row.get("date")), row.get("week"), cycle_of(document)
    if day is None and cycle and type(week) is int:
        day = cycle.due_in(week)
    return day is not None and day > as_of


def _what_to_do(document: Document, span: Span) -> str:
    return "Fill it in, or " + ("leave the cell blank." if _is_cell(document, span) else "take the sentence out.")


def _is_cell(document: Document, span: Span) -> bool:
    """Whether what stands at `span` is all that a cell of a table holds."""
    line = document.source.line_span(span[0])
    before, behind = document.text[line[0] : span[0]].rstrip(" *_"), document.text[span[1] : line[1]].lstrip(" *_")
    return before.endswith("|") and (behind.startswith("|") or not behind.strip())


def _is_beside_the_text(document: Document, span: Span) -> bool:
    """Whether `span` lies in code, in a link, or in a comment."""
    beside = _beside_the_text(document)
    before = bisect_left(beside, (span[1], 0))
    return before > 0 and beside[before - 1][1] > span[0]


@view
def _beside_the_text(document: Document) -> list[Span]:
    """Where code, links and comments stand, in their order; of those inside each other the outermost."""
    text, found = document.text, list[Span]()
    for name, start, end in sorted(ranges(text, document.body), key=itemgetter(1)):
        is_beside = name in _NOT_SAID or (name in _MARKUP and text.startswith("<!--", start))
        if is_beside and (not found or end > found[-1][1]):
            found.append((start, end))
    return found
