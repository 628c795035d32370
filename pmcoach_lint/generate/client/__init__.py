"""The draft of an engagement's folder, out of an intake or of its first page: the same answers give the same folder.

What the answers do not say is never made up: it is told as an assumption, as unknown, or left to a person.
"""
