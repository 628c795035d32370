"""Nothing of a document reaches a site that it is not meant for: every byte of every build is looked through."""

from __future__ import annotations

import gzip
import io
import re
import subprocess
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.site.stage import stage
from tests.packs import ACTIVE, ROOT
from tests.site.conftest import build, log_of_build, repository
from tests.site.decisions import DECISION, SCHEMA_FILE
from tests.site.texts import ENGAGEMENT, MODEL, filled


class Built(NamedTuple):
    """A site, whom it is for, what was said while it was built, and the same site staged."""

    audience: str
    site: Path
    log: str
    staged: Path


TEAM, CLIENT, OTHER = "team:checkout", "client:northwind", "client:contoso"
AUDIENCES = {
    "internal": {"internal", "public"},
    TEAM: {TEAM, "internal", "public"},
    CLIENT: {CLIENT, "public"},
    "public": {"public"},
}
INTAKE = Catalogue.own().find("intake")
OTHERS = tuple(doctype for doctype in (*ENGAGEMENT, MODEL, INTAKE) if doctype)
STANDARDS = sorted((ROOT / "docs" / "standards").glob("*.md"))
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
    noted = rf"\1\2 \3 ({word}) <!-- {word}comment -->"
    front = re.sub(rf"^({_IN_WORDS}|  -)(:?) (.*)$", noted, front, flags=re.MULTILINE)
    body = re.sub(r" \|(?=.)", f" ({word}) |", body)
    body = re.sub(r"^\| \(\w+\) \|", "|", body, flags=re.MULTILINE)
    body = re.sub(r"^(#+ .*|- .*|\*\*.*)$", rf"\1 ({word})", body, flags=re.MULTILINE)
    return f"---\n{front}# {word}remark\n---\n<!-- {word}comment -->\n{body}\n<!-- {word}comment\n\nand more"


def standard(word: str, text: str) -> str:
    """A framework with the word in its title, its headings and each cell that says something; names stay."""
    _, front, body = text.split("---\n", 2)
    front = re.sub(r"^visibility: .*$", "visibility: private", front, flags=re.MULTILINE)
    front = re.sub(r"^(title|description): (.*)$", rf"\1: \2 ({word})", front, flags=re.MULTILINE)
    body = re.sub(r"(?<=\| )([^|\n]*? [^|\n]*? [^|\n]*?) \|", rf"\1 ({word}) |", body)
    return f"---\n{front}---\n" + re.sub(r"^(# .*|- .*)$", rf"\1 ({word})", body, flags=re.MULTILINE)


def unpacked(name: str, data: bytes) -> str:
    """The text of a file: what is compressed is unpacked, and lines that a calendar has folded are whole again."""
    if name.endswith(".gz"):
        return gzip.decompress(data).decode()
    if name.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "\n".join(f"{inner}\n{unpacked(inner, archive.read(inner))}" for inner in archive.namelist())
    text = data.decode("utf-8", "replace")
    return text.replace("\r\n ", "") if name.endswith(".ics") else text


def everything(site: Path) -> str:
    """All names and all contents of a site, in small letters."""
    parts = []
    for path in sorted(site.rglob("*")):
        parts.append(path.relative_to(site).as_posix())
        if path.is_file():
            parts.append(unpacked(path.name, path.read_bytes()))
    return "\n".join(parts).lower()


