"""The check of a schema that somebody else has written: it becomes a type of document, or a list of what is wrong.

A document is never read by a schema that has not passed this. So the reader and the rules may rely on what holds for
the package's own schemas.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pmcoach_lint.binding.whole import compile_whole
from pmcoach_lint.doctypes.bindings import check_binding
from pmcoach_lint.doctypes.doctype import DocType
from pmcoach_lint.doctypes.files import PROBLEM, SUFFIX, Node, SchemaFile, named_by, packaged, read_own
from pmcoach_lint.doctypes.keywords import check_by_meta_schema, check_draft, check_keywords
from pmcoach_lint.doctypes.reference_checks import Endless, check_reference, check_size
from pmcoach_lint.doctypes.references import bundle, subschemas
from pmcoach_lint.resources import schema_folder
from pmcoach_lint.syntax.source import Offence


class Inspection:
    """The check of the schema at `path`: `offences` is what is wrong, and `doctype` the type when nothing is.

    `file` is the schema with the places of all that is in it.
    """

    def __init__(self, path: Path) -> None:
        self.name = path.name.removesuffix(SUFFIX)
        self.offences: list[Offence] = []
        self.doctype: DocType | None = None
        self._files: dict[Path, SchemaFile] = {}
        self.file = self._read(path)
        if not self.offences:
            self._inspect(self.file)

    def report(
        self, node: Node, message: str, hint: str | None, instead: str | None = None, *, key: bool = False
    ) -> None:
        """Take note of a problem at `node`, or at its key. `instead` is what was likely meant to stand there."""
        quoted = f'"{instead}"' if instead else None
        span, source = node.file.span(node.path, key=key), node.file.source
        self.offences.append(Offence(span, message, hint, quoted, (), source, rule=PROBLEM))

    def open(self, file: SchemaFile, name: str) -> SchemaFile | None:
        """The file `name` that `file` refers to: one that the package brings, or one beside it."""
        found = packaged(name)
        if found or file.is_packaged:
            return found
        path = file.path.parent / name
        return self._files.get(path) or (self._read(path) if path.is_file() else None)

    def _read(self, path: Path) -> SchemaFile:
        """Read a file, and check all in it that can be checked without the others."""
        file, offences = read_own(path)
        self._files[path] = file
        self.offences += offences
        if not offences:
            check_draft(Node(file, ()), self.report)
            for node in subschemas(Node(file, ())):
                check_keywords(node, self.report)
            check_by_meta_schema(Node(file, ()), self.report)
        for node in subschemas(Node(file, ())):
            check_reference(node, self.open, self.report)
        return file

    def _inspect(self, file: SchemaFile) -> None:
        """Check what a sound schema says."""
        self._check_top(file)
        try:
            check_size(file, self.open)
        except Endless as problem:
            self.report(problem.node, problem.message, problem.hint)
        if self.offences:
            return
        schema = bundle(file, self.open)
        check_binding(compile_whole(schema, schema.get("$defs", {})), Node(file, ()), self.open, self.report)
        if not self.offences:
            beside = tuple(path for path in self._files if path != file.path)
            doctype = DocType(self.name, schema["title"], schema, file.path, beside)
            self._check_gate(doctype, file)

    def _check_gate(self, doctype: DocType, file: SchemaFile) -> None:
        """Make sure that documents can be checked by the schema."""
        try:
            doctype.gate.is_valid({})
        except ValueError as error:
            message = f"No document can be checked by this schema: {str(error).splitlines()[0].rstrip('.')}."
            self.report(Node(file, ()), message, "Most likely a “pattern” is no regular expression.")
        else:
            self.doctype = doctype

    def _check_top(self, file: SchemaFile) -> None:
        """Check what makes a schema one of a type of documents: its title, and that it says for which `type` it is."""
        top = Node(file, ())
        if not file.value.get("title"):
            hint = f'Add "title": "{self.name.replace("-", " ").capitalize()}".'
            self.report(top, "This schema has no title, so the type has no name that people could read.", hint)
        if file.value.get("type", "object") != "object":
            self.report(top.below("type"), "A document is a group of values.", 'Write "type": "object".')
        properties = file.value.get("properties")
        wanted = f'"type": {{"const": "{self.name}", "title": "Type", "x-markdown": {{"frontmatter": true}}}}'
        if not properties:
            self.report(
                top, "This schema describes no document: it has no properties.", f'Add "properties": {{{wanted}, …}}.'
            )
        elif not isinstance(properties.get("type"), dict):
            message = "This schema does not say for which type of document it is."
            self.report(top.below("properties"), message, f"Add to its properties: {wanted}.")
        else:
            self._check_type(top.below("properties", "type"), wanted)
        for place, alias in enumerate(file.value.get("x-aliases", ())):
            if taken := self._taken(alias):
                message = f"“{alias}” cannot be another name of this type: those of the type “{taken}” are called so."
                self.report(top.below("x-aliases", place), message, "Leave it out, or choose another one.")

    def _taken(self, alias: str) -> str | None:
        """The type whose name or alias `alias` is already; None where it is free."""
        folders = (schema_folder(), self.file.path.parent)
        if any((folder / f"{alias}{SUFFIX}").is_file() for folder in folders):
            return alias
        others = (packaged(f"{name}{SUFFIX}") for name in named_by(alias, folders[:1]) if name != self.name)
        own = (file for file in others if file and alias in file.value.get("x-aliases", ()))
        return next((file.path.name.removesuffix(SUFFIX) for file in own), None)

    def _check_type(self, node: Node, wanted: str) -> None:
        """Check the property that says for which type of document a schema is."""
        named: Any = node.value.get("const")
        if named != self.name:
            message = f"This file is called “{self.name}{SUFFIX}”, and its type “{named}”."
            if named is None:
                message = f"This schema does not say that its type is “{self.name}”, as its file is called."
            at = node.below("const") if "const" in node.value else node
            self.report(at, message, f"Both must be the same. Write: {wanted}.")
        if node.value.get("x-markdown", {}).get("frontmatter") is not True:
            self.report(node, "The type of a document stands in its front matter.", f"Write: {wanted}.")
