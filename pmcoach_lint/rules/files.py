"""Files that cannot be read as documents."""

from __future__ import annotations

from pmcoach_lint.rules.registry import reported


@reported("PMC001")
def unreadable_file() -> None:
    """A file cannot be opened.

    It may have been moved or deleted meanwhile, be a folder or a device, or belong to somebody else.

    Why it matters:
        What cannot be read has not been checked, and the rest of the run says nothing about it.

    What to do:
        Put the file back, or give yourself the right to read it.
    """


@reported("PMC002")
def not_utf_8() -> None:
    """A file is not saved in the encoding UTF-8.

    The finding names the first byte that does not fit.

    Why it matters:
        Letters and dashes would show as wrong signs on the site, and other tools refuse the file.

    What to do:
        Open the file in your editor, choose “Save with encoding”, and take UTF-8.
    """


@reported("PMC003")
def binary_content() -> None:
    """A file holds binary data: it is no text.

    Why it matters:
        A picture or a word-processor file renamed to `.md` cannot be read, compared or published.

    What to do:
        Export the document as Markdown, or keep the file out of the packs folder.
    """


@reported("PMC004")
def file_too_large() -> None:
    """A file is larger than any document that people write.

    Files above 4 MB are not read; a coaching pack has about 20 KB.

    Why it matters:
        Such a file is most likely an export or a log that went astray, and would make every check slow.

    What to do:
        Split it, or keep it out of the packs folder.
    """


@reported("PMC005")
def empty_file() -> None:
    """A file holds nothing.

    Why it matters:
        An empty pack looks like a pack in a list of files, and nobody notices that the work is missing.

    What to do:
        Run `pmcoach new coaching-pack` for a fresh one, or delete the file.
    """


@reported("PMC006")
def too_complex() -> None:
    """A table is too wide, or lists nest too deep, to be read.

    Tables of more than 100 columns, and lists or quotations of more than 40 levels, are passed over.

    Why it matters:
        What is passed over is not checked. It is mostly the trace of a conversion that went wrong.

    What to do:
        Turn the table on its side or split it; use headings in place of deep lists.
    """


@reported("PMC007")
def schema_problem() -> None:
    """The schema of a document type of your own cannot be used.

    The finding stands in the schema file: at what is no JSON, at a keyword that there is not, at a property that
    could never be found in a document, or at a reference that leads nowhere.

    Why it matters:
        No document is read by this schema, so nothing is checked or published as it says.

    What to do:
        Correct the place that the finding names. `pmcoach schema test` checks the schema without any document.
    """


@reported("PMC009", last=True)
def rule_failed() -> None:
    """A part of pmcoach itself has failed on a file.

    All other rules have run, and all other files have been checked. The finding shows no text of the document.

    Why it matters:
        One thing has not been checked in this file.

    What to do:
        Report it, with the form of the document (its headings and tables) but without its content.
    """
