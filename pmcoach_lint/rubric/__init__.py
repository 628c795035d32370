"""The rubrics, applied: what a document scores, why, and what to do next. Text and site show what is said here."""

from __future__ import annotations

from pmcoach_lint.rubric.files import score_files
from pmcoach_lint.rubric.model import Score
from pmcoach_lint.rubric.scoring import score

__all__ = ["Score", "score", "score_files"]
