"""The rules about privacy that hold by the settings; and that none of them fails, whatever it reads."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcoach_lint.engine import lint_bytes, lint_files
from pmcoach_lint.finding import Finding
from pmcoach_lint.language.contacts import emails, phone_numbers
from pmcoach_lint.language.listed import Listed
from pmcoach_lint.language.people import looks_like_a_name
from pmcoach_lint.language.special import special_in
from pmcoach_lint.settings import Settings, SettingsError, load_settings
from pmcoach_lint.syntax.source import Source

PACK = "---\ntype: coaching-pack\nvisibility: {}\n---\n\n{}\n"


def found(rule: str, text: str, settings: Settings, visibility: str = "internal", file: str = "a.md") -> list[Finding]:
    path = settings.root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PACK.format(visibility, text), encoding="utf-8")
    (report,) = lint_files([path], settings)
    return [finding for finding in report.findings if finding.rule == rule]


@pytest.mark.parametrize(
    ("names", "text", "places"),
    [
        (("Oda Quist",), "Then ODA QUIST spoke; Quist agreed.", [(6, 6)]),
        (("Oda Quist", "Oda", "Quist"), "Oda Quist met Oda.", [(6, 1), (6, 15)]),
        (("Strauß",), "Strauß, Strauss, Straußen", [(6, 1)]),
        (("Jo",), "Join Jo's jo-jo, Johannes", [(6, 6), (6, 11), (6, 14)]),
        ((), "Oda Quist", []),
    ],
)
def test_names_on_the_list(names: tuple[str, ...], text: str, places: list[tuple[int, int]], tmp_path: Path) -> None:
    findings = found("listed-name", text, Settings(root=tmp_path, real_names=names))
    assert [tuple(finding.range.start) for finding in findings] == places


def test_the_list_may_lie_outside_of_the_repository(tmp_path: Path) -> None:
    listed = tmp_path / "names.txt"
    listed.write_text("\ufeff# The team\nOda Quist  # since May\n\nBo Lund\n", encoding="utf-8")
    repo = tmp_path / "repo"
    repo.mkdir()
    (repo / "pmcoach.toml").write_text(f"real-names-file = '{listed}'\nreal-names = ['Ada']\n", encoding="utf-8")
    settings = load_settings(repo)
    assert settings.real_names == ("Ada", "Oda Quist", "Bo Lund")
    (finding,) = found("listed-name", "Bo Lund was there.", settings)
    assert finding.message == "This name is on your list of real names: B… L…"
    assert settings.notices == ()


def test_where_the_list_is_missing_it_is_said_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "pmcoach.toml").write_text('real-names-file = "../names.txt"\nreal-names = ["Ada"]\n', encoding="utf-8")
    settings = load_settings(tmp_path)
    assert settings.notices == ("The list of real names ../names.txt is not here, so names on it are not looked for.",)
    assert len(found("listed-name", "Ada", settings)) == 1


def test_a_list_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "pmcoach.toml").write_text('real-names-file = "names.txt"\n', encoding="utf-8")
    with pytest.raises(SettingsError, match=r"The list of real names names\.txt cannot be read"):
        load_settings(tmp_path)


@pytest.mark.parametrize(
    ("allowed", "visibility", "message"),
    [
        ({"people/": "private"}, "internal", "“internal” lets more people see this document than its folder allows"),
        ({"people/": "team:checkout"}, "team:search", "“team:search” lets more people see"),
        ({"people/": "internal"}, "public", "“public” lets more people see"),
        ({"people/": "internal"}, "internal, client:northwind", "“internal, client:northwind” lets more people see"),
        ({"people/": "public", "*.md": "private"}, "internal", "“internal” lets more people see"),
        ({"people/": "private"}, "private", ""),
        ({"people/": "internal"}, "team:checkout", ""),
        ({"people/": "internal"}, "private", ""),
        ({"people/": "internal, client:northwind"}, "client:northwind, team:checkout", ""),
        ({"people/": "private", "people/open/": "public"}, "everybody", ""),
        ({"others/": "private"}, "public", ""),
        ({"*.md": "private", "people/": "public"}, "public", ""),
        ({}, "public", ""),
    ],
)
def test_a_folder_says_how_widely_it_may_be_seen(
    allowed: dict[str, str], visibility: str, message: str, tmp_path: Path
) -> None:
    findings = found("visibility-too-wide", "", Settings(root=tmp_path, visibility=allowed), visibility, "people/a.md")
    assert [finding.message.startswith(message) for finding in findings] == [True] * bool(message)
    assert [tuple(finding.range.start) for finding in findings] == [(3, 13)] * bool(message)


def test_phone_numbers_are_known_as_the_team_s_countries_write_them(tmp_path: Path) -> None:
    text = "Call 0170/1234567 or 06 12 34 56 78."
    assert found("phone-number", text, Settings(root=tmp_path)) == []
    settings = Settings(root=tmp_path, rules={"phone-number": {"regions": ["DE", "FR"]}})
    assert [finding.range.start.column for finding in found("phone-number", text, settings)] == [6, 22]


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("team: Search\nvisibility: internal, team:serach", "team:serach"),
        ("company: Halden Freight\nvisibility: client:haldn-freight", "client:haldn-freight"),
        ("company: Halden\nvisibility: client:hadlen", "client:hadlen"),
        ("team: Search\nvisibility: team:research", None),
        ("team: Search and Discovery\nvisibility: team:search", None),
        ("visibility: team:serach", None),
        ("team: Search\nvisibility: Team Serach", None),
    ],
)
def test_an_audience_that_is_nearly_its_own(keys: str, told: str | None) -> None:
    text = f"---\ntype: coaching-pack\n{keys}\n---\n"
    report = lint_bytes(text.encode(), "a.md", Settings(root=Path()))
    found = [finding for finding in report.findings if finding.rule == "misspelt-audience"]
    source = Source(text, "a.md")
    assert [text[slice(*source.span(finding.range))] for finding in found] == ([told] if told else [])


@pytest.mark.parametrize("name", ["Anna", "Anna Schmidt", "anna.schmidt", "anna_schmidt", "@anna", "Maria de Souza"])
def test_what_looks_like_a_name(name: str) -> None:
    assert looks_like_a_name(name) == (name != "Maria de Souza")


@pytest.mark.parametrize(
    "text", ["pm-07", "lead-02", "CEO", "Head of Sales", "Finance", "Anna says so", "Data", "", "@pm"]
)
def test_what_does_not(text: str) -> None:
    assert not looks_like_a_name(text)


@given(st.text(alphabet=st.one_of(st.sampled_from("@.+-()0123456789 anpmher|\n'’•İß"), st.characters())))
def test_any_text_is_read(text: str) -> None:
    spans = [*emails(Source(text, "")), *phone_numbers(Source(text, ""), ("US", "GB", "DE"))]
    spans += [span for _, span in special_in(Source(text, ""))] if not text.startswith("\ufeff") else []
    assert all(0 <= start < end <= len(text) for start, end in spans)
    looks_like_a_name(text)


@given(
    st.lists(
        st.sampled_from(
            [
                "pm-07 is ",
                "pregnant",
                "+49 170 1234567",
                "a@b.io",
                " | ",
                "\n",
                "her age ",
                "[Name]",
                "```",
                "PIP ",
                "___",
                "{{x}}",
                "Sure! Here is\n",
                "【1†a】",
                "TBD ",
                "İ",
                "\r",
            ]
        ),
        max_size=12,
    )
)
def test_no_rule_fails_and_every_range_lies_in_the_text(parts: list[str]) -> None:
    text = "---\ntype: coaching-pack\n---\n\n" + "".join(parts)
    report = lint_bytes(text.encode(), "a.md", Settings(root=Path()))
    source = Source(text, "a.md")
    for finding in report.findings:
        start, end = source.span(finding.range)
        assert 0 <= start <= end <= len(text)
        assert finding.rule != "rule-failed"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ask Jorinde Maibach.", "Jorinde Maibach"),
        ("Ask JORINDE\n  Maibach.", "JORINDE\n  Maibach"),
        ("Ask Jorinde   Maibach.", "Jorinde   Maibach"),
        ("Ask Jorinde\u00a0Maibach.", "Jorinde\u00a0Maibach"),
        ("Ask Jorinde&nbsp;Maibach.", "Jorinde&nbsp;Maibach"),
        ("Ask **Jorinde** Maibach.", "Jorinde** Maibach"),
        ("Ask Jo\u00adrinde Mai\u00adbach.", "Jo\u00adrinde Mai\u00adbach"),
        ("Ask Jorinde_Maibach.", "Jorinde_Maibach"),
        ("See [notes](jorinde.maibach.md).", "jorinde.maibach"),
        ("See [notes](a/Jorinde-Maibach.md).", "Jorinde-Maibach"),
        ("See [notes](Jorinde%20Maibach.md).", "Jorinde%20Maibach"),
        ("Ask Maibach, Jorinde.", "Maibach, Jorinde"),
        ("Ask Jorinde Maibach-Huber.", "Jorinde Maibach-Huber"),
        ("Ask Anna-Jorinde Maibach.", "Anna-Jorinde Maibach"),
        ("A Jorinde Maibach-led team", "Jorinde Maibach"),
        ("Ask Zoë Müller.", "Zoë Müller"),
        ("Ask Zoe\u0308 Mu\u0308ller now.", "Zoe\u0308 Mu\u0308ller"),
        ("Ask Zoe Mueller.", "Zoe Mueller"),
        ("Ask Zoe Muller.", "Zoe Muller"),
        ("See [it](Zo%C3%AB-M%C3%BCller.md).", "Zo%C3%AB-M%C3%BCller"),
        ("Ask Иван Петров.", "Иван Петров"),
        ("Ask Bär.", "Bär"),
    ],
)
def test_a_listed_name_is_known_however_it_is_spelt_and_joined(text: str, told: str, tmp_path: Path) -> None:
    names = ("Jorinde Maibach", "Zoë Müller", "Иван Петров", "Bär")
    (finding,) = found("listed-name", text, Settings(root=tmp_path, real_names=names))
    lines = text.split("\n")
    start, end = finding.range
    first = start.line
    last = end.line - first
    reached = sum(len(line) + 1 for line in lines[:last]) + end.column - 1
    assert text[start.column - 1 : reached] == told


@pytest.mark.parametrize(
    "text",
    [
        "Jorinde spoke.\n\nMaibach is a place.",
        "- Grace\n- Will is there",
        "* Grace\n* Will is there",
        "Jorinde | Maibach",
        "A bar in Ottawa; barely. Jorindes Maibach",
        "Jorinde and Maibach, 100%25 of it",
        "Muller, Zoes",
    ],
)
def test_words_that_are_no_listed_name(text: str, tmp_path: Path) -> None:
    names = ("Jorinde Maibach", "Zoë Müller", "Grace Will", "Bär", "Otto")
    assert found("listed-name", text, Settings(root=tmp_path, real_names=names)) == []


@given(st.text(alphabet=st.one_of(st.sampled_from("Jorinde Maibach%20C3ü&nbsp;\u00ad\u0308-_.*\nİß"), st.characters())))
def test_any_text_is_looked_through_for_names(text: str) -> None:
    source = Source(text, "")
    for start, end in Listed(("Jorinde Maibach", "ü", "İ", "a b", "")).places(source):
        assert 0 <= start < end <= len(source.text)
