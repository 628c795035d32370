"""JSON in which every key and value remembers its place, and in which a mistake is told in plain words.

The standard library's reader gives no places, lets the last of two equal keys win in silence, and takes `NaN`, which
is no JSON. Schemas are short and read once, so a reader in Python does.
"""

from __future__ import annotations

import json
from typing import Any

from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.filling import Filling, Open
from pmcoach_lint.syntax.source import Span
from pmcoach_lint.syntax.yaml_marks import Marked

MAX_DEPTH = 100

_SPACE = regex(r"[ \t\r\n]*")
_STRING = regex(r'"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"')
_NUMBER = regex(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?(?![\w.+-])")
_NUMBER_AT_MOST = 30
_WORD = regex(r"[^\s\[\]{},:\"]+")
_SURROGATE = regex(r"\\u[dD][89a-fA-F]")
_WORDS = {"true": True, "false": False, "null": None}
_OPENING, _CLOSING = {"{": "}", "[": "]"}, {"}": "{", "]": "["}


class JsonProblem(Exception):
    """The text is no JSON that can be read: where, why, and what to do."""

    def __init__(self, span: Span, message: str, hint: str) -> None:
        super().__init__(message)
        self.span = span
        self.message = message
        self.hint = hint


def read_json(text: str) -> Marked:
    """Read a JSON text.

    Returns:
        The data, with the span of each value and key by path, and the keys that are given twice, of which the first
        one counts.

    Raises:
        JsonProblem: The text is no JSON, or nests without reasonable bounds.
    """
    return _Reader(text).read()


class _Reader(Filling):
    """Goes through the text token by token."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.at = 0

    def read(self) -> Marked:
        """Read the one value that the text is."""
        self.value()
        while self.stack:
            self.member()
        self.skip()
        if self.at < len(self.text):
            raise JsonProblem(
                self.token(), "The file goes on behind its end.", "A file holds one { … }; delete what follows it."
            )
        return self.marked

    def member(self) -> None:
        """Read on in the innermost object or list: its next member, or its end."""
        inner = self.stack[-1]
        closing = "}" if isinstance(inner.container, dict) else "]"
        if self.peek() == closing:
            self.close(closing)
            return
        if inner.container:
            comma = self.comma(inner, closing)
            if self.peek() in _CLOSING:
                raise JsonProblem(comma, "Nothing follows this comma.", "Delete it: the last entry has none.")
        if isinstance(inner.container, dict):
            self.entry()
        self.value()

    def comma(self, inner: Open, closing: str) -> Span:
        """Take the comma between two members."""
        place = (self.at, self.at + 1)
        if self.peek() == ",":
            self.at += 1
            return place
        if self.peek() == "":
            raise self.unclosed()
        if self.peek() in _CLOSING:
            raise self.mismatch(inner, closing)
        raise JsonProblem(self.token(), "A comma is missing before this.", "Entries are parted by commas.")

    def entry(self) -> None:
        """Take a key of the innermost object, and the colon behind it."""
        if self.peek() != '"':
            if self.peek() == "":
                raise self.unclosed()
            message = "The name of an entry must stand here, in double quotes."
            raise JsonProblem(self.token(), message, 'Write "name": value.')
        start = self.at
        key = self.string()
        span = (start, self.at)
        if self.peek() != ":":
            raise JsonProblem(span, f"A colon is missing behind “{key}”.", 'Write "name": value.')
        self.at += 1
        self.name(key, span)

    def value(self) -> None:
        """Take one value; of an object or list, the bracket that opens it."""
        sign, start = self.peek(), self.at
        if sign in _OPENING:
            if len(self.stack) == MAX_DEPTH:
                message = f"Brackets nest more than {MAX_DEPTH} levels deep here."
                raise JsonProblem((start, start + 1), message, "Move inner parts to “$defs”.")
            container: Any = {} if sign == "{" else []
            self.at += 1
            self.begin(container, (start, self.at))
            return
        value = self.string() if sign == '"' else self.word()
        self.put(value, (start, self.at))

    def close(self, closing: str) -> None:
        """End the innermost object or list."""
        self.at += len(closing)
        self.end(self.at)

    # Tokens

    def skip(self) -> None:
        """Pass over white space."""
        match = _SPACE.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def peek(self) -> str:
        """The next character that is no white space; empty at the end."""
        self.skip()
        return self.text[self.at : self.at + 1]

    def token(self) -> Span:
        """Where the next thing stands, for a message about it."""
        match = _STRING.match(self.text, self.at) or _WORD.match(self.text, self.at)
        return (self.at, match.end() if match else self.at + 1)

    def string(self) -> str:
        """Take a text in double quotes."""
        match = _STRING.match(self.text, self.at)
        if not match:
            raise self.broken_string()
        value: str = json.loads(match.group())
        if _SURROGATE.search(match.group()) and any("\ud800" <= character <= "\udfff" for character in value):
            message = "Half a character (a lone surrogate) may not stand in a text."
            raise JsonProblem(match.span(), message, "Write the character itself.")
        self.at = match.end()
        return value

    def word(self) -> Any:
        """Take a number, or true, false or null."""
        match = _NUMBER.match(self.text, self.at)
        if match and len(match.group()) <= _NUMBER_AT_MOST:
            number = json.loads(match.group())
            if abs(number) < float("inf"):
                self.at = match.end()
                return number
        word = _WORD.match(self.text, self.at)
        if word and word.group() in _WORDS:
            self.at = word.end()
            return _WORDS[word.group()]
        if self.peek() == "":
            raise self.unclosed() if self.stack else JsonProblem((0, 0), "The file is empty.", "Write a schema: { … }.")
        raise self.no_value()

    # What is wrong

    def no_value(self) -> JsonProblem:
        """What to say where no value stands."""
        span = self.token()
        text = self.text[slice(*span)]
        if text in _CLOSING or text in ",:":
            return JsonProblem(span, "A value is missing before this.", 'Write "name": value.')
        if text.startswith(("//", "/*", "#")):
            return JsonProblem(span, "JSON has no comments.", "Use “$comment” or “description”, or delete it.")
        if text.startswith(("'", "“", "”", "‘")):
            return JsonProblem(span, "A text must stand in straight double quotes.", 'Write "text".')
        near = {"True": "true", "False": "false", "None": "null"}.get(text)
        hint = f"Write {near}." if near else 'A text stands in double quotes: "text".'
        return JsonProblem(span, f"“{text}” is no value in JSON.", hint)

    def broken_string(self) -> JsonProblem:
        """What to say of a text in double quotes that is none."""
        at = self.at + 1
        while at < len(self.text) and self.text[at] != '"':
            character = self.text[at]
            if character in "\r\n":
                hint = 'Close it with ". A line break inside a text is written \\n.'
                return JsonProblem((self.at, at), "This text is not closed on its line.", hint)
            if character < " ":
                return JsonProblem((at, at + 1), "A tab or control character may not stand in a text.", "Write \\t.")
            if character == "\\" and not _STRING.match(f'"{self.text[at : at + 2]}"'):
                if self.text[at + 1 : at + 2] != "u" or not _STRING.match(f'"{self.text[at : at + 6]}"'):
                    message = "This backslash begins nothing that JSON knows."
                    return JsonProblem((at, at + 2), message, "Write a backslash as two: \\\\.")
                at += 4
            at += 2 if character == "\\" else 1
        return JsonProblem((self.at, len(self.text)), "This text is never closed.", 'Close it with ".')

    def unclosed(self) -> JsonProblem:
        """What to say where the text ends too soon."""
        inner = self.stack[-1]
        sign = self.text[inner.start]
        return JsonProblem(
            (inner.start, inner.start + 1), f"This {sign} is never closed.", f"Close it with {_OPENING[sign]}."
        )

    def mismatch(self, inner: Open, closing: str) -> JsonProblem:
        """What to say of a bracket of the wrong kind."""
        wrong = self.text[self.at]
        message = f"{wrong} cannot close the {self.text[inner.start]} that is open here."
        return JsonProblem((self.at, self.at + 1), message, f"Close it with {closing}.")
