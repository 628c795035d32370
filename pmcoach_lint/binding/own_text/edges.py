"""Values in front of and behind a record's own text: `Week 4 (2026-10-30): two briefs`, `Write the brief (45 min)`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.own_text.days import day_seen, days_within
from pmcoach_lint.binding.own_text.levels import LevelReader
from pmcoach_lint.readers.bloom import WORDS
from pmcoach_lint.readers.calendar import DAY, MONTH, NTH, TIME_OF_DAY, WEEKDAY
from pmcoach_lint.readers.durations import LENGTH, LENGTHS
from pmcoach_lint.readers.people import begins_with_person, doer_at, task_at
from pmcoach_lint.readers.registry import FINDERS, said_by
from pmcoach_lint.readers.timed import MINUTE
from pmcoach_lint.readers.unreadable import ABOUT
from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.syntax.source import Span

GAP = r"\s*(?:[:,|·/]|[–—•]|-(?=\s))?\s*"
"""What may part a value from the text behind it."""
_GOES_ON = r"(?:of|to|and|or|until|till|through|onwards?|is|was|has|for|at)\b"
"""A word behind a week with which that is more than the week of what follows: “week 2 of the pilot”."""

_GOES_NOT_ON = rf"(?!{_GOES_ON})(?=[^\W\d_]|\d+-[a-z]|\d{{1,3}} (?!(?:{MONTH})\b)[a-z]{{3}})"

FRONTS = (
    regex(rf"[(\[](?P<value>[^()\[\]\n]*)[)\]](?!\(){GAP}"),  # (5 min) Wins, [Call] Prices
    regex(rf"(?P<mark>\*\*|__|\*|_)(?P<value>[^*_\n]{{1,40}}?):?(?P=mark){GAP}", near="* _"),  # **Week 4:** review
    regex(r"`(?P<value>[^`\n]{1,40})`\s*(?::|–|—|-)\s+", near="`"),  # `lead-02`: send the brief
    regex(r"(?P<value>[^\W\d_]{4,14}\s?\(L?\d\))\s*:(?:\s+|$)", near="("),  # Know (1): names the goals
    regex(
        r"(?P<value>[^:()*\n]{1,40}?(?:,\s?\d{1,2}:\d\d)?)\s*:(?:\*\*?|__?)?(?:\s+|$)", near=":"
    ),  # Weeks 1–4: frame one problem; 26.11.2026, 14:00: go through it
    regex(r"(?P<value>[^:=()*\n]{1,40}?)\s*=\s+", near="="),  # know = names the goals
    regex(
        r"(?P<value>[^:()*\n]{1,40}?)(?:\s+\\?[·/=-]\s+|\s+[–—•→]\s+|\s*[—|]\s*)", near="· / = - – — • → |"
    ),  # 2026-10-08 – two briefs
    regex(
        rf"(?P<value>[Ww](?:ee)?k\s?\d{{1,2}}(?:\s\d{{1,2}}/\d{{1,2}})?)\s+{_GOES_NOT_ON}", near="week wk"
    ),  # Week 2 first brief
    regex(
        rf"(?P<value>[^:()*\n]{{1,40}}?)\s*(?=\()(?!\([^()\n]*\)\s+{_GOES_ON})", near="("
    ),  # Week 4 (2026-10-30): two briefs; not 30 October (moved) and 20 November
    regex(
        r"(?P<value>\d{4}-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th)?\.?\s[A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.?\s\d{1,2}),\s+(?=[^\W\d_])",
        near=",",
    ),  # 7 October, baseline agreed
    regex(
        rf"(?P<value>\d{{4}}-\d\d-\d\d|(?:\d{{2}}\.\d{{1,2}}|\d\.\d{{2}})\.(?:\d{{4}})?):?\s+{_GOES_NOT_ON}",
        near="-0 -1 .",
    ),  # 24.11. pm-07 reads it
    regex(
        rf"(?P<value>{WEEKDAY}\.?,?\s(?:\d{{1,2}}\.\d{{1,2}}\.|\d{{1,2}}{NTH}\s[a-z]{{3,9}}\.?|[a-z]{{3,9}}\.?\s\d{{1,2}}{NTH})"
        rf"(?:,?\s?\d{{4}})?):?\s+{_GOES_NOT_ON}",
        re.IGNORECASE,
        near="mon tue wed thu fri sat sun",
    ),  # Mon 24 November pm-07 reads it
    regex(r"(?P<value>[^:()*\n]{1,40})$"),
)
_ENCLOSED = 2
"""How many of them are for a value between signs: all others are for one without."""

_WEEK_AND_DAY = regex(rf"(?P<week>[Ww]eek \d{{1,2}}) (?=\(\d)(?:\((?P<day>\d{{4}}-\d\d-\d\d)\)(?!\(){GAP})?")
"""The most usual front, which is told at once: `Week 4 (2026-10-30): two briefs`."""

_DAY_OF_WEEK = regex(
    rf"\((?:(?:\d{{1,2}}|{DAY}|[01]\d-[0-3]\d)\s?(?:-|[–—])\s?)?(?:{DAY}|[01]\d-[0-3]\d)\){GAP}(?=[^\s:–—-])",
    re.IGNORECASE,
)
"""The day or days of a week, behind its number: `W1 (11-30): two briefs`."""
_MAY_LEAD = regex(r"[(*_`\d~]|≈|(?i:weeks?|wks?)\b|[A-Za-z]{1,2}\d")
_DAYS_AND_MONTHS = "mon tue wed thu fri sat sun jan feb mar apr may jun jul aug sep oct nov dec"
_LEADS = (
    *("weekly", "every", "all", "about", "due", "by", "until", "till"),
    *_DAYS_AND_MONTHS.split(),
    *(word[:4] for word in WORDS),
)
"""How a text may begin that has a value in front, in small letters: words take less to look for than a pattern."""
_LONGEST_LEAD = max(map(len, _LEADS))

ENDS = (
    regex(r"[(\[](?P<value>[^()\[\]\n]*)[)\]][\s.:;,|–—*_-]*$"),  # Write the brief (45 min).
    regex(
        r"(?:\s(?:\\?[·-]|[–—•]|→|->)\s+|[:,]\s+)(?P<value>(?:(?!(?<!\d)[–—]|[–—]\D)[^:,()·•\n]){1,30}"
        rf"(?:,\s(?:\d{{4}}|(?i:{TIME_OF_DAY})))?)$"
    ),  # Wins – 5 min
    regex(
        r"\s(?P<value>(?:(?:due|by|until)\s[^:,()\n]{4,25}(?:,\s\d{4})?|on\s\d{4}-\d{2}-\d{2}|@[\w.-]+))\s*\\?\.?$",
        re.IGNORECASE,
    ),  # ... by 9 March 2026
    regex(r"\s+`(?P<value>[^`\n]{1,40})`\.?$"),  # Interviews that teach us `Understand → Analyze`
)
"""The forms of a value at the end of a text; the first is one in brackets."""
_MINUTES = regex(rf"(?<=\w)\s(?P<value>~?\d{{1,3}}(?:\s?[-–]\s?\d{{1,3}})?\s?{MINUTE})\.?$", re.IGNORECASE)
_MINUTES_FIRST = regex(
    rf"(?P<value>~?\d{{1,3}}(?:\s?[-–]\s?\d{{1,3}})?\s?{MINUTE})\s+(?:for |of |on )?(?=[^\W\d_])",
    re.IGNORECASE,
)
# 14:00–14:05 Headlines
_CLOCK_FIRST = regex(r"(?P<value>\d{1,2}[:.]\d\d\s?[–-]\s?\d{1,2}[:.]\d\d)\s+(?=[^\W\d_])")
# 05–20  the brief
_STRETCH_FIRST = regex(rf"(?P<value>(?P<from>\d{{1,2}})\s?[–-]\s?(?P<to>\d{{1,2}}))\s+(?!{MINUTE}\b)(?=[^\W\d_])")
_STRETCH = regex(r"(?<!\d)(\d{1,2})\s?[–-]\s?(\d{1,2})(?!\d)")
_NEAR = 300
# :10 the brief
_MINUTE_OF_START = regex(r"(?P<value>\+?0{0,2}:(?P<minute>[0-5]\d))(?:\s*[:–—-])?\s+(?=[^\W\d_])")
_UNITS = ("min", "mins", "minutes", "hour", "hours", "h")
_LENGTH_OF_SENTENCE = 40
_LAST_SENTENCE = anycase(rf"(?<=[.!?”\"»)])\s+(?P<value>{ABOUT}{LENGTH})\.?$")
"""A length of time that is the last sentence: `Write the outcome beside each item. 45 min.`"""

_SAYS_WHEN = ("@", "by", "until", "due", " on ")
_YEAR = regex(r"\d\d\d\d")
_WEEKDAY_BEHIND = regex(rf",?(?:\s(?:due|by|until|on)){{1,2}}\s(?:{WEEKDAY})\.?,?$", re.IGNORECASE)
"""What is left in front of a day that has been taken off: `Send it by Thursday, 26 November 2026`."""
_ENDS_OF_WEEKDAYS = ("day", "days", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun")
_WHEN_IN_FRONT = regex(rf"\b(?:on|by|until|due)\s(?:the\s)?(?:{WEEKDAY}\.?,?\s)?$", re.IGNORECASE)

_SIGNS_OF_PARTING = "–—·•→:,-"
_LONGEST_END = 37
_LONGEST_PARTING = 4
"""How long the second of them can be, with a line end behind it, and what parts it from the text, without the space."""

_MOST_VALUES = 6
_ASIDE = regex(r"\((?P<value>[^()]*)\)")


class EdgeReader(LevelReader):
    """Takes values off either end of one record's own text."""

    def read_day(self, span: Span | None) -> None:
        """Read the only day with its year in what was seen or is to be done, which stays whole.

        Such are `Visit to the depot on 22.09.2026` and, with a word in front that says so, `Call on 1 March 2027 at 9`.
        One without its year counts for what is to be done where it lies ahead (`First session on 2 Dec: both rate`),
        and for what was seen where it lies behind: `Minutes of 8 Oct: no owner`.
        """
        date, title = self.binding.holders.get("date"), self.binding.title_field
        is_seen = bool(title and title.schema.get("x-says") == "evidence")
        if not date or not span or not (is_seen or date.name == "due"):
            return
        if any(date.name in told for told in (self.known, self.head.found, self.head.labelled)):
            return
        has_year = _YEAR.search(self.text, *span) is not None
        days = days_within(self.text, span, bare=not is_seen) if has_year or not is_seen else day_seen(self.text, span)
        is_told = len(days) == 1 and (is_seen or _WHEN_IN_FRONT.search(self.text, span[0], days[0][0]))
        day = said_by(date.reader, self.text[slice(*days[0])], self.context) if is_told else None
        is_ahead = str(day) >= (self.context.start or self.context.near or "")
        self.head.found |= {date.name: (day, days[0])} if day and (has_year or is_ahead != is_seen) else {}

    def cut_front(self, start: int, end: int) -> int:
        """Take values off the front, and return where the rest begins."""
        text = self.text
        if (only := self.binding.only_minutes) and (lead := self.minutes_first(only, start, end)):
            return lead
        start, own = self.behind_week(start, end), self.context.people
        for _ in range(_MOST_VALUES if self.binding.found_fields else 0):
            start = self.behind_day_of_week(start, end)
            if self.binding.finds_person and begins_with_person(text, start, end, own):
                task, doer = task_at(text, start, end, own), doer_at(text, start, end, own)
                if task and self.all_found(task[0]):
                    start = task[1]
                elif doer and self.all_found(doer):
                    return start  # it is part of the sentence
            elif not self.may_lead(start, end):
                return start
            first = text[start : start + 1]
            for pattern in FRONTS[:_ENCLOSED] if first in ("(", "*") else FRONTS:
                match = pattern.match(text, start, end)
                if match and self.all_found(match.span("value")):
                    start = match.end()
                    break
            else:
                return start
        return start

    def behind_week(self, start: int, end: int) -> int:
        """Where the text goes on behind a week, and its day, in the usual form; where it starts where it has none."""
        week = _WEEK_AND_DAY.match(self.text, start, end) if not self.binding.finds_person else None
        if week is None or not self.found(week.span("week")):
            return start
        is_dated = week["day"] is not None and self.found(week.span("day"))
        return week.end() if is_dated else week.end("week") + 1

    def behind_day_of_week(self, start: int, end: int) -> int:
        """Where the text goes on behind the day of a week that has been told, of a record that has no day itself."""
        is_told = self.text.startswith("(", start) and "weeks" in self.head.found and "date" not in self.binding.holders
        day = _DAY_OF_WEEK.match(self.text, start, end) if is_told else None
        return day.end() if day else start

    def minutes_first(self, only: Binding, start: int, end: int) -> int:
        """Where the text goes on behind a length of time (`5 min success`, `14:00–14:05 success`); 0 for none."""
        if match := _MINUTES_FIRST.match(self.text, start, end):
            return match.end() if self.all_found(match.span("value")) else start
        if begins := _MINUTE_OF_START.match(self.text, start, end):
            minute = int(begins["minute"])  # from then on: how long is worked out of where the next part begins
            self.head.found[self.binding.found_fields[0].name] = ({"from": minute, "to": minute}, begins.span("value"))
            return begins.end()
        if (stretch := _STRETCH_FIRST.match(self.text, start, end)) and self.is_on_clock(stretch):
            minutes = {side: int(stretch[side]) for side in ("from", "to")}
            self.head.found[only.name] = (minutes, stretch.span("value"))
            return stretch.end()
        clock = _CLOCK_FIRST.match(self.text, start, end)
        length = said_by("session-length", clock["value"], self.context) if clock else None
        if not clock or not length:
            return 0
        self.head.found[only.name] = (length["minutes"], clock.span("value"))
        return clock.end()

    def is_on_clock(self, stretch: re.Match[str]) -> bool:
        """Whether minutes from one to another go on in those of a neighbour: `5–20` above `20–32`."""
        first, last = int(stretch["from"]), int(stretch["to"])
        around = _STRETCH.findall(self.text, max(0, stretch.start() - _NEAR), stretch.end() + _NEAR)
        return first < last and any(int(begin) == last or int(end) == first for begin, end in around)

    def may_lead(self, start: int, end: int) -> bool:
        """Whether the text may have a value in front: nearly all texts do not, and need no closer look."""
        leads = self.binding.leads
        return (
            (leads is not None and leads.match(self.text, start, end) is not None)
            or self.text[start : min(end, start + _LONGEST_LEAD)].lower().startswith(_LEADS)
            or _MAY_LEAD.match(self.text, start, end) is not None
        )

    def cut_end(self, start: int, end: int) -> int:
        """Take values off the end, and return where the text before them ends."""
        end = self.cut_last_sentence(start, self.cut_minutes(start, self.cut_amount(start, end)))
        for _ in range(_MOST_VALUES):
            for pattern, begin in self.ends_from(start, end):
                match = pattern.search(self.text, begin, end)
                while match and not (match.start() > start and self.all_found(match.span("value"))):
                    match = pattern.search(self.text, match.start("value"), end)  # `Deep dive: one item - 25 min`
                if match:
                    end = match.start()
                    is_left = self.text[start:end].rstrip(" ,.").lower().endswith(_ENDS_OF_WEEKDAYS)
                    left = _WEEKDAY_BEHIND.search(self.text, start, end) if is_left else None
                    end = left.start() if left and left.start() > start else end
                    break
            else:
                return end
        return end

    def ends_from(self, start: int, end: int) -> Iterator[tuple[re.Pattern[str], int]]:
        """Those of `ENDS` that may be there, each with where it can begin at the earliest. To search all takes long."""
        in_brackets, parted, spoken, coded = ENDS
        raw = self.text[start:end]
        if ")" in raw or "]" in raw:
            yield in_brackets, start
        begin = max(start, start + len(raw[:-_LONGEST_END].rstrip()) - _LONGEST_PARTING)
        if any(map(self.text[begin:end].__contains__, _SIGNS_OF_PARTING)):
            yield parted, begin
        small = raw.lower()
        if any(map(small.__contains__, _SAYS_WHEN)):
            yield spoken, start
        if raw.endswith(("`", "`.")):
            yield coded, start

    def cut_minutes(self, start: int, end: int) -> int:
        """Take minutes off the end that nothing parts from the text, if nothing else could be meant: `Wins 5 min`."""
        if self.binding.only_minutes:
            match = _MINUTES.search(self.text, start, end)
            if match and self.all_found(match.span("value")):
                return match.start()
        return end

    def cut_last_sentence(self, start: int, end: int) -> int:
        """Take a length of time off the end that is the last sentence."""
        holder = self.binding.holders.get("minutes")
        begin = max(start, end - _LENGTH_OF_SENTENCE)
        if not holder or self.binding.only_minutes or not self.text[begin:end].rstrip(". ").lower().endswith(_UNITS):
            return end
        match = _LAST_SENTENCE.search(self.text, begin, end) if holder.name not in self.head.found else None
        minutes = said_by("minutes", match["value"], self.context) if match else None
        if not match or minutes is None:
            return end
        self.head.found[holder.name] = (minutes, match.span("value"))
        return match.start()

    def cut_amount(self, start: int, end: int) -> int:
        """Take the only amount of money or of hours off the end (`Net: €65,040 a year`), and return where that is."""
        for bound in self.binding.found_fields:
            found = FINDERS[bound.reader](self.text[start:end]) if bound.reader in FINDERS else []
            if len(found) == 1 and start + found[0][0][1] == end and bound.name not in self.head.found:
                (left, right), value = found[0]
                lead = self.text[start : start + left].rstrip()
                if lead and lead[-1] in ":,–—-(":
                    self.head.found[bound.name] = (value, (start + left, start + right))
                    return start + len(lead[:-1].rstrip())
        return end

    def read_asides(self, start: int, end: int) -> None:
        """Read the values in brackets, which stay where they are."""
        if self.text.find("(", start, end) >= 0:
            for aside in _ASIDE.finditer(self.text, start, end):
                self.all_found(aside.span("value"))
            minutes = self.binding.holders.get("minutes")
            if minutes and minutes.name in self.head.found and len(LENGTHS.findall(self.text, start, end)) > 1:
                del self.head.found[minutes.name]  # “2 calls (30 min each) and 20 min of notes”
