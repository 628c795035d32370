"""Settings: found, merged, checked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pmcoach_lint.finding import Severity
from pmcoach_lint.paths import git_root
from pmcoach_lint.settings import Settings, SettingsError, load_settings
from tests.packs import write


def problem(start: Path, **options: Any) -> tuple[str, str | None]:
    with pytest.raises(SettingsError) as caught:
        load_settings(start, **options)
    return caught.value.message, caught.value.hint


def test_defaults_stand_when_there_is_no_file(repo: Path) -> None:
    assert load_settings(repo) == Settings(
        root=repo,
        folders=("packs",),
        exclude=("README.md", "index.md"),
        schemas=("schemas",),
        standards=("docs/standards",),
        as_of=None,
        rules={},
        fail_on=Severity.ERROR,
        site_url=None,
        source=None,
        notices=(),
    )


def test_settings_are_frozen(repo: Path) -> None:
    with pytest.raises(AttributeError):
        load_settings(repo).root = Path()  # type: ignore[misc]


@pytest.mark.parametrize(("file", "header"), [("pmcoach.toml", ""), ("pyproject.toml", "[tool.pmcoach]\n")])
def test_every_setting_is_read_from_either_file(repo: Path, file: str, header: str) -> None:
    path = write(
        repo / file,
        header
        + 'folders = ["coaching", "clients"]\nexclude = ["archive/"]\nschemas = ["types"]\nstandards = ["frameworks"]\n'
        + 'fail-on = "warning"\nsite-url = "https://northwind.example/"\n',
    )
    assert load_settings(repo) == Settings(
        root=repo,
        folders=("coaching", "clients"),
        exclude=("archive/",),
        schemas=("types",),
        standards=("frameworks",),
        fail_on=Severity.WARNING,
        site_url="https://northwind.example/",
        source=path,
        notices=(),
    )


def test_what_is_not_set_keeps_its_default(repo: Path) -> None:
    path = write(repo / "pmcoach.toml", 'fail-on = "warning"\n')
    assert load_settings(repo) == Settings(root=repo, fail_on=Severity.WARNING, source=path)


def test_an_empty_file_marks_the_root(repo: Path) -> None:
    path = write(repo / "coaching" / "pmcoach.toml", "")
    assert load_settings(repo / "coaching") == Settings(root=repo / "coaching", source=path)


def test_the_nearest_file_upward_wins(repo: Path) -> None:
    write(repo / "pmcoach.toml", 'folders = ["outer"]\n')
    path = write(repo / "coaching" / "pmcoach.toml", 'folders = ["inner"]\n')
    below = repo / "coaching" / "a" / "b"
    below.mkdir(parents=True)
    assert load_settings(below) == Settings(root=repo / "coaching", folders=("inner",), source=path)


def test_a_pyproject_without_the_table_does_not_end_the_search(repo: Path) -> None:
    path = write(repo / "pmcoach.toml", 'folders = ["outer"]\n')
    write(repo / "app" / "pyproject.toml", '[project]\nname = "pmcoach-user"\n')
    assert load_settings(repo / "app") == Settings(root=repo, folders=("outer",), source=path)


@pytest.mark.parametrize("text", ["[project\n", '[project\ndependencies = ["pmcoach-lint"]\n[tool.ruff]\n'])
def test_a_pyproject_that_does_not_speak_of_our_table_may_be_wrong(repo: Path, text: str) -> None:
    write(repo / "pyproject.toml", text)
    assert load_settings(repo) == Settings(root=repo)


@pytest.mark.parametrize(
    "text",
    [
        '[tool.pmcoach]\nfolders = ["a"]',
        '[ tool . "pmcoach" ]\nfolders = ["a"]',
        '["tool".\'pmcoach\']\nfolders = ["a"]',
        'tool.pmcoach.folders = ["a"]',
        '[tool]\npmcoach.folders = ["a"]',
        '["tool"]\n"pmcoach" = {folders = ["a"]}',
        'tool = {ruff = {}, pmcoach = {folders = ["a"]}}',
    ],
)
def test_the_table_is_found_however_it_is_written(repo: Path, text: str) -> None:
    path = write(repo / "pyproject.toml", text)
    assert load_settings(repo) == Settings(root=repo, folders=("a",), source=path)


def test_the_search_ends_at_the_root_of_the_repository(repo: Path) -> None:
    write(repo / "pmcoach.toml", 'folders = ["outer"]\n')
    inner = repo / "inner"
    (inner / ".git").mkdir(parents=True)
    (inner / "packs").mkdir()
    assert load_settings(inner / "packs") == Settings(root=inner)


def test_a_worktree_is_a_repository(repo: Path) -> None:
    worktree = repo / "worktree"
    write(worktree / ".git", "gitdir: ../.git/worktrees/worktree\n")
    (worktree / "packs").mkdir()
    assert git_root(worktree / "packs") == worktree


def test_the_own_file_wins_and_says_so(repo: Path) -> None:
    write(repo / "pyproject.toml", '[tool.pmcoach]\nfolders = ["shared"]\n')
    path = write(repo / "pmcoach.toml", 'folders = ["own"]\n')
    notice = (
        "The settings come from pmcoach.toml; the table [tool.pmcoach] of the pyproject.toml beside it is not used."
    )
    assert load_settings(repo) == Settings(root=repo, folders=("own",), source=path, notices=(notice,))


VOID = "so what the setting “{}” says of it holds for nothing."


def test_a_visibility_for_a_path_that_is_not_there_is_remarked_on(repo: Path) -> None:
    (repo / "packs" / "people" / "deep").mkdir(parents=True)
    write(repo / "packs" / "people" / "pm-07.md", "")
    paths = (
        "packs/peple/",
        "packs/people/",
        "people/",
        "deep",
        "pm-07.md",
        "packs/*/own/",
        "poeple/",
        "peeple/**",
        "zz/",
    )
    write(repo / "pmcoach.toml", "[visibility]\n" + "".join(f'"{path}" = "private"\n' for path in paths))
    void = VOID.format("visibility")
    assert load_settings(repo).notices == (
        f"There is no packs/peple/ here, {void} Did you mean packs/people/?",
        f"There is no poeple/ here, {void}",
        f"There is no peeple/** here, {void}",
        f"There is no zz/ here, {void}",
    )
    (repo / "people").mkdir()
    assert f"There is no poeple/ here, {void} Did you mean people/?" in load_settings(repo).notices


def test_all_mistakes_are_told_at_once(repo: Path) -> None:
    write(repo / "pmcoach.toml", 'folder = ["packs"]\nfail-on = "info"\nignores = []\n')
    with pytest.raises(SettingsError) as caught:
        load_settings(repo)
    assert caught.value.message == "pmcoach.toml:1: There is no setting “folder”."
    assert caught.value.hint == (
        "Did you mean “folders”? "
        'Besides, pmcoach.toml:2: “fail-on” must be "error" or "warning", not "info". '
        "Besides, pmcoach.toml:3: There is no setting “ignores”."
    )


def test_so_is_what_holds_for_a_path_that_is_not_there(repo: Path) -> None:
    (repo / "people" / "archive").mkdir(parents=True)
    tables = '[per-path."people/archiv/"]\nignore = ["PMC3"]\n[per-path."people/archive/"]\nignore = ["PMC3"]\n'
    write(repo / "pmcoach.toml", tables)
    void = VOID.format("per-path")
    assert load_settings(repo).notices == (f"There is no people/archiv/ here, {void} Did you mean people/archive/?",)


@pytest.mark.parametrize("text", ['[project]\nname = "pmcoach-user"\n', "[tool.pmcoach\n", "tool = 3 # pmcoach\n"])
def test_no_notice_when_the_other_file_has_no_settings(repo: Path, text: str) -> None:
    write(repo / "pyproject.toml", text)
    path = write(repo / "pmcoach.toml", "")
    assert load_settings(repo) == Settings(root=repo, source=path)


def test_isolated_reads_no_file(repo: Path) -> None:
    write(repo / "pmcoach.toml", "not toml")
    (repo / "packs").mkdir()
    assert load_settings(repo / "packs", isolated=True) == Settings(root=repo)


def test_a_named_file_is_used_instead(repo: Path) -> None:
    write(repo / "pmcoach.toml", "not toml")
    path = write(repo / "ci" / "strict.toml", 'fail-on = "warning"\n')
    settings = load_settings(repo, config=Path("ci/strict.toml"))
    assert settings == Settings(root=repo / "ci", fail_on=Severity.WARNING, source=path)


def test_a_byte_order_mark_and_windows_line_ends_are_read(repo: Path) -> None:
    path = repo / "pmcoach.toml"
    path.write_bytes(b'\xef\xbb\xbffolders = ["a"]\r\nfail-on = "warning"\r\n')
    assert load_settings(repo) == Settings(root=repo, folders=("a",), fail_on=Severity.WARNING, source=path)


KNOWN = (
    "The settings are: as-of, baseline, exclude, extend-select, fail-on, folders, ignore, per-path, real-names, "
    "real-names-file, rules, schemas, select, severities, site-url, standards, visibility."
)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ('exlude = ["a"]', "pmcoach.toml:1: There is no setting “exlude”.", "Did you mean “exclude”?"),
        ('# x\n\nfail_on = "error"', "pmcoach.toml:3: There is no setting “fail_on”.", "Did you mean “fail-on”?"),
        ('Folders = ["a"]', "pmcoach.toml:1: There is no setting “Folders”.", "Did you mean “folders”?"),
        ("x = 1", "pmcoach.toml:1: There is no setting “x”.", KNOWN),
        ('"" = 1', "pmcoach.toml:1: There is no setting “”.", KNOWN),
        ('"exlude" = 1', "pmcoach.toml:1: There is no setting “exlude”.", "Did you mean “exclude”?"),
        ("[exlude]\na = 1", "pmcoach.toml:1: There is no setting “exlude”.", "Did you mean “exclude”?"),
        ("exlude.a = 1", "pmcoach.toml:1: There is no setting “exlude”.", "Did you mean “exclude”?"),
        (
            'folders = ["""\nexlude = 1\n"""]\n# exlude = 1\nexlude = 1',
            "pmcoach.toml:5: There is no setting “exlude”.",
            "Did you mean “exclude”?",
        ),
        (
            '\n[tool.pmcoach]\nfolders = ["a"]',
            "pmcoach.toml:2: There is no setting “tool”.",
            "In pmcoach.toml the settings stand at the top, under no table such as [tool.pmcoach].",
        ),
        (
            'folders = "packs"',
            'pmcoach.toml:1: “folders” must be a list of folders, such as ["packs"], not "packs".',
            None,
        ),
        (
            'folders = ["a", 3, true]',
            'pmcoach.toml:1: “folders” must be a list of folders, such as ["packs"], not ["a", 3, true].',
            None,
        ),
        (
            "folders = []",
            (
                'pmcoach.toml:1: “folders” must be a list of folders, such as ["packs"], '
                "with at least one, none empty and none twice, not []."
            ),
            None,
        ),
        (
            'folders = ["a", "a"]',
            (
                'pmcoach.toml:1: “folders” must be a list of folders, such as ["packs"], '
                'with at least one, none empty and none twice, not ["a", "a"].'
            ),
            None,
        ),
        (
            'exclude = [""]',
            (
                "pmcoach.toml:1: “exclude” must be a list of file and folder names or patterns, "
                'such as ["README.md"], with none empty and none twice, not [""].'
            ),
            None,
        ),
        (
            "[exclude]",
            (
                "pmcoach.toml:1: “exclude” must be a list of file and folder names or patterns, "
                'such as ["README.md"], not an empty table.'
            ),
            None,
        ),
        (
            '[rules]\nPMC202 = "off"',
            (
                "pmcoach.toml:1: “rules” must be options of rules, such as [rules.rep-length] "
                '(to switch a rule off: ignore = ["PMC202"]), not { PMC202 = "off" }.'
            ),
            None,
        ),
        ('fail-on = "info"', 'pmcoach.toml:1: “fail-on” must be "error" or "warning", not "info".', None),
        ("fail-on = false", 'pmcoach.toml:1: “fail-on” must be "error" or "warning", not false.', None),
        (
            'site-url = "northwind.example"',
            (
                "pmcoach.toml:1: “site-url” must be a web address that begins with https:// or http://, "
                'not "northwind.example".'
            ),
            None,
        ),
        (
            "site-url = 2026-10-05",
            "pmcoach.toml:1: “site-url” must be a web address that begins with https:// or http://, not 2026-10-05.",
            None,
        ),
        (
            f"folders = {list(range(40))}",
            (
                'pmcoach.toml:1: “folders” must be a list of folders, such as ["packs"], '
                "not [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 1…."
            ),
            None,
        ),
        (
            "folders = [\n  3 4,\n]",
            "pmcoach.toml:2:5: This is not valid TOML: Unclosed array.",
            None,
        ),
        (
            'folders = ["a"]\nfolders = ["b"]\n',
            "pmcoach.toml:2:16: This is not valid TOML: Cannot overwrite a value.",
            None,
        ),
        ("folders = [\n'a'", "pmcoach.toml:2: This is not valid TOML: Unclosed array.", None),
        ("x = " + "[" * 100_000, "pmcoach.toml: This is not valid TOML: nested too deeply.", None),
    ],
)
def test_a_wrong_setting_is_named_with_its_place(repo: Path, text: str, message: str, hint: str | None) -> None:
    write(repo / "pmcoach.toml", text)
    assert problem(repo) == (message, hint)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[tool.ruff]\nexlude = []\n[tool.pmcoach]\nexlude = []", "pyproject.toml:4: There is no setting “exlude”."),
        ("[tool]\npmcoach = {exlude = 1}", "pyproject.toml:2: There is no setting “exlude”."),
        ("tool.pmcoach.exlude = 1", "pyproject.toml:1: There is no setting “exlude”."),
        ("[tool.pmcoach.exlude]", "pyproject.toml:1: There is no setting “exlude”."),
        ("[tool]\npmcoach = 3", "pyproject.toml:2: “pmcoach” must be a table of settings, not 3."),
        ("[[tool.pmcoach]]", "pyproject.toml:1: “pmcoach” must be a table of settings, not [an empty table]."),
        (
            '[tool]\npmcoach = {folders = ["a"], fail-on = 0}',
            'pyproject.toml:2: “fail-on” must be "error" or "warning", not 0.',
        ),
        (
            "[tool.pmcoach\n",
            "pyproject.toml:1:14: This is not valid TOML: Expected ']' at the end of a table declaration.",
        ),
    ],
)
def test_a_wrong_setting_in_pyproject_is_found_in_its_own_table(repo: Path, text: str, message: str) -> None:
    write(repo / "pyproject.toml", text)
    assert problem(repo)[0] == message


def test_a_file_that_is_not_utf_8_is_named_with_its_line(repo: Path) -> None:
    (repo / "pmcoach.toml").write_bytes(b'folders = ["a"]\n# caf\xe9\n')
    assert problem(repo) == ("pmcoach.toml:2: This settings file is not saved as UTF-8.", None)


def test_a_named_file_must_be_one(repo: Path) -> None:
    write(repo / "pyproject.toml", "[project]\n")
    (repo / "folder").mkdir()
    assert problem(repo, config=Path("gone.toml")) == ("The settings file gone.toml does not exist.", None)
    assert problem(repo, config=Path("folder")) == ("folder is a folder, not a settings file.", None)
    assert problem(repo, config=Path("pyproject.toml")) == (
        "pyproject.toml has no table [tool.pmcoach], where the settings of pmcoach would stand.",
        None,
    )


def test_a_file_that_may_not_be_read_is_named(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    write(repo / "pmcoach.toml", "")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert problem(repo) == ("The settings file pmcoach.toml cannot be read: Permission denied.", None)
