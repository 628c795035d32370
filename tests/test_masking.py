"""What is private in a document appears in no output: not in a message, not in an excerpt, in no format."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcoach_lint.engine import lint_bytes, lint_files
from pmcoach_lint.finding import Edit, Finding, Fix, Position, Range, Related, Severity
from pmcoach_lint.masking import VEIL, Private, masked, said_again, without_private
from pmcoach_lint.report import FORMATS, Style, renderer
from pmcoach_lint.settings import Settings
from pmcoach_lint.settings_values import PathRules
from pmcoach_lint.syntax.source import Source

SECRETS = ("anna.schmidt@northwind.com", "+49 171 7654321", "Anna Schmidt", "Oda Quist", "pm-07 is pregnant")
DOCUMENT = """\
---
type: coaching-pack
coach: Anna Schmidt
status: actve
---

## 7) Risks / Open questions / Next steps

### Next steps

| Step | Owner | Due |
|---|---|---|
| Mail anna.schmidt@northwind.com | Anna Schmidt | 05/10/2026 |
| Call +49 171 7654321 | Oda Quist | soon, as pm-07 is pregnant |
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_text(DOCUMENT, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_tells_what_is_private(name: str, file: Path) -> None:
    reports = list(lint_files([file], Settings(root=file.parent, real_names=("Oda Quist",))))
    output = "".join(renderer(name)(reports, Style(colour=False)))
    assert {finding.code for finding in reports[0].findings} >= {"PMC940", "PMC941", "PMC942", "PMC943", "PMC944"}
    assert [secret for secret in SECRETS if secret in output] == []
    assert "PMC940" in output


def test_the_text_shows_the_place_and_not_the_words(file: Path) -> None:
    (report,) = lint_files([file], Settings(root=file.parent))
    lines = "".join(renderer("text")([report], Style())).splitlines()
    place = next(number for number, line in enumerate(lines) if "PMC940" in line)
    assert lines[place + 1 : place + 5] == [
        "  This is somebody's e-mail address: a…@…",
        "     |",
        f"  13 | | Mail {VEIL * 26} | {VEIL * 4} {VEIL * 7} | 05/10/2026 |",
        f"     |        {'^' * 26}",
    ]


def test_other_findings_about_the_same_words_are_masked(file: Path) -> None:
    file.write_text(DOCUMENT.replace("actve", "anna.schmidt@northwind.com"), encoding="utf-8")
    (report,) = lint_files([file], Settings(root=file.parent))
    others = [finding for finding in report.findings if finding.range.start.line == 4 and not finding.private]
    assert [finding.rule for finding in others] == ["choice-in-own-words"]
    assert "“a…@…”" in others[0].message


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("anna.schmidt@northwind.com", "a…@…"),
        ("Anna Schmidt", "A… S…"),
        ("+49 171 7654321", "…21"),
        ("", "…"),
        ("@", "…@"),
    ],
)
def test_as_much_is_told_as_its_author_needs(text: str, shown: str) -> None:
    assert masked(text) == shown


def test_a_proposal_that_repeats_it_is_none() -> None:
    source = Source("Anna here", "a.md")
    place = Range(Position(1, 1), Position(1, 5))
    private = Finding("a.md", place, "PMC942", "real-name", Severity.ERROR, "A…", private=True)
    fix = Fix("Write “Anna”", (Edit(place, "Anna B."),), safe=False)
    other = Finding(
        "a.md",
        place,
        "PMC1",
        "x",
        Severity.ERROR,
        "“Anna”",
        hint="Anna",
        fix=fix,
        related=(Related("a", place, "Anna"),),
    )
    text, (told,) = without_private(source, [Private(source, (private,))], [other])
    assert text == "•••• here"
    assert (told.message, told.hint, told.fix, told.related[0].message) == ("“A…”", "A…", None, "A…")


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_places_stay_where_they_are(text: str, start: int, end: int) -> None:
    source = Source(text, "a.md")
    start, end = sorted((min(start, len(source.text)), min(end, len(source.text))))
    place = source.range((start, end))
    private = Finding("a.md", place, "PMC942", "real-name", Severity.ERROR, "", private=True)
    veiled, _ = without_private(source, [Private(source, (private,))], [])
    assert source.span(place) == (start, end)
    assert len(veiled) == len(source.text)
    assert all(shown in (VEIL, said) for shown, said in zip(veiled, source.text, strict=True))
    assert not veiled[start:end].replace(VEIL, "").strip()


