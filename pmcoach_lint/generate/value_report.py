"""What an engagement has to show: where the time went, where it stands, its evidence, and the rate this carries."""

from __future__ import annotations

from typing import Any

from pmcoach_lint.audience import PRIVATE, is_wider
from pmcoach_lint.checks.words import value_at
from pmcoach_lint.doctypes import LOG
from pmcoach_lint.document import Document
from pmcoach_lint.engagement.backing import records_of, resting_on, unrecorded
from pmcoach_lint.engagement.logged import (
    DRIFT,
    ENOUGH_ENTRIES,
    SHARES,
    WORK_TYPES,
    LoggedTime,
    by_month,
    is_counted,
    is_kept,
    logged_time,
    shift_of,
)
from pmcoach_lint.engagement.position import EVIDENCE, LADDER, assessments, dated
from pmcoach_lint.generate.client.assessment import SPENT
from pmcoach_lint.generate.markdown import cell, table_of
from pmcoach_lint.generate.proofs import FIGURE, Proof, proofs_of
from pmcoach_lint.generate.rate_argument import argued
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.tuples import NamedTuple
from pmcoach_lint.workspace import Workspace

MESSAGE: Path = ("repositioning", "conversation", "message")
_DRAFTED_SHARE = regex(rf"\d[\d.]*\s?%(?= {SPENT})")
_PERCENT = regex(r"(\d+(?:\.\d+)?)\s?(?:%|per ?cent)")
_STRONGEST = 5
_MINUTES = 60


class ValueReport(NamedTuple):
    """The report of one engagement. `assessment` is the latest one, `period` what the log holds up to its day.

    `entries` are those of the log, `kept` the rows of the table in which a log keeps its time itself, `claimed` the
    contributions that the latest assessment claims and nothing shows.
    """

    client: str
    months: list[tuple[str, LoggedTime]]
    entries: list[dict[str, Any]]
    kept: list[dict[str, Any]]
    standings: list[tuple[str, str, str]]
    proofs: list[Proof]
    rate: list[str]
    assessment: Document | None
    period: LoggedTime | None
    unproven: list[Proof]
    claimed: int


def report_of(workspace: Workspace) -> ValueReport:
    """The report of the engagement whose documents are in `workspace`."""
    found = assessments(workspace)
    latest = found[-1] if found else None
    entries = [entry for log in workspace.of_type(LOG) for entry in log.data.get("entries", [])]
    before = dated(found[-2]) if len(found) > 1 else ""
    proofs = sorted(proofs_of(workspace), key=lambda proof: (proof.date, proof.title), reverse=True)
    months = by_month(entries)
    return ValueReport(
        client=next((str(doc.data["client"]) for doc in workspace.documents if doc.data.get("client")), ""),
        months=months,
        entries=entries,
        kept=[row for log in workspace.of_type(LOG) for row in log.data.get("ratio", [])],
        standings=[_standing(workspace, assessment) for assessment in found],
        proofs=proofs,
        rate=[*argued(workspace, latest, _first_and_last(months)), *_strongest(proofs)] if latest else [],
        assessment=latest,
        period=logged_time(entries, before, dated(latest)) if latest else None,
        unproven=_unproven(workspace, latest, proofs) if latest else [],
        claimed=len(unrecorded(value_at(latest, EVIDENCE) or (), records_of(workspace))) if latest else 0,
    )


