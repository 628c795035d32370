"""Asking at a terminal for what a command still lacks."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence

import click

from pmcoach_lint.cli import console
from pmcoach_lint.nearest import in_a_row
from pmcoach_lint.report.visible import visible
from pmcoach_lint.settings import UsageError
from pmcoach_lint.tuples import NamedTuple


class Question(NamedTuple):
    """A question: the name of what is wanted, the option that gives it, its words, and whether it must be answered.

    `check` raises UsageError for an answer that cannot be taken. `before` stands before the answer in the option.
    """

    name: str
    option: str
    words: str
    required: bool
    choices: Sequence[str] = ()
    check: Callable[[str], None] | None = None
    before: str = ""


def is_asking() -> bool:
    """Whether there is somebody to ask: both ends of the conversation are a terminal."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(questions: Sequence[Question], given: Mapping[str, str], again: Sequence[str]) -> dict[str, str]:
    """The answers to all questions: those `given`, and at a terminal those to what is missing.

    An empty answer is none, and one that cannot be taken is asked for again. Whoever leaves in between is told the
    command that goes on with the answers so far.

    Args:
        questions: The questions.
        given: The answers that there are, by the names of the questions.
        again: The words of the command without the answers.

    Raises:
        UsageError: Something that was given cannot be taken, or something that is required was not, and there is
            nobody to ask.
        click.Abort: Whoever answers has left.
    """
    answers = {name: value for name, value in given.items() if value}
    for question in questions:
        if question.check and question.name in answers:
            question.check(answers[question.name])
    missing = [question for question in questions if question.required and question.name not in answers]
    if not missing:
        return answers
    if not is_asking():
        options = in_a_row([f"{question.option} ({question.words})" for question in missing])
        raise UsageError(f"This is missing: {options}.", "Give it as an option, or run the command at a terminal.")
    console.listen()
    try:
        for question in questions:
            if question.name not in answers:
                answers[question.name] = _answer(question)
    except click.Abort:
        _tell_how_to_go_on(questions, answers, again)
        raise
    return {name: value for name, value in answers.items() if value}


def _tell_how_to_go_on(questions: Sequence[Question], answers: Mapping[str, str], again: Sequence[str]) -> None:
    """Give back what was answered, as the options of a command."""
    said = [
        word for each in questions if (text := answers.get(each.name)) for word in (each.option, each.before + text)
    ]
    if said:
        click.echo(err=True)
        console.remark(f"Nothing was written. To go on: {console.command(*again, *said)}")


def confirm(question: str) -> bool:
    """Whether somebody at the terminal says yes."""
    return click.confirm(question, default=False, err=True)


def _answer(question: Question) -> str:
    """The answer to one question, asked again while one that is required is empty; of a single choice, Enter is it."""
    choices = f" [{', '.join(map(visible, question.choices))}]" if question.choices else ""
    aside = "" if question.required else " (Enter for none)"
    beside = not sys.stdout.isatty()  # Python lets a line be edited only where it asks on standard output
    while True:
        answer: str = click.prompt(f"{question.words}{choices}{aside}", default="", show_default=False, err=beside)
        answer = answer.strip() or (question.choices[0] if question.required and len(question.choices) == 1 else "")
        problem = _problem(question, answer)
        if not problem:
            return answer
        console.remark(problem)


def _problem(question: Question, answer: str) -> str:
    """Why an answer cannot be taken; empty when it can."""
    if not answer:
        return "This is needed." if question.required else ""
    try:
        if question.check:
            question.check(answer)
    except UsageError as refused:
        return f"{refused.message} {refused.hint or ''}".rstrip()
    return ""
