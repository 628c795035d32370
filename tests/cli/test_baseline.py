"""The baseline: what is known passes until its day, whatever moves; what is new does not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pmcoach_lint.baseline import read_baseline
from pmcoach_lint.settings import UsageError
from tests.cli.conftest import Run

PACK = """\
---
type: coaching-pack
status: active
start: 2026-13-40
---

## 2) Current Assessment

| Competency | Current level | Target level | Evidence |
|---|---|---|---|
| Framing | Applay | Analyze | Brief of 3 March |
"""
FILE = Path("known.json")
ONLY = ("--select", "PMC209,PMC210", "--output-format", "concise", "--as-of", "2026-11-20")


@pytest.fixture(autouse=True)
def pack(repo: Path) -> Path:
    path = repo / "packs" / "pm-07.md"
    path.write_text(PACK)
    return path


def lint(run: Run, *more: str) -> tuple[int, list[str], str]:
    ended = run("lint", *ONLY, *more)
    return ended.code, [line.split()[2] for line in ended.output.splitlines()], ended.errors


def write(run: Run, *more: str) -> list[dict[str, Any]]:
    assert run("lint", *ONLY, "--write-baseline", str(FILE), *more).code == 0
    known: list[dict[str, Any]] = json.loads(FILE.read_text())["findings"]
    return known


def test_what_is_known_is_let_pass_and_counted(run: Run) -> None:
    assert lint(run)[:2] == (1, ["PMC209", "PMC210"])
    known = write(run, "--reason", "to be settled with the PM", "--expires", "2026-12-31")
    assert [(each["code"], each["file"], each["about"]) for each in known] == [
        ("PMC209", "packs/pm-07.md", "start"),
        ("PMC210", "packs/pm-07.md", "assessment/levels/Framing/current"),
    ]
    assert {(each["reason"], each["expires"]) for each in known} == {("to be settled with the PM", "2026-12-31")}
    assert lint(run, "--baseline", str(FILE)) == (0, [], "Note: 2 findings known from known.json and not told.\n")


def test_without_words_it_says_why_and_for_how_long(run: Run) -> None:
    assert {(each["reason"], each["expires"]) for each in write(run)} == {
        ("Was there when pmcoach was taken up.", "2027-05-19")
    }


def test_lines_that_move_change_nothing(run: Run, pack: Path) -> None:
    write(run)
    pack.write_text(
        PACK.replace("## 2)", "A paragraph.\n\n\n## 2)").replace(
            "| Framing", "| Pricing | Apply | Analyze | x |\n| Framing"
        )
    )
    assert lint(run, "--baseline", str(FILE))[:2] == (0, [])


def test_what_is_new_is_told(run: Run, pack: Path) -> None:
    write(run)
    pack.write_text(PACK + "| Strategy | Analyze | Creatin | Memo |\n")
    assert lint(run, "--baseline", str(FILE))[:2] == (1, ["PMC210"])


def test_after_its_day_it_is_told_again(run: Run) -> None:
    write(run, "--expires", "2026-11-21")
    assert lint(run, "--baseline", str(FILE), "--as-of", "2026-11-21")[:2] == (0, [])
    code, found, errors = lint(run, "--baseline", str(FILE), "--as-of", "2026-11-22")
    assert (code, found) == (1, ["PMC209", "PMC210"])
    assert errors == "Note: 2 findings known from known.json, but may not pass any more.\n"


def test_what_is_gone_is_said_and_dropped(run: Run, pack: Path) -> None:
    write(run, "--reason", "first")
    pack.write_text(PACK.replace("2026-13-40", "2026-10-05") + "| Strategy | Analyze | Creatin | Memo |\n")
    assert (
        "1 finding known from known.json, but not there any more: write it anew."
        in lint(run, "--baseline", str(FILE))[2]
    )
    known = write(run, "--reason", "second")
    assert [(each["code"], each["reason"]) for each in known] == [("PMC210", "first"), ("PMC210", "second")]


def test_after_its_day_it_is_made_known_anew_where_somebody_says_so(run: Run) -> None:
    write(run, "--reason", "first", "--expires", "2026-11-21")
    late = (*ONLY, "--write-baseline", str(FILE), "--as-of", "2026-11-22")

    def known() -> set[tuple[str, str]]:
        return {(each["reason"], each["expires"]) for each in json.loads(FILE.read_text())["findings"]}

    ended = run("lint", *late)
    assert ended.output == "Wrote known.json: 2 findings, 0 of them new.\n"
    stale = "whose day is over, and told again: --reason or --expires makes them known anew."
    assert ended.errors == f"Note: 2 findings {stale}\n"
    assert known() == {("first", "2026-11-21")}
    ended = run("lint", *late, "--expires", "2027-01-31")
    assert ended.errors == "Note: 2 findings whose day was over: known anew until 2027-01-31.\n"
    assert known() == {("first", "2027-01-31")}
    assert lint(run, "--baseline", str(FILE), "--as-of", "2026-11-22")[:2] == (0, [])
    run("lint", *ONLY, "--write-baseline", str(FILE), "--as-of", "2027-02-01", "--reason", "second")
    assert known() == {("second", "2027-07-31")}


def test_the_last_line_says_how_much_is_known_and_not_told(run: Run, pack: Path) -> None:
    write(run)
    known = ("lint", "--select", "PMC209,PMC210", "--baseline", str(FILE))
    assert run(*known).output == "1 document checked, nothing new, 2 known findings not told.\n"
    pack.write_text(PACK + "| Strategy | Analyze | Creatin | Memo |\n")
    last = "1 document checked: 1 error, and 2 known ones not told. Run pmcoach rule PMC210 to learn more."
    assert last in run(*known).output


def test_a_conflict_in_it_is_told_by_its_line_and_what_writing_anew_would_lose(run: Run) -> None:
    write(run)
    lines = FILE.read_text().splitlines()
    FILE.write_text("\n".join([*lines[:3], "<<<<<<< HEAD", lines[3], "=======", ">>>>>>> pricing", *lines[4:]]))
    told = (
        "Error: known.json:4: A merge has left a conflict here.\n"
        "Keep the findings of both sides, each once and on its own line, with commas between. "
        "Or delete it and write it anew with --write-baseline: then its reasons and days are lost.\n"
    )
    assert run("lint", "--baseline", str(FILE)).errors == told
    assert run("lint", "--write-baseline", str(FILE)).errors == told
    FILE.unlink()
    assert len(write(run)) == 2


def test_from_another_repository_files_are_known_as_in_their_own(
    run: Run, repo: Path, pack: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (repo / "pmcoach.toml").write_text('baseline = "known.json"\n')
    write(run, "--reason", "first")
    pack.rename(pack.with_name("pm-08.md"))
    other = tmp_path_factory.mktemp("other")
    (other / ".git").mkdir()
    monkeypatch.chdir(other)
    config = ("--config", str(repo / "pmcoach.toml"))
    _, found, errors = lint(run, *config)
    assert (found, errors.splitlines()[1]) == (
        [],
        f"Note: packs/pm-07.md is now packs/pm-08.md: write {repo}/known.json anew.",
    )
    ended = run("lint", *ONLY, *config, "--write-baseline", str(repo / FILE))
    assert ended.output == f"Wrote {repo}/known.json: 2 findings, 0 of them new.\n"
    known = json.loads((repo / FILE).read_text())["findings"]
    assert {(each["file"], each["reason"]) for each in known} == {("packs/pm-08.md", "first")}


def test_what_was_known_keeps_its_reason_and_that_is_said(run: Run, pack: Path) -> None:
    write(run, "--reason", "first", "--expires", "2026-12-31")
    ended = run("lint", *ONLY, "--write-baseline", str(FILE), "--reason", "second", "--expires", "2027-03-31")
    assert ended.output == "Wrote known.json: 2 findings, 0 of them new.\n"
    what = "keep the reason and the day that they have; delete their lines first to give them others."
    assert ended.errors == f"Note: 2 findings known before {what}\n"
    assert {each["reason"] for each in json.loads(FILE.read_text())["findings"]} == {"first"}
    lines = [line for line in FILE.read_text().splitlines() if "PMC209" not in line]
    FILE.write_text("\n".join(lines))
    known = write(run, "--reason", "second", "--expires", "2027-03-31")
    assert [(each["code"], each["reason"], each["expires"]) for each in known] == [
        ("PMC209", "second", "2027-03-31"),
        ("PMC210", "first", "2026-12-31"),
    ]


DRAFT = """\
---
type: coaching-pack
pm: pm-07
status: draft
---

