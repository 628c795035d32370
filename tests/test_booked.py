"""The time that packs take of their coach, over all that are checked in one run."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmcoach_lint.engine import lint_files
from pmcoach_lint.settings import Settings

_PACK = (
    "---\ntype: coaching-pack\npm: {pm}\ncoach: {coach}\nstatus: {status}\ncompany: {company}\n---\n\n"
    "## 5) Coaching Cadence\n\n**Cadence:** weekly\n**Coach time:** {time}\n{budget}"
)


def pack(
    folder: Path,
    pm: str,
    time: str,
    budget: str = "",
    *,
    coach: str = "lead-02",
    status: str = "active",
    company: str = "Northwind",
) -> Path:
    told = f"**Coach budget:** {budget}\n" if budget else ""
    file = folder / f"{pm}.md"
    file.write_text(
        _PACK.format(pm=pm, coach=coach, status=status, company=company, time=time, budget=told), encoding="utf-8"
    )
    return file


def found(*files: Path, hours: int = 0) -> list[tuple[str, str, str]]:
    """File, place and message of each finding."""
    rules = {"coach-overbooked": {"hours": hours}}
    reports = lint_files(files, Settings(root=files[0].parent, rules=rules, select=("PMC741",)))
    return [
        (Path(each.file).name, f"{each.range.start.line}:{each.range.start.column}", each.message)
        for report in reports
        for each in report.findings
    ]


def test_the_pack_with_which_it_is_too_much_is_told_once(tmp_path: Path) -> None:
    files = [
        pack(tmp_path, "pm-01", "90 minutes a week", "3 hours a week"),
        pack(tmp_path, "pm-02", "45 min"),
        pack(tmp_path, "pm-03", "1–2 hours a week"),
        pack(tmp_path, "pm-04", "30 min"),
    ]
    message = "With this one, 3 active packs take 3 h 15 a week of lead-02, who has 3 h."
    assert found(*files) == [("pm-03.md", "12:17", message)]


def test_a_budget_that_is_told_last_counts_for_all(tmp_path: Path) -> None:
    files = [pack(tmp_path, "pm-01", "2 hours a week"), pack(tmp_path, "pm-02", "45 min", "90 minutes a week")]
    message = "With this one, 2 active packs take 2 h 45 a week of lead-02, who has 1 h 30."
    assert found(*files) == [("pm-02.md", "12:17", message)]


def test_one_pack_may_be_too_much_by_itself(tmp_path: Path) -> None:
    message = "This pack takes 2 h a week of lead-02, who has 45 min."
    assert found(pack(tmp_path, "pm-01", "2 hours a week", "45 min")) == [("pm-01.md", "12:17", message)]


def test_a_team_sets_the_hours_of_all_coaches(tmp_path: Path) -> None:
    files = [pack(tmp_path, "pm-01", "2 hours a week"), pack(tmp_path, "pm-02", "90 min")]
    assert found(*files) == found(*files, hours=4) == []
    message = "With this one, 2 active packs take 3 h 30 a week of lead-02, who has 3 h."
    assert found(*files, hours=3) == [("pm-02.md", "12:17", message)]


@pytest.mark.parametrize("other", [{"coach": "lead-03"}, {"status": "draft"}, {"status": "completed"}, {"time": "TBD"}])
def test_what_takes_no_time_of_the_coach_now(tmp_path: Path, other: dict[str, str]) -> None:
    first = pack(tmp_path, "pm-01", "2 hours a week", "3 hours a week")
    assert found(first, pack(tmp_path, "pm-02", **{"time": "2 hours a week", **other})) == []
    assert len(found(first, pack(tmp_path, "pm-02", "2 hours a week"))) == 1


def test_a_file_that_is_checked_twice_counts_once(tmp_path: Path) -> None:
    file = pack(tmp_path, "pm-01", "2 hours a week", "3 hours a week")
    assert found(file, file) == []


def test_a_handle_is_one_person_everywhere_and_a_role_in_one_company(tmp_path: Path) -> None:
    def findings(coach: str, company: str) -> list[tuple[str, str, str]]:
        first = pack(tmp_path, "pm-01", "2 hours a week", "3 hours a week", coach=coach)
        return found(first, pack(tmp_path, "pm-02", "2 hours a week", coach=coach, company=company))

    message = "With this one, 2 active packs take 4 h a week of {}, who has 3 h."
    assert findings("lead-02", "Southwind") == [("pm-02.md", "12:17", message.format("lead-02"))]
    assert findings("CPO", "Northwind") == [("pm-02.md", "12:17", message.format("CPO, Northwind"))]
    assert findings("CPO", "Southwind") == findings("Head of Product", "Southwind") == []
