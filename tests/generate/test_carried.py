"""Texts in another folder than the one that they were written in: their links lead to the same files."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcoach_lint.generate.carried import carried, link_to
from pmcoach_lint.syntax.links import file_links

HERE, THERE = Path("/coaching/notes"), Path("/coaching/packs/clients/contoso")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See [the offer](offer.md).", "See [the offer](../../../notes/offer.md)."),
        ("[One](../people/pm-51.md#gap)", "[One](../../../people/pm-51.md#gap)"),
        ("[There](../packs/clients/contoso/plan.md)", "[There](plan.md)"),
        ("[All](mails/)", "[All](../../../notes/mails/)"),
        ("[List](<losses of May.md> 'a list')", "[List](<../../../notes/losses%20of%20May.md> 'a list')"),
        ("[List](losses%20of%20May.md)", "[List](../../../notes/losses%20of%20May.md)"),
        ("[Übersicht](läufe.md)", "[Übersicht](../../../notes/läufe.md)"),
        ("![A chart](chart.png)", "![A chart](../../../notes/chart.png)"),
        ("[![A chart](chart.png)](page.md)", "[![A chart](../../../notes/chart.png)](../../../notes/page.md)"),
        ("| pm-51 | [Plan](plan.md) |", "| pm-51 | [Plan](../../../notes/plan.md) |"),
    ],
)
def test_links_to_files_are_counted_from_the_new_folder(text: str, expected: str) -> None:
    assert carried(text, HERE, THERE) == expected


@pytest.mark.parametrize(
    "text",
    [
        "[Web](https://example.org/a.md) and [mail](mailto:lead-02@example.org)",
        "[Part](#rate-and-basis), [root](/handbook.md)",
        "In code: `[offer](offer.md)`, and [in brackets] (aside).",
        "    [offer](offer.md)",
        "<!-- [offer](offer.md) -->",
    ],
)
def test_what_is_no_link_to_a_file_stays_as_it_is(text: str) -> None:
    assert carried(text, HERE, THERE) == text


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("[the minutes][m]", "[the minutes](../../../notes/minutes.md)"),
        ("[M]", "[M](../../../notes/minutes.md)"),
        ("[m][]", "[m](../../../notes/minutes.md)"),
        ("![chart][m]", "![chart](../../../notes/minutes.md)"),
        ("[the [first] page][w]", "[the [first] page](https://example.org/x)"),
        ("[E1] and [unknown][u]", "[E1] and [unknown][u]"),
    ],
)
def test_a_link_takes_its_address_with_it(link: str, expected: str) -> None:
    text = f"Two days a week, see {link}.\n\n[m]: minutes.md\n[w]: https://example.org/x\n"
    assert carried(text, HERE, THERE).startswith(f"Two days a week, see {expected}.\n")


def test_front_matter_is_left_alone() -> None:
    text = "---\nclient: '[Contoso](contoso.md)'\n---\n\n[Contoso](contoso.md)\n"
    moved = carried(text, HERE, THERE, text.rindex("---") + 4)
    assert moved == "---\nclient: '[Contoso](contoso.md)'\n---\n\n[Contoso](../../../notes/contoso.md)\n"


def test_in_its_own_folder_nothing_changes() -> None:
    text = "See [the offer](offer.md#price), [the plan](../plans/pm-51.md).\r\n"
    assert carried(text, HERE, HERE) == text


_folders = st.lists(st.sampled_from(["a", "b c", "ü", "100%", "x(1)"]), max_size=4).map(lambda names: Path("/", *names))


@given(
    _folders, _folders, _folders, st.sampled_from(["plan.md", "a plan.md", "50%.md", "what?.md", "no#1.md", "(x).md"])
)
def test_a_link_leads_to_the_same_file_from_everywhere(where: Path, here: Path, there: Path, name: str) -> None:
    text = f"See [this]({link_to(where / name, here)})."
    [link] = file_links(carried(text, here, there))
    assert (there / unquote(link.target)).resolve() == where / name
    assert carried(carried(text, here, there), there, here) == text
