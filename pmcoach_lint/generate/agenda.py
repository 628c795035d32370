"""The agenda of the next one-to-one, out of the pack: what is due, what to ask, and what both sides have promised."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from pmcoach_lint.checks.doubts import DOUBT
from pmcoach_lint.checks.words import value_at
from pmcoach_lint.coaching.cycle import Cycle
from pmcoach_lint.coaching.followed import ARTIFACT, CHECKPOINT, REVIEW
from pmcoach_lint.coaching.parts import AGENDA, WEEKS, Node, measured
from pmcoach_lint.coaching.practice import at_most
from pmcoach_lint.finding import Finding
from pmcoach_lint.generate.markdown import one_line
from pmcoach_lint.generate.promises import is_kept
from pmcoach_lint.regex import anycase
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.tuples import NamedTuple
from pmcoach_lint.weekly.due import STEP, Item
from pmcoach_lint.weekly.standing import BetStanding, Standing

PROMPTS = 3
"""So many questions are proposed for a session, the next ones each week. Our own figure."""

TO_TALK_ABOUT = ("PMC4", "PMC7")
"""The families of findings that are a matter for the session: what hangs on what in the plan, and how it is coached.

What may only not be read is a matter of the document, and of nobody in the session.
"""

MOST_FINDINGS = 5
_NO_PROMISE = anycase(
    r"(?:none|nothing|no (?:extra |further )?(?:support|help|time|commitments?|action))\b"
    r"(?: (?:is|are|needed|required|necessary|yet|planned|agreed|now|so far|for now|this week|here))*\W*"
)
"""What stands in the place of a promise where there is none."""

_PM, _COACH = "[AGS]?PM", "coach|me|myself"
"""The words by which a pack names its PM, and its coach, who writes it."""

_ROLES = ("pm", "the pm", "apm", "coach", "the coach", "me", "myself")
_OF_A_REP = ("done", "missed")
"""What a row says of what was to be done, and not of the bet."""
_KINDS = {CHECKPOINT: "Checkpoint", REVIEW: "Progress review", STEP: "Next step", ARTIFACT: "Artifact review"}


class Part(NamedTuple):
    """A part of the agenda: its heading and its lines. `open` says that it may be shown to whoever sees a calendar."""

    title: str
    lines: tuple[str, ...]
    open: bool = True


_BLANK = Part("Begin here", ("Nothing in the pack says yet what a session is about: fill it in together.",))


class Agenda(NamedTuple):
    """The agenda of one session: a title, a line below it, and the parts that have something to say.

    `is_next` tells whether there is such a session: after the last one it is what the cycle is closed by.
    """

    title: str
    lead: str
    parts: tuple[Part, ...]
    is_next: bool = True


def agenda_of(standing: Standing, findings: tuple[Finding, ...] = ()) -> Agenda:
    """The agenda of the next session of a pack.

    Args:
        standing: How the pack stands.
        findings: What the linter says of it; what is worth talking about is taken from there.
    """
    day = standing.session_day
    cycle = standing.cycle
    week = _week(cycle, day) if cycle else ""
    minutes = at_most(value_at(standing.chain.pack, ("cadence", "session_length")))
    at = standing.rhythm.at if standing.rhythm and standing.session else None
    over = standing.sessions[-1] if standing.sessions and not standing.session else None
    facts = [
        f"{at:%H:%M}" if at else "",
        f"the last session of the cycle was on {over}" if over else "",
        f"{minutes} minutes" if minutes else "",
        standing.chain.pack.source.file,
    ]
    due = list(dict.fromkeys([*standing.overdue, *standing.for_session]))
    parts = (
        Part("Running order", tuple(_running_order(standing))),
        Part("Due", tuple(_line(item, standing) for item in due if item.kind in (CHECKPOINT, REVIEW))),
        Part("Artifacts to review", tuple(_line(item, standing) for item in due if item.kind == ARTIFACT)),
        Part("Practice this week", tuple(_practice(standing))),
        Part("Questions", tuple(_prompts(standing))),
        Part("Where the bets stand", tuple(_bet(bet) for bet in standing.bets if bet.bet.node.value), open=False),
        *(Part(f"Open: {who}", tuple(lines), open=False) for who, lines in _commitments(standing).items()),
        Part("Worth talking about", tuple(_findings(findings)), open=False),
    )
    closing = f"No 1:1 is left: the cycle, of which {cycle.end} is the last day, is to be closed" if cycle else ""
    return Agenda(
        closing if over else f"1:1 on {day:%A} {day}{week}",
        " · ".join(filter(None, facts)),
        tuple(part for part in parts if part.lines) or (_BLANK,),
        is_next=over is None,
    )


def _week(cycle: Cycle, day: date) -> str:
    """The week of the cycle that a session is in, as it follows the day in a title; what else there is to say of it."""
    week = cycle.week_of(day)
    if week < 1:
        return f", before the cycle, which begins on {cycle.start}"
    return f", after the cycle, which ended on {cycle.end}" if cycle.is_over(day) else f", week {week} of {cycle.span}"


def to_markdown(agenda: Agenda) -> str:
    """The agenda as Markdown, to paste into notes."""
    lines = [f"# {agenda.title}", "", agenda.lead]
    for part in agenda.parts:
        lines += ["", f"## {part.title}", "", *(f"- {line}" for line in part.lines)]
    return "\n".join(lines) + "\n"


def to_plain(agenda: Agenda) -> str:
    """The agenda as plain text for a calendar entry, without how the bets stand and who has promised what."""
    lines = [agenda.lead]
    for part in agenda.parts:
        if part.open:
            lines += ["", part.title, *(f"- {line.replace('**', '')}" for line in part.lines)]
    return "\n".join(lines)


def _running_order(standing: Standing) -> Iterator[str]:
    """The items of the pack's agenda with their minutes, and what they add up to."""
    total = 0
    for item in value_at(standing.chain.pack, AGENDA) or ():
        minutes = at_most(item.get("minutes"))
        total += minutes or 0
        said = " ".join(filter(None, (f"**{minutes} min**" if minutes else "", _words(item.get("item")))))
        if said:
            yield said
    length = at_most(value_at(standing.chain.pack, ("cadence", "session_length")))
    if length and total > length:
        yield f"That makes {total} minutes, and the session has {length}."


