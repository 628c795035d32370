"""Nothing of a document reaches a site that it is not meant for: every byte of every build is looked through."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.packs import ACTIVE
from tests.site.conftest import build, log_of_build, repository
from tests.site.decisions import DECISION, SCHEMA_FILE
from tests.site.texts import ENGAGEMENT, MODEL, filled


class Built(NamedTuple):
    """A site, whom it is for, and what was said while it was built."""

    audience: str
    site: Path
    log: str


TEAM, CLIENT, OTHER = "team:checkout", "client:northwind", "client:contoso"
AUDIENCES = {
    "internal": {"internal", "public"},
    TEAM: {TEAM, "internal", "public"},
    CLIENT: {CLIENT, "public"},
    "public": {"public"},
}
OTHERS = tuple(doctype for doctype in (*ENGAGEMENT, MODEL) if doctype)
_IN_WORDS = "role|team|stage|client|audience|name|area|title"
VISIBILITIES = ("private", "internal", TEAM, "team:search", CLIENT, OTHER, "public")


def canary(visibility: str) -> str:
    """A word that stands in every field of the documents with this visibility, and nowhere else in the world."""
    return f"qz{visibility.replace(':', '')}qz"


def marked(visibility: str, word: str, text: str = ACTIVE.read_text(encoding="utf-8")) -> str:
    """A document with the word in every key, heading, label, cell and bullet, where the reader passes over it."""
    _, front, body = text.split("---\n", 2)
    front = re.sub(r"^visibility: .*$", f"visibility: {visibility}", front, flags=re.MULTILINE)
    front = re.sub(r"^(pm|coach|owner): (\S+)$", rf"\1: \2-{word}", front, flags=re.MULTILINE)
    front = re.sub(rf"^({_IN_WORDS}|  -)(:?) (.*)$", rf"\1\2 \3 ({word})", front, flags=re.MULTILINE)
    body = re.sub(r" \|(?=.)", f" ({word}) |", body)
    body = re.sub(r"^\| \(\w+\) \|", "|", body, flags=re.MULTILINE)
    body = re.sub(r"^(#+ .*|- .*|\*\*.*)$", rf"\1 ({word})", body, flags=re.MULTILINE)
    return f"---\n{front}# {word}remark\n---\n<!-- {word}comment -->\n{body}\n<!-- {word}comment\n\nand more"


def everything(site: Path) -> str:
    """All names and all contents of a built site, what is compressed unpacked, in small letters."""
    parts = []
    for path in sorted(site.rglob("*")):
        parts.append(path.relative_to(site).as_posix())
        if path.is_file():
            data = path.read_bytes()
            parts.append((gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8", "replace"))
    return "\n".join(parts).lower()


@pytest.fixture(scope="module")
def packs() -> dict[str, str]:
    """One pack for each visibility and one for each way to be in doubt, all speaking of each other.

    Beside them one document of every other type for each visibility, all in one client's folder.
    """
    files = {f"packs/{canary(each)}file.md": marked(each, canary(each)) for each in VISIBILITIES}
    files |= dict(SCHEMA_FILE)
    for each in VISIBILITIES:
        others = {"decision": DECISION} | {doctype.name: filled(doctype) for doctype in OTHERS}
        for name, text in others.items():
            files[f"packs/clients/mixed/{canary(each)}{name}.md"] = marked(each, canary(each), text)
        files[f"packs/clients/{canary(each)}alone/engagement.md"] = marked(each, canary(each), others["engagement"])
    whole = marked("public", "qzdoubtqz")
    doubtful = {
        "none": whole.replace("visibility: public\n", ""),
        "wrong": whole.replace("visibility: public", "visibility: Public "),
        "twice": whole.replace("visibility: public", "visibility: public\nvisibility: private"),
        "broken": whole.replace("visibility: public", "visibility: public\nx: ["),
        "unclosed": whole.replace("---\n<!--", "<!--", 1),
        "headless": whole.split("---\n", 2)[2],
        "untyped": whole.replace("type: coaching-pack\n", ""),
    }
    files |= {f"packs/qzdoubtqz{name}.md": text for name, text in doubtful.items()}
    assessment = marked("public", "qzdoubtqz", filled(next(each for each in OTHERS if each.name == "value-assessment")))
    files["packs/clients/mixed/qzdoubtqzlabel.md"] = assessment.replace(
        "visibility: public\n", ""
    ).replace("## ", "**Visibility:** public\n\n## ", 1)
    files["packs/clients/mixed/qzdoubtqzmisspelt.md"] = assessment.replace("visibility: public", "visibilty: public")
    files["docs/qzdoubtqzstray.md"] = marked("private", "qzdoubtqz")
    links = "".join(f"\n- [of {name[-9:-3]}]({name[6:]})" for name in sorted(files) if name.startswith("packs/"))
    public = f"packs/{canary('public')}file.md"
    files[public] = files[public].replace(
        "\n<!-- qzpublicqzcomment\n\n", f"\n### Links\n{links}\n<!-- qzpublicqzcomment\n\n"
    )
    return files


@pytest.fixture(scope="module", params=AUDIENCES)
def built(request: pytest.FixtureRequest, packs: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of one audience, and what was said while it was built."""
    folder = tmp_path_factory.mktemp("leaks")
    with log_of_build() as lines:
        site = build(repository(folder / "repo", packs, request.param), folder / "site")
    return Built(request.param, site, "\n".join(lines).lower())


