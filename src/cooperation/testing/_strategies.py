"""All the strategies, and which class each is of: their return types say it."""

import typing
from collections.abc import Callable
from typing import Any

from hypothesis.strategies import SearchStrategy

from cooperation.testing import _actors, _aims, _amounts, _codes, _dates, _enums, _gains, _texts, _wholes, _work

__all__ = ["BY_CLASS", "BY_NAME"]

BY_NAME: dict[str, Callable[..., SearchStrategy[Any]]] = {
    name: getattr(module, name)
    for module in (_actors, _aims, _amounts, _codes, _dates, _enums, _gains, _texts, _wholes, _work)
    for name in module.__all__
}

BY_CLASS: dict[Any, Callable[..., SearchStrategy[Any]]] = {
    typing.get_args(typing.get_type_hints(strategy)["return"])[0]: strategy for strategy in BY_NAME.values()
}
