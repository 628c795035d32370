"""Criteria of a coaching pack: where the PM stands, and the evidence that says so."""

from __future__ import annotations

from collections.abc import Sequence

from pmcoach_lint.coaching.evidence import (
    is_labelled,
    is_opinion,
    names_day,
    names_work,
    says_few,
    says_thin,
)
from pmcoach_lint.coaching.parts import LEVELS, Level, Node
from pmcoach_lint.criteria.definition import competencies
from pmcoach_lint.criteria.registry import COACHING, Case, Mark, Marks, criterion, each
from pmcoach_lint.readers.calendar import DAY
from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.syntax.yaml_marks import Path

_ID = regex(r"[A-Z]{1,3}-?\d+(?:\.\d+)*")
_DAY = anycase(DAY)
_STRENGTH = anycase(r"\bstrengths?\b")
_SENTENCE_END = regex(r"[.;]\s+(?=[^\W\d])")
_NEITHER = "both a day and a piece of work were found"
ENOUGH = 2
"""Examples that show a pattern rather than a single day. Our own figure."""


def gaps(case: Case, *kinds: str) -> list[Level]:
    """The rows of the assessment that claim a gap: a target above the current level, or a gap that is named so.

    With `kinds`, only gaps of these types, and those whose type is not said.
    """
    found = []
    for level in case.chain.levels:
        kind, step = level.node.value.get("gap_type"), case.chain.gap(level)
        is_named = level.node.value.get("standing") == "gap"
        if kind == "none" or (kind is None and not is_named and (step is None or step.rungs <= 0)):
            continue
        if not kinds or kind is None or kind in kinds:
            found.append(level)
    return found


def examples(case: Case, level: Level) -> list[Node]:
    """What a row rests on that somebody could have seen.

    That is no opinion, nothing that a rule finds fault with, and no id of an entry that is not there.
    """
    named = (node for node in case.sound(level.evidence) if not _ID.fullmatch(node.text("evidence")))
    return [node for node in named if not is_opinion(node)]


def firm(case: Case, level: Level) -> list[Node]:
    """The examples of a row that do not say of themselves that there is little behind them."""
    return [node for node in examples(case, level) if not is_labelled(node.text("evidence"))]


def number_of(nodes: list[Node]) -> int:
    """How many examples entries hold: one each, or one for each sentence that names a day of its own."""
    texts = (_SENTENCE_END.split(node.text("evidence")) for node in nodes)
    return sum(max(1, sum(bool(_DAY.search(sentence)) for sentence in sentences)) for sentences in texts)


def _unless(found: Sequence[object], case: Case, words: str) -> Marks:
    """Where nothing was found to judge, the mark that says so: what is asked cannot be said of the pack."""
    if not found:
        yield case.lacks("No row was found that assesses a competency." if not case.chain.levels else words, *LEVELS)


def _behind(case: Case, level: Level, found: list[Node], words: str) -> Mark:
    """The mark of a row by what was found behind it; `words` say so, after its name."""
    path = found[0].path if found else level.node.at("evidence")
    return Mark(case.main, path, bool(found), f"{level.node.subject} {words}")


@criterion(COACHING, "assessment")
def competencies_assessed(case: Case) -> Marks:
    """Each competency that is defined has a row in the assessment, with a level or the word unknown."""
    assessed = {level.competency: level for level in case.chain.levels}
    keys = case.chain.competencies.defined

    def row(node: Node) -> Path | None:
        level = next((assessed[key] for key, other in keys.items() if other is node and key in assessed), None)
        return case.within(level.node, "current") if level else None

    marks = list(each(competencies(case), row, "is assessed", "is defined, and no row was found that assesses it"))
    yield from (mark._replace(document=case.main) if mark.good else mark for mark in marks)
    yield from _unless(marks, case, "No definition was found of what is assessed.")


@criterion(COACHING, "assessment")
def gaps_evidenced(case: Case) -> Marks:
    """Each gap that is claimed rests on at least one example that somebody could have seen."""
    found = gaps(case)
    for level in found:
        seen = examples(case, level)
        number = "an example" if len(seen) == 1 else f"{len(seen)} examples" if seen else "no example"
        yield _behind(case, level, seen, f"rests on {number}.")
    yield from _unless(found, case, "No gap between a level and its target was found.")


@criterion(COACHING, "assessment")
def levels_evidenced(case: Case) -> Marks:
    """Each competency that is assessed has a level with a firm example behind it, gap or not."""
    for level in case.chain.levels:
        seen = firm(case, level) if level.node.value.get("current") not in (None, "unknown") else []
        yield _behind(case, level, seen, f"has {'a' if seen else 'no'} level with a firm example behind it.")
    yield from _unless(case.chain.levels, case, "")


