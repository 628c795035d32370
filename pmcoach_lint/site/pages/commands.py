"""The command reference, out of what the commands themselves say when asked for help."""

from __future__ import annotations

import inspect

import click
from markupsafe import Markup

from pmcoach_lint.site.contents import COMMANDS
from pmcoach_lint.site.html import element
from pmcoach_lint.site.page import Page, Writer
from pmcoach_lint.site.pages.parts import table
from pmcoach_lint.site.prose import passage

_EXAMPLES = "Examples:"
_AS_IT_IS = "\b\n"
"""What a paragraph begins with of which click keeps the lines as they are."""


def commands_page(program: click.Command) -> Page:
    """The page that describes a program and each of its commands."""
    context = click.Context(program, info_name=program.name, **program.context_settings)
    writer = Writer("Commands", description="What can be typed in a terminal, with every option.")
    _write_command(writer, program, context)
    _write_inner(writer, program, context)
    return Page(COMMANDS, writer.text())


def _write_inner(writer: Writer, group: click.Command, context: click.Context) -> None:
    """Add the commands of a group, and of groups inside it, each under its whole name."""
    if not isinstance(group, click.Group):
        return
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is not None and not command.hidden:
            inner = click.Context(command, info_name=name, parent=context)
            writer.heading(2, inner.command_path)
            _write_command(writer, command, inner)
            _write_inner(writer, command, inner)


def _write_command(writer: Writer, command: click.Command, context: click.Context) -> None:
    """Add what one command does, how it is called, its options and its examples."""
    for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
        if paragraph.startswith(_AS_IT_IS):
            writer.code(paragraph.removeprefix(_AS_IT_IS), "text")
        else:
            writer.html(passage(paragraph))
    usage = context.command_path + "".join(f" {piece}" for piece in command.collect_usage_pieces(context))
    writer.code(usage, "text")
    options = [option for option in command.get_params(context) if isinstance(option, click.Option)]
    rows = [(_names(record[0]), record[1]) for option in options if (record := option.get_help_record(context))]
    if rows:
        writer.html(table(("Option", "What it does"), rows, f"Options of {context.command_path}"))
    examples = _examples(command)
    if examples:
        writer.paragraph("Examples:")
        writer.code(examples, "text")


def _names(names: str) -> Markup:
    return element("span", element("code", names), class_="pm-name")


def _examples(command: click.Command) -> str:
    """The examples in a command's epilog, without indentation."""
    _, _, text = (command.epilog or "").replace("\b", "").partition(f"{_EXAMPLES}\n")
    return inspect.cleandoc(text)