## 5) Coaching Cadence + Session Toolkit

**Session length:** 45 minutes

| Week | Artifact | Reviewer |
|---|---|---|
| 2 | TBD | TBD |
| 4 | TBD | TBD |
| 6 | TBD | TBD |
"""


class TestWhatIsToldAsOne:
    """Of a finding that stands for several places each is known or not."""

    @staticmethod
    def found(run: Run, *select: str) -> tuple[int, list[str], str]:
        only = ("--select", *select, "--output-format", "concise", "--as-of", "2026-11-20")
        ended = run("lint", *only, "--baseline", str(FILE))
        return ended.code, [line.partition(":")[2] for line in ended.output.splitlines()], ended.errors

    @staticmethod
    def know(run: Run, *select: str) -> list[dict[str, Any]]:
        ended = run("lint", "--select", *select, "--as-of", "2026-11-20", "--write-baseline", str(FILE))
        assert ended.code == 0
        known: list[dict[str, Any]] = json.loads(FILE.read_text())["findings"]
        return known

    def test_each_place_is_known(self, run: Run, pack: Path) -> None:
        pack.write_text(DRAFT)
        known = self.know(run, "PMC202")
        assert [each["about"] for each in known] == [
            f"cadence/reviews/{week}/{what}" for week in (2, 4, 6) for what in ("artifact", "reviewer")
        ]
        assert {each["severity"] for each in known} == {"warning"}
        assert self.found(run, "PMC202") == (0, [], "Note: 6 findings known from known.json and not told.\n")

    def test_that_there_are_more_than_were_told_is_said(self, run: Run, pack: Path) -> None:
        pack.write_text(DRAFT)
        ended = run("lint", "--select", "PMC202", "--write-baseline", str(FILE))
        assert ended.output == "Wrote known.json: 6 findings, 6 of them new.\n"
        assert ended.errors == "Note: What is told as one finding and stands for several is known one by one.\n"

    @pytest.mark.parametrize(("part", "about"), [("5) Coaching Cadence", "cadence/rhythm"), ("3) Shared Vision", "")])
    def test_prose_may_be_edited(self, part: str, about: str, run: Run, pack: Path) -> None:
        """That a part is told in sentences is known whatever these are."""
        begin = "The log is open"
        prose = f"{begin}.\n{'We look at it together and say what it shows. ' * 5}\n"
        text = f"{DRAFT.partition('## 5)')[0]}## {part}\n\n{prose}"
        pack.write_text(text)
        [known] = self.know(run, "PMC213")
        assert (known["code"], known["about"]) == ("PMC213", about)
        pack.write_text(text.replace(begin, f"{begin} as ever").replace("together", "in peace"))
        assert self.found(run, "PMC213")[:2] == (0, [])

    def test_a_new_one_is_told(self, run: Run, pack: Path) -> None:
        pack.write_text(DRAFT)
        self.know(run, "PMC202")
        pack.write_text(DRAFT.replace("45 minutes", "TBD"))
        told = "9:21: warning PMC202 Session length: “TBD” is still to fill in."
        assert self.found(run, "PMC202")[1] == [told]

    def test_many_new_ones_are_told_together(self, run: Run, pack: Path) -> None:
        pack.write_text(DRAFT)
        self.know(run, "PMC202")
        pack.write_text(DRAFT + "".join(f"| {week} | TBD | TBD |\n" for week in (7, 8, 9)))
        told = "16:7: warning PMC202 6 places are still to fill in (lines 16, 17, 18)."
        assert self.found(run, "PMC202")[1] == [told]

    def test_to_fill_some_of_them_in_is_no_news(self, run: Run, pack: Path) -> None:
        pack.write_text(DRAFT)
        self.know(run, "PMC202")
        pack.write_text(DRAFT.replace("| 2 | TBD | TBD |", "| 2 | Memo | lead-02 |"))
        code, found, errors = self.found(run, "PMC202")
        assert (code, found) == (0, [])
        assert errors.splitlines() == [
            "Note: 4 findings known from known.json and not told.",
            "Note: 2 findings known from known.json, but not there any more: write it anew.",
        ]

    def test_a_known_warning_does_not_pass_as_an_error(self, run: Run, pack: Path) -> None:
        pack.write_text(DRAFT)
        self.know(run, "PMC202")
        pack.write_text(DRAFT.replace("draft", "active"))
        assert self.found(run, "PMC202") == (
            1,
            ["13:7: error PMC202 6 places are still to fill in (lines 13, 14, 15)."],
            "Note: 6 findings known from known.json as a warning, and told: it is an error now.\n",
        )
        assert {each["severity"] for each in self.know(run, "PMC202")} == {"error"}
        assert self.found(run, "PMC202")[:2] == (0, [])
        pack.write_text(DRAFT)  # a known error may be a warning again
        assert self.found(run, "PMC202")[:2] == (0, [])

    def test_an_older_baseline_does_not_say_how_grave(self, run: Run, pack: Path) -> None:
        pack.write_text(DRAFT)
        known = self.know(run, "PMC202")
        for each in known:
            del each["severity"]
        FILE.write_text(json.dumps({"version": 1, "findings": known}))
        pack.write_text(DRAFT.replace("draft", "active"))
        assert self.found(run, "PMC202")[:2] == (0, [])

    def test_a_form_of_ones_own(self, run: Run, pack: Path) -> None:
        rows = [f"| {name} | Gold | Apply | Memo of 3 March |\n" for name in ("Framing", "Pricing", "Strategy")]
        head = PACK.partition("| Framing")[0]
        pack.write_text(head + "".join(rows))
        assert [each["code"] for each in self.know(run, "PMC216")] == ["PMC216"] * 3  # by itself, too
        assert run("lint", "--select", "PMC216", "--ignore", "PMC210").output.endswith("nothing to fix.\n")
        pack.write_text(head + "".join(rows) + "| Craft | Tin | Apply | Memo |\n")
        _, [told], _ = self.found(run, "PMC210,PMC216")
        assert told.startswith("14:11: warning PMC216 “Tin” is ")
        assert "the same" not in told

    def test_what_records_lack(self, run: Run, pack: Path) -> None:
        head = "---\ntype: coaching-plan\n---\n\n## Success Metrics\n\n| Metric | Baseline | Target | Timeframe |\n"
        rows = "".join(f"| {name} | 25% | | 8 weeks |\n" for name in ("Requests", "Slips", "Reworks"))
        text = f"{head}|---|---|---|---|\n{rows}"
        pack.write_text(text)
        ended = run("lint", "--select", "PMC202", "--output-format", "concise")
        assert "PMC202 “Target” is empty for all 3 under “Success Metrics”." in ended.output
        assert [each["about"] for each in self.know(run, "PMC202")] == [
            f"metrics/{name}/target" for name in ("Requests", "Reworks", "Slips")
        ]
        pack.write_text(text + "| Calls | 25% | | 8 weeks |\n")
        told = "12:17: warning PMC202 “Target” is empty for metric “Calls”."
        assert self.found(run, "PMC202")[1] == [told]

    def test_keys_of_the_front_matter(self, run: Run, pack: Path) -> None:
        """One more that lacks is new; one fewer is not."""
        pack.write_text(DRAFT.replace("status: draft", "status: draft\ncoach: lead-02"))
        self.know(run, "PMC201")
        pack.write_text(DRAFT.replace("status: draft", "status: draft\nstart: 2026-10-05"))
        _, told, _ = self.found(run, "PMC201")
        assert told == ["1:1: warning PMC201 The front matter has no “coach”."]

    def test_parts(self, run: Run, pack: Path) -> None:
        """They stay known whatever stands at the place where they belong."""
        pack.write_text(DRAFT + "\n## 7) Risks\n\n### Risks\n\n- None.\n")
        assert len(self.know(run, "PMC301")) == 5
        pack.write_text(DRAFT.replace("## 5)", "## 4) Development Plan\n\nTo come.\n\n## 5)"))
        _, [told], _ = self.found(run, "PMC301")
        assert told.endswith("Part 7, “Risks / Open questions / Next steps”, is missing.")


def test_what_is_known_of_other_files_stays_known(run: Run, pack: Path) -> None:
    pack.with_name("pm-12.md").write_text(PACK)
    write(run, "--reason", "first")
    known = write(run, "--reason", "second", "packs/pm-07.md")
    assert [(each["file"], each["reason"]) for each in known] == [
        *[("packs/pm-07.md", "first")] * 2,
        *[("packs/pm-12.md", "first")] * 2,
    ]


def test_what_is_known_of_rules_that_are_not_asked_is_not_gone(run: Run, repo: Path) -> None:
    known = write(run, "--reason", "first")
    one = ("lint", "--select", "PMC210", "--output-format", "concise", "--as-of", "2026-11-20")
    assert run(*one, "--baseline", str(FILE)).errors == "Note: 1 finding known from known.json and not told.\n"
    (repo / "pmcoach.toml").write_text('[per-path."packs/"]\nignore = ["PMC209"]\n')
    assert lint(run, "--baseline", str(FILE)) == (0, [], "Note: 1 finding known from known.json and not told.\n")
    assert run(*one, "--write-baseline", str(FILE)).output == "Wrote known.json: 2 findings, 0 of them new.\n"
    assert json.loads(FILE.read_text())["findings"] == known


def test_what_is_known_of_a_rule_that_there_is_none_of_is_gone(run: Run) -> None:
    write(run)
    FILE.write_text(FILE.read_text().replace("PMC209", "PMC299"))
    assert "1 finding known from known.json, but not there" not in lint(run, "--baseline", str(FILE))[2]
    text = FILE.read_text().replace(json.loads(FILE.read_text())["findings"][0]["fingerprint"], "0")
    FILE.write_text(text)
    assert "1 finding known from known.json, but not there any more" in lint(run, "--baseline", str(FILE))[2]
    assert [each["code"] for each in write(run)] == ["PMC209", "PMC210"]


def test_what_is_known_of_a_file_stays_known_when_it_is_renamed(run: Run, pack: Path) -> None:
    write(run, "--reason", "first", "--expires", "2026-12-31")
    pack.rename(pack.with_name("pm-08.md"))
    code, found, errors = lint(run, "--baseline", str(FILE))
    assert (code, found) == (0, [])
    assert errors.splitlines() == [
        "Note: 2 findings known from known.json and not told.",
        "Note: packs/pm-07.md is now packs/pm-08.md: write known.json anew.",
    ]
    known = write(run, "--reason", "second")
    assert {(each["file"], each["reason"], each["expires"]) for each in known} == {
        ("packs/pm-08.md", "first", "2026-12-31")
    }
    assert lint(run, "--baseline", str(FILE)) == (0, [], "Note: 2 findings known from known.json and not told.\n")


def test_a_folder_of_files_may_be_moved_and_one_of_them_edited(run: Run, pack: Path) -> None:
    pack.with_name("pm-12.md").write_text(PACK + "| Strategy | Analyze | Creatin | Memo |\n")
    write(run)
    moved = Path("packs", "people")
    moved.mkdir()
    for file in ("pm-07.md", "pm-12.md"):
        pack.with_name(file).rename(moved / file)
    (moved / "pm-07.md").write_text(PACK.replace("2026-13-40", "2026-10-05") + "| Pricing | Knew | Apply | Memo |\n")
    code, found, errors = lint(run, "--baseline", str(FILE))
    assert (code, found) == (1, ["PMC210"])  # the new one
    assert errors.splitlines() == [
        "Note: 4 findings known from known.json and not told.",
        "Note: 1 finding known from known.json, but not there any more: write it anew.",
        "Note: packs/pm-07.md is now packs/people/pm-07.md: write known.json anew.",
        "Note: packs/pm-12.md is now packs/people/pm-12.md: write known.json anew.",
    ]


def test_another_file_in_place_of_one_that_is_gone_is_not_taken_for_it(run: Run, pack: Path) -> None:
    pack.write_text(PACK + "| Strategy | Analyze | Creatin | Memo |\n")
    write(run)
    pack.unlink()
    pack.with_name("pm-30.md").write_text(PACK.replace("Applay", "Apply"))  # one of three findings
    code, found, errors = lint(run, "--baseline", str(FILE))
    assert (code, found) == (1, ["PMC209"])
    assert errors == "Note: 3 findings known from known.json, but not there any more: write it anew.\n"


def test_a_copy_is_not_known_as_long_as_the_file_is_there(run: Run, pack: Path) -> None:
    write(run)
    pack.with_name("pm-30.md").write_text(PACK)
    assert lint(run, "--baseline", str(FILE))[:2] == (1, ["PMC209", "PMC210"])


def test_the_settings_may_name_it(run: Run, repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(run)
    (repo / "pmcoach.toml").write_text('baseline = "known.json"\n')
    assert lint(run)[:2] == (0, [])
    monkeypatch.chdir(repo / "packs")
    assert lint(run)[:2] == (0, [])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--baseline", "none.json"), "The baseline none.json does not exist."),
        (("--baseline", "a.json", "--write-baseline", "b.json"), "--baseline and --write-baseline cannot be used"),
        (("--reason", "x"), "--reason is said together with --write-baseline."),
        (("--write-baseline", "b.json", "--expires", "2026-11-20"), "2026-11-20 is no day to come."),
        (("--write-baseline", "b.json", "--expires", "soon"), "“soon” is no date."),
    ],
)
def test_wrong_use(run: Run, arguments: tuple[str, ...], message: str) -> None:
    ended = run("lint", *ONLY, *arguments)
    assert ended.code == 2
    assert message in ended.errors


GOOD = {"fingerprint": "a", "code": "b", "rule": "c", "file": "d", "about": "e", "reason": "f", "expires": "2026-12-31"}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{", "known.json:1: This baseline is no JSON."),
        ("[]", "it says no version 1 and no findings"),
        ('{"version": 2, "findings": []}', "it says no version 1 and no findings"),
        (json.dumps({"version": 1, "findings": [{}]}), "its finding 1 must have about, code,"),
        (json.dumps({"version": 1, "findings": [GOOD, {**GOOD, "expires": "x"}]}), "its finding 2 expires on “x”"),
        (json.dumps({"version": 1, "findings": [{**GOOD, "reason": " "}]}), "its finding 1 gives no reason"),
    ],
)
def test_what_is_no_baseline(tmp_path: Path, text: str, why: str) -> None:
    file = tmp_path / "known.json"
    file.write_text(text)
    with pytest.raises(UsageError) as caught:
        read_baseline(file)
    assert why in caught.value.message


def test_parts_that_are_known_to_be_missing_are_not_added(run: Run, pack: Path) -> None:
    text = DRAFT.replace("status: draft", "status: draft\nstart: 5 October 2026").replace("TBD", "Memo")
    pack.write_text(text)
    assert run("lint", "--write-baseline", str(FILE), "--select", "PMC301").code == 0
    run("lint", "--fix", "--baseline", str(FILE))
    assert pack.read_text() == text.replace("5 October 2026", "2026-10-05")
    run("lint", "--fix")
    assert "## 4) Development Plan" in pack.read_text()
