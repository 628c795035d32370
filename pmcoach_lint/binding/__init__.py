"""Binding: from the blocks of a Markdown document to the data that its schema describes.

A schema says with `x-markdown` where a property is written. `compiling` makes a `model` of that, `outline` finds what
has a name in the text, `extract` puts the two together, `readers` read single values.
"""
