"""The named readers of values: what people write in a cell or behind a label, taken as data."""
