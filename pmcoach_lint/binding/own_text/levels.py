"""Levels that a record's own text tells, and steps from one to another: `Framing → **Apply**`, `Know → Apply`."""

from __future__ import annotations

import re

from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.own_text.found import STEP, Finder
from pmcoach_lint.names import name_key
from pmcoach_lint.readers.bloom import WORDS
from pmcoach_lint.readers.level_within import level_within
from pmcoach_lint.readers.levels import level_told
from pmcoach_lint.readers.registry import Unreadable, remembered
from pmcoach_lint.readers.rungs import step_in
from pmcoach_lint.readers.text import plain_at
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, strip, trim

_BEHIND_LEVEL = regex(
    r"[*_\s]*(?:(?:level|step|at)\s+)?[\w/]+(?:\s*\([^()]*\))?[*_?]*(?:\s*[.,:;]|\s+[–—-])[*_]*\s+(?P<rest>\S.*?)[\s*_]*"
    r"|[*_\s]*[\w/]+[*_?]*\s*\((?P<aside>[^()]*)\)[\s.*_]*",
    re.DOTALL,
)
"""What stands behind a level: `Apply. The brief of 3 May …`, `Apply (E1, E2)`."""

_FIRST_WORDS = regex(r"[*_\s]*(?P<said>[^\W\d_]+(?:\s[^\W\d_]+){0,2})(?=[*_]*(?:[.,;:(–—]|\s[–—(-]|$))")
_FEWEST_WORDS = 5
"""So many words behind a level are more than a remark on it: `a strength. Keep it.`"""
_PRECISE = regex(r"\b[A-Z]{1,3}-?\d|\w\s.*\d|\d.*\s\w")
"""What is more than that in fewer words: ids, or a number among them."""

_ARROWED = regex(
    r"(?P<name>[^→>]*[^→>\s-])\s*(?:→|-{1,2}>)\s*(?P<level>[^→>,;:.(]+[^→>,;:.(\s])\s*[,;:.(].*", near="→ >"
)
_LEVEL_ASIDE = regex(r"\s*\((?P<level>[^()\n]{2,30})\)[\s*_]*$")
_PHRASE = regex(
    r"[*_]{0,3}(?P<name>[^\W\d_][^:.\n–—]{1,50}?)(?:\s+(?:[–—]|-)\s+|\s*:\s+)(?P<phrase>(?:[^.\n]|(?<=\d)\.(?=\d)){2,80})(?:\.\s[\s\S]*)?",
    near="- – — :",
)
_ASIDE = regex(r"\s*\([^()\n]*\)$")
_OTHER_LEVEL = regex(
    r"[*_`]*\s*(?:[,;:(|·/]|[–—]|-)\s*(?:the\s+)?(?P<name>[^\W\d_](?:[\w’']|\s(?=[a-z])){1,24}?)(?:\s*[:=]\s*|\s+)"
    r"[*_`]{0,3}(?P<level>L?[1-6](?:[–-][1-6])?|[^\W\d_]{4,13})(?!\w)"
)
"""A level that is told by its name behind another: `, bar L4`, `; target: Analyze`, `(expected Apply`."""
_BESIDE = regex(
    r"[*_`]*(?:\s*[(,;/·|]|\s+[–—-]\s)\s*[*_]*(?:(?:an?|the|our|one|clear|clearly)\s){0,2}"
    r"(?P<word>[^\W\d_]+(?:\s[^\W\d_]+){0,3})[*_]*\s*(?=[)\].,;:*_]|$)"
)
"""A few words behind a level, as a remark on it."""
_STOP = regex(r"[.:](?!\d)|\n")
_SENTENCE = regex(r"[.!?][”\"]?\s")
_FIRST_LEVEL = regex(r"[*_`]{0,3}[\w/–-]+")
_SEVERAL = regex(rf"\bbetween\s+[*_]*(?:{'|'.join(WORDS)})[*_]*\s+and\s+[*_]*(?:{'|'.join(WORDS)})\b", re.IGNORECASE)
"""A phrase that names two levels and leaves open which of them it is."""

_PARTED = regex(r"\s*[.,:;|(–—·][\s*_`]*")
_WITHIN = regex(r"[\s,;:–—-]*(?:(?:in|within|over)\s+)?(?=\S)")
"""What stands between a step up the ladder and how long it takes: `in 6 weeks`."""

