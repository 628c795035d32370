"""Sentences that tell a field by the words with which they begin: `We expect Apply`, `*Bar: Analyze*`."""

from __future__ import annotations

from pmcoach_lint.binding.holder import Holder
from pmcoach_lint.binding.model import Binding
from pmcoach_lint.syntax.source import Span, strip, trim


def begun_by(binding: Holder, text: str, sentence: Span) -> tuple[Binding, Span] | None:
    """The field that a `sentence` begins as, with what it says of it: the sentence, or a value behind these words."""
    start, end = sentence
    said = text[start:end].lower().replace("’", "'")
    bare = said.lstrip("*_")
    for field, words in binding.begun_fields:
        if lead := next((word for word in words if bare.startswith(word)), None):
            behind = (start + len(said) - len(bare) + len(lead), end)
            return field, trim(text, strip(text, behind, "", " *_")) if field.reader else sentence
    return None
