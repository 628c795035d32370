"""The findings that a repository knows already and lets pass for a while, each with the reason and a last day.

They are known by their fingerprints, so they stay known when lines move or a file is renamed. A baseline holds no text
of any document beyond the names of records.
"""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from pmcoach_lint.engine import FileReport
from pmcoach_lint.finding import Finding, Severity, each_of, fingerprints, without
from pmcoach_lint.paths import is_special
from pmcoach_lint.settings import UsageError
from pmcoach_lint.tuples import NamedTuple

VERSION = 1
"""The version of the file's form."""

DAYS = 180
"""For so long findings stay known unless somebody says otherwise: two cycles of coaching and a holiday. Our figure."""

REASON = "Was there when pmcoach was taken up."

_CONFLICT = (b"<<<<<<<", b"=======", b">>>>>>>")
"""How the lines begin that git puts around both sides of a conflict."""

_KEYS = {"fingerprint", "code", "rule", "file", "about", "reason", "expires", "severity"}


class Known(NamedTuple):
    """One finding that is known: what tells it from all others, what it is, why it may pass, and until which day.

    One that was a warning does not pass as an error. Files of former versions do not say which of the two it was.
    """

    fingerprint: str
    code: str
    rule: str
    file: str
    about: str
    reason: str
    expires: str
    severity: str = Severity.ERROR.value


class Baseline:
    """The findings that are known, and which of them were met in this run.

    Where one stands for several, each of these is known or not.

    A file that was renamed or moved is known again by its findings: `moved` names for each one what it was called.
    `graver` are those that were known as warnings and are errors now. Of what was written anew, `is_parted` tells
    whether one stands for several, and `new`, `kept`, `renewed` and `stale` how many were not known before, keep
    their reason and their day, were given another day after theirs was over, or keep one that is over.

    Args:
        known: The findings.
        known_as: How a file is known whatever folder somebody works in, given the path by which it is shown.
        root: The folder from which files are known.
        as_of: The day of the run: what expires before it is not let pass any more.
        asks: Whether the run asks for a finding: of others nobody can tell whether they are still there.
    """

    def __init__(
        self,
        known: Iterable[Known],
        known_as: Callable[[str], str],
        root: Path,
        as_of: date,
        asks: Callable[[Known], bool],
    ) -> None:
        self.known = {each.fingerprint: each for each in known}
        self.met: set[str] = set()
        self.expired: set[str] = set()
        self.graver: set[str] = set()
        self.is_parted = False
        self.new = self.kept = self.renewed = self.stale = 0
        self.files: set[str] = set()
        self.moved: dict[str, str] = {}
        self._known_as = known_as
        self._root = root
        self._as_of = as_of.isoformat()
        self._asks = asks
        self._lost = {file: prints for file, prints in self._by_file().items() if not self._is_there(file)}

    def unknown(self, reports: Iterable[FileReport]) -> Iterator[FileReport]:
        """The `reports` without the findings that are known and may still pass."""
        for report in reports:
            left = self._unknown(report.findings, self._known_as(report.file))
            known = sum(1 for _ in each_of(report.findings)) - sum(1 for _ in each_of(left))
            yield report._replace(findings=left, known=known)

    @property
    def gone(self) -> list[Known]:
        """The known findings that are not there any more, of files that were checked or are not there themselves."""
        unmet = [each for each in self.known.values() if each.fingerprint not in self.met]
        return [each for each in unmet if not self._is_unseen(each)]

    def written_anew(self, reports: Iterable[FileReport], reason: str | None, expires: date | None) -> Iterator[Known]:
        """The findings of `reports` as known ones, and those of files and rules that were not asked about.

        What was known keeps its reason and its day; where that day is over, a `reason` or a day that is given renews
        it.
        """
        for report in reports:
            file = self._known_as(report.file)
            findings = list(each_of(report.findings))
            self.is_parted |= len(findings) > len(report.findings)
            before = self._prints(findings, file)
            for finding, each, old in zip(findings, fingerprints(findings, file), before, strict=True):
                passes = self._passes(finding, old)
                known = self.known[old] if passes or old in self.expired else None
                if known is None:
                    self.new += 1
                    day = (expires or self._last_day).isoformat()
                    why, about, severity = reason or REASON, finding.about, finding.severity.value
                    yield Known(each, finding.code, finding.rule, file, about, why, day, severity)
                else:
                    known = known._replace(fingerprint=each, file=file)
                    yield self._kept(known) if passes else self._after_its_day(known, finding, reason, expires)
        unmet = [each for each in self.known.values() if each.fingerprint not in self.met]
        yield from filter(self._is_unseen, unmet)

    def _kept(self, known: Known) -> Known:
        self.kept += 1
        return known

    def _after_its_day(self, known: Known, finding: Finding, reason: str | None, expires: date | None) -> Known:
        """A finding whose day is over: renewed where somebody says why or until when, else as it was."""
        if reason is None and expires is None:
            self.stale += 1
            return known
        self.renewed += 1
        day = (expires or self._last_day).isoformat()
        return known._replace(reason=reason or known.reason, expires=day, severity=finding.severity.value)

    @property
    def _last_day(self) -> date:
        return last_day(date.fromisoformat(self._as_of))

    def _unknown(self, findings: tuple[Finding, ...], file: str) -> tuple[Finding, ...]:
        prints = iter(self._prints(list(each_of(findings)), file))
        kept = without(findings, lambda finding: self._passes(finding, next(prints)))
        return tuple(sorted(kept, key=lambda finding: finding.sort_key))

    def _prints(self, findings: list[Finding], file: str) -> list[str]:
        """The fingerprints by which the findings of a file may be known: those under its former name, if it had one.

        Of the files that are not there any more it was the one with which it shares most findings, and no fewer than
        half of those that are known of it.
        """
        self.files.add(file)
        own = list(fingerprints(findings, file))
        if not self._lost or not own or any(each in self.known for each in own):
            return own
        told = {lost: list(fingerprints(findings, lost)) for lost in self._lost}
        shared = {lost: len(prints & set(told[lost])) for lost, prints in self._lost.items()}
        best = max(shared, key=lambda lost: shared[lost])
        if 2 * shared[best] < len(self._lost[best]):
            return own
        del self._lost[best]
        self.moved[file] = best
        return told[best]

    def _by_file(self) -> dict[str, set[str]]:
        """The fingerprints that are known of each file."""
        prints: dict[str, set[str]] = {}
        for each in self.known.values():
            prints.setdefault(each.file, set()).add(each.fingerprint)
        return prints

    def _is_unseen(self, known: Known) -> bool:
        """Whether this run tells nothing of a known finding: its file was not checked, or its rule not asked."""
        return (known.file not in self.files and self._is_there(known.file)) or not self._asks(known)

    def _is_there(self, file: str) -> bool:
        return (self._root / file).exists()

    def _passes(self, finding: Finding, fingerprint: str) -> bool:
        known = self.known.get(fingerprint)
        if known is None:
            return False
        self.met.add(fingerprint)
        if known.expires < self._as_of:
            self.expired.add(fingerprint)
            return False
        if finding.severity is Severity.ERROR and known.severity != Severity.ERROR:
            self.graver.add(fingerprint)
            return False
        return True


