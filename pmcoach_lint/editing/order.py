"""Beside which record a new one belongs, in the order in which the file has them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pmcoach_lint.tuples import NamedTuple


class Neighbour(NamedTuple):
    """The record beside which a new one goes, and whether it goes `before` that one."""

    place: int
    before: bool

    @property
    def own(self) -> int:
        """The place of the new record."""
        return self.place if self.before else self.place + 1


def neighbour(days: Sequence[date | None], day: date, *, newest_first: bool) -> Neighbour:
    """Find the neighbour of a record of `day` among records of the given `days`, of which there is at least one.

    Records that are in no order by days get the new one at the end where the latest ones stand.

    Args:
        days: The days of the records as they stand; None for one that has none.
        day: The day of the new record.
        newest_first: What counts where the days do not tell the order.
    """
    known = [each for each in days if each]
    if known and known[0] != known[-1]:
        newest_first = known[0] > known[-1]
    if newest_first:
        place = next((at for at, each in enumerate(days) if each and each <= day), None)
        if place is not None or not known:
            return Neighbour(place or 0, before=True)
        return Neighbour(len(days) - 1, before=False)
    place = next((at for at in range(len(days) - 1, -1, -1) if (each := days[at]) and each <= day), None)
    if place is not None or not known:
        return Neighbour(len(days) - 1 if place is None else place, before=False)
    return Neighbour(0, before=True)
