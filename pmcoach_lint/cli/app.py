"""The program: its commands, loaded when asked for, and how each way to fail ends."""

from __future__ import annotations

import errno
import importlib
import os
import sys
from collections.abc import Sequence

import click

from pmcoach_lint.cli import CLEAN, OUTPUT_CLOSED, WRONG_USE, console
from pmcoach_lint.cli.groups import NamedGroup
from pmcoach_lint.nearest import nearest
from pmcoach_lint.resources import installed_version
from pmcoach_lint.settings import UsageError

COMMANDS = {
    "lint": "Check documents.",
    "score": "Score packs and engagements, and say why.",
    "rule": "Explain a rule, or list all of them.",
    "intake": "Answer the questions before a pack.",
    "new": "Begin a document.",
    "init": "Make a repository for packs.",
    "agenda": "Give the agenda of the next one-to-one.",
    "log": "Write down what was done.",
    "status": "Show all packs at a glance.",
    "next-cycle": "Close a cycle and open the next.",
    "report": "Report on a client engagement.",
    "export": "Give a document as data, tables or a calendar.",
    "schema": "Test the schemas of document types.",
    "site": "Write the site as plain files.",
}
"""The commands with what each is for, in the order in which people need them. Each has a module of its name."""

_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class LazyGroup(NamedGroup):
    """A group of commands of which each is imported only when it is run."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's interface
        """The names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command called `cmd_name`, or None."""
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"pmcoach_lint.cli.{cmd_name.replace('-', '_')}").command
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the commands into the help."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _show_version(ctx: click.Context, parameter: click.Parameter, wanted: bool) -> None:  # noqa: ARG001
    if wanted:
        version = installed_version() or "(version unknown: it runs from a folder and is not installed)"
        console.write([f"pmcoach {version}\n"])
        ctx.exit()


EXAMPLES = """\b
Examples:
  pmcoach lint                                check all documents of this repository
  pmcoach new coaching-pack packs/pm-07.md    begin a pack
  pmcoach rule not-a-level                    explain what a check says
"""


_HELP = "Coaching documents as records: written in Markdown, checked like code."
_VERSION = click.Option(
    ["--version"],
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version and exit.",
)

pmcoach = LazyGroup("pmcoach", help=_HELP, params=[_VERSION], epilog=EXAMPLES, context_settings=_CONTEXT)


def run(arguments: Sequence[str] | None) -> int:
    """Run the program with `arguments`, or with those of the shell, and return its exit code."""
    console.prepare()
    try:
        return _run(arguments)
    except console.OutputClosed:
        return OUTPUT_CLOSED
    except UsageError as error:
        console.complain(error.message, error.hint)
    except click.UsageError as error:
        console.complain(*_plain(error))
    except OSError as error:
        if error.errno == errno.EPIPE:
            console.give_up_output()
            return OUTPUT_CLOSED
        if error.filename is not None:
            console.complain(f"{error.filename} cannot be opened: {error.strerror}.", None)
        elif error.errno == errno.ENOSPC:  # at the help, which click writes
            console.give_up_output()
            console.complain(f"The output cannot be written: {error.strerror}.", None)
        else:
            raise
    return WRONG_USE


def _run(arguments: Sequence[str] | None) -> int:
    if "_PMCOACH_COMPLETE" in os.environ:
        pmcoach.main(arguments, prog_name="pmcoach")  # a shell asks what could be typed next
    try:
        with pmcoach.make_context("pmcoach", list(sys.argv[1:] if arguments is None else arguments)) as ctx:
            code = pmcoach.invoke(ctx)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.Abort:  # Ctrl-C or the end of the input, where something was asked
        raise KeyboardInterrupt from None
    return code if isinstance(code, int) else CLEAN


def _plain(error: click.UsageError) -> tuple[str, str]:
    """What click found wrong with the command line, in plain words, and where to look."""
    path = error.ctx.command_path if error.ctx else "pmcoach"
    hint = f"{path} --help shows how it is used."
    if not isinstance(error, click.NoSuchOption):
        return error.format_message(), hint
    known = [name for option in error.ctx.command.params for name in option.opts] if error.ctx else []
    near = nearest(error.option_name, known)
    question = f" Did you mean {near}?" if near else ""
    return f"There is no option {error.option_name}.{question}", hint
