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

    with pytest.raises(sites.BenchError, match="mkdocs"):
        sites._timed([str(sites._BIN / "mkdocs"), "build"], place, 60)
