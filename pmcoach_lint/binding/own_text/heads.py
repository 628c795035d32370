"""A record's own text: `R1.1 Write the brief (45 min, weeks 1–4). Artifact: brief`, taken apart.

Values are taken off the front, then off the end; what is left is the record's title. A value in brackets in the
middle is read, and stays in the title.
"""

from __future__ import annotations

import re

from pmcoach_lint.binding.labels import PICTURES
from pmcoach_lint.binding.model import Use
from pmcoach_lint.binding.nouns import SAYS_PLAN, number_of
from pmcoach_lint.binding.own_text.found import NO_ID, Head
from pmcoach_lint.binding.own_text.name_first import NameReader
from pmcoach_lint.readers.bloom import WORDS
from pmcoach_lint.readers.calendar import DAY, WEEKDAY
from pmcoach_lint.readers.durations import length_told
from pmcoach_lint.readers.registry import read_value, said_by
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.meant import BOXES
from pmcoach_lint.syntax.source import Span, strip, trim

_LEADING_ID = regex(
    rf"[*_`(\[]{{0,3}}{NO_ID}(?P<id>(?:[A-Z]{{1,2}}|[bcer])\d{{1,3}}(?:\.\d{{1,3}})*|(?![AG]?PM)[A-Z]{{2,3}}-\d{{1,3}})"
    r"(?:[*_`)\]]{1,3}(?=\W|$)[:.]?|[:.|]+[*_]{0,3}(?=\s)|[–—]+(?=\s)|(?=\s+(?:[|-]|[–—])\s)|(?=,(?!\s*[A-Z]{1,2}\d))"
    r"|(?:(?<=[BCER]\d)|(?<=\.\d))(?=\s)|(?=\s\*\*)|$)"
)
_ID_OF_ITEM = regex(rf"(?P<id>{NO_ID}[A-Z]{{1,2}}\d{{1,2}})(?=\s)")
"""An id with nothing but a space behind it, which begins the items of a checklist: `[x] A1 Agreed with the PM`."""

_USUAL_ID = regex(r"(?P<id>[BCER]\d(?:\.\d)?):?(?=\s)")
_LIKE_ID = regex(r"[*_`(\[]{0,3}(?:[A-Z][A-Z\d]|[bcer]\d)")
"""How most ids are written, and how a text begins that may begin with any other: both take a fraction of the time."""

_INLINE_LABEL = regex(
    r"(?:(?<=[.!?)\"])|(?<=”)|(?<=[.!?][*_])(?=\s)|[;,|\n]|\s(?:\\?-|[–—]))\s*(?P<mark>\*\*|__|\*|_|)"
    r"(?P<name>[^\W\d_](?:(?!”|\s[–—-]\s)[^:.;,!?()|\n*\"]){0,40})(?:[:?]?(?P=mark):?(?<=[:*_])|(?P<open>:))(?:\s+|\Z)"
)
_BEFORE_LABEL = frozenset('.!?)”";,|\n')
_DASHES = ("–", "—", "-", "\\-")
"""What stands before a label in the midst of a text: one of these signs, or a dash behind a space."""

_COLON_AND_MARK = 4
"""How far a label may reach from its colon on: `:** `."""
_ARROW = regex(r"(?<=\s)(?:→|-{1,2}>|=>|➡\ufe0f?)(?=\s)", near="→ -> => ➡")
_ALL_IN_BRACKETS = regex(r"\((?P<inside>[^()\n]*[^()\s])\)\\?[.,;]?", near="(")
_ASIDE_OF_NOUN = regex(r"\((?P<value>[^()\n]*)\)[*_]{0,3}\s*:[*_]{0,3}\s*")
"""What says more of the record right behind its noun: `Weekly rep (50 min): ...`, `Bet 2 (new since week 4): ...`."""


_MARKS_BEHIND = " \t*_:.·–—-"
_LAST_WORD = regex(r"[^\W_]*$")
_SAYS_NO_NAME = regex(rf"{SAYS_PLAN.pattern}|\([^()\n]*\)[*_:]*", re.IGNORECASE)
"""What stands behind the number of a record and names nothing: `Bet 1 reps`, `Bet 2 (from week 5)`."""

