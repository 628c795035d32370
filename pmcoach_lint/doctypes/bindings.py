"""The check of a schema's bindings: whether what it says of each property can be found and read in a document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.doctypes.files import SUFFIX, Node
from pmcoach_lint.doctypes.keywords import Report
from pmcoach_lint.doctypes.references import OpenFile, chain
from pmcoach_lint.nearest import did_you_mean, in_a_row, nearest
from pmcoach_lint.resources import schema_folder
from pmcoach_lint.tuples import NamedTuple

_PLACES = ("section", "label", "column")
_WITHOUT_NAME = ("frontmatter", "title", "find", "free", "also")
_TITLED = {"items", "sections"}


class Property(NamedTuple):
    """One property: where the schema describes it, its binding, and that of the object or record it belongs to."""

    node: Node
    bound: Binding
    parent: Binding
    is_top: bool


def check_binding(binding: Binding, top: Node, open_file: OpenFile, report: Report) -> None:
    """Report what cannot work in the bindings of a type.

    Args:
        binding: the compiled binding of the type.
        top: its schema.
        open_file: gives the files that the schema refers to.
        report: takes note of a problem.
    """
    check = _Check(binding, top.file.path.parent, open_file, report)
    check.group(binding, top)
    for each in properties(binding, top, open_file):
        check.property(each)


def properties(binding: Binding, node: Node, open_file: OpenFile) -> Iterator[Property]:
    """All properties that are bound below `node`, at any depth."""
    for name, bound in binding.fields.items():
        at = holder(binding, node, open_file).below(name)
        yield Property(at, bound, binding, not node.path)
        yield from properties(bound, at, open_file)


def keyword(node: Node, key: str, open_file: OpenFile) -> Node | None:
    """Where a keyword of the schema at `node` is written: there, or in what it refers to."""
    return next((each.below(key) for each in chain(node, open_file) if key in each.value), None)


def holder(binding: Binding, node: Node, open_file: OpenFile) -> Node:
    """Where the properties of an object, or of each record, are described: “properties”."""
    if binding.kind == "records":
        node = keyword(node, "items", open_file) or node
    return keyword(node, "properties", open_file) or node.below("properties")


class _Check:
    """The checks of bindings, each a method that reports what it finds."""

    def __init__(self, top: Binding, folder: Path, open_file: OpenFile, report: Report) -> None:
        self.top = top
        self.folder = folder
        self.open_file = open_file
        self.report = report

    def at(self, each: Property, key: str, *steps: str | int) -> Node:
        """Where to point for a keyword of a property: at it, or at the property where it is written elsewhere."""
        found = self.find(each, key)
        return found.below(*steps) if found and not found.file.is_packaged else each.node

    def find(self, each: Property, key: str) -> Node | None:
        """Where a keyword of a property, or of the values of a list, is written."""
        inner = keyword(each.node, "items", self.open_file) if each.bound.kind == "list" else None
        found = keyword(each.node, key, self.open_file)
        return found or (keyword(inner, key, self.open_file) if inner else None)

    def property(self, each: Property) -> None:
        """Check one property."""
        bound = each.bound
        if not bound.schema.get("title"):
            hint = "Messages, new documents and the site call it by its title. Add a “title”."
            self.report(each.node, f"“{bound.name}” has no title.", hint)
        if bound.mark:
            self.name(each)
            self.place(each)
        else:
            message = f"Nothing says where “{bound.title}” is written."
            self.report(each.node, message, 'Add "x-markdown" with "frontmatter", "section", "label" or "column".')
        self.kind(each)
        self.default(each)
        self.words(each)
        self.reference(each)
        if bound.kind in ("records", "object"):
            self.group(bound, each.node)

    def name(self, each: Property) -> None:
        """Check that a property has one written name."""
        bound, mark = each.bound, each.bound.mark
        written = [key for key in _PLACES if key in mark]
        if len(written) > 1:
            message = f"“{bound.title}” is called by its {in_a_row(written)}, of which only the {written[0]} counts."
            at = self.at(each, "x-markdown", written[1])
            self.report(at, message, "Move the other name to “aliases”.", key=True)
        if not written and not any(key in mark for key in _WITHOUT_NAME) and "rows" not in mark:
            message = f"“{bound.title}” has no name under which it could be found."
            self.report(self.at(each, "x-markdown"), message, "Add a “section”, “label” or “column”.")

    def place(self, each: Property) -> None:
        """Check that a property is written where its kind of place can be."""
        bound, mark = each.bound, each.bound.mark
        in_record = each.parent.kind == "records"
        if "frontmatter" in mark and not each.is_top:
            hint = f"Move “{bound.name}” to the top of the schema, or name its section, label or column."
            message = "Only properties at the top stand in the front matter."
            self.report(self.at(each, "x-markdown", "frontmatter"), message, hint, key=True)
        if "column" in mark and not in_record:
            message = f"“{bound.title}” belongs to no record, so there is no table whose column it could be."
            hint = "Name its “section” or “label” instead."
            self.report(self.at(each, "x-markdown", "column"), message, hint, key=True)
        if "title" in mark and not in_record and not each.is_top:
            message = "“title” is for the properties of records, and for those at the top."
            self.report(self.at(each, "x-markdown", "title"), message, "Name its “section” or “label”.", key=True)
        if bound.instead and bound.instead not in each.parent.fields:
            message = f"“{bound.instead}” is no property of the records that “{bound.title}” belongs to."
            self.report(self.at(each, "x-markdown", "instead"), message, "Name a property of the same record.")
        if "find" in mark and each.is_top:
            message = "“find” is for properties of records and parts, and not for those at the top."
            self.report(self.at(each, "x-markdown", "find"), message, "Name its “section” or “label”.", key=True)
        if "rows" in mark and bound.kind != "records":
            hint = 'Records are a list ("type": "array") of “items” that have “properties”.'
            message = f"“rows” says how records are written, and “{bound.title}” is no list of records."
            self.report(self.at(each, "x-markdown", "rows"), message, hint, key=True)

    def kind(self, each: Property) -> None:
        """Check that what a property holds can be taken from a text."""
        bound, schema = each.bound, each.bound.schema
        kinds = schema.get("type")
        if isinstance(kinds, list) and {"array", "object"} & set(kinds):
            message = f"“{bound.title}” may be of several kinds, so there is no telling how it is written."
            self.report(self.at(each, "type"), message, "Decide for one of them.")
        elif bound.kind == "value" and kinds == "object" and not bound.reader:
            message = f"“{bound.title}” is a group of values, and nothing says which."
            self.report(self.at(each, "type"), message, 'Add "properties", or make it a text: "type": "string".')
        elif bound.kind == "value" and "items" in schema:
            self.report(self.at(each, "items"), "Only a list has “items”.", 'Add "type": "array".')
        if "format" in schema and not bound.reader:
            message = f"“format” alone checks nothing: “{bound.title}” may be any text."
            hint = "Refer to a shared part in its place, such as “$ref”: “common.schema.json#/$defs/date”."
            self.report(self.at(each, "format"), message, hint)
        items = keyword(each.node, "items", self.open_file)
        if items and "x-markdown" in items.value:
            message = "“x-markdown” stands beside “items”, not inside."
            self.report(items.below("x-markdown"), message, "Move it out by one level.")

    def default(self, each: Property) -> None:
        """Check that a new document can hold what the schema gives it."""
        bound = each.bound
        default = bound.schema.get("default")
        if default is None:
            return
        entries = default if isinstance(default, list) else [default]
        wanted = {"records": "a list of records", "list": "a list of values", "value": "one value"}.get(bound.kind)
        fits = isinstance(default, list) is (bound.kind != "value") and all(
            isinstance(entry, dict) if bound.kind == "records" else not isinstance(entry, dict | list)
            for entry in entries
        )
        if not wanted or not fits:
            message = f"The “default” of “{bound.title}” must be {wanted or 'left to its properties'}."
            self.report(self.at(each, "default"), message, "It is what a new document begins with.")
            return
        for place, row in enumerate(entries if bound.kind == "records" else ()):
            for name in row:
                if name not in bound.fields:
                    near = nearest(name, bound.fields)
                    message = f"“{bound.title}” have no property “{name}”.{did_you_mean(near)}"
                    hint = f"The properties are: {', '.join(bound.fields)}."
                    self.report(self.at(each, "default", place, name), message, hint, near, key=True)

    def words(self, each: Property) -> None:
        """Check that other words are those of a value that may be chosen."""
        found = self.find(each, "x-words")
        if not found or found.file.is_packaged:
            return
        choices = self.find(each, "enum")
        if choices is None:
            self.report(found, "“x-words” gives other words for the values of an “enum”, and there is none.", "Add it.")
            return
        allowed = [str(value) for value in choices.value]
        for word in found.value:
            if word not in allowed:
                near = nearest(word, allowed)
                hint = f"The “enum” has: {', '.join(allowed)}."
                message = f"“{word}” is no value of the “enum”.{did_you_mean(near)}"
                self.report(found.below(word), message, hint, near, key=True)

    def reference(self, each: Property) -> None:
        """Check that there are records where a reference looks for them."""
        reference = each.bound.reference
        found = self.find(each, "x-ref")
        if not reference or not found or found.file.is_packaged:
            return
        if "in" in reference:
            self.other_type(found.below("in"))
            return
        binding = self.top
        for place, step in enumerate(reference["to"]):
            if step not in binding.fields:
                near = nearest(step, binding.fields)
                where = f"“{binding.title}”" if binding.name else "This type"
                message = f"{where} has no property “{step}”.{did_you_mean(near)}"
                hint = "“to” is the way to a list of records, property by property, from the top of the schema."
                self.report(found.below("to", place), message, hint, near)
                return
            binding = binding.fields[step]
        if binding.kind != "records":
            message = f"“{binding.title}” is no list of records, so nothing in it can be referred to."
            self.report(found.below("to"), message, "Name a list whose “items” have “properties”.")

    def other_type(self, node: Node) -> None:
        """Check that there is a schema of the type that a reference names."""
        folders = (self.folder, schema_folder())
        if not any((folder / f"{node.value}{SUFFIX}").is_file() for folder in folders):
            known = [path.name.removesuffix(SUFFIX) for folder in folders for path in folder.glob(f"*{SUFFIX}")]
            near = nearest(node.value, known)
            message = f"There is no type of document “{node.value}”.{did_you_mean(near)}"
            self.report(node, message, "Name the type of the document that holds the records.", near)

    def group(self, binding: Binding, node: Node) -> None:
        """Check the properties of an object, or of a record, beside each other."""
        described = holder(binding, node, self.open_file)
        self.names_apart(binding, described)
        titles = [bound for bound in binding.fields.values() if bound.is_title]
        if len(titles) > 1:
            message = f"{in_a_row([f'“{bound.title}”' for bound in titles])} would each be the record's own text."
            self.report(described.below(titles[1].name), message, "Keep “title” at one of them.")
        shapes = [shape for shape in binding.mark.get("rows", ()) if shape in _TITLED]
        if binding.kind == "records" and shapes and not titles and not binding.found_fields:
            message = f"Nothing says which property is the text of each of “{binding.title}”."
            hint = "Add “title”: true to the “x-markdown” of that property."
            self.report(node.below("x-markdown") if "x-markdown" in node.value else node, message, hint)
        owner = Node(described.file, described.path[:-1])
        for place, name in enumerate(owner.value.get("required", ())):
            if name not in binding.fields:
                near = nearest(name, binding.fields)
                message = f"“{name}” is required, and there is no such property.{did_you_mean(near)}"
                hint = f"The properties are: {', '.join(binding.fields)}."
                self.report(owner.below("required", place), message, hint, near)

    def names_apart(self, binding: Binding, described: Node) -> None:
        """Check that no two properties are written under the same name."""
        written: dict[str, Binding] = {}
        keys: dict[str, Binding] = {}
        hint = "Give one of them another name: nobody could tell which is meant."
        for bound in binding.fields.values():
            for column in bound.names:
                if not column.canonical or column.use.part:
                    continue
                first = written.setdefault(column.key, bound)
                if first is not bound:
                    message = f"“{first.title}” and “{bound.title}” are both written as “{column.name}”."
                    self.report(described.below(bound.name), message, hint)
            if key := bound.frontmatter_key:
                other = keys.setdefault(key, bound)
                if other is not bound:
                    message = f"“{other.title}” and “{bound.title}” are both “{key}” in the front matter."
                    self.report(described.below(bound.name), message, hint)
