"""Tables: which of them holds which records or fields, and how their rows are read."""
