"""Lengths of time, as people write them: alone, among other things, and where a sentence tells one."""

from __future__ import annotations

import re

from pmcoach_lint.readers.timed import told_in_minutes, told_in_words
from pmcoach_lint.readers.unreadable import (
    ABOUT,
    IN_WORDS,
    NUMBER,
    UNTIL,
    Context,
    Unreadable,
    bared,
    forwards,
    in_digits,
    number,
)
from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.syntax.source import Span

_HOURS, _IN_MINUTES = r"h(?:(?:ou)?rs?)?", r"min(?:ute)?s?"
_FIGURES = r"\d{1,3}(?:[.,]\d{1,2})?"
_IN_FIGURES = (
    rf"{_FIGURES}(?:\s?[–-]\s?{_FIGURES})?[\s-]?"
    rf"(?:{_IN_MINUTES}|{_HOURS}(?:\s?(?:[0-5]\d|\d(?=\s?m))(?:\s?m(?:in(?:ute)?s?)?)?)?)\b"
)
_PART_OF_HOUR = r"(?:(?:half|three quarters of|(?:a )?quarter of) )?an hour\b"
LENGTH = (
    rf"(?:{_IN_FIGURES}|{IN_WORDS}(?:\sand\sa\shalf)?[\s-](?:{_IN_MINUTES}|{_HOURS})\b"
    rf"|{_PART_OF_HOUR}|½\s?h(?:our)?\b)"
)
"""The form of a length of time within a text: of one or two numbers with their unit, whatever the case."""

DAY = r"(?:days?|d)\b"
DAYS = rf"(?:{_FIGURES}(?:\s?[–-]\s?{_FIGURES})?\s?{DAY}|(?:(?:\d{{1,2}}|a|one)\s)?(?:half[\s-]|½\s?)(?:a\s)?days?\b)"
"""The form of a length of time in days within a text, whatever the case."""

A_WEEK = r"\s*(?:/|\b(?:a|per|each|every)\b)\s*(?:week|wk)\b"
"""What stands behind a length of time that there is each week."""

LENGTHS = anycase(rf"(?<![\w.,:/–-]){_IN_FIGURES}")
"""Lengths of time in figures within a text."""

_WORDS = {
    "3 quarters of an": "0.75",
    "a quarter of an": "0.25",
    "quarter of an": "0.25",
    "half an": "0.5",
    "half a": "0.5",
    "½": "0.5",
    "¾": "0.75",
    "¼": "0.25",
    "an": "1",
    "a": "1",
}
_IN_WORDS = regex(rf"^(?:{'|'.join(_WORDS)})(?=\s*(?:h|m))\s*", re.IGNORECASE)
ABOUT_LENGTH = anycase(
    rf"^(?:(?:[~≈<>≤≥]=?|max(?:imum|\.)?|min(?:imum|\.)?|up to|at least|at most|no more than)\s*|{ABOUT})"
)
_AND_A_HALF = anycase(r"(?<![\w.,])(?P<whole>\d{1,2}|an?)(?P<unit>\shours?)?\sand\sa\shalf(?P<behind>\shours?)?\b")
"""`two and a half hours`, `an hour and a half`, with the numbers in digits."""
_EACH = regex(
    r"(?:[\s,]*(?:(?:per|an?|each|every|in (?:the|an?)|/)\s*(?:week|session|1:1|meeting|rep|person|pm)|/\s*wk|weekly|"
    r"each|in total|in all|total|altogether)){1,3}$",
    re.IGNORECASE,
)
_UNIT = r"minutes?|mins?|m|′|'|’|hours?|hrs?|h"
_MINUTES = regex(
    rf"(?P<low>{NUMBER})(?:[\s-]*(?P<first>{_UNIT}))?\.?(?:{UNTIL}(?P<high>{NUMBER}))?[\s-]*(?P<unit>{_UNIT})?\.?",
    re.IGNORECASE,
)
_PLAIN_MINUTES = regex(
    r"(?P<low>[0-9]{1,4})(?P<first>)(?:[–-](?P<high>[0-9]{1,4}))? ?(?P<unit>min|minutes|hours?)?"
    r"(?: a week| per week|/week| each)?"
)
_HOURS_AND_MINUTES = regex(
    r"(\d{1,4})\s*h(?:ours?|rs?)?\.?\s*(?:and\s*)?(\d{1,2})\s*(?:m(?:in(?:ute)?s?)?\.?)?", re.IGNORECASE
)


