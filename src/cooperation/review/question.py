"""What is asked of a document: as what, by which profile, on which day, and with which rules."""

from collections.abc import Callable, Iterable

import pendulum
from attrs import evolve, field, frozen

from cooperation.diagnostics import Allowance, Report
from cooperation.model import Portfolio, Stage
from cooperation.rules import Profile, check, split

__all__ = ["Question"]


def _words(given: Iterable[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


@frozen(kw_only=True)
class Question:
    """What is asked of documents; the same one may be asked of many.

    Attributes:
        stage: What their projects are asked as, instead of what they say.
        profile: The profile that selects the rules, or its name; else the one that each project's programme names.
        today: The day on which is asked.
        select: Codes of rules, or the letters of families, that are asked; all where nothing is said.
        ignore: Codes of rules, or the letters of families, that are not asked.
        lenient: Whether a file of a standard is checked whatever version of it the file says it follows.

    >>> from cooperation.model import Portfolio
    >>> Question(stage="summary").ask(Portfolio()).stage
    'summary'
    """

    stage: Stage | str | None = None
    profile: str | Profile | None = None
    today: pendulum.Date | None = None
    select: tuple[str, ...] = field(default=(), converter=_words)
    ignore: tuple[str, ...] = field(default=(), converter=_words)
    lenient: bool = False

    def ask(
        self,
        portfolio: Portfolio,
        allowances: Iterable[Allowance] = (),
        *,
        progress: Callable[[int, int], None] | None = None,
    ) -> Report:
        """The report on a portfolio.

        Args:
            portfolio: The portfolio.
            allowances: Findings that are accepted.
            progress: What is told, after each project, how many of how many were asked.

        Raises:
            ValueError: There is no such stage.
            UnknownProfileError: There is no such profile.
            ProfileError: The profile names a rule that there is not.
            UnknownCodeError: What is to be selected or ignored is neither a rule nor a family.
        """
        asked = self.of(None)
        return check(
            portfolio,
            stage=self.stage,
            profile=self.profile,
            today=self.today,
            allowances=allowances,
            rules=() if self.select and not asked.select else None,
            select=asked.select,
            ignore=asked.ignore,
            progress=progress,
        )

    def of(self, family: str | None) -> "Question":
        """The same with the codes of one family that joined, or of the rules about the model, where several are mixed.

        >>> Question(select=["LOG", "IAT110"]).of("IAT").select
        ('IAT110',)
        """
        return evolve(self, select=split(self.select, family), ignore=split(self.ignore, family))
