"""The examples that a schema carries, tried: whether each is judged as it should be, and which checks none reaches.

`reach` knows the checks of a type and which of them a document breaks; `trial` runs the examples.
"""
