"""The text that heads an entry of a log: `2026-03-02 — Meeting — Roadmap review`, taken apart."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cached_property

from pmcoach_lint.binding.labels import split_label
from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.own_text.days import BET, ORNAMENT, day_in_front, days_within, has_name_in_front
from pmcoach_lint.binding.own_text.edges import ENDS, FRONTS, GAP
from pmcoach_lint.binding.own_text.found import Head
from pmcoach_lint.binding.own_text.heads import HeadReader
from pmcoach_lint.binding.own_text.spent import SPENT, Spent, SpentReader
from pmcoach_lint.names import name_key
from pmcoach_lint.readers.registry import Context
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, strip, trim

_USUAL = regex(
    r"(?P<day>\d{4}-\d\d-\d\d) [—–-] (?P<kind>[A-Za-z]+) [—–-] (?P<title>[^\W\d_](?:[\w'’&%+/]|[ -](?=\w))*)"
)
_WORD_OF = regex(r"(?P<word>\w+(?:[ -]\w+)?)(?: (?:with|on|about|of|to|for|from|by|at)\b| w/|[.,]\s)", re.IGNORECASE)
_BLANK = regex(rf"(?P<blank>[\[<](?P<name>[^\[\]<>\n]+)[\]>])(?!\(){GAP}")
_CODE = regex(r"[*_]{0,2}[\[(](?P<code>[^\[\]()\n]{1,22})[\])](?!\()[*_]{0,2}(?:[\s:.–—-]+(?=\S)|$)")
"""What stands in brackets in front of the title of an entry: `(S) Asked for an opinion`, `[strategic] Prices`."""

_LETTER = regex(r"[*_]{0,2}(?P<code>[A-Z$€£])[*_]{0,2}[ \t]*(?:(?P<more>\r\n?|\n)|$)")
"""A letter that is all there is behind the day of an entry, or all that stands in its line: `2026-03-02 S`."""

_BET_IN_FRONT = regex(
    rf"[*_]{{0,2}}(?P<bet>{BET.pattern})(?::[*_]{{0,2}}|[*_]{{0,2}}:|\s(?:-|[–—])(?=\s))\s+(?=\S)", re.IGNORECASE
)
_TIMES_IN_FRONT = (*FRONTS[:-1], regex(r"(?P<value>(?:[^:()*.,;\n]|[.,](?=\d)){1,40})[.,;]\s+"))
"""The forms of what stands in front of a title, to which `4h tactical. Wrote three briefs` belongs as well."""

_TIME_AND_TITLE = regex(rf"(?P<value>{SPENT})\s+(?P<joint>(?:of|on|for)\s+)?(?=[^\W\d_]|1:1)", re.IGNORECASE)
_TIME_WITHIN = regex(rf"(?<![\w.,\"“„«])(?P<value>{SPENT}\s(?:of\s)?[^\W\d_]+)(?![\w-])", re.IGNORECASE)
_PARTING = regex(r"\s(?:[·|/-]|[–—•])\s+|[,;.]\s+")
_LONGEST_TIME = 50
"""How long the text is at most that tells time and work behind a title."""

_AROUND_WEEK = " *_([,·:|–—-"
_NUMBERED_WEEK = regex(r"(?:weeks?|wk|w)\.?\s?\d{1,2}", re.IGNORECASE)
_LONGEST_WORD = 20
_CHOICE = regex(r"\s*[/|,]\s*")


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
    if binding.day:
        return EntryReader(text, binding, context, known).read(span, labels=labels)
    is_due = labels and binding.falls_due and has_name_in_front(text, span)
    if not is_due and "order" not in binding.mark:
        return HeadReader(text, binding, context, known).read(span, labels=labels)
    from pmcoach_lint.binding.own_text.dated import DatedReader, DueReader  # noqa: PLC0415 - few packs have such

    reader = DueReader if is_due else DatedReader
    return reader(text, binding, context, known).read(span, labels=labels)


def work_in_front(text: str, binding: Binding, span: Span) -> tuple[list[Spent], Span]:
    """The kind of work in brackets in front of a text, and the rest: `[S] Lunch`; none for two: `[T][O] A recall`."""
    code = _CODE.match(text, *span)
    if code is None or code.end() == code.end("code") + 1:
        return [], span
    told = SpentReader(text, binding).told(code.span("code"), sure=True)
    return told, (code.end(), span[1]) if told else span


class EntryReader(HeadReader):
    """Reads the text of a record that is headed by a day.

    `is_within` says that what is looked at now stands within the title, and no more at one of its ends.
    """

    is_within = False

    def read(self, span: Span, *, labels: bool) -> Head:
        """Take the text at `span` apart."""
        start, end = trim(self.text, span)
        usual = _USUAL.fullmatch(self.text, start, end)
        if usual and self.take_usual(usual):
            return self.head
        start, end = self.cut_entry(self.cut_box(start, end), end, ordinal=labels)
        if labels:
            end = self.cut_labels(start, self.cut_word_behind(start, end))
            start = self.cut_labels_in_front(start, end)
        end = self.cut_end(start, self.cut_time_behind(start, end))
        self.is_within = True
        self.read_asides(start, end)
        self.found_within(start, end)
        self.head.title = self.title(start, end) or self.only_word() or self.only_week(span)
        return self.head

    def take_usual(self, usual: re.Match[str]) -> bool:
        """Take the usual form, `2026-03-02 — Meeting — Roadmap review`, in one go, and tell whether it is that."""
        kind = next((bound for bound in self.binding.found_fields if bound.words), None)
        word = kind.words.get(name_key(usual["kind"])) if kind else None
        if kind is None or word is None or kind.name in self.known or self.binding.day is None:
            return False
        self.head.tell(usual.span("day"), Use(self.binding.day.name))
        self.head.found[kind.name] = (word, usual.span("kind"))
        self.head.title = usual.span("title")
        return True

    def is_told(self, bound: Binding) -> bool:
        """Whether the day has been said, or one word has said what kind of entry it is: the next is of the title."""
        if bound is self.binding.day:
            return bound.name in self.head.labelled
        return bool(bound.words) and (bound.name in self.head.found or bound.name in self.known)

    def only_word(self) -> Span | None:
        """What kind of entry or of work it is, as its title where there is none: `2026-03-02 — Kick-off`."""
        told = self.head.labelled | self.head.found
        names = [bound.name for bound in (*self.spent.kinds, *self.spent.works)]
        return next((told[name][1] for name in names if name in told), None)

    def only_week(self, span: Span) -> Span | None:
        """The week that stands in front of the day, as the title where there is no other: `Week 37 (7 Sep)`."""
        title = self.binding.title_field
        day = self.head.labelled.get(self.binding.day.name) if self.binding.day else None
        if not day or not title or "instead" not in title.mark:  # else what stands below is the record's own text
            return None
        week = strip(self.text, (span[0], max(span[0], day[1][0])), _AROUND_WEEK)
        return week if _NUMBERED_WEEK.fullmatch(self.text, *week) else None

    def cut_word_behind(self, start: int, end: int) -> int:
        """Take a last sentence that is a word of a fixed set (`Next: rewrite it. On track.`) off the end.

        A comma may part it where it is one of the values themselves: `next: two calls, on track`.
        """
        for sign in (". ", ", "):
            stop = self.text.rfind(sign, start, end)
            span = trim(self.text, (stop + 1, end - self.text.endswith(".", start, end)))
            word = name_key(self.text[slice(*span)]) if stop >= 0 and span[1] - span[0] <= _LONGEST_WORD else ""
            for bound in self.binding.found_fields if word else ():
                value = bound.words.get(word)
                if value and bound.name not in self.known and (sign == ". " or " " in word):
                    self.head.found.setdefault(bound.name, (value, span))
                    return stop
        return end

    def cut_labels_in_front(self, start: int, end: int) -> int:
        """Take labelled sentences off the front (`Bet: Frame first. Wrote two`), and return where the rest is.

        A label with all of the text behind it is part of that: `Feedback — Context: a board of five`.
        """
        others = self.head.labelled.keys() - {self.binding.day.name if self.binding.day else ""}
        while (label := split_label(self.text, (start, end))) and (uses := self.uses(label.name)):
            stop = self.text.find(". ", *label.value)
            value_end = stop if stop >= 0 else end
            if stop < 0 and not others:
                return start
            if self.binding.fields[uses[0].name].is_title:
                return label.value[0]
            self.head.tell((label.value[0], value_end), *uses)
            start = trim(self.text, (min(value_end + 1, end), end))[0]
        return start

    def cut_entry(self, start: int, end: int, *, ordinal: bool) -> Span:
        """Take off what heads an entry: its day, whatever that is worth, and what kind of entry it is."""
        if ornament := ORNAMENT.match(self.text, start, end):
            start = ornament.end()
        start = self.cut_noun_and_id(start, end, ordinal=ordinal)
        field = self.binding.day
        if field and (front := day_in_front(self.text, start, end, sure=True)):
            self.head.tell(front.day, Use(field.name))
            start = self.behind_bet(front.end, end)
        if (code := _CODE.match(self.text, start, end)) and self.took(code.span("code")):
            start = code.end()  # “(S) Roadmap review” is strategic
        letter = _LETTER.match(self.text, start, end)
        if letter and (self.took(letter.span("code"), timed=True) or letter["more"]):
            start = letter.end()
        start = self.cut_time(start, end)
        end = self.cut_time_behind(start, end)
        aside = ENDS[0].search(self.text, start, end)
        if aside and aside.start() > start and self.all_found(aside.span("value")):
            end = aside.start()  # “Roadmap review (Meeting)” is a meeting
        return self.cut_front(self.cut_picture(self.cut_blanks(start, end), end), end), end

    def behind_bet(self, start: int, end: int) -> int:
        """Where the text goes on behind the bet that it is about: `bet 1: one call only`, `B1 – one call only`."""
        field = self.binding.referring
        is_of_bets = field is not None and field.reference is not None and field.reference["to"][-1] == "bets"
        about = _BET_IN_FRONT.match(self.text, start, end) if is_of_bets else None
        if not field or not about or field.name in self.known:
            return start
        self.head.tell(about.span("bet"), Use(field.name))
        return about.end()

    # Time and work

    @cached_property
    def spent(self) -> SpentReader:
        """What tells time and work in the text."""
        return SpentReader(self.text, self.binding)

    def all_found(self, span: Span) -> bool:
        """Read each part of the text at `span`, and tell whether all of them were values, time and work among them."""
        return self.took(span) or super().all_found(span)

    def took(self, span: Span, *, timed: bool = False) -> bool:
        """Read how long it took and which work it was, and tell whether the text at `span` says that and no more.

        `timed` says that a length of time stands in front of it.
        """
        spent, head = self.spent, self.head
        if not spent.works:
            return False
        is_aside = not self.is_within and self.text[span[0] - 1] in "(["
        told = spent.told(trim(self.text, span), sure=is_aside or timed)
        if any(each.field.name in head.labelled for each in told):
            return False
        for field, where in told:
            if field in spent.kinds:
                word = field.words[name_key(self.text[slice(*where)])]
                head.found.setdefault(field.name, (word, where))
            else:
                head.tell(where, Use(field.name))
        return bool(told)

    def cut_time(self, start: int, end: int) -> int:
        """Take time and work off the front, and return where the rest begins: `1.5h strategic: stopped the rebuild`."""
        timed = False
        while timed or self.spent.may_begin(start):
            fronts = (pattern.match(self.text, start, end) for pattern in _TIMES_IN_FRONT)
            front = next((match for match in fronts if match and self.took(match.span("value"), timed=timed)), None)
            if front is None:
                break
            start, timed = front.end(), True
        lead = _TIME_AND_TITLE.match(self.text, start, end)
        if lead and self.took(lead.span("value")):
            is_kind = self.binding.leads is not None and self.binding.leads.match(self.text, lead.end(), end)
            is_told = self.took((lead.end(), end), timed=True) or is_kind or lead["joint"]
            return lead.end() if is_told else start  # “4h wrote three briefs” is a title
        return start

    def cut_time_behind(self, start: int, end: int) -> int:
        """Take time and work off the end, and return where the text before them ends: `… – 4h tactical`."""
        stop = strip(self.text, (start, end), "", " .")[1]
        begin = stop if self.text[stop - 1] in ")]" else max(start, end - _LONGEST_TIME)
        for match in _PARTING.finditer(self.text, begin, stop):
            if match.start() > start and self.took((match.end(), stop)):
                return match.start()
        return end

    def cut_blanks(self, start: int, end: int) -> int:
        """Take blanks off the front that stand where what kind of entry it is belongs: `[Type] — [Title]`."""
        for bound in self.binding.found_fields:
            blank = _BLANK.match(self.text, start, end) if bound.words else None
            if blank and (name_key(blank["name"]) in bound.own_keys or self.is_choice(bound, blank["name"])):
                self.head.tell(blank.span("blank"), Use(bound.name))
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
        if time := _TIME_WITHIN.search(self.text, start, end):
            self.took(time.span("value"))
