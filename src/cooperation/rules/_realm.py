"""Families of values that rules may be asked of: what may be walked, and where surroundings of their own begin."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import pendulum
from attrs import frozen

from cooperation.model import Stage
from cooperation.rules._surroundings import Surroundings
from cooperation.rules.profiles import Profile

__all__ = ["Asked", "Entering", "Part", "Realm", "Setting"]


@frozen(kw_only=True)
class Asked:
    """As what, by whom and when values are asked.

    Attributes:
        stage: As what, instead of what they say.
        profile: By which profile, instead of what they say.
        today: On which day.
    """

    stage: Stage | None
    profile: Profile | None
    today: pendulum.Date


@frozen
class Part:
    """A field of a class that holds values of the same family.

    Attributes:
        name: Its name.
        holds: Their classes.
    """

    name: str
    holds: tuple[Any, ...]


Entering: TypeAlias = Callable[[Any, Surroundings], Surroundings | None]
"""What the walk asks when it enters a value of some class: its surroundings, ``None`` when it is to be passed by."""


@frozen
class Setting:
    """Where a walk begins.

    Attributes:
        surroundings: Those of the root.
        entering: What is asked on entering a value of a class; a value of any other has those of the one above it.
    """

    surroundings: Surroundings
    entering: Mapping[type, Entering] = {}


@frozen(kw_only=True, eq=False)
class Realm:
    """A family of frozen values that hold one another in fields and tuples.

    Attributes:
        called: What may be checked, for the message about anything else.
        whole: The class of a whole document.
        is_of: Whether a class is of the family.
        parts: The fields of a class that hold values of the family, in their order.
        is_met: Whether values of a class are met even where no rule looks at them, as those are that hold ids.
        set_out: Where the walk of a root begins.
    """

    called: str
    whole: type
    is_of: Callable[[type], bool]
    parts: Callable[[type], tuple[Part, ...]]
    is_met: Callable[[type], bool] = lambda _: False
    set_out: Callable[[object, Asked], Setting]
