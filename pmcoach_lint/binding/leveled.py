"""Levels in a record's own text: `Framing – already at Apply`, `Discovery 2/6 → 4/6 in 6 weeks`, `Framing → Apply`."""

from __future__ import annotations

import re

from pmcoach_lint.binding.edges import EdgeReader
from pmcoach_lint.binding.model import Use
from pmcoach_lint.readers.bloom import WORDS
from pmcoach_lint.readers.levels import level_told
from pmcoach_lint.readers.steps import step_in
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, strip, trim

_PHRASE = regex(
    r"[*_]{0,3}(?P<name>[^\W\d_][^:.\n–—]{1,50}?)(?:\s+(?:[–—]|-)\s+|\s*:\s+)(?P<phrase>[^.\n]{4,80})", near="- – — :"
)
_ASIDE = regex(r"\s*\([^()\n]*\)$")
_SEVERAL = regex(rf"\bbetween\s+[*_]*(?:{'|'.join(WORDS)})[*_]*\s+and\s+[*_]*(?:{'|'.join(WORDS)})\b", re.IGNORECASE)
"""A phrase that names two levels and leaves open which of them it is."""

_WITHIN = regex(r"[\s,;:–—-]*(?:(?:in|within|over)\s+)?(?=\S)")
"""What stands between a step up the ladder and how long it takes: `in 6 weeks`."""

_LEVEL_BEHIND = regex(
    r"(?P<name>[^\n→>]*[^\s→>:–—-])(?:\s*(?:→|-{1,2}>|=>)\s*|\s+(?:[–—]|-)\s+|\s*:\s+)"
    r"(?P<level>[*_]{0,2}[^\W\d_]{4,13}\??[*_]{0,2})"
)


class LevelReader(EdgeReader):
    """Takes levels off the end of one record's own text."""

    def cut_level(self, start: int, end: int) -> int:
        """Take the level off the end of a record that names another one: `Framing → **Apply**`, `Framing – Apply`."""
        title = self.binding.title_field
        if not title or not title.reference:
            return end
        if stop := self.cut_phrase(start, end):
            return stop
        raw = self.text[start:end].rstrip("*_? ")
        if raw[max(raw.rfind(" "), raw.rfind("*"), raw.rfind(">")) + 1 :].casefold() not in WORDS:
            return end
        match = _LEVEL_BEHIND.fullmatch(self.text, *trim(self.text, (start, end)))
        told = {use.name for use in self.binding.change_uses}
        is_new = match is not None and told.isdisjoint(self.head.found) and self.before_change(match.span("level"))
        return match.end("name") if match and is_new else end

    def cut_phrase(self, start: int, end: int) -> int | None:
        """Take a phrase that tells the level off the end: `Framing – already at Apply`."""
        if self.binding.level_so_far is None:
            return None
        stop = strip(self.text, (start, end), "", " .*_")[1]
        if aside := _ASIDE.search(self.text, start, stop):
            stop = strip(self.text, (start, aside.start()), "", " .*_")[1]
        match = _PHRASE.fullmatch(self.text, start, stop)
        return match.end("name") if match and self.told_level(match.span("phrase")) else None

    def told_level(self, span: Span) -> bool:
        """Take the level of today out of a phrase, and tell whether it names one; of several it says which they are."""
        use = self.binding.level_so_far
        if use is None or self.head.found.keys() & {use.name for use in self.binding.change_uses}:
            return False
        raw = self.text[slice(*span)]
        told = level_told(raw, self.context)
        if told is None and not _SEVERAL.search(raw):
            return False
        where = (span[0] + told[0], span[0] + told[1]) if told else span
        self.head.labelled.setdefault(use.name, (Use(use.name), where))
        return True

    def cut_step(self, start: int, end: int) -> int:
        """Take a step up the ladder off the end that tells when as well: `Discovery 2/6 → 4/6 in 6 weeks`."""
        weeks = self.binding.holders.get("timeframe") if self.binding.tells_weeks else None
        step = step_in(self.text, (start, end), self.context) if weeks else None
        when = _WITHIN.match(self.text, step.end, end) if step else None
        if step is None or step.of is None or when is None or not self.found((when.end(), end)):
            return end
        self.change((step.now[0], step.then[1]))
        return step.of[1]
