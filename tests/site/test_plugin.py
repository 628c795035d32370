"""The plugin's own decisions: options, settings, what is watched."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from pmcoach_lint.site.plugin import PmcoachPlugin
from tests.doctypes.schemas import DECISION, DOCUMENT, changed
from tests.doctypes.schemas import write as write_schema
from tests.packs import WHOLE
from tests.site.conftest import build, pages, repository


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("audience", ["private", "everybody", "", "team:"])
def test_an_audience_that_is_none_is_refused(tmp_path: Path, audience: str) -> None:
    config = repository(tmp_path / "repo", {"packs/a.md": WHOLE}, audience)
    with pytest.raises((Abort, ConfigurationError)):
        build(config, tmp_path / "site")
    assert not (tmp_path / "site" / "packs").exists()


@pytest.mark.parametrize("settings", ['folders = ["nowhere"]\n', "folder = 1\n", "x"])
def test_settings_that_cannot_be_used_end_the_build(
    tmp_path: Path, settings: str, caplog: pytest.LogCaptureFixture
) -> None:
    config = repository(tmp_path / "repo", {"packs/a.md": WHOLE, "pmcoach.toml": settings})
    with pytest.raises(Abort):
        build(config, tmp_path / "site")
    assert "pmcoach: " in caplog.text


def test_the_settings_say_where_packs_are_and_where_the_site_is(tmp_path: Path) -> None:
    settings = 'folders = ["people"]\nsite-url = "https://northwind.example/growth"\n'
    config = repository(tmp_path / "repo", {"people/a.md": WHOLE, "pmcoach.toml": settings})
    write(config, config.read_text(encoding="utf-8").replace("site_url: https://northwind.example/coaching/\n", ""))
    site = build(config, tmp_path / "site")
    html = (site / "packs" / "a" / "index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://northwind.example/growth/packs/a/">' in html


def test_search_engines_may_be_let_in(tmp_path: Path) -> None:
    config = repository(tmp_path / "repo", {"packs/a.md": WHOLE})
    write(config, config.read_text(encoding="utf-8") + "      noindex: false\n")
    site = build(config, tmp_path / "site")
    assert not (site / "robots.txt").exists()
    assert not any("noindex" in page.read_text(encoding="utf-8") for page in pages(site))


def test_pages_and_files_written_by_hand_are_kept(tmp_path: Path) -> None:
    own = {"docs/index.md": "# My own home\n", "docs/robots.txt": "mine\n", "packs/a.md": WHOLE}
    site = build(repository(tmp_path / "repo", own), tmp_path / "site")
    assert "My own home" in (site / "index.html").read_text(encoding="utf-8")
    assert (site / "robots.txt").read_text(encoding="utf-8") == "mine\n"


def test_the_home_page_ends_with_the_own_words_of_the_repository(tmp_path: Path) -> None:
    words = "---\ntitle: none\n---\n\n## Whom to ask\n\nlead-02, by [the guide](help.md).\n"
    own = {"docs/home.md": words, "docs/help.md": "# Help\n", "packs/a.md": WHOLE}
    site = build(repository(tmp_path / "repo", own), tmp_path / "site")
    page = (site / "index.html").read_text(encoding="utf-8")
    assert '<h2 id="whom-to-ask">Whom to ask' in page
    assert '<p>lead-02, by <a href="help/">the guide</a>.</p>' in page
    assert page.index('class="pm-doors"') < page.index('<h2 id="whom-to-ask">')
    assert not (site / "home").exists()


@pytest.mark.parametrize("audience", ["internal", "client:northwind"])
def test_a_page_leads_insiders_to_the_file_that_it_is_made_of(tmp_path: Path, audience: str) -> None:
    pack = WHOLE.replace("visibility: internal", "visibility: internal, client:northwind")
    config = repository(tmp_path / "repo", {"packs/a b.md": pack}, audience)
    text = config.read_text(encoding="utf-8")
    repo = "repo_url: https://code.example/northwind/coaching\nedit_uri: edit/main/docs/\n"
    write(
        config,
        repo + text.replace("font: false", "font: false\n  features: [content.action.edit, content.action.view]"),
    )
    site = build(config, tmp_path / "site")
    (page,) = (site / "packs").glob("*/index.html")
    html = page.read_text(encoding="utf-8")
    here = "https://code.example/northwind/coaching/{}/main/packs/a%20b.md"
    for way, words in (("edit", "Edit this page"), ("raw", "View source of this page")):
        assert (f'<a href="{here.format(way)}" title="{words}"' in html) == (audience == "internal")
    assert (here.format("blob") in html) == (audience == "internal")
    assert "Edit this page" not in (site / "index.html").read_text(encoding="utf-8")


def test_a_packs_folder_among_the_ordinary_pages_is_published_by_the_plugin_only(tmp_path: Path) -> None:
    private = WHOLE.replace("visibility: internal", "visibility: private")
    files = {
        "docs/packs/open.md": WHOLE,
        "docs/packs/closed.md": private,
        "docs/packs/broken.md": "---\n: [\n---\nhidden\n",
        "docs/packs/index.md": "# Our packs\n",
        "pmcoach.toml": 'folders = ["docs/packs"]\n',
    }
    site = build(repository(tmp_path / "repo", files), tmp_path / "site")
    assert sorted(path.parent.name for path in (site / "packs").rglob("*.html")) == ["open", "packs"]
    assert "Our packs" in (site / "packs" / "index.html").read_text(encoding="utf-8")
    assert 'class="pm-who"' in (site / "packs" / "open" / "index.html").read_text(encoding="utf-8")


def test_packs_schemas_and_settings_are_watched_while_serving(tmp_path: Path) -> None:
    class Server:
        def __init__(self) -> None:
            self.watched: list[str] = []

        def watch(self, path: str) -> None:
            self.watched.append(path)

    repo = tmp_path / "repo"
    config = load_config(str(repository(repo, {"packs/a.md": WHOLE, "pmcoach.toml": "\n"})))
    plugin = config.plugins["pmcoach"]
    assert isinstance(plugin, PmcoachPlugin)
    plugin.on_config(config)
    server: Any = Server()
    plugin.on_serve(server, config=config, builder=None)
    packs, schemas, settings = server.watched
    assert (packs, settings) == (str(repo / "packs"), str(repo / "pmcoach.toml"))
    assert (Path(schemas) / "coaching-pack.schema.json").is_file()


def test_a_schema_that_has_changed_is_read_again(tmp_path: Path) -> None:
    config = repository(tmp_path / "repo", {"packs/a.md": WHOLE})
    schemas = tmp_path / "repo" / "schemas"
    write_schema(schemas, "decision", DECISION)
    page = build(config, tmp_path / "site") / "reference" / "types" / "decision" / "index.html"
    assert "Another name" not in page.read_text(encoding="utf-8")
    write_schema(schemas, "decision", changed(("title",), "Another name"))
    build(config, tmp_path / "site")
    assert "Another name" in page.read_text(encoding="utf-8")


def test_the_schemas_of_own_types_are_watched_and_can_be_downloaded(tmp_path: Path) -> None:
    config = repository(tmp_path / "repo", {"packs/a.md": WHOLE})
    schemas = tmp_path / "repo" / "schemas"
    write_schema(schemas, "shared", {"$defs": {"reason": {"type": "string"}}})
    reason = changed(("properties", "why", "$ref"), "shared.schema.json#/$defs/reason")
    path = write_schema(schemas, "decision", reason)
    published = build(config, tmp_path / "site") / "reference" / "schemas"
    assert (published / path.name).read_bytes() == path.read_bytes()
    assert (published / "shared.schema.json").is_file()
    loaded = load_config(str(config))
    plugin = loaded.plugins["pmcoach"]
    assert isinstance(plugin, PmcoachPlugin)
    plugin.on_config(loaded)
    watched: list[str] = []
    server: Any = type("Server", (), {"watch": staticmethod(watched.append)})
    plugin.on_serve(server, config=loaded, builder=None)
    assert str(schemas) in watched


def test_a_schema_with_a_problem_is_a_warning_with_its_place(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = repository(tmp_path / "repo", {"packs/a.md": WHOLE, "packs/d.md": DOCUMENT})
    write_schema(tmp_path / "repo" / "schemas", "decision", changed(("requierd",), ["why"]))
    monkeypatch.chdir(tmp_path / "repo")
    with pytest.raises(Abort):  # the build is a strict one
        build(config, tmp_path / "site")
    said = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
    assert said == [
        "schemas/decision.schema.json:105:3: “requierd” is no keyword of a schema. Did you mean “required”?"
    ]


@pytest.mark.parametrize(("own", "called"), [(None, "Home"), ("# Coaching here", "Coaching here")])
def test_the_home_page_is_called_so_where_no_navigation_names_it(tmp_path: Path, own: str | None, called: str) -> None:
    config = repository(tmp_path / "repo", {"packs/a.md": WHOLE})
    write(config, config.read_text(encoding="utf-8").partition("\nnav:")[0] + "\n")
    if own:
        (tmp_path / "repo" / "docs").mkdir(exist_ok=True)
        write(tmp_path / "repo" / "docs" / "index.md", own)
    html = (build(config, tmp_path / "site") / "packs" / "a" / "index.html").read_text(encoding="utf-8")
    first = html.partition("md-nav--primary")[2].partition('class="md-nav__item"')[2]
    assert first.partition('<span class="md-ellipsis">')[2].partition("</span>")[0].strip() == called
