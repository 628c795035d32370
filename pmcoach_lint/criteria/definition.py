"""Criteria of a coaching pack: what good looks like here."""

from __future__ import annotations

import re

from pmcoach_lint.coaching.parts import COMPETENCIES, EVIDENCE, Node
from pmcoach_lint.criteria.registry import COACHING, Case, Mark, Marks, at_least, criterion, each
from pmcoach_lint.names import name_key
from pmcoach_lint.regex import anycase
from pmcoach_lint.syntax.yaml_marks import Path

_FEW, _BEHAVIOURS, _RUNGS, _SHARED = 3, 2, 4, 2
_LONG_WORD = 5
_TO_COME = anycase(r"\b(?:goals?|by|until|till|once|when|if)\b")
"""A line with such a word tells what the PM is to own later."""
_OWNS = r"(?:owns|is\s(?:responsible|accountable)\sfor|is\sin\scharge\sof)\s+\w"
_EVERYWHERE = frozenset(
    name_key(
        """about across after again before between could every first other their there these thing things those through
        under until which while without would product manager management problem problems decision decisions work team
        teams better clear clearly strong names explains known knows given right stakeholder stakeholders"""
    ).split()
)
"""Words that any definition of any role may hold: they tie it to no place in particular."""


def competencies(case: Case) -> tuple[Node, ...]:
    """The competencies that the pack defines, and those of the model that it names."""
    return tuple(node for node in case.chain.competencies.defined.values() if node.value)


def _none(case: Case) -> Mark:
    return case.lacks("No competency can be read.", *COMPETENCIES)


@criterion(COACHING, "definition")
def competencies_named(case: Case) -> Marks:
    """At least three competencies are defined, in the pack or in the model that it names."""
    where = case.lacks("Fewer than three competencies are defined.", *COMPETENCIES)
    yield from at_least(_FEW, competencies(case), where)


@criterion(COACHING, "definition")
def behaviours_observable(case: Case) -> Marks:
    """Each competency names two behaviours or more that others can see."""

    def two_or_more(node: Node) -> Path | None:
        return node.at("behaviours") if len(case.sound(node.nodes("behaviours"))) >= _BEHAVIOURS else None

    has, lacks = (
        "names behaviours that can be seen",
        "names fewer than two behaviours, as far as they can be told apart",
    )
    yield from each(competencies(case), two_or_more, has, lacks, none=_none(case))


@criterion(COACHING, "definition")
def ladder_described(case: Case) -> Marks:
    """Each competency says what it looks like on at least four levels of the ladder."""

    def described(node: Node) -> Path | None:
        rungs = [rung for rung in case.sound(node.nodes("ladder")) if rung.value.get("behaviour")]
        return node.at("ladder") if len(rungs) >= _RUNGS else None

    has, lacks = (
        "has its ladder",
        "says of fewer than four levels what they look like, as far as they can be told apart",
    )
    yield from each(competencies(case), described, has, lacks, none=_none(case))


@criterion(COACHING, "definition")
def scope_stated(case: Case) -> Marks:
    """The pack says what the role is responsible for."""
    places: tuple[Path, ...] = (("definition", "scope"), ("context", "scope"))
    lacks = "No line was found that says what the role is responsible for."
    mark = case.found(case.first_held(places), places[0], "The scope of the role is stated.", lacks)
    yield mark if mark.good or not _owns(case) else mark._replace(good=True, words="A line says it in passing.")


@criterion(COACHING, "definition")
def decision_rights_stated(case: Case) -> Marks:
    """The pack says what the PM decides alone, with others, or not at all."""
    places: tuple[Path, ...] = (("definition", "decision_rights"), ("context", "decision_rights"))
    lacks = "No decision rights were found: what the PM decides alone, with others, or not at all."
    yield case.found(case.first_held(places), places[0], "The decision rights are stated.", lacks)


@criterion(COACHING, "definition")
def tied_to_context(case: Case) -> Marks:
    """Each competency speaks of what the role, its scope and its work are about: it could not stand in any pack.

    It does when its behaviours or its ladder share two words of five letters or more with the role, the team, the
    scope, the decision rights, the goal or the evidence of the pack. Both figures are our own.
    """
    here = _words(_told(case))

    def tied(node: Node) -> Path | None:
        rungs = [rung.text("behaviour") for rung in node.nodes("ladder")]
        own = _words([*(str(line.value) for line in node.nodes("behaviours")), *rungs])
        return node.at("behaviours") if len(own & here) >= _SHARED else None

    has, lacks = "speaks of this role", "shares hardly a word with what was found about the role and its work"
    yield from each(competencies(case), tied, has, lacks, none=_none(case))


def _owns(case: Case) -> bool:
    """Whether a line above the assessment says what the PM owns: `pm-01 owns checkout`."""
    pm, assessed = case.value("pm"), case.main.keys.get(("assessment",))
    if not pm:
        return False
    owns = re.compile(rf"\b{re.escape(str(pm))}(?:\s(?:now|currently|also))?\s{_OWNS}", re.IGNORECASE)
    lines = case.main.text[: assessed[0] if assessed else None].splitlines()
    return any(owns.search(line) and not _TO_COME.search(line) for line in lines)


def _told(case: Case) -> list[str]:
    """What the pack says of its role, team, goal and evidence."""
    places: tuple[Path, ...] = (
        ("role",),
        ("team",),
        ("definition", "scope"),
        ("definition", "decision_rights"),
        ("context", "scope"),
        ("context", "decision_rights"),
        ("context", "goal"),
    )
    texts = [str(case.value(*path) or "") for path in places]
    texts += [node.text("evidence") or str(node.value) for level in case.chain.levels for node in level.evidence]
    for entry in case.nodes(*EVIDENCE):
        texts += [entry.text("evidence"), entry.text("artifact")]
    return texts


def _words(texts: list[str]) -> set[str]:
    """The words of some texts that are long enough to mean something, in one form for one and many."""
    words = (word for text in texts for word in name_key(text).split())
    return {word.removesuffix("s") for word in words if len(word) >= _LONG_WORD} - _EVERYWHERE
