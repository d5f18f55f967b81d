"""Rules: small functions that look at one part of a project, and the engine that asks them.

>>> from cooperation.model import Portfolio, Project
>>> report = check(Portfolio(projects=(Project(id="a", title="A"),)), stage="summary")
>>> report.findings, report.stage
((), 'summary')
>>> page("LOG003").title
'An outcome has no output under it.'
"""

import functools
from collections.abc import Callable, Iterable

import pendulum

from cooperation.codelists import nearest
from cooperation.diagnostics import FAULTS, PROMISES, REFUSALS, Allowance, Page, Report
from cooperation.errors import UnknownCodeError
from cooperation.model import Stage
from cooperation.rules import (
    activities,
    adb,
    amounts,
    analyses,
    approval,
    baselines,
    canada,
    continuation,
    coverage,
    dfid,
    documents,
    give_and_take,
    groups,
    happened,
    icld,
    icld_money,
    icld_teams,
    indicators,
    logframe,
    marks,
    members,
    moments,
    money,
    objectives,
    observations,
    partners,
    people,
    risks,
    series,
    steps,
    targets,
    time,
    wholes,
    win_win,
    wording,
)
from cooperation.rules._catalogue import CATALOGUE, Entry, State
from cooperation.rules._context import Context
from cooperation.rules._engine import Examination, run
from cooperation.rules._joined import Joined, joined, joined_for, split
from cooperation.rules._realm import Asked, Part, Realm, Setting
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, rule
from cooperation.rules._selection import chosen, resolved, weight
from cooperation.rules._surroundings import Surroundings
from cooperation.rules.profiles import PROFILES, Limit, LimitKind, Profile
from cooperation.rules.profiles import profile as profile_named

__all__ = [
    "CATALOGUE",
    "NOT_APPLICABLE",
    "PROFILES",
    "RULES",
    "Asked",
    "Context",
    "Entry",
    "Examination",
    "Fail",
    "Joined",
    "Limit",
    "LimitKind",
    "Outcome",
    "Part",
    "Profile",
    "Realm",
    "Rule",
    "Setting",
    "State",
    "Surroundings",
    "Unknown",
    "check",
    "chosen",
    "joined",
    "joined_for",
    "own_pages",
    "page",
    "pages",
    "profile_named",
    "resolved",
    "rule",
    "split",
    "weight",
]

RULES: tuple[Rule, ...] = (
    *documents.RULES,
    *wholes.RULES,
    *logframe.RULES,
    *objectives.RULES,
    *steps.RULES,
    *coverage.RULES,
    *indicators.RULES,
    *series.RULES,
    *groups.RULES,
    *observations.RULES,
    *baselines.RULES,
    *targets.RULES,
    *moments.RULES,
    *risks.RULES,
    *time.RULES,
    *happened.RULES,
    *activities.RULES,
    *people.RULES,
    *money.RULES,
    *amounts.RULES,
    *partners.RULES,
    *members.RULES,
    *win_win.RULES,
    *give_and_take.RULES,
    *analyses.RULES,
    *marks.RULES,
    *wording.RULES,
    *continuation.RULES,
    *icld.RULES,
    *icld_teams.RULES,
    *icld_money.RULES,
    *approval.RULES,
    *dfid.RULES,
    *adb.RULES,
    *canada.RULES,
)
"""Every rule there is, family by family."""


def check(  # noqa: PLR0913  # all that can be asked, each by its name
    x: object,
    *,
    stage: Stage | str | None = None,
    profile: str | Profile | None = None,
    today: pendulum.Date | None = None,
    allowances: Iterable[Allowance] = (),
    rules: Iterable[Rule] | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Ask the rules of a portfolio, a project or any part of one.

    Args:
        x: The model value.
        stage: What it is asked as; each project's own stage, else a proposal, where nothing is said.
        profile: The profile that selects the rules, or its name, as ``icld`` or with a date as ``icld@2026``;
            else the one that each project's programme names, else the core.
        today: The day on which is asked.
        allowances: Findings that are accepted.
        rules: The rules to choose from, instead of those there are.
        select: Codes of rules, or the letters of families, that are asked; all where nothing is said.
        ignore: Codes of rules, or the letters of families, that are not asked; "wording" names all that look for words.
        progress: What is told, after each project, how many of how many were asked.

    Raises:
        TypeError: It is no model value.
        ValueError: There is no such stage.
        UnknownProfileError: There is no such profile.
        ProfileError: The profile names a rule that there is not, or makes much of one that looks for words.
        UnknownCodeError: What is to be selected or ignored is neither a rule nor a family.

    >>> from cooperation.model import Level, Logframe, Objective
    >>> frame = Logframe(objectives=(Objective(id="clean-water", statement="Clean water", level=Level.OUTCOME),))
    >>> print(check(frame, rules=[objectives.outcome_without_outputs]))
    error LOG003 outcome 'clean-water' has no output under it
    1 error, 0 warnings, 0 infos; 0 rules passed, 0 could not be judged

    """
    there_are = RULES if rules is None else tuple(rules)
    return run(
        x,
        chosen(there_are, select, ignore),
        asked=Asked(
            stage=None if stage is None else Stage(stage),
            profile=resolved(profile, there_are, _codes()),
            today=today if today is not None else pendulum.today().date(),
        ),
        allowances=tuple(allowances),
        known=_known() if rules is None else tuple(sorted({*_known(), *(made.code for made in there_are)})),
        progress=progress,
    )


def pages() -> tuple[Page, ...]:
    """The pages of the rules about the model, by their codes; those of other families are with them, see ``joined``."""
    return tuple(sorted((made.page for made in RULES), key=lambda one: one.code))


def own_pages() -> tuple[Page, ...]:
    """Every page about our own documents: faults, refusals of the measures, promises, and the rules by their codes.

    A code has two where a fault of structure and a rule both look for it.

    >>> {"TIM005", "IND016", "TGT004", "LOG003"} <= {one.code for one in own_pages()}
    True
    """
    return (*FAULTS.values(), *REFUSALS.values(), *PROMISES.values(), *pages())


def page(code: str) -> Page:
    """The page of a code: of a rule, of a fault of structure, or of what a measure refuses.

    Where a fault and a rule both look for something, it is that of the rule.

    Raises:
        UnknownCodeError: There is no such code.

    >>> page("IND016").title
    'Percentages would be added or averaged without their wholes.'

    """
    found = {one.code: one for one in own_pages()}
    if code in found:
        return found[code]
    family = joined_for(code)
    others = {} if family is None else {one.code: one for one in family.pages}
    if code in others:
        return others[code]
    raise UnknownCodeError(code, "rules", nearest(code, [*found, *others]))


@functools.cache
def _codes() -> frozenset[str]:
    return frozenset(made.code for made in RULES)


@functools.cache
def _known() -> tuple[str, ...]:
    return tuple(sorted(_codes() | {code for entry in CATALOGUE for code in entry.codes}))
