"""The rubrics, applied: what a document scores, why, and what to do next. Text and site show what is said here."""

from __future__ import annotations

from pmcoach_lint.rubric.files import Scorer
from pmcoach_lint.rubric.model import Score
from pmcoach_lint.rubric.scoring import score

__all__ = ["Score", "Scorer", "score"]
