"""What the parts of a coaching pack add up to: which record hangs on which, and what its words tell about levels."""
