"""Bulk loading: the collector pauses, and goes on however it ends."""

import gc
import threading

import pytest

from cooperation.formats import bulk


def test_the_collector_pauses_and_goes_on() -> None:
    """Within it nothing is collected, after it everything is as before."""
    with bulk():
        assert not gc.isenabled()
        with bulk():
            assert not gc.isenabled()
        assert not gc.isenabled()

    assert gc.isenabled()


def test_it_goes_on_after_an_error() -> None:
    """A document that cannot be loaded leaves the collector running."""
    with pytest.raises(ValueError, match="broken"), bulk():
        raise ValueError("broken")

    assert gc.isenabled()


def test_who_had_switched_it_off_keeps_it_off() -> None:
    """It restores what was, not what is usual."""
    gc.disable()
    try:
        with bulk():
            pass

        assert not gc.isenabled()
    finally:
        gc.enable()


def test_the_last_thread_switches_it_on() -> None:
    """While one of several threads is still loading, the collector stays paused."""
    inside, leave = threading.Event(), threading.Event()

    def load() -> None:
        with bulk():
            inside.set()
            leave.wait(10)

    thread = threading.Thread(target=load)
    thread.start()
    inside.wait(10)
    with bulk():
        pass

    assert not gc.isenabled()
    leave.set()
    thread.join()
    assert gc.isenabled()
