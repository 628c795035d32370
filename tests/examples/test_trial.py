"""The examples of a type, tried: those that hold, those that do not, and the checks that none reaches."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pmcoach_lint import doctypes
from pmcoach_lint.doctypes.inspection import Inspection
from pmcoach_lint.examples.reach import checks_of
from pmcoach_lint.examples.trial import Trial, try_examples
from pmcoach_lint.settings import Settings
from tests.doctypes.schemas import DECISION, DOCUMENT, changed, write

FIVE = ["| 5 |", "| five |"]


def trial(folder: Path, examples: dict[str, Any], schema: dict[str, Any] = DECISION) -> Trial:
    """Try the examples of a decision, of which `decision.md` is a sound one."""
    doctypes.forget()
    if examples:
        schema = changed(("x-examples",), examples, schema)
    inspection = Inspection(write(folder / "schemas", "decision", schema))
    assert [offence.message for offence in inspection.offences] == []
    (folder / "schemas" / "decision.md").write_text(DOCUMENT, encoding="utf-8")
    return try_examples(inspection, Settings(root=folder))


def failing(folder: Path, **example: Any) -> tuple[str, str | None, list[str]]:
    """How one example goes that is to fail: its name, what is wrong with it, and what is found instead."""
    tried = trial(folder, {"pass": ["decision.md"], "fail": [example]})
    sound, outcome = tried.outcomes
    assert sound.problem is None
    return outcome.name, outcome.problem, [finding.message for finding in outcome.found]


def test_a_type_without_examples_is_sound_and_has_none(tmp_path: Path) -> None:
    tried = trial(tmp_path, {})
    assert (tried.name, tried.outcomes, tried.unreached, tried.wrong) == ("decision", [], [], 0)


def test_without_an_example_that_fails_no_check_is_reached(tmp_path: Path) -> None:
    tried = trial(tmp_path, {"pass": ["decision.md"]})
    assert len(tried.unreached) == tried.checks > 0


def test_examples_that_hold(tmp_path: Path) -> None:
    fail = [
        {"replace": FIVE, "rule": "wrong-kind-of-value", "at": "/options/0/effort"},
        {"replace": FIVE, "rule": "PMC206", "at": 16},
        {"replace": ["5 October 2026", "31 September 2026"], "rule": "impossible-date", "at": "/when"},
        {"replace": ["when: 5 October 2026\n", ""], "rule": "missing-value", "at": "/when"},
        {"text": ["---", "type: decision", "when: 2026-10-05", "---", "# A"], "rule": "missing-part", "at": 5},
    ]
    tried = trial(tmp_path, {"pass": ["decision.md", {"text": DOCUMENT}], "fail": fail})
    assert [(outcome.name, outcome.wanted) for outcome in tried.outcomes if outcome.problem is None] == [
        ("decision.md", None),
        ("the text given", None),
        ("the first example with “| five |” for “| 5 |”", "wrong-kind-of-value at /options/0/effort"),
        ("the first example with “| five |” for “| 5 |”", "wrong-kind-of-value on line 16"),
        ("the first example with “31 September 2026” for “5 October 2026”", "impossible-date at /when"),
        ("the first example without “when: 5 October 2026”", "missing-value at /when"),
        ("the text given", "missing-part on line 5"),
    ]
    assert tried.wrong == 0


def test_a_sound_example_with_something_to_find(tmp_path: Path) -> None:
    (outcome,) = trial(tmp_path, {"pass": [{"text": DOCUMENT.replace("| 5 |", "| five |")}]}).outcomes
    assert outcome.problem == "It should pass, but:"
    assert [finding.message for finding in outcome.found] == ["Effort must be a whole number, not “five”."]
    assert outcome.place.file.endswith("schemas/decision.schema.json")


@pytest.mark.parametrize(
    ("example", "problem", "found"),
    [
        ({"replace": ["| 5 |", "| 6 |"], "rule": "out-of-range", "at": 16},
         "It should fail with out-of-range on line 16, and there is nothing to find.", []),
        ({"replace": FIVE, "rule": "wrong-kind-of-value", "at": "/options/1/effort"},
         "It should fail with wrong-kind-of-value at /options/1/effort, but:",
         ["Effort must be a whole number, not “five”."]),
        ({"replace": FIVE, "rule": "wrong-form", "at": 16}, "It should fail with wrong-form on line 16, but:",
         ["Effort must be a whole number, not “five”."]),
        ({"replace": FIVE, "rule": "wrong-kind", "at": 16},
         "It names a rule that there is not: “wrong-kind”. Did you mean “wrong-kind-of-value”?", []),
        ({"replace": ["| 7 |", "| 8 |"], "rule": "wrong-form", "at": 1},
         "“| 7 |” must stand in the document once, and is there 0 times.", []),
        ({"replace": ["|", "/"], "rule": "wrong-form", "at": 1},
         "“|” must stand in the document once, and is there 12 times.", []),
        ({"rule": "wrong-form", "at": 1},
         "It has neither a file nor a text, nor what to replace in the first example that passes.", []),
        ({"file": "none.md", "rule": "wrong-form", "at": 1},
         "“none.md” cannot be read: no such file or directory.", []),
        ({"file": "../secret.md", "rule": "wrong-form", "at": 1},
         "“../secret.md” leads out of the folder of the schema.", []),
        ({"file": "latin.md", "rule": "wrong-form", "at": 1}, "“latin.md” is not saved in UTF-8.", []),
        ({"text": "---\ntype: coaching-pack\n---\n", "rule": "wrong-form", "at": 1},
         "It is of the type “coaching-pack”, not “decision”.", []),
    ],
)  # fmt: skip
def test_examples_that_do_not_hold(tmp_path: Path, example: dict[str, Any], problem: str, found: list[str]) -> None:
    (tmp_path / "secret.md").write_text(DOCUMENT, encoding="utf-8")
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "latin.md").write_bytes(b"caf\xe9")
    assert failing(tmp_path, **example)[1:] == (problem, found)


def test_nothing_is_replaced_where_nothing_passes(tmp_path: Path) -> None:
    (outcome,) = trial(tmp_path, {"fail": [{"replace": FIVE, "rule": "wrong-form", "at": 1}]}).outcomes
    assert outcome.problem == "It has neither a file nor a text, nor what to replace in the first example that passes."


def test_the_day_of_the_examples_stands_in_the_schema(tmp_path: Path) -> None:
    examples = {"as-of": "2026-10-01", "pass": ["decision.md"]}
    assert trial(tmp_path, examples).wrong == 0


RICH = changed(("properties", "tags"), {
    "title": "Tags", "type": "array", "minItems": 1, "maxItems": 2, "uniqueItems": True,
    "items": {"type": "string", "pattern": "^[a-z]+$", "x-form": "small letters", "minLength": 2, "maxLength": 5},
    "x-markdown": {"frontmatter": True},
}, changed(("properties", "score"), {
    "title": "Score", "type": "number", "minimum": 1, "maximum": 5, "x-markdown": {"frontmatter": True},
}, changed(("properties", "level"), {
    "title": "Level", "type": "string", "x-ref": {"in": "value-ladder", "to": ["levels"]},
    "x-markdown": {"frontmatter": True},
})))  # fmt: skip


def test_the_checks_of_a_type(tmp_path: Path) -> None:
    checks = checks_of(Inspection(write(tmp_path, "decision", RICH)))
    assert [check.words for check in checks] == [
        "“When” is there.",
        "“Why” is there.",
        "“Options” is there.",
        "“When” can be read (date).",
        "“State” is one of: open, taken.",
        "“Chosen” means one of “options”, and only one.",
        "“Option” is there in each option.",
        "“Effort” is a whole number.",
        "“Level” means one of “levels”, and only one.",
        "“Score” is a number.",
        "“Score” is at most 5.",
        "“Score” is at least 1.",
        "“Tags” has the form: small letters.",
        "“Tags” has at most 2 entries.",
        "“Tags” has at most 5 characters.",
        "“Tags” has at least 1 entry.",
        "“Tags” has at least 2 characters.",
        "“Tags” names nothing twice.",
    ]


HEAD = "when: 5 October 2026\n"


@pytest.mark.parametrize(
    ("old", "new", "rule", "reached"),
    [
        (HEAD, "", "missing-value", {"“When” is there."}),
        (HEAD, "when: soon\n", "impossible-date", {"“When” can be read (date)."}),
        (HEAD, f"{HEAD}state: opn\n", "unknown-choice", {"“State” is one of: open, taken."}),
        (HEAD, f"{HEAD}score: high\n", "wrong-kind-of-value", {"“Score” is a number."}),
        (HEAD, f"{HEAD}score: 9\n", "out-of-range", {"“Score” is at most 5."}),
        (HEAD, f"{HEAD}score: 0\n", "out-of-range", {"“Score” is at least 1."}),
        (HEAD, f"{HEAD}tags: [AB]\n", "wrong-form", {"“Tags” has the form: small letters."}),
        (HEAD, f"{HEAD}tags: [abcdef]\n", "wrong-form", {"“Tags” has at most 5 characters."}),
        (HEAD, f"{HEAD}tags: [a]\n", "wrong-form", {"“Tags” has at least 2 characters."}),
        (HEAD, f"{HEAD}tags: [ab, ab]\n", "wrong-form", {"“Tags” names nothing twice."}),
        (HEAD, f"{HEAD}tags: [ab, cd, ef]\n", "too-many", {"“Tags” has at most 2 entries."}),
        ("It is cheaper.\n", "", "empty-part", {"“Why” is there."}),
        ("| Build | 5 |", "|  | 5 |", "still-to-fill", {"“Option” is there in each option."}),
        ("| Build | 5 |", "| Build | five |", "wrong-kind-of-value", {"“Effort” is a whole number."}),
        ("| Build | 5 |", "| Buy later | 5 |\n| Buy now | 5 |\n\n## Choice\n\n**Chosen:** Buy\n\n",
         "ambiguous-reference", {"“Chosen” means one of “options”, and only one."}),
        ("## Options", "## Choice\n\n**Chosen:** Borrow\n\n## Options", "unknown-reference",
         {"“Chosen” means one of “options”, and only one."}),
        ("It is cheaper.", "TBD", "still-to-fill", set()),
    ],
)  # fmt: skip
def test_which_check_a_document_reaches(tmp_path: Path, old: str, new: str, rule: str, reached: set[str]) -> None:
    at = 1
    for line, text in enumerate(DOCUMENT.replace(old, new).splitlines(), 1):
        at = line if text in new.splitlines() and text not in DOCUMENT.splitlines() else at
    examples = {"pass": ["decision.md"], "fail": [{"replace": [old, new], "rule": rule, "at": at}]}
    tried = trial(tmp_path, examples, RICH)
    everything = {check.words for check in checks_of(Inspection(tmp_path / "schemas" / "decision.schema.json"))}
    assert everything - {words for _, words in tried.unreached} == reached
    assert tried.checks == len(everything) == 18
