"""What the chain of a pack consists of: the rows of its assessment, its bets, and the rows of its tracker."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from pmcoach_lint.binding.model import Binding
from pmcoach_lint.checks.words import subject, value_at
from pmcoach_lint.document import Document
from pmcoach_lint.names import name_key
from pmcoach_lint.readers.calendar import DAY
from pmcoach_lint.readers.spells import is_pending
from pmcoach_lint.readers.text import says_none
from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.syntax.lines import line_begin
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.tuples import NamedTuple

COMPETENCIES: Path = ("definition", "competencies")
LEVELS: Path = ("assessment", "levels")
EVIDENCE: Path = ("assessment", "evidence")
BETS: Path = ("vision", "bets")
PLANS: Path = ("plan", "bets")
WEEKS: Path = ("plan", "weeks")
AGENDA: Path = ("cadence", "agenda")
REVIEWS: Path = ("cadence", "reviews")
TRACKER: Path = ("follow_up", "tracker")
REVIEW_PLAN: Path = ("follow_up", "reviews")
REACHED: Path = ("follow_up", "reached")

_LETTERED = anycase(r"[#>*_\s\d.)+-]*\bbet\s+(?P<letter>[a-h])\b[\s*_:.)–—-]*")
"""What stands in front of the text of a bet that is called by a letter."""

Key = tuple[str, int] | str
"""What tells a competency apart: where it is defined, or, when it is defined nowhere, its name."""


class Node(NamedTuple):
    """A record, or a line, of a document: where it stands, and what it says."""

    document: Document
    path: Path
    value: Any

    @property
    def subject(self) -> str:
        """What it is called in a sentence, such as: Growth bet “Problem framing”."""
        return subject(self.document, self.path)

    @property
    def is_placed(self) -> bool:
        """Whether the record gives a week or a day."""
        return not self.value.keys().isdisjoint(("week", "date"))

    @property
    def when(self) -> Path:
        """The path of its day, or else of its week."""
        return self.at("date" if "date" in self.value else "week")

    def at(self, name: str) -> Path:
        """The path of what the record says under `name`."""
        return (*self.path, name)

    def text(self, name: str) -> str:
        """What the record says under `name`, or the whole of a line; empty where nothing is said."""
        return str(self.value.get(name, "") if isinstance(self.value, dict) else self.value)

    def nodes(self, name: str) -> tuple[Node, ...]:
        """The records or lines of the record's list `name`; none when it has no such list."""
        values = self.value.get(name)
        return _listed(self.document, (*self.path, name), values) if isinstance(values, list) else ()


def nodes_at(document: Document, to: Path) -> tuple[Node, ...]:
    """The records, or lines, of the list at `to`; none where there is no such list."""
    nodes = _known(document).get(to)
    return _listed(document, to, value_at(document, to)) if nodes is None else nodes


def _known(document: Document) -> dict[Path, tuple[Node, ...]]:
    """The nodes of lists, which many rules ask for, by the paths of the lists."""
    known: dict[Path, tuple[Node, ...]] = document.views.setdefault(Node, {})
    return known


def _listed(document: Document, to: Path, values: Any) -> tuple[Node, ...]:
    """The nodes of the list at `to` with these `values`; none where they are no list."""
    known = _known(document)
    nodes = known.get(to)
    if nodes is None:
        listed = values if isinstance(values, list) else ()
        nodes = known[to] = tuple([Node(document, (*to, index), value) for index, value in enumerate(listed)])
    return nodes


_PAUSE = anycase(
    r"(?:(?:[^\W\d_][\w’'-]*\s){0,2}(?:paused?|break|holidays?|vacation|shut-?down|recess|freeze|closure|closed)"
    r"|(?:(?:week|time|all|everybody)\s)?off|(?:(?:annual|parental|on)\s)?leave|nothing(?:\snew|\splanned|,\s[a-z]+)?)"
    rf"(?:\sweeks?|,?(?:\s(?:from|until|till))?\s{DAY}(?:\s?(?:[–-]|to|until)\s?{DAY})?)?"
    r"(?:\W{1,3}no\s(?:reps?|exercises?|practi[cs]e))?",
    near="paus break holiday vacation shut recess off leave freeze clos nothing",
)
_NO_REP = regex(r"(?:.*\W)?no\s(?:reps?|exercises?|practi[cs]e)", re.IGNORECASE, near="rep exercise practi")
_LONGEST_PAUSE = 60
_IN_A_REP = {"artifacts": "artifact", "commitments": "commitment", "measurement": "measurement"}


def in_weeks(weeks: Iterable[Node], name: str) -> tuple[Node, ...]:
    """What weeks of a plan hold of what plans of one bet hold under `name`; a week with a rep is that rep itself."""
    if name == "reps":
        return tuple([week for week in weeks if "rep" in week.value and not is_pause(week)])
    return in_reps([week for week in weeks if not is_pause(week)], name)


def in_reps(reps: Iterable[Node], name: str) -> tuple[Node, ...]:
    """What reps, or weeks of a plan, each tell of what plans of one bet hold under `name`."""
    part = _IN_A_REP.get(name, "")
    told = [(rep, rep.text(part)) for rep in reps if part in rep.value]
    return tuple([Node(rep.document, rep.at(part), text) for rep, text in told if not says_none(text, (0, len(text)))])


def is_pause(rep: Node) -> bool:
    """Whether what a week has for a rep is that there is none: `Pause`, `Break (no homework)`, `Launch, no rep`."""
    said = rep.text("rep")[:_LONGEST_PAUSE].split("(")[0].split(". ")[0].strip(" .*_–—-")
    return bool(_NO_REP.fullmatch(said) or _PAUSE.fullmatch(said))


