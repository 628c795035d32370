"""What of a plan is practice."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmcoach_lint.coaching.chain import Chain
from pmcoach_lint.coaching.parts import WEEKS, in_weeks, nodes_at
from pmcoach_lint.coaching.practice import reps_of
from pmcoach_lint.document import read_document
from pmcoach_lint.settings import Settings
from pmcoach_lint.standards import Standards
from pmcoach_lint.workspace import Workspace


@pytest.mark.parametrize(
    ("rep", "is_one"),
    [
        ("Holiday pause", False),
        ("off", False),
        ("week off", False),
        ("Winter break (no homework)", False),
        ("pause 21 Dec–3 Jan. We shall see", False),
        ("Break from 21 December until 3 January", False),
        ("No reps", False),
        ("Freeze", False),
        ("Plant closure", False),
        ("Nothing, truly", False),
        ("Holiday — no rep", False),
        ("Launch of the beta, no exercise", False),
        ("– company holidays –", False),
        ("Find what no rep has shown yet", True),
        ("Nothing leaves without a number", True),
        ("Holiday plan: name what waits", True),
        ("Break the brief into slices", True),
        ("Sign off the brief", True),
        ("Kick off", True),
        ("Leave out what nobody reads", True),
        ("Pause before each answer", True),
    ],
)
def test_a_row_that_says_pause_is_no_rep_and_asks_nothing_of_the_coach(rep: str, is_one: bool) -> None:
    rows = f"| 1 | Frame one | reads it |\n| 2 | {rep} | off |\n"
    body = f"## Vision\n\n### B1: Frame first\n\n## Plan\n\n| Week | Bet 1 rep | Me |\n|---|---|---|\n{rows}"
    pack = read_document(f"---\ntype: coaching-pack\n---\n\n{body}".encode(), "pack.md")
    weeks = nodes_at(pack, WEEKS)
    assert len(weeks) == 2
    assert len(in_weeks(weeks, "reps")) == len(in_weeks(weeks, "commitments")) == 1 + is_one


def test_a_coach_who_has_nothing_to_do_gives_nothing() -> None:
    rows = "| 1 | Frame one | None |\n| 2 | Frame two | none before the review |\n| 3 | Frame three | n/a |\n"
    body = f"## Vision\n\n### B1: Frame first\n\n## Plan\n\n| Week | Bet 1 rep | Me |\n|---|---|---|\n{rows}"
    pack = read_document(f"---\ntype: coaching-pack\n---\n\n{body}".encode(), "pack.md")
    told = in_weeks(nodes_at(pack, WEEKS), "commitments")
    assert [node.value for node in told] == ["none before the review"]


def test_a_week_of_pause_is_no_rep() -> None:
    rows = "| 1 | Frame one | Cut one |\n| 2 | Pause | **Break** (no homework) |\n| 3 | Pause for effect | – |\n"
    body = f"## Development Plan\n\n### Timeline\n\n| Week | Bet 1 | Bet 2 |\n|---|---|---|\n{rows}"
    pack = read_document(f"---\ntype: coaching-pack\n---\n\n{body}".encode(), "pack.md")
    assert [rep.value["rep"] for rep in reps_of(pack)] == ["Frame one", "Cut one", "Pause for effect"]


def test_what_reps_leave_behind_and_ask_of_the_coach_is_that_of_their_bet() -> None:
    rows = "| Frame one | one page | reads it |\n| Break | – | on leave |\n| Frame two | – | – |\n"
    plan = f"### B1: Frame first\n\n| Practice | Artifact | Coach |\n|---|---|---|\n{rows}"
    body = f"## Shared Vision\n\n### B1: Frame first\n\n## Development Plan\n\n{plan}"
    pack = read_document(f"---\ntype: coaching-pack\n---\n\n{body}".encode(), "pack.md")
    (bet,) = Chain(Workspace([pack], Standards(Settings(root=Path("/")))), pack).bets
    told = {name: [node.value for node in bet.planned(name)] for name in ("artifacts", "commitments", "measurement")}
    assert told == {"artifacts": ["one page"], "commitments": ["reads it"], "measurement": []}
