"""Holding many projects at once without paying for a collector that finds nothing."""

import contextlib
import gc
import threading
from collections.abc import Iterator

__all__ = ["bulk"]

_lock = threading.Lock()
_depth = 0
_was_enabled = False


@contextlib.contextmanager
def bulk() -> Iterator[None]:
    """Pause Python's cyclic garbage collector while many projects are loaded and kept.

    Model values hold no circles, yet the collector looks through all of them again and again as their number grows.
    The pause holds for the whole process; it may be nested and used by several threads,
    and the collector goes on when the last of them is done, if it was on before.

    >>> from cooperation.formats import loads
    >>> with bulk():
    ...     portfolios = [loads("cooperation: 1") for _ in range(3)]
    """
    global _depth, _was_enabled  # noqa: PLW0603  # the collector is one for the process, and so is this
    with _lock:
        if _depth == 0:
            _was_enabled = gc.isenabled()
            gc.disable()
        _depth += 1
    try:
        yield
    finally:
        with _lock:
            _depth -= 1
            if _depth == 0 and _was_enabled:
                gc.enable()
