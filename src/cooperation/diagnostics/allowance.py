"""A finding that a document accepts on purpose, with the reason."""

from attrs import frozen

from cooperation.diagnostics.path import Path, parse_path
from cooperation.errors import InvariantError

__all__ = ["Allowance"]


@frozen(kw_only=True, weakref_slot=False)  # the layout that a reader of documents can fill in one go
class Allowance:
    """A finding that the authors of a document know and accept.

    Attributes:
        rule: The code of the rule, such as ``LOG003``.
        reason: Why it is accepted.
        at: Where, as a path such as ``projects[0].logframe``; everywhere when nothing is said.

    Raises:
        InvariantError: There is no reason, or the place is not a path.

    >>> Allowance(rule="LOG001", reason="Two outcomes were agreed with the donor").covers("LOG001", ("projects", 0))
    True
    """

    rule: str
    reason: str
    at: str | None = None

    def __attrs_post_init__(self) -> None:
        if not self.reason.strip():
            raise InvariantError(f"the allowance for {self.rule} gives no reason", ("reason",))
        if self.at is not None:
            try:
                parse_path(self.at)
            except ValueError as error:
                raise InvariantError(str(error), ("at",)) from None

    @property
    def path(self) -> Path:
        """Where it holds."""
        return () if self.at is None else parse_path(self.at)

    def covers(self, code: str, path: Path) -> bool:
        """Whether it accepts a finding of this rule at or below this place."""
        return code == self.rule and path[: len(self.path)] == self.path
