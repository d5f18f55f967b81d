"""A document: a portfolio, what its authors allow, and the text it was read from."""

from attrs import evolve, field, frozen

from cooperation.diagnostics import Allowance, Diagnostic
from cooperation.formats.source import SourceText
from cooperation.model import Portfolio

__all__ = ["Document"]


@frozen(kw_only=True)
class Document:
    """A portfolio with what stands beside it in its document.

    Attributes:
        portfolio: The portfolio.
        allowances: The findings its authors accept, with their reasons.
        source: The text it was read from, for finding places; ``None`` when it was not read from one.
    """

    portfolio: Portfolio
    allowances: tuple[Allowance, ...] = ()
    source: SourceText | None = field(default=None, eq=False)

    def locate(self, diagnostic: Diagnostic) -> Diagnostic:
        """The same diagnostic with its place in the text, where there is one."""
        if self.source is None or diagnostic.position is not None:
            return diagnostic
        return evolve(diagnostic, position=self.source.locate(diagnostic.path))
