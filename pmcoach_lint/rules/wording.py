"""What the rules about wording share: their options, and where a document holds one of their phrases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pmcoach_lint.coaching.vague import Vocabulary
from pmcoach_lint.doctypes import LOG, PROPOSAL
from pmcoach_lint.document import Document
from pmcoach_lint.language import Hit, lexicon
from pmcoach_lint.language.excuses import Excuse, is_excused
from pmcoach_lint.language.said import Said, spoken_of
from pmcoach_lint.rules.registry import Option, Options
from pmcoach_lint.syntax.source import fold

OPTIONS = (
    Option("also", [], "Further phrases to speak up at, such as “be more proactive”; “be|get better at” is a choice."),
    Option("allow", [], "Phrases to let pass, such as a term that your team has given a meaning of its own."),
)

OF_CLIENTS = {
    PROPOSAL: ("opportunity.current_state", "opportunity.untapped_value", "recommendation"),
    LOG: ("entries.lessons", "entries.happened"),
}
"""Where documents for clients, amid other things, may speak of the client's PMs."""


def hits(
    document: Document,
    options: Options,
    phrases: tuple[str, ...],
    *kinds: str,
    excused: Excuse = is_excused,
    places: tuple[str, ...] = (),
) -> Iterator[Hit]:
    """Where the texts of a document that say one of `kinds` hold one of `phrases`, or of those that a team has added.

    So do the texts at `places`. What the team allows passes, and so does what is `excused`: quoted, negated, or
    reported.
    """
    if not kinds and not places:
        return
    also, allow = (tuple(map(str, options[name])) for name in ("also", "allow"))
    sought = lexicon(phrases, also, allow)
    yield from sought.among(document, *kinds, excused=excused)
    if places:
        yield from sought.at(document, *places)


def words_alone(document: Document, words: Vocabulary, *kinds: str) -> Iterator[Said]:
    """The texts of a document that say one of `kinds` and have no other words than these."""
    telling = words.telling & document.source.words
    for kind in kinds if telling else ():
        spoken = spoken_of(document, kind)
        numbers = {number for word in telling for number, _ in spoken.with_word(word)}
        for number in sorted(numbers):
            if words.is_all_of(spoken.texts[number]):
                yield spoken.at(number)


def is_one_of(hit: Hit, phrases: tuple[str, ...], document: Document) -> bool:
    """Whether the words that were found are one of some phrases."""
    return lexicon(phrases).holds(document, fold(hit.words))


def example(hit: Hit, examples: Iterable[tuple[tuple[str, ...], str]]) -> str:
    """The first of some examples that has one of its stems in the phrase; a stem without letters is in every phrase."""
    words = hit.words.casefold()
    return next(text for stems, text in examples if any(stem in words for stem in stems))
