"""Real names: where a handle or a role is expected, in running text, and those on a team's own list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from pmcoach_lint.document import Document
from pmcoach_lint.finding import on_lines
from pmcoach_lint.language.people import full_names_in, names_among, real_names_in
from pmcoach_lint.language.said import spoken_of, text_at, told_at
from pmcoach_lint.masking import masked, said_again
from pmcoach_lint.rules.offences import Offences
from pmcoach_lint.rules.privacy import HANDLE
from pmcoach_lint.rules.registry import Options, rule
from pmcoach_lint.syntax.source import Offence, Span
from pmcoach_lint.syntax.yaml_marks import Path

if TYPE_CHECKING:
    from pmcoach_lint.language.listed import Listed

_FREE = (
    "context.unknowns",
    "context.constraints",
    "context.assumptions",
    "assessment.levels.evidence",
    "assessment.levels.gap",
    "assessment.evidence.evidence",
    "assessment.constraints",
    "assessment.unknowns",
    "follow_up.tracker.done",
    "follow_up.tracker.feedback",
    "closing.risks.risk",
    "closing.risks.mitigation",
    "closing.questions",
    "closing.next_steps.step",
)
"""Where others than the PM and the coach are spoken of."""


@rule("PMC942", private=True)
def real_name(document: Document) -> Offences:
    """A real name stands where a handle or a role is expected.

    Such places are the PM and the coach, owners, reviewers, participants and team tables; names in full, or with `Mr.`
    or `Ms.` in front, count as well in evidence, unknowns, constraints, risks, questions, steps and the tracker. What
    looks like a real name begins with a given name that is common somewhere; for others, list them in the settings
    (`real-names-file`).

    Why it matters:
        A pack speaks of what somebody cannot do yet. With the name on it, anybody who comes across the file knows
        whom it is about, and so will every copy and every search for years.

    What to do:
        Write a handle (`pm-07`) or a role (`head of sales`). Keep the list of who is who outside of the repository.

    Bad:
        ---
        type: coaching-pack
        coach: anna.schmidt
        ---

    Good:
        ---
        type: coaching-pack
        coach: lead-02
        ---
    """
    names: dict[Span, str] = {}
    people = spoken_of(document, "person")
    for number, said in enumerate(people.texts):
        for name in real_names_in(said):
            text = people.at(number)
            if (start := text.text.find(name)) >= 0:
                names[text.start + start, text.start + start + len(name)] = name
    for path in _spoken_of(document):
        text = text_at(document, path)
        told = ((text.span(*span), text.text[slice(*span)]) for span in full_names_in(text.text))
        names |= {span: name for span, name in told if name not in names.values()}  # one is told once
    for span, name in names.items():
        hint = HANDLE
        first = next(at for at, other in names.items() if other == name) == span
        if first and (again := [each for each in said_again(document.text, name) if not _lies_in(each, names)]):
            lines = on_lines(document.source.position(start).line for start, _ in again)
            hint += f" The text says it as well: {lines}."
        yield Offence(span, f"This looks like a real name: {masked(name)}", hint)


def _spoken_of(document: Document) -> Iterator[Path]:
    """Where people may be spoken of by name, in a document with a word that is a given name or stands before a name."""
    if names_among(document.source.words):
        for path, told in told_at(document, *_FREE):
            if path in document.values and type(told) is str and full_names_in(told):
                yield path


def _lies_in(span: Span, others: Iterable[Span]) -> bool:
    return any(start <= span[0] < end for start, end in others)


@rule("PMC943", untyped=True, private=True)
def listed_name(document: Document, options: Options) -> Offences:
    """A name on the team's own list of real names stands in a document.

    The list is in the settings (`real-names`), or better in a file outside of the repository (`real-names-file`). A
    name of several words is also known turned round, over two lines, joined by dots or dashes, and without its accents.

    Why it matters:
        Somebody was promised that packs go without names.

    What to do:
        Write the person's handle or role.

    """
    names = options.settings.real_names
    if not names:
        return
    reached = 0
    for start, end in _listed(tuple(names)).places(document.source):
        if start >= reached:
            reached = end
            message = f"This name is on your list of real names: {masked(document.text[start:end])}"
            yield Offence((start, end), message, HANDLE)


@lru_cache(maxsize=1)
def _listed(names: tuple[str, ...]) -> Listed:
    from pmcoach_lint.language.listed import Listed  # noqa: PLC0415 - most teams list no names

    return Listed(names)
