"""What the tool says: findings, their places and their fixes.

This module depends on nothing else in the package. Every format, rule and view speaks in these terms.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum

from pmcoach_lint.regex import regex
from pmcoach_lint.tuples import NamedTuple

_NUMBERS = regex(r"(?<![\w.-])\d+(?:[.,]\d+)*(?![\w-])(?:, (?:\d+(?![\w-])|…))*")
"""Numbers in a message that stand by themselves, such as counts and lines; `B1` and `2026-10-05` are none."""

_NAME = regex(r"“[^”]*”")
_MOST_NAMES = 8


class Severity(StrEnum):
    """How much a finding matters: an error fails the run, a warning does not unless asked to."""

    ERROR = "error"
    WARNING = "warning"


class Position(NamedTuple):
    """A place in a text: line and column, both 1-based and counted in characters."""

    line: int
    column: int


class Range(NamedTuple):
    """A stretch of text from `start` up to, not including, `end`."""

    start: Position
    end: Position


class Edit(NamedTuple):
    """One replacement: the text in `range` becomes `text`."""

    range: Range
    text: str


class Fix(NamedTuple):
    """A change that would settle a finding.

    `safe` says that the document's meaning stays what its author intended; an unsafe fix is a proposal.
    """

    message: str
    edits: tuple[Edit, ...]
    safe: bool


class Related(NamedTuple):
    """Another place that a finding speaks of, with what there is to see at it."""

    file: str
    range: Range
    message: str


class Together(NamedTuple):
    """How findings of a kind are told as one, where they stand in `fewest` places or more.

    In the `words`, `{number}` says how many places these are (of how many, where `of` says that), `{others}` one fewer,
    `{lines}` where they are, `{first}` what the first of the findings says, and `{named}` what each names first.
    """

    words: str
    fewest: int
    of: int = 0

    def tell(self, messages: Sequence[str], lines: Sequence[int]) -> str:
        """The message, given those of the findings, and the line of each place."""
        number = len(lines)
        of = f"all {number}" if number == self.of else f"{number} of {self.of}" if self.of else str(number)
        words = self.words.replace("{number}", of).replace("{others}", str(number - 1))
        words = words.replace("{lines}", on_lines(lines))
        if "{named}" in words:
            words = words.replace("{named}", _named(messages))
        return words.replace("{first}", messages[0])


class Finding(NamedTuple):
    """One thing to tell the author, at one place.

    `file` is the path as it is shown, with forward slashes. `code` and `rule` name the rule (`PMC302`,
    `not-a-level`); `message` says what is wrong in the author's words, `why` for what reason it matters and `hint`
    what to do about it. `url` is the address of the rule's page, where the settings know one. `about` says what part
    of the document's data is meant, by names and not by lines: `vision/bets/B1/target`. What stands at the range of a
    `private` finding is to be shown nowhere. One that stands for several has them as its `singles`, each as it would be
    told alone; `together` says how those are told that are left when some of them may pass: without it, one by one.
    """

    file: str
    range: Range
    code: str
    rule: str
    severity: Severity
    message: str
    why: str | None = None
    hint: str | None = None
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    url: str | None = None
    about: str = ""
    private: bool = False
    singles: tuple[Finding, ...] = ()
    together: Together | None = None

    @property
    def sort_key(self) -> tuple[str, Range, str, str]:
        """The order in which findings are shown: by file, then place, then code."""
        return (self.file, self.range, self.code, self.message)


def each_of(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings one by one: in the stead of one that stands for several, these."""
    for finding in findings:
        yield from finding.singles or (finding,)


def without(findings: Iterable[Finding], passes: Callable[[Finding], bool]) -> Iterator[Finding]:
    """The findings but for those that may pass. Each single one is asked about, in the order of `each_of`."""
    for finding in findings:
        singles = finding.singles or (finding,)
        left = tuple(single for single in singles if not passes(single))
        if len(left) == len(singles):
            yield finding
        else:
            yield from _left_of(finding, left)


def _left_of(finding: Finding, left: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What is told when of the findings that one stands for only some are left."""
    places = sorted({single.range for single in left})
    together = finding.together
    if together is None or len(places) < together.fewest:
        return left
    gone = {single.range for single in finding.singles}.difference(places[1:])
    message = together.tell([single.message for single in left], [place.start.line for place in places])
    related = tuple(place for place in finding.related if place.range not in gone)
    return (finding._replace(range=places[0], message=message, related=related, singles=left),)


def _named(messages: Iterable[str]) -> str:
    """What the messages name first, in quotes: the first eight, and how many there are besides."""
    names = dict.fromkeys(found[0] for message in messages if (found := _NAME.search(message)))
    told, more = [*names][:_MOST_NAMES], len(names) - _MOST_NAMES
    last = f"{more} more" if more > 0 else told.pop()
    return f"{', '.join(told)} and {last}" if told else last


def on_lines(lines: Iterable[int]) -> str:
    """On which lines some places are, such as: line 3, or lines 3, 8, 21; the first eight of them."""
    each = sorted(set(lines))
    return f"line{'s' * (len(each) > 1)} {', '.join(map(str, each[:8]))}{', …' if len(each) > 8 else ''}"


def fingerprints(findings: Iterable[Finding], file: str) -> Iterator[str]:
    """The fingerprints of the findings of one file: what tells each from all others, today and after later edits.

    A fingerprint is made of the rule's code, the file, what the finding is about, and the message without its numbers,
    capital letters and line breaks. So it stays the same when lines are added, removed or moved elsewhere, when the
    record moves to another place or another shape, when columns change places, when the severity follows a new
    status, and when a count in the message changes. It changes when the file is renamed or moved, when the record is
    given another id (another name, if it has no id), when the words change that the message quotes, and when a new
    version of pmcoach says it in other words. Findings that are alike in all of this are numbered from the top: when
    one of them is put right, it is the last number that goes.

    Args:
        findings: The findings of the file, sorted.
        file: The path by which the file is known, which should not depend on the folder that somebody works in.

    Returns:
        The fingerprints, in the same order, each 32 hexadecimal digits.
    """
    from hashlib import sha256  # noqa: PLC0415 - takes a while to import, and most runs show no fingerprints

    met: Counter[tuple[str, str, str]] = Counter()
    for finding in findings:
        message = " ".join(_NUMBERS.sub("#", finding.message).casefold().split())
        alike = (finding.code, finding.about, message)
        met[alike] += 1
        identity = "\0".join((*alike, file, str(met[alike])))
        yield sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:32]
