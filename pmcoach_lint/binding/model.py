"""The bindings of a schema: which property is written where, and how its value is read.

The vocabulary of `x-markdown` is described and checked by `schemas/binding.meta.schema.json`.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.nouns import Nouns
from pmcoach_lint.names import front_matter_key, name_key, spoken
from pmcoach_lint.tuples import NamedTuple

_CHANGES = frozenset({"level-change", "percent-change", "change"})
"""The readers of what changes from one value to another."""


_ANY_OTHER = "*"
"""What stands among the other words for a value for all that are words of none."""


class Use(NamedTuple):
    """What a name in the text stands for: a field, and how its value is taken from what is written there."""

    name: str
    part: str | None = None
    reader: str | None = None

    @property
    def is_change(self) -> bool:
        """Whether the value is one side of a change (`Apply → Analyze`, `60% → 25%`)."""
        return self.reader in _CHANGES


class Column(NamedTuple):
    """One way to name a property: the name and its key, whether it is the written form, what it stands for."""

    name: str
    key: str
    canonical: bool
    use: Use


class Binding(Holder):
    """One property of a schema and the places where it may be written.

    `kind` is `value`, `list` (of values), `records` (a list of objects: `has_records`) or `object`, of which the
    last two hold properties themselves. `mark` is its `x-markdown`, and `value` the schema of the value, or of each in
    a list. `blanks` are the words in square brackets that stand in a new document's text for what is to be filled in,
    in small letters. `is_optional` is whether whatever holds the property may do without it, `is_wanted` whether
    nothing hangs on it, though it should be there.

    `is_section` is whether it is written under a heading of its own, `is_title` whether it is the record's own title or
    text, `is_found` whether it may stand anywhere in that, `is_prose` whether it is all the text in its place, whatever
    that is made of, and `is_person` whether it says who somebody is. `instead` is which other property of a record
    stands in the stead of its title where it has none; empty for none.

    `names` are all that the property bears, the written form first; `words` those for each value of an `enum`, by key.
    `plain_kind` is the kind of a value that is no text, where neither a reader nor an `enum` says how it is read, and
    `is_text` whether the value is taken as it is written.
    """

    def __init__(
        self, name: str, schema: dict[str, Any], items: dict[str, Any], blanks: frozenset[str] = frozenset()
    ) -> None:
        super().__init__()
        self.name = name
        self.schema = schema
        self.title: str = schema.get("title", name.replace("_", " "))
        self.mark: dict[str, Any] = schema.get("x-markdown", {})
        self.is_section: bool = "section" in self.mark
        self.is_title: bool = bool(self.mark.get("title"))
        self.is_found: bool = bool(self.mark.get("find"))
        self.is_prose: bool = bool(self.mark.get("prose"))
        self.is_person: bool = schema.get("x-says") == "person"
        self.instead = str(self.mark.get("instead", ""))
        self.blanks = blanks
        self.is_optional = False
        self.is_wanted: bool = schema.get("x-should", False)
        self.kind: str
        if schema.get("type") == "array":
            self.kind = "records" if "properties" in items else "list"
        else:
            self.kind = "object" if "properties" in schema and "x-read" not in schema else "value"
        self.has_records: bool = self.kind == "records"
        self.value = items if self.kind == "list" else schema
        self.reader: str | None = self.value.get("x-read")
        self.reference: dict[str, Any] | None = schema.get("x-ref") or items.get("x-ref")
        self.names = _names(name, self.mark)
        self.words = _words(self.value) if not self.reader and "enum" in self.value else {}
        self.plain_kind = _plain_kind(self.value)
        self.is_text: bool = not (self.reader or self.words or self.plain_kind)

    @cached_property
    def other(self) -> Any:
        """The value that words stand for which are those of no value; None where there is none."""
        synonyms = self.value.get("x-words", {})
        return next((value for value in self.value.get("enum", ()) if _ANY_OTHER in synonyms.get(str(value), ())), None)

    @cached_property
    def initials(self) -> dict[str, Any]:
        """The values of an `enum` by their first letters, where no two of them have the same: `T`, `O`, `S`, `C`."""
        values = self.value.get("enum", ()) if self.words else ()
        found = {str(value)[:1].upper(): value for value in values}
        return found if len(found) == len(values) else {}

    @cached_property
    def may_be_unknown(self) -> bool:
        """Whether its author may say that the value is not known: `unknown`, or a question mark for short."""
        return "unknown" in self.schema.get("enum", ())

    @cached_property
    def begun_by_anybody(self) -> re.Pattern[str] | None:
        """How a sentence begins that tells the value, whoever does it, and says when: `My lead may step in if …`.

        What the PM does, or a group, is said of something else: `The council takes the decision if …`.
        """
        words = [re.escape(word[2:]) for word in self.mark.get("begins", ()) if word.startswith("* ")]
        if not words:
            return None
        does = "|".join(words)
        return re.compile(
            rf"[*_\s]*(?:(?!(?:not|never|without|rather)\b|(?:pm-\w+|pms?|team|squad|council|board|vendor)\s+(?:{does})\b)"
            rf"[\w’'-]+\s+){{0,5}}?(?:{does})\b[*_]*"
            r"(?=[^.!?\n]*\b(?:if|when|whenever|only|for|in|where|at|on)\b)",
            re.IGNORECASE,
        )

    @cached_property
    def is_beside(self) -> bool:
        """Whether it says who has to do with the record, which most records do without."""
        return self.is_person and self.mark.get("scaffold") is False

    @cached_property
    def is_known_by_cells(self) -> bool:
        """Whether a column under another name is known to hold it by what stands there, though no record needs it."""
        return bool(self.words) or self.reader == "level" or ("content" in self.mark and not self.is_text)

    @cached_property
    def may_be_none(self) -> bool:
        """Whether a dash says that there is no value, and none is missing: no day, none of the bets."""
        return "spells" in self.mark or "all" in self.mark

    @cached_property
    def falls_due(self) -> bool:
        """Whether its records are planned for a week or a day each: reviews, checkpoints."""
        return {"week", "date"} <= self.holders.keys() and self.others is None

    @cached_property
    def periods(self) -> frozenset[str] | None:
        """The periods of the amounts that are meant, where the value is found in a text; None for any."""
        find = self.mark.get("find")
        return frozenset(find["per"]) if isinstance(find, dict) else None

    @cached_property
    def between(self) -> tuple[str, ...]:
        """What parts several values on one line, beside what always does."""
        between = self.mark.get("between", ())
        return (between,) if isinstance(between, str) else tuple(between)

    @cached_property
    def change(self) -> Use | None:
        """How the value is taken out of a change (`Apply → Analyze`); None for what nobody writes as one."""
        return next((column.use for column in self.names if column.use.is_change), None)

    @property
    def frontmatter_key(self) -> str | None:
        """The key of the front matter that holds the property."""
        key = self.mark.get("frontmatter")
        return self.name if key is True else key

    @cached_property
    def frontmatter_keys(self) -> tuple[str, ...]:
        """All keys of the front matter under which the property is read, as `front_matter_key` has them.

        The written one comes first. All other names of the property are keys as well.
        """
        key = self.frontmatter_key
        others = (column.name for column in self.names) if self.names else self.mark.get("aliases", ())
        return tuple(dict.fromkeys(map(front_matter_key, (key, *others)))) if key else ()

    @cached_property
    def written_name(self) -> str:
        """The name under which the property is written: its heading, label or column."""
        mark = self.mark
        return str(mark.get("section") or mark.get("label") or mark.get("column") or self.title)

    @cached_property
    def own_keys(self) -> frozenset[str]:
        """The keys of the property's own names."""
        return frozenset(column.key for column in self.names)

    @cached_property
    def shapes(self) -> tuple[str, ...]:
        """The shapes in which the records may be written, the first present wins."""
        rows = self.mark.get("rows", ("table", "sections", "items"))
        return (rows,) if isinstance(rows, str) else tuple(rows)

    @cached_property
    def column_shaped(self) -> bool:
        """Whether the records may be columns of a table, such as the rungs of a ladder."""
        return "columns" in self.shapes

    @cached_property
    def nouns(self) -> Nouns | None:
        """What introduces the title of a record, such as `Bet 1:`."""
        nouns = self.mark.get("nouns")
        return Nouns(nouns) if nouns else None

    @cached_property
    def day(self) -> Binding | None:
        """The field for the day that heads each record, where records are sections: the entries of a log.

        A record that may do without its day is not headed by it.
        """
        dated = (bound for bound in self.found_fields if bound.reader == "date" and bound.name in self.required)
        return next(dated, None) if "sections" in self.shapes else None