_LEVEL_BEHIND = regex(
    r"(?P<name>[^\n→>]*[^\s→>:–—-])(?:\s*(?:→|-{1,2}>|=>)\s*|\s+(?:[–—]|-)\s+|\s*:\s+)"
    r"(?P<level>[*_]{0,2}[^\W\d_]{4,13}\??[*_]{0,2})"
)


class LevelReader(Finder):
    """Takes levels, and steps from one to another, off the end of one record's own text."""

    def cut_level(self, start: int, end: int) -> int:
        """Take the level off the end of a record that names another one: `Framing → **Apply**`, `Framing – Apply`."""
        title = self.binding.title_field
        if not title or not title.reference:
            return end
        if stop := self.cut_phrase(start, end) or self.cut_arrowed(start, end) or self.cut_aside(start, end):
            return stop
        raw = self.text[start:end].rstrip("*_? ")
        if raw[max(raw.rfind(" "), raw.rfind("*"), raw.rfind(">")) + 1 :].casefold() not in WORDS:
            return end
        match = _LEVEL_BEHIND.fullmatch(self.text, *trim(self.text, (start, end)))
        told = {use.name for use in self.binding.change_uses}
        is_new = match is not None and told.isdisjoint(self.head.found) and self.before_change(match.span("level"))
        return match.end("name") if match and is_new else end

    def cut_arrowed(self, start: int, end: int) -> int | None:
        """Take the level behind an arrow off the end, and what follows it: `Delivery → Apply, near Analyze`."""
        so_far = self.binding.level_so_far is not None
        match = _ARROWED.fullmatch(self.text, *strip(self.text, (start, end), "", " .*_")) if so_far else None
        return match.end("name") if match and self.told_level(match.span("level"), match.end()) else None

    def cut_aside(self, start: int, end: int) -> int | None:
        """Take the level in brackets off the end: `Framing (Apply)`."""
        aside = _LEVEL_ASIDE.search(self.text, start, end) if self.binding.level_so_far else None
        return aside.start() if aside and self.told_level(aside.span("level"), aside.end("level")) else None

    def cut_phrase(self, start: int, end: int) -> int | None:
        """Take a phrase that tells the level off the end: `Framing – already at Apply`."""
        if self.binding.level_so_far is None:
            return None
        stop = strip(self.text, (start, end), "", " .*_")[1]
        if aside := _ASIDE.search(self.text, start, stop):
            stop = strip(self.text, (start, aside.start()), "", " .*_")[1]
        match = _PHRASE.fullmatch(self.text, start, stop)
        return match.end("name") if match and self.told_level(match.span("phrase"), end) else None

    def told_level(self, span: Span, end: int | None = None) -> bool:
        """Take the level of today out of a phrase, and tell whether it names one; of several it says which they are.

        What stands behind it up to the `end` shows it.
        """
        use = self.binding.level_so_far
        if use is None or self.head.found.keys() & {use.name for use in self.binding.change_uses}:
            return False
        raw = self.text[slice(*span)]
        told = level_told(raw, self.context)
        if told is None and not _SEVERAL.search(raw):
            return False
        within, listed = level_within(self.text, span), self.binding.free_fields.get("items")
        if listed and within and _SENTENCE.search(self.text, span[0], within[0]):  # what stands before it shows it
            self.head.tell(within, Use(use.name))
            self.head.tell((span[0], end or span[1]), Use(listed.name))
            return True
        where = (span[0] + told[0], span[0] + told[1]) if told else span
        self.head.tell(where, Use(use.name))
        if not self.tell_others(where, end or span[1]):
            self.tell_behind((span[0], end or span[1]))
        return True

    def read_beside_level(self, end: int) -> None:
        """Read what one word says right behind the level, up to the `end`: `Apply (gap)`, `Apply, a strength`."""
        field, use = self.binding.beside_level, self.binding.level_so_far
        if field is None or use is None or field.name in self.known or field.name in self.head.labelled:
            return
        told = self.head.labelled.get(use.name) or self.head.found.get(use.name)
        start = told[1][0] if told else end
        stop = _STOP.search(self.text, start, end)
        for beside in _BESIDE.finditer(self.text, start, stop.start() + 1 if stop else end):
            if (value := field.words.get(name_key(beside["word"]))) is not None:
                self.head.found.setdefault(field.name, (value, beside.span("word")))

    def tell_others(self, span: Span, end: int) -> bool:
        """Take other levels by name right behind the one at `span`, and tell whether there are some: `, bar L4`."""
        said: list[Span] = []
        first = _FIRST_LEVEL.match(self.text, *span)
        while other := _OTHER_LEVEL.match(self.text, said[-1][1] if said else first.end() if first else span[1], end):
            uses = [
                use for use in self.binding.uses_of(other["name"]) if self.binding.fields[use.name].reader == "level"
            ]
            if not uses or level_told(other["level"], self.context) is None:
                break
            self.head.tell(other.span("level"), *uses)
            said.append(other.span("level"))
        rest = strip(self.text, (said[-1][1], end), "*_.,;:)( ", "") if said else span
        field = self.binding.free_fields.get("items")
        if said and field and rest[0] < rest[1] and len(self.text[slice(*rest)].split()) >= _FEWEST_WORDS:
            self.head.tell(rest, Use(field.name))
        return bool(said)

    def before_change(self, span: Span) -> bool:
        """Read the text at `span` as what is so far, where that alone is told: `Currently at Apply`."""
        raw = plain_at(self.text, span)
        for use in self.binding.change_uses:
            if use.part == "from" and self.word_so_far(self.binding.fields[use.name], span):
                return True
            reader = self.binding.fields[use.name].reader if use.part == "from" else None
            if raw and reader and use.name not in self.head.labelled:
                try:
                    self.head.found[use.name] = (remembered(reader, raw, self.context), span)
                except Unreadable:
                    return False
                self.tell_behind(span)
                return True
        return False

    def word_so_far(self, field: Binding, span: Span) -> bool:
        """Read the first words at `span` as one of those of a field, and tell whether they are: `Rarely. Of 14 …`."""
        word = _FIRST_WORDS.match(self.text, *span) if field.words and field.name not in self.head.labelled else None
        value = field.words.get(name_key(word["said"])) if word else None
        if word and value is not None:
            self.head.found.setdefault(field.name, (value, word.span("said")))
        return value is not None

    def tell_behind(self, span: Span) -> None:
        """Take what stands behind the level in the text at `span` for what shows it: `Apply. The brief of 3 May …`."""
        field = self.binding.free_fields.get("items")
        match = _BEHIND_LEVEL.fullmatch(self.text, *span) if field else None
        if field and match:
            rest = match.span(match.lastgroup or 0)
            said = self.text[slice(*rest)]
            if len(said.split()) >= _FEWEST_WORDS or _PRECISE.search(said):
                self.head.tell(rest, Use(field.name))

    def cut_change(self, start: int, end: int) -> int:
        """Take a step off the end that is a sentence, or has more words behind it: `Scope. Know → Apply`."""
        if not self.binding.change_uses or not STEP.search(self.text, start, end):
            return end
        if any(use.name in self.head.found for use in self.binding.change_uses):
            return end
        step = step_in(self.text, (start, end), self.context)
        if step and step.of and _PARTED.fullmatch(self.text, step.of[1], step.now[0]):
            is_remark = not any(map(str.isdigit, self.text[step.end : end]))  # else it may say when
            return step.of[1] if is_remark and self.change((step.now[0], step.then[1])) else end
        stop = max(self.text.rfind(sign, start, end) for sign in (". ", "| "))
        is_change = stop > start and not (step and step.of) and self.change(trim(self.text, (stop + 1, end)))
        return stop if is_change else end

    def cut_step(self, start: int, end: int) -> int:
        """Take a step up the ladder off the end that tells when as well: `Discovery 2/6 → 4/6 in 6 weeks`."""
        weeks = self.binding.holders.get("timeframe") if self.binding.tells_weeks else None
        step = step_in(self.text, (start, end), self.context) if weeks else None
        when = _WITHIN.match(self.text, step.end, end) if step else None
        if step is None or step.of is None or when is None or not self.found((when.end(), end)):
            return end
        self.change((step.now[0], step.then[1]))
        return step.of[1]
