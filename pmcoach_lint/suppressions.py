"""Comments by which authors say that a finding is meant to be let pass, with the reason.

`<!-- pmcoach: ignore PMC401 -- reason -->` holds for the line it stands in, such as a row of a table; on a line of its
own it holds for the next block: a heading, a paragraph, a table, a list. `ignore-file` holds for the whole file. In
front matter the same stands behind a `#`. In front of the reason may stand any dash, or a colon. Of a finding that
stands for several places, those pass that the comment holds for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from pmcoach_lint.document import Document
from pmcoach_lint.finding import Finding, without
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.block import Block, Kind
from pmcoach_lint.syntax.blocks import read_blocks
from pmcoach_lint.syntax.lines import line_around, line_begin, next_line
from pmcoach_lint.syntax.source import Offence, Span, trim
from pmcoach_lint.tuples import NamedTuple

WITHOUT_REASON = "suppression-without-reason"
UNREADABLE = "unreadable-suppression"
UNUSED = "unused-suppression"

DIRECTIVE = regex(r"<!--\s*pmcoach:(.*?)-->", re.DOTALL)
"""A comment that speaks to the tool."""

_ASIDE = regex(r"<!--\s*pmcoach(?:[- ]?lint)?\s*:?\s*ignore\b.*?-->", re.DOTALL | re.IGNORECASE)
_ASIDE_IN_FRONT_MATTER = regex(
    r"#[ \t]*(?:<!--[ \t]*)?pmcoach(?:[- ]?lint)?[ \t]*:?[ \t]*ignore\b[^\n\r]*", re.IGNORECASE
)
"""What is most likely meant to speak to the tool, and is not written so that it does."""

_IN_FRONT_MATTER = regex(r"#[ \t]*pmcoach:([^\n\r]*)")
_BODY = regex(
    r"\s*ignore(?P<file>-file)?\s+(?P<rules>[\w,\s-]*?)\s*"
    r"(?:(?:--|[–—:]|(?<=\s)-|-(?=\s))\s*(?P<reason>\W*\w.*?)\s*)?",  # no name begins or ends with a dash
    re.DOTALL,
)
_RULE = regex(r"[\w-]+")
_COMMENT = regex(r"<!--.*?-->", re.DOTALL)


_END = "-->"
_SPELLINGS = ("pmcoach", "PMCoach", "Pmcoach", "PmCoach", "PMCOACH")


class Suppression(NamedTuple):
    """A comment that lets findings pass: where it stands, which rules it names, and the lines it holds for.

    `rules` are the names or codes with their spans. `first` and `last` are lines from 1; the last one is included.
    """

    span: Span
    rules: tuple[tuple[str, Span], ...]
    first: int
    last: int

    def lets_pass(self, codes: frozenset[str], finding: Finding) -> bool:
        """Whether the finding has one of the codes and begins on a line that the comment holds for."""
        return finding.code in codes and self.first <= finding.range.start.line <= self.last


def suppress(
    document: Document,
    findings: list[Finding],
    codes_of: Callable[[str], frozenset[str]],
    asks: Callable[[frozenset[str]], bool],
) -> list[Finding]:
    """The findings that no comment of the document lets pass.

    What is wrong with the comments themselves, and which of them let nothing pass, the document is told.

    Args:
        document: The document that the findings are about.
        findings: All that was found in it.
        codes_of: The codes that a code, the beginning of one, or a name stands for; none for what is no rule.
        asks: Whether rules with some codes are asked: a comment about others may well be needed.
    """
    if not _is_spoken_to(document.text):
        return findings
    for suppression in read_suppressions(document):
        unused: list[tuple[str, Span]] = []
        for name, span in suppression.rules:
            codes = codes_of(name)
            if not codes:
                document.report(Offence(span, f"There is no rule “{name}”.", "See: pmcoach rule", rule=UNREADABLE))
                continue
            before, findings = findings, list(without(findings, partial(suppression.lets_pass, codes)))
            if findings == before and asks(codes):
                unused.append((name, span))
        _report_unused(document, suppression, unused)
    return findings


def _report_unused(document: Document, suppression: Suppression, unused: list[tuple[str, Span]]) -> None:
    """Tell the document which rules a comment names for nothing; when it is all of them, the comment may go."""
    needed = len(unused) < len(suppression.rules)
    hint = "Take it off the comment." if needed else "Delete the comment."
    if _is_above_a_heading(document, suppression):
        hint = f"It holds for the line of the heading alone: put it below that, above what it is about. Else: {hint}"
    for name, span in unused:
        message = f"Nothing here offends against {name}, so there is nothing to ignore."
        spare = _with_comma(suppression, span) if needed else _with_line(document, suppression.span)
        document.report(Offence(span, message, hint, spare=spare, rule=UNUSED))


def _is_above_a_heading(document: Document, suppression: Suppression) -> bool:
    """Whether a comment stands above a heading, for which alone it holds."""
    first = document.source.line_starts[suppression.first - 1]
    return document.body <= suppression.span[0] < first and document.text.startswith("#", first)


def _with_comma(suppression: Suppression, span: Span) -> Span:
    """A rule's name in a comment, with what parts it from its neighbour."""
    names = [found for _, found in suppression.rules]
    place = names.index(span)
    return (span[0], names[place + 1][0]) if place + 1 < len(names) else (names[place - 1][1], span[1])