def _names(field: str, mark: dict[str, Any]) -> tuple[Column, ...]:
    """All names of the property `field`, the written form first."""
    columns: list[Column] = []
    for way in (mark, *mark.get("also", ())):
        if written := way.get("section") or way.get("label") or way.get("column"):
            use = Use(field, way.get("part"), way.get("read"))
            columns.append(Column(written, name_key(written), True, use))
            others = [(name, name_key(name)) for name in way.get("aliases", ())]
            columns += [Column(name, key, False, use) for name, key in others]
            if "column" not in way:
                columns += [Column(name, said, False, use) for name, key in others if (said := spoken(key))]
    return tuple(columns)


def _words(value: dict[str, Any]) -> dict[str, Any]:
    """The words for each value of an `enum`, by key: the value itself and its `x-words`."""
    synonyms = value.get("x-words", {})
    return {
        name_key(str(word)) or str(word): allowed
        for allowed in value["enum"]
        for word in (allowed, *synonyms.get(str(allowed), ()))
        if word != _ANY_OTHER
    }


def _plain_kind(value: dict[str, Any]) -> str | None:
    """The kind of a value that is no text, where neither a reader nor an `enum` says how it is read."""
    kind = value.get("type")
    is_plain = kind in ("integer", "number", "boolean") and "x-read" not in value and "enum" not in value
    return str(kind) if is_plain else None
