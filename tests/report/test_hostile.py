"""Whatever a document says or a file is called: no format sends anything that a terminal or a CI system acts on."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from pmcoach_lint.engine import lint_bytes
from pmcoach_lint.finding import Edit, Finding, Fix, Related
from pmcoach_lint.report import FORMATS, Style, renderer
from pmcoach_lint.report.visible import in_json, in_xml, visible
from pmcoach_lint.settings import Settings
from tests.packs import WHOLE, replaced
from tests.report.fakes import FakeReport, finding, report, span
from tests.report.runner import ANYWHERE, commands, takes_commands

JOINERS = "\u200c\u200d"
PIECES = (
    "::error file=a.md,line=1::boo",
    "::stop-commands::x",
    "::add-mask::a",
    "\n::error::boo",
    " \u00a0\u3000::group::",
    "##[error]boo",
    "##[add-mask]a",
    "###[group]",
    "##vso[task.setvariable variable=a]b",
    "##teamcity[message text='a']",
    "]]>",
    "<failure/>",
    "&#27;",
    '"/>',
    "\x1b[31m",
    "\x1b]0;title\x07",
    "\x9b2J",
    "\r",
    "\r\n",
    "\x00",
    "\x7f",
    "\x85",
    "\u2028",
    "\u2029",
    "\u202e",
    "\u2066",
    "\u200f",
    "\ufeff",
    "\u00ad",
    "\ufffe",
    "\uffff",
    "\ud800",
    "\udcff",
    "\U000e0041",
    "%0A::error::boo",
    "%",
    ",",
    "a",
    " ",
    "-",
    "👩\u200d💻",
)
ALL_AT_ONCE = "".join(PIECES)


def acts(character: str) -> bool:
    """Whether a character other than the end of a line does more than show itself."""
    is_mark = unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} or character in "\ufffe\uffff"
    return character != "\n" and character not in JOINERS and is_mark


def hostile(text: str) -> FakeReport:
    """A report in which each field that comes from a document or a file's name says `text`."""
    fix = Fix(text, (Edit(span(1, 1, 2), text),), safe=False)
    one = finding(
        span(1, 1, 3),
        file=text,
        message=text,
        hint=text,
        fix=fix,
        related=(Related(text, span(1, 1), text),),
    )
    return report(text, one, finding(span(1, 2), file=text, message=f"“{text}”", fix=fix), file=text)


def in_every_format(*reports: Any) -> dict[str, str]:
    style = Style(width=40, statistics=True)
    return {name: "".join(renderer(name)(reports, style)) for name in FORMATS}


def assert_harmless(name: str, output: str, findings: int, files: int) -> None:
    assert {character for character in set(output) if acts(character)} == set()
    output.encode("utf-8")
    assert ANYWHERE.search(output) is None
    names = [command.name.replace("warning", "error") for command in commands(output)]
    if name == "github":
        assert sorted(names) == ["endgroup"] * files + ["error"] * findings + ["group"] * files
    else:
        assert names == []


@hypothesis_settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map("".join))
@example(ALL_AT_ONCE)
@example("::error::boo")
@example("x" * 30 + "::error::boo")
@example("word " * 6 + "::error::boo")
@example("\n".join(["##[error]"] * 3))
def test_nothing_that_is_said_acts_on_anything(text: str) -> None:
    for name, output in in_every_format(hostile(text)).items():
        assert_harmless(name, output, findings=2, files=1)


PACK = replaced(WHOLE, "role: PM, Checkout\n", 'role: "\\e[31m\\u202e::error::boo"\n"te\\e[31m##[x]": a\n')
PACK = replaced(PACK, "status: active\n", r'status: "\e[31m\u202e::error::boo ##[error]boo ]]> \uFFFF"' + "\n")
PACK = replaced(PACK, "| Apply | Analyze |", "| ::error::boo \x1b[31m##[error]\u202e\x9b2J | ##vso[a]]]><x> |")
PACK = replaced(PACK, "# Pack\n", "::error::boo\n\n##[group]\x1b[31m\n\n| a | b |\n|---|\n\n# Pack\n")
PACK = replaced(PACK, "### Risks\n", "### \u202e##[error]\n\n### Risks\n\n### Risks\n")
NAME = "packs/::error file=a::\x1b[31m\u202e##[error]\n::error::]]>\udce9 %0A,b.md"


