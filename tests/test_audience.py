"""Who may see what: the one function that decides, and the guide that promises it."""

from __future__ import annotations

import re
from itertools import takewhile

import pytest

from pmcoach_lint.audience import is_audience, is_slip_of, is_visibility, may_be, visible
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


@pytest.mark.parametrize(
    ("audience", "name"),
    [
        ("client:halden", "Halden Freight"),
        ("client:halden-freight-2", "Halden Freight"),
        ("client:haldenfreight", "Halden-Freight GmbH"),
        ("client:freight-halden", "Halden Freight"),
        ("client:hf-01", "Halden Freight"),
        ("client:mueller", "Müller & Söhne"),
        ("client:muller-sohne", "Müller & Söhne"),
        ("client:client-a", "Client A"),
        ("client:4711", "Halden Freight"),
        ("client:kiew", "Київ"),
        ("team:payments", "payment"),
    ],
)
def test_an_audience_in_another_form_of_its_name(audience: str, name: str) -> None:
    assert may_be(audience, name)


@pytest.mark.parametrize(
    ("audience", "name"),
    [("client:contoso", "Halden Freight"), ("client:alden", "Halden Freight"), ("client:client-b", "Client A")],
)
def test_an_audience_of_another_name(audience: str, name: str) -> None:
    assert not may_be(audience, name)


@pytest.mark.parametrize("said", ["serach", "seach", "searcch", "serrch", "searc", "zsearch"])
def test_one_letter_is_a_slip(said: str) -> None:
    assert is_slip_of(f"team:{said}", "Search")


@pytest.mark.parametrize(
    ("said", "name"),
    [("research", "Search"), ("squad-3", "Squad 2"), ("platform", "Search"), ("ops", "Dps"), ("squad-12", "Squad 1")],
)
def test_what_is_no_slip(said: str, name: str) -> None:
    assert not is_slip_of(f"team:{said}", name)
