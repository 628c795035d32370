"""Of which kind records are, told in a list beside them: `Skill or constraint?` above `- K1: … this is a skill gap`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.labels import split_label
from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.targets import Targets
from pmcoach_lint.names import name_key
from pmcoach_lint.readers.text import plain_at
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.yaml_marks import Path

if TYPE_CHECKING:
    from pmcoach_lint.binding.extract import Extraction

_SAID = regex(
    r"(?:\b(?:is|as|be)\s(?:an?|the)\s(?P<kind>[^\W\d_]+(?:\sgap)?)\b|^(?P<alone>[^\W\d_]+(?:\sgap)?)(?=[.,;:(]|\s[(–—-]|$))"
    r"(?![^.;]*\b(?:not|but|partly|also)\b)"
)
"""The kind, of which nothing is taken back in the same sentence: `a constraint for the order, not for the rest`."""


def tell_kinds(extraction: Extraction, binding: Holder, data: dict[str, Any], path: Path) -> None:
    """Put into the records of a list what a list of texts in the `data` of the same object says of their kind.

    The name of that list is the one of the kind. What it says of records of another kind than its own is no more of it.
    """
    for field in binding.with_kinds:
        for listed in (name for name in data if type(data[name]) is list and name != field.name):
            named = extraction.keys.get((*path, listed))
            uses = field.uses_of(extraction.text[slice(*named)].strip(" *_?:.")) if named and field.name in data else ()
            if uses and field.fields[uses[0].name].words:
                _tell(extraction, field, field.fields[uses[0].name], data, (*path, listed))


def _tell(extraction: Extraction, field: Binding, kind: Binding, data: dict[str, Any], at: Path) -> None:
    """Put the kinds that the texts of the list at a path tell into the records of the `field`."""
    listed = str(at[-1])
    records, values, texts = data[field.name], extraction.values, data[listed]
    targets, own = Targets(field, records), name_key(listed).removesuffix("s")
    kept: list[tuple[Any, Span]] = []
    for number, text in enumerate(texts):
        span = values[*at, number]
        label = split_label(extraction.text, span)
        meant = targets.resolve(plain_at(extraction.text, label.name)) if label else []
        said = _SAID.search(extraction.text[slice(*label.value)]) if label and len(meant) == 1 else None
        told = kind.words.get(name_key(said[said.lastgroup or 0])) if said else None
        if said and label and told and kind.name not in records[meant[0]]:
            records[meant[0]] = field.in_order({**records[meant[0]], kind.name: told})
            values[*at[:-1], field.name, meant[0], kind.name] = _shifted(said.span(said.lastgroup or 0), label.value[0])
        if told in (None, own):
            kept.append((text, span))
    if len(kept) < len(texts):
        data[listed] = [text for text, _ in kept]
        values.update({(*at, number): span for number, (_, span) in enumerate(kept)})
        for number in range(len(kept), len(texts)):
            del values[*at, number]
    if not kept:
        del data[listed]


def _shifted(span: Span, by: int) -> Span:
    """A span in a part of the text that begins at `by`, as one in the whole of it."""
    return span[0] + by, span[1] + by
