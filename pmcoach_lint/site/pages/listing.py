"""A table of documents that the site's script sorts and filters. Without the script it is a plain table."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from markupsafe import Markup

from pmcoach_lint.finding import Finding
from pmcoach_lint.report.tally import counted
from pmcoach_lint.site.html import Content, element, joined, scrolling, spaced, unindexed, unless_empty
from pmcoach_lint.site.pages.parts import day, findings_words, link, status_word
from pmcoach_lint.tuples import NamedTuple


class Cell(NamedTuple):
    """A cell: what it shows, what it is sorted by where that is something else.

    It may be kept on one line (`short`), or get room for a long text (`wide`).
    """

    content: Content
    key: str | int | None = None
    short: bool = False
    wide: bool = False

    @classmethod
    def of_day(cls, value: date | None) -> Cell:
        """A day, sorted as such."""
        return cls(day(value), value.isoformat(), short=True) if value else cls("", "")

    @classmethod
    def of_findings(cls, findings: Collection[Finding]) -> Cell:
        """What the linter says, sorted by how much that is."""
        return cls(findings_words(findings), len(findings), short=True)


class Filter(NamedTuple):
    """A choice above the table: its name in the page's address, its title, and the values with their words."""

    name: str
    title: str
    options: Sequence[tuple[str, str]]

    @classmethod
    def of_status(cls, statuses: Iterable[str]) -> Filter:
        """The choice among the statuses that there are."""
        return cls("status", "Status", [(status, status_word(status)) for status in statuses])


@dataclass(frozen=True)
class Row:
    """A row: its head, what that is sorted by, its other cells, and its value for each filter in their order.

    `words` are what it is found by beside what it shows.
    """

    head: Markup
    key: str
    cells: Sequence[Cell]
    values: Sequence[str] = ()
    words: str = ""


@dataclass(frozen=True)
class Listing:
    """A table: its id, its caption, the words for one row and for several, the heads of its columns, its filters."""

    own_id: str
    caption: str
    nouns: tuple[str, str]
    columns: Sequence[str]
    filters: Sequence[Filter]

    def html(self, rows: Sequence[Row]) -> Markup:
        """The table with the controls above it."""
        none = element("p", f"No {self.nouns[0]} matches.", class_="pm-none", hidden=True)
        return unindexed(self._controls(len(rows)), self._table(rows), none, class_="pm-index")

    def filled(self, rows: Sequence[Row]) -> Markup:
        """The same without the columns in which nobody has anything."""
        kept = [
            place for place in range(len(self.columns) - 1) if any(joined(row.cells[place].content) for row in rows)
        ]
        columns = [self.columns[0], *(self.columns[place + 1] for place in kept)]
        shown = [replace(row, cells=[row.cells[place] for place in kept]) for row in rows]
        return replace(self, columns=columns).html(shown)

    def _controls(self, count: int) -> Markup:
        """What filters the table. It does nothing without a script, which therefore shows it."""
        find = element("input", type="search", id="pm-find", name="q", aria_controls=self.own_id, autocomplete="off")
        fields = [_field("Find", "pm-find", find)]
        for place, each in enumerate(self.filters):
            fields.append(_field(each.title, f"pm-filter-{place}", self._choice(each, place)))
        one, many = self.nouns
        told = element("p", counted(count, one, many), class_="pm-count", role="status")
        reset = element("button", "Show all", type="button", class_="pm-reset", hidden=True)
        nouns = {"data_one": one, "data_many": many}
        return element("form", fields, told, reset, class_="pm-filters", hidden=True, **nouns)

    def _choice(self, each: Filter, place: int) -> Markup:
        options = [element("option", words, value=value) for value, words in each.options]
        first = element("option", "All", value="")
        own_id = f"pm-filter-{place}"
        return element("select", first, options, id=own_id, name=each.name, aria_controls=self.own_id)

    def _table(self, rows: Sequence[Row]) -> Markup:
        caption = element("caption", self.caption, class_="pm-hidden")
        head = element("tr", [element("th", column, scope="col") for column in self.columns])
        body = element("tbody", [_row(row) for row in rows])
        table = element(
            "table", caption, element("thead", head), body, class_="pm-table pm-table--index", id=self.own_id
        )
        return scrolling(table, self.caption)


def head(name: str, address: str, below: str | None = None) -> Markup:
    """The head of a row: a name that leads somewhere, with something in small letters below it."""
    return spaced((link(name, address, class_="pm-packs__name"), unless_empty("span", below, class_="pm-packs__title")))


def choices(values: Iterable[str]) -> list[tuple[str, str]]:
    """The options of a filter: the values that there are, in alphabetical order."""
    return [(value, value) for value in sorted({value for value in values if value}, key=str.casefold)]


def _field(name: str, control_id: str, control: Markup) -> Markup:
    return element("div", element("label", name, for_=control_id), control, class_="pm-field")


def _class(cell: Cell) -> str | None:
    return "pm-short" if cell.short else "pm-wide" if cell.wide else None


def _row(row: Row) -> Markup:
    first = element("th", row.head, scope="row", data_key=row.key)
    cells = [element("td", cell.content, data_key=cell.key, class_=_class(cell)) for cell in row.cells]
    values = {f"data_filter_{place}": value for place, value in enumerate(row.values)}
    return element("tr", first, cells, data_words=row.words or None, **values)
