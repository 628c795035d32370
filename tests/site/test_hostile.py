"""Documents that attack: every field holds code, and none of it runs, on any page that shows them."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import expect

from tests.packs import ACTIVE
from tests.site.conftest import Look, build, pages, repository
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
    # events that need nobody to click
    "<input autofocus onfocus=window.fired=1>",
    "<video><source onerror=window.fired=1></video>",
    "<audio src=x onerror=window.fired=1>",
    "<x onpointerover=window.fired=1 style=position:fixed;inset:0>x</x>",
    "<div style=animation-name:spin onanimationstart=window.fired=1>",
    # SVG and MathML
    "<svg><animate onbegin=window.fired=1 attributeName=x dur=1s>",
    "<svg><a xlink:href=javascript:window.fired=1><text y=20>x</text></a></svg>",
    "<svg><script href=data:,window.fired=1 /></svg>",
    "<svg><use href=data:image/svg+xml;base64,PHN2Zz4=#x /></svg>",
    "<math><a xlink:href=javascript:window.fired=1>x</a></math>",
    # addresses
    "<iframe src=javascript:parent.fired=1></iframe>",
    "<object data=javascript:window.fired=1></object>",
    "<embed src=javascript:window.fired=1>",
    "<form action=javascript:window.fired=1><button>x</button></form>",
    "<a href='jav&#x0A;ascript:window.fired=1'>x</a>",
    "[click](JaVaScRiPt:window.fired=1)",
    "[click](&#1;javascript:window.fired=1)",
    "[click](vbscript:window.fired=1)",
    "[click](#x \"onmouseover=window.fired=1 x=\")",
    # text that turns into markup when it is read a second time (mutation)
    "<noscript><p title=\"</noscript><img src=x onerror=window.fired=1>\">",
    "<svg></p><style><a id=\"</style><img src=1 onerror=window.fired=1>\">",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=window.fired=1>",
    "<template><img src=x onerror=window.fired=1></template>",
    "<xmp><p title=\"</xmp><img src=x onerror=window.fired=1>\">",
    "\u2028<img src=x onerror=window.fired=1>",
    # what a spreadsheet would run
    "=HYPERLINK(\"javascript:window.fired=1\",\"x\")",
    "+cmd /c calc!A0",
    "@SUM(1+1)",
]  # fmt: skip
"""One or more of each family that the cheat sheets of OWASP and PortSwigger list."""


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


def hostile_whole() -> str:
    """A pack that reads well in every part, so that all is shown that can be shown of a pack, and attacks in each."""
    payloads = iter([each for each in PAYLOADS if "<!--" not in each] * 40)  # a comment would hide what follows

    def attacked(words: str) -> str:
        return f"{words} payload {next(payloads)}".replace("|", "/")

    _, front, body = ACTIVE.read_text(encoding="utf-8").split("---\n", 2)
    front = re.sub(
        r"^(pm|coach|team|role|stage): (.*)$",
        lambda match: f"{match[1]}: {json.dumps(f'{match[2]} {PAYLOADS[1]} {PAYLOADS[4]}')}",
        front.replace("visibility: internal", "visibility: public"),
        flags=re.MULTILINE,
    )
    for name in (
        "Problem framing and insight",
        "Frame the problem before the solution",
        "Choose by criteria, in writing",
    ):
        body = body.replace(name, f"{name} {PAYLOADS[1]} {PAYLOADS[7]}")
    body = re.sub(r"(?<=\| )((?:[^|\n ]+ ){4,}[^|\n ]+)(?= \|)", lambda match: attacked(match[1]), body)
    body = re.sub(r"^(- (?!\*\*|\[).*)$", lambda match: attacked(match[1]), body, flags=re.MULTILINE)
    return f"---\n{front}---\n{body}"


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
    files = {name: hostile(), "packs/whole.md": hostile_whole(), **hostile_others()}
    config = repository(folder / "repo", files)
    (folder / "repo" / "pmcoach.toml").write_text('as-of = "2026-10-12"\n', encoding="utf-8")
    return build(config, folder / "site")


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
            fetched = name in ("href", "src", "srcset", "action", "formaction", "poster", "style", "xlink:href")
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
    (page,) = (path for path in (site / "packs").rglob("index.html") if path.parent.name not in ("packs", "whole"))
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
    pack = seen.open("packs/").locator("#pm-packs tbody a:not([href*=whole])").first.get_attribute("href")
    for path in ("", "packs/", "packs/?q=payload", f"packs/{pack}"):
        page = seen.open(path)
        assert page.evaluate("window.fired") is None, path
        assert "payload" in (page.text_content("body") or "")
    page.evaluate("document.querySelectorAll('.pm-text a, .pm-goal a').forEach(each => each.click())")
    assert page.evaluate("window.fired") is None
    assert page.url == f"{address}packs/{pack}"


PARTS = {
    "packs": ("pm-thread", "timeline-title", "pm-table--scores", "pm-stands", "Next session", "pm-bets"),
    "people": ("pm-growth", "pm-table"),
    "coaches": ("pm-table",),
    "teams": ("pm-table",),
}
"""What the pages about people draw, by the classes and words that it is known by."""


@pytest.mark.parametrize("folder", PARTS)
def test_nothing_fires_where_people_are_shown(look: Look, address: str, site: Path, folder: str) -> None:
    found = [path for path in (site / folder).rglob("index.html") if path.parent.name != "packs"]
    text = "".join(path.read_text(encoding="utf-8") for path in found)
    assert [part for part in PARTS[folder] if part not in text] == []
    seen = look(address)
    for path in found:
        page = seen.open(f"{path.parent.relative_to(site).as_posix()}/")
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        for happens in ("pointerover", "mouseover", "focus", "click"):
            page.evaluate(
                "name => document.querySelectorAll('article :not(a[href^=\"../\"])').forEach("
                "each => name === 'click' && each.tagName === 'A' && !each.hash ? 0"
                " : each.dispatchEvent(new Event(name)))",
                happens,
            )
        assert page.evaluate("window.fired") is None, path
        assert "<img src=x onerror=window.fired=1>" in (page.text_content("article") or ""), path


def test_what_is_taken_along_is_data_and_runs_nowhere(site: Path) -> None:
    with zipfile.ZipFile(site / "packs" / "whole.csv.zip") as archive:
        rows = [
            row
            for name in archive.namelist()
            for row in csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig")))
        ]
    cells = [cell for row in rows for cell in row]
    assert sum("payload" in cell for cell in cells) > 50
    assert [cell for cell in cells if re.match(r"\s*[=+@＝＋＠]|\s*-\D", cell)] == []
    data = json.loads((site / "packs" / "whole.json").read_bytes())["data"]
    assert data["pm"] == f"pm-07 {PAYLOADS[1]} {PAYLOADS[4]}"
    calendar = icalendar.Calendar.from_ical((site / "packs" / "whole.ics").read_bytes())
    events = list(calendar.walk("VEVENT"))
    assert len(events) > 10
    assert {part.name for part in calendar.walk()} <= {"VCALENDAR", "VEVENT", "VALARM"}
    assert {str(event.get("ATTACH", "")) + str(event.get("ATTENDEE", "")) for event in events} == {""}


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
