"""The files of a new repository of packs: settings, site, checks on every commit and every change, a first example."""

from __future__ import annotations

from pmcoach_lint.resources import example_pack
from pmcoach_lint.tuples import NamedTuple

EXAMPLE = "example-pm-03-discovery-depth.md"
"""The file of the first example: a cycle that is closed, so that it is right on every day."""


class NewFile(NamedTuple):
    """A file of a new repository: its path, what it is for, and its text."""

    path: str
    purpose: str
    text: str


_SETTINGS = """\
# The settings of pmcoach. There are more of them: see “Settings” in its reference.

folders = ["{folder}"]    # where coaching packs and client engagements are
# exclude = ["README.md", "index.md", "archive/"]
# fail-on = "warning"    # let warnings fail as well
"""

_SITE = """\
site_name: Coaching
# repo_url: https://...        # where the repository can be read: then each page of a document leads to its file
# edit_uri: edit/main/docs/

theme:
  name: material
  font: false    # else the theme fetches fonts from another company's server each time somebody reads a pack
  palette:    # as the reader's system has it, light, or dark
    - media: "(prefers-color-scheme)"
      primary: custom
      accent: custom
      toggle:
        icon: material/theme-light-dark
        name: Switch to light mode
    - media: "(prefers-color-scheme: light)"
      scheme: default
      primary: custom
      accent: custom
      toggle:
        icon: material/weather-sunny
        name: Switch to dark mode
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      primary: custom
      accent: custom
      toggle:
        icon: material/weather-night
        name: Follow the system
  features:
    - content.action.edit
    - content.action.view
    - navigation.footer
    - navigation.indexes
    - navigation.path
    - navigation.prune
    - navigation.tabs
    - navigation.top
    - search.highlight
    - search.suggest
    - toc.follow

plugins:
  - search
  - pmcoach:
      audience: !ENV [PMCOACH_AUDIENCE, internal]    # whom a build is for: nobody else's packs are in it

markdown_extensions:
  - toc:
      permalink: true

nav:    # people, clients and documents get entries behind the packs, as soon as there is something in them
  - Home: index.md
  - Packs:
      - packs/index.md
  - Reference:
      - Frameworks:
          - standards/index.md
      - Rules:
          - reference/rules/index.md
          - Who checks what: reference/coverage.md
      - Document types:
          - reference/types/index.md
      - Settings: reference/settings.md
      - Commands: reference/commands.md
  - About: about.md
"""

_PRE_COMMIT = """\
# Once: python3 -m pip install pre-commit && pre-commit install
# From then on a commit with an error in a pack is stopped, and says why.
repos:
  - repo: local
    hooks:
      - id: pmcoach-lint
        name: coaching packs (pmcoach lint)
        entry: pmcoach lint --force-exclude
        language: system
        types: [markdown]
        require_serial: true
"""

_WORKFLOW = """\
# Checks the packs of every change, and builds the site once. It publishes nothing.
name: Packs

on:
  pull_request:
  push:
    branches: [main]

permissions:
  contents: read

jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-python@v6
        with:
          python-version: "3.13"
      - run: python3 -m pip install "{source}"
      - run: pmcoach lint --output-format github
      - run: mkdocs build --strict
"""

_IGNORED = """\
# What is built and not kept.
/site/
/site-*/
"""

_ABOUT = """\
# About these packs

What is written in a pack is about a person. Keep this repository closed to all who need not read it. In the front
matter of each pack, `visibility` says who may see it on this site; a new one is private.

Begin a pack with `pmcoach new coaching-pack {folder}/pm-07.md`, check it with `pmcoach lint`, and keep it with
`pmcoach log` and `pmcoach agenda`.
"""


WORKFLOW = ".github/workflows/packs.yml"
"""Where the check on every change is."""


def new_repository(folder: str, source: str) -> list[NewFile]:
    """The files of a new repository.

    Args:
        folder: Where its packs are.
        source: What pip installs to get pmcoach with its site: a package, a folder or an address.
    """
    return [
        NewFile("pmcoach.toml", "the settings", _SETTINGS.format(folder=folder)),
        NewFile(f"{folder}/{EXAMPLE}", "a first example: a cycle that is closed", example_pack()),
        NewFile("mkdocs.yml", "the site", _SITE),
        NewFile("docs/about.md", "a page of it: who may read what", _ABOUT.format(folder=folder)),
        NewFile(".pre-commit-config.yaml", "the check on every commit", _PRE_COMMIT),
        NewFile(WORKFLOW, "the check on every change", _WORKFLOW.format(source=source)),
        NewFile(".gitignore", "what git leaves out", _IGNORED),
    ]
