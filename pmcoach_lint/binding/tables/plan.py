"""What the columns of a table hold by their header, and what they could hold besides: worked out once for each."""

from __future__ import annotations

from functools import lru_cache

from pmcoach_lint.binding.model import Binding, Use
from pmcoach_lint.binding.tables.columns import OF_TIME, map_columns, own_text
from pmcoach_lint.binding.tables.glance import Glance, glance_for
from pmcoach_lint.binding.tables.headers import TIME_TOLD
from pmcoach_lint.names import name_key
from pmcoach_lint.readers.text import plain
from pmcoach_lint.tuples import NamedTuple

OF_THE_CYCLE = frozenset({"date", "week", "weeks", "numbered-weeks", "last-week", "timeframe"})
_WHEN = ("when", "time")

Told = tuple[tuple[int, Use], ...]
"""Columns by their index, each with what it holds."""


class Held(NamedTuple):
    """A column that holds a field: which it is, what it holds, and how it is read at a glance.

    `is_head` says that it is the text of the record, which is taken apart where values that may stand in it have no
    column of their own.
    """

    column: int
    use: Use
    field: Binding
    glance: Glance | None
    is_head: bool


class Ladder(NamedTuple):
    """Columns that are records of the list `field`: the name of what their headers say, and what their cells hold."""

    field: Binding
    found: str
    title: Binding
    glance: Glance | None


class Sought(NamedTuple):
    """The fields that cells may tell where no header does.

    `lacking` are those that each record needs, `wanted` those that are known by their cells, though it may do without
    them. `rivals` are the fields of a few words that may stand below the name of another one of such. `title` is the
    column with another name of the titles, where the first is called so that no column has the name of the ids.
    """

    lacking: list[Binding]
    wanted: list[Binding]
    rivals: list[Binding]
    title: tuple[int, Use] | None


class Plan(NamedTuple):
    """What the columns of all tables with the same header hold.

    `held` are the columns that hold fields, in the schema's order; `spare` those that do not, by index; `sought` is
    what these may hold. `ladders` are the lists whose records columns may be, `others` the one that takes all that are
    left, which `has_no_time` where no week or day heads its rows. `headed` are the columns whose header tells the time
    of another field for all rows. `is_plain` says that rows may be read at a glance, `is_vague` that a column of days
    or weeks is called so that it may tell something else.
    """

    held: list[Held]
    spare: list[int]
    sought: Sought
    ladders: list[Ladder]
    others: Ladder | None
    has_no_time: bool
    headed: list[tuple[int, Binding]]
    is_plain: bool
    is_vague: bool


@lru_cache(maxsize=1024)
def plan_for(field: Binding, titles: tuple[str, ...], told: Told) -> Plan:
    """What columns with these `titles` hold of the records of `field`; of those that are `told`, that is known."""
    by_cells = {index for index, _ in told}
    by_name = [column for column in map_columns(field, titles) if column[0] not in by_cells]
    columns = [*by_name, *own_text(field, titles), *told]
    used, named = {index for index, _ in columns}, {use.name for _, use in columns}
    apart = not all(bound.name in named for bound in field.found_fields)
    order = list(field.fields)
    held = [
        Held(index, use, bound, glance_for(bound, use), apart and bound.is_title)
        for index, use in sorted(columns, key=lambda column: order.index(column[1].name))
        for bound in (field.fields[use.name],)
    ]
    times = {each.column for each in held if each.field.reader in OF_TIME}
    others = _ladder(field.others, None) if field.others and (0 in times or not times) else None
    headed = _headed(field, titles, held, named)
    return Plan(
        held=held,
        spare=[index for index in range(len(titles)) if index not in used],
        sought=_sought(field, titles, held, named | {bound.name for _, bound in headed}),
        ladders=[ladder for bound in field.column_lists if (ladder := _ladder(bound, bound.title_field))],
        others=others,
        has_no_time=others is not None and not times,
        headed=headed,
        is_plain=len(named) == len(columns) and all(each.glance and not each.is_head for each in held),
        is_vague=any(is_vague(each.field, titles[each.column]) for each in held),
    )


def is_vague(field: Binding, title: str) -> bool:
    """Whether a column of days or weeks is called so that it may tell something else: `When`."""
    return field.reader in OF_THE_CYCLE and name_key(title) in _WHEN


def _ladder(field: Binding, glanced: Binding | None) -> Ladder | None:
    """The columns that are records of a list, in which the text may be `glanced` at where they can do without it."""
    title = field.title_field
    glance = glance_for(glanced) if glanced and glanced.name not in field.required else None
    return Ladder(field, field.found_fields[0].name, title, glance) if title else None


def _headed(field: Binding, titles: tuple[str, ...], held: list[Held], named: set[str]) -> list[tuple[int, Binding]]:
    """The columns whose header tells the time of another field, which no column is `named` after."""
    timed = [bound for name, bound in field.fields.items() if "headed" in bound.mark and name not in named]
    return [
        (each.column, bound)
        for bound in timed
        for each in held
        if each.use.name == bound.mark["headed"] and TIME_TOLD.search(titles[each.column])
    ]


def _sought(field: Binding, titles: tuple[str, ...], held: list[Held], told: set[str]) -> Sought:
    """What cells may tell where columns hold some fields, and their headers have `told` a few more."""
    title, named = field.title_field, {each.use.name for each in held}
    called = {title.name} if title and title.instead in named else set[str]()  # by what stands in its stead
    untold = [bound for name, bound in field.fields.items() if name not in told and bound.names]
    lacking = [
        bound
        for bound in untold
        if bound.name in field.required - called and "all" not in bound.mark and not field.excuses(bound.name, named)
    ]
    wanted = [bound for bound in untold if bound not in lacking and bound.is_known_by_cells]
    rivals = [bound for name, bound in field.fields.items() if bound.initials and name not in named]
    return Sought(lacking, wanted, rivals, _other_title(field, titles, held))


def _other_title(field: Binding, titles: tuple[str, ...], held: list[Held]) -> tuple[int, Use] | None:
    """The column with another name of the titles where the first may be that of the ids, which no other is."""
    title = field.title_field
    is_first = title is not None and any(each.column == 0 and each.field is title for each in held)
    if not title or not is_first or "id" not in field.fields or any(each.use.name == "id" for each in held):
        return None
    keys = [name_key(plain(text)) for text in titles]
    other = next((at for at, key in enumerate(keys) if at and key in title.own_keys), 0)
    return None if any(each.column == other for each in held) else (other, Use(title.name))
