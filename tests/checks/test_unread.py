"""What nothing reads is told once in a document, with each place, and with the name that was likely meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmcoach_lint.checks.unread import unread
from pmcoach_lint.engine import lint_bytes
from pmcoach_lint.finding import Finding
from pmcoach_lint.settings import Settings
from tests.linting import read
from tests.packs import PM_03, WHOLE

PACK = """\
---
type: coaching-pack
---

## 3) Shared Vision

### B1: Frame first

**House rule:** One brief a week

**Sucess looks like:** Two briefs come back without a question

**Timeframe:** Weeks 1–8

## 7) Risks / Open questions / Next steps

### Risks

| Risk | Cost | Mitigation |
|---|---|---|
| The freeze | High | Ask |
"""


def found(text: str) -> list[Finding]:
    report = lint_bytes(text.encode(), "pack.md", Settings(root=Path(), select=("PMC219",)))
    return list(report.findings)


def test_all_of_a_document_is_told_as_one_finding_with_its_places() -> None:
    (one,) = found(PACK)
    assert (one.code, one.severity, one.range.start.line, one.range.start.column) == ("PMC219", "warning", 9, 3)
    assert one.message == (
        "Nothing reads “House rule”, “Sucess looks like” and “Cost” (lines 9, 11, 19), so no check, score or "
        "report knows of them."
    )
    assert one.hint == (
        "Is “Sucess looks like” “Success looks like”? What is to count needs a name that is known there, such as "
        "“Why it matters”, “Success signals”, “Competency” or “Current level” beside “House rule”. What "
        "only people are to read may stay."
    )
    assert [(place.range.start.line, place.message) for place in one.related] == [
        (11, "nothing reads the label “Sucess looks like”, either"),
        (19, "nothing reads the column “Cost”, either"),
    ]
    assert [single.range.end.column for single in one.singles] == [13, 20, 14]


def test_a_comment_lets_one_place_pass() -> None:
    comment = " <!-- pmcoach: ignore PMC219 -- for people -->"
    (one,) = found(PACK.replace("One brief a week", f"One brief a week{comment}"))
    assert one.message.startswith("Nothing reads “Sucess looks like” and “Cost” (lines 11, 19), so")
    assert [place.range.start.line for place in one.related] == [19]
    two = PACK.replace("One brief a week", f"One brief a week{comment}").replace("question\n", f"question{comment}\n")
    assert [one.message for one in found(two)] == [
        "Nothing reads the column “Cost”, so no check, score or report knows of it."
    ]


def test_a_slip_alone_has_a_proposal() -> None:
    (one,) = found(PACK.replace("**House rule:** One brief a week\n", "").partition("## 7)")[0])
    assert one.hint == "Is it “Success looks like”? Then call it so."
    assert one.fix
    assert not one.fix.safe
    assert [edit.text for edit in one.fix.edits] == ["Success looks like"]


def test_a_slip_at_the_beginning_of_a_part_has_a_proposal() -> None:
    context = "## Context snapshot\n\n**Coaching gaol:** Two briefs by May\n\n**Scope:** the app\n"
    (one,) = found(f"---\ntype: coaching-pack\n---\n\n{context}")
    assert one.hint == "Is it “Coaching goal”? Then call it so."


def test_the_same_name_in_several_records_is_said_once() -> None:
    bets = "".join(f"### B{bet}: Frame first\n\n**Why:** x\n\n**House rule:** One brief\n\n" for bet in range(1, 4))
    (one,) = found(f"---\ntype: coaching-pack\n---\n\n## 3) Shared Vision\n\n{bets}")
    assert one.message == ("Nothing reads “House rule” (lines 11, 17, 23), so no check, score or report knows of them.")


def test_many_names_are_cut_short() -> None:
    labels = "".join(f"**House rule {letter}:** One brief\n\n" for letter in "ABCDEFGHIJKL")
    (one,) = found(f"---\ntype: coaching-pack\n---\n\n## 3) Shared Vision\n\n### B1: Frame\n\n**Why:** x\n\n{labels}")
    assert "“House rule G”, “House rule H” and 4 more (lines 11, 13, 15, 17, 19, 21, 23, 25, …)" in one.message


@pytest.mark.parametrize("text", [PM_03, WHOLE])
def test_a_pack_of_ours_is_read_as_a_whole(text: str) -> None:
    assert [each for each in unread(read(text)) if each.counts] == []


def test_a_scale_that_explains_the_levels_is_a_remark() -> None:
    table = "| Competency | What you'd see |\n|---|---|\n| Framing | Names it |\n| Craft | Tests wording |\n\n"
    levels = ("Know", "Understand", "Apply", "Analyze", "Synthesize", "Evaluate")
    scale = "".join(f"{n}. **{level}** – in general words (e.g. a step)\n" for n, level in enumerate(levels, 1))
    body = (
        f"---\ntype: coaching-pack\n---\n\n## 1) Definition of Good PM\n\n{table}**Depth scale.** For each:\n\n{scale}"
    )
    body += "\n- **Scope** – refunds\n- **House rule** – one brief a week\n"
    (one,) = found(body)
    assert one.message.startswith("Nothing reads the label “House rule”")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("## Context\n\n- **Goal:** x\n- **Tenure:** 11 months\n- **Pack scope:** all seven parts\n", []),
        ("## Context\n\n- **Scope:** x\n- **Coaching gaol:** pm-07 decides\n", ["Coaching gaol"]),
        (
            "## 5) Coaching Cadence\n\n| Prompt | For |\n|---|---|\n| Who asks? | B1 |\n| Who pays? | B2 |\n",
            [],
        ),
        (
            "## 6) Follow-up\n\n| KPI | Start | 22 Oct | 19 Nov |\n|---|---|---|---|\n| Calls | 0 | 2 | 4 |\n",
            [],
        ),
    ],
)
def test_what_only_says_more_of_what_is_read_is_not_told(text: str, names: list[str]) -> None:
    document = read("---\ntype: coaching-pack\nstart: 2026-10-05\nweeks: 8\n---\n\n" + text)
    assert [one.name for one in unread(document) if one.counts] == names


_ROWS = "| Competency | Level | Evidence | {} |\n|---|---|---|---|\n| Framing | Apply | Brief of 3 March | fine |\n"
_ASSESSED = "---\ntype: coaching-pack\n---\n\n## 2) Current Assessment\n\n"
_KNOWN = "What is to count needs a name that is known there, such as "
_OF_ITS_OWN = "in this part behind a label, or below a heading, of its own: put it there if it is that."


@pytest.mark.parametrize(
    ("column", "hint"),
    [
        ("Mood", f"{_KNOWN}“Target level”, “Expected level”, “Gap” or “Gap type”."),
        ("Sort of gap seen", f"{_KNOWN}“Gap”, “Gap type”, “Strength or gap” or “Target level”."),
        ("Gas", f"{_KNOWN}“Target level”, “Expected level”, “Gap” or “Gap type”."),
        ("Coaching goal", "“Coaching goal” is read in “Context snapshot”: put it there if it is that."),
        ("Evidence log", f"“Evidence log” is read {_OF_ITS_OWN}"),
        ("Gpa", "Is it “Gap”? Then call it so."),
    ],
)
def test_a_hint_names_what_is_known_there_or_where_the_name_is(column: str, hint: str) -> None:
    (one,) = found(_ASSESSED + _ROWS.format(column))
    assert one.hint == (hint if "Is it" in hint else f"{hint} What only people are to read may stay.")


def test_how_it_is_judged_may_stand_in_a_column_of_the_reviews() -> None:
    table = "| Checkpoint | Date | How we judge | Decision |\n|---|---|---|---|\n"
    table += "| First | 2026-12-11 | The ladder | Keep |\n"
    document = read(f"---\ntype: coaching-pack\n---\n\n## 6) Follow-up Tracker\n\n### Review plan\n\n{table}")
    assert document.data["follow_up"]["reviews"][0]["evidence"] == "The ladder"
    assert not list(unread(document))
