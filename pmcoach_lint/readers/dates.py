"""Days of the calendar as people write them."""

from __future__ import annotations

import re
from calendar import monthrange
from contextlib import suppress
from datetime import date, timedelta

from pmcoach_lint.readers.calendar import DAY, MONTH, MONTHS, NTH, TIME_OF_DAY, WEEK_OF, WEEKDAY, month_number
from pmcoach_lint.readers.unreadable import Context, Unreadable
from pmcoach_lint.regex import regex
from pmcoach_lint.tuples import NamedTuple

_ISO = regex(r"(?P<year>\d{4})[-/.‐‑–−](?P<month>\d{1,2})[-/.‐‑–−](?P<day>\d{1,2})(?:(?:T|,? at|,)?\s?\d{2}:\d{2}\S*)?")
_DAY_FIRST = regex(
    rf"(?P<day>\d{{1,2}}){NTH}[\s-]+(?:of\s+)?(?P<name>{MONTH})\.?,?(?:[\s-]+(?P<year>\d{{4}}))?",
    re.IGNORECASE,
)
_MONTH_FIRST = regex(
    rf"(?P<name>{MONTH})\.?[\s-]+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<year>\d{{4}}))?", re.IGNORECASE
)
_DOTTED = regex(r"(?P<day>\d{1,2})\.\s?(?P<month>0?\d|1[0-2])\.\s?(?P<year>\d{4})")
_DOTTED_WITHOUT_YEAR = regex(r"(?P<day>\d{1,2})\.\s?(?P<month>0?[1-9]|1[0-2])")
_NUMERIC = regex(r"(?P<one>\d{1,2})[/.-](?P<two>\d{1,2})[/.-](?P<year>\d{4})")
_NO_YEAR = regex(r"(?P<one>\d{1,2})[/.](?P<two>\d{1,2})")
_WEEK_OF_CALENDAR = regex(r"(?:KW|CW)\s?\d{1,2}(?:\s*\([^()\n]*\))?", re.IGNORECASE)
_SHORT_YEAR = regex(r"(?:[^\W\d_](?P<joint>-|\s?['’])|\d(?:st|nd|rd|th)?(?P<mark>,?\s?['’]))(?P<year>\d{2})$")
"""A year without its century, where it can be nothing else: `18-Dec-26`, `5 Oct ’26`, `Oct 5 '26`."""

_TWO_DIGITS = regex(
    rf"(?P<day>\d{{1,2}}{NTH}\s+(?:{MONTH})\.?,?|\d{{1,2}}\.\s?\d{{1,2}}\.|\d{{1,2}}/\d{{1,2}}/)\s?(?P<year>\d{{2}})",
    re.IGNORECASE,
)
"""The same behind a day and its month: `22 Sep 26`, `22.9.26`, `22/9/26`."""

