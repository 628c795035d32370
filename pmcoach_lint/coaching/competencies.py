"""Which competency a pack means where it names one: of its own part 1, or of the competency model that it refers to."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from pmcoach_lint.binding.targets import meanings
from pmcoach_lint.checks.words import way_of
from pmcoach_lint.coaching.parts import COMPETENCIES, LEVELS, Key, Node, nodes_at
from pmcoach_lint.doctypes import MODEL
from pmcoach_lint.document import Document
from pmcoach_lint.names import has_all_words, is_short_form, name_key
from pmcoach_lint.regex import regex
from pmcoach_lint.syntax.yaml_marks import Path
from pmcoach_lint.workspace import Workspace

_CODE = regex(r"[(\[]?(?:[A-Za-z]{1,4}-?)?\d{1,2}[)\]]?|[A-Z]")
"""What a competency goes by in one pack alone."""

_CODE_IN_FRONT = regex(r"^[(\[]?[A-Z]{1,4}-?\d{1,2}[)\]]?[.:)]?\s+(?=\w)")


class Competencies:
    """The competencies that a pack speaks of. One that is defined nowhere goes by its name."""

    def __init__(self, workspace: Workspace, pack: Document) -> None:
        self._workspace = workspace
        self._pack = pack

    @cached_property
    def defined(self) -> dict[Key, Node]:
        """What the pack and its model define, by key."""
        model = self._workspace.only(MODEL) if "competency_model" in self._pack.data else None
        found: dict[Key, Node] = {}
        for document, to in ((self._pack, COMPETENCIES), (model, COMPETENCIES[1:])):
            for index, node in enumerate(nodes_at(document, to) if document else ()):
                found[str(to[0]), index] = node
        return found

    @cached_property
    def _in_model(self) -> dict[tuple[Path, str], list[Key]]:
        """What is meant in the model that the pack names, by the way down to a text, and the text."""
        meant: dict[tuple[Path, str], list[Key]] = {}
        for outside in self._pack.outside:
            targets = self._workspace.targets(outside.type, outside.to) if outside.type == MODEL else None
            found = meanings(targets, outside.text, many=outside.many) if targets else []
            keys = [(str(outside.to[0]), one[0]) if one else name_key(outside.text) for one in found if len(one) < 2]
            meant[way_of(outside.path), outside.text] = keys
        return meant

    @staticmethod
    def same(one: Key | None, other: Key | None) -> bool:
        """Whether two keys mean the same; a name that is defined nowhere may be a short form of another."""
        if isinstance(one, str) and isinstance(other, str):
            return is_short_form(one, other) or is_short_form(other, one)
        return one is not None and one == other

    def called(self, said: str, key: Key | None) -> str:
        """What a competency is called: its name where what is `said` begins with its id or is a code, else just that.

        It is spelt as it is where it is defined. A code, such as `C1`, `2` or `A`, means one thing in one pack and
        another in the next; so it is left out in front of a name as well.
        """
        defined = self.defined[key].value if key in self.defined else {}
        number, name = str(defined.get("id", "")), str(defined.get("competency", ""))
        by_id = bool(number) and said.upper().lstrip("([").startswith(number)
        is_meant = by_id or said.casefold() == name.casefold() or _CODE.fullmatch(said)
        return _CODE_IN_FRONT.sub("", name if name and is_meant else said)

    def of(self, node: Node) -> list[Key]:
        """The competencies that a record of a list names; none where it may mean one or another."""
        way, text = (*node.path[:-1], "competency"), node.text("competency")
        keys: list[Key] = []
        for found in self._pack.meant.get(way, {}).get(text, ()):
            if len(found) == 1:
                keys.append((str(COMPETENCIES[0]), int(found[0][-1])))
            elif not found:
                keys += (
                    self._in_model.get((way, text), [])
                    if "competency_model" in self._pack.data
                    else [self._in_other_words.get(text) or name_key(text)]
                )
        return keys

    @cached_property
    def _in_other_words(self) -> dict[str, Key]:
        """What assessments mean whose words are all, in whatever form, in the name of one competency that is left.

        So `Executive rooms` is “Commands a room of executives”, where nothing else is assessed by that name.
        """
        found = self._pack.meant.get((*LEVELS, "competency"), {})
        named = {one[0][-1] for meant in found.values() for one in meant if len(one) == 1}
        left = {key: node.text("competency") for key, node in self.defined.items() if key[1] not in named}
        strays = [text for text, meant in found.items() if () in meant]
        likely = {text: [key for key, name in left.items() if has_all_words(text, name)] for text in strays}
        once = Counter(keys[0] for keys in likely.values() if len(keys) == 1)
        return {text: keys[0] for text, keys in likely.items() if len(keys) == 1 and once[keys[0]] == 1}

    def in_title(self, title: str) -> Key | None:
        """The one competency that is defined and whose name, or a short form of it, is or is part of a bet's title."""
        key = name_key(title)
        names = {known: name_key(node.text("competency")) for known, node in self.defined.items()}
        for fits in (str.__eq__, is_short_form, lambda short, full: is_short_form(full, short)):
            found = [known for known, name in names.items() if name and fits(key, name)]
            if found:
                return found[0] if len(found) == 1 else None
        return None
