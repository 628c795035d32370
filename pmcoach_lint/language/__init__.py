"""What documents say, word by word: their texts by what they are for, phrases in them, and what excuses a phrase."""

from pmcoach_lint.language.notation import choice, noted, words_in
from pmcoach_lint.language.phrases import Hit, Lexicon, lexicon
from pmcoach_lint.language.said import Said, said, said_at, spoken_of

__all__ = ["Hit", "Lexicon", "Said", "choice", "lexicon", "noted", "said", "said_at", "spoken_of", "words_in"]
