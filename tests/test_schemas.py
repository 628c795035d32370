"""The schemas of document types: their bindings obey the meta-schema, and the code knows what they use."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.doctypes import Catalogue, DocType
from pmcoach_lint.readers.registry import READERS
from pmcoach_lint.resources import read_schema, schema_folder

META = read_schema("binding.meta.schema.json")
TYPES = [pytest.param(doctype, id=doctype.name) for doctype in Catalogue.own()]
SCHEMAS = sorted(path.name for path in schema_folder().glob("*.schema.json") if "meta" not in path.name)


def errors(schema: dict[str, Any]) -> list[str]:
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in checker().iter_errors(schema)]


def checker() -> Draft202012Validator:
    return Draft202012Validator(META)


def test_the_meta_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(META)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_obeys_the_meta_schema(name: str) -> None:
    assert errors(read_schema(name)) == []


@pytest.mark.parametrize(
    ("binding", "message"),
    [
        ({"sektion": "Risks"}, "'sektion' was unexpected"),
        ({"section": ""}, "should be non-empty"),
        ({"rows": ["tabel"]}, "'tabel' is not one of"),
        ({"rows": "table"}, "'table' is not of type 'array'"),
        ({"nouns": ["Bet"]}, "'rows' is a dependency of 'nouns'"),
        ({"aliases": ["Risk", "Risk"]}, "has non-unique elements"),
        ({"free": "second"}, "'second' is not one of"),
        ({"find": {"per": []}}, "is not valid under any of the given schemas"),
        ({"find": {"each": ["hour"]}}, "is not valid under any of the given schemas"),
        ({}, "should be non-empty"),
    ],
)
def test_a_wrong_binding_is_found_at_any_depth(binding: dict[str, Any], message: str) -> None:
    schema = copy.deepcopy(read_schema("coaching-pack.schema.json"))
    risks = schema["properties"]["closing"]["properties"]["risks"]
    risks["x-markdown"] = binding
    found = errors(schema)
    assert len(found) == 1
    assert found[0].startswith("properties/closing/properties/risks/x-markdown")
    assert message in found[0]


def test_an_unknown_reader_or_keyword_is_found() -> None:
    assert errors({"x-read": "levle"}) == [f"x-read: 'levle' is not one of {META['$defs']['reader']['enum']}"]
    assert len(errors({"x-markdwon": {}})) == 1


def test_where_a_reference_leads_is_checked() -> None:
    assert errors({"x-ref": {"in": "value-ladder", "to": ["levels"]}}) == []
    assert errors({"x-ref": {"in": "value-ladder"}}) == ["x-ref: 'to' is a required property"]
    assert errors({"x-ref": {"in": "Value Ladder", "to": ["levels"]}})[0].startswith(
        "x-ref/in: 'Value Ladder' does not"
    )


def test_families_and_numbering_are_checked() -> None:
    assert errors({"x-aliases": ["adr", "decision-record-2"]}) == []
    assert errors({"x-aliases": ["Decision record"]})[0].startswith("x-aliases/0: 'Decision record' does not match")
    assert errors({"x-aliases": []})[0].startswith("x-aliases: [] should be non-empty")
    assert errors({"x-family": "engagement", "x-numbered": True}) == []
    assert errors({"x-family": "client"})[0].startswith("x-family: 'client' is not one of")
    assert errors({"x-numbered": "yes"}) == ["x-numbered: True was expected"]


@pytest.mark.parametrize("doctype", TYPES)
def test_what_a_new_document_begins_with_is_for_fields_that_there_are(doctype: DocType) -> None:
    for field in bindings(doctype.binding):
        if field.kind == "records":
            for row in field.schema.get("default", []):
                assert set(row) <= set(field.fields), field.name


def test_the_meta_schema_names_the_readers_that_there_are() -> None:
    assert META["$defs"]["reader"]["enum"] == list(READERS)


def bindings(binding: Binding) -> list[Binding]:
    return [binding, *(inner for field in binding.fields.values() for inner in bindings(field))]


@pytest.mark.parametrize("doctype", TYPES)
def test_every_property_is_bound_titled_and_explained(doctype: DocType) -> None:
    for field in bindings(doctype.binding):
        if field.name:
            assert field.mark, f"{field.name} is bound to nothing"
            assert field.schema.get("title"), f"{field.name} has no title"


@pytest.mark.parametrize("doctype", TYPES)
def test_no_two_fields_of_one_object_share_a_written_name(doctype: DocType) -> None:
    for binding in bindings(doctype.binding):
        written = [
            column.key
            for field in binding.fields.values()
            for column in field.names
            if column.canonical and not column.use.part
        ]
        assert len(written) == len(set(written)), f"{binding.name}: {written}"


@pytest.mark.parametrize("doctype", TYPES)
def test_what_is_referred_to_is_there(doctype: DocType) -> None:
    for field in bindings(doctype.binding):
        reference = field.reference or {}
        for way in (reference, reference.get("else")):
            if way:
                holder = Catalogue.own().find(way.get("in", doctype.name))
                assert holder, f"{field.name} refers to a type that there is not"
                target: Binding = holder.binding
                for step in way["to"]:
                    target = target.fields[step]
                assert target.kind == "records"
                assert way.get("named", "type") in doctype.binding.fields


def test_shared_parts_are_brought_inside() -> None:
    for doctype in Catalogue.own():
        assert ".schema.json#" not in str(doctype.schema)
        Draft202012Validator.check_schema(doctype.schema)


def test_schemas_lie_where_the_package_looks() -> None:
    assert (Path(schema_folder()) / "coaching-pack.schema.json").is_file()
