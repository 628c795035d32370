"""What bears a name in a text: which piece is which field or record, and how far it reaches."""
