"""Levels that paragraphs tell of competencies, in sentences: `On pricing I see *apply*. The plan of May …`."""

from __future__ import annotations

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import Role
from pmcoach_lint.binding.records.record import NAME_AND_LEVEL, Said
from pmcoach_lint.binding.rest import Rest
from pmcoach_lint.binding.targets import Targets
from pmcoach_lint.readers.bloom import WORDS
from pmcoach_lint.readers.several import split_sentences
from pmcoach_lint.readers.text import plain_at
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, trim

_LEVEL = regex(r"(?P<mark>[*_]{1,2})(?P<set_off>[^\W\d_]+)(?P=mark)|\bat\s(?:level\s)?(?P<named>[^\W\d_]+)")
_WORD = regex(r"[^\W_]+(?:['’-][^\W_]+)*")
_MOST_WORDS = 6
_FEWEST = 2
"""So many paragraphs tell levels where they are an assessment: one alone may say so in passing."""

Told = tuple[int, Span, Span, Span]
"""The index of a paragraph, where it names the competency and the level, and what it says behind that."""


def read_told_levels(rest: Rest) -> None:
    """Read lists whose records tell the level of another one each, out of paragraphs that name both in a sentence."""
    for field in _of_levels(rest):
        known = _known(rest, field)
        if known:
            rest.use_up(_put(rest, field, _in_sentences(rest, known)))


def read_headed_levels(rest: Rest) -> None:
    """Read the same out of the bold heads of items and paragraphs that tell something else, such as strengths."""
    for field in _of_levels(rest):
        known = _known(rest, field)
        if known:
            _put(rest, field, _headed(rest, known))


def _of_levels(rest: Rest) -> list[Binding]:
    """The lists whose records tell the level of another one each, and that have not been read."""
    return [field for name, field in rest.binding.lists.items() if field.level_so_far and name not in rest.data]


def _known(rest: Rest, field: Binding) -> Targets | None:
    """The records of which those of `field` tell the levels, as far as they have been read."""
    return rest.extraction.known(field.title_field) if field.title_field else None


def _in_sentences(rest: Rest, known: Targets) -> list[Told]:
    """What lines that are free tell in a sentence each."""
    lines = {index: piece.text for index, piece in rest.texts.items() if piece.role is Role.LINE}
    return [found for index, span in lines.items() if (found := _told(rest.text, index, span, known))]


def _put(rest: Rest, field: Binding, told: list[Told]) -> list[int]:
    """Put in the records that are `told`, if they are an assessment, and return the indexes of their paragraphs."""
    named, use, shown = field.title_field, field.level_so_far, field.free_fields.get("items")
    is_whole = len(told) >= _FEWEST and len({plain_at(rest.text, name) for _, name, _, _ in told}) == len(told)
    if not is_whole or not named or not use or not shown:
        return []
    current, at = field.fields[use.name], rest.at(field.name)
    rows = [
        (Said(named, name), Said(current, level), *([Said(shown, behind)] if behind[0] < behind[1] else []))
        for _, name, level, behind in told
    ]
    rest.extraction.values[at] = (told[0][1][0], told[-1][3][1])
    rest.data[field.name] = rest.extraction.records.each(at, rows)
    return [index for index, *_ in told]


def _headed(rest: Rest, known: Targets) -> list[Told]:
    """The items and paragraphs with a level in their bold heads, be they strengths or gaps: `**Framing, Apply.** …`."""
    told: list[Told] = []
    for index, piece in enumerate(rest.region.inside, rest.region.first):
        head = NAME_AND_LEVEL.fullmatch(rest.text, *piece.name) if piece.name and piece.runs_in else None
        if head and head["level"].casefold() in WORDS and len(known.likely(head["name"])) == 1:
            told.append((index, head.span("name"), head.span("level"), piece.value))
    return told


def _told(text: str, index: int, span: Span, known: Targets) -> Told | None:
    """The first sentence of a paragraph that names one competency and one level behind it; None where none does."""
    for sentence in split_sentences(text, span):
        found = [match for match in _LEVEL.finditer(text, *sentence) if match[match.lastgroup or 0].casefold() in WORDS]
        name = _named(text, (sentence[0], found[0].start()), known) if len(found) == 1 else None
        if name:
            return index, name, found[0].span(found[0].lastgroup or 0), trim(text, (sentence[1], span[1]))
    return None


def _named(text: str, span: Span, known: Targets) -> Span | None:
    """The longest run of words that names one of the `known` records."""
    words = [match.span() for match in _WORD.finditer(text, *span)]
    runs = (
        (first[0], last[1])
        for more in range(_MOST_WORDS - 1, -1, -1)
        for first, last in zip(words, words[more:], strict=False)
    )
    return next((run for run in runs if len(known.resolve(text[slice(*run)])) == 1), None)