def to_markdown(report: ValueReport) -> str:
    """The report as Markdown."""
    lines = [
        f"# Value report: {report.client}" if report.client else "# Value report",
        "",
        "## Where the time went",
        "",
    ]
    if report.months:
        head = ["Month", "Logged", *(work.capitalize() for work in WORK_TYPES), "Strategic + capability"]
        lines += table_of(head, (_month(*month) for month in report.months))
        lines += ["The last column is strategic work and capability building together, out of the logged hours."]
        lines += _uncounted(report.entries)
    elif report.kept:
        works = [work.replace(" ", "_") for work in WORK_TYPES]
        head = ["Period", "Logged", *(work.capitalize() for work in WORK_TYPES)]
        lines += table_of(
            head, ([cell(row.get(name, "")) for name in ("period", "hours", *works)] for row in report.kept)
        )
        lines += ["These figures are the log's own: no entry gives both a work type and a duration."]
    else:
        lines += ["The log gives no entry with both a work type and a duration."]
    lines += ["", "## Where the engagement stands", ""]
    lines += [_placed(*standing) for standing in report.standings]
    lines += _leading(report.months) or ([] if report.standings else ["No assessment says it."])
    lines += ["", f"## Evidence portfolio ({len(report.proofs)})", ""]
    lines += [f"- {f'{proof.date} {proof.title}'.strip()}: {proof.impact} ({proof.where})" for proof in report.proofs]
    lines += _missing_evidence(report)
    lines += ["", "## Draft of a rate justification", ""]
    lines += report.rate or ["There is no assessment with a rate to start from."]
    return "\n".join(lines) + "\n"


def _uncounted(entries: list[dict[str, Any]]) -> list[str]:
    """How many entries of the log are in none of the shares, after an empty line: a client is shown these."""
    left = sum(not is_counted(entry) for entry in entries)
    verbs = "tells no time or no kind of work and is" if left == 1 else "tell no time or no kind of work and are"
    return ["", f"{left} of {len(entries)} entries {verbs} not counted."] if left else []


def _missing_evidence(report: ValueReport) -> list[str]:
    """What the evidence lacks: anything at all, and a record of what the assessment claims."""
    if report.claimed:
        many = "s" if report.claimed > 1 else ""
        return [f"{report.claimed} contribution{many} claimed in the assessment, no record yet."]
    return [] if report.proofs else ["No artifact, no contribution and no entry of the log tells of a business impact."]


def hidden_from_readers(report: ValueReport) -> list[Document]:
    """The artifacts that are new evidence, and that not all who may see the assessment may see as well."""
    if report.assessment is None:
        return []
    widest = str(report.assessment.data.get("visibility", PRIVATE))
    artifacts = [proof.record.document for proof in report.unproven if not proof.record.path]
    return [each for each in artifacts if is_wider(widest, str(each.data.get("visibility", PRIVATE)))]


def shares_to_write(report: ValueReport) -> dict[Path, str]:
    """What the time allocation of the latest assessment should say by the log, as texts by their paths.

    Whole percents that add up to 100, with the shift that follows from them. Nothing where the log has too few
    entries, where the table lacks a type of work, or where no share is off by more than the check of it lets pass.
    """
    if report.assessment is None or report.period is None:
        return {}
    rows = value_at(report.assessment, SHARES) or []
    works = [row.get("work_type") for row in rows]
    if sorted(map(str, works)) != sorted(WORK_TYPES):
        return {}
    shares = _whole([report.period.share(work) for work in works])
    if not any(_is_off(row.get("current"), share) for row, share in zip(rows, shares, strict=True)):
        return {}
    changes = {}
    for at, (row, share) in enumerate(zip(rows, shares, strict=True)):
        if row.get("current") != share:
            changes[(*SHARES, at, "current")] = f"{share}%"
        target = row.get("target")
        stated = row.get("shift")
        if stated and isinstance(target, int | float) and not is_kept(stated, share, target):
            changes[(*SHARES, at, "shift")] = shift_of(share, target).capitalize()
    said = value_at(report.assessment, MESSAGE)
    if said and (
        told := _with_new_share(
            report.assessment.text[slice(*report.assessment.values[MESSAGE])], shares[works.index("tactical")]
        )
    ):
        changes[MESSAGE] = told
    return changes


def _with_new_share(message: str, share: int) -> str:
    """The drafted message to the client with what part of the time is tactical; empty where it does not say it so."""
    found = _DRAFTED_SHARE.search(message)
    return _DRAFTED_SHARE.sub(f"{share}%", message) if found and found[0] != f"{share}%" else ""


