"""Asking at a terminal for what a command still lacks."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import click

from pmcoach_lint.cli import console
from pmcoach_lint.nearest import in_a_row
from pmcoach_lint.report.visible import visible
from pmcoach_lint.settings import UsageError


class Question(NamedTuple):
    """A question: the name of what is wanted, the option that gives it, its words, and whether it must be answered."""

    name: str
    option: str
    words: str
    required: bool
    choices: Sequence[str] = ()


def is_asking() -> bool:
    """Whether there is somebody to ask: both ends of the conversation are a terminal."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(questions: Sequence[Question], given: Mapping[str, str]) -> dict[str, str]:
    """The answers to all questions: those `given`, and at a terminal those to what is missing.

    An empty answer is none. Nothing is kept of what was answered before Ctrl-C.

    Raises:
        UsageError: Something that is required was not given, and there is nobody to ask.
    """
    answers = {name: value for name, value in given.items() if value}
    missing = [question for question in questions if question.required and question.name not in answers]
    if not missing:
        return answers
    if not is_asking():
        options = in_a_row([f"{question.option} ({question.words})" for question in missing])
        raise UsageError(f"This is missing: {options}.", "Give it as an option, or run the command at a terminal.")
    for question in questions:
        if question.name not in answers:
            answers[question.name] = _answer(question)
    return {name: value for name, value in answers.items() if value}


def confirm(question: str) -> bool:
    """Whether somebody at the terminal says yes."""
    return click.confirm(question, default=False, err=True)


def _answer(question: Question) -> str:
    """The answer to one question, asked again while one that is required is empty; of a single choice, Enter is it."""
    choices = f" [{', '.join(map(visible, question.choices))}]" if question.choices else ""
    aside = "" if question.required else " (Enter for none)"
    while True:
        answer: str = click.prompt(f"{question.words}{choices}{aside}", default="", show_default=False, err=True)
        if answer.strip() or not question.required:
            return answer.strip()
        if len(question.choices) == 1:
            return question.choices[0]
        console.remark("This is needed.")
