"""Values that are there and cannot be what they are meant to be."""

from __future__ import annotations

from pmcoach_lint.coaching.cycle import cycle_of
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Severity
from pmcoach_lint.readers.dates import with_day_between
from pmcoach_lint.rules.offences import Offences
from pmcoach_lint.rules.registry import reported, rule
from pmcoach_lint.syntax.source import Offence


@reported("PMC205")
def unknown_choice() -> None:
    """A value is none of those that can stand there, and there has to be one.

    Words beside it do no harm: “Draft for review with pm-07” is a draft. Where nothing has to stand, words of one's own
    are a warning (`choice-in-own-words`).

    Why it matters:
        What only its author understands can be neither sorted nor counted, be it a status, a horizon or a kind of work.

    What to do:
        Write one of the values that the finding names. Capitals and hyphens do not matter.

    Bad:
        ---
        type: coaching-pack
        status: actve
        ---

    Good:
        ---
        type: coaching-pack
        status: Active
        ---
    """


@reported("PMC214", severity=Severity.WARNING)
def choice_in_own_words() -> None:
    """A value that may be left out is told in words of which none is one of those that can stand there.

    A sentence does no harm as long as it names one of them: “Probably both: nobody had told them” is read. In a
    tracker, a status in any other words says that something is open.

    Why it matters:
        A gap type or priority that only its author understands can be neither sorted nor counted: it is left out.

    What to do:
        Begin with one of the values that the finding names, and say the rest behind it: `Skill: follows from the
        other gap`.

    Bad:
        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence | Gap type |
        |---|---|---|---|---|
        | Problem framing | Apply | Analyze | Brief of 3 March | Mostly result of the first |

    Good:
        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence | Gap type |
        |---|---|---|---|---|
        | Problem framing | Apply | Analyze | Brief of 3 March | Mostly skill: result of the first |
    """


@reported("PMC206")
def wrong_kind_of_value() -> None:
    """A value is of another kind than it should be: a text in place of a number, a text in place of a list.

    Why it matters:
        The value cannot be used: what is no number can be neither counted nor compared.

    What to do:
        Write it in the form that the finding names.

    Bad:
        ---
        type: coaching-pack
        weeks: eight
        ---

    Good:
        ---
        type: coaching-pack
        weeks: 8
        ---
    """


@reported("PMC207")
def out_of_range() -> None:
    """A number is smaller or larger than makes sense.

    A coaching cycle has 4 to 12 weeks (`coaching-pms`, minimum inputs).

    Why it matters:
        Such a number is mostly a slip, and what is reckoned with it goes wrong as well: days, sums, shares, scores.

    What to do:
        Choose a number inside the range. A coaching effort of more than twelve weeks is two cycles.

    Bad:
        ---
        type: coaching-pack
        weeks: 26
        ---

    Good:
        ---
        type: coaching-pack
        weeks: 12
        ---
    """


@reported("PMC208")
def wrong_form() -> None:
    """A value is not written in the form that it needs.

    Why it matters:
        Whoever counts on the form passes it over: a visibility that cannot be read protects nobody, and a handle
        with spaces may be a real name.

    What to do:
        Write it in the form that the finding names.

    Bad:
        ---
        type: coaching-pack
        pm: the new PM
        ---

    Good:
        ---
        type: coaching-pack
        pm: pm-07
        ---
    """


@reported("PMC209")
def impossible_date() -> None:
    """A date is none that the calendar has.

    Why it matters:
        A checkpoint on a day that does not exist will not take place.

    What to do:
        Write the date as year-month-day, such as `2026-10-05`.

    Bad:
        ---
        type: coaching-pack
        start: 2026-13-40
        ---

    Good:
        ---
        type: coaching-pack
        start: 2026-10-05
        ---
    """


@reported("PMC210")
def not_a_level() -> None:
    """A level is none of Bloom's taxonomy.

    Verbs, nouns, -ing forms and numbers are all read: `Apply`, `Application`, `Applying (3)`, `L3`. Where the level
    is honestly not known, write `unknown`.

    Why it matters:
        The distance between the current and the target level is what the whole pack is about.

    What to do:
        Write one of the six levels.

    Bad:
        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        |---|---|---|---|
        | Problem framing | Apply | Analize | Brief of 3 March |

    Good:
        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        |---|---|---|---|
        | Problem framing | Applying (3) | Analysis | Brief of 3 March |
    """


@reported("PMC215", severity=Severity.WARNING)
def between_two_levels() -> None:
    """A level is given as one or the next: “Understand/Apply”, “3–4”.

    Until it is settled the lower one counts, everywhere.

    Why it matters:
        The target is reckoned from where somebody stands. Between two levels there are two plans: practice that leads
        to the upper one, and practice that takes it for granted.

    What to do:
        Ask which of the two the evidence shows without help, and write that one. What points to the next may stand in
        the evidence, or behind the level: `Apply, with first signs of Analyze`.

    Bad:
        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        |---|---|---|---|
        | Problem framing | Understand/Apply | Analyze | Brief of 3 March |

    Good:
        ## 2) Current Assessment

        | Competency | Current level | Target level | Evidence |
        |---|---|---|---|
        | Problem framing | Understand, close to Apply | Analyze | Brief of 3 March |
    """


@rule("PMC211")
def unreadable_value(document: Document) -> Offences:
    """A value cannot be read as what it should be: a date, a number of weeks, a length of time, an id.

    Of a day without its year the year is never guessed. Where only one such day lies in the pack's cycle, it is
    proposed, and `pmcoach lint --fix --unsafe-fixes` writes it.

    Why it matters:
        What cannot be read is not guessed: it counts as missing, in checks, on the site and in the calendar.

    What to do:
        Write it in the form that the finding names.

    Bad:
        ## 7) Risks / Open questions / Next steps

        ### Next steps

        | Step | Owner | Due |
        |---|---|---|
        | Send the brief | pm-07 | 05/10/2026 |

    Good:
        ## 7) Risks / Open questions / Next steps

        ### Next steps

        | Step | Owner | Due |
        |---|---|---|
        | Send the brief | pm-07 | 5 October 2026 |
    """
    for offence in document.offences.get("unreadable-value", ()):
        yield _in_cycle(document, offence)


def _in_cycle(document: Document, offence: Offence) -> Offence:
    """The offence with the day that is meant, where the pack's cycle leaves only one.

    What an assessment rests on lies before the cycle, or nobody knows in which year.
    """
    cycle = cycle_of(document)
    day = with_day_between(document.text[slice(*offence.span)], cycle.start, cycle.end) if cycle else None
    place = document.whereabouts.at(offence.span) if day else None
    if day is None or place is None or place[0][0] == "assessment":
        return offence
    return offence._replace(hint=f"Write it as {day}: in this cycle there is no other such day.", instead=day)


@reported("PMC212")
def contradicting_values() -> None:
    """The same thing is said twice, and differently: in the front matter, below the title, or in the title.

    Short forms agree with long ones: `Northwind` and `Northwind Trading` are the same client. The first one counts.

    Why it matters:
        One of the two is wrong, and nobody can tell which: the weeks, the sessions and the reports follow one of them.
        A document that names two clients was copied and not finished: sent off, it tells one about the other.

    What to do:
        Make the two the same, or say it in one place only.

    Bad:
        ---
        type: work-proposal
        client: Northwind
        ---

        # Strategic Work Proposal: Southwind

    Good:
        ---
        type: work-proposal
        client: Northwind
        ---

        # Strategic Work Proposal: Northwind Trading
    """
