"""Which rules are asked, how severe they are, and with what options: all as the settings of a repository want it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from pmcoach_lint.doctypes import ENGAGEMENT
from pmcoach_lint.document import Document
from pmcoach_lint.finding import Finding, Severity
from pmcoach_lint.ignores import read_patterns
from pmcoach_lint.loading import FAILURE
from pmcoach_lint.nearest import did_you_mean, nearest
from pmcoach_lint.paths import shown_path
from pmcoach_lint.rules import Rule, all_rules, codes_of, rules_elsewhere
from pmcoach_lint.rules.forms import FORM, READING_RULES
from pmcoach_lint.rules.registry import Options
from pmcoach_lint.settings import Settings, SettingsError
from pmcoach_lint.standards import Standards
from pmcoach_lint.syntax.source import Offence
from pmcoach_lint.tuples import NamedTuple

LIVE_STATUSES = frozenset({"active", "completed", "final"})
"""In these, what a draft may still lack is an error."""

Prepared = tuple[Rule, Callable[[Any], Iterable[Offence]]]
"""A rule with its check, which is given nothing more than what it is to look at."""


class _Asked(NamedTuple):
    """The rules that are asked: those that look at one document, those that look across several, and the last ones.

    Those that find what is private stand apart. They are asked whatever is selected, as others must not repeat it.
    """

    local: list[Prepared]
    across: list[Prepared]
    last: list[Prepared]
    private: list[Prepared]


def _as_severe(finding: Finding, severity: Severity) -> Finding:
    singles = tuple(single._replace(severity=severity) for single in finding.singles)
    return finding._replace(severity=severity, singles=singles)


def _for(document: Document, rules: list[Prepared]) -> list[Prepared]:
    """Those of some rules that look at a document such as this."""
    return rules if document.doctype else [one for one in rules if one[0].reads_any_document]


class Ruleset:
    """The rules of one run. Those about client engagements are imported with the first document of one.

    Those that come `last` tell what was noted while the others ran: what has failed, and which comments let nothing
    pass.

    Raises:
        SettingsError: The settings speak of a rule or an option that there is none of.
    """

    def __init__(self, settings: Settings, standards: Standards) -> None:
        self._settings = settings
        self._standards = standards
        self._options = self._given_options()
        self._elsewhere = self._asked(rules_elsewhere())
        self._severities = self._all_severities(settings.severities)
        self._per_path = [
            (read_patterns((pattern,))[0], self._codes(held.ignore), self._all_severities(held.severities))
            for pattern, held in settings.per_path.items()
        ]

    @cached_property
    def _everywhere(self) -> _Asked:
        return self._asked(all_rules())

    @property
    def last(self) -> list[Prepared]:
        """The rules that come last."""
        return self._elsewhere.last

    @cached_property
    def form(self) -> Rule | None:
        """The rule about forms of one's own; None if it is not asked: then each place is told by itself."""
        return next((rule for rule, _ in self._elsewhere.local if rule.name == FORM), None)

    def asks(self, codes: frozenset[str]) -> bool:
        """Whether a rule is asked that has one of the `codes`."""
        return not codes.isdisjoint(self._all_asked)

    def asks_at(self, path: Path, code: str) -> bool:
        """Whether a rule is asked, and its findings at `path` count."""
        return code in self._all_asked and code not in self._at(path)[0]

    @cached_property
    def _all_asked(self) -> frozenset[str]:
        return frozenset(rule.code for rule in self._chosen(all_rules()))

    def local(self, document: Document) -> list[Prepared]:
        """The rules that look at a document by itself, as far as it concerns them."""
        rules = (self._everywhere if document.family == ENGAGEMENT else self._elsewhere).local
        return _for(document, rules)

    def private(self, document: Document) -> list[Prepared]:
        """The rules that find what is private in a document."""
        return _for(document, self._elsewhere.private)

    def across(self, documents: Iterable[Document]) -> list[Prepared]:
        """The rules that look at documents together, as far as these concern them."""
        families = {document.family for document in documents}
        return (self._everywhere if ENGAGEMENT in families else self._elsewhere).across

    def severity(self, rule: Rule, document: Document) -> Severity:
        """How severe an offence against `rule` is in `document`: as it is set, or it may follow its status."""
        fixed = self._severities.get(rule.code, rule.severity)
        if fixed is not None:
            return fixed
        return Severity.ERROR if document.status in LIVE_STATUSES else Severity.WARNING

    def held_at(self, path: Path, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The `findings` at `path` that count there, as severe as they are there."""
        ignored, severities = self._at(path) if self._per_path else (frozenset(), {})
        for finding in findings:
            if finding.code not in ignored:
                severity = severities.get(finding.code)
                yield _as_severe(finding, severity) if severity else finding

    def _at(self, path: Path) -> tuple[frozenset[str], dict[str, Severity]]:
        shown = self._settings.from_root(path)
        if shown is None:
            return frozenset(), {}
        ignored: set[str] = set()
        severities: dict[str, Severity] = {}
        for patterns, codes, severe in self._per_path:
            if patterns.verdict(shown):
                ignored |= codes
                severities |= severe
        return frozenset(ignored), severities

    def _asked(self, rules: Iterable[Rule]) -> _Asked:
        """Those of the `rules` that are asked, ready to be; with them those that the rule about forms needs."""
        chosen = self._chosen(rules)
        if self._settings.select is not None and any(rule.name == FORM for rule in chosen):
            left_out = self._codes(self._settings.ignore).union(rule.code for rule in chosen)
            chosen += [rule for rule in rules if rule.name in READING_RULES and rule.code not in left_out]
        ignored = self._codes(self._settings.ignore)
        private = [rule for rule in rules if rule.private and rule.code not in ignored]
        prepared = [(rule, self._check(rule)) for rule in chosen]
        return _Asked(
            local=[one for one in prepared if not (one[0].across or one[0].last or one[0].private)],
            across=[one for one in prepared if one[0].across],
            last=[one for one in prepared if one[0].last],
            private=[(rule, self._check(rule)) for rule in private],
        )

    def _chosen(self, rules: Iterable[Rule]) -> list[Rule]:
        """Those of the `rules` that are asked; that about failures always is."""
        settings = self._settings
        chosen = {rule.code for rule in rules} if settings.select is None else self._codes(settings.select)
        chosen = (chosen | self._codes(settings.extend_select)) - self._codes(settings.ignore)
        return [rule for rule in rules if rule.code in chosen or rule.name == FAILURE]

    def _codes(self, selectors: Iterable[str]) -> frozenset[str]:
        """The codes of the rules that are selected by code, by the beginning of one, or by name."""
        found: set[str] = set()
        for selector in selectors:
            codes = self.codes_of(selector)
            if not codes:
                raise self._no_rule(selector)
            found |= codes
        return frozenset(found)

    def codes_of(self, selector: str) -> frozenset[str]:
        """The codes of the rules that a code, the beginning of one, or a name stands for; none when it is none."""
        return codes_of(selector, all_rules())

    def _all_severities(self, given: Mapping[str, Severity]) -> dict[str, Severity]:
        """The severity of each rule for which one is set; what names a single rule counts more than a family."""
        inside_out = sorted(given, key=lambda selector: (selector in self._names, len(selector)))
        return {code: given[selector] for selector in inside_out for code in self._codes((selector,))}

    def _check(self, rule: Rule) -> Callable[[Any], Iterable[Offence]]:
        """The check of a rule, to which the options of the run have been given if it takes any."""
        if not rule.takes_options:
            return rule.check
        values = {option.name: option.default for option in rule.options} | self._options.get(rule.code, {})
        return partial(rule.check, options=Options(self._settings.today, values, self._standards, self._settings))

    @cached_property
    def _names(self) -> dict[str, Rule]:
        return {name: rule for rule in all_rules() for name in (rule.code, rule.name)}

    def _given_options(self) -> dict[str, dict[str, Any]]:
        """What the settings say of the options of rules, by code."""
        values: dict[str, dict[str, Any]] = {}
        for name, given in self._settings.rules.items():
            rule = self._names.get(name)
            if rule is None:
                raise self._no_rule(name)
            for key, value in given.items():
                values.setdefault(rule.code, {})[key] = self._option(rule, key, value)
        return values

    def _option(self, rule: Rule, key: str, value: Any) -> Any:
        """The value of one option, checked against its default."""
        known = {option.name: option for option in rule.options}
        if key not in known:
            has = f"It has: {', '.join(known)}." if known else "It has none."
            raise SettingsError(f"{self._where(key)}: The rule {rule.name} has no option “{key}”.", has)
        default = known[key].default
        if type(value) is not type(default):
            message = f"{self._where(key)}: The option “{key}” of {rule.name} is of another kind."
            raise SettingsError(message, f"Its default is {default!r}.")
        return value

    def _no_rule(self, name: str) -> SettingsError:
        question = did_you_mean(nearest(name, self._names))
        return SettingsError(f"{self._where(name)}: There is no rule “{name}”.{question}", "See: pmcoach rule")

    def _where(self, name: str) -> str:
        """The settings file, with the line on which a name stands in it."""
        from pmcoach_lint.settings_places import line_of_name  # noqa: PLC0415 - only a mistake needs it

        source = self._settings.source
        if source is None:
            return "The settings"
        line = line_of_name(source.read_bytes(), name) if source.is_file() else None
        return f"{shown_path(source)}:{line}" if line else shown_path(source)
