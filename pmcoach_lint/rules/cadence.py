"""Whether a cadence can be kept: the agenda against the session, and parts of the toolkit that are not there."""

from __future__ import annotations

from pmcoach_lint.checks.words import value_at
from pmcoach_lint.coaching.denials import leaves_open, makes_it_the_rule, says_none, sets_no_rhythm
from pmcoach_lint.coaching.parts import AGENDA, REVIEWS, Node, nodes_at
from pmcoach_lint.coaching.reviewed import work_reviewed
from pmcoach_lint.doctypes import PACK
from pmcoach_lint.document import Document
from pmcoach_lint.nearest import short
from pmcoach_lint.regex import anycase
from pmcoach_lint.rules.offences import Offences, offence
from pmcoach_lint.rules.registry import Option, Options, rule, rule_across
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.workspace import Booked, Workspace, coach_of

_RHYTHM: Path = ("cadence", "rhythm")
_TOOLS = {
    "prompts": ("coaching prompts", "Write three to five open questions that make the PM reason."),
    "reviews": ("artifact review points", "Say which piece of work is looked at in which week."),
    "exceptions": (
        "directive exceptions",
        "Say when the coach decides: safety, compliance, major customer impact, no time.",
    ),
}


@rule_across(
    "PMC741",
    Option("hours", 0, "Hours a week that each coach has for all PMs together, where no pack says so; 0 for no limit."),
    severity=None,
)
def coach_overbooked(workspace: Workspace, options: Options) -> Offences:
    """The active packs of a coach take more hours a week than the coach has.

    What a coach has stands in one of the packs as `Coach budget`, or in the option `hours`. The packs that are checked
    together count, so `pmcoach lint` over all of them finds it; the finding is at the pack with which it is too much.
    Of a range of time the least counts, and packs that do not say what they take are left out.

    Why it matters:
        A coach who has promised more than the week holds cancels sessions, and it is always the same PM whose session
        goes.

    What to do:
        Start a pack later, meet every second week, or let somebody else coach one of the PMs.

    Bad:
        === pm-07.md
        ---
        type: coaching-pack
        pm: pm-07
        coach: lead-02
        status: active
        ---

        ## 5) Coaching Cadence + Session Toolkit

        **Coach time:** 90 minutes a week

        **Coach budget:** 3 hours a week

        === pm-09.md
        ---
        type: coaching-pack
        pm: pm-09
        coach: lead-02
        status: active
        ---

        ## 5) Coaching Cadence + Session Toolkit

        **Coach time:** 2 hours a week

    Good:
        === pm-07.md
        ---
        type: coaching-pack
        pm: pm-07
        coach: lead-02
        status: active
        ---

        ## 5) Coaching Cadence + Session Toolkit

        **Coach time:** 90 minutes a week

        **Coach budget:** 4 hours a week

        === pm-09.md
        ---
        type: coaching-pack
        pm: pm-09
        coach: lead-02
        status: active
        ---

        ## 5) Coaching Cadence + Session Toolkit

        **Coach time:** 2 hours a week
    """
    for pack in workspace.of_type(PACK):
        coach = coach_of(pack)
        booked = [each for each in workspace.booked if each.coach == coach]
        at = next((place for place, each in enumerate(booked) if each.file == pack.source.file), None)
        if at is None or _is_over(booked[:at], options["hours"]) or not _is_over(booked[: at + 1], options["hours"]):
            continue
        taken, budget = _taken(booked[: at + 1]), _budget(booked[: at + 1], options["hours"]) or 0
        packs = f"With this one, {at + 1} active packs take" if at else "This pack takes"
        message = f"{packs} {_hours(taken)} a week of {booked[at].coach}, who has {_hours(budget)}."
        hint = "Start a pack later, meet every second week, or let somebody else coach one of the PMs."
        yield offence(pack, ("cadence", "coach_time"), message, hint)


def _hours(minutes: int) -> str:
    """Minutes as hours and minutes: `3 h 30`, `4 h`, `45 min`."""
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest:02}" if hours and rest else f"{hours} h" if hours else f"{rest} min"


def _taken(booked: list[Booked]) -> int:
    return sum(each.minutes for each in booked)


def _budget(booked: list[Booked], hours: int) -> int | None:
    """What a coach has in minutes a week: the most that a pack says, else what the team has set; None for no limit."""
    return max((each.budget for each in booked if each.budget), default=hours * 60 or None)


def _is_over(booked: list[Booked], hours: int) -> bool:
    budget = _budget(booked, hours)
    return budget is not None and _taken(booked) > budget


