"""What the engine makes of files that are none, of input that is bad, and of failures of its own."""

from __future__ import annotations

import gc
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from pmcoach_lint import loading, ruleset
from pmcoach_lint.doctypes import Catalogue
from pmcoach_lint.document import Document
from pmcoach_lint.engine import FileReport, lint_bytes, lint_files
from pmcoach_lint.finding import Severity
from pmcoach_lint.rules import Rule, all_rules
from pmcoach_lint.settings import Settings
from pmcoach_lint.syntax.source import MAX_BYTES
from tests.linting import lint, told
from tests.packs import WHOLE, replaced


class TestBadInput:
    @pytest.mark.parametrize(
        ("data", "code", "message"),
        [
            (b"", "PMC005", "This file is empty."),
            (b"\xef\xbb\xbf \n", "PMC005", "This file is empty."),
            (
                b"---\ntype: x\x93\n---\n",
                "PMC002",
                "This file is not saved as UTF-8: byte 11 (0x93) is no character of it.",
            ),
            ("---\ntype".encode("utf-16"), "PMC002", "This file is saved as UTF-16, not as UTF-8."),
            (b"abc\0", "PMC003", "There is a NUL character at byte 3, which no text file holds."),
            (b"\x89PNG\r\n\x1a\n\0\xff", "PMC003", "This is not a text file: it holds binary data."),
            (
                b"- a\n" * (MAX_BYTES // 4 + 1),
                "PMC004",
                "This file is 4.2 MB long; a document of more than 4 MB is not read.",
            ),
            (b"---\n- a\n---\n", "PMC104", "The front matter is a list; it must be lines of the form “key: value”."),
            (
                b"---\ntext\n---\n",
                "PMC104",
                "The front matter is a single text; it must be lines of the form “key: value”.",
            ),
            (b"---\ntype: a\n", "PMC102", "The front matter is opened here and never closed."),
            (
                b"# Title\n",
                "PMC101",
                "This document has no front matter, so there is no telling what kind of document it is.",
            ),
            (b"---\npm: a\n---\n", "PMC107", "The front matter does not say what kind of document this is."),
            (b"---\ntype: []\n---\n", "PMC108", "“[]” is no known type of document."),
        ],
    )
    def test_is_one_clear_finding(self, data: bytes, code: str, message: str, settings: Settings) -> None:
        found = told(lint_bytes(data, "pack.md", settings).findings)
        assert [(one[0], one[1], one[3]) for one in found] == [(code, "error", message)]

    def test_the_byte_at_fault_has_its_line_and_column(self, settings: Settings) -> None:
        found = lint_bytes("é\nab".encode() + b"\xff", "pack.md", settings).findings
        assert [(finding.range.start, finding.message) for finding in found] == [
            ((2, 3), "This file is not saved as UTF-8: byte 5 (0xff) is no character of it.")
        ]

    def test_an_alias_bomb(self, settings: Settings) -> None:
        lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
        lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
        text = "---\n" + "\n".join(lines) + "\n---\n"
        found = lint(text, settings)
        assert [(code, message) for code, _, _, message in found] == [
            ("PMC110", "The front matter holds more than 10,000 values once its aliases are followed.")
        ]

    @pytest.mark.parametrize("nested", ["> " * 1000 + "x\n", "".join(f"{'  ' * n}- a\n" for n in range(1000))])
    def test_a_thousand_levels_of_nesting(self, nested: str, settings: Settings) -> None:
        found = lint(WHOLE + "\n## Notes\n\n" + nested, settings)
        message = "Lists or quotations nest too deep here, so what is inside was not read."
        assert [(code, text) for code, _, _, text in found] == [("PMC006", message)]

    def test_a_table_of_ten_thousand_columns(self, settings: Settings) -> None:
        wide = "\n## Notes\n\n|" + "a|" * 10_000 + "\n|" + "-|" * 10_000 + "\n|" + "b|" * 10_000 + "\n"
        found = lint(WHOLE + wide, settings)
        message = "This table has more than 100 columns, so it was not read."
        assert [(code, text) for code, _, _, text in found] == [("PMC006", message)]


class TestFiles:
    def reports(self, settings: Settings, *paths: Path) -> dict[str, list[tuple[str, str]]]:
        return {
            Path(report.file).name: [(finding.code, finding.message) for finding in report.findings]
            for report in lint_files(paths, settings)
        }

    def test_what_cannot_be_read_is_a_finding_and_the_run_goes_on(
        self, tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        good, folder, pipe, loop = (tmp_path / name for name in ("good.md", "folder.md", "pipe.md", "loop.md"))
        nowhere, device, plug = (tmp_path / name for name in ("nowhere.md", "device.md", "plug.md"))
        nowhere.symlink_to(tmp_path / "gone.md")
        device.symlink_to("/dev/zero")
        monkeypatch.chdir(tmp_path)  # a socket's path may not be long
        with socket.socket(socket.AF_UNIX) as opened:
            opened.bind(plug.name)
        good.write_text(WHOLE, encoding="utf-8")
        folder.mkdir()
        os.mkfifo(pipe)
        loop.symlink_to(loop)
        assert self.reports(settings, folder, pipe, loop, nowhere, device, plug, tmp_path / "gone.md", good) == {
            "folder.md": [("PMC001", "This file is a folder.")],
            "pipe.md": [("PMC001", "This file is no ordinary file.")],
            "loop.md": [("PMC001", "This file is a link that leads back to itself.")],
            "nowhere.md": [("PMC001", "This file is a link to something that does not exist.")],
            "device.md": [("PMC001", "This file is no ordinary file.")],
            "plug.md": [("PMC001", "This file is no ordinary file.")],
            "gone.md": [("PMC001", "This file is not there any more.")],
            "good.md": [],
        }

    def test_a_large_file_is_not_even_opened(self, tmp_path: Path, settings: Settings) -> None:
        large = tmp_path / "large.md"
        with large.open("wb") as stream:
            stream.truncate(20_000_000)
        message = "This file is 20.0 MB long; a document of more than 4 MB is not read."
        assert self.reports(settings, large) == {"large.md": [("PMC004", message)]}

    def test_a_file_that_may_not_be_read(
        self, tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "locked.md"
        path.write_text(WHOLE, encoding="utf-8")

        def refuse(*_args: object, **_kwargs: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", refuse)  # root may read anything, so the mode bits alone would not tell
        assert self.reports(settings, path) == {"locked.md": [("PMC001", "This file may not be read by you.")]}

    def test_reports_come_one_by_one(self, tmp_path: Path, settings: Settings) -> None:
        def paths() -> Iterator[Path]:
            yield tmp_path / "first.md"
            raise AssertionError("the second path was asked for before the first report was taken")

        assert isinstance(next(lint_files(paths(), settings)), FileReport)


class TestFailures:
    def test_a_rule_that_fails_is_a_finding_without_text(
        self, settings: Settings, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(document: Document) -> list[object]:
            raise KeyError(document.text)

        broken = Rule("PMC999", Severity.ERROR, fail)  # type: ignore[arg-type]
        for name in ("all_rules", "rules_elsewhere"):
            monkeypatch.setattr(ruleset, name, lambda: (*all_rules(), broken))
        text = replaced(WHOLE, "| Apply | Analyze |", "| Apply | Analize |")
        found = lint(text, settings)
        message = "pmcoach failed here: the rule PMC999 (fail) ended with KeyError."
        assert [(code, words) for code, _, _, words in found] == [
            ("PMC009", message),
            ("PMC210", "“Analize” is not a Bloom level. Did you mean “Analyze”?"),
        ]

    def test_a_reader_that_fails_is_a_finding_too(self, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(data: bytes, file: str, catalogue: Catalogue) -> Document:
            raise RecursionError(data)

        monkeypatch.setattr(loading, "read_document", fail)
        message = "pmcoach failed here: reading the file ended with RecursionError."
        assert lint(WHOLE, settings) == [("PMC009", "error", "1:1-1:1", message)]


def test_documents_are_let_go_of_without_a_look_for_cycles(tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"pm-{number}.md").write_text(WHOLE, encoding="utf-8")
    gc.collect()
    before = sum(isinstance(each, Document) for each in gc.get_objects())
    gc.disable()
    try:
        for _ in lint_files(sorted(tmp_path.glob("*.md")), Settings(root=tmp_path)):
            alive = sum(isinstance(each, Document) for each in gc.get_objects()) - before
            assert alive < 3  # the last one, and the framework of what its coach attests
    finally:
        gc.enable()
