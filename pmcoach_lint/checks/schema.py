"""JSON Schema errors, each at its exact place and in the author's words.

A fast validator says yes or no. Only when it says no is the `jsonschema` package imported to explain; what the reader
has already said about a value is not said again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import Role
from pmcoach_lint.checks.alike import MANY, as_one
from pmcoach_lint.checks.sentences import Lacking, list_told, prose_above, prose_told, told_in_sentences
from pmcoach_lint.checks.words import binding_at, first_line, spot, subject, value_at
from pmcoach_lint.doctypes import DocType
from pmcoach_lint.document import Document
from pmcoach_lint.failures import Failure, read_failure, tell
from pmcoach_lint.finding import Together
from pmcoach_lint.names import small
from pmcoach_lint.nearest import in_a_row
from pmcoach_lint.syntax.source import Mention, Offence
from pmcoach_lint.syntax.yaml_marks import Path

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator


def schema_offences(document: Document) -> list[Offence]:
    """What the document's data lacks or has wrong by its schema, in the order of the text."""
    if document.doctype is None or document.doctype.gate.is_valid(document.data):
        return []
    every = map(read_failure, explainer(document.doctype).iter_errors(document.data))
    failures = [failure for failure in every if not _is_settled(document, failure)]
    nowhere: list[Failure] = []
    placed: list[Failure] = []
    for failure in failures:
        (nowhere if _is_nowhere(document, failure) else placed).append(failure)
    empty = [(failure, field) for failure in placed if (field := _left_empty(document, failure))]
    columns = _of_many((failure.path, (field,)) for failure, field in empty)
    told = {(*path, field.name) for (_, (field,)), paths in columns.items() for path in paths}
    apart = [
        failure for failure in placed if failure.keyword != "required" or (*failure.path, failure.wanted) not in told
    ]
    offences = [offence for failure in apart if (offence := _told(document, failure))]
    offences += [_told_of_many(document, column, paths, is_empty=True) for column, paths in columns.items()]
    offences += [*_missing_keys(document, failures), *_missing_above(document, failures)]
    offences += _missing_values(document, nowhere)
    return sorted(offences, key=lambda offence: offence.span)


def _is_settled(document: Document, failure: Failure) -> bool:
    """Whether the reader has told already what a failure is about."""
    return document.is_settled((*failure.path, failure.wanted) if failure.keyword == "required" else failure.path)


Alike = tuple[Path, tuple[Binding, ...]]
"""A list, and what many of its records lack alike."""


def _of_many(lacking: Iterable[Alike]) -> dict[Alike, list[Path]]:
    """What many records of a list lack alike, with the records that do; `lacking` is what each record lacks."""
    found: dict[Alike, list[Path]] = {}
    for path, fields in lacking:
        if path and isinstance(path[-1], int):
            found.setdefault((path[:-1], fields), []).append(path)
    return {alike: paths for alike, paths in found.items() if len(paths) >= MANY}


def _left_empty(document: Document, failure: Failure) -> Binding | None:
    """The single value that has a place in the document and nothing in it, if that is the failure."""
    field = binding_at(document, (*failure.path, failure.wanted)) if failure.keyword == "required" else None
    return field if field and field.kind == "value" else None


def _told_of_many(document: Document, alike: Alike, paths: list[Path], *, is_empty: bool) -> Offence:
    """The offence of what many records of a list lack; the other places are told with the first."""
    way, fields = alike
    number, rows = len(value_at(document, way)), binding_at(document, way)
    names = in_a_row([f"“{field.written_name}”" for field in fields])
    what = f"{'is' if len(fields) == 1 else 'are'} {'empty for' if is_empty else 'missing from'}"
    words = f"{names} {what} {{number}} under “{rows.title if rows else way[-1]}”."
    each = [_empty(document, path, fields[0]) if is_empty else _nowhere(document, path, fields) for path in paths]
    related = tuple(Mention(one.span, "empty as well" if is_empty else "here as well") for one in each[1:])
    whole = each[0]._replace(hint=_described(fields), related=related, singles=())
    return as_one(document, whole, each, Together(words, MANY, number))


