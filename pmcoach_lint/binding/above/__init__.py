"""What stands above the parts of a document and holds for all of it: front matter, title, labels, first sentences."""
