"""What was computed from other documents, put into a value assessment, proven to be all that changes."""

from __future__ import annotations

from pmcoach_lint.checks.words import changed
from pmcoach_lint.document import Document
from pmcoach_lint.editing.listed import Listed
from pmcoach_lint.editing.proof import Read, Refused, new_offence, same_but_for
from pmcoach_lint.editing.records import without_blank
from pmcoach_lint.editing.rows import last_row
from pmcoach_lint.engagement.position import EVIDENCE
from pmcoach_lint.generate.value_report import ValueReport, as_evidence, shares_to_write
from pmcoach_lint.syntax.source import replaced

_BY_HAND = "Nothing was written. Please change it by hand."


def updated(report: ValueReport, read: Read) -> Document:
    """The latest assessment of a report with the shares of the log, and with a row for each proof that it lacks.

    Raises:
        Refused: There is no place for it, or something else would be read otherwise than before.
    """
    if report.assessment is None:
        raise Refused("There is no assessment.")
    document = _with_shares(report, report.assessment, read)
    document = without_blank(document, EVIDENCE, read) if report.unproven else document
    for proof in report.unproven:
        listed = Listed(document, EVIDENCE)
        after = read(last_row(listed, as_evidence(proof)).into(document.text))
        if not same_but_for(document, after, EVIDENCE, len(listed.records)) or new_offence(document, after):
            raise Refused(f"“{proof.title}” cannot be added to the evidence alone.", _BY_HAND)
        document = after
    return document


def _with_shares(report: ValueReport, document: Document, read: Read) -> Document:
    """The assessment with the shares of the log."""
    shares = shares_to_write(report)
    missing = [path for path in shares if path not in document.values]
    if missing:
        raise Refused("The table of the time allocation lacks a share.", _BY_HAND)
    after = read(replaced(document.text, [(document.values[path], text) for path, text in shares.items()]))
    if set(changed(document, after)) - set(shares) or new_offence(document, after):
        raise Refused("The shares of the time allocation cannot be changed alone.", _BY_HAND)
    return after
