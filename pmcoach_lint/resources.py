"""What the package brings besides code: schemas, standards, and the version under which it is installed.

A wheel carries them inside the package (`pmcoach_lint/schemas`), a checkout has them beside it (`schemas`).
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, cast


def find_folder(name: str, package: Path) -> Path:
    """Find the folder `name` of package data for the package that lies at `package`.

    Args:
        name: The folder's path, such as `schemas` or `docs/standards`.
        package: The folder of the installed or checked-out package.

    Returns:
        The folder inside the package when there is one (a wheel), else the one beside it (a checkout).

    Raises:
        FileNotFoundError: Neither exists: the installation is damaged.
    """
    for folder in (package / name, package.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"pmcoach-lint is not installed completely: its folder {name!r} is missing")


def modules_beside(file: str) -> list[str]:
    """The names of the modules that lie beside the `__init__.py` of a package, which is `file`.

    `pkgutil` knows them as well, and takes as long to tell them as nine of them to import.
    """
    return sorted(path.stem for path in Path(file).parent.glob("[a-z]*.py"))


def installed_version() -> str | None:
    """The version of this package as it is installed; None when it runs from a folder and is not installed."""
    from importlib import metadata  # noqa: PLC0415 - takes a while to import, and few runs need it

    try:
        return metadata.version("pmcoach-lint")
    except metadata.PackageNotFoundError:
        return None


@cache
def schema_folder() -> Path:
    """The folder with the JSON Schemas that this package brings."""
    return find_folder("schemas", Path(__file__).parent)


@cache
def standards_folder() -> Path:
    """The folder with the standards that this package brings."""
    return find_folder("docs/standards", Path(__file__).parent)


@cache
def example_pack() -> str:
    """The Markdown of the example pack that this package brings: a coaching cycle that is closed."""
    return (find_folder("packs", Path(__file__).parent) / "pm-03-discovery-depth.md").read_text(encoding="utf-8")


def read_schema(name: str) -> dict[str, Any]:
    """Read the packaged JSON Schema called `name`.

    Args:
        name: The file's name, such as `settings.schema.json`.

    Returns:
        The schema as a fresh dictionary.
    """
    return cast("dict[str, Any]", json.loads((schema_folder() / name).read_bytes()))
