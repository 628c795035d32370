"""A step up the ladder in one column: both levels are read out of it, whatever the column is called."""

from __future__ import annotations

import pytest

from pmcoach_lint.document import read_document
from tests.packs import WHOLE, replaced

TABLE = """\
| Competency | Current level | Target level | Evidence |
|---|---|---|---|
| Problem framing | Apply | Analyze | Brief of 3 March named one cause |
"""


@pytest.mark.parametrize(
    "header",
    [
        "Level change",
        "Level (current → target)",
        "Bloom level (current → target)",
        "Current → target",
        "Current → target level",
        "Current to target",
    ],
)
@pytest.mark.parametrize(
    "cell",
    ["Apply → Analyze", "Application --> Analysis", "Applying (3) to analyzing (4)", "L3 -> L4", "Ap (3) → An (4)"],
)
def test_both_levels_stand_in_one_column(header: str, cell: str) -> None:
    table = f"| Competency | {header} | Evidence |\n|---|---|---|\n| Problem framing | {cell} | Brief of 3 March |\n"
    text = replaced(WHOLE, TABLE, table)
    document = read_document(text.encode(), "pack.md")
    assert document.offences == {}
    (record,) = document.data["assessment"]["levels"]
    assert (record["current"], record["target"]) == ("Apply", "Analyze")
    place = document.values[("assessment", "levels", 0, "target")]
    assert text[slice(*place)] == cell


@pytest.mark.parametrize("evidence", ["[E1], E2, E3", "[E1], E2 and [E3]", "E1, [E2] & E3"])
def test_ids_in_square_brackets_are_ids(evidence: str) -> None:
    text = replaced(WHOLE, "Brief of 3 March named one cause", evidence)
    document = read_document(text.encode(), "pack.md")
    assert document.data["assessment"]["levels"][0]["evidence"] == ["E1", "E2", "E3"]


def test_a_step_from_between_two_levels_in_running_text() -> None:
    step = "From *Understand/Apply* to *Apply*, consistently"
    body = f"## 3) Shared Vision\n\n### Bet 1: Decisions that stay decided\n\n- {step}\n- Why: three reopenings\n"
    document = read_document(f"---\ntype: coaching-pack\n---\n\n{body}".encode(), "pack.md")
    (bet,) = document.data["vision"]["bets"]
    assert (bet["current"], bet["target"], bet["why"]) == ("Understand", "Apply", "three reopenings")
    (offence,) = document.offences["between-two-levels"]
    assert document.text[slice(*offence.span)] == step
    assert offence.message == "“*Understand/Apply*” is between two levels: Understand and Apply."


@pytest.mark.parametrize(
    "step", ["L2/3 → L4", "L2–L3 → L4", "Understand–Apply → Analyze", "Understand/Apply to Analyze"]
)
def test_the_lower_of_two_levels_is_where_a_step_begins(step: str) -> None:
    table = (
        f"| Competency | Level change | Evidence |\n|---|---|---|\n| Problem framing | {step} | Brief of 3 March |\n"
    )
    document = read_document(replaced(WHOLE, TABLE, table).encode(), "pack.md")
    (record,) = document.data["assessment"]["levels"]
    assert (record["current"], record["target"]) == ("Understand", "Analyze")
    (offence,) = document.offences["between-two-levels"]
    assert document.text[slice(*offence.span)] == step


@pytest.mark.parametrize(
    ("said", "levels"),
    [
        ("Understand – Analyze", ("Understand", "Analyze")),
        ("Knowledge — Application", ("Know", "Apply")),
    ],
)
def test_a_dash_between_two_levels_is_a_step(said: str, levels: tuple[str, str]) -> None:
    table = f"| | Bet 1: Map first |\n|---|---|\n| From – to | {said} |\n| Seen by | two maps |\n"
    document = read_document(f"---\ntype: coaching-pack\n---\n\n## 3) Shared Vision\n\n{table}".encode(), "pack.md")
    (bet,) = document.data["vision"]["bets"]
    assert (bet["current"], bet["target"], bet["signals"]) == (*levels, ["two maps"])
    assert document.offences == {}
