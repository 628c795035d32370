"""The parts of a pack's page that follow its bets: the chain from gap to tracker, the timeline, the next session."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from markupsafe import Markup

from pmcoach_lint.coaching.followed import ARTIFACT, AT_RISK, CHECKPOINT, REVIEW
from pmcoach_lint.report.tally import counted
from pmcoach_lint.site import timeline
from pmcoach_lint.site.html import Content, bullets, element, joined, spaced, unless_empty
from pmcoach_lint.site.pack import Pack
from pmcoach_lint.site.pages.parts import day, day_words, link, sparse
from pmcoach_lint.site.pages.people import KEY, anchor_of, mark
from pmcoach_lint.site.prose import inline
from pmcoach_lint.site.timeline import Bar, Lane, Mark
from pmcoach_lint.site.trace import Log, Rep, Thread
from pmcoach_lint.weekly.due import STEP, Item

_SPANS = {CHECKPOINT: "Checkpoints", ARTIFACT: "Artifacts", REVIEW: "Reviews", STEP: "Next steps"}


def bet_anchor(place: int) -> str:
    """The id of a bet on its pack's page."""
    return f"bet-{place + 1}"


def stands(pack: Pack) -> Markup:
    """Where the PM stands on each competency, what says so, and which bet takes it up."""
    rows = []
    for place, level in enumerate(pack.levels):
        bets = [
            link(f"{thread.id} takes it up", f"#{bet_anchor(number)}")
            for number, thread in enumerate(pack.threads)
            if place in thread.stands
        ]
        evidence = bullets(level.evidence)
        head = spaced([mark(level), element("strong", level.competency), *bets])
        rows.append(element("li", element("p", head), evidence, id=anchor_of(place)))
    return joined(element("p", KEY, class_="pm-small"), element("ul", spaced(rows), class_="pm-stands"))


def chain(pack: Pack) -> Markup:
    """Each bet with its chain, from the gap to the tracker."""
    return element(
        "div", spaced(_thread(place, thread, pack) for place, thread in enumerate(pack.threads)), class_="pm-threads"
    )


def _thread(place: int, thread: Thread, pack: Pack) -> Markup:
    gap = [
        link(spaced([mark(pack.levels[number]), pack.levels[number].competency]), f"#{anchor_of(number)}")
        for number in thread.stands
    ]
    steps: list[tuple[str, Content]] = [
        ("Gap", spaced(gap) if gap else thread.competency),
        ("Evidence", bullets(thread.evidence)),
        ("Weekly reps", bullets(map(_rep, thread.reps))),
        ("Stretch work", bullets(thread.stretch)),
        ("Artifacts", bullets(thread.artifacts)),
        ("The coach gives", bullets(thread.commitments)),
        ("Measured by", bullets(thread.measurement)),
        ("Checkpoints", bullets(map(_checkpoint, thread.checkpoints))),
        ("Tracker", _tracker(thread.log)),
    ]
    shown = [
        element("li", element("span", name, class_="pm-link__name"), " ", element("div", content), class_="pm-link")
        for name, content in steps
        if joined(content)
    ]
    head = element(
        "summary",
        element("strong", f"{thread.id}: {thread.name}" if thread.name else thread.id),
        " ",
        _now(thread, pack),
    )
    trace = element("ol", spaced(shown), class_="pm-trace")
    return element("details", head, trace, id=bet_anchor(place), class_="pm-thread", open=True)


def _now(thread: Thread, pack: Pack) -> Markup | None:
    """How the bet stands by its latest row that says so: a rep that is done, or still to come, is not the bet.

    One of a pack that is completed is closed, by the level at the end where that is told.
    """
    if pack.status == "completed":
        ends = [level for level in (pack.levels[place] for place in thread.stands) if level.at_end]
        missed = any(level.is_missed for level in ends)
        return _state("missed" if missed else "reached" if any(level.high for level in ends) else "closed")
    latest = next((row for row in reversed(thread.log) if row.status not in ("", _OPEN, "done")), None)
    return _state(latest.status) if latest else None


def _state(words: str) -> Markup:
    return element("span", words, class_="pm-late" if words in AT_RISK else "pm-small")


def _rep(rep: Rep) -> Markup:
    weeks = "" if rep.weeks is None else _weeks(*rep.weeks)
    small = " · ".join(filter(None, (f"{rep.minutes} min" if rep.minutes else "", weeks, rep.artifact)))
    return spaced((unless_empty("strong", rep.id), rep.practice, unless_empty("span", small, class_="pm-small")))


def _weeks(first: int, last: int) -> str:
    return f"week {first}" if first == last else f"weeks {first}–{last}"


