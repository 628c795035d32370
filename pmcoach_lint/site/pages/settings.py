"""The settings reference, out of the published schema of the settings."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from pmcoach_lint.resources import read_schema
from pmcoach_lint.settings import OWN_FILE, SHARED_FILE, TABLE
from pmcoach_lint.settings_values import toml_key
from pmcoach_lint.site.contents import SETTINGS
from pmcoach_lint.site.html import element, joined
from pmcoach_lint.site.page import Page, Writer
from pmcoach_lint.site.pages.parts import facts
from pmcoach_lint.site.prose import inline

_SCHEMA = "settings.schema.json"


def settings_page() -> Page:
    """The page that describes every setting."""
    schema = read_schema(_SCHEMA)
    writer = Writer("Settings", description="What a repository can say about its coaching documents.")
    writer.paragraph(inline(schema["description"]))
    writer.paragraph(
        "None of them is needed. A name that is no setting is refused, with the nearest one that is, so that a "
        "slip of the pen does not pass unseen."
    )
    lines = [_line(name, setting) for name, setting in schema["properties"].items()]
    writer.paragraph("All of them, in ", element("code", OWN_FILE), ", as they are when nothing is said:")
    writer.code("\n".join(lines), "toml")
    writer.paragraph("The same in ", element("code", SHARED_FILE), " stands under a table of its own:")
    writer.code(f"{TABLE}\n{lines[0]}", "toml")
    for name, setting in schema["properties"].items():
        writer.heading(2, name)
        writer.paragraph(element("strong", setting["title"]), ". ", inline(setting["description"]))
        writer.html(facts(_facts(setting)))
    return Page(SETTINGS, writer.text())


def _facts(setting: dict[str, Any]) -> list[tuple[str, Markup | None]]:
    default = setting.get("default")
    examples = [element("code", _toml(example)) for example in setting.get("examples", ())]
    return [
        ("Value", joined(_kind(setting))),
        ("Default", element("code", _toml(default)) if default is not None else joined("none")),
        ("Example", joined(examples)),
    ]


def _kind(setting: dict[str, Any]) -> str:
    if "enum" in setting:
        return " or ".join(json.dumps(value) for value in setting["enum"])
    return {"array": "a list of texts", "object": "tables"}.get(setting.get("type", ""), "a text")


def _toml(value: Any) -> str:
    """A value as TOML writes it on one line."""
    if isinstance(value, dict):
        parts = ", ".join(f"{toml_key(key)} = {_toml(part)}" for key, part in value.items())
        return f"{{ {parts} }}" if parts else "{}"
    return json.dumps(value)


def _line(name: str, setting: dict[str, Any]) -> str:
    """The line that sets a setting to its default; one that has none is shown with an example, as a comment."""
    if "default" in setting:
        return f"{name} = {_toml(setting['default'])}"
    return f"# {name} = {_toml(setting['examples'][0])}"
