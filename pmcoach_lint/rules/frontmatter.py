"""The head of a document: its front matter."""

from __future__ import annotations

from collections.abc import Iterable

from pmcoach_lint.document import Document
from pmcoach_lint.finding import Severity
from pmcoach_lint.nearest import in_a_row
from pmcoach_lint.rules.registry import reported, rule
from pmcoach_lint.syntax.source import Mention, Offence


@reported("PMC101")
def no_front_matter() -> None:
    """A document has no front matter.

    Why it matters:
        The front matter says what kind of document this is, whom it is about and who may read it. Without it nothing
        else can be checked, and the site does not publish the document.

    What to do:
        Begin the file with a line `---`, the keys and values, and a line `---` again. Pages of another kind, such as
        notes, are left out by the setting `exclude`.

    Bad:
        # Coaching pack

        ## 1) Definition of “Good PM”

    Good:
        ---
        type: coaching-pack
        ---

        # Coaching pack
    """


@reported("PMC102")
def unclosed_front_matter() -> None:
    """The front matter is opened and never closed.

    Why it matters:
        There is no telling where the keys end and the text begins, so the whole document shows as plain text.

    What to do:
        Write `---` on a line of its own below the last key.

    Bad:
        ---
        type: coaching-pack
        pm: pm-07

        # Coaching pack

    Good:
        ---
        type: coaching-pack
        pm: pm-07
        ---

        # Coaching pack
    """


@reported("PMC103")
def invalid_yaml() -> None:
    """The front matter is not written as keys and values that can be read.

    Most often a value holds a colon or begins with a special sign, a line is indented by accident, or a tab stands
    where spaces should.

    Why it matters:
        One such line makes the whole front matter unreadable, for every tool.

    What to do:
        Put the value in quotes, and begin every key at the start of its line.

    Bad:
        ---
        type: coaching-pack
        role: PM: Checkout
        ---

    Good:
        ---
        type: coaching-pack
        role: "PM: Checkout"
        ---
    """


@reported("PMC104")
def not_key_value() -> None:
    """The front matter is a list or a text, and not keys with values.

    Why it matters:
        Nothing in it can be found by its name.

    What to do:
        Write one `key: value` on each line, without a dash before it.

    Bad:
        ---
        - type: coaching-pack
        - pm: pm-07
        ---

    Good:
        ---
        type: coaching-pack
        pm: pm-07
        ---
    """


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

    It is read and checked as that. Whatever goes by the type alone, such as the overview of an engagement, does not
    see it.

    Why it matters:
        One heading changed, and it may be taken for something else, or for nothing.

    What to do:
        Add the line that the finding names.

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


@reported("PMC109")
def front_matter_fence() -> None:
    """MkDocs, or another common tool, does not see the front matter where it stands.

    MkDocs wants `---` on the very first line, exactly three dashes, a closing `---` with a line break after it, and
    at least one line between. A closing `...` is read by MkDocs, but not by most other tools.

    Why it matters:
        Where two tools disagree, the site shows the keys as text, or loses them, and with them who may read the page.

    What to do:
        Begin the file with `---`, and close the front matter with `---`.

    Bad:
        ---
        type: coaching-pack
        ...

        # Coaching pack

    Bad:
        ----
        type: coaching-pack
        ---

        # Coaching pack

    Good:
        ---
        type: coaching-pack
        ---

        # Coaching pack
    """


@reported("PMC110")
def front_matter_too_complex() -> None:
    """The front matter nests too deep, or repeats itself through aliases without end.

    Why it matters:
        Front matter is a short list of keys; what is more than that can stall every tool that reads it.

    What to do:
        Write the few values out, each on a line of its own.

    Bad:
        ---
        type: coaching-pack
        team: [[[[[[[[[[[[[[[[[[[[[[checkout]]]]]]]]]]]]]]]]]]]]]]
        ---

    Good:
        ---
        type: coaching-pack
        team: checkout
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


@rule("PMC112", severity=Severity.WARNING)
def key_of_no_use(document: Document) -> Iterable[Offence]:
    """A key of the front matter is none that anything reads, and like none that this type of document has.

    Several such keys are told together. Keys that the site reads (`title`, `description`, `tags`, `hide`, `icon`,
    `search`, `template`) are welcome, and so are those by which people keep book of a file or describe what its text
    says: `author`, `date`, `last-updated`, `version`, `prepared-for`, `growth-bets`, `evidence-quality` and the like.

    Why it matters:
        Whoever wrote the value may believe that it counts, or that it is shown somewhere. It does not, and is not.

    What to do:
        Say it in the text if coach and PM are to know it. A note for yourselves may stay: this is no error.

    Bad:
        ---
        type: coaching-pack
        weeks: 8
        favourite-colour: blue
        ---

    Good:
        ---
        type: coaching-pack
        cycle-weeks: 8
        last-updated: 2026-11-11
        ---
    """
    found = sorted(document.offences.get("key-of-no-use", ()), key=lambda offence: offence.span)
    if len(found) < 2:
        return found
    keys = in_a_row([f"“{document.text[slice(*offence.span)]}”" for offence in found])
    message = f"Nothing reads {keys}: they are no keys of this type of document."
    related = tuple(Mention(offence.span, "nor this one") for offence in found[1:])
    return [found[0]._replace(message=message, related=related)]
