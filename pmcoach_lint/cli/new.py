"""`pmcoach new`: begin a document."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from pmcoach_lint.audience import PRIVATE
from pmcoach_lint.cli import console
from pmcoach_lint.cli.files import check_name, create, create_folder
from pmcoach_lint.cli.options import PATH, complete_types, date_option, settings_for, unknown, unusable
from pmcoach_lint.discovery import ENDINGS, discover
from pmcoach_lint.doctypes import ENGAGEMENT, PACK, Catalogue, DocType
from pmcoach_lint.nearest import in_a_row
from pmcoach_lint.paths import shown_path, true_path
from pmcoach_lint.report.tally import counted
from pmcoach_lint.report.visible import visible
from pmcoach_lint.repository import Repository
from pmcoach_lint.settings import Settings, UsageError

CLIENTS = ("packs", "clients")
ARTIFACTS = "artifacts"
EXAMPLES = """\b
Examples:
  pmcoach new coaching-pack packs/pm-07.md
  pmcoach new coaching-pack packs/pm-31.md --from packs/pm-31-intake.md
  pmcoach new engagement packs/clients/contoso/engagement.md
  pmcoach new engagement contoso --from packs/clients/contoso-intake.md
  pmcoach new value-ladder docs/standards/value-ladder.md
"""


@click.command("new", epilog=EXAMPLES)
@click.argument("doctype", metavar="TYPE", shell_complete=complete_types)
@click.argument("path", type=PATH)
@click.option("--from", "intake", metavar="INTAKE", type=PATH, help="Draft from an intake.")
@click.option("--parts", metavar="PARTS", multiple=True, help="Of a draft: these parts alone, as plan,cadence or 4,5.")
@date_option("--as-of", help="Of a draft: the day that counts as today.")
def command(doctype: str, path: Path, intake: Path | None, parts: tuple[str, ...], as_of: date | None) -> None:
    """Write a new document of TYPE to PATH, with all its parts and hints how to fill them.

    With an intake, a coaching pack is drafted from its answers and the libraries: the same answers give the same pack.
    What was assumed stands under its assumptions, and what only a person can say is marked TBD.

    An engagement is drafted from an intake of its own (pmcoach intake --for engagement), or from its first page. What
    comes of it is a whole folder, all files or none: NAME alone stands for packs/clients/NAME.

    A framework, such as the value ladder, begins as a copy of the one that comes with pmcoach. Folders on the way are
    made. A file that exists is never overwritten.
    """
    settings = settings_for(as_of=as_of)
    known = _find(doctype, Catalogue.of(settings))
    if known.name == ENGAGEMENT and intake is not None:
        _engagement(path, settings, intake, parts)
        return
    if known.name == ENGAGEMENT and not path.suffix:
        page = Path(*CLIENTS, path.name, f"{ENGAGEMENT}.md")
        hint = f"Name {page} for a blank first page, or give an intake with --from to have the whole folder drafted."
        raise UsageError(f"{path} is the name of a folder.", hint)
    check_name(path)
    if intake is not None or parts or as_of:
        _draft(known, path, settings, intake, parts)
        return
    from pmcoach_lint.generate.scaffold import beginning, is_copied

    create(path, beginning(known, _known(path, known, settings)))
    again = console.command("lint", str(path))
    told = f"{_where(path, settings)}Fill it in, then see what is still missing: {again}"
    if is_copied(known):
        told = f"{_of_a_copy(path, settings)}\nChange what is to be otherwise, then check it: {again}"
    console.write([f"Wrote {visible(str(path))}.\n{told}\n"])


def _known(path: Path, doctype: DocType, settings: Settings) -> dict[str, str]:
    """What is known of a new document of an engagement: the day, and the client whose documents lie in its folder."""
    if doctype.family != ENGAGEMENT:
        return {}
    folder = path.parent.parent if path.parent.name == ARTIFACTS else path.parent
    load = Repository(settings).load
    found = map(load, discover([folder], settings, force_exclude=False)) if folder.is_dir() else ()
    clients = {str(each.data["client"]) for each in found if each.family == ENGAGEMENT and each.data.get("client")}
    return {"date": settings.today.isoformat(), **({"client": clients.pop()} if len(clients) == 1 else {})}


def _draft(doctype: DocType, path: Path, settings: Settings, intake: Path | None, parts: tuple[str, ...]) -> None:
    """Write the draft of a coaching pack, and tell how many places are left to a person."""
    from pmcoach_lint.cli.drafting import draft_from, places_to_fill, read_draft

    if doctype.name != PACK or intake is None:
        raise UsageError(
            "Only a coaching pack or an engagement is drafted, and only from an intake.",
            "pmcoach new coaching-pack packs/pm-31.md --from packs/pm-31-intake.md",
        )
    text = draft_from(intake, path.parent, settings, parts)
    create(path, text, intake)
    left = places_to_fill(read_draft(text, path, settings))
    places = f"{counted(left, 'place')} in it only a person can fill in, marked TBD." if left else "No place is open."
    told = f"{_where(path, settings)}Read it, correct it, then: {console.command('lint', str(path))}"
    console.write([f"Wrote {visible(str(path))}, a draft.\n{places}\n{told}\n"])


def _engagement(path: Path, settings: Settings, intake: Path, parts: tuple[str, ...]) -> None:
    """Write the folder of an engagement, and tell what is in it and how many places are left to a person."""
    from pmcoach_lint.cli.drafting import engagement_from, places_to_fill, read_draft

    if parts:
        raise UsageError("A draft of an engagement has no parts.", "Leave out --parts: the whole folder is drafted.")
    if path.name.lower().endswith(ENDINGS):
        raise UsageError(f"{path} is the name of a file, and a whole folder is drafted.", f"Name it {path.stem}.")
    folder = path if path.name != str(path) else Path(*CLIENTS, path)
    texts = engagement_from(intake, folder, settings)
    create_folder(folder, texts, intake)
    drafts = {name: read_draft(text, folder / name, settings) for name, text in texts.items()}
    page = drafts["engagement.md"].data
    open_places = {name: places_to_fill(draft) for name, draft in drafts.items()}
    lines = [f"  {visible(name)}: {counted(left, 'place')} to fill in" for name, left in open_places.items() if left]
    left = f"{counted(sum(open_places.values()), 'place')} in all only a person can fill in, marked TBD."
    if unknown := len(page.get("unknowns", ())):
        lines.append(f"{counted(unknown, 'thing')} nobody knows yet: see Unknowns in engagement.md.")
    again, said = console.command("lint", str(folder)), page.get("visibility", PRIVATE)
    whom = "nobody, until their visibility says otherwise" if said == PRIVATE else visible(said)
    seen = f"Who may see these documents: {whom}."
    told = "\n".join([f"Wrote {visible(str(folder))}, a draft:", *lines, left, seen])
    console.write([f"{told}\n{_where(folder, settings)}Read it, correct it, then: {again}\n"])


def _where(path: Path, settings: Settings) -> str:
    """What to say of a document that lies where nothing looks for documents, as a line; empty where that is not so."""
    folders = [settings.root / folder for folder in settings.folders]
    if _lies_in(path, folders):
        return ""
    known = visible(in_a_row(list(map(shown_path, folders)), "or"))
    return f"It is not in {known}: without its name pmcoach lint does not look at it, and no site shows it.\n"


def _lies_in(path: Path, folders: list[Path]) -> bool:
    return any(true_path(path).is_relative_to(true_path(folder)) for folder in folders)


def _of_a_copy(path: Path, settings: Settings) -> str:
    """What to say of a framework that begins as a copy: whether it counts where it is."""
    folders = [settings.root / folder for folder in settings.standards]
    if _lies_in(path, folders):
        return "It is a copy of the one that comes with pmcoach, and from now on counts in its place."
    told = f"It counts once it is in {in_a_row(list(map(shown_path, folders)), 'or')}." if folders else ""
    return f"It is a copy of the one that comes with pmcoach. {told}".rstrip()


def _find(name: str, types: Catalogue) -> DocType:
    """The type of document called `name`."""
    doctype = types.find(name)
    if name in types.problems and doctype is None:
        raise unusable(name, types)
    if doctype is None:
        raise unknown(name, types, types.names)
    return doctype
