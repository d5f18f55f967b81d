"""One page that can be sent: a project or a portfolio as self-contained HTML, with what a check says of it.

The page needs no network and no other file, prints on A4, and is the same whenever it is made of the same document on
the same day.

>>> import cooperation as co
>>> made = page(co.load_example("vaxjo"), project="energy-plan", today=pendulum.date(2026, 1, 31))
>>> made.title
'Development of an Energy Plan in Line with Agenda 2030'
"""

from collections.abc import Callable

import pendulum

from cooperation.formats import Document
from cooperation.layouts import Layout
from cooperation.layouts import layout as layout_named
from cooperation.model import Portfolio, Project
from cooperation.report._many import portfolio_parts
from cooperation.report._one import project_parts
from cooperation.report._page import Page, composed
from cooperation.report._subject import Subject
from cooperation.review import Question, Review
from cooperation.views.telling import Teller, some

__all__ = ["Page", "page"]


def page(
    x: Review | Document | Portfolio | Project,
    *,
    project: str | None = None,
    question: Question | None = None,
    layout: str | Layout = "classic",
    language: str | None = None,
    today: pendulum.Date | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> Page:
    """The report on a project, or on a portfolio as a whole.

    A project has its summary, partners, results chain, logframe, work plan, indicators, money and risks, who gains
    what, the findings of a check with their lines, and what is not known.
    A portfolio of several projects has an overview instead: its projects and their time, who takes part, gains, goals,
    money, the findings by rule, and how much is known.

    Args:
        x: A review, a document, a portfolio, or a project alone; all but a review are checked here.
        project: The id of one project of several.
        question: What the check asks, where ``x`` is no review.
        layout: Whose words the logframe has; see ``cooperation.layouts``.
        language: The language of its texts, where they have it.
        today: The day on which the report is made.
        progress: What is told which step it is at, and how many of how many are done.

    Raises:
        CooperationError: The document could not be read, or there is no such project.
        MissingExtraError: The packages that draw or that fill in the page are not installed.
        UnknownLayoutError: There is no such layout.
        UnknownProfileError: The question names a profile that there is not.
    """
    day = pendulum.today().date() if today is None else today
    subject = Subject.of(x, question or Question(), day, progress)
    chosen = layout if isinstance(layout, Layout) else layout_named(layout)
    portfolio = subject.portfolio
    one = subject.only if project is None else subject.project(project)
    tell = progress or _silence
    if one is None:
        teller = Teller.of(portfolio, language=language)
        title = f"Portfolio of {some(len(portfolio), 'project')}"
        parts = portfolio_parts(subject, teller, day)
    else:
        teller = Teller.of(one, within=portfolio, language=language)
        title = teller.text(one.title)
        parts = project_parts(subject.about(one), one, teller, chosen, day)
    made = []
    for done, part in enumerate(parts, 1):
        made.append(part)
        tell(f"writing: {part.heading}", done, 0)
    return composed(title, made, subject=subject, kind="Portfolio" if one is None else "Project", day=day)


def _silence(step: str, done: int, total: int) -> None:
    """Tell nobody."""
