"""Fixes: what the tool can put right by itself, and the proof that nothing else changes.

A fix is edits on stretches of the text. It is tried on a copy, the copy is read and checked again, and where the data
would change in any way that was not meant the fix is refused.
"""

from __future__ import annotations

from pmcoach_lint.fixes.apply import Fixed, fix_document

__all__ = ["Fixed", "fix_document"]