_LENGTH_BEHIND = regex(r"\S,\s+(?:\d{1,3}(?:\s?[–-]\s?\d{1,3})?\s?(?:m|mins?|minutes|h|hours?)|(?:weeks?|wks?)\s?\d)\b")
"""A length of time or weeks behind what is done: `two calls, 60 min, weeks 1-8`."""

_CHECKBOX = regex(r"\\?(?P<box>\[[ xX]?\\?\])\s+")
_DAY_BEHIND_BOX = regex(rf"(?P<day>(?:{WEEKDAY}\.?,?\s+)?{DAY})\s+(?!\d{{4}}\b)(?=[^\W_])", re.IGNORECASE)
_MARK = regex(rf"(?P<box>[{BOXES}])\ufe0f?\s+")
_SAYS_DONE = regex(r"[*_]{0,2}(?P<box>done|open)[*_]{0,2}:[*_]{0,2}\s+", re.IGNORECASE)
_ORDINAL = regex(r"\d{1,2}[.)]\s+(?=\S)")
_NUMBER_IN_CELL = regex(r"\d{1,2}(?:[.):]|\s*[–—]|\s-)\s+(?=\S)")
_FIRST_PICTURE = "\u2300"
_PICTURES_BEHIND = regex(r"(?<=\S)\s*(?:[\u2300-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff][\ufe0e\ufe0f\u200d]*\s*)+$")
"""Pictures behind a title: `Briefs that get decided 🗣️`. Their first sign comes after all letters of ours."""

_ARROW_IN_FRONT = regex(r"(?:→|➜|⇒|[-=]{1,2}>)\s+(?=\S)")
_EDGES_OF_TITLE = " \t\r\n;,–—-|"


def begins_with_id(text: str, span: Span) -> bool:
    """Whether the text at `span` begins with an id such as `B1`."""
    return _leading_id(text, *span) is not None


def _leading_id(text: str, start: int, end: int) -> re.Match[str] | None:
    usual = _USUAL_ID.match(text, start, end)
    return usual or (_LEADING_ID.match(text, start, end) if _LIKE_ID.match(text, start, end) else None)


