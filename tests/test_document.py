"""Whole documents: packs as they are really written, and what no content may do to the reader."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pmcoach_lint.document import Document, read_document
from pmcoach_lint.syntax.frontmatter import ANOTHER_KIND
from pmcoach_lint.syntax.source import Source, fold
from tests.effort import bounded, calls
from tests.linting import offences_of
from tests.packs import EXAMPLES

DATA = Path(__file__).parent / "data"
SAMPLES = sorted(path for path in DATA.glob("*.md") if path.with_suffix(".json").exists())
FRONT = "---\ntype: coaching-pack\npm: pm-07\nstart: 2026-10-05\nweeks: 8\nstatus: draft\n---\n\n"


def read(text: str) -> Document:
    return read_document(text.encode("utf-8", "surrogatepass"), "packs/pm-07.md")


def rules(text: str) -> list[tuple[str, str, str]]:
    """Each offence: its rule, the text at its place, its message."""
    return offences_of(read(text))


def as_json(document: Document) -> str:
    spans = [sorted((str(path), span) for path, span in where.items()) for where in (document.values, document.keys)]
    return json.dumps(
        [document.data, spans, sorted(map(str, document.settled)), sorted(map(str, document.offences.items()))]
    )


def check_places(document: Document) -> None:
    """Every place lies inside the text, runs forwards, and has a line and a column."""
    offences = [offence for several in document.offences.values() for offence in several]
    spans = [*document.values.values(), *document.keys.values(), *(offence.span for offence in offences)]
    spans += [span for offence in offences for span, *_ in offence.related]
    for start, end in spans:
        assert 0 <= start <= end <= len(document.text)
        range_ = document.range((start, end))
        assert (1, 1) <= range_.start <= range_.end


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_pack_as_it_is_really_written_reads_whole(sample: Path) -> None:
    document = read_document(sample.read_bytes(), sample.name)
    assert document.offences == {}
    assert document.repeated == []
    assert document.data == json.loads(sample.with_suffix(".json").read_bytes())
    check_places(document)


@pytest.mark.parametrize("sample", [*SAMPLES, *EXAMPLES], ids=lambda path: path.stem)
def test_line_ends_and_a_byte_order_mark_make_no_difference(sample: Path) -> None:
    text = sample.read_text(encoding="utf-8")
    plain = read(text)
    for variant in (text.replace("\n", "\r\n"), text.replace("\n", "\r"), "\ufeff" + text):
        other = read(variant)
        assert json.dumps(other.data).replace("\\r\\n", "\\n").replace("\\r", "\\n") == json.dumps(plain.data)
        assert {rule: len(offences) for rule, offences in other.offences.items()} == {
            rule: len(offences) for rule, offences in plain.offences.items()
        }
        check_places(other)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_example_packs_have_nothing_but_gaps(example: Path) -> None:
    document = read_document(example.read_bytes(), example.name)
    assert set(document.offences) <= ({"still-to-fill"} if document.status == "draft" else set())
    for path, span in document.values.items():
        if path and path[-1] in ("current", "target"):
            assert document.text[slice(*span)] == document.text[slice(*span)].strip("| ")


def test_a_blank_template_has_nothing_but_gaps_and_no_heading_is_lost() -> None:
    document = read_document((DATA / "blank-template.md").read_bytes(), "blank-template.md")
    assert set(document.offences) == {"still-to-fill"}
    for offence in document.offences["still-to-fill"]:
        assert document.text[slice(*offence.span)].strip() != ""
    named = {path for path in document.keys if len(path) > 1}
    for path in (
        ("assessment", "strengths"),
        ("assessment", "constraints"),
        ("plan", "bets", 0, "reps"),
        ("plan", "bets", 0, "stretch"),
        ("plan", "bets", 0, "artifacts"),
        ("plan", "bets", 0, "commitments"),
        ("plan", "bets", 0, "measurement"),
        ("plan", "bets", 0, "checkpoints"),
        ("cadence", "prompts"),
        ("closing", "risks"),
    ):
        assert path in named
        assert "\n" not in document.text[slice(*document.keys[path])]
    assert [item["minutes"] for item in document.data["cadence"]["agenda"]] == [
        5,
        10,
        {"from": 20, "to": 30},
        {"from": 5, "to": 10},
    ]


def test_the_front_matter_is_data_with_places() -> None:
    document = read(FRONT.replace("status: draft", "assumptions: [one, 'two']\nstatus: Draft"))
    assert document.data == {
        "type": "coaching-pack",
        "pm": "pm-07",
        "start": "2026-10-05",
        "weeks": 8,
        "assumptions": ["one", "two"],
        "status": "draft",
    }
    text = document.text
    assert text[slice(*document.values[("assumptions", 1)])] == "'two'"
    assert text[slice(*document.keys[("start",)])] == "start"
    assert document.status == "draft"
    assert text[document.body :] == "\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ("empty-file", "", "This file is empty.")),
        (
            "# Title\n",
            (
                "no-front-matter",
                "# Title",
                "This document has no front matter, so there is no telling what kind of document it is.",
            ),
        ),
        (
            "---\ntype: coaching-pack\n",
            ("unclosed-front-matter", "---", "The front matter is opened here and never closed."),
        ),
        (
            "---\n- a\n---\n",
            ("not-key-value", "- a", "The front matter is a list; it must be lines of the form “key: value”."),
        ),
        (
            "---\ntext\n---\n",
            ("not-key-value", "text", "The front matter is a single text; it must be lines of the form “key: value”."),
        ),
        (
            "---\npm: pm-07\n---\n",
            ("missing-type", "---", "The front matter does not say what kind of document this is."),
        ),
        (
            "---\ntype: coaching-pak\n---\n",
            (
                "unknown-type",
                "coaching-pak",
                "“coaching-pak” is no known type of document. Did you mean “coaching-pack”?",
            ),
        ),
        ("---\ntype: [a]\n---\n", ("unknown-type", "[a]", "“['a']” is no known type of document.")),
        ("---\ntype: ../coaching-pack\n---\n", ("unknown-type", "../coaching-pack", None)),
        (
            "---\ntype: coaching-pack\npm: a\npm: b\n---\n",
            ("duplicate-key", "pm", "The key “pm” is given twice; the first one counts."),
        ),
        (
            "---\ntype: coaching-pack\nrole: PM: Checkout\n---\n",
            ("invalid-yaml", None, "A second colon stands in this value."),
        ),
        (
            "---\ntype: coaching-pack\nstart: 2026-13-40\n---\n",
            ("impossible-date", "2026-13-40", "“2026-13-40” is no date: there is no month 13."),
        ),
    ],
)
def test_what_front_matter_may_be_instead(text: str, expected: tuple[str, str | None, str | None]) -> None:
    (found,) = rules(text)
    assert found[0] == expected[0]
    assert expected[1] in (None, found[1])
    assert expected[2] in (None, found[2])


_OFFER = "# Another way to work\n\n## Investment\n\nSix thousand.\n\n## What I recommend\n\nSay yes.\n"
_FORM = "## How it goes\n\n## Good here\n\n"
_PARTS = "## Current Assessment\n\nWell.\n\n## Growth bets\n\nTwo.\n\n## Development plan\n\nReps.\n"


@pytest.mark.parametrize(
    ("head", "body", "name"),
    [
        ("type: Event Log", "", "event-log"),
        ("type: PM_Coaching_Pack", "", "coaching-pack"),
        ("doc_type: Engagement Value Assessment", "", "value-assessment"),
        ("type: proposal", "", "work-proposal"),
        ("type: Assessment", "", "value-assessment"),
        ("type: log", "", "event-log"),
        ("document: value review", "", "value-assessment"),
        ("what: evidence portfolio", "", "evidence-portfolio"),
        ("document: PM coaching pack\nnote: see the event log", "", "coaching-pack"),
    ],
)
def test_a_type_may_be_named_in_words_and_under_another_key(head: str, body: str, name: str) -> None:
    document = read_document(f"---\n{head}\n---\n\n{body}".encode(), "a.md")
    assert document.type == document.data["type"] == name
    assert document.offences.keys() <= {"still-to-fill", "key-of-no-use"}


@pytest.mark.parametrize(
    "title", ["PM Coaching Pack – pm-31", "Coaching Pack: pm-31", "PM coaching pack for pm-31 (Oslo)"]
)
def test_the_title_may_say_what_kind_of_document_it_is_and_of_whom(title: str) -> None:
    document = read_document(f'---\ntitle: "{title}"\n---\n\nText.\n'.encode(), "a.md")
    assert (document.type, "type-unsaid" in document.offences) == ("coaching-pack", False)


@pytest.mark.parametrize(
    ("head", "body", "name"),
    [
        ("client: Northwind", "# Strategic Work Proposal: Northwind\n", "work-proposal"),
        ("client: Northwind", "## Engagement value assessment\n", "value-assessment"),
        ("client: Northwind", "Notes\n\n# pm-31: Client PM Coaching Plan\n", "coaching-plan"),
        ("page: PM Coaching Pack - pm-31", "# A plan\n", "coaching-pack"),
        ("pm: pm-31", "**PM Coaching Pack**\n\nText.\n", "coaching-pack"),
        ("pm: pm-31", "PM-31 COACHING PACK (short version)\n======\n\nText.\n", "coaching-pack"),
        ("client: Northwind", "# Half a year with Northwind: a value review\n", "value-assessment"),
        ("pm: pm-31", f"# For the winter\n\n{_PARTS}", "coaching-pack"),
        ("pm: pm-31", f"# As in the event log\n\n{_PARTS}", "coaching-pack"),
        ("pm: pm-31", re.sub(r"## (.+)", r"**\1**", _PARTS), "coaching-pack"),
    ],
)
def test_a_document_without_a_type_is_read_as_what_it_reads_like(head: str, body: str, name: str) -> None:
    document = read_document(f"---\n{head}\n---\n\n{body}".encode(), "a.md")
    (offence,) = document.offences["type-unsaid"]
    assert document.type == document.data["type"] == name
    assert offence.span == (0, 3)
    assert document.doctype
    assert offence.message == (
        f"The front matter does not say what kind of document this is. It is read as “{document.doctype.title}”."
    )
    assert offence.hint == f"Add a line such as `type: {name}`. {ANOTHER_KIND}"


@pytest.mark.parametrize(
    ("file", "head", "body", "name"),
    [
        ("packs/northwind-proposal.md", "client: Northwind", _OFFER, "work-proposal"),
        ("Northwind Proposal v2.md", "client: Northwind", _OFFER, "work-proposal"),
        ("a.md", "what: log", "", "event-log"),
        ("a.md", "kind: Portfolio", "", "evidence-portfolio"),
    ],
)
def test_the_type_that_a_file_s_name_or_one_word_helps_to_tell(file: str, head: str, body: str, name: str) -> None:
    assert read_document(f"---\n{head}\n---\n\n{body}".encode(), file).type == name


@pytest.mark.parametrize(
    ("file", "body"), [("offer.md", _OFFER), ("proposal.md", "# Notes\n"), ("log.md", "# Notes\n\n## Week of it\n")]
)
def test_a_file_s_name_alone_tells_no_type(file: str, body: str) -> None:
    assert read_document(f"---\nclient: Northwind\n---\n\n{body}".encode(), file).doctype is None


@pytest.mark.parametrize("body", ["", "# Anything else\n\n## Event Log\n", "# Engagement\n", f"# Notes\n\n{_FORM}"])
def test_a_document_that_reads_like_nothing_is_of_no_type(body: str) -> None:
    document = read_document(f"---\nclient: Northwind\n---\n\n{body}".encode(), "a.md")
    (offence,) = document.offences["missing-type"]
    assert document.doctype is None
    assert offence.message == "The front matter does not say what kind of document this is."
    assert offence.hint == f"Add a line such as `type: coaching-pack`. {ANOTHER_KIND}"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Text.\n\n# Strategic Work Proposal: Northwind\n", "work-proposal"),
        ("# The parts of a PM coaching pack\n\nThere are nine.\n", "coaching-pack"),
        ("Text.", "coaching-pack"),
    ],
)
def test_the_type_that_a_document_without_front_matter_may_be_of(text: str, name: str) -> None:
    document = read_document(text.encode(), "a.md")
    (offence,) = document.offences["no-front-matter"]
    assert document.doctype is None
    assert offence.hint == f"Begin the file with --- on a line, `type: {name}` below it, and --- again. {ANOTHER_KIND}"


_ENTRIES = "**Mon 5 Oct** [S]\nAsked why.\n\n**Tue 6 Oct** [T]\nWrote it up.\n"
_LOG = f"# Northwind log\n\n{_ENTRIES}\n## Coming up\n\n- Nov 3: prices\n"
_RATIO = "\n## Ratio\n\n| Month | T | S |\n|---|---|---|\n| Oct | 8 | 4 |\n"


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("packs/clients/contoso/artifacts/notes.md", "artifact"),
        ("packs/coaching-plans/notes.md", "coaching-plan"),
        ("packs/artifacts/2026/notes.md", "coaching-pack"),
        ("packs/notes.md", "coaching-pack"),
        ("notes.md", "coaching-pack"),
    ],
)
@pytest.mark.parametrize("text", ["Some notes.\n", "---\nowner: pm-07\n---\n\nSome notes.\n"])
def test_of_what_nothing_tells_the_folder_says_what_it_may_be(file: str, name: str, text: str) -> None:
    offences = read_document(text.encode(), file).offences
    (offence,) = offences.get("no-front-matter") or offences["missing-type"]
    assert f"`type: {name}`" in (offence.hint or "")


@pytest.mark.parametrize(
    ("file", "text", "name"),
    [
        ("a.md", _PARTS, "coaching-pack"),
        ("a.md", f"# Strategic Work Proposal: Northwind\n\n{_OFFER}", "work-proposal"),
        ("a.md", f"{_LOG}{_RATIO}", "event-log"),
    ],
)
def test_a_document_without_front_matter_is_read_as_what_its_parts_tell(file: str, text: str, name: str) -> None:
    document = read_document(text.encode(), file)
    (offence,) = document.offences["type-unsaid"]
    assert document.type == document.data["type"] == name
    assert document.doctype
    assert offence.span == (0, text.index("\n"))
    assert offence.message == f"This document has no front matter. It is read as “{document.doctype.title}”."
    assert offence.hint == f"Begin the file with --- on a line, `type: {name}` below it, and --- again. {ANOTHER_KIND}"
    assert offence.line is None
    check_places(document)


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"\0", b"\x80", b"\xef\xbb\xbf", b"---\ntype: \xe9\n---\n"])
def test_what_is_no_text_is_one_offence(data: bytes) -> None:
    document = read_document(data, "pack.md")
    assert sum(map(len, document.offences.values())) == 1
    assert document.data == {}
    check_places(document)


def test_a_document_of_no_known_type_has_no_binding() -> None:
    document = read("---\ntype: other\n---\n")
    with pytest.raises(ValueError, match="no known type"):
        _ = document.binding


def test_nesting_that_is_too_deep_is_told_once() -> None:
    for text in ("- " * 1000 + "x\n", "> " * 1000 + "x\n", "".join("  " * n + "- a\n" for n in range(1000))):
        assert [rule for rule, _, _ in rules(f"{FRONT}## Risks\n\n{text}")].count("too-complex") == 1


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    check_places(read_document(data, "pack.md"))


MARKS = [
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "- ",
    "1. ",
    "> ",
    "# ",
    "## ",
    "### ",
    "|",
    "---",
    "-",
    "===",
    "**",
    "*",
    "_",
    "`",
    "```\n",
    "~~~\n",
]
MARKS += [
    "<br>",
    "<!--",
    "-->",
    "<div>",
    ": ",
    "; ",
    " – ",
    "(",
    ")",
    "[",
    "]",
    "[ ] ",
    "\\",
    "\t",
    "    ",
    "\xa0",
    "\u2028",
    "\x0b",
    "é",
    "😀",
]
MARKS += [
    "## 2) Current Assessment\n",
    "## Growth bets\n",
    "## 4) Development Plan\n",
    "### B1: x\n",
    "**Bet 1: x**\n",
    "**Weekly reps:**\n",
]
MARKS += [
    "- R1.1 x (45 min, weeks 1–4). Artifact: y\n",
    "| Competency | Current | Target | Evidence |\n|---|---|---|---|\n",
    "| a | Apply |",
]
MARKS += [
    "## Risks\n",
    "## 5) Cadence\n",
    "### Agenda\n",
    "- Wins (5 min)\n",
    "**Evidence:** x\n",
    "Week 4: x\n",
    "2026-13-40",
    "TBD",
    "E1, E2",
]
MARKS += [
    "Apply → Analyze",
    "\ufeff",
    "\ud800",
    "&amp;",
    "x",
    "Level: Apply\n",
    "| | |\n|---|---|\n",
    "Scope: x\n",
    "**A**\n-\n",
]
bodies = st.text(max_size=120) | st.lists(st.sampled_from(MARKS), max_size=40).map("".join)


@given(bodies, st.sampled_from(["", FRONT]))
@example("# CURRENT:ASSESSMENT\nEVIDENCE\n: ", FRONT)
@example("DEVELOPMENT:PLAN\n- - 0", "")
@settings(max_examples=150)
def test_any_text(body: str, front: str) -> None:
    document = read(front + body)
    check_places(document)
    assert json.loads(json.dumps(document.data)) == document.data
    assert as_json(read(front + body)) == as_json(document)


PACKS = [path.read_text(encoding="utf-8") for path in (*EXAMPLES, *SAMPLES, DATA / "blank-template.md")]


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A real pack in which lines and characters are missing, doubled, swapped or put in."""
    lines = draw(st.sampled_from(PACKS)).splitlines(keepends=True)
    for _ in range(draw(st.integers(1, 12))):
        at = draw(st.integers(0, len(lines) - 1))
        other = draw(st.integers(0, len(lines) - 1))
        match draw(st.integers(0, 4)):
            case 0 if len(lines) > 1:
                del lines[at]
            case 1:
                lines.insert(other, lines[at])
            case 2:
                lines[at], lines[other] = lines[other], lines[at]
            case 3:
                column = draw(st.integers(0, len(lines[at])))
                lines[at] = lines[at][:column] + draw(st.sampled_from(MARKS)) + lines[at][column:]
            case _:
                column = draw(st.integers(0, len(lines[at])))
                lines[at] = lines[at][:column] + lines[at][column + draw(st.integers(1, 4)) :]
    return "".join(lines)


