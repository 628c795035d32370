"""The ladder in running text: rungs (`K: names / U: explains`, `Know · Apply`), and steps up from one to another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from pmcoach_lint.readers.amounts import ARROW
from pmcoach_lint.readers.bloom import LADDERS, WORDS
from pmcoach_lint.readers.misspelt import is_misspelt
from pmcoach_lint.readers.rungs_in_turn import Rung, rungs_by_number, rungs_in_brackets, rungs_in_turn
from pmcoach_lint.readers.unreadable import Context
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, between, strip, trim
from pmcoach_lint.tuples import NamedTuple

_BEGIN = (
    r"[*_]{{0,2}}(?P<word>{word})(?:\s?\(?L?\d\)?)?[*_]{{0,2}}\s?(?:[:=→]|[–—]|-(?=\s))[*_]{{0,2}}[ \t]{{0,4}}(?=\S)"
)
_FIRST = regex(_BEGIN.format(word=r"[^\W\d_]+"))
_NEXT = regex(r"(?:(?<=[.;,])\s{1,4}|\s[/|·•]\s{1,4}|<br\s?/?>\s?|[\r\n]\s{0,8})" + _BEGIN.format(word=r"[^\W\d_]+"))
_LONGEST_LETTERS = 4
_MOST = 12
"""More than twice as many words as there are levels, so that a text with more of them is no ladder."""
_ENDS = " \t\r\n.;,"

_IN_SHORT = regex(
    r"(?:\A[*_]{0,2}|(?:[,;.|·•→]\s{1,6}|/\s{0,2})[*_]{0,2})(?P<word>[A-Z][A-Za-z]{0,2}\d?)[*_]{0,2}(?=[\s/])"
)
"""Where a rung may begin with a short form of its level."""

_FEW_RUNGS = 3
_FEWEST = 2
_SIGNS_BETWEEN = (" · ", " / ", " • ", " | ", " → ", " -> ", " --> ", "; ")
_FIRST_WORD = regex(r"[*_]{0,2}(?P<word>[^\W\d_]+)[*_]{0,2}(?!\w|\s*(?:[(:=]|[–—-]))")
_ALL_LADDERS = (*LADDERS.values(), ("Know", *LADDERS[2001][1:]))
"""The lowest level of the ladder of 2001 is often called Know."""

_EMPHATIC = regex(r"(?P<mark>\*{1,2}|__?)(?P<word>[^\W\d_]+)(?P<colon>:?)(?P=mark)(?P<behind>:?)")
_BETWEEN_RUNGS = regex(
    r"(?:[\s;,.·/]|→|-{1,2}>)*(?:\band\b\s*)?(?:\b(?:someone|anyone|one|a pm)\b\s*)?(?:\b(?:who|to)\b\s*)?$",
    re.IGNORECASE,
)
_CLAUSE = regex(r"[.;]\s(?=[^.;]{0,40}\Z)")
_SIGNS = " \t\n:,–—-"
_RUNG = regex(r"(?:\A|(?<=[.;,])\s+)(?P<word>[^\W\d_]+)(?:\s*\(?L?\d\)?)?\s*[:=–—]\s")
_LEVEL = r"(?P<level>(?:(?:level|step|stage|rung)\s)?\d(?:\s?/\s?6)?|[^\W\d_]+\d?)"
_BEFORE = regex(
    rf"(?<![\w/.,–-])[*_`]{{0,3}}(?:(?P<lower>[a-z]+\d?|[1-6](?=[–-]))(?:\s?/\s?|[–-]))?{_LEVEL}(?:,\s[^\W\d_]+(?=[*_]))?[*_`]{{0,3}}"
    r"(?:\s\([^()\n]*\))?(?:\sup)?\s*$",
    re.IGNORECASE,
)
_WORD = regex(rf"[*_`]{{0,3}}{_LEVEL}[*_`]{{0,3}}(?:\s\([^()\n]*\))?(?![\w/])", re.IGNORECASE)
_BARE_NUMBERS = frozenset("123456")
_NUMBER_OF_LEVEL = regex(r"(?:[lb]|level\s|step\s|stage\s|rung\s)\d|\d\s?/\s?6", re.IGNORECASE)
_LEAD = regex(r"(?<![\w*_])(?P<lead>[*_]*from(?:\s+an?\s+[a-z]+|\s+the)?\s*)$", re.IGNORECASE)
_SENTENCE = regex(r"[.!?;]\s")
_EDGES = " \t\r\n\xa0,:;–—-(*_`"
_FURTHEST = 40
_MOST_WORDS = 6
_BETWEEN = 2
"""So many words may stand before the level that is to be reached: `to a confident Evaluate`."""
_SAME = regex(r"\s*an?\s[a-z]+\sone\b")
"""The same level, better held: `from an unsteady Apply to a steady one`."""


def rungs_in(text: str, span: Span, context: Context, below: int = 0) -> list[Rung]:
    """The rungs that the text at `span` consists of; none where it begins with anything else.

    Args:
        text: the document.
        span: a line, or an item of a list.
        context: the edition of the taxonomy that single letters are taken from, and short forms that are explained.
        below: how many rungs stand above it; a letter names one that is higher.
    """
    first = _FIRST.match(text, *span)
    if numbered := _numbered(text, span, context, below) or _by_short_forms(text, span, dict(context.short)):
        return numbered
    if first is None:
        return _told_first(text, span)
    found = [first, *islice(_NEXT.finditer(text, first.end(), span[1]), _MOST)]
    if len(found) > _MOST:
        return []
    levels = _levels([match["word"] for match in found], context, below)
    named = [(match, level) for match, level in zip(found, levels, strict=True) if level]
    if not levels[0]:
        return []
    ends = [*(match.start() for match, _ in named[1:]), span[1]]
    return [
        Rung(level, match.span("word"), trim(text, strip(text, (match.end(), end), "", _ENDS)))
        for (match, level), end in zip(named, ends, strict=True)
    ]


def _numbered(text: str, span: Span, context: Context, below: int) -> list[Rung]:
    """The rungs with the numbers of their levels, where the text begins with the first: `L3 uses the template`."""
    rungs = rungs_by_number(text, span, context, below)
    return rungs if rungs and rungs[0].word[0] == strip(text, span, "*_(`", "")[0] else []


def _by_short_forms(text: str, span: Span, short: dict[str, str]) -> list[Rung]:
    """The rungs that begin with `short` forms of their levels: `K names the parts / U explains why, Ap cuts it`.

    One that says nothing, such as that in front of another (`K / U the ritual`), is left out.
    """
    raw = text[slice(*span)] if short else ""
    marks = [mark for mark in _IN_SHORT.finditer(raw) if mark["word"].casefold() in short]
    if not marks or marks[0].start() or not _is_ladder([short[mark["word"].casefold()] for mark in marks]):
        return []
    ends = [*(mark.start() for mark in marks[1:]), len(raw)]
    told = [(mark, strip(raw, (mark.end(), end), _SIGNS + "/", _ENDS)) for mark, end in zip(marks, ends, strict=True)]
    return [
        Rung(short[mark["word"].casefold()], _moved(mark.span("word"), span[0]), _moved(behaviour, span[0]))
        for mark, behaviour in told
        if behaviour[0] < behaviour[1]
    ]


def _moved(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by


def _told_first(text: str, span: Span) -> list[Rung]:
    """The rungs that a text tells which begins with the first of them: `*Know* the script → *Understand* why → …`."""
    rungs = rungs_told(text, span)
    return rungs if rungs and rungs[0].word[0] == strip(text, span, "*_", "")[0] else []


def rungs_within(text: str, span: Span, context: Context) -> list[Rung]:
    """The rungs of the ladder that the text at `span` tells among other things."""
    by_short_forms = _by_short_forms(text, span, dict(context.short))
    if rungs := by_short_forms or rungs_in_brackets(text, span) or rungs_told(text, span):
        return rungs
    numbered = rungs_by_number(text, span, context)
    return numbered if len(numbered) >= _FEWEST else rungs_in_turn(text, span, context)


def _levels(words: Iterable[str], context: Context, below: int) -> list[str]:
    """The level that each of the `words` is, in full, by its first letters or in short; empty where it is none."""
    ladder, short = LADDERS[context.edition], dict(context.short)
    levels: list[str] = []
    for word in words:
        level = WORDS.get(word.casefold(), "") or (short.get(word.casefold(), "") if word[0].isupper() else "")
        if not level and len(word) <= _LONGEST_LETTERS and word[0].isupper():
            known = [ladder.index(one) + 1 for one in levels if one in ladder]
            above = ladder[max([below, *known]) :]
            level = next((one for one in above if one.casefold().startswith(word.casefold())), "")
        levels.append(level)
    return levels


def rungs_told(text: str, span: Span) -> list[Rung]:
    """The rungs of a ladder in running text: `who *knows* can recite them; who *understands* can explain why; …`.

    The words of three levels or more stand in the order of the ladder. They are marked in the same way, or begin what
    is parted by one and the same sign: `Know the steps · Understand why they hold · Apply them`.

    Nothing where there are no such words.
    """
    if text.find("\n", *span) >= 0 or text.find("<", *span) >= 0:
        return []  # they are in lines, and so told by their beginnings
    marked = [match for match in _EMPHATIC.finditer(text, *span) if match["word"].casefold() in WORDS]
    ways = [match.group("mark", "colon", "behind") for match in marked]
    marked = [match for match, way in zip(marked, ways, strict=True) if way == ways[0]]
    if not _is_ladder([match["word"] for match in marked]):
        return _rungs_parted(text, span)
    last = text.find(". ", marked[-1].end(), span[1])
    ends = [*(match.start() for match in marked[1:]), last if last >= 0 else span[1]]
    found = []
    for match, end in zip(marked, ends, strict=True):
        start = strip(text, (match.end(), end), _SIGNS, "")[0]
        stops = [*_CLAUSE.finditer(text, start, end)] if match is not marked[-1] else []
        stop = stops[-1].start() if stops else end  # what stands behind it leads on to the next rung
        parting = _BETWEEN_RUNGS.search(text, start, stop)
        found.append(_rung(match, (start, parting.start() if parting else stop)))
    return found


def _rung(match: re.Match[str], behaviour: Span) -> Rung:
    """The rung whose level a word is."""
    return Rung(WORDS[match["word"].casefold()], match.span("word"), behaviour)


def _rungs_parted(text: str, span: Span) -> list[Rung]:
    """The rungs that begin with their levels and are parted by one sign: `Know the changes / Understand the model / …`.

    What is seen on each is all of its text. Nothing where that is no ladder, or a rung is nothing but its level.
    """
    raw = text[slice(*span)]
    for sign in _SIGNS_BETWEEN:
        if raw.count(sign) < _FEW_RUNGS - 1:
            continue
        cuts = re.compile(re.escape(sign)).finditer(text, *span)
        parts = [trim(text, part) for part in between(span, (cut.span() for cut in cuts))]
        words = [_FIRST_WORD.match(text, *part) for part in parts]
        named = [word for word in words if word]
        if len(named) == len(parts) and _is_ladder([word["word"] for word in named]):
            told = [_rung(word, part) for word, part in zip(named, parts, strict=True)]
            return told if all(word.end() < part[1] for word, part in zip(named, parts, strict=True)) else []
    return []


def _is_ladder(words: list[str]) -> bool:
    """Whether the words are three levels or more, in the order of a ladder."""
    levels = [WORDS.get(word.casefold(), "") for word in words]
    return len(levels) >= _FEW_RUNGS and any(
        levels == [one for one in ladder if one in levels] for ladder in _ALL_LADDERS
    )


def split_levels(text: str, span: Span) -> list[Span]:
    """The parts of a line that begin with a level each: `Know: names the goals. Understand: explains one. Apply: …`.

    The line itself where there is but one.
    """
    raw = text[slice(*span)]
    begins = [match.start("word") for match in _RUNG.finditer(raw) if match["word"].casefold() in WORDS]
    if len(begins) < _FEWEST or begins[0] != 0:
        return [span]
    ends = [len(raw[:end].rstrip(" .;,")) for end in (*begins[1:], len(raw))]
    return [(span[0] + begin, span[0] + end) for begin, end in zip(begins, ends, strict=True)]


class Step(NamedTuple):
    """A step: the span of what takes it, if that is said; of the level so far, of the one to be reached; its end."""

    of: Span | None
    now: Span
    then: Span
    end: int


def step_in(text: str, span: Span, context: Context, *, bare: bool = False) -> Step | None:
    """The first step up the ladder that the text at `span` tells, to the last level where it goes over several.

    With “to” between them, levels must look like names: they are set off, begin with a capital, or stand behind “from”.
    Where the step may be told so, `bare` numbers are levels as well.
    """
    short = {word for word, _ in context.short}.union(_BARE_NUMBERS if bare else ())
    found: Step | None = None
    for arrow in ARROW.finditer(text, *span):
        if found and arrow.start() - found.end > 1:
            break
        is_sign = not arrow.group().strip().isalpha()
        now = found.then if found else _level_before(text, (span[0], arrow.start()), short, slips=is_sign)
        then = _level_behind(text, (arrow.end(), span[1]), short, slips=is_sign) if now else None
        if now and not then and (same := _SAME.match(text, arrow.end(), span[1])):
            then = now, same.end()
        if not now or not then:
            continue
        if found:
            found = Step(found.of, found.now, then[0], then[1])
            continue
        lead = _LEAD.search(text, span[0], strip(text, (span[0], now[0]), "", "*_`")[1])
        if not is_sign and not lead and not all(_is_name(text, one) for one in (now, then[0])):
            continue
        found = Step(_holder(text, (span[0], lead.start("lead") if lead else now[0])), now, *then)
    return found


def _is_level(word: str, short: set[str], *, slips: bool = False) -> bool:
    """Whether a word is a level, be it a misspelt one where `slips` may be."""
    if word.casefold() in WORDS or word.casefold() in short or _NUMBER_OF_LEVEL.fullmatch(word) is not None:
        return True
    return slips and is_misspelt(word)


def _is_name(text: str, level: Span) -> bool:
    """Whether a level is written as a name: `Apply`, `*apply*`, `L3`."""
    return not text[level[0]].islower() or text[level[0] - 1 : level[0]] in ("*", "_", "`")


def _level_before(text: str, span: Span, short: set[str], *, slips: bool) -> Span | None:
    """The level at the end of the text at `span`."""
    match = _BEFORE.search(text, max(span[0], span[1] - _FURTHEST), span[1])
    if not match or (match["lower"] and not _is_level(match["lower"], short)):
        return None
    is_second = match["lower"] and match["lower"][-1].isdecimal() and match["level"] in _BARE_NUMBERS  # `L2/3`
    if not is_second and not _is_level(match["level"], short, slips=slips):
        return None
    return (match.start("lower" if match["lower"] else "level"), match.end("level"))


def _level_behind(text: str, span: Span, short: set[str], *, slips: bool) -> tuple[Span, int] | None:
    """The level that the text at `span` begins with, and where that ends with what stands in brackets behind it."""
    start = span[0]
    for _ in range(_BETWEEN + 1):
        match = _WORD.match(text, start, span[1])
        if match is None:
            return None
        is_last = slips and match["level"].istitle() and text.startswith(")", match.end())
        if _is_level(match["level"], short, slips=slips) or is_last:  # `(Framing: Apply → Advanced)`
            return match.span("level"), match.end()
        start = match.end() + 1 if text[match.end() : match.end() + 1] == " " else match.end()
    return None


def _holder(text: str, span: Span) -> Span | None:
    """What takes the step: a few words right before it, in the same sentence."""
    start, end = span
    ends = [*_SENTENCE.finditer(text, start, end)]
    start = ends[-1].end() if ends else start
    start, end = strip(text, (start, end), _EDGES)
    return (start, end) if start < end and len(text[start:end].split()) <= _MOST_WORDS else None
