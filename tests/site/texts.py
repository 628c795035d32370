"""A document of each type that there is, with something in every field: for tests to mark, and to attack with."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

from pmcoach_lint.doctypes import Catalogue, DocType
from pmcoach_lint.generate.scaffold import scaffold

ENGAGEMENT = tuple(doctype for doctype in Catalogue.own() if doctype.family == "engagement")
"""The types of a client engagement."""
MODEL = Catalogue.own().find("competency-model")

_VALUES = {
    "date": "2026-05-04",
    "start": "2026-05-04",
    "phase": "2",
    "kind": "report",
    "status": "draft",
    "bloom": "1956",
    "client": "Northwind",
    "audience": "Leadership",
    "name": "model",
    "team": "checkout",
    "title": "The title",
}
"""What stands behind the keys of the front matter; behind any other a handle."""
_FREE = frozenset({"client", "audience", "name", "team", "title"})

_BODY = {
    "Staff Aug / Expert Executor / Strategic Advisor / Transformation Partner": "Expert Executor",
    "Expert Executor / Strategic Advisor / Transformation Partner": "Strategic Advisor",
    "X%": "40%",
    "Y%": "25%",
    "X": "1",
    "Y": "2",
    "Date": "2026-05-04",
    "tactical / operational / strategic / capability building": "Strategic",
}
"""What stands in the blanks of the text where it is to be read as a value; in any other what is asked for."""

_BLANK = re.compile(r"\[([^\]\[\n]{2,}|[XY])\](?!\()")


def filled(doctype: DocType, word: Callable[[str], str] = str) -> str:
    """The blank document of a type with all its blanks filled in: what is free text goes through `word`."""
    _, front, body = scaffold(doctype).split("---\n", 2)
    lines = (line.partition("  #")[0] for line in front.splitlines() if not line.startswith("#"))
    return f"---\n{''.join(_front(lines, word))}---\n{_BLANK.sub(lambda match: _blank(match[1], word), body)}"


def _front(lines: Iterator[str], word: Callable[[str], str]) -> Iterator[str]:
    for line in lines:
        key, _, value = line.partition(":")
        if value.strip() != "TBD":
            yield f"{line}\n"
        else:
            free = word is not str and key in _FREE
            yield f"{key}: {json.dumps(word(_VALUES[key])) if free else _VALUES.get(key, 'pm-31')}\n"


def _blank(name: str, word: Callable[[str], str]) -> str:
    return _BODY.get(name) or word(name)
