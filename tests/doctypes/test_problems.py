"""What can be wrong with a schema: each at its place in the file, in plain words, with what to do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pmcoach_lint.doctypes import Catalogue, DocType
from pmcoach_lint.doctypes.inspection import Inspection
from pmcoach_lint.resources import schema_folder
from tests.doctypes.schemas import DECISION, changed, write

PLACES = 'Add "x-markdown" with "frontmatter", "section", "label" or "column".'
REFERENCES = (
    "Write “#/$defs/name” for a part of this file, or “file.schema.json#/$defs/name” for one of a file beside it."
)
MARKDOWN = (
    "It may hold: " + ", ".join(
        json.loads((schema_folder() / "binding.meta.schema.json").read_text(encoding="utf-8"))["properties"][
            "x-markdown"
        ]["properties"]
    ) + "."
)  # fmt: skip
TYPE = '"type": {"const": "decision", "title": "Type", "x-markdown": {"frontmatter": true}}'
WHY, OPTIONS = ("properties", "why"), ("properties", "options")
OPTION = (*OPTIONS, "items", "properties", "option")
CHOSEN = ("properties", "choice", "properties", "chosen")
OTHER_NAME = "Give one of them another name: nobody could tell which is meant."


def inspect(folder: Path, schema: Any) -> list[tuple[str, str, str | None]]:
    """What is wrong with a schema: the text at the place, the message, the hint."""
    inspection = Inspection(write(folder, "decision", schema))
    assert bool(inspection.doctype) is not bool(inspection.offences)
    assert {offence.rule for offence in inspection.offences} <= {"schema-problem"}
    return [
        (offence.source.text[slice(*offence.span)] if offence.source else "", offence.message, offence.hint)
        for offence in inspection.offences
    ]


def test_nothing_is_wrong_with_a_good_one(tmp_path: Path) -> None:
    assert inspect(tmp_path, DECISION) == []


@pytest.mark.parametrize("doctype", list(Catalogue.own()), ids=lambda doctype: doctype.name)
def test_nothing_is_wrong_with_the_package_s_own(doctype: DocType) -> None:
    inspection = Inspection(doctype.path)
    assert [(offence.message, offence.hint) for offence in inspection.offences] == []
    assert inspection.doctype is not None
    assert inspection.doctype.schema == doctype.schema


@pytest.mark.parametrize(
    ("path", "value", "place", "message", "hint"),
    [
        # What makes it the schema of a type
        (("title",), None, "{", "This schema has no title, so the type has no name that people could read.",
         'Add "title": "Decision".'),
        (("type",), "array", '"array"', "A document is a group of values.", 'Write "type": "object".'),
        (("properties", "type"), None, '"properties"', "This schema does not say for which type of document it is.",
         f"Add to its properties: {TYPE}."),
        (("properties", "type", "const"), "decisions", '"decisions"',
         "This file is called “decision.schema.json”, and its type “decisions”.",
         f"Both must be the same. Write: {TYPE}."),
        (("properties", "type", "const"), None, '"type"',
         "This schema does not say that its type is “decision”, as its file is called.",
         f"Both must be the same. Write: {TYPE}."),
        (("properties", "type", "x-markdown"), {"section": "Type"}, '"type"',
         "The type of a document stands in its front matter.", f"Write: {TYPE}."),
        (("$schema",), "http://json-schema.org/draft-07/schema#", '"http://json-schema.org/draft-07/schema#"',
         "This schema is written in another version of JSON Schema.",
         "Write “https://json-schema.org/draft/2020-12/schema”."),
        # Keywords
        (("requierd",), ["why"], '"requierd"', "“requierd” is no keyword of a schema. Did you mean “required”?",
         "Properties of your own stand inside “properties”, notes in “$comment”."),
        ((*WHY, "x-markdwon"), {}, '"x-markdwon"', "“x-markdwon” is no keyword of a schema. Did you mean “x-markdown”?",
         "Properties of your own stand inside “properties”, notes in “$comment”."),
        (("definitions",), {}, '"definitions"', "“definitions” is no keyword of a schema. Did you mean “$defs”?",
         "Properties of your own stand inside “properties”, notes in “$comment”."),
        ((*WHY, "$dynamicRef"), "#x", '"$dynamicRef"', "“$dynamicRef” is not understood here.",
         "Refer to a part with “$ref”: “#/$defs/name”, or “file.schema.json#/$defs/name”."),
        ((*WHY, "$id"), "why", '"$id"', "“$id” counts only at the top of a schema.",
         "Move it to the top, or delete it."),
        (("x-aliases",), ["adr", "value-ladder"], '"value-ladder"',
         "“value-ladder” cannot be another name of this type: those of the type “value-ladder” are called so.",
         "Leave it out, or choose another one."),
        (("x-aliases",), ["client-coaching-plan"], '"client-coaching-plan"',
         "“client-coaching-plan” cannot be another name of this type: those of the type “coaching-plan” are called so.",
         "Leave it out, or choose another one."),
        ((*WHY, "x-aliases"), ["reason"], '"x-aliases"', "“x-aliases” counts only at the top of a schema.",
         "Move it to the top, or delete it."),
        ((*WHY, "x-family"), "coaching", '"x-family"', "“x-family” counts only at the top of a schema.",
         "Move it to the top, or delete it."),
        (("properties", "when"), True, "true", "“when” must be described.", "Write { … } in place of true or false."),
        ((*OPTIONS, "items"), True, "true", "“items” must be described.", "Write { … } in place of true or false."),
        ((*WHY, "pattern"), "(a", '"(a"',
         "“(a” is no regular expression: missing ), unterminated subpattern.", "Correct the pattern."),
        # The meta-schema
        ((*WHY, "x-markdown"), {"sektion": "Why"}, '"sektion"',
         "“sektion” is no part of “x-markdown”. Did you mean “section”?", MARKDOWN),
        ((*WHY, "x-markdown"), {}, '"x-markdown"', "“x-markdown” is empty.", "Where the property is written."),
        ((*WHY, "x-markdown", "nouns"), ["Why"], '"nouns"', "“nouns” has no meaning without “rows”.", "Add “rows”."),
        ((*WHY, "x-markdown", "aliases"), "Reason", '"Reason"', "“aliases” must be a list, not “Reason”.",
         "Write a list: [ … ]."),
        ((*WHY, "x-markdown", "aliases"), [{}], "{}", "An entry of “aliases” must be a text, not a group of values.",
         "Write a text, in double quotes."),
        ((*WHY, "x-markdown", "aliases"), ["A", "A"], '"aliases"', "“aliases” holds the same entry twice.",
         "Delete one of the two."),
        ((*WHY, "x-markdown", "aliases"), [], '"aliases"', "“aliases” has no entry yet.", None),
        ((*WHY, "x-markdown", "section"), "", '""', "“section” is empty.", None),
        ((*WHY, "x-read"), "levle", '"levle"', "“levle” is no reader that is known here. Did you mean “level”?", ...),
        ((*OPTIONS, "x-markdown", "rows"), ["tabel"], '"tabel"',
         "“tabel” is no shape that is known here. Did you mean “table”?",
         "Write one of: table, sections, items, columns, others, self."),
        ((*CHOSEN, "x-ref"), {"many": True}, '"x-ref"', "“x-ref” lacks “to”.", "Add “to”."),
        ((*CHOSEN, "x-ref", "many"), False, "false", "“many” must be true.",
         "The value may name several records: B1 and B2."),
        ((*WHY, "type"), "sting", '"sting"', "“sting” is no kind of value. Did you mean “string”?",
         "Write one of: array, boolean, integer, number, object, string."),
        ((*WHY, "type"), "text", '"text"', "“text” is no kind of value. Did you mean “string”?",
         "Write one of: array, boolean, integer, number, object, string."),
        ((*WHY, "type"), "date", '"date"', "“date” is no kind of value. Did you mean “string”?",
         "Dates are read by a shared part: “$ref”: “common.schema.json#/$defs/date”, in place of “type”."),
        ((*WHY, "x-markdown"), {"heading": "Why"}, '"heading"',
         "“heading” is no part of “x-markdown”. Did you mean “section”?", MARKDOWN),
        ((*WHY, "minLength"), "2", '"2"', "“minLength” must be a whole number, not “2”.",
         "Write a number, without quotes."),
        ((*WHY, "minLength"), -1, "-1", "“minLength” is -1; it must be at least 0.", None),
        (("required",), "why", '"why"', "“required” must be a list, not “why”.", "Write a list: [ … ]."),
        # References
        ((*WHY, "$ref"), "https://northwind.example/a.json", '"https://northwind.example/a.json"',
         "“https://northwind.example/a.json” is an address. Schemas are never fetched from anywhere.",
         "Copy what you need into a file beside this one, and write “file.schema.json#/$defs/name”."),
        ((*WHY, "$ref"), "../common.schema.json#/$defs/text", '"../common.schema.json#/$defs/text"',
         "“../common.schema.json#/$defs/text” leads out of this folder.", REFERENCES),
        ((*WHY, "$ref"), "#", '"#"', "“#” is no reference that can be followed.", REFERENCES),
        ((*WHY, "$ref"), "#/properties/when", '"#/properties/when"',
         "“#/properties/when” is no reference that can be followed.", REFERENCES),
        ((*WHY, "$ref"), "#/$defs/text", '"#/$defs/text"', "This file has no part “text” in its “$defs”.", REFERENCES),
        ((*WHY, "$ref"), "common.schema.json#/$defs/txt", '"common.schema.json#/$defs/txt"',
         "common.schema.json has no part “txt” in its “$defs”. Did you mean “text”?", REFERENCES),
        ((*WHY, "$ref"), "others.schema.json#/$defs/text", '"others.schema.json#/$defs/text"',
         "There is no file “others.schema.json” beside this one, and the package brings none.", REFERENCES),
        # Bindings
        ((*WHY, "title"), None, '"why"', "“why” has no title.",
         "Messages, new documents and the site call it by its title. Add a “title”."),
        ((*WHY, "x-markdown"), None, '"why"', "Nothing says where “Why” is written.", PLACES),
        ((*WHY, "x-markdown", "label"), "Reason", '"label"',
         "“Why” is called by its section and label, of which only the section counts.",
         "Move the other name to “aliases”."),
        ((*WHY, "x-markdown"), {"aliases": ["Reason"]}, '"x-markdown"',
         "“Why” has no name under which it could be found.", "Add a “section”, “label” or “column”."),
        ((*CHOSEN, "x-markdown"), {"frontmatter": True}, '"frontmatter"',
         "Only properties at the top stand in the front matter.",
         "Move “chosen” to the top of the schema, or name its section, label or column."),
        ((*CHOSEN, "x-markdown"), {"column": "Chosen"}, '"column"',
         "“Chosen” belongs to no record, so there is no table whose column it could be.",
         "Name its “section” or “label” instead."),
        ((*CHOSEN, "x-markdown", "title"), True, '"title"',
         "“title” is for the properties of records, and for those at the top.", "Name its “section” or “label”."),
        ((*OPTION, "x-markdown", "instead"), "colour", '"colour"',
         "“colour” is no property of the records that “Option” belongs to.", "Name a property of the same record."),
        ((*WHY, "x-markdown", "find"), True, '"find"',
         "“find” is for properties of records and parts, and not for those at the top.",
         "Name its “section” or “label”."),
        ((*WHY, "x-markdown", "rows"), ["table"], '"rows"',
         "“rows” says how records are written, and “Why” is no list of records.",
         'Records are a list ("type": "array") of “items” that have “properties”.'),
        ((*WHY, "type"), ["string", "array"], '"type"',
         "“Why” may be of several kinds, so there is no telling how it is written.", "Decide for one of them."),
        ((*WHY, "type"), "object", '"object"', "“Why” is a group of values, and nothing says which.",
         'Add "properties", or make it a text: "type": "string".'),
        ((*WHY, "items"), {"type": "string"}, '"items"', "Only a list has “items”.", 'Add "type": "array".'),
        ((*OPTIONS, "items", "x-markdown"), {"column": "Option"}, '"x-markdown"',
         "“x-markdown” stands beside “items”, not inside.", "Move it out by one level."),
        ((*WHY, "format"), "date", '"date"', "“format” alone checks nothing: “Why” may be any text.",
         "Refer to a shared part in its place, such as “$ref”: “common.schema.json#/$defs/date”."),
        ((*WHY, "default"), ["A"], '"default"', "The “default” of “Why” must be one value.",
         "It is what a new document begins with."),
        ((*OPTIONS, "default"), ["A"], '"default"', "The “default” of “Options” must be a list of records.",
         "It is what a new document begins with."),
        (("properties", "choice", "default"), "A", '"A"', "The “default” of “Choice” must be left to its properties.",
         "It is what a new document begins with."),
        ((*OPTIONS, "default"), [{"option": "A", "efort": 1}], '"efort"',
         "“Options” have no property “efort”. Did you mean “effort”?", "The properties are: option, effort."),
        ((*WHY, "x-words"), {"a": ["b"]}, '"x-words"',
         "“x-words” gives other words for the values of an “enum”, and there is none.", "Add it."),
        (("properties", "state", "x-words", "taking"), ["b"], '"taking"',
         "“taking” is no value of the “enum”. Did you mean “taken”?", "The “enum” has: open, taken."),
        ((*CHOSEN, "x-ref"), {"to": ["option"]}, '"option"',
         "This type has no property “option”. Did you mean “options”?",
         "“to” is the way to a list of records, property by property, from the top of the schema."),
        ((*CHOSEN, "x-ref"), {"to": ["choice", "choosen"]}, '"choosen"',
         "“Choice” has no property “choosen”. Did you mean “chosen”?",
         "“to” is the way to a list of records, property by property, from the top of the schema."),
        ((*CHOSEN, "x-ref"), {"to": ["choice"]}, '"to"',
         "“Choice” is no list of records, so nothing in it can be referred to.",
         "Name a list whose “items” have “properties”."),
        ((*CHOSEN, "x-ref"), {"in": "value-lader", "to": ["levels"]}, '"value-lader"',
         "There is no type of document “value-lader”. Did you mean “value-ladder”?",
         "Name the type of the document that holds the records."),
        ((*OPTIONS, "items", "properties", "effort", "x-markdown", "column"), "option:", '"effort"',
         "“Option” and “Effort” are both written as “option:”.", OTHER_NAME),
        (("properties", "state", "x-markdown"), {"frontmatter": "when"}, '"state"',
         "“When” and “State” are both “when” in the front matter.", OTHER_NAME),
        ((*OPTIONS, "items", "properties", "effort", "x-markdown", "title"), True, '"effort"',
         "“Option” and “Effort” would each be the record's own text.", "Keep “title” at one of them."),
        ((*OPTION, "x-markdown", "title"), None, '"x-markdown"',
         "Nothing says which property is the text of each of “Options”.",
         "Add “title”: true to the “x-markdown” of that property."),
        (("required", 2), "wy", '"wy"', "“wy” is required, and there is no such property. Did you mean “why”?",
         "The properties are: type, when, state, why, choice, options."),
        (("x-examples",), {"pass": [[]]}, "[]",
         "A list is not what “pass” may be.",
         "Write the name of a file, or {\"text\": …} with the lines of the document."),
        ((*OPTIONS, "items", "required", 0), "cost", '"cost"', "“cost” is required, and there is no such property.",
         "The properties are: option, effort."),
    ],
)  # fmt: skip
def test_a_problem_is_told_at_its_place(
    tmp_path: Path, path: tuple[str | int, ...], value: Any, place: str, message: str, hint: Any
) -> None:
    (told,) = inspect(tmp_path, changed(path, value))
    assert told[:2] == (place, message)
    assert hint is ... or told[2] == hint


def test_a_schema_without_properties_describes_nothing(tmp_path: Path) -> None:
    message = "This schema describes no document: it has no properties."
    assert inspect(tmp_path, {"title": "Decision"}) == [("{", message, f'Add "properties": {{{TYPE}, …}}.')]


def test_several_problems_are_all_told(tmp_path: Path) -> None:
    schema = changed((*WHY, "title"), None, changed(("title",), None, changed(("required", 2), "wy")))
    assert [message for _, message, _ in inspect(tmp_path, schema)] == [
        "This schema has no title, so the type has no name that people could read.",
    ]
    schema = changed((*WHY, "title"), None, changed(("required", 2), "wy"))
    assert [message for _, message, _ in inspect(tmp_path, schema)] == [
        "“wy” is required, and there is no such property. Did you mean “why”?",
        "“why” has no title.",
    ]


def test_what_leads_back_to_itself_is_refused(tmp_path: Path) -> None:
    branch = {"title": "Branch", "x-markdown": {"section": "Branch"}, "properties": {"b": {"$ref": "#/$defs/branch"}}}
    schema = changed(("$defs",), {"branch": branch}, changed(WHY, {"$ref": "#/$defs/branch"}))
    message = "“#/$defs/branch” leads back to itself, so a document of this type would have no end."
    assert inspect(tmp_path, schema) == [('"#/$defs/branch"', message, "Write the levels out that you need.")]
    schema = changed(
        ("$defs",), {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}, changed(WHY, {"$ref": "#/$defs/a"})
    )
    ((place, _, _),) = inspect(tmp_path, schema)
    assert place == '"#/$defs/a"'


def test_what_grows_without_bounds_is_refused(tmp_path: Path) -> None:
    parts: dict[str, Any] = {"p0": {"type": "string", "title": "P", "x-markdown": {"label": "P"}}}
    for number in range(1, 20):
        inner = {name: {"$ref": f"#/$defs/p{number - 1}"} for name in ("a", "b")}
        parts[f"p{number}"] = {"type": "object", "properties": inner}
    schema = changed(("$defs",), parts, changed(WHY, {"$ref": "#/$defs/p19"}))
    ((_, message, hint),) = inspect(tmp_path, schema)
    assert message.startswith("With all that it refers to written out, this schema has 2,")
    assert message.endswith(" parts; 20,000 are allowed.")
    assert hint == "Split it into several types, or refer to fewer parts."


def test_what_only_the_validator_refuses_is_told(tmp_path: Path) -> None:
    schema = changed((*WHY, "patternProperties"), {"(a": {"type": "string"}})
    ((place, message, hint),) = inspect(tmp_path, schema)
    assert place == "{"
    assert message.startswith("No document can be checked by this schema: ")
    assert hint == "Most likely a “pattern” is no regular expression."


def test_a_problem_in_a_file_beside_it_is_told_there(tmp_path: Path) -> None:
    write(tmp_path, "shared", {"$defs": {"reason": {"type": "string", "minLenght": 2}}})
    inspection = Inspection(write(tmp_path, "decision", changed((*WHY, "$ref"), "shared.schema.json#/$defs/reason")))
    (offence,) = inspection.offences
    assert offence.source is not None
    assert offence.source.file.endswith("/shared.schema.json")
    assert offence.source.range(offence.span).start == (5, 7)
    assert offence.message == "“minLenght” is no keyword of a schema. Did you mean “minLength”?"
    assert offence.instead == '"minLength"'


@pytest.mark.parametrize(
    ("content", "place", "message", "hint"),
    [
        (b'{"title": "A",}', (1, 14), "This is not valid JSON: nothing follows this comma.",
         "Delete it: the last entry has none."),
        (b'{\n  "title": "A"\n  "type": 1}', (3, 3), "This is not valid JSON: a comma is missing before this.",
         "Entries are parted by commas."),
        (b'{"title": "A", "title": "B"}', (1, 16), "“title” is given twice here; the first one counts.",
         "Delete one of the two."),
        (b"[]", (1, 1), "A schema is a group of entries in braces, and this file holds something else.",
         "Write { … }."),
        (b"", (1, 1), "This file is empty.", "Fill it in, or delete it."),
        (b'{"title": "\xe9"}', (1, 12), "This file is not saved as UTF-8: byte 11 (0xe9) is no character of it.", ...),
    ],
)  # fmt: skip
def test_files_that_are_no_schema(tmp_path: Path, content: bytes, place: Any, message: str, hint: Any) -> None:
    path = tmp_path / "decision.schema.json"
    path.write_bytes(content)
    offence = Inspection(path).offences[0]
    assert offence.source is not None
    assert offence.source.range(offence.span).start == place
    assert offence.message == message
    assert hint is ... or offence.hint == hint


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "decision.schema.json"
    path.mkdir()
    (offence,) = Inspection(path).offences
    assert offence.message == "This schema cannot be read: is a directory."
