"""Whether there is front matter, and whether every tool sees the same in it."""

from __future__ import annotations

from pmcoach_lint.rules.registry import reported


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
