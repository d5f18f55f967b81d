"""How values show themselves in a notebook, without knowing anything of how that looks."""

__all__ = ["Shown"]


class Shown:
    """A value that a notebook shows as a table; ``cooperation.views`` knows how, and is asked only then."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        from cooperation.views import html_of

        return html_of(self)
