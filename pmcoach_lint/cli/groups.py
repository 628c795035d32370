"""Groups of commands."""

from __future__ import annotations

import click

from pmcoach_lint.nearest import did_you_mean, nearest
from pmcoach_lint.settings import UsageError


class NamedGroup(click.Group):
    """A group of commands that tells a name that is none with the nearest one that is."""

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
