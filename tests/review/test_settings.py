"""Settings: what a file near the documents says, and what is refused in it."""

from pathlib import Path

import pendulum
import pytest

from cooperation.diagnostics import Severity
from cooperation.errors import SettingsError, UnknownProfileError
from cooperation.model import Portfolio, Project, Stage
from cooperation.review import Settings, find_settings, read_settings
from cooperation.rules import PROFILES, RULES, Rule, check
from cooperation.rules._selection import chosen

WHOLE = """\
profile = "ours"
stage = "final"
select = ["LOG", "IND001"]
ignore = ["LOG008"]
fail-on = "warning"

[profiles.ours]
extends = "icld"
title = "Our office"
leaves-out = ["LOG002"]
severities = { LOG003 = "info", LOG015 = { proposal = "info", final = "warning" } }
"""


def written(folder: Path, text: str, name: str = "cooperation.toml") -> Path:
    """A file of settings."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_all_that_can_be_set(tmp_path: Path) -> None:
    """Every key is read into its type."""
    settings = read_settings(written(tmp_path, WHOLE))

    assert (Stage.FINAL, "ours", ("LOG", "IND001"), ("LOG008",), Severity.WARNING) == (
        settings.stage,
        settings.profile,
        settings.select,
        settings.ignore,
        settings.fail_on,
    )
    assert {*PROFILES, "ours"} == set(settings.profiles)


def test_a_profile_of_ones_own_changes_another(tmp_path: Path) -> None:
    """It asks and weighs as the one it extends, but for what it says itself."""
    ours = read_settings(written(tmp_path, WHOLE)).profiles["ours"]

    assert ("ours", "Our office") == (ours.name, ours.title)
    assert PROFILES["icld"].asks == ours.asks
    assert (*PROFILES["icld"].leaves_out, "LOG002") == ours.leaves_out
    assert [None, Severity.INFO, Severity.WARNING] == [
        ours.severity("LOG015", stage) for stage in (Stage.SUMMARY, Stage.PROGRESS, Stage.FINAL)
    ]


def test_own_profiles_are_asked(tmp_path: Path) -> None:
    """What the file describes changes what is found."""
    project = Portfolio(projects=(Project(id="a", title="A"),))
    question = read_settings(written(tmp_path, WHOLE)).question(stage="proposal")
    found = {finding.code: finding.severity for finding in question.ask(project).findings}

    assert "LOG002" not in found
    assert Severity.INFO is found["LOG015"]


def test_what_is_said_goes_before_what_is_set(tmp_path: Path) -> None:
    """An argument replaces a setting; what no argument says is set."""
    settings = read_settings(written(tmp_path, WHOLE))
    question = settings.question(stage="summary", profile="core", ignore=["TXT"], today=pendulum.date(2020, 1, 1))

    assert ("summary", PROFILES["core"], ("LOG", "IND001"), ("TXT",)) == (
        question.stage,
        question.profile,
        question.select,
        question.ignore,
    )


def test_nothing_set_asks_as_check_does() -> None:
    """Without a file, the question is the plain one."""
    project = Portfolio(projects=(Project(id="a", title="A"),))
    today = pendulum.date(2020, 1, 1)

    assert check(project, today=today) == Settings().question(today=today).ask(project)


def test_a_profile_may_be_set_with_a_date(tmp_path: Path) -> None:
    """As on the command line, also one of the file's own."""
    settings = read_settings(written(tmp_path, WHOLE.replace('"ours"', '"ours@2026"', 1)))

    assert "ours@2026" == settings.question().ask(Portfolio()).profile
    with pytest.raises(UnknownProfileError, match=r"no profile 'our' \(did you mean 'ours'\?\)"):
        settings.question(profile="our")


