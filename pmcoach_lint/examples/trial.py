"""The trial of a type: its schema is checked, and its examples are judged as documents are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from pmcoach_lint.checks.words import spot
from pmcoach_lint.coaching.cycle import as_day
from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.doctypes.files import Node
from pmcoach_lint.doctypes.inspection import Inspection
from pmcoach_lint.document import Document
from pmcoach_lint.engine import Linter
from pmcoach_lint.examples.reach import Key, checks_of, reached_by
from pmcoach_lint.finding import Finding, Range
from pmcoach_lint.loading import take_document
from pmcoach_lint.nearest import did_you_mean
from pmcoach_lint.paths import is_special, true_path
from pmcoach_lint.rules import all_rules, nearest_rule
from pmcoach_lint.settings import Settings
from pmcoach_lint.syntax.yaml_marks import Path as ValuePath
from pmcoach_lint.tuples import NamedTuple

_SHOWN_AT_MOST = 40


class Place(NamedTuple):
    """A place in a schema: the file as it is shown, and the range."""

    file: str
    range: Range


@dataclass(frozen=True)
class Outcome:
    """How one example went: what it is called, where it stands, what was to be found, and what is wrong with that.

    `wanted` is None for an example that is to pass, `problem` where all is as it should be. `found` is what was found
    instead.
    """

    name: str
    place: Place
    wanted: str | None = None
    problem: str | None = None
    found: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Trial:
    """How the examples of a type went, and which of its checks none of those that fail reaches."""

    name: str
    file: str
    outcomes: list[Outcome] = field(default_factory=list)
    checks: int = 0
    unreached: list[tuple[Place, str]] = field(default_factory=list)

    @property
    def wrong(self) -> int:
        """How many examples are not judged as they should be."""
        return sum(outcome.problem is not None for outcome in self.outcomes)


class _Unusable(Exception):
    """An example that cannot be tried, and why."""


def try_examples(inspection: Inspection, settings: Settings) -> Trial:
    """Try the examples of a type whose schema has no problem."""
    return _Trying(inspection, settings).run()


class _Trying:
    """One trial, and what it needs to read and to judge documents."""

    def __init__(self, inspection: Inspection, settings: Settings) -> None:
        self.inspection = inspection
        self.catalogue = Catalogue.of(settings)
        self.given: dict[str, Any] = inspection.file.value.get("x-examples", {})
        self.linter = Linter(settings._replace(as_of=as_day(self.given.get("as-of")) or settings.as_of))
        self.folder = inspection.file.path.parent
        self.examples = Node(inspection.file, ("x-examples",))
        self.reached: set[Key] = set()

    def run(self) -> Trial:
        """Try all examples."""
        given = self.given
        outcomes = [self.passing(self.examples.below("pass", place)) for place in range(len(given.get("pass", ())))]
        outcomes += [self.failing(self.examples.below("fail", place)) for place in range(len(given.get("fail", ())))]
        checks = checks_of(self.inspection)
        left = [check for check in checks if check.key not in self.reached] if outcomes else []
        unreached = sorted(((self.place(check.node), check.words) for check in left), key=lambda each: each[0])
        return Trial(self.inspection.name, self.inspection.file.source.file, outcomes, len(checks), unreached)

    def place(self, node: Node) -> Place:
        """Where a part of the schema stands."""
        source = node.file.source
        return Place(source.file, source.range(node.file.span(node.path)))

    def passing(self, node: Node) -> Outcome:
        """Try an example in which there must be nothing to find."""
        given = node.value if isinstance(node.value, dict) else {"file": node.value}
        name, place = _named(given), self.place(node)
        try:
            _, found = self.judged(self.text(given), name)
        except _Unusable as problem:
            return Outcome(name, place, problem=str(problem))
        return Outcome(name, place, problem="It should pass, but:" if found else None, found=found)

    def failing(self, node: Node) -> Outcome:
        """Try an example in which something must be found."""
        given = node.value
        name, place, rule, at = _named(given), self.place(node), given["rule"], given["at"]
        where = f"on line {at}" if isinstance(at, int) else f"at {at}"
        try:
            document, found = self.judged(self.changed(given), name)
            known = _rule(rule)
        except _Unusable as problem:
            return Outcome(name, place, rule, str(problem))
        wanted = f"{known} {where}"
        self.reached |= reached_by(document, found)
        if any(finding.rule == known and _stands(finding, at, document) for finding in found):
            return Outcome(name, place, wanted)
        instead = "and there is nothing to find." if not found else "but:"
        return Outcome(name, place, wanted, f"It should fail with {wanted}, {instead}", found)

    def text(self, given: dict[str, Any]) -> str:
        """The text of an example: its own, or that of a file."""
        if "text" in given:
            text: str | list[str] = given["text"]
            return text if isinstance(text, str) else "".join(f"{line}\n" for line in text)
        name: str = given["file"]
        path = true_path(self.folder / name)
        if not path.is_relative_to(true_path(self.folder)):
            raise _Unusable(f"“{name}” leads out of the folder of the schema.")
        if is_special(path):
            raise _Unusable(f"“{name}” is no ordinary file.")
        try:
            return path.read_text(encoding="utf-8")
        except OSError as error:
            raise _Unusable(f"“{name}” cannot be read: {(error.strerror or 'unknown error').lower()}.") from None
        except UnicodeDecodeError:
            raise _Unusable(f"“{name}” is not saved in UTF-8.") from None

    def changed(self, given: dict[str, Any]) -> str:
        """The text of an example that is to fail: its own or that of the first that passes, with its replacement."""
        if not {"file", "text"} & set(given):
            first = next(iter(self.given.get("pass", ())), None)
            if first is None or "replace" not in given:
                raise _Unusable(
                    "It has neither a file nor a text, nor what to replace in the first example that passes."
                )
            given = {**(first if isinstance(first, dict) else {"file": first}), "replace": given["replace"]}
        text = self.text(given)
        if "replace" not in given:
            return text
        old, new = given["replace"]
        times = text.count(old) if old else 0
        if times != 1:
            raise _Unusable(f"“{_short(old)}” must stand in the document once, and is there {times} times.")
        return text.replace(old, new)

    def judged(self, text: str, name: str) -> tuple[Document, tuple[Finding, ...]]:
        """The document that a text is, and all that is found in it."""
        document = take_document(text.encode(), name, self.catalogue)
        given = (document.marked.value or {}).get("type") if isinstance(document.marked.value, dict) else None
        if document.doctype and document.doctype.name != self.inspection.name:
            raise _Unusable(f"It is of the type “{given}”, not “{self.inspection.name}”.")
        (report,) = self.linter.lint_together([document])
        return document, report.findings


def _rule(wanted: str) -> str:
    """The name of the rule that is called `wanted`, by its name or its code."""
    for rule in all_rules():
        if wanted.lower() in (rule.name, rule.code.lower()):
            return rule.name
    raise _Unusable(f"It names a rule that there is not: “{wanted}”.{did_you_mean(nearest_rule(wanted))}")


def _stands(finding: Finding, at: int | str, document: Document) -> bool:
    """Whether a finding stands where it is wanted: on a line, or at the value that a path leads to."""
    start = finding.range.start
    if isinstance(at, int):
        return start.line == at
    path: ValuePath = tuple(int(step) if step.isdecimal() else _unescaped(step) for step in at[1:].split("/"))
    spans = [span for span in (document.values.get(path), document.keys.get(path)) if span]
    if not spans:  # it is missing: a key of the front matter at its top, all else where it belongs
        spans = [spot(document, path), *([document.fences.opening] if document.fences and len(path) == 1 else [])]
    ranges = map(document.range, spans)
    return any(place.start <= start <= place.end for place in ranges)


def _unescaped(step: str) -> str:
    return step.replace("~1", "/").replace("~0", "~")


def _named(given: dict[str, Any]) -> str:
    """What an example is called."""
    name = str(given.get("file", "the text given" if "text" in given else "the first example"))
    if "replace" not in given:
        return name
    old, new = (_short(text) for text in given["replace"])
    return f"{name} with “{new}” for “{old}”" if new else f"{name} without “{old}”"


def _short(text: str) -> str:
    """A text on one line, and not too much of it."""
    line = re.sub(r"\s+", " ", text).strip()
    return line if len(line) <= _SHOWN_AT_MOST else f"{line[: _SHOWN_AT_MOST - 1].rstrip()}…"
