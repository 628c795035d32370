"""Parts and keys that are told elsewhere, or by a name that may be another's: what is said of them, and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmcoach_lint.engine import lint_bytes
from pmcoach_lint.settings import Settings
from tests.binding.reading import pack
from tests.linting import Told, lint

FRONT = """---
type: coaching-pack
pm: pm-07
role: Product Manager
coach: lead-02
team: checkout
start: 2026-10-05
weeks: 8
status: active
visibility: internal
---

# Coaching pack

"""


def _told(text: str, tmp_path: Path, *codes: str) -> list[Told]:
    return [one for one in lint(text, Settings(root=tmp_path)) if one[0] in codes]


_HEADINGS = ("Definition", "Assessment", "Vision", "Plan", "Cadence", "Follow-up", "Risks")


def _pack(*headings: str) -> str:
    """A pack whose parts have these headings; one that has none is left out."""
    parts = pack(lambda number, _: f"\f## {headings[number - 1]}", lambda words, _: f"### {words}").split("\f")
    return FRONT + "".join(part for part in parts if not part.startswith("## \n"))


def test_parts_have_short_names(tmp_path: Path) -> None:
    assert _told(_pack(*_HEADINGS), tmp_path, "PMC301", "PMC302", "PMC304") == []


def test_a_heading_elsewhere_is_not_offered_as_a_missing_part(tmp_path: Path) -> None:
    text = _pack("What we talk about", *_HEADINGS[1:4], "", *_HEADINGS[5:])
    text = text[: text.index("## What we")] + "## What we talk about\n\nHello.\n\n" + text[text.index("## Assess") :]
    found = [
        one.hint or ""
        for one in lint_bytes(text.encode(), "x.md", Settings(root=tmp_path)).findings
        if one.code == "PMC301"
    ]
    assert ["What we talk about" in hint for hint in found] == [True, False]


@pytest.mark.parametrize("said", ["cadence: weekly", "plan: eight weeks", "vision: one page"])
def test_a_key_that_is_called_as_a_part_is_none(said: str, tmp_path: Path) -> None:
    text = _pack(*_HEADINGS).replace("status: active", f"status: active\n{said}")
    assert _told(text, tmp_path, "PMC301", "PMC302", "PMC304") == []
    begin, end = text.index("## Cadence"), text.index("## Follow-up")
    found = _told(text[:begin] + text[end:], tmp_path, "PMC301", "PMC302", "PMC304")
    assert [(code, message) for code, _, _, message in found] == [
        ("PMC301", "Part 5, “Coaching Cadence + Session Toolkit”, is missing.")
    ]


@pytest.mark.parametrize(
    ("keys", "line", "where"),
    [
        ("start: 2026-10-05\nstart_date: 2026-10-12", 8, "“2026-10-12” here, and “2026-10-05” above"),
        ("start_date: 2026-10-12\nstart: 2026-10-05", 7, "“2026-10-12” here, and “2026-10-05” below"),
    ],
)
def test_what_is_said_twice_is_told_beside_what_counts(keys: str, line: int, where: str, tmp_path: Path) -> None:
    found = _told(_pack(*_HEADINGS).replace("start: 2026-10-05", keys), tmp_path, "PMC212")
    assert [(place.split(":")[0], message) for _, _, place, message in found] == [(f"{line}", f"Start is {where}.")]


def test_who_may_see_it_is_not_said_below_the_title(tmp_path: Path) -> None:
    text = _pack(*_HEADINGS).replace("visibility: internal\n", "")
    line = "**Visibility:** internal"
    [(_, severity, place, message)] = _told(
        text.replace("# Coaching pack\n", f"# Coaching pack\n\n{line}\n"), tmp_path, "PMC951"
    )
    assert (severity, place) == ("warning", "14:17-14:25")
    assert message == "“internal” is not read here: who may see a document is said in its front matter alone."
    assert [place for _, _, place, _ in _told(text, tmp_path, "PMC951")] == ["1:1-1:4"]


def test_a_fence_that_swallows_parts_is_told_alone(tmp_path: Path) -> None:
    text = _pack(*_HEADINGS)
    found = lint(text.replace("## Cadence", "```\n## Cadence"), Settings(root=tmp_path))
    assert [code for code, *_ in found if code in ("PMC222", "PMC301", "PMC302", "PMC304")] == ["PMC222"]


def test_what_is_missing_above_a_fence_is_told_with_it(tmp_path: Path) -> None:
    text = _pack(*_HEADINGS[:1], "", *_HEADINGS[2:])
    found = _told(text.replace("## Cadence", "```\n## Cadence"), tmp_path, "PMC301")
    assert [message for *_, message in found] == ["Part 2, “Current Assessment”, is missing."]