def read_minutes(text: str, _context: Context) -> int | dict[str, int]:
    """A length of time: `45`, `45 min`, `1.5 hours`, `1 h 30`, `3 hours a week`, `30–90 min`, `half an hour`.

    Of what is told for several people, the PM's counts: `PM: 3 h a week; coach: 1 h a week`. Of what is told for talks
    and for practice, that of practice does: `1 h session + 3 h practice`.

    Returns minutes, or `from` and `to` in minutes.
    """
    if plain := _PLAIN_MINUTES.fullmatch(text):
        return _length(text, plain)
    said = _AND_A_HALF.sub(_with_half, in_digits(text)) if "half" in text else in_digits(text)
    bare = _EACH.sub("", bared(said)).strip(" .")
    bare = _IN_WORDS.sub(lambda match: _WORDS[match.group().strip().lower()] + " ", ABOUT_LENGTH.sub("", bare))
    if match := _HOURS_AND_MINUTES.fullmatch(bare):
        return int(match.group(1)) * 60 + int(match.group(2))
    match = _MINUTES.fullmatch(bare)
    if not match or (match["first"] and match["unit"] and not match["high"]):
        if practice := _beside_talks(said):
            return read_minutes(practice, _context)
        if (head := _before_remark(said)) is not None:
            return read_minutes(head, _context)
        if of_the_pm := _OF_THE_PM.search(said):
            return read_minutes(of_the_pm["told"] or of_the_pm["given"], _context)
        if len(LENGTHS.findall(said)) > 1:
            raise Unreadable(f"“{text}” names more than one length of time.", _ONE_LENGTH)
        hint = "Write minutes or hours: 45 min, or 1.5 hours."
        raise Unreadable(f"“{text}” is no length of time.", hint)
    return _length(text, match)


def _with_half(match: re.Match[str]) -> str:
    """Hours and a half in figures."""
    whole = match["whole"] if match["whole"].isdigit() else "1"
    return f"{whole}.5 hours" if match["unit"] or match["behind"] else match[0]


def _beside_talks(text: str) -> str | None:
    """The one length of time for practice in a text that tells that of talks too."""
    found = _OF_PRACTICE.findall(text)
    return found[0] if len(found) == 1 and _TALKS.search(text) else None


def _before_remark(text: str) -> str | None:
    """The length of time that the text begins with, when what follows is a remark that names no other one.

    The length of a session is no other one: `2 hours per week for reps, plus a weekly 45-minute 1:1`.
    """
    remark = _REMARK.search(text)
    if not remark or LENGTHS.search(_SESSION.sub("", text[remark.end() :])):
        return None
    head = text[: remark.start()]
    return head if _BEGINS_WITH_TIME.match(head) else None


def _length(text: str, match: re.Match[str]) -> int | dict[str, int]:
    """The minutes of a length of time, or of the shorter and the longer one."""
    low = _in_minutes(text, match["low"], match["first"] or match["unit"])
    if not match["high"]:
        return low
    high = _in_minutes(text, match["high"], match["unit"] or match["first"])
    forwards(text, low, high, "Write the smaller number first: 30–90 min.")
    return {"from": low, "to": high}


def _in_minutes(text: str, amount: str, unit: str | None) -> int:
    minutes = number(amount) * (60 if (unit or "").casefold().startswith("h") else 1)
    if not unit and minutes % 1:
        raise Unreadable(f"“{text}” may be minutes or hours.", "Write 1.5 hours, or 90 min.")
    return round(minutes)


