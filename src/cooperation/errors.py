"""The exceptions of the package: few, and each carries what it knows as fields."""

__all__ = [
    "CooperationError",
    "InvariantError",
    "MissingExtraError",
    "ProfileError",
    "SettingsError",
    "UnknownCodeError",
    "UnknownColumnError",
    "UnknownFormatError",
    "UnknownLayoutError",
    "UnknownProfileError",
]


class CooperationError(Exception):
    """Anything this package raises on purpose; catch it to catch them all."""


class InvariantError(CooperationError, ValueError):
    """A value that no draft can sensibly hold, such as a period that ends before it starts.

    Attributes:
        path: Where below the refused object the fault stands, such as ``("objectives", 2, "id")``.
        fault: The name of the fault, by which a document's report finds its code and its page.
        also: Further faults of the same object, when it is refused for several.

    >>> from decimal import Decimal
    >>> from cooperation.model import Ratio
    >>> Ratio(Decimal(12), Decimal(0))
    Traceback (most recent call last):
        ...
    cooperation.errors.InvariantError: the denominator of 12/0 is not above zero

    """

    def __init__(self, message: str, path: tuple[str | int, ...] = (), fault: str = "broken-invariant") -> None:
        super().__init__(message)
        self.path = path
        self.fault = fault
        self.also: tuple[InvariantError, ...] = ()


class UnknownCodeError(CooperationError, KeyError):
    """A code, or a list of codes, that does not exist.

    Attributes:
        code: What was asked for.
        codelist: The list it was looked for in, or ``None`` when it is the list that is unknown.
        nearest: The nearest codes or names that do exist, best first.

    """

    def __init__(self, code: str, codelist: str | None, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(code, codelist, nearest)
        self.code = code
        self.codelist = codelist
        self.nearest = nearest

    def __str__(self) -> str:
        what = f"no code {self.code!r} on the list {self.codelist}" if self.codelist else f"no codelist {self.code!r}"
        return f"{what} (did you mean {self.nearest[0]!r}?)" if self.nearest else what


class UnknownColumnError(CooperationError, KeyError):
    """A column that a table does not have.

    Attributes:
        column: What was asked for.
        table: The table it was looked for in.
        nearest: The nearest columns it does have, best first.

    >>> from cooperation import frames
    >>> from cooperation.model import Portfolio
    >>> frames.projects(Portfolio())["titles"]
    Traceback (most recent call last):
        ...
    cooperation.errors.UnknownColumnError: no column 'titles' in projects (did you mean 'title'?)

    """

    def __init__(self, column: str, table: str, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(column, table, nearest)
        self.column = column
        self.table = table
        self.nearest = nearest

    def __str__(self) -> str:
        what = f"no column {self.column!r} in {self.table}"
        return f"{what} (did you mean {self.nearest[0]!r}?)" if self.nearest else what


class UnknownFormatError(CooperationError, ValueError):
    """A file whose suffix belongs to no format that is installed."""


class UnknownLayoutError(CooperationError, ValueError):
    """A donor's layout that is not known.

    Attributes:
        layout: What was asked for.
        known: The layouts there are.
        nearest: The nearest names that do exist, best first.

    """

    def __init__(self, layout: str, known: tuple[str, ...], nearest: tuple[str, ...] = ()) -> None:
        super().__init__(layout, known, nearest)
        self.layout = layout
        self.known = known
        self.nearest = nearest

    def __str__(self) -> str:
        hint = f" (did you mean {self.nearest[0]!r}?)" if self.nearest else ""
        return f"no layout {self.layout!r}{hint}; there is {', '.join(self.known)}"


class UnknownProfileError(CooperationError, ValueError):
    """A profile of rules that is not known.

    Attributes:
        profile: What was asked for.
        known: The profiles there are.
        nearest: The nearest names that do exist, best first.

    >>> from cooperation.rules import check
    >>> from cooperation.model import Portfolio
    >>> check(Portfolio(), profile="cora")
    Traceback (most recent call last):
        ...
    cooperation.errors.UnknownProfileError: no profile 'cora' (did you mean 'core'?); there is core...

    """

    def __init__(self, profile: str, known: tuple[str, ...], nearest: tuple[str, ...] = ()) -> None:
        super().__init__(profile, known, nearest)
        self.profile = profile
        self.known = known
        self.nearest = nearest

    def __str__(self) -> str:
        hint = f" (did you mean {self.nearest[0]!r}?)" if self.nearest else ""
        return f"no profile {self.profile!r}{hint}; there is {', '.join(self.known)}"


class ProfileError(CooperationError, ValueError):
    """A profile that cannot be asked, such as one that names a rule that is gone."""


class SettingsError(CooperationError, ValueError):
    """Settings that mean nothing, such as a key that there is not.

    Attributes:
        file: The file they stand in.

    """

    def __init__(self, file: str, message: str) -> None:
        super().__init__(file, message)
        self.file = file
        self.message = message

    def __str__(self) -> str:
        return f"{self.file}: {self.message}"


class MissingExtraError(CooperationError, ImportError):
    """A feature whose optional dependencies are not installed; the message names the extra."""

    def __init__(self, feature: str, package: str, extra: str) -> None:
        super().__init__(f"{feature} needs {package}: pip install 'cooperation[{extra}]'")
        self.extra = extra