def _line(item: Item, standing: Standing) -> str:
    late = " overdue since" if item.day < standing.as_of else ""
    bet = f" {standing.bets[item.bet].name}," if item.bet is not None else ""
    who = f" ({item.who})" if item.who else ""
    when = ", on track when" if item.kind == CHECKPOINT and item.text else ""
    text = f": {item.text}" if item.text else ""
    return f"**{_KINDS[item.kind]}**,{bet}{late} {item.day.isoformat()}{when}{text}{who}"


def _practice(standing: Standing) -> Iterator[str]:
    """The reps of the week that the session is in; one that is for several bets is named after all of them."""
    if standing.cycle is None or standing.session_day < standing.cycle.start:
        return
    names: dict[Path, list[str]] = {}
    reps: dict[Path, Node] = {}
    for bet in standing.bets:
        for rep in bet.bet.planned("reps"):
            if _is_now(rep, standing, bet.bet.node.value.get("timeframe")):
                reps[rep.path] = rep
                names.setdefault(rep.path, []).append(bet.name)
    for path, rep in reps.items():
        minutes = at_most(rep.value.get("minutes"))
        if words := _words(rep.value.get("rep")):
            known, of = rep.text("id"), ", ".join(names[path])
            name = f"{of}, rep {known}" if known.isdecimal() else known or of
            yield f"**{name}**{f' ({minutes} min)' if minutes else ''}: {words}"


def _is_now(node: Node, standing: Standing, timeframe: Any = None) -> bool:
    """Whether what a plan holds is for the week that the session is in, by its own weeks or by those of its row.

    What names no weeks goes by the `timeframe` of its bet.
    """
    row = node.value if isinstance(node.value, dict) else value_at(node.document, node.path[:-1])
    run = row.get("weeks") if isinstance(row, dict) else None
    if run is None and node.path[:2] == WEEKS and "minutes" not in row:
        return False  # a row of the weeks that names none is a pause, or a remark
    cycle = standing.cycle
    run = run or (timeframe if cycle and not cycle.is_over(standing.session_day) else None)
    if cycle is None or not isinstance(run, dict) or not {"from", "to"} <= run.keys():
        return True
    return bool(run["from"] <= cycle.week_of(standing.session_day) <= run["to"])


