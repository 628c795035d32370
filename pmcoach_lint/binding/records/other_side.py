"""The level to reach, where what tells the level of today tells both: `Apply → Analyze`, `Apply (maintain)`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Binding
from pmcoach_lint.binding.outline import MISSING
from pmcoach_lint.readers.level_changes import says_kept, tells_change
from pmcoach_lint.readers.registry import Unreadable
from pmcoach_lint.readers.text import plain_at
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.yaml_marks import Path

if TYPE_CHECKING:
    from pmcoach_lint.binding.extract import Extraction


def tell_other_sides(extraction: Extraction, binding: Holder, data: dict[str, Any], path: Path) -> None:
    """Put the level to reach into the records in the `data` of an object, where the level of today tells it in each.

    One that tells a step among others with one level is on its way there: `Know → Understand`.
    """
    for field in binding.lists.values():
        if field.level_so_far and field.name in data:
            _tell(extraction, field, data[field.name], (*path, field.name))


def _tell(extraction: Extraction, field: Binding, records: list[dict[str, Any]], path: Path) -> None:
    """Put the level to reach into those `records` of a list that lack it, if all of these tell it."""
    wanted = next((use.name for use in field.change_uses if use.part == "to"), "")
    told: dict[int, tuple[Any, Span]] = {}
    for number, record in enumerate(records):
        if wanted in record:
            continue
        if (one := _told(extraction, field, record, (*path, number))) is None:
            return
        told[number] = one
    for number, (value, span) in told.items():
        extraction.values[*path, number, wanted] = span
        records[number] = field.in_order({**records[number], wanted: value})


def _told(extraction: Extraction, field: Binding, record: dict[str, Any], path: Path) -> tuple[Any, Span] | None:
    """The level to reach that the level of today of a `record` tells, and where; None where that is one level alone."""
    if layout := extraction.late.get(path):  # whatever names two levels was looked at closely
        if not says_kept(extraction.text[slice(*extraction.values[path])]):
            return None
        del extraction.late[path]
        layout.place(path, extraction.values, extraction.keys)
    uses = {use.part: use for use in field.change_uses}
    now, then = uses["from"], uses["to"]
    span = extraction.values.get((*path, now.name))
    raw = plain_at(extraction.text, span) if span and (*path, then.name) not in extraction.values else ""
    if span is None or not tells_change(raw):
        return None
    try:
        change = {use: extraction.parse(field.fields[use.name], raw, use) for use in (now, then)}
    except Unreadable:
        return None
    return (change[then], span) if change[now] == record.get(now.name) and change[then] is not MISSING else None
