"""A diagram: boxes and the arrows between them, to be told as text and drawn as Mermaid, DOT or SVG."""

from attrs import frozen

from cooperation.views.layout import WIDTH
from cooperation.views.pictures import diagram_dot, diagram_mermaid, diagram_svg, diagram_text
from cooperation.views.pictures.boxes import Arrow, Box
from cooperation.views.pictures.picture import Picture
from cooperation.views.pictures.svg import SvgTheme

__all__ = ["Diagram"]


@frozen(kw_only=True)
class Diagram(Picture):
    """Boxes and the arrows between them.

    ``str`` of it is text; a notebook shows it drawn.
    All that it writes is the same at every call, and no text in it can steer what reads it.
    Whatever is unknown is dashed and says so.

    Attributes:
        title: What it shows.
        description: The same in a sentence, for those who cannot see it.
        boxes: The boxes, in the author's order.
        arrows: The arrows, each from the box that does something to the one it is done to.

    >>> import cooperation as co
    >>> chain = co.views.results_chain(co.load_example("vaxjo")["coordination-structure"])
    >>> print(chain.to_mermaid())  # doctest: +ELLIPSIS
    flowchart BT
        accTitle: ...

    """

    title: str
    description: str
    boxes: tuple[Box, ...] = ()
    arrows: tuple[Arrow, ...] = ()

    def text(self, width: int = WIDTH) -> str:
        """It as an indented tree, from the top down, no line wider than this."""
        return diagram_text.text(self.title, self.boxes, self.arrows, width)

    def to_mermaid(self) -> str:
        """It as a Mermaid flowchart, which many pages and editors draw."""
        return diagram_mermaid.flowchart(self.title, self.description, self.boxes, self.arrows)

    def to_dot(self) -> str:
        """It in the language of Graphviz."""
        return diagram_dot.digraph(self.title, self.boxes, self.arrows)

    def to_svg(self, *, theme: SvgTheme = "auto") -> str:
        """It drawn, as an SVG that needs nothing else.

        Args:
            theme: ``light`` or ``dark`` paper, or as the reader has it.

        Raises:
            MissingExtraError: The package that places the boxes is not installed.
            ValueError: There is no such theme.

        """
        return diagram_svg.svg(self.title, self.description, self.boxes, self.arrows, theme)