def _prompts(standing: Standing) -> Iterator[str]:
    """The questions of this week: the pack's own, the next few each week, from the start again after the last."""
    prompts = list(filter(None, map(_words, value_at(standing.chain.pack, ("cadence", "prompts")) or ())))
    week = standing.cycle.week_of(standing.session_day) if standing.cycle else 1
    number = min(PROMPTS, len(prompts))
    for place in range(number):
        yield prompts[((week - 1) * number + place) % len(prompts)]


def _bet(bet: BetStanding) -> str:
    name = f"**{': '.join(filter(None, (bet.name, _words(bet.bet.node.value.get('bet')))))}**"
    if bet.row is None:
        lacks = ": nothing in the tracker says yet how it goes." if bet.bet.rows else " has no row in the tracker yet."
        return f"{name}{lacks}"
    row = bet.row.value
    feedback = _words(row.get("feedback"))
    counted = one_line(measured(bet.row))
    last = f" Last feedback: {feedback}" if feedback else counted and f" {counted}."
    rated = bet.status or (f"at {bet.level}" if bet.level else "not rated")
    when = row["date"] if "date" in row else f"week {row.get('week')}"
    if rated in _OF_A_REP and (done := _words(row.get("done"))):
        return f"{name}: {done} ({rated}, {when}).{last}"
    return f"{name} is {rated} ({when}).{last}"


def _commitments(standing: Standing) -> dict[str, list[str]]:
    """What each side has promised and is still to do: the coach, the PM, others, and nobody."""
    data = standing.chain.pack.data
    pm, coach = _words(data.get("pm")) or "PM", _words(data.get("coach")) or "coach"
    open_by: dict[str, list[str]] = {coach: [], pm: []}
    for bet in standing.bets:
        given = [_words(node.value) for node in bet.bet.planned("commitments") if _is_now(node, standing)]
        given = [words for words in given if words and not _NO_PROMISE.fullmatch(words)]
        given = [words for words in given if not is_kept(words, standing)]
        open_by[coach] += [words for words in given if words not in open_by[coach]]
        following = _words(bet.latest.value.get("next")) if bet.latest else ""
        if following and bet.latest:
            named = standing.chain.mentions.records_in(bet.latest.text("next"))
            rep = _words(value_at(standing.chain.pack, named[0]).get("rep")) if len(named) == 1 else ""
            line = f"{following}: {rep}" if rep and rep not in following else following
            open_by[pm] += [line] if line not in open_by[pm] else []
    for step in value_at(standing.chain.pack, ("closing", "next_steps")) or ():
        if step.get("done") is not True and _words(step.get("step")):
            owner = _words(step.get("owner"))
            side = next((who for who, role in ((pm, _PM), (coach, _COACH)) if _is_among(who, role, owner)), None)
            side = side or owner or "nobody yet"
            others = "" if owner.casefold() in (side.casefold(), *_ROLES) else owner
            open_by.setdefault(side, []).append(_step(step, others, standing))
    return open_by


def _is_among(who: str, role: str, owner: str) -> bool:
    """Whether the owners of a step name somebody, by handle or by a word for the role: `pm-3` is not `pm-31`."""
    return re.search(rf"(?<![\w-])(?:{re.escape(who)}|{role})(?![\w-])", owner, re.IGNORECASE) is not None


def _step(step: dict[str, Any], owner: str, standing: Standing) -> str:
    """A step that is open, with its owners where they are more than the one it is told of, and its day."""
    due = step.get("due")
    late = isinstance(due, str) and due < standing.as_of.isoformat()
    asides = ", ".join(filter(None, (owner, f"{'overdue since' if late else 'by'} {due}" if due else "")))
    return f"{_words(step.get('step'))}{f' ({asides})' if asides else ''}"


def _findings(findings: tuple[Finding, ...]) -> Iterator[str]:
    worth = (finding for finding in findings if finding.code.startswith(TO_TALK_ABOUT))
    worth = (finding for finding in worth if not finding.message.startswith(DOUBT))
    for finding in sorted(worth, key=lambda each: (each.severity.value, each.sort_key))[:MOST_FINDINGS]:
        yield f"{finding.message} (line {finding.range.start.line}, {finding.code})"


def _words(value: Any) -> str:
    """A text on one line; empty for what is none."""
    return one_line(value) if isinstance(value, str) else ""
