"""What every picture can do, whatever draws it: tell itself as text, and be looked at in a notebook or a file."""

from abc import abstractmethod

from cooperation.views.layout import WIDTH
from cooperation.views.pictures.extras import png_of
from cooperation.views.pictures.palette import Theme
from cooperation.views.pictures.svg import figure

__all__ = ["Picture"]


class Picture:
    """Something drawn as an SVG, with a text that says the same."""

    __slots__ = ()

    title: str
    description: str

    @abstractmethod
    def text(self, width: int = WIDTH) -> str:
        """It as text, no line wider than this."""

    @abstractmethod
    def to_svg(self, *, theme: Theme = "light") -> str:
        """It drawn, as an SVG that needs nothing else."""

    def __str__(self) -> str:
        return self.text()

    def to_png(self, *, theme: Theme = "light", scale: float = 2) -> bytes:
        """It drawn, as a PNG.

        Args:
            theme: What it is drawn on.
            scale: How many dots there are for each of its points.

        Raises:
            MissingExtraError: The packages that draw are not installed.
            ValueError: There is no such theme.

        """
        return png_of(self.to_svg(theme=theme), scale)

    def _repr_html_(self) -> str:
        return figure(self.to_svg(theme="light"), self.to_svg(theme="dark"), self.title, self.description, self.text())

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        del include, exclude  # a notebook chooses among what it is given
        return {"text/plain": self.text(), "text/html": self._repr_html_()}
