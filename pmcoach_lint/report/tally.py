"""The count of what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pmcoach_lint.finding import Finding, Severity
from pmcoach_lint.report import Report


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How often a rule has spoken."""

    code: str
    rule: str
    count: int


@dataclass
class Tally:
    """How many files were checked, and how many errors and warnings they have.

    `worst` is the code of the first error, else of the first warning: the one to begin with. `rules` counts the
    findings of each rule, by code and name.
    """

    files: int = 0
    errors: int = 0
    warnings: int = 0
    worst: str | None = None
    rules: Counter[tuple[str, str]] = field(default_factory=Counter)

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
                self.rules[finding.code, finding.rule] += 1
            yield report

    def fails(self, at: Severity) -> bool:
        """Whether anything was found that is as severe as `at`, or more."""
        return self.errors > 0 or (at is Severity.WARNING and self.warnings > 0)

    def statistics(self) -> list[RuleCount]:
        """How often each rule has spoken, the most frequent first, then by code."""
        counts = [RuleCount(code, rule, count) for (code, rule), count in self.rules.items()]
        return sorted(counts, key=lambda entry: (-entry.count, entry.code))


def counted(count: int, what: str) -> str:
    """A number of things in words: `1 error`, `1,200 warnings`."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def found(findings: Iterable[Finding]) -> str:
    """How many errors and warnings there are, in words: `2 errors, 1 warning`; empty when there are none."""
    counts = Counter(finding.severity for finding in findings)
    return ", ".join(counted(counts[severity], severity) for severity in Severity if counts[severity])
