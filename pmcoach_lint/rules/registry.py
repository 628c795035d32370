"""The register of rules: a rule is a function with a docstring, and this is where it signs in.

The docstring is the rule's whole documentation. Its first line says what the rule finds; paragraphs follow; the
headed parts are `Why it matters:`, `What to do:`, and any number of `Bad:` and `Good:` examples, each an indented
block. The terminal, the site and the tests read that same text.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from pmcoach_lint.finding import Severity

if TYPE_CHECKING:
    from pmcoach_lint.document import Document
    from pmcoach_lint.syntax.source import Offence

Check = Callable[["Document"], Iterable["Offence"]]

FAMILIES = {
    0: "Files",
    1: "Front matter",
    2: "Content",
    3: "Structure",
    4: "References",
    5: "Tables",
}
"""The families of rules by the hundreds of their codes, in the order in which they are shown."""

_HEADED = re.compile(r"^(Why it matters|What to do|Bad|Good):[ \t]*$", re.MULTILINE)


class Example(NamedTuple):
    """One example out of a rule's docstring: the Markdown, and whether the rule must speak up at it."""

    text: str
    bad: bool


@dataclass(frozen=True)
class Explanation:
    """A rule's docstring taken apart: one-line summary, body, reasons, advice (all Markdown) and examples."""

    summary: str
    body: str
    why: str
    advice: str
    examples: tuple[Example, ...]


@dataclass(frozen=True)
class Rule:
    """A rule: its code, the name of the offence, how severe it is, and the check itself.

    `severity` is None where it follows the document's status: a warning in a draft or a pack in review, an error
    once the pack is active.
    """

    code: str
    name: str
    severity: Severity | None
    check: Check

    @property
    def family(self) -> str:
        """The name of the family that the code's hundred stands for."""
        return FAMILIES[int(self.code[3])]

    @property
    def reads_any_document(self) -> bool:
        """Whether the rule runs on documents of no known type as well: those about files and front matter fences."""
        return self.code < "PMC2"

    @cached_property
    def reason(self) -> str:
        """Why the offence matters, on one line."""
        return " ".join(self.explanation.why.split())

    @cached_property
    def explanation(self) -> Explanation:
        """What the check's docstring says, taken apart."""
        return explain(inspect.getdoc(self.check) or "")


_rules: dict[str, Rule] = {}


def rule(code: str, name: str, severity: Severity | None = Severity.ERROR) -> Callable[[Check], Check]:
    """Register the decorated check as the rule `code` (`PMC` and three digits) with the offence's `name`."""

    def register(check: Check) -> Check:
        if code in _rules or any(known.name == name for known in _rules.values()):
            raise ValueError(f"two rules are called {code} or {name}")
        _rules[code] = Rule(code, name, severity, check)
        return check

    return register


def registered() -> Iterator[Rule]:
    """All rules that have signed in, by code."""
    for code in sorted(_rules):
        yield _rules[code]


def explain(docstring: str) -> Explanation:
    """Take a rule's `docstring` apart into its headed parts."""
    head, *parts = _HEADED.split(docstring)
    summary, _, body = head.partition("\n")
    texts: dict[str, str] = {}
    examples: list[Example] = []
    for title, text in zip(parts[::2], parts[1::2], strict=True):
        if title in {"Bad", "Good"}:
            examples.append(Example(inspect.cleandoc(text) + "\n", bad=title == "Bad"))
        else:
            texts[title] = inspect.cleandoc(text)
    return Explanation(
        summary=summary.strip(),
        body=body.strip(),
        why=texts.get("Why it matters", ""),
        advice=texts.get("What to do", ""),
        examples=tuple(examples),
    )
