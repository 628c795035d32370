"""The count of what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from pmcoach_lint.finding import Finding, Severity
from pmcoach_lint.report import Report


class Tally:
    """How many files were checked, and how many errors and warnings they have.

    `worst` is the code of the first error, else of the first warning: the one to begin with. `fixable` counts the
    findings that can be put right safely in the files that were asked for, `guessable` those for which there is only a
    guess. `known` are those that a baseline has let pass. `rules` counts the findings of each rule, by code and name.
    """

    def __init__(self) -> None:
        self.files = self.errors = self.warnings = self.fixable = self.guessable = 0
        self.known = 0
        self.worst: str | None = None
        self.rules: Counter[tuple[str, str]] = Counter()

    def counting(self, reports: Iterable[Report]) -> Iterator[Report]:
        """Pass `reports` on, and count them on the way."""
        for report in reports:
            self.files += report.asked_for
            self.known += report.known
            for finding in report.findings:
                is_error = finding.severity is Severity.ERROR
                if self.worst is None or (is_error and not self.errors):
                    self.worst = finding.code
                self.errors += is_error
                self.warnings += not is_error
                if finding.fix and report.asked_for:  # nothing else is changed
                    self.fixable += finding.fix.safe
                    self.guessable += not finding.fix.safe
                self.rules[finding.code, finding.rule] += 1
            yield report

    def fails(self, at: Severity) -> bool:
        """Whether anything was found that is as severe as `at`, or more."""
        return self.errors > 0 or (at is Severity.WARNING and self.warnings > 0)

    def statistics(self) -> list[tuple[str, str, int]]:
        """How often each rule, by code and name, has spoken: the most frequent first, then by code."""
        counts = [(code, rule, count) for (code, rule), count in self.rules.items()]
        return sorted(counts, key=lambda entry: (-entry[2], entry[0]))


def counted(count: int, one: str, many: str = "") -> str:
    """A number of things in words: `1 error`, `1,200 warnings`; `many` is for several where an s more will not do."""
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"


def found(findings: Iterable[Finding]) -> str:
    """How many errors and warnings there are, in words: `2 errors, 1 warning`; empty when there are none."""
    counts = Counter(finding.severity for finding in findings)
    return ", ".join(counted(counts[severity], severity) for severity in Severity if counts[severity])
