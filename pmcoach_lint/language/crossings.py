"""Where a text crosses a boundary of coaching, and where it only speaks of one.

To write *about* a boundary (“this is not a PIP”, “a PIP belongs to HR”) is no offence against it: a sentence that says
no, or that hands the matter on, is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from pmcoach_lint.language.cues import Cues
from pmcoach_lint.regex import anycase
from pmcoach_lint.syntax.lines import line_begin
from pmcoach_lint.syntax.source import Source, Span

_LEFT_OUT = r"out of scope|not in scope|non-goals?"
_BEGIN = anycase(rf"(?:\*\*|__)?\s*(?:the )?(?:\w+ )?(?:boundar(?:y|ies)|{_LEFT_OUT})\b")
_HEADED = anycase(r"#+[^\n]*\b(?:boundar(?:y|ies)|out of scope|not (?:in scope|covered|to use|for)|is not)\b")
_BEGIN_LEFT_OUT = anycase(rf"(?:\*\*|__)?\s*(?:the )?(?:\w+ )?(?:{_LEFT_OUT})\b")
_HEADED_LEFT_OUT = anycase(r"#+[^\n]*\b(?:out of scope|not (?:in scope|covered|to use|for)|is not)\b")
_DENIED = anycase(
    r"\b(?:not(?! only| just| sure| know)|no|never|neither|nor|none|nothing|nobody|without|outside|beyond|instead of"
    r"|rather than|other than|apart from|as opposed to|avoid\w*|unlike|separate\w*|exclud\w*|cannot|in place of"
    r"|isn['’]t|aren['’]t|wasn['’]t|don['’]t(?! know)|doesn['’]t|won['’]t|can['’]t|shouldn['’]t|mustn['’]t)\b|!=|≠"
)
_MISREAD = anycase(
    r"\b(?:is|was) (?:this|it|that)(?: (?:a|some|another))?(?: kind of| secret)?\s*$|\bam I(?: on)?(?: a)?\s*$|"
    r"\bwhether (?:this|it|that) (?:is|was)(?: a)?\s*$|"
    r"\b(?:mis)?(?:reads?|seen?|sees|perceived?|feels?|looks?|sounds?|understood|interpreted|mistaken|mistakes?"
    r"|comes? across)(?:\s[\w’'-]+){0,3}\s(?:as|like|for)(?:\san?)?\s*$|"
    r"\b(?:fears?|afraid|worr(?:y|ies|ied)|suspects?|thinks?|believes?|assumes?|rumou?rs?|wonders?) (?:that|whether"
    r"|if)\b"
)
"""What somebody may take coaching for, and should not: `It reads like a PIP`, `They asked: is this a PIP?`."""

_BUT = anycase(
    r"\b(?:but|yet|however|although)\b|—|:\s"
    r"|,\s(?=(?:then )?(?:(?:pm|lead|coach)-\w|(?:the PM|he|she|they|we|you|I|it)\b))"
)
_IF = anycase(r"[\W_]*(?:(?:and|then) )?(?:if|when|once|unless|should|in case|as long as|where|otherwise)\b[^,]*,\s")
"""What comes before the main clause: “If the targets aren't met, …” does not turn round what follows."""

_HANDED_ON = anycase(
    r"\b(?:belongs?|(?:is|are|stays?|remains?|runs?|would run|will be|be) (?:\w+ )?(?:not|no|never|out|outside|separate"
    r"|separately|elsewhere|run by|handled by|owned by|a matter (?:for|of)|for (?:HR|the people team|another))"
    r"|decided by (?:HR|the people|another|others)"
    r"|(?:goes?|go) to (?:HR|the (?:people|HR))|separately|elsewhere|out of scope|has its own|have their own"
    r"|(?:coaching|this (?:pack|plan)|the (?:pack|plan|coaching)) (?:\w+ ){0,2}?(?:ends?|ended|stops?|pauses?|paused"
    r"|closed)|(?:we|I) (?:would |will )?(?:stop|end|pause|close) (?:this|the|our)? ?(?:coaching|pack|plan)"
    r"|has no place|have no place|(?:does|do|did|should|must|may|can|will) not|(?:does|do|is|are|would|ca|wo)n['’]t)\b"
)