@given(damaged())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
def test_any_damage_to_a_real_pack(text: str) -> None:
    document = read(text)
    check_places(document)
    assert as_json(read(text)) == as_json(document)


def test_an_empty_item_behind_what_is_inside() -> None:
    body = "### Framing\n- Bloom:\n**A**\n-\n   - Know: names it\n   - Apply: says it\n\n## 2) Assessment\n"
    check_places(read(f"{FRONT}## 1) Definition of Good PM\n\n{body}"))


PART = f"{FRONT}## Risks\n\n"
PLAN = f"{FRONT}## Plan\n\n### B1: x\n\n**Weekly reps:**\n\n"
AGENDA = f"{FRONT}## Cadence\n\n### Agenda\n\n"
LADDER = f"{FRONT}## Good PM\n\n| Competency | Behaviours | Ladder |\n|---|---|---|\n| x | "
LINES = [
    "*",
    "_",
    "`",
    "[",
    "](",
    "(",
    ")",
    "|",
    "| a ",
    "#",
    "> ",
    "- ",
    "1. ",
    "\\",
    "&",
    "&amp;",
    "<",
    "<br>",
    "<!-- ",
    "“",
    '"',
    " ",
    "\t",
]
LINES += [
    "\xa0",
    ": ",
    "; ",
    ";",
    "/",
    " → ",
    "**a** ",
    "**a**: ",
    "(a) ",
    "(5 min) ",
    "E1, ",
    "R1.1 ",
    "2026-10-05 ",
    "weeks ",
    ". Signal: ",
]


