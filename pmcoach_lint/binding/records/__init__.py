"""Lists of records, in each of the shapes in which people write them: rows, items, lines, sections, weeks."""
