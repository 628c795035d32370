"""What holds properties: a whole document, an object, or each record of a list; and what stands out among them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Container, Iterable
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from pmcoach_lint.binding.clues import Clued
from pmcoach_lint.names import name_keys

if TYPE_CHECKING:
    from pmcoach_lint.binding.model import Binding, Use
    from pmcoach_lint.binding.nouns import Nouns
    from pmcoach_lint.syntax.source import Span


def _first(test: Callable[[Binding], object]) -> cached_property[Binding | None]:
    """The first of the fields for which that is true."""
    return cached_property(lambda holder: next(filter(test, holder.fields.values()), None))


def _those(test: Callable[[Binding], object]) -> cached_property[tuple[Binding, ...]]:
    """All fields for which that is true."""
    return cached_property(lambda holder: tuple(filter(test, holder.fields.values())))


def _is_kind(field: Binding) -> bool:
    """Whether a field has one of a few values that its own text does not tell."""
    return bool(field.words) and not field.is_found


class Holder(Clued):
    """What holds the properties `fields`, by their names.

    `required` are those that it must have, and `excused` tells for some of them which others, where all of one
    set are given, make up for them.
    """

    def __init__(self, fields: dict[str, Binding] | None = None, required: frozenset[str] = frozenset()) -> None:
        self.fields = fields or {}
        self.required = required
        self.excused: dict[str, tuple[frozenset[str], ...]] = {}

    @cached_property
    def by_key(self) -> dict[str, tuple[Use, ...]]:
        """What each name stands for, by its key; the written form of one field beats the alias of another.

        A name that stands for a part of the value (a level change) may serve several fields.
        """
        whole: dict[str, tuple[Use, ...]] = {}
        parts: dict[str, tuple[Use, ...]] = {}
        columns = [column for bound in self.fields.values() for column in bound.names]
        for _, key, _, use in sorted(columns, key=attrgetter("canonical"), reverse=True):
            if use.part is None:
                whole.setdefault(key, (use,))
            else:
                parts[key] = (*parts.get(key, ()), use)
        return {**parts, **whole}

    def uses_of(self, name: str) -> tuple[Use, ...]:
        """What a name in the text stands for; empty where it is that of no field."""
        return next((self.by_key[key] for key in name_keys(name) if key in self.by_key), ())

    def knows(self, keys: Iterable[str]) -> bool:
        """Whether one of the `keys` of a name is that of a field."""
        return not self.by_key.keys().isdisjoint(keys)

    def names_texts(self, name: str) -> bool:
        """Whether a name in the text is that of a list of texts."""
        fields = [self.fields[use.name] for use in self.uses_of(name)]
        return any(field.kind == "list" and field.is_text for field in fields)

    @cached_property
    def in_passing(self) -> dict[str, tuple[Use, ...]]:
        """What a name may say besides, by its key: a cadence may say how long a session is."""
        found: dict[str, tuple[Use, ...]] = {}
        for bound in self.fields.values():
            for _, key, _, use in bound.names:
                if use.part and any(other.part is None for other in self.by_key[key]):
                    found[key] = (*found.get(key, ()), use)
        return found

    def in_order(self, data: dict[str, Any]) -> dict[str, Any]:
        """The data with its values in the order of the schema."""
        return {name: data[name] for name in filter(data.__contains__, self.fields)}

    @cached_property
    def all_fields(self) -> tuple[Binding, ...]:
        """The fields, and those inside them, however deep."""
        return tuple(field for bound in self.fields.values() for field in (bound, *bound.all_fields))

    @cached_property
    def all_blanks(self) -> frozenset[str]:
        """The blanks of a new document, in all that is inside."""
        bounds = self.fields.values()
        return frozenset().union(*(bound.blanks for bound in bounds), *(b.all_blanks for b in bounds if b.fields))

    def excuses(self, name: str, given: Container[str]) -> bool:
        """Whether the required property `name` may be left out, since what makes up for it is among those `given`."""
        return any(all(other in given for other in instead) for instead in self.excused.get(name, ()))

    title_field = _first(lambda field: field.is_title)
    """The field that is a record's own title or text."""

    told_text = _first(lambda field: field.is_text and field.mark.get("content"))
    """The text that a table of such records should tell."""

    referring = _first(lambda field: field.reference)
    """The first of the fields that name a record elsewhere: what a bet is about, which bet a week is for."""

    all_or_one = _those(lambda field: "all" in field.mark)
    """The fields that no record of a list may tell, since then each is about all that they may refer to."""

    said_of_all = _those(lambda field: "of-all" in field.mark)
    """The fields that a sentence may tell of all records of this list at once."""

    with_said_of_all = _those(lambda field: field.has_records and field.said_of_all)
    """The lists of records with such fields."""

    told_once = _those(lambda field: "once" in field.mark)
    """The fields that are told once for all records of a list."""

    about_all = _those(lambda field: field.has_records and field.all_or_one)
    """The lists of records inside that have such a field."""

    @cached_property
    def title_is_reference(self) -> bool:
        """Whether a record is called by the name of another one."""
        return self.title_field is not None and self.title_field.reference is not None

    @cached_property
    def level_so_far(self) -> Use | None:
        """The field for the level so far, of records that must tell it of another one that they name."""
        told = self.change_uses if self.title_is_reference else ()
        return next((use for use in told if use.part == "from" and use.name in self.required), None)

    @cached_property
    def names_another(self) -> bool:
        """Whether a record is called by the name of another one, of which it need not tell the level."""
        return self.title_is_reference and not any(use.name in self.required for use in self.change_uses)

    @cached_property
    def free_fields(self) -> dict[str, Binding]:
        """The fields that take what bears no label, by which of it they take: `first`, `rest` or `items`."""
        return {bound.mark["free"]: bound for bound in self.fields.values() if "free" in bound.mark}

    timed_lists = _those(lambda field: field.has_records and field.only_minutes)
    """The lists of records inside that say how long they take, and nothing else that may be found."""

    behind_arrow = _first(lambda field: field.mark.get("arrow"))
    """The field that takes what stands behind an arrow at the end of a record's own text."""

    @cached_property
    def begun_fields(self) -> tuple[tuple[Binding, tuple[str, ...]], ...]:
        """The fields that take a paragraph by the words with which it begins, with these in small letters."""
        found = ((bound, bound.mark.get("begins", ())) for bound in self.fields.values())
        return tuple((bound, tuple(word.lower() for word in words)) for bound, words in found if words)

    @cached_property
    def week(self) -> Binding | None:
        """The field for the weeks that head each record: the weeks of a plan."""
        return self.holders.get("numbered-weeks")

    weekly = _first(lambda field: field.has_records and field.week)
    """The list whose records are headed by weeks, where there is such a one."""

    @cached_property
    def with_weeks(self) -> dict[str, Binding]:
        """The fields that go with that list, by the keys of their names."""
        return {key: bound for bound in self.fields.values() if "with" in bound.mark for key in bound.own_keys}

    @cached_property
    def not_weekly(self) -> Holder:
        """The same without the list whose records are headed by weeks, and without what goes with it."""
        name = self.weekly.name if self.weekly else None
        return self.only(key for key, bound in self.fields.items() if name not in (key, bound.mark.get("with")))

    def only(self, names: Iterable[str]) -> Holder:
        """The same with those of its fields alone."""
        return Holder({name: self.fields[name] for name in names}, self.required)

    def without(self, names: Collection[str]) -> Holder:
        """The same without those of its fields."""
        return self.only(name for name in self.fields if name not in names) if names else self

    found_fields = _those(lambda field: field.is_found)
    """The fields whose values may stand anywhere in a record's own text."""

    @cached_property
    def holders(self) -> dict[str, Binding]:
        """The first of the fields that may be found, by the name of its reader."""
        return {bound.reader: bound for bound in reversed(self.found_fields) if bound.reader}

    @cached_property
    def id_in_front(self) -> Binding | None:
        """The field for the id with which a record's own text may begin: `C1 Framing`, `B1: Frame first`.

        A competency is told by its name, so that letters alone (`UX`) are no id in it.
        """
        own = self.fields.get("id") if self.column_lists else None
        return self.holders.get("id") or (own if own and own.reader == "id" else None)

    @cached_property
    def only_minutes(self) -> Binding | None:
        """The field that may be found where it is the only one, and holds minutes: a number can only be those."""
        return self.found_fields[0] if [bound.reader for bound in self.found_fields] == ["minutes"] else None

    @cached_property
    def leads(self) -> re.Pattern[str] | None:
        """How a record's text may begin that has a word of a fixed set in front, such as `Meeting`."""
        chosen = [bound for bound in self.found_fields if not bound.reader]
        words = {word.split()[0] for bound in chosen for word in bound.words}
        forms = [re.escape(word) for word in sorted(words, key=len, reverse=True)]
        return re.compile(rf"[*_(\[]{{0,3}}(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE) if forms else None

    @cached_property
    def finds_person(self) -> bool:
        """Whether a record's text may name a person anywhere."""
        return any(bound.mark["find"] == "person" for bound in self.found_fields)

    @cached_property
    def inner_nouns(self) -> tuple[Nouns, ...]:
        """What introduces the records of the lists inside."""
        return tuple(bound.nouns for bound in self.fields.values() if bound.nouns)

    def heads_inside(self, text: str, span: Span) -> bool:
        """Whether the text at `span` heads a record of one of the lists inside, by its noun."""
        return any(noun.match(text, *span) for noun in self.inner_nouns)

    @cached_property
    def change_uses(self) -> tuple[Use, ...]:
        """The fields that a change (`Apply → Analyze`, `60% → 25%`) gives."""
        every = (use for uses in self.by_key.values() for use in uses)
        return tuple(dict.fromkeys(use for use in every if use.part and use.is_change))  # many names, one use

    @cached_property
    def lists(self) -> dict[str, Binding]:
        """The lists of records inside."""
        return {name: bound for name, bound in self.fields.items() if bound.has_records}

    @cached_property
    def tells_weeks(self) -> bool:
        """Whether a record goes from level to level in certain weeks, which a line without a label may tell."""
        return bool(self.title_field and self.change_uses and "timeframe" in self.holders)

    loose_objects = _those(lambda field: field.kind == "object" and "loose" in field.mark)
    """The fields that are objects, and whose own fields may stand without their name."""

    @cached_property
    def called(self) -> bool:
        """Whether records of one of the lists are known by how they are called."""
        return any("called" in bound.mark for bound in self.lists.values())

    @cached_property
    def objects(self) -> frozenset[str]:
        """The names of the fields that are objects themselves."""
        return frozenset(name for name, bound in self.fields.items() if bound.kind == "object")

    column_lists = _those(lambda field: field.has_records and field.column_shaped)
    """The fields whose records may be columns of a table, such as the rungs of a ladder."""

    others = _first(lambda field: field.has_records and "others" in field.shapes)
    """The list whose records are all columns of a table that nothing else takes."""

    laddered = _those(lambda field: field.has_records and field.column_lists)
    """The lists of records inside of which each may have a list that is columns of a table, such as a ladder."""

    @cached_property
    def levels_seen(self) -> Binding | None:
        """The list inside each record that tells the level of one bet or another: a column for each, or a label."""
        return next((field for field in self.column_lists if field.found_fields[0].reader == "bet"), None)

    with_kinds = _those(lambda field: field.has_records and any(map(_is_kind, field.fields.values())))
    """The lists of records inside that are of one of a few kinds each, which a list of its name may tell of them."""

    @cached_property
    def behind_words(self) -> dict[str, Binding]:
        """The fields that take what stands behind their name where that is the value of another one, by this one."""
        return {bound.mark["behind"]: bound for bound in self.fields.values() if "behind" in bound.mark}

    @cached_property
    def is_done_in_weeks(self) -> bool:
        """Whether a record may tell its weeks, and how long it takes each time: a rep."""
        return {"weeks", "minutes"} <= self.holders.keys()

    beside_level = _first(lambda field: "beside-level" in field.mark)
    """The field whose words may stand right behind the level of a record: `Framing: Apply (gap)`."""

    beside_levels = _first(lambda field: field.mark.get("dated") == "rest")
    """The field that takes what columns headed by days tell beside levels."""

    keeps_levels = _first(lambda field: field.has_records and field.levels_seen)
    """The list of records inside that tell levels of bets."""
