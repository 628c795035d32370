"""Documents that attack: every field holds code, and none of it runs, on any page that shows them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.site.conftest import Look, build, pages, repository, served
from tests.site.decisions import DECISION, SCHEMA_FILE
from tests.site.texts import ENGAGEMENT, filled

PAYLOADS = [
    "<script>window.fired=1</script>",
    "<img src=x onerror=window.fired=1>",
    "<svg/onload=window.fired=1>",
    "\"><svg onload=window.fired=1>",
    "'><body onload=window.fired=1>",
    "</title><script>window.fired=1</script>",
    "</textarea></style></noscript><script>window.fired=1</script>",
    "<iframe srcdoc='<script>parent.fired=1</script>'></iframe>",
    "<details open ontoggle=window.fired=1>",
    "<style>@import 'https://evil.example/x.css'; *{display:none}</style>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<base href=https://evil.example/>",
    "[click](javascript:window.fired=1)",
    "[click](<java&#09;script:window.fired=1>)",
    "[click](data:text/html,<script>window.fired=1</script>)",
    "![x](https://evil.example/x.png)",
    "![x](x\"onerror=\"window.fired=1)",
    "{: onclick=window.fired=1 }",
    "{{ config.plugins }} {% raw %}",
    "&lt;img src=x onerror=window.fired=1&gt;",
    "<!-- --><script>window.fired=1</script><!-- -->",
    "--8<-- \"mkdocs.yml\"",
    "::: x",
    "<a href=javascript:window.fired=1 class=md-search-result__link>click</a>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=window.fired=1&gt;\">",
]  # fmt: skip


def hostile() -> str:
    """A pack in which every field is a payload."""
    payloads = iter(PAYLOADS * 20)

    def quoted() -> str:
        return json.dumps(f"payload {next(payloads)}")

    def cell() -> str:
        return f"payload {next(payloads)}".replace("|", "/")

    front = "".join(f"{key}: {quoted()}\n" for key in ("pm", "role", "coach", "team", "stage", "bloom"))
    assumptions = "".join(f"  - {quoted()}\n" for _ in PAYLOADS)
    bets = "".join(f"| B{number} | {cell()} | {cell()} | {cell()} | {cell()} |\n" for number in range(1, 30))
    text = "".join(f"## {cell()}\n\n{cell()}\n\n- {cell()}\n\n> {cell()}\n\n    {cell()}\n\n" for _ in PAYLOADS)
    blocks = "\n\n".join(f"{payload}\n{payload}" for payload in PAYLOADS)
    return (
        f"---\ntype: coaching-pack\n{front}start: 2026-10-05\nweeks: 8\nstatus: active\nvisibility: public\n"
        f"assumptions:\n{assumptions}---\n\n# payload {' '.join(PAYLOADS[:6])}\n\n"
        f"## Context snapshot\n\n**Coaching goal:** payload {' '.join(PAYLOADS)}\n\n"
        f"## 3) Shared Vision\n\n| ID | Bet | Competency | Level change | Signals |\n|--|--|--|--|--|\n{bets}\n"
        f"{text}\n{blocks}\n"
    )


def hostile_others() -> dict[str, str]:
    """Documents of all other types in a client's folder, in which every blank is a payload."""
    payloads = iter(PAYLOADS * 40)

    def word(_: str) -> str:
        return f"payload {next(payloads)}".replace("|", "/")

    folder = "packs/clients/c <img src=x onerror=window.fired=1> \"'&"
    texts = {doctype.name: filled(doctype, word) for doctype in ENGAGEMENT}
    texts["decision"] = DECISION.replace("pm-07", json.dumps(word("")), 1).replace("Checkout", json.dumps(word("")))
    files = {**SCHEMA_FILE}
    for name, text in texts.items():
        shown = re.sub(r"^visibility: .*$", "visibility: public", text, flags=re.MULTILINE)
        shown = re.sub(r"^(#+ .*)$", lambda match: f"{match[1]} {word('')}", shown, flags=re.MULTILINE)
        files[f"{folder}/{name} <svg onload=window.fired=1>.md"] = shown
    return files


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    name = "packs/a <img src=x onerror=window.fired=1> \"'&.md"
    return build(repository(folder / "repo", {name: hostile(), **hostile_others()}), folder / "site")


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


class Suspicious(HTMLParser):
    """Notes every element and attribute that only an attack would have brought."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.script: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag in ("iframe", "object", "embed", "base", "style", "img", "math", "textarea"):
            self.found.append(tag)
        for name, value in attrs:
            address = re.sub(r"\s", "", value or "").lower()
            fetched = name in ("href", "src", "srcset", "action", "formaction", "poster", "style")
            leads_out = fetched and (address.startswith(("javascript:", "data:", "vbscript:")) or "//evil" in address)
            if name.startswith("on") or leads_out:
                self.found.append(f"{tag} {name}={value}")
        if tag == "meta" and values.get("http-equiv"):
            self.found.append("meta refresh")
        self.script = "" if tag == "script" else None

    def handle_data(self, data: str) -> None:
        if self.script is not None and "fired" in data:
            self.found.append(f"script: {data}")


def test_no_page_holds_anything_that_could_act(site: Path) -> None:
    for page in pages(site):
        parser = Suspicious()
        parser.feed(page.read_text(encoding="utf-8"))
        assert parser.found == [], page


def test_the_words_of_the_attack_are_there_as_text(site: Path) -> None:
    (page,) = (path for path in (site / "packs").rglob("index.html") if path.parent.name != "packs")
    html = page.read_text(encoding="utf-8")
    shown = unescape(re.sub("<[^>]*>", "", html))
    literal = [payload for payload in PAYLOADS if payload[0] not in "[!&" and not payload.startswith("<!--")]
    assert [payload for payload in literal if payload not in shown] == []
    assert len(literal) > 15
    assert "site_name: Coaching" not in html
    assert re.fullmatch(r"[\w.-]+", page.parent.name)


def test_nothing_fires_in_a_browser(look: Look, address: str) -> None:
    seen = look(address)
    seen.open("")
    pack = seen.open("packs/").locator("#pm-packs tbody a").first.get_attribute("href")
    for path in ("", "packs/", "packs/?q=payload", f"packs/{pack}"):
        page = seen.open(path)
        assert page.evaluate("window.fired") is None, path
        assert "payload" in (page.text_content("body") or "")
    page.evaluate("document.querySelectorAll('.pm-text a, .pm-goal a').forEach(each => each.click())")
    assert page.evaluate("window.fired") is None
    assert page.url == f"{address}packs/{pack}"


def test_nothing_fires_on_the_pages_of_other_documents(look: Look, address: str, site: Path) -> None:
    seen = look(address)
    found = [path.parent for folder in ("clients", "documents") for path in (site / folder).rglob("index.html")]
    assert len(found) > 2 * len(ENGAGEMENT)
    for folder in found:
        path = f"{folder.relative_to(site).as_posix()}/"
        assert re.fullmatch(r"[\w./-]+", path)
        page = seen.open(path)
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        page.evaluate("document.querySelectorAll('.pm-text a').forEach(each => each.click())")
        assert page.evaluate("window.fired") is None, path
        assert page.url == f"{address}{path}"
        if path != "documents/":
            assert "payload" in (page.text_content("article") or ""), path


def test_nothing_fires_in_the_results_of_a_search(look: Look, address: str) -> None:
    seen = look(address)
    page = seen.open("")
    results = seen.search("payload")
    expect(results.first).to_contain_text("<script>")
    assert results.locator("img, script, iframe, style").count() == 0
    assert page.evaluate("window.fired") is None
