"""The count of what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pmcoach_lint.finding import Severity
from pmcoach_lint.report import Report


@dataclass
class Tally:
    """How many files were checked, and how many errors and warnings they have.

    `worst` is the code of the first error, else of the first warning: the one to begin with.
    """

    files: int = 0
    errors: int = 0
    warnings: int = 0
    worst: str | None = None

    def counting(self, reports: Iterable[Report]) -> Iterator[Report]:
        """Pass `reports` on, and count them on the way."""
        for report in reports:
            self.files += report.asked_for
            for finding in report.findings:
                is_error = finding.severity is Severity.ERROR
                if self.worst is None or (is_error and not self.errors):
                    self.worst = finding.code
                self.errors += is_error
                self.warnings += not is_error
            yield report

    def fails(self, at: Severity) -> bool:
        """Whether anything was found that is as severe as `at`, or more."""
        return self.errors > 0 or (at is Severity.WARNING and self.warnings > 0)
