"""`python -m pmcoach_lint` is `pmcoach`."""

from __future__ import annotations

from pmcoach_lint.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