def committed(folder: Path) -> None:
    """Give a repository a history: files as they are now, by somebody, for a reason, and one that said more before."""
    git = ["git", "-c", "user.name=qzgitqz author", "-c", "user.email=qzgitqz@example.com", "-C", str(folder)]
    (folder / ".git").rmdir()
    subprocess.run([*git, "init", "--quiet"], check=True)
    public = folder / "packs" / f"{canary('public')}file.md"
    now = public.read_text(encoding="utf-8")
    public.write_text(f"{now}\nqzgitqz was here\n", encoding="utf-8")
    for text in ("qzgitqz subject", "qzgitqz again"):
        subprocess.run([*git, "add", "--all"], check=True)
        subprocess.run([*git, "commit", "--quiet", "--message", f"{text}\n\nqzgitqz body"], check=True)
        public.write_text(now, encoding="utf-8")


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
        "wrong": whole.replace("visibility: public", "visibility: everybody"),
        "twice": whole.replace("visibility: public", "visibility: public\nvisibility: private"),
        "broken": whole.replace("visibility: public", "visibility: public\nx: ["),
        "unclosed": whole.replace("---\n<!--", "<!--", 1),
        "headless": whole.split("---\n", 2)[2],
        "untyped": whole.replace("type: coaching-pack\n", ""),
    }
    files |= {f"packs/qzdoubtqz{name}.md": text for name, text in doubtful.items()}
    assessment = marked("public", "qzdoubtqz", filled(next(each for each in OTHERS if each.name == "value-assessment")))
    files["packs/clients/mixed/qzdoubtqzlabel.md"] = assessment.replace("visibility: public\n", "").replace(
        "## ", "**Visibility:** public\n\n## ", 1
    )
    files["packs/clients/mixed/qzdoubtqzmisspelt.md"] = assessment.replace("visibility: public", "visibilty: public")
    for path in STANDARDS:
        files[f"docs/standards/{path.name}"] = standard("qzstandardqz", path.read_text(encoding="utf-8"))
    files["docs/qzdoubtqzstray.md"] = stray = marked("private", "qzdoubtqz")
    files["docs/qzdoubtqzstraycolon.md"] = stray.replace("visibility: private", "visibility: private\nnote: a: b")
    files["docs/qzdoubtqzstrayopen.md"] = stray.replace("---\n<!--", "<!--", 1)
    memo = stray.replace("type: coaching-pack", "type: memo")
    files["docs/qzdoubtqzstraymemo.md"] = memo.replace("visibility:", "Visibility:")
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
    config = repository(folder / "repo", packs, request.param)
    committed(folder / "repo")
    with log_of_build() as lines:
        site = build(config, folder / "site")
    stage(config, folder / "staged")
    return Built(request.param, site, "\n".join(lines).lower(), folder / "staged")


@pytest.mark.parametrize("form", ["site", "staged"])
def test_a_site_holds_what_its_audience_may_see_and_nothing_else(built: Built, form: str) -> None:
    text = everything(getattr(built, form))
    assert {each for each in VISIBILITIES if canary(each) in text} == AUDIENCES[built.audience]
    assert "qzdoubtqz" not in text
    assert "qzstandardqz" not in text
    assert "qzgitqz" not in text
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


def test_people_have_pages_made_of_what_readers_may_see(built: Built) -> None:
    words = {canary(each) for each in AUDIENCES[built.audience]}
    for folder, name in (("people", "pm-07-{}"), ("coaches", "lead-02-{}"), ("teams", "checkout-{}")):
        shown = {path.parent.name for path in (built.site / folder).glob("*/index.html")}
        assert shown == {name.format(word) for word in words}, folder
        for word in words:
            assert word in (built.site / folder / name.format(word) / "index.html").read_text(encoding="utf-8")
    growth = (built.site / "people" / "index.html").read_text(encoding="utf-8")
    assert {word for word in words if word in growth} == words


def test_what_can_be_taken_along_is_searched_too(built: Built) -> None:
    found = sorted(path.name for path in built.site.rglob("*") if path.suffix in (".ics", ".zip", ".json"))
    inside = not built.audience.startswith(("client", "public"))
    packs = [f"{canary(each)}file" for each in AUDIENCES[built.audience]]
    for ending in ("ics", "csv.zip", "json"):
        assert [f"{name}.{ending}" for name in sorted(packs) if inside] == [
            name for name in found if name.endswith(f"file.{ending}")
        ]
    for name in packs if inside else []:
        for ending in ("ics", "csv.zip", "json"):
            data = (built.site / "packs" / f"{name}.{ending}").read_bytes()
            assert name.removesuffix("file") in unpacked(f"{name}.{ending}", data), ending


def test_the_canaries_are_really_in_the_repository(packs: dict[str, str]) -> None:
    assert len(STANDARDS) > 10
    for path in STANDARDS:
        assert packs[f"docs/standards/{path.name}"].count("qzstandardqz") >= 3, path.name
