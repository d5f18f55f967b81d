"""The error of a document that cannot be loaded."""

from cooperation.diagnostics.diagnostic import Diagnostic
from cooperation.errors import CooperationError

__all__ = ["LoadError"]


class LoadError(CooperationError, ValueError):
    r"""A document that could not be loaded, with every fault that was found in it.

    Attributes:
        diagnostics: The faults, in the order of the document.
        name: The file's name, or a word for where the text came from.

    >>> import cooperation as co
    >>> co.loads("cooperation: 1\nprojcet: {}", format="yaml")
    Traceback (most recent call last):
        ...
    cooperation.diagnostics.LoadError: <text>:2:1: error DOC003 unknown key 'projcet' (did you mean 'project'?)

    """

    def __init__(self, diagnostics: tuple[Diagnostic, ...], name: str = "<text>") -> None:
        self.diagnostics = tuple(diagnostics)
        self.name = name
        super().__init__(*self.diagnostics)

    def __str__(self) -> str:
        return "\n".join(f"{self.name}{':' if d.position else ': '}{d}" for d in self.diagnostics)

    def __reduce__(self) -> tuple[type["LoadError"], tuple[tuple[Diagnostic, ...], str]]:
        return LoadError, (self.diagnostics, self.name)


# Where it is to be imported from, and so what a traceback should say.
LoadError.__module__ = "cooperation.diagnostics"
