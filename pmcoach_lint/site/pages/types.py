"""The reference of document types, out of their schemas: what is written where, under which names, in which forms."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.whole import resolve
from pmcoach_lint.doctypes import PACK, SUFFIX, DocType
from pmcoach_lint.doctypes.described import Section, other_names, sections_of, written
from pmcoach_lint.generate.scaffold import is_copied, scaffold
from pmcoach_lint.names import small
from pmcoach_lint.nearest import in_a_row
from pmcoach_lint.readers.registry import READERS
from pmcoach_lint.site.contents import FAMILIES, SCHEMAS, TYPE_INDEX, Site
from pmcoach_lint.site.html import Content, element, joined, spaced
from pmcoach_lint.site.page import Page, Writer
from pmcoach_lint.site.pages.parts import link, table
from pmcoach_lint.site.prose import inline

_DEEPEST = 6
_SHAPES = {
    "table": "one row of a table",
    "sections": "a heading of its own",
    "items": "a list item",
    "columns": "one column for each of them in the table",
    "others": "any other column of the table",
    "self": "the text of the part itself",
}

_LIST = "Several of them: bullets, or one after the other with <br> or a semicolon between."
_FREE = {
    "first": "Needs no label: the first line without one is it.",
    "rest": "Needs no label: the other lines without one are it.",
    "items": "Needs no label: the list items without one are it.",
}


def index_page(site: Site) -> Page:
    """The page that lists the types of documents."""
    writer = Writer("Document types", description="Which documents can be written, and what each of them holds.")
    writer.paragraph(
        "A document says in its front matter which type it is: ",
        element("code", f"type: {PACK}"),
        ". The type’s schema says what belongs into it and where that is written; these pages are made from the "
        "schemas.",
    )
    for family, types in site.families.items():
        writer.heading(2, FAMILIES[family], search=False)
        rows = [
            (
                link(doctype.title, site.links.between(TYPE_INDEX, site.type_page(doctype))),
                element("code", doctype.name),
                inline(str(doctype.schema.get("description", ""))),
            )
            for doctype in types
        ]
        writer.html(table(("Document", "Type", "What it is"), rows, f"Document types: {FAMILIES[family]}", "types"))
    return Page(TYPE_INDEX, writer.text())


def type_pages(site: Site) -> Iterator[Page]:
    """A page for each type of document."""
    for doctype in site.doctypes:
        yield Page(site.type_page(doctype), _type_text(doctype, site), under=TYPE_INDEX)


def _type_text(doctype: DocType, site: Site) -> str:
    description = str(doctype.schema.get("description", ""))
    writer = Writer(doctype.title, description=description)
    writer.paragraph(inline(description), class_="pm-lead")
    address = site.links.between(site.type_page(doctype), f"{SCHEMAS}/{doctype.name}{SUFFIX}")
    writer.paragraph(
        "Begin one with the command below",
        ", which copies the one that comes with pmcoach," if is_copied(doctype) else None,
        " or copy the blank document at the end of this page. Programs can use ",
        link("the JSON Schema", address, download=""),
        " from which this page is made.",
    )
    writer.code(f"pmcoach new {doctype.name} {_example_file(doctype)}", "shell")
    front, *sections = sections_of(doctype)
    writer.heading(2, front.title)
    writer.paragraph("Between two lines of ", element("code", "---"), " at the very top of the file.")
    if doctype.aliases:
        forms = spaced(element("code", f"type: {name}") for name in (doctype.name, *doctype.aliases))
        writer.paragraph("These say the same: ", forms)
    writer.html(_table(front))
    for section in sections:
        _write_section(writer, section)
    writer.heading(2, "A blank document")
    writer.code(scaffold(doctype), "markdown")
    return writer.text()


def _example_file(doctype: DocType) -> str:
    """Where a document of a type may be written."""
    if doctype.name == PACK:
        return "packs/pm-07.md"
    folders = {"engagement": "packs/clients/northwind", "standard": "docs/standards"}
    return f"{folders.get(doctype.family, 'packs')}/{doctype.name}.md"


def _write_section(writer: Writer, section: Section) -> None:
    """Add what belongs under one heading of a document."""
    writer.heading(min(section.level, _DEEPEST), section.title)
    if section.part:
        writer.html(_described(section.part, required=section.required))
    else:
        writer.paragraph("Lines below the title, each behind its label.")
    if section.fields:
        writer.html(_table(section))


def _described(part: Binding, *, required: bool) -> Markup:
    """What a part is, how often it may be there, and under which other names it is found."""
    lines: list[Content] = [inline(str(part.schema.get("description", "")))]
    if part.kind == "records":
        shapes = [_SHAPES[shape] for shape in part.shapes if shape in _SHAPES]
        lines.append(f"Each is written as {in_a_row(shapes, 'or')}.")
    elif part.kind == "list":
        lines.append("A list, one line for each.")
    lines.append("Required." if required else "May be left out.")
    return spaced((element("p", spaced(lines)), _aliases(part), _clues(part)))


def _clues(field: Binding) -> Markup | None:
    """The words by which a heading of the author's own is known to be of the property."""
    words = [f"“{clue.replace('*', '…')}”" for clue in field.mark.get("clues", ())]
    where = "Known by such words of its heading as well: "
    return element("p", where, "; ".join(words), ".", class_="pm-aliases") if words else None


