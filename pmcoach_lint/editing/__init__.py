"""Changes to a document: where a new record belongs, how it is written, and the proof that nothing else changes."""
