"""Hypothesis knows the strategies without being told, and pays for the model only when somebody uses it."""

import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cooperation.model import Portfolio, Project, Value, When
from cooperation.testing import _registration


def run(code: str) -> str:
    """What a program prints in an interpreter of its own."""
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip()


@pytest.mark.parametrize("cls", [Project, Portfolio, Value, When])
def test_from_type(cls: type) -> None:
    """A test that imports nothing from here gets projects by their type."""

    @settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.from_type(cls))
    def check(value: object) -> None:
        assert isinstance(value, cls)

    check()


@pytest.mark.parametrize(
    "imports",
    [
        "import hypothesis, cooperation.model",
        "import cooperation.model, hypothesis",
        "import cooperation.testing, hypothesis, cooperation.model",
        "import cooperation.model.dates, hypothesis",
        "from hypothesis import strategies; from cooperation.model.project import Project",
    ],
)
def test_in_whatever_order(imports: str) -> None:
    """Whichever is imported first, the classes are known, and hypothesis guesses nothing of its own."""
    code = f"{imports}\nfrom hypothesis import find, strategies as st\nfrom cooperation.model import Ratio\n"

    assert "0/1" == run(f"{code}print(find(st.from_type(Ratio), lambda ratio: ratio.numerator >= 0))")


def test_hypothesis_does_not_import_the_model() -> None:
    """Everybody's import of hypothesis in this environment runs our hook: it must stay cheap."""
    heavy = "cooperation.model", "attrs", "pendulum", "msgspec", "yaml"
    code = f"import hypothesis, sys; print([name for name in {heavy} if name in sys.modules and name != 'attrs'])"

    assert "[]" == run(code)


def test_the_package_alone_imports_nothing() -> None:
    """Importing the package imports neither hypothesis nor the model."""
    code = (
        "import sys, cooperation.testing; print([n for n in ('hypothesis', 'cooperation.model') if n in sys.modules])"
    )

    assert "[]" == run(code)


def test_the_model_does_not_import_hypothesis() -> None:
    """Whoever only uses the model does not get a test library with it."""
    assert "False" == run("import cooperation.model, sys; print('hypothesis' in sys.modules)")


def test_the_wait_ends() -> None:
    """The finder that waits for the model leaves when it has seen it, and the model's loader is as it was."""
    code = (
        "import hypothesis, sys; before = len(sys.meta_path); import cooperation.model as m;"
        "print(before - len(sys.meta_path), type(m.__spec__.loader).__name__)"
    )

    assert "1 SourceFileLoader" == run(code)


def test_the_wait_finds_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other imports pass it by, and a model that cannot be found stays not found."""
    waiting = _registration._Wait()
    monkeypatch.setattr(sys, "meta_path", [waiting, *sys.meta_path])
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)

    assert waiting.find_spec("json", None) is None
    assert waiting in sys.meta_path
    assert waiting.find_spec("cooperation.model", None) is None
    assert waiting not in sys.meta_path
