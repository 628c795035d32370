"""What only a person can say of a pack and its coaching: which items are due by a day, and who has attested which."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from pmcoach_lint.checks.words import value_at
from pmcoach_lint.coaching.cycle import as_day
from pmcoach_lint.document import Document
from pmcoach_lint.regex import anycase, regex
from pmcoach_lint.standards import Standards
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.tuples import NamedTuple

CHECKLISTS = "coaching-checklists"
ATTESTED = "attested"
"""What a check says in place of a rule's name where only a person can tell."""

ATTESTATIONS: Path = ("quality_gate", "attestations")
MONTH = timedelta(days=28)
"""A month of a cycle is four weeks: checkpoints stand at weeks 1, 4 and 8."""
GRACE = timedelta(days=7)
"""So long after a month is over there is time to attest it. Our own figure."""

_AFTER_A_MONTH, _EACH_MONTH = "after a month", "each month"

_ITEM = r"(?P<letter>[A-Z]{1,3}-?)(?P<number>\d{1,3})\*{0,2}(?![\w.]\w)"
_FIRST = regex(rf"[\s|>*_+()\[\]xX✓✔☑✅-]*?{_ITEM}")
_NEXT = regex(rf"\s*(?:(?P<through>[–—-]|\bto\b|\bthrough\b)|[,;/&+]|\band\b)\s*{_ITEM}")
_DAY = regex(r"\b\d{4}-\d{2}-\d{2}\b")
_WHO = (
    regex(r"\(\s*(?P<who>[\w.-]*\w)\s*[,;)]"),
    anycase(r"\b(?:by|says)\s+(?P<who>[a-z]+-\d+)\b"),
    anycase(r"(?:[–—,;]|\s-)\s*(?P<who>[\w.-]*\w)\s*[,;]?\s*(?:on\s*)?$"),
)
"""Where people write who says it: in brackets, behind “by”, or at the end, behind a dash or a comma."""


class Item(NamedTuple):
    """An item of the checklists: its id, its words, and when it is looked at (`after a month`, `each month`...)."""

    id: str
    checklist: str
    item: str
    when: str
    held_by: tuple[str, ...]

    @property
    def is_attested(self) -> bool:
        """Whether only a person can say it."""
        return ATTESTED in self.held_by


class Attestation(NamedTuple):
    """What somebody says of an item: whether it is so, who says it, and on which day (ISO). Empty where unsaid."""

    path: Path
    item: str
    done: bool
    by: str
    date: str

    @property
    def is_signed(self) -> bool:
        """Whether it says who and when."""
        return bool(self.by and self.date)


class Due(NamedTuple):
    """An item that should have been attested by a day: `month` is the one it is about, from 1; 0 for all of them.

    `over` is the last day of that month, and `ticked` are the days (ISO) that count for the months before it.
    """

    item: Item
    month: int
    over: str = ""
    ticked: tuple[str, ...] = ()


def items_of(standards: Standards) -> tuple[Item, ...]:
    """The items of the checklists that hold for a repository, those without an id or words left out."""
    document = standards.find(CHECKLISTS)
    return _items(document) if document else ()


@lru_cache(maxsize=4)
def _items(checklists: Document) -> tuple[Item, ...]:
    return tuple(
        Item(
            record["id"],
            str(record.get("checklist", "")),
            record["item"],
            str(record.get("when", "")),
            tuple(name.strip("`") for name in record.get("held_by", ())),
        )
        for record in checklists.data.get("items", ())
        if "id" in record and "item" in record
    )


def attestations_of(document: Document) -> Iterator[Attestation]:
    """What is attested in a document, and what stands there unticked."""
    for index, record in enumerate(value_at(document, ATTESTATIONS) or ()):
        path = (*ATTESTATIONS, index)
        start, end = document.values.get(path, (0, 0))
        ids, behind = _ids(document.standing[start:end])
        text = behind.partition("\n")[0].strip(" |")
        day = record.get("date") or next(iter(_DAY.findall(text)), "")
        by = record.get("by") or _who(_DAY.sub("", text))
        for name in ids or [str(record.get("id", ""))]:
            yield Attestation(path, name.upper(), record.get("done") is True, str(by), str(day))


def signed_in(document: Document) -> list[Attestation]:
    """What is attested in a document, with who says it and when."""
    return [each for each in attestations_of(document) if each.done and each.is_signed]


def _ids(text: str) -> tuple[list[str], str]:
    """The ids that a text begins with, such as `C1`, `C1, C2` or `D1–D3`, and what stands behind them."""
    found = _FIRST.match(text)
    ids: list[str] = []
    at = 0
    while found:
        letter, number, before = found["letter"], int(found["number"]), ids[-1] if ids else ""
        if ids and found["through"] and before.startswith(letter):
            ids += [f"{letter}{between}" for between in range(int(before[len(letter) :]) + 1, number)]
        ids.append(f"{letter}{number}")
        at = found.end()
        found = _NEXT.match(text, at)
    return ids, text[at:]


def _who(text: str) -> str:
    """Who says it, where the text of an item tells; else nothing."""
    found = (match["who"] for pattern in _WHO if (match := pattern.search(text.strip())))
    return next(found, "")


def still_due(document: Document, items: tuple[Item, ...], as_of: date) -> list[Due]:
    """The items that should have been attested by `as_of` and are not, or not for a month that is over.

    On the first day nothing is. What is looked at before the start is due a week after it; what is looked at once, a
    week after the first month; what is looked at each month, a week after each month of the cycle.
    """
    begin, weeks = as_day(document.data.get("start")), document.data.get("weeks")
    if begin is None:
        return []
    over = (as_of - begin - GRACE) // MONTH
    months = min(over, weeks * timedelta(weeks=1) // MONTH) if isinstance(weeks, int) else over
    signed = signed_in(document)
    due = []
    for item in items:
        if not item.is_attested:
            continue
        days = [each.date for each in signed if each.item == item.id]
        if item.when == _EACH_MONTH:
            ticked = _ticked(days, begin)
            due += [Due(item, month, _last(begin, month), ticked) for month in range(len(ticked) + 1, months + 1)]
        elif not days and (months >= 1 if item.when == _AFTER_A_MONTH else as_of - begin > GRACE):
            due.append(Due(item, 0))
    return due


def may_be_due(document: Document, as_of: date) -> bool:
    """Whether anything can be due by `as_of`, whatever the checklists say."""
    begin = as_day(document.data.get("start"))
    return begin is not None and as_of - begin > GRACE


def _ticked(days: list[str], begin: date) -> tuple[str, ...]:
    """The days on which something was attested, one for each month of the cycle from the first on.

    A day counts for the earliest month that has none yet. In the first week of a month people speak of the month
    before, and later as well, where nobody has spoken of that.
    """
    ticked: list[str] = []
    for day in sorted(set(days)):
        first = begin + MONTH * len(ticked) + GRACE * bool(ticked)
        if day >= first.isoformat():
            ticked.append(day)
    return tuple(ticked)


def _last(begin: date, month: int) -> str:
    """The last day of a month of the cycle."""
    return (begin + MONTH * month - timedelta(days=1)).isoformat()
