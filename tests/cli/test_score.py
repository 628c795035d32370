"""`pmcoach score` as people and programs use it."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Run
from tests.packs import WHOLE, replaced

PACK = "packs/pm-21.md"


@pytest.fixture(autouse=True)
def _packs(repo: Path) -> None:
    shutil.copy(ROOT / "packs" / "pm-21-first-ninety-days.md", repo / PACK)
    (repo / "packs" / "small.md").write_text(WHOLE, encoding="utf-8")
    shutil.copytree(ROOT / "packs" / "clients", repo / "packs" / "clients")


def test_a_score_says_why_what_next_and_what_the_band_asks_for(run: Run) -> None:
    code, output, errors = run("score", PACK, "--as-of", "2026-11-23")
    assert (code, errors) == (0, "")
    assert output.startswith(
        """\
pm-21  packs/pm-21.md
25 of 30: Ship it with its assumptions
Say in the pack what is assumed and what nobody knows, then begin.

  Definition clarity            █████  5
  Evidence-based assessment     ███░░  3
"""
    )
    assert (
        """\
  Development plan specificity  ███░░  3
      1 of 2  Say of each bet what is counted or scored (no more than 3 while this is open)
          - 159:3  Growth bet “B2: Know who decides what” has no measurement.
"""
        in output
    )
    assert (
        """
Next: Say of each bet what is counted or scored.
      Development plan specificity goes from 3 to 5, at 1 place.
"""
        in output
    )
    assert "\nAssumptions:\n  - Levels come from one work sample" in output
    assert "\nUnknowns:\n  - How pm-21 works under a deadline (not seen)\n" in output
    assert "\nOnly a person can say:\n  A1  Coach and PM have agreed" in output


def test_a_low_score_asks_at_most_five_questions(run: Run) -> None:
    output = run("score", "packs/small.md").output
    assert "16 of 30: Ask again first\n" in output
    assert output.count("Fewer than three open coaching prompts were found.") == 1
    asked = output.partition("Ask next:\n")[2].partition("\n\n")[0].splitlines()
    assert [line[:5] for line in asked if line.startswith("  ") and line[2].isdigit()] == [
        f"  {number}. " for number in range(1, 6)
    ]


def test_all_is_scored_without_paths_and_each_engagement_once(run: Run) -> None:
    code, output, _ = run("score", "--as-of", "2026-11-23")
    assert code == 0
    assert output.splitlines()[-3:] == [
        "packs/clients/northwind/engagement.md   24 of 25  Show it to the client",
        "packs/pm-21.md                          25 of 30  Ship it with its assumptions",
        "packs/small.md                          16 of 30  Ask again first",
    ]
    whole = run("score", "packs/clients/northwind", "--as-of", "2026-11-23").output
    assert run("score", "packs/clients/northwind/proposal.md", "--as-of", "2026-11-23").output == whole


@pytest.mark.parametrize(("least", "code"), [("25", 0), ("26", 1)])
def test_a_total_below_the_least_one_fails(run: Run, least: str, code: int) -> None:
    ended = run("score", PACK, "--min", least, "--as-of", "2026-11-23")
    assert ended.code == code
    assert ended.output.endswith(f"1 score below {least}.\n") is bool(code)


def test_the_totals_alone_are_a_line_each(run: Run) -> None:
    assert run("score", "--output-format", "concise", "--as-of", "2026-11-23", "--min", "20") == (
        1,
        """\
