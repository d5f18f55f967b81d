"""The skeleton of a proposal: it loads, lacks only what nobody has filled in yet, and shows every part of the model."""

import enum
import re
from collections.abc import Iterator
from typing import Any

import attrs
import pendulum
import pytest

import cooperation
from cooperation.diagnostics import Nature
from cooperation.examples import examples, skeleton
from cooperation.formats import Document
from cooperation.model import Portfolio
from cooperation.model.structure import fields_of
from cooperation.rules import RULES

TODAY = pendulum.date(2026, 7, 1)

NATURES = {rule.code: rule.nature for rule in RULES}


def _uncommented() -> str:
    """The skeleton with its examples taken in: a line after one # is an example, after two a word on it."""
    return "\n".join(line.removeprefix("# ") for line in skeleton("energy-plan").splitlines())


@pytest.fixture(scope="module")
def plain() -> Document:
    """The skeleton as it stands."""
    return cooperation.reads(skeleton("energy-plan"))


@pytest.fixture(scope="module")
def full() -> Document:
    """The skeleton with all its examples."""
    return cooperation.reads(_uncommented())


def _kinds() -> Iterator[type]:
    """Every class and every list of words below a portfolio."""
    waiting: list[Any] = [Portfolio]
    seen: set[Any] = set()
    while waiting:
        kind = waiting.pop()
        if kind in seen or not isinstance(kind, type) or not kind.__module__.startswith("cooperation"):
            continue
        seen.add(kind)
        yield kind
        if attrs.has(kind):
            waiting += [held for shape in fields_of(kind) for held in shape.holds]


def _values(root: object) -> Iterator[Any]:
    """Every value of a class in and below a portfolio."""
    waiting = [root]
    while waiting:
        value = waiting.pop()
        if isinstance(value, tuple):
            waiting += value
        elif attrs.has(type(value)):
            yield value
            waiting += [getattr(value, attribute.name) for attribute in attrs.fields(type(value))]


class TestAsItStands:
    """What ``cooperation new`` writes."""

    def test_only_lacks_what_nobody_has_filled_in(self, plain: Document) -> None:
        """Its findings are omissions and weaknesses, never contradictions."""
        findings = cooperation.check(plain.portfolio, today=TODAY).findings

        assert {Nature.OMISSION, Nature.WEAKNESS} == {NATURES[finding.code] for finding in findings}

    def test_has_the_spine_of_a_proposal(self, plain: Document) -> None:
        """Two partners who gain, a chain from output to impact, and work that leads to it."""
        (project,) = plain.portfolio

        assert (["output"], ["outcome"], ["impact"]) == tuple([o.id for o in s] for s in project.logframe.chain())
        assert project.partner_ids == tuple(benefit.partner for benefit in project.win_win.benefits)

    def test_shows_what_is_to_be_filled_in(self, plain: Document) -> None:
        """Whatever has words of its own is an id, a name of the document, or stands in angle brackets."""
        texts = re.findall(r"^ +(?:- )?(?:statement|name|summary): (.+)$", skeleton("energy-plan"), re.MULTILINE)

        assert [] == [text for text in texts if not re.fullmatch(r"<[^<>]+>", text)]

    def test_is_no_example(self) -> None:
        """It is not listed among the portfolios."""
        assert "skeleton" not in examples()


class TestNames:
    """The project's id and title are those that were asked for."""

    @pytest.mark.parametrize(
        ("name", "id_", "title"),
        [
            ("energy-plan", "energy-plan", "Energy plan"),
            ("Clean water for all", "clean-water-for-all", "Clean water for all"),
            ('Växjö: "water" & 100 % {id} # more', "växjö-water-100-id-more", 'Växjö: "water" & 100 % {id} # more'),
            ("two\nlines\x07", "two-lines", "two lines"),
            ("title: My project", "title-my-project", "title: My project"),
            ("no", "no", "No"),
            ("2025", "2025", "2025"),
            ("***", "my-project", "***"),
            ("", "my-project", "My project"),
        ],
    )
    def test_stand_in_the_document(self, name: str, id_: str, title: str) -> None:
        """Whatever the name holds."""
        (project,) = cooperation.loads(skeleton(name))

        assert (id_, title) == (project.id, project.title)

    def test_a_long_name_has_a_short_id(self) -> None:
        """The title keeps every word."""
        (project,) = cooperation.loads(skeleton("water " * 100))

        assert (True, ("water " * 100).strip()) == (len(project.id) <= 60, project.title)


class TestExamples:
    """The examples in its comments."""

    def test_load(self, full: Document) -> None:
        """All of them together are a document, which is no smaller for it."""
        assert len(list(_values(full.portfolio))) > 200

    def test_contradict_nothing(self, full: Document) -> None:
        """Ids resolve and sums add up; what is missing is only not exemplified."""
        findings = cooperation.check(full.portfolio, today=TODAY, allowances=full.allowances).findings

        assert [] == [str(f) for f in findings if NATURES[f.code] is Nature.CONTRADICTION]

    def test_set_every_field_of_every_class(self, full: Document) -> None:
        """Nothing the model can say goes without an example, but for what the top of the text explains."""
        used = {
            (type(value), attribute.name)
            for value in _values(full.portfolio)
            for attribute in attrs.fields(type(value))
            if getattr(value, attribute.name) != attribute.default
        }
        missing = {
            f"{kind.__name__}.{attribute.name}"
            for kind in _kinds()
            if attrs.has(kind)
            for attribute in attrs.fields(kind)
            if (kind, attribute.name) not in used and attribute.name != "quote"
        }

        assert {"Length.days", "Translated.versions"} == missing

    def test_name_every_word_there_is_to_choose_from(self) -> None:
        """Each member of each list of words stands in the text."""
        text = skeleton("energy-plan")
        missing = [
            f"{kind.__name__}: {member.value}"
            for kind in _kinds()
            if issubclass(kind, enum.Enum)
            for member in kind
            if not re.search(rf"(?<![\w-]){re.escape(member.value)}(?![\w-])", text)
        ]

        assert [] == missing

    def test_survive_being_written(self, full: Document) -> None:
        """Written and read again it is the same."""
        assert full == cooperation.reads(cooperation.dumps(full))
