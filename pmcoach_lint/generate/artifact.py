"""A new artifact of an engagement: the document with what is known of it, and places to fill in the rest."""

from __future__ import annotations

from collections.abc import Mapping

from pmcoach_lint.doctypes import DocType
from pmcoach_lint.generate.markdown import one_line
from pmcoach_lint.generate.written import scalar
from pmcoach_lint.names import name_key


def artifact_text(doctype: DocType, values: Mapping[str, str]) -> str:
    """The Markdown of an artifact.

    Args:
        doctype: The type `artifact`.
        values: What is known, by the names of its fields; what is required and not among them is to be filled in.
    """
    binding = doctype.binding
    front = [f"type: {doctype.name}"]
    body = [f"# {values.get('title') or '[Title]'}"]
    for name, field in binding.fields.items():
        value = one_line(values.get(name, ""))
        if name in ("type", "title") or not (value or name in binding.required):
            continue
        if field.is_section:
            body.append(f"## {field.written_name}\n\n{value or f'[{field.written_name}]'}")
        else:
            front.append(f"{field.frontmatter_key}: {scalar(value) if value else 'TBD'}")
    return "\n".join(["---", *front, "---", "", "\n\n".join(body)]) + "\n"


def file_name(title: str) -> str:
    """The name of the file of an artifact with this title."""
    return f"{'-'.join(name_key(title).replace(chr(39), '').split()) or 'artifact'}.md"