_SHORT_MINUTES = regex(r"(?<![\w.,:/-])\d{2}m\b")
_PARTS_OF_HOUR = anycase(rf"\b{_PART_OF_HOUR}", near="an hour")
_CLOCK = regex(
    r"(?<![\d:.])(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s?(?:am|pm|h|uhr)?\s?(?:[-–—]|to|until|till)\s?"
    r"(?P<to_hour>\d{1,2})[:.](?P<to_minute>[0-5]\d)(?!\d|[.:]\d)",
    re.IGNORECASE,
)
_HALF_A_DAY = 12 * 60
_LONGEST_SESSION = 4 * 60
"""Minutes; what lasts longer is no session, but hours in which somebody can be reached."""


_TOLD = rf"{LENGTHS.pattern}(?:{A_WEEK}|\s+weekly)?"
_OF_THE_PM = regex(
    rf"(?<![\w-])(?:the\s+)?pm(?:-\d+)?(?:['’]s\s+time)?\s*[:=–-]?\s+(?:about\s+|around\s+|ca\.?\s+|approx\.?\s+|~\s*)?(?P<told>{_TOLD})|"
    rf"(?P<given>{_TOLD})\s+(?:\(\s*|(?:from|for|by|of)\s+|(?=pm-\d))(?:the\s+)?pm(?:-\d+)?(?![\w-])",
    re.IGNORECASE,
)
_OF_PRACTICE = regex(
    rf"({_TOLD})\s+(?:(?:of|for|on)\s+)?(?:(?:the|own|weekly|deliberate)\s+)*(?:practi[cs]\w+|reps?|homework|exercises)\b",
    re.IGNORECASE,
    near="practi rep homework exercise",
)
_TALKS = regex(r"\b(?:1:1s?|one-to-ones?|one-on-ones?|coaching|sessions?|meetings?|calls?)(?![\w-])", re.IGNORECASE)
_ONE_LENGTH = "Write the one that is meant here, and the others where they belong."
_REMARK = regex(r"[,;.]\s|\s[–—-]\s|\s(?:for|from|plus|outside|besides|including|in addition|on top)\s")
_SESSION = regex(rf"{LENGTHS.pattern}\s(?:weekly\s)?(?:1:1|one-to-one|one-on-one|session|meeting)", re.IGNORECASE)
_BEGINS_WITH_TIME = regex(
    rf"[^\d]{{0,16}}\d|(?:about |around |roughly )?(?:{'|'.join(_WORDS)})\s(?:h|m)", re.IGNORECASE
)


def read_session_length(text: str, context: Context) -> dict[str, int | dict[str, int]]:
    """The one length of time that a rhythm names, as `minutes`: 60 in `Weekly 1:1, 60 min`, 40 in `3:00–3:40 pm`.

    Of several it is that in front of others further on: `45 min. My time: 1 h/wk`, `30 min, plus a review of an hour`.
    Where it is that of the first of its parts, it is what these add up to: `Ten minutes on the log, 20 on the brief`,
    `10 min log; 20 min brief; 10 min next rep`.

    Raises:
        Unreadable: It names none, or more than one, so that it may be something else.
    """
    clock = [length for match in _CLOCK.finditer(text) if (length := _by_the_clock(match))]
    if len(clock) == 1:
        return {"minutes": clock[0]}
    ways = (LENGTHS.finditer(text), _SHORT_MINUTES.finditer(text), LENGTHS.finditer(in_digits(text)))
    found = next(filter(None, map(list, ways)), [])
    lengths = _of_session([*found, *_PARTS_OF_HOUR.finditer(text)])
    if len(lengths) != 1 or _are_of_two_kinds(in_digits(text)):
        raise Unreadable(f"“{text}” is no length of time.", "Write minutes or hours: 45 min.")
    minutes = _of_parts(text, lengths[0].start()) or read_minutes(lengths[0].group(), context)
    if isinstance(minutes, int) and minutes > _LONGEST_SESSION:
        raise Unreadable(f"“{text}” is longer than a session is.", "Write how long one session is: 45 min.")
    return {"minutes": minutes}


def _of_parts(text: str, first: int) -> int:
    """What the parts of a session add up to that are told with their minutes, the first of them at that place."""
    whole = (0, len(text))
    if in_words := sum(minutes or 0 for _, _, minutes in told_in_words(text, whole)):
        return in_words
    timed = [length for _, length in told_in_minutes(text, whole)]
    return sum(int(text[slice(*length)]) for length in timed) if first in (begin for begin, _ in timed) else 0


