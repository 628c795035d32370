"""How programs that run CI jobs read a log: which lines they take as commands, written down from their sources.

GitHub's runner takes a line as a command whose first characters, white space aside, are `::`, then a known name, then
properties, then `::` again. Before that form it had another one, which it still knows: `##[name]` anywhere in a line.
Azure Pipelines looks for `##vso[` and `##[` anywhere in a line, TeamCity for `##teamcity[`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

NAMES = {"error", "warning", "notice", "debug", "group", "endgroup", "echo", "add-mask", "add-matcher"}
NAMES |= {"remove-matcher", "add-path", "set-env", "set-output", "save-state", "stop-commands"}
ANYWHERE = re.compile(r"##\w*\[")


class Command(NamedTuple):
    """A command, as the runner understands it."""

    name: str
    properties: dict[str, str]
    data: str


def commands(log: str) -> list[Command]:
    """The commands in a log, each line of which ends where the runner ends it."""
    return [command for line in re.split(r"\r\n|\r|\n", log) if (command := command_in(line))]


def command_in(line: str) -> Command | None:
    line = line.lstrip()
    head, separator, data = line[2:].partition("::")
    name, _, properties = head.partition(" ")
    if not line.startswith("::") or not separator or name.lower() not in NAMES:
        return None
    pairs = [pair.split("=", 1) for pair in properties.strip().split(",") if "=" in pair]
    return Command(name, {key: unescaped(value, ":,") for key, value in pairs if value}, unescaped(data, ""))


def unescaped(text: str, more: str) -> str:
    """Take the escapes back in the runner's order: per cent last."""
    for character in f"\r\n{more}%":
        text = text.replace(f"%{ord(character):02X}", character)
    return text


def takes_commands(log: str) -> bool:
    """Whether any of the programs would take a line of the log as a command."""
    return bool(commands(log)) or ANYWHERE.search(log) is not None
