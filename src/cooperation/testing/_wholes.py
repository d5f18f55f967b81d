"""Projects and portfolios."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from cooperation.model import Portfolio, Project, YearAnswer
from cooperation.testing._houses import whole

__all__ = ["portfolios", "projects", "year_answers"]


def portfolios(**fields: SearchStrategy[Any]) -> SearchStrategy[Portfolio]:
    """Any ``Portfolio``.

    Projects with the organisations and partnerships they share; a proposal is a portfolio of one.
    """
    return whole(Portfolio, fields)


def projects(**fields: SearchStrategy[Any]) -> SearchStrategy[Project]:
    """Any ``Project``. A cooperation project, as much of it as is known."""
    return whole(Project, fields)


def year_answers() -> SearchStrategy[YearAnswer]:
    """Any ``YearAnswer``, of few projects."""
    few = st.lists(projects(), max_size=1).map(tuple)
    return st.builds(YearAnswer, yes=few, no=few, unknown=few)
