"""The values of the settings, each with the check of what may be said there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from pmcoach_lint.audience import is_visibility
from pmcoach_lint.finding import Severity
from pmcoach_lint.nearest import nearest
from pmcoach_lint.regex import regex
from pmcoach_lint.tuples import NamedTuple

_TOLD_AT_MOST = 60
_WEB_ADDRESS = regex(r"^https?://[^\s/]+")
_BARE_KEY = regex(r"[A-Za-z0-9_-]+")
_OF_PATHS = ("ignore", "severities")
_RULES = '["PMC4", "rep-length"]'


class PathRules(NamedTuple):
    """What holds for some paths only: rules that are ignored there, and others that are more or less severe."""

    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = MappingProxyType({})


def _texts(what: str, example: str, least: int) -> Callable[[Any], tuple[str, ...]]:
    """A check for a list of at least so many texts, none of them empty or there twice."""

    def check(value: Any) -> tuple[str, ...]:
        wanted = f"a list of {what}, such as {example}"
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise ValueError(wanted)
        if "" in value or len(set(value)) < len(value) or len(value) < least:
            at_least = "at least one, " if least else ""
            raise ValueError(f"{wanted}, with {at_least}none empty and none twice")
        return tuple(value)

    return check


def _severity(value: Any) -> Severity:
    if not isinstance(value, str) or value not in set(Severity):
        raise ValueError('"error" or "warning"')
    return Severity(value)


def _web_address(value: Any) -> str:
    if not isinstance(value, str) or not _WEB_ADDRESS.match(value):
        raise ValueError("a web address that begins with https:// or http://")
    return value


def _date(value: Any) -> date:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            value = None
    if not isinstance(value, date) or isinstance(value, datetime):
        raise ValueError("a date such as 2026-11-20")
    return value


def _path(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError("the path of a file")
    return value


def _rules(value: Any) -> dict[str, dict[str, Any]]:
    if not isinstance(value, dict) or not all(isinstance(options, dict) for options in value.values()):
        raise ValueError('options of rules, such as [rules.rep-length] (to switch a rule off: ignore = ["PMC202"])')
    return value


def _severities(value: Any) -> dict[str, Severity]:
    wanted = 'a table of rules, each "error" or "warning", such as { PMC4 = "warning" }'
    if not isinstance(value, dict):
        raise ValueError(wanted)
    try:
        return {name: _severity(severity) for name, severity in value.items()}
    except ValueError:
        raise ValueError(wanted) from None


def _per_path(value: Any) -> dict[str, PathRules]:
    wanted = 'tables named after paths, such as [per-path."archive/"], each with “ignore” or “severities”'
    if not isinstance(value, dict) or not all(isinstance(part, dict) for part in value.values()):
        raise ValueError(wanted)
    for part in value.values():
        for key in sorted(set(part).difference(_OF_PATHS)):
            near = nearest(key, _OF_PATHS)
            raise ValueError(f"{wanted} (“{key}” is neither{f', perhaps “{near}”' if near else ''})")
    ignored = _texts("rules in each “ignore”", _RULES, 0)
    return {
        pattern: PathRules(ignored(part.get("ignore", [])), _severities(part.get("severities", {})))
        for pattern, part in value.items()
    }


def _visibility(value: Any) -> dict[str, str]:
    wanted = 'a table of paths, each with the widest visibility there, such as { "packs/people/" = "private" }'
    if not isinstance(value, dict) or not all(map(is_visibility, value.values())):
        raise ValueError(wanted)
    return value


def toml_key(key: str) -> str:
    """A key as TOML writes it: in quotes where it is more than a plain word."""
    return key if _BARE_KEY.fullmatch(key) else f'"{key}"'


def told(value: Any) -> str:
    """A value of a TOML file, in the words of its author."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value}"'
    if value == {}:
        return "an empty table"
    if isinstance(value, dict):
        words = f"{{ {', '.join(f'{toml_key(key)} = {told(item)}' for key, item in value.items())} }}"
    else:
        words = f"[{', '.join(told(item) for item in value)}]" if isinstance(value, list) else str(value)
    return words if len(words) <= _TOLD_AT_MOST else f"{words[:_TOLD_AT_MOST]}…"


CHECKS: dict[str, Callable[[Any], Any]] = {
    "folders": _texts("folders", '["packs"]', 1),
    "exclude": _texts("file and folder names or patterns", '["README.md"]', 0),
    "schemas": _texts("folders", '["schemas"]', 0),
    "standards": _texts("folders", '["docs/standards"]', 0),
    "fail-on": _severity,
    "site-url": _web_address,
    "as-of": _date,
    "rules": _rules,
    "baseline": _path,
    "select": _texts("rules", _RULES, 1),
    "extend-select": _texts("rules", _RULES, 0),
    "ignore": _texts("rules", _RULES, 0),
    "severities": _severities,
    "per-path": _per_path,
    "visibility": _visibility,
    "real-names": _texts("names", '["Anna Example"]', 0),
    "real-names-file": _path,
}
"""Each setting with the check of its value: it returns what is stored, or says in a ValueError what is wanted."""

NEVER_TOLD = frozenset({"real-names", "real-names-file"})
"""Settings whose values no message repeats, as they are the names of people."""
