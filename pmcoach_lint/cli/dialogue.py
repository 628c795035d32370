"""The intake as a conversation at the terminal: rounds of a few questions, each answer saved at once."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from textwrap import fill

from pmcoach_lint.cli import console
from pmcoach_lint.generate.intake.answers import take
from pmcoach_lint.generate.intake.bank import Field, Question, rounds_of
from pmcoach_lint.generate.intake.lines import Refused
from pmcoach_lint.generate.intake.session import Crossed, Session
from pmcoach_lint.report.tally import counted
from pmcoach_lint.report.visible import visible

_WIDEST = 100

_SEVERAL = {
    "list": "One a line; an empty line ends.",
    "rows": "One a line, as {}. What you do not know leaves its place empty; an empty line ends.",
    "evidence": "One piece a line, as “2026-09-09: what was seen (in which work)”; an empty line ends.",
}


class Dialogue:
    """Asks the open questions of an intake.

    Args:
        session: The intake.
        save: Writes it down; called after each answer.
        warn: What to say of an answer that should rather not be kept; None where there is nothing to say.
    """

    def __init__(self, session: Session, save: Callable[[], None], warn: Callable[[str], str | None]) -> None:
        self.session = session
        self.save = save
        self.warn = warn

    def run(self) -> None:
        """Ask round after round, until all is answered or passed over, or no further round is wanted.

        Raises:
            Crossed: An answer has no place in coaching.
            EOFError, KeyboardInterrupt: Whoever answers has left.
        """
        rounds = rounds_of(self.session.open)
        for number, questions in enumerate(rounds, 1):
            _say("", f"Round {number} of {len(rounds)}: {counted(len(questions), 'question')}.")
            for question in questions:
                self._ask(question)
            left = sum(map(len, rounds[number:]))
            if not left:
                return
            _say("", f"{counted(left, 'question')} left.")
            if not _is_to_go_on():
                return

    def _ask(self, question: Question) -> None:
        _say("", f"{question.id}: {question.text}", f"    Why we ask: {question.why}")
        for field in question.open_fields(self.session.data):
            given = self._read(field, question)
            while given:
                given = self._take(field, question, given)

    def _read(self, field: Field, question: Question) -> str:
        """What is typed in answer; empty when the question is passed over."""
        if field.kind in _SEVERAL:
            _say(f"    {field.name}. {_SEVERAL[field.kind].format(' | '.join(field.columns))}")
            return "\n".join(self._lines(field, question))
        if field.is_person:
            _say(f"    {field.about}")
        return _input(f"    {field.name}: ", question, field)

    def _lines(self, field: Field, question: Question) -> list[str]:
        """Lines as they are typed, up to an empty one, each of them asked again where it cannot be taken.

        Whoever leaves in between has answered with those lines.
        """
        lines: list[str] = []
        try:
            while line := _input("    - ", question, field):
                try:
                    taken = take(field, line, self.session.as_of)
                except Refused as refused:
                    _refuse(refused)
                else:
                    lines.append(line)
                    _say(*(f"    {remark}" for remark in taken.remarks))
        except (EOFError, KeyboardInterrupt):
            with suppress(Refused, Crossed):
                if lines:
                    self.session.answer(field, "\n".join(lines))
                    self.save()
            raise
        return lines

    def _take(self, field: Field, question: Question, given: str) -> str:
        """Take an answer and save it; what is typed instead where it cannot be taken, or is better said otherwise."""
        before = self.session.document
        try:
            problems = [problem.message for problem in self.session.answer(field, given)]
        except Refused as refused:
            _refuse(refused)
            return self._read(field, question)
        except Crossed as crossed:
            if not self.session.data.get("plan_only"):
                raise
            _say(f"    This is left out: it belongs to {crossed.boundary.what}. {crossed.boundary.instead}")
            return self._read(field, question)
        if field.kind not in _SEVERAL:  # of several, each was told with its line
            _say(*(f"    {remark}" for remark in self.session.remarks))
        problems += [found] if (found := self.warn(given)) else []
        if not problems:
            self.save()
            return ""
        _say(*(f"    {problem}" for problem in problems), "    Answer again, or press Enter to leave it as it is.")
        after, self.session.document = self.session.document, before
        if again := self._read(field, question):
            return again
        self.session.document = after
        self.save()
        return ""


def _input(prompt: str, question: Question, field: Field) -> str:
    """A line as it is typed, trimmed; a question mark shows an example first."""
    while True:
        line = input(visible(prompt)).strip()
        if line != "?":
            return line
        _say(f"    {field.about}", f"    For instance: {question.example}")


def _is_to_go_on() -> bool:
    """Whether the next round is wanted; what is neither yes nor no is asked for again."""
    while (said := input("Go on with the next round? [Y/n] ").strip().casefold()) not in {"", "y", "yes", "n", "no"}:
        _say("    This was not taken down: the next question comes after y. After n, the same command goes on later.")
    return not said.startswith("n")


def _refuse(refused: Refused) -> None:
    _say(*(f"    {line}" for line in (refused.message, refused.hint) if line))


def _say(*lines: str) -> None:
    """Write lines, each broken to the width of the terminal and set in as it begins."""
    width = min(console.style().width, _WIDEST)
    for line in lines:
        indent = " " * (len(line) - len(line.lstrip()))
        console.write([f"{fill(visible(line), width, subsequent_indent=indent, break_long_words=False)}\n"])
