"""Binding: from the blocks of a Markdown document to the data that its schema describes.

A schema says with `x-markdown` where a property is written. `model` knows that of each property, `outline` finds what
has a name in the text, `extract` puts the two together, and `values` reads single values with the `readers`.
"""
