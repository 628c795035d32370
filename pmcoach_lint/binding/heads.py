"""A record's own text: `R1.1 Write the brief (45 min, weeks 1–4). Artifact: brief`, taken apart.

Values are taken off the front, then off the end; what is left is the record's title. A value in brackets in the
middle is read, and stays in the title.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, field
from typing import Any

from pmcoach_lint.binding.bloom import WORDS
from pmcoach_lint.binding.days import ORNAMENT, day_in_front, days_within
from pmcoach_lint.binding.found import NO_ID, value_in
from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.names import name_key, name_keys
from pmcoach_lint.binding.outline import MISSING, Label, split_label
from pmcoach_lint.binding.people import TO_DO
from pmcoach_lint.binding.readers import FINDERS, Context, Unreadable, read_value
from pmcoach_lint.binding.values import plain
from pmcoach_lint.syntax.source import Offence, Span, trim

_LEADING_ID = re.compile(
    rf"[*_`(\[]{{0,3}}{NO_ID}(?P<id>[A-Z]{{1,2}}\d{{1,3}}(?:\.\d{{1,3}})*)"
    r"(?:[*_`)\]]{1,3}(?=\W|$)[:.]?|[:.–—|]+(?=\s)|(?=\s+[–—|-]\s)|(?=,)|(?<=[BER]\d)(?=\s)|(?<=\.\d)(?=\s)|$)"
)
_GAP = r"\s*(?:[:,–—|·•/]|-(?=\s))?\s*"
_FRONTS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"[(\[](?P<value>[^()\[\]\n]*)[)\]](?!\(){_GAP}",  # (5 min) Wins, [Call] Prices
        rf"(?P<mark>\*\*|__|\*|_)(?P<value>[^*_\n]{{1,40}}?):?(?P=mark){_GAP}",  # **5 min** Wins, **Week 4:** review
        r"(?P<value>[^:()*\n]{1,40}?)\s*:(?:\*\*|__)?(?:\s+|$)",  # Weeks 1–4: frame one problem
        r"(?P<value>[^:()*\n]{1,40}?)(?:\s+[–—·•/-]\s+|\s*[—|]\s*)",  # 2026-10-08 – two briefs
        r"(?P<value>[^:()*\n]{1,40}?)\s*(?=\()",  # Week 4 (2026-10-30): two briefs
        r"(?P<value>[^:()*\n]{1,40})$",
    )
)
_MAY_LEAD = re.compile(
    r"[(*_\d~≈]|w\d|weeks?\b|wks?\b|weekly|every|all|about|due|by|[A-Z]{1,2}\d|"
    r"mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|"
    + "|".join(word[:4] for word in WORDS),
    re.IGNORECASE,
)
"""How a text may begin that has a value in front: nearly all texts do not, and need no closer look."""

_ENDS = (
    re.compile(r"[(\[](?P<value>[^()\[\]\n]*)[)\]][\s.:;,|–—*_-]*$"),  # Write the brief (45 min).
    re.compile(r"(?:\s(?:[–—·•-]|→|->)\s+|[:,]\s+)(?P<value>[^:–—,()\n]{1,30})$"),  # Wins – 5 min
    re.compile(r"\s(?P<value>(?:(?:due|by)\s[^:,()\n]{6,25}|@[\w.-]+))\s*\.?$", re.IGNORECASE),  # ... by 9 March 2026
)
_MOST_VALUES = 6
_INLINE_LABEL = re.compile(
    r"(?:(?<=[.!?)])|[;,|\n]|\s[–—-])\s*(?P<mark>\*\*|__|\*|_|)"
    r"(?P<name>[^\W\d_][^:.;,!?()|\n*]{0,40}):?(?P=mark):?(?<=[:*_])\s+"
)
_WORD_OF = re.compile(r"(?P<word>\w+(?:[ -]\w+)?) (?:with|on|about|of|to|for|from|by|at)\b", re.IGNORECASE)
_BLANK = re.compile(rf"(?P<blank>[\[<](?P<name>[^\[\]<>\n]+)[\]>])(?!\(){_GAP}")
_CHOICE = re.compile(r"\s*[/|,]\s*")
_ASIDE = re.compile(r"\((?P<value>[^()]*)\)")
_PARTS = re.compile(r"[^,;()]+")
_CHECKBOX = re.compile(r"(?P<box>\[[ xX]?\])\s+")
_MARK = re.compile(r"(?P<box>[☐☑✅✓✔✗✘❌])\ufe0f?\s+")
_ORDINAL = re.compile(r"\d{1,2}[.)]\s+(?=\S)")
_NUMBER_IN_CELL = re.compile(r"\d{1,2}(?:[.):]|\s*[–—]|\s-)\s+(?=\S)")
_NUMBERS = re.compile(r"[1-9]\d{0,2}(?:\s*[-–—]\s*[1-9]\d{0,2})?")
_ARROW = re.compile(r"-{1,2}>|=>|→")
_EDGES_OF_TITLE = " \t\r\n;,–—-|"


@dataclass(slots=True)
class Head:
    """What a record's own text says: values found in it, with their spans; labelled values; and its title."""

    found: dict[str, tuple[Any, Span]] = field(default_factory=dict)
    labelled: dict[str, tuple[Use, Span]] = field(default_factory=dict)
    title: Span | None = None
    offences: list[Offence] = field(default_factory=list)


