"""What an intake, or the first page of an engagement, says of a client: in one shape, ready to be drafted from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from pmcoach_lint.audience import inside_part
from pmcoach_lint.coaching.cycle import as_day
from pmcoach_lint.document import Document
from pmcoach_lint.generate.client.writing import Data, is_blank
from pmcoach_lint.generate.intake.bank import ENGAGEMENT_INTAKE, Field, Question, answer_at
from pmcoach_lint.generate.intake.checks import contradictions, off_days
from pmcoach_lint.generate.intake.client_checks import LEVELS
from pmcoach_lint.generate.markdown import in_line, one_line
from pmcoach_lint.generate.written import as_written
from pmcoach_lint.names import name_key
from pmcoach_lint.nearest import in_a_row
from pmcoach_lint.regex import regex
from pmcoach_lint.standards import Standards
from pmcoach_lint.tuples import NamedTuple
from pmcoach_lint.weekly.rhythm import is_working_day

_HANDLE_AND_ROLE = regex(r"(?P<handle>[A-Za-z]+-?\d+)\s*(?:, |– |— |\()\s*(?P<role>[^()]+?)\)?")
"""What stands in the column of handles, be it written without a dash (`pm51`), with the role behind it."""

_SHORT_WORD = 4
"""Words of so many letters and fewer tell nothing of what an opportunity is about."""


class Chance(NamedTuple):
    """A strategic opportunity: what is done there today, what could be instead, and what comes of it or of leaving it.

    `metric` and `target` are what it would be measured by. What nobody has said is empty.
    """

    opportunity: str
    today: str = ""
    alternative: str = ""
    benefit: str = ""
    otherwise: str = ""
    metric: str = ""
    target: str = ""

    @property
    def task(self) -> str:
        """What is to be done about it, behind its name; its name alone where nobody has said.

        A text that holds the words of the name goes without it.
        """
        name, what = self.opportunity.rstrip("."), self.alternative
        telling = {word for word in name_key(name).split() if len(word) > _SHORT_WORD}
        if telling and telling <= set(name_key(what).split()):
            return what
        return f"{name} – {in_line(what)}" if what else name


class Pm(NamedTuple):
    """A PM of the client. `often` says how often they do what strategic thinkers do, `seen` how they work.

    `level` is the Bloom level that was given for them, empty where none was.
    """

    handle: str
    role: str
    does: str
    gap: str
    level: str
    often: Mapping[str, str]
    seen: Mapping[str, str]
    counted: tuple[Data, ...]


@dataclass(frozen=True)
class Client:
    """What is known of an engagement.

    `open` are the questions of which something is not answered, with what that is; `unsettled` is where answers
    contradict each other. What extra hands would cost (`baseline`) and how the client feels (`relationship`) is nothing
    to show the client: the first page has it only where it is what the draft was made from.
    """

    page: Data
    adviser: str
    requests: tuple[str, ...]
    position: Data
    time: Mapping[str, Data]
    pms: tuple[Pm, ...]
    opportunities: tuple[Chance, ...]
    offer: str
    baseline: str
    relationship: Data
    contributions: tuple[Data, ...]
    first: date | None
    meetings: str
    session_length: str
    off: frozenset[date]
    open: tuple[tuple[Question, tuple[Field, ...]], ...]
    unsettled: tuple[str, ...]

    @property
    def name(self) -> str:
        """What the client is called; empty where nobody has said."""
        return said(self.page.get("client"))

    @property
    def visibility(self) -> str:
        """Who may see what is drafted: who of one's own side may see what it is drafted from, else nobody."""
        return inside_part(said(self.page.get("visibility")))

    @property
    def start(self) -> date | None:
        """The first day of the engagement."""
        return as_day(self.page.get("start"))

    def free_from(self, day: date) -> date:
        """The first working day from a day on that is not off."""
        while day < date.max and (day in self.off or not is_working_day(day)):
            day += timedelta(days=1)
        return day

    @property
    def unknown(self) -> list[str]:
        """What nobody has said yet: questions, or of those that are answered in part the values that are missing."""
        found = []
        for question, missing in self.open:
            whole = len(missing) == len(question.fields)
            names = [missing[0].name, *(in_line(field.name) for field in missing[1:])]
            found.append(f"{question.text if whole else in_a_row(names)} ({question.id})")
        return found

    @property
    def gaining(self) -> list[Chance]:
        """The opportunities of which somebody has said what the client gains."""
        return [chance for chance in self.opportunities if chance.benefit]

    @property
    def alternatives(self) -> list[Chance]:
        """The opportunities of which it is known what would be done instead."""
        return [chance for chance in self.opportunities if chance.alternative]

    @property
    def rate(self) -> str:
        """What the client pays, as it is written."""
        return said(self.page.get("rate", {}).get("rate"))

    @property
    def stakeholders(self) -> list[Data]:
        """Who else decides, those who are named."""
        return [one for one in self.page.get("stakeholders", ()) if said(one.get("stakeholder"))]

    @property
    def sponsor(self) -> str:
        """Whom to talk to first: the sponsor, else who decides, else the first that is named."""
        known = self.stakeholders
        for word in ("sponsor", "decide", ""):
            for one in known:
                if word in said(one.get("role")).casefold():
                    return said(one["stakeholder"])
        return ""


def said(value: Any) -> str:
    """A text on one line; empty where it is still to be said."""
    return "" if is_blank(value) else one_line(value)


