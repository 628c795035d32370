"""From bytes to blocks: text, front matter and Markdown, each with its exact place.

All places inside are spans: `(start, end)` in characters of the decoded text. They become lines and columns in one
place only, `Source.range`.
"""