def read_head(
    text: str, binding: Binding, span: Span, context: Context, *, labels: bool = True, known: Container[str] = ()
) -> Head:
    """Take the text of one record apart.

    Args:
        text: the document.
        binding: the list of records whose record it is.
        span: where the record's own text stands.
        context: what readers may need to know.
        labels: whether values may carry labels inside the text (not so in a table's cell).
        known: the fields of the record that are read already.

    Returns:
        Its parts. The title is what is left when id, noun, number, and values at either end are set aside.
    """
    return _HeadReader(text, binding, context, known).read(span, labels=labels)


def begins_with_id(text: str, span: Span) -> bool:
    """Whether the text at `span` begins with an id such as `B1`."""
    return bool(_LEADING_ID.match(text, *span))


class _HeadReader:
    """Reads one record's own text."""

    def __init__(self, text: str, binding: Binding, context: Context, known: Container[str]) -> None:
        self.text = text
        self.binding = binding
        self.context = context
        self.known = known
        self.head = Head()

    def read(self, span: Span, *, labels: bool) -> Head:
        """Take the text at `span` apart."""
        start, end = trim(self.text, span)
        start = self.cut_box(start, end)
        if self.binding.day:
            start, end = self.cut_entry(start, end, ordinal=labels)
            led = start
        if labels:
            end = self.cut_labels(start, end)
        if not self.binding.day:
            start = self.cut_noun_and_id(start, end, ordinal=labels)
            led = self.cut_front(start, end)
            if labels and led == start:
                led, end = self.own_label(start, end)
        end = self.cut_end(led, end)
        for aside in _ASIDE.finditer(self.text, led, end):
            self.all_found(aside.span("value"))
        self.found_within(led, end)
        title = trim(self.text, (led, end))
        self.head.title = _bare(self.text, title) if title[0] < title[1] else self.only_word()
        return self.head

    def only_word(self) -> Span | None:
        """What kind of entry it is, as its title where there is none: `2026-03-02 — Kick-off`."""
        kinds = (bound.name for bound in self.binding.found_fields if self.binding.day and bound.words)
        return next((self.head.found[name][1] for name in kinds if name in self.head.found), None)

    def cut_box(self, start: int, end: int) -> int:
        """Take a check box off the front, which is a value where the record has a place for it."""
        holder = next((bound for bound in self.binding.found_fields if bound.reader == "check"), None)
        box = _CHECKBOX.match(self.text, start, end) or (_MARK.match(self.text, start, end) if holder else None)
        if box and holder:
            value = read_value("check", box["box"], self.context)
            self.head.found[holder.name] = (value, box.span("box"))
        return box.end() if box else start

    # Labels

    def uses(self, name: Span) -> tuple[Use, ...]:
        """What the label at `name` stands for in the record; empty when it is no label there."""
        by_key = self.binding.by_key
        return next((by_key[key] for key in name_keys(self.text[slice(*name)]) if key in by_key), ())

    def cut_labels(self, start: int, end: int) -> int:
        """Take labelled values at the end off, and return where the text before them ends."""
        text = self.text
        if text.find(":", start, end) < 0:
            return end
        found = self.inline_labels(start, end)
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
        if label and not uses and self.told_of(label):
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
        holder = next((bound for bound in self.binding.found_fields if bound.reader == "id"), None)
        if holder and (match := _LEADING_ID.match(text, start, end)):
            self.head.found[holder.name] = (match.group("id"), match.span("id"))
            start = trim(text, (match.end(), end))[0]
            start += len(text[start:end]) - len(text[start:end].lstrip("–—|-:, \t"))
        return trim(text, (start, end))[0]

    def number(self, noun: re.Match[str]) -> None:
        """Take the number behind the noun (`Phase 2:`) where the record has a place for it."""
        holder = next((bound for bound in self.binding.found_fields if bound.reader == "ordinal"), None)
        if holder and noun["number"]:
            self.head.found[holder.name] = (int(noun["number"]), noun.span("number"))

    def cut_front(self, start: int, end: int) -> int:
        """Take values off the front, and return where the rest begins."""
        leads = self.binding.leads
        if not self.binding.found_fields or not (
            _MAY_LEAD.match(self.text, start, end) or (leads and leads.match(self.text, start, end))
        ):
            return start
        if leads and (task := TO_DO.match(self.text, start, end)) and self.all_found(task.span("value")):
            start = task.end()
        for _ in range(_MOST_VALUES):
            for pattern in _FRONTS:
                match = pattern.match(self.text, start, end)
                if match and self.all_found(match.span("value")):
                    start = match.end()
                    break
            else:
                return start
        return start

    def cut_entry(self, start: int, end: int, *, ordinal: bool) -> Span:
        """Take off what heads an entry: its day, whatever that is worth, and what kind of entry it is."""
        if ornament := ORNAMENT.match(self.text, start, end):
            start = ornament.end()
        start = self.cut_noun_and_id(start, end, ordinal=ordinal)
        field = self.binding.day
        if field and (front := day_in_front(self.text, start, end)):
            self.head.labelled.setdefault(field.name, (Use(field.name), front.day))
            start = front.end
        aside = _ENDS[0].search(self.text, start, end)
        if aside and aside.start() > start and self.all_found(aside.span("value")):
            end = aside.start()  # “Roadmap review (Meeting)” is a meeting
        return self.cut_front(self.cut_blanks(start, end), end), end

    def cut_blanks(self, start: int, end: int) -> int:
        """Take blanks off the front that stand where what kind of entry it is belongs: `[Type] — [Title]`."""
        for bound in self.binding.found_fields:
            blank = _BLANK.match(self.text, start, end) if bound.words else None
            if blank and (name_key(blank["name"]) in bound.own_keys or self.is_choice(bound, blank["name"])):
                self.head.labelled.setdefault(bound.name, (Use(bound.name), blank.span("blank")))
                start = blank.end()
        return start

    def is_choice(self, bound: Binding, text: str) -> bool:
        """Whether `text` names several of the words of `bound`: `Meeting / Call / Workshop`."""
        words = [name_key(word) for word in _CHOICE.split(text)]
        return len(words) > 1 and words[0] in bound.words

    def found_within(self, start: int, end: int) -> None:
        """Find what an entry's title says in passing: `Call with the CFO`, `Kick-off on 2026-03-02`."""
        field = self.binding.day
        if not field or start >= end:
            return
        days = days_within(self.text, (start, end))
        if len(days) == 1 and field.name not in self.head.labelled:
            self.found(days[0])
        if word := _WORD_OF.match(self.text, start, end):
            self.found(word.span("word"))

    def cut_end(self, start: int, end: int) -> int:
        """Take values off the end, and return where the text before them ends."""
        end = self.cut_amount(start, end)
        for _ in range(_MOST_VALUES):
            for pattern in _ENDS:
                match = pattern.search(self.text, start, end)
                if match and match.start() > start and self.all_found(match.span("value")):
                    end = match.start()
                    break
            else:
                return end
        return end

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

    # Values

    def all_found(self, span: Span) -> bool:
        """Read each part of the text at `span`, labelled or not, and tell whether all of them were values."""
        used = parts = 0
        for match in _PARTS.finditer(self.text, *span):
            part = trim(self.text, match.span())
            if part[0] == part[1]:
                continue
            parts += 1
            label = split_label(self.text, part)
            uses = self.uses(label.name) if label else ()
            for use in uses:
                self.head.labelled.setdefault(use.name, (use, label.value if label else part))
            used += bool(uses) or self.found(part) or self.change(part) or self.bare_minutes(part)
        return used == parts > 0

    def found(self, span: Span) -> bool:
        """Read the text at `span` by the first found field that can, and tell whether one could."""
        raw = plain(self.text[slice(*span)])
        for bound in self.binding.found_fields:
            try:
                value = value_in(bound, raw, self.context)
            except Unreadable as problem:
                offence = Offence(problem.rule, span, problem.message, problem.hint, problem.instead)
                self.head.offences.append(offence)
                return True
            if bound is self.binding.day and bound.name in self.head.labelled:
                continue
            if bound.words and (bound.name in self.head.found or bound.name in self.known):
                continue  # one word says what kind of entry it is; the next is of the title
            if value is not MISSING and self.head.found.setdefault(bound.name, (value, span))[0] == value:
                return True
        return False

    def bare_minutes(self, span: Span) -> bool:
        """Read a bare number as minutes, where nothing else could be meant: `Wins (5)` in an agenda."""
        only = self.binding.found_fields[0] if len(self.binding.found_fields) == 1 else None
        if not only or only.reader != "minutes" or only.name in self.head.found:
            return False
        if not _NUMBERS.fullmatch(self.text, *span):
            return False
        self.head.found[only.name] = (read_value("minutes", self.text[slice(*span)], self.context), span)
        return True

    def change(self, span: Span) -> bool:
        """Read a step up the ladder (`Apply → Analyze`) for the fields that have one, and tell whether it was one."""
        raw = self.text[slice(*span)]
        uses = self.binding.change_uses if _ARROW.search(raw) else ()
        if not uses:
            return False
        try:
            change = read_value("level-change", raw, self.context)
        except Unreadable:
            return False
        for use in uses:
            self.head.found.setdefault(use.name, (change[str(use.part)], span))
        return True


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