class Level(NamedTuple):
    """A row of the assessment.

    `competency` is what it is about; None when nobody can tell. `defined` says whether the pack, or the model that it
    names, defines that. `evidence` is what the row rests on: entries of the log, or lines of its own.
    """

    node: Node
    competency: Key | None
    defined: bool
    evidence: tuple[Node, ...]


class Row(NamedTuple):
    """A row of the tracker: the bets that it names, by their places, and the reps whose ids stand in what was done."""

    node: Node
    bets: tuple[int, ...]
    reps: tuple[Path, ...]

    @property
    def waits(self) -> bool:
        """Whether nothing has happened yet by this row: it names what is open, what is to be checked, or comes next."""
        value, said = self.node.value, ("feedback", "seen", "decision")
        if any(map(value.get, said if value.get("status") == "open" else ("done", "status", *said))):
            return False
        if "measures" in value and (planned := in_checkpoint(self.node)):
            return "decision" not in planned
        return not ("measures" in value or "evidence" in value) or value.get("status") == "open"


def in_checkpoint(row: Node) -> dict[str, Any]:
    """What a row of the tracker says of a review in columns that are those of a review plan, `Checkpoint` among them.

    Nothing where it has columns of another kind, in which its author counts something.
    """
    plan = row.document.binding.fields["follow_up"].fields["reviews"]
    told: dict[str, Any] = {}
    for measure in row.nodes("measures"):
        name = measure.text("measure")
        uses = ("review",) if _is_checkpoint(plan, name) else tuple(use.name for use in plan.uses_of(name))
        if not uses:
            return {}
        if uses[0] != "decision" or not is_pending(measure.text("value")):
            told.setdefault(uses[0], measure.text("value"))
    return told if any(_is_checkpoint(plan, measure.text("measure")) for measure in row.nodes("measures")) else {}


def _is_checkpoint(plan: Binding, name: str) -> bool:
    """Whether a column bears the name of one review of the `plan`: `Checkpoint`, `Review`, `Milestone`."""
    key = name_key(name)
    return key in plan.own_keys or f"{key}s" in plan.own_keys


def review_in(row: Node) -> Node | None:
    """The review that a row of the tracker is: headed as a checkpoint, or a box with its day; None where it is none."""
    value = row.value
    when = {name: value[name] for name in ("date", "week") if name in value}
    if told := in_checkpoint(row) if "measures" in value else {}:
        brought = {"evidence": value["evidence"]} if "evidence" in value else {}
        return Node(row.document, row.path, told | brought | when)
    box = row.document.values.get(row.at("status")) if when and value.get("done") and "status" in value else None
    is_box = box is not None and row.document.text.startswith("[", box[0])
    return Node(row.document, row.path, {"review": value["done"], **when}) if is_box else None


def measured(node: Node) -> str:
    """What a row tells in columns of its author's own: `Interviews done: 3; Ask in first 60 s: yes`."""
    return "; ".join(f"{each.text('measure')}: {each.text('value')}" for each in node.nodes("measures"))


class Bet(NamedTuple):
    """A growth bet and all that hangs on it. What the pack does not have is empty.

    A bet may tell its reps, and all else of its plan, itself. `plans` are those of the bet alone; `weeks` are the weeks
    for it of a plan that goes from week to week, and `shared` is what such a plan tells once, by name.
    """

    node: Node
    competency: Key | None
    levels: tuple[Level, ...]
    plans: tuple[Node, ...]
    weeks: tuple[Node, ...]
    shared: dict[str, tuple[Node, ...]]
    rows: tuple[Row, ...]

    @property
    def name(self) -> str:
        """What it is called: its id or letter, where a number or a letter alone is that of a bet; else its number."""
        known = self.node.text("id") or self._letter or str(int(self.node.path[-1]) + 1)
        return f"Bet {known}" if known.isdecimal() or len(known) == 1 else known

    @property
    def _letter(self) -> str:
        """The letter in front of its text: `Bet A: Frame first`; empty without one."""
        text, span = self.node.document.text, self.node.document.values.get((*self.node.path, "bet"))
        match = _LETTERED.fullmatch(text, line_begin(text, span[0]), span[0]) if span else None
        return match["letter"].upper() if match else ""

    @property
    def is_planned(self) -> bool:
        """Whether anything is planned for it."""
        return bool(self.plans or self.weeks or self.node.nodes("reps"))

    @property
    def told_by(self) -> tuple[Node, ...]:
        """What may tell its levels: the bet, its plans, and the assessment of its competency."""
        return (self.node, *self.plans, *(level.node for level in self.levels))

    @property
    def targets(self) -> tuple[str, ...]:
        """The levels to reach that it names, or expects."""
        values = [node.value for node in self.told_by]
        return tuple(str(value[key]) for value in values for key in ("target", "expected") if key in value)

    @property
    def evidence(self) -> tuple[Node, ...]:
        """What the assessment of its competency rests on."""
        nodes = {node.path: node for level in self.levels for node in level.evidence}
        return tuple(nodes.values())

    def planned(self, name: str) -> tuple[Node, ...]:
        """What it says itself, and its plans or their reps hold under `name`: reps, stretch, artifacts, and so on."""
        own = tuple([node for holder in (self.node, *self.plans) for node in holder.nodes(name)])
        if name in _IN_A_REP:
            own += tuple([node for holder in (self.node, *self.plans) for node in in_weeks(holder.nodes("reps"), name)])
        if not self.weeks and not self.shared:
            return own
        return (*own, *in_weeks(self.weeks, name), *self.shared.get(name, ()))
