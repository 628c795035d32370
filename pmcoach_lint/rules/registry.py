"""The register of rules: a rule is a function with a docstring, and this is where it signs in.

The function's name is that of the offence: `bet_without_stretch` finds a `bet-without-stretch`. The docstring is the
rule's whole documentation (`explanation.py`).
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial, wraps
from typing import TYPE_CHECKING, Any, TypeVar

from pmcoach_lint.coaching.chain import Chain, chains
from pmcoach_lint.finding import Severity
from pmcoach_lint.rules.explanation import Explanation, explain
from pmcoach_lint.tuples import NamedTuple

if TYPE_CHECKING:
    from pmcoach_lint.document import Document
    from pmcoach_lint.settings import Settings
    from pmcoach_lint.standards import Standards
    from pmcoach_lint.syntax.source import Offence
    from pmcoach_lint.workspace import Workspace

Check = Callable[["Document"], Iterable["Offence"]] | Callable[["Document", "Options"], Iterable["Offence"]]
"""The check of a rule that looks at one document, and, where it takes them, at the options of the run."""

WorkspaceCheck = Callable[["Workspace"], Iterable["Offence"]] | Callable[["Workspace", "Options"], Iterable["Offence"]]
"""The check of a rule that looks at documents that belong together; each offence says in which text it stands."""

ChainCheck = Callable[[Chain], Iterable["Offence"]] | Callable[[Chain, "Options"], Iterable["Offence"]]
"""The check of a rule that looks at what hangs on what in a pack."""

_Check = TypeVar("_Check", bound=Check)
_WorkspaceCheck = TypeVar("_WorkspaceCheck", bound=WorkspaceCheck)
_ChainCheck = TypeVar("_ChainCheck", bound=ChainCheck)
_AnyCheck = TypeVar("_AnyCheck", bound=Callable[..., Any])

FAMILIES = {
    0: "Files",
    1: "Front matter",
    2: "Content",
    3: "Structure",
    4: "References",
    5: "Tables",
    6: "Client engagements",
    7: "Coaching",
    8: "Wording",
    9: "Boundaries and privacy",
}
"""The families of rules by the hundreds of their codes, in the order in which they are shown."""


class Option(NamedTuple):
    """Something about a rule that a team may set otherwise: its name in the settings, its default, what it says."""

    name: str
    default: Any
    description: str


class Options:
    """What a check is told beside what it looks at.

    `as_of` is the day; by name it gives the rule's options as the team has set them; `standards` are the frameworks
    that hold for the repository: the team's own, where it has any, else those of the package. `settings` are those of
    the run.
    """

    def __init__(self, as_of: date, values: Mapping[str, Any], standards: Standards, settings: Settings) -> None:
        self.as_of = as_of
        self.standards = standards
        self.settings = settings
        self._values = values

    def __getitem__(self, name: str) -> Any:
        """The value of the option `name` of the rule."""
        return self._values[name]


class Rule(NamedTuple):
    """A rule: its code, how severe it is, and the check itself, which has the name of the offence.

    `severity` is None where it follows the document's status: a warning in a draft or a pack in review, an error
    once the pack is active. `check` is given one document, or, where the rule looks `across` documents, a workspace;
    and, as a second argument, the `options`, if it takes any or needs to know the day. One that comes `last` tells
    what was noted while the others ran. One for `untyped` documents is asked about those of no known type as well.
    A rule that finds something missing names the parts `within` which it would stand, or none of them, where that is
    the part at which it finds it: it is never more than a warning where something in them is not read.
    """

    code: str
    severity: Severity | None
    check: Callable[..., Iterable[Offence]]
    across: bool = False
    last: bool = False
    options: tuple[Option, ...] = ()
    untyped: bool = False
    within: tuple[str, ...] | None = None
    private: bool = False

    @property
    def name(self) -> str:
        """The name of the offence, which is that of the check."""
        return self.check.__name__.replace("_", "-")

    @property
    def family(self) -> str:
        """The name of the family that the code's hundred stands for."""
        return FAMILIES[int(self.code[3])]

    @property
    def reads_engagements_only(self) -> bool:
        """Whether the rule looks at documents of client engagements and at no others, as its family says."""
        return self.code.startswith("PMC6")

    @property
    def reads_any_document(self) -> bool:
        """Whether the rule runs on documents of no known type as well, as those about files and front matter do."""
        return self.untyped or self.code < "PMC2"

    def page(self, site: str) -> str:
        """The address of the rule's page on the site at the address `site`."""
        return f"{site.rstrip('/')}/reference/rules/{self.code.lower()}/"

    @property
    def takes_options(self) -> bool:
        """Whether the check wants to be told the options."""
        check = getattr(self.check, "__wrapped__", self.check)
        return bool(check.__code__.co_argcount > 1)

    @property
    def strictness(self) -> str:
        """How severe it is, in a sentence."""
        if self.severity == "warning":
            return "Always a warning: it does not make a check fail."
        doubt = "" if self.within is None else " Only a warning where something stands there that nothing reads."
        if self.severity is None:
            return f"A warning while the document is a draft or in review, an error once it is active.{doubt}"
        return f"{'An' if doubt else 'Always an'} error.{doubt}"

    @property
    def reason(self) -> str:
        """Why the offence matters, on one line."""
        return " ".join(self.explanation.why.split())

    @property
    def explanation(self) -> Explanation:
        """What the check's docstring says, taken apart."""
        return explain(inspect.getdoc(self.check) or "")