HANDLES = """\
---
type: coaching-pack
pm: "Anna Schmidt"
coach: Oda Quist
visibility: Grace Hopper
---
"""


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({}, [(3, "real-name"), (4, "wrong-form"), (5, "wrong-form")]),
        ({"ignore": ("real-name",)}, [(3, "wrong-form"), (4, "wrong-form"), (5, "wrong-form")]),
        ({"per_path": {"*.md": PathRules(ignore=("PMC942",))}}, [(n, "wrong-form") for n in (3, 4, 5)]),
        (
            {"real_names": ("Oda Quist",), "ignore": ("real-name",)},
            [(3, "wrong-form"), (4, "listed-name"), (5, "wrong-form")],
        ),
    ],
)
def test_of_the_form_of_a_name_nothing_is_said_beside_that_it_is_one(
    options: dict[str, Any], told: list[tuple[int, str]], tmp_path: Path
) -> None:
    report = lint_bytes(HANDLES.encode(), str(tmp_path / "a.md"), Settings(root=tmp_path, **options))
    rules = ("real-name", "wrong-form", "listed-name")
    assert [(each.range.start.line, each.rule) for each in report.findings if each.rule in rules] == told


def test_a_name_is_masked_wherever_the_text_repeats_it(tmp_path: Path) -> None:
    text = (
        "---\ntype: coaching-pack\npm: Anna Schmidt\nstatus: draft\nvisibility: private\n---\n\n## Context snapshot\n\n"
        "**Coaching goal:** Anna should become more strategic, says Anna's lead; not Annapolis, nor Schmidts\n\n"
        "## 7) Risks\n\n| Risk | Mitigation |\n|---|---|\n| Anna Schmidt leaves | Schmidt is asked |\n"
    )
    report = lint_bytes(text.encode(), "a.md", Settings(root=tmp_path))
    (finding,) = (each for each in report.findings if each.rule == "real-name")
    assert (finding.message, finding.range.start.line) == ("This looks like a real name: A… S…", 3)
    assert finding.hint == (
        "Write a handle or a role in its place, such as pm-07 or head of sales. The text says it as well: lines 10, 16."
    )
    lines = report.text.splitlines()
    veiled = f"{VEIL * 4} should become more strategic, says {VEIL * 4}'s lead; not Annapolis, nor Schmidts"
    assert lines[9] == f"**Coaching goal:** {veiled}"
    assert lines[15] == f"| {VEIL * 4} {VEIL * 7} leaves | {VEIL * 7} is asked |"


@pytest.mark.parametrize("text", ["", "  "])
def test_where_nothing_private_stands_nothing_is_masked(text: str) -> None:
    source = Source(f"ab{text}cd", "a.md")
    place = source.range((2, 2 + len(text)))
    private = Finding("a.md", place, "PMC942", "real-name", Severity.ERROR, "", private=True)
    other = Finding("a.md", place, "PMC202", "still-to-fill", Severity.ERROR, "Fill  this in.")
    assert without_private(source, [Private(source, (private,))], [other]) == (source.text, [other])


def test_a_name_that_is_a_word_is_masked_as_a_whole_only() -> None:
    text = "coach: Grace Will\n\nGrace and Will agree; they will with grace. Grace Will signs."
    assert [text[slice(*span)] for span in said_again(text, "Grace Will")] == ["Grace Will", "Grace Will"]
    text = "coach: anna.schmidt\n\nAnna agrees."
    assert [text[slice(*span)] for span in said_again(text, "anna.schmidt")] == ["anna.schmidt", "Anna"]


