"""What the docstring of a rule says, taken apart: the terminal, the site and the tests read that same text.

Its first line says what the rule finds; paragraphs follow; the headed parts are `Why it matters:`, `What to do:`, and
any number of `Bad:` and `Good:` examples, each an indented block.
"""

from __future__ import annotations

import inspect
import re
from datetime import date
from functools import cache

from pmcoach_lint.regex import regex
from pmcoach_lint.tuples import NamedTuple

_FILE = regex(r"^=== (\S+)\n", re.MULTILINE)
_AS_OF = regex(r"\A=== as of (\d{4}-\d\d-\d\d)\n\s*")
_PACK = "---\ntype: coaching-pack\n---\n\n"
_HEADED = regex(r"^(Why it matters|What to do|Bad|Good):[ \t]*$", re.MULTILINE)


class Example(NamedTuple):
    """One example out of a rule's docstring: the Markdown, and whether the rule must speak up at it.

    One that begins with the heading of a part (`## `) is a coaching pack, whose front matter is put above it.
    One that only holds on a certain day begins with a line `=== as of 2026-10-20`; `as_of` is that day.
    """

    text: str
    bad: bool
    as_of: date | None = None

    @property
    def files(self) -> dict[str, str]:
        """The documents that the example consists of, by file name: several begin with a line `=== name` each."""
        _, *parts = _FILE.split(f"\n{self.text}")
        if not parts:
            return {"example.md": self.text}
        return {name: f"{text.strip()}\n" for name, text in zip(parts[::2], parts[1::2], strict=True)}


class Explanation(NamedTuple):
    """A rule's docstring taken apart: one-line summary, body, reasons, advice (all Markdown) and examples."""

    summary: str
    body: str
    why: str
    advice: str
    examples: tuple[Example, ...]


@cache
def explain(docstring: str) -> Explanation:
    """Take a rule's `docstring` apart into its headed parts."""
    head, *parts = _HEADED.split(docstring)
    summary, _, body = head.partition("\n")
    texts: dict[str, str] = {}
    examples: list[Example] = []
    for title, text in zip(parts[::2], parts[1::2], strict=True):
        if title in {"Bad", "Good"}:
            examples.append(_example(inspect.cleandoc(text) + "\n", bad=title == "Bad"))
        else:
            texts[title] = inspect.cleandoc(text)
    return Explanation(
        summary=summary.strip(),
        body=body.strip(),
        why=texts.get("Why it matters", ""),
        advice=texts.get("What to do", ""),
        examples=tuple(examples),
    )


def _example(text: str, *, bad: bool) -> Example:
    if text.startswith("## "):
        return Example(_PACK + text, bad)
    dated = _AS_OF.match(text)
    return Example(text[dated.end() :], bad, date.fromisoformat(dated[1])) if dated else Example(text, bad)