def _with_line(document: Document, span: Span) -> Span:
    """A comment with what would be left over without it: the spaces in front of it, or the line that it has to itself.

    One blank line stays between what stands before and what stands behind.
    """
    text = document.text
    start, end = line_begin(text, span[0]), next_line(text, span[1])
    before, behind = text[start : span[0]], text[span[1] : end]
    if before.strip() or behind.strip():
        return (start + len(before.rstrip()) if before.strip() else span[0], span[1])
    blank_before = not text[line_begin(text, max(start - 1, 0)) : start].strip()
    next_end = next_line(text, end)
    blank_behind = not text[end:next_end].strip()
    if blank_before and blank_behind:
        return (start, next_end)
    return (start, end) if blank_before or blank_behind or span[0] < document.body else span


def read_suppressions(document: Document) -> Iterator[Suppression]:
    """The comments of a document that let findings pass; what is wrong with others, the document is told."""
    text, source = document.text, document.source
    lines = len(source.line_starts)
    blocks = list(_flat(read_blocks(text, document.body).top))
    directives = list(_directives(document, blocks))
    _report_asides(document, {match.start() for match, _ in directives}, blocks)
    for match, in_front in directives:
        read = _BODY.fullmatch(match[1])
        if read is None or not _RULE.search(read["rules"]):
            document.report(_unreadable(match.span(), in_front=in_front))
            continue
        if not read["reason"]:
            message = "This comment does not say why, so it lets nothing pass."
            hint = "Add the reason behind a dash: -- as agreed."
            document.report(Offence(match.span(), message, hint, rule=WITHOUT_REASON))
            continue
        begin = match.start(1) + read.start("rules")
        rules = tuple((name[0], (begin + name.start(), begin + name.end())) for name in _RULE.finditer(read["rules"]))
        if read["file"]:
            first, last = 1, lines
        else:
            start, end = _own_line(text, match) if in_front else _target(text, match, blocks)
            first, last = source.position(start).line, source.position(end).line
        yield Suppression(match.span(), rules, first, last)


def _is_spoken_to(text: str) -> bool:
    """Whether a text may hold a comment to the tool, or one that is meant as such."""
    return any(spelling in text for spelling in _SPELLINGS)


def _unreadable(span: Span, *, in_front: bool) -> Offence:
    """The offence of a comment to the tool that has no effect."""
    form = "# pmcoach: ignore PMC401 -- the reason" if in_front else "<!-- pmcoach: ignore PMC401 -- the reason -->"
    return Offence(span, "This comment to pmcoach cannot be read.", f"Write {form}.", rule=UNREADABLE)


def _report_asides(document: Document, known: set[int], blocks: list[Block]) -> None:
    """Tell the document which comments are meant to speak to the tool and do not; the `known` ones, by place, do."""
    yaml = document.fences.yaml if document.fences else (0, 0)
    for match in _ASIDE_IN_FRONT_MATTER.finditer(document.text, *yaml):
        if match.start() not in known:
            document.report(_unreadable((match.start(), match.start() + len(match[0].rstrip())), in_front=True))
    for match in _closed(_ASIDE, document):
        if match.start() not in known and not _is_code(document, match.start(), blocks):
            document.report(_unreadable(match.span(), in_front=False))


def _is_code(document: Document, start: int, blocks: list[Block]) -> bool:
    """Whether what begins at `start` is shown as code."""
    before = document.text[document.source.line_span(start)[0] : start]
    code = (block for block in blocks if block.kind == Kind.CODE)
    return before.count("`") % 2 == 1 or any(block.start <= start < block.end for block in code)


def _closed(form: re.Pattern[str], document: Document) -> Iterator[re.Match[str]]:
    """The comments of a form in the body, up to the last one that is closed: each other one would reach to the end."""
    return form.finditer(document.text, document.body, document.text.rfind(_END) + len(_END))


def _directives(document: Document, blocks: list[Block]) -> Iterator[tuple[re.Match[str], bool]]:
    """The comments that speak to the tool, in order; and whether each stands in the front matter."""
    if document.fences:
        for match in _IN_FRONT_MATTER.finditer(document.text, *document.fences.yaml):
            yield match, True
    for match in _closed(DIRECTIVE, document):
        if not _is_code(document, match.start(), blocks):
            yield match, False


def _own_line(text: str, match: re.Match[str]) -> Span:
    """The line of the front matter that a comment is about: its own, or the next one when it has one to itself."""
    start = line_begin(text, match.start())
    if text[start : match.start()].strip():
        return (start, match.end())
    behind = next_line(text, match.end())
    return (behind, behind)


def _target(text: str, match: re.Match[str], blocks: list[Block]) -> Span:
    """The stretch that a comment is about: the line it stands in, or the next block when it has one to itself."""
    start, end = line_around(text, *match.span())
    if _COMMENT.sub("", text[start:end]).strip(" \t\r>"):
        return (start, end)
    following = [block for block in blocks if block.start >= match.end() and block.kind != Kind.HTML]
    if not following:
        return (end, end)
    first = following[0]
    last = first
    for block in following:
        if block.kind == Kind.ITEM and first.kind == Kind.ITEM and block.ordinal == first.ordinal:
            last = block  # a list is not a block, its items are
    return trim(text, (first.start, last.end))


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """All blocks in the order of the text, each before those inside it."""
    pending = list(blocks)[::-1]
    while pending:
        block = pending.pop()
        yield block
        pending += block.children[::-1]
