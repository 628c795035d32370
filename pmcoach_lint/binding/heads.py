"""A record's own text: `R1.1 Write the brief (45 min, weeks 1–4). Artifact: brief`, taken apart.

Values are taken off the front, then off the end; what is left is the record's title. A value in brackets in the
middle is read, and stays in the title.
"""

from __future__ import annotations

import re

from pmcoach_lint.binding.bloom import WORDS
from pmcoach_lint.binding.found import NO_ID, Finder, Head
from pmcoach_lint.binding.labels import Label, split_label
from pmcoach_lint.binding.model import Use
from pmcoach_lint.binding.people import begins_with_person, doer_at, task_at
from pmcoach_lint.binding.readers import FINDERS, read_value
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.blocks import BOXES
from pmcoach_lint.syntax.source import Span, trim

_LEADING_ID = regex(
    rf"[*_`(\[]{{0,3}}{NO_ID}(?P<id>[A-Z]{{1,2}}\d{{1,3}}(?:\.\d{{1,3}})*)"
    r"(?:[*_`)\]]{1,3}(?=\W|$)[:.]?|[:.–—|]+(?=\s)|(?=\s+[–—|-]\s)|(?=,)|(?<=[BER]\d)(?=\s)|(?<=\.\d)(?=\s)|$)"
)
GAP = r"\s*(?:[:,–—|·•/]|-(?=\s))?\s*"
"""What may part a value from the text behind it."""
_GOES_ON = r"(?:of|to|and|or|until|till|through|onwards?|is|was|has|for|at)\b"
"""A word behind a week with which that is more than the week of what follows: “week 2 of the pilot”."""

_GOES_NOT_ON = rf"(?!{_GOES_ON})(?=[^\W\d_]|\d+-[a-z])"

_FRONTS = tuple(
    regex(pattern)
    for pattern in (
        rf"[(\[](?P<value>[^()\[\]\n]*)[)\]](?!\(){GAP}",  # (5 min) Wins, [Call] Prices
        rf"(?P<mark>\*\*|__|\*|_)(?P<value>[^*_\n]{{1,40}}?):?(?P=mark){GAP}",  # **5 min** Wins, **Week 4:** review
        r"(?P<value>[^\W\d_]{4,14}\s?\(L?\d\))\s*:(?:\s+|$)",  # Know (1): names the goals
        r"(?P<value>[^:()*\n]{1,40}?)\s*:(?:\*\*|__)?(?:\s+|$)",  # Weeks 1–4: frame one problem
        r"(?P<value>[^:()*\n]{1,40}?)(?:\s+[–—·•/-]\s+|\s*[—|]\s*)",  # 2026-10-08 – two briefs
        rf"(?P<value>[Ww](?:ee)?k\s?\d{{1,2}}(?:\s\d{{1,2}}/\d{{1,2}})?)\s+{_GOES_NOT_ON}",  # Week 2 first brief
        r"(?P<value>[^:()*\n]{1,40}?)\s*(?=\()",  # Week 4 (2026-10-30): two briefs
        r"(?P<value>[^:()*\n]{1,40})$",
    )
)
_ENCLOSED = 2
"""How many of them are for a value between signs: all others are for one without."""

_WEEK_AND_DAY = regex(r"(?P<value>[Ww]eek \d{1,2}) (?=\(\d)")
"""The most usual front, which is told at once: `Week 4 (2026-10-30): two briefs`."""

_MAY_LEAD = regex(r"[(*_\d~]|≈|weeks?\b|wks?\b|[a-z]{1,2}\d", re.IGNORECASE)
_DAYS_AND_MONTHS = "mon tue wed thu fri sat sun jan feb mar apr may jun jul aug sep oct nov dec"
_LEADS = (
    *("weekly", "every", "all", "about", "due", "by"),
    *_DAYS_AND_MONTHS.split(),
    *(word[:4] for word in WORDS),
)
"""How a text may begin that has a value in front, in small letters: words take less to look for than a pattern."""
_LONGEST_LEAD = max(map(len, _LEADS))

ENDS = (
    regex(r"[(\[](?P<value>[^()\[\]\n]*)[)\]][\s.:;,|–—*_-]*$"),  # Write the brief (45 min).
    regex(r"(?:\s(?:[–—·•-]|→|->)\s+|[:,]\s+)(?P<value>[^:–—,()\n]{1,30}(?:,\s\d{4})?)$"),  # Wins – 5 min
    regex(
        r"\s(?P<value>(?:(?:due|by|until)\s[^:,()\n]{6,25}(?:,\s\d{4})?|on\s\d{4}-\d{2}-\d{2}|@[\w.-]+))\s*\.?$",
        re.IGNORECASE,
    ),  # ... by 9 March 2026
)
"""The forms of a value at the end of a text; the first is one in brackets."""
_MINUTES = regex(r"(?<=\w)\s(?P<value>~?\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s?(?:min(?:ute)?s?|m|['′’]))\.?$", re.IGNORECASE)
_MINUTES_FIRST = regex(
    r"(?P<value>~?\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s?(?:min(?:ute)?s?|m|['′’]))\s+(?:for |of |on )?(?=[^\W\d_])",
    re.IGNORECASE,
)
_SIGNS_OF_PARTING = frozenset("–—·•-→:,")
_LONGEST_END = 37
_LONGEST_PARTING = 4
"""How long the second of them can be, with a line end behind it, and what parts it from the text, without the space."""

