"""Which files are checked: what was named, what a walk finds, and what git and the settings leave out."""

from __future__ import annotations

import inspect
import os
import random
import subprocess
import sys
import tracemalloc
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcoach_lint.discovery import belongs, discover
from pmcoach_lint.ignores import Names, Spec, _with_pathspec, read_patterns
from pmcoach_lint.settings import Settings, UsageError, load_settings


@pytest.fixture
def repo(repo: Path) -> Path:
    """The repository with a folder `packs`."""
    (repo / "packs").mkdir()
    return repo


def add(root: Path, *files: str, text: str = "") -> None:
    for file in files:
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def found(*paths: str, settings: Settings | None = None, force_exclude: bool = False, **changes: Any) -> list[str]:
    settings = (settings or load_settings(Path.cwd()))._replace(**changes)
    return [path.as_posix() for path in discover([Path(path) for path in paths], settings, force_exclude=force_exclude)]


def refusal(*paths: str, **changes: Any) -> tuple[str, str | None]:
    with pytest.raises(UsageError) as caught:
        found(*paths, **changes)
    return caught.value.message, caught.value.hint


class TestWalking:
    def test_documents_are_found_in_sorted_order(self, repo: Path) -> None:
        add(repo, "packs/b.md", "packs/B.md", "packs/a/z.md", "packs/a.md", "packs/a-b/x.markdown", "packs/c.MD")
        assert found() == [
            "packs/B.md",
            "packs/a/z.md",
            "packs/a-b/x.markdown",
            "packs/a.md",
            "packs/b.md",
            "packs/c.MD",
        ]

    def test_other_files_and_all_that_is_hidden_are_left_out(self, repo: Path) -> None:
        add(repo, "packs/a.md", "packs/a.txt", "packs/md", "packs/.a.md", "packs/.git/a.md", "packs/.drafts/a/a.md")
        assert found() == ["packs/a.md"]

    def test_an_empty_folder_has_no_documents(self, repo: Path) -> None:
        assert found() == []

    def test_all_folders_of_the_settings_are_walked_in_their_order(self, repo: Path) -> None:
        add(repo, "packs/a.md", "clients/b.md", "other/c.md")
        assert found(folders=("packs", "clients")) == ["packs/a.md", "clients/b.md"]

    def test_paths_are_shown_from_the_current_folder(self, repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        add(repo, "packs/a.md", "app/main.py", "pmcoach.toml")
        assert found(folders=(".",)) == ["packs/a.md"]
        monkeypatch.chdir(repo / "packs")
        assert found() == ["a.md"]
        monkeypatch.chdir(repo / "app")
        assert found() == ["../packs/a.md"]

    def test_folders_nested_deeper_than_calls_may_be(self, repo: Path) -> None:
        deep = "packs" + "/d" * 300
        add(repo, f"{deep}/a.md")
        usual = sys.getrecursionlimit()
        sys.setrecursionlimit(len(inspect.stack(0)) + 100)
        try:
            assert found() == [f"{deep}/a.md"]
        finally:
            sys.setrecursionlimit(usual)

    def test_a_link_to_a_folder_is_followed_only_when_named(self, repo: Path) -> None:
        add(repo, "packs/a.md", "elsewhere/b.md")
        (repo / "packs" / "link").symlink_to(repo / "elsewhere")
        assert found() == ["packs/a.md"]
        assert found("packs/link") == ["packs/link/b.md"]

    def test_a_loop_of_links_ends(self, repo: Path) -> None:
        add(repo, "packs/a/x.md")
        (repo / "packs" / "a" / "up").symlink_to(repo / "packs")
        assert found() == ["packs/a/x.md"]
        assert found("packs/a/up") == ["packs/a/up/a/x.md"]

    def test_a_link_to_a_file_is_a_document_and_one_that_leads_nowhere_is_left_to_the_reader(self, repo: Path) -> None:
        add(repo, "shared/x.md")
        (repo / "packs" / "a.md").symlink_to(repo / "shared" / "x.md")
        (repo / "packs" / "gone.md").symlink_to(repo / "shared" / "gone.md")
        (repo / "packs" / "loop.md").symlink_to(repo / "packs" / "loop.md")
        (repo / "packs" / "folder.md").symlink_to(repo / "shared")
        assert found() == ["packs/a.md", "packs/gone.md", "packs/loop.md"]

    def test_a_pipe_is_left_to_the_reader_and_never_opened(self, repo: Path) -> None:
        for folder in ("packs", "docs/standards"):
            (repo / folder).mkdir(parents=True, exist_ok=True)
            os.mkfifo(repo / folder / "pipe.md")
        assert found() == ["packs/pipe.md", "docs/standards/pipe.md"]

    def test_a_folder_that_ends_like_a_document_is_walked(self, repo: Path) -> None:
        add(repo, "packs/notes.md/a.md")
        assert found() == ["packs/notes.md/a.md"]

    def test_a_name_that_is_not_utf_8_is_found(self, repo: Path) -> None:
        Path(os.fsdecode(os.fsencode(repo) + b"/packs/caf\xe9.md")).touch()
        assert found() == ["packs/caf\udce9.md"]

    def test_a_folder_that_may_not_be_listed_is_given_to_the_reader(
        self, repo: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        add(repo, "packs/a.md", "packs/closed/b.md", "packs/gone/c.md", "packs/z.md")
        real = os.scandir

        def refuse(path: str) -> Any:
            if path.endswith("/closed/"):
                raise PermissionError(13, "Permission denied", path)
            if path.endswith("/gone/"):
                raise FileNotFoundError(2, "No such file or directory", path)
            return real(path)

        monkeypatch.setattr(os, "scandir", refuse)
        assert found() == ["packs/a.md", "packs/closed", "packs/z.md"]

    def test_documents_come_while_the_walk_goes_on(self, repo: Path) -> None:
        add(repo, "packs/a/x.md", "packs/b/x.md")
        documents = discover([], load_settings(repo), force_exclude=False)
        assert next(documents) == Path("packs/a/x.md")
        add(repo, "packs/b/y.md")
        assert list(documents) == [Path("packs/b/x.md"), Path("packs/b/y.md")]

    def test_memory_does_not_grow_with_the_number_of_files(self, repo: Path) -> None:
        def peak(folders: int) -> int:
            add(repo, *(f"packs/{folder}/{number}.md" for folder in range(folders) for number in range(10)))
            documents = discover([], load_settings(repo), force_exclude=False)
            tracemalloc.start()
            assert sum(1 for _ in documents) == folders * 10
            used = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
            return used

        peak(1)
        few, many = peak(10), min(peak(100), peak(100))  # in one of them Python may enlarge its table of known names
        assert many < few + 50_000


class TestNaming:
    def test_a_named_file_is_taken_as_it_is(self, repo: Path) -> None:
        add(repo, "README.md", "packs/notes.txt", ".hidden/a.md", "packs/.gitignore", text="*\n")
        named = ["README.md", "packs/notes.txt", ".hidden/a.md", "packs/.gitignore"]
        assert found(*named) == named

    def test_a_named_folder_is_walked_wherever_it_is(self, repo: Path) -> None:
        add(repo, "docs/a.md", "docs/index.md", "packs/b.md")
        assert found("docs") == ["docs/a.md"]
        assert found("docs/") == ["docs/a.md"]
        assert found(".") == ["docs/a.md", "packs/b.md"]
        assert found(str(repo / "docs")) == [f"{repo.as_posix()}/docs/a.md"]

    def test_a_folder_outside_the_repository_is_walked(
        self, repo: Path, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        other = tmp_path_factory.mktemp("other")
        add(other, "a.md", "README.md", "drafts/b.md", ".gitignore", text="drafts/\n")
        assert found(str(other)) == [f"{other.as_posix()}/a.md"]

    @pytest.mark.parametrize(
        ("paths", "documents"),
        [
            (["packs/a.md", "packs/a.md"], ["packs/a.md"]),
            (["packs/a.md", "./packs/../packs/a.md"], ["packs/a.md"]),
            (["packs/a.md", "packs"], ["packs/a.md", "packs/c/d.md"]),
            (["packs", "packs/a.md"], ["packs/a.md", "packs/c/d.md"]),
            (["packs", "packs/c"], ["packs/a.md", "packs/c/d.md"]),
            (["packs/c", "packs"], ["packs/c/d.md", "packs/a.md"]),
            (["packs/", ".", "packs"], ["packs/a.md", "packs/c/d.md"]),
            (["packs/link.md", "packs/a.md"], ["packs/link.md"]),
        ],
    )
    def test_what_is_named_twice_is_checked_once(self, repo: Path, paths: list[str], documents: list[str]) -> None:
        add(repo, "packs/a.md", "packs/c/d.md")
        if "packs/link.md" in paths:
            (repo / "packs" / "link.md").symlink_to("a.md")
        assert found(*paths) == documents

    def test_folders_of_the_settings_that_overlap_are_walked_once(self, repo: Path) -> None:
        add(repo, "packs/a.md", "packs/c/d.md")
        assert found(folders=("packs/c", "packs", "./packs")) == ["packs/c/d.md", "packs/a.md"]

    def test_what_does_not_exist_is_refused_before_anything_is_found(self, repo: Path) -> None:
        add(repo, "packs/a.md")
        (repo / "dangling.md").symlink_to("nowhere.md")
        (repo / "loop.md").symlink_to("loop.md")
        assert refusal("packs/a.md", "gone.md") == ("gone.md does not exist.", None)
        assert refusal("packs/a.md/b.md") == (
            "packs/a.md/b.md does not exist. Did you mean “packs/a.md”?",
            None,
        )
        assert refusal("dangling.md") == ("dangling.md is a link to something that does not exist.", None)
        assert refusal("loop.md") == ("loop.md is a link that leads back to itself.", None)
        assert refusal("a" * 300) == (f"{'a' * 300} cannot be opened: File name too long.", None)

    def test_a_folder_of_the_settings_must_be_there_when_nothing_is_named(self, repo: Path) -> None:
        hint = "Name the files to check, or say where they are: folders = [...] in pmcoach.toml."
        add(repo, "a.md")
        (repo / "packs").rmdir()
        assert found("a.md") == ["a.md"]
        begin = f"{hint} A new repository begins with pmcoach init."
        assert refusal() == ("The folder packs does not exist.", begin)
        add(repo, "packs")
        assert refusal() == ("The folder packs is not a folder.", begin)
        add(repo, "pmcoach.toml", text='folders = ["clients"]\n')
        assert refusal() == ("The folder clients, which pmcoach.toml names, does not exist.", hint)


class TestLeavingOut:
    @pytest.mark.parametrize(
        ("patterns", "left"),
        [
            ((), ["packs/a/README.md", "packs/a/old/x.md", "packs/a/x.md", "packs/index.md", "packs/x.md"]),
            (("README.md", "index.md"), ["packs/a/old/x.md", "packs/a/x.md", "packs/x.md"]),
            (("/packs/x.md", "old/"), ["packs/a/README.md", "packs/a/x.md", "packs/index.md"]),
            (("a",), ["packs/index.md", "packs/x.md"]),
            (("*.md", "!x.md"), ["packs/a/old/x.md", "packs/a/x.md", "packs/x.md"]),
            (("packs",), ["packs/a/README.md", "packs/a/old/x.md", "packs/a/x.md", "packs/index.md", "packs/x.md"]),
        ],
    )
    def test_the_settings_exclude(self, repo: Path, patterns: tuple[str, ...], left: list[str]) -> None:
        add(repo, "packs/x.md", "packs/index.md", "packs/a/x.md", "packs/a/README.md", "packs/a/old/x.md")
        assert found(exclude=patterns) == left

    @pytest.mark.parametrize("pattern", ["", "# note", "!", "/", "[draft.md", "draft\\", "[[:lower:]].md"])
    def test_an_excluded_name_that_is_no_pattern_is_refused(self, repo: Path, pattern: str) -> None:
        message = f"“{pattern}”, which the setting “exclude” names, is no pattern that pmcoach can read."
        assert refusal(exclude=("README.md", pattern)) == (message, None)

    def test_git_ignores(self, repo: Path) -> None:
        add(repo, "packs/a.md", "packs/b.md", "packs/sub/b.md", "packs/sub/c.md", "packs/tmp/d.md")
        add(repo, ".gitignore", text="b.md\ntmp/\n")
        add(repo, "packs/sub/.gitignore", text="!b.md\n")
        add(repo, ".git/info/exclude", text="c.md\n")
        assert found() == ["packs/a.md", "packs/sub/b.md"]

    @pytest.mark.parametrize("everything", ["*", "**", "/**"])
    def test_all_may_be_left_out_but_what_is_taken_back(self, repo: Path, everything: str) -> None:
        add(repo, "packs/a.md", "packs/b.markdown", "packs/sub/c.md", "packs/sub/d.markdown")
        add(repo, ".gitignore", text=f"{everything}\r\n!*/\r\n!*.md\r\n")
        assert found() == ["packs/a.md", "packs/sub/c.md"]

    def test_an_ignored_folder_that_is_named_is_walked(self, repo: Path) -> None:
        add(repo, "build/packs/a.md", "build/packs/README.md", "build/packs/b.md")
        add(repo, ".gitignore", text="build/\n")
        add(repo, "build/packs/.gitignore", text="b.md\n")
        assert found("build/packs") == ["build/packs/a.md"]
        assert found("build/packs", exclude=("build/", "README.md")) == ["build/packs/a.md"]

    def test_ignore_files_hold_where_there_is_no_repository(self, repo: Path) -> None:
        (repo / ".git").rmdir()
        add(repo, "packs/a.md", "packs/b.md", "packs/c.md")
        add(repo, ".gitignore", text="b.md\n")
        add(repo, "packs/.gitignore", text="c.md\n")
        assert found(settings=Settings(root=repo)) == ["packs/a.md"]

    def test_ignore_files_are_read_as_git_does(self, repo: Path) -> None:
        add(repo, "packs/a.md", "packs/b.md", "packs/c.md", "packs/d.md")
        (repo / ".gitignore").write_bytes(b"\xef\xbb\xbfa.md\r\n[\n[z-a]\n\xff\nb.md  \n#c.md\n")
        (repo / "packs" / ".gitignore").mkdir()
        assert found() == ["packs/c.md", "packs/d.md"]

    def test_a_worktree_has_the_excludes_of_its_repository(self, repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        add(repo, ".git/info/exclude", text="b.md\n")
        add(repo, ".git/worktrees/tree/commondir", text="../..\n")
        add(repo, "tree/.git", text=f"gitdir: {repo}/.git/worktrees/tree\n")
        add(repo, "tree/packs/a.md", "tree/packs/b.md")
        monkeypatch.chdir(repo / "tree")
        assert found() == ["packs/a.md"]


class TestForceExclude:
    def test_only_what_a_walk_would_find_is_left_of_what_was_named(self, repo: Path) -> None:
        files = ["packs/a.md", "packs/sub/b.md", "packs/c.markdown"]
        others = [
            "README.md",
            "docs/a.md",
            "packs/README.md",
            "packs/.a.md",
            "packs/.drafts/a.md",
            "packs/a.txt",
            "packs/ignored.md",
            "packs/tmp/deep/a.md",
            "packs2/a.md",
        ]
        add(repo, *files, *others)
        add(repo, ".gitignore", text="ignored.md\ntmp/\n")
        assert found(*others, *files, force_exclude=True) == files
        assert found(*others, *files) == [*others, *files]
        settings = load_settings(repo)
        assert [belongs(Path(file), settings) for file in files] == [True] * 3
        assert [belongs(Path(file), settings) for file in others] == [False] * 9

    def test_a_named_folder_is_held_to_the_settings_too(self, repo: Path) -> None:
        add(repo, "packs/a.md", "packs/sub/b.md", "docs/c.md", "clients/d.md", "packs/.drafts/e.md")
        assert found("docs", "packs/.drafts", force_exclude=True) == []
        assert found("packs/sub", force_exclude=True) == ["packs/sub/b.md"]
        assert found(".", force_exclude=True) == ["packs/a.md", "packs/sub/b.md"]
        assert found(".", "packs", ".", force_exclude=True) == ["packs/a.md", "packs/sub/b.md"]
        assert found(".", force_exclude=True, folders=("clients", "gone")) == ["clients/d.md"]
        assert found(force_exclude=True) == ["packs/a.md", "packs/sub/b.md"]

    def test_a_path_that_does_not_exist_is_refused_all_the_same(self, repo: Path) -> None:
        assert refusal("docs/gone.md", force_exclude=True) == ("docs/gone.md does not exist.", None)

    def test_a_file_need_not_exist_to_belong(self, repo: Path) -> None:
        settings = load_settings(repo)
        assert belongs(Path("packs/new/new.md"), settings)
        assert not belongs(Path("docs/new.md"), settings)


FRAMEWORK = "---\ntype: value-ladder\n---\n"


class TestStandards:
    def test_frameworks_are_checked_along_with_the_documents(self, repo: Path) -> None:
        add(repo, "packs/a.md", "docs/index.md")
        assert found() == ["packs/a.md"]
        add(repo, "docs/standards/ladder.md", "docs/standards/own/horizons.md", text=FRAMEWORK)
        assert found() == ["packs/a.md", "docs/standards/ladder.md", "docs/standards/own/horizons.md"]
        assert found(standards=()) == ["packs/a.md"]
        assert found("docs/standards/own/horizons.md", "packs", force_exclude=True) == [
            "docs/standards/own/horizons.md",
            "packs/a.md",
        ]
        assert found(".", force_exclude=True) == found()
        assert belongs(Path("docs/standards/ladder.md"), load_settings(repo))
        assert not belongs(Path("docs/ladder.md"), load_settings(repo))

    @pytest.mark.parametrize(
        ("text", "is_one"),
        [
            (FRAMEWORK, True),
            ("\ufeff---\r\ntitle: x\r\ntype: value-ladder\r\n---\r\n", True),
            ('\n----\n"type" : nonsense\n', True),
            ("---\ntitle: [\ntype: value-ladder\n---\n", True),
            ("# How we name branches\n\ntype: x\n", False),
            ("---\ntitle: How we name branches\n---\n\ntype: x\n", False),
            ("---\ntitle: x\n...\ntype: x\n", False),
            ("---\nmy-type: x\n---\n", False),
            ("", False),
        ],
    )
    def test_a_page_without_a_type_beside_them_is_no_document(self, repo: Path, text: str, is_one: bool) -> None:
        page = "docs/standards/page.md"
        add(repo, page, text=text)
        assert (page in found(), page in found(page, force_exclude=True)) == (is_one, is_one)
        assert belongs(Path(page), load_settings(repo)) == is_one
        assert found(page) == found("docs/standards") == [page]
        assert page in found(folders=("packs", "docs"))

    def test_a_file_that_cannot_be_looked_into_is_left_to_the_reader(self, repo: Path) -> None:
        (repo / "docs" / "standards").mkdir(parents=True)
        (repo / "docs" / "standards" / "ladder.md").symlink_to("gone.md")
        assert found() == ["docs/standards/ladder.md"]

    def test_folders_of_both_kinds_may_overlap(self, repo: Path) -> None:
        add(repo, "packs/frameworks/ladder.md", "packs/a.md", text=FRAMEWORK)
        assert found(standards=("packs/frameworks",)) == ["packs/a.md", "packs/frameworks/ladder.md"]
        assert found(standards=("packs",)) == ["packs/a.md", "packs/frameworks/ladder.md"]

    def test_a_folder_that_the_settings_name_must_be_there(self, repo: Path) -> None:
        hint = "The setting “standards” says in which folders the frameworks of your own are."
        assert refusal(standards=("frameworks",)) == ("The folder frameworks does not exist.", hint)


# Left out is what pathspec is known to read otherwise than git: `a/**` with something in it taken back in, `***`,
# classes such as `[[:lower:]]`, backward ranges, and `!` before what may be a folder, whose content it takes back too.
GLOBS = r"""
a  b  tmp*  *.md  x.md  /a  a/  /a/  a/b  **/b  a/**/x.md  /*  *  y.*  [xy].md  /a/*  tmp-keep/  t?p  **/a/
a/*/x.md  **  b/x.md  */x.md  #x  \x.md  [!x].md  [^y]*  [x-z].md  []x].md  [x  []x.md  x\  **/tmp/**/y.md  ?  /  //
""".split()  # noqa: SIM905 - as a list it would fill the page
TAKEN_BACK = [f"!{glob}" for glob in GLOBS if glob.endswith(".md")]


def scatter(root: Path, chance: random.Random) -> None:
    """Make folders, documents and ignore files by chance."""
    folders = [""]
    for _ in range(chance.randint(2, 9)):
        folders.append(f"{chance.choice(folders)}{chance.choice(['a', 'b', 'tmp', 'tmp-keep'])}/")
    for _ in range(15):
        add(root, chance.choice(folders) + chance.choice(["x.md", "y.md", "z.md", "]x.md", "x"]))
    for folder in [*chance.sample(folders, 2), ".git/info/"]:
        lines = [chance.choice(chance.choice([GLOBS, GLOBS, TAKEN_BACK])) for _ in range(chance.randint(0, 4))]
        add(root, folder + (".gitignore" if folder != ".git/info/" else "exclude"), text="\n".join(lines))


def listed_by_git(root: Path) -> Iterator[str]:
    command = ["git", "ls-files", "--others", "--exclude-standard", "-z"]
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    output = subprocess.run(command, cwd=root, capture_output=True, check=True, env=environment).stdout
    return (name for name in output.decode().split("\0") if name.endswith(".md"))


@pytest.mark.parametrize("seed", range(60))
def test_what_git_ignores_is_what_git_says(tmp_path: Path, seed: int) -> None:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    scatter(tmp_path, random.Random(seed))  # noqa: S311 - the same trees every time
    settings = Settings(root=tmp_path, exclude=())
    documents: Iterable[Path] = discover([tmp_path], settings, force_exclude=False)
    assert sorted(path.relative_to(tmp_path).as_posix() for path in documents) == sorted(listed_by_git(tmp_path))


class TestNames:
    """Patterns that are plain names need no library, and mean what it takes them to mean."""

    patterns = st.lists(st.sampled_from(["a", "b.md", "drafts/", "x-y", ".venv/", "_", "é", "", "# c"]), max_size=4)
    paths = st.lists(st.sampled_from(["a", "b.md", "drafts", "x-y", ".venv", "_", "é", "c"]), min_size=1, max_size=3)

    @given(patterns, paths, st.booleans())
    def test_they_hold_where_the_library_says_so(self, lines: list[str], names: list[str], is_folder: bool) -> None:
        names_only, others = read_patterns(lines)
        spec, not_patterns = _with_pathspec(lines)
        path = "/".join(names) + "/" * is_folder
        assert isinstance(names_only, Names)
        assert (names_only.verdict(path), others) == (spec.verdict(path), not_patterns)

    @pytest.mark.parametrize("line", ["*.md", "/a", "a/b", "!a", "a ", r"\#a", "[ab]", "a\r", "."])
    def test_anything_else_is_left_to_the_library(self, line: str) -> None:
        assert isinstance(read_patterns([line])[0], Spec)