def _missing_keys(document: Document, failures: list[Failure]) -> list[Offence]:
    """The offence of all keys that the front matter lacks: one, however many they are."""
    fields = [field for field in _wanted(document, failures) if field.frontmatter_key]
    if not fields or not document.fences:
        return []
    opening = document.fences.opening

    def lacking(fields: Sequence[Binding]) -> Offence:
        message = _lacks("The front matter", [str(field.frontmatter_key) for field in fields])
        return Offence(opening, message, _described(fields, by_key=True), rule=_rule(fields))

    return [_with_singles(lacking, fields)]


def _with_singles(offence: Callable[[Sequence[Binding]], Offence], fields: Sequence[Binding]) -> Offence:
    """The offence of fields that lack, and those that it would be one by one."""
    whole = offence(fields)
    return whole._replace(singles=tuple(offence([field]) for field in fields)) if len(fields) > 1 else whole


def _is_nowhere(document: Document, failure: Failure) -> bool:
    """Whether something is missing inside a part or a record for which there is not even an empty place."""
    at = (*failure.path, failure.wanted)
    if failure.keyword != "required" or not failure.path:
        return False
    return at not in document.values and at not in document.keys and binding_at(document, at) is not None


def _missing_values(document: Document, failures: list[Failure]) -> Iterator[Offence]:
    """The offences of what is missing and has no place: one for each part or record, however much that is."""
    lacking: Lacking = {}
    for failure in failures:
        if field := binding_at(document, (*failure.path, failure.wanted)):
            lacking.setdefault(failure.path, []).append(field)
    offences, lacking = told_in_sentences(document, lacking)
    yield from offences
    alike = _of_many((path, tuple(fields)) for path, fields in lacking.items())
    yield from (_told_of_many(document, each, paths, is_empty=False) for each, paths in alike.items())
    many = {path for paths in alike.values() for path in paths}
    for path, fields in lacking.items():
        if path in many:
            continue
        part = binding_at(document, path)
        if part and value_at(document, path) == {} and _is_unreadable(document, part, path):
            yield _unreadable_object(document, part, path)
            continue
        yield _nowhere(document, path, fields)


def _nowhere(document: Document, path: Path, fields: Sequence[Binding]) -> Offence:
    """The offence of what a part or record lacks, where there is not even an empty place for it."""
    place, what = spot(document, (*path, fields[0].name)), subject(document, path)

    def lacking(fields: Sequence[Binding]) -> Offence:
        message = _lacks(what, [field.written_name for field in fields])
        return Offence(place, message, _described(fields), rule=_rule(fields))

    return _with_singles(lacking, fields)


def _rule(fields: Iterable[Binding]) -> str:
    """The rule about what is missing: another one where nothing hangs on any of it."""
    return "missing-detail" if all(field.is_wanted for field in fields) else "missing-value"


def _lacks(what: str, names: list[str]) -> str:
    """That something lacks all that is called by those names: each of them, and not one or the other."""
    first, *others = quoted = [f"“{name}”" for name in names]
    if not others:
        return f"{what} has no {first}."
    return f"{what} has {f'neither {first} nor {others[0]}' if len(quoted) == 2 else f'none of {in_a_row(quoted)}'}."


def _described(fields: Sequence[Binding], *, by_key: bool = False) -> str | None:
    """What the fields are for, each with its name if there are several, or with its key in the front matter."""
    told = [(str(field.frontmatter_key) if by_key else field.written_name, _about(field)) for field in fields]
    described = [f"{name}: {about}" if len(told) > 1 else about for name, about in told if about]
    return f"{'; '.join(described)}." if described else None


def _about(field: Binding) -> str:
    return str(field.schema.get("description", "")).rstrip(".")


@lru_cache(maxsize=16)
def explainer(doctype: DocType) -> Draft202012Validator:
    """The validator that tells what is wrong and where."""
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - takes 60 ms, and most documents are valid

    return Draft202012Validator(doctype.schema)


def _told(document: Document, failure: Failure) -> Offence | None:
    """The offence that a failure stands for; None for one that is told otherwise."""
    path = failure.path
    if failure.keyword == "required":
        return _missing(document, path, failure.wanted)
    binding = binding_at(document, path)
    title = binding.title if binding else str(path[-1] if path else "This document")
    told = tell(failure, title, binding.schema if binding else {})
    return Offence(spot(document, path), told.message, told.hint, told.instead, rule=told.rule)


