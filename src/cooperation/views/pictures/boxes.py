"""What a diagram is made of."""

from attrs import field, frozen

__all__ = ["Arrow", "Box", "grammar"]


@frozen(kw_only=True)
class Box:
    """One box of a diagram.

    Attributes:
        key: Its name in the diagram.
        kind: What it is, in a word that stands over its text, such as ``outcome``.
        text: What it says.
        facts: What else is known of it, a line each.
        unknown: Whether something essential of it is not known, such as its level; then it is dashed.

    """

    key: str
    kind: str
    text: str
    facts: tuple[str, ...] = ()
    unknown: bool = False

    @property
    def heading(self) -> str:
        """The word over its text."""
        return self.kind[:1].upper() + self.kind[1:]


@frozen(kw_only=True)
class Arrow:
    """An arrow between two boxes.

    Attributes:
        start: The key of the box it starts from.
        end: The key of the box it points to.
        unknown: Whether it points to something that is not there; then it is dashed.

    """

    start: str
    end: str
    unknown: bool = field(default=False)


def grammar(boxes: tuple[Box, ...]) -> dict[str, str]:
    """A plain name for each box, which needs no quotes in any language."""
    return {box.key: f"n{number}" for number, box in enumerate(boxes)}
