"""Completion in the shell: what the program answers when a shell asks, and a real bash that asks."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pmcoach_lint.cli.app import COMMANDS
from tests.cli.conftest import ROOT
from tests.doctypes.schemas import DECISION, write

Process = Callable[..., subprocess.CompletedProcess[bytes]]


def answers(process: Process, words: str) -> list[str]:
    """What the program answers to a bash in which these words stand, the last of them to be completed."""
    place = str(len(words.split(" ")) - 1)
    ended = process(_PMCOACH_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=place)
    assert ended.stderr == b""
    return ended.stdout.decode().splitlines()


def test_commands_are_completed(process: Process) -> None:
    assert answers(process, "pmcoach ") == [f"plain,{name}" for name in COMMANDS]
    assert answers(process, "pmcoach ne") == ["plain,new", "plain,next-cycle"]


def test_types_are_completed_with_those_of_the_repository(process: Process, repo: Path) -> None:
    assert answers(process, "pmcoach new coaching-p") == ["plain,coaching-pack", "plain,coaching-plan"]
    write(repo / "schemas", "decision", DECISION)
    assert answers(process, "pmcoach new dec") == ["plain,decision"]


@pytest.mark.parametrize("command", ["lint", "agenda", "log", "status", "next-cycle", "report", "export"])
def test_paths_are_left_to_the_shell(process: Process, command: str) -> None:
    assert answers(process, f"pmcoach {command} pac") == ["file,pac"]


def test_choices_and_options_are_completed(process: Process) -> None:
    assert answers(process, "pmcoach export a.md --to ") == ["plain,json", "plain,csv", "plain,ics"]
    assert answers(process, "pmcoach status --det") == ["plain,--details"]


def test_what_an_intake_is_for_is_completed(process: Process) -> None:
    assert answers(process, "pmcoach intake a.md --for ") == ["plain,coaching-pack", "plain,engagement"]


def test_zsh_and_fish_are_answered_in_their_own_form(process: Process) -> None:
    zsh = process(_PMCOACH_COMPLETE="zsh_complete", COMP_WORDS="pmcoach new event", COMP_CWORD="2")
    assert (zsh.stdout.decode().split(), zsh.stderr) == (["plain", "event-log", "_"], b"")
    fish = process(_PMCOACH_COMPLETE="fish_complete", COMP_WORDS="pmcoach new event", COMP_CWORD="event")
    assert (fish.stdout.decode().splitlines(), fish.stderr) == (["plain,event-log"], b"")
    for shell, begin in (("zsh", "#compdef pmcoach"), ("fish", "function _pmcoach_completion")):
        assert process(_PMCOACH_COMPLETE=f"{shell}_source").stdout.decode().startswith(begin)


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
def test_a_real_bash_completes(repo: Path) -> None:
    program = repo / "bin" / "pmcoach"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m pmcoach_lint "$@"\n', "utf-8")
    program.chmod(0o755)
    (repo / "packs" / "pm-07.md").write_text("x", "utf-8")
    script = """\
eval "$(_PMCOACH_COMPLETE=bash_source pmcoach)"
complete -p pmcoach
COMP_WORDS=(pmcoach sta); COMP_CWORD=1; _pmcoach_completion pmcoach sta; echo "${COMPREPLY[@]}"
COMPREPLY=(); COMP_WORDS=(pmcoach new event); COMP_CWORD=2; _pmcoach_completion pmcoach event; echo "${COMPREPLY[@]}"
"""
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    ended = subprocess.run(
        ["bash", "--norc", "-c", script],
        env={**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    told = ended.stdout.splitlines()
    assert told[0].startswith("complete -o nosort -F _pmcoach_completion pmcoach"), ended.stderr
    assert told[1:] == ["status", "event-log"]
