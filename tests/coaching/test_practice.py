"""What of a plan is practice."""

from __future__ import annotations

from pmcoach_lint.coaching.practice import reps_of
from pmcoach_lint.document import read_document


def test_a_week_of_pause_is_no_rep() -> None:
    rows = "| 1 | Frame one | Cut one |\n| 2 | Pause | **Break** (no homework) |\n| 3 | Pause for effect | – |\n"
    body = f"## Development Plan\n\n### Timeline\n\n| Week | Bet 1 | Bet 2 |\n|---|---|---|\n{rows}"
    pack = read_document(f"---\ntype: coaching-pack\n---\n\n{body}".encode(), "pack.md")
    assert [rep.value["rep"] for rep in reps_of(pack)] == ["Frame one", "Cut one", "Pause for effect"]
