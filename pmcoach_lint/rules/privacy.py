"""What must not be in a document at all: ways to reach people, and what is nobody's business; and who may see it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pmcoach_lint import standards
from pmcoach_lint.audience import audiences, is_slip_of, is_visibility, is_wider, may_be
from pmcoach_lint.binding.above.said import Saying, said_above
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Severity
from pmcoach_lint.ignores import read_patterns
from pmcoach_lint.language.contacts import emails, phone_numbers
from pmcoach_lint.language.special import special_in
from pmcoach_lint.masking import masked
from pmcoach_lint.rules.offences import Offences, word_of
from pmcoach_lint.rules.registry import Option, Options, rule
from pmcoach_lint.syntax.source import Offence

if TYPE_CHECKING:
    pass

_VISIBILITY = ("visibility",)
HANDLE = "Write a handle or a role in its place, such as pm-07 or head of sales."


@rule("PMC940", untyped=True, private=True)
def email_address(document: Document) -> Offences:
    """An e-mail address of a person stands in a document.

    Addresses of offices (`support@`, `info@`) pass, and so do those in domains that are kept for examples.

    Why it matters:
        It says who somebody is, however careful the rest of the pack was with names. Files get copied, and whoever
        finds one can write to the person whose gaps it lists.

    What to do:
        Write the person's handle. The address stays where it was: in the address book.

    Bad:
        ## Context snapshot

        Questions to anna.schmidt@northwind-freight.com

    Good:
        ## Context snapshot

        Questions to lead-02, or to support@northwind-freight.com
    """
    for span in emails(document.source):
        message = f"This is somebody's e-mail address: {masked(document.text[slice(*span)])}"
        yield Offence(span, message, HANDLE)


@rule(
    "PMC941",
    Option(
        "regions",
        ["US", "GB"],
        "The countries, by their codes of two letters (ISO 3166-1), whose way of writing phone numbers is known "
        "beside the international one with a + in front.",
    ),
    untyped=True,
    private=True,
)
def phone_number(document: Document, options: Options) -> Offences:
    """A phone number stands in a document.

    International numbers are found everywhere, others as they are written in the countries of the option `regions`.
    Numbers that are kept free for stories, such as 555-0123, pass.

    Why it matters:
        A phone number leads straight to a person, and it stays in the history of the repository for good.

    What to do:
        Write the person's handle, and look the number up elsewhere.

    Bad:
        ## Context snapshot

        On the day of the launch, call +49 170 1234567.

    Good:
        ## Context snapshot

        On the day of the launch, 2026-10-05, call lead-02.
    """
    for span in phone_numbers(document.source, options["regions"]):
        message = f"This is a phone number: {masked(document.text[slice(*span)])}"
        yield Offence(span, message, HANDLE)


@rule("PMC944", private=True)
def special_category_data(document: Document) -> Offences:
    """Something is said of a person that is nobody's business at work: health, family, age, faith and the like.

    The kinds are those of Article 9 of the General Data Protection Regulation (Regulation (EU) 2016/679), with family
    and age beside them. It counts only where it is said of a handle, of the PM, or of somebody called he or she: the
    health of a product and the age of a ticket are none of it.

    Why it matters:
        In many countries such data may not be kept at all without the person's consent. And whoever reads it coaches
        somebody else from then on: a diagnosis, a faith, a mother.

    What to do:
        Take it out. What the plan needs can be said without the reason: “on leave until 31 January”, “four days a
        week”, “no travel this cycle”.

    Bad:
        ## 7) Risks / Open questions / Next steps

        pm-07 is on sick leave in May.

    Good:
        ## 7) Risks / Open questions / Next steps

        pm-07 is on leave in May, so the health of the pipeline is watched by pm-12.
    """
    for kind, span in special_in(document.source, document.body, document.marked):
        message = f"This says something about {kind.what}."
        hint = "Take it out, and say what the plan needs without the reason: “on leave until 31 January”."
        yield Offence(span, message, hint)


@rule("PMC950")
def visibility_too_wide(document: Document, options: Options) -> Offences:
    """A document may be seen more widely than its folder allows.

    How widely, the settings say in the table `visibility`. It is empty from the start.

    Why it matters:
        One word in the front matter decides who reads about a person. A folder that is kept narrow forgives a slip.

    What to do:
        Narrow the visibility, or move the document to a folder where it may be seen.

    """
    given, widest = document.data.get("visibility"), _widest(document, options)
    if widest is not None and isinstance(given, str) and is_visibility(given) and is_wider(given, widest):
        message = f"“{given}” lets more people see this document than its folder allows: “{widest}”."
        hint = "Narrow it, or move the document. The settings say under “visibility” what holds where."
        yield Offence(document.values[("visibility",)], message, hint)


@rule("PMC951", severity=Severity.WARNING)
def visibility_unsaid(document: Document) -> Offences:
    """A document does not say who may see it. It counts as private, and is on no site.

    That is said in the front matter alone, and not by a line below the title.

    Why it matters:
        Whoever reads or copies the file cannot tell whom it is for, and its author wonders why the site leaves it out.

    What to do:
        Say so in the front matter: private, internal, a team, a client, or public.

    Bad:
        ---
        type: coaching-pack
        pm: pm-07
        ---

    Good:
        ---
        type: coaching-pack
        pm: pm-07
        visibility: private
        ---
    """
    is_asked = document.family != standards.FAMILY and _VISIBILITY[0] in document.binding.fields
    if not is_asked or _VISIBILITY in document.keys or document.is_settled(_VISIBILITY):
        return
    if said := _said_below(document):
        message = f"“{said.told}” is not read here: who may see a document is said in its front matter alone."
        hint = f"Write “visibility: {said.told}” there. Until then the document counts as private."
        yield Offence(said.span, message, hint)
    elif document.fences:
        message = "The front matter sets no visibility, so that this document counts as private."
        hint = (
            "Write “visibility: private” in the front matter, or whom it is for: internal, team:…, client:… or public."
        )
        yield Offence(document.fences.opening, message, hint)


def _said_below(document: Document) -> Saying | None:
    """The line above the parts that says who may see the document; None where there is none."""
    if "isibility" not in document.text:
        return None
    labelled, _ = said_above(document.text, document.body, document.binding)
    return next(iter(labelled.get(_VISIBILITY[0], ())), None)


@rule("PMC952", severity=Severity.WARNING)
def misspelt_audience(document: Document) -> Offences:
    """A document is meant for a team or company that is called nearly as its own one is.

    Why it matters:
        The site of that team then lacks the page, and nobody is told.

    What to do:
        Name the team in the visibility as the front matter does, or correct it there.

    Bad:
        ---
        type: coaching-pack
        pm: pm-07
        team: Search
        visibility: team:serach
        ---

    Good:
        ---
        type: coaching-pack
        pm: pm-07
        team: Search
        visibility: team:search
        ---
    """
    given = document.data.get("visibility")
    for audience in audiences(given) if isinstance(given, str) and is_visibility(given) else ():
        own = document.data.get("team" if audience.startswith("team:") else "company")
        if ":" in audience and isinstance(own, str) and not may_be(audience, own) and is_slip_of(audience, own):
            message = f"“{audience}” is nearly the name of “{own}”, and another one."
            hint = "Name the team or company in both places alike. The site of another one does not have this page."
            yield Offence(word_of(document, _VISIBILITY, audience), message, hint)


def _widest(document: Document, options: Options) -> str | None:
    """The widest visibility that is allowed where the document lies; the last pattern that fits says it."""
    allowed = options.settings.visibility
    place = options.settings.from_root(Path(document.source.file)) if allowed else None
    if place is None:
        return None
    fitting = [widest for pattern, widest in allowed.items() if read_patterns((pattern,))[0].verdict(place)]
    return fitting[-1] if fitting else None
