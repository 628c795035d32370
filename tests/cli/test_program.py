"""The program as a whole: its help, its commands, and every way for it to end."""

from __future__ import annotations

import ast
import importlib.metadata
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pmcoach_lint.cli import console
from pmcoach_lint.cli.app import COMMANDS
from pmcoach_lint.report import FOR_PEOPLE, FORMATS
from pmcoach_lint.rules import all_rules
from tests.cli.conftest import ROOT, Ended, Run
from tests.packs import WHOLE

Process = Callable[..., subprocess.CompletedProcess[bytes]]

HELP = """\
Usage: pmcoach [OPTIONS] [COMMAND] [ARGS]...

  Coaching documents as records: written in Markdown, checked like code.

Options:
  --version   Show the version and exit.
  -h, --help  Show this message and exit.

Commands:
  lint        Check documents.
  score       Score packs and engagements, and say why.
  rule        Explain a rule, or list all of them.
  intake      Answer the questions before a pack.
  new         Begin a document.
  init        Make a repository for packs.
  agenda      Give the agenda of the next one-to-one.
  log         Write down what was done.
  status      Show all packs at a glance.
  next-cycle  Close a cycle and open the next.
  report      Report on a client engagement.
  export      Give a document as data, tables or a calendar.
  schema      Test the schemas of document types.
  site        Write the site as plain files.

  Examples:
    pmcoach lint                                check all documents of this repository
    pmcoach new coaching-pack packs/pm-07.md    begin a pack
    pmcoach rule not-a-level                    explain what a check says
"""


@pytest.mark.parametrize("arguments", [(), ("-h",), ("--help",)])
def test_the_help_lists_the_commands(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments) == Ended(0, HELP)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(run: Run, command: str) -> None:
    long, short = run(command, "--help"), run(command, "-h")
    assert long == short
    assert (long.code, long.errors) == (0, "")
    lines = long.output.splitlines()
    assert lines[0].startswith(f"Usage: pmcoach {command} ")
    examples = [line for line in lines if line.startswith(f"    pmcoach {command}")]
    assert lines[-len(examples) - 1] in {"  Example:", "  Examples:"}


def test_rules_in_examples_exist(run: Run) -> None:
    words = "".join(run(*command, "--help").output for command in ([], *([name] for name in COMMANDS))).split()
    named = {words[place + 1] for place, word in enumerate(words[:-1]) if word == "rule"} & {"PMC210", "not-a-level"}
    assert named == {"PMC210", "not-a-level"}
    assert [rule.code for rule in all_rules() if rule.name == "not-a-level"] == ["PMC210"]


def test_the_version_is_that_of_the_package(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(name: str) -> str:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "version", {"pmcoach-lint": "1.2.3"}.__getitem__)
    assert run("--version") == Ended(0, "pmcoach 1.2.3\n")
    monkeypatch.setattr(importlib.metadata, "version", unknown)
    assert run("--version") == Ended(0, "pmcoach (version unknown: it runs from a folder and is not installed)\n")


@pytest.mark.parametrize(
    ("arguments", "errors"),
    [
        (["lnit"], "Error: There is no command “lnit”. Did you mean “lint”?\npmcoach --help lists the commands.\n"),
        (["xyzzy"], "Error: There is no command “xyzzy”.\npmcoach --help lists the commands.\n"),
        (["\x1b[2J"], "Error: There is no command “\\x1b[2J”.\npmcoach --help lists the commands.\n"),
        (
            ["--verison"],
            "Error: There is no option --verison. Did you mean --version?\npmcoach --help shows how it is used.\n",
        ),
        (
            ["lint", "--failon", "error"],
            "Error: There is no option --failon. Did you mean --fail-on?\npmcoach lint --help shows how it is used.\n",
        ),
        (["lint", "-x"], "Error: There is no option -x.\npmcoach lint --help shows how it is used.\n"),
        (
            ["lint", "--output-format", "xml"],
            (
                "Error: Invalid value for '--output-format': 'xml' is not one of 'text', 'concise', 'json', 'sarif', "
                "'github', 'gitlab', 'junit'.\n"
                "pmcoach lint --help shows how it is used.\n"
            ),
        ),
        (["new", "coaching-pack"], "Error: Missing argument 'PATH'.\npmcoach new --help shows how it is used.\n"),
    ],
)
def test_wrong_use_is_told_in_two_lines(run: Run, arguments: list[str], errors: str) -> None:
    assert run(*arguments) == Ended(2, "", errors)


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (["export", "pipe.md", "--to", "json"], ""),
        (["agenda", "pipe.md"], ""),
        (["log", "pipe.md", "--bet", "B1"], ""),
        (["next-cycle", "pipe.md"], ""),
        (["intake", "pipe.md"], ""),
        (["intake", "packs/a-intake.md", "--answers", "pipe.md"], ""),
        (["new", "coaching-pack", "packs/a.md", "--from", "pipe.md"], ""),
        (["new", "engagement", "contoso", "--from", "pipe.md"], ""),
        (["lint", "packs", "--config", "pipe.md"], ""),
        (["lint", "packs", "--baseline", "pipe.md"], "The baseline "),
        (["lint", "packs", "--write-baseline", "pipe.md"], "The baseline "),
    ],
)
def test_nothing_waits_for_a_pipe_that_is_named(run: Run, repo: Path, arguments: list[str], what: str) -> None:
    (repo / "packs/pm-07.md").write_text(WHOLE, encoding="utf-8")
    os.mkfifo(repo / "pipe.md")
    ended = run(*arguments)
    assert (ended.code, ended.output) == (2, "")
    assert ended.errors.splitlines()[0] == f"Error: {what}pipe.md is no ordinary file."
    assert sorted(path.name for path in (repo / "packs").iterdir()) == ["pm-07.md"]


