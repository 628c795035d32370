"""Where in a settings file something stands: a key, or what is no TOML. The parser itself gives no places of keys."""

from __future__ import annotations

import re

from pmcoach_lint.regex import regex

_PLACE = regex(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")


def place_of_error(data: bytes, message: str) -> tuple[str, str]:
    """Where a file is no TOML.

    Args:
        data: What the file holds.
        message: What the parser says of it.

    Returns:
        The line and, where it is known, the column (`:3:7`; nothing for a file as a whole), and the message without
        them.
    """
    match = _PLACE.search(message)
    if match is None:
        return "", message
    line = match["line"] or data.count(b"\n") + 1
    column = f":{match['column']}" if match["column"] else ""
    return f":{line}{column}", message[: match.start()]


def line_of_key(data: bytes, key: str, *, shared: bool) -> int | None:
    """The line, from 1, on which a setting is set; None where that cannot be told.

    Args:
        data: What the file holds.
        key: The name of the setting.
        shared: Whether the file is `pyproject.toml`, where the settings of other tools stand as well.
    """
    lines = data.decode("utf-8-sig", "replace").split("\n")
    sets_key = re.compile(rf"""[^#]*(?<![\w-]){re.escape(key)}["']?\s*[=.\]]""")
    for number, line in enumerate(lines):
        if sets_key.match(line) and _leads_to_settings(lines[:number], line, shared=shared):
            return number + 1
    return None


def line_of_name(data: bytes, name: str) -> int | None:
    """The line, from 1, on which a name first stands outside of comments, as a key or a value; None without one."""
    stands = re.compile(rf"[^#]*(?<![\w-]){re.escape(name)}(?![\w-])")
    lines = data.decode("utf-8-sig", "replace").split("\n")
    return next((number for number, line in enumerate(lines, 1) if stands.match(line)), None)


def _leads_to_settings(above: list[str], line: str, *, shared: bool) -> bool:
    """Whether a key set on `line` is a setting of pmcoach, and not of another tool or a part of a longer text."""
    import tomllib  # noqa: PLC0415 - only a mistake needs it

    try:
        tables = tomllib.loads("\n".join([*above, '"" = 0']))
    except ValueError:
        return False
    return not shared or "pmcoach" in line or "" in tables.get("tool", {}).get("pmcoach", {})
