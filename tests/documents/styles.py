"""The same document in other styles: each function takes the text of one and writes it in another way."""

from __future__ import annotations

import re
from collections.abc import Callable

Style = Callable[[str], str]

_HEADING = re.compile(r"^(#{2,3}) (.*)$", re.MULTILINE)
_LABEL = re.compile(r"^(?P<bullet>- )?\*\*(?P<name>[^*\n]+)\*\*: ", re.MULTILINE)
_ROW = re.compile(r"^\|(.*)\|$", re.MULTILINE)


def numbered(form: str) -> Style:
    """Numbers the parts: `1)`, `1.` and so on."""

    def style(text: str) -> str:
        count = 0

        def number(match: re.Match[str]) -> str:
            nonlocal count
            if match[1] == "###":
                return match[0]
            count += 1
            return f"## {form.format(count)} {match[2]}"

        return _HEADING.sub(number, text)

    return style


def headings(part: str, inner: str) -> Style:
    """Writes the headings of parts and those inside in another form."""
    return lambda text: _HEADING.sub(lambda match: (part if match[1] == "##" else inner).format(match[2]), text)


def labels(form: str) -> Style:
    """Writes labels in another form."""
    return lambda text: _LABEL.sub(lambda match: form.format(match["name"]), text)


def rows(change: Callable[[list[str]], str]) -> Style:
    """Writes every row of every table in another way."""
    return lambda text: _ROW.sub(lambda match: change([cell.strip() for cell in match[1].split("|")]), text)


def emphatic(cell: str) -> str:
    """The cell in bold, unless it is one of the dashes below a header."""
    return cell if cell.startswith("--") else f"**{cell}**"


def without_rules(text: str) -> str:
    """Leaves the lines of dashes between the parts out."""
    return text.replace("\n---\n", "")


def rules_without_space(text: str) -> str:
    """Puts the lines of dashes right below the text above them."""
    return text.replace("\n\n---\n", "\n---\n")


def airy(text: str) -> str:
    """Puts an empty line below every heading."""
    return _HEADING.sub(lambda match: f"{match[0]}\n", text)


def renamed(names: dict[str, str]) -> Style:
    """Calls headings, labels and columns by other names."""
    pattern = re.compile("|".join(rf"(?<![\w/]){re.escape(name)}(?![\w/])" for name in sorted(names, key=len)[::-1]))
    lines = re.compile(r"^(?:#{2,3} .*|(?:- )?\*\*.*?:|\|.*\|(?=\n\|[\s:|-]+\|$))", re.MULTILINE)
    return lambda text: lines.sub(lambda line: pattern.sub(lambda match: names[match[0]], line[0]), text)


STYLES: dict[str, Style] = {
    "as it is": lambda text: text,
    "airy": airy,
    "1)": numbered("{})"),
    "1.": numbered("{}."),
    "1": numbered("{}"),
    "part": numbered("Part {}:"),
    "without rules": without_rules,
    "rules without space": rules_without_space,
    "one level up": headings("# {}", "## {}"),
    "two levels down": headings("#### {}", "##### {}"),
    "capitals": lambda text: re.sub(r"^## .*$", lambda match: match[0].upper(), text, flags=re.MULTILINE),
    "headings in bold": headings("## **{}**", "### **{}**"),
    "headings with colons": headings("## {}:", "### {}:"),
    "bold for headings inside": headings("## {}\n", "**{}**\n"),
    "bold for all headings": headings("**{}**\n", "**{}**\n"),
    "bold with numbers": lambda text: headings("**{}**\n", "**{}:**\n")(numbered("{}.")(text)),
    "colon inside": labels("**{}:** "),
    "dash and colon inside": labels("- **{}:** "),
    "plain labels": labels("{}: "),
    "plain bullets": labels("- {}: "),
    "underscores": labels("__{}__: "),
    "stars for bullets": lambda text: re.sub(r"^- ", "* ", text, flags=re.MULTILINE),
    "no outer pipes": rows(" | ".join),
    "wide cells": rows(lambda cells: "|  " + "  |   ".join(cells) + "  |"),
    "columns turned round": rows(lambda cells: f"| {' | '.join(cells[::-1])} |"),
    "bold first cells": rows(lambda cells: f"| {emphatic(cells[0])} | {' | '.join(cells[1:])} |"),
    "one more column": rows(lambda cells: f"| {' | '.join([*cells, '---' if '--' in cells[0] else 'Note'])} |"),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "title below": lambda text: "A word before it.\n\n" + text,
    "title underlined": lambda text: re.sub(r"^# (.*)$", r"\1\n===", text, count=1, flags=re.MULTILINE),
    "title in bold": lambda text: re.sub(r"^# (.*)$", r"**\1**", text, count=1, flags=re.MULTILINE),
}
"""Every style by its name."""
