"""Settings in a file near the documents: ``cooperation.toml``, or ``[tool.cooperation]`` in ``pyproject.toml``."""

import contextlib
import enum
import os
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pendulum
from attrs import evolve, field, frozen

from cooperation.codelists import nearest
from cooperation.diagnostics import Severity
from cooperation.errors import CooperationError, SettingsError
from cooperation.model import Stage
from cooperation.review.question import Question
from cooperation.rules import PROFILES, RULES, Profile, chosen, joined_for, profile_named, split
from cooperation.rules.profiles import Weight

__all__ = ["Settings", "find_settings", "read_settings"]

_OWN_FILE, _SHARED_FILE = "cooperation.toml", "pyproject.toml"

_KEYS = ("profile", "stage", "select", "ignore", "fail-on", "profiles")
_PROFILE_KEYS = ("extends", "title", "about", "asks", "leaves-out", "severities")


@frozen(kw_only=True)
class Settings:
    """How documents are to be checked where nobody says otherwise.

    Attributes:
        file: The file they stand in; ``None`` where there is none.
        stage: What projects are asked as, instead of what they say.
        profile: The name of the profile that selects the rules.
        select: Codes of rules, or the letters of families, that are asked; all where nothing is said.
        ignore: Codes of rules, or the letters of families, that are not asked.
        fail_on: The least severity that fails a check.
        profiles: The profiles there are, by their names: those that come along and those that the file describes.

    >>> Settings(ignore=("TXT",)).question(stage="summary").ignore
    ('TXT',)
    """

    file: Path | None = None
    stage: Stage | None = None
    profile: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity | None = None
    profiles: Mapping[str, Profile] = field(default=PROFILES, repr=False)

    def question(
        self,
        *,
        stage: Stage | str | None = None,
        profile: str | None = None,
        today: pendulum.Date | None = None,
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
    ) -> Question:
        """What to ask: what is said here, and what the settings say where nothing is.

        Raises:
            UnknownProfileError: There is no such profile.
            ProfileError: What stands behind the ``@`` of its name is no date.
        """
        name = profile if profile is not None else self.profile
        return Question(
            stage=stage if stage is not None else self.stage,
            profile=None if name is None else profile_named(name, self.profiles),
            today=today,
            select=tuple(select) or self.select,
            ignore=tuple(ignore) or self.ignore,
        )


def find_settings(place: str | os.PathLike[str] = ".") -> Settings:
    """The settings that hold for a file or folder: those of the nearest file at or above it, else none.

    A ``cooperation.toml`` goes before a ``pyproject.toml`` in the same folder; a ``pyproject.toml`` without
    ``[tool.cooperation]`` is passed over.

    Raises:
        SettingsError: The file cannot be read, or something in it means nothing.

    >>> find_settings("/").file is None
    True
    """
    start = Path(os.path.abspath(place))  # noqa: PTH100  # a link leads to the settings of where it stands
    for folder in (start, *start.parents):
        for name in (_OWN_FILE, _SHARED_FILE):
            file = folder / name
            if file.is_file() and (name == _OWN_FILE or "cooperation" in _tree(file).get("tool", {})):
                return read_settings(file)
    return Settings()


def read_settings(file: str | os.PathLike[str]) -> Settings:
    """The settings of a file, all that it names looked up.

    Raises:
        SettingsError: The file cannot be read, or something in it means nothing: a key, a rule, a profile or a word
            that there is not. The message names the file, the place and the nearest right name.

    """
    path = Path(file)
    tree = _tree(path)
    if path.name == _SHARED_FILE:
        tree = tree.get("tool", {}).get("cooperation", {})
    return _Reader(path).settings(tree)


