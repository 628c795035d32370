"""The next cycle of a coaching pack, out of the one that is over.

Reached levels become the current ones, with what showed them as new evidence. A bet whose target was reached is
closed, the others are carried on with their plans. What a person has to decide anew stands to be filled in.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from pmcoach_lint.checks.words import value_at
from pmcoach_lint.coaching.cycle import Cycle, as_day
from pmcoach_lint.coaching.parts import REVIEW_PLAN, REVIEWS, Key
from pmcoach_lint.coaching.practice import at_most
from pmcoach_lint.doctypes import DocType
from pmcoach_lint.generate.carried_texts import gone, renamed, with_days_marked, without_bet
from pmcoach_lint.generate.cycle_end import dated, reached_levels, says_unseen
from pmcoach_lint.generate.markdown import cell, heading, table_of
from pmcoach_lint.generate.written import as_written, front_matter, part_text, section_of
from pmcoach_lint.readers.bloom import LADDERS
from pmcoach_lint.regex import regex
from pmcoach_lint.tuples import NamedTuple
from pmcoach_lint.weekly.left_out import without_skipped
from pmcoach_lint.weekly.standing import Standing

_ID = regex(r"([A-Za-z]+-?)(\d+)")
_FROM = regex(r", from \d{4}-\d{2}-\d{2}$")
CLOSED, CARRIED = "closed", "carried"
_OF_A_NEW_LEVEL = ("competency", "current", "target", "expected", "evidence")
_AHEAD = frozenset({"stretch", "artifacts", "commitments", "constraints", "unknowns", "mitigation", "questions"})
"""What tells of things that are still to be done, so that a day in it which is over is none to carry on."""

_STILL_OPEN = "still open at the end of the cycle"


class Decision(NamedTuple):
    """What becomes of a bet, a risk or an open question: closed or carried, and why."""

    what: str
    name: str
    outcome: str
    reason: str


class NextCycle:
    """The next cycle of the pack of `standing`, which lacks nothing.

    Args:
        standing: How the pack stands on the day on which its cycle is closed.
        start: The first day of the next cycle.
        weeks: How many weeks it has.
        closed: Why something is closed, by its name: the id of a bet, `risk 2`, `question 1`.
    """

    def __init__(self, standing: Standing, start: date, weeks: int, closed: Mapping[str, str]) -> None:
        self._chain = standing.chain
        self._standing = standing
        self._pack = standing.chain.pack
        self._old = standing.cycle or Cycle(start, weeks)
        self._new = Cycle(start, weeks)
        self.start = start
        self._closed = {name.casefold(): reason for name, reason in closed.items()}
        self._tree: dict[str, Any] = as_written(self._pack)
        self._reached = reached_levels(self._chain)
        self.decisions: list[Decision] = []
        self.unused = dict(self._closed)
        self._names: dict[str, str] = {}

    def text(self, doctype: DocType, file: str) -> str:
        """The Markdown of the new pack, which follows the one in `file`."""
        tree = {
            **self._tree,
            "start": self._new.start.isoformat(),
            "weeks": self._new.weeks,
            "status": "draft",
            "visibility": "private",  # as every new pack is: a draft is for others when its coach says so
        }
        tree.pop("assumptions", None)  # they were about the last cycle, which has shown by now whether they hold
        tree.pop("end", None)
        carried = self._carried_bets()
        tree["assessment"] = self._assessment()
        tree["vision"] = {"bets": [self._bet(place) for place in carried]}
        tree["plan"] = {"bets": [plan for place in carried for plan in self._plans(place)]}
        tree["cadence"] = self._cadence()
        tree["follow_up"] = self._follow_up()
        tree["closing"] = self._closing()
        tree["context"] = {**tree.get("context", {}), "goal": "[Coaching goal]"}
        tree["context"].pop("assumptions", None)
        self._names = gone(self._chain, carried)
        tree = self._in_texts(tree)
        title = f"# {_FROM.sub('', self._title())}, from {self._new.start.isoformat()}"
        pieces = ["\n".join(front_matter(doctype, tree)) + "\n", f"{title}\n", f"Follows [the last cycle]({file}).\n"]
        for name, field in doctype.binding.fields.items():
            if not field.is_section or name not in tree or not field.mark.get("scaffold", True):
                continue  # what a reviewer has said is about the cycle that is closed
            whole = section_of(self._pack, name) if name == "definition" else None
            pieces.append(whole or part_text(doctype, name, tree[name]))
        return "\n".join([*pieces, self._decided()])

    def _in_texts(self, value: Any, way: tuple[str, ...] = ()) -> Any:
        """All texts of a tree without what is over: the ids of closed bets and reps, and the days of the last cycle."""
        if isinstance(value, dict):
            return {name: self._in_texts(each, (*way, name)) for name, each in value.items()}
        if isinstance(value, list):
            return [self._in_texts(each, way) for each in value]
        if not isinstance(value, str):
            return value
        text = renamed(value, self._names)
        if _AHEAD.isdisjoint(way):
            return text
        return with_days_marked(text, self._old.start, self._new.start, every="stretch" in way)

    def _title(self) -> str:
        head = next((piece for piece in self._pack.pieces if piece.level == 1), None)
        return self._pack.text[slice(*head.text)] if head else f"Coaching pack: {self._pack.data.get('pm', '')}"

    def _reached_for(self, key: Key | None) -> dict[str, Any] | None:
        return next((row for own, row in self._reached.items() if self._chain.competencies.same(own, key)), None)

    def _carried_bets(self) -> list[int]:
        """The places of the bets that go on; what becomes of each is noted."""
        carried = []
        for bet in self._standing.bets:
            reached = str((self._reached_for(bet.bet.competency) or {}).get("reached", ""))
            target = self._target(bet.place)
            met = target is not None and self._rank(reached) >= self._rank(target)
            done = f"{reached} was the target, and is reached" if met else ""
            ahead = f"{reached} is reached, {target} is the target" if target else f"{reached} is reached"
            told = self._tree["vision"]["bets"][bet.place]
            name = str(told.get("bet") or told.get("id") or f"Bet {bet.place + 1}")
            if self._goes_on("Bet", bet.name, name, done, ahead):
                carried.append(bet.place)
        return carried

    def _goes_on(self, what: str, called: str, name: str, done: str = "", ahead: str = _STILL_OPEN) -> bool:
        """Whether a bet, risk or question goes on, which is noted with the reason.

        Args:
            what: What it is.
            called: What it is called where somebody wants it to be closed.
            name: What the table of decisions calls it.
            done: Why it is closed by itself; empty where it is not.
            ahead: Why it is carried.
        """
        reason = self._closed.get(called.casefold()) or done
        self.unused.pop(called.casefold(), None)
        self.decisions.append(Decision(what, name, CLOSED if reason else CARRIED, reason or ahead))
        return not reason

    def _target(self, place: int) -> str | None:
        bet = self._chain.bets[place]
        nodes = [bet.node, *bet.plans, *(level.node for level in bet.levels)]
        return next((str(node.value["target"]) for node in nodes if node.value.get("target")), None)

    def _aimed_at(self, key: Key | None) -> str | None:
        """The target of the first bet on a competency."""
        same = self._chain.competencies.same
        places = (place for place, bet in enumerate(self._chain.bets) if same(bet.competency, key))
        return next((target for place in places if (target := self._target(place))), None)

    def _rank(self, level: str) -> int:
        """The place of a level on the pack's ladder; below all others where it is none."""
        ladder = LADDERS[self._pack.edition]
        return ladder.index(level) if level in ladder else -1

    def _assessment(self) -> dict[str, Any]:
        """The levels as they were reached, with what showed them in the log of evidence."""
        old = self._tree.get("assessment", {})
        evidence = [dict(row) for row in old.get("evidence", [])]
        levels = []
        for place, level in enumerate(self._chain.levels):
            row = dict(old["levels"][place])
            reached = self._reached_for(level.competency)
            if reached:
                ids = self._noted(evidence, reached, str(row.get("competency", "")))
                same = self._rank(str(reached["reached"])) == self._rank(level.node.text("current"))
                row["current"] = reached["reached"]
                row["evidence"] = list(dict.fromkeys([*(row.get("evidence", []) if same else []), *ids]))
                aim = level.node.text("target") or self._aimed_at(level.competency) or level.node.text("expected")
                if aim and not same and self._rank(aim) <= self._rank(str(reached["reached"])):
                    row = {name: row[name] for name in _OF_A_NEW_LEVEL if name in row}
                    row |= {"target": "", **({"gap": "[Gap]"} if level.node.value.get("gap") else {})}
            levels.append(row)
        return {**old, "levels": levels, **({"evidence": evidence} if evidence else {})}

    def _noted(self, evidence: list[dict[str, Any]], reached: dict[str, Any], competency: str) -> list[str]:
        """The ids of what shows a reached level; what has none yet becomes a row of the log."""
        known = {str(row.get("id")) for row in evidence if row.get("id")}
        ids = []
        for text in reached.get("evidence", []):
            if says_unseen(str(text)):
                continue
            if str(text) in known:
                ids.append(str(text))
                continue
            number = _next_id(known)
            known.add(number)
            day, seen = dated(str(text), self._old.end)
            shown = day.isoformat() if day else ""
            evidence.append({"id": number, "date": shown, "evidence": seen, "competency": competency})
            ids.append(number)
        return ids

    def _bet(self, place: int) -> dict[str, Any]:
        bet = dict(self._tree["vision"]["bets"][place])
        reached = self._reached_for(self._chain.bets[place].competency)
        if reached and (bet.get("current") or bet.get("target")):
            bet["current"] = reached["reached"]
        if bet.get("timeframe"):
            bet["timeframe"] = f"Weeks 1–{self._new.weeks}"
        return bet

    def _plans(self, place: int) -> list[dict[str, Any]]:
        """The plans of a carried bet, with their checkpoints in the weeks of the new cycle.

        What has been done week by week is not done again: of such a plan what is told once is carried, for each bet.
        """
        bet = self._chain.bets[place]
        reached = self._reached_for(bet.competency)
        found = []
        if bet.weeks and not bet.plans:
            once = {name: [without_bet(node.value) for node in nodes] for name, nodes in bet.shared.items() if nodes}
            return [{"bet": bet.node.value.get("bet", ""), **once}]
        for node in bet.plans:
            plan = dict(self._tree["plan"]["bets"][node.path[-1]])
            if reached and plan.get("current"):
                plan["current"] = reached["reached"]
            plan["reps"] = [self._rep(rep, node.value["reps"][at]) for at, rep in enumerate(plan.get("reps", []))]
            plan["checkpoints"] = self._moved(plan.get("checkpoints", []), node.value.get("checkpoints", []))
            found.append(plan)
        return found

    def _rep(self, rep: dict[str, Any], read: dict[str, Any]) -> dict[str, Any]:
        """A rep whose weeks lie in the new cycle."""
        is_longer = (at_most(read.get("weeks")) or 0) > self._new.weeks
        return {**rep, "weeks": f"1–{self._new.weeks}"} if is_longer else rep

    def _moved(self, rows: list[dict[str, Any]], read: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Rows with a week or a day in the same weeks of the new cycle; those after its end are left out."""
        moved = []
        for row, known in zip(rows, read, strict=True):
            day, week = as_day(known.get("date")), known.get("week")
            day = day + (self._new.start - self._old.start) if day else None
            if (day and day > self._new.end) or (isinstance(week, int) and week > self._new.weeks):
                continue
            moved.append({**row, **({"date": day.isoformat()} if day else {})})
        return moved

    def _cadence(self) -> dict[str, Any]:
        cadence = dict(self._tree.get("cadence", {}))
        rhythm = cadence.get("rhythm")  # what it says in passing, such as the length of a session, is said with it
        cadence = {name: value for name, value in cadence.items() if name == "rhythm" or value != rhythm}
        moved = self._moved(cadence.get("reviews", []), value_at(self._pack, REVIEWS) or [])
        cadence["reviews"] = [{**row, "artifact": "[Artifact]"} for row in moved]
        if cadence.get("rhythm"):
            cadence["rhythm"] = without_skipped(str(cadence["rhythm"]))
        return cadence

    def _follow_up(self) -> dict[str, Any]:
        old = self._tree.get("follow_up", {})
        follow_up = {name: value for name, value in old.items() if name not in ("reached", "tracker")}
        follow_up["tracker"] = []
        if "reviews" in old:
            moved = self._moved(old["reviews"], value_at(self._pack, REVIEW_PLAN) or [])
            ahead = [{name: row[name] for name in row if name not in ("seen", "measures", "decision")} for row in moved]
            follow_up["reviews"] = ahead
        return follow_up

    def _closing(self) -> dict[str, Any]:
        """Risks, questions and steps that are still open; what becomes of risks and questions is noted."""
        old = self._tree.get("closing", {})
        closing = {name: told for name, told in old.items() if name != "last_cycle"}
        risks, questions = enumerate(old.get("risks", []), 1), enumerate(old.get("questions", []), 1)
        closing["risks"] = [row for at, row in risks if self._goes_on("Risk", f"Risk {at}", str(row.get("risk", "")))]
        closing["questions"] = [text for at, text in questions if self._goes_on("Question", f"Question {at}", text)]
        steps = value_at(self._pack, ("closing", "next_steps")) or []
        closing["next_steps"] = [
            {**row, "due": row.get("due") if str(read.get("due", "")) >= self._new.start.isoformat() else ""}
            for row, read in zip(old.get("next_steps", []), steps, strict=True)
            if read.get("done") is not True
        ]
        return closing

    def _decided(self) -> str:
        """What became of the bets, risks and questions of the last cycle, as a table."""
        rows = (
            (each.what, cell(renamed(each.name, self._names)), each.outcome, cell(each.reason))
            for each in self.decisions
        )
        return "\n".join([*heading(3, "From the last cycle"), *table_of(("What", "Which", "Outcome", "Reason"), rows)])


def _next_id(known: set[str]) -> str:
    """The id that follows the known ones: E12 after E11, E1 where there are none."""
    numbers = [(match[1], int(match[2])) for name in known if (match := _ID.fullmatch(name))]
    lead, last = max(numbers, key=lambda each: each[1], default=("E", 0))
    return f"{lead}{last + 1}"
