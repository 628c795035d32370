"""A record's own text, taken apart: its id, title, days, times, levels, and what a line without labels tells."""
