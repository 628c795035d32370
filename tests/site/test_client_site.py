"""What a site for a client holds: the client's documents, and not how the adviser works."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.packs import ROOT, WHOLE
from tests.site.conftest import build, repository

STANDARDS = ROOT / "docs" / "standards"
LADDER = "---\ntype: value-assessment\nclient: Contoso\nvisibility: client:contoso\n---\n\n# Assessment\n\n"
LADDER += "## Current Value Position\n\n### Value Ladder Position\n\n**Current Level:** Expert Executor\n"
LOG = "---\ntype: event-log\nclient: Contoso\nvisibility: client:contoso\n---\n\n## 2026-10-05 — Call — Prices\n"
NAV = """\
nav:
  - Home: index.md
  - Packs: [packs/index.md]
  - Reference:
      - Frameworks: [standards/index.md]
      - Rules: [reference/rules/index.md, Who checks what: reference/coverage.md]
      - Types: [reference/types/index.md]
      - Settings: reference/settings.md
"""
OWN_HORIZONS = (
    (STANDARDS / "horizons.md").read_text("utf-8").replace("visibility: public", "visibility: client:contoso")
)


def client_site(folder: Path, options: str = "", audience: str = "client:contoso", **more: str) -> list[str]:
    """The pages and schemas of a site of a client's folder, as the paths of their files."""
    documents = {"packs/contoso/assessment.md": LADDER, "packs/contoso/log.md": LOG, "packs/a.md": WHOLE, **more}
    config = repository(folder / "repo", documents, audience)
    config.write_text(config.read_text("utf-8").rstrip() + f"\n{options}\n{NAV}", "utf-8")
    site = build(config, folder / "site")
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.suffix in (".html", ".json"))


def test_a_clients_site_holds_the_clients_documents_and_not_how_the_adviser_works(tmp_path: Path) -> None:
    assert client_site(tmp_path) == [
        "404.html",
        "clients/contoso/assessment/index.html",
        "clients/contoso/index.html",
        "clients/contoso/log/index.html",
        "clients/index.html",
        "documents/event-log/index.html",
        "documents/index.html",
        "documents/value-assessment/index.html",
        "index.html",
        "packs/index.html",
        "search/search_index.json",
    ]
    every = "".join(path.read_text("utf-8") for path in (tmp_path / "site").rglob("*.html"))
    assert "Expert Executor" in every
    assert "Strategic Advisor" in every, "the rungs explain the level"
    assert "Rate 1" not in every, "what they are worth is the adviser's business"
    assert 'href="../reference' not in every
    assert 'href="reference' not in every


@pytest.mark.parametrize(
    ("options", "audience", "there"),
    [
        ("      reference: true", "client:contoso", True),
        ("", "internal", True),
        ("", "public", True),
        ("      reference: false", "internal", False),
        ("      reference: false", "public", False),
    ],
)
def test_a_setting_says_whether_a_site_has_the_reference(
    tmp_path: Path, options: str, audience: str, there: bool
) -> None:
    found = client_site(tmp_path, options, audience)
    for name in ("standards/value-ladder/index.html", "reference/rules/index.html", "reference/coverage/index.html"):
        assert (name in found) == there
    assert ("reference/schemas/coaching-pack.schema.json" in found) == there


def test_a_framework_of_ones_own_is_in_a_clients_site_where_it_says_so(tmp_path: Path) -> None:
    options = {"docs/standards/horizons.md": OWN_HORIZONS, "pmcoach.toml": 'standards = ["docs/standards"]\n'}
    found = client_site(tmp_path, **options)
    assert [name for name in found if name.startswith("standards/")] == [
        "standards/horizons/index.html",
        "standards/index.html",
    ]


def test_what_the_adviser_sells_and_why_is_not_told(tmp_path: Path) -> None:
    offer = "---\ntype: work-proposal\nclient: Contoso\nvisibility: client:contoso\n---\n\n# Proposal\n\n"
    offer += "**Current Engagement:** One day a week\n\n**Target Value Level:** Strategic Advisor\n"
    artifact = "---\ntype: artifact\nclient: Contoso\nvisibility: client:contoso\n---\n\n# Price test\n"
    client_site(tmp_path, **{"packs/contoso/offer.md": offer, "packs/contoso/test.md": artifact})
    site = tmp_path / "site"
    index = (site / "documents" / "index.html").read_text("utf-8")
    assert "Artifact" in index
    assert "What it is" not in index
    every = "".join(path.read_text("utf-8") for path in site.rglob("*.html"))
    every += (site / "search" / "search_index.json").read_text("utf-8")
    for words in ("a rate is justified", "rates and assessments", "how open they are", "Leads to"):
        assert words not in every
    assert "Value ladder" in (site / "clients" / "index.html").read_text("utf-8"), "an assessment tells it"
    (tmp_path / "repo" / "packs" / "contoso" / "assessment.md").unlink()
    build(tmp_path / "repo" / "mkdocs.yml", site)
    assert "Value ladder" not in (site / "clients" / "index.html").read_text("utf-8")
    assert "Leads to" in client_inside(tmp_path)


def client_inside(tmp_path: Path) -> str:
    """The page of the engagement in a site for those inside, who see the documents as well."""
    for path in (tmp_path / "repo" / "packs" / "contoso").iterdir():
        path.write_text(path.read_text("utf-8").replace("visibility: client", "visibility: internal, client"), "utf-8")
    config = tmp_path / "repo" / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace('"client:contoso"', "internal"), "utf-8")
    site = build(config, tmp_path / "inside")
    return (site / "clients" / "contoso" / "index.html").read_text("utf-8")
