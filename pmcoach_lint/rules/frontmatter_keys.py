"""What the keys of the front matter say: of which type a document is, and what nobody reads."""

from __future__ import annotations

from pmcoach_lint.finding import Severity
from pmcoach_lint.rules.registry import reported


@reported("PMC105")
def duplicate_key() -> None:
    """A key stands twice in the front matter.

    Why it matters:
        Tools differ in which of the two counts, so two readers may see two different packs.

    What to do:
        Delete the one that is wrong.

    Bad:
        ---
        type: coaching-pack
        status: draft
        status: active
        ---

    Good:
        ---
        type: coaching-pack
        status: active
        ---
    """


@reported("PMC106")
def unknown_key() -> None:
    """A key of the front matter is nearly one that this type of document has.

    Case and the signs between words do not matter (`Cycle_Start`), and many keys are read by other names as well: the
    page of each type lists them.

    Why it matters:
        A misspelt key is silently ignored: the value that somebody wrote counts for nothing.

    What to do:
        Correct the key to the one that the finding names, or move what it says into the text.

    Bad:
        ---
        type: coaching-pack
        wekks: 8
        ---

    Good:
        ---
        type: coaching-pack
        weeks: 8
        ---
    """


@reported("PMC107")
def missing_type() -> None:
    """The front matter does not say what kind of document this is.

    Why it matters:
        The type decides which parts the document should have; without it nothing can be checked.

    What to do:
        Add the line `type: coaching-pack`.

    Bad:
        ---
        pm: pm-07
        ---

    Good:
        ---
        type: coaching-pack
        pm: pm-07
        ---
    """


@reported("PMC113", severity=Severity.WARNING)
def type_unsaid() -> None:
    """The front matter does not say what kind of document this is, but its title or its headings do.

    It is read and checked as that, and so is a document without front matter of which parts can be read: a log whose
    entries are dated, say. Whatever goes by the type alone, such as the overview of an engagement, does not see it.

    Why it matters:
        One heading changed, and it may be taken for something else, or for nothing.

    What to do:
        Add the line that the finding names; `--fix` does, and writes the front matter where there is none.

    Bad:
        ---
        client: Northwind
        ---

        # Strategic Work Proposal: Northwind

    Good:
        ---
        type: work-proposal
        client: Northwind
        ---

        # Strategic Work Proposal: Northwind
    """


@reported("PMC108")
def unknown_type() -> None:
    """The front matter names a type of document that is not known.

    Why it matters:
        Without a known type nothing in the document can be checked.

    What to do:
        Write the type that the finding names.

    Bad:
        ---
        type: coaching-pak
        ---

    Good:
        ---
        type: coaching-pack
        ---
    """


@reported("PMC111")
def unusable_type() -> None:
    """The type of a document is one of your own, and its schema has problems.

    What is wrong with the schema is told once, at the schema itself.

    Why it matters:
        Nothing but the front matter of this document was read. The rest has not been checked.

    What to do:
        Correct the schema. `pmcoach schema test` says what is wrong with it.
    """


@reported("PMC112", severity=Severity.WARNING)
def key_of_no_use() -> None:
    """A key of the front matter is none that anything reads, and may hold what is missing.

    It has the name of what is missing in its own, or a day where one is missing. Other keys that nothing reads are
    notes of their author, or meant for another tool, and welcome.

    Why it matters:
        Whoever wrote the value believes that it counts. It does not: nothing is reckoned from it.

    What to do:
        Give it the name that the finding tells, if that is what it says. A note for yourselves may stay.

    Bad:
        ---
        type: coaching-pack
        pm: pm-07
        opening-monday: 2026-10-05
        weeks: 8
        ---

    Good:
        ---
        type: coaching-pack
        pm: pm-07
        start: 2026-10-05
        weeks: 8
        favourite-colour: blue
        ---
    """
