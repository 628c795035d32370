"""What the package brings besides code."""

from __future__ import annotations

from pathlib import Path
from pkgutil import iter_modules

import pytest

from pmcoach_lint import criteria, rules
from pmcoach_lint.resources import find_folder, modules_beside, schema_folder


def test_the_schemas_lie_in_the_package_or_beside_it(tmp_path: Path) -> None:
    package = tmp_path / "package"
    (tmp_path / "schemas").mkdir()
    assert find_folder("schemas", package) == tmp_path / "schemas"
    (package / "schemas").mkdir(parents=True)
    assert find_folder("schemas", package) == package / "schemas"
    with pytest.raises(FileNotFoundError, match="its folder 'standards' is missing"):
        find_folder("standards", package)
    assert (schema_folder() / "settings.schema.json").is_file()


def test_the_modules_of_a_package_are_those_that_python_knows() -> None:
    for package in (rules, criteria):
        assert package.__file__
        assert modules_beside(package.__file__) == [module.name for module in iter_modules(package.__path__)]
