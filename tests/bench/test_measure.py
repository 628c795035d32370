"""What the benchmark says of the Python that it runs on."""

from __future__ import annotations

import platform
import sysconfig

import pytest

from tests.bench import measure


@pytest.mark.parametrize(
    ("settings", "built"),
    [
        ({"CONFIG_ARGS": "'--enable-optimizations' '--with-lto'"}, "built with optimisation by a profile"),
        ({"PY_CFLAGS_NODIST": "-fprofile-use -fprofile-correction"}, "built with optimisation by a profile"),
        ({"CONFIG_ARGS": "'--enable-shared'", "PGO_PROF_USE_FLAG": "-fprofile-use"}, "not said to be"),
        ({}, "not said to be"),
    ],
)
def test_it_says_how_python_was_built(settings: dict[str, str], built: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sysconfig, "get_config_var", settings.get)

    said = measure.python()

    assert said.startswith(f"CPython {platform.python_version()} ({built}")
