"""What documents say, word by word: their texts by what they are for, phrases in them, and what excuses a phrase."""

from pmcoach_lint.language.phrases import Lexicon, lexicon
from pmcoach_lint.language.said import Said, said

__all__ = ["Lexicon", "Said", "lexicon", "said"]
