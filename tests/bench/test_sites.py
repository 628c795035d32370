"""The sites that the benchmark builds are what it says they are; how long they take is not tested."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench import sites


def test_both_sites_are_made_of_the_same_pages(tmp_path: Path) -> None:
    built = sites.build(tmp_path, 2, limit=300)

    assert built.packs == 2
    assert built.pages > 150
    assert 200 < built.indexed / built.packs < 2000
    assert list(tmp_path.iterdir()) == []


def test_a_build_that_fails_is_told(tmp_path: Path) -> None:
    place = sites.repository(tmp_path, 1)
    (place / "mkdocs.yml").write_text("site_name: [\n", encoding="utf-8")

    with pytest.raises(sites.BenchError, match="mkdocs build ended with 1"):
        sites._timed([str(sites._BIN / "mkdocs"), "build"], place, 60)


def test_what_takes_too_long_is_given_up(tmp_path: Path) -> None:
    place = sites.repository(tmp_path, 1)

    with pytest.raises(sites.GaveUp, match=r"gave up: mkdocs build took more than 0 s"):
        sites._timed([str(sites._BIN / "mkdocs"), "build"], place, 0.05)


def test_a_server_that_ends_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sites, "CONFIG", "site_name: [\n")

    with pytest.raises(sites.BenchError, match="mkdocs serve ended with"):
        sites.served(tmp_path, 1, 60)
