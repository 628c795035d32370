"""Cells that are left blank among others that are not, and unknowns of which no question is made."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pmcoach_lint.settings import Settings
from tests.linting import lint
from tests.rules.cases import FRONT

_STEPS = "### Next steps\n\n| Step | Owner | Due |\n|---|---|---|\n"
_RISKS = "### Risks\n\n| Risk | Mitigation |\n|---|---|\n"
_HEAD = "| Date | Bet | Rep or artifact done | Coach feedback | Status |\n|---|---|---|---|---|\n"
_TRACKER = f"## 6) Follow-up Tracker\n\n{_HEAD}"
_LIST = "### Next steps\n\n- pm-07 books the room by 2026-12-02\n- pm-07 asks support by 2026-12-03\n"
_ANSWERED = "### Risks\n\n- Peak comes early → bet 2 waits\n"
_ONE, _TWO = "| Book the room | pm-07 | 2026-10-06 |\n", "| Write the frame | pm-07 | 2026-10-08 |\n"
_SEEN = "| 2026-10-09 | B1 | First brief | Names the cause | On track |\n"
_PAUSED = "| Peak comes early | The second bet waits |\n| Support is short | Two calls a week less |\n"


def _told(body: str, tmp_path: Path, code: str) -> list[tuple[str, str]]:
    settings = Settings(root=tmp_path, as_of=date(2026, 11, 20))
    return [(place, said) for rule, _, place, said in lint(FRONT + body, settings) if rule == code]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (f"{_STEPS}{_ONE}{_TWO}| Ask support | | 2026-10-07 |\n", "This step has no owner, and the others have one."),
        (f"{_STEPS}{_ONE}{_TWO}| Ask support | – | 2026-10-07 |\n", "This step has no owner, and the others have one."),
        (f"{_STEPS}{_ONE}{_TWO}| Ask support | pm-07 | |\n", "This step has no day, and the others have one."),
        (
            f"{_RISKS}{_PAUSED}| Notes are written for the coach | – |\n",
            "Nothing is done about this risk, and the others say what is.",
        ),
        (
            f"{_RISKS}{_PAUSED}| Notes are written for the coach | |\n",
            "Nothing is done about this risk, and the others say what is.",
        ),
        (
            f"{_TRACKER}{_SEEN}{_SEEN}{_SEEN.replace('On track', '')}",
            "This row does not say how the bet stands, and the others do.",
        ),
    ],
)
def test_a_cell_is_blank_where_others_tell(body: str, said: str, tmp_path: Path) -> None:
    part = body if body.startswith("## ") else f"## 7) Risks / Open questions / Next steps\n\n{body}"
    [(_, message)] = _told(part, tmp_path, "PMC775")
    assert message == said


@pytest.mark.parametrize(
    "body",
    [
        f"{_STEPS}{_ONE}| Ask support | | 2026-10-07 |\n",
        f"{_STEPS}{_ONE}{_TWO}| Ask support | [name] | 2026-10-07 |\n",
        f"{_STEPS}{_ONE}{_TWO}| Ask support | | 2026-10-07 |\n| Ask finance | | 2026-10-07 |\n",
        f"{_RISKS}{_PAUSED}| Notes are written for the coach | A reader from week 3 |\n",
        f"{_TRACKER}{_SEEN}{_SEEN}| 2026-10-16 | B1 | Holidays | nobody was there | – |\n",
        f"{_TRACKER}{_SEEN}{_SEEN}| 2026-12-16 | B1 | Last brief | | |\n",
        f"{_LIST}- Session on Friday\n",
        f"{_ANSWERED}- Support is short → fewer calls\n- Notes for the coach; then read by two\n",
    ],
)
def test_what_is_told_or_meant_to_be_blank_passes(body: str, tmp_path: Path) -> None:
    part = body if body.startswith("## ") else f"## 7) Risks / Open questions / Next steps\n\n{body}"
    assert not _told(part, tmp_path, "PMC775")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (f"{_LIST}- Get the sheet sorted\n", "This step has neither an owner nor a day, and the others have them."),
        (
            f"{_ANSWERED}- Readers score differently. This would be unfortunate\n",
            "Nothing is done about this risk, and the others say what is.",
        ),
    ],
)
def test_an_item_lacks_what_the_others_tell(body: str, said: str, tmp_path: Path) -> None:
    part = f"## 7) Risks / Open questions / Next steps\n\n{body}"
    [(_, message)] = _told(part, tmp_path, "PMC775")
    assert message == said


_UNKNOWN = "## Context snapshot\n\n**Unknowns:** Whether support reads the notes; who signs in July\n\n"


@pytest.mark.parametrize(
    "none", ["None", "None at present.", "No open questions", "There are currently no open questions", "n/a",
             "All questions are answered.", "Nothing open so far"]
)  # fmt: skip
def test_no_question_is_left_and_two_are_unknown(none: str, tmp_path: Path) -> None:
    [(_, message)] = _told(f"{_UNKNOWN}## 7) Risks\n\n### Open questions\n\n- {none}\n", tmp_path, "PMC776")
    assert message == f"“{none}” is all there is here, and the pack names 2 unknowns."


@pytest.mark.parametrize(
    "body",
    [
        f"{_UNKNOWN}## 7) Risks\n\n### Open questions\n\n- Does support read the notes?\n",
        f"{_UNKNOWN}## 7) Risks\n\n### Open questions\n\n- None but the two in the snapshot: pm-07 asks by Friday\n",
        "## Context snapshot\n\n**Unknowns:** None\n\n## 7) Risks\n\n### Open questions\n\n- None\n",
        "## 7) Risks\n\n### Open questions\n\n- None\n",
    ],
)
def test_questions_pass_where_they_are_asked_or_nothing_is_unknown(body: str, tmp_path: Path) -> None:
    assert not _told(body, tmp_path, "PMC776")
