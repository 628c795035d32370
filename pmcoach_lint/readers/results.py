"""What came of something that was planned, and the words by which nothing has come of it yet."""

from __future__ import annotations

import re

from pmcoach_lint.readers.unreadable import Context, Unreadable
from pmcoach_lint.regex import regex

_PENDING = regex(
    r"[\W_]*(?:(?:not|none|nothing)(?: yet)?(?: (?:started|begun|done|held|due|decided|known|planned))?(?: yet)?"
    r"|planned|pending|scheduled|upcoming|open|waiting|to[ -]?(?:do|come|follow|be (?:done|held|decided|planned))"
    r"|tb[acd]|todo|in progress|in preparation|ongoing|on-?going|under ?way|started|future|later|next)?[\W_]*",
    re.IGNORECASE,
)
"""Words and pictures of what is still to come: `⚪ Planned`, `Not started`, `TBD`, `⏳`."""

_DONE = regex(r"[✅✓✔☑👍🟢🔴❌✗✘🎉🏁]")
"""Pictures that alone tell how it went."""

_LONGEST = 40


def is_pending(text: str) -> bool:
    """Whether a text says no more than that something is still to come: `⚪ Planned`, `not yet`, `TBD`."""
    return len(text) <= _LONGEST and _PENDING.fullmatch(text) is not None and not _DONE.search(text)


def read_result(text: str, _context: Context) -> str:
    """What came of something, in its author's words. Raises Unreadable where that is still to come."""
    if is_pending(text):
        raise Unreadable(f"“{text}” tells no result.", "Write what came of it.")
    return text
