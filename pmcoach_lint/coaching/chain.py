"""The chain of one pack, put together from what refers to what in it and in the competency model that it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from pmcoach_lint.binding.nouns import ANY_NUMBER, number_of
from pmcoach_lint.coaching.competencies import Competencies
from pmcoach_lint.coaching.mentions import Mentions
from pmcoach_lint.coaching.parts import (
    BETS,
    EVIDENCE,
    LEVELS,
    PLANS,
    REVIEW_PLAN,
    TRACKER,
    WEEKS,
    Bet,
    Key,
    Level,
    Node,
    Row,
    nodes_at,
)
from pmcoach_lint.coaching.steps import Step, gap_of, step_towards, steps_of
from pmcoach_lint.doctypes import PACK
from pmcoach_lint.document import Document
from pmcoach_lint.names import name_key
from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.syntax.source import view
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.workspace import Workspace

SHARED = ("stretch", "artifacts", "commitments", "measurement")
"""What a plan may tell once for all of its bets."""

_BET_NUMBER = anycase(rf"\bBet {ANY_NUMBER}")


@view
def chains(workspace: Workspace) -> list[Chain]:
    """The chains of all packs of a workspace, which keeps them for the rules that ask one after the other."""
    return [Chain(workspace, pack) for pack in workspace.of_type(PACK)]


_NUMBER_IN_FRONT = regex(r"(\d{1,2})\s*[(,;:–—]")


class Chain:
    """What hangs on what in `pack`, and what hangs on nothing.

    Where a name may mean several things, or there is nothing that it could mean, nothing is taken for granted.
    """

    def __init__(self, workspace: Workspace, pack: Document) -> None:
        self.pack = pack
        self.competencies = Competencies(workspace, pack)
        self.mentions = Mentions(pack)
        self.views: dict[Any, Any] = {}

    def nodes(self, to: Path) -> tuple[Node, ...]:
        """The records of the list at `to`."""
        return nodes_at(self.pack, to)

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        """The rows of the assessment, each with what it is about and what it rests on."""
        keys = [(node, self._competency(node)) for node in self.nodes(LEVELS)]
        return tuple([Level(node, key, key in self.competencies.defined, self._evidence(node)) for node, key in keys])

    @cached_property
    def bets(self) -> tuple[Bet, ...]:
        """The growth bets, each with all that hangs on it."""
        bets = []
        for place, node in enumerate(self.nodes(BETS)):
            plans = tuple(plan for plan, bet in self._plans if bet == place)
            key = self._competency(node)
            if key is None and "competency" not in node.value:
                title = node.text("bet")
                key = self.competencies.in_title(title) or self._assessed(title) or self._by_change(node, *plans)
            bets.append(
                Bet(
                    node,
                    key,
                    tuple(level for level in self.levels if self.competencies.same(level.competency, key)),
                    plans,
                    tuple(week for week, of in self._weeks if place in of),
                    self._shared(place),
                    tuple(row for row in self.rows if place in row.bets),
                )
            )
        return tuple(bets)

    def gap(self, level: Level) -> Step | None:
        """The step that is missing by a row of the assessment.

        A row that says no more than where the PM stands is held to the target of its bet, else to what its competency
        is defined to expect.
        """
        if {"target", "expected"} & level.node.value.keys():
            return gap_of(level.node)
        aims = [bet.node.value.get("target") for bet in self.bets if level in bet.levels]
        defined = self.competencies.defined.get(level.competency) if level.competency else None
        aims += [defined.value.get("expected")] if defined else []
        return next((step for aim in aims if aim and (step := step_towards(level.node, aim))), None)

    @cached_property
    def agreed_steps(self) -> tuple[tuple[Bet, Step], ...]:
        """The bets whose step is the same wherever it is told, each with the step where it is told first."""
        told = [(bet, list(steps_of(bet))) for bet in self.bets]
        levels = ({(step.current, step.target) for step in steps} for _, steps in told)
        return tuple((bet, steps[0]) for (bet, steps), each in zip(told, levels, strict=True) if len(each) == 1)

    @cached_property
    def plans_of_none(self) -> tuple[Node, ...]:
        """The plans for which there is no telling whose they are."""
        return tuple(plan for plan, bet in self._plans if bet is None)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows of the tracker, with the bets and the reps that they name.

        Reviews that tell the levels of bets are such rows as well. A tracker that nowhere names a bet is
        about all of them.
        """
        bets_by = self._named(TRACKER)
        every = () if bets_by else tuple(range(len(self.nodes(BETS))))
        rows = []
        for node in self.nodes(TRACKER):
            done, bet = node.value.get("done"), node.value.get("bet")
            named = self.mentions.records_in(str(done)) if done else []
            reps = tuple([path for path in named if is_rep(path)]) if named else ()
            bets = _each_once(map(self.bet_of, reps)) or every if bet is None else bets_by.get(str(bet), ())
            rows.append(Row(node, bets, reps))
        kept = (node for node in self.nodes(REVIEW_PLAN) if "seen" in node.value)
        return (*rows, *[Row(node, tuple(self.levels_seen(node)), ()) for node in kept])

    def levels_seen(self, review: Node) -> dict[int, str]:
        """The levels that a review, or any row, tells of bets, by their places."""
        told, bets_by = review.nodes("seen"), self._named((*REVIEW_PLAN, "seen"))
        return {place: seen.text("level") for seen in told for place in bets_by.get(seen.text("bet"), ())}

    @cached_property
    def unused_evidence(self) -> tuple[Node, ...]:
        """The entries of the log that nothing in the pack speaks of, by their ids.

        None where as many ids are nobody's: those are meant, and misspelt.
        """
        assessed = {node.path for level in self.levels for node in level.evidence}
        left = [node for node in self.nodes(EVIDENCE) if node.value.get("id") and node.path not in assessed]
        spoken = self.mentions.spoken_of if left else ()
        unused = tuple(node for node in left if node.path not in spoken)
        letters = {str(node.value["id"]).rstrip("0123456789") for node in unused}
        unknown = {stray.id for stray, _ in self.mentions.unknown} if unused else set()
        misspelt = [name for name in unknown if name.rstrip("0123456789") in letters]
        return unused if len(unused) > len(misspelt) else ()

    def bet_of(self, path: Path) -> int | None:
        """The place of the bet that a rep, or anything else in a plan, belongs to."""
        if path[:2] == BETS:
            return int(path[2])
        return next((bet for plan, bet in self._plans if path[:3] == plan.path), None)

    def named_bet(self, plan: Node) -> int | None:
        """The place of the bet that a plan is called after, whatever its id."""
        return next((place for found in self._meant(plan) if (place := _only(found)) is not None), None)

    def is_unknown(self, node: Node) -> bool:
        """Whether the bet that a plan or a row of the tracker names is not there."""
        return () in self._meant(node)

    def is_unclear(self, node: Node) -> bool:
        """Whether it may be one or another."""
        return any(len(found) > 1 for found in self._meant(node))

    def _meant(self, node: Node) -> Sequence[tuple[Path, ...]]:
        """The bets that a plan or a row of the tracker may mean: several for each name that it consists of."""
        return self.pack.meant.get((*node.path[:-1], "bet"), {}).get(node.text("bet"), ())

    @cached_property
    def _plans(self) -> list[tuple[Node, int | None]]:
        """The plans, each with the place of its bet: by id or name; the only plan of the only bet needs neither."""
        plans = self.nodes(PLANS)
        found = []
        for plan in plans:
            record = self.mentions.records.get(plan.text("id"), ())
            bet = int(record[-1]) if record[:-1] == BETS else self.named_bet(plan)
            if bet is None and not {"id", "bet"} & plan.value.keys() and len(plans) == len(self.nodes(BETS)) == 1:
                bet = 0
            found.append((plan, bet))
        return found

    @cached_property
    def _weeks(self) -> list[tuple[Node, tuple[int, ...]]]:
        """The weeks of the plan, each with the places of its bets: of all where it names none."""
        bets_by, every = self._named(WEEKS), tuple(range(len(self.nodes(BETS))))
        weeks = self.nodes(WEEKS)
        return [(week, bets_by.get(week.text("bet"), ()) if "bet" in week.value else every) for week in weeks]

    def _named(self, way: Path) -> dict[str, tuple[int, ...]]:
        """The places of the bets that records of the list at `way` name, by the names; none where it is unclear."""
        meant = self.pack.meant.get((*way, "bet"), {})
        return {name: _each_once(map(_only, found)) for name, found in meant.items()}

    def _shared(self, place: int) -> dict[str, tuple[Node, ...]]:
        """What the plan tells once, for the bet at `place`: all that is for no other bet."""
        told = self.pack.data.get("plan", {})
        plan = Node(self.pack, ("plan",), told) if any(name in told for name in SHARED) else None
        shared = {name: plan.nodes(name) for name in SHARED} if plan else {}
        return {name: tuple(node for node in nodes if self._is_for(node, place)) for name, nodes in shared.items()}

    def _is_for(self, line: Node, place: int) -> bool:
        """Whether a line is about the bet at `place`: it names that one, or none."""
        named = {(number_of(match) or 0) - 1 for match in _BET_NUMBER.finditer(str(line.value))}
        named |= {int(path[-1]) for path in self.mentions.records_in(str(line.value)) if path[:-1] == BETS}
        return not named or place in named

    def _competency(self, node: Node) -> Key | None:
        keys = self.competencies.of(node)
        return keys[0] if keys else None

    def _assessed(self, title: str) -> Key | None:
        """The competency that is assessed under the very title of a bet, and defined nowhere."""
        key = name_key(title)
        return key if any(level.competency == key for level in self.levels) else None

    def _by_change(self, *nodes: Node) -> Key | None:
        """The competency of the only gap that is assessed with the step up the ladder that a bet or its plan names."""
        steps = {(node.value.get("current"), node.value.get("target")) for node in nodes if "target" in node.value}
        told = [(level.node.value.get("current"), level.node.value.get("target")) for level in self.levels]
        if not any(target for _, target in told):  # then where the PM stands has to do
            steps, told = {(current, None) for current, _ in steps if current}, [(now, None) for now, _ in told]
        each = zip(self.levels, told, strict=True)
        fitting = [level.competency for level, step in each if step in steps and step[0] != step[1]]
        return fitting[0] if len(steps) == len(fitting) == 1 else None

    def _evidence(self, level: Node) -> tuple[Node, ...]:
        """What a row of the assessment rests on: entries of the log where it names any, else what it says itself."""
        log, lines = self.nodes(EVIDENCE), level.value.get("evidence")
        found: list[Node] = []
        for place, line in enumerate(lines if isinstance(lines, list) else ()):
            named = self.mentions.records_in(str(line)) or self._numbered(str(line))
            entries = [log[int(path[-1])] for path in named if path[:-1] == EVIDENCE] if named else []
            found += entries or [level.nodes("evidence")[place]]
        return tuple(found)

    def _numbered(self, line: str) -> list[Path]:
        """The entry of a log with numbers for ids that evidence begins with: `1 (engineering was not consulted)`."""
        number = _NUMBER_IN_FRONT.match(line)
        path = self.mentions.records.get(number[1]) if number else None
        return [path] if path and path[:-1] == EVIDENCE else []


def is_rep(path: Path) -> bool:
    """Whether a path is that of a rep."""
    return path[:2] in (PLANS, BETS) and len(path) > 4


def _only(targets: tuple[Path, ...]) -> int | None:
    """The place of the one target there is; None when there are several, or none."""
    return int(targets[0][-1]) if len(targets) == 1 else None


def _each_once(places: Iterable[int | None]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(place for place in places if place is not None))