packs/clients/northwind/engagement.md   24 of 25  Show it to the client
packs/pm-21.md                          25 of 30  Ship it with its assumptions
packs/small.md                          16 of 30  Ask again first
1 score below 20.
""",
        "",
    )
    assert run("score", "--output-format", "concise", PACK, "--as-of", "2026-11-23").output == (
        f"{PACK}   25 of 30  Ship it with its assumptions\n"
    )


def test_programs_are_given_every_record(run: Run) -> None:
    code, output, _ = run("score", PACK, "--output-format", "json", "--as-of", "2026-11-23")
    assert code == 0
    told = json.loads(output)
    (score,) = told["scores"]
    assert (told["version"], score["total"], score["out_of"], score["band"]["asks"]) == (1, 25, 30, "assumptions")
    assert {each["dimension"]: each["score"] for each in score["dimensions"]}["Growth bet selection"] == 4
    assert score["next"] == {
        "dimension": "Development plan specificity",
        "criterion": "plan-measurement",
        "what": "Say of each bet what is counted or scored",
        "leads_to": 5,
        "records": [
            {
                "file": PACK,
                "range": {"start": {"line": 159, "column": 3}, "end": {"line": 159, "column": 6}},
                "message": "Growth bet “B2: Know who decides what” has no measurement.",
            }
        ],
    }
    criteria = [one for each in score["dimensions"] for one in each["criteria"]]
    assert all(one["gained"] or one["lost"] for one in criteria)
    assert [each["id"] for each in score["attestations"]] == ["A1", "C1", "C2", "C3", "D1", "D2", "D3"]


def test_what_earned_its_points_is_told_on_request(run: Run) -> None:
    output = run("score", PACK, "--explain").output
    assert "      3 of 3  Name two behaviours or more for each competency, such that others can see them\n" in output
    assert "          + 46:33  Competency “Problem framing and insight” names behaviours that can be seen.\n" in output


def test_a_reason_that_several_criteria_have_is_told_once_in_a_dimension(run: Run, repo: Path) -> None:
    run("new", "coaching-pack", "packs/pm-30.md")
    reason = "No growth bet can be read."
    *_, bets, plan, _, follow_up = re.split(r"\n  (?=[A-Z].* [█░]{5}  1)", run("score", "packs/pm-30.md").output)
    assert [part.count(reason) for part in (bets, plan, follow_up)] == [1, 1, 1]
    assert bets.count(" of 2  ") + bets.count(" of 1  ") == 7
    assert run("score", "packs/pm-30.md", "--explain").output.count(reason) == 16


def test_nobody_is_told_to_begin_what_is_over(run: Run, repo: Path) -> None:
    for name, status in (("active", "active"), ("over", "completed")):
        text = (ROOT / "packs/pm-03-discovery-depth.md").read_text(encoding="utf-8")
        (repo / f"packs/{name}.md").write_text(text.replace("status: completed", f"status: {status}"), encoding="utf-8")
    begin = "Ship it\nShare it with the PM and begin.\n"
    assert begin in run("score", "packs/active.md", "--as-of", "2026-08-10").output
    assert "Ship it\n\n  Definition clarity" in run("score", "packs/over.md", "--as-of", "2026-08-20").output


def test_nothing_to_score_is_said(run: Run, repo: Path) -> None:
    (repo / "packs" / "note.md").write_text("# A note\n", encoding="utf-8")
    assert run("score", "packs/note.md") == (
        0,
        "Nothing was scored: there is no coaching pack here and no client engagement, or no rubric for it.\n",
        "Note: 1 document cannot be read and is left out. To see why: pmcoach lint packs/note.md\n",
    )
    assert run("score", "packs/nowhere.md").code == 2


BLANK_RUBRIC = "---\ntype: coaching-rubric\ntitle: Ours\nversion: 1\ndate: 2026-11-20\nstatus: draft\n---\n"


@pytest.mark.parametrize("rubric", ["unknown criterion", "blank", "unknown type"])
@pytest.mark.parametrize("command", ["score", "status"])
def test_a_rubric_of_their_own_that_something_is_wrong_with_is_told(
    run: Run, repo: Path, rubric: str, command: str
) -> None:
    shutil.copy(ROOT / "packs" / "pm-03-discovery-depth.md", repo / "packs")
    ours = (ROOT / "docs/standards/coaching-rubric.md").read_text(encoding="utf-8")
    texts = {
        "unknown criterion": replaced(ours, "| bets-few |", "| bets-fewer |"),
        "blank": BLANK_RUBRIC,
        "unknown type": replaced(ours, "type: coaching-rubric", "type: coaching-rubrics"),
    }
    standards = repo / "docs" / "standards"
    standards.mkdir(parents=True)
    (standards / "ours.md").write_text(ours, encoding="utf-8")
    assert run(command, "packs", "--as-of", "2026-08-20").errors == ""
    (standards / "ours.md").write_text(texts[rubric], encoding="utf-8")
    assert run(command, "packs", "--as-of", "2026-08-20").errors == (
        "Note: Something is wrong in docs/standards/ours.md, so scores may be wrong or missing. "
        "To see what: pmcoach lint docs/standards/ours.md\n"
    )


def test_what_a_pack_says_never_acts(run: Run, repo: Path) -> None:
    evil = WHOLE.replace("Frame first", "::error::\x1b[31m x")
    (repo / "packs" / "small.md").write_text(evil, encoding="utf-8")
    output = run("score", "packs/small.md", "--explain").output
    assert "\x1b" not in output
    assert not any(line.lstrip().startswith("::") for line in output.splitlines())


def test_the_guide_shows_what_is_really_said(run: Run, repo: Path) -> None:
    shown = (ROOT / "docs" / "guides" / "scoring.md").read_text(encoding="utf-8").partition("```text\n")[2]
    shutil.copy(ROOT / "packs" / "pm-21-first-ninety-days.md", repo / "packs")
    output = run("score", "packs/pm-21-first-ninety-days.md", "--as-of", "2026-11-23").output
    assert output.startswith(shown.partition("```")[0])


def test_what_cannot_be_read_ends_no_run(run: Run, repo: Path) -> None:
    (repo / "packs" / "a-loop.md").symlink_to("a-loop.md")
    (repo / "packs" / "b-gone.md").symlink_to("nowhere.md")
    code, output, _ = run("score", "packs/a-loop.md")
    assert (code, output) == (2, "")
    code, output, _ = run("score", "packs", "--as-of", "2026-11-23")
    assert code == 0
    assert "packs/small.md" in output