def _beginnings(field: Binding) -> Markup | None:
    """The words by which a paragraph without a label is known to be the property."""
    words = [f"“{word} …”" for word in field.mark.get("begins", ())]
    return element("p", "Needs no label where a paragraph begins so: ", "; ".join(words), ".") if words else None


def _aliases(field: Binding) -> Markup | None:
    """The other names under which a property is found."""
    names = other_names(field)
    if not names:
        return None
    if field.frontmatter_key and not field.names:
        return element("p", "Other keys: ", "; ".join(names), ".", class_="pm-aliases")
    where = "Also read from a line labelled: " if field.frontmatter_key else "Also found under: "
    if field.frontmatter_key and field.is_title:
        where = "Also read from the title, or a line labelled: "
    return element("p", where, "; ".join(names), ".", class_="pm-aliases")


def _table(section: Section) -> Markup:
    rows = [
        (
            element("span", element("code", written(field)), class_="pm-name"),
            joined(
                inline(str(field.schema.get("description", "")) or f"{field.title}."),
                element("p", "Wanted." if field.is_wanted else "Required.", class_="pm-required") if required else None,
                element("p", _FREE[field.mark["free"]]) if "free" in field.mark else None,
                _beginnings(field),
                _aliases(field),
                _clues(field),
            ),
            _value_forms(field),
        )
        for field, required in section.fields
    ]
    return table((section.head, "What it says", "What can be written"), rows, f"{section.head}s")


def _value_forms(field: Binding) -> Markup:
    """What can be written for a property."""
    schema = field.schema
    if field.kind == "records":
        what = str(field.title_field.schema.get("description", "")) if field.title_field else ""
        return inline(f"{what} One column for each, headed by its name; or one column for all, parted by `<br>`.")
    value = resolve(schema.get("items", {}), {}) if field.kind == "list" else schema
    forms = [form for form in (_form(field, value), _LIST if field.kind == "list" else None, _also(field)) if form]
    if "default" in schema and field.frontmatter_key:  # below, it is what a new document holds
        forms.append(f"If it is left out: `{schema['default']}`.")
    return spaced(inline(form) for form in forms)


def _form(field: Binding, value: dict[str, Any]) -> str:
    """The form of one value."""
    if "const" in value:
        return f"`{value['const']}`"
    if field.reader:
        return _reader_words(field.reader)
    if "enum" in value:
        return f"One of {', '.join(f'`{word}`' for word in value['enum'])}."
    if "x-form" in value:
        form = str(value["x-form"])
        return f"{form[:1].upper()}{form[1:]}."
    if value.get("type") == "integer":
        return f"A whole number{_limits(value)}."
    return "Text."


def _limits(value: dict[str, Any]) -> str:
    """The smallest and the largest number, where there are such."""
    least, most = value.get("minimum"), value.get("maximum")
    if least is not None and most is not None:
        return f" from {least} to {most}"
    if least is not None:
        return f", {least} or more"
    return f", {most} or less" if most is not None else ""


def _reader_words(reader: str) -> str:
    """The first paragraph of a reader's docstring, without what it returns."""
    first = inspect.cleandoc(READERS[reader].__doc__ or "").partition("\n\n")[0]
    return " ".join(first.split()).partition(" Returns ")[0]


def _also(field: Binding) -> str | None:
    """Another name under which the value can be read, such as one column for both levels, or in passing."""
    for way in field.mark.get("also", ()):
        if "column" in way:
            return f"Or together with its counterpart under `{way['column']}`: {small(_reader_words(way['read']))}"
        if "label" in way:
            return f"Or in what `{way['label']}` says: {small(_reader_words(way['read']))}"
    ways = field.mark.get("perhaps", ())
    places = dict.fromkeys(f"`{key}`" for way in ways for key in way.get("keys", ()))
    places |= dict.fromkeys("what a sentence above the parts says of the PM" for way in ways if "of" in way)
    return f"Where none of its own keys is there, also out of {in_a_row(list(places), 'or')}." if places else None
