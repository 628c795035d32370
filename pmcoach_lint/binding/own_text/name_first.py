"""A record's own text that begins with its name, and tells more of it behind that: `CEO: wants fewer surprises`."""

from __future__ import annotations

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.labels import Label, split_label
from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.own_text.days import day_in_front
from pmcoach_lint.binding.own_text.edges import EdgeReader
from pmcoach_lint.readers.several import split_sentences
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, strip, trim

_BOLD_LEAD = regex(r"(?P<mark>\*\*|__)(?P<name>[^\s*_][^*_\n]{0,58}?)[.,:]?(?P=mark)[.,]?\s+(?=\S)")
_LONGEST_CODE = 6
_FEW_WORDS = 5


def begun_by(binding: Holder, text: str, sentence: Span) -> tuple[Binding, Span] | None:
    """The field that a `sentence` begins as, with what it says of it: the sentence, or a value behind these words."""
    start, end = sentence
    said = text[start:end].lower().replace("’", "'")
    bare = said.lstrip("*_")
    for field, words in binding.begun_fields:
        if lead := next((word for word in words if bare.startswith(word)), None):
            behind = (start + len(said) - len(bare) + len(lead), end)
            return field, trim(text, strip(text, behind, "", " *_")) if field.reader else sentence
    return None


class NameReader(EdgeReader):
    """Tells the name in front of one record's own text from what stands behind it."""

    def own_label(self, start: int, end: int) -> Span:
        """Where the text is itself `Label: value` with the name of the title, the value; else all of it."""
        label = split_label(self.text, (start, end)) or self.bold_lead(start, end)
        uses = self.uses(label.name) if label else ()
        if label and not uses and self.is_code(label):
            holder = self.binding.id_in_front
            if holder is None or self.text.find(":", label.name[0], label.value[0]) >= 0:
                return (start, end)
            self.head.found[holder.name] = (self.text[slice(*label.name)], label.name)  # `**DISC** Platform discovery`
            return label.value
        if label and not uses and self.is_told_behind(label):
            return label.name
        if not label or not uses:
            return (start, end)
        if self.binding.fields[uses[0].name].is_title and not label.is_bare:
            day = day_in_front(self.text, *label.value) if {"week", "date"} <= self.binding.holders.keys() else None
            is_name = day is not None and day.end == label.value[1] and self.text[slice(*label.name)].count(" ") > 0
            return label.name if is_name else (label.value[0], end)  # `Final review: Thu 28 Jan`
        self.head.tell(label.value, *uses)
        return (end, end)

    def is_code(self, label: Label) -> bool:
        """Whether what stands in front is a code, and the name follows: `DISC: Platform discovery`.

        A name without a capital follows in the same line where what somebody does stands below.
        """
        code, name = self.text[slice(*label.name)], self.text[slice(*label.value)]
        is_short = 1 < len(code) <= _LONGEST_CODE and 0 < len(name.split()) <= _FEW_WORDS and code.isupper()
        rest = self.binding.free_fields.get("rest")
        is_name = name[:1].isupper() or (rest is not None and rest.name in self.known)
        return bool(self.binding.column_lists) and is_short and is_name

    def bold_lead(self, start: int, end: int) -> Label | None:
        """A name in bold that what follows tells of, as a label without colon: `**Promises.** They come late`."""
        lead = _BOLD_LEAD.match(self.text, start, end) if "rest" in self.binding.free_fields else None
        return Label(lead.span("name"), (lead.end(), end), bold=True) if lead else None

    def is_told_behind(self, label: Label) -> bool:
        """Read what stands behind a label that is the record's title, and tell whether it was told of the record."""
        return (
            self.told_of(label)
            or self.change_and_more(label.value)
            or self.told_level(label.value)
            or self.change_within(label.value)
            or self.before_change(label.value)
        )

    def change_and_more(self, span: Span) -> bool:
        """Read a change (`Apply → Analyze. One brief.`), and the sentences behind it as what needs no label."""
        listed, stop = self.binding.free_fields.get("items"), self.text.find(". ", *span)
        if listed and stop >= 0 and self.change((span[0], stop)):
            more = trim(self.text, (stop + 1, span[1]))
            self.head.tell(more, Use(listed.name))
            return True
        return self.change(span)

    def told_of(self, label: Label) -> bool:
        """Whether the label is the record's title, and what follows is told of it: `CEO: wants fewer surprises`."""
        rest = self.told_behind_name
        if not rest or not self.binding.title_field or label.is_bare:
            return False
        if rest.is_prose and rest.name in self.known:
            return False  # what is told stands below, and this is the title: `Pricing: from hours to results`
        if self.change(label.value):
            return True
        named = split_label(self.text, label.value)  # `**Prices.** Now: by the hour`
        is_own = named and any(use.name == rest.name for use in self.uses(named.name))
        for told, use in self.begun(named.value if named and is_own else label.value, Use(rest.name)):
            self.head.tell(told, use)
        self.read_asides(label.name[1], label.value[0])
        return True

    @property
    def told_behind_name(self) -> Binding | None:
        """The field of which the text behind the name of a record tells, where it bears no label."""
        return self.binding.free_fields.get("rest")

    def begun(self, span: Span, rest: Use) -> list[tuple[Span, Use]]:
        """The stretches of what is told of a record, each from a sentence on that begins as one of its fields does."""
        starts = [(span[0], span, rest)]
        for sentence in split_sentences(self.text, span) if self.binding.begun_fields else ():
            told = begun_by(self.binding, self.text, sentence)
            if told and all(use.name != told[0].name for _, _, use in starts):
                starts.append((sentence[0], told[1], Use(told[0].name)))
        stops = [*(start for start, _, _ in starts[1:]), span[1]]
        parts = [
            (trim(self.text, (said[0], said[1] if self.binding.fields[use.name].reader else stop)), use)
            for (_, said, use), stop in zip(starts, stops, strict=True)
        ]
        return [part for part in parts if part[0][0] < part[0][1]]