_MOST_VALUES = 6
_INLINE_LABEL = regex(
    r"(?:(?<=[.!?)])|[;,|\n]|\s[–—-])\s*(?P<mark>\*\*|__|\*|_|)"
    r"(?P<name>[^\W\d_][^:.;,!?()|\n*]{0,40}):?(?P=mark):?(?<=[:*_])\s+"
)
_BEFORE_LABEL = frozenset(".!?);,|\n–—-")
"""What stands before a label in the midst of a text."""

_COLON_AND_MARK = 4
"""How far a label may reach from its colon on: `:** `."""
_ASIDE = regex(r"\((?P<value>[^()]*)\)")
_CHECKBOX = regex(r"(?P<box>\[[ xX]?\])\s+")
_MARK = regex(rf"(?P<box>[{BOXES}])\ufe0f?\s+")
_ORDINAL = regex(r"\d{1,2}[.)]\s+(?=\S)")
_NUMBER_IN_CELL = regex(r"\d{1,2}(?:[.):]|\s*[–—]|\s-)\s+(?=\S)")
_EDGES_OF_TITLE = " \t\r\n;,–—-|"


def begins_with_id(text: str, span: Span) -> bool:
    """Whether the text at `span` begins with an id such as `B1`."""
    return bool(_LEADING_ID.match(text, *span))


