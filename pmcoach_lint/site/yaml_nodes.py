"""Changing YAML that holds tags which only another program understands: as nodes, which keep every tag as it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml


def read(path: Path) -> yaml.MappingNode:
    """The mapping that a file holds; an empty one where it holds none."""
    with path.open(encoding="utf-8") as stream:
        root = yaml.compose(stream, Loader=yaml.SafeLoader)
    return root if isinstance(root, yaml.MappingNode) else yaml.MappingNode("tag:yaml.org,2002:map", [])


def written(root: yaml.Node) -> str:
    """The text of a node and all that is in it."""
    text: str = yaml.serialize(root, Dumper=yaml.SafeDumper, allow_unicode=True, width=120)
    return text


def node(value: Any) -> Any:
    """Plain data as a node."""
    return yaml.compose(yaml.safe_dump(value, allow_unicode=True), Loader=yaml.SafeLoader)


def block(lines: list[str]) -> yaml.ScalarNode:
    """Lines as one text, each on a line of its own."""
    return yaml.ScalarNode("tag:yaml.org,2002:str", "".join(f"{line.strip()}\n" for line in lines), style="|")


def item(mapping: yaml.MappingNode, name: str) -> yaml.Node | None:
    """What stands under a key; None where there is no such key."""
    return next((value for key, value in mapping.value if key.value == name), None)


def drop(mapping: yaml.MappingNode, name: str) -> None:
    """Take a key out, if it is there."""
    mapping.value = [(key, value) for key, value in mapping.value if key.value != name]


def put(mapping: yaml.MappingNode, name: str, value: yaml.Node) -> None:
    """Put a value under a key, in the place of what stands there, or at the end."""
    for place, (key, _) in enumerate(mapping.value):
        if key.value == name:
            mapping.value[place] = (key, value)
            return
    mapping.value.append((node(name), value))