def client_of(document: Document, standards: Standards, questions: tuple[Question, ...] = ()) -> Client:
    """What a document says of a client.

    Args:
        document: An engagement intake, or the first page of an engagement.
        standards: Those whose value ladder holds.
        questions: Those of the engagement bank, to tell what is open.
    """
    written: Data = as_written(document)
    if not document.is_a(ENGAGEMENT_INTAKE):
        return _client_of_page(written)
    terms, others, chances_said = (written.get(part, {}) for part in ("terms", "others", "chances"))
    times, read = written.get("logistics", {}), document.data
    told = _rows(chances_said, "opportunities", "opportunity")
    chances = tuple(Chance(*(said(row.get(name)) for name in Chance._fields)) for row in told)
    problems = tuple(contradictions(read, standards))
    position = written.get("position", {})
    if any(problem.fields == LEVELS for problem in problems):
        position = {name: value for name, value in position.items() if name != "target"}
    return Client(
        page=_page(written, terms, others, chances),
        adviser=said(written.get("adviser")),
        requests=tuple(filter(None, map(said, terms.get("requests", ())))),
        position=position,
        time=_shares(read, written),
        pms=tuple(_pms(read, written.get("pms", {}))),
        opportunities=chances,
        offer=said(chances_said.get("offer")),
        baseline=said(terms.get("baseline")),
        relationship={name: said(others[name]) for name in ("trust", "openness") if name in others},
        contributions=_rows(chances_said, "contributions", "contribution"),
        first=as_day(answer_at(read, ("logistics", "first"))),
        meetings=said(times.get("meetings")),
        session_length=said(times.get("session_length")),
        off=off_days(times.get("days_off", ()), read.get("start")),
        open=tuple((question, missing) for question in questions if (missing := question.open_fields(read))),
        unsettled=tuple(problem.message for problem in problems),
    )


def _client_of_page(page: Data) -> Client:
    """What the first page of an engagement says of a client."""
    chances = tuple(map(Chance, filter(None, map(said, page.get("opportunities", ())))))
    for part, key in (("team", "pm"), ("stakeholders", "stakeholder")):
        if part in page:
            page[part] = [_with_role_apart(row, key) for row in page[part]]
    pms = tuple(_pm(row, {}, {}) for row in page.get("team", ()) if said(row.get("pm")))
    return Client(page, "", (), {}, {}, pms, chances, "", "", {}, (), None, "", "", frozenset(), (), ())


def _rows(part: Data, name: str, key: str) -> tuple[Data, ...]:
    """The rows of a table that say at least what they are about."""
    return tuple(row for row in part.get(name, ()) if said(row.get(key)))


def _page(written: Data, terms: Data, others: Data, chances: Iterable[Chance]) -> Data:
    """What the first page of the engagement says: the parts of the intake in the places of that page."""
    page: Data = {name: written[name] for name in ("client", "start", "visibility") if name in written}
    page |= {name: terms[name] for name in ("scope", "expectations") if name in terms}
    page["rate"] = {name: terms[name] for name in ("rate", "basis") if name in terms}
    page["team"] = [
        {name: row[name] for name in ("pm", "role", "capability") if name in row}
        for row in written.get("pms", {}).get("team", ())
    ]
    page |= {name: others[name] for name in ("stakeholders", "maturity") if name in others}
    page["opportunities"] = [": ".join(filter(None, (each.opportunity, each.benefit))) for each in chances]
    return page


def _shares(read: Data, written: Data) -> dict[str, Data]:
    """The shares of time by the work type that they are of."""
    rows = zip(read.get("position", {}).get("time", ()), written.get("position", {}).get("time", ()), strict=True)
    return {str(kind["work_type"]): row for kind, row in rows if "work_type" in kind}


def _pms(read: Data, written: Data) -> list[Pm]:
    """The PMs of the team, each with what the other tables say of them."""
    levels = answer_at(read, ("pms", "team")) or ()
    level = {said(row.get("pm")): str(row.get("level", "")) for row in levels}
    often = {said(row.get("pm")): row for row in answer_at(read, ("pms", "often")) or ()}
    seen = {said(row.get("pm")): row for row in written.get("patterns", ())}
    found = []
    for row in written.get("team", ()):
        if pm := said(row.get("pm")):
            counted = tuple(each for each in written.get("counted", ()) if said(each.get("pm")) == pm)
            found.append(_pm({**row, "level": level.get(pm, "")}, often.get(pm, {}), seen.get(pm, {}), counted))
    return found


def _with_role_apart(row: Data, key: str) -> Data:
    """A row in which the role that stands behind a handle, as in `pm-41, Pricing`, is the role."""
    match = _HANDLE_AND_ROLE.fullmatch(said(row.get(key)))
    return {**row, key: match["handle"], "role": match["role"]} if match and not said(row.get("role")) else row


def _pm(row: Data, often: Data, seen: Data, counted: tuple[Data, ...] = ()) -> Pm:
    patterns = {name: text for name, value in seen.items() if name != "pm" and (text := said(value))}
    shown = {name: str(value) for name, value in often.items() if name != "pm"}
    does, gap = said(row.get("capability")).rstrip("."), said(row.get("gap")).rstrip(".")
    return Pm(said(row.get("pm")), said(row.get("role")), does, gap, said(row.get("level")), shown, patterns, counted)