_rules: dict[str, Rule] = {}
_names: set[str] = set()


def _signing_in(make: Callable[[Any], Rule]) -> Callable[[_AnyCheck], _AnyCheck]:
    """The decorator that registers the rule which `make` makes of a check."""

    def register(check: _AnyCheck) -> _AnyCheck:
        signing = make(check)
        if signing.code in _rules or signing.name in _names:
            raise ValueError(f"two rules are called {signing.code} or {signing.name}")
        _rules[signing.code] = signing
        _names.add(signing.name)
        return check

    return register


def rule(
    code: str,
    *options: Option,
    severity: Severity | None = Severity.ERROR,
    untyped: bool = False,
    within: tuple[str, ...] | None = None,
    private: bool = False,
) -> Callable[[_Check], _Check]:
    """Register the decorated check as the rule `code` (`PMC` and three digits)."""
    return _signing_in(partial(Rule, code, severity, options=options, untyped=untyped, within=within, private=private))


def rule_across(
    code: str,
    *options: Option,
    severity: Severity | None = Severity.ERROR,
    within: tuple[str, ...] | None = None,
) -> Callable[[_WorkspaceCheck], _WorkspaceCheck]:
    """Register the decorated check as a rule that looks across the documents of a workspace."""
    return _signing_in(partial(Rule, code, severity, across=True, options=options, within=within))


def rule_of_chain(
    code: str,
    *options: Option,
    severity: Severity | None = Severity.ERROR,
    within: tuple[str, ...] | None = None,
) -> Callable[[_ChainCheck], _ChainCheck]:
    """Register the decorated check as a rule that looks at what hangs on what in each pack of a workspace."""

    def of_chains(check: Callable[..., Iterable[Offence]]) -> Rule:
        @wraps(check)
        def across(workspace: Workspace, **given: Options) -> Iterator[Offence]:
            for chain in chains(workspace):
                yield from check(chain, **given)

        return Rule(code, severity, across, across=True, options=options, within=within)

    return _signing_in(of_chains)


def reported(
    code: str,
    *,
    severity: Severity | None = Severity.ERROR,
    last: bool = False,
    untyped: bool = False,
    within: tuple[str, ...] | None = None,
) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """Register a rule that tells what was reported under its name while the document was read.

    The decorated function does nothing: it has the name and the docstring.
    """

    def of_reports(described: Callable[[], None]) -> Rule:
        @wraps(described)
        def check(document: Document) -> Iterable[Offence]:
            return document.offences.get(name, ())

        signing = Rule(code, severity, check, last=last, untyped=untyped, within=within)
        name = signing.name
        return signing

    return _signing_in(of_reports)


def registered() -> Iterator[Rule]:
    """All rules that have signed in, by code."""
    for code in sorted(_rules):
        yield _rules[code]