def stale_shares(report: ValueReport) -> list[str]:
    """The shares of time that change in the table and that the message to the client goes on to tell."""
    changes = shares_to_write(report)
    if report.assessment is None or MESSAGE in changes:
        return []
    message = str(value_at(report.assessment, MESSAGE) or "")
    old = [value_at(report.assessment, path) for path in changes if path[-1] == "current"]
    return [f"{share:g}%" for share in old if isinstance(share, int | float) and _tells(message, share)]


def _tells(message: str, share: float) -> bool:
    return any(float(match[1]) == share for match in _PERCENT.finditer(message))


def _is_off(stated: Any, logged: int) -> bool:
    return not isinstance(stated, int | float) or abs(stated - logged) > DRIFT


def as_evidence(proof: Proof) -> dict[str, str]:
    """What a row of “Evidence to build” says of a proof, by the names of its fields."""
    return {"contribution": proof.title, "impact": proof.impact, "documentation": proof.where}


def _whole(shares: list[float]) -> list[int]:
    """Shares as whole numbers that add up to 100: what is left over goes to those that lost most by rounding down."""
    floors = [int(share) for share in shares]
    order = sorted(range(len(shares)), key=lambda at: floors[at] - shares[at])
    for at in order[: 100 - sum(floors)]:
        floors[at] += 1
    return floors


def _month(month: str, logged: LoggedTime) -> list[str]:
    shares = [f"{logged.share(work):.0f}%" for work in WORK_TYPES]
    return [month, _hours(logged), *shares, f"{logged.strategic:.0f}%"]


def _hours(logged: LoggedTime) -> str:
    return f"{logged.total / _MINUTES:.1f} h"


def _standing(workspace: Workspace, assessment: Document) -> tuple[str, str, str]:
    """The day of an assessment, and the levels that it names, by their names on the value ladder if they have one."""
    ladder, levels = value_at(assessment, LADDER) or {}, workspace.standards.value_ladder
    said = [str(ladder.get(name, "")) for name in ("current", "target")]
    rungs = [workspace.standards.rung(text) if text else None for text in said]
    now, then = (text if rung is None else levels[rung].level for text, rung in zip(said, rungs, strict=True))
    return dated(assessment), now, then


def _placed(day: str, now: str, target: str) -> str:
    """Where an assessment places the engagement, as a line."""
    if not now:
        return (
            f"- The assessment {f'of {day}' if day else 'without a day'} does not say where on the value ladder it is."
        )
    return f"- {day or 'Without a day'}: {now}{f', on the way to {target}' if target else ''}"


def _leading(months: list[tuple[str, LoggedTime]]) -> list[str]:
    """Which work leads in the first and in the last month of the log."""
    lines = []
    for month, logged in _first_and_last(months):
        work = max(WORK_TYPES, key=logged.share)
        lines.append(f"- {month}, by the log: {work} work leads with {logged.share(work):.0f}% of {_hours(logged)}")
    return lines


def _first_and_last(months: list[tuple[str, LoggedTime]]) -> list[tuple[str, LoggedTime]]:
    """The first and the last month with enough entries to say anything; one alone is both."""
    telling = [(month, logged) for month, logged in months if len(logged.indexes) >= ENOUGH_ENTRIES]
    return telling if len(telling) < 2 else [telling[0], telling[-1]]


def _unproven(workspace: Workspace, assessment: Document, proofs: list[Proof]) -> list[Proof]:
    """The proofs up to now that no row of the assessment's evidence rests on yet, the oldest first."""
    records = records_of(workspace)
    backed: set[tuple[int, Path]] = set()
    for row in value_at(assessment, EVIDENCE) or ():
        for record in resting_on(str(row.get("documentation", "")), str(row.get("contribution", "")), records):
            backed.add((id(record.document), record.path))
    return [proof for proof in reversed(proofs) if (id(proof.record.document), proof.record.path) not in backed]


def _strongest(proofs: list[Proof]) -> list[str]:
    """What has been proved with a figure that a client reckons with, the newest first."""
    return [f"- {proof.impact} ({proof.where})" for proof in proofs if FIGURE.search(proof.impact)][:_STRONGEST]
