"""`pmcoach lint`, end to end: what it checks, what it says, how it ends."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from pmcoach_lint.finding import Severity
from pmcoach_lint.report import FORMATS
from pmcoach_lint.syntax.source import MAX_BYTES
from tests.cli.conftest import Ended, Run
from tests.packs import WHOLE

NO_HEAD = "# Notes\n"
CONCISE = (
    "{}:1:1: error PMC101 This document has no front matter, so there is no telling what kind of document it is.\n"
)
UNREADABLE = "{}:1:1: error PMC001 This file {}.\n"


def warned(repo: Path) -> str:
    """A document with warnings and no error: an empty draft."""
    (repo / "packs" / "draft.md").write_text(
        "---\ntype: coaching-pack\nstatus: draft\n---\n\n# Draft\n", encoding="utf-8"
    )
    return "packs/draft.md"


def test_a_finding_is_told_with_its_line(run: Run, repo: Path) -> None:
    (repo / "packs" / "a.md").write_text(NO_HEAD, encoding="utf-8")
    assert run("lint") == Ended(
        1,
        """\
packs/a.md:1:1: error PMC101 no-front-matter
  This document has no front matter, so there is no telling what kind of document it is.
    |
  1 | # Notes
    | ^^^^^^^
  why: The front matter says what kind of document this is, whom it is about and who may read it.
       Without it nothing else can be checked, and the site does not publish the document.
  help: Begin the file with --- on a line, `type: coaching-pack` below it, and --- again. A page of
        another kind is left out by the setting `exclude`.

