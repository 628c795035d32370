"""The front matter as programs get it that are built on python-frontmatter: found and read as everywhere here."""

from __future__ import annotations

from typing import Any

import frontmatter

from pmcoach_lint.syntax.frontmatter import find_fences
from pmcoach_lint.syntax.yaml_marks import read_yaml


class MarkedHandler(frontmatter.default_handlers.YAMLHandler):
    """A handler for python-frontmatter: its own finds other fences, and fails on `start: 2026-13-40`."""

    def split(self, text: str) -> tuple[str, str]:
        """The YAML and the text below it. Raises ValueError where there is no closed front matter."""
        fences = find_fences(text)
        if not fences or not fences.closing:
            raise ValueError("there is no closed front matter")
        return text[slice(*fences.yaml)], text[fences.body :]

    def load(self, fm: str, **_options: object) -> Any:
        """The data of the YAML `fm`. Raises YamlProblem."""
        return read_yaml(fm).value
