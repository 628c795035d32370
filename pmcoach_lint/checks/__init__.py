"""Checks of a document's data against its JSON Schema, told in the author's words."""
