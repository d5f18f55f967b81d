"""How sure an author is that something follows."""

import enum

__all__ = ["Modality"]


class Modality(enum.Enum):
    """How sure the author is, from the verb of the source."""

    WILL = "will"
    SHOULD = "should"
    COULD = "could"
    MAY = "may"