@pytest.mark.parametrize("command", ["lint", "status", "score", "report"])
def test_commands_for_many_documents_pass_over_a_pipe(run: Run, repo: Path, command: str) -> None:
    os.mkfifo(repo / "packs/pipe.md")
    assert run(command, "packs").code in (0, 1, 2)
    assert run(command, "packs/pipe.md").code in (0, 1, 2)


def test_ctrl_c_ends_quietly(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(console, "write", interrupted)
    assert run("rule") == Ended(130, "")
    monkeypatch.setattr("pmcoach_lint.cli.app.run", interrupted)
    assert run("rule") == Ended(130, "")


@pytest.mark.parametrize("arguments", [["rule"], ["lint", "."], ["--help"], ["lint", "--output-format", "json", "."]])
def test_a_closed_pipe_ends_quietly(process: Process, repo: Path, arguments: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    ended = process(*arguments, stdout=writer)
    os.close(writer)
    assert (ended.returncode, ended.stderr) == (141, b"")


@pytest.mark.parametrize("argument", ["rule", "--help"])
def test_a_full_disk_is_told(process: Process, argument: str) -> None:
    with Path("/dev/full").open("w") as full:
        ended = process(argument, stdout=full.fileno())
    assert ended.returncode == 2
    assert ended.stderr == b"Error: The output cannot be written: No space left on device.\n"


def test_a_current_folder_that_is_gone_is_told(process: Process, repo: Path) -> None:
    code = (
        "import os; from pmcoach_lint.cli import main; os.mkdir('x'); os.chdir('x'); os.rmdir('../x'); main(['lint'])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    assert (ended.stdout, ended.stderr) == (b"", b"Error: The current folder no longer exists.\n")


class TestTerminals:
    def test_a_terminal_without_utf_8_gets_plainer_characters(self, process: Process, repo: Path) -> None:
        (repo / "packs" / "größe “x”.md").write_text("# “Größe” → 日本\n", encoding="utf-8")
        ended = process("lint", PYTHONIOENCODING="ascii")
        assert ended.returncode == 1
        assert ended.stdout.decode("ascii").splitlines()[:5] == [
            'packs/gr??e "x".md:1:1: error PMC101 no-front-matter',
            "  This document has no front matter, so there is no telling what kind of document it is.",
            "    |",
            '  1 | # "Gr??e" > ??',
            "    | ^^^^^^^^^^^^^^^^",
        ]

    @pytest.mark.parametrize("name", sorted(FORMATS.keys() - FOR_PEOPLE))
    def test_what_programs_read_is_utf_8_all_the_same(self, process: Process, repo: Path, name: str) -> None:
        (repo / "packs" / "größe.md").write_text("# x\n", encoding="utf-8")
        ended = process("lint", "--output-format", name, PYTHONIOENCODING="ascii")
        told = ended.stdout.decode("utf-8")
        assert ("packs/gr%C3%B6%C3%9Fe.md" if name == "sarif" else "packs/größe.md") in told

    def test_a_file_name_that_is_not_utf_8_is_shown(self, process: Process, repo: Path) -> None:
        Path(os.fsdecode(os.fsencode(repo) + b"/packs/caf\xe9\x1b[2J.md")).write_text("# x\n", encoding="utf-8")
        ended = process("lint", "--output-format", "concise")
        assert ended.stdout == (
            b"packs/caf\\xe9\\x1b[2J.md:1:1: error PMC101 This document has no front matter, "
            b"so there is no telling what kind of document it is.\n"
        )

    @pytest.mark.parametrize(
        ("environment", "coloured"),
        [
            ({}, True),
            ({"NO_COLOR": "1"}, False),
            ({"NO_COLOR": ""}, True),
            ({"TERM": "dumb"}, False),
            ({"TERM": "dumb", "FORCE_COLOR": "1"}, True),
            ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ],
    )
    def test_colours_are_for_terminals_that_want_them(
        self, process: Process, environment: dict[str, str], coloured: bool
    ) -> None:
        ours, theirs = pty.openpty()
        ended = process("lint", stdout=theirs, **{"TERM": "xterm", **environment})
        os.close(theirs)
        shown = os.read(ours, 4096)
        os.close(ours)
        assert (ended.returncode, ended.stderr) == (0, b"")
        assert shown == b"No documents found: nothing was checked.\r\n"
        assert coloured == self.is_coloured(process, environment, terminal=True)

    @pytest.mark.parametrize(("environment", "coloured"), [({}, False), ({"FORCE_COLOR": "1"}, True)])
    def test_a_pipe_gets_colours_only_when_forced(
        self, process: Process, environment: dict[str, str], coloured: bool
    ) -> None:
        assert coloured == self.is_coloured(process, environment, terminal=False)

    def is_coloured(self, process: Process, environment: dict[str, str], *, terminal: bool) -> bool:
        Path("packs/a.md").write_text("# x\n", encoding="utf-8")
        ours, theirs = pty.openpty() if terminal else os.pipe()
        process("lint", stdout=theirs, **{"TERM": "xterm", **environment})
        os.close(theirs)
        shown = os.read(ours, 4096)
        os.close(ours)
        plain, painted = b"packs/a.md:1:1: error PMC101", b"\x1b[1mpacks/a.md:1:1\x1b[0m: \x1b[1;31merror\x1b[0m"
        assert shown.startswith((plain, painted))
        return shown.startswith(painted)

    def test_lines_are_cut_to_the_width_of_the_terminal(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        Path("packs/a.md").write_text("x" * 300, encoding="utf-8")

        def longest() -> int:
            return max(len(line) for line in run("lint").output.splitlines() if "^" in line)

        assert longest() == 98  # the signs that a line goes on, before it or after it, always have their columns
        monkeypatch.setenv("COLUMNS", "60")
        assert longest() == 58
        monkeypatch.setenv("COLUMNS", "none")
        assert longest() == 98


def modules_after(repo: Path, *arguments: str) -> set[str]:
    """The modules that a run with these arguments has imported."""
    code = (
        "import sys; from pmcoach_lint.cli import main; main(sys.argv[1:]);"
        "print(*sys.modules, sep='\\n', file=sys.stderr)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        check=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    return set(ended.stderr.splitlines())


def test_a_command_imports_only_what_it_needs(repo: Path) -> None:
    pack = repo / "packs" / "a.md"
    pack.write_text("# x\n", encoding="utf-8")
    costly = {"jsonschema", "tomllib", "mkdocs", "importlib.metadata", "pmcoach_lint.report.as_json"}
    others = {module for name, module in COMMANDS.items() if name != "lint"}
    for arguments, ignored in (
        (["lint", "packs/a.md"], "*.tmp"),
        (["lint"], ""),
        (["lint"], "site/"),
        (["lint"], "*.tmp"),
    ):
        (repo / ".gitignore").write_text(f"{ignored}\n", encoding="utf-8")
        modules = modules_after(repo, *arguments)
        assert modules & (costly | others) == set()
        assert ("pathspec" in modules) == (arguments == ["lint"] and "*" in ignored)
        assert {"pmcoach_lint.cli.lint", "pmcoach_lint.report.text"} - modules == set()
    assert {"pmcoach_lint.engine"} & modules_after(repo, "lint", "gone.md") == set()


def test_only_the_edges_import_click() -> None:
    package = ROOT / "pmcoach_lint"
    importing = set()
    for path in package.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if "click" in {name.partition(".")[0] for name in names}:
                importing.add(path.relative_to(package).parts[0])
    assert importing - {"site"} == {"cli"}
