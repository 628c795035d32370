"""The form of tables."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from pmcoach_lint.binding.outline import Role
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Severity
from pmcoach_lint.regex import regex
from pmcoach_lint.rules.offences import Offences
from pmcoach_lint.rules.registry import reported, rule
from pmcoach_lint.syntax.parser import ranges
from pmcoach_lint.syntax.source import Offence, Span

_TABBED = regex(r"(?m)^(?! {4})(?P<row>(?P<first>[^\t\r\n|]+)\t[^\r\n|]*)")
_NO_CELL = regex(r"\W+|o|\w{1,3}[.)]|.*:")
"""What stands before a tab that parts no columns: the sign of a list, its number, a label."""


@reported("PMC501", severity=None)
def missing_column() -> None:
    """A table lacks a column that it needs.

    Columns may stand in any order, and most have more than one name.

    Why it matters:
        Without the column, every row of the table lacks that value: no evidence for any level, say.

    What to do:
        Add the column, or rename the one that the finding names.

    Bad:
        ## 2) Current Assessment

        | Competency | Current level | Target level |
        |---|---|---|
        | Problem framing | Apply | Analyze |

    Good:
        ## 2) Current Assessment

        | Competency | Evidence | Current | Target |
        |---|---|---|---|
        | Problem framing | Brief of 3 March | Apply | Analyze |
    """


@reported("PMC505", severity=Severity.WARNING)
def column_in_own_words() -> None:
    """A column has a name that is not known, and is read as the one that its table lacks, for what stands in it.

    Levels, days, lengths of time and choices are known by themselves; a text where one column is missing and one is
    left. Where none can be meant, or several, the column is missing (`missing-column`). In a log, columns that nothing
    reads are told where none says what came of the entries.

    Why it matters:
        What is told by its content is told otherwise when that changes: another column of dates, and it is a guess.

    What to do:
        Give the column the name that the finding says. What you want to add may follow in brackets.

    Bad:
        ## 2) Current Assessment

        | Competency | As it stood | Target level | Evidence |
        |---|---|---|---|
        | Problem framing | Apply | Analyze | Brief of 3 March |
        | Product strategy | Understand | Apply | Strategy of 5 March |

    Good:
        ## 2) Current Assessment

        | Competency | Current level (2 November) | Target level | Evidence |
        |---|---|---|---|
        | Problem framing | Apply | Analyze | Brief of 3 March |
        | Product strategy | Understand | Apply | Strategy of 5 March |
    """


@reported("PMC502")
def ragged_row() -> None:
    r"""A row of a table has more or fewer cells than the table has columns.

    Why it matters:
        Cells too many are not shown at all, and after a missing one every value stands under the wrong heading.

    What to do:
        Write one cell for each column. A `|` inside a cell is written `\|`.

    Bad:
        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        |---|---|---|---|
        | Problem framing | Apply | Analyze |

    Good:
        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        |---|---|---|---|
        | Problem framing | Apply | Analyze | Brief of 3 March |
    """


@reported("PMC503")
def broken_table() -> None:
    """The line of dashes below a table's header has another number of columns than the header.

    Why it matters:
        Such a table shows as a heap of bars and words on every site.

    What to do:
        Write one `---` for each column.

    Bad:
        ---
        type: coaching-pack
        ---

        | Competency | Current level | Target level |
        |---|---|
        | Problem framing | Apply | Analyze |

    Good:
        ---
        type: coaching-pack
        ---

        | Competency | Current level | Target level |
        |---|---|---|
        | Problem framing | Apply | Analyze |
    """


@rule("PMC504", severity=None)
def lines_for_table(document: Document) -> Offences:
    """Lines are meant as a table and are none: the line of dashes is missing, or the columns are parted by tabs.

    Tabs are what a table becomes when it is pasted out of an office program. A list, and labels with what they say
    behind a tab, are no table.

    Why it matters:
        On every site the lines run together into one, and none of the values in them is read.

    What to do:
        Write `|` between the columns, and below the first line one of dashes: `| --- | --- |`.

    Bad:
        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        | Problem framing | Apply | Analyze | Brief of 3 March |

    Good:
        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        | --- | --- | --- | --- |
        | Problem framing | Apply | Analyze | Brief of 3 March |
    """
    for rows in _with_bars(document):
        lack = "the line of dashes below the first is missing"
        yield _no_table(rows, lack, f"Write it there: {_dashes(_columns(document.text[slice(*rows[0])]))}")
    for rows in _with_tabs(document):
        dashes = _dashes(document.text.count("\t", *rows[0]) + 1)
        hint = f"Write | between the columns, and below the first line: {dashes}"
        yield _no_table(rows, "their columns are parted by tabs", hint)


def _no_table(rows: list[Span], lack: str, hint: str) -> Offence:
    return Offence(rows[0], f"These {len(rows)} lines are meant as a table and are none: {lack}.", hint)


def _dashes(columns: int) -> str:
    return f"|{' --- |' * columns}"


def _columns(line: str) -> int:
    return line.strip().removeprefix("|").removesuffix("|").count("|") + 1


def _with_bars(document: Document) -> Iterator[list[Span]]:
    """Lines of a paragraph that begin with a bar and have several columns, without one of dashes among them."""
    text = document.text
    led = [piece for piece in document.pieces if piece.role == Role.LINE and text[piece.text[0]] == "|"]
    for _, pieces in groupby(led, lambda piece: piece.group):
        rows = [piece.text for piece in pieces]
        lines = [text[slice(*row)] for row in rows]
        if len(rows) > 1 and all(_columns(line) > 1 and line.strip("|-: \t") for line in lines):
            yield rows


def _with_tabs(document: Document) -> Iterator[list[Span]]:
    """Lines one below the other that have the same number of columns, parted by tabs."""
    text = document.text
    if "\t" not in text:
        return
    code = [(start, end) for name, start, end in ranges(text, document.body) if name == "CodeBlock"]
    table: list[Span] = []
    for line in _TABBED.finditer(text, document.body):
        row = line.span("row")
        if _NO_CELL.fullmatch(line["first"].strip()) or any(start <= row[0] < end for start, end in code):
            continue
        last = table[-1] if table else row
        if table and (text[last[1] : row[0]].strip("\r") != "\n" or text.count("\t", *last) != text.count("\t", *row)):
            if len(table) > 1:
                yield table
            table = []
        table.append(row)
    if len(table) > 1:
        yield table
