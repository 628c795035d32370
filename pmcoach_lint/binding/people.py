"""Who is meant, where a person is named in running text: by handle or by role, never by anything less clear."""

from __future__ import annotations

import re

from pmcoach_lint.regex import regex

_FIELDS = (
    r"product|engineering|design|sales|marketing|operations|ops|finance|growth|data|support|customer success|success|"
    r"technology|tech|delivery|people|legal|security|platform|research|UX|commercial|content|account|project"
)
_HEADS = r"leads?|managers?|director|head|owners?|vp|teams?|analysts?|partner"
_ROLES = (
    r"C[ETPOFMR]O|(?:S?VP|head|director|lead)(?: of)? (?:the )?[\w&-]+(?: (?:(?:and|&) )?[\w-]+)?|"
    rf"(?:senior |group |chief )?(?:{_FIELDS}) (?:{_HEADS}|officer)|"
    r"(?:co-?)?founders?|(?:client|fractional|lead|senior|group) PMs?|PMs?|tech lead|team lead|chair|board|"
    r"(?:the )?(?:client|team|client(?:'s|’s)? team|PM team|leadership team)|"
    r"engineering|design|sales|marketing|finance|legal|support|operations|everyone|everybody|all|both|me|myself|I|we|us"
)
_NO_HANDLE = r"(?:week|sprint|phase|step|day|version|part|level|option|draft)-"
PERSON = rf"(?:@[A-Za-z][\w.-]{{0,39}}|(?!{_NO_HANDLE})(?-i:[a-z]{{2,12}}-\d{{1,4}})|{_ROLES})"
"""The form of a handle (`pm-31`, `@pm-31`) or a role (`CEO`, `head of sales`), to be used without regard to case."""

_WHOLE = regex(rf"(?:by\s+)?({PERSON}(?:\s*(?:\+|&|/|\band\b|\bwith\b)\s*{PERSON})*)", re.IGNORECASE)
TO_DO = regex(rf"(?:[*_]*)(?P<value>{PERSON})(?:[*_]*)\s+(?:to|will|shall)\s+(?=\w)", re.IGNORECASE)
"""How a task begins that says who does it: `pm-31 to draft the brief`."""


def person_in(text: str) -> str | None:
    """The person or persons that `text` names and nothing else; None when it says anything else."""
    match = _WHOLE.fullmatch(text.strip())
    return match.group(1).removeprefix("@") if match else None
