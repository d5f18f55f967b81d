"""What a report is about: a document, what a check says of it, and where it stands in its text."""

from collections.abc import Callable

import pendulum
from attrs import evolve, field, frozen

from cooperation.codelists import nearest
from cooperation.diagnostics import Diagnostic, Path, Position, Report, Severity
from cooperation.errors import CooperationError
from cooperation.formats import Document
from cooperation.model import Portfolio, Project
from cooperation.review import Question, Review

__all__ = ["Subject"]

# A text of this many letters takes some seconds to be looked through; one with a project a line does not.
_LONG = 4_000_000


@frozen(kw_only=True)
class Subject:
    """A document with what was said of it.

    Places in the text are looked for only where they are shown: in a long text that takes longer than the check.

    Attributes:
        review: What was said, with what could be read.
        portfolio: What could be read.
        elsewhere: How many findings are left out because they are of other parts of the document.

    """

    review: Review = field(repr=False)
    portfolio: Portfolio = field(repr=False)
    elsewhere: int = 0

    @classmethod
    def of(
        cls,
        x: Review | Document | Portfolio | Project,
        question: Question,
        today: pendulum.Date,
        progress: Callable[[str, int, int], None] | None = None,
    ) -> "Subject":
        """What was reviewed; a document that was not is asked here.

        Raises:
            CooperationError: Nothing of the document could be read.
        """
        if isinstance(x, Review):
            if x.document is None:
                raise CooperationError(f"{x.name} could not be read as a document, so there is nothing to report on")
            return cls(review=x, portfolio=x.document.portfolio)
        if not isinstance(x, (Document, Portfolio, Project)):
            raise TypeError(f"a report is of a document, a portfolio or a project, not of {type(x).__name__}")
        portfolio = Portfolio(projects=(x,)) if isinstance(x, Project) else x
        document = Document(portfolio=portfolio) if isinstance(portfolio, Portfolio) else portfolio
        asked = question if question.today is not None else evolve(question, today=today)

        def told(done: int, total: int) -> None:
            if progress is not None:
                progress("checking", done, total)

        report = asked.ask(document.portfolio, document.allowances, progress=told)
        name = "" if document.source is None else document.source.name
        review = Review(name=name, report=report, document=document, source=document.source)
        return cls(review=review, portfolio=document.portfolio)

    @property
    def report(self) -> Report:
        """What was found."""
        return self.review.report

    @property
    def only(self) -> Project | None:
        """The only project, if there is but one."""
        return self.portfolio.projects[0] if len(self.portfolio) == 1 else None

    def project(self, wanted: str) -> Project:
        """The project with this id, title or alias.

        Raises:
            CooperationError: There is none.
        """
        found = self.portfolio[wanted] if wanted in self.portfolio else self.portfolio.find_project(wanted)
        if found is None:
            ids = [project.id for project in self.portfolio]
            hint = "".join(f" (did you mean {near!r}?)" for near in nearest(wanted, ids, limit=1))
            raise CooperationError(f"no project {wanted!r}{hint}; there is {', '.join(ids) or 'none'}")
        return found

    def about(self, project: Project) -> "Subject":
        """The same with only what was said of one project, and of the document around it where it is the only one."""
        if len(self.portfolio) == 1:
            return self
        place = ("projects", self.portfolio.projects.index(project))
        report = self.report

        def ours(path: Path) -> bool:
            return path[:2] == place

        findings = tuple(one for one in report.findings if ours(one.path))
        own = evolve(
            report,
            findings=findings,
            unknown=tuple(one for one in report.unknown if ours(one.path)),
            silenced=tuple(one for one in report.silenced if ours(one.finding.path)),
        )
        return evolve(self, review=evolve(self.review, report=own), elsewhere=len(report.findings) - len(findings))

    def placed(self, finding: Diagnostic) -> Diagnostic:
        """A finding with its place in the text, where there is a text and it is not too long to look in."""
        if finding.position is not None:
            return finding
        return evolve(finding, position=self.locate(finding.path))

    def locate(self, path: Path) -> Position | None:
        """Where a path stands in the text; ``None`` without a text, and in one so long that looking would take long."""
        source = self.review.source
        if source is None or (len(source.text) > _LONG and source.part_of is None):
            return None
        return source.locate(path)

    def counts(self) -> dict[Severity, int]:
        """How many findings there are of each severity, the gravest first."""
        return {severity: self.report.count(severity) for severity in sorted(Severity, key=lambda one: -one.rank)}
