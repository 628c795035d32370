"""A new framework says what the one says that comes with pmcoach; every other new document is blank."""

from __future__ import annotations

import pytest

from pmcoach_lint.doctypes import Catalogue, DocType
from pmcoach_lint.document import read_document
from pmcoach_lint.generate.scaffold import beginning, is_copied, scaffold
from pmcoach_lint.resources import standards_folder

TYPES = [pytest.param(doctype, id=doctype.name) for doctype in Catalogue.own()]


@pytest.mark.parametrize("doctype", TYPES)
def test_a_framework_is_copied_and_anything_else_is_blank(doctype: DocType) -> None:
    assert is_copied(doctype) is (doctype.family == "standard")
    if not is_copied(doctype):
        assert beginning(doctype) == scaffold(doctype)
        return
    ours = read_document((standards_folder() / f"{doctype.name}.md").read_bytes(), "ours.md").data
    theirs = read_document(beginning(doctype).encode(), "theirs.md").data
    assert theirs == {**ours, "status": "draft", "visibility": "internal"}
