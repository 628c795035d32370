"""`pmcoach export`: the data of a pack, and where each value is written."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from tests.cli.conftest import ROOT, Ended, Run
from tests.packs import WHOLE

SMALL = """\
---
type: coaching-pack
pm: pm-07
weeks: 8
---

# Pack

## 2) Current Assessment

| Competency | Current level | Target level |
|---|---|---|
| Größe | Apply | Analyze |
"""


@pytest.fixture
def pack(repo: Path) -> str:
    (repo / "packs" / "a.md").write_text(SMALL, encoding="utf-8")
    return "packs/a.md"


def exported(ended: Ended) -> Any:
    assert (ended.code, ended.errors) == (0, "")
    return json.loads(ended.output)


def at(line: int, column: int, end: int) -> dict[str, int]:
    return {"line": line, "column": column, "end_line": line, "end_column": end}


def test_the_data_of_a_pack_is_given(run: Run, pack: str) -> None:
    ended = run("export", pack, "--to", "json")
    assert ended.output.startswith('{\n  "data": {\n    "type": "coaching-pack",\n')
    assert '"Größe"' in ended.output
    assert exported(ended) == {
        "data": {
            "type": "coaching-pack",
            "pm": "pm-07",
            "weeks": 8,
            "assessment": {"levels": [{"competency": "Größe", "current": "Apply", "target": "Analyze"}]},
        }
    }
    assert run("export", pack) == ended


def test_positions_point_at_every_value(run: Run, pack: str) -> None:
    positions = exported(run("export", pack, "--positions"))["positions"]
    assert positions["/type"] == at(2, 7, 20)
    assert positions["/weeks"] == at(4, 8, 9)
    assert positions["/assessment/levels/0/competency"] == at(13, 3, 8)
    assert positions["/assessment/levels/0/current"] == at(13, 11, 16)
    assert positions["/assessment/levels/0/target"] == at(13, 19, 26)


@pytest.mark.parametrize("pack", sorted((ROOT / "packs").glob("pm-*.md")), ids=lambda path: path.stem)
def test_every_position_is_that_of_a_value(run: Run, pack: Path) -> None:
    export = exported(run("export", str(pack), "--positions"))
    lines = pack.read_text(encoding="utf-8").split("\n")
    values = 0
    for pointer, place in export["positions"].items():
        value = export["data"]
        for key in pointer.split("/")[1:]:
            value = value[int(key)] if isinstance(value, list) else value[key]
        assert 1 <= place["line"] <= place["end_line"] <= len(lines)
        if isinstance(value, str) and place["line"] == place["end_line"]:
            written = lines[place["line"] - 1][place["column"] - 1 : place["end_column"] - 1]
            assert written.strip() == written
            values += value == written
    assert values > 100


def test_keys_are_written_as_json_pointers(run: Run, repo: Path) -> None:
    (repo / "packs" / "a.md").write_text(SMALL.replace("weeks: 8", "assumptions:\n  - One\n  - Two"), encoding="utf-8")
    positions = exported(run("export", "packs/a.md", "--positions"))["positions"]
    assert positions["/assumptions/1"] == at(6, 5, 8)


def test_the_output_may_be_a_file(run: Run, pack: str, repo: Path) -> None:
    expected = run("export", pack)
    (repo / "a.json").write_text("old", encoding="utf-8")
    assert run("export", pack, "-o", "a.json") == Ended(0, "Wrote a.json.\n")
    assert (repo / "a.json").read_text(encoding="utf-8") == expected.output
    assert sorted(path.name for path in repo.iterdir()) == [".git", "a.json", "packs"]


@pytest.mark.parametrize(
    ("arguments", "errors"),
    [
        (["gone.md"], "Error: gone.md does not exist.\n"),
        (["packs"], "Error: packs is a folder.\nName one file in it.\n"),
        (["packs/a.md/b.md"], "Error: packs/a.md/b.md cannot be read: Not a directory.\n"),
        (
            ["packs/a.md", "-o", "packs/../packs/a.md"],
            "Error: packs/../packs/a.md is the document itself.\nName another file: the document would be lost.\n",
        ),
        (["packs/a.md", "-o", "gone/a.json"], "Error: gone/a.json cannot be written: No such file or directory.\n"),
        (["packs/a.md", "-o", "packs"], "Error: packs cannot be written: Is a directory.\n"),
    ],
)
def test_wrong_use_is_told(run: Run, pack: str, repo: Path, arguments: list[str], errors: str) -> None:
    assert run("export", *arguments) == Ended(2, "", errors)
    assert (repo / pack).read_text(encoding="utf-8") == SMALL
    assert [path.name for path in (repo / "packs").iterdir()] == ["a.md"]


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"# No head\n", "packs/a.md:1:1: error PMC101 no-front-matter"),
        (b"---\ntype: x: y\n---\n", "packs/a.md:2:8: error PMC103 invalid-yaml"),
        (b"---\ntype: \xff\n---\n", "packs/a.md:2:7: error PMC002 not-utf-8"),
    ],
)
def test_a_pack_that_cannot_be_read_is_explained(run: Run, repo: Path, content: bytes, place: str) -> None:
    (repo / "packs" / "a.md").write_bytes(content)
    ended = run("export", "packs/a.md", "-o", "a.json")
    assert (ended.code, ended.output) == (1, "")
    assert ended.errors.splitlines()[0] == place
    assert not (repo / "a.json").exists()


def test_what_a_terminal_or_a_log_acts_on_is_written_by_number(run: Run, repo: Path) -> None:
    role = "##[error] \x9b\u202e ::error::"
    text = SMALL.replace("weeks: 8", 'assumptions:\n  - "##[error] \\x9b\\u202e ::error::"')
    (repo / "packs" / "a.md").write_text(text, encoding="utf-8")
    output = run("export", "packs/a.md").output
    assert '"\\u0023#[error] \\u009b\\u202e ::error::"' in output
    assert json.loads(output)["data"]["assumptions"] == [role]


def test_one_table_goes_to_standard_output(run: Run, pack: str) -> None:
    ended = run("export", pack, "--to", "csv", "--table", "levels", "--bom")
    assert ended == Ended(
        0,
        "\ufeffCompetency,Current level,Target level,Expected level,Evidence,"
        "Gap,Gap type,Confidence,Priority,Strength or gap\r\n"
        "Größe,Apply,Analyze,,,,,,,\r\n",
    )


def test_the_only_table_of_a_document_needs_no_name(run: Run, pack: str, repo: Path) -> None:
    assert run("export", pack, "--to", "csv") == run("export", pack, "--to", "csv", "--table", "levels")
    (repo / "packs" / "whole.md").write_text(WHOLE, encoding="utf-8")
    told = "Say which table you want (--table tracker), or a folder for all of them (-o tables/)."
    assert told in run("export", "packs/whole.md", "--to", "csv").errors


def test_all_tables_go_into_a_folder(run: Run, pack: str, repo: Path) -> None:
    assert run("export", pack, "--to", "csv", "-o", "tables") == Ended(0, "Wrote 1 table to tables.\n")
    assert [file.name for file in (repo / "tables").iterdir()] == ["levels.csv"]
    assert (repo / "tables" / "levels.csv").read_bytes().endswith("\r\nGröße,Apply,Analyze,,,,,,,\r\n".encode())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--to", "csv", "--table", "level"], "There is no table “level”. Did you mean “levels”?"),
        (["--to", "csv", "-o", "packs/a.md"], "packs/a.md is the document itself."),
        (["--to", "csv", "-o", "pm-07.csv"], "pm-07.csv is no folder, and all tables need one."),
        (["--bom"], "--bom is said together with --to csv, and not with --to json."),
        (["--to", "csv", "--as-of", "2026-11-20"], "--as-of is said together with --to ics, and not with --to csv."),
        (["--to", "ics", "--as-of", "soon"], "“soon” is no date."),
        (["--to", "ics"], "packs/a.md does not say when its cycle is."),
    ],
)
def test_what_cannot_be_given_is_told(run: Run, pack: str, arguments: list[str], message: str) -> None:
    ended = run("export", pack, *arguments)
    assert (ended.code, ended.output) == (2, "")
    assert ended.errors.splitlines()[0] == f"Error: {message}"


def test_a_calendar_is_written_whole(run: Run, repo: Path) -> None:
    text = (ROOT / "packs" / "pm-07-strategic-thinking.md").read_text("utf-8")
    (repo / "packs" / "b.md").write_text(text.replace("Thursdays at 14:00", "on demand"), "utf-8")
    ended = run("export", "packs/b.md", "--to", "ics", "--as-of", "2026-11-20", "-o", "b.ics")
    assert ended.errors == ("Note: The cadence does not say on which weekday the sessions are, so they are left out.\n")
    written = (repo / "b.ics").read_bytes()
    assert written.startswith(b"BEGIN:VCALENDAR\r\n")
    assert written.endswith(b"END:VCALENDAR\r\n")
    assert written.count(b"BEGIN:VEVENT") == written.count(b"DTSTAMP:20261120T000000Z") > 10


def test_a_log_has_no_calendar(run: Run, repo: Path) -> None:
    (repo / "packs" / "log.md").write_text("---\ntype: event-log\nclient: Northwind\n---\n", "utf-8")
    ended = run("export", "packs/log.md", "--to", "ics")
    assert (ended.code, ended.errors.splitlines()) == (
        2,
        [
            "Error: packs/log.md is of the type “event-log”.",
            "This command wants one of type “coaching-pack” or “coaching-plan”.",
        ],
    )


PLAN = """\
---
type: coaching-plan
pm: pm-31
client: Contoso
date: 2026-10-05
---

