"""`pmcoach export`: a document as data, as tables, or as a calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pmcoach_lint.checks.words import value_at
from pmcoach_lint.cli import console
from pmcoach_lint.cli.files import check_apart, give, replace
from pmcoach_lint.cli.opening import open_document, standing_of
from pmcoach_lint.cli.options import PATH, choice_option, date_option, settings_for
from pmcoach_lint.doctypes import PACK, PLAN
from pmcoach_lint.document import Document
from pmcoach_lint.nearest import did_you_mean, nearest
from pmcoach_lint.report.tally import counted
from pmcoach_lint.report.visible import in_json, visible
from pmcoach_lint.settings import Settings, UsageError
from pmcoach_lint.syntax.yaml_marks import Path as ValuePath

if TYPE_CHECKING:
    from pmcoach_lint.weekly.standing import Standing

EXAMPLES = """\b
Examples:
  pmcoach export packs/pm-07.md --to json
  pmcoach export packs/pm-07.md --to json --positions -o pm-07.json
  pmcoach export packs/pm-07.md --to csv -o tables/          every table, a file each
  pmcoach export packs/pm-07.md --to csv --table tracker     one of them
  pmcoach export packs/pm-07.md --to ics -o pm-07.ics        sessions, checkpoints and reviews
  pmcoach export packs/clients/northwind/coaching-plan-pm-31.md --to ics -o pm-31.ics
"""

_ONLY_WITH = {"positions": "json", "table": "csv", "bom": "csv", "as_of": "ics"}
"""The options that mean something with one format alone."""


@click.command("export", epilog=EXAMPLES)
@click.argument("path", metavar="DOCUMENT", type=PATH)
@choice_option("--to", "target", choices=("json", "csv", "ics"), help="The format.")
@click.option("--positions", is_flag=True, help="Add where each value is written: lines and columns, by JSON Pointer.")
@click.option("--table", metavar="NAME", help="Of csv: this table alone, such as tracker.")
@click.option("--bom", is_flag=True, help="Of csv: begin with a byte order mark, which Excel needs for UTF-8.")
@date_option("--as-of", help="Of ics: the day that the entries are stamped with.")
@click.option("-o", "--output", metavar="PATH", type=PATH, help="Write to this file; all tables, to a folder.")
def command(  # noqa: PLR0913 - one for each option
    path: Path, target: str, positions: bool, table: str | None, bom: bool, as_of: date | None, output: Path | None
) -> int:
    """Give the data of a DOCUMENT: all that is written in it, in the shape of its schema.

    As csv it is one table for each list of records, safe to open in a spreadsheet: no cell can act as a formula. As ics
    it is the calendar of a coaching pack: the sessions, when the pack says on which weekday they are, the checkpoints,
    the artifact reviews and the review plan; or that of the coaching plan of a client's PM: the sessions that have a
    day, and the days by which metrics are to be reached. Every entry is private; its title names nobody and rates
    nothing. An entry keeps its id from one export to the next.
    """
    _refuse(click.get_current_context().params, target)
    settings = settings_for(as_of=as_of)
    document = open_document(path, settings, *([PACK, PLAN] if target == "ics" else []))
    check_apart(output, path, "the document")
    if target == "csv":
        _give_tables(document, path, table, output, bom=bom)
    elif target == "ics":
        is_plan = document.is_a(PLAN)
        give(_plan_calendar(document, settings) if is_plan else _calendar(document, path, settings), output, path)
    else:
        give(_data(document, positions=positions), output, path)
    return 0


def _refuse(params: dict[str, Any], target: str) -> None:
    """Refuse options that mean nothing with the format."""
    for option, only in _ONLY_WITH.items():
        if params[option] not in (None, False) and only != target:
            name = f"--{option.replace('_', '-')}"
            raise UsageError(f"{name} is said together with --to {only}, and not with --to {target}.")


def _data(document: Document, *, positions: bool) -> str:
    exported: dict[str, Any] = {"data": document.data}
    if positions:
        exported["positions"] = _positions(document)
    return in_json(exported, indent=2) + "\n"


def _calendar(document: Document, path: Path, settings: Settings) -> str:
    from pmcoach_lint.generate.calendar import entries_of, to_ics

    standing = standing_of(document, path, settings)
    if standing.cycle is None:
        raise UsageError(
            f"{document.source.file} does not say when its cycle is.", "Give `start` and `weeks` in its front matter."
        )
    if not standing.sessions:
        console.remark(f"The cadence does not say {_untold(standing)}, so they are left out.")
    return to_ics(entries_of(standing), standing).decode()


def _untold(standing: Standing) -> str:
    """What a cadence from which no sessions can be told does not say."""
    from pmcoach_lint.weekly.rhythm import weekdays_in

    rhythm = value_at(standing.chain.pack, ("cadence", "rhythm"))
    names_day = isinstance(rhythm, str) and bool(weekdays_in(rhythm))
    return "clearly how often the sessions on its weekday are" if names_day else "on which weekday the sessions are"


def _plan_calendar(document: Document, settings: Settings) -> str:
    from pmcoach_lint.generate.calendar import plan_entries, plan_to_ics

    entries = plan_entries(document)
    if not entries:
        hint = "Write the day into each session: **Date:** 2026-10-05."
        raise UsageError(f"No session and no metric in {document.source.file} has a day.", hint)
    return plan_to_ics(document, entries, settings.today).decode()


def _give_tables(document: Document, path: Path, name: str | None, output: Path | None, *, bom: bool) -> None:
    """Write one table to a file or standard output, or all of them into a folder."""
    from pmcoach_lint.generate.tables import tables_of, to_csv

    tables = {table.name: table for table in tables_of(document)}
    known = f"The tables of this document are: {', '.join(tables)}."
    if name is not None:
        if name not in tables:
            raise UsageError(f"There is no table “{name}”.{did_you_mean(nearest(name, tables))}", known)
        return give(to_csv(tables[name], bom=bom), output, path)
    told = [table for table in tables.values() if table.rows]
    if output is None and len(told) == 1:
        return give(to_csv(told[0], bom=bom), output, path)
    if output is None:
        raise UsageError("Say which table you want (--table tracker), or a folder for all of them (-o tables/).", known)
    if not output.is_dir() and (output.exists() or output.suffix.lower() == ".csv"):
        raise UsageError(
            f"{output} is no folder, and all tables need one.", "Name a folder, or one table with --table."
        )
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"The folder {output} cannot be made: {error.strerror}.") from None
    for table in told:
        replace(output / f"{table.name}.csv", [to_csv(table, bom=bom)], path)
    console.write([f"Wrote {counted(len(told), 'table')} to {visible(str(output))}.\n"])
    return None


def _positions(document: Document) -> dict[str, dict[str, int]]:
    """The places of the values, by JSON Pointer, in the order of the data."""
    places: dict[str, dict[str, int]] = {}
    for path in _paths(document.data, ()):
        span = document.values.get(path)
        if span is not None:
            start, end = document.range(span)
            places[_pointer(path)] = {
                "line": start.line,
                "column": start.column,
                "end_line": end.line,
                "end_column": end.column,
            }
    return places


def _paths(value: Any, path: ValuePath) -> Iterator[ValuePath]:
    """The paths of all that is in `value`, itself at `path` and not included."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inner:
        yield (*path, key)
        yield from _paths(part, (*path, key))


def _pointer(path: ValuePath) -> str:
    """A path as a JSON Pointer (RFC 6901)."""
    return "".join("/" + str(key).replace("~", "~0").replace("/", "~1") for key in path)
