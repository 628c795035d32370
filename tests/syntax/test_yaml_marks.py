"""YAML in which every key and value remembers its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from pmcoach_lint.syntax.yaml_events import Builder
from pmcoach_lint.syntax.yaml_marks import MAX_DEPTH, MAX_VALUES, Marked, Path, YamlProblem, read_yaml
from pmcoach_lint.syntax.yaml_plain import read_plain


def problem(text: str) -> YamlProblem:
    with pytest.raises(YamlProblem) as caught:
        read_yaml(text)
    return caught.value


def written(text: str, marked: Marked) -> dict[Path, str]:
    return {path: text[slice(*span)] for path, span in marked.values.items()}


def test_data_and_the_place_of_each_value_and_key() -> None:
    text = "pm: pm-07\nweeks: 8\ntags: [a, 'b c']\nassumptions:\n  - first # a note\n  - \"second\"\nempty:\n"
    marked = read_yaml(text)
    assert marked.value == {
        "pm": "pm-07",
        "weeks": 8,
        "tags": ["a", "b c"],
        "assumptions": ["first", "second"],
        "empty": None,
    }
    slices = written(text, marked)
    assert slices[("pm",)] == "pm-07"
    assert slices[("weeks",)] == "8"
    assert slices[("tags",)] == "[a, 'b c']"
    assert slices[("tags", 1)] == "'b c'"
    assert slices[("assumptions", 0)] == "first"
    assert slices[("assumptions", 1)] == '"second"'
    assert slices[("empty",)] == ""
    keys = {path: text[slice(*span)] for path, span in marked.keys.items()}
    assert keys == {(key,): key for key in ("pm", "weeks", "tags", "assumptions", "empty")}


def test_places_are_counted_in_characters_from_the_offset_that_is_given() -> None:
    text = "é: 😀 𝒳\r\nb: ü\n"
    marked = read_yaml(text, 100)
    assert marked.values[("é",)] == (103, 106)
    assert marked.values[("b",)] == (111, 112)
    assert marked.keys[("b",)] == (108, 109)


def test_a_byte_order_mark_inside_moves_no_place() -> None:
    text = "\ufeffa: x\nb: @\n"
    assert problem(text).offset == text.index("@")
    text = "\ufeffa: x\n"
    assert written(text, read_yaml(text))[("a",)] == "x"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("8", 8),
        ("-8", -8),
        ("+8", 8),
        ("0", 0),
        ("1.5", 1.5),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("'8'", "8"),
        ('"true"', "true"),
        ("007", "007"),
        ("0x1F", "0x1F"),
        ("0o17", "0o17"),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        (".5", ".5"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("yes", "yes"),
        ("on", "on"),
        ("True", "True"),
        ("12:30", "12:30"),
        ("2026-10-05", "2026-10-05"),
        ("2026-13-40", "2026-13-40"),
        ("2026-10-05T10:00:00Z", "2026-10-05T10:00:00Z"),
        ("1234567890123456", "1234567890123456"),
        ("!!python/object/apply:os.system x", "x"),
        ("!!timestamp 2026-13-40", "2026-13-40"),
    ],
)
def test_a_value_is_what_it_plainly_says(text: str, value: object) -> None:
    assert read_yaml(f"key: {text}\n").value == {"key": value}


def test_text_over_several_lines() -> None:
    text = "a: |\n  one\n  two\nb: >\n  one\n  two\nc: one\n  two\n"
    marked = read_yaml(text)
    assert marked.value == {"a": "one\ntwo\n", "b": "one two\n", "c": "one two"}
    assert written(text, marked)[("c",)] == "one\n  two"
    assert written(text, marked)[("a",)].startswith("|")


def test_of_two_equal_keys_the_first_counts_and_both_are_told() -> None:
    text = "a: 1\nb:\n  a: 2\n  'a': 3\na:\n  c: 4\n"
    marked = read_yaml(text)
    assert marked.value == {"a": 1, "b": {"a": 2}}
    assert [(again.key, text[slice(*again.first)], text[slice(*again.again)]) for again in marked.duplicates] == [
        ("a", "a", "'a'"),
        ("a", "a", "a"),
    ]
    assert [again.again[0] for again in marked.duplicates] == [text.index("'a'"), text.rindex("a:")]
    assert written(text, marked)[("a",)] == "1"


def test_an_alias_stands_for_its_value() -> None:
    text = "a: &x [1, 2]\nb: *x\nc: &y z\nd: *y\n"
    marked = read_yaml(text)
    assert marked.value == {"a": [1, 2], "b": [1, 2], "c": "z", "d": "z"}
    assert written(text, marked)[("b",)] == "*x"


def test_aliases_cannot_be_made_a_bomb() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 20)]
    found = problem("\n".join(lines))
    assert found.rule == "front-matter-too-complex"
    assert found.message == f"The front matter holds more than {MAX_VALUES:,} values once its aliases are followed."
    assert found.hint == "Write the few values out, without anchors (&) and aliases (*)."


def test_an_alias_cannot_hold_itself() -> None:
    assert problem("a: &x [*x]\n").message == "“*x” refers to something that is not defined above it."


def test_nesting_has_an_end() -> None:
    assert read_yaml("[" * MAX_DEPTH + "]" * MAX_DEPTH).value
    for depth in (500, 100_000):
        found = problem("a: " + "[" * depth)
        assert found.rule == "front-matter-too-complex"
        assert found.message == f"The front matter nests more than {MAX_DEPTH} levels deep."
        assert 3 + MAX_DEPTH - 1 <= found.offset < 3 + depth
    assert problem("a: " + "[" * 500).offset == 3 + MAX_DEPTH - 1


def test_so_has_the_number_of_values() -> None:
    assert problem("- x\n" * (MAX_VALUES + 1)).rule == "front-matter-too-complex"


PAIR = "Write a key, a colon, a space, a value."
QUOTES = 'Put the whole value in quotes: key: "value".'


@pytest.mark.parametrize(
    ("text", "at", "message", "hint"),
    [
        ("pm: a\nrole: PM: Checkout\nx: y\n", ": Checkout", "A second colon stands in this value.", QUOTES),
        (
            'pm: a\nrole: "PM\nx: y\n',
            '"PM',
            "A quotation mark is opened and never closed.",
            "Close it at the end of the value.",
        ),
        (
            "role: 'PM\n---\n",
            "'PM",
            "A quotation mark is opened and never closed.",
            "Close it at the end of the value.",
        ),
        ("tags: [a, b\nx: y\n", "[a", "A list in brackets is not closed, or lacks a comma.", "Write it as [one, two]."),
        ("tags: [a,, b]\n", ", b", "The brackets of a list do not fit together.", "Write it as [one, two]."),
        ("tags: ]\n", "]", "The brackets of a list do not fit together.", "Write it as [one, two]."),
        (
            "tags: - a\n",
            "- a",
            "A list begins on the line of its key.",
            "Write each entry on a line of its own: “- entry”.",
        ),
        (
            "a:\n\tb: x\n",
            "\tb",
            "A tab stands where the line's indentation should be.",
            "Use spaces instead of the tab.",
        ),
        ("\ta: x\n", "\ta", "A tab stands where the line's indentation should be.", "Use spaces instead of the tab."),
        ("pm: @lead\n", "@lead", "A value may not begin with this character.", QUOTES),
        ("pm: %x\n", "%x", "A value may not begin with this character.", QUOTES),
        ("pm: `x`\n", "`x`", "A value may not begin with this character.", QUOTES),
        (
            "pm: *lead\n",
            "*lead",
            "“*lead” refers to something that is not defined above it.",
            "A value that begins with * must stand in quotes.",
        ),
        ("pm: & lead\n", " lead", "A value may not begin with & or *.", QUOTES),
        ("pm: |lead\n", "lead", "A value may not begin with | or >.", QUOTES),
        ("pm: ? lead\n", "? lead", "A value may not begin with a question mark and a space.", QUOTES),
        ("pm: 'it's'\n", "s'", "More follows after the closing quotation mark.", QUOTES),
        ('pm: "a" b\n', "b\n", "More follows after the closing quotation mark.", QUOTES),
        ('pm: "\\d"\n', "\\d", "There is no such escape with a backslash.", "Use single quotes instead."),
        ("status active\nweeks: 8\n", "status", "This line has no “key: value” form.", PAIR),
        ("pm: a\nstatus active\n", "status", "This line has no “key: value” form.", PAIR),
        ("pm: a\nstatus active\nweeks: 8\n", "status", "This line has no “key: value” form.", PAIR),
        ("pm:a\nweeks: 8\n", ":a", "A space is missing after the colon.", PAIR),
        ("weeks: 8\npm:a\nx: y\n", ":a", "A space is missing after the colon.", PAIR),
        (
            "a: 1\n  b: x\n",
            ": x",
            "This line does not fit the line above it.",
            "Begin every key at the line's start, as “key: value”.",
        ),
        (
            "a: x # note\n b: y\n",
            "b: y",
            "This line does not fit the lines above it.",
            "Begin every key at the line's start.",
        ),
        (
            "a:\n - b\n c: d\n",
            "c: d",
            "This line does not fit the list above it.",
            "Begin each entry of a list with “- ”.",
        ),
        (
            "a: x\n--- b\n",
            "--- b",
            "More follows after the end of the values.",
            "Keep to one “key: value” on each line.",
        ),
        (
            "{a: b}\nc: d\n",
            "c: d",
            "More follows after the end of the values.",
            "Keep to one “key: value” on each line.",
        ),
        (
            "[a]: b\n",
            "[a]",
            "A key must be a single word or phrase, not a list or a mapping.",
            "A value that begins with [ or { must stand in quotes.",
        ),
        ("a: \x07\n", "\x07", "The character U+0007 may not stand in front matter.", "Delete it."),
        ("é: \x07\n", "\x07", "The character U+0007 may not stand in front matter.", "Delete it."),
        ("a: \ud800\n", "\ud800", "Half a character (a lone surrogate) may not stand in front matter.", "Delete it."),
    ],
)
def test_what_is_not_yaml_is_told_in_plain_words_where_it_was_written(
    text: str, at: str, message: str, hint: str
) -> None:
    found = problem(text)
    assert (found.rule, found.message, found.hint) == ("invalid-yaml", message, hint)
    assert text[found.offset :].startswith(at)


def test_the_place_of_a_fault_is_counted_in_characters() -> None:
    text = "é: 😀\r\nb: 𝒳: x\n"
    assert problem(text).offset == text.index(": x")


names = st.from_regex(r"[a-z][a-z0-9_-]{0,5}|'[a-zé ]{1,5}'", fullmatch=True)
scalars = st.sampled_from(
    ["x", "two words", "8", "-1.5", "true", "~", "'a: b'", '"é\\n😀"', "2026-10-05", "[]", "{}", "a # note", "𝒳"]
)


@st.composite
def blocks(draw: st.DrawFn, depth: int = 0) -> list[str]:
    """The lines of a mapping or a list in block style."""
    lines = []
    is_list = draw(st.booleans()) and depth > 0
    for name in draw(st.lists(names, min_size=1, max_size=4, unique_by=lambda name: name.strip("'"))):
        head = "-" if is_list else f"{name}:"
        if depth < 3 and draw(st.integers(0, 3)) == 0:
            lines += [head, *(f"  {line}" for line in draw(blocks(depth + 1)))]
        else:
            lines.append(f"{head} {draw(scalars)}")
    return lines


def leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, dict) and value:
        for key, part in value.items():
            yield from leaves(part, (*path, key))
    elif isinstance(value, list) and value:
        for index, part in enumerate(value):
            yield from leaves(part, (*path, index))
    else:
        yield path, value


@settings(max_examples=40)
@given(blocks(), st.sampled_from(["\n", "\r\n"]), st.integers(0, 50))
def test_every_place_holds_what_was_written_there(lines: list[str], end: str, offset: int) -> None:
    text = end.join(lines) + end
    marked = read_yaml(text, offset)
    plain = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - makes nothing but texts
    for path, value in leaves(plain):
        start, stop = marked.values[path]
        assert yaml.load(text[start - offset : stop - offset], Loader=yaml.BaseLoader) == value  # noqa: S506
    for path, (start, stop) in marked.keys.items():
        assert text[start - offset : stop - offset].strip("'") == path[-1]
    assert marked.duplicates == []
    assert [path for path, _ in leaves(marked.value)] == [path for path, _ in leaves(plain)]


pieces = st.sampled_from(
    [
        "a: ",
        "b:\n",
        "- ",
        "  ",
        "\n",
        "\r\n",
        "\t",
        "'",
        '"',
        "[",
        "]",
        "{",
        "}",
        ", ",
        ": ",
        "# ",
        "&x ",
        "*x ",
        "? ",
        "|\n",
        ">\n",
        "!!str ",
        "---",
        "...",
        "%YAML 1.1\n",
        "\ufeff",
        "é",
        "😀",
        "\x85",
        "\u2028",
        "x",
        "8",
        "~",
        "\\",
        "\x07",
        "\ud800",
        "<<: ",
    ]
)


@given(st.text(max_size=60) | st.lists(pieces, max_size=16).map("".join), st.integers(0, 9))
def test_any_text_is_data_or_a_problem_inside_it(text: str, offset: int) -> None:
    try:
        marked = read_yaml(text, offset)
    except YamlProblem as found:
        where, message = found.offset, found.message
    else:
        spans = [*marked.values.values(), *marked.keys.values(), *(again.again for again in marked.duplicates)]
        assert all(offset <= start <= end <= offset + len(text) for start, end in spans)
        return
    assert 0 <= where <= len(text)
    assert message


plain_pieces = st.sampled_from(
    [
        "key: value\n",
        "list:\n  - one\n  - two words\n",
        "- ",
        "  - ",
        "a: ",
        "b:\n",
        ": ",
        " #",
        "# a note\n",
        "\n",
        " ",
        "'q'",
        '"é"',
        "x",
        "8",
        "1.5",
        "~",
        "null",
        "2026-10-05",
        "12:30",
        "[",
        "{",
        "|",
        "&",
        "*",
        "---",
        "\\",
        "é: 😀",
        "\r",
        "\t",
    ]
)


@settings(max_examples=400)
@given(st.lists(plain_pieces, min_size=1, max_size=10).map("".join), st.integers(0, 9))
def test_what_is_read_at_a_glance_is_what_the_parser_reads(text: str, offset: int) -> None:
    plain = read_plain(text, offset)
    if plain:
        assert laid_out(plain) == laid_out(Builder(offset).build(text))


def laid_out(marked: Marked) -> tuple[object, ...]:
    types = [type(value) for _, value in leaves(marked.value)]
    return repr(marked.value), types, list(marked.values.items()), list(marked.keys.items()), marked.duplicates


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "type: coaching-pack\npm: pm-07\nweeks: 8\nstart: 2026-13-40\n",
            {"type": "coaching-pack", "pm": "pm-07", "weeks": 8, "start": "2026-13-40"},
        ),
        (
            "role: Product Manager, Search\nclient: 'Northwind'  \n\n# who\ncoach:\n",
            {"role": "Product Manager, Search", "client": "Northwind", "coach": None},
        ),
        ('assumptions:\n- one\n- "two: three"\nweeks: 8', {"assumptions": ["one", "two: three"], "weeks": 8}),
    ],
)
def test_ordinary_front_matter_is_read_at_a_glance(text: str, value: dict[str, object]) -> None:
    plain = read_plain(text, 3)
    assert plain
    assert plain.value == value
    assert laid_out(plain) == laid_out(Builder(3).build(text))


@pytest.mark.parametrize(
    "head", ["tags: [a, b]", "a: b: c", "a: b # c", "a: |", "a:\n  b: c", "a: 1\na: 2", "a: b\n  c", "\ta: b", "-8"]
)
def test_what_may_mean_more_is_left_to_the_parser(head: str) -> None:
    assert read_plain(f"{head}\n", 0) is None