class HeadReader(NameReader):
    """Reads one record's own text.

    `named_by_number` is the title where it names another record and nothing stands behind the number: `Bet 1`.
    """

    named_by_number: Span | None = None

    def read(self, span: Span, *, labels: bool) -> Head:
        """Take the text at `span` apart; `labels` tells whether values may carry labels inside it."""
        start, end = trim(self.text, span)
        start = self.cut_box(start, end)
        if self.text[start : start + 1] > "}":
            start = self.cut_picture(start, end)
        if labels:
            end = self.cut_arrow(start, self.cut_labels(start, end))
        start = self.cut_noun_and_id(start, end, ordinal=labels)
        led = self.cut_front(start, end)
        if labels and led == start:
            led, end = self.own_label(start, end)
        end = self.cut_level(led, self.cut_change(led, self.cut_end(led, self.cut_step(led, end))))
        self.read_asides(led, end)
        self.read_length(led, end)
        self.head.title = self.title(led, end)
        if labels and led != start and (enclosed := _ALL_IN_BRACKETS.fullmatch(self.text, led, end)):
            self.head.title = enclosed.span("inside")  # `week 2 (two briefs)`
        self.read_day(self.head.title)
        if self.binding.beside_level:
            self.read_beside_level(span[1])
        return self.head

    def read_length(self, start: int, end: int) -> None:
        """Read how long it takes where a sentence tells that, which stays whole: `One 30-minute sit-in`."""
        minutes = self.binding.holders.get("minutes")
        if minutes is None or self.binding.only_minutes:
            return
        if any(minutes.name in told for told in (self.known, self.head.found, self.head.labelled)):
            return
        if length := length_told(self.text, (start, end), self.context):
            self.head.found[minutes.name] = (length[1], length[0])

    def title(self, start: int, end: int) -> Span | None:
        """What is left when all else has been taken off."""
        title = trim(self.text, (start, end))
        if arrow := _ARROW_IN_FRONT.match(self.text, *title):
            title = (arrow.end(), title[1])  # `Weeks 1–2 (5–16 Oct) → two visits`
        if self.named_by_number and (title[0] == title[1] or _SAYS_NO_NAME.fullmatch(self.text, *title)):
            return self.named_by_number
        if self.named_by_number and self.is_rep(title):
            return self.named_by_number
        return _bare(self.text, title) if title[0] < title[1] else None

    def is_rep(self, title: Span) -> bool:
        """Whether a rep with its length or weeks stands behind the number of a bet: `bet 1: a call, 30 min`."""
        reps = next(
            (bound for bound in self.binding.lists.values() if bound.nouns and "minutes" in bound.holders), None
        )
        if reps is None or reps.name in self.known or not _LENGTH_BEHIND.search(self.text, *title):
            return False
        self.head.tell(title, Use(reps.name))
        return True

    def cut_box(self, start: int, end: int) -> int:
        """Take a check box off the front, which is a value where the record has a place for it."""
        holder = self.binding.holders.get("check")
        box = _CHECKBOX.match(self.text, start, end) or (self.mark_in_front(start, end) if holder else None)
        if box and holder:
            value = read_value("check", box["box"].replace("\\", ""), self.context)
            self.head.found[holder.name] = (value, box.span("box"))
        elif box and (stands := next((bound for bound in self.binding.found_fields if "done" in bound.words), None)):
            value = stands.words.get("open" if " " in box["box"] else "done")
            self.head.found[stands.name] = (value, box.span("box"))
            if (day := _DAY_BEHIND_BOX.match(self.text, box.end(), end)) and self.found(day.span("day")):
                return day.end()
        return box.end() if box else start

    def mark_in_front(self, start: int, end: int) -> re.Match[str] | None:
        """What stands for a check box in front: a mark, or the word for it with more behind it than yes or no."""
        if self.text[start : start + 1] in BOXES:
            return _MARK.match(self.text, start, end)
        word = _SAYS_DONE.match(self.text, start, end)
        return word if word and said_by("check", self.text[word.end() : end], self.context) is None else None

    def cut_picture(self, start: int, end: int) -> int:
        """Take a picture off the front, which may be a value of its own: `🟢 Two briefs`."""
        picture = PICTURES.match(self.text, start, end)
        if picture:
            self.found(trim(self.text, picture.span()))
        return picture.end() if picture else start

    # Labels

    def cut_labels(self, start: int, end: int) -> int:
        """Take labelled values at the end off, and return where the text before them ends."""
        text = self.text
        colon = max(text.rfind(":", start, end), text.rfind("?*", start, end), text.rfind("?_", start, end))
        before = text[max(0, start - 1) : colon - 1] if colon >= 0 else ""
        if _BEFORE_LABEL.isdisjoint(before) and not any(word.startswith(_DASHES) for word in before.split()):
            return end
        last = end if text[end - 1].isspace() else min(end, colon + _COLON_AND_MARK)
        found = [one for one in self.inline_labels(start, last) if one[0].end() < end]
        for number, (match, uses) in enumerate(found):
            stop = found[number + 1][0].start() if number + 1 < len(found) else end
            value = trim(text, (match.end(), stop))
            value = strip(
                text, value, "", (" ;,|–—-" if stop == end else " ;,.|–—-") + match["mark"] * bool(match["open"])
            )
            self.head.tell(value, *uses)
        return strip(text, (start, found[0][0].start()), "", _EDGES_OF_TITLE + ".\\")[1] if found else end

    def cut_arrow(self, start: int, end: int) -> int:
        """Take what stands behind the only arrow off the end, and return where the text before it ends.

        A step from level to level, or from figure to figure, is of the text itself.
        """
        field = self.binding.behind_arrow
        if field is None or field.name in self.head.labelled or field.name in self.known:
            return end
        arrows = [*_ARROW.finditer(self.text, start, end)]
        if len(arrows) != 1:
            return end
        before, behind = trim(self.text, (start, arrows[0].start())), trim(self.text, (arrows[0].end(), end))
        last, first = self.text[slice(*before)].split()[-1:], self.text[slice(*behind)].split()[:1]
        if not last or not first or first[0].casefold().rstrip(",.;") in WORDS or (last[0] + first[0]).isdecimal():
            return end
        self.head.tell(behind, Use(field.name))
        return before[1]

    def inline_labels(self, start: int, end: int) -> list[tuple[re.Match[str], tuple[Use, ...]]]:
        """The labels of fields inside the text, but for those in brackets, and what each stands for."""
        found = []
        before, depth = start, 0
        for match in _INLINE_LABEL.finditer(self.text, start, end):
            depth += self.text.count("(", before, match.start()) - self.text.count(")", before, match.start())
            before = match.start()
            is_label = ":" in match.group() or (match["mark"] and "?" in match.group())
            uses = self.uses(match.span("name")) if depth <= 0 and is_label else ()
            is_sentence = match["open"] and match["mark"] and self.begins(uses)
            if uses and not is_sentence and not self.binding.fields[uses[0].name].is_title:
                found.append((match, uses))
        return found

    def begins(self, uses: tuple[Use, ...]) -> bool:
        """Whether a field is known by the words with which a sentence begins, which is read whole: `*Bar: Apply*`."""
        return any(field.name == use.name for field, _ in self.binding.begun_fields for use in uses)

    # The number, the noun and the id

    def cut_noun_and_id(self, start: int, end: int, *, ordinal: bool) -> int:
        """Take a number, the noun (`Bet 1:`) and the id (`B1`) off the front, and return where the rest begins."""
        text = self.text
        if ordinal and (match := _ORDINAL.match(text, start, end)):
            start = match.end()
        if self.binding.nouns and (match := self.binding.nouns.match(text, start, end)):
            self.number(match)
            is_reference = self.binding.title_field and self.binding.title_field.reference
            if match.lastgroup in ("ordinal", "lone") and is_reference:  # `For the first bet`, `Reps for A`
                self.named_by_number = strip(text, (match.start(match.lastgroup), match.end()), "", _MARKS_BEHIND)
            elif match.lastgroup and is_reference:
                before = text[start : match.start(match.lastgroup)].rstrip("# \t\xa0")
                begin = start + len(before) - len(_LAST_WORD.findall(before)[0])
                self.named_by_number = (begin, match.end(match.lastgroup))
            start = match.end()
            if aside := _ASIDE_OF_NOUN.match(text, start, end):
                self.all_found(aside.span("value"))
                start = aside.end()
        elif self.binding.nouns and (behind := self.binding.nouns.behind_plan(text, start, end)) > start:
            start = behind
        elif self.binding.nouns and not ordinal and (match := _NUMBER_IN_CELL.match(text, start, end)):
            start = match.end()
        holder = self.binding.id_in_front
        match = _leading_id(text, start, end) if holder else None
        if holder and not match and self.is_ticked:
            match = _ID_OF_ITEM.match(text, start, end)
        if holder and match and not self.is_called_by(match, end):
            self.head.found[holder.name] = (match.group("id"), match.span("id"))
            start = strip(text, trim(text, (match.end(), end)), "–—|·•-:, \t", "")[0]
        return trim(text, (start, end))[0]

    def is_called_by(self, known: re.Match[str], end: int) -> bool:
        """Whether an id is all that a text says of a competency, or of another record that has levels: its name."""
        return bool(self.binding.column_lists) and not self.text[known.end() : end].strip(_MARKS_BEHIND + ")]`")

    @property
    def is_ticked(self) -> bool:
        """Whether the text began with a box that tells whether the record is done."""
        holder = self.binding.holders.get("check")
        return holder is not None and holder.name in self.head.found

    def number(self, noun: re.Match[str]) -> None:
        """Take the number behind the noun (`Phase 2:`)."""
        self.head.number = number = number_of(noun)
        holder = self.binding.holders.get("ordinal")
        if holder and number:
            self.head.found[holder.name] = (number, noun.span(noun.lastgroup or 0))


def _bare(text: str, span: Span) -> Span:
    """The span without bold marks or a colon that only led to what has been taken off."""
    start, end = span
    raw = text[start:end].rstrip(": \t")
    if raw[-1:] >= _FIRST_PICTURE and (pictures := _PICTURES_BEHIND.search(raw)):
        raw = raw[: pictures.start()]
    for mark in ("**", "__", "*"):
        if raw.endswith(mark) and raw.count(mark) == 1:
            raw = raw[: -len(mark)].rstrip(": \t")
        elif raw.startswith(mark) and raw.count(mark) == 1:
            start += len(mark)
            raw = raw[len(mark) :]
    return trim(text, (start, start + len(raw)))
