"""The form of tables."""

from __future__ import annotations

from pmcoach_lint.rules.registry import reported


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