1 document checked: 1 error. Run pmcoach rule PMC101 to learn more.
""",
    )


def test_nothing_to_check_is_said(run: Run) -> None:
    assert run("lint") == Ended(0, "No documents found: nothing was checked.\n")
    assert run("lint", "--output-format", "concise") == Ended(0, "")
    assert run("lint", "--output-format", "json") == Ended(0, '{"version": 1, "findings": [], "files": 0}\n')


def test_json_is_valid_and_complete(run: Run, repo: Path) -> None:
    (repo / "packs" / "a.md").write_text(NO_HEAD, encoding="utf-8")
    (repo / "pmcoach.toml").write_text('site-url = "https://northwind.example/"\n', encoding="utf-8")
    ended = run("lint", "--output-format", "json")
    assert (ended.code, ended.errors) == (1, "")
    assert json.loads(ended.output) == {
        "version": 1,
        "files": 1,
        "findings": [
            {
                "file": "packs/a.md",
                "code": "PMC101",
                "rule": "no-front-matter",
                "severity": "error",
                "message": "This document has no front matter, so there is no telling what kind of document it is.",
                "why": (
                    "The front matter says what kind of document this is, whom it is about and who may read it. "
                    "Without it nothing else can be checked, and the site does not publish the document."
                ),
                "hint": (
                    "Begin the file with --- on a line, `type: coaching-pack` below it, and --- again. "
                    "A page of another kind is left out by the setting `exclude`."
                ),
                "range": {"start": {"line": 1, "column": 1}, "end": {"line": 1, "column": 8}},
                "related": [],
                "places": [],
                "fix": None,
                "url": "https://northwind.example/reference/rules/pmc101/",
                "fingerprint": "5f8da8499fe509f2b7d41988fdbbb578",
            }
        ],
    }


def test_warnings_fail_only_when_asked_to(run: Run, repo: Path) -> None:
    draft = warned(repo)
    ended = run("lint", "--output-format", "json", draft)
    severities = {finding["severity"] for finding in json.loads(ended.output)["findings"]}
    assert (ended.code, severities) == (0, {Severity.WARNING.value})
    assert run("lint", "--fail-on", "warning", draft).code == 1
    (repo / "pmcoach.toml").write_text('fail-on = "warning"\n', encoding="utf-8")
    assert run("lint", draft).code == 1
    assert run("lint", "--fail-on", "error", draft).code == 0
    assert run("lint", "--isolated", draft).code == 0
    (repo / "lax.toml").write_text('fail-on = "error"\n', encoding="utf-8")
    assert run("lint", "--config", "lax.toml", draft).code == 0


def test_the_settings_say_what_is_checked(run: Run, repo: Path) -> None:
    for name in ("clients/a.md", "clients/old/b.md", "packs/c.md"):
        (repo / name).parent.mkdir(parents=True, exist_ok=True)
        (repo / name).write_text(NO_HEAD, encoding="utf-8")
    (repo / "pyproject.toml").write_text(
        '[tool.pmcoach]\nfolders = ["clients"]\nexclude = ["old/"]\n', encoding="utf-8"
    )
    assert run("lint", "--output-format", "concise") == Ended(1, CONCISE.format("clients/a.md"))
    assert run("lint", "--output-format", "concise", "--isolated") == Ended(1, CONCISE.format("packs/c.md"))
    assert run("lint", "--output-format", "concise", "clients/old/b.md", "packs/c.md") == Ended(
        1, CONCISE.format("clients/old/b.md") + CONCISE.format("packs/c.md")
    )
    assert run("lint", "--force-exclude", "--output-format", "concise", "clients/old/b.md", "packs/c.md") == Ended(
        0, ""
    )


def test_the_settings_beside_a_file_count_where_the_current_folder_has_none(run: Run, repo: Path) -> None:
    for folder in ("coaching", "other"):
        (repo / folder / "packs").mkdir(parents=True)
        (repo / folder / "packs" / "pm-01.md").write_text(NO_HEAD)
        (repo / folder / "pmcoach.toml").write_text('ignore = ["PMC"]\n')
    pack = "coaching/packs/pm-01.md"
    for arguments in ((pack,), ("coaching/packs",), ("coaching/packs", pack)):
        assert run("lint", *arguments, "--output-format", "concise") == Ended(0, "", "")
    assert run("lint", "coaching/packs/pm-01.md", "--isolated").code == 1
    both = run("lint", "coaching/packs/pm-01.md", "other/packs/pm-01.md")
    assert both.code == 1
    assert both.errors == (
        "Note: Different settings hold for what is named (coaching/pmcoach.toml and other/pmcoach.toml): "
        "none are taken. Name one with --config.\n"
    )
    (repo / "pmcoach.toml").write_text("")
    assert run("lint", "coaching/packs/pm-01.md").code == 1, "the current folder has some"


@pytest.mark.parametrize("name", ["pmcoch", "pm-coach", "pmcoach-lint"])
def test_a_misspelt_table_of_settings_is_remarked_on(run: Run, repo: Path, name: str) -> None:
    (repo / "packs" / "pm-07.md").write_text(WHOLE)
    table = f'[tool.pytest.ini_options]\n[tool.{name}]\nfail-on = "warning"\n[tool.poetry]\n[tool.mypy]\n'
    (repo / "pyproject.toml").write_text(table)
    told = f"Note: pyproject.toml has a table [tool.{name}], which nothing reads: did you mean [tool.pmcoach]?\n"
    assert run("lint").errors == told
    assert run("lint", "--isolated").errors == ""


def test_from_a_folder_below_people_are_shown_the_way_and_programs_the_path(
    run: Run, repo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repo / "packs" / "deep").mkdir()
    (repo / "packs" / "pm-07.md").write_text(NO_HEAD)
    monkeypatch.chdir(repo / "packs" / "deep")
    assert run("lint", "--output-format", "concise").output.startswith("../pm-07.md:")
    found = json.loads(run("lint", "--output-format", "json").output)["findings"]
    assert {each["file"] for each in found} == {"packs/pm-07.md"}
    assert "../pm-07.md" in run("status").errors


def test_a_settings_file_is_no_document(run: Run, repo: Path) -> None:
    (repo / "pmcoach.toml").write_text("")
    told = "Error: pmcoach.toml is no document: documents are Markdown, in files that end in .md.\n"
    assert run("lint", "pmcoach.toml") == Ended(2, "", told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('folders = ["packs"]\nignore = ["PMC7777"]\n', "pmcoach.toml:2: There is no rule “PMC7777”."),
        ('[per-path."packs/"]\n# PMC7777\nignore = ["PMC7777"]\n', "pmcoach.toml:3: There is no rule “PMC7777”."),
        ("[rules.rep-length]\nlongets = 3\n", "pmcoach.toml:2: The rule rep-length has no option “longets”."),
        (
            '[per-path."packs/"]\nignores = ["PMC3"]\n',
            "each with “ignore” or “severities” (“ignores” is neither, perhaps “ignore”), not",
        ),
    ],
)
def test_a_mistake_in_the_settings_is_told_with_its_line(run: Run, repo: Path, text: str, told: str) -> None:
    (repo / "packs" / "pm-07.md").write_text(WHOLE)
    (repo / "pmcoach.toml").write_text(text)
    ended = run("lint")
    assert ended.code == 2
    assert told in ended.errors


def test_unused_settings_are_remarked_on(run: Run, repo: Path) -> None:
    (repo / "pyproject.toml").write_text("[tool.pmcoach]\n", encoding="utf-8")
    (repo / "pmcoach.toml").write_text("", encoding="utf-8")
    assert run("lint", "--output-format", "concise") == Ended(
        0,
        "",
        "Note: The settings come from pmcoach.toml; the table [tool.pmcoach] of the pyproject.toml beside it is not "
        "used.\n",
    )


@pytest.mark.parametrize(
    ("arguments", "errors"),
    [
        (["packs/a.md", ""], "Error: One of the paths is empty.\n"),
        (["packs/a.md", "gone.md"], "Error: gone.md does not exist.\n"),
        (
            ["-"],
            (
                "Error: “-” is no file, and of what comes on standard input the name has to be said.\n"
                "pmcoach lint --stdin-filename packs/pm-07.md checks it as if it were this file.\n"
            ),
        ),
        (["gone\x1b[2J\n.md"], "Error: gone\\x1b[2J\\x0a.md does not exist.\n"),
        (["--config", "gone.toml"], "Error: The settings file gone.toml does not exist.\n"),
        (
            ["--config", "x.toml", "--isolated"],
            "Error: --config and --isolated cannot be used together: one names the settings, the other takes none.\n",
        ),
        (
            ["--stdin-filename", "a.md", "packs/a.md"],
            "Error: --stdin-filename and paths cannot be used together: it checks what comes on standard input.\n",
        ),
        (
            ["--statistics", "--output-format", "sarif"],
            (
                "Error: --statistics cannot be used together with --output-format sarif.\n"
                "The formats that can count are: json, text.\n"
            ),
        ),
        (
            ["-o", "packs/a.md"],
            "Error: packs/a.md has the name of a document.\nName it packs/a.txt, for instance.\n",
        ),
        (
            ["--output-file", "gone/a.txt"],
            "Error: gone/a.txt cannot be written: No such file or directory.\n",
        ),
        (
            ["--config", "wrong.toml"],
            "Error: wrong.toml:1: There is no setting “exlude”.\nDid you mean “exclude”?\n",
        ),
    ],
)
def test_wrong_use_checks_nothing(run: Run, repo: Path, arguments: list[str], errors: str) -> None:
    (repo / "packs" / "a.md").write_text(NO_HEAD, encoding="utf-8")
    (repo / "wrong.toml").write_text("exlude = []\n", encoding="utf-8")
    assert run("lint", *arguments) == Ended(2, "", errors)


def test_a_missing_folder_of_the_settings_is_wrong_use(run: Run, repo: Path) -> None:
    (repo / "packs").rmdir()
    assert run("lint") == Ended(
        2,
        "",
        "Error: The folder packs does not exist.\n"
        "Name the files to check, or say where they are: folders = [...] in pmcoach.toml. "
        "A new repository begins with pmcoach init.\n",
    )


def test_what_cannot_be_read_is_a_finding_and_the_run_goes_on(run: Run, repo: Path) -> None:
    (repo / "packs" / "gone.md").symlink_to("nowhere.md")
    (repo / "packs" / "loop.md").symlink_to("loop.md")
    (repo / "packs" / "z.md").write_text(NO_HEAD, encoding="utf-8")
    assert run("lint", "--output-format", "concise") == Ended(
        1,
        UNREADABLE.format("packs/gone.md", "is a link to something that does not exist")
        + UNREADABLE.format("packs/loop.md", "is a link that leads back to itself")
        + CONCISE.format("packs/z.md"),
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read anything")
def test_what_may_not_be_read_is_a_finding_even_if_it_was_named(run: Run, repo: Path) -> None:
    for name in ("closed.md", "folder/a.md", "z.md"):
        (repo / "packs" / name).parent.mkdir(exist_ok=True)
        (repo / "packs" / name).write_text(NO_HEAD, encoding="utf-8")
    (repo / "packs" / "closed.md").chmod(0)
    (repo / "packs" / "folder").chmod(0)
    told = (
        UNREADABLE.format("packs/closed.md", "may not be read by you")
        + UNREADABLE.format("packs/folder", "is a folder that you may not open")
        + CONCISE.format("packs/z.md")
    )
    try:
        assert run("lint", "--output-format", "concise") == Ended(1, told)
        named = ("packs/closed.md", "packs/folder", "packs/z.md")
        assert run("lint", "--output-format", "concise", *named) == Ended(1, told)
    finally:
        (repo / "packs" / "folder").chmod(0o700)


def test_statistics_say_how_often_each_rule_has_spoken(run: Run, repo: Path) -> None:
    for name in ("a", "b"):
        (repo / "packs" / f"{name}.md").write_text(NO_HEAD, encoding="utf-8")
    (repo / "packs" / "c.md").touch()
    assert run("lint", "--statistics").output.splitlines()[-4:] == [
        "2  PMC101 no-front-matter",
        "1  PMC005 empty-file",
        "",
        "3 documents checked: 3 errors. Run pmcoach rule PMC101 to learn more.",
    ]
    counted = json.loads(run("lint", "--statistics", "--output-format", "json").output)
    assert [(entry["code"], entry["count"]) for entry in counted["statistics"]] == [("PMC101", 2), ("PMC005", 1)]


class TestOutputFile:
    SUMMARY = "1 document checked: 1 error. Run pmcoach rule PMC101 to learn more.\nWritten to found.txt.\n"

    @pytest.mark.parametrize("name", FORMATS)
    def test_it_holds_what_the_terminal_would_show(self, run: Run, repo: Path, name: str) -> None:
        (repo / "packs" / "größe.md").write_text(NO_HEAD, encoding="utf-8")
        shown = run("lint", "--output-format", name)
        assert run("lint", "--output-format", name, "-o", "found.txt") == Ended(1, self.SUMMARY)
        assert (repo / "found.txt").read_bytes().decode("utf-8") == shown.output
        assert shown.code == 1

    def test_it_has_no_colours(self, run: Run, repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (repo / "packs" / "a.md").write_text(NO_HEAD, encoding="utf-8")
        monkeypatch.setenv("FORCE_COLOR", "1")
        ended = run("lint", "--output-file", "found.txt")
        assert "\x1b[1;31m1 error\x1b[0m" in ended.output
        assert "\x1b" not in (repo / "found.txt").read_text(encoding="utf-8")

    def test_nothing_is_left_when_the_command_cannot_be_run(self, run: Run, repo: Path) -> None:
        (repo / "found.txt").write_text("old", encoding="utf-8")
        assert run("lint", "-o", "found.txt", "gone.md").code == 2
        assert (repo / "found.txt").read_text(encoding="utf-8") == "old"
        assert sorted(path.name for path in repo.iterdir()) == [".git", "found.txt", "packs"]

    def test_a_document_is_never_written_over(self, run: Run, repo: Path) -> None:
        (repo / "packs" / "a.md").write_text(NO_HEAD, encoding="utf-8")
        assert run("lint", "-o", "packs/a.md").code == 2
        assert (repo / "packs" / "a.md").read_text(encoding="utf-8") == NO_HEAD


def test_ci_systems_find_files_from_the_root_of_the_repository(
    run: Run, repo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repo / "packs" / "a.md").write_text(NO_HEAD, encoding="utf-8")
    above = run("lint", "--output-format", "gitlab").output
    (repo / "docs").mkdir()
    (repo / "pmcoach.toml").write_text("", encoding="utf-8")
    for folder, path in (("packs", "a.md"), ("docs", "../packs/a.md"), ("docs", str(repo / "packs" / "a.md"))):
        monkeypatch.chdir(repo / folder)
        assert run("lint", "--output-format", "gitlab", path).output == above
    assert json.loads(above)[0]["location"]["path"] == "packs/a.md"


def test_junit_fails_where_the_run_fails(run: Run, repo: Path) -> None:
    draft = warned(repo)
    assert 'failures="0"' in run("lint", "--output-format", "junit", draft).output
    assert 'failures="1"' in run("lint", "--output-format", "junit", "--fail-on", "warning", draft).output


def test_the_manual_of_the_rules_is_linked_to(run: Run, repo: Path) -> None:
    (repo / "packs" / "a.md").write_text(NO_HEAD, encoding="utf-8")
    (repo / "pmcoach.toml").write_text('site-url = "https://northwind.example/"\n', encoding="utf-8")
    driver = json.loads(run("lint", "--output-format", "sarif").output)["runs"][0]["tool"]["driver"]
    assert driver["informationUri"] == "https://northwind.example/"
    assert driver["rules"][0]["helpUri"] == "https://northwind.example/reference/rules/pmc001/"


class TestStandardInput:
    def test_it_is_checked_under_the_name_given(self, run: Run, repo: Path) -> None:
        ended = run("lint", "--output-format", "concise", "--stdin-filename", "new/a.md", stdin=NO_HEAD.encode())
        assert ended == Ended(1, CONCISE.format("new/a.md"))
        absolute = str(repo / "packs" / "a.md")
        ended = run("lint", "--output-format", "concise", "--stdin-filename", absolute, stdin=NO_HEAD.encode())
        assert ended == Ended(1, CONCISE.format("packs/a.md"))

    def test_the_file_of_that_name_is_not_read(self, run: Run, repo: Path) -> None:
        (repo / "packs" / "a.md").write_text("---\n", encoding="utf-8")
        ended = run("lint", "--output-format", "concise", "--stdin-filename", "packs/a.md", stdin=NO_HEAD.encode())
        assert ended == Ended(1, CONCISE.format("packs/a.md"))

    def test_a_document_of_an_engagement_may_be_the_first_one_in_its_folder(self, run: Run, repo: Path) -> None:
        text = "---\ntype: engagement\nclient: Northwind\nstart: 2026-09-01\nstatus: draft\nvisibility: private\n---\n"
        name = "packs/clients/new/engagement.md"
        ended = run("lint", "--output-format", "concise", "--stdin-filename", name, stdin=text.encode())
        assert ended.errors == ""
        assert ended.output.startswith(f"{name}:1:1: warning PMC201 ")

    @pytest.mark.parametrize("name", ["docs/a.md", "packs/README.md", "packs/a.txt"])
    def test_it_is_skipped_when_its_name_is_excluded(self, run: Run, name: str) -> None:
        assert run("lint", "--force-exclude", "--stdin-filename", name, stdin=b"x") == Ended(
            0, "No documents found: nothing was checked.\n"
        )

    def test_it_may_be_anything(self, run: Run) -> None:
        arguments = ("lint", "--output-format", "concise", "--stdin-filename", "a.md")
        assert run(*arguments, stdin=b"") == Ended(1, "a.md:1:1: error PMC005 This file is empty.\n")
        assert run(*arguments, stdin=b"# caf\xe9\n") == Ended(
            1, "a.md:1:6: error PMC002 This file is not saved as UTF-8: byte 5 (0xe9) is no character of it.\n"
        )
        ended = run(*arguments, stdin=b"x" * (MAX_BYTES * 2))
        assert (ended.code, ended.output.split(" ")[:3]) == (1, ["a.md:1:1:", "error", "PMC004"])


class TestRules:
    """What the command line says of rules and of the day."""

    def test_rules_are_selected_and_ignored(self, run: Run, repo: Path) -> None:
        (repo / "packs" / "a.md").write_text("---\ntype: coaching-pack\n---\n")
        every = run("lint", "--output-format", "concise").output
        assert "PMC2" in every
        assert "PMC3" in every
        chosen = run("lint", "--output-format", "concise", "--select", "PMC3,PMC2", "--ignore", "PMC3").output
        assert "PMC2" in chosen
        assert "PMC3" not in chosen

    def test_a_rule_that_there_is_not_is_wrong_use(self, run: Run) -> None:
        result = run("lint", "--select", "PMC7777")
        assert result.code == 2
        assert "There is no rule “PMC7777”." in result.errors

    @pytest.mark.parametrize("option", ["--select", "--extend-select", "--ignore"])
    def test_a_rule_that_only_the_command_line_names_is_not_laid_at_the_door_of_the_settings(
        self, run: Run, repo: Path, option: str
    ) -> None:
        (repo / "pmcoach.toml").write_text("fail-on = 'warning'\n")
        assert run("lint", option, "not-a-levle") == Ended(
            2,
            "",
            "Error: There is no rule “not-a-levle”. Did you mean “not-a-level”?\npmcoach rule lists all of them.\n",
        )

    @pytest.mark.parametrize("name", ["pmc202", "Still-To-Fill", "pmc2"])
    def test_capital_letters_do_not_count_in_the_name_of_a_rule(self, run: Run, repo: Path, name: str) -> None:
        (repo / "packs" / "a.md").write_text("---\ntype: coaching-pack\nrole: TBD\n---\n")
        assert "PMC202" in run("lint", "--output-format", "concise", "--select", name).output
        assert "PMC202" not in run("lint", "--output-format", "concise", "--ignore", name).output

    def test_a_day_that_is_none_is_wrong_use(self, run: Run) -> None:
        result = run("lint", "--as-of", "2026-13-40")
        assert result.code == 2
        assert "“2026-13-40” is no date." in result.errors
