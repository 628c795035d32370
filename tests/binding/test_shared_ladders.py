"""One ladder for several competencies: in a column of its own, in a list, in a line, and as verbs in a sentence."""

from __future__ import annotations

from typing import Any

import pytest

from pmcoach_lint.readers.bloom import short_forms
from tests.binding.reading import read

TABLE = """## Definition of “Good PM”

| ID | Competency | Behaviours |
|---|---|---|
| K1 | Customer discovery | Plans interviews around a question |
| K2 | Pricing | Tests a price before it is announced |
| K3 | Writing | Writes what was decided on one page |

"""
LEVELS = ["Know", "Understand", "Apply", "Analyze", "Synthesize", "Evaluate"]
SEEN = ["names it", "explains it", "uses it", "takes it apart", "joins it with others", "judges it"]
LIST = "".join(
    f"{number}. *{level}* – {seen}\n" for number, (level, seen) in enumerate(zip(LEVELS, SEEN, strict=True), 1)
)


def ladders(body: str) -> list[dict[str, str]]:
    """The ladder of each competency, as what is seen on its levels."""
    found: list[dict[str, Any]] = read(TABLE + body).data["definition"]["competencies"]
    return [{rung["level"]: rung["behaviour"] for rung in one.get("ladder", [])} for one in found]


def table(header: str, *others: str, numbered: bool = False) -> str:
    """A ladder in a table, with the same text for all levels in each of the `others` columns."""
    heads = [f"{number} {level}" if numbered else level for number, level in enumerate(LEVELS, 1)]
    rows = [" | ".join(("", head, seen, *others, "")).strip() for head, seen in zip(heads, SEEN, strict=True)]
    return "\n".join((header, "|---" * (header.count("|") - 1) + "|", *rows)) + "\n"


WHOLE = dict(zip(LEVELS, SEEN, strict=True))


@pytest.mark.parametrize(
    "told",
    [
        f"**Bloom ladder**\n\n{LIST}",
        f"### Bloom ladder for all competencies\n\n{LIST}",
        "**Depth ladder:** " + "; ".join(f"{level} = {seen}" for level, seen in WHOLE.items()) + "\n",
        "### Bloom ladder\n\n" + table("| Level | What it means |"),
        table("| Level | For all competencies |"),
    ],
)
def test_a_ladder_that_names_no_competency_is_that_of_all(told: str) -> None:
    assert ladders(told) == [WHOLE] * 3


@pytest.mark.parametrize("own", ["Example: pricing", "e.g. for pricing", "Example (K2)", "K2 Pricing", "Pricing"])
def test_a_column_for_all_stands_beside_one_for_a_single_competency(own: str) -> None:
    first, second, third = ladders(table(f"| Step | In general | {own} |", "tests a price", numbered=True))
    assert first == third == WHOLE
    assert second == dict.fromkeys(LEVELS, "tests a price")


def test_what_one_competency_tells_of_a_level_counts_more_than_what_holds_for_all() -> None:
    own = "| | Apply | Analyze | Synthesize |\n|---|---|---|---|\n| Pricing | a | b | c |\n"
    document = read(f"{TABLE}**Bloom ladder**\n\n{LIST}\nPer competency:\n\n{own}")
    first, second, _ = document.data["definition"]["competencies"]
    assert [rung["behaviour"] for rung in first["ladder"]] == SEEN
    assert [rung["behaviour"] for rung in second["ladder"]] == [*SEEN[:2], "a", "b", "c", SEEN[-1]]
    at = ("definition", "competencies", 1, "ladder")
    places = [document.values[*at, number, "behaviour"] for number in range(6)]
    assert [document.text[slice(*place)] for place in places] == [*SEEN[:2], "a", "b", "c", SEEN[-1]]


@pytest.mark.parametrize(
    ("names", "has"),
    [("K2 is rated on", [False, True, False]), ("K1 and K3 use", [True, False, True]), ("K7 uses", [False] * 3)],
)
def test_a_sentence_tells_the_six_steps_of_the_competencies_that_it_names(names: str, has: list[bool]) -> None:
    said = f"{names} the same six levels: list, explain, carry out, take apart, combine, and judge.\n"
    verbs = dict(zip(LEVELS, ["list", "explain", "carry out", "take apart", "combine", "judge"], strict=True))
    assert ladders(said) == [verbs if one else {} for one in has]


@pytest.mark.parametrize(
    "other",
    [
        "K2 uses the same levels: list, explain, judge.\n",  # three are no ladder
        "**Bloom levels:** K = Know, U = Understand, Ap = Apply, An = Analyze, S = Synthesize, E = Evaluate\n",
        f"**Bloom ladder for negotiation**\n\n{LIST}",  # one that is not there
        f"**Steps of the plan**\n\n{LIST}",
        table("| Level | Negotiation |"),
        "| # | What it means |\n|---|---|\n| 1 | a |\n| 2 | b |\n| 3 | c |\n| 4 | d |\n",
    ],
)
def test_what_is_no_ladder_for_all(other: str) -> None:
    assert ladders(other) == [{}] * 3


def test_a_number_that_counts_the_rungs_hides_none_of_them() -> None:
    rows = table("| Level | K2 Pricing |", numbered=True)
    mixed = rows.replace("4 Analyze", "4 Synthesise").replace("5 Synthesize", "5 Analyze")
    assert [*ladders(mixed)[1]] == ["Know", "Understand", "Apply", "Synthesize", "Analyze", "Evaluate"]


def test_codes_of_competencies_are_no_numbers_of_levels() -> None:
    assert short_forms("| P1 | Apply |\n| P2 | Understand |\n| P3 | Know |\n| P4 | Create |\n") == ()
    told = short_forms("D1 Know, D2 understand, D3 apply, D4 analyze, D5 create, D6 evaluate")  # the top two swapped
    assert dict(told)["d5"] == "Create"
