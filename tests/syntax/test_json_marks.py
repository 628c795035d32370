"""JSON with places: what is read is what the standard library reads, and each mistake has its place."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcoach_lint.resources import schema_folder
from pmcoach_lint.syntax.json_marks import MAX_DEPTH, JsonProblem, read_json

SCHEMAS = sorted(schema_folder().glob("*.json"))
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**12), 10**12)
    | st.floats(allow_nan=False, allow_infinity=False)
    # No lone surrogates: those are refused.
    | st.text(st.characters(codec="utf-8")),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner, max_size=4)
    ),
    max_leaves=12,
)


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name)
def test_real_schemas_read_as_they_do_elsewhere(path: Any) -> None:
    text = path.read_text(encoding="utf-8")
    marked = read_json(text)
    assert marked.value == json.loads(text)
    assert marked.duplicates == []
    for place, span in marked.values.items():
        value: Any = marked.value
        for step in place:
            value = value[step]
        assert json.loads(text[slice(*span)]) == value
    for place, span in marked.keys.items():
        assert json.loads(text[slice(*span)]) == place[-1]


@given(VALUES, st.sampled_from([None, 2, "\t"]), st.booleans())
def test_any_data_reads_as_it_was_written(value: Any, indent: Any, ascii_only: bool) -> None:
    assert read_json(json.dumps(value, indent=indent, ensure_ascii=ascii_only)).value == value


@given(st.text('[]{}:," \\n1a-tru\n'))
def test_what_is_refused_elsewhere_is_refused_here(text: str) -> None:
    try:
        value = read_json(text).value
    except JsonProblem as problem:
        start, end = problem.span
        assert 0 <= start <= end <= len(text) + 1
        with pytest.raises(json.JSONDecodeError):
            json.loads(text)
    else:
        expected = json.loads(text, object_pairs_hook=lambda pairs: dict(reversed(pairs)))
        assert value == expected


def test_the_first_of_two_equal_keys_counts() -> None:
    text = '{"a": 1, "b": {"c": 1, "c": {"d": 2}}, "a": [3]}'
    marked = read_json(text)
    assert marked.value == {"a": 1, "b": {"c": 1}}
    assert [(again.key, again.first, again.again) for again in marked.duplicates] == [
        ("c", (15, 18), (23, 26)),
        ("a", (1, 4), (39, 42)),
    ]
    assert set(marked.values) == {(), ("a",), ("b",), ("b", "c")}


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        ("", "", "The file is empty.", "Write a schema: { … }."),
        ('{"a": 1,}', ",", "Nothing follows this comma.", "Delete it: the last entry has none."),
        ('{"a": [1, 2 , ]}', ", ]"[:1], "Nothing follows this comma.", "Delete it: the last entry has none."),
        ('{"a": 1 "b": 2}', '"b"', "A comma is missing before this.", "Entries are parted by commas."),
        ("[1 2]", "2", "A comma is missing before this.", "Entries are parted by commas."),
        ('{"a" 1}', '"a"', "A colon is missing behind “a”.", 'Write "name": value.'),
        ('{"a": }', "}", "A value is missing before this.", 'Write "name": value.'),
        ("{a: 1}", "a", "The name of an entry must stand here, in double quotes.", 'Write "name": value.'),
        ("{'a': 1}", "'a'", "The name of an entry must stand here, in double quotes.", 'Write "name": value.'),
        ("{,}", ",", "The name of an entry must stand here, in double quotes.", 'Write "name": value.'),
        ("['a']", "'a'", "A text must stand in straight double quotes.", 'Write "text".'),
        ("[“a”]", "“a”", "A text must stand in straight double quotes.", 'Write "text".'),
        ("[True]", "True", "“True” is no value in JSON.", "Write true."),
        ("[NaN]", "NaN", "“NaN” is no value in JSON.", 'A text stands in double quotes: "text".'),
        ("[01]", "01", "“01” is no value in JSON.", 'A text stands in double quotes: "text".'),
        ("[1e999]", "1e999", "“1e999” is no value in JSON.", 'A text stands in double quotes: "text".'),
        ("[// no]", "//", "JSON has no comments.", "Use “$comment” or “description”, or delete it."),
        ('{"a": "b\nc"}', '"b', "This text is not closed on its line.", None),
        ('["b', '"b', "This text is never closed.", 'Close it with ".'),
        ('["a\tb"]', "\t", "A tab or control character may not stand in a text.", "Write \\t."),
        (r'["\d"]', r"\d", "This backslash begins nothing that JSON knows.", "Write a backslash as two: \\\\."),
        (r'["\u00e9\u00g0"]', r"\u00g0"[:2], "This backslash begins nothing that JSON knows.", None),
        (r'["\ud800"]', r'"\ud800"', "Half a character (a lone surrogate) may not stand in a text.", None),
        ('{"a": [1', "[", "This [ is never closed.", "Close it with ]."),
        ('{"a": 1', "{", "This { is never closed.", "Close it with }."),
        ('{"a":', "{", "This { is never closed.", "Close it with }."),
        ('{"a": 1]', "]", "] cannot close the { that is open here.", "Close it with }."),
        ("{} {}", "{", "The file goes on behind its end.", "A file holds one { … }; delete what follows it."),
    ],
)
def test_a_mistake_is_told_at_its_place(text: str, place: str, message: str, hint: str | None) -> None:
    with pytest.raises(JsonProblem) as caught:
        read_json(text)
    assert text[slice(*caught.value.span)] == place
    assert caught.value.message == message
    if hint:
        assert caught.value.hint == hint


def test_nesting_has_bounds() -> None:
    assert read_json("[" * MAX_DEPTH + "]" * MAX_DEPTH).value
    with pytest.raises(JsonProblem, match="nest more than 100 levels deep"):
        read_json("[" * 100_000)