@criterion(COACHING, "assessment")
def evidence_on_record(case: Case) -> Marks:
    """Each gap rests on something that can be looked up: an entry with the day and the piece of work."""
    found = gaps(case)
    for level in found:
        lacks = {node.path: _not_on_record(node) for node in firm(case, level)}
        filed = [node for node in level.evidence if lacks.get(node.path) == ""]
        missing = next(iter(lacks.values())) if len(set(lacks.values())) == 1 else _NEITHER
        none = f"{'no' if lacks else 'no firm'} example in which {missing}"
        yield _behind(case, level, filed, f"rests on {'a dated piece of work' if filed else none}.")
    yield from _unless(found, case, "No gap between a level and its target was found.")


@criterion(COACHING, "assessment")
def examples_enough(case: Case) -> Marks:
    """Each gap in skill rests on two firm examples or more, so that one bad day is not taken for a pattern."""
    found = gaps(case, "skill", "both")
    for level in found:
        number = number_of(firm(case, level))
        words = f"{level.node.subject} rests on {number or 'no'} firm example{'' if number == 1 else 's'}"
        apart = "" if number >= ENOUGH else ", as far as they can be told apart"
        yield Mark(case.main, level.node.at("evidence"), number >= ENOUGH, f"{words}{apart}.")
    yield from _unless(found, case, "No gap in skill was found.")


@criterion(COACHING, "assessment")
def skill_or_constraint(case: Case) -> Marks:
    """Each gap says whether it is one of skill, or a constraint that no practice removes."""
    nodes = [level.node for level in gaps(case)]
    has, lacks = "says whether it is skill or constraint", "does not say whether it is skill or constraint"
    yield from each(nodes, lambda node: case.within(node, "gap_type"), has, lacks)
    yield from _unless(nodes, case, "No gap between a level and its target was found.")


@criterion(COACHING, "assessment")
def uncertainty_labelled(case: Case) -> Marks:
    """A gap in skill that rests on a single example says so, and the pack says what nobody knows yet."""
    lacks = "No list was found of what is assumed, unknown or open."
    yield case.found(case.first_held(_UNKNOWNS), _UNKNOWNS[0], "What is not known is listed.", lacks)
    for level in gaps(case, "skill", "both"):
        seen = examples(case, level)
        row = level.node.value
        said = [str(row.get("gap", "")), *(node.text("evidence") for node in seen)]
        good = bool(seen) and (number_of(seen) >= ENOUGH or any(map(is_labelled, said)) or says_few(level.node))
        good = good or (bool(seen) and says_thin(level.node))
        words = (
            "does not hide how much it rests on."
            if good
            else "rests on fewer than two examples that could be told apart, and does not call them few."
        )
        yield Mark(case.main, level.node.at("evidence"), good, f"{level.node.subject} {words}")


@criterion(COACHING, "assessment")
def strengths_named(case: Case) -> Marks:
    """The pack names strengths to build on."""
    path: Path = ("assessment", "strengths")
    row = next((level.node for level in case.chain.levels if _is_strength(level.node)), None)
    if row and not case.holds(case.main, path):
        yield Mark(case.main, row.path, True, f"{row.subject} is called a strength.")
        return
    yield case.stated(path, "Strengths to build on are named.", "No strength to build on was found.")


_UNKNOWNS: tuple[Path, ...] = (
    ("context", "unknowns"),
    ("context", "assumptions"),
    ("assumptions",),
    ("closing", "questions"),
)


def _not_on_record(node: Node) -> str:
    """What a piece of evidence lacks to be looked up, be it in columns of the log or in its text; empty for nothing."""
    given = node.value if isinstance(node.value, dict) else {}
    text = " ".join((node.text("evidence"), *(str(given[name]) for name in ("date", "artifact") if given.get(name))))
    dated, shown = bool(given.get("date")) or names_day(text), bool(given.get("artifact")) or names_work(text)
    if dated:
        return "" if shown else "a piece of work was found beside the day"
    return "a day was found beside the piece of work" if shown else _NEITHER


def _is_strength(node: Node) -> bool:
    """Whether a row of the assessment is said to be a strength, be it in a column that nothing reads."""
    text, places = node.document.text, node.document.values
    row, named = places.get(node.path), places.get(node.at("competency"), (0, 0))
    return row is not None and any(not named[0] <= found.start() < named[1] for found in _STRENGTH.finditer(text, *row))
