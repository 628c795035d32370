"""What a line tells besides the value that it is labelled with: further labels, and a change of levels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.outline import NOWHERE, Place
from pmcoach_lint.names import name_key
from pmcoach_lint.readers.text import plain
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.source import Span, trim
from pmcoach_lint.syntax.yaml_marks import Path

if TYPE_CHECKING:
    from pmcoach_lint.binding.extract import Extraction

_LABEL = regex(r"[.;]\s+(?P<name>[^\W\d_][^:.;,!?()\n]{0,30}):\s+", near=". ;")
_BOLD = regex(r"(?<=[.!?;)])\s+(?P<mark>\*\*|__)(?P<name>[^\W\d_][^:*_\n]{0,40})(?::(?P=mark)|(?P=mark):)\s+")
_CHANGE = regex(
    r"(?:(?<!\s)\s*(?:[,:;]|(?P<opened>\())|(?<!\s)\s+(?:-|[–—]))\s*(?P<change>[^,:;()\n]{1,60})(?(opened)\))\s*$",
    near=", : ; ( - – —",
)


def with_told_besides(
    extraction: Extraction, binding: Holder, places: dict[str, Place], path: Path
) -> dict[str, Place]:
    """The `places`, with those of labels further on in a line: `Cadence: weekly, 45 min; coach time: 1 h a week`.

    Only labels of what is more than text count there: what follows them must read as the field's value. Those in bold
    count always: `**My part:** the question. **Theirs:** the decision`. A change of levels needs no label: `Competency:
    Framing, Apply → Analyze`.
    """
    if binding.change_uses:
        _with_change(extraction, binding, places)
    text = extraction.text
    for name, place in tuple(places.items()):
        start, end = place.value
        if binding.fields[name].kind != "value" or text.find(":", start, end) < 0:
            continue
        in_bold = _BOLD.finditer(text, start, end) if "**" in text[start:end] or "__" in text[start:end] else ()
        labels = [*_LABEL.finditer(text, start, end), *in_bold]
        for match in sorted(labels, key=lambda match: -match.start()):
            use = next(iter(binding.by_key.get(name_key(match["name"]), ())), None)
            value = trim(text, (match.end(), end))
            if use is None or use.name in places:
                break
            is_bold = "mark" in match.groupdict()
            if not is_bold and not _is_value(extraction, binding.fields[use.name], use, value):
                break
            extraction.keys[(*path, use.name)] = match.span("name")
            places[use.name] = Place(None, value, NOWHERE, use)
            end = match.start()
            places[name] = place._replace(value=(start, end))
    return places


def _is_value(extraction: Extraction, field: Binding, use: Use, span: Span) -> bool:
    """Whether the text at `span` reads as a value of `field`, which is more than text."""
    is_more = field.kind == "value" and bool(field.reader or field.words)
    return is_more and extraction.can_parse(field, plain(extraction.text[slice(*span)]).rstrip("."), use)


def _with_change(extraction: Extraction, binding: Holder, places: dict[str, Place]) -> None:
    """Add to `places` the change that is told behind the name of what changes, where nothing else tells it."""
    uses = binding.change_uses
    if any(use.name in places for use in uses):
        return
    for name, place in tuple(places.items()):
        if not binding.fields[name].reference or place.value[0] == place.value[1]:
            continue
        behind = _CHANGE.search(extraction.text, *place.value)
        if behind and all(extraction.can_parse(binding.fields[use.name], behind["change"], use) for use in uses):
            places[name] = place._replace(value=(place.value[0], behind.start()))
            places.update({use.name: Place(None, behind.span("change"), NOWHERE, use) for use in uses})
            return
