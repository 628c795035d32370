"""What is struck through is withdrawn: it is not read, and everything else stays where it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcoach_lint.syntax.blanks import closed_up
from pmcoach_lint.syntax.struck import without_struck
from tests.binding.reading import parts, read
from tests.effort import bounded


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("~~Understand~~ **Apply** (28 Oct)", "**Apply** (28 Oct)"),
        ("own ~~three~~ two museums", "own two museums"),
        ("pm-44 ~~is better at it~~ cuts scope", "pm-44 cuts scope"),
        ("with options ~~and a cost~~ [dropped 21 Oct], each", "with options, each"),
        ("<del>Understand</del> Apply", "Apply"),
        ("<s>5</s> 4 engineers", "4 engineers"),
        ("a ~~b\nc~~ d", "a\nd"),
        ("- ~~Mondays~~ Tuesdays, 40 min", "- Tuesdays, 40 min"),
        ("- ~~Why is it a must?~~ [felt like an exam:] What breaks without it?", "- What breaks without it?"),
        ("- [ ] agree the rule, ~~30 Oct~~ 18 Nov", "- [ ] agree the rule, 18 Nov"),
        ("| a | ~~Know~~ Apply |", "| a | Apply |"),
        ("| a | ~~E1~~, E2 | b |", "| a | E2 | b |"),
        ("| a | E2, ~~E9~~ | b |", "| a | E2 | b |"),
        ("| a | E2, ~~E9~~, E3 | b |", "| a | E2, E3 | b |"),
        ("| a | ~~E1~~; ~~E2~~; E3 | b |", "| a | E3 | b |"),
        ("| a | ~~E1~~, ~~E2~~ | b |", "| a | | b |"),
        ("- E1, ~~E2~~", "- E1"),
        ("weeks 1–6, ~~until 8~~ reached 11 Nov", "weeks 1–6, reached 11 Nov"),
        ("the brief ~~and memo~~, on Friday", "the brief, on Friday"),
    ],
)
def test_what_stands_beside_is_left(text: str, left: str) -> None:
    assert " ".join(without_struck(text).split()).replace(" ,", ",") == " ".join(left.split())


@pytest.mark.parametrize(
    "line",
    [
        "~~**Bet 3. Records**~~ [parked 12 Oct, three were too many; next cycle]",
        "**~~Bet 3. Records~~**",
        "- ~~Third museum insists on April~~ (resolved 3 Nov)",
        "- ~~Third museum insists on April~~ – resolved on 3 Nov",
        "- ~~The budget~~ [closed] (see the log)",
        "- ~~Is the engineer coming back?~~ Yes, 7 Dec",
        "- ~~**Is the engineer coming back?**~~ Yes, 7 Dec",
        "- [x] ~~ask the CFO~~",
        "1. ~~Ask the CFO~~.",
        "* ~~All of it~~, no longer needed",
    ],
)
def test_a_line_that_is_done_with_goes_as_a_whole(line: str) -> None:
    assert without_struck(f"before\n\n{line}\n\nafter\n").split() == ["before", "after"]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_make_no_difference(end: str) -> None:
    text = "- ~~Bet C~~ [parked]\n  - Why: later\n- ~~What?~~ No\n- ~~a\nb~~ c\n\n| ~~x~~ | y |\n| a | ~~b~~ c |\n"
    assert without_struck(text.replace("\n", end)).replace(end, "\n") == without_struck(text)


@pytest.mark.parametrize(
    ("row", "left"),
    [
        ("| ~~Delivery~~ | ~~Apply~~ | stopped |", "| | | |"),
        ("| **~~Delivery~~** [stopped] | – |", "| | |"),
        ("| ~~Know~~ Apply | – |", "| Apply | – |"),
        ("| 13 Oct | ~~2~~ | stopped |", "| 13 Oct | | stopped |"),
    ],
)
def test_a_row_whose_first_cell_is_struck_through_is_empty(row: str, left: str) -> None:
    assert " ".join(without_struck(row).split()) == left


@pytest.mark.parametrize(
    "text",
    [
        "- ~~Bet C~~ [parked]\n  - Why: later\n\n  - Signals: none\n",
        "### ~~Bet 3~~\n\nWhy: later\n\n#### Reps\n\n- one\n\n",
        "~~**Bet 3. Records**~~ [parked]\n- Why: later\n- Signals: none\n",
    ],
)
@pytest.mark.parametrize("behind", ["- next\n", "### Next\n\n- next\n", "Next\n"])
def test_what_belongs_to_it_goes_with_it(text: str, behind: str) -> None:
    behind = f"\n{behind}" if text.startswith("~~") else behind
    left = without_struck(f"{text}{behind}")
    ends_section = not text.startswith("#") or behind.startswith("#")
    assert left.strip() == (behind.strip() if ends_section else "")


@pytest.mark.parametrize(
    "text",
    [
        "`~~not this~~` or that",
        "~~~\ncode\n~~~\n",
        "about ~5 of ~7 weeks",
        "~~ not this ~~",
        "~~ends nowhere",
        "~~one\n\ntwo~~",
        "~~one\n- two~~",
        r"\~~not this~~",
        "a </div> b",
        "<section>words</section>",
    ],
)
def test_what_is_not_struck_through_stays(text: str) -> None:
    assert without_struck(text) == text


@given(st.text(alphabet="~~~a b-#\n[]()?`<>/del*", max_size=60))
def test_nothing_moves_and_nothing_else_is_lost(text: str) -> None:
    left = without_struck(text)
    assert len(left) == len(text)
    assert all(one == other or one in " \xa0" for one, other in zip(left, text, strict=True))
    assert left.count("\n") == text.count("\n")


def test_much_of_it_is_told_in_no_time() -> None:
    for text in ("~~a~~ " * 20_000, "~~a " * 20_000, "<s>a" * 20_000, "~~a\n" * 20_000, "# ~~a~~\n" * 20_000):
        assert len(without_struck(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("each with options \xa0\xa0\xa0\xa0\xa0\xa0.", "each with options."),
        ("pm-44 \xa0\xa0\xa0\xa0\xa0\xa0\xa0 cuts", "pm-44 cuts"),
        ("a\n          b", "a\n          b"),
        ("two         columns", "two         columns"),
        ("two  spaces", "two  spaces"),
    ],
)
def test_gaps_in_texts_are_closed(text: str, closed: str) -> None:
    assert closed_up({"texts": [text, 5]}) == {"texts": [closed, 5]}


def test_a_gap_of_any_length_is_closed() -> None:
    with bounded(5):  # a pattern that goes back over the gap takes minutes
        assert closed_up(f"a{chr(160) * 100_000}b") == "a b"


def test_records_that_are_done_with_are_not_there() -> None:
    body = """## 3) Shared Vision

