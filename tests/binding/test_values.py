"""Single values out of a stretch of text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcoach_lint.readers.several import split_values
from pmcoach_lint.readers.text import is_nothing, is_placeholder, plain, without_comments

ARROWS = ("→", "->", "-->", "/")


def values(text: str, between: tuple[str, ...] = ()) -> list[str]:
    return [text[start:end] for start, end in split_values(text, (0, len(text)), between)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("one", ["one"]),
        ("", []),
        ("one; two; three", ["one", "two", "three"]),
        ("one;", ["one"]),
        ("one<br>two<br/>three<br />four<BR>five", ["one", "two", "three", "four", "five"]),
        ("- one<br>- two", ["one", "two"]),
        ("• one<br>• two", ["one", "two"]),
        ("- one - two - three", ["one", "two", "three"]),
        ("• one • two", ["one", "two"]),
        ("- one - of many<br>- two", ["one - of many", "two"]),
        ("1. one<br>2. two", ["one", "two"]),
        ("1) one; 2) two", ["one", "two"]),
        ("3. one<br>5. two", ["3. one", "5. two"]),
        ("2 interviews<br>1 note", ["2 interviews", "1 note"]),
        ("one\ntwo\r\nthree", ["one", "two", "three"]),
        ("one\n> two", ["one", "two"]),
        ("<ul><li>one</li><li>two</li></ul>", ["one", "two"]),
        ("E1, E3", ["E1", "E3"]),
        ("E1 and E2", ["E1", "E2"]),
        ("E1; E2", ["E1", "E2"]),
        ("R1.1/R1.2", ["R1.1", "R1.2"]),
        ("frames, notes", ["frames, notes"]),
        ("a - b", ["a - b"]),
        ("a well-known - and long - sentence", ["a well-known - and long - sentence"]),
        ("uses (a; b (c; d); e); more", ["uses (a; b (c; d); e)", "more"]),
        ("says “no; later”; waits", ["says “no; later”", "waits"]),
        ('says "no; later"; waits', ['says "no; later"', "waits"]),
        ("runs `a; b`; waits", ["runs `a; b`", "waits"]),
        ("R&amp;D; craft &amp; care", ["R&amp;D", "craft &amp; care"]),
        ("an (open bracket; two", ["an (open bracket", "two"]),
        ("3;4", ["3;4"]),
    ],
)
def test_several_values_in_one_cell(text: str, parts: list[str]) -> None:
    assert values(text) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("E1; E2;\nE3 and a long value that\n goes on", ["E1", "E2", "E3 and a long value that\n goes on"]),
        ("E1; E2;\r\nE3 and a long value that\r\ngoes on", ["E1", "E2", "E3 and a long value that\r\ngoes on"]),
        (
            "no analyst until May; the team shares one designer with\ntwo other teams; a freeze in week 8",
            ["no analyst until May", "the team shares one designer with\ntwo other teams", "a freeze in week 8"],
        ),
        (
            "no analyst until May; the board sees everything that goes to the customers\nNorthwind and Contoso",
            ["no analyst until May", "the board sees everything that goes to the customers\nNorthwind and Contoso"],
        ),
        (
            "one; what is quoted and then goes on in another line,\n> which is the next one; two",
            ["one", "what is quoted and then goes on in another line,\n> which is the next one", "two"],
        ),
    ],
)
def test_where_semicolons_part_values_one_may_go_on_in_the_next_line(text: str, parts: list[str]) -> None:
    assert values(text) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("E1; E2\nE3; E4", ["E1", "E2", "E3", "E4"]),
        ("Asks why; names the cause\nBrings two options", ["Asks why", "names the cause", "Brings two options"]),
        ("asks why; names the cause\nbrings two options", ["asks why", "names the cause", "brings two options"]),
        (
            "one; two of them are read before the next meeting.\nthree",
            ["one", "two of them are read before the next meeting.", "three"],
        ),
        (
            "one; two of them are read before the next meeting  \nthree",
            ["one", "two of them are read before the next meeting", "three"],
        ),
        (
            "one; two of them are read before the next meeting\\\nthree",
            ["one", "two of them are read before the next meeting\\", "three"],
        ),
        (
            "one; two of them are read before the next meeting\n- three",
            ["one", "two of them are read before the next meeting", "three"],
        ),
        (
            "one; two of them are read before the next meeting\n\nthree",
            ["one", "two of them are read before the next meeting", "three"],
        ),
        (
            "asks why a request is made before it is written down\nbrings two options",
            ["asks why a request is made before it is written down", "brings two options"],
        ),
        (
            "asks (why; how) before anything is written down at all\nbrings two options",
            ["asks (why; how) before anything is written down at all", "brings two options"],
        ),
    ],
)
def test_lines_that_are_values_of_their_own_stay_apart(text: str, parts: list[str]) -> None:
    assert values(text) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Know → Understand → Apply", ["Know", "Understand", "Apply"]),
        ("Know -> Understand --> Apply", ["Know", "Understand", "Apply"]),
        ("Know→Understand→Apply", ["Know", "Understand", "Apply"]),
        ("Know/Understand/Apply", ["Know", "Understand", "Apply"]),
        ("Know: lists x and y → Understand: explains both", ["Know: lists x and y", "Understand: explains both"]),
        (
            "Know: lists steps/gates<br>Apply: runs and/or leads",
            ["Know: lists steps/gates", "Apply: runs and/or leads"],
        ),
        ("Know: lists steps/gates", ["Know: lists steps/gates"]),
        ("Runs the rhythm and/or leads the whole of it", ["Runs the rhythm and/or leads the whole of it"]),
    ],
)
def test_separators_of_a_ladder(text: str, parts: list[str]) -> None:
    assert values(text, ARROWS) == parts


@pytest.mark.parametrize(
    "text",
    [
        "TBD",
        "tbd.",
        "TBC",
        "TODO",
        "TODO: ask finance",
        "TBD (after week 2)",
        "TBD – after the review",
        "to be confirmed",
        "To be decided.",
        "[Name]",
        "[PM name]",
        "[Rarely/Sometimes/Usually]",
        "[X%]",
        "[Hours/week, rate, scope]",
        "<name>",
        "___",
        "…",
        "...",
        "?",
        "XX%",
        "[Current] → [Target]",
        "[current] to [target]",
        "Weeks [X]–[Y]",
        "[X] min",
        "$[X]/month",
        "[Name], [Role]",
        "<name> and <role>",
        "TBD / TBD",
        "If the PM practises [X], then [Y], because [Z].",
        "From [X%] to [Y%] of the requests",
    ],
)
def test_what_is_still_to_fill_in(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Why?",
        "TODO list kept in the tracker",
        "[x]",
        "[ ]",
        "[X]",
        "[1]",
        "[a] [b] [c]",
        "[d]",
        "09.11 [T] 3h briefs; 10.11 [O] 1h planning",
        "[^1]",
        "[E1]",
        "[E1, E2]",
        "[R1.2 & R2.1]",
        "[frame](frame.md)",
        "[frame][1]",
        "[[frame]]",
        "[redacted]",
        "[name removed]",
        "<https://northwind.example>",
        "<pm-07@northwind.example>",
        "Frames [live] requests",
        "[X] Sent, and [X] read",
        "20%",
        "x",
        "-",
        "NNW review",
        "tbdx",
        "Weeks 1–8",
        "and",
    ],
)
def test_what_is_filled_in(text: str) -> None:
    assert not is_placeholder(text)


@pytest.mark.parametrize("text", ["", "-", "–", "—", "--", "---", "<br>", "<br/>"])
def test_what_says_that_there_is_nothing(text: str) -> None:
    assert is_nothing(text)


@pytest.mark.parametrize("text", ["0", "none", "n/a", "- one", "-1", "<br>one", "?", "x"])
def test_what_says_something(text: str) -> None:
    assert not is_nothing(text)


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("**Apply**", "Apply"),
        ("__Apply__", "Apply"),
        ("*Apply*", "Apply"),
        ("_Apply_", "Apply"),
        ("`Apply`", "Apply"),
        ("***Apply***", "Apply"),
        ("**_Apply_**", "Apply"),
        ("**a** and **b**", "**a** and **b**"),
        ("*a* and *b*", "*a* and *b*"),
        ("**", "**"),
        ("* a", "* a"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("a <!-- why? --> b", "a  b"),
        ("<!-- still open", ""),
        ("a \\| b", "a | b"),
        ("R&amp;D", "R&D"),
        ("a &lt; b", "a < b"),
        ("AT&T; more", "AT&T; more"),
        ("&nbsp;", ""),
        ('PRD:** "Refunds"', 'PRD: "Refunds"'),
        ("a **brief", "a brief"),
        ("a **short** brief", "a **short** brief"),
        ("2 ** 3", "2 ** 3"),
    ],
)
def test_plain_text(text: str, bare: str) -> None:
    assert plain(text) == bare


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("value", "value"),
        ("<!-- a hint --> value", "value"),
        ("value <!-- a hint -->", "value"),
        ("<!-- a --> value <!-- b -->", "value"),
        ("<!-- a --><!-- b --> value", "value"),
        ("va<!-- a -->lue", "va<!-- a -->lue"),
        ("<!-- only -->", ""),
        ("<!-- open", ""),
    ],
)
def test_comments_at_the_ends_are_set_aside(text: str, rest: str) -> None:
    start, end = without_comments(text, (0, len(text)))
    assert text[start:end] == rest


texts = st.text(max_size=60) | st.text(alphabet='ab;&()“”"`<br>/- *•1.,E\n→[]?X%', max_size=60)


@given(texts, st.sampled_from([(), ARROWS]))
def test_values_are_disjoint_trimmed_and_in_order(text: str, between: tuple[str, ...]) -> None:
    last = 0
    for start, end in split_values(text, (0, len(text)), between):
        assert last <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        last = end


@given(texts, st.text(max_size=5), st.text(max_size=5))
def test_where_a_value_stands_does_not_change_what_it_is(text: str, before: str, after: str) -> None:
    here = split_values(text, (0, len(text)))
    there = split_values(before + text + after, (len(before), len(before) + len(text)))
    assert [(start + len(before), end + len(before)) for start, end in here] == there


@given(
    st.lists(st.from_regex(r"[a-z][a-z ]{0,9}[a-z]", fullmatch=True), min_size=1, max_size=6),
    st.sampled_from(["; ", "<br>", "\n"]),
)
def test_what_is_joined_is_parted(parts: list[str], mark: str) -> None:
    assert values(mark.join(parts)) == parts


@given(texts)
def test_plain_text_stays_plain(text: str) -> None:
    once = plain(text.strip())
    assert len(once) <= len(text)
    assert isinstance(is_placeholder(once), bool)
    assert isinstance(is_nothing(once), bool)