_AT_THE_END = anycase(
    r"\b(?:final|closing|last) (?:review|session|week|meeting|talk|checkpoint)\b|\b(?:at|until|till"
    r"|to) the (?:very )?end\b(?! of (?:each|every|the"
    r" (?:week|session|day|meeting)|a |our))|\bend of the cycle\b",
    near="final closing last end",
)
_BEFORE_THE_END = anycase(
    r"\b(?:each|every|within|weekly|daily|mid\w*|half-?way|after (?:each|every|the)|same day|straight"
    r"|immediately|ongoing|also|and at|session \d"
    r"|week \d|fortnight\w*|monthly)\b"
)
_ALL_OF_IT = anycase(r"\W*(?:all|any|no|the coach(?:'|’)s)\b[^.;]{0,20}?\bfeedback\b", near="feedback")


def _late_feedback(document: Document) -> Node | None:
    """The first moment of feedback that comes too late, where all of them do or it is that of all feedback."""
    moments = nodes_at(document, ("cadence", "feedback"))
    late = [moment for moment in moments if _comes_too_late(moment.text("artifact"))]
    if len(late) < len(moments):
        late = [moment for moment in late if _ALL_OF_IT.match(moment.text("artifact"))]
    return late[0] if late else None


def _comes_too_late(moment: str) -> bool:
    return bool(_AT_THE_END.search(moment)) and not _BEFORE_THE_END.search(moment)


@rule("PMC742", severity=None)
def toolkit_says_none(document: Document) -> Offences:
    """The cadence says that there is no rhythm, that there are no prompts, review points, or directive exceptions.

    Sessions “as needed” have no rhythm, review points “as needed” are none either, nor is an exception for whenever
    the coach disagrees or knows better.

    Why it matters:
        Sessions without a rhythm are the first that a full week loses. Without review points work is looked at when it
        is too late to change. Without exceptions the coach either rescues every time, or lets a customer be harmed for
        the sake of learning.

    What to do:
        Say what it is, even if it is one line.

    Bad:
        ## 5) Coaching Cadence + Session Toolkit

        **Cadence:** weekly 1:1

        ### When to be directive

        - Never

    Good:
        ## 5) Coaching Cadence + Session Toolkit

        **Cadence:** weekly 1:1

        ### When to be directive

        - A legal date is at stake
    """
    yield from _tools_left_out(document)
    rhythm = value_at(document, _RHYTHM)
    if isinstance(rhythm, str) and sets_no_rhythm(rhythm):
        hint = "Say how often you meet, in a rhythm that both can keep: each week, or every second one."
        yield offence(document, _RHYTHM, f"“{short(rhythm)}” is no rhythm.", hint)
    if late := _late_feedback(document):
        message = f"“{short(late.text('artifact'))}” gives feedback when nothing can be changed by it any more."
        yield offence(document, late.path, message, "Give it in each session, or within a day after the work.")


def _tools_left_out(document: Document) -> Offences:
    """The prompts, review points and exceptions that are none, or are left open; and exceptions that are the rule."""
    for name, (what, hint) in _TOOLS.items():
        lines = nodes_at(document, ("cadence", name))
        texts = [line.text("artifact") for line in lines]
        if texts and all(map(says_none, texts)):
            yield offence(document, lines[0].path, f"There are no {what}.", hint)
        elif texts and all(map(leaves_open, texts)):
            yield offence(document, lines[0].path, f"“{texts[0]}” leaves the {what} open.", hint)
        for line in lines if name == "exceptions" else ():
            if makes_it_the_rule(line.text("artifact")):
                message = f"“{short(line.text('artifact'))}” is no exception: it lets the coach decide at any time."
                yield offence(document, line.path, message, hint)


@rule("PMC743", severity=None, within=("cadence", "follow_up"))
def work_not_reviewed(document: Document) -> Offences:
    """Nothing in the cadence has the PM's work looked at: no review point, and no part of the agenda.

    Review points are days of their own, a part of each session (“one artifact, 20 min”), or what the coach has promised
    in the plan (“weekly review of one frame”).

    Why it matters:
        Feedback on work is what the PM can use the same day. One about how the week was leaves nothing to judge by.

    What to do:
        Give the work a part of the agenda, or say which artifact is looked at in which week.

    Bad:
        ---
        type: coaching-pack
        ---

        ## 5) Coaching Cadence + Session Toolkit

        **Cadence:** weekly 1:1, 30 minutes

        **Agenda:** how the week was (15 min), what is next (15 min)

    Good:
        ---
        type: coaching-pack
        ---

        ## 5) Coaching Cadence + Session Toolkit

        **Cadence:** weekly 1:1, 30 minutes

        **Agenda:** what moved (5 min), one artifact (20 min), what is next (5 min)
    """
    settled = any(map(document.is_settled, (("cadence",), AGENDA, REVIEWS)))
    if nodes_at(document, AGENDA) and not settled and not work_reviewed(document):
        message = "Nothing says when the PM's work is looked at: there is no review point, and none on the agenda."
        hint = "Give an artifact a part of each session, or say which one is looked at in which week."
        yield offence(document, AGENDA, message, hint)