def linted() -> Any:
    """A hostile pack under a hostile name, really checked."""
    return lint_bytes(PACK.encode("utf-8"), NAME, Settings(root=Path()))


@pytest.mark.parametrize("name", FORMATS)
def test_a_hostile_pack_is_told_of_without_harm(name: str) -> None:
    checked = linted()
    assert len(checked.findings) >= 5
    assert any(takes_commands(f"  {one.message[1:]}") for one in checked.findings)
    assert any(acts(character) for one in checked.findings for character in one.message)
    output = in_every_format(checked)[name]
    assert_harmless(name, output, findings=len(checked.findings), files=1)


def messages(found: tuple[Finding, ...]) -> list[str]:
    return [one.message for one in found]


def test_json_keeps_every_character() -> None:
    checked = linted()
    read = json.loads(in_every_format(checked)["json"])["findings"]
    assert [one["message"] for one in read] == messages(checked.findings)
    assert {one["file"] for one in read} == {NAME.replace("\udce9", "\ufffd")}


def test_sarif_shows_messages_and_keeps_paths_and_fixes() -> None:
    one = hostile("a\x1b[0m ##[error]\n::error::").findings[0]
    (result, _) = json.loads(in_every_format(report("", one, one, file=one.file))["sarif"])["runs"][0]["results"]
    shown = "a\\x1b[0m \\x23#[error]\n\\x3a:error::"
    assert result["message"]["text"] == f"{shown}\n{shown}"
    assert result["fixes"][0]["description"]["text"] == shown
    inserted = result["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"]
    assert inserted == "a\x1b[0m ##[error]\n::error::"
    address = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert address == "a%1B%5B0m%20%23%23%5Berror%5D%0A%3A%3Aerror%3A%3A"


def test_gitlab_shows_descriptions_and_keeps_paths() -> None:
    (first, _) = json.loads(in_every_format(hostile("a\u202e\n##[error]"))["gitlab"])
    assert first["description"] == "a\\u202e \\x23#[error] a\\u202e \\x23#[error] (PMC302)"
    assert first["location"]["path"] == "a\u202e\n##[error]"


def test_junit_is_xml_whatever_is_said() -> None:
    suite = ET.fromstring(in_every_format(hostile(ALL_AT_ONCE))["junit"].encode())[0]  # noqa: S314 - our own
    (case,) = suite
    assert case.get("name") == visible(ALL_AT_ONCE)
    assert "]]>" in (case[0].text or "")
    assert "<failure/>" in (case[0].text or "")


def test_colours_are_ours_alone() -> None:
    output = "".join(renderer("text")([hostile("\x1b[31mred\x1b[0m")], Style(colour=True)))
    assert set(re.findall(r"\x1b\[([0-9;]*)m", output)) == {"0", "1", "2", "1;31", "1;36", "1;34"}
    assert "\x1b[31m" not in output


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error::x", "\\x3a:error::x"),
        (" \u3000::x", " \u3000\\x3a:x"),
        ("a::b", "a::b"),
        (":", ":"),
        ("##[error]", "\\x23#[error]"),
        ("a ##vso[x] ####[y]", "a \\x23#vso[x] ##\\x23#[y]"),
        ("## [a]", "## [a]"),
        ("##a b[c]", "##a b[c]"),
    ],
)
def test_commands_are_shown_by_a_number(text: str, shown: str) -> None:
    assert visible(text) == visible(shown) == shown


def test_json_writes_by_numbers_what_acts() -> None:
    value = {"a": "\x1b\u202e\x9b\U000e0041é“日\u00a0\u200d\t", "##[b]": ["\ud800", "#", "##[["]}
    written = in_json(value)
    assert written == (
        '{"a": "\\u001b\\u202e\\u009b\\udb40\\udc41é“日\u00a0\u200d\\t", "\\u0023#[b]": ["\ufffd", "#", "\\u0023#[["]}'
    )
    assert json.loads(written) == {**value, "##[b]": ["\ufffd", "#", "##[["]}
    assert in_json({"a": ["\x7f"]}, indent=2) == '{\n  "a": [\n    "\\u007f"\n  ]\n}'


def test_xml_writes_what_may_stand_in_it() -> None:
    assert in_xml('a<b>&"c"]]>\n::x\ufffe\x0b') == "a&lt;b&gt;&amp;&quot;c&quot;]]&gt;\n\\x3a:x\\ufffe\\x0b"
