"""New documents out of schemas."""