PROPOSAL = "---\ntype: work-proposal\nclient: Jo Quist, jo.quist@northwind.com\nstatus: draft\n---\n"
ENGAGEMENT = "---\ntype: engagement\nclient: Bo Lund\nstart: 2026-06-01\nstatus: active\n---\n"
NAMES = ("Jo Quist", "Bo Lund")


@pytest.mark.parametrize("asked", ["engagement.md", "proposal.md", "."])
@pytest.mark.parametrize("select", [None, ("PMC633",)])
@pytest.mark.parametrize("name", FORMATS)
def test_what_others_say_privately_is_masked_as_well(
    name: str, select: tuple[str, ...] | None, asked: str, tmp_path: Path
) -> None:
    for file, text in {"engagement.md": ENGAGEMENT, "proposal.md": PROPOSAL}.items():
        (tmp_path / file).write_text(text, encoding="utf-8")
    settings = Settings(root=tmp_path, real_names=NAMES, select=select)
    paths = sorted(tmp_path.glob("*.md")) if asked == "." else [tmp_path / asked]
    reports = list(lint_files(paths, settings))
    output = "".join(renderer(name)(reports, Style(colour=False)))
    assert [secret for secret in (*NAMES, "jo.quist", "Quist", "Lund") if secret in output] == []
    (finding,) = (each for report in reports for each in report.findings if each.code == "PMC633")
    assert finding.message == "This document is about J… Q…, j…@…, and its folder is that of B… L…."
    assert [report.asked_for for report in reports] == ([True] if asked == "proposal.md" else [True, asked == "."])


@pytest.mark.parametrize(
    ("options", "is_masked"),
    [
        ({"select": ("choice-in-own-words",)}, True),
        ({"ignore": ("email-address",)}, False),
        ({"per_path": {"*.md": PathRules(ignore=("PMC94",))}}, False),
        ({"ignore": ("PMC942",)}, True),
    ],
)
def test_what_a_rule_finds_is_masked_whatever_is_selected_but_not_where_it_is_ignored(
    options: dict[str, Any], is_masked: bool, tmp_path: Path
) -> None:
    text = DOCUMENT.replace("actve", "jo.quist@northwind.com").replace("Anna Schmidt", "pm-07")
    report = lint_bytes(text.encode(), str(tmp_path / "a.md"), Settings(root=tmp_path, **options))
    said = " ".join(each.message for each in report.findings)
    assert ("“j…@…”" in said) is is_masked
    assert ("jo.quist" in said + report.text) is not is_masked


@pytest.mark.parametrize(
    ("private", "message", "shown"),
    [
        ("+49  151  2345 6789", "Nothing reads “+49 151 2345 6789”.", "Nothing reads “…89”."),
        ("+49 151 2345 6789", "“Call +49 151 …” is long", "“Call …51 …” is long"),
        ("jo\\_quist@corp.io", "“jo_quist@corp.io”", "“j…@…”"),
        ("pm-07 has\nsevere migraines", "“pm-07 has severe migraines”", "“p… h… s… m…”"),
        ("pm-07 has **severe** migraines", "“pm-07 has severe …”", "“p… h… s… …”"),
        ("jo&#46;quist@corp.io", "“jo.quist@corp.io”", "“j…@…”"),
        ("pm-07 has migraines", "“pm-07 has …” and “pm-07 …”", "“p… h… …” and “pm-07 …”"),
    ],
)
def test_it_is_known_however_a_message_says_it(private: str, message: str, shown: str) -> None:
    source = Source(private, "a.md")
    place = source.range((0, len(private)))
    found = Finding("a.md", place, "PMC944", "special-category-data", Severity.ERROR, "", private=True)
    other = Finding("a.md", place, "PMC1", "x", Severity.ERROR, message)
    _, (told,) = without_private(source, [Private(source, (found,))], [other])
    assert told.message == shown