def _of_session(lengths: list[re.Match[str]]) -> list[re.Match[str]]:
    """Those of some lengths of time that may be that of a session: no hours a week, nor what stands further on."""
    kept = [match for match in lengths if not _A_WEEK.match(match.string, match.end())] or lengths
    if len(kept) < 2:
        return kept
    joint = _FURTHER_ON.search(kept[0].string, kept[0].end())
    return [match for match in kept if joint is None or match.start() < joint.end()]


_A_WEEK = anycase(A_WEEK)
_SEVERAL_A_WEEK = anycase(
    r"\b(?:(?:twice|several times|[2-5]\s?[x×]|[2-5] times)\s(?:a|per|each|every)\sweek|daily|every day"
    r"|each day|every morning|every (?:mon|tues|wednes|thurs)day and (?:tues|wednes|thurs|fri)day)\b"
)
"""How often short talks are beside which longer ones may be told."""
_FURTHER_ON = regex(r"\.\s+(?:[A-Z]|(?:me|my|i|he|she|they|you|coach|pm)\b)|;\s|\s\+\s|\bplus\b")


def _are_of_two_kinds(text: str) -> bool:
    """Whether short talks are told, several a week, and others further on: either may be the sessions."""
    told = sorted([*LENGTHS.finditer(text), *_PARTS_OF_HOUR.finditer(text)], key=lambda match: match.start())
    kept = [match for match in told if not _A_WEEK.match(text, match.end())]
    joint = _FURTHER_ON.search(text, kept[0].end()) if len(kept) > 1 else None
    return joint is not None and _SEVERAL_A_WEEK.search(text, 0, joint.end()) is not None


def _by_the_clock(match: re.Match[str]) -> int:
    """The minutes from one time of the day to the other; 0 for more than a session takes, or for two days."""
    begin, end = (int(match[f"{to}hour"]) * 60 + int(match[f"{to}minute"] or 0) for to in ("", "to_"))
    length = (end - begin) % _HALF_A_DAY
    return length if max(begin, end) < 2 * _HALF_A_DAY and length <= _LONGEST_SESSION else 0


_TOLD_OF = anycase(
    rf"(?:(?:^|[,;:(–—])\s*|\b(?:an?|one)\s"
    rf"|\b(?:and|in|of|for|spend|takes?|about|around|max\.?|up to)\s+{ABOUT}"
    rf"|\b(?P<count>[2-5]|one|two|three|four|five)\s(?:[x×]\s?)?(?=\d))(?P<length>{LENGTH})(?!/)",
)
_ANY = anycase(rf"(?<![\w.,])(?<!first )(?<!last ){LENGTH}(?!/)")
_WITHIN_WHICH = anycase(r"\s+(?:after|before|later|ago|earlier|in advance|ahead|old|long)\b")
_SHORTEST, _LONGEST = 15, 4 * 60
"""Minutes; what is shorter or longer is rather said of something else: `Say it in 5 minutes`."""


def length_told(text: str, span: Span, context: Context) -> tuple[Span, int | dict[str, int]] | None:
    """The one length of time that a sentence tells, and where; of `two 20-min calls` it is that of both.

    What is not how long the thing itself takes counts for nothing: `within 24 hours`, `for the first 15 minutes`, `cut
    the meeting from 60 to 30 minutes`. Where there is more than one length of time, none of them is told.

    Returns:
        The place of the length of time, and minutes, or `from` and `to` in minutes; None where nothing is told.
    """
    raw = text[slice(*span)]
    told = _TOLD_OF.search(raw)
    if told is None or len(_ANY.findall(raw)) > 1 or _WITHIN_WHICH.match(raw, told.end()):
        return None
    where = (span[0] + told.start("length"), span[0] + told.end("length"))
    try:
        minutes = read_minutes(told["length"], context)
    except Unreadable:
        return None
    if isinstance(minutes, int):
        minutes *= int(in_digits(told["count"] or "1"))
    shortest = minutes if isinstance(minutes, int) else minutes["from"]
    return (where, minutes) if _SHORTEST <= shortest <= _LONGEST else None
