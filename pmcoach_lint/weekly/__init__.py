"""A coaching cycle from week to week: which week it is, what falls due on which day, and how each bet stands."""