def _checkpoint(happening: Item) -> Markup:
    week = f"Week {happening.week}, " if happening.week is not None else ""
    state = element("span", _done(happening), class_="pm-small")
    return spaced([joined(week, day(happening.day, year=False)), state, happening.text])


def _done(happening: Item) -> str:
    """Whether what falls due was looked at, or is done where it is a step."""
    return ("done" if happening.kind == STEP else "looked at") if happening.done else _OPEN


_OPEN = "open"
_MARKS = {"at risk": "risk", "missed": "risk", _OPEN: "open"}
"""How a row of the tracker is marked by its status; by any other it is on its way."""


def _tracker(log: Iterable[Log]) -> Markup | None:
    """How often the bet was on track or at risk, each row as a mark in its order, and the latest row."""
    rows = list(log)
    if not rows:
        return None
    counts = Counter(row.status or "no status" for row in rows)
    words = ", ".join(f"{count} {status}" for status, count in counts.most_common())
    marks = [element("span", class_=f"pm-dot pm-dot--{_MARKS.get(row.status, 'track')}") for row in rows]
    latest = max((row for row in rows if row.status != _OPEN), key=lambda row: row.day or date.min, default=None)
    when = joined(day(latest.day, year=False), ": ") if latest and latest.day else None
    return joined(
        element(
            "p",
            element("span", marks, class_="pm-dots", aria_hidden="true"),
            " ",
            f"{counted(len(rows), 'row')}: {words}.",
        ),
        element("p", "Latest: ", when, latest.done, class_="pm-small") if latest else None,
    )


def cycle_timeline(pack: Pack) -> Markup | None:
    """The weeks of the cycle, drawn, with everything that falls due as a table below."""
    if pack.start is None or not pack.span or pack.span > _MOST_WEEKS:
        return None
    lanes = list(_lanes(pack, pack.start))
    if not lanes:
        return None
    today = timeline.weeks_into(pack.start, pack.stand.as_of) if pack.stand else None
    inside = today if today is not None and 0 <= today <= pack.span else None
    drawn = timeline.timeline(
        lanes, pack.span, inside, title="The weeks of the cycle", told=_told(pack), own_id="timeline"
    )
    legend = "Bars are reps, dots are what falls due: full when it was looked at or is done."
    if inside is not None and pack.stand:
        legend += f" The line is {day_words(pack.stand.as_of)}."
    rows = [(day(each.day), _done(each), each.kind, _bet_link(each, pack), each.text) for each in pack.happenings]
    listed = sparse(("Day", "State", "Kind", "Bet", "What"), rows, "All that falls due", "happenings")
    return joined(
        drawn,
        element("p", legend, class_="pm-small"),
        element("details", element("summary", "All of it as a table"), listed, class_="pm-folded") if listed else None,
    )


_MOST_WEEKS = 26
"""A longer cycle could not be drawn so that anybody could read it."""


def _bet_link(each: Item, pack: Pack) -> Content:
    if each.bet is None or each.bet >= len(pack.threads):
        return None
    return link(pack.threads[each.bet].id, f"#{bet_anchor(each.bet)}")


def _lanes(pack: Pack, start: date) -> Iterator[Lane]:
    for place, thread in enumerate(pack.threads):
        bars = [Bar(*(rep.weeks or (1, pack.span or 1))) for rep in thread.reps]
        marks = _marks((each for each in pack.happenings if each.bet == place), start)
        if bars or marks:
            yield Lane(thread.id, bars, marks)
    for kind, name in _SPANS.items():
        marks = _marks((each for each in pack.happenings if each.bet is None and each.kind == kind), start)
        if marks:
            yield Lane(name, (), marks)


def _marks(happenings: Iterable[Item], start: date) -> list[Mark]:
    return [Mark(timeline.weeks_into(start, each.day), each.done) for each in happenings]


def _told(pack: Pack) -> str:
    """The drawing in words."""
    parts = [
        f"{thread.id}: {', '.join(_weeks(*rep.weeks) if rep.weeks else 'every week' for rep in thread.reps)}"
        for thread in pack.threads
        if thread.reps
    ]
    parts += [f"{each.kind} on {day_words(each.day, year=False)}" for each in pack.happenings]
    return "; ".join(parts)


def session(pack: Pack) -> Markup | None:
    """The agenda of the next session."""
    agenda = pack.agenda
    if agenda is None:
        return None
    parts = [
        joined(
            element("p", element("strong", part.title)),
            bullets(map(inline, part.lines)),
        )
        for part in agenda.parts
    ]
    return joined(element("p", agenda.lead, class_="pm-small"), *parts)
