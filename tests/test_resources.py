"""What the package brings besides code."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmcoach_lint.resources import find_folder, schema_folder


def test_the_schemas_lie_in_the_package_or_beside_it(tmp_path: Path) -> None:
    package = tmp_path / "package"
    (tmp_path / "schemas").mkdir()
    assert find_folder("schemas", package) == tmp_path / "schemas"
    (package / "schemas").mkdir(parents=True)
    assert find_folder("schemas", package) == package / "schemas"
    with pytest.raises(FileNotFoundError, match="its folder 'standards' is missing"):
        find_folder("standards", package)
    assert (schema_folder() / "settings.schema.json").is_file()