def test_the_nearest_file_holds(tmp_path: Path) -> None:
    """A folder's own file goes before one further up, and the own file before the shared one."""
    inner = tmp_path / "proposals" / "2026"
    inner.mkdir(parents=True)
    written(tmp_path, "[tool.cooperation]\nstage = 'final'\n", "pyproject.toml")
    document = written(inner, "cooperation: 1\n", "a.yaml")

    assert Stage.FINAL is find_settings(document).stage

    written(inner.parent, "[tool.other]\n", "pyproject.toml")

    assert tmp_path / "pyproject.toml" == find_settings(inner).file

    written(tmp_path, "stage = 'progress'\n")

    assert Stage.PROGRESS is find_settings(inner).stage

    written(inner, "stage = 'summary'\n")

    assert Stage.SUMMARY is find_settings(document).stage


def test_a_file_may_set_nothing(tmp_path: Path) -> None:
    """An empty file of one's own stops the search: there nothing is set."""
    written(tmp_path, "stage = 'final'\n")
    inner = tmp_path / "inner"
    inner.mkdir()
    file = written(inner, "")

    assert Settings(file=file) == find_settings(inner)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("profil = 'icld'", "no key 'profil' (did you mean 'profile'?)"),
        ("profile = 'icdl'", "profile: no profile 'icdl' (did you mean 'icld'?)"),
        ("profile = 'icld@soon'", "profile: no date 'soon'"),
        ("profile = 3", "profile: expected a text, found 3"),
        ("stage = 'propsal'", "stage: no word 'propsal' (did you mean 'proposal'?)"),
        ("stage = ['final']", "stage: no word ['final']"),
        ("fail-on = 'eror'", "fail-on: no word 'eror' (did you mean 'error'?)"),
        ("select = 'LOG'", "select: expected a list of codes, found 'LOG'"),
        ("select = [1]", "select: expected a list of codes, found [1]"),
        ("ignore = ['LOG03']", "ignore: no code 'LOG03' on the list rules (did you mean 'LOG003'?)"),
        ("profiles = 'mine'", "profiles: expected a table, found 'mine'"),
        ("profiles = {mine = 1}", "profiles.mine: expected a table, found 1"),
        ("[profiles.core]", "profiles.core: a profile of one's own needs a name of its own, without @"),
        ("[profiles.'a@b']", "profiles.a@b: a profile of one's own needs a name of its own, without @"),
        ("[profiles.mine]\nextend = 'core'", "profiles.mine: no key 'extend' (did you mean 'extends'?)"),
        ("[profiles.mine]\nextends = 'crore'", "profiles.mine.extends: no profile 'crore' (did you mean 'core'?)"),
        ("[profiles.mine]\nasks = ['LOG999']", "profiles.mine.asks: no code 'LOG999' on the list rules"),
        ("[profiles.mine]\ntitle = ' '", "profiles.mine.title: expected a text, found ' '"),
        ("[profiles.mine.severities]\nLOG = 'err'", "profiles.mine.severities.LOG: no word 'err'"),
        ("[profiles.mine.severities]\nLOG03 = 'error'", "profiles.mine.severities: no code 'LOG03' on the list rules"),
        ("[profiles.mine.severities.LOG003]\nproposl = 'error'", "profiles.mine.severities.LOG003: no key 'proposl'"),
        ("stage = ", "Invalid value"),
    ],
)
def test_what_means_nothing_is_refused(tmp_path: Path, text: str, message: str) -> None:
    """The file, the place in it and the nearest right name are told."""
    file = written(tmp_path, text)
    with pytest.raises(SettingsError) as raised:
        read_settings(file)

    assert str(raised.value).startswith(f"{file}: {message}")
    assert str(file) == raised.value.file


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    """What cannot be decoded is refused as settings are, not with an error of the decoder."""
    file = tmp_path / "cooperation.toml"
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(SettingsError):
        find_settings(tmp_path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """Whoever names a file wants that file."""
    with pytest.raises(SettingsError, match="No such file"):
        read_settings(tmp_path / "nowhere.toml")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_can_be_selected_alone(rule: Rule) -> None:
    """Its code selects it and nothing else: no code is the beginning of another, or the name of a family."""
    asked = Settings(select=(rule.code,)).question(profile="core")
    assert (rule,) == chosen(RULES, asked.select, asked.ignore)