def _tree(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise SettingsError(os.fspath(file), str(error)) from None


class _Reader:
    """Reads the tree of one file, and says where in it something means nothing."""

    def __init__(self, file: Path) -> None:
        self.file = os.fspath(file)

    def settings(self, tree: Any) -> Settings:
        held = self.table(tree, "", _KEYS)
        profiles = dict(PROFILES)
        for name, described in self.table(held.get("profiles", {}), "profiles").items():
            profiles[name] = self.profile(name, described, profiles)
        settings = Settings(
            file=Path(self.file),
            stage=None if "stage" not in held else Stage(self.word(held["stage"], "stage", Stage)),
            profile=None if "profile" not in held else self.text(held["profile"], "profile"),
            select=self.codes(held.get("select", []), "select"),
            ignore=self.codes(held.get("ignore", []), "ignore"),
            fail_on=None if "fail-on" not in held else Severity(self.word(held["fail-on"], "fail-on", Severity)),
            profiles=MappingProxyType(profiles),
        )
        with self.at("profile"):
            settings.question()
        return settings

    def profile(self, name: str, described: Any, known: Mapping[str, Profile]) -> Profile:
        where = f"profiles.{name}"
        held = self.table(described, where, _PROFILE_KEYS)
        if name in PROFILES or "@" in name:
            raise SettingsError(self.file, f"{where}: a profile of one's own needs a name of its own, without @")
        with self.at(f"{where}.extends"):
            base = profile_named(self.text(held.get("extends", "core"), f"{where}.extends"), known)
        asks = self.codes(held.get("asks", []), f"{where}.asks")
        leaves_out = self.codes(held.get("leaves-out", []), f"{where}.leaves-out")
        return evolve(
            base,
            name=name,
            title=self.text(held.get("title", f"{base.title}, as {name}"), f"{where}.title"),
            about=base.about if "about" not in held else self.text(held["about"], f"{where}.about"),
            asks=tuple(dict.fromkeys((*base.asks, *asks))),
            leaves_out=tuple(dict.fromkeys((*(code for code in base.leaves_out if code not in asks), *leaves_out))),
            severities={**base.severities, **self.severities(held.get("severities", {}), f"{where}.severities")},
        )

    def severities(self, value: Any, where: str) -> dict[str, Weight]:
        held = self.table(value, where)
        self.codes(list(held), where)
        return {code: self.weight(weight, f"{where}.{code}") for code, weight in held.items()}

    def weight(self, value: Any, where: str) -> Weight:
        if not isinstance(value, dict):
            return Severity(self.word(value, where, Severity))
        stages = self.table(value, where, [stage.value for stage in Stage])
        return {
            Stage(stage): Severity(self.word(severity, f"{where}.{stage}", Severity))
            for stage, severity in stages.items()
        }

    def table(self, value: Any, where: str, known: Iterable[str] | None = None) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise SettingsError(self.file, f"{where or 'the settings'}: expected a table, found {value!r}")
        for key in value if known is not None else ():
            if key not in (there_are := tuple(known or ())):
                place = f"{where}: " if where else ""
                raise SettingsError(self.file, f"{place}no key {key!r}{_hint(key, there_are)}")
        return value

    def text(self, value: Any, where: str) -> str:
        if not isinstance(value, str) or not value.strip():
            raise SettingsError(self.file, f"{where}: expected a text, found {value!r}")
        return value

    def word(self, value: Any, where: str, known: Iterable[enum.Enum]) -> str:
        words = [str(one.value) for one in known]
        if value not in words:
            raise SettingsError(self.file, f"{where}: no word {value!r}{_hint(str(value), words)}")
        return str(value)

    def codes(self, value: Any, where: str) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise SettingsError(self.file, f"{where}: expected a list of codes, found {value!r}")
        with self.at(where):
            for word in split(value, None):
                chosen(RULES, word, ())
            for family in {word[:3]: joined_for(word) for word in value}.values():
                if family is not None:
                    chosen(family.rules, split(value, family.family), ())
        return tuple(value)

    @contextlib.contextmanager
    def at(self, where: str) -> Iterator[None]:
        """Name the file and the place in what is refused within."""
        try:
            yield
        except SettingsError:
            raise
        except CooperationError as error:
            raise SettingsError(self.file, f"{where}: {error}") from None


def _hint(word: str, known: Iterable[str]) -> str:
    there_are = tuple(known)
    near = nearest(word, there_are, limit=1)
    return f" (did you mean {near[0]!r}?)" if near else f"; there is {', '.join(there_are)}"
