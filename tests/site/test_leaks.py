"""Nothing of a pack reaches a site that it is not meant for: every byte of every build is looked through."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.packs import ACTIVE
from tests.site.conftest import build, log_of_build, repository


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
VISIBILITIES = ("private", "internal", TEAM, "team:search", CLIENT, OTHER, "public")


def canary(visibility: str) -> str:
    """A word that stands in every field of the pack with this visibility, and nowhere else in the world."""
    return f"qz{visibility.replace(':', '')}qz"


def marked(visibility: str, word: str) -> str:
    """A whole pack with the word in every key, heading, label, cell and bullet, where the reader passes over it."""
    _, front, body = ACTIVE.read_text(encoding="utf-8").split("---\n", 2)
    front = front.replace("visibility: internal", f"visibility: {visibility}")
    front = re.sub(r"^(pm|coach): (\S+)$", rf"\1: \2-{word}", front, flags=re.MULTILINE)
    front = re.sub(r"^(role|team|stage|  -)(:?) (.*)$", rf"\1\2 \3 ({word})", front, flags=re.MULTILINE)
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
    """One pack for each visibility and one for each way to be in doubt, all speaking of each other."""
    files = {f"packs/{canary(each)}file.md": marked(each, canary(each)) for each in VISIBILITIES}
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
    files["docs/qzdoubtqzstray.md"] = marked("private", "qzdoubtqz")
    links = "".join(f"\n- [of {name[6:9]}]({name[6:]})" for name in sorted(files) if name.startswith("packs/"))
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


def test_the_log_names_files_and_quotes_nothing(built: Built) -> None:
    assert "qzdoubtqzbroken.md" in built.log
    assert re.findall(r"qz\w+qz", re.sub(r"(packs/)?qzdoubtqz\w+\.md", "", built.log)) == []


def test_what_may_be_seen_is_there_in_every_field(built: Built, packs: dict[str, str]) -> None:
    for word in map(canary, AUDIENCES[built.audience]):
        page = (built.site / "packs" / f"{word}file" / "index.html").read_text(encoding="utf-8")
        written = packs[f"packs/{word}file.md"].replace(f"{word}remark", "").replace(f"{word}comment", "")
        assert page.count(word) >= written.count(word) > 400
        for name in ("packs/index.html", "index.html", "search/search_index.json", "sitemap.xml"):
            assert word in (built.site / name).read_text(encoding="utf-8"), name