MONTH_AND_DAY = regex(r"(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
"""A day as a standard writes it, but for its year: `10-15`."""

_LEAD = regex(
    rf"(?:(?:due|by|on|since|from|until|till|{WEEK_OF})\b:?\s*)*@?(?:the\s+)?(?:{WEEKDAY}\.?,?\s+)?",
    re.IGNORECASE,
)
_LENGTH = r"\d{1,3}(?:[.,]\d)?[\s-]?(?:min(?:ute)?s?|h(?:ou)?r?s?)|(?:half|full|whole|all)(?: an? |[\s-])?(?:day|hour)"
_TRAIL = regex(
    rf"(?:(?:,\s?|\s)\(?{WEEKDAY}\.?\)?|\s?\([^()]*\)|\s?\[[^\[\]]*\]|(?:\s?[,;–—]\s?|\s)(?:for\s)?(?:an?\s)?(?:{_LENGTH})\.?"
    rf"|,?\s(?:{TIME_OF_DAY})|[,;]\s(?:last\s)?(?:updated|revised|amended|changed|edited)\b.{{0,30}})$",
    re.IGNORECASE,
)
_STRETCH = regex(
    rf"^(\d{{1,2}}){NTH}\.?(?:\s?[–&+-]\s?|\s(?:and|to)\s)\d{{1,2}}(?={NTH}\s+(?:{MONTH})\b|\.\s?\d{{1,2}}(?:\.|$))",
    re.IGNORECASE,
)
"""Several days of one month (`2–7 Oct`, `3 and 17 December`, `18.–22.1.`), which count from the first."""

_WEEKDAY = regex(rf"\b{WEEKDAY}\b", re.IGNORECASE)

_OF_MONTH = regex(rf"(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+(?P<day>\d{{1,2}}){NTH}", re.IGNORECASE)

_JOINED = regex(r"[–&+/,-]|\s(?:and|then|to|until|till|through)\s", re.IGNORECASE)
_JOINT = r"(?:\s?[–&+/-]\s?|,?\s(?:and|then|to|until|till|through)\s|,\s)"
_SEVERAL = regex(
    rf"(?P<first>{DAY})(?:{_JOINT}(?:{WEEKDAY}\.?,?\s+)?{DAY})+|"
    rf"(?P<of_month>(?:{MONTH})\.?\s\d{{1,2}})(?:st|nd|rd|th)?(?:{_JOINT}\d{{1,2}}(?:st|nd|rd|th)?\b)+(?:,?\s(?P<year>\d{{4}}))?",
    re.IGNORECASE,
)
"""Several days (`Dec 15 and Tue, Jan 5`, `Dec 3 and 17`, `02/09/2026 to 23/09/2026`), which count from the first."""

_ONE_DAY = regex(DAY, re.IGNORECASE)
_HALF_A_YEAR = 6
_LAST_YEAR = regex(r",?[\s-]+(?P<year>\d{4})$")
_SHORTEST_WITH_YEAR = 5
_ISO_LENGTH = len("2026-10-05")
_ISO_STRETCH = regex(r"\d{4}-\d\d-\d\d(?:(?:\s?[–,;&+/]\s?|\s-\s|,?\s(?:and|to|until|till|through)\s)\d{4}-\d\d-\d\d)+")
_HINT = "Write it as year-month-day: 2026-10-05."
_BEFORE = timedelta(days=150)
_BEHIND = timedelta(weeks=12 + 12)
"""How far from the first day of a cycle its days lie at most: evidence before it, and what is due behind it.

Together they are less than a year, so that a day and a month can mean but one day.
"""


def parse_date(text: str, context: Context | None = None) -> date:
    """The day that `text` names; one without its year is that of the cycle of which the `context` knows.

    Raises Unreadable when it names none, or when it could be two.
    """
    plain = text.removeprefix("by ")
    if len(plain) == _ISO_LENGTH and plain[4] == plain[7] == "-":  # told without the expressions: nearly all are
        with suppress(ValueError):
            return date.fromisoformat(plain)
    bare = _first_of(_bare(text))
    if match := _ISO.fullmatch(bare):
        return _day(text, int(match["year"]), int(match["month"]), int(match["day"]))
    if match := _DAY_FIRST.fullmatch(bare) or _MONTH_FIRST.fullmatch(bare):
        if match["year"]:
            return _day(text, int(match["year"]), month_number(match["name"]), int(match["day"]))
        near = (context.start or context.near) if context else None
        day = _in_cycle(month_number(match["name"]), int(match["day"]), near) if near else None
        if day is None or not _is_on(day, text):
            raise Unreadable(f"“{text}” does not say the year.", _HINT)
        return day
    if match := _DOTTED.fullmatch(bare):  # whoever writes dots writes the day first, everywhere
        return _day(text, int(match["year"]), int(match["month"]), int(match["day"]))
    order = context.day_first if context else None
    if match := _NUMERIC.fullmatch(bare):
        return _numeric(text, int(match["one"]), int(match["two"]), int(match["year"]), is_day_first=order)
    return _without_year(text, bare, context)


def _without_year(text: str, bare: str, context: Context | None) -> date:
    """The day that `bare` gives in numbers and without its year; Unreadable where it is none, or not a certain one."""
    start, order = (context.start or context.near, context.day_first) if context else (None, None)
    month_and_day, stroke = MONTH_AND_DAY.fullmatch(bare), _NO_YEAR.fullmatch(bare)
    months_and_days = [(bare[:2], bare[3:])] if month_and_day else []
    order = True if "." in bare else order  # as above
    if stroke and order is not None:
        one, two = stroke["one"], stroke["two"]
        months_and_days.append((two, one) if order else (one, two))
    for month, number in months_and_days if start else ():
        if day := _in_cycle(int(month), int(number), str(start)):
            return day
    what = "does not say the year" if month_and_day or stroke else "is no date"
    raise Unreadable(f"“{text}” {what}.", _HINT)


def _in_cycle(month: int, number: int, start: str) -> date | None:
    """The day of a month that is near a cycle with that first day (ISO); None where there is no such day."""
    with suppress(ValueError, OverflowError):
        begin = date.fromisoformat(start)
        first, last = begin - _BEFORE, begin + _BEHIND
        days = (_day_of(year, month, number) for year in {first.year, last.year})
        return next((day for day in days if day and first <= day <= last), None)
    return None


def _day_of(year: int, month: int, number: int) -> date | None:
    """The day; None where there is no such day."""
    with suppress(ValueError):
        return date(year, month, number)
    return None


class YearlessDay(NamedTuple):
    """A day that does not say its year, nor its `month` where that is 0.

    `weekday` is what it says of the day of the week, in small letters.
    """

    month: int
    day: int
    weekday: str

    def in_year(self, year: int) -> date | None:
        """The day in that year; None where there is no such day, or where it is another day of the week."""
        found = _day_of(year, self.month, self.day)
        return found if found and self.weekday in ("", f"{found:%a}".lower()) else None


def without_year(text: str, *, day_first: bool | None = None) -> YearlessDay | None:
    """The day that `text` names without its year (`1 June`, `Fri 9 Oct`, `1.6.`); None for anything else.

    One with a stroke (`Fri 10/9`) is told where it is known whether days stand first.
    """
    bare = _first_of(_bare(text))
    if f"{bare}." in text and (dotted := _DOTTED_WITHOUT_YEAR.fullmatch(bare)):
        return YearlessDay(int(dotted["month"]), int(dotted["day"]), "")
    named = _WEEKDAY.search(text)
    weekday = named[0][:3].lower() if named else ""
    if MONTH_AND_DAY.fullmatch(bare):
        return YearlessDay(int(bare[:2]), int(bare[3:]), weekday)
    if day_first is not None and "/" in bare and (stroke := _NO_YEAR.fullmatch(bare)):
        one, two = int(stroke["one"]), int(stroke["two"])
        return YearlessDay(two, one, weekday) if day_first else YearlessDay(one, two, weekday)
    match = _DAY_FIRST.fullmatch(bare) or _MONTH_FIRST.fullmatch(bare)
    if not match or match["year"]:
        return None
    return YearlessDay(month_number(match["name"]), int(match["day"]), weekday)


def day_alone(text: str, *, day_first: bool | None = None) -> YearlessDay | None:
    """The same for all that stands in the place of a day, which may lack its last point: `06.10`, `06.10 →`."""
    return without_year(text, day_first=day_first) or without_year(f"{text.rstrip(' .→')}.")


def past_day(text: str, today: date) -> date:
    """The day that `text` names; one without its year is that which was last, up to `today`.

    Raises Unreadable when it names none, and without its year one that is to come within weeks, or was a year ago.
    """
    return parse_date(text, Context(near=(today - _BEHIND).isoformat()))


def day_and_month(text: str, *, day_first: bool | None = None) -> tuple[int, int] | None:
    """The month and the day that `text` names, with or without its year; None for anything else."""
    if yearless := day_alone(text, day_first=day_first):
        return yearless.month, yearless.day
    try:
        found = parse_date(text)
    except Unreadable:
        return None
    return found.month, found.day


def lacks_year(text: str) -> bool:
    """Whether `text` names a day or a week of the calendar without its year: `by 5 February`, `30/11`, `KW 49`."""
    bare = _bare(text)
    return without_year(text) is not None or any(form.fullmatch(bare) for form in (_NO_YEAR, _WEEK_OF_CALENDAR))


def of_month(text: str) -> YearlessDay | None:
    """The day of a month that a heading above names (`Mon 6`, `Thursday 9th`); None for anything else."""
    match = _OF_MONTH.fullmatch(text)
    return YearlessDay(0, int(match["day"]), match["weekday"].lower()) if match else None


def with_day_between(text: str, first: date, last: date) -> str | None:
    """The text with its day as year-month-day, where it lacks its year, or the order of day and month.

    Returns:
        None where no such day lies between `first` and `last`, or more than one, or where it is on another weekday than
        the text says.
    """
    bare, years = _bare(text), range(first.year, last.year + 1)
    if match := _DAY_FIRST.fullmatch(bare) or _MONTH_FIRST.fullmatch(bare):
        possible = [(year, month_number(match["name"]), int(match["day"])) for year in years if not match["year"]]
    elif match := _NUMERIC.fullmatch(bare) or _NO_YEAR.fullmatch(bare):
        one, two, own = int(match["one"]), int(match["two"]), match.groupdict().get("year")
        possible = [(year, *order) for year in ([int(own)] if own else years) for order in ((one, two), (two, one))]
    else:
        return None
    between = [day for parts in {*possible} if (day := _day_of(*parts)) and first <= day <= last]
    if len(between) != 1 or bare not in text or not _is_on(between[0], text.replace(bare, " ")):
        return None
    return text.replace(bare, between[0].isoformat())


def _is_on(day: date, around: str) -> bool:
    """Whether a day is on the weekday that is named around it, if one is."""
    named = _WEEKDAY.search(around)
    return named is None or f"{day:%a}".lower() == named[0][:3].lower()


def _bare(text: str) -> str:
    """The day in a text, without what stands around it: `by Mon 5 October (kick-off)`, `25 Nov, 90 min`."""
    bare = " ".join(text.replace("*", "").split()).strip(" .→")
    if bare.startswith("(") and bare.endswith(")"):
        bare = bare[1:-1].strip()
    bare = _TRAIL.sub("", _LEAD.sub("", bare, count=1)).strip(" .,")
    if short := _SHORT_YEAR.search(bare):
        return f"{bare[: max(short.start('joint'), short.start('mark'))]} 20{short['year']}"
    if len(bare) > _SHORTEST_WITH_YEAR and bare[-2:].isdecimal() and (short := _TWO_DIGITS.fullmatch(bare)):
        return f"{short['day']}{'' if short['day'][-1] in './' else ' '}20{short['year']}"
    return bare


def _first_of(bare: str) -> str:
    """The first of several days; the text as it is where it names but one."""
    if bare[:4].isdecimal():
        return bare[:_ISO_LENGTH] if len(bare) > _ISO_LENGTH and _ISO_STRETCH.fullmatch(bare) else bare
    if not _JOINED.search(bare):
        return bare
    if bare[:1].isdecimal():
        bare = _STRETCH.sub(r"\1", bare, count=1)
    several = _SEVERAL.fullmatch(bare)
    if not several:
        return bare
    if several["first"]:
        return _with_year_of(several["first"], bare)
    year = f", {several['year']}" if several["year"] else ""
    return f"{several['of_month']}{year}"


def _with_year_of(first: str, days: str) -> str:
    """The first of several days with the year that the last one tells for all: `2 Sep to 23 Sep 2026`."""
    year = _LAST_YEAR.search(days)
    day, last = without_year(first), without_year(_ONE_DAY.findall(days[: year.start()])[-1]) if year else None
    if not year or not day or not last:
        return first
    is_over = day.month - last.month >= _HALF_A_YEAR  # `15 Dec to 5 Jan 2027`
    is_earlier = (day.month, day.day) <= (last.month, last.day)
    return f"{first}, {int(year['year']) - is_over}" if is_over or is_earlier else first


def _numeric(text: str, one: int, two: int, year: int, *, is_day_first: bool | None) -> date:
    """The day of `one/two/year`, when only one order of day and month is possible, or is that of the document."""
    if one <= 12 and (two > 12 or is_day_first is False):
        return _day(text, year, one, two)
    if one > 12 or one == two or not one or not two or is_day_first:
        return _day(text, year, two, one)
    message = f"“{text}” could be {one} {MONTHS[two - 1]} or {two} {MONTHS[one - 1]}."
    raise Unreadable(message, f"Write it as {year}-{two:02}-{one:02} or {year}-{one:02}-{two:02}.")


def _day(text: str, year: int, month: int, day: int) -> date:
    """The day, or the reason why there is none."""
    if not 1 <= month <= 12:
        message = f"“{text}” is no date: there is no month {month}."
        raise Unreadable(message, _HINT, rule="impossible-date")
    if year < 1:
        raise Unreadable(f"“{text}” is no date: there is no year 0.", "Write it as 2026-10-05.", rule="impossible-date")
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        message = f"“{text}” is no date: {MONTHS[month - 1]} {year} has {last} days."
        raise Unreadable(message, _HINT, rule="impossible-date")
    return date(year, month, day)