class HeadReader(Finder):
    """Reads one record's own text."""

    def read(self, span: Span, *, labels: bool) -> Head:
        """Take the text at `span` apart; `labels` tells whether values may carry labels inside it."""
        start, end = trim(self.text, span)
        start = self.cut_box(start, end)
        if labels:
            end = self.cut_labels(start, end)
        start = self.cut_noun_and_id(start, end, ordinal=labels)
        led = self.cut_front(start, end)
        if labels and led == start:
            led, end = self.own_label(start, end)
        end = self.cut_end(led, end)
        self.read_asides(led, end)
        self.head.title = self.title(led, end)
        return self.head

    def read_asides(self, start: int, end: int) -> None:
        """Read the values in brackets, which stay where they are."""
        if self.text.find("(", start, end) >= 0:
            for aside in _ASIDE.finditer(self.text, start, end):
                self.all_found(aside.span("value"))

    def title(self, start: int, end: int) -> Span | None:
        """What is left when all else has been taken off."""
        title = trim(self.text, (start, end))
        return _bare(self.text, title) if title[0] < title[1] else None

    def cut_box(self, start: int, end: int) -> int:
        """Take a check box off the front, which is a value where the record has a place for it."""
        holder = self.binding.holders.get("check")
        box = _CHECKBOX.match(self.text, start, end) or (
            _MARK.match(self.text, start, end) if holder and self.text[start : start + 1] in BOXES else None
        )
        if box and holder:
            value = read_value("check", box["box"], self.context)
            self.head.found[holder.name] = (value, box.span("box"))
        return box.end() if box else start

    # Labels

    def cut_labels(self, start: int, end: int) -> int:
        """Take labelled values at the end off, and return where the text before them ends."""
        text = self.text
        colon = text.rfind(":", start, end)
        if colon < 0 or _BEFORE_LABEL.isdisjoint(text[max(0, start - 1) : colon]):
            return end
        last = end if text[end - 1].isspace() else min(end, colon + _COLON_AND_MARK)
        found = self.inline_labels(start, last)
        for number, (match, uses) in enumerate(found):
            stop = found[number + 1][0].start() if number + 1 < len(found) else end
            left, right = trim(text, (match.end(), stop))
            value = (left, left + len(text[left:right].rstrip(" ;,|–—-" if stop == end else " ;,.|–—-")))
            for use in uses:
                self.head.labelled.setdefault(use.name, (use, value))
        return start + len(text[start : found[0][0].start()].rstrip(_EDGES_OF_TITLE + ".")) if found else end

    def inline_labels(self, start: int, end: int) -> list[tuple[re.Match[str], tuple[Use, ...]]]:
        """The labels of fields inside the text, but for those in brackets, and what each stands for."""
        found = []
        before, depth = start, 0
        for match in _INLINE_LABEL.finditer(self.text, start, end):
            depth += self.text.count("(", before, match.start()) - self.text.count(")", before, match.start())
            before = match.start()
            uses = self.uses(match.span("name")) if depth <= 0 and ":" in match.group() else ()
            if uses and not self.binding.fields[uses[0].name].is_title:
                found.append((match, uses))
        return found

    def own_label(self, start: int, end: int) -> Span:
        """Where the text is itself `Label: value` with the name of the title, the value; else all of it."""
        label = split_label(self.text, (start, end))
        uses = self.uses(label.name) if label else ()
        if label and not uses and (self.told_of(label) or self.change(label.value)):
            return label.name
        if not label or not uses:
            return (start, end)
        if self.binding.fields[uses[0].name].is_title and label.value[0] < label.value[1]:
            return (label.value[0], end)
        for use in uses:
            self.head.labelled.setdefault(use.name, (use, label.value))
        return (end, end)

    def told_of(self, label: Label) -> bool:
        """Whether the label is the record's title, and what follows is told of it: `CEO: wants fewer surprises`."""
        rest = self.binding.free_fields.get("rest")
        if not rest or not self.binding.title_field or label.value[0] == label.value[1]:
            return False
        self.head.labelled.setdefault(rest.name, (Use(rest.name), label.value))
        self.read_asides(label.name[1], label.value[0])
        return True

    # The front and the end

    def cut_noun_and_id(self, start: int, end: int, *, ordinal: bool) -> int:
        """Take a number, the noun (`Bet 1:`) and the id (`B1`) off the front, and return where the rest begins."""
        text = self.text
        if ordinal and (match := _ORDINAL.match(text, start, end)):
            start = match.end()
        if self.binding.nouns and (match := self.binding.nouns.match(text, start, end)):
            start = match.end()
            self.number(match)
        elif self.binding.nouns and not ordinal and (match := _NUMBER_IN_CELL.match(text, start, end)):
            start = match.end()
        holder = self.binding.holders.get("id")
        if holder and (match := _LEADING_ID.match(text, start, end)):
            self.head.found[holder.name] = (match.group("id"), match.span("id"))
            start = trim(text, (match.end(), end))[0]
            start += len(text[start:end]) - len(text[start:end].lstrip("–—|-:, \t"))
        return trim(text, (start, end))[0]

    def number(self, noun: re.Match[str]) -> None:
        """Take the number behind the noun (`Phase 2:`) where the record has a place for it."""
        holder = self.binding.holders.get("ordinal")
        if holder and noun["number"]:
            self.head.found[holder.name] = (int(noun["number"]), noun.span("number"))

    def cut_front(self, start: int, end: int) -> int:
        """Take values off the front, and return where the rest begins."""
        text = self.text
        if self.only_minutes and (match := _MINUTES_FIRST.match(text, start, end)):  # 5 min success
            return match.end() if self.all_found(match.span("value")) else start
        most = _MOST_VALUES if self.binding.found_fields else 0
        week = _WEEK_AND_DAY.match(text, start, end) if most and not self.binding.finds_person else None
        if week and self.all_found(week.span("value")):
            start, most = week.end(), most - 1
        for _ in range(most):
            if self.binding.finds_person and begins_with_person(text, start, end):
                task, doer = task_at(text, start, end), doer_at(text, start, end)
                if task and self.all_found(task[0]):
                    start = task[1]
                elif doer and self.all_found(doer):
                    return start  # it is part of the sentence
            elif not self.may_lead(start, end):
                return start
            first = text[start : start + 1]
            for pattern in _FRONTS[:_ENCLOSED] if first in ("(", "*") else _FRONTS:
                match = pattern.match(text, start, end)
                if match and self.all_found(match.span("value")):
                    start = match.end()
                    break
            else:
                return start
        return start

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
        end = self.cut_minutes(start, self.cut_amount(start, end))
        for _ in range(_MOST_VALUES):
            for pattern, begin in zip(ENDS, self.ends_from(start, end), strict=True):
                match = pattern.search(self.text, begin, end) if begin < end else None
                if match and match.start() > start and self.all_found(match.span("value")):
                    end = match.start()
                    break
            else:
                return end
        return end

    def ends_from(self, start: int, end: int) -> tuple[int, int, int]:
        """Where each of `ENDS` can begin at the earliest; `end` where it is not there. To search all takes long."""
        raw = self.text[start:end]
        bracketed = ")" in raw or "]" in raw
        parted = max(start, start + len(raw[:-_LONGEST_END].rstrip()) - _LONGEST_PARTING)
        if _SIGNS_OF_PARTING.isdisjoint(self.text[parted:end]):
            parted = end
        small = raw.lower()
        spoken = "@" in raw or "by" in small or "until" in small or "due" in small or " on " in small
        return (start if bracketed else end, parted, start if spoken else end)

    def cut_minutes(self, start: int, end: int) -> int:
        """Take minutes off the end that nothing parts from the text, if nothing else could be meant: `Wins 5 min`."""
        if self.only_minutes:
            match = _MINUTES.search(self.text, start, end)
            if match and self.all_found(match.span("value")):
                return match.start()
        return end

    @property
    def only_minutes(self) -> bool:
        """Whether a number with a unit can only be the length of what the text names."""
        return len(self.binding.found_fields) == 1 and self.binding.found_fields[0].reader == "minutes"

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


def _bare(text: str, span: Span) -> Span:
    """The span without bold marks or a colon that only led to what has been taken off."""
    start, end = span
    raw = text[start:end].rstrip(": \t")
    for mark in ("**", "__"):
        if raw.endswith(mark) and raw.count(mark) == 1:
            raw = raw[: -len(mark)].rstrip(": \t")
        elif raw.startswith(mark) and raw.count(mark) == 1:
            start += len(mark)
            raw = raw[len(mark) :]
    return trim(text, (start, start + len(raw)))
