"""Our classes within other people's: a cattrs converter of theirs learns them, and treats all else as before."""

from collections.abc import Callable
from typing import Any

import cattrs

from cooperation.formats.build import from_tree
from cooperation.formats.converter import Hook, Hooks, described_in, is_ours, optional, registered
from cooperation.formats.mirror import bare_type
from cooperation.formats.tree import to_tree
from cooperation.model import Partnership, Portfolio, Project, YearAnswer

__all__ = ["configure"]


def configure(converter: cattrs.BaseConverter) -> cattrs.BaseConverter:
    """Teach a cattrs converter the classes of the model and the words of the document format.

    Hooks are registered for our classes alone; how the converter treats anything else stays as it was.
    A portfolio is a whole document. In a project an organisation may be named by its id where the project describes it;
    one that nobody describes becomes one that is known by its id alone.

    >>> import attrs, cattrs
    >>> from cooperation.model import Period
    >>> @attrs.frozen
    ... class Call:
    ...     title: str
    ...     open: Period
    >>> converter = configure(cattrs.Converter())
    >>> call = converter.structure({"title": "Autumn", "open": "2019-09-15/2019-10-15"}, Call)
    >>> str(call.open), converter.unstructure(call)["open"]
    ('2019-09-15 to 2019-10-15', '2019-09-15/2019-10-15')
    """
    hooks = Hooks(converter)
    converter.register_structure_hook_factory(is_ours, lambda tp: _outermost(tp, hooks))
    converter.register_unstructure_hook_factory(is_ours, _unstructure)
    return converter


def _outermost(tp: Any, hooks: Hooks) -> Hook:
    """The hook of a type in somebody else's class, where no document stands around it."""
    bare = bare_type(tp)
    if bare is Portfolio:
        return _document if bare is tp else optional(_document)
    return _describing(hooks.of(tp)) if bare in (Project, Partnership, YearAnswer) else hooks.of(tp)


def _document(raw: Any, _: Any) -> Any:
    return from_tree(Portfolio, raw)


def _describing(inner: Hook) -> Hook:
    def hook(raw: Any, tp: Any) -> Any:
        with registered(described_in(raw)):
            return inner(raw, tp)

    return hook


def _unstructure(tp: Any) -> Callable[[Any], Any]:
    return to_tree if bare_type(tp) is tp else lambda value: None if value is None else to_tree(value)
