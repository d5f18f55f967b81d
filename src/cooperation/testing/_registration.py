"""How hypothesis comes to know the strategies: when the model is imported, and not before."""

import importlib.abc
import importlib.machinery
import importlib.util
import sys
import types
from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

__all__ = ["register"]

_MODEL = "cooperation.model"


def register() -> None:
    """Register a strategy for every class of the model, as soon as there is a model.

    Hypothesis calls this whenever it is imported, in every project of an environment that has this package.
    Importing the model for it would make each such import half as long again, so where nobody has imported the model,
    its own import is waited for.
    """
    if _MODEL in sys.modules:
        _register(sys.modules[_MODEL])
    else:
        sys.meta_path.insert(0, _Wait())


class _Wait(importlib.abc.MetaPathFinder):
    """Finds nothing itself: lets the others find the model, and registers its classes once it is loaded."""

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # noqa: ARG002  # asked of every finder
        target: types.ModuleType | None = None,  # noqa: ARG002
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname != _MODEL:
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(fullname)
        if spec is not None and spec.loader is not None:
            load = spec.loader.exec_module

            def load_and_register(module: types.ModuleType) -> None:
                load(module)
                _register(module)

            spec.loader.exec_module = load_and_register  # type: ignore[method-assign]
        return spec


def _register(model: types.ModuleType) -> None:
    for name in model.__all__:
        cls = getattr(model, name)
        if isinstance(cls, type):
            st.register_type_strategy(cls, _strategy_of)


def _strategy_of(cls: type[Any]) -> st.SearchStrategy[Any]:
    from cooperation.testing._strategies import BY_CLASS

    return BY_CLASS[cls]()
