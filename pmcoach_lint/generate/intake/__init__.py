"""The intake: which questions are open, what an answer says, and where in the document it is written."""
