"""What is left in a text of the template that it was made from, and of the conversation with a writing model.

Templates are read for the words that people put in brackets there; a word in brackets is no placeholder by itself:
`[Name redacted]`, `[1]`, `[!TIP]`, check boxes, links and notes are none.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmcoach_lint.language.cues import Cues, Words
from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.syntax.lines import line_around
from pmcoach_lint.syntax.source import Source, Span, trim

_NOUNS = (
    r"names?|dates?|role|team|company|client|customer|product|number|amount|url|e-?mail|metric|goal|outcome|action|owner"
    r"|level|value|target|baseline|timeframe|weeks?|quarter|month|year|reason|example|description|placeholder|gap"
    r"|stakeholder|competency|behaviou?r|evidence|artifact|milestone|risk|opportunity|capability|impact|text"
)
_WHOSE = (
    r"(?:(?:your|the|pm|coach|customer|client|company|team|product|person|stakeholder|project|first|last|full|manager)"
    r"(?:['’]s)? )?"
)
_THINGS = r"features?|projects?|initiatives?|topics?|meetings?|problems?|squads?|departments?|deliverables?|skills?"
"""What stands in brackets in a template, and with an article as well in somebody's words: `“[the feature] is slow”`.

Alone it is one in the midst of a sentence; at the head of a line it tells what follows: `[Decision] Stop the rewrite`.
"""
_WHICH = r"(?:(?:your|pm|team|product|key|specific|main|target|relevant|new) )"

_BRACKETS = anycase(
    r"\[(?:"
    rf"{_WHICH}(?:{_THINGS})|{_WHICH}?(?:{_THINGS}) (?:names?|titles?|here)|(?<=(?-i:[a-z,:] \[))(?:{_THINGS})|"
    r"(?:[a-z-]+ ){1,2}names?(?: here)?|"
    rf"{_WHOSE}(?:{_NOUNS})|(?:insert|your|add|enter|fill in|describe|specify|list)\b[^\[\]\n]{{1,60}}"
    r"|(?:TBD|TBC|TODO|\?+|\.{3}|…|_{2,})|X+%|[XYZN]%|(?-i:XX+)"
    r"|[\w ’'-]{2,30}(?:/[\w ’'-]{2,30}){2,}"
    r")\]"
)
_ANGLES = anycase(rf"<(?:{_WHOSE}(?:{_NOUNS})|(?:{_THINGS})(?: names?)?|(?:insert|your|add|enter)\b[^<>\n@/]{{1,60}})>")
_CURLY = regex(r"\{\{ ?[\w .-]{1,60} ?\}\}")
_LINES = regex(r"(?<![\w_*\\])_{3,}(?![\w_*])")
_SHARES = regex(r"(?<![\w.,])[xX]{1,3} ?%")
_WORDS = regex(r"(?:TBD|tbd|TBC|tbc|TODO(?! (?:list|app|item))|FIXME|XXX?(?![%-])|[Ll]orem [Ii]psum)(?!\w)")
_WORD_CUES = Cues("tbd, tbc, todo, fixme, xxx, xx, lorem ipsum")
_SHARE_CUES = Words("x xx xxx")
_IN_BRACKETS = regex(r"\[(?<![\[\]]\[)[^\[\]\n]{1,80}\](?![(\[:\]])")

_MONEY = frozenset("$€£")
_ONE_LETTER = len("[X]")
_EDGE = 700
_LONGEST_BEGIN = 20
_HEAD = anycase(
    r"(?:sure(?: thing)?|certainly|absolutely|of course|great(?: question)?|got it|understood|perfect|okay|ok"
    r"|no problem|happy to help|gladly)\s?[!,.—–-]+ ?(?:(?:here|below|i['’ ]|let['’ ]|this is|i can|happy)[^\n]*)?$"
    r"|(?:here(?:['’]s| is| are)|below is|below you will find|i['’]ve (?:created|drafted|prepared|written|put together)"
    r"|i have (?:created|drafted|prepared|written|put together))[^\n]{0,80}"
    r"\b(?:pack|plan|document|draft|version|assessment|proposal|template|markdown|file)\b[^\n]{0,60}"
    r"(?::|\b(?:for you|you (?:asked|requested|wanted)(?: for)?|as requested|based on (?:the|your) [^\n.!]{1,60})"
    r"(?:[.!:](?:\s[^\n]*)?)?)$|[^\n]{0,160}[.!]\s(?:please )?let me know if you\b[^\n]*$"
    r"|as requested,[^\n]*$"
)
_HEAD_BEGINS = (
    "sure", "certainly", "absolutely", "of course", "great", "got it", "understood", "perfect", "ok", "no problem",
    "happy to help", "gladly", "here", "below", "i have", "i've", "i’ve", "as requested",
)  # fmt: skip
_TAIL = anycase(
    r"(?:please )?let me know if (?:you|there|any|this|that)\b[^\n]*|(?:i )?hope (?:this|that|it) helps?\b[^\n]*"
    r"|would you like me to\b[^\n]*|(?:do you |shall i |should i )?want me to\b[^\n]*|shall i\b[^\n]*\?"
    r"|feel free to (?:ask|reach out|let me know|adjust|modify|edit|customi[sz]e|adapt)\b[^\n]*"
    r"|if you(?:['’]d| would) like,? i can\b[^\n]*|if you want,? i can\b[^\n]*|is there anything else\b[^\n]*"
    r"|i can also\b[^\n]*|note: i(?:['’]ve| have|['’]m| am)\b[^\n]*|happy coaching\W*$"
)
_TAIL_BEGINS = (
    "please let me", "let me", "i hope", "hope", "would you", "do you", "shall i", "should i", "want me", "feel free",
    "if you", "is there", "i can also", "note: i", "happy coaching",
)  # fmt: skip
_ANYWHERE = anycase(
    r"\bas an ai(?: language)? (?:model|assistant)\b|\bi['’ ]a?m (?:just )?an ai\b"
    r"|\bmy (?:training data|knowledge cutoff)\b"
    r"|\bgenerated (?:by|with) (?:an )?(?:ai|chatgpt|gpt-\w+|claude|gemini|copilot)\b|:contentReference\[oaicite:\d+\]"
    r"(?:\{index=\d+\})?|\butm_source=(?:chatgpt\.com|openai)|【\d+†[^】\n]{0,60}】"
)
_ANYWHERE_CUES = Words("ai cutoff training chatgpt claude gemini copilot oaicite openai")
_ITEM = regex(r"[ \t]*(?:>[ \t]*)?(?:[-*+][ \t]+)?[*_]{0,3}")


def placeholders(source: Source, blanks: frozenset[str], start: int = 0) -> Iterator[Span]:
    """What holds a place in running text, in no order; it may stand in code, links and comments as well.

    Args:
        source: The text.
        blanks: What stands in square brackets in a new document of this type, in small letters.
        start: Where in the text to begin.
    """
    text = source.text
    if "[" in text:
        yield from _in_brackets(text, blanks, start)
    if "<" in text:
        yield from (match.span() for match in _ANGLES.finditer(text, start))
    if "{" in text:
        yield from (match.span() for match in _CURLY.finditer(text, start))
    if _SHARE_CUES.are_in(source):
        yield from (match.span() for match in _SHARES.finditer(text, start))
    if "_" in text and "___" in text:
        yield from (match.span() for match in _LINES.finditer(text, start) if not _is_a_rule(text, match.span()))
    for first, _ in _WORD_CUES.places(source):
        if first >= start and text[first - 1 : first] != "-" and (match := _WORDS.match(text, first)):
            yield match.span()


def _in_brackets(text: str, blanks: frozenset[str], start: int) -> Iterator[Span]:
    """The placeholders in square brackets; a sign of money in front belongs to them."""
    for match in _IN_BRACKETS.finditer(text, start):
        first, last = match.span()
        paid = text[first - 1 : first] in _MONEY
        if last - first == _ONE_LETTER:  # `[X]` is a check mark, unless it is an amount
            known = paid
        else:
            known = match[0].casefold() in blanks or _BRACKETS.fullmatch(text, first, last) is not None
        if known and f"{match[0]}:" not in text:
            yield first - paid, last


def residue(source: Source, start: int, *, head: bool = True) -> Iterator[Span]:
    """What a writing model has said to its user and not to the readers, at the head, at the tail, and anywhere.

    Args:
        source: The text.
        start: Where the body begins.
        head: Whether to look at its head.
    """
    text = source.text
    if head:
        for line in _lines(text, start, min(len(text), start + _EDGE), 2):
            if _begins(text, line, _HEAD_BEGINS) and (match := _HEAD.match(text, *line)):
                yield match.span()
    for line in _lines(text, max(start, len(text) - _EDGE), len(text), -4):
        if _begins(text, line, _TAIL_BEGINS) and (match := _TAIL.match(text, *line)):
            yield match.span()
    if "【" in text or _ANYWHERE_CUES.are_in(source):
        yield from (match.span() for match in _ANYWHERE.finditer(text, start))


def _begins(text: str, line: Span, words: tuple[str, ...]) -> bool:
    """Whether a line begins with some words: a pattern that is long to compile need not be made for others."""
    return text[line[0] : line[0] + _LONGEST_BEGIN].lower().startswith(words)


def _lines(text: str, first: int, last: int, number: int) -> list[Span]:
    """The first lines, or the last ones for a negative `number`, that say something; without what makes them items."""
    spans, place = [], first
    for line in text[first:last].split("\n"):
        said = line.lstrip()
        if said and not said.startswith("#"):
            spans.append((place, place + len(line)))
        place += len(line) + 1
    return [_said(text, span) for span in (spans[:number] if number > 0 else spans[number:])]


def _said(text: str, line: Span) -> Span:
    """What a line says, without what makes it an item."""
    begin, end = trim(text, line)
    item = _ITEM.match(text, begin, end)
    return item.end() if item else begin, end


def _is_a_rule(text: str, span: Span) -> bool:
    """Whether a line of underscores has a line to itself: then it parts what stands above and below."""
    return text[slice(*line_around(text, *span))].strip() == text[slice(*span)]