def last_day(as_of: date) -> date:
    """The day until which findings pass that become known on a day."""
    return as_of + timedelta(days=DAYS)


def to_text(known: Iterable[Known]) -> str:
    """A baseline as it is written: sorted, one finding a line, so that a change of it reads well in a review."""
    ordered = sorted(known, key=lambda each: (each.file, each.code, each.about, each.fingerprint))
    lines = [json.dumps(each._asdict(), ensure_ascii=False) for each in ordered]
    inner = ",\n    ".join(lines)
    return f'{{\n  "version": {VERSION},\n  "findings": [{f"{chr(10)}    {inner}{chr(10)}  " if lines else ""}]\n}}\n'


def read_baseline(path: Path) -> list[Known]:
    """Read the findings that the file at `path` says are known.

    Raises:
        UsageError: It is not there, cannot be read, or is no baseline.
    """
    if is_special(path):
        raise UsageError(f"The baseline {path.as_posix()} is no ordinary file.")
    try:
        data: Any = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        hint = f"Write one: pmcoach lint --write-baseline {shlex.quote(path.as_posix())}"
        raise UsageError(f"The baseline {path.as_posix()} does not exist.", hint) from None
    except OSError as error:
        raise UsageError(f"The baseline {path.as_posix()} cannot be read: {error.strerror}.") from None
    except (ValueError, RecursionError) as error:
        raise _no_json(path, error) from None
    if not isinstance(data, dict) or data.get("version") != VERSION or not isinstance(data.get("findings"), list):
        raise _no_baseline(path, f"it says no version {VERSION} and no findings")
    return [_known(path, number, each) for number, each in enumerate(data["findings"], 1)]


def _known(path: Path, number: int, each: Any) -> Known:
    if (
        not isinstance(each, dict)
        or {*each, "severity"} != _KEYS
        or not all(isinstance(value, str) for value in each.values())
    ):
        raise _no_baseline(path, f"its finding {number} must have {', '.join(sorted(_KEYS))}, each a text")
    known = Known(**each)
    try:
        date.fromisoformat(known.expires)
    except ValueError:
        raise _no_baseline(path, f"its finding {number} expires on “{known.expires}”, which is no date") from None
    if not known.reason.strip():
        raise _no_baseline(path, f"its finding {number} gives no reason")
    return known


_ANEW = "Or delete it and write it anew with --write-baseline: then its reasons and days are lost."


def _no_json(path: Path, error: Exception) -> UsageError:
    """The error of a file that is no JSON: it names the line, and what a merge has left in it."""
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        if line.startswith(_CONFLICT):
            hint = "Keep the findings of both sides, each once and on its own line, with commas between."
            return UsageError(f"{path.as_posix()}:{number}: A merge has left a conflict here.", f"{hint} {_ANEW}")
    place = f":{error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
    return UsageError(f"{path.as_posix()}{place}: This baseline is no JSON.", f"Mend it by hand. {_ANEW}")


def _no_baseline(path: Path, why: str) -> UsageError:
    return UsageError(f"{path.as_posix()} is no baseline: {why}.", f"Mend it by hand. {_ANEW}")