**Bet 1. Framing: Understand → ~~Apply~~ Analyze**
- Why: two openings ~~may slip~~ slipped
- Signals: one cut; each with options ~~and a cost~~ [dropped 21 Oct]
- Timeframe: weeks 1–8

~~**Bet 2. Records: Know → Apply**~~ [parked 12 Oct; goes to the next cycle]

## 7) Risks / Open questions / Next steps

| Risk | Mitigation |
|---|---|
| Sales set dates | ~~wait~~ talk to them |
| ~~No data~~ | ~~ask~~ |

### Open questions

- ~~Is the engineer coming back?~~ Yes, 7 Dec
- ~~Who could tell?~~ [too wide; instead:] Who else could tell?
"""
    data = parts(body)
    assert data["vision"]["bets"] == [
        {
            "bet": "Framing",
            "current": "Understand",
            "target": "Analyze",
            "why": "two openings slipped",
            "signals": ["one cut", "each with options"],
            "timeframe": {"from": 1, "to": 8},
        }
    ]
    assert data["closing"] == {
        "risks": [{"risk": "Sales set dates", "mitigation": "talk to them"}],
        "questions": ["Who else could tell?"],
    }


def test_a_finding_beside_it_is_at_its_place() -> None:
    document = read("## 2) Current Assessment\n\n| Competency | Current level |\n|---|---|\n| A | ~~Know~~ Aply |\n")
    (offence,) = document.offences["not-a-level"]
    assert document.text[slice(*offence.span)] == "Aply"
    assert offence.message == "“Aply” is not a Bloom level. Did you mean “Apply”?"


@pytest.mark.parametrize(
    ("name", "is_withdrawn"),
    [("Bet 2", True), ("bet 2", True), ("Records", True), ("Bet 1", False), ("Framing", False), ("Bet", True)],
)
def test_what_a_parked_bet_was_called_is_known(name: str, is_withdrawn: bool) -> None:
    document = read("## 3) Shared Vision\n\n**Bet 1. Framing**\n\n~~**Bet 2. Records: Know → Apply**~~ [parked]\n")
    assert document.is_withdrawn(name) is is_withdrawn


def test_nothing_is_withdrawn_where_nothing_is_struck_through() -> None:
    assert not read("## 3) Shared Vision\n\n**Bet 1. Framing**\n").is_withdrawn("Bet 1")
