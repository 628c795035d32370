"""The baseline on the command line: what is known is let pass, or written down."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pmcoach_lint.cli import console
from pmcoach_lint.cli.options import root_of
from pmcoach_lint.paths import git_root, shown_path
from pmcoach_lint.report import Style, from_root
from pmcoach_lint.report.tally import counted
from pmcoach_lint.settings import Settings, UsageError

if TYPE_CHECKING:
    from pmcoach_lint.baseline import Baseline, Known
    from pmcoach_lint.engine import FileReport
    from pmcoach_lint.ruleset import Ruleset


def without_known(reports: Iterable[FileReport], settings: Settings) -> Iterator[FileReport]:
    """The reports without what the baseline of the settings knows; at the end it is said how much that is."""
    baseline = baseline_of(settings)
    if baseline is None:
        yield from reports
        return
    file = _file_of(settings)
    yield from baseline.unknown(reports)
    for count, what in (
        (len(baseline.met - baseline.expired - baseline.graver), "known from {} and not told."),
        (len(baseline.expired), "known from {}, but may not pass any more."),
        (len(baseline.graver), "known from {} as a warning, and told: it is an error now."),
        (len(baseline.gone), "known from {}, but not there any more: write it anew."),
    ):
        if count:
            console.remark(f"{counted(count, 'finding')} {what.format(file.as_posix())}")
    for now, before in baseline.moved.items():
        console.remark(f"{before} is now {now}: write {file.as_posix()} anew.")


def baseline_of(settings: Settings) -> Baseline | None:
    """What the baseline of the settings knows; None where they name none."""
    if settings.baseline is None:
        return None
    from pmcoach_lint.baseline import read_baseline

    file = _file_of(settings)
    return _baseline(read_baseline(file), file, settings)


def _file_of(settings: Settings) -> Path:
    return Path(shown_path(settings.root / (settings.baseline or "")))


def write_known(
    reports: Iterable[FileReport], file: Path, settings: Settings, reason: str | None, expires: date | None
) -> None:
    """Write all findings of `reports` to the baseline in `file`.

    What it knows already keeps its reason and its day; after that day a new reason or day renews it. Of files that were
    not checked, and of rules that were not asked, it stays.
    """
    from pmcoach_lint import baseline as it
    from pmcoach_lint.cli.files import replace

    if expires and expires <= settings.today:
        raise UsageError(f"{expires} is no day to come.", "Say until which day the findings may pass.")
    known_before = it.read_baseline(file) if file.exists() else ()
    before = _baseline(known_before, file, settings)
    known = list(before.written_anew(reports, reason, expires))
    replace(file, [it.to_text(known)])
    console.write([f"Wrote {file.as_posix()}: {counted(len(known), 'finding')}, {before.new} of them new.\n"])
    if before.is_parted:
        console.remark("What is told as one finding and stands for several is known one by one.")
    keep = "keep the reason and the day that they have; delete their lines first to give them others."
    for count, what in (
        (before.kept if reason or expires else 0, f"known before {keep}"),
        (before.renewed, f"whose day was over: known anew until {expires or it.last_day(settings.today)}."),
        (before.stale, "whose day is over, and told again: --reason or --expires makes them known anew."),
    ):
        if count:
            console.remark(f"{counted(count, 'finding')} {what}")


def _baseline(known: Iterable[Known], file: Path, settings: Settings) -> Baseline:
    """What the baseline in `file` knows: files by their paths from the root of the repository that it stands in."""
    from pmcoach_lint.baseline import Baseline

    beside = Path(os.path.abspath(file)).parent  # noqa: PTH100 - links stay as they are
    root = git_root(beside) or Path(root_of(settings))
    return Baseline(known, _known_as(root), root, settings.today, _asks(settings, root))


def _asks(settings: Settings, root: Path) -> Callable[[Known], bool]:
    """Whether a run asks for what is known: its rule may not be selected, or be ignored where the file is."""

    @cache
    def rules() -> Ruleset:  # most runs meet all that is known, and need none
        from pmcoach_lint.ruleset import Ruleset
        from pmcoach_lint.standards import Standards

        return Ruleset(settings, Standards(settings))

    def asks(known: Known) -> bool:
        path = root / known.file
        return rules().asks_at(path, known.code) or not rules().codes_of(known.code)  # a rule that there is none of

    return asks


def _known_as(root: Path) -> Callable[[str], str]:
    """How a file is known whatever folder somebody works in: by its path from `root`."""
    style = Style(root=root.as_posix(), here=Path.cwd().as_posix())
    return lambda file: from_root(file, style)
