"""Groups of commands."""

from __future__ import annotations

from typing import Any

import click

from pmcoach_lint.cli import console
from pmcoach_lint.nearest import did_you_mean, nearest
from pmcoach_lint.settings import UsageError


@click.pass_context
def _show_help(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        console.write([ctx.get_help(), "\n"])


class NamedGroup(click.Group):
    """A group of commands: without one it shows its help, and a name that is none it tells with the nearest that is."""

    def __init__(self, name: str, **options: Any) -> None:
        super().__init__(name, callback=_show_help, invoke_without_command=True, **options)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that `args` begin with."""
        name, known = args[0], self.list_commands(ctx)
        if name not in known and not name.startswith("-") and not ctx.resilient_parsing:
            question = did_you_mean(nearest(name, known))
            raise UsageError(
                f"There is no command “{name}”.{question}", f"{ctx.command_path} --help lists the commands."
            )
        return super().resolve_command(ctx, args)