@pytest.mark.parametrize("head", ["", "- ", "## ", "**Evidence:** ", "**", "|"])
def test_long_lines_of_anything_are_read_in_no_time(head: str) -> None:
    for before in (PART, PLAN, AGENDA, LADDER):
        with bounded(5):  # a reader that goes back over the line takes many times as long
            for mark in LINES:
                check_places(read(before + head + mark * (10_000 // len(mark)) + "x\n"))


@pytest.mark.parametrize(
    "many",
    [
        lambda count: PART + "- a\n" * count,
        lambda count: PART + "- TBD\n" * count,
        lambda count: PART + "a\n\n" * count,
        lambda count: PART + "## Risks\n\n- a\n\n" * (count // 4),
        lambda count: PART + "| Risk | Mitigation |\n|---|---|\n" + "| a | b |\n" * count,
        lambda count: PART + "| Risk | Mitigation |\n|---|---|\n| a | b |\n\n" * (count // 8),
        lambda count: PLAN + "- R1.1 x (45 min, weeks 1–4). Artifact: y\n" * (count // 4),
        lambda count: AGENDA + "- Wins (5 min)\n" * (count // 2),
        lambda count: FRONT + "## Growth bets\n\n" + "### Bet 1: x\n\n**Why it matters:** y\n\n" * (count // 16),
        lambda count: FRONT + "## Bet A\n\n### Follow-up\n\nx\n\n" * (count // 16),
        lambda count: (
            "---\ntype: work-proposal\n---\n\n## Recommendation\n\nx\n\n" + "### x\n\n- [ ] y\n\n" * (count // 4)
        ),
        lambda count: FRONT + "## Context\n\n" + "**Scope:** y\n\n" * (count // 2),
        lambda count: FRONT + "**Risks**\n\n- a\n\n**Development plan**\n\n" * (count // 8),
        lambda count: FRONT + "## Next steps\n\n" + "- x (2026-13-40)\n" * (count // 4),
        lambda count: FRONT + "| a " * count + "|\n" + "|---" * count + "|\n",
    ],
)
def test_work_grows_with_the_length_and_no_faster(many: Callable[[int], str]) -> None:
    read(many(100))
    shorter, longer = (calls(partial(read, many(count))) for count in (2_000, 8_000))
    assert longer < 4.2 * shorter  # four times the length; sixteen times the work would be quadratic


@given(
    st.text()
    | st.text(alphabet="aÄß_1'’-–. \n\u00a0\ud83d")
    | st.text(st.characters(min_codepoint=0x2000, max_codepoint=0x2FFF))
)
def test_its_words_are_those_of_its_text(text: str) -> None:
    source = Source(text, "pack.md")
    assert source.words >= set(re.findall(r"[^\W_]+", source.text.casefold()))
    assert Source(text, "pack.md").folded == source.folded == fold(source.text)


def test_a_place_to_fill_in_is_no_value_of_a_list_in_the_front_matter() -> None:
    text = "---\ntype: coaching-pack\nassumptions:\n  - TBD\n  - The pilot goes on.\n  - '[Assumption]'\n---\n"
    document = read_document(text.encode(), "packs/pm-30.md")
    assert document.data["assumptions"] == ["The pilot goes on."]
    assert document.text[slice(*document.values["assumptions", 0])] == "The pilot goes on."
    assert ("assumptions", 1) not in document.values
    told = [document.range(each.span).start for each in document.offences["still-to-fill"]]
    assert told == [(4, 5), (6, 5)]
    blank = read_document(b"---\ntype: coaching-pack\nassumptions: [TBD]\n---\n", "packs/pm-30.md")
    assert "assumptions" not in blank.data
    none = read_document(b"---\ntype: coaching-pack\nassumptions: []\n---\n", "packs/pm-30.md")
    assert none.data["assumptions"] == []


@pytest.mark.parametrize("odd", ["ı", "ſ", "\u212a"])
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_letters_that_count_as_others_where_case_does_not_are_read(sample: Path, odd: str) -> None:
    """A pattern that ignores case finds `fıve` for `five`: whoever looks that up then must not fail."""
    text = sample.read_text(encoding="utf-8")
    usual = {"ı": "i", "ſ": "s", "\u212a": "k"}[odd]
    begin = text.find("\n---\n", 4) if text.startswith("---\n") else 0
    check_places(read(text[:begin] + text[begin:].replace(usual, odd)))