## Sessions

| Session | Date | Duration | Practice |
|---|---|---|---|
| Pricing | 2026-10-11 | 45 min | Name a price a week |
| Stopping | later | | Stop one thing |
| Briefs | 2026-11-02 | | Write a brief a week |

## Success Metrics

| Metric | Baseline | Target | Timeframe |
|---|---|---|---|
| Requests questioned | 1 in 10 | half | By 2026-12-01 |
| Briefs | 0 | 4 | by 2026-12-01 |
| Talks | 0 | 2 | Eight weeks |
"""


def test_the_plan_of_a_clients_pm_has_a_calendar_of_its_sessions_and_metrics(run: Run, repo: Path) -> None:
    (repo / "packs" / "plan.md").write_text(PLAN, "utf-8")
    ended = run("export", "packs/plan.md", "--to", "ics", "--as-of", "2026-10-06")
    assert (ended.code, ended.errors) == (0, "")
    events = Calendar.from_ical(ended.output).walk("VEVENT")
    assert [(str(each["summary"]), each.decoded("dtstart").isoformat(), str(each["class"])) for each in events] == [
        ("Coaching session 1", "2026-10-11", "PRIVATE"),
        ("Coaching session 3", "2026-11-02", "PRIVATE"),
        ("Coaching: progress review", "2026-12-01", "PRIVATE"),
    ]
    assert [str(each["description"]).splitlines() for each in events][0::2] == [
        ["Session: Pricing", "Practice: Name a price a week", "Length: 45 minutes", "Plan: packs/plan.md"],
        ["Requests questioned: half", "Briefs: 4", "Plan: packs/plan.md"],
    ]
    (repo / "packs" / "plan.md").write_text(PLAN.replace("2026-10-11", "2026-10-12"), "utf-8")
    moved = Calendar.from_ical(run("export", "packs/plan.md", "--to", "ics").output).walk("VEVENT")
    assert [each["uid"] for each in moved] == [each["uid"] for each in events]


def test_a_plan_without_a_day_has_no_calendar(run: Run, repo: Path) -> None:
    (repo / "packs" / "plan.md").write_text(re.sub(r"202\d-1[0-2]-[01]\d \|", "soon |", PLAN), "utf-8")
    ended = run("export", "packs/plan.md", "--to", "ics")
    assert (ended.code, ended.errors.splitlines()) == (
        2,
        [
            "Error: No session and no metric in packs/plan.md has a day.",
            "Write the day into each session: **Date:** 2026-10-05.",
        ],
    )


def test_a_plan_has_no_agenda_and_that_is_told(run: Run, repo: Path) -> None:
    (repo / "packs" / "plan.md").write_text(PLAN, "utf-8")
    ended = run("agenda", "packs/plan.md")
    assert (ended.code, ended.errors.splitlines()) == (
        2,
        [
            "Error: packs/plan.md is the coaching plan of a client's PM, which has no agenda.",
            "What each session is for stands in the plan; pmcoach export --to ics gives their days.",
        ],
    )
