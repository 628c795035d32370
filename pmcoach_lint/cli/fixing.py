"""Fixes on the command line: applied to files, or shown as a diff."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pmcoach_lint.cli import console
from pmcoach_lint.cli.known import baseline_of
from pmcoach_lint.cli.options import root_of
from pmcoach_lint.paths import leads_out, shown_path, true_path
from pmcoach_lint.report.tally import counted
from pmcoach_lint.report.visible import visible
from pmcoach_lint.settings import Settings, UsageError

if TYPE_CHECKING:
    from pmcoach_lint.baseline import Baseline
    from pmcoach_lint.document import Document
    from pmcoach_lint.engine import FileReport
    from pmcoach_lint.finding import Finding
    from pmcoach_lint.fixes import Fixed
    from pmcoach_lint.syntax.source import Source


def apply_fixes(paths: Iterable[Path], settings: Settings, *, unsafe: bool) -> None:
    """Put right in the files at `paths` what can be, each written whole or not at all, and tell what was done."""
    from pmcoach_lint.cli.writing import replace_text

    done = files = 0
    for path, document, fixed in _fixed(paths, settings, unsafe=unsafe):
        if leads_out(path, Path(root_of(settings))):
            where = visible(true_path(path).as_posix())
            console.remark(
                f"{shown_path(path)} is a link out of the repository, to {where}: nothing was changed there."
            )
            continue
        try:
            replace_text(path, document.source.whole, fixed.text)
        except UsageError as problem:
            console.remark(f"{problem.message} It is left as it is.")
            continue
        for message in fixed.messages:
            console.remark(f"{shown_path(path)}: {visible(message)}", "Fixed")
        for part in fixed.refused:
            why = "not added, as in a document that is no draft it would bring errors."
            console.remark(f"{shown_path(path)}: {visible(part)}: {why}")
        done += len(fixed.messages)
        files += 1
    if files:
        console.remark(f"{counted(done, 'change')} in {counted(files, 'document')}.", "Fixed")


def show_fixes(paths: Iterable[Path], settings: Settings, *, unsafe: bool) -> int:
    """Show as a diff what fixing would change; the exit code is 1 when that is anything."""
    from pmcoach_lint.cli.writing import as_diff
    from pmcoach_lint.engine import Linter

    pieces: list[str] = []
    for path, document, fixed in _fixed(paths, settings, unsafe=unsafe):
        pieces += as_diff(document.source.whole, fixed.text, shown_path(path))
        if Linter(settings).private(path, document).found:
            where = shown_path(path)
            console.remark(f"{where} holds what is private, and a diff shows lines as they stand: keep it out of logs.")
    console.write(pieces)
    return 1 if pieces else 0


def _fixed(paths: Iterable[Path], settings: Settings, *, unsafe: bool) -> Iterator[tuple[Path, Document, Fixed]]:
    """The documents that something can be put right in, with their paths and the outcome."""
    from pmcoach_lint.doctypes import Catalogue
    from pmcoach_lint.engine import Linter
    from pmcoach_lint.fixes import fix_document
    from pmcoach_lint.loading import load_document, take_document

    catalogue = Catalogue.of(settings)
    baseline = baseline_of(settings)
    for path in paths:
        document = load_document(path, shown_path(path), catalogue)

        def check(each: Document, path: Path = path) -> tuple[Finding, ...]:
            report = Linter(settings).lint(path, each)  # a new one: it would remember what stood there before
            return _without_known_parts(report, baseline) if baseline else report.findings

        def read(text: str, source: Source = document.source) -> Document:
            return take_document(source.marked(text).encode(), source.file, catalogue)

        fixed = fix_document(document, check, read, unsafe=unsafe)
        if fixed.messages:
            yield path, document, fixed


def _without_known_parts(report: FileReport, baseline: Baseline) -> tuple[Finding, ...]:
    """The findings of a document without the parts that are known to be missing.

    To add these would put places to be filled in where nobody means to.
    """
    from pmcoach_lint.fixes.parts import MISSING

    (left,) = baseline.unknown([report])
    return tuple(finding for finding in report.findings if finding.rule != MISSING or finding in left.findings)
