"""Every JSON Schema failure, at its place and in the author's words; with a schema made for the purpose."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pmcoach_lint.checks.schema import schema_offences
from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.document import Document, read_document

SCHEMA: dict[str, Any] = {
    "title": "Decision record",
    "required": ["type", "decision"],
    "properties": {
        "type": {"const": "decision-record", "title": "Type", "x-markdown": {"frontmatter": True}},
        "owner": {"type": "string", "title": "Owner", "minLength": 3, "x-markdown": {"frontmatter": True}},
        "score": {"type": "number", "title": "Score", "exclusiveMinimum": 0, "x-markdown": {"frontmatter": True}},
        "final": {"type": "boolean", "title": "Final", "x-markdown": {"frontmatter": True}},
        "tags": {"type": "array", "title": "Tags", "uniqueItems": True, "x-markdown": {"frontmatter": True}},
        "decision": {
            "type": "object",
            "title": "Decision",
            "required": ["options"],
            "x-markdown": {"section": "Decision"},
            "properties": {
                "options": {
                    "type": "array",
                    "title": "Options",
                    "description": "Two or three that were weighed.",
                    "minItems": 2,
                    "maxItems": 3,
                    "x-markdown": {"section": "Options", "rows": ["table"]},
                    "items": {
                        "type": "object",
                        "title": "Option",
                        "required": ["option", "cost"],
                        "properties": {
                            "option": {
                                "type": "string",
                                "title": "Option",
                                "x-markdown": {"column": "Option", "title": True},
                            },
                            "cost": {"type": "string", "title": "Cost", "x-markdown": {"column": "Cost"}},
                        },
                    },
                },
            },
        },
    },
}

FRONT = "---\ntype: decision-record\n---\n"
TABLE = "## Decision\n\n### Options\n\n| Option | Cost |\n|---|---|\n| Build | High |\n| Buy | Low |\n"


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """The types of documents with that of `SCHEMA` among them."""
    (tmp_path / "decision-record.schema.json").write_text(json.dumps(SCHEMA), encoding="utf-8")
    return Catalogue((tmp_path,))


def read(text: str, catalogue: Catalogue) -> Document:
    document = read_document(text.encode(), "record.md", catalogue)
    assert document.doctype is not None
    return document


def told(text: str, catalogue: Catalogue) -> list[tuple[str, str, str, str | None]]:
    return [
        (offence.rule, text[slice(*offence.span)], offence.message, offence.hint)
        for offence in schema_offences(read(text, catalogue))
    ]


class TestTelling:
    def test_nothing_where_nothing_is_wrong(self, catalogue: Catalogue) -> None:
        assert told(FRONT + TABLE, catalogue) == []

    def test_too_few(self, catalogue: Catalogue) -> None:
        text = FRONT + TABLE.replace("| Buy | Low |\n", "")
        message = "“Options” has 1 where at least 2 are needed."
        assert told(text, catalogue) == [("too-few", "| Option | Cost |", message, "Two or three that were weighed.")]

    def test_too_many(self, catalogue: Catalogue) -> None:
        text = FRONT + TABLE + "| Rent | Some |\n| Wait | None |\n"
        message = "“Options” has 4 where at most 3 are allowed."
        assert told(text, catalogue) == [("too-many", "| Option | Cost |", message, "Two or three that were weighed.")]

    def test_an_empty_cell_is_pointed_at(self, catalogue: Catalogue) -> None:
        text = FRONT + TABLE.replace("| Buy | Low |", "| Buy |  |")
        assert told(text, catalogue) == [("still-to-fill", "", "“Cost” is empty for option “Buy”.", None)]
        (offence,) = schema_offences(read(text, catalogue))
        assert text[: offence.span[0]].endswith("| Buy | ")

    @staticmethod
    def with_items(folder: Path) -> Catalogue:
        """The types, with options that may be items and need a cost and a time."""
        schema = json.loads(json.dumps(SCHEMA))
        options = schema["properties"]["decision"]["properties"]["options"]
        options["x-markdown"]["rows"] = ["table", "items"]
        for name in ("cost", "time"):
            column = {"type": "string", "title": name.title(), "description": f"What {name} it takes."}
            options["items"]["properties"][name] = {**column, "x-markdown": {"column": name.title()}}
        options["items"]["required"] = ["option", "cost", "time"]
        options["maxItems"] = 5
        (folder / "decision-record.schema.json").write_text(json.dumps(schema), encoding="utf-8")
        return Catalogue((folder,))

    def test_what_has_no_place_is_told_once_for_each_record(self, tmp_path: Path) -> None:
        text = f"{FRONT}## Decision\n\n### Options\n\n- Build\n- Buy\n  - Cost: low\n- Rent\n  - Cost:\n"
        assert told(text, self.with_items(tmp_path)) == [
            (
                *("missing-value", "Build", "Option “Build” has neither “Cost” nor “Time”."),
                "Cost: What cost it takes; Time: What time it takes.",
            ),
            ("missing-value", "Buy", "Option “Buy” has no “Time”.", "What time it takes."),
            ("missing-value", "Rent", "Option “Rent” has no “Time”.", "What time it takes."),
            ("still-to-fill", "", "“Cost” is empty for option “Rent”.", "What cost it takes."),
        ]

    @pytest.mark.parametrize(
        ("lines", "message", "others"),
        [
            ("- Build\n- Buy\n- Rent\n", "“Cost” and “Time” are missing from all 3 under “Options”.", ["Buy", "Rent"]),
            (
                "- Build\n  - Time: long\n- Buy\n  - Cost: low\n- Rent\n  - Cost: high\n- Wait\n  - Cost: none\n",
                "“Time” is missing from 3 of 4 under “Options”.",
                ["Rent", "Wait"],
            ),
        ],
    )
    def test_what_many_records_lack_alike_is_told_once(
        self, tmp_path: Path, lines: str, message: str, others: list[str]
    ) -> None:
        text = f"{FRONT}## Decision\n\n### Options\n\n{lines}"
        found = schema_offences(read(text, self.with_items(tmp_path)))
        (offence,) = [offence for offence in found if "under “Options”" in offence.message]
        assert (offence.rule, offence.message) == ("missing-value", message)
        assert [text[slice(*mention.span)] for mention in offence.related] == others
        assert {mention.words for mention in offence.related} == {"here as well"}
        rest = [each.message for each in found if each is not offence]
        assert rest == (["Option “Build” has no “Cost”."] if "4" in message else [])

    @pytest.mark.parametrize(
        ("line", "rule", "place", "message", "hint"),
        [
            ("owner: ab", "wrong-form", "ab", "Owner: “ab” is too short; it needs at least 3 characters.", None),
            ("owner: 7", "wrong-kind-of-value", "7", "Owner must be a text, not “7”.", "Put it in quotes."),
            ("owner: true", "wrong-kind-of-value", "true", "Owner must be a text, not “true”.", "Put it in quotes."),
            (
                "owner: {x: y}",
                "wrong-kind-of-value",
                "{x: y}",
                "Owner must be a text, not a group of values.",
                "Put it in quotes.",
            ),
            ("score: 0", "out-of-range", "0", "Score is 0; it must be more than 0.", None),
            ("score: high", "wrong-kind-of-value", "high", "Score must be a number, not “high”.", None),
            ("final: maybe", "wrong-kind-of-value", "maybe", "Final must be true or false, not “maybe”.", None),
            (
                "tags: one",
                "wrong-kind-of-value",
                "one",
                "Tags must be a list, not “one”.",
                "Write each entry on a line of its own, behind “- ”.",
            ),
            ("tags: [a, a]", "wrong-form", "[a, a]", "Tags: a list is not what is needed here.", None),
        ],
    )
    def test_values_of_the_front_matter(
        self, catalogue: Catalogue, line: str, rule: str, place: str, message: str, hint: str | None
    ) -> None:
        text = f"---\ntype: decision-record\n{line}\n---\n{TABLE}"
        assert told(text, catalogue) == [(rule, place, message, hint)]

    def test_what_the_reader_has_told_is_not_told_again(self, catalogue: Catalogue) -> None:
        text = FRONT + TABLE.replace("| Buy | Low |", "| Buy | TBD |")
        assert told(text, catalogue) == []
        assert [offence.message for offence in read(text, catalogue).offences["still-to-fill"]] == [
            "Cost: “TBD” is still to fill in."
        ]

    def test_no_message_speaks_the_language_of_schemas(self, catalogue: Catalogue) -> None:
        broken = "---\ntype: decision-record\nowner: 7\nscore: -1\nfinal: perhaps\ntags: y\n---\n## Decision\n\nText.\n"
        messages = " ".join(message for _, _, message, _ in told(broken, catalogue))
        assert messages.count(".") > 4
        for word in ("instance", "schema", "property", "$", "/", "array", "[", "{"):
            assert word not in messages


HEADER = "| Metric | Baseline | Target | Timeframe |\n|---|---|---|---|\n"
METRICS = f"---\ntype: coaching-plan\n---\n\n## Success Metrics\n\n{HEADER}"


def empties(*rows: str) -> list[tuple[str, str, int]]:
    """What is told as empty: the rule, the message, and how many other places are named."""
    document = read_document((METRICS + "".join(f"{row}\n" for row in rows)).encode(), "plan.md")
    found = [offence for offence in schema_offences(document) if " empty " in offence.message]
    return [(offence.rule, offence.message, len(offence.related)) for offence in found]


def test_a_value_that_three_records_leave_empty_is_told_once() -> None:
    rows = [f"| Requests {number} | 25% | | 8 weeks |" for number in range(3)]
    told = "“Target” is empty for 3 of 4 under “Success Metrics”."
    assert empties(*rows, "| Slips | 25% | 60% | 8 weeks |") == [("still-to-fill", told, 2)]


def test_a_value_that_two_records_leave_empty_is_told_twice() -> None:
    rows = [f"| Requests {number} | 25% | | 8 weeks |" for number in range(2)]
    told = [f"“Target” is empty for metric “Requests {number}”." for number in range(2)]
    assert empties(*rows) == [("still-to-fill", message, 0) for message in told]
