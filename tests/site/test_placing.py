"""Where pages stand: safe, each its own, and the same whoever may see them."""

from __future__ import annotations

import re

import pytest

from pmcoach_lint.site.placing import Named, document_pages, engagement_of, engagement_pages, folders_of_engagements


def named(file: str, type_: str = "artifact", family: str = "engagement") -> Named:
    return Named(file, type_, family)


def placed(*documents: Named, root: str = "packs") -> dict[str, str]:
    folders = folders_of_engagements(documents)
    return document_pages(documents, engagement_pages(folders, root), root)


NORTHWIND = named("packs/clients/northwind/engagement.md", "engagement")


def test_documents_of_an_engagement_stand_with_it() -> None:
    deep = named("packs/clients/northwind/artifacts/2026/brief.md")
    own = named("packs/clients/northwind/risks.md", "risk-register")
    assert placed(NORTHWIND, deep, own) == {
        NORTHWIND.file: "clients/northwind/engagement",
        deep.file: "clients/northwind/artifacts/2026/brief",
        own.file: "clients/northwind/risks",
    }


def test_packs_and_other_families_stay_where_they_are_wherever_they_lie() -> None:
    pack = named("packs/clients/northwind/pm-31.md", "coaching-pack", "coaching")
    model = named("packs/clients/northwind/model.md", "competency-model", "coaching")
    unknown = named("packs/clients/northwind/broken.md", "", "")
    assert placed(NORTHWIND, pack, model, unknown) == {
        NORTHWIND.file: "clients/northwind/engagement",
        pack.file: "packs/clients/northwind/pm-31",
        model.file: "documents/competency-model/clients/northwind/model",
        unknown.file: "packs/clients/northwind/broken",
    }


def test_an_engagement_document_without_an_engagement_stands_with_its_type() -> None:
    assert placed(named("packs/brief.md")) == {"packs/brief.md": "documents/artifact/brief"}


def test_the_nearest_engagement_counts() -> None:
    inner = named("packs/clients/northwind/second/engagement.md", "engagement")
    brief = named("packs/clients/northwind/second/brief.md")
    aside = named("packs/clients/northwinds/brief.md")
    folders = folders_of_engagements([NORTHWIND, inner])
    assert engagement_of(brief, folders) == "packs/clients/northwind/second"
    assert engagement_of(aside, folders) is None
    assert placed(NORTHWIND, inner, brief)[brief.file] == "clients/northwind/second/brief"


class TestWithoutAPageOfTheEngagement:
    """`engagement.md` is ours: who follows the frameworks has an assessment, a plan, a proposal and a log."""

    def test_several_documents_about_one_client_are_an_engagement(self) -> None:
        log = Named("packs/clients/northwind/log.md", "event-log", "engagement", "northwind")
        plan = Named("packs/clients/northwind/plan.md", "coaching-plan", "engagement", "northwind")
        unsaid = named("packs/clients/northwind/brief.md")
        theirs = Named("packs/clients/northwind/artifacts/a.md", "artifact", "engagement", "northwind")
        others = Named("packs/clients/northwind/artifacts/b.md", "artifact", "engagement", "contoso")
        folders = folders_of_engagements([others, log, plan, unsaid, theirs])
        assert folders == {"packs/clients/northwind": "northwind"}
        of = {each: engagement_of(each, folders) for each in (log, plan, unsaid, theirs, others)}
        assert of == {**dict.fromkeys((log, plan, unsaid, theirs), "packs/clients/northwind"), others: None}
        assert placed(log, plan)[log.file] == "clients/northwind/log"

    def test_one_document_and_another_of_the_client_further_down_are_an_engagement(self) -> None:
        above = Named("packs/clients/northwind/log.md", "event-log", "engagement", "northwind")
        below = Named("packs/clients/northwind/artifacts/a.md", "artifact", "engagement", "northwind")
        alone = Named("packs/clients/contoso/log.md", "event-log", "engagement", "contoso")
        folders = folders_of_engagements([alone, above, below])
        assert folders == {"packs/clients/northwind": "northwind"}
        assert engagement_of(below, folders) == "packs/clients/northwind"

    @pytest.mark.parametrize("clients", [("northwind",), ("northwind", "contoso"), ("", "")])
    def test_one_document_alone_and_those_of_several_or_no_clients_are_none(self, clients: tuple[str, ...]) -> None:
        documents = [Named(f"packs/{at}.md", "event-log", "engagement", client) for at, client in enumerate(clients)]
        assert folders_of_engagements(documents) == {}

    def test_a_folder_in_an_engagement_is_no_other_one(self) -> None:
        inner = [Named(f"packs/clients/northwind/a/{at}.md", "artifact", "engagement", "northwind") for at in (1, 2)]
        assert folders_of_engagements([*inner, NORTHWIND]) == {"packs/clients/northwind": ""}


@pytest.mark.parametrize(
    ("folder", "root", "page"),
    [
        ("packs/clients/northwind", "packs", "clients/northwind"),
        ("packs/northwind", "packs", "clients/northwind"),
        ("packs/clients/emea/Northwind & Söhne", "packs", "clients/emea/northwind-söhne"),
        ("clients/northwind", "clients", "clients/northwind"),
        ("clients/northwind", "", "clients/northwind"),
        ("packs", "packs", "clients/client"),
        ("", "packs", "clients/client"),
        ("packs/clients/index", "packs", "clients/index-client"),
        ("packs/clients/..&..", "packs", "clients/client"),
    ],
)
def test_an_engagement_has_a_place_of_its_own(folder: str, root: str, page: str) -> None:
    assert engagement_pages([folder], root) == {folder: page}


def test_no_two_pages_meet() -> None:
    documents = [
        named("packs/clients/a b/engagement.md", "engagement"),
        named("packs/clients/a-b/engagement.md", "engagement"),
        named("packs/a-b/engagement.md", "engagement"),
        named("packs/clients/a b/x.md"),
        named("packs/clients/a b/X.md"),
        named("packs/clients/a b/x.markdown"),
        named("packs/clients/a b/index.md"),
        named("packs/clients/a b/sub.md"),
        named("packs/clients/a b/sub/engagement.md", "engagement"),
        named("packs/one/two.md", "note", "coaching"),
        named("packs/one-two.md", "note", "coaching"),
    ]
    folders = folders_of_engagements(documents)
    engagements = engagement_pages(folders, "packs")
    pages = [*engagements.values(), *document_pages(documents, engagements, "packs").values()]
    assert len(pages) == len(documents) + 4
    assert len(set(pages)) == len(pages)
    assert all(re.fullmatch(r"(clients|documents)/[\w./-]+", page) for page in pages)
    assert not any(part in (".", "..", "") for page in pages for part in page.split("/"))


def test_a_letter_with_its_dots_apart_is_placed_as_the_one_letter() -> None:
    apart, whole = (named(f"packs/f{letter}r-alle.md", "coaching-pack", "coaching") for letter in ("u\u0308", "ü"))
    assert placed(apart) == {apart.file: "packs/für-alle"}
    assert placed(whole) == {whole.file: "packs/für-alle"}