def test_a_site_holds_what_its_audience_may_see_and_nothing_else(built: Built) -> None:
    text = everything(built.site)
    assert {each for each in VISIBILITIES if canary(each) in text} == AUDIENCES[built.audience]
    assert "qzdoubtqz" not in text
    assert re.findall(r"qz\w+qz(?:comment|remark)", text) == []


def test_a_clients_page_is_made_of_what_its_readers_may_see(built: Built) -> None:
    page = (built.site / "clients" / "mixed" / "index.html").read_text(encoding="utf-8")
    for each in AUDIENCES[built.audience]:
        assert page.count(canary(each)) > len(OTHERS)
        alone = (built.site / "clients" / f"{canary(each)}alone" / "index.html").read_text(encoding="utf-8")
        assert canary(each) in alone
    assert page.count("<tr>") > len(OTHERS) * len(AUDIENCES[built.audience])
    clients = (built.site / "clients" / "index.html").read_text(encoding="utf-8")
    assert clients.count('class="pm-packs__name"') == 1 + len(AUDIENCES[built.audience])


def test_documents_of_every_type_are_there_in_every_field(built: Built, packs: dict[str, str]) -> None:
    pages = {path.parent.name: path for path in built.site.rglob("index.html")}
    for word in map(canary, AUDIENCES[built.audience]):
        for name in ("decision", *(doctype.name for doctype in OTHERS)):
            page = pages[f"{word}{name}"].read_text(encoding="utf-8")
            written = packs[f"packs/clients/mixed/{word}{name}.md"]
            written = written.replace(f"{word}remark", "").replace(f"{word}comment", "")
            assert page.count(word) >= written.count(word) > 3
            index = built.site / "documents" / name / "index.html"
            assert word in index.read_text(encoding="utf-8")


def test_the_log_names_files_and_quotes_nothing(built: Built) -> None:
    assert "qzdoubtqzbroken.md" in built.log
    assert re.findall(r"qz\w+qz", re.sub(r"(packs/(clients/mixed/)?)?qzdoubtqz\w+\.md", "", built.log)) == []


def test_what_may_be_seen_is_there_in_every_field(built: Built, packs: dict[str, str]) -> None:
    for word in map(canary, AUDIENCES[built.audience]):
        page = (built.site / "packs" / f"{word}file" / "index.html").read_text(encoding="utf-8")
        written = packs[f"packs/{word}file.md"].replace(f"{word}remark", "").replace(f"{word}comment", "")
        assert page.count(word) >= written.count(word) > 400
        for name in ("packs/index.html", "index.html", "search/search_index.json", "sitemap.xml"):
            assert word in (built.site / name).read_text(encoding="utf-8"), name