_UNLESS = anycase(r"\bwithout (?:\w+ ){0,2}?(?:progress|change|improvement|movement|results?)\b")
"""What is a condition as well: “without progress we move to …”."""


class Boundary:
    """One kind of matter that coaching is no answer to.

    `name` stands for it in programs. `what` calls it in a sentence. It `says` why it is out of scope, which is its
    `message`, and where to go `instead`. One of the `cues` is in every text that crosses the boundary. `form` matches
    the ways in which people write of it; `deed` what is said to be done, wherever that stands, such as below
    “Boundary”.
    """

    def __init__(self, name: str, what: str, says: tuple[str, str], cues: Cues, forms: str, deeds: str = "") -> None:
        self.name = name
        self.what = what
        self.message, self.instead = says
        self.cues = cues
        self.form = anycase(rf"\b(?:{forms})(?!\w)")
        self._deeds = deeds

    @cached_property
    def deed(self) -> re.Pattern[str] | None:
        """What is said to be done, as it stands in a text that is wrapped: a line may end behind each word."""
        forms = re.sub(r"\[[^]]*\]| ", lambda part: part[0] if part[0] != " " else r"\s+", self._deeds)
        return anycase(rf"(?<![\w-])(?:{forms})(?!\w)") if forms else None


def crossings(boundary: Boundary, source: Source, start: int = 0, passing: Span = (0, 0)) -> Iterator[Span]:
    """The words by which a text crosses a boundary: the first ones of each sentence that does.

    Args:
        boundary: The boundary.
        source: The text.
        start: Where in the text to begin.
        passing: A stretch of the text that is passed over, but for deeds.
    """
    for around in boundary.cues.sentences(source, start):
        told = next(_forms_in(source.text, around, boundary, passing), None)
        if span := told or next(_deeds_in(source.text, around, boundary), None):
            yield span


def _forms_in(text: str, around: Span, boundary: Boundary, passing: Span) -> Iterator[Span]:
    """Where a sentence writes of the matter, and is not about the boundary."""
    for match in boundary.form.finditer(text, *around):
        is_passed = passing[0] <= match.start() < passing[1]
        is_left_out = is_passed or _is_headed(text, around, match.start(), _BEGIN, _HEADED)
        if not is_left_out and not _is_turned(text, around, match.span()):
            yield match.span()


def _deeds_in(text: str, around: Span, boundary: Boundary) -> Iterator[Span]:
    """Where a sentence says that the matter is done."""
    for match in boundary.deed.finditer(text, *around) if boundary.deed else ():
        is_left_out = _is_headed(text, around, match.start(), _BEGIN_LEFT_OUT, _HEADED_LEFT_OUT)
        if not is_left_out and not _DENIED.search(match[0]) and not _is_turned(text, around, match.span()):
            yield match.span()


def _is_turned(text: str, around: Span, match: Span) -> bool:
    """Whether a sentence says no, is about what somebody takes coaching for, or hands the matter on."""
    first, last = around
    condition = _IF.match(text, first, match[0])
    clause = _BUT.split(text[condition.end() if condition else first : match[0]])[-1]
    return bool(
        _DENIED.search(_UNLESS.sub("", clause)) or _MISREAD.search(clause) or _HANDED_ON.search(text, match[1], last)
    )


def _is_headed(text: str, around: Span, place: int, begin: re.Pattern[str], headed: re.Pattern[str]) -> bool:
    """Whether the sentence, the line or the section around a place begins as one that tells what is left out."""
    line = line_begin(text, place)
    if begin.match(text, *around) or begin.match(text[line:place].lstrip(" -*_>|#0123456789.)")):
        return True
    heading = text.rfind("\n#", 0, place) + 1
    return bool(heading and headed.match(text, heading))
