"""Who may see what: the one function that decides, and the guide that promises it."""

from __future__ import annotations

import re
from itertools import takewhile

import pytest

from pmcoach_lint.audience import is_audience, is_visibility, visible
from tests.site.conftest import ROOT

NO_VISIBILITIES = ["", "Internal", " internal", "internal ", "team:", "team", "client", "team:Checkout", "everybody"]
GUIDE = ROOT / "docs" / "guides" / "visibility.md"


def promised() -> list[tuple[str, str, bool]]:
    """The table of the guide: audience, visibility, and whether the one sees the other."""
    rows = [
        [re.sub(r"[`*]", "", cell).strip() for cell in line.strip("|").split("|")]
        for line in GUIDE.read_text(encoding="utf-8").splitlines()
        if line.startswith("|")
    ]
    start = next(place for place, row in enumerate(rows) if row[0] == "Built for")
    head = rows[start]
    body = takewhile(lambda row: len(row) == len(head), rows[start + 2 :])
    return [
        (row[0], visibility, cell == "yes") for row in body for visibility, cell in zip(head[1:], row[1:], strict=True)
    ]


def test_the_guide_promises_what_holds() -> None:
    table = promised()
    assert len(table) == 24
    assert {(audience, visibility): visible(visibility, audience) for audience, visibility, _ in table} == {
        (audience, visibility): expected for audience, visibility, expected in table
    }


@pytest.mark.parametrize("audience", ["internal", "public", "team:checkout", "client:northwind"])
@pytest.mark.parametrize("visibility", [*NO_VISIBILITIES, None, True, 1, ["public"], {"public": True}])
def test_what_is_no_visibility_is_seen_by_nobody(visibility: object, audience: str) -> None:
    assert not visible(visibility, audience)


@pytest.mark.parametrize("audience", ["private", "", "all", "team:", "client: northwind", "internal,public"])
def test_what_is_no_audience_sees_nothing(audience: str) -> None:
    assert not is_audience(audience)
    assert not visible("public", audience)


def test_every_audience_is_a_visibility_and_private_is_one_too() -> None:
    for audience in ("internal", "public", "team:a-1", "client:b"):
        assert is_audience(audience)
        assert is_visibility(audience)
    assert is_visibility("private")
    assert not is_audience("private")


@pytest.mark.parametrize(
    "several", ["internal, client:northwind", "internal,client:northwind", "internal , client:northwind"]
)
def test_several_audiences_are_each_of_them(several: str) -> None:
    assert is_visibility(several)
    for audience, expected in (
        ("internal", True),
        ("team:checkout", True),
        ("client:northwind", True),
        ("client:contoso", False),
        ("public", False),
    ):
        assert visible(several, audience) is expected


@pytest.mark.parametrize(
    "several", ["internal, private", "internal; public", "internal,", "internal, ", ", internal", "internal, x"]
)
def test_what_is_no_list_of_audiences_is_seen_by_nobody(several: str) -> None:
    assert not is_visibility(several)
    assert not visible(several, "internal")