def _missing(document: Document, path: Path, name: str) -> Offence | None:
    """The offence of a required property that is not there; parts of the document have a rule of their own."""
    at = (*path, name)
    field = binding_at(document, at)
    if field is None:
        return None
    hint = field.schema.get("description")
    if not path and at in document.keys and not field.is_section:
        name = document.text[slice(*document.keys[at])].strip("*_: ")
        return Offence(spot(document, at), f"“{name}” has no value.", hint, rule="still-to-fill")
    if not path:  # told together, or as a part that is missing
        return list_told(document, field, at) if at in document.keys else None
    if _is_unreadable(document, field, at):
        return _unreadable_object(document, field, at)
    if told := list_told(document, field, at):
        return told
    if _is_told_above(document, path, name):
        return None
    return _empty(document, path, field)


def _empty(document: Document, path: Path, field: Binding) -> Offence:
    """The offence of a place in a record where nothing stands."""
    message = f"“{field.written_name}” is empty for {small(subject(document, path))}."
    return Offence(spot(document, (*path, field.name)), message, field.schema.get("description"), rule="still-to-fill")


def _is_told_above(document: Document, path: Path, name: str) -> bool:
    """Whether a record goes on with the one above, which bears the same name and tells what is missing in it.

    So does a second row of evidence for one competency.
    """
    records, place = value_at(document, path[:-1]), path[-1]
    binding = binding_at(document, path)
    title = binding.title_field if binding else None
    if title is None or not isinstance(place, int) or not place:
        return False
    above, record = records[place - 1], records[place]
    return bool(record.get(title.name)) and above.get(title.name) == record[title.name] and name in above


def _unreadable_object(document: Document, field: Binding, path: Path) -> Offence:
    """The offence of a part in which something stands, but nothing behind the name of anything that belongs there."""
    names = [f"**{bound.written_name}:** …" for bound in field.fields.values() if bound.names]
    message = f"“{field.written_name}” says nothing that can be read."
    hint = f"Write what it is made of on a line each: {'; '.join(names)}"
    return Offence(first_line(document, document.values[path]), message, hint, rule="missing-value")


def unreadable_parts(document: Document) -> Iterator[Offence]:
    """The offences of the parts that have text, of which nothing can be read, and no place is left to fill in."""
    for name, field in document.binding.fields.items():
        has_places = any((name, inner) in document.values for inner in field.fields)
        if document.data.get(name) == {} and not has_places and _is_unreadable(document, field, (name,)):
            yield _unreadable_object(document, field, (name,))


def _is_unreadable(document: Document, field: Binding, path: Path) -> bool:
    """Whether a part has text, and is made of values that stand behind labels."""
    if field.kind != "object" or any(inner.is_section for inner in field.fields.values()):
        return False
    return bool(document.text[slice(*document.values.get(path, (0, 0)))].strip())


def _missing_above(document: Document, failures: list[Failure]) -> list[Offence]:
    """The offence of all that should stand below the document's title and does not: one, however much that is."""
    fields = [field for field in _wanted(document, failures) if not (field.frontmatter_key or field.is_section)]
    if not fields:
        return []
    if prose := prose_above(document):
        return [prose_told(document, fields, prose)]
    names = [f"“**{field.written_name}:** …”" for field in fields if field.names]
    label = f"Write it below the title, as {in_a_row(names)}. " if names else ""
    described = " ".join(field.schema.get("description", "") for field in fields)
    title = next((piece.text for piece in document.pieces if piece.role is Role.HEADING), None)
    span = title or document.source.line_span(document.body)
    message = _lacks("This document", [field.written_name for field in fields])
    return [Offence(span, message, f"{label}{described}".strip() or None, rule=_rule(fields))]


def _wanted(document: Document, failures: list[Failure]) -> list[Binding]:
    """What the document itself lacks: no name is there for it."""
    names = [failure.wanted for failure in failures if failure.keyword == "required" and not failure.path]
    fields = document.binding.fields
    return [fields[name] for name in names if (name,) not in document.keys and name in fields]
